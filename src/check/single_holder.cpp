// A sweep over the known days of each post for one: tenures ordered by their first day, each compared with those still running. Two
// people are reported once a post, on the first day they share.
#include <algorithm>
#include <map>

#include "check/check_context.hpp"
#include "check/memberships.hpp"
#include "check/terms.hpp"

namespace chancery {
namespace {

bool is_true(const FactGraph& graph, TermId value) {
  return value != no_term && (graph.value(value) == "true" || graph.value(value) == "1");
}

bool is_single(const CheckContext& context, TermId post) {
  if (is_true(context.graph, context.object(post, "single"))) return true;
  const std::vector<TermId> roles = context.objects(post, "role");
  return std::any_of(roles.begin(), roles.end(), [&](TermId r) { return is_true(context.graph, context.object(r, "single")); });
}

/// True if the graph says that the two are one person.
bool same_person(const CheckContext& context, TermId a, TermId b) {
  if (a == b) return true;
  const TermId same = context.graph.iri(terms::same_as);
  if (same == no_term) return false;
  if (context.graph.has(a, same, b) || context.graph.has(b, same, a)) return true;
  const auto facts = context.graph.about(a, same);
  return std::any_of(facts.begin(), facts.end(), [&](const Fact& f) { return context.graph.has(b, same, f.object); });
}

Finding report(const CheckContext& context, const Tenure& a, const Tenure& b) {
  const Day day = std::max(a.known->earliest, b.known->earliest);
  Finding out =
      context.finding(a.post, {{"day", to_iso(day)}, {"first", context.graph.label(a.member)}, {"second", context.graph.label(b.member)}});
  out.path = context.graph.value(context.triple(a.membership, "post", a.post).predicate);
  out.value = context.graph.term(b.member);
  for (const Tenure& tenure : {a, b}) {
    out.proof.push_back(context.graph.label(tenure.member) + ": " + to_string(*tenure.known));
    FindingEvidence evidence = context.claims.evidence(context.triple(tenure.membership, "member", tenure.member));
    evidence.triple = context.graph.label(tenure.member) + " holds " + context.graph.label(tenure.post);
    out.evidence.push_back(std::move(evidence));
  }
  return out;
}

}  // namespace

std::vector<Finding> check_single_holder(const CheckContext& context) {
  std::map<TermId, std::vector<Tenure>> by_post;
  for (const Tenure& tenure : read_tenures(context)) {
    if (tenure.known && is_single(context, tenure.post)) by_post[tenure.post].push_back(tenure);
  }
  std::vector<Finding> out;
  for (auto& [post, tenures] : by_post) {
    std::stable_sort(tenures.begin(), tenures.end(),
                     [](const Tenure& a, const Tenure& b) { return a.known->earliest < b.known->earliest; });
    std::vector<Tenure> running;
    std::vector<std::pair<TermId, TermId>> told;
    for (const Tenure& next : tenures) {
      std::erase_if(running, [&](const Tenure& t) { return t.known->latest < next.known->earliest; });
      for (const Tenure& other : running) {
        const std::pair<TermId, TermId> pair = std::minmax(TermId{other.member}, TermId{next.member});
        if (same_person(context, other.member, next.member) || std::find(told.begin(), told.end(), pair) != told.end()) continue;
        told.push_back(pair);
        out.push_back(report(context, other, next));
      }
      running.push_back(next);
    }
  }
  return out;
}

}  // namespace chancery
