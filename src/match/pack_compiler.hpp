#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "lexicon/lexicon.hpp"
#include "match/pattern_compiler.hpp"
#include "match/phrase_book.hpp"
#include "match/program.hpp"
#include "match/reference_check.hpp"
#include "match/test_compiler.hpp"
#include "match/word_cutter.hpp"

namespace chancery {

/// Makes a program of a pack. One object a pack.
class PackCompiler {
 public:
  PackCompiler(const RulePack& pack, Lexicon& lexicon, const TextRules* text_rules, Diagnostics& diagnostics);
  std::unique_ptr<const Program> run();

 private:
  void name_roles();
  void name_roles_of(const Pattern& pattern);
  RoleName role_name(const std::string& name);
  void find_role_classes();
  void compile_rule(RuleId id);
  void compile_conditions(const Rule& rule, CompiledRule& made);
  bool compile_roles(RuleId id, CompiledRule& made);
  bool compile_selector(RuleId id, const Selector& selector, CompiledSelector& made);
  void add_roles_of(std::uint32_t variant, std::vector<RoleName>& roles) const;
  void find_choice_bounds(const CompiledRule& rule, const std::vector<std::uint32_t>& variants);
  void compile_adjuncts();
  bool compile_pattern(const Pattern& pattern, const PatternCompiler::Use& use, const Location& where,
                       std::vector<std::uint32_t>& variants);
  void group_variants(RuleId id, const std::vector<std::uint32_t>& variants);
  void make_index();

  const RulePack& pack_;
  Lexicon& lexicon_;
  Diagnostics& diagnostics_;
  std::unique_ptr<Program> program_;
  WordCutter cutter_;
  PhraseBook phrases_;
  TestCompiler tests_;
  PatternCompiler patterns_;
  std::vector<std::vector<std::uint32_t>> grouped_;           ///< per group, its variants
  std::unordered_map<std::string, std::uint32_t> questions_;  ///< of selectors, by what they ask
};

}  // namespace chancery
