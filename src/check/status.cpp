// Claims about what became of an event. Held and cancelled exclude each other only if the cancellation was published on the day of
// the event or later: before that, plans change. An article that reports as held what lies after its own day is wrong in any case.
#include <map>

#include "check/check_context.hpp"
#include "check/days.hpp"

namespace chancery {
namespace {

struct EventClaims {
  std::vector<const ClaimFact*> held, cancelled;
};

/// The days of the event itself, as far as its parts tell.
std::optional<DaySpan> days_of_event(const CheckContext& context, TermId event) {
  const auto earliest = days_of(context.graph, context.object(event, "earliest"));
  const auto latest = days_of(context.graph, context.object(event, "latest"));
  if (!earliest || !latest) return std::nullopt;
  return DaySpan{earliest->earliest, latest->latest};
}

Finding report(const CheckContext& context, TermId event, const std::string& reason, std::vector<const ClaimFact*> claims) {
  Finding out = context.finding(event, {{"reason", reason}});
  out.path = context.graph.value(claims.back()->triple.predicate);
  out.value = context.graph.term(claims.back()->triple.object);
  for (const ClaimFact* claim : claims) {
    out.proof.push_back(context.graph.local_name(claim->triple.object) +
                        (claim->published ? " as of " + to_iso(*claim->published) : ", undated"));
    out.evidence.push_back(context.claims.evidence(*claim));
  }
  return out;
}

void check_event(const CheckContext& context, TermId event, const EventClaims& claims, std::vector<Finding>& out) {
  const auto days = days_of_event(context, event);
  for (const ClaimFact* held : claims.held) {
    if (!days || !held->published || days->earliest <= *held->published) continue;
    out.push_back(report(context, event,
                         "reported as held on " + to_iso(*held->published) + ", before it could be (" + to_string(*days) + ")", {held}));
    break;
  }
  if (claims.held.empty() || claims.cancelled.empty()) return;
  for (const ClaimFact* cancelled : claims.cancelled) {
    if (!days || !cancelled->published || *cancelled->published < days->latest) continue;
    out.push_back(report(context, event, "held for one article, cancelled for another", {claims.held.front(), cancelled}));
    return;
  }
  Finding finding = report(context, event, "cancelled for one article, held for another", {claims.cancelled.front(), claims.held.front()});
  finding.severity = FindingSeverity::Info;
  out.push_back(std::move(finding));
}

}  // namespace

std::vector<Finding> check_status(const CheckContext& context) {
  std::map<TermId, EventClaims> events;
  for (const ClaimFact& claim : context.claims.all()) {
    if (!claim.certain || !claim.positive || !context.names("status", claim.triple.predicate)) continue;
    if (context.names("held", claim.triple.object)) events[claim.triple.subject].held.push_back(&claim);
    if (context.names("cancelled", claim.triple.object)) events[claim.triple.subject].cancelled.push_back(&claim);
  }
  std::vector<Finding> out;
  for (const auto& [event, claims] : events) check_event(context, event, claims, out);
  return out;
}

}  // namespace chancery
