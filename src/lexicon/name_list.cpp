#include "lexicon/name_list.hpp"

#include <algorithm>
#include <string>

#include "lexicon/accents.hpp"
#include "text/tokenizer.hpp"

namespace chancery {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

/// How the words of a name must be written: as the lexicon has them, but for capitals that a headline adds.
NameCase case_of(std::string_view text, std::span<const Token> tokens) {
  NameCase written;
  for (std::size_t i = 0; i < tokens.size() && i < 32; ++i) {
    const std::string_view word = text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
    const std::uint32_t bit = 1U << i;
    const Shape shape = tokens[i].shape;
    const auto capitals = std::count_if(word.begin(), word.end(), is_upper);
    const bool small = std::any_of(word.begin(), word.end(), is_lower);
    const bool upper = shape == Shape::AllCaps || (capitals > 1 && !small);
    if (upper) written.upper |= bit;
    if (capitals > 1 && small) written.inner |= bit;
    if (upper || shape == Shape::Capitalized || shape == Shape::SingleCap || is_upper(word.front())) written.capital |= bit;
  }
  return written;
}

bool is_letter(char c) {
  return is_lower(c) || is_upper(c);
}

/// "secretary-general" → "Secretary-General": the tokenizer cuts such a word, and texts have both.
std::string with_capitals_at_hyphens(std::string_view name) {
  std::string out(name);
  const auto raise = [&out](std::size_t i) { out[i] = is_lower(out[i]) ? static_cast<char>(out[i] - 'a' + 'A') : out[i]; };
  for (std::size_t i = 1; i + 1 < out.size(); ++i) {
    if (out[i] != '-' || !is_letter(out[i - 1]) || !is_letter(out[i + 1])) continue;
    std::size_t begin = i;
    while (begin > 0 && is_letter(out[begin - 1])) --begin;
    raise(begin);
    raise(i + 1);
  }
  return out;
}

}  // namespace

void NameList::add(std::string_view name, NameReading reading) {
  append(name, reading);
  if (name.find('-') != std::string_view::npos) {
    if (const std::string raised = with_capitals_at_hyphens(name); raised != name) append(raised, reading);
  }
  if (std::all_of(name.begin(), name.end(), [](char c) { return static_cast<signed char>(c) >= 0; })) return;
  if (const std::string plain = without_accents(name); plain != name) append(plain, reading);
}

void NameList::append(std::string_view name, NameReading reading) {
  text_ += name;
  ends_.push_back(static_cast<std::uint32_t>(text_.size()));
  text_ += '\n';
  readings_.push_back(reading);
}

void NameList::build(SymbolTable& symbols, NameTrie& trie) const {
  const SymbolTable none;
  SymbolScope scope(none);
  std::vector<Token> tokens;
  WordCache cache;
  Tokenizer tokenizer(text_, abbreviations_, scope, &cache, tokens);
  std::vector<Symbol> known;  // of the scope's symbols, those of the table
  std::vector<Symbol> words;
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < ends_.size(); ++i) {
    tokens.clear();
    tokenizer.run({begin, ends_[i]});
    begin = ends_[i] + 1;
    words.clear();
    for (const Token& token : tokens) {
      const std::uint32_t local = index_of(token.word);
      if (local >= known.size()) known.resize(local + 1, Symbol::None);
      if (known[local] == Symbol::None) known[local] = symbols.intern(scope.text(token.word));
      words.push_back(known[local]);
    }
    if (words.empty()) continue;
    NameReading reading = readings_[i];
    const NameCase written = case_of(text_, tokens);
    reading.case_sensitive = (written.upper | written.inner) != 0;
    trie.add(words, reading, written);
  }
}

}  // namespace chancery
