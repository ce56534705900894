#pragma once

#include <cstddef>

#include "graph/quad.hpp"
#include "graph/term_table.hpp"
#include "graph/terms.hpp"
#include "graph/union.hpp"
#include "rdf/statement.hpp"

namespace chancery {

/// What `derive` makes of a union: the graph that users see and the evidence behind it, over one table of terms.
///
/// Asserted quads keep their article as graph name; derived ones stand in `graph_names::derived`, evidence in `graph_names::claims`.
struct Derived {
  TermTable terms;
  QuadSet graph;
  QuadSet evidence;
  /// How many events were united into others.
  std::size_t united_events = 0;
};

/// The second layer of `docs/shard.md`: labels, united events, statuses, holders, who met whom, background marks, and the split
/// of graph and evidence. A pure function of the set of quads: their order changes nothing, not even the order of the result,
/// which is that of the terms. Takes the union apart.
Derived derive(Union&& shards);

/// Give the quads of a set to a sink in their order: each distinct triple once with an empty graph name, or every quad.
void emit_triples(const TermTable& terms, const QuadSet& quads, StatementSink& sink);
void emit_quads(const TermTable& terms, const QuadSet& quads, StatementSink& sink);

}  // namespace chancery
