#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lexicon/lexicon.hpp"
#include "match/instruction.hpp"
#include "match/test_set.hpp"
#include "match/word_cutter.hpp"
#include "rules/pack.hpp"
#include "rules/pattern.hpp"

namespace chancery {

/// Turns tests in brackets and features of mentions into those of a `TestSet`. What is wrong with them is reported by `check`
/// functions; compiling the same test twice gives the same diagnostics twice, so the caller asks once for each place.
class TestCompiler {
 public:
  TestCompiler(const RulePack& pack, const ClassTable& classes, Lexicon& lexicon, WordCutter& cutter, TestSet& out);

  /// What is wrong with a test of a token, noun group or verb group; nothing if it is good.
  void check(const TokenTestNode& test, PatternKind kind, const Location& where, Diagnostics& diagnostics) const;
  /// What is wrong with the features of a mention.
  void check_features(const Pattern& mention, Diagnostics& diagnostics) const;

  /// Index of the test, or `no_test` for one that is not good.
  std::uint16_t compile(const TokenTestNode& test);
  std::uint16_t compile_features(const Pattern& mention);
  /// Index of a set of classes.
  std::uint32_t class_set(ClassSet classes);
  /// Index into `word_sets` of the entries of one word of a list of the pack; -1 if there is no such list.
  std::int32_t single_words(std::string_view list);

 private:
  bool node(const TokenTestNode& test, std::uint32_t& out);
  bool atom(const TokenTestNode& test, TestNode& out);
  bool atom_with_value(const TokenTestNode& test, TestNode& out);
  bool dictionary(const std::string& name, TestNode& out);
  bool regex(const TokenTestNode& test, TestNode& out);
  static bool years_ago(std::string_view value, FeatureTest& out);
  bool feature(const std::string& name, const std::string& value, FeatureTest& out);
  void report(const Location& where, Diagnostics& diagnostics, const char* code, std::string message, std::string_view word,
              const std::vector<std::string_view>& known) const;

  const RulePack& pack_;
  const ClassTable& classes_;
  Lexicon& lexicon_;
  WordCutter& cutter_;
  TestSet& out_;
  std::vector<std::pair<std::string, std::int32_t>> lists_;              ///< word sets made of lists
  std::unordered_map<std::string, std::uint16_t> made_, made_features_;  ///< by their text
};

}  // namespace chancery
