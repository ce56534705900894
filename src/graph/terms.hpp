#pragma once

#include <array>
#include <string_view>

#include "graph/term_table.hpp"

namespace chancery {

/// The terms that `derive` gives a meaning to, as numbers of one table: the only place where the program knows what a property
/// or class of the graph means. Make it anew after the table was sorted.
struct GraphTerms {
  explicit GraphTerms(TermTable& table);

  TermIndex type, label, subject, predicate, object;
  TermIndex pref_label, alt_label, name;
  TermIndex person, organization, polity, place;
  TermIndex event, meeting, attendee, location, start_date, earliest, latest, super_event, event_status;
  TermIndex held, scheduled, postponed, cancelled, proposed;
  TermIndex met, holds, background, yes;
  TermIndex member, post, tenure, as_of, current, former;
  TermIndex claim, factuality, certain, polarity, derived_from;
  TermIndex article, context, span, activity, mentions, publisher, date_published, reference_context;
  TermIndex derived_graph, claims_graph;

  /// Statuses of an event in the order in which they win a tie.
  [[nodiscard]] std::array<TermIndex, 5> statuses() const { return {cancelled, held, postponed, scheduled, proposed}; }
};

namespace graph_names {
inline constexpr std::string_view derived = "https://w3id.org/chancery#derived";
inline constexpr std::string_view claims = "https://w3id.org/chancery#claims";
inline constexpr std::string_view lexicon = "https://w3id.org/chancery#lexicon";
}  // namespace graph_names

}  // namespace chancery
