#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/symbol_table.hpp"

namespace chancery {

class Lexicon;
class WordCutter;
struct RulePack;

/// Words of the language that the rule language itself needs, by the lists of the lexicon that hold them. Each entry is a row of words.
struct LanguageWords {
  using Entry = std::vector<Symbol>;
  std::vector<Entry> joiners;  ///< between the members of a list, beside commas: "and", "as well as"; entries of several words first
  std::vector<Entry> agents;   ///< before the agent of a passive: "by"
  std::vector<Entry> pairs;    ///< before a list that is complete with its joiner: "between A and B"
  std::vector<Entry> times;    ///< before what is told to have been before or after: "after talks", "ahead of talks"
};

/// The words that `lexicon` has; nothing for a list that it lacks.
LanguageWords language_words(const Lexicon& lexicon, WordCutter& cutter);
/// The texts of `LanguageWords::joiners`.
std::vector<std::string> joiner_texts(const Lexicon& lexicon);
/// Warn where the pack asks for words that the lexicon lacks: once a list, at its first use.
void check_language_words(const RulePack& pack, const LanguageWords& words, Diagnostics& diagnostics);

}  // namespace chancery
