// The statements of identity join nodes into components. In a component two items of one catalogue, two nodes of disjoint classes
// and two nodes declared different are each a contradiction; the proof is a shortest path between the two. Of k items of one
// catalogue each but the first is reported once, with the way to the nearest one before it.
#include <algorithm>
#include <map>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/range/iterator_range.hpp>

#include "check/check_context.hpp"
#include "check/numbering.hpp"

namespace chancery {
namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
using Node = std::uint32_t;
using Nodes = std::vector<Node>;

/// The identities of a graph, and the ways between nodes.
class Identities {
 public:
  explicit Identities(const CheckContext& context)
      : context_(&context), facts_(context.facts("same")), nodes_(context.graph, facts_), graph_(nodes_.size()) {
    for (const Fact& fact : facts_) add_edge(nodes_.number(fact.subject), nodes_.number(fact.object), graph_);
    component_.resize(nodes_.size());
    boost::connected_components(graph_, boost::make_iterator_property_map(component_.begin(), get(boost::vertex_index, graph_)));
  }

  [[nodiscard]] std::map<Node, Nodes> components() const {
    std::map<Node, Nodes> out;
    for (Node n = 0; n < nodes_.size(); ++n) out[component_[n]].push_back(n);
    return out;
  }
  [[nodiscard]] const Numbering& nodes() const { return nodes_; }

  /// A shortest way from `from` to the first of `goals` that is reached.
  [[nodiscard]] Nodes way(Node from, const Nodes& goals) const {
    std::map<Node, Node> came_from{{from, from}};
    Nodes queue{from};
    for (std::size_t next = 0; next < queue.size(); ++next) {
      const Node node = queue[next];
      if (node != from && std::find(goals.begin(), goals.end(), node) != goals.end()) {
        Nodes out{node};
        while (out.back() != from) out.push_back(came_from.at(out.back()));
        std::reverse(out.begin(), out.end());
        return out;
      }
      Nodes neighbours;
      for (const auto edge : boost::make_iterator_range(out_edges(node, graph_)))
        neighbours.push_back(static_cast<Node>(target(edge, graph_)));
      std::sort(neighbours.begin(), neighbours.end());
      for (const Node neighbour : neighbours) {
        if (came_from.try_emplace(neighbour, node).second) queue.push_back(neighbour);
      }
    }
    return {};
  }

  [[nodiscard]] Finding report(const Nodes& way, const std::string& reason) const {
    const TermId value = nodes_.term(way.back());
    Finding out = context_->finding(nodes_.term(way.front()), {{"value", context_->graph.label(value)}, {"reason", reason}});
    out.value = context_->graph.term(value);
    for (std::size_t i = 0; i + 1 < way.size(); ++i) {
      const Fact& fact = joining(nodes_.term(way[i]), nodes_.term(way[i + 1]));
      out.path = context_->graph.value(fact.predicate);
      out.proof.push_back(context_->step(fact));
      out.evidence.push_back(context_->claims.evidence(fact));
    }
    return out;
  }

 private:
  [[nodiscard]] const Fact& joining(TermId a, TermId b) const {
    return *std::find_if(facts_.begin(), facts_.end(),
                         [a, b](const Fact& f) { return (f.subject == a && f.object == b) || (f.subject == b && f.object == a); });
  }

  const CheckContext* context_;
  std::vector<Fact> facts_;
  Numbering nodes_;
  Graph graph_;
  std::vector<Node> component_;
};

void find_two_items(const CheckContext& context, const Identities& identities, const Nodes& component, std::vector<Finding>& out) {
  for (const std::string& catalogue : context.spec.of("catalogues")) {
    Nodes items;
    for (const Node node : component) {
      if (!context.graph.value(identities.nodes().term(node)).starts_with(catalogue)) continue;
      if (!items.empty()) out.push_back(identities.report(identities.way(node, items), "they are two items of " + catalogue));
      items.push_back(node);
    }
  }
}

void find_disjoint(const CheckContext& context, const Identities& identities, const Nodes& component, std::vector<Finding>& out) {
  std::vector<std::pair<Node, std::vector<TermId>>> typed;
  for (const Node node : component) {
    std::vector<TermId> types = context.classes.types(identities.nodes().term(node));
    if (types.empty()) continue;
    for (const auto& [other, other_types] : typed) {
      const auto conflicts = context.classes.conflicts(other_types, types);
      if (conflicts.empty()) continue;
      const std::string reason = "one is a " + context.graph.local_name(conflicts.front().first) + ", the other a " +
                                 context.graph.local_name(conflicts.front().second);
      out.push_back(identities.report(identities.way(other, {node}), reason));
      return;
    }
    typed.emplace_back(node, std::move(types));
  }
}

}  // namespace

std::vector<Finding> check_identity(const CheckContext& context) {
  const Identities identities(context);
  std::vector<Finding> out;
  std::map<TermId, std::pair<Node, Node>> places;  // term → component, node
  for (const auto& [number, component] : identities.components()) {
    find_two_items(context, identities, component, out);
    find_disjoint(context, identities, component, out);
    for (const Node node : component) places[identities.nodes().term(node)] = {number, node};
  }
  for (const Fact& fact : context.facts("different")) {
    const auto a = places.find(fact.subject);
    const auto b = places.find(fact.object);
    if (a == places.end() || b == places.end() || a->second.first != b->second.first || fact.subject == fact.object) continue;
    Finding finding = identities.report(identities.way(a->second.second, {b->second.second}), "they are declared different");
    finding.proof.push_back(context.step(fact));
    finding.evidence.push_back(context.claims.evidence(fact));
    out.push_back(std::move(finding));
  }
  return out;
}

}  // namespace chancery
