#pragma once

#include <memory>
#include <span>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "rdf/byte_sink.hpp"
#include "rdf/statement.hpp"
#include "rdf/vocabulary.hpp"
#include "redland/format.hpp"
#include "redland/turtle.hpp"

namespace chancery {

/// A writer of any format. It holds what it is given until `finish`, so the bytes do not depend on the order of the statements; for
/// streams of N-Triples and N-Quads use `LineWriter`. N-Quads, TriG and JSON-LD keep the names of graphs; the others leave them
/// out. XML cannot hold everything: control characters become U+FFFD (`rdf.xml-character`), and a predicate that is no XML name
/// costs its triple (`rdf.xml-name`). Borrows `out` and `diagnostics`.
std::unique_ptr<RdfWriter> make_writer(RdfFormat format, std::span<const Prefix> prefixes, ByteSink& out, Diagnostics& diagnostics);

/// Write `statements` at once.
Status write_rdf(std::span<const Statement> statements, RdfFormat format, std::span<const Prefix> prefixes, ByteSink& out,
                 Diagnostics& diagnostics);

}  // namespace chancery
