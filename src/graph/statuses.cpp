// A claim says of an event that it has a status. Claims are gathered with their article and its day; each article gives one
// status (the first in the order of ties), the newest dated article decides, and what undated articles say is kept beside it,
// because nothing tells whether it is newer.
#include <algorithm>
#include <string>
#include <string_view>

#include "graph/derivation.hpp"

namespace chancery {
namespace {

struct StatusClaim {
  TermIndex event = no_index;
  TermIndex article = no_index;  ///< `no_index` if the claim tells none
  std::string_view day;          ///< "2025-04-12", or empty; borrowed from the table
  std::uint8_t rank = 0;         ///< in the order of ties
};

/// The article that a claim was drawn from: through the place in its text, else the name of the graph.
TermIndex article_of(const DeriveInput& in, std::span<const Quad> claim) {
  for (const Quad& from : with_predicate(claim, in.is.derived_from)) {
    const std::span<const Quad> context = in.quads.about(from.object, in.is.reference_context);
    if (!context.empty()) return context[0].object;
  }
  return claim[0].graph;
}

/// The first ten characters of the date: days of four-digit years order as text.
std::string_view day_of_article(const DeriveInput& in, TermIndex article) {
  if (article == no_index) return {};
  const std::span<const Quad> dates = in.quads.about(article, in.is.date_published);
  return dates.empty() ? std::string_view() : in.terms.value(dates[0].object).substr(0, 10);
}

bool is_certain(const DeriveInput& in, std::span<const Quad> claim) {
  const TermIndex factuality = object_of(claim, in.is.factuality);
  const TermIndex polarity = object_of(claim, in.is.polarity);
  if (factuality != no_index && factuality != in.is.certain) return false;
  return polarity == no_index || in.terms.value(polarity) == "true" || in.terms.value(polarity) == "1";
}

std::vector<StatusClaim> gather_claims(const DeriveInput& in) {
  std::vector<StatusClaim> claims;
  const auto order = in.is.statuses();
  for_each_subject(in.quads.all(), [&](std::span<const Quad> about) {
    if (object_of(about, in.is.predicate) != in.is.event_status || !is_certain(in, about)) return;
    const TermIndex event = object_of(about, in.is.subject);
    const auto rank = std::find(order.begin(), order.end(), object_of(about, in.is.object)) - order.begin();
    if (event == no_index || rank == static_cast<std::ptrdiff_t>(order.size())) return;
    const TermIndex article = article_of(in, about);
    claims.push_back({event, article, day_of_article(in, article), static_cast<std::uint8_t>(rank)});
  });
  return claims;
}

/// By event, newest day first (undated ones last), article, then the order of ties.
bool before(const StatusClaim& a, const StatusClaim& b) {
  if (a.event != b.event) return a.event < b.event;
  if (a.day != b.day) return a.day > b.day;
  if (!a.day.empty()) return a.rank < b.rank;
  return a.article != b.article ? a.article < b.article : a.rank < b.rank;
}

}  // namespace

void derive_statuses(const DeriveInput& in, QuadSet& out) {
  std::vector<StatusClaim> claims = gather_claims(in);
  std::sort(claims.begin(), claims.end(), before);
  const auto order = in.is.statuses();
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const StatusClaim& claim = claims[i];
    const bool first_of_event = i == 0 || claims[i - 1].event != claim.event;
    const bool first_of_article = first_of_event || claims[i - 1].article != claim.article || !claims[i - 1].day.empty();
    if (!first_of_event && !(claim.day.empty() && first_of_article)) continue;
    out.add({claim.event, in.is.event_status, order[claim.rank], in.is.derived_graph});
  }
}

void derive_encounters(const DeriveInput& in, std::span<const std::uint8_t> flags, const QuadSet& statuses, QuadSet& out) {
  std::vector<TermIndex> people;
  for_each_subject(statuses.all(), [&](std::span<const Quad> about) {
    if (about.size() != 1 || about[0].object != in.is.held) return;
    people.clear();
    for (const Quad& quad : in.quads.about(about[0].subject, in.is.attendee)) {
      if ((flags[quad.object] & node_flag::person) != 0 && (people.empty() || people.back() != quad.object)) people.push_back(quad.object);
    }
    for (const TermIndex one : people) {
      for (const TermIndex other : people) {
        if (one != other) out.add({one, in.is.met, other, in.is.derived_graph});
      }
    }
  });
}

}  // namespace chancery
