#include "cli/corpus_options.hpp"

#include <cstdio>

#include "cli/progress.hpp"
#include "rdf/term.hpp"
#include "rdf/vocabulary.hpp"
#include "time/date_value.hpp"

namespace chancery {

void add_corpus_options(CLI::App& command, CorpusOptions& options, bool inputs_required) {
  options.base = std::string(default_base);
  auto* inputs = command.add_option(
      "INPUT", options.inputs,
      "Articles: text files (with optional YAML front matter), JSON Lines, gzip of these, folders; - for standard input");
  if (inputs_required) inputs->required();
  command.add_option("--base", options.base, "IRI under which nodes are minted; ends in /")->capture_default_str();
  command.add_option("--date", options.date, "Date of articles that have none")->type_name("YYYY-MM-DD");
  command.add_option("--jobs,-j", options.jobs, "Articles in work at once (default: one a core); the output does not depend on it")
      ->check(CLI::Range(0, 1024));
}

namespace {

bool refuse(const char* why, CommandLine& line) {
  std::fprintf(stderr, "chancery: %s\n", why);
  line.exit = exit_code::usage;
  return false;
}

}  // namespace

bool check_date(const std::string& date, CommandLine& line) {
  return date.empty() || parse_iso_day(date) || refuse("--date must be a day such as 2025-04-12", line);
}

bool check_corpus_options(const CorpusOptions& options, CommandLine& line) {
  const bool base = make_iri(options.base) && options.base.back() == '/';
  return (base || refuse("--base must be an absolute IRI that ends in /", line)) && check_date(options.date, line);
}

std::unique_ptr<const Resources> load_resources(CommandLine& line) {
  Result<ResourcePaths> paths = find_resources(line.mappings, line.ontology);
  if (!paths) {
    fail(paths.error(), line);
    return nullptr;
  }
  Diagnostics diagnostics;
  Result<std::unique_ptr<const Resources>> resources = Resources::load(*paths, diagnostics);
  show(diagnostics, line);
  if (!resources) {
    fail(resources.error(), line);
    return nullptr;
  }
  return std::move(*resources);
}

bool run_with_progress(const Resources& resources, const CorpusOptions& options, ShardForm form, const std::function<Status(Shard&&)>& take,
                       CorpusProgress& progress, CommandLine& line) {
  catch_interrupts();
  Diagnostics diagnostics;
  Status status = [&] {
    const ProgressLine shown(progress, line.quiet);
    return run_corpus(resources, options, form, take, progress, interrupted(), diagnostics);
  }();
  show(diagnostics, line);
  if (!status) {
    fail(status.error(), line);
    return false;
  }
  if (interrupted()) {
    std::fprintf(stderr, "chancery: interrupted\n");
    line.exit = exit_code::machine;
    return false;
  }
  return true;
}

}  // namespace chancery
