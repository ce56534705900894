#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "match/lattice.hpp"
#include "match/machine.hpp"
#include "match/prefix_tree.hpp"
#include "match/program.hpp"

namespace chancery {

/// Asks the prefix trees of a program what can be reached from a place. An answer of no is certain; yes may be wrong.
class PrefixSearch {
 public:
  /// Borrows both; `machine` is asked what edges an instruction takes.
  PrefixSearch(const Program& program, Machine& machine);

  /// Turns to a lattice; forgets nothing if it was not built again since.
  void start(const Lattice& lattice);
  /// Turns to a place of it: where the anchors begin that the next questions are about.
  void stand_at(std::uint32_t position);
  /// A variant with this node of `Program::forward_prefixes` and this one of `backward_prefixes` may match here.
  [[nodiscard]] bool reaches(std::uint32_t forward, std::uint32_t backward) {
    return (forward == 0 || places_of(forward_, forward) != 0) && (backward == 0 || places_of(backward_, backward) != 0);
  }
  /// Append what hangs at nodes of `tree` that can be reached from here, to the left or to the right, and needs one of the classes that
  /// stand there, or none, and one of the words of the unit, a bit each.
  void collect(const PrefixTree& tree, bool backward, ClassSet ahead, std::uint64_t words, std::vector<std::uint32_t>& leaves);

 private:
  /// Places as distances from where the search stands, a bit each; the last bit: somewhere beyond.
  using Places = std::uint64_t;
  /// Where a set gets from a position.
  struct Answer {
    std::uint64_t round = 0;
    std::uint32_t position = 0, set = 0;
    Places ends = 0;
  };
  struct NodeMemo {
    std::uint64_t stamp = 0;
    Places places = 0;
  };
  /// What is known of one of the two directions.
  struct Way {
    bool backward = false;
    const PrefixTree* tree = nullptr;
    std::vector<NodeMemo> nodes;
    std::array<Answer, 1024> answers;  ///< by position and set; one that falls on the same place puts the other out
    Places clause = 0;                 ///< places that gaps may come to
  };

  /// Where one set gets from one node with up to so many edges.
  struct Ladder {
    std::uint32_t set = 0;
    std::size_t height = 0;  ///< of `up_to`, what is known
    std::array<Places, 16> up_to;
  };

  /// A walk through a tree.
  struct Walk {
    Way& way;
    const PrefixTree& tree;
    ClassSet ahead = 0;
    std::uint64_t words = 0;
    std::vector<std::uint32_t>& leaves;
  };

  Places climb(Way& way, Ladder& ladder, Places from, const PrefixItem& item);
  Places places_of(Way& way, std::uint32_t node);
  void visit(const Walk& walk, const PrefixTree::Node& at, Places places);
  EdgeTraits traits_at(Way& way, Places places);
  Places step(Way& way, Places from, const PrefixItem& item);
  Places cross(Way& way, Places from, std::uint32_t set);
  Places ends_at(Way& way, std::uint32_t position, std::uint32_t set);

  const Program& program_;
  Machine& machine_;
  const Lattice* lattice_ = nullptr;
  std::uint64_t generation_ = 0;
  std::uint64_t round_ = 0, stamp_ = 0;
  std::uint32_t position_ = 0;
  Way forward_, backward_;
};

}  // namespace chancery
