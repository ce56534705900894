#include "cli/command.hpp"

#include <algorithm>
#include <cstdio>

namespace chancery {

void add_resource_options(CLI::App& command, CommandLine& line) {
  command
      .add_option("--mappings", line.mappings,
                  "Folder of rules, frames and lexicon (default: the installed one); may be given several times")
      ->type_name("DIR")
      ->allow_extra_args(false);
  command.add_option("--ontology", line.ontology, "Folder of the ontology (default: the installed one)")->type_name("DIR");
  command.add_flag("--quiet,-q", line.quiet, "No progress and no summary; errors are still printed");
}

void show(const Diagnostics& diagnostics, CommandLine& line) {
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    if (diagnostic.severity == Severity::Info && line.quiet) continue;
    std::fprintf(stderr, "%s\n", to_string(diagnostic).c_str());
  }
  if (diagnostics.has_errors()) line.exit = std::max(line.exit, exit_code::findings);
}

void fail(const std::string& message, CommandLine& line) {
  std::fprintf(stderr, "chancery: %s\n", message.c_str());
  line.exit = exit_code::machine;
}

}  // namespace chancery
