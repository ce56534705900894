#pragma once

#include <span>

#include "rdf/byte_sink.hpp"
#include "rdf/statement.hpp"

namespace chancery {

/// Write statements as expanded JSON-LD 1.1: an array of node objects in the order of the terms, a named graph as a node with
/// `@graph`. Values keep their lexical form and datatype. Does not finish `out`.
void write_json_ld(std::span<const Statement> statements, ByteSink& out);

}  // namespace chancery
