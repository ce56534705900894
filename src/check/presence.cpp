// A sweep over the events that each person attended in a known place. Two of them clash if one lies strictly inside the days of the
// other (on its first and last day people travel), or if both have clock times that overlap, and the places are far apart: neither
// within the other, and more than the set distance apart by their coordinates. Places without coordinates are never called far.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>
#include <string>

#include "check/check_context.hpp"
#include "check/days.hpp"

namespace chancery {
namespace {

constexpr double default_kilometres = 100;
constexpr double earth_radius_km = 6371;
constexpr double degree = 3.14159265358979323846 / 180;

struct Attendance {
  TermId event = no_term;
  TermId place = no_term;
  DaySpan days;
  std::string from, until;  ///< clock times as written, comparable when both are in the same form; empty if only days are known
};

struct Position {
  double latitude = 0, longitude = 0;
};

/// Great-circle distance by the haversine formula.
double kilometres(Position a, Position b) {
  const double up = std::sin((b.latitude - a.latitude) * degree / 2);
  const double along = std::sin((b.longitude - a.longitude) * degree / 2);
  const double h = up * up + std::cos(a.latitude * degree) * std::cos(b.latitude * degree) * along * along;
  return 2 * earth_radius_km * std::asin(std::min(1.0, std::sqrt(h)));
}

std::optional<Position> position(const CheckContext& context, TermId place) {
  const TermId latitude = context.object(place, "latitude");
  const TermId longitude = context.object(place, "longitude");
  if (latitude == no_term || longitude == no_term) return std::nullopt;
  const auto number = [&](TermId id) { return std::strtod(std::string(context.graph.value(id)).c_str(), nullptr); };
  return Position{number(latitude), number(longitude)};
}

/// The place and all that contain it.
std::set<TermId> containers(const CheckContext& context, TermId place) {
  std::set<TermId> seen{place};
  std::vector<TermId> todo{place};
  while (!todo.empty()) {
    const TermId next = todo.back();
    todo.pop_back();
    for (const TermId above : context.objects(next, "within")) {
      if (seen.insert(above).second) todo.push_back(above);
    }
  }
  return seen;
}

bool far_apart(const CheckContext& context, TermId a, TermId b) {
  if (containers(context, a).contains(b) || containers(context, b).contains(a)) return false;
  const auto first = position(context, a);
  const auto second = position(context, b);
  const auto& limit = context.spec.of("kilometres");
  return first && second &&
         kilometres(*first, *second) > (limit.empty() ? default_kilometres : std::strtod(limit.front().c_str(), nullptr));
}

bool same_time(const Attendance& a, const Attendance& b) {
  if (!a.from.empty() && !b.from.empty() && a.from.size() == b.from.size()) {
    return a.from < b.until && b.from < a.until;
  }
  const auto inside = [](const Attendance& x, const Attendance& y) {
    return y.days.earliest < x.days.earliest && x.days.latest < y.days.latest;
  };
  return inside(a, b) || inside(b, a);
}

/// When an event took place, as far as it is certain; none if that is not known to the day.
std::optional<Attendance> read_event(const CheckContext& context, TermId event, TermId place) {
  const TermId start = context.object(event, "start");
  const TermId end = context.object(event, "end");
  const auto first = days_of(context.graph, start);
  if (!first || first->earliest != first->latest) return std::nullopt;
  const auto last = end == no_term ? first : days_of(context.graph, end);
  if (!last || last->earliest != last->latest || last->latest < first->earliest) return std::nullopt;
  Attendance out{event, place, {first->earliest, last->latest}, {}, {}};
  const bool clock = end != no_term && context.graph.value(start).find('T') != std::string_view::npos &&
                     context.graph.value(end).find('T') != std::string_view::npos;
  if (clock) {
    out.from = context.graph.value(start);
    out.until = context.graph.value(end);
  }
  return out;
}

bool took_place(const CheckContext& context, TermId event) {
  for (const TermId cls : context.terms("remote")) {
    if (context.classes.is_instance(event, cls)) return false;
  }
  if (context.spec.of("held").empty()) return true;
  const auto statuses = context.objects(event, "status");
  return std::any_of(statuses.begin(), statuses.end(), [&](TermId status) { return context.names("held", status); });
}

Finding report(const CheckContext& context, TermId person, const Attendance& a, const Attendance& b) {
  Finding out = context.finding(person, {{"first", context.graph.label(a.place)}, {"second", context.graph.label(b.place)}});
  out.path = context.graph.value(context.triple(b.event, "location", b.place).predicate);
  out.value = context.graph.term(b.event);
  for (const Attendance& attendance : {a, b}) {
    out.proof.push_back(context.graph.label(attendance.event) + ": " + context.graph.label(attendance.place) + ", " +
                        to_string(attendance.days));
    out.evidence.push_back(context.claims.evidence(context.triple(attendance.event, "attendee", person)));
    out.evidence.push_back(context.claims.evidence(context.triple(attendance.event, "location", attendance.place)));
  }
  return out;
}

}  // namespace

std::vector<Finding> check_presence(const CheckContext& context) {
  std::map<TermId, std::vector<Attendance>> by_person;
  for (const Fact& fact : context.facts("attendee")) {
    const std::vector<TermId> places = context.objects(fact.subject, "location");
    if (places.size() != 1 || !took_place(context, fact.subject)) continue;
    if (auto attendance = read_event(context, fact.subject, places.front())) by_person[fact.object].push_back(std::move(*attendance));
  }
  std::vector<Finding> out;
  for (auto& [person, events] : by_person) {
    std::sort(events.begin(), events.end(), [&](const Attendance& a, const Attendance& b) {
      return a.days.earliest != b.days.earliest ? a.days.earliest < b.days.earliest : context.graph.compare(a.event, b.event) < 0;
    });
    std::vector<const Attendance*> running;
    for (const Attendance& next : events) {
      std::erase_if(running, [&](const Attendance* e) { return e->days.latest < next.days.earliest; });
      for (const Attendance* other : running) {
        if (same_time(*other, next) && far_apart(context, other->place, next.place)) out.push_back(report(context, person, *other, next));
      }
      running.push_back(&next);
    }
  }
  return out;
}

}  // namespace chancery
