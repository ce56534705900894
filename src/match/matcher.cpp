#include "match/matcher.hpp"

#include <algorithm>

#include "match/fillers.hpp"
#include "match/machine.hpp"
#include "match/match_builder.hpp"
#include "match/match_choice.hpp"
#include "match/program.hpp"
#include "match/unit_scan.hpp"

namespace chancery {

struct Matcher::State {
  explicit State(const Program& compiled)
      : program(compiled), machine(compiled), builder(compiled), scan(compiled), last_run(compiled.variants().size(), 0) {}

  void wake(const Lattice& lattice, const RuleGroup& group, std::vector<Match>& out);
  void wake_by_class(const Lattice& lattice, const RuleGroup& group, std::vector<Match>& out);
  void run_everywhere(const Lattice& lattice, const RuleGroup& group, std::vector<Match>& out);
  bool attempt(const Lattice& lattice, std::uint32_t variant, std::uint32_t position, std::vector<Match>& out);
  bool run(const Lattice& lattice, const Variant& variant, std::uint32_t position, const Machine::Bounds& bounds);
  [[nodiscard]] bool can_start(const Lattice& lattice, const Variant& variant, std::uint32_t position) const;
  Machine::Bounds bounds_at(const Lattice& lattice, std::uint32_t position, bool has_gap);

