#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "match/class_table.hpp"
#include "match/phrase_book.hpp"
#include "match/test_compiler.hpp"
#include "rules/pack.hpp"

namespace chancery {

/// Looks for names that nothing in the pack answers to: classes, lists, phrases, roles, frames, values, tests. Every pattern is
/// looked at once where it is written, however often it is used.
class ReferenceCheck {
 public:
  ReferenceCheck(const RulePack& pack, const ClassTable& classes, PhraseBook& phrases, const TestCompiler& tests, Diagnostics& diagnostics);

  /// Everything; afterwards `is_bad` tells which rules have a mistake.
  void run();
  [[nodiscard]] bool is_bad(std::size_t rule) const { return bad_[rule]; }

 private:
  void check_lists();
  void check_phrases();
  void check_frame(const FrameDef& frame);
  void check_triple(const FrameDef& frame, const TripleTemplate& triple);
  void check_rule(const Rule& rule);
  void check_roles(const Rule& rule, const FrameDef& frame);
  void check_role(const FrameDef& frame, const std::string& role, const Location& where);
  template <typename Visit>
  void each_role_used(const Pattern& pattern, const Visit& visit);
  void check_conditions(const Rule& rule);
  void unknown_list(std::string_view name, const Location& where, std::string otherwise);
  void check_values(const Rule& rule, const FrameDef& frame);
  void check_value(const FrameDef& frame, const std::string& role, const std::string& value, const Location& where);
  void check_cue(const Rule& rule);
  void check_cue_value(const FrameDef* frame, const std::string& key, const std::string& value, const Location& where);
  void check_examples(const Rule& rule, const FrameDef& frame);
  void pattern(const Pattern& pattern, bool in_look);
  void atom(const Pattern& pattern);
  void phrase_use(const Pattern& pattern);
  void frame_use(const Pattern& pattern);
  void recursion(const Phrase& phrase);
  void error(const char* code, const Location& where, std::string message, std::string_view word = {},
             const std::vector<std::string_view>& known = {});
  void error_with_hint(const char* code, const Location& where, std::string message, std::string hint);
  [[nodiscard]] std::vector<std::string_view> frame_names() const;
  [[nodiscard]] static std::vector<std::string_view> role_names(const FrameDef& frame);

  const RulePack& pack_;
  const ClassTable& classes_;
  PhraseBook& phrases_;
  const TestCompiler& tests_;
  Diagnostics& diagnostics_;
  std::vector<bool> bad_;
};

}  // namespace chancery
