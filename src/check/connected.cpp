// Union-find over the edges between nodes of the data. Vocabulary terms, classes and nodes of ignored classes (claims, places in a
// text) tie nothing together; neither do ignored properties.
#include <algorithm>
#include <numeric>
#include <vector>

#include <boost/pending/disjoint_sets.hpp>

#include "check/check_context.hpp"
#include "check/terms.hpp"

namespace chancery {
namespace {

/// By term id: true for what is no node of this check.
std::vector<bool> left_out(const CheckContext& context) {
  const FactGraph& graph = context.graph;
  const TermId type = graph.iri(terms::type);
  const std::vector<TermId> ignored = context.terms("ignore-classes");
  std::vector<bool> out(graph.term_count() + 1);
  for (const Fact& fact : graph.vocabulary()) out[fact.subject] = true;
  for (const Fact& fact : graph.facts()) {
    if (fact.predicate != type) continue;
    out[fact.object] = true;
    for (const TermId cls : ignored) {
      if (context.classes.is_a(fact.object, cls)) out[fact.subject] = true;
    }
  }
  return out;
}

struct Part {
  std::size_t size = 0;
  TermId first = no_term;  ///< what stands for it: the first of its nodes in order, one with a label if there is any
  bool labelled = false;
};

/// Count one more node, and let it stand for the part if it does so better.
void add_node(const FactGraph& graph, TermId node, bool labelled, Part& part) {
  ++part.size;
  const bool better = part.first == no_term || (labelled != part.labelled ? labelled : graph.compare(node, part.first) < 0);
  if (!better) return;
  part.first = node;
  part.labelled = labelled;
}

}  // namespace

std::vector<Finding> check_connected(const CheckContext& context) {
  const FactGraph& graph = context.graph;
  const std::vector<bool> skip = left_out(context);
  const std::vector<TermId> ignored = context.terms("ignore");
  const std::size_t terms_in_all = graph.term_count() + 1;
  std::vector<TermId> parent(terms_in_all), rank(terms_in_all);
  std::iota(parent.begin(), parent.end(), 0U);
  boost::disjoint_sets<TermId*, TermId*> sets(rank.data(), parent.data());
  std::vector<bool> is_node(terms_in_all);
  for (const Fact& fact : graph.facts()) {
    if (skip[fact.subject]) continue;
    is_node[fact.subject] = true;
    if (skip[fact.object] || graph.kind(fact.object) == TermKind::Literal) continue;
    if (std::find(ignored.begin(), ignored.end(), fact.predicate) != ignored.end()) continue;
    is_node[fact.object] = true;
    sets.union_set(fact.subject, fact.object);
  }

  const TermId label = graph.iri(terms::label);
  std::vector<Part> parts(terms_in_all);
  std::size_t total = 0;
  for (TermId id = 1; id < terms_in_all; ++id) {
    if (!is_node[id]) continue;
    ++total;
    add_node(graph, id, graph.object(id, label) != no_term, parts[sets.find_set(id)]);
  }
  std::erase_if(parts, [](const Part& part) { return part.size == 0; });
  if (parts.size() < 2) return {};
  std::sort(parts.begin(), parts.end(),
            [&](const Part& a, const Part& b) { return a.size != b.size ? a.size > b.size : graph.compare(a.first, b.first) < 0; });
  return {context.finding(parts[1].first, {{"parts", std::to_string(parts.size())},
                                           {"largest", std::to_string(parts[0].size)},
                                           {"total", std::to_string(total)},
                                           {"rest", std::to_string(total - parts[0].size)}})};
}

}  // namespace chancery
