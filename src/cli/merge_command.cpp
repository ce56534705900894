#include <fstream>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/graph_options.hpp"
#include "rdf/line_reader.hpp"
#include "rdf/vocabulary.hpp"

namespace chancery {
namespace {

struct MergeOptions {
  std::vector<std::string> shards;
  std::string base = std::string(default_base);
  GraphOptions graph;
};

void merge(const MergeOptions& options, CommandLine& line) {
  Result<ResourcePaths> paths = find_resources(line.mappings, line.ontology);
  if (!paths) return fail(paths.error(), line);
  Union united;
  Diagnostics diagnostics;
  for (const std::string& shard : options.shards) {
    if (shard == "-") {
      read_lines(std::cin, "standard input", united, diagnostics);
      continue;
    }
    std::ifstream in(shard, std::ios::binary);
    if (!in)
      diagnostics.error("input.unreadable", {shard, 0, 0}, "cannot open the shard");
    else
      read_lines(in, shard, united, diagnostics);
  }
  show(diagnostics, line);
  finish_and_report(std::move(united), options.graph, options.base, *paths, line);
}

}  // namespace

void add_merge_command(CLI::App& app, CommandLine& line) {
  CLI::App* command = app.add_subcommand("merge", "Unite shards into one checked graph: the other half of `extract`");
  auto options = std::make_shared<MergeOptions>();
  command->add_option("SHARD", options->shards, "N-Quads that `extract` wrote; - for standard input")->required();
  command->add_option("--base", options->base, "The base that the shards were made with")->capture_default_str();
  add_graph_options(*command, options->graph);
  add_resource_options(*command, line);
  command->callback([options, &line] { merge(*options, line); });
}

}  // namespace chancery
