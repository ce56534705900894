#include "match/matcher.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "match/fillers.hpp"
#include "match/machine.hpp"
#include "match/match_builder.hpp"
#include "match/match_choice.hpp"
#include "match/prefix_search.hpp"
#include "match/program.hpp"
#include "match/unit_scan.hpp"

namespace chancery {

struct Matcher::State {
  explicit State(const Program& compiled)
      : program(compiled),
        machine(compiled),
        builder(compiled),
        scan(compiled),
        last_run(compiled.variants().size(), 0),
        halves(compiled.half_count()),
        search(compiled, machine) {}

  void start(const Lattice& lattice, const RuleGroup& group);
  void wake(const Lattice& lattice, const RuleGroup& group, std::vector<Match>& out);
  void wake_one(const Lattice& lattice, const RuleGroup& group, const RuleGroup::Wake& wake, std::uint32_t position,
                std::vector<Match>& out);
  [[nodiscard]] std::uint64_t wakes_with_words(const RuleGroup& group, const RuleGroup::Block& block, std::uint32_t position) const;
  void wake_by_class(const Lattice& lattice, const RuleGroup& group, std::vector<Match>& out);
  void run_everywhere(const Lattice& lattice, const RuleGroup& group, std::vector<Match>& out);
  void search_tree(const RuleGroup::WakeTree& list, std::uint32_t position);
  [[nodiscard]] bool may_match(const RuleGroup::Wake& wake, std::uint32_t position);
  [[nodiscard]] bool is_outdone(const RuleGroup::Wake& wake, std::uint32_t standing) const;
  void settle(const Variant& variant, std::uint32_t position, std::vector<Match>& out);
  bool attempt(const Lattice& lattice, std::uint32_t variant, std::uint32_t position, std::vector<Match>& out);
  bool run(const Lattice& lattice, const Variant& variant, std::uint32_t position, const Machine::Bounds& bounds);
  bool run_shared(const Lattice& lattice, const Variant& variant, std::uint32_t position);
  bool run_half(const Lattice& lattice, const Variant& variant, bool backward, std::uint32_t position, std::vector<Step>& out);
  Machine::Bounds bounds_at(const Lattice& lattice, std::uint32_t position, bool has_gap);
  [[nodiscard]] std::uint64_t stamp_of(std::uint32_t position) const { return (round << 32U) | (position + 1); }

  /// What a run of a half found at the place where it was run last.
  struct HalfRun {
    std::uint64_t stamp = 0;
    std::uint32_t steps_begin = 0, steps_end = 0;  ///< in `shared_steps`
    std::uint32_t reached = 0;
    bool found = false;
  };

  /// The best match so far of a frame that hangs on the one token where variants are tried.
  struct Best {
    std::uint32_t frame = 0;
    std::uint32_t standing = 0;
    RuleId rule = 0;
    std::size_t index = 0;  ///< among the matches
    bool no_gap = false, one_token = false;
  };

