#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "annotate/tag.hpp"
#include "annotate/transition_costs.hpp"
#include "annotate/word_readings.hpp"
#include "text/document.hpp"

namespace chancery {

class LocalWords;
struct CandidateRules;

/// Gives every token its tag: a weighted finite-state automaton over (tag, has this clause a finite verb), walked once from left
/// to right with the cheapest way to each state (Viterbi, 1967), then back. Const, shared by threads. Borrows the readings.
class Tagger {
 public:
  explicit Tagger(const WordReadings& readings);
  ~Tagger();
  /// Fills `out` with one tag per token of the document.
  void tag(const Document& document, LocalWords& words, std::vector<Tag>& out) const;

 private:
  class Walk;

  std::unique_ptr<const CandidateRules> rules_;
  TransitionCosts costs_;
};

}  // namespace chancery
