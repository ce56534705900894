#pragma once

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "match/fillers.hpp"
#include "match/machine.hpp"
#include "match/match_builder.hpp"
#include "match/program.hpp"
#include "support/oracle.hpp"

namespace chancery::oracle {

/// What the oracle and the machine take, as text that can be compared: "none", or where the match ends and what its roles hold.
struct Answers {
  std::string oracle = "none", machine = "none";
};

inline std::string text_of(const std::string& role, const std::vector<TokenSpan>& parts) {
  std::string out = role;
  for (const TokenSpan part : parts) out += ' ' + std::to_string(part.begin) + '-' + std::to_string(part.end);
  return out + ';';
}

inline TokenSpan hull(const std::vector<Edge>& edges) {
  TokenSpan all = edges.front().tokens;
  for (const Edge& edge : edges) all = {std::min(all.begin, edge.tokens.begin), std::max(all.end, edge.tokens.end)};
  return all;
}

/// What the manual says that gaps stop at: the clause of `position`, the trigger's words, and what fits the role left of them: the
/// role `q` of these tests takes people and polities, every other one takes all.
inline Matcher::GapLimits gap_limits(const Lattice& lattice, const ClassTable& classes, std::uint32_t position,
                                     std::function<bool(std::uint32_t)> is_trigger) {
  return {FillerFinder::clause_around(lattice, position), std::move(is_trigger), [&classes](const std::string& role) {
            return role == "q" ? classes.below(classes.find("Person")) | classes.below(classes.find("Polity")) : ClassSet{0};
          }};
}

/// `pattern` run from left to right at `position`, as adjuncts are; the first of `variants` that matches counts.
inline Answers from_left(Matcher& oracle, Machine& machine, const Program& program, const Lattice& lattice, const Pattern& pattern,
                         const std::vector<std::uint32_t>& variants, std::uint32_t position) {
  Answers answers;
  oracle.whole_mentions_only = true;
  oracle.limit_gaps(pattern, gap_limits(lattice, program.classes(), position, {}));
  if (const auto result = oracle.match(pattern, position, false)) {
    answers.oracle = std::to_string(result->reached) + ':';
    for (const auto& taken : result->roles) answers.oracle += text_of(taken.role, {hull(taken.edges)});
  }
  MatchBuilder builder(program);
  const Machine::Bounds bounds{lattice.unit().begin, lattice.unit().end, FillerFinder::clause_around(lattice, position)};
  for (const std::uint32_t v : variants) {
    std::vector<Step> steps;
    std::uint32_t reached = 0;
    if (!machine.run(lattice, program.variants()[v], program.variants()[v].forward, false, position, bounds, steps, reached)) continue;
    std::vector<Capture> captures;
    builder.captures(lattice, steps, false, no_program, captures);
    answers.machine = std::to_string(reached) + ':';
    for (const Capture& capture : captures) answers.machine += text_of(program.role_names()[capture.role], {capture.tokens});
    break;
  }
  return answers;
}

/// The child of a sequence that is a lemma, which such a pattern hangs on; none: the number of children.
inline std::size_t trigger_of(const Pattern& pattern) {
  const auto is_trigger = [](const PatternPtr& child) { return child->kind == PatternKind::Lemma; };
  const auto found = std::find_if(pattern.children.begin(), pattern.children.end(), is_trigger);
  return static_cast<std::size_t>(found - pattern.children.begin());
}

/// `pattern`, a sequence of at most one part, a lemma and at most one part, at a word of that lemma: each side is matched by itself.
/// `is_trigger` is true of tokens that have the lemma.
inline Answers around_trigger(Matcher& oracle, Machine& machine, const Program& program, const Lattice& lattice, const Pattern& pattern,
                              const Variant& variant, std::uint32_t position, const std::function<bool(std::uint32_t)>& is_trigger) {
  Answers answers;
  const std::size_t trigger = trigger_of(pattern);
  oracle.whole_mentions_only = true;
  oracle.limit_gaps(pattern, gap_limits(lattice, program.classes(), position, is_trigger));
  bool good = true;
  std::multiset<std::string> roles;
  const auto take = [&](const Pattern& side, std::uint32_t at, bool backward) {
    const auto result = good ? oracle.match(side, at, backward) : std::nullopt;
    good = result.has_value();
    for (std::size_t i = 0; good && i < result->roles.size(); ++i)
      roles.insert(text_of(result->roles[i].role, {hull(result->roles[i].edges)}));
  };
  for (std::size_t child = trigger + 1; child < pattern.children.size(); ++child)
    take(*pattern.children[child], lattice.next(position), false);
  if (trigger != 0) take(*pattern.children[0], position, true);
  if (good) answers.oracle = "found ";
  for (const std::string& each : roles) answers.oracle += good ? each : "";
  std::vector<Step> forward, backward;
  std::uint32_t reached = 0;
  const Machine::Bounds bounds{lattice.unit().begin, lattice.unit().end, FillerFinder::clause_around(lattice, position)};
  if (!machine.run(lattice, variant, variant.forward, false, position, bounds, forward, reached) ||
      (variant.backward != no_program && !machine.run(lattice, variant, variant.backward, true, position, bounds, backward, reached)))
    return answers;
  MatchBuilder builder(program);
  std::vector<Capture> captures;
  builder.captures(lattice, backward, false, no_program, captures);
  builder.captures(lattice, forward, false, no_program, captures);
  roles.clear();
  for (const Capture& capture : captures) roles.insert(text_of(program.role_names()[capture.role], {capture.tokens}));
  answers.machine = "found ";
  for (const std::string& each : roles) answers.machine += each;
  return answers;
}

}  // namespace chancery::oracle
