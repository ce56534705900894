// Uniting the events of different articles.
//
// Two events are alike if they are of one day, of compatible kinds (the same, or one is of the general class alone), and share two
// participants that are more than names of one article, or one such participant and the place. Pairs are not compared: each
// event files itself under every key of what it could share (day and two participants; day, participant and place), and only
// events under one key are looked at together. Under a key an event with a rival is left alone: another event of its own
// article that the same others are alike to, two special kinds that a general one could join, or, where only one participant
// is shared, others whose further participants differ.
//
// An event of which nothing is asserted, because it was denied or is only possible, is taken by what is claimed of it, so that the
// denial meets what it denies.
//
// What is alike is then united set by set, in the order of the keys, unless that would bring two events of one article or two
// special kinds together over a third. Keys are numbers in the order of terms, so the outcome depends on the terms alone.
#include <algorithm>
#include <compare>
#include <cstdint>
#include <numeric>
#include <span>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "graph/derivation.hpp"
#include "rdf/node_iri.hpp"

namespace chancery {
namespace {

/// Events with more participants than this are filed under their first ones only.
constexpr std::size_t max_participants = 40;

struct Event {
  TermIndex node = no_index;
  TermIndex article = no_index;
  TermIndex kind = no_index;  ///< the special class, or `no_index` for the general one
  bool one_kind = true;       ///< false if it has several special classes
  TermIndex day = no_index;
  std::vector<TermIndex> participants;  ///< sorted, without those of one article only
  std::vector<TermIndex> places;
};

struct Key {
  TermIndex day = no_index;
  TermIndex participant = no_index;
  TermIndex other = no_index;  ///< the second participant, or the place
  bool by_place = false;

  friend auto operator<=>(const Key&, const Key&) = default;
};

struct Filed {
  Key key;
  std::uint32_t event = 0;

