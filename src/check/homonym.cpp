// The bodies of a person's offices are joined where one contains, or is, the other; more than one group of them is suspicious.
#include <map>
#include <numeric>

#include <boost/pending/disjoint_sets.hpp>

#include "check/check_context.hpp"
#include "check/memberships.hpp"
#include "check/numbering.hpp"

namespace chancery {
namespace {

struct Office {
  Tenure tenure;
  TermId body = no_term;
};

/// Which bodies hang together. Owns its arrays; numbers are those of `numbering`.
class Groups {
 public:
  explicit Groups(const CheckContext& context)
      : facts_(context.facts("related")),
        numbering_(context.graph, facts_),
        parent_(numbering_.size()),
        rank_(numbering_.size()),
        sets_(rank_.data(), parent_.data()) {
    std::iota(parent_.begin(), parent_.end(), 0U);
    for (const Fact& fact : facts_) sets_.union_set(numbering_.number(fact.subject), numbering_.number(fact.object));
  }
  /// A term that stands for the group of `body`.
  TermId of(TermId body) { return numbering_.has(body) ? numbering_.term(sets_.find_set(numbering_.number(body))) : body; }

 private:
  std::vector<Fact> facts_;
  Numbering numbering_;
  std::vector<std::uint32_t> parent_, rank_;
  boost::disjoint_sets<std::uint32_t*, std::uint32_t*> sets_;
};

Finding report(const CheckContext& context, const Office& a, const Office& b) {
  Finding out = context.finding(a.tenure.member, {{"first", context.graph.label(a.body)}, {"second", context.graph.label(b.body)}});
  out.path = context.graph.value(context.triple(b.tenure.post, "body", b.body).predicate);
  out.value = context.graph.term(b.body);
  for (const Office& office : {a, b}) {
    out.proof.push_back(context.graph.label(office.tenure.post) + " in " + context.graph.label(office.body));
    FindingEvidence evidence = context.claims.evidence(context.triple(office.tenure.membership, "member", office.tenure.member));
    evidence.triple = context.graph.label(office.tenure.member) + " holds " + context.graph.label(office.tenure.post);
    out.evidence.push_back(std::move(evidence));
  }
  return out;
}

}  // namespace

std::vector<Finding> check_homonym(const CheckContext& context) {
  const std::vector<TermId> classes = context.terms("classes");
  const auto counts = [&](TermId body) {
    if (context.spec.of("classes").empty()) return true;
    for (const TermId cls : classes) {
      if (context.classes.is_instance(body, cls)) return true;
    }
    return false;
  };
  Groups groups(context);
  std::map<TermId, std::map<TermId, Office>> by_person;  // person → group → first office there
  std::vector<Finding> out;
  for (const Tenure& tenure : read_tenures(context)) {
    for (const TermId body : context.objects(tenure.post, "body")) {
      if (!counts(body)) continue;
      auto& offices = by_person[tenure.member];
      const auto [place, fresh] = offices.try_emplace(groups.of(body), Office{tenure, body});
      if (!fresh || offices.size() < 2) continue;
      // The office that the person was first found with; which one that is follows the order of the memberships.
      const Office* first = nullptr;
      for (const auto& [group, office] : offices) {
        if (&office == &place->second) continue;
        if (!first || context.graph.compare(office.tenure.membership, first->tenure.membership) < 0) first = &office;
      }
      out.push_back(report(context, *first, place->second));
    }
  }
  return out;
}

}  // namespace chancery
