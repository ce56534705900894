#pragma once

#include <span>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "rdf/byte_sink.hpp"
#include "rdf/statement.hpp"
#include "rdf/vocabulary.hpp"
#include "redland/format.hpp"

namespace chancery {

/// Write `statements` in any format. N-Quads, TriG and JSON-LD keep the names of graphs; the others leave them out. Whatever the
/// order of the statements, the bytes are the same. Finishes `out`. `write_turtle` says where problems go.
Status write_rdf(std::span<const Statement> statements, RdfFormat format, std::span<const Prefix> prefixes, ByteSink& out,
                 Diagnostics& diagnostics);

}  // namespace chancery
