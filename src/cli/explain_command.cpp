#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/corpus_options.hpp"
#include "pipeline/explain.hpp"
#include "text/reader.hpp"

namespace chancery {
namespace {

struct ExplainOptions {
  CorpusOptions corpus;
  std::string sentence;
  bool json = false;
};

void explain_one(const Resources& resources, Article article, const ExplainOptions& options) {
  if (article.date.empty()) article.date = options.corpus.date;
  if (options.json) explain_json(resources, std::move(article), options.corpus.base, std::cout);
  else explain_text(resources, std::move(article), options.corpus.base, std::cout);
}

void explain(const ExplainOptions& options, CommandLine& line) {
  if (!check_corpus_options(options.corpus, line)) return;
  if (options.corpus.inputs.empty() == options.sentence.empty()) {
    std::cerr << "chancery: explain takes either articles or --sentence TEXT\n";
    line.exit = exit_code::usage;
    return;
  }
  const std::unique_ptr<const Resources> resources = load_resources(line);
  if (!resources) return;
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
  command->add_flag("--json", options->json, "One JSON object a sentence, with mentions as offsets in code points");
  add_resource_options(*command, line);
  command->callback([options, &line] { explain(*options, line); });
}

}  // namespace chancery
