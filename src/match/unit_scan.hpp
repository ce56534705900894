#pragma once

#include <cstdint>
#include <vector>

#include "match/lattice.hpp"
#include "match/program.hpp"

namespace chancery {

/// The words of one unit that some rule waits for, and what else the unit has: what decides which rules are woken.
class UnitScan {
 public:
  explicit UnitScan(const Program& program) : program_(program), seen_(program.key_count() + 1, 0) {}

  struct Hit { std::uint32_t token = 0; std::uint32_t key = 0; };

  /// Does nothing if the lattice was not built again since the last scan of it.
  void scan(const Lattice& lattice);
  /// By token; the word of a token before its lemma.
  [[nodiscard]] const std::vector<Hit>& hits() const { return hits_; }
  [[nodiscard]] bool has_key(std::uint32_t key) const { return seen_[key] == round_; }
  /// All that `variant` cannot do without is there.
  [[nodiscard]] bool meets_needs(const Variant& variant);

 private:
  ClassSet classes();

  const Program& program_;
  const Lattice* lattice_ = nullptr;
  std::uint64_t generation_ = 0;
  std::vector<std::uint32_t> seen_;  ///< per key, the round in which it was last seen
  std::uint32_t round_ = 0;
  std::vector<Hit> hits_;
  ClassSet classes_ = 0;
  bool classes_known_ = false;
};

}  // namespace chancery
