#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "match/class_table.hpp"
#include "match/instruction.hpp"
#include "match/matcher.hpp"
#include "match/test_set.hpp"
#include "rules/pack.hpp"

namespace chancery {

inline constexpr std::uint32_t no_program = 0xFFFFFFFFU;
inline constexpr RoleName no_role_name = 0xFFFF;
/// Edges that are looked at on each side of a trigger.
inline constexpr std::uint32_t window = 128;

/// Obligatory words of which one at least must stand in the unit, as a range of `Program::needs`.
struct NeedRange {
  std::uint32_t begin = 0, end = 0;
};

/// One way in which a rule can match: an alternative of its pattern, cut at its anchor. `forward` runs from the anchor to the right,
/// `backward` from the anchor to the left.
struct Variant {
  RuleId rule = 0;
  std::uint32_t code_begin = 0, code_end = 0;  ///< all instructions of both directions and their look-arounds
  std::uint32_t forward = no_program;
  std::uint32_t backward = no_program;         ///< `no_program`: nothing stands left of the anchor
  std::uint32_t look_begin = 0, look_end = 0;
  std::uint32_t need_begin = 0, need_end = 0;  ///< ranges in `Program::need_ranges`: each must be met
  ClassSet needed_classes[2] = {~ClassSet{0}, ~ClassSet{0}};  ///< the unit has a mention of each set
  std::uint32_t anchor_words = no_program;     ///< `word_sets`: gaps do not cross these; none if the anchor is no list or lemma
  ClassSet anchor_classes = 0;                 ///< mentions that `forward` can start with
  NeedRange first_keys;                        ///< of an anchored variant, the words that `forward` can start with, in `Program::needs`
  bool has_gap = false;
  bool anchored = false;                       ///< words or classes tell where `forward` can start
};

/// The variants of one kind and pass, by what wakes them.
struct RuleGroup {
  RuleKind kind = RuleKind::Event;
  int pass = 1;
  struct Wake { std::uint32_t variant = 0; std::uint32_t need = 0; };  ///< `need`: a key that must be present, 0 none
  std::vector<std::uint32_t> first;       ///< per key, where its variants begin in `wakes`
  std::vector<Wake> wakes;
  std::vector<std::vector<std::uint32_t>> by_class;  ///< per class, the variants that a mention of it wakes
  std::vector<std::uint32_t> everywhere;  ///< variants without an anchor
};

/// A selector of a role, compiled.
struct CompiledSelector {
  SelectorKind kind = SelectorKind::Subject;
  std::vector<std::vector<Symbol>> words;   ///< of After
  std::vector<std::uint32_t> variants;      ///< of Pattern: run forward
};

struct CompiledRole {
  RoleName role = 0;
  ClassSet classes = ~ClassSet{0};
  bool many = true;
  std::vector<CompiledSelector> selectors;
};

/// What matching needs of a rule beside its programs.
struct CompiledRule {
  RuleKind kind = RuleKind::Event;
  std::uint32_t frame = no_program;     ///< index into `RulePack::frames`
  int priority = 0;
  ClassId mention = ClassTable::none;
  std::vector<CompiledRole> roles;
  std::vector<RuleId> suppress;
  std::vector<Symbol> set_words;        ///< per `Rule::set_when`, its word
  bool by_trigger = false;
};

/// A compiled pack.
class Program {
 public:
  /// Names of all roles and captures of the pack: what `RoleName` indexes.
  [[nodiscard]] const std::vector<std::string>& role_names() const { return role_names_; }
  /// The role of this name, or `no_role_name`.
  [[nodiscard]] RoleName find_role(std::string_view name) const;
  [[nodiscard]] const ClassTable& classes() const { return classes_; }
  /// Classes that may fill a role of a frame of the pack; all of them for a role without classes.
  [[nodiscard]] ClassSet classes_of(std::uint32_t frame, RoleName role) const;

  [[nodiscard]] const Code& code() const { return code_; }
  [[nodiscard]] const TestSet& tests() const { return tests_; }
  [[nodiscard]] const std::vector<Look>& looks() const { return looks_; }
  [[nodiscard]] const std::vector<Variant>& variants() const { return variants_; }
  [[nodiscard]] const std::vector<CompiledRule>& rules() const { return rules_; }
  [[nodiscard]] const std::vector<RuleGroup>& groups() const { return groups_; }
  [[nodiscard]] const RuleGroup* group(RuleKind kind, int pass) const;
  /// The highest pass of rules of this kind; 0 if there are none.
  [[nodiscard]] int passes(RuleKind kind) const;
  /// The key of a symbol that some rule waits for; 0 for every other.
  [[nodiscard]] std::uint32_t key(Symbol symbol) const {
    return index_of(symbol) < key_of_.size() ? key_of_[index_of(symbol)] : 0;
  }
  [[nodiscard]] std::uint32_t key_count() const { return key_count_; }
  [[nodiscard]] const std::vector<std::uint32_t>& needs() const { return needs_; }
  [[nodiscard]] const std::vector<NeedRange>& need_ranges() const { return need_ranges_; }
  /// Variants of an adjunct's pattern, and the role that its mentions fill.
  struct AdjunctProgram { std::vector<std::uint32_t> variants; RoleName role = 0; };
  [[nodiscard]] const AdjunctProgram& adjunct(std::uint32_t frame, std::uint32_t index) const { return adjuncts_[frame][index]; }
  [[nodiscard]] Symbol semicolon() const { return semicolon_; }

  /// The part of a pattern that an instruction was written for, as long as the pack lives; null if none is known.
  [[nodiscard]] const Pattern* origin(std::uint32_t instruction) const {
    return instruction < tests_.origins.size() ? tests_.origins[instruction] : nullptr;
  }

  /// The programs of one rule, an instruction a line, for tests and `explain`.
  [[nodiscard]] std::string print(RuleId rule) const;

 private:
  friend class PackCompiler;
  friend class PatternCompiler;
  std::vector<std::string> role_names_;
  ClassTable classes_;
  const SymbolTable* symbols_ = nullptr;
  Code code_;
  TestSet tests_;
  std::vector<Look> looks_;
  std::vector<Variant> variants_;
  std::vector<CompiledRule> rules_;
  std::vector<RuleGroup> groups_;
  std::vector<std::vector<ClassSet>> role_classes_;  ///< per frame, per role name
  std::vector<std::vector<AdjunctProgram>> adjuncts_;
  std::vector<std::uint32_t> key_of_;
  std::uint32_t key_count_ = 0;
  std::vector<std::uint32_t> needs_;
  std::vector<NeedRange> need_ranges_;
  Symbol semicolon_ = Symbol::None;
};

}  // namespace chancery
