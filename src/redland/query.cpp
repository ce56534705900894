#include "redland/query.hpp"

#include <algorithm>
#include <utility>

#include "redland/store.hpp"
#include "redland/world.hpp"

namespace chancery {

struct QueryEngine::Parts {
  Parts() : store(world, RedlandStore::Indexes::All) {}
  RedlandWorld world;
  RedlandStore store;
};

QueryEngine::QueryEngine(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
QueryEngine::QueryEngine(QueryEngine&&) noexcept = default;
QueryEngine& QueryEngine::operator=(QueryEngine&&) noexcept = default;
QueryEngine::~QueryEngine() = default;

std::optional<QueryEngine> QueryEngine::load(std::span<const Statement> statements, Diagnostics& diagnostics) {
  auto parts = std::make_unique<Parts>();
  bool ok = parts->world.ok() && parts->store.ok();
  parts->world.report_to(&diagnostics);
  for (const Statement& statement : statements) ok = ok && parts->store.add(statement);
  if (!ok) {
    diagnostics.error("rdf.library", {}, "librdf cannot hold the graph (is there enough memory?)");
    return std::nullopt;
  }
  parts->world.report_to(nullptr);
  return QueryEngine(std::move(parts));
}

namespace {

QueryResult read_rows(librdf_query_results* results) {
  QueryResult out;
  const int width = librdf_query_results_get_bindings_count(results);
  for (int i = 0; i < width; ++i) out.columns.emplace_back(librdf_query_results_get_binding_name(results, i));
  for (; librdf_query_results_finished(results) == 0; librdf_query_results_next(results)) {
    std::vector<std::optional<Term>>& row = out.rows.emplace_back();
    for (int i = 0; i < width; ++i) {
      const NodeHandle node(librdf_query_results_get_binding_value(results, i));
      row.push_back(node == nullptr ? std::optional<Term>() : to_term(*node));
    }
  }
  return out;
}

QueryResult read_triples(librdf_query_results* results) {
  QueryResult out;
  out.kind = QueryResult::Kind::Triples;
  const StreamHandle stream(librdf_query_results_as_stream(results));
  for (; stream != nullptr && librdf_stream_end(stream.get()) == 0; librdf_stream_next(stream.get())) {
    const librdf_statement* triple = librdf_stream_get_object(stream.get());
    if (triple != nullptr) out.triples.push_back({to_term(*triple->subject), to_term(*triple->predicate), to_term(*triple->object), {}});
  }
  std::sort(out.triples.begin(), out.triples.end());
  out.triples.erase(std::unique(out.triples.begin(), out.triples.end()), out.triples.end());
  return out;
}

QueryResult read_result(librdf_query_results* results) {
  if (librdf_query_results_is_boolean(results) != 0) {
    QueryResult out;
    out.kind = QueryResult::Kind::Truth;
    out.truth = librdf_query_results_get_boolean(results) > 0;
    return out;
  }
  return librdf_query_results_is_graph(results) != 0 ? read_triples(results) : read_rows(results);
}

}  // namespace

std::optional<QueryResult> QueryEngine::run(std::string_view sparql, const std::string& file, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.error_count();
  find_unsupported(sparql, file, diagnostics);
  if (diagnostics.error_count() != before) return std::nullopt;
  RedlandWorld& world = parts_->world;
  world.report_to(&diagnostics, "query.syntax", file);
  const std::string text(sparql);
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.c_str());
  const QueryHandle query(librdf_new_query(world.get(), "sparql", nullptr, bytes, nullptr));
  const QueryResultsHandle results(query == nullptr ? nullptr : librdf_query_execute(query.get(), parts_->store.model()));
  std::optional<QueryResult> out;
  if (results != nullptr) out = read_result(results.get());
  if (world.errors() > 0) out.reset();
  if (!out && world.errors() == 0) diagnostics.error("query.syntax", {file, 0, 0}, "the query engine gives no result and no reason");
  world.report_to(nullptr);
  return out;
}

std::optional<QueryResult> run_query(std::span<const Statement> statements, std::string_view sparql, const std::string& file,
                                     Diagnostics& diagnostics) {
  std::optional<QueryEngine> engine = QueryEngine::load(statements, diagnostics);
  return engine ? engine->run(sparql, file, diagnostics) : std::nullopt;
}

}  // namespace chancery
