#include "match/match_builder.hpp"

#include <algorithm>

namespace chancery {
namespace {

bool is_edge(const Step& step) {
  return step.kind == Step::Kind::Edge || step.kind == Step::Kind::GapEdge;
}

TokenSpan hull(const std::vector<Step>& steps, std::size_t begin, std::size_t end) {
  TokenSpan all;
  bool any = false;
  for (std::size_t i = begin; i < end; ++i) {
    if (!is_edge(steps[i])) continue;
    const TokenSpan tokens = steps[i].edge.tokens;
    all = any ? TokenSpan{std::min(all.begin, tokens.begin), std::max(all.end, tokens.end)} : tokens;
    any = true;
  }
  return all;
}

bool is_thing(const Edge& edge) {
  return edge.kind == EdgeKind::Mention || edge.kind == EdgeKind::Quote || edge.kind == EdgeKind::Frame;
}

}  // namespace

Capture MatchBuilder::capture_of(const Lattice& lattice, RoleName role, const Edge& edge) {
  Capture capture;
  capture.role = role;
  capture.tokens = edge.tokens;
  if (edge.kind == EdgeKind::Mention) {
    capture.mention = edge.index;
    const Mention& mention = lattice.article().mentions->items[edge.index];
    if (mention.cls == mention_class::quote) capture.quotation = mention.value;
  } else if (edge.kind == EdgeKind::Quote) {
    capture.quotation = static_cast<std::int32_t>(edge.index);
  } else if (edge.kind == EdgeKind::Frame) {
    capture.mention = lattice.frame_edge(edge.index).mention;
    capture.frame = static_cast<std::int32_t>(lattice.frame_edge(edge.index).instance);
  } else if (edge.kind == EdgeKind::NounGroup) {
    for (const Edge& other : lattice.from(edge.begin)) {
      if (other.kind != EdgeKind::Mention || other.tokens != edge.tokens) continue;
      capture.mention = other.index;
      break;
    }
  }
  return capture;
}

void MatchBuilder::close_role(const Lattice& lattice, RoleName role, const std::vector<Step>& steps, std::size_t open, std::size_t close,
                              bool members, std::uint32_t frame, std::vector<Capture>& out) {
  std::size_t edges = 0, things = 0, last = open;
  for (std::size_t i = open; i < close; ++i) {
    if (!is_edge(steps[i])) continue;
    ++edges;
    last = i;
    things += is_thing(steps[i].edge) ? 1 : 0;
  }
  if (edges == 0) return;
  if (edges == 1) {
    out.push_back(capture_of(lattice, role, steps[last].edge));
    return;
  }
  const ClassSet classes = program_.classes_of(frame, role);
  const std::size_t before = out.size();
  for (std::size_t i = open; members && things != 0 && i < close; ++i) {
    if (!is_edge(steps[i]) || !is_thing(steps[i].edge)) continue;
    const bool mention = steps[i].edge.kind == EdgeKind::Mention;
    if (mention && (classes >> lattice.article().mentions->items[steps[i].edge.index].cls & 1U) == 0) continue;
    out.push_back(capture_of(lattice, role, steps[i].edge));
  }
  if (out.size() != before) return;
  Capture whole;
  whole.role = role;
  whole.tokens = hull(steps, open, close);
  out.push_back(whole);
}

void MatchBuilder::captures(const Lattice& lattice, const std::vector<Step>& steps, bool members, std::uint32_t frame,
                            std::vector<Capture>& out) {
  open_.clear();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].kind == Step::Kind::Open) open_.push_back(i);
    if (steps[i].kind != Step::Kind::Close) continue;
    if (steps[i].role != no_role_name) close_role(lattice, steps[i].role, steps, open_.back(), i, members, frame, out);
    open_.pop_back();
  }
}

void MatchBuilder::captures_or_things(const Lattice& lattice, const std::vector<Step>& steps, RoleName role, std::uint32_t frame,
                                      std::vector<Capture>& out) {
  const std::size_t before = out.size();
  captures(lattice, steps, true, frame, out);
  const auto add_if = [&](auto&& wanted) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (steps[i].kind == Step::Kind::Edge && wanted(steps[i].edge)) out.push_back(capture_of(lattice, role, steps[i].edge));
    }
  };
  if (out.size() == before) add_if(is_thing);
  if (out.size() == before) add_if([](const Edge& edge) { return edge.kind == EdgeKind::NounGroup; });
  if (out.size() != before || steps.empty()) return;
  Capture whole;
  whole.role = role;
  whole.tokens = hull(steps, 0, steps.size());
  out.push_back(whole);
}

Match MatchBuilder::build(const Lattice& lattice, const Variant& variant, const std::vector<Step>& steps, Machine& machine) {
  Match match;
  match.rule = variant.rule;
  match.tokens = match.trigger = hull(steps, 0, steps.size());
  const CompiledRule& rule = program_.rules()[variant.rule];
  open_.clear();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    match.gap = static_cast<std::uint16_t>(match.gap + (steps[i].kind == Step::Kind::GapEdge ? 1 : 0));
    if (steps[i].kind == Step::Kind::Open) open_.push_back(i);
    if (steps[i].kind != Step::Kind::Close) continue;
    if (steps[i].role == no_role_name && !rule.by_trigger && rule.kind != RuleKind::Mention) {
      const TokenSpan trigger = hull(steps, open_.back(), i);
      if (!trigger.empty()) match.trigger = trigger;
    }
    open_.pop_back();
  }
  match.captures.reserve(4);
  captures(lattice, steps, rule.kind != RuleKind::Mention, rule.frame, match.captures);
  const TriggerSite site = FillerFinder::site_of(lattice, match.trigger);
  match.verb_group = site.verb_group;
  match.noun_group = site.noun_group;
  if (rule.kind == RuleKind::Mention) {
    for (const Edge& edge : lattice.from(lattice.position(match.tokens.begin))) {
      if (edge.kind != EdgeKind::Mention || edge.tokens != match.tokens) continue;
      match.mention = static_cast<std::int32_t>(edge.index);
      break;
    }
  }
  if (!rule.roles.empty()) fill_roles(lattice, rule, machine, match);
  const auto earlier = [](const Capture& a, const Capture& b) { return a.tokens.begin < b.tokens.begin; };
  if (!std::is_sorted(match.captures.begin(), match.captures.end(), earlier))
    std::stable_sort(match.captures.begin(), match.captures.end(), earlier);
  if (!rule.set_words.empty()) find_conditions(lattice, rule, match);
  return match;
}