  const Program& program;
  Machine machine;
  MatchBuilder builder;
  UnitScan scan;
  std::vector<Step> steps, forward_steps, shared_steps;
  std::vector<std::uint64_t> last_run;  ///< per variant, where it was last tried: round and position
  std::vector<HalfRun> halves;
  PrefixSearch search;
  std::vector<std::uint32_t> resume;  ///< per variant of `everywhere`, from where it is tried again
  std::vector<std::pair<std::uint32_t, Match>> found_everywhere;
  std::vector<std::uint32_t> woken;  ///< what the search of a tree found: indexes into the list's wakes
  std::vector<Best> best;            ///< where word wakes are tried
  bool stands = false;               ///< `search` stands there
  std::uint64_t words = 0;           ///< `UnitScan::met_needs`, where trees are searched
  std::vector<std::uint64_t>* tally = nullptr;
  std::uint64_t round = 0;
  std::uint32_t reached = 0;
};

void Matcher::State::start(const Lattice& lattice, const RuleGroup& group) {
  ++round;
  shared_steps.clear();
  scan.scan(lattice, group);
}

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

bool Matcher::State::run(const Lattice& lattice, const Variant& variant, std::uint32_t position, const Machine::Bounds& bounds) {
  forward_steps.clear();
  steps.clear();
  std::uint32_t start = position;
  if (!machine.run(lattice, variant, variant.forward, false, position, bounds, forward_steps, reached)) return false;
  if (variant.backward != no_program && !machine.run(lattice, variant, variant.backward, true, position, bounds, steps, start))
    return false;
  steps.insert(steps.end(), forward_steps.begin(), forward_steps.end());
  return true;
}

/// Of half of a variant; what another variant's same half found here is taken over.
bool Matcher::State::run_half(const Lattice& lattice, const Variant& variant, bool backward, std::uint32_t position,
                              std::vector<Step>& out) {
  const std::uint32_t entry = backward ? variant.backward : variant.forward;
  const std::uint32_t half = backward ? variant.backward_half : variant.forward_half;
  std::uint32_t start = position;
  std::uint32_t& end = backward ? start : reached;
  if (half == 0) return machine.run(lattice, variant, entry, backward, position, bounds_at(lattice, position, variant.has_gap), out, end);
  HalfRun& known = halves[half];
  if (known.stamp != stamp_of(position)) {
    known.stamp = stamp_of(position);
    known.steps_begin = static_cast<std::uint32_t>(shared_steps.size());
    known.found = machine.run(lattice, variant, entry, backward, position, bounds_at(lattice, position, variant.has_gap), shared_steps,
                              known.reached);
    known.steps_end = static_cast<std::uint32_t>(shared_steps.size());
  }
  if (!known.found) return false;
  end = known.reached;
  out.insert(out.end(), shared_steps.begin() + known.steps_begin, shared_steps.begin() + known.steps_end);
  return true;
}

bool Matcher::State::run_shared(const Lattice& lattice, const Variant& variant, std::uint32_t position) {
  if (variant.backward_half != 0) {
    const HalfRun& known = halves[variant.backward_half];
    if (known.stamp == stamp_of(position) && !known.found) return false;
  }
  forward_steps.clear();
  steps.clear();
  if (!run_half(lattice, variant, false, position, forward_steps)) return false;
  if (variant.backward != no_program && !run_half(lattice, variant, true, position, steps)) return false;
  steps.insert(steps.end(), forward_steps.begin(), forward_steps.end());
  return true;
}

bool Matcher::State::attempt(const Lattice& lattice, std::uint32_t index, std::uint32_t position, std::vector<Match>& out) {
  if (last_run[index] == stamp_of(position)) return false;
  last_run[index] = stamp_of(position);
  const Variant& variant = program.variants()[index];
  if (tally != nullptr) ++(*tally)[variant.rule];
  if (!run_shared(lattice, variant, position)) return false;
  out.push_back(builder.build(lattice, variant, steps, machine));
  return true;
}

/// The needs of a wake are met; its prefixes are asked apart.
bool Matcher::State::may_match(const RuleGroup::Wake& wake, std::uint32_t position) {
  if (wake.need != 0 && !scan.has_key(wake.need, wake.side, position)) return false;
  if (wake.classes != 0 && !scan.has_classes(program.class_needs()[wake.classes], position)) return false;
  return !wake.more || scan.meets_needs(program.variants()[wake.variant], position);
}

// Of the matches of a frame whose triggers overlap the best stays. So what hangs on a token need not be tried, or kept, where a better
// match of the frame is known that hangs on no more than this token: what may take that one's place takes the other's as well. This does
// not go for what suppresses others, nor against what may be suppressed.

/// No match of a variant here, of that standing at most, can be better than what there is.
bool Matcher::State::is_outdone(const RuleGroup::Wake& wake, std::uint32_t standing) const {
  const auto known = std::find_if(best.begin(), best.end(), [&](const Best& each) { return each.frame == wake.frame; });
  if (known == best.end() || !wake.can_yield) return false;
  if (known->standing != standing) return known->standing > standing;
  return wake.one_token && known->no_gap && (!known->one_token || known->rule < wake.rule);
}

/// The last of `out` is a match of `variant` at `position`: drop it or the best so far, if one outdoes the other.
void Matcher::State::settle(const Variant& variant, std::uint32_t position, std::vector<Match>& out) {
  const CompiledRule& rule = program.rules()[variant.rule];
  const Match& made = out.back();
  const auto known = std::find_if(best.begin(), best.end(), [&](const Best& each) { return each.frame == rule.frame; });
  if (known != best.end() && variant.at_anchor && rule.suppress.empty() && is_better_frame(program, out[known->index], made)) {
    out.pop_back();
    return;
  }
  if (rule.suppressed || made.trigger != TokenSpan{position, position + 1}) return;
  if (known != best.end() && !is_better_frame(program, made, out[known->index])) return;
  const bool one_token = made.tokens.size() == 1;
  Best now{rule.frame, standing_of(rule, roles_filled(made)), variant.rule, out.size() - 1, made.gap == 0, one_token};
  if (known == best.end()) {
    best.push_back(now);
    return;
  }
  const bool last = known->index + 2 == out.size();
  if (last && program.rules()[known->rule].suppress.empty()) {
    out[known->index] = std::move(out.back());
    out.pop_back();
    now.index = known->index;
  }
  *known = now;
}

/// Of up to 64 wakes those whose word stands where they need it, a bit each.
std::uint64_t Matcher::State::wakes_with_words(const RuleGroup& group, const RuleGroup::Block& block, std::uint32_t position) const {
  std::uint64_t wakes = block.free;
  for (std::uint32_t i = block.first_mask; i < block.end_mask; ++i) {
    const RuleGroup::NeedMask& mask = group.masks[i];
    if (scan.has_key(mask.need, mask.side, position)) wakes |= mask.wakes;
  }
  return wakes;
}

void Matcher::State::wake(const Lattice& lattice, const RuleGroup& group, std::vector<Match>& out) {
  search.start(lattice);
  for (const UnitScan::Hit& hit : scan.hits()) {
    const std::uint32_t begin = group.first[hit.key], end = group.first[hit.key + 1];
    if (begin == end) continue;
    const std::uint32_t position = lattice.position(hit.token);
    best.clear();
    stands = false;
    if (end - begin <= RuleGroup::long_list) {
      for (std::uint32_t i = begin; i < end; ++i) wake_one(lattice, group, group.wakes[i], position, out);
      continue;
    }
    std::uint32_t block = group.first_block[hit.key];
    for (std::uint32_t first = begin; first < end; first += RuleGroup::block_size, ++block) {
      for (std::uint64_t rest = wakes_with_words(group, group.blocks[block], position); rest != 0; rest &= rest - 1)
        wake_one(lattice, group, group.wakes[first + static_cast<std::uint32_t>(std::countr_zero(rest))], position, out);
    }
  }
}

/// Try a wake of a word at `position`.
void Matcher::State::wake_one(const Lattice& lattice, const RuleGroup& group, const RuleGroup::Wake& wake, std::uint32_t position,
                              std::vector<Match>& out) {
  const bool may_be_spared = !best.empty() && tally == nullptr;
  if (may_be_spared && is_outdone(wake, wake.standing)) return;
  if (!may_match(wake, position)) return;
  if (!stands) search.stand_at(position);
  stands = true;
  if (!search.reaches(wake.forward, wake.backward)) return;
  if (may_be_spared && wake.by_selectors) {
    const CompiledRule& rule = program.rules()[wake.rule];
    const TriggerSite site = FillerFinder::site_of(lattice, {position, position + 1});
    if (is_outdone(wake, standing_of(rule, builder.roles_filled_at(lattice, rule, site)))) return;
  }
  const bool chosen_by_trigger = group.kind == RuleKind::Event || group.kind == RuleKind::Speaker;
  if (attempt(lattice, wake.variant, position, out) && chosen_by_trigger) settle(program.variants()[wake.variant], position, out);
}

/// Put into `woken` the wakes that the trees do not rule out at `position`, in their order.
void Matcher::State::search_tree(const RuleGroup::WakeTree& list, std::uint32_t position) {
  woken.clear();
  search.stand_at(position);
  const auto classes_ahead = [&](const PrefixTree& tree, Side side) {
    return tree.looks_ahead() ? scan.classes_beside(position, side) : ~ClassSet{0};
  };
  search.collect(list.forward, false, classes_ahead(list.forward, Side::Right), words, woken);
  if (!list.backward.is_empty()) search.collect(list.backward, true, classes_ahead(list.backward, Side::Left), words, woken);
  std::sort(woken.begin(), woken.end());
}

void Matcher::State::wake_by_class(const Lattice& lattice, const RuleGroup& group, std::vector<Match>& out) {
  const auto wake_at = [&](ClassId cls, std::uint32_t position) {
    const RuleGroup::WakeTree& list = group.by_class[cls];
    if ((list.words() & words) == 0) return;
    search_tree(list, position);
    for (const std::uint32_t i : woken) {
      const RuleGroup::Wake& each = list.wakes[i];
      if (may_match(each, position) && search.reaches(0, each.backward)) attempt(lattice, each.variant, position, out);
    }
  };
  if (!scan.has_classes(ClassNeed{group.waking, Side::Any}, 0)) return;
  search.start(lattice);
  words = scan.met_needs(group);
  for (const Edge& edge : lattice.mentions()) wake_at(lattice.article().mentions->items[edge.index].cls, edge.begin);
  for (const Edge& edge : lattice.quotes()) wake_at(mention_class::quote, edge.begin);
}

/// Position by position, so that variants share what they ask of one. A variant goes on behind what it found. Matches are given by
/// variant, then position.
void Matcher::State::run_everywhere(const Lattice& lattice, const RuleGroup& group, std::vector<Match>& out) {
  const RuleGroup::WakeTree& list = group.everywhere;
  words = scan.met_needs(group);
  if ((list.words() & words) == 0) return;
  found_everywhere.clear();
  resume.assign(list.wakes.size(), lattice.begin());
  std::vector<Match> found;
  search.start(lattice);
  for (std::uint32_t position = lattice.begin(); position < lattice.end(); position = lattice.next(position)) {
    search_tree(list, position);
    for (const std::uint32_t i : woken) {
      const RuleGroup::Wake& each = list.wakes[i];
      if (resume[i] > position || !may_match(each, position)) continue;
      if (!attempt(lattice, each.variant, position, found)) continue;
      const bool all = program.rules()[program.variants()[each.variant].rule].kind == RuleKind::Mention;
      if (!all) resume[i] = reached;
      found_everywhere.emplace_back(i, std::move(found.back()));
      found.pop_back();
    }
  }
  std::stable_sort(found_everywhere.begin(), found_everywhere.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [variant, match] : found_everywhere) out.push_back(std::move(match));
}

Matcher::Matcher(const Program& program) : state_(std::make_unique<State>(program)) {}
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;

void Matcher::count_wakes(std::vector<std::uint64_t>* wakes) {
  state_->tally = wakes;
}

void Matcher::match(const Lattice& lattice, RuleKind kind, int pass, std::vector<Match>& out) {
  State& state = *state_;
  const RuleGroup* group = state.program.group(kind, pass);
  if (group == nullptr || lattice.unit().empty()) return;
  const std::size_t first = out.size();
  state.start(lattice, *group);
  state.wake(lattice, *group, out);
  if (group->waking != 0) state.wake_by_class(lattice, *group, out);
  if (!group->everywhere.wakes.empty()) state.run_everywhere(lattice, *group, out);
  if (out.size() > first) choose_matches(state.program, lattice, kind, first, out);
}

void Matcher::match_adjunct(const Lattice& lattice, std::uint32_t frame, std::uint32_t adjunct, TokenSpan within,
                            std::vector<Capture>& out) {
  State& state = *state_;
  const Program::AdjunctProgram& program = state.program.adjunct(frame, adjunct);
  const std::uint32_t end = std::min(within.end, lattice.end());
  state.machine.traits().start(lattice);
  for (std::uint32_t position = lattice.position(std::max(within.begin, lattice.begin())); position < end;) {
    if (!program.ahead.meets(state.machine.traits().at(position, false))) {
      position = lattice.next(position);
      continue;
    }
    bool found = false;
    for (std::size_t v = 0; v < program.variants.size() && !found; ++v) {
      const Variant& variant = state.program.variants()[program.variants[v]];
      if (!state.program.ahead(variant.forward).meets(state.machine.traits().at(position, false))) continue;
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
