// Places are sets of distances in one word of the machine, so a step of many ways is a shift for each place. What a set of edges
// reaches from a position does not depend on where the search stands, so it is asked once a unit. A gap is held inside the clause of
// the anchor, but not back by the words of the anchor, which is one of the reasons why yes may be wrong.
#include "match/prefix_search.hpp"

#include <algorithm>
#include <bit>

#include "match/fillers.hpp"

namespace chancery {
namespace {

constexpr std::uint32_t farthest = 63;
constexpr std::uint64_t beyond = std::uint64_t{1} << farthest;

std::uint64_t up_to(std::uint32_t distance) {
  return distance >= farthest ? ~std::uint64_t{0} : (std::uint64_t{2} << distance) - 1;
}

}  // namespace

PrefixSearch::PrefixSearch(const Program& program, Machine& machine) : program_(program), machine_(machine) {
  forward_.tree = &program.forward_prefixes();
  backward_.tree = &program.backward_prefixes();
  backward_.backward = true;
  for (Way* way : {&forward_, &backward_}) way->nodes.resize(way->tree->nodes().size());
}

void PrefixSearch::start(const Lattice& lattice) {
  if (lattice_ == &lattice && generation_ == lattice.generation()) return;
  lattice_ = &lattice;
  generation_ = lattice.generation();
  ++round_;
  machine_.traits().start(lattice);
}

void PrefixSearch::stand_at(std::uint32_t position) {
  ++stamp_;
  position_ = position;
  const TokenSpan clause = FillerFinder::clause_around(*lattice_, position);
  const std::uint32_t end = clause.empty() ? position + farthest : std::max(position, lattice_->position(clause.end));
  const std::uint32_t begin = clause.empty() ? 0 : std::min(position, clause.begin);
  forward_.clause = up_to(end - position);
  backward_.clause = up_to(position - begin);
}

PrefixSearch::Places PrefixSearch::places_of(Way& way, std::uint32_t node) {
  if (node == 0) return 1;
  NodeMemo& memo = way.nodes[node];
  if (memo.stamp != stamp_) {
    const PrefixTree::Node& at = way.tree->nodes()[node];
    const Places from = places_of(way, at.parent);
    memo = {stamp_, from == 0 ? 0 : step(way, from, program_.prefix_items()[at.item])};
  }
  return memo.places;
}

void PrefixSearch::collect(const PrefixTree& tree, bool backward, ClassSet ahead, std::uint64_t words, std::vector<std::uint32_t>& leaves) {
  visit({backward ? backward_ : forward_, tree, ahead, words, leaves}, tree.nodes().front(), 1);
}

void PrefixSearch::visit(const Walk& walk, const PrefixTree::Node& at, Places places) {
  walk.leaves.insert(walk.leaves.end(), at.leaves.begin(), at.leaves.end());
  if (at.children.empty()) return;
  const EdgeTraits traits = traits_at(walk.way, places);
  Ladder ladder;
  for (const PrefixTree::Child& child : at.children) {
    if ((child.words & walk.words) == 0 || (!child.optional && !child.wanted.meets(traits))) continue;
    if (child.ahead != ~ClassSet{0} && (child.ahead & walk.ahead) == 0) continue;
    const Places reached = child.item.most == 0 ? step(walk.way, places, child.item) : climb(walk.way, ladder, places, child.item);
    if (reached == 0) continue;
    const PrefixTree::Node& next = walk.tree.nodes()[child.node];
    if (next.children.empty())
      walk.leaves.insert(walk.leaves.end(), next.leaves.begin(), next.leaves.end());
    else
      visit(walk, next, reached);
  }
}

/// The same as `step` for an item of several edges; what shorter items of the set have found is gone on from.
PrefixSearch::Places PrefixSearch::climb(Way& way, Ladder& ladder, Places from, const PrefixItem& item) {
  if (item.most >= ladder.up_to.size()) return step(way, from, item);
  if (ladder.height == 0 || ladder.set != item.set) {
    ladder.set = item.set;
    ladder.up_to[0] = from;
    ladder.height = 1;
  }
  const Places within = program_.prefix_items().set(item.set).gap ? way.clause : ~Places{0};
  for (; ladder.height <= item.most; ++ladder.height) {
    const Places all = ladder.up_to[ladder.height - 1];
    const Places fresh = ladder.height == 1 ? all : all & ~ladder.up_to[ladder.height - 2];
    ladder.up_to[ladder.height] = all | (fresh == 0 ? 0 : cross(way, fresh, item.set) & within);
  }
  return ladder.up_to[item.most];
}

/// Of the edges at all of the places.
EdgeTraits PrefixSearch::traits_at(Way& way, Places places) {
  EdgeTraits traits;
  if ((places & beyond) != 0) return {~std::uint64_t{0}, ~std::uint64_t{0}, ~std::uint64_t{0}};
  for (Places rest = places; rest != 0; rest &= rest - 1) {
    const auto distance = static_cast<std::uint32_t>(std::countr_zero(rest));
    traits.add(machine_.traits().at(way.backward ? position_ - distance : position_ + distance, way.backward));
  }
  return traits;
}

PrefixSearch::Places PrefixSearch::step(Way& way, Places from, const PrefixItem& item) {
  if (item.most == 0) return cross(way, from, item.set) | (item.optional ? from : 0);
  const bool gap = program_.prefix_items().set(item.set).gap;
  Places all = from, fresh = from;
  for (std::uint16_t i = 0; i < item.most && fresh != 0; ++i) {
    fresh = cross(way, fresh, item.set) & (gap ? way.clause : ~Places{0}) & ~all;
    all |= fresh;
  }
  return all;
}

PrefixSearch::Places PrefixSearch::cross(Way& way, Places from, std::uint32_t set) {
  if (from == 1) return ends_at(way, position_, set);
  Places reached = from & beyond;
  for (Places rest = from & ~beyond; rest != 0; rest &= rest - 1) {
    const auto distance = static_cast<std::uint32_t>(std::countr_zero(rest));
    if (way.backward && distance > position_) break;
    const Places ends = ends_at(way, way.backward ? position_ - distance : position_ + distance, set);
    reached |= ends << distance;
    if (distance != 0 && (ends >> (farthest + 1 - distance) != 0 || (ends & beyond) != 0)) reached |= beyond;
  }
  return reached;
}

PrefixSearch::Places PrefixSearch::ends_at(Way& way, std::uint32_t position, std::uint32_t set) {
  const PrefixItems::Set& asked = program_.prefix_items().set(set);
  if (!asked.wanted.meets(machine_.traits().at(position, way.backward))) return 0;
  Answer& answer = way.answers[(position * 61 + set) % way.answers.size()];
  if (answer.round != round_ || answer.position != position || answer.set != set)
    answer = {round_, position, set, machine_.ends_of(*lattice_, asked, position, way.backward)};
  return answer.ends;
}

}  // namespace chancery