  friend auto operator<=>(const Filed&, const Filed&) = default;
};

/// The nodes that are more than one article's names for something.
std::vector<TermIndex> lasting_objects(const DeriveInput& in, std::span<const Quad> about, TermIndex predicate) {
  std::vector<TermIndex> out;
  for (const Quad& quad : with_predicate(about, predicate)) {
    if (!out.empty() && out.back() == quad.object) continue;
    if (in.terms.is_iri(quad.object) && !is_article_scoped(in.terms.value(quad.object))) out.push_back(quad.object);
  }
  return out;
}

/// The one object of this predicate, or `no_index` if there is none or more than one.
TermIndex only_object(std::span<const Quad> about, TermIndex predicate) {
  const std::span<const Quad> found = with_predicate(about, predicate);
  return !found.empty() && found.front().object == found.back().object ? found[0].object : no_index;
}

/// The day of an event that has exactly one.
TermIndex day_of_event(const DeriveInput& in, std::span<const Quad> about) {
  const TermIndex earliest = only_object(about, in.is.earliest);
  const TermIndex latest = only_object(about, in.is.latest);
  if (earliest != no_index || latest != no_index) return earliest == latest ? earliest : no_index;
  const TermIndex start = only_object(about, in.is.start_date);
  const bool is_day = start != no_index && in.terms.value(start).size() == std::string_view("2025-04-11").size();
  return is_day ? start : no_index;
}

void read_kinds(const DeriveInput& in, std::span<const Quad> about, Event& event) {
  for (const Quad& quad : with_predicate(about, in.is.type)) {
    if (quad.object == in.is.event || quad.object == in.is.meeting || quad.object == event.kind) continue;
    event.one_kind = event.kind == no_index;
    if (!event.one_kind) return;
    event.kind = quad.object;
  }
}

bool is_event(const DeriveInput& in, std::span<const Quad> about) {
  for (const Quad& quad : with_predicate(about, in.is.type)) {
    if (quad.object == in.is.event || quad.object == in.is.meeting) return true;
  }
  return false;
}

/// Where the event stands: the article that its quads are named after, else (in shards without names) that of a claim about it.
void read_articles(const DeriveInput& in, std::vector<Event>& events) {
  bool any_unknown = false;
  for (const Event& event : events) any_unknown |= event.article == no_index;
  if (!any_unknown) return;
  std::vector<TermIndex> article(in.terms.size(), no_index);
  for_each_subject(in.quads.all(), [&](std::span<const Quad> about) {
    const TermIndex event = object_of(about, in.is.subject);
    const TermIndex place = object_of(about, in.is.derived_from);
    if (event == no_index || place == no_index) return;
    const std::span<const Quad> context = in.quads.about(place, in.is.reference_context);
    if (!context.empty()) article[event] = std::min(article[event], context[0].object);
  });
  for (Event& event : events) {
    if (event.article == no_index) event.article = article[event.node] != no_index ? article[event.node] : event.node;
  }
}

/// What is claimed and does not hold in the plain graph, as triples: "they did not meet on Sunday" tells the day and who was there.
QuadSet claimed_only(const DeriveInput& in) {
  QuadSet out;
  for_each_subject(in.quads.all(), [&](std::span<const Quad> about) {
    const TermIndex predicate = object_of(about, in.is.predicate);
    const bool wanted = predicate == in.is.attendee || predicate == in.is.location || predicate == in.is.earliest ||
                        predicate == in.is.latest || predicate == in.is.start_date;
    if (!wanted) return;
    const TermIndex event = object_of(about, in.is.subject);
    const TermIndex object = object_of(about, in.is.object);
    if (event != no_index && object != no_index && !in.quads.has(event, predicate, object)) out.add({event, predicate, object, no_index});
  });
  out.finish();
  return out;
}

/// Events that have a day and somebody whom another article could name too. Of one that nobody asserts what is claimed of it counts.
std::vector<Event> gather_events(const DeriveInput& in) {
  const QuadSet claimed = claimed_only(in);
  std::vector<Event> events;
  for_each_subject(in.quads.all(), [&](std::span<const Quad> about) {
    if (!is_event(in, about)) return;
    Event event;
    event.node = about[0].subject;
    event.article = with_predicate(about, in.is.type)[0].graph;
    const std::span<const Quad> told = with_predicate(about, in.is.attendee).empty() ? claimed.about(event.node) : about;
    event.day = day_of_event(in, told);
    event.participants = lasting_objects(in, told, in.is.attendee);
    event.places = lasting_objects(in, told, in.is.location);
    read_kinds(in, about, event);
    if (event.day != no_index && event.one_kind && !event.participants.empty()) events.push_back(std::move(event));
  });
  read_articles(in, events);
  return events;
}

std::vector<Filed> file_events(const std::vector<Event>& events) {
  std::vector<Filed> out;
  for (std::uint32_t number = 0; number < events.size(); ++number) {
    const Event& event = events[number];
    const std::size_t count = std::min(event.participants.size(), max_participants);
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t k = i + 1; k < count; ++k) out.push_back({{event.day, event.participants[i], event.participants[k], false}, number});
      for (const TermIndex place : event.places) out.push_back({{event.day, event.participants[i], place, true}, number});
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// Sets of events that grow together. A set knows its articles and its special kind, so that it takes in nothing that conflicts.
class EventSets {
 public:
  explicit EventSets(const std::vector<Event>& events) : parent_(events.size()), kind_(events.size()), articles_(events.size()) {
    std::iota(parent_.begin(), parent_.end(), std::uint32_t{0});
    for (std::uint32_t i = 0; i < events.size(); ++i) {
      kind_[i] = events[i].kind;
      articles_[i].push_back(events[i].article);
      members_.insert(tag(i, events[i].article));
    }
  }

  std::uint32_t find(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }

  void unite(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    if (a == b || has_conflict(a, b)) return;
    if (articles_[a].size() < articles_[b].size()) std::swap(a, b);
    parent_[b] = a;
    if (kind_[a] == no_index) kind_[a] = kind_[b];
    for (const TermIndex article : articles_[b]) {
      articles_[a].push_back(article);
      members_.insert(tag(a, article));
    }
    articles_[b].clear();
  }

 private:
  static std::uint64_t tag(std::uint32_t set, TermIndex article) { return (std::uint64_t{set} << 32U) | article; }

  [[nodiscard]] bool has_conflict(std::uint32_t a, std::uint32_t b) const {
    if (kind_[a] != no_index && kind_[b] != no_index && kind_[a] != kind_[b]) return true;
    const bool a_smaller = articles_[a].size() < articles_[b].size();
    const std::vector<TermIndex>& few = articles_[a_smaller ? a : b];
    return std::any_of(few.begin(), few.end(), [&](TermIndex article) { return members_.contains(tag(a_smaller ? b : a, article)); });
  }

  std::vector<std::uint32_t> parent_;
  std::vector<TermIndex> kind_;
  std::vector<std::vector<TermIndex>> articles_;
  std::unordered_set<std::uint64_t> members_;  ///< (set, article); only ever asked, never walked
};

/// Unites the events under one key.
class KeyGroup {
 public:
  KeyGroup(const std::vector<Event>& events, EventSets& sets) : events_(events), sets_(sets) {}

  void unite(std::span<const Filed> filed) {
    if (filed.size() < 2) return;
    special_.clear();
    general_.clear();
    for (const Filed& one : filed) (events_[one.event].kind == no_index ? general_ : special_).push_back(one.event);
    std::stable_sort(special_.begin(), special_.end(),
                     [this](std::uint32_t a, std::uint32_t b) { return events_[a].kind < events_[b].kind; });
    const bool by_place = filed[0].key.by_place;
    if (!special_.empty() && events_[special_.front()].kind == events_[special_.back()].kind) {
      special_.insert(special_.end(), general_.begin(), general_.end());
      unite_alike(special_, by_place);
    } else {
      unite_by_kind(by_place);
      unite_alike(general_, by_place);
    }
  }

 private:
  void unite_by_kind(bool by_place) {
    const std::span<std::uint32_t> all(special_);
    for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
      while (end < all.size() && events_[all[end]].kind == events_[all[begin]].kind) ++end;
      unite_alike(all.subspan(begin, end - begin), by_place);
    }
  }

  /// `alike` are of compatible kinds. Unites those without a rival.
  void unite_alike(std::span<std::uint32_t> alike, bool by_place) {
    if (alike.size() < 2 || (by_place && !has_one_widest(alike))) return;
    std::sort(alike.begin(), alike.end(),
              [this](std::uint32_t a, std::uint32_t b) { return std::pair(events_[a].article, a) < std::pair(events_[b].article, b); });
    std::uint32_t first = UINT32_MAX;
    for (std::size_t begin = 0, end = 0; begin < alike.size(); begin = end) {
      while (end < alike.size() && events_[alike[end]].article == events_[alike[begin]].article) ++end;
      if (end - begin != 1) continue;
      if (first == UINT32_MAX) first = alike[begin];
      sets_.unite(first, alike[begin]);
    }
  }

  /// Whether the participants of each are among those of one of them.
  [[nodiscard]] bool has_one_widest(std::span<const std::uint32_t> alike) const {
    const auto size = [this](std::uint32_t i) { return events_[i].participants.size(); };
    const std::uint32_t widest =
        *std::max_element(alike.begin(), alike.end(), [&](std::uint32_t a, std::uint32_t b) { return size(a) < size(b); });
    const std::vector<TermIndex>& all = events_[widest].participants;
    return std::all_of(alike.begin(), alike.end(), [&](std::uint32_t i) {
      return std::includes(all.begin(), all.end(), events_[i].participants.begin(), events_[i].participants.end());
    });
  }

  const std::vector<Event>& events_;
  EventSets& sets_;
  std::vector<std::uint32_t> special_, general_;
};

}  // namespace

std::vector<TermIndex> unite_events(const DeriveInput& in) {
  const std::vector<Event> events = gather_events(in);
  const std::vector<Filed> filed = file_events(events);
  EventSets sets(events);
  KeyGroup group(events, sets);
  for (std::size_t begin = 0, end = 0; begin < filed.size(); begin = end) {
    while (end < filed.size() && filed[end].key == filed[begin].key) ++end;
    group.unite(std::span(filed).subspan(begin, end - begin));
  }

  std::vector<TermIndex> smallest(events.size(), no_index);
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    TermIndex& node = smallest[sets.find(i)];
    node = std::min(node, events[i].node);
  }
  std::vector<TermIndex> out;
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    const TermIndex kept = smallest[sets.find(i)];
    if (kept == events[i].node) continue;
    if (out.empty()) {
      out.resize(in.terms.size());
      std::iota(out.begin(), out.end(), TermIndex{0});
    }
    out[events[i].node] = kept;
  }
  return out;
}

}  // namespace chancery
