#include "cli/graph_options.hpp"

#include <algorithm>
#include <cstdio>
#include <iostream>

#include "check/checker.hpp"
#include "redland/format.hpp"

namespace chancery {

void add_graph_options(CLI::App& command, GraphOptions& options) {
  command.add_option("--output,-o", options.output, "Where the graph goes; - for standard output")
      ->capture_default_str()
      ->type_name("FILE");
  command.add_option("--evidence", options.evidence, "Also write articles, sentences and claims, as Turtle")->type_name("FILE");
  command.add_option("--report", options.report, "Also write the findings as a SHACL validation report, in Turtle")->type_name("FILE");
  command.add_option("--format", options.format, "Format of the graph")
      ->check(CLI::IsMember({"turtle", "ntriples", "nquads", "trig", "rdfxml", "jsonld"}))
      ->capture_default_str();
  command.add_flag("--no-checks", options.no_checks, "Do not look for what cannot be true");
  command.add_flag("--checks", options.checks, "Look for it in formats that stream otherwise (ntriples, nquads)")->excludes("--no-checks");
}

void report_findings(const std::vector<Finding>& findings, CommandLine& line) {
  if (!line.quiet) write_report_text(std::cerr, findings);
  if (has_violations(findings)) line.exit = std::max(line.exit, exit_code::findings);
}

void finish_and_report(Union&& shards, const GraphOptions& options, const std::string& base, const ResourcePaths& paths,
                       CommandLine& line) {
  FinishOptions finish;
  finish.outputs = {options.output, options.evidence, options.report};
  finish.format = *format_named(options.format);
  finish.base = base;
  finish.checks = !options.no_checks || !options.report.empty();
  Diagnostics diagnostics;
  Result<FinishedGraph> finished = finish_graph(std::move(shards), paths, finish, diagnostics);
  show(diagnostics, line);
  if (!finished) {
    fail(finished.error(), line);
    return;
  }
  report_findings(finished->findings, line);
  if (line.quiet) return;
  std::fprintf(stderr, "%zu triples%s%s", finished->triples, options.output == "-" ? "" : " in ",
               options.output == "-" ? "" : options.output.c_str());
  if (!options.evidence.empty()) std::fprintf(stderr, ", %zu in %s", finished->evidence_triples, options.evidence.c_str());
  if (!options.report.empty()) std::fprintf(stderr, ", findings in %s", options.report.c_str());
  std::fprintf(stderr, "\n");
}

}  // namespace chancery
