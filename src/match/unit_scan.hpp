#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "match/lattice.hpp"
#include "match/program.hpp"

namespace chancery {

/// The words of one unit that some rule waits for, and what else the unit has: what decides which rules are woken.
class UnitScan {
 public:
  explicit UnitScan(const Program& program) : program_(program), seen_(program.key_count() + 1) {}

  struct Hit {
    std::uint32_t token = 0;
    std::uint32_t key = 0;
  };

  /// Looks for the words that `group` waits for. Does nothing if the lattice was not built again since it was last scanned for it.
  void scan(const Lattice& lattice, const RuleGroup& group);
  /// By token; the word of a token before its lemma.
  [[nodiscard]] const std::vector<Hit>& hits() const { return hits_; }
  /// The word of `key` stands on that side of `position`.
  [[nodiscard]] bool has_key(std::uint32_t key, Side side, std::uint32_t position) const {
    const Seen& seen = seen_[key];
    if (seen.round != round_) return false;
    return side == Side::Any || (side == Side::Right ? seen.last > position : seen.first < position);
  }
  /// A mention of one of the classes stands on that side of `position`.
  [[nodiscard]] bool has_classes(const ClassNeed& need, std::uint32_t position);
  /// The classes of which a mention stands to the left, or the right, of `position`.
  [[nodiscard]] ClassSet classes_beside(std::uint32_t position, Side side);
  /// Of each set of classes a mention stands on its side of `position`.
  [[nodiscard]] bool has_classes(const ClassNeeds& needs, std::uint32_t position) {
    return has_classes(needs[0], position) && has_classes(needs[1], position);
  }
  /// Of `RuleGroup::tree_needs` those that the unit meets, a bit each, and `RuleGroup::no_word`.
  [[nodiscard]] std::uint64_t met_needs(const RuleGroup& group) const;
  /// All that `variant` cannot do without is there.
  [[nodiscard]] bool meets_needs(const Variant& variant, std::uint32_t position);

 private:
  struct Seen {
    std::uint32_t round = 0, first = 0, last = 0;
  };  ///< the tokens where a key stands first and last

  const MentionExtents& extents();

  const Program& program_;
  const Lattice* lattice_ = nullptr;
  const RuleGroup* group_ = nullptr;
  std::uint64_t generation_ = 0;
  std::vector<Seen> seen_;  ///< per key, the round in which it was last seen
  std::uint32_t round_ = 0;
  std::vector<Hit> hits_;
  MentionExtents extents_;
  bool classes_known_ = false;
};

}  // namespace chancery
