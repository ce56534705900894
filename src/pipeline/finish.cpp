#include "pipeline/finish.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "check/checker.hpp"
#include "rdf/byte_sink.hpp"
#include "redland/reader.hpp"
#include "redland/turtle.hpp"
#include "redland/writer.hpp"

namespace chancery {
namespace {

class StatementCollector final : public StatementSink {
 public:
  void add(const Statement& statement) override { statements.push_back(statement); }
  std::vector<Statement> statements;
};

std::vector<Statement> statements_of(const TermTable& terms, const QuadSet& quads, bool named_graphs) {
  StatementCollector collector;
  if (named_graphs)
    emit_quads(terms, quads, collector);
  else
    emit_triples(terms, quads, collector);
  return std::move(collector.statements);
}

bool keeps_graph_names(RdfFormat format) {
  return format == RdfFormat::NQuads || format == RdfFormat::TriG || format == RdfFormat::JsonLd;
}

}  // namespace

Result<std::vector<Statement>> read_ontology(const std::string& folder, Diagnostics& diagnostics) {
  std::vector<std::string> files;
  std::error_code failed;
  for (const auto& item : std::filesystem::directory_iterator(folder, failed)) {
    if (item.path().extension() == ".ttl") files.push_back(item.path().string());
  }
  if (failed) return Failure{folder + ": " + failed.message()};
  std::sort(files.begin(), files.end());
  std::vector<Statement> all;
  for (const std::string& file : files) {
    Result<std::vector<Statement>> read = read_graph(file, diagnostics);
    if (!read) return Failure{read.error()};
    all.insert(all.end(), read->begin(), read->end());
  }
  return all;
}

Result<std::vector<Finding>> check_graph(std::span<const Statement> graph, const ResourcePaths& paths, Diagnostics& diagnostics) {
  std::vector<CheckSpec> checks;
  for (const std::string& folder : paths.all_mappings()) {
    if (!std::filesystem::exists(folder + "/checks.yaml")) continue;  // a pack need not have any
    Result<std::vector<CheckSpec>> more = read_checks(folder + "/checks.yaml", diagnostics);
    if (!more) return Failure{more.error()};
    checks.insert(checks.end(), more->begin(), more->end());
  }
  Result<std::vector<Statement>> ontology = read_ontology(paths.ontology, diagnostics);
  if (!ontology) return Failure{ontology.error()};
  FactGraph facts;
  facts.add(graph);
  facts.add_vocabulary(*ontology);
  facts.finish();
  return run_checks(checks, facts);
}

Status write_statements(std::span<const Statement> statements, RdfFormat format, const std::string& base, const std::string& path,
                        Diagnostics& diagnostics) {
  if (path != "-") {
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    std::error_code failed;
    if (!folder.empty()) std::filesystem::create_directories(folder, failed);
    if (failed) return Failure{folder.string() + ": " + failed.message()};
  }
  Result<std::unique_ptr<FileByteSink>> sink = FileByteSink::open(path);
  if (!sink) return Failure{sink.error()};
  const std::vector<Prefix> prefixes = all_prefixes(base);
  return write_rdf(statements, format, prefixes, **sink, diagnostics);
}

Result<FinishedGraph> finish_graph(Union&& shards, const ResourcePaths& paths, const FinishOptions& options, Diagnostics& diagnostics) {
  const Derived derived = derive(std::move(shards));
  FinishedGraph finished;
  finished.united_events = derived.united_events;
  finished.triples = derived.graph.triple_count();
  finished.evidence_triples = derived.evidence.triple_count();

  const std::vector<Statement> graph = statements_of(derived.terms, derived.graph, keeps_graph_names(options.format));
  std::vector<Statement> evidence;
  if (options.checks || !options.outputs.evidence.empty()) evidence = statements_of(derived.terms, derived.evidence, false);

  if (options.checks) {
    std::vector<Statement> everything = graph;
    everything.insert(everything.end(), evidence.begin(), evidence.end());
    Result<std::vector<Finding>> findings = check_graph(everything, paths, diagnostics);
    if (!findings) return Failure{findings.error()};
    finished.findings = std::move(*findings);
  }
  const OutputPaths& to = options.outputs;
  if (!to.graph.empty()) {
    if (Status written = write_statements(graph, options.format, options.base, to.graph, diagnostics); !written) {
      return Failure{written.error()};
    }
  }
  if (!to.evidence.empty()) {
    if (Status written = write_statements(evidence, RdfFormat::Turtle, options.base, to.evidence, diagnostics); !written) {
      return Failure{written.error()};
    }
  }
  if (!to.report.empty()) {
    const std::vector<Statement> report = report_statements(finished.findings, options.base);
    if (Status written = write_statements(report, RdfFormat::Turtle, options.base, to.report, diagnostics); !written) {
      return Failure{written.error()};
    }
  }
  return finished;
}

}  // namespace chancery
