#include <cstdio>
#include <memory>

#include "cli/command.hpp"
#include "cli/corpus_options.hpp"
#include "pipeline/rule_examples.hpp"

namespace chancery {
namespace {

struct RulesOptions {
  std::string folder;  ///< of mappings, as an argument
  std::string only;
};

/// `rules lint DIR` and `rules lint --mappings DIR` mean the same.
void use_folder(const RulesOptions& options, CommandLine& line) {
  if (!options.folder.empty()) line.mappings = options.folder;
}

void lint(const RulesOptions& options, CommandLine& line) {
  use_folder(options, line);
  const std::unique_ptr<const Resources> resources = load_resources(line);
  if (!resources || line.quiet) return;
  std::printf("%zu rules, %zu frames, %zu word lists, %zu phrases in %s: %s\n", resources->pack().rules.size(),
              resources->pack().frames.size(), resources->pack().lists.size(), resources->pack().phrases.size(),
              resources->paths().mappings.c_str(), line.exit == exit_code::fine ? "no errors" : "with errors");
}

void test(const RulesOptions& options, CommandLine& line) {
  use_folder(options, line);
  const std::unique_ptr<const Resources> resources = load_resources(line);
  if (!resources) return;
  const ExampleRun run = run_examples(*resources, options.only);
  for (const FailedExample& failed : run.failures) {
    std::printf("%s:%u: %s: \"%s\"\n%s", failed.where.file.c_str(), failed.where.line, failed.rule.c_str(), failed.text.c_str(),
                failed.difference.c_str());
  }
  std::printf("%zu rules, %zu examples: %zu passed, %zu failed\n", run.rules, run.examples, run.examples - run.failures.size(),
              run.failures.size());
  if (run.rules == 0) {
    std::fprintf(stderr, "chancery: no rule has \"%s\" in its name\n", options.only.c_str());
    line.exit = exit_code::usage;
  } else if (!run.failures.empty()) {
    line.exit = exit_code::findings;
  }
}

}  // namespace

void add_rules_command(CLI::App& app, CommandLine& line) {
  CLI::App* rules = app.add_subcommand("rules", "Tools for those who write rules");
  rules->require_subcommand(1);
  auto options = std::make_shared<RulesOptions>();
  const auto add = [&](const char* name, const char* about, void (*run)(const RulesOptions&, CommandLine&)) {
    CLI::App* command = rules->add_subcommand(name, about);
    command->add_option("DIR", options->folder, "Folder of mappings (default: the installed one)");
    add_resource_options(*command, line);
    command->callback([options, &line, run] { run(*options, line); });
    return command;
  };
  add("lint", "Report every mistake in rules, frames and lexicon, with its place", lint);
  add("test", "Run the examples that the rules carry", test)
      ->add_option("--only", options->only, "Only rules with this in their name")
      ->type_name("NAME");
}

}  // namespace chancery
