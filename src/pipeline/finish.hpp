#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "check/finding.hpp"
#include "graph/derive.hpp"
#include "graph/union.hpp"
#include "pipeline/resources.hpp"
#include "redland/format.hpp"

namespace chancery {

/// Where the parts of a finished graph go. Empty: not written; "-": standard output.
struct OutputPaths {
  std::string graph;
  std::string evidence;
  std::string report;  ///< Turtle
};

struct FinishOptions {
  OutputPaths outputs;
  RdfFormat format = RdfFormat::Turtle;
  std::string base;
  bool checks = true;
};

/// What became of a union.
struct FinishedGraph {
  std::size_t triples = 0;  ///< of the graph
  std::size_t evidence_triples = 0;
  std::size_t united_events = 0;
  std::vector<Finding> findings;
};

/// From the union of shards to files: `derive`, the checks of `paths.mappings`, graph, evidence and report. Files are written
/// beside and renamed, so old ones stay whole until then. Fails if a file cannot be written.
Result<FinishedGraph> finish_graph(Union&& shards, const ResourcePaths& paths, const FinishOptions& options, Diagnostics& diagnostics);

/// The triples of every `*.ttl` file in `folder`.
Result<std::vector<Statement>> read_ontology(const std::string& folder, Diagnostics& diagnostics);

/// Run the checks of `mappings/checks.yaml` over any graph.
Result<std::vector<Finding>> check_graph(std::span<const Statement> graph, const ResourcePaths& paths, Diagnostics& diagnostics);

/// Write statements to a file, or to standard output for "-".
Status write_statements(std::span<const Statement> statements, RdfFormat format, const std::string& base, const std::string& path,
                        Diagnostics& diagnostics);

}  // namespace chancery
