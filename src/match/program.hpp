#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "match/class_table.hpp"
#include "match/edge_traits.hpp"
#include "match/instruction.hpp"
#include "match/language_words.hpp"
#include "match/matcher.hpp"
#include "match/prefix_tree.hpp"
#include "match/test_set.hpp"
#include "rules/pack.hpp"

namespace chancery {

inline constexpr std::uint32_t no_program = 0xFFFFFFFFU;
inline constexpr RoleName no_role_name = 0xFFFF;
/// Edges that are looked at on each side of a trigger.
inline constexpr std::uint32_t window = 128;

/// Where something that a variant cannot do without stands, seen from its anchor.
enum class Side : std::uint8_t { Any, Left, Right };

/// Obligatory words of which one at least must stand in the unit, as a range of `Program::needs`.
struct NeedRange {
  std::uint32_t begin = 0, end = 0;
  Side side = Side::Any;
};

/// Classes of which the unit must have a mention; all of them: nothing is needed.
struct ClassNeed {
  ClassSet classes = ~ClassSet{0};
  Side side = Side::Any;
  friend bool operator==(const ClassNeed&, const ClassNeed&) = default;
};
using ClassNeeds = std::array<ClassNeed, 2>;

/// One way in which a rule can match: an alternative of its pattern, cut at its anchor. `forward` runs from the anchor to the right,
/// `backward` from the anchor to the left.
struct Variant {
  RuleId rule = 0;
  std::uint32_t code_begin = 0, code_end = 0;  ///< all instructions of both directions and their look-arounds
  std::uint32_t forward = no_program;
  std::uint32_t backward = no_program;  ///< `no_program`: nothing stands left of the anchor
  std::uint32_t look_begin = 0, look_end = 0;
  std::uint32_t need_begin = 0, need_end = 0;  ///< ranges in `Program::need_ranges`: each must be met
  ClassNeeds needed_classes;
  std::uint32_t anchor_words = no_program;            ///< `word_sets`: gaps do not cross these; none if the anchor is no list or lemma
  ClassSet anchor_classes = 0;                        ///< mentions that `forward` can start with
  std::uint32_t forward_half = 0, backward_half = 0;  ///< `Program::half_count`: 0 where no other variant has the same instructions
  std::uint16_t most_roles = 0;                       ///< roles that a match can fill
  bool has_gap = false;
  bool one_token = false;  ///< a match is the anchor's one token
  bool at_anchor = false;  ///< what a match hangs on holds the first token of the anchor
  bool anchored = false;   ///< words or classes tell where `forward` can start
};

/// The variants of one kind and pass, by what wakes them.
struct RuleGroup {
  RuleKind kind = RuleKind::Event;
  int pass = 1;
  /// A variant to be woken, and what tells cheaply that it need not be.
  struct Wake {
    std::uint32_t variant = 0;
    std::uint32_t need = 0;      ///< a key that must be present, 0 none
    std::uint32_t forward = 0;   ///< node of `Program::forward_prefixes` that must be reached
    std::uint32_t backward = 0;  ///< and of `backward_prefixes`
    std::uint16_t classes = 0;   ///< `Program::class_needs`
    Side side = Side::Any;       ///< of `need`
    bool more = false;           ///< it has other needs beside
    bool can_yield = false;      ///< a better match of its frame at the anchor's token makes it needless
    bool one_token = false;      ///< `Variant::one_token`
    bool by_selectors = false;   ///< nothing but selectors of words and groups fills its roles
    std::uint32_t frame = 0;
    std::uint32_t standing = 0;  ///< the best that it can be, by priority and roles: among better first
    RuleId rule = 0;
  };
  /// Of up to 64 wakes of a key that follow each other, those that need a word, a bit each.
  struct NeedMask {
    std::uint32_t need = 0;
    Side side = Side::Any;
    std::uint64_t wakes = 0;
  };
  struct Block {
    std::uint64_t free = 0;                      ///< wakes that need no word
    std::uint32_t first_mask = 0, end_mask = 0;  ///< in `masks`
  };
  static constexpr std::size_t block_size = 64;
  static constexpr std::size_t long_list = 8;  ///< only the wakes of keys that have more stand in blocks
  std::vector<std::uint64_t> is_key;           ///< a bit per symbol that a variant of the group waits for or needs
  std::vector<std::uint32_t> first;            ///< per key, where its variants begin in `wakes`
  std::vector<Wake> wakes;
  std::vector<std::uint32_t> first_block;  ///< per key, in `blocks`
  std::vector<Block> blocks;
  std::vector<NeedMask> masks;
  /// Variants that no word wakes. Each hangs in one of the trees, by its index into `wakes`.
  struct WakeTree {
    std::vector<Wake> wakes;
    PrefixTree forward;   ///< by what they want from the anchor on to the right
    PrefixTree backward;  ///< by what they want to its left, where the anchor is all that they want to the right
    [[nodiscard]] std::uint64_t words() const { return forward.nodes().front().words | backward.nodes().front().words; }
  };
  static constexpr std::uint64_t no_word = std::uint64_t{1} << 63U;  ///< the bit of wakes in trees that need no word

