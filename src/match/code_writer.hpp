#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "match/phrase_book.hpp"
#include "match/program.hpp"
#include "match/test_compiler.hpp"

namespace chancery {

/// Writes the instructions of patterns, from the last to the first: each is given the one that follows it.
class CodeWriter {
 public:
  CodeWriter(const RulePack& pack, PhraseBook& phrases, TestCompiler& tests, const ClassTable& classes, Code& code,
             std::vector<Look>& looks, TestSet& test_set)
      : pack_(pack), phrases_(phrases), tests_(tests), classes_(classes), code_(code), looks_(looks), test_set_(test_set) {}

  /// What the patterns stand in: set before `write`.
  bool whole_mentions_only = false;
  /// Classes that a role of the frame at hand may hold, by role name; null outside of frames.
  const std::vector<ClassSet>* role_classes = nullptr;
  const std::vector<std::string>* role_names = nullptr;

  /// Instructions for `items` one after the other, then `next`. `left` are the classes that the role to the left of the first
  /// item may hold. Backward programs step from right to left.
  std::uint32_t write(const std::vector<PatternUse>& items, ClassSet left, bool backward, std::uint32_t next);
  std::uint32_t add(Instruction instruction);
  /// Start to count instructions.
  void start() {
    begin_ = static_cast<std::uint32_t>(code_.size());
    failed_ = too_large_ = false;
    empty_turn_ = nullptr;
  }
  /// A name is unknown or a phrase uses itself; the code is of no use.
  [[nodiscard]] bool failed() const { return failed_ || too_large(); }
  [[nodiscard]] bool too_large() const { return too_large_ || phrases_.exhausted(); }
  /// The place of a repeat without limit whose turns can match nothing; null if there was none.
  [[nodiscard]] const Location* empty_turn() const { return empty_turn_; }
  /// The classes that a gap to the right of `item` must not cross.
  ClassSet trailing(PatternUse item, ClassSet left);

  static constexpr std::uint32_t most_instructions = 4000;

 private:
  struct Way {
    ClassSet left = 0;
    bool backward = false;
  };

  std::uint32_t item(PatternUse item, Way way, std::uint32_t next);
  std::uint32_t pattern(PatternUse item, Way way, std::uint32_t next);
  std::uint32_t sequence(PatternUse item, Way way, std::uint32_t next);
  std::uint32_t alternation(PatternUse item, Way way, std::uint32_t next);
  std::optional<Symbol> only_word(PatternUse item);
  std::uint32_t any_word(std::vector<Symbol> words, std::uint32_t next);
  std::uint32_t repeat(PatternUse item, Way way, std::uint32_t next);
  std::uint32_t role(RoleName role, PatternUse inside, Way way, std::uint32_t next);
  std::uint32_t words(const Pattern& pattern, Way way, std::uint32_t next);
  std::uint32_t list(const Pattern& pattern, Way way, std::uint32_t next);
  std::uint32_t entry(const std::vector<EntryWord>& words, Way way, std::uint32_t next);
  std::uint32_t mention(const Pattern& pattern, std::uint32_t next);
  std::uint32_t frame(const Pattern& pattern, const std::string& role, std::uint32_t next);
  std::uint32_t group(Op op, const Pattern& pattern, std::uint32_t next);
  std::uint32_t gap(const Pattern& pattern, Way way, std::uint32_t next);
  std::uint32_t look(PatternUse item, std::uint32_t next);
  ClassSet trailing_role(RoleName role, PatternUse inside, ClassSet left);
  /// True where the pattern can match nothing.
  bool nullable(PatternUse item);
  std::uint32_t fail() {
    failed_ = true;
    return 0;
  }
  std::uint32_t split(std::uint32_t first, std::uint32_t second) { return add({Op::Split, false, true, no_test, 0, first, second}); }
  RoleName role_name(const std::string& name) const;

  const RulePack& pack_;
  PhraseBook& phrases_;
  TestCompiler& tests_;
  const ClassTable& classes_;
  Code& code_;
  std::vector<Look>& looks_;
  TestSet& test_set_;
  std::uint32_t begin_ = 0;
  bool failed_ = false, too_large_ = false;
  const Location* empty_turn_ = nullptr;
  std::map<std::vector<Symbol>, std::uint32_t> symbol_set_of_;  ///< index into `TestSet::symbol_sets`
  const Pattern* at_ = nullptr;                                 ///< what is being written, for `TestSet::origins`
};

}  // namespace chancery
