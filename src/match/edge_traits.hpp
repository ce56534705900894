#pragma once

#include <cstdint>
#include <vector>

#include "match/instruction.hpp"
#include "match/lattice.hpp"
#include "match/test_set.hpp"

namespace chancery {

/// Of edges, what they are; of instructions, what they want of an edge. Where the two have nothing in common, none of the instructions
/// takes one of the edges; where they have, one may.
struct EdgeTraits {
  std::uint64_t classes = 0;  ///< of mentions and quotations, a bit for each `ClassId`
  std::uint64_t words = 0;    ///< words and lemmas of tokens: a bit for each, which it shares with others
  std::uint64_t tags = 0;     ///< parts of speech and shapes of tokens, kinds and forms of groups, frames

  [[nodiscard]] bool meets(const EdgeTraits& other) const {
    return ((classes & other.classes) | (words & other.words) | (tags & other.tags)) != 0;
  }
  void add(const EdgeTraits& more) {
    classes |= more.classes;
    words |= more.words;
    tags |= more.tags;
  }
  friend bool operator==(const EdgeTraits&, const EdgeTraits&) = default;
};

/// The bit of a word or lemma in `EdgeTraits::words`.
inline std::uint64_t word_bit(Symbol symbol) {
  return std::uint64_t{1} << (index_of(symbol) * std::uint64_t{0x9E3779B97F4A7C15} >> 58U);
}

EdgeTraits traits_of(const Lattice& lattice, const Edge& edge);
/// `at` takes an edge, or is a gap.
EdgeTraits traits_wanted(const Instruction& at, const TestSet& tests);
/// Per instruction, what a run that is there wants of the next edge, whichever way it goes on. Where it may succeed without taking one, all
/// positions meet it.
std::vector<EdgeTraits> traits_ahead(const Code& code, const TestSet& tests);

/// What the edges are that stand at the positions of a unit. Looked at when first asked for.
class PositionTraits {
 public:
  /// Turns to a lattice; forgets nothing if it was not built again since.
  void start(const Lattice& lattice);
  /// Of the edges that begin at `position`, or end there.
  [[nodiscard]] const EdgeTraits& at(std::uint32_t position, bool backward) {
    Known& known = (backward ? into_ : from_)[position - lattice_->unit().begin];
    if (known.round != round_) look_at(position, backward, known);
    return known.traits;
  }

 private:
  struct Known {
    std::uint64_t round = 0;
    EdgeTraits traits;
  };

  void look_at(std::uint32_t position, bool backward, Known& known) const;

  const Lattice* lattice_ = nullptr;
  std::uint64_t generation_ = 0;
  std::uint64_t round_ = 0;
  std::vector<Known> from_, into_;  ///< per position of the unit
};

}  // namespace chancery
