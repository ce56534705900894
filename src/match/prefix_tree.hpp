#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "match/instruction.hpp"

namespace chancery {

struct Variant;

/// One step of a prefix: edges of which one is crossed, or a gap.
struct PrefixItem {
  std::vector<std::uint32_t> instructions;  ///< each takes an edge; of a gap the one that crosses
  std::uint32_t set = 0;                    ///< number of `instructions` among the sets of the tree
  std::uint16_t gap = 0;                    ///< most edges that a gap crosses; 0: no gap
  bool optional = false;
};

/// The forward halves of many variants as a tree of what they want edge by edge, so that a place is asked each question once, however
/// many variants ask it. A variant hangs at the node up to which its half is a plain sequence; where that node cannot be reached it
/// cannot match.
class PrefixTree {
 public:
  struct Node {
    PrefixItem item;                      ///< of the root: nothing
    std::vector<std::uint32_t> children;  ///< nodes
    std::vector<std::uint32_t> leaves;    ///< what `add` was given
  };

  PrefixTree() : nodes_(1) {}
  /// Adds the forward half of `variant` under the number `leaf`.
  void add(const Code& code, const Variant& variant, std::uint32_t leaf);
  /// The root is the first.
  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }

 private:
  std::vector<Node> nodes_;
  std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> known_;  ///< by parent and item
  std::map<std::string, std::uint32_t> sets_;
};

}  // namespace chancery
