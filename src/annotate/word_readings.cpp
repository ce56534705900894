#include "annotate/word_readings.hpp"

#include <algorithm>
#include <string>

#include "lexicon/lexicon.hpp"

namespace chancery {
namespace {

constexpr std::uint32_t bit(WordClass word_class) {
  return static_cast<std::uint32_t>(word_class);
}
constexpr bool has(std::uint32_t bits, WordClass word_class) {
  return (bits & bit(word_class)) != 0;
}

/// How unusual a reading is beside the preferred one, and where none is preferred.
constexpr unsigned other_cost = 6;
constexpr unsigned rarity_costs[] = {0, 5, 14, 14};

enum OpenClass : unsigned { noun_class, verb_class, adjective_class, adverb_class };
constexpr std::string_view open_class_names[] = {"noun", "verb", "adjective", "adverb"};

class Preference {
 public:
  Preference(std::uint32_t bits, std::uint32_t rarity) : bits_(bits), rarity_(rarity) {}
  [[nodiscard]] unsigned cost(OpenClass open_class, unsigned otherwise) const {
    const unsigned base = (bits_ & any) == 0 ? otherwise : has(bits_, preferred[open_class]) ? 0 : other_cost;
    return base + rarity_costs[(rarity_ >> (2U * open_class)) & 3U];
  }

