#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "match/program.hpp"

namespace chancery {

/// Makes the index that wakes variants: by the words and classes of their anchors, each with the cheap tests that spare most wakes a
/// run. One object a program.
class WakeIndex {
 public:
  /// `anchor_keys`: per variant, the keys of its anchor's words. Borrows both.
  WakeIndex(Program& program, const std::vector<std::vector<std::uint32_t>>& anchor_keys);

  /// Gives variants whose instructions to one side of the anchor are the same a number for them, so that they can share a run.
  void find_shared_halves();
  /// Fills the lists of a group whose variants these are. Variants keep their order in every list.
  void fill(RuleGroup& group, const std::vector<std::uint32_t>& variants);
  /// To be called when all groups are filled.
  void finish();

 private:
  [[nodiscard]] bool is_filled_by_selectors(const CompiledRule& rule, const Variant& variant) const;
  [[nodiscard]] RuleGroup::Wake wake_of(std::uint32_t variant);
  void mark_keys(RuleGroup& group, const std::vector<std::uint32_t>& variants) const;
  [[nodiscard]] std::uint64_t word_bit_of(RuleGroup& group, const Variant& variant) const;
  static void make_blocks(RuleGroup& group);
  void put_best_first(std::vector<RuleGroup::Wake>& wakes) const;
  std::uint16_t class_needs_id(const ClassNeeds& needs);
  [[nodiscard]] std::string text_of_half(const Variant& variant, std::uint32_t entry) const;

  Program& program_;
  const std::vector<std::vector<std::uint32_t>>& anchor_keys_;
};

}  // namespace chancery
