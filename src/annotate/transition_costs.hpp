#pragma once

#include <array>
#include <cstdint>

#include "annotate/tag.hpp"

namespace chancery {

/// How unusual one tag is after another: the grammar of neighbouring words. 0 is the commonest continuation; about 5 per factor
/// of e. Written by hand from what English allows, not counted in a corpus.
class TransitionCosts {
 public:
  TransitionCosts();
  [[nodiscard]] std::uint8_t operator()(Tag from, Tag to) const {
    return costs_[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)];
  }
  /// The costs of `to` after every tag, by tag.
  [[nodiscard]] const std::uint8_t* column(Tag to) const { return columns_[static_cast<std::size_t>(to)].data(); }

 private:
  std::array<std::array<std::uint8_t, tag_count>, tag_count> costs_{}, columns_{};  ///< [from][to], [to][from]
};

}  // namespace chancery