 private:
  static constexpr WordClass preferred[] = {WordClass::PreferNoun, WordClass::PreferVerb, WordClass::PreferAdjective,
                                            WordClass::PreferAdverb};
  static constexpr std::uint32_t any =
      bit(WordClass::PreferNoun) | bit(WordClass::PreferVerb) | bit(WordClass::PreferAdjective) | bit(WordClass::PreferAdverb);
  std::uint32_t bits_, rarity_;
};

void add_verb_readings(ReadingSet& set, std::uint32_t bits, unsigned cost) {
  if (has(bits, WordClass::VerbBase)) {
    set.add(Tag::VB, cost);
    set.add(Tag::VBP, cost + 2);
  }
  if (has(bits, WordClass::VerbS)) set.add(Tag::VBZ, cost);
  if (has(bits, WordClass::VerbPast)) set.add(Tag::VBD, cost);
  if (has(bits, WordClass::VerbPastParticiple)) set.add(Tag::VBN, cost);
  if (has(bits, WordClass::VerbGerund)) set.add(Tag::VBG, cost);
}

constexpr std::uint32_t open_classes = bit(WordClass::Noun) | bit(WordClass::Verb) | bit(WordClass::Adjective) | bit(WordClass::Adverb) |
                                       bit(WordClass::VerbBase) | bit(WordClass::VerbS) | bit(WordClass::VerbPast) |
                                       bit(WordClass::VerbPastParticiple) | bit(WordClass::VerbGerund) | bit(WordClass::Numeral) |
                                       bit(WordClass::Interjection) | bit(WordClass::Adposition) | bit(WordClass::Determiner) |
                                       bit(WordClass::Conjunction) | bit(WordClass::Subordinator) | bit(WordClass::Pronoun);

constexpr std::uint32_t reading_bits = open_classes | bit(WordClass::Plural) | bit(WordClass::PreferNoun) | bit(WordClass::PreferVerb) |
                                       bit(WordClass::PreferAdjective) | bit(WordClass::PreferAdverb);

}  // namespace

void ReadingSet::add(Tag tag, unsigned cost) {
  for (std::size_t i = 0; i < count; ++i) {
    if (readings[i].tag != tag) continue;
    readings[i].cost = static_cast<std::uint8_t>(std::min<unsigned>(readings[i].cost, cost));
    return;
  }
  if (count == max_readings) return;
  readings[count++] = {tag, static_cast<std::uint8_t>(cost)};
  tags.add(tag);
}

unsigned ReadingSet::cost_of(Tag tag) const {
  for (const Reading& reading : all()) {
    if (reading.tag == tag) return reading.cost;
  }
  return 255;
}

ReadingSet readings_of_classes(std::uint32_t bits, std::uint32_t rarity) {
  ReadingSet set;
  const Preference prefer(bits, rarity);
  const bool inflected = has(bits, WordClass::VerbS) || has(bits, WordClass::VerbPast) || has(bits, WordClass::VerbPastParticiple) ||
                         has(bits, WordClass::VerbGerund);
  if (has(bits, WordClass::Noun)) set.add(has(bits, WordClass::Plural) ? Tag::NNS : Tag::NN, prefer.cost(noun_class, inflected ? 4 : 1));
  const bool participle = has(bits, WordClass::VerbPastParticiple) && has(bits, WordClass::PreferAdjective);
  add_verb_readings(set, bits, participle ? 2 : prefer.cost(verb_class, inflected ? 0 : 3));
  if (has(bits, WordClass::Adjective)) set.add(Tag::JJ, prefer.cost(adjective_class, inflected ? 4 : 1));
  if (has(bits, WordClass::Adverb)) set.add(Tag::RB, prefer.cost(adverb_class, 3));
  if (has(bits, WordClass::Numeral)) set.add(Tag::CD, 0);
  if (has(bits, WordClass::Adposition)) set.add(Tag::IN, 0);
  if (has(bits, WordClass::Subordinator)) set.add(Tag::SC, 2);
  if (has(bits, WordClass::Conjunction)) set.add(Tag::CC, 0);
  if (has(bits, WordClass::Determiner)) set.add(Tag::DT, 0);
  if (has(bits, WordClass::Pronoun)) set.add(Tag::DTP, 0);
  if (has(bits, WordClass::Interjection)) set.add(Tag::UH, set.count == 0 ? 0 : 12);
  set.known = set.count != 0;
  return set;
}

namespace {

/// A country, a place or a person; organisations are named after common words too often.
bool names_something(const Lexicon& lexicon, Symbol word) {
  return std::ranges::any_of(lexicon.names().readings_of({&word, 1}), [&](const NameReading& reading) {
    const bool proper = reading.kind == NameKind::Name || reading.kind == NameKind::Short || reading.kind == NameKind::Acronym;
    return proper && !reading.weak && lexicon.entry(reading.target).cls != EntryClass::Organization;
  });
}

bool is_adjective_of_name(const Lexicon& lexicon, Symbol word) {
  return std::ranges::any_of(lexicon.names().readings_of({&word, 1}),
                             [](const NameReading& reading) { return reading.kind == NameKind::Adjective; });
}

}  // namespace

WordReadings::WordReadings(const SymbolTable& symbols, const WordTable& words, const Lexicon* names)
    : symbols_(symbols), words_(words), morphology_(symbols, words) {
  for (std::size_t c = 0; c < std::size(open_class_names); ++c) {
    rarity_lists_[c] = {words.list("minor-" + std::string(open_class_names[c])), words.list("rare-" + std::string(open_class_names[c]))};
  }
  for (const FunctionWord& word : function_words()) {
    ReadingSet set;
    for (std::size_t i = 0; i < word.reading_count(); ++i) set.add(word.readings[i].tag, word.readings[i].cost);
    set.known = true;
    sets_.push_back(set);
  }
  unlisted_ = static_cast<std::uint16_t>(sets_.size());
  sets_.emplace_back();
  of_symbol_.assign(symbols.size(), {unlisted_, 0, false});
  for (std::uint32_t i = 1; i < symbols.size(); ++i) {
    const auto word = static_cast<Symbol>(i);
    const std::uint32_t bits = completed(words.info(word).classes & reading_bits, symbols.text(word));
    if ((bits & open_classes) == 0) continue;
    of_symbol_[i].cls = class_of_bits(bits, rarity_of(word));
    of_symbol_[i].is_name = names != nullptr && names_something(*names, word);
  }
  for (std::size_t i = 0; i < function_words().size(); ++i) {
    const Symbol symbol = symbols.find(function_words()[i].word);
    if (symbol != Symbol::None) of_symbol_[index_of(symbol)].cls = static_cast<std::uint16_t>(i);
  }
  mark_words(names);
}

void WordReadings::mark_words(const Lexicon* names) {
  const std::int32_t particles = words_.list("name-particle"), clause_nouns = words_.list("clause-noun"),
                     tell_verbs = words_.list("tell-verb"), bare_clause_verbs = words_.list("bare-clause-verb"),
                     intransitive = words_.list("intransitive");
  for (std::uint32_t i = 1; i < symbols_.size(); ++i) {
    const auto word = static_cast<Symbol>(i);
    const WordInfo& info = words_.info(word);
    const Symbol noun = info.noun_lemma == Symbol::None ? word : info.noun_lemma;
    const Symbol verb = info.verb_lemma == Symbol::None ? word : info.verb_lemma;
    unsigned marks = 0;
    if (words_.in_list(particles, word)) marks |= WordMark::Particle;
    if (words_.in_list(clause_nouns, noun)) marks |= WordMark::ClauseNoun;
    if (words_.in_list(tell_verbs, verb)) marks |= WordMark::TellVerb;
    if (words_.in_list(bare_clause_verbs, verb)) marks |= WordMark::BareClauseVerb;
    if (words_.in_list(intransitive, verb)) marks |= WordMark::Intransitive;
    if (info.is(WordClass::Verb) && !info.is(WordClass::Noun) && !info.is(WordClass::Adjective)) marks |= WordMark::OnlyVerb;
    if (words_.info(noun).is(WordClass::PersonNoun)) marks |= WordMark::Person;
    if (names != nullptr && is_adjective_of_name(*names, word)) marks |= WordMark::Demonym;
    of_symbol_[i].marks = static_cast<std::uint8_t>(marks);
  }
}

/// "addressed": listed as an adjective alone, but a form of a verb as well.
std::uint32_t WordReadings::completed(std::uint32_t bits, std::string_view word) const {
  if (!has(bits, WordClass::Adjective) || has(bits, WordClass::Verb) || !(word.ends_with("ed") || word.ends_with("ing"))) return bits;
  return bits | morphology_.derived_classes(word);
}

/// How rare the readings of a form are, by the lemma of each.
std::uint32_t WordReadings::rarity_of(Symbol word) const {
  const WordInfo& info = words_.info(word);
  const Symbol lemmas[] = {info.noun_lemma, info.verb_lemma, info.adjective_lemma, Symbol::None};
  std::uint32_t rarity = 0;
  for (unsigned c = 0; c < std::size(open_class_names); ++c) {
    const Symbol lemma = lemmas[c] == Symbol::None ? word : lemmas[c];
    const unsigned level = words_.in_list(rarity_lists_[c][1], lemma) ? 2U : words_.in_list(rarity_lists_[c][0], lemma) ? 1U : 0U;
    rarity |= level << (2U * c);
  }
  return rarity;
}

std::uint16_t WordReadings::class_of_bits(std::uint32_t bits, std::uint32_t rarity) {
  const std::uint64_t key = (std::uint64_t{rarity} << 32U) | bits;
  const auto [at, is_new] = class_of_bits_.try_emplace(key, static_cast<std::uint16_t>(sets_.size()));
  if (is_new) sets_.push_back(readings_of_classes(bits, rarity));
  return at->second;
}

std::uint32_t WordReadings::bits_of(std::string_view word) const {
  const Symbol symbol = symbols_.find(word);
  const std::uint32_t bits = symbol == Symbol::None ? 0 : words_.info(symbol).classes & reading_bits;
  return (bits & open_classes) != 0 ? bits : morphology_.derived_classes(word);
}

ReadingSet WordReadings::analyse_hyphenated(std::string_view word, std::size_t hyphen) const {
  const std::string_view first = word.substr(0, hyphen), last = word.substr(word.rfind('-') + 1);
  ReadingSet set;
  set.known = true;
  const std::uint32_t bits = bits_of(last);
  const bool number = !first.empty() && first.front() >= '0' && first.front() <= '9';
  static constexpr std::string_view prefixes[] = {"re", "co",      "ex",   "non",   "pre", "post", "vice", "sub",
                                                  "de", "counter", "over", "under", "mid", "self", "anti", "pro"};
  const bool prefixed = std::ranges::find(prefixes, first) != std::end(prefixes);
  if (prefixed && first != "mid" && first != "self" && first != "anti" && first != "pro" && bits != 0) {
    ReadingSet inner = readings_of_classes(bits);
    if (first != "vice") return inner;
  }
  if (has(bits, WordClass::VerbPastParticiple) || has(bits, WordClass::VerbGerund) || has(bits, WordClass::Adjective)) set.add(Tag::JJ, 0);
  if (has(bits, WordClass::Noun)) {
    set.add(has(bits, WordClass::Plural) ? Tag::NNS : Tag::NN, number ? 8 : 2);
    if (!has(bits, WordClass::Plural)) set.add(Tag::JJ, number ? 0 : 3);
  }
  if (set.count == 0) {
    set.add(Tag::JJ, 0);
    set.add(Tag::NN, 1);
  }
  return set;
}

ReadingSet WordReadings::analyse(std::string_view word) const {
  const std::uint16_t function_word = find_function_word(word);
  if (function_word < function_words().size()) return sets_[function_word];
  const std::size_t hyphen = word.find('-', 1);
  if (hyphen != std::string_view::npos && hyphen + 1 < word.size()) return analyse_hyphenated(word, hyphen);
  const std::uint32_t derived = morphology_.derived_classes(word);
  if (derived != 0) return readings_of_classes(derived);
  ReadingSet set = readings_of_classes(classes_by_ending(word));
  set.known = false;
  return set;
}

}  // namespace chancery
