// What a rule costs where it does not match decides how many rules a pack can have. A wake therefore carries, beside its variant, what
// can be asked of a unit without running anything: a word that must stand on one side of the anchor, classes of which a mention must,
// and the edges of which one must follow the anchor. The last are few among many rules, so the answer for a place is kept and shared;
// so are runs of variants that have the same instructions to one side of their anchors. Sharing does not change what is found: a run
// depends on its instructions, the place and the bounds alone, and bounds depend on the place.
#include "match/wake_index.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace chancery {
namespace {

bool takes_edge(Op op) {
  return op <= Op::Gap;
}

/// Numbers as bytes, to compare codes with.
void append(std::string& out, std::uint32_t number) {
  out.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void append_what(std::string& out, const Instruction& at) {
  append(out, static_cast<std::uint32_t>(at.op) | (at.whole_only ? 1U << 8U : 0U) | static_cast<std::uint32_t>(at.y) << 16U);
  append(out, at.x);
}

}  // namespace

WakeIndex::WakeIndex(Program& program, const std::vector<std::vector<std::uint32_t>>& anchor_keys)
    : program_(program), anchor_keys_(anchor_keys) {
  program_.class_needs_.assign(1, ClassNeeds{});
  program_.follow_sets_.assign(1, {});
}

/// The instructions that can be reached from `entry`, numbered as they are met.
std::string WakeIndex::text_of_half(const Variant& variant, std::uint32_t entry) const {
  std::string text;
  std::vector<std::uint32_t> order{entry};
  std::unordered_map<std::uint32_t, std::uint32_t> number{{entry, 0}};
  const auto number_of = [&](std::uint32_t instruction) {
    const auto [known, fresh] = number.try_emplace(instruction, static_cast<std::uint32_t>(order.size()));
    if (fresh) order.push_back(instruction);
    return known->second;
  };
  bool has_gap = false;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Instruction& at = program_.code_[order[i]];
    if (at.op == Op::Look) {
      const Look& look = program_.looks_[at.x];
      append(text, static_cast<std::uint32_t>(at.op) | (look.behind ? 1U << 8U : 0U) | (look.negative ? 1U << 9U : 0U));
      append(text, number_of(look.entry));
    } else {
      append_what(text, at);
    }
    has_gap = has_gap || at.op == Op::Gap;
    if (at.op != Op::Found) append(text, number_of(at.next));
    if (at.op == Op::Split) append(text, number_of(at.alt));
  }
  append(text, has_gap ? variant.anchor_words : no_program);  // gaps look at the anchor's words
  return text;
}

void WakeIndex::find_shared_halves() {
  struct Half {
    std::uint32_t* first = nullptr;
    std::uint32_t id = 0;
  };
  std::unordered_map<std::string, Half> halves;
  const auto look_up = [&](const std::string& text, std::uint32_t& half) {
    Half& known = halves[text];
    if (known.first == nullptr) {
      known.first = &half;
      return;
    }
    if (known.id == 0) *known.first = known.id = program_.half_count_++;
    half = known.id;
  };
  for (Variant& variant : program_.variants_) {
    look_up(text_of_half(variant, variant.forward) + 'f', variant.forward_half);
    if (variant.backward != no_program) look_up(text_of_half(variant, variant.backward) + 'b', variant.backward_half);
  }
}

/// The instructions that take the first edge after `from`; false if it may take none, or any.
bool WakeIndex::collect_first(std::uint32_t from, std::vector<std::uint32_t>& out) const {
  constexpr std::size_t most = 12;
  std::vector<std::uint32_t> open{from}, seen;
  while (!open.empty()) {
    const std::uint32_t i = open.back();
    open.pop_back();
    if (std::find(seen.begin(), seen.end(), i) != seen.end()) continue;
    seen.push_back(i);
    const Instruction& at = program_.code_[i];
    if (at.op == Op::Split) open.push_back(at.alt);
    if (at.op == Op::Split || at.op == Op::Open || at.op == Op::Close)
      open.push_back(at.next);
    else if (!takes_edge(at.op) || at.op == Op::Gap || out.size() == most)
      return false;
    else
      out.push_back(i);
  }
  return true;
}

