#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "match/machine.hpp"
#include "pipeline/resources.hpp"

namespace chancery {

/// How far one try of a rule's program came.
struct Attempt {
  enum class Outcome : std::uint8_t { Absent, Partly, RightOnly, Whole } outcome = Outcome::Absent;
  TokenSpan tokens;                   ///< what fitted
  std::uint32_t stopped = 0;          ///< the position where it went no farther
  bool leftward = false;              ///< it was on its way to the left
  std::uint32_t distance = 0;         ///< tokens between start and stop
  std::vector<std::uint32_t> wanted;  ///< instructions that found nothing to take there
};

/// Runs programs where extraction has already been, to see what they want. Borrows the resources.
class Probe {
 public:
  explicit Probe(const Resources& resources);
  /// The try that came farthest of all that start from a position in [begin, end).
  Attempt best(const Lattice& lattice, std::span<const std::uint32_t> variants, std::uint32_t begin, std::uint32_t end);
  /// Lines that say where it stopped and what it wanted there.
  [[nodiscard]] std::string describe(const Lattice& lattice, const Attempt& attempt) const;

 private:
  Attempt attempt(const Lattice& lattice, const Variant& variant, std::uint32_t position);
  Attempt ended(std::uint32_t from, bool leftward) const;
  [[nodiscard]] std::string describe_wanted(const Attempt& attempt) const;
  [[nodiscard]] std::string words_of(const Instruction& wanted) const;
  [[nodiscard]] std::string describe_instruction(std::uint32_t instruction) const;
  [[nodiscard]] std::string describe_place(const Lattice& lattice, const Attempt& attempt) const;

  const Resources& resources_;
  const Program& program_;
  Machine machine_;
  std::vector<Machine::Want> wants_;
};

}  // namespace chancery
