#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "rdf/statement.hpp"
#include "rdf/vocabulary.hpp"

namespace chancery {

/// What a query gives: rows for SELECT, a truth for ASK, triples for CONSTRUCT.
struct QueryResult {
  enum class Kind : std::uint8_t { Rows, Truth, Triples };
  Kind kind = Kind::Rows;
  std::vector<std::string> columns;
  /// A cell is empty where the variable is unbound.
  std::vector<std::vector<std::optional<Term>>> rows;
  bool truth = false;
  std::vector<Statement> triples;
};

/// Why the embedded engine would answer a query wrongly or not at all; one `query.unsupported` each, empty if none. `file` only
/// names the source.
void find_unsupported(std::string_view sparql, const std::string& file, Diagnostics& diagnostics);

/// A graph that takes queries: a librdf model in `trees` storage with all indexes, queried by rasqal. Movable; one thread at a time.
class QueryEngine {
 public:
  /// Loads the triples (graph names are left out). None if the libraries fail (`rdf.library`).
  static std::optional<QueryEngine> load(std::span<const Statement> statements, Diagnostics& diagnostics);
  QueryEngine(QueryEngine&&) noexcept;
  QueryEngine& operator=(QueryEngine&&) noexcept;
  ~QueryEngine();

  /// None if the query is wrong (`query.syntax`) or uses what this engine cannot do rightly (`query.unsupported`).
  std::optional<QueryResult> run(std::string_view sparql, const std::string& file, Diagnostics& diagnostics);

 private:
  struct Parts;
  explicit QueryEngine(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

/// Load and run at once.
std::optional<QueryResult> run_query(std::span<const Statement> statements, std::string_view sparql, const std::string& file,
                                     Diagnostics& diagnostics);

/// A table for people: columns padded, IRIs shortened by `prefixes`, a line with the number of rows at the end.
std::string to_table(const QueryResult& result, std::span<const Prefix> prefixes);

}  // namespace chancery
