// A cycle lies inside one strong component, so only those with more than one node, or with an edge onto itself, are looked at; in
// each the shortest cycle is found by a breadth-first search from every node (from the first 500 of a component larger than that,
// where the cycle shown may not be the very shortest).
#include <algorithm>
#include <cstdint>
#include <map>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/range/iterator_range.hpp>

#include "check/check_context.hpp"
#include "check/numbering.hpp"

namespace chancery {
namespace {

using Graph = boost::compressed_sparse_row_graph<boost::directedS>;
using Edge = std::pair<std::uint32_t, std::uint32_t>;
constexpr std::size_t starts_per_component = 500;
constexpr std::uint32_t none = UINT32_MAX;

/// The shortest way from `start` back to itself as nodes, start first; empty if there is none under `limit` steps.
std::vector<std::uint32_t> shortest_cycle(const Graph& graph, std::uint32_t start, std::size_t limit) {
  std::map<std::uint32_t, std::uint32_t> came_from;
  std::vector<std::uint32_t> layer{start};
  for (std::size_t length = 1; length < limit && !layer.empty(); ++length) {
    std::vector<std::uint32_t> next;
    for (const std::uint32_t node : layer) {
      for (const auto edge : boost::make_iterator_range(out_edges(Graph::vertex_descriptor{node}, graph))) {
        const auto to = static_cast<std::uint32_t>(target(edge, graph));
        if (to == start) {
          std::vector<std::uint32_t> cycle{node};
          while (cycle.back() != start) cycle.push_back(came_from.at(cycle.back()));
          std::reverse(cycle.begin(), cycle.end());
          return cycle;
        }
        if (came_from.try_emplace(to, node).second) next.push_back(to);
      }
    }
    layer = std::move(next);
  }
  return {};
}

Finding report(const CheckContext& context, const Numbering& nodes, const std::vector<Fact>& facts,
               const std::vector<std::uint32_t>& cycle) {
  std::string way;
  std::vector<Fact> steps;
  for (std::size_t i = 0; i < cycle.size(); ++i) {
    const TermId from = nodes.term(cycle[i]);
    const TermId to = nodes.term(cycle[(i + 1) % cycle.size()]);
    const auto fact = std::find_if(facts.begin(), facts.end(), [&](const Fact& f) { return f.subject == from && f.object == to; });
    steps.push_back(*fact);
    way += context.graph.label(from) + ", ";
  }
  Finding out = context.finding(steps.front().subject, {{"way", way + context.graph.label(steps.front().subject)}});
  out.path = context.graph.value(steps.front().predicate);
  out.value = context.graph.term(steps.front().object);
  for (const Fact& step : steps) {
    out.proof.push_back(context.step(step));
    out.evidence.push_back(context.claims.evidence(step));
  }
  return out;
}

}  // namespace

std::vector<Finding> check_acyclic(const CheckContext& context) {
  std::vector<Fact> facts = context.facts("properties");
  std::erase_if(facts, [&](const Fact& f) { return context.graph.kind(f.object) == TermKind::Literal; });
  const Numbering nodes(context.graph, facts);
  std::vector<Edge> edges;
  for (const Fact& fact : facts) edges.emplace_back(nodes.number(fact.subject), nodes.number(fact.object));
  std::sort(edges.begin(), edges.end());
  const Graph graph(boost::edges_are_sorted, edges.begin(), edges.end(), nodes.size());

  std::vector<std::uint32_t> component(nodes.size());
  boost::strong_components(graph, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph)));
  std::map<std::uint32_t, std::vector<std::uint32_t>> members;  // of components with more than one node or a loop
  std::vector<std::uint32_t> sizes(nodes.size());
  for (const std::uint32_t c : component) ++sizes[c];
  for (std::uint32_t node = 0; node < nodes.size(); ++node) {
    const bool loop = std::binary_search(edges.begin(), edges.end(), Edge{node, node});
    if (sizes[component[node]] > 1 || loop) members[component[node]].push_back(node);
  }

  std::vector<Finding> out;
  for (const auto& [number, nodes_of] : members) {
    std::vector<std::uint32_t> best;
    for (std::size_t i = 0; i < std::min(nodes_of.size(), starts_per_component); ++i) {
      const auto cycle = shortest_cycle(graph, nodes_of[i], best.empty() ? SIZE_MAX : best.size());
      if (!cycle.empty()) best = cycle;
    }
    out.push_back(report(context, nodes, facts, best));
  }
  return out;
}

}  // namespace chancery
