// What a property wants of its subject and object is a list of alternatives: each rdfs:domain or rdfs:range binds on its own (an
// owl:unionOf is a list), schema:domainIncludes and rangeIncludes are one union together. A property wants what its superproperties
// want by rdfs. A node offends if one of its classes is disjoint with every alternative; a node without a class never does.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "check/check_context.hpp"
#include "check/terms.hpp"

namespace chancery {
namespace {

using Alternatives = std::vector<TermId>;

struct Demand {
  bool of_object = false;
  Alternatives wanted;
};

std::vector<TermId> vocabulary_objects(const FactGraph& graph, TermId subject, std::string_view property) {
  const TermId predicate = graph.iri(property);
  const auto facts = graph.vocabulary();
  std::vector<TermId> out;
  if (predicate == no_term) return out;
  for (auto it = std::lower_bound(facts.begin(), facts.end(), Fact{subject, predicate, no_term});
       it != facts.end() && it->subject == subject && it->predicate == predicate; ++it) {
    out.push_back(it->object);
  }
  return out;
}

Alternatives alternatives(const FactGraph& graph, TermId cls) {
  if (graph.is_iri(cls)) return {cls};
  const std::vector<TermId> lists = vocabulary_objects(graph, cls, terms::union_of);
  return lists.empty() ? Alternatives{} : read_list(graph, lists.front());
}

/// The property and all above it.
std::set<TermId> with_superproperties(const FactGraph& graph, TermId property) {
  std::set<TermId> seen{property};
  std::vector<TermId> todo{property};
  while (!todo.empty()) {
    const TermId next = todo.back();
    todo.pop_back();
    for (const TermId above : vocabulary_objects(graph, next, terms::sub_property_of)) {
      if (seen.insert(above).second) todo.push_back(above);
    }
  }
  return seen;
}

std::vector<Demand> demands_of(const FactGraph& graph, TermId property) {
  std::vector<Demand> out;
  for (const TermId above : with_superproperties(graph, property)) {
    for (const TermId cls : vocabulary_objects(graph, above, terms::domain)) out.push_back({false, alternatives(graph, cls)});
    for (const TermId cls : vocabulary_objects(graph, above, terms::range)) out.push_back({true, alternatives(graph, cls)});
  }
  out.push_back({false, vocabulary_objects(graph, property, terms::domain_includes)});
  out.push_back({true, vocabulary_objects(graph, property, terms::range_includes)});
  std::erase_if(out, [](const Demand& demand) { return demand.wanted.empty(); });
  return out;
}

/// The class of the node that is disjoint with all that is wanted, or `no_term`.
TermId offending(const CheckContext& context, const std::vector<TermId>& types, const Alternatives& wanted) {
  for (const TermId type : types) {
    if (std::all_of(wanted.begin(), wanted.end(), [&](TermId w) { return context.classes.disjoint(type, w); })) return type;
  }
  return no_term;
}

std::string join(const CheckContext& context, const Alternatives& wanted) {
  std::vector<std::string> names;
  for (const TermId cls : wanted) names.push_back(context.graph.local_name(cls));
  std::sort(names.begin(), names.end());
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "a " : " or a ") + name;
  return out;
}

Finding report(const CheckContext& context, const Fact& fact, const Demand& demand, TermId found) {
  Finding out = context.finding(fact.subject, {{"property", context.graph.local_name(fact.predicate)},
                                               {"value", context.graph.label(fact.object)},
                                               {"side", demand.of_object ? "object" : "subject"},
                                               {"wanted", join(context, demand.wanted)},
                                               {"found", context.graph.local_name(found)}});
  out.path = context.graph.value(fact.predicate);
  out.value = context.graph.term(fact.object);
  const ClassConflict conflict = context.classes.conflicts(std::vector{found}, std::vector{demand.wanted.front()}).front();
  out.proof = {context.step(fact), context.classes.way_up(conflict.first, conflict.first_ancestor),
               context.classes.way_up(conflict.second, conflict.second_ancestor),
               context.graph.local_name(conflict.first_ancestor) + " disjointWith " + context.graph.local_name(conflict.second_ancestor)};
  out.evidence = {context.claims.evidence(fact)};
  return out;
}

}  // namespace

std::vector<Finding> check_domain_range(const CheckContext& context) {
  std::vector<Finding> out;
  std::map<TermId, std::vector<Demand>> demands;
  const bool all = context.spec.of("properties").empty();
  for (const Fact& fact : context.graph.facts()) {
    auto known = demands.find(fact.predicate);
    if (known == demands.end()) {
      const bool wanted = all || context.names("properties", fact.predicate);
      known = demands.emplace(fact.predicate, wanted ? demands_of(context.graph, fact.predicate) : std::vector<Demand>{}).first;
    }
    for (const Demand& demand : known->second) {
      const TermId node = demand.of_object ? fact.object : fact.subject;
      if (context.graph.kind(node) == TermKind::Literal) continue;
      const TermId found = offending(context, context.classes.types(node), demand.wanted);
      if (found != no_term) out.push_back(report(context, fact, demand, found));
    }
  }
  return out;
}

}  // namespace chancery
