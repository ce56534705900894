#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "cli/command.hpp"
#include "pipeline/finish.hpp"

namespace chancery {

/// Where a graph goes and in which format: what `build` and `merge` take.
struct GraphOptions {
  std::string output = "output/graph.ttl";
  std::string evidence;
  std::string report;
  std::string format = "turtle";
  bool no_checks = false;
  bool checks = false;  ///< asked for by name
};

void add_graph_options(CLI::App& command, GraphOptions& options);

/// `finish_graph` with the options, then the findings and a summary on standard error.
void finish_and_report(Union&& shards, const GraphOptions& options, const std::string& base, const ResourcePaths& paths, CommandLine& line);

/// The findings as text on standard error; violations set the exit code.
void report_findings(const std::vector<Finding>& findings, CommandLine& line);

}  // namespace chancery
