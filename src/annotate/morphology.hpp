#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotation.hpp"
#include "lexicon/word_table.hpp"

namespace chancery {

class Lexicon;
class SymbolTable;

/// The forms of English words, in both directions. Irregular forms come from the lexicon's word table, regular ones from
/// spelling rules (the detachment rules of WordNet's morphy, and doubled consonants). Borrows the lexicon.
class Morphology {
 public:
  Morphology(const SymbolTable& symbols, const WordTable& words);

  /// The lemma of `word` (lower case) read as `pos`: Noun, Verb, Auxiliary or Adjective. Symbol::None if the word is its own
  /// lemma, or the lemma is no word of the lexicon.
  [[nodiscard]] Symbol lemma_of(std::string_view word, Pos pos) const;
  /// The same for who has looked the word up already: `info` is what the word table says of it, empty if the lexicon lacks it.
  [[nodiscard]] Symbol lemma_of(std::string_view word, const WordInfo& info, Pos pos) const;

  /// Every inflected form of `lemma` read as `pos`, the lemma first, each once: plurals, verb forms, comparatives. Where an
  /// irregular form is known the regular one of that form is left out.
  [[nodiscard]] std::vector<std::string> inflections(std::string_view lemma, Pos pos) const;

  /// What an unlisted word can be, from the word that it is built on: bits of WordClass, 0 if it is built on none.
  [[nodiscard]] std::uint32_t derived_classes(std::string_view word) const;

 private:
  struct Irregular {
    Symbol lemma;
    Symbol form;
    std::uint32_t classes;
  };
  [[nodiscard]] const WordInfo* find(std::string_view word) const;
  /// The word, if it is listed as one of the class.
  [[nodiscard]] Symbol find_of_class(std::string_view word, WordClass wanted) const;
  [[nodiscard]] Symbol detach(std::string_view word, WordClass wanted) const;
  void inflect_verb(const std::string& lemma, std::vector<std::string>& out) const;
  template <typename Use>
  void for_irregular(std::string_view lemma, Use use) const;

  const SymbolTable& symbols_;
  const WordTable& words_;
  std::vector<Irregular> irregulars_;  ///< sorted by lemma, then form
};

/// What an unknown lower-case word probably is, from its ending alone: bits of WordClass.
std::uint32_t classes_by_ending(std::string_view word);

}  // namespace chancery
