// Claims of one triple, asserted by some and denied by others. Only what two articles say in their own voice, as certain, is a
// contradiction of the archive; where a speaker stands behind one of the two it is news, and told as such.
#include "check/check_context.hpp"

namespace chancery {
namespace {

std::string voice(const CheckContext& context, const ClaimFact& claim) {
  return context.graph.label(claim.in_own_voice() ? claim.article : claim.source);
}

Finding report(const CheckContext& context, const ClaimFact& yes, const ClaimFact& no) {
  const bool own = yes.in_own_voice() && no.in_own_voice() && yes.article != no.article;
  Finding out = context.finding(yes.triple.subject,
                                {{"first", voice(context, yes)}, {"second", voice(context, no)}, {"triple", context.step(yes.triple)}});
  if (!own) out.severity = FindingSeverity::Info;
  out.path = context.graph.value(yes.triple.predicate);
  out.value = context.graph.term(yes.triple.object);
  out.proof = {"asserted: " + context.step(yes.triple), "denied: " + context.step(no.triple)};
  out.evidence = {context.claims.evidence(yes), context.claims.evidence(no)};
  return out;
}

/// The pair to show of one triple's claims: both in their articles' own voice if there are such, else the first two.
void find_pair(const CheckContext& context, std::span<const ClaimFact> claims, std::vector<Finding>& out) {
  const ClaimFact* yes = nullptr;
  const ClaimFact* no = nullptr;
  for (const ClaimFact& a : claims) {
    for (const ClaimFact& b : claims) {
      if (!a.certain || !b.certain || !a.positive || b.positive) continue;
      const bool own = a.in_own_voice() && b.in_own_voice() && a.article != b.article;
      if (own) return out.push_back(report(context, a, b));
      const bool two_voices = a.source != b.source || a.article != b.article;
      if (!yes && two_voices) yes = &a, no = &b;
    }
  }
  if (yes) out.push_back(report(context, *yes, *no));
}

}  // namespace

std::vector<Finding> check_contradiction(const CheckContext& context) {
  std::vector<Finding> out;
  const auto all = context.claims.all();
  for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    while (end < all.size() && all[end].triple == all[begin].triple) ++end;
    if (end - begin > 1) find_pair(context, all.subspan(begin, end - begin), out);
  }
  return out;
}

}  // namespace chancery