void MatchBuilder::fill_roles(const Lattice& lattice, const CompiledRule& rule, Machine& machine, Match& match) {
  const TriggerSite site{match.trigger, match.verb_group, match.noun_group};
  for (const CompiledRole& role : rule.roles) {
    const auto of_role = [&](const Capture& capture) { return capture.role == role.role; };
    for (const CompiledSelector& selector : role.selectors) {
      if (!role.many && std::any_of(match.captures.begin(), match.captures.end(), of_role)) break;
      if (selector.kind == SelectorKind::Pattern) {
        fill_by_pattern(lattice, selector, role.role, machine, match);
        continue;
      }
      for (const MentionId id : found_by(lattice, site, selector, role.classes)) {
        const Mention& mention = lattice.article().mentions->items[id];
        const auto same = [&](const Capture& capture) { return capture.tokens == mention.tokens && capture.mention != no_mention; };
        if (std::any_of(match.captures.begin(), match.captures.end(), same)) continue;
        Capture capture;
        capture.role = role.role;
        capture.tokens = mention.tokens;
        capture.mention = id;
        match.captures.push_back(capture);
        if (!role.many) break;
      }
    }
  }
}

std::size_t MatchBuilder::roles_filled_at(const Lattice& lattice, const CompiledRule& rule, const TriggerSite& site) {
  return static_cast<std::size_t>(std::count_if(rule.roles.begin(), rule.roles.end(), [&](const CompiledRole& role) {
    return std::any_of(role.selectors.begin(), role.selectors.end(),
                       [&](const CompiledSelector& selector) { return !found_by(lattice, site, selector, role.classes).empty(); });
  }));
}

/// What a selector finds is kept for the next rule that asks the same at the same trigger; of triggers of one token and of longer
/// ones each the last.
std::span<const MentionId> MatchBuilder::found_by(const Lattice& lattice, const TriggerSite& site, const CompiledSelector& selector,
                                                  ClassSet classes) {
  if (lattice_ != &lattice || generation_ != lattice.generation()) {
    lattice_ = &lattice;
    generation_ = lattice.generation();
    found_.clear();
    ++round_;
  }
  Found& known = known_[selector.question * 2 + (site.tokens.size() == 1 ? 0 : 1)];
  if (known.round != round_ || known.trigger != site.tokens) {
    fresh_.clear();
    fillers_.find(lattice, site, selector, classes, fresh_);
    known = {round_, site.tokens, static_cast<std::uint32_t>(found_.size()), static_cast<std::uint32_t>(fresh_.size())};
    found_.insert(found_.end(), fresh_.begin(), fresh_.end());
  }
  return {found_.data() + known.first, known.count};
}

/// The captures of a pattern anywhere in the trigger's clause, or its mentions.
void MatchBuilder::fill_by_pattern(const Lattice& lattice, const CompiledSelector& selector, RoleName role, Machine& machine,
                                   Match& match) {
  const TokenSpan clause = FillerFinder::clause_around(lattice, match.trigger.begin);
  const std::uint32_t begin = clause.empty() ? lattice.begin() : std::max(lattice.begin(), clause.begin);
  const std::uint32_t end = clause.empty() ? lattice.end() : std::min(lattice.end(), clause.end);
  for (std::uint32_t position = lattice.position(begin); position < end;) {
    std::uint32_t reached = position;
    bool found = false;
    for (const std::uint32_t v : selector.variants) {
      steps_.clear();
      found = machine.run(lattice, program_.variants()[v], program_.variants()[v].forward, false, position, {begin, end, clause}, steps_,
                          reached);
      if (found) break;
    }
    if (!found) {
      position = lattice.next(position);
      continue;
    }
    captures_or_things(lattice, steps_, role, program_.rules()[match.rule].frame, match.captures);
    position = std::max(reached, lattice.next(position));
  }
}

void MatchBuilder::find_conditions(const Lattice& lattice, const CompiledRule& rule, Match& match) const {
  const Document& document = *lattice.article().document;
  const Annotation& annotation = *lattice.article().annotation;
  const auto holds = [&](const SetWord& word, std::uint32_t token) {
    if (word.word != Symbol::None) return document.tokens[token].word == word.word || annotation.tokens[token].lemma == word.word;
    const std::string_view text = document.word(token);
    return word.begins.empty() ? text.size() > word.ends.size() && text.ends_with(word.ends)
                               : text.size() > word.begins.size() && text.starts_with(word.begins);
  };
  for (const SetWord& word : rule.set_words) {
    if (!match.set_when.empty() && match.set_when.back() == word.set) continue;
    for (std::uint32_t t = match.tokens.begin; t < match.tokens.end; ++t) {
      if (!holds(word, t)) continue;
      match.set_when.push_back(word.set);
      break;
    }
  }
}

}  // namespace chancery
