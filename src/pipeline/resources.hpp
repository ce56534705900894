#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "extract/extractor.hpp"
#include "lexicon/lexicon.hpp"
#include "mapping/mapper.hpp"
#include "match/matcher.hpp"
#include "rules/pack.hpp"
#include "text/text_rules.hpp"

namespace chancery {

/// The version of the program, as `--version` prints it and as it enters the run's key.
inline constexpr const char* program_version = "0.1.0";

/// The folders that hold what the program knows.
struct ResourcePaths {
  std::string mappings;
  std::string ontology;
  std::vector<std::string> more_mappings;  ///< packs that run beside `mappings`, in order

  /// All folders of mappings.
  [[nodiscard]] std::vector<std::string> all_mappings() const;
};

/// Where mappings and ontology are: what the user names; else `CHANCERY_DATA`; else `share/chancery` beside the installed
/// program; else the source tree above a program that was only built. Fails, naming the places looked at, if there are none.
/// With several folders of mappings, the first is the one whose furniture, abbreviations and checks come first.
Result<ResourcePaths> find_resources(const std::vector<std::string>& mappings, const std::string& ontology);

/// Everything that a run reads before its first article: lexicon, rules, programs. Const after loading, shared by threads.
class Resources {
 public:
  /// Called when the pack is compiled and while the lexicon still takes words: for who compiles patterns beside the pack's.
  using WhileOpen = std::function<void(Lexicon&, const TextRules&)>;

  /// Loads and compiles all of `paths.mappings`. Mistakes in its files are diagnosed and left out; fails only if a folder
  /// cannot be read.
  /// `extra_names` is a table of the lexicon (docs/lexicon.md) that is read behind all others; it may be empty.
  static Result<std::unique_ptr<const Resources>> load(const ResourcePaths& paths, Diagnostics& diagnostics,
                                                       const WhileOpen& while_open = {}, std::string_view extra_names = {});

  [[nodiscard]] const ResourcePaths& paths() const { return paths_; }
  [[nodiscard]] const Lexicon& lexicon() const { return *lexicon_; }
  [[nodiscard]] const RulePack& pack() const { return pack_; }
  [[nodiscard]] const Program& program() const { return *program_; }
  [[nodiscard]] const TextRules& text_rules() const { return text_rules_; }
  [[nodiscard]] const ExtractionModel& model() const { return *model_; }
  [[nodiscard]] const RunInfo& run() const { return run_; }

 private:
  Resources() = default;
  ResourcePaths paths_;
  std::unique_ptr<Lexicon> lexicon_;
  RulePack pack_;
  ProgramPtr program_{nullptr, [](const Program*) {}};
  TextRules text_rules_;
  std::unique_ptr<const ExtractionModel> model_;
  RunInfo run_;
};

}  // namespace chancery
