// Tables of words: classes and lemmas, and named lists.
#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "lexicon/fields.hpp"
#include "lexicon/loader.hpp"

namespace chancery {
namespace {

constexpr std::array<std::pair<std::string_view, WordClass>, 27> word_class_names = {{{"noun", WordClass::Noun},
                                                                                      {"verb", WordClass::Verb},
                                                                                      {"adjective", WordClass::Adjective},
                                                                                      {"adverb", WordClass::Adverb},
                                                                                      {"plural", WordClass::Plural},
                                                                                      {"base", WordClass::VerbBase},
                                                                                      {"verb-s", WordClass::VerbS},
                                                                                      {"past", WordClass::VerbPast},
                                                                                      {"participle", WordClass::VerbPastParticiple},
                                                                                      {"gerund", WordClass::VerbGerund},
                                                                                      {"determiner", WordClass::Determiner},
                                                                                      {"adposition", WordClass::Adposition},
                                                                                      {"pronoun", WordClass::Pronoun},
                                                                                      {"conjunction", WordClass::Conjunction},
                                                                                      {"subordinator", WordClass::Subordinator},
                                                                                      {"auxiliary", WordClass::Auxiliary},
                                                                                      {"modal", WordClass::Modal},
                                                                                      {"particle", WordClass::Particle},
                                                                                      {"numeral", WordClass::Numeral},
                                                                                      {"interjection", WordClass::Interjection},
                                                                                      {"prefer-noun", WordClass::PreferNoun},
                                                                                      {"prefer-verb", WordClass::PreferVerb},
                                                                                      {"prefer-adjective", WordClass::PreferAdjective},
                                                                                      {"prefer-adverb", WordClass::PreferAdverb},
                                                                                      {"given-male", WordClass::GivenMale},
                                                                                      {"given-female", WordClass::GivenFemale},
                                                                                      {"person", WordClass::PersonNoun}}};

constexpr std::array<std::string_view, 5> word_columns = {"word", "classes", "noun", "verb", "adjective"};
enum WordColumn : std::size_t { word_word, word_classes_column, word_noun, word_verb, word_adjective };

constexpr std::uint32_t bit_of(WordClass word_class) {
  return static_cast<std::uint32_t>(word_class);
}

/// A word of one open class is that class's.
std::uint32_t with_preference(std::uint32_t classes) {
  constexpr std::array<std::pair<WordClass, WordClass>, 4> open = {{{WordClass::Noun, WordClass::PreferNoun},
                                                                    {WordClass::Verb, WordClass::PreferVerb},
                                                                    {WordClass::Adjective, WordClass::PreferAdjective},
                                                                    {WordClass::Adverb, WordClass::PreferAdverb}}};
  std::uint32_t all = 0;
  for (const auto& [word_class, preferred] : open) all |= classes & bit_of(word_class);
  for (const auto& [word_class, preferred] : open) {
    if (all == bit_of(word_class)) return classes | bit_of(preferred);
  }
  return classes;
}

/// Call `use(part)` for each part of a field that spaces separate.
template <typename Use>
void for_each_name(std::string_view field, Use use) {
  while (!field.empty()) {
    const std::size_t end = std::min(field.find(' '), field.size());
    if (end > 0) use(field.substr(0, end));
    field.remove_prefix(std::min(end + 1, field.size()));
  }
}

bool is_word(std::string_view text) {
  return !text.empty() && text.find(' ') == std::string_view::npos;
}

}  // namespace

void LexiconLoader::read_words(TsvTable& table) {
  if (!table.use(word_columns, 2)) return;
  while (table.next()) {
    const std::string_view text = table.field(word_word);
    if (!is_word(text)) {
      table.error("lexicon.not-a-word", word_word, fmt::format("\"{}\" is not a single word", text));
      continue;
    }
    const std::uint32_t classes = word_classes(table);
    if (classes == 0) continue;
    const Symbol symbol = word(text);
    const auto lemma = [&](std::size_t column) { return table.field(column).empty() ? Symbol::None : word(table.field(column)); };
    const Symbol noun = lemma(word_noun), verb = lemma(word_verb), adjective = lemma(word_adjective);
    WordInfo& info = lexicon_.words_.at(symbol);
    info.classes |= classes;
    if (noun != Symbol::None) info.noun_lemma = noun;
    if (verb != Symbol::None) info.verb_lemma = verb;
    if (adjective != Symbol::None) info.adjective_lemma = adjective;
  }
}

/// The bits of the row's classes; 0 after an error. Fields are few, so each is read once.
std::uint32_t LexiconLoader::word_classes(TsvTable& table) {
  const std::string_view field = table.field(word_classes_column);
  const auto known = classes_.find(field);
  if (known != classes_.end()) return known->second;
  std::uint32_t bits = 0;
  bool good = !field.empty();
  for_each_name(field, [&](std::string_view name) {
    const auto found = std::find_if(word_class_names.begin(), word_class_names.end(), [&](const auto& c) { return c.first == name; });
    if (found == word_class_names.end())
      good = false;
    else
      bits |= bit_of(found->second);
  });
  if (good) return classes_[field] = with_preference(bits);
  table.error("lexicon.unknown-class", word_classes_column, fmt::format("\"{}\" names no word class, or one that is not known", field));
  return 0;
}

/// `list NAME`: a word a line.
void LexiconLoader::read_list(TsvTable& table, std::string_view name) {
  static constexpr std::array<std::string_view, 1> columns = {"words"};
  if (!table.use(columns, 1)) return;
  while (table.next()) add_to_list(table, 0, name, false);
}

/// `lists` and `sequences`: name and words, a list a line; several lines of one name are joined. A sequence of several words is one
/// symbol, with a space between words.
void LexiconLoader::read_lists(TsvTable& table, bool several) {
  static constexpr std::array<std::string_view, 2> columns = {"list", "words"};
  if (!table.use(columns, 2)) return;
  while (table.next()) add_to_list(table, 1, table.field(0), several);
}

void LexiconLoader::add_to_list(TsvTable& table, std::size_t column, std::string_view name, bool several) {
  const std::int32_t list = lexicon_.words_.make_list(name);
  for_each_part(table.field(column), [&](std::string_view text, std::size_t offset) {
    const bool spaced = text.starts_with(' ') || text.ends_with(' ') || text.find("  ") != std::string_view::npos;
    if (is_word(text) || (several && !text.empty() && !spaced))
      lexicon_.words_.add_to_list(list, word(text));
    else
      table.error("lexicon.not-a-word", column, fmt::format("\"{}\" is not a single word", text), {}, offset);
  });
}

}  // namespace chancery
