#pragma once

#include <cstdint>
#include <vector>

#include "match/class_table.hpp"
#include "match/phrase_book.hpp"

namespace chancery {

/// The edges that a match of a pattern can begin with.
struct FirstSet {
  std::vector<std::uint64_t> words;  ///< symbol << 8 | class letter, of tokens by word or lemma
  ClassSet classes = 0;              ///< mentions
  bool any = false;                  ///< something that no word and no class tells
  bool nullable = false;             ///< the pattern can match nothing
  bool open_class = true;            ///< all words come of lists and lemmas

  /// Told by words alone, or by classes alone.
  [[nodiscard]] bool by_words() const { return !any && !nullable && classes == 0 && !words.empty(); }
  [[nodiscard]] bool by_classes() const { return !any && !nullable && classes != 0 && words.empty(); }
};

/// Works first sets out. Unknown names give an empty set.
class FirstSets {
 public:
  FirstSets(PhraseBook& phrases, const ClassTable& classes) : phrases_(phrases), classes_(classes) {}
  FirstSet of(PatternUse item);

 private:
  void add(PatternUse item, FirstSet& out);
  void add_sequence(PatternUse item, FirstSet& out);
  void add_list(const Pattern& list, FirstSet& out);
  void add_words(const std::string& text, FirstSet& out);

  PhraseBook& phrases_;
  const ClassTable& classes_;
};

}  // namespace chancery
