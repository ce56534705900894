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

using RuleId = std::uint32_t;   ///< index into `RulePack::rules`
using RoleName = std::uint16_t; ///< index into `Program::role_names`

/// What one role of a match took: a mention, or a stretch of tokens.
struct Capture {
  RoleName role = 0;
  TokenSpan tokens;
  MentionId mention = no_mention;
  std::int32_t quotation = -1;
};

/// A rule found in a unit. Captures are in text order inside one role.
struct Match {
  RuleId rule = 0;
  TokenSpan tokens;    ///< all that was matched
  TokenSpan trigger;   ///< for a rule without a trigger: the whole match
  std::int32_t verb_group = -1;  ///< of the trigger
  std::int32_t noun_group = -1;
  std::int32_t mention = -1;     ///< a mention rule that re-reads an existing mention
  std::vector<Capture> captures;
};

/// A compiled pack: patterns as programs over lattice edges, and the index that wakes rules by their triggers. Const and
/// shared by threads after compiling.
class Program;

/// Owns a program without its definition being known.
using ProgramPtr = std::unique_ptr<const Program, void (*)(const Program*)>;

/// Compile `pack`. Interns the words of patterns in the lexicon's symbol table, so no document may exist yet.
/// Rules that cannot be compiled are diagnosed and left out.
ProgramPtr compile(const RulePack& pack, Lexicon& lexicon, Diagnostics& diagnostics);

/// The mutable state of matching, one per thread; keeps its memory between articles.
class Matcher {
 public:
  explicit Matcher(const Program& program);
  ~Matcher();
  /// Append every chosen match of the rules of `kind` and `pass` in the unit, ordered by trigger position, then rule.
  void match(const Lattice& lattice, RuleKind kind, int pass, std::vector<Match>& out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace chancery
