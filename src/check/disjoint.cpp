// Per node the conflicts of its classes with one another; the classes are closed over the vocabulary beforehand.
#include "check/check_context.hpp"
#include "check/terms.hpp"

namespace chancery {
namespace {

constexpr std::size_t sentences = 2;

Finding report(const CheckContext& context, TermId node, const ClassConflict& conflict) {
  Finding out =
      context.finding(node, {{"first", context.graph.local_name(conflict.first)}, {"second", context.graph.local_name(conflict.second)}});
  out.path = terms::type;
  out.value = context.graph.term(conflict.second);
  out.proof = {context.classes.way_up(conflict.first, conflict.first_ancestor),
               context.classes.way_up(conflict.second, conflict.second_ancestor),
               context.graph.local_name(conflict.first_ancestor) + " disjointWith " + context.graph.local_name(conflict.second_ancestor)};
  out.evidence = context.claims.mentions(node, sentences);
  return out;
}

}  // namespace

std::vector<Finding> check_disjoint(const CheckContext& context) {
  std::vector<Finding> out;
  TermId last = no_term;
  for (const Fact& fact : context.graph.with_predicate(context.graph.iri(terms::type))) {
    if (fact.subject == last) continue;
    last = fact.subject;
    const std::vector<TermId> types = context.classes.types(fact.subject);
    for (const ClassConflict& conflict : context.classes.conflicts(types, types)) out.push_back(report(context, fact.subject, conflict));
  }
  return out;
}

}  // namespace chancery
