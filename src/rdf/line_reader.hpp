#pragma once

#include <istream>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "rdf/statement.hpp"

namespace chancery {

/// Read N-Triples or N-Quads (RDF 1.1) into `sink`, a line at a time, in constant memory.
///
/// Strict: terms are validated as when they are made. A line that is none is left out and explained in `diagnostics`
/// (`rdf.syntax`, `rdf.bad-term`), and reading goes on after it; past 100 bad lines it stops with `rdf.too-many-errors`.
/// `file` only names the source. Returns the number of statements given to `sink`.
std::size_t read_lines(std::istream& in, const std::string& file, StatementSink& sink, Diagnostics& diagnostics);
/// The same from memory.
std::size_t read_lines(std::string_view text, const std::string& file, StatementSink& sink, Diagnostics& diagnostics);

}  // namespace chancery
