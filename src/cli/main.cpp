#include <CLI/CLI.hpp>

#include "cli/command.hpp"
#include "pipeline/resources.hpp"

namespace {

constexpr const char* about =
    "Chancery reads news articles and writes a knowledge graph in RDF:\n"
    "who holds which office, who met whom, where and when, who said what; each fact with\n"
    "the sentence it came from.\n";

constexpr const char* examples =
    "Examples:\n"
    "  chancery build articles/ -o graph.ttl --evidence evidence.ttl\n"
    "  zcat news.jsonl.gz | chancery extract - | chancery merge - -o graph.ttl\n"
    "  chancery query graph.ttl who-met-whom.rq\n"
    "  chancery explain article.txt\n"
    "\n"
    "Exit codes: 0 fine, 1 findings or bad input, 2 wrong usage, 3 the machine failed.";

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{about, "chancery"};
  app.footer(examples);
  app.set_version_flag("--version", std::string("chancery ") + chancery::program_version);
  app.require_subcommand(1);
  app.failure_message(CLI::FailureMessage::simple);

  chancery::CommandLine line;
  chancery::add_build_command(app, line);
  chancery::add_extract_command(app, line);
  chancery::add_merge_command(app, line);
  chancery::add_check_command(app, line);
  chancery::add_query_command(app, line);
  chancery::add_explain_command(app, line);
  chancery::add_export_command(app, line);
  chancery::add_rules_command(app, line);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? chancery::exit_code::fine : chancery::exit_code::usage;
  }
  return line.exit;
}
