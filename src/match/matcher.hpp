#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "lexicon/lexicon.hpp"
#include "match/lattice.hpp"
#include "rules/pack.hpp"

namespace chancery {

struct TextRules;

using RuleId = std::uint32_t;    ///< index into `RulePack::rules`
using RoleName = std::uint16_t;  ///< index into `Program::role_names()` (match/program.hpp)

/// What one role of a match took: a mention, or a stretch of tokens.
struct Capture {
  RoleName role = 0;
  TokenSpan tokens;
  MentionId mention = no_mention;
  std::int32_t quotation = -1;
  std::int32_t frame = -1;  ///< `FrameEdge::instance`, where a frame of a lower pass was captured
};

/// A rule found in a unit. Captures are in text order inside one role.
struct Match {
  RuleId rule = 0;
  TokenSpan tokens;   ///< all that was matched
  TokenSpan trigger;  ///< of a rule by pattern: its obligatory word, or the whole match if it has none; of a mention rule the whole
  std::int32_t verb_group = -1;  ///< of the trigger
  std::int32_t noun_group = -1;
  std::int32_t mention = -1;            ///< a mention rule that re-reads an existing mention: the mention with just these tokens
  std::uint16_t gap = 0;                ///< edges that gaps crossed
  std::vector<std::uint16_t> set_when;  ///< those of `Rule::set_when` that hold
  std::vector<Capture> captures;
};

/// A compiled pack: patterns as programs over lattice edges, and the index that wakes rules by their triggers. Const and
/// shared by threads after compiling.
class Program;

/// Owns a program without its definition being known.
using ProgramPtr = std::unique_ptr<const Program, void (*)(const Program*)>;

/// Compile `pack`. Interns the words of patterns in the lexicon's symbol table, so no document may exist yet.
/// Rules that cannot be compiled are diagnosed and left out.
/// The words of patterns are cut as `text_rules` cuts the text; without them as a document without abbreviations.
ProgramPtr compile(const RulePack& pack, Lexicon& lexicon, Diagnostics& diagnostics, const TextRules* text_rules = nullptr);

/// The mutable state of matching, one per thread; keeps its memory between articles.
class Matcher {
 public:
  explicit Matcher(const Program& program);
  ~Matcher();
  Matcher(Matcher&&) noexcept;
  /// Append every chosen match of the rules of `kind` and `pass` in the unit, ordered by trigger position, then rule.
  void match(const Lattice& lattice, RuleKind kind, int pass, std::vector<Match>& out);
  /// From now on count in `wakes`, which has a place per rule, how often each rule was tried; null: no more. Borrows it.
  void count_wakes(std::vector<std::uint64_t>* wakes);
  /// Append what an adjunct pattern of a frame finds inside `within`, left to right, not overlapping: its captures, or, where it
  /// has none, its mentions under the adjunct's role.
  void match_adjunct(const Lattice& lattice, std::uint32_t frame, std::uint32_t adjunct, TokenSpan within, std::vector<Capture>& out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace chancery
