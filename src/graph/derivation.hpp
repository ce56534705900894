#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/quad.hpp"
#include "graph/term_table.hpp"
#include "graph/terms.hpp"

/// The steps of `derive`, for `derive.cpp` and the tests. Each reads a finished set of quads whose terms are numbered in order, so
/// whatever it decides by number it decides by the terms.
namespace chancery {

/// What the steps read. Borrows all of it.
struct DeriveInput {
  const TermTable& terms;
  const GraphTerms& is;
  const QuadSet& quads;
};

/// What is known of a node, as bits; by term number.
namespace node_flag {
inline constexpr std::uint8_t person = 1;
inline constexpr std::uint8_t entity = 2;     ///< a person, polity, organisation or place
inline constexpr std::uint8_t evidence = 4;   ///< an article, claim, span or run, or a publisher that the news does not speak of
inline constexpr std::uint8_t mentioned = 8;  ///< some article's text names it
inline constexpr std::uint8_t publisher = 16;
inline constexpr std::uint8_t referenced = 32;  ///< the object of a triple of the graph
}  // namespace node_flag

std::vector<std::uint8_t> flag_nodes(const DeriveInput& in);

/// For each term itself, or the event that it is united into: the smallest of its set. Empty if nothing is to be united.
std::vector<TermIndex> unite_events(const DeriveInput& in);

/// Give each event the statuses that its claims decide.
void derive_statuses(const DeriveInput& in, QuadSet& out);
/// Tie any two people who attended an event that was held, both ways. `statuses` is finished and holds what the step above gave.
void derive_encounters(const DeriveInput& in, std::span<const std::uint8_t> flags, const QuadSet& statuses, QuadSet& out);
/// Tie people to the posts that they hold.
void derive_holders(const DeriveInput& in, QuadSet& out);
/// Mark the entities that no article names.
void derive_background(const DeriveInput& in, std::span<const std::uint8_t> flags, QuadSet& out);

/// The labels of one node: one `rdfs:label` of all that `about` holds of `skos:prefLabel`, `rdfs:label` and `skos:altLabel`, the others as
/// `skos:altLabel`. Gives the label, or `no_index` if there is none.
TermIndex derive_labels(const DeriveInput& in, std::span<const Quad> about, QuadSet& out);

/// Calls `use` with the quads of each subject in turn.
template <typename Use>
void for_each_subject(std::span<const Quad> quads, Use use) {
  while (!quads.empty()) {
    std::size_t end = 1;
    while (end < quads.size() && quads[end].subject == quads[0].subject) ++end;
    use(quads.first(end));
    quads = quads.subspan(end);
  }
}

/// The quads of `about`, which are of one subject, that have this predicate. Short groups are walked, not searched.
std::span<const Quad> with_predicate(std::span<const Quad> about, TermIndex predicate);
/// The object of the first such quad, or `no_index`.
TermIndex object_of(std::span<const Quad> about, TermIndex predicate);

}  // namespace chancery
