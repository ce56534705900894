#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "rdf/statement.hpp"
#include "redland/format.hpp"

namespace chancery {

/// Read an RDF file; the format comes from its name, else from its content. `-` is standard input.
///
/// All or nothing: with a syntax error (`rdf.syntax` in `diagnostics`, with file, line and column as far as the parser knows it)
/// the result is empty. A term that RDF does not allow costs only its statement (`rdf.bad-term`). Fails if the file cannot be read.
/// Nothing is ever fetched from the network. Blank nodes get labels of the reader's own, distinct over files of distinct `path`.
Result<std::vector<Statement>> read_graph(const std::string& path, Diagnostics& diagnostics,
                                          std::optional<RdfFormat> format = std::nullopt);
/// The same from text; `file` only names the source. Relative IRIs are taken under `base`, or are errors if it is empty.
std::vector<Statement> read_graph_text(std::string_view text, RdfFormat format, const std::string& file, Diagnostics& diagnostics,
                                       std::string_view base = {});

/// Read a file into a sink. N-Triples and N-Quads are streamed in constant memory, and a bad line costs only itself; other formats
/// come as `read_graph` has them. Returns the number of statements.
Result<std::size_t> stream_graph(const std::string& path, StatementSink& sink, Diagnostics& diagnostics,
                                 std::optional<RdfFormat> format = std::nullopt);

}  // namespace chancery