std::uint32_t WakeIndex::follow_set(std::uint32_t from) {
  std::vector<std::uint32_t> set;
  if (!collect_first(from, set)) return 0;
  std::vector<std::string> texts(set.size());
  for (std::size_t i = 0; i < set.size(); ++i) append_what(texts[i], program_.code_[set[i]]);
  std::sort(texts.begin(), texts.end());
  std::string all;
  for (const std::string& text : texts) all += text;
  const auto [known, fresh] = follow_ids_.try_emplace(all, static_cast<std::uint32_t>(program_.follow_sets_.size()));
  if (fresh) program_.follow_sets_.push_back(std::move(set));
  return known->second;
}

/// Only where one instruction takes the whole anchor, and takes one token, so that it is known where the anchor ends.
std::uint32_t WakeIndex::follow_of(const Variant& variant) {
  const Code& code = program_.code_;
  if (!variant.anchored) return 0;
  std::uint32_t at = variant.forward;
  while (code[at].op == Op::Open) at = code[at].next;
  const Op op = code[at].op;
  const bool of_token = op <= Op::WordSet || op == Op::Test || op == Op::Modifier;
  return of_token ? follow_set(code[at].next) : 0;
}

std::uint16_t WakeIndex::class_needs_id(const ClassNeeds& needs) {
  std::vector<ClassNeeds>& all = program_.class_needs_;
  const auto known = std::find(all.begin(), all.end(), needs);
  const auto id = static_cast<std::size_t>(known - all.begin());
  if (id > std::numeric_limits<std::uint16_t>::max()) return 0;  // then the wake has more needs
  if (known == all.end()) all.push_back(needs);
  return static_cast<std::uint16_t>(id);
}

RuleGroup::Wake WakeIndex::wake_of(std::uint32_t index) {
  const Variant& variant = program_.variants_[index];
  RuleGroup::Wake wake;
  wake.variant = index;
  wake.follow = follow_of(variant);
  wake.classes = class_needs_id(variant.needed_classes);
  wake.more = program_.class_needs_[wake.classes] != variant.needed_classes;
  for (std::uint32_t n = variant.need_begin; n < variant.need_end; ++n) {
    const NeedRange range = program_.need_ranges_[n];
    if (wake.need == 0 && range.end == range.begin + 1) {
      wake.need = program_.needs_[range.begin];
      wake.side = range.side;
    } else {
      wake.more = true;
    }
  }
  return wake;
}

void WakeIndex::fill(RuleGroup& group, const std::vector<std::uint32_t>& variants) {
  group.first.assign(program_.key_count_ + 2, 0);
  group.by_class.resize(program_.classes_.size());
  std::vector<RuleGroup::Wake> wakes;
  wakes.reserve(variants.size());
  for (const std::uint32_t v : variants) {
    const Variant& variant = program_.variants_[v];
    wakes.push_back(wake_of(v));
    const auto add_to = [&](RuleGroup::WakeTree& list) {
      list.tree.add(program_.code_, variant, static_cast<std::uint32_t>(list.wakes.size()));
      list.wakes.push_back(wakes.back());
    };
    if (!variant.anchored) add_to(group.everywhere);
    for (ClassId cls = 0; variant.anchored && cls < group.by_class.size(); ++cls) {
      if ((variant.anchor_classes >> cls & 1U) != 0) add_to(group.by_class[cls]);
    }
    for (const std::uint32_t key : anchor_keys_[v]) ++group.first[key + 1];
  }
  for (std::size_t i = 1; i < group.first.size(); ++i) group.first[i] += group.first[i - 1];
  group.wakes.resize(group.first.back());
  std::vector<std::uint32_t> next(group.first.begin(), group.first.end());
  for (const RuleGroup::Wake& wake : wakes) {
    for (const std::uint32_t key : anchor_keys_[wake.variant]) group.wakes[next[key]++] = wake;
  }
}

}  // namespace chancery