  std::vector<WakeTree> by_class;     ///< per class, the variants that a mention of it wakes
  ClassSet waking = 0;                ///< the classes that wake some
  WakeTree everywhere;                ///< variants without an anchor
  std::vector<NeedRange> tree_needs;  ///< words of which wakes in trees need one: for each a bit, from the lowest on
};

/// A selector of a role, compiled.
struct CompiledSelector {
  SelectorKind kind = SelectorKind::Subject;
  std::vector<std::vector<Symbol>> words;  ///< of After
  std::vector<std::uint32_t> variants;     ///< of Pattern: run forward
  std::uint32_t question = 0;              ///< the same for selectors of one kind, of the same words, for the same classes
};

struct CompiledRole {
  RoleName role = 0;
  ClassSet classes = ~ClassSet{0};
  bool many = true;
  std::vector<CompiledSelector> selectors;
};

/// One word that decides a value of `Rule::set_when`: a word, or the beginning ("ex-*") or end ("*-elect") of one.
struct SetWord {
  std::uint16_t set = 0;  ///< index into `Rule::set_when`
  Symbol word = Symbol::None;
  std::string begins, ends;  ///< in lower case; empty where `word` says it all
};

/// What matching needs of a rule beside its programs.
struct CompiledRule {
  RuleKind kind = RuleKind::Event;
  std::uint32_t frame = no_program;  ///< index into `RulePack::frames`
  int priority = 0;
  ClassId mention = ClassTable::none;
  std::vector<CompiledRole> roles;
  std::vector<RuleId> suppress;
  std::vector<SetWord> set_words;  ///< in the order of `Rule::set_when`, whose word lists are written out
  bool by_trigger = false;
  bool suppressed = false;  ///< some rule suppresses it
};

/// What decides first between two matches of a frame, as one number: priority, then roles filled.
inline std::uint32_t standing_of(const CompiledRule& rule, std::size_t roles) {
  constexpr int most = 1 << 20;
  const int priority = std::clamp(rule.priority, -most, most) + most;
  return static_cast<std::uint32_t>(priority) << 8U | static_cast<std::uint32_t>(std::min<std::size_t>(roles, 0xFF));
}

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
  /// `traits_ahead` of the instruction.
  [[nodiscard]] const EdgeTraits& ahead(std::uint32_t instruction) const { return ahead_[instruction]; }
  [[nodiscard]] const TestSet& tests() const { return tests_; }
  /// The number of different `CompiledSelector::question`s.
  [[nodiscard]] std::uint32_t question_count() const { return question_count_; }
  [[nodiscard]] const std::vector<Look>& looks() const { return looks_; }
  [[nodiscard]] const std::vector<Variant>& variants() const { return variants_; }
  [[nodiscard]] const std::vector<CompiledRule>& rules() const { return rules_; }
  [[nodiscard]] const std::vector<RuleGroup>& groups() const { return groups_; }
  [[nodiscard]] const RuleGroup* group(RuleKind kind, int pass) const;
  /// The highest pass of rules of this kind; 0 if there are none.
  [[nodiscard]] int passes(RuleKind kind) const;
  /// The key of a symbol that some rule waits for; 0 for every other.
  [[nodiscard]] std::uint32_t key(Symbol symbol) const { return has_key(symbol) ? key_of_[index_of(symbol)] : 0; }
  [[nodiscard]] bool has_key(Symbol symbol) const {
    const std::uint32_t word = index_of(symbol) / 64;
    return word < is_key_.size() && (is_key_[word] >> (index_of(symbol) % 64) & 1U) != 0;
  }
  [[nodiscard]] std::uint32_t key_count() const { return key_count_; }
  [[nodiscard]] const std::vector<std::uint32_t>& needs() const { return needs_; }
  [[nodiscard]] const std::vector<NeedRange>& need_ranges() const { return need_ranges_; }
  /// What variants need of classes, each once; the first is nothing.
  [[nodiscard]] const std::vector<ClassNeeds>& class_needs() const { return class_needs_; }
  /// What the halves of all variants begin with.
  [[nodiscard]] const PrefixTree& forward_prefixes() const { return forward_prefixes_; }
  [[nodiscard]] const PrefixTree& backward_prefixes() const { return backward_prefixes_; }
  [[nodiscard]] const PrefixItems& prefix_items() const { return prefix_items_; }
  /// Halves of variants (what runs to one side of the anchor) that several variants have: one more than their number.
  [[nodiscard]] std::uint32_t half_count() const { return half_count_; }
  /// Variants of an adjunct's pattern, and the role that its mentions fill.
  struct AdjunctProgram {
    std::vector<std::uint32_t> variants;
    RoleName role = 0;
    EdgeTraits ahead;  ///< of all variants
  };
  [[nodiscard]] const AdjunctProgram& adjunct(std::uint32_t frame, std::uint32_t index) const { return adjuncts_[frame][index]; }
  [[nodiscard]] Symbol semicolon() const { return semicolon_; }
  /// "A, B", "A, the mayor; B": a mark that may stand between two of a list.
  [[nodiscard]] bool parts_list(Symbol word) const { return word == comma_ || word == semicolon_; }
  [[nodiscard]] const LanguageWords& language() const { return language_; }

