#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/symbol_table.hpp"
#include "match/class_table.hpp"
#include "match/edge_traits.hpp"
#include "match/instruction.hpp"

namespace chancery {

/// One step of a prefix: edges of which one is crossed, or some of them one after the other.
struct PrefixItem {
  std::uint32_t set = 0;   ///< `PrefixItems::sets`
  std::uint16_t most = 0;  ///< edges that may be crossed, from none on; 0: exactly one is
  bool optional = false;   ///< or none
};

/// The items of all prefixes of a program, and the sets of instructions that they are made of, each once.
class PrefixItems {
 public:
  struct Set {
    std::vector<std::uint32_t> instructions;
    // after `finish`
    EdgeTraits wanted;
    std::uint8_t kinds = 0;     ///< `EdgeKind`s that one of them may take, a bit each
    bool gap = false;           ///< the one instruction is a gap
    std::vector<Symbol> words;  ///< sorted: of tokens that are taken whatever else they are
    ClassSet classes = 0;       ///< the same of mentions
    // the instructions that ask for more
    std::vector<std::uint32_t> of_tokens, of_groups;
    std::vector<std::pair<ClassSet, std::uint32_t>> of_mentions;  ///< and quotations: with the classes that they take
  };
  /// Number of the item with these instructions, each of which takes an edge; a gap stands alone.
  std::uint32_t number(const Code& code, std::vector<std::uint32_t> instructions, std::uint16_t most, bool optional);
  [[nodiscard]] const PrefixItem& operator[](std::uint32_t item) const { return items_[item]; }
  [[nodiscard]] const Set& set(std::uint32_t set) const { return sets_[set]; }
  /// To be called when all items have a number.
  void finish(const Code& code, const TestSet& tests);

 private:
  static void sort_out(const Instruction& at, std::uint32_t instruction, const TestSet& tests, Set& set);

  std::vector<PrefixItem> items_;
  std::vector<Set> sets_;
  std::unordered_map<std::string, std::uint32_t> set_ids_;
  std::unordered_map<std::uint64_t, std::uint32_t> item_ids_;
};

/// Halves of many variants as a tree of what they want edge by edge, so that a place is asked each question once, however many
/// variants ask it. A half hangs at the node up to which it can be read as items; where that node cannot be reached it cannot match.
class PrefixTree {
 public:
  struct Child {
    std::uint32_t node = 0;
    bool optional = true;  ///< the item may cross no edge
    PrefixItem item;
    ClassSet ahead = 0;       ///< of the node
    std::uint64_t words = 0;  ///< of the node
    EdgeTraits wanted;        ///< of the item's set
  };
  struct Node {
    std::uint32_t item = 0;    ///< of the root: nothing
    std::uint32_t parent = 0;  ///< a lower number, but of the root
    std::vector<Child> children;
    std::vector<std::uint32_t> leaves;  ///< what was hung here
    ClassSet ahead = 0;                 ///< what hangs here or below needs a mention of one of these ahead, or nothing (all of them)
    std::uint64_t words = 0;            ///< and one of these, of the bits that were given with it
  };

  PrefixTree() : nodes_(1) {}
  /// Adds the half that starts at the instruction `entry`: the node where it hangs.
  std::uint32_t add(const Code& code, PrefixItems& items, std::uint32_t entry);
  /// `ahead`: classes of which the leaf needs a mention where the tree leads, to the right or to the left; all of them: it needs none.
  /// `word`: a bit for the words of which it needs one.
  void hang(std::uint32_t node, std::uint32_t leaf, ClassSet ahead, std::uint64_t word);
  /// To be called when `items` is finished and everything hangs.
  void finish(const PrefixItems& items);
  /// Nothing hangs in it.
  [[nodiscard]] bool is_empty() const { return nodes_.front().ahead == 0; }
  /// Something that hangs in it needs a mention ahead.
  [[nodiscard]] bool looks_ahead() const { return looks_ahead_; }
  /// The root is the first.
  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }

 private:
  std::vector<Node> nodes_;
  bool looks_ahead_ = false;
  std::unordered_map<std::uint64_t, std::uint32_t> known_;  ///< by parent and item
};

}  // namespace chancery
