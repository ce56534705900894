#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/corpus_options.hpp"
#include "pipeline/coverage.hpp"
#include "pipeline/example_update.hpp"
#include "pipeline/hits.hpp"
#include "pipeline/lint.hpp"
#include "pipeline/rule_examples.hpp"
#include "pipeline/rule_tools.hpp"
#include "pipeline/schema.hpp"
#include "text/reader.hpp"

namespace chancery {
namespace {

struct RulesOptions {
  std::string folder;  ///< of mappings, as an argument
  std::string only;
  bool update = false;  ///< rewrite the examples that fail
};

/// "1 rule", "2 rules".
std::string counted(std::size_t number, const char* thing) {
  return std::to_string(number) + ' ' + thing + (number == 1 ? "" : "s");
}

/// `rules lint DIR` and `rules lint --mappings DIR` mean the same; with both, DIR comes first.
void use_folder(const RulesOptions& options, CommandLine& line) {
  if (!options.folder.empty()) line.mappings.insert(line.mappings.begin(), options.folder);
}

void lint(const RulesOptions& options, CommandLine& line) {
  use_folder(options, line);
  const std::unique_ptr<const Resources> resources = load_resources(line);
  if (!resources) return;
  const Result<Diagnostics> linted = lint_rules(*resources, line.exit != exit_code::fine);
  if (!linted) return fail(linted.error(), line);
  const Diagnostics& found = linted.value();
  show(found, line);
  const bool errors = line.exit != exit_code::fine;
  const auto is_warning = [](const Diagnostic& item) { return item.severity == Severity::Warning; };
  const auto warnings = static_cast<std::size_t>(std::count_if(found.items().begin(), found.items().end(), is_warning));
  if (warnings != 0) line.exit = std::max(line.exit, exit_code::findings);
  if (line.quiet) return;
  std::string folders;
  for (const std::string& folder : resources->paths().all_mappings()) folders += (folders.empty() ? "" : ", ") + folder;
  const RulePack& pack = resources->pack();
  std::printf("%s, %s, %s, %s in %s: %s, %s\n", counted(pack.rules.size(), "rule").c_str(), counted(pack.frames.size(), "frame").c_str(),
              counted(pack.lists.size(), "word list").c_str(), counted(pack.phrases.size(), "phrase").c_str(), folders.c_str(),
              errors ? "with errors" : "no errors", counted(warnings, "warning").c_str());
}

/// The failures, each with what `update` made of it.
void print_failures(const ExampleRun& run, const ExampleUpdate* update) {
  for (std::size_t i = 0; i < run.failures.size(); ++i) {
    const FailedExample& failed = run.failures[i];
    std::printf("%s:%u: %s: \"%s\"\n%s", failed.where.file.c_str(), failed.where.line, failed.rule.c_str(), failed.text.c_str(),
                failed.difference.c_str());
    if (update == nullptr) continue;
    if (update->kept[i].empty())
      std::printf("    rewritten\n");
    else
      std::printf("    not rewritten: %s\n", update->kept[i].c_str());
  }
}

void test(const RulesOptions& options, CommandLine& line) {
  use_folder(options, line);
  if (options.update && line.mappings.empty()) {
    std::fprintf(stderr, "chancery: --update rewrites files: name the folder of the pack\n");
    line.exit = exit_code::usage;
    return;
  }
  const std::unique_ptr<const Resources> resources = load_resources(line);
  if (!resources) return;
  const Result<ExampleRun> ran = run_examples(*resources, options.only);
  if (!ran) return fail(ran.error(), line);
  const ExampleRun& run = ran.value();
  ExampleUpdate update;
  if (options.update) update = update_examples(resources->pack(), line.mappings, run.failures);
  print_failures(run, options.update ? &update : nullptr);
  const std::size_t failed = run.failures.size() - update.rewritten;
  std::printf("%s, %s: %zu passed, ", counted(run.rules, "rule").c_str(), counted(run.examples, "example").c_str(),
              run.examples - run.failures.size());
  if (options.update) std::printf("%zu rewritten, ", update.rewritten);
  std::printf("%zu failed\n", failed);
  if (run.rules == 0) {
    const std::string near(nearest_rule(resources->pack(), options.only));
    std::fprintf(stderr, "chancery: no rule has \"%s\" in its name%s\n", options.only.c_str(),
                 near.empty() ? "" : ("; did you mean \"" + near + "\"?").c_str());
    line.exit = exit_code::usage;
  } else if (failed != 0) {
    line.exit = exit_code::findings;
  }
  for (const std::string& problem : update.failed) fail(problem, line);
}

struct SearchOptions {
  std::string pattern;
  std::vector<std::string> inputs;
  std::string date;  ///< of articles that have none
  std::size_t most = 0;
};

/// Hand every article of the inputs to `take` until it returns false.
template <typename Take>
void each_article(const SearchOptions& options, CommandLine& line, const Take& take) {
  Diagnostics diagnostics;
  ArticleReader reader(options.inputs);
  while (std::optional<Article> article = reader.next(diagnostics)) {
    if (article->date.empty()) article->date = options.date;
    if (!take(std::move(*article))) break;
  }
  show(diagnostics, line);
}

void try_pattern(const SearchOptions& options, CommandLine& line) {
  if (!check_date(options.date, line)) return;
  const Result<ResourcePaths> paths = find_resources(line.mappings, line.ontology);
  if (!paths) return fail(paths.error(), line);
  Diagnostics diagnostics;
  std::string failure;
  const std::unique_ptr<TriedPattern> pattern = TriedPattern::load(paths.value(), options.pattern, diagnostics, failure);
  show(diagnostics, line);
  if (!failure.empty()) return fail(failure, line);
  if (!pattern) return;
  const TriedPattern::Show shown{isatty(STDOUT_FILENO) == 1, options.most};
  each_article(options, line, [&](Article article) {
    pattern->search(std::move(article), shown, std::cout);
    return options.most == 0 || pattern->hits() < options.most;
  });
  if (!line.quiet) std::fprintf(stderr, "%zu %s\n", pattern->hits(), pattern->hits() == 1 ? "hit" : "hits");
}

void cover(const SearchOptions& options, CommandLine& line) {
  if (!check_date(options.date, line)) return;
  const std::unique_ptr<const Resources> resources = load_resources(line);
  if (!resources) return;
  Coverage coverage(*resources);
  each_article(options, line, [&](Article article) {
    coverage.add(std::move(article));
    return true;
  });
  coverage.print(std::cout);
  if (!line.quiet) std::fprintf(stderr, "%zu of %zu rules never fired\n", coverage.silent_rules(), resources->pack().rules.size());
}

void add_search_commands(CLI::App& rules, CommandLine& line) {
  auto options = std::make_shared<SearchOptions>();
  const auto add_inputs = [&](CLI::App& command) {
    command.add_option("INPUT", options->inputs, "Articles: text files, JSON Lines, gzip of these, folders; - for standard input")
        ->required();
    command.add_option("--date", options->date, "Date of articles that have none")->type_name("YYYY-MM-DD");
    add_resource_options(command, line);
  };
  CLI::App* attempt = rules.add_subcommand("try", "Print what a pattern finds in articles, in context");
  attempt->add_option("PATTERN", options->pattern, "A pattern of the rule language; lists and phrases of the mappings can be used")
      ->required();
  add_inputs(*attempt);
  attempt->add_option("--max", options->most, "Stop after this many hits")->type_name("N");
  attempt->callback([options, &line] { try_pattern(*options, line); });
  CLI::App* coverage = rules.add_subcommand("coverage", "Count what each rule finds in articles, and list the rules that never fire");
  add_inputs(*coverage);
  coverage->callback([options, &line] { cover(*options, line); });
}

void add_schema_command(CLI::App& rules) {
  CLI::App* command = rules.add_subcommand("schema", "Print the JSON Schema of rule and frame files, or of pack.yaml, for editors");
  auto files = std::make_shared<std::string>("rules");
  command->add_option("FILES", *files, "rules (files of rules/ and frames/) or pack (pack.yaml)")
      ->check(CLI::IsMember({"rules", "pack"}))
      ->capture_default_str();
  command->callback([files] { std::cout << json_schema(*files == "pack" ? SchemaOf::Pack : SchemaOf::Rules); });
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
  CLI::App* examples = add("test", "Run the examples that the rules carry", test);
  examples->add_option("--only", options->only, "Only rules with this in their name")->type_name("NAME");
  examples->add_flag("--update", options->update, "Rewrite what examples that fail expect, in the files of the packs that are named");
  add_search_commands(*rules, line);
  add_schema_command(*rules);
}

}  // namespace chancery
