#include <memory>

#include "cli/command.hpp"
#include "cli/corpus_options.hpp"
#include "rdf/byte_sink.hpp"

namespace chancery {
namespace {

struct ExtractOptions {
  CorpusOptions corpus;
  std::string output = "-";
};

void extract(const ExtractOptions& options, CommandLine& line) {
  if (!check_corpus_options(options.corpus, line)) return;
  const std::unique_ptr<const Resources> resources = load_resources(line);
  if (!resources) return;
  Result<std::unique_ptr<FileByteSink>> out = FileByteSink::open(options.output);
  if (!out) return fail(out.error(), line);
  CorpusProgress progress;
  const auto take = [&](Shard&& shard) -> Status {
    (*out)->write(shard.text);
    return Done{};
  };
  if (!run_with_progress(*resources, options.corpus, ShardForm::NQuads, take, progress, line)) return;
  if (Status finished = (*out)->finish(); !finished) fail(finished.error(), line);
}

}  // namespace

void add_extract_command(CLI::App& app, CommandLine& line) {
  CLI::App* command = app.add_subcommand("extract", "Stream what each article says as N-Quads, for `merge`, pipes and clusters");
  auto options = std::make_shared<ExtractOptions>();
  add_corpus_options(*command, options->corpus);
  command->add_option("--output,-o", options->output, "Where the shards go; - for standard output")
      ->capture_default_str()
      ->type_name("FILE");
  add_resource_options(*command, line);
  command->callback([options, &line] { extract(*options, line); });
}

}  // namespace chancery
