#include "check/memberships.hpp"

#include <algorithm>

namespace chancery {
namespace {

/// The days of a node's date over a part: the literal itself, or that of an instant.
std::optional<DaySpan> date(const CheckContext& context, TermId node, const std::string& part) {
  const TermId value = context.object(node, part);
  if (value == no_term) return std::nullopt;
  if (const auto days = days_of(context.graph, value)) return days;
  return days_of(context.graph, context.object(value, "at"));
}

std::optional<DaySpan> known_days(const CheckContext& context, TermId membership) {
  const bool current = context.names("current", context.object(membership, "tenure"));
  const auto seen = current ? date(context, membership, "as-of") : std::nullopt;
  const TermId interval = context.object(membership, "during");
  if (interval == no_term) return seen;
  const auto start = date(context, interval, "start");
  const auto end = date(context, interval, "end");
  // Only days on which the office was certainly held: from the last day the start may be to the first day the end may be.
  if (start && end && start->latest <= end->earliest) return DaySpan{start->latest, end->earliest};
  if (start && !end && seen && start->latest <= seen->earliest) return DaySpan{start->latest, seen->earliest};
  return seen;
}

}  // namespace

std::vector<Tenure> read_tenures(const CheckContext& context) {
  std::vector<Tenure> out;
  for (const Fact& fact : context.facts("member")) {
    for (const TermId post : context.objects(fact.subject, "post")) {
      out.push_back({fact.subject, fact.object, post, known_days(context, fact.subject)});
    }
  }
  std::sort(out.begin(), out.end(), [&](const Tenure& a, const Tenure& b) {
    const int order = context.graph.compare(a.membership, b.membership);
    return order != 0 ? order < 0 : context.graph.compare(a.post, b.post) < 0;
  });
  return out;
}

}  // namespace chancery
