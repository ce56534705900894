#include <cstdio>
#include <memory>

#include "cli/command.hpp"
#include "cli/corpus_options.hpp"
#include "cli/graph_options.hpp"
#include "rdf/byte_sink.hpp"

namespace chancery {
namespace {

struct BuildOptions {
  CorpusOptions corpus;
  GraphOptions graph;
};

/// N-Triples and N-Quads over a large corpus stream, as `extract` does.
bool streams(const GraphOptions& options) {
  return (options.format == "ntriples" || options.format == "nquads") && !options.checks && options.evidence.empty() &&
         options.report.empty();
}

void summarise(const CorpusProgress& progress, const CommandLine& line) {
  if (line.quiet) return;
  std::fprintf(stderr, "%zu articles, %zu bytes of text\n", progress.articles.load(), progress.bytes.load());
}

void stream(const Resources& resources, const BuildOptions& options, CommandLine& line) {
  Result<std::unique_ptr<FileByteSink>> out = FileByteSink::open(options.graph.output);
  if (!out) return fail(out.error(), line);
  CorpusProgress progress;
  const ShardForm form = options.graph.format == "nquads" ? ShardForm::NQuads : ShardForm::NTriples;
  const auto take = [&](Shard&& shard) -> Status {
    (*out)->write(shard.text);
    return Done{};
  };
  if (!run_with_progress(resources, options.corpus, form, take, progress, line)) return;
  if (Status finished = (*out)->finish(); !finished) return fail(finished.error(), line);
  summarise(progress, line);
}

void build(const Resources& resources, const BuildOptions& options, CommandLine& line) {
  Union shards;
  CorpusProgress progress;
  const auto take = [&](Shard&& shard) -> Status {
    for (const Statement& statement : shard.statements) shards.add(statement);
    return Done{};
  };
  if (!run_with_progress(resources, options.corpus, ShardForm::Statements, take, progress, line)) return;
  summarise(progress, line);
  finish_and_report(std::move(shards), options.graph, options.corpus.base, resources.paths(), line);
}

}  // namespace

void add_build_command(CLI::App& app, CommandLine& line) {
  CLI::App* command = app.add_subcommand("build", "Read articles and write one checked graph");
  auto options = std::make_shared<BuildOptions>();
  add_corpus_options(*command, options->corpus);
  add_graph_options(*command, options->graph);
  add_resource_options(*command, line);
  command->footer(
      "Formats ntriples and nquads stream shards as `extract` does, without the derived layer, unless --checks, --evidence or\n"
      "--report asks for the whole.");
  command->callback([options, &line] {
    if (!check_corpus_options(options->corpus, line)) return;
    const std::unique_ptr<const Resources> resources = load_resources(line);
    if (!resources) return;
    if (streams(options->graph))
      stream(*resources, *options, line);
    else
      build(*resources, *options, line);
  });
}

}  // namespace chancery
