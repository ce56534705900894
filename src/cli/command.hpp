#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"

namespace chancery {

/// What the program's exit code says.
namespace exit_code {
inline constexpr int fine = 0;
inline constexpr int findings = 1;  ///< findings, or bad input
inline constexpr int usage = 2;
inline constexpr int machine = 3;
}  // namespace exit_code

/// What all commands share: their options, and the exit code that the one that ran leaves behind.
struct CommandLine {
  int exit = exit_code::fine;
  bool quiet = false;
  std::vector<std::string> mappings;
  std::string ontology;
};

/// Add one command to `app`. Its options live as long as `app`; its callback sets `line.exit`.
void add_build_command(CLI::App& app, CommandLine& line);
void add_extract_command(CLI::App& app, CommandLine& line);
void add_merge_command(CLI::App& app, CommandLine& line);
void add_check_command(CLI::App& app, CommandLine& line);
void add_query_command(CLI::App& app, CommandLine& line);
void add_explain_command(CLI::App& app, CommandLine& line);
void add_export_command(CLI::App& app, CommandLine& line);
void add_rules_command(CLI::App& app, CommandLine& line);

/// Options that several commands take.
void add_resource_options(CLI::App& command, CommandLine& line);

/// Print the diagnostics to standard error; errors make the exit code at least `findings`.
void show(const Diagnostics& diagnostics, CommandLine& line);
/// Print a failure of the machine to standard error and make it the exit code.
void fail(const std::string& message, CommandLine& line);

}  // namespace chancery
