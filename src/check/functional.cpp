// The first value of each node is compared with the others. Dates differ only if no day fits both; texts only within one language;
// numbers by their value.
#include <cstdlib>
#include <string>

#include "check/check_context.hpp"
#include "check/days.hpp"
#include "check/terms.hpp"
#include "rdf/vocabulary.hpp"

namespace chancery {
namespace {

bool is_number(std::string_view datatype) {
  for (const std::string_view local : {"integer", "decimal", "double", "nonNegativeInteger"}) {
    if (datatype == std::string(ns::xsd).append(local)) return true;
  }
  return false;
}

bool differ(const CheckContext& context, TermId a, TermId b) {
  const FactGraph& graph = context.graph;
  if (a == b) return false;
  if (graph.kind(a) != TermKind::Literal || graph.kind(b) != TermKind::Literal) {
    const TermId same = graph.iri(terms::same_as);
    return same == no_term || (!graph.has(a, same, b) && !graph.has(b, same, a));
  }
  const auto first = days_of(graph, a);
  const auto second = days_of(graph, b);
  if (first && second) return !first->overlaps(*second);
  if (graph.language(a) != graph.language(b)) return false;
  if (is_number(graph.datatype(a)) && is_number(graph.datatype(b))) {
    return std::strtod(std::string(graph.value(a)).c_str(), nullptr) != std::strtod(std::string(graph.value(b)).c_str(), nullptr);
  }
  return true;
}

Finding report(const CheckContext& context, const Fact& a, const Fact& b) {
  Finding out = context.finding(a.subject, {{"property", context.graph.local_name(a.predicate)},
                                            {"first", context.graph.label(a.object)},
                                            {"second", context.graph.label(b.object)}});
  out.path = context.graph.value(a.predicate);
  out.value = context.graph.term(b.object);
  out.proof = {context.step(a), context.step(b)};
  out.evidence = {context.claims.evidence(a), context.claims.evidence(b)};
  return out;
}

/// All pairs of one node's values that differ, each value with the first one in order that it differs from.
void compare_values(const CheckContext& context, std::vector<Fact> values, std::vector<Finding>& out) {
  std::sort(values.begin(), values.end(), [&](const Fact& a, const Fact& b) { return context.graph.compare(a.object, b.object) < 0; });
  for (std::size_t i = 1; i < values.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (!differ(context, values[j].object, values[i].object)) continue;
      out.push_back(report(context, values[j], values[i]));
      break;
    }
  }
}

}  // namespace

std::vector<Finding> check_functional(const CheckContext& context) {
  std::vector<Finding> out;
  for (const TermId property : context.terms("properties")) {
    std::vector<Fact> values;
    for (const Fact& fact : context.graph.with_predicate(property)) {
      if (!values.empty() && values.front().subject != fact.subject) {
        if (values.size() > 1) compare_values(context, std::move(values), out);
        values.clear();
      }
      values.push_back(fact);
    }
    if (values.size() > 1) compare_values(context, std::move(values), out);
  }
  return out;
}

}  // namespace chancery