  /// The part of a pattern that an instruction was written for, as long as the pack lives; null if none is known.
  [[nodiscard]] const Pattern* origin(std::uint32_t instruction) const {
    return instruction < tests_.origins.size() ? tests_.origins[instruction] : nullptr;
  }

  /// The programs of one rule, an instruction a line, for tests and `explain`.
  [[nodiscard]] std::string print(RuleId rule) const;

 private:
  friend class PackCompiler;
  friend class PatternCompiler;
  friend class WakeIndex;
  std::vector<std::string> role_names_;
  ClassTable classes_;
  const SymbolTable* symbols_ = nullptr;
  Code code_;
  std::vector<EdgeTraits> ahead_;
  TestSet tests_;
  std::vector<Look> looks_;
  std::vector<Variant> variants_;
  std::vector<CompiledRule> rules_;
  std::vector<RuleGroup> groups_;
  std::vector<std::vector<ClassSet>> role_classes_;  ///< per frame, per role name
  std::vector<std::vector<AdjunctProgram>> adjuncts_;
  std::vector<std::uint32_t> key_of_;
  std::vector<std::uint64_t> is_key_;  ///< a bit per symbol: small enough to stay in the processor's cache
  std::uint32_t key_count_ = 0;
  std::vector<std::uint32_t> needs_;
  std::vector<NeedRange> need_ranges_;
  std::vector<ClassNeeds> class_needs_;
  PrefixItems prefix_items_;
  PrefixTree forward_prefixes_, backward_prefixes_;
  std::uint32_t half_count_ = 1;
  std::uint32_t question_count_ = 0;
  Symbol semicolon_ = Symbol::None, comma_ = Symbol::None;
  LanguageWords language_;
};

}  // namespace chancery
