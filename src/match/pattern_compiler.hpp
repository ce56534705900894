#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "match/code_writer.hpp"
#include "match/first_set.hpp"
#include "match/phrase_book.hpp"
#include "match/program.hpp"
#include "match/test_compiler.hpp"

namespace chancery {

/// Compiles one pattern after the other into variants of a program.
class PatternCompiler {
 public:
  PatternCompiler(const RulePack& pack, Lexicon& lexicon, PhraseBook& phrases, TestCompiler& tests, Program& program);

  struct Use {
    RuleId rule = 0;
    std::uint32_t frame = no_program;  ///< whose roles the captures are
    bool whole_mentions = false;       ///< mentions inside others fill nothing
    bool from_left = false;            ///< run from the first item, not from the most telling one
    bool mentions_tell = false;        ///< a mention is a better anchor than a function word
  };
  enum class Outcome : std::uint8_t { Good, Failed, TooLarge, MatchesNothing, EmptyTurn };

  /// Append the variants of `pattern` and their indexes in the program to `variants`. Nothing is appended unless the outcome is good.
  Outcome compile(const Pattern& pattern, const Use& use, std::vector<std::uint32_t>& variants);

 private:
  struct Part {
    PatternUse item;
    FirstSet first;
  };

  void branches(PatternUse item, std::vector<PatternUse>& out);
  void flatten(PatternUse item, std::vector<Part>& out);
  std::size_t anchor_of(const std::vector<Part>& parts, bool mentions_tell) const;
  [[nodiscard]] int score(const Part& part, bool mentions_tell) const;
  [[nodiscard]] int word_score(std::uint64_t key, bool open_class) const;
  bool compile_branch(PatternUse item, const Use& use, Variant& variant);
  void mark_joins(Variant& variant);
  void write_anchor(const FirstSet& first, bool has_anchor, Variant& variant);
  void add_needs(const std::vector<Part>& parts, std::size_t anchor, Variant& variant);
  void add_needs_of_look(PatternUse look, Side side);
  void add_need_of_phrases(PatternUse anchor);
  void add_need_words(const FirstSet& first, Side side);
  std::uint32_t key(std::uint64_t word);
  static bool is_trigger(const Part& part);

  const Lexicon& lexicon_;
  PhraseBook& phrases_;
  Program& program_;
  FirstSets first_sets_;
  CodeWriter writer_;
  std::map<std::vector<std::uint64_t>, std::uint32_t> anchor_sets_;  ///< where the words of anchors are among `word_sets`

 public:
  /// Keys of the anchor of each variant, in the order of the variants.
  std::vector<std::vector<std::uint32_t>> anchor_keys;
  /// Where the repeat stands that made the outcome `EmptyTurn`.
  Location empty_turn;
};

}  // namespace chancery
