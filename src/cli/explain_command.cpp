#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/corpus_options.hpp"
#include "pipeline/explain.hpp"
#include "pipeline/rule_tools.hpp"
#include "pipeline/why_not.hpp"
#include "text/reader.hpp"

namespace chancery {
namespace {

struct ExplainOptions {
  CorpusOptions corpus;
  std::string sentence;
  bool asks_why_not = false;
  std::string why_not;  ///< the name of a rule
  bool json = false;
};

void explain_one(const Resources& resources, Article article, const ExplainOptions& options) {
  if (article.date.empty()) article.date = options.corpus.date;
  if (options.asks_why_not) {
    for (const RuleId rule : rules_called(resources.pack(), options.why_not)) explain_why_not(resources, rule, article, std::cout);
    return;
  }
  if (options.json)
    explain_json(resources, std::move(article), options.corpus.base, std::cout);
  else
    explain_text(resources, std::move(article), options.corpus.base, std::cout);
}

/// False, with the reason printed, if a rule is asked for that is not there.
bool knows_rule(const Resources& resources, const std::string& name, CommandLine& line) {
  if (!rules_called(resources.pack(), name).empty()) return true;
  const std::string_view near = nearest_rule(resources.pack(), name);
  std::cerr << "chancery: there is no rule \"" << name << '"' << (near.empty() ? "" : "; did you mean \"" + std::string(near) + "\"?")
            << '\n';
  line.exit = exit_code::usage;
  return false;
}

void explain(const ExplainOptions& options, CommandLine& line) {
  if (!check_corpus_options(options.corpus, line)) return;
  if (options.corpus.inputs.empty() == options.sentence.empty()) {
    std::cerr << "chancery: explain takes either articles or --sentence TEXT\n";
    line.exit = exit_code::usage;
    return;
  }
  const std::unique_ptr<const Resources> resources = load_resources(line);
  if (!resources || (options.asks_why_not && !knows_rule(*resources, options.why_not, line))) return;
  if (!options.sentence.empty()) {
    Article article;
    article.body = options.sentence;
    return explain_one(*resources, std::move(article), options);
  }
  Diagnostics diagnostics;
  ArticleReader reader(options.corpus.inputs);
  while (std::optional<Article> article = reader.next(diagnostics)) explain_one(*resources, std::move(*article), options);
  show(diagnostics, line);
}

}  // namespace

void add_explain_command(CLI::App& app, CommandLine& line) {
  CLI::App* command = app.add_subcommand("explain", "Show what was read, matched and concluded, sentence by sentence");
  auto options = std::make_shared<ExplainOptions>();
  add_corpus_options(*command, options->corpus, false);
  command->add_option("--sentence", options->sentence, "Explain this text instead of a file")->type_name("TEXT");
  command->add_option("--why-not", options->why_not, "Say why this rule did not match, or what became of its match")->type_name("RULE");
  command->callback([options, command, &line] {
    options->asks_why_not = command->count("--why-not") != 0;
    explain(*options, line);
  });
  command->add_flag("--json", options->json, "One JSON object a sentence, with mentions as offsets in code points");
  add_resource_options(*command, line);
}

}  // namespace chancery
