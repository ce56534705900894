#include "redland/query.hpp"

#include <algorithm>
#include <utility>

#include "redland/query_aggregation.hpp"
#include "redland/store.hpp"
#include "redland/triples_source.hpp"
#include "redland/world.hpp"

namespace chancery {

struct QueryEngine::Parts {
  Parts() : store(world, RedlandStore::Indexes::All) {}
  RedlandWorld world;
  RedlandStore store;
  TriplesSource triples{store, {}};
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
  parts->world.listen_to_rasqal();
  if (!use_for_queries(parts->triples)) {
    diagnostics.error("rdf.library", {}, "rasqal cannot be set up");
    return std::nullopt;
  }
  return QueryEngine(std::move(parts));
}

namespace {

/// The projected variables. They are asked of the query, because results without rows know none.
std::vector<std::string> read_columns(rasqal_query* query) {
  std::vector<std::string> out;
  raptor_sequence* variables = rasqal_query_get_bound_variable_sequence(query);
  for (int i = 0; variables != nullptr && i < raptor_sequence_size(variables); ++i) {
    const auto* variable = static_cast<const rasqal_variable*>(raptor_sequence_get_at(variables, i));
    out.emplace_back(reinterpret_cast<const char*>(variable->name));
  }
  return out;
}

QueryResult read_rows(rasqal_query* query, rasqal_query_results* results) {
  QueryResult out;
  out.columns = read_columns(query);
  const int width = static_cast<int>(out.columns.size());
  for (; rasqal_query_results_finished(results) == 0; rasqal_query_results_next(results)) {
    std::vector<std::optional<Term>>& row = out.rows.emplace_back();
    for (int i = 0; i < width; ++i) row.push_back(to_term(rasqal_query_results_get_binding_value(results, i)));
  }
  return out;
}

QueryResult read_triples(rasqal_query_results* results) {
  QueryResult out;
  out.kind = QueryResult::Kind::Triples;
  while (const raptor_statement* triple = rasqal_query_results_get_triple(results)) {
    out.triples.push_back({to_term(*triple->subject), to_term(*triple->predicate), to_term(*triple->object), {}});
    if (rasqal_query_results_next_triple(results) != 0) break;
  }
  std::sort(out.triples.begin(), out.triples.end());
  out.triples.erase(std::unique(out.triples.begin(), out.triples.end()), out.triples.end());
  return out;
}

QueryResult read_result(rasqal_query* query, rasqal_query_results* results) {
  if (rasqal_query_results_is_boolean(results) != 0) {
    QueryResult out;
    out.kind = QueryResult::Kind::Truth;
    out.truth = rasqal_query_results_get_boolean(results) > 0;
    return out;
  }
  return rasqal_query_results_is_graph(results) != 0 ? read_triples(results) : read_rows(query, results);
}

std::optional<QueryResult> execute(const RedlandWorld& world, const std::string& sparql) {
  const QueryHandle query(rasqal_new_query(world.rasqal(), "sparql", nullptr));
  const auto* bytes = reinterpret_cast<const unsigned char*>(sparql.c_str());
  if (query == nullptr || rasqal_query_prepare(query.get(), bytes, nullptr) != 0) return std::nullopt;
  const QueryResultsHandle results(rasqal_query_execute(query.get()));
  if (results == nullptr) return std::nullopt;
  return read_result(query.get(), results.get());
}

}  // namespace

std::optional<QueryResult> QueryEngine::run(std::string_view sparql, const std::string& file, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.error_count();
  find_unsupported(sparql, file, diagnostics);
  if (diagnostics.error_count() != before) return std::nullopt;
  RedlandWorld& world = parts_->world;
  world.report_to(&diagnostics, "query.syntax", file, false);  // rasqal warns of variables that are used once
  std::optional<QueryResult> out = execute(world, std::string(sparql));
  if (out)
    mend_empty_aggregation(sparql, *out, [&world](const std::string& ask) {
      const std::optional<QueryResult> answer = execute(world, ask);
      return answer && answer->truth;
    });
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