  const Program& program;
  Machine machine;
  MatchBuilder builder;
  UnitScan scan;
  std::vector<Step> steps, forward_steps;
  std::vector<std::uint64_t> last_run;  ///< per variant, where it was last tried: round and position
  std::uint64_t round = 0;
  std::uint32_t reached = 0;
};

/// At most `window` edges to each side of the trigger.
Machine::Bounds Matcher::State::bounds_at(const Lattice& lattice, std::uint32_t position, bool has_gap) {
  Machine::Bounds bounds{lattice.unit().begin, lattice.unit().end, {}};
  if (has_gap) bounds.clause = FillerFinder::clause_around(lattice, position);
  if (lattice.unit().size() <= window) return bounds;
  bounds.low = bounds.high = position;
  for (std::uint32_t i = 0; i < window; ++i) {
    if (bounds.high < lattice.end()) bounds.high = lattice.next(bounds.high);
    if (bounds.low > lattice.begin()) bounds.low = lattice.previous(bounds.low);
  }
  return bounds;
}

/// One of the edges at `position` is one that `variant` begins with.
bool Matcher::State::can_start(const Lattice& lattice, const Variant& variant, std::uint32_t position) const {
  if (!variant.anchored) return true;
  const auto first = program.needs().begin() + variant.first_keys.begin, last = program.needs().begin() + variant.first_keys.end;
  for (const Edge& edge : lattice.from(position)) {
    if (edge.kind == EdgeKind::Quote && (variant.anchor_classes >> mention_class::quote & 1U) != 0) return true;
    if (edge.kind == EdgeKind::Mention && (variant.anchor_classes >> lattice.article().mentions->items[edge.index].cls & 1U) != 0) return true;
    if (edge.kind != EdgeKind::Token) continue;
    const std::uint32_t word = program.key(lattice.article().document->tokens[edge.index].word);
    const std::uint32_t lemma = program.key(lattice.article().annotation->tokens[edge.index].lemma);
    if ((word != 0 && std::binary_search(first, last, word)) || (lemma != 0 && std::binary_search(first, last, lemma))) return true;
  }
  return false;
}

bool Matcher::State::run(const Lattice& lattice, const Variant& variant, std::uint32_t position, const Machine::Bounds& bounds) {
  forward_steps.clear();
  steps.clear();
  std::uint32_t start = position;
  if (!machine.run(lattice, variant, variant.forward, false, position, bounds, forward_steps, reached)) return false;
  if (variant.backward != no_program && !machine.run(lattice, variant, variant.backward, true, position, bounds, steps, start)) return false;
  steps.insert(steps.end(), forward_steps.begin(), forward_steps.end());
  return true;
}

bool Matcher::State::attempt(const Lattice& lattice, std::uint32_t index, std::uint32_t position, std::vector<Match>& out) {
  const std::uint64_t stamp = (round << 32U) | (position + 1);
  if (last_run[index] == stamp) return false;
  last_run[index] = stamp;
  const Variant& variant = program.variants()[index];
  if (!run(lattice, variant, position, bounds_at(lattice, position, variant.has_gap))) return false;
  out.push_back(builder.build(lattice, variant, steps, machine));
  return true;
}

void Matcher::State::wake(const Lattice& lattice, const RuleGroup& group, std::vector<Match>& out) {
  for (const UnitScan::Hit& hit : scan.hits()) {
    for (std::uint32_t i = group.first[hit.key]; i < group.first[hit.key + 1]; ++i) {
      const RuleGroup::Wake& woken = group.wakes[i];
      if (woken.need != 0 && !scan.has_key(woken.need)) continue;
      if (scan.meets_needs(program.variants()[woken.variant])) attempt(lattice, woken.variant, lattice.position(hit.token), out);
    }
  }
}

void Matcher::State::wake_by_class(const Lattice& lattice, const RuleGroup& group, std::vector<Match>& out) {
  const auto wake_at = [&](ClassId cls, std::uint32_t position) {
    for (const std::uint32_t index : group.by_class[cls]) {
      if (scan.meets_needs(program.variants()[index])) attempt(lattice, index, position, out);
    }
  };
  ClassSet waiting = 0;
  for (ClassId cls = 0; cls < group.by_class.size(); ++cls) waiting |= group.by_class[cls].empty() ? 0 : ClassSet{1} << cls;
  if ((lattice.mention_classes() & waiting) == 0) return;
  for (const Edge& edge : lattice.mentions()) wake_at(lattice.article().mentions->items[edge.index].cls, edge.begin);
  for (const Edge& edge : lattice.quotes()) wake_at(mention_class::quote, edge.begin);
}

void Matcher::State::run_everywhere(const Lattice& lattice, const RuleGroup& group, std::vector<Match>& out) {
  for (const std::uint32_t index : group.everywhere) {
    if (!scan.meets_needs(program.variants()[index])) continue;
    const bool all = program.rules()[program.variants()[index].rule].kind == RuleKind::Mention;
    for (std::uint32_t position = lattice.begin(); position < lattice.end();) {
      const bool found = attempt(lattice, index, position, out);
      const std::uint32_t next = lattice.next(position);
      position = found && !all ? std::max(reached, next) : next;
    }
  }
}

Matcher::Matcher(const Program& program) : state_(std::make_unique<State>(program)) {}
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;

void Matcher::match(const Lattice& lattice, RuleKind kind, int pass, std::vector<Match>& out) {
  State& state = *state_;
  const RuleGroup* group = state.program.group(kind, pass);
  if (group == nullptr || lattice.unit().empty()) return;
  ++state.round;
  const std::size_t first = out.size();
  state.scan.scan(lattice);
  state.wake(lattice, *group, out);
  if (!group->by_class.empty()) state.wake_by_class(lattice, *group, out);
  if (!group->everywhere.empty()) state.run_everywhere(lattice, *group, out);
  if (out.size() > first) choose_matches(state.program, lattice, kind, first, out);
}

void Matcher::match_adjunct(const Lattice& lattice, std::uint32_t frame, std::uint32_t adjunct, TokenSpan within, std::vector<Capture>& out) {
  State& state = *state_;
  const Program::AdjunctProgram& program = state.program.adjunct(frame, adjunct);
  const std::uint32_t end = std::min(within.end, lattice.end());
  for (std::uint32_t position = lattice.position(std::max(within.begin, lattice.begin())); position < end;) {
    bool found = false;
    for (std::size_t v = 0; v < program.variants.size() && !found; ++v) {
      const Variant& variant = state.program.variants()[program.variants[v]];
      if (!state.can_start(lattice, variant, position)) continue;
      const TokenSpan clause = variant.has_gap ? FillerFinder::clause_around(lattice, position) : TokenSpan{};
      found = state.run(lattice, variant, position, {std::max(within.begin, lattice.unit().begin), end, clause});
    }
    const std::uint32_t next = lattice.next(position);
    if (!found) {
      position = next;
      continue;
    }
    state.builder.captures_or_things(lattice, state.steps, program.role, frame, out);
    position = std::max(state.reached, next);
  }
}

}  // namespace chancery
