// The commands that take finished graphs: check, query, export.
#include <cstdio>
#include <iostream>
#include <memory>
#include <optional>

#include "base/file.hpp"
#include "check/checker.hpp"
#include "cli/command.hpp"
#include "cli/graph_options.hpp"
#include "pipeline/export.hpp"
#include "rdf/byte_sink.hpp"
#include "redland/query.hpp"
#include "redland/reader.hpp"
#include "redland/turtle.hpp"

namespace chancery {
namespace {

/// The triples of several files together; none, with the exit code set, if one could not be read.
std::optional<std::vector<Statement>> read_graphs(const std::vector<std::string>& files, CommandLine& line) {
  std::vector<Statement> all;
  Diagnostics diagnostics;
  for (const std::string& file : files) {
    Result<std::vector<Statement>> read = read_graph(file, diagnostics);
    if (!read) {
      show(diagnostics, line);
      fail(read.error(), line);
      return std::nullopt;
    }
    all.insert(all.end(), std::make_move_iterator(read->begin()), std::make_move_iterator(read->end()));
  }
  show(diagnostics, line);
  if (diagnostics.has_errors()) return std::nullopt;
  return all;
}

struct CheckOptions {
  std::vector<std::string> files;
  std::string report;
};

void check(const CheckOptions& options, CommandLine& line) {
  Result<ResourcePaths> paths = find_resources(line.mappings, line.ontology);
  if (!paths) return fail(paths.error(), line);
  const std::optional<std::vector<Statement>> graph = read_graphs(options.files, line);
  if (!graph) return;
  Diagnostics diagnostics;
  Result<std::vector<Finding>> findings = check_graph(*graph, *paths, diagnostics);
  if (!findings) return fail(findings.error(), line);
  const std::string base(default_base);
  if (!options.report.empty()) {
    Status written = write_statements(report_statements(*findings, base), RdfFormat::Turtle, base, options.report, diagnostics);
    if (!written) return fail(written.error(), line);
  }
  show(diagnostics, line);
  if (options.report != "-") write_report_text(std::cout, *findings);
  if (has_violations(*findings)) line.exit = exit_code::findings;
}

/// The last argument is the query, those before it are graphs.
void query(const std::vector<std::string>& arguments, CommandLine& line) {
  if (arguments.size() < 2) {
    std::fprintf(stderr, "chancery: query takes at least one graph and then a query: chancery query FILE… QUERY.rq\n");
    line.exit = exit_code::usage;
    return;
  }
  Result<std::string> sparql = read_file(arguments.back());
  if (!sparql) return fail(sparql.error(), line);
  const std::optional<std::vector<Statement>> graph = read_graphs({arguments.begin(), arguments.end() - 1}, line);
  if (!graph) return;
  Diagnostics diagnostics;
  const std::optional<QueryResult> result = run_query(*graph, *sparql, arguments.back(), diagnostics);
  show(diagnostics, line);
  if (result) std::cout << to_table(*result, all_prefixes());
}

struct ExportOptions {
  std::vector<std::string> files;
  std::string format;
  std::string output = "-";
  bool all = false;
  bool linked = false;
};

void export_file(const ExportOptions& options, CommandLine& line) {
  const std::optional<std::vector<Statement>> graph = read_graphs(options.files, line);
  if (!graph) return;
  EntityGraph drawing = entity_graph(*graph, options.all);
  if (options.linked) drawing = without_isolated_nodes(std::move(drawing));
  Result<std::string> text = export_graph(drawing, options.format);
  if (!text) return fail(text.error(), line);
  Result<std::unique_ptr<FileByteSink>> out = FileByteSink::open(options.output);
  if (!out) return fail(out.error(), line);
  (*out)->write(*text);
  if (Status finished = (*out)->finish(); !finished) fail(finished.error(), line);
}

}  // namespace

void add_check_command(CLI::App& app, CommandLine& line) {
  CLI::App* command = app.add_subcommand("check", "Find what cannot be true in any RDF graph, and say why");
  auto options = std::make_shared<CheckOptions>();
  command->add_option("FILE", options->files, "Turtle, N-Triples, N-Quads, TriG or RDF/XML; add the evidence for the sentences")
      ->required();
  command->add_option("--report", options->report, "Also write a SHACL validation report, in Turtle; - for standard output")
      ->type_name("FILE");
  add_resource_options(*command, line);
  command->callback([options, &line] { check(*options, line); });
}

void add_query_command(CLI::App& app, CommandLine& line) {
  CLI::App* command = app.add_subcommand("query", "Ask a graph a SPARQL question with the embedded engine");
  auto arguments = std::make_shared<std::vector<std::string>>();
  command->add_option("FILE… QUERY", *arguments, "Graphs, then a file with the query")->required();
  command->footer(
      "The embedded engine is rasqal; what it would answer wrongly (property paths, VALUES, EXISTS …) is refused.\n"
      "Load the graph into a store for those.");
  command->callback([arguments, &line] { query(*arguments, line); });
}

void add_export_command(CLI::App& app, CommandLine& line) {
  CLI::App* command = app.add_subcommand("export", "Draw people, polities and organisations for graph tools");
  auto options = std::make_shared<ExportOptions>();
  command->add_option("FILE", options->files, "Graphs; add the evidence to count mentions")->required();
  command->add_option("--format", options->format, "Format to write")->required()->check(CLI::IsMember(export_formats()));
  command->add_option("--output,-o", options->output, "Where it goes; - for standard output")->capture_default_str()->type_name("FILE");
  command->add_flag("--all", options->all, "Every labelled node and every link, not only who met, holds and spoke to");
  command->add_flag("--linked", options->linked, "Leave out nodes without a link");
  command->callback([options, &line] { export_file(*options, line); });
}

}  // namespace chancery
