#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "pipeline/corpus.hpp"

namespace chancery {

/// Inputs, base, date and jobs: what every command that reads articles takes.
void add_corpus_options(CLI::App& command, CorpusOptions& options, bool inputs_required = true);

/// Check what the option parser cannot: the base IRI, the date. False, with the reason printed and the exit code set, if one is wrong.
bool check_corpus_options(const CorpusOptions& options, CommandLine& line);

/// The same for the date alone; none is fine.
bool check_date(const std::string& date, CommandLine& line);

/// Load mappings and ontology, printing what is wrong; none, with the exit code set, if they cannot be read.
std::unique_ptr<const Resources> load_resources(CommandLine& line);

/// `run_corpus` with a progress line and interrupts; prints diagnostics. Returns false, with the exit code set, where the run did
/// not come to its end.
bool run_with_progress(const Resources& resources, const CorpusOptions& options, ShardForm form, const std::function<Status(Shard&&)>& take,
                       CorpusProgress& progress, CommandLine& line);

}  // namespace chancery
