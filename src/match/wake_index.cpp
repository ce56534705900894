// What a rule costs where it does not match decides how many rules a pack can have. A wake therefore carries, beside its variant, what
// can be asked of a unit without running anything: a word that must stand on one side of the anchor, classes of which a mention must,
// and what the halves to both sides begin with, as nodes of prefix trees. Many variants share these, so the answer for a place is kept;
// so are runs of variants that have the same instructions to one side of their anchors. Sharing does not change what is found: a run
// depends on its instructions, the place and the bounds alone, and bounds depend on the place.
#include "match/wake_index.hpp"

#include <algorithm>
#include <limits>
#include <span>
#include <unordered_map>

namespace chancery {
namespace {

/// All classes if the variant needs none there.
ClassSet needed_beside(const Variant& variant, Side side) {
  for (const ClassNeed& need : variant.needed_classes) {
    if (need.side == side) return need.classes;
  }
  return ~ClassSet{0};
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

std::uint16_t WakeIndex::class_needs_id(const ClassNeeds& needs) {
  std::vector<ClassNeeds>& all = program_.class_needs_;
  const auto known = std::find(all.begin(), all.end(), needs);
  const auto id = static_cast<std::size_t>(known - all.begin());
  if (id > std::numeric_limits<std::uint16_t>::max()) return 0;  // then the wake has more needs
  if (known == all.end()) all.push_back(needs);
  return static_cast<std::uint16_t>(id);
}

/// What fills the roles of a match is known before it is made, for a match of one token.
bool WakeIndex::is_filled_by_selectors(const CompiledRule& rule, const Variant& variant) const {
  if (!variant.one_token || !rule.by_trigger) return false;
  const auto captures = [](const Instruction& at) { return at.op == Op::Open && at.x != no_role_name; };
  const auto by_pattern = [](const CompiledSelector& selector) { return selector.kind == SelectorKind::Pattern; };
  const auto has_pattern = [&](const CompiledRole& role) { return std::any_of(role.selectors.begin(), role.selectors.end(), by_pattern); };
  return std::none_of(program_.code_.begin() + variant.code_begin, program_.code_.begin() + variant.code_end, captures) &&
         std::none_of(rule.roles.begin(), rule.roles.end(), has_pattern);
}

RuleGroup::Wake WakeIndex::wake_of(std::uint32_t index) {
  const Variant& variant = program_.variants_[index];
  RuleGroup::Wake wake;
  wake.variant = index;
  if (variant.anchored && !anchor_keys_[index].empty())
    wake.forward = program_.forward_prefixes_.add(program_.code_, program_.prefix_items_, variant.forward);
  if (variant.backward != no_program)
    wake.backward = program_.backward_prefixes_.add(program_.code_, program_.prefix_items_, variant.backward);
  wake.classes = class_needs_id(variant.needed_classes);
  wake.more = program_.class_needs_[wake.classes] != variant.needed_classes;
  wake.rule = variant.rule;
  wake.frame = program_.rules_[variant.rule].frame;
  wake.standing = standing_of(program_.rules_[variant.rule], variant.most_roles);
  wake.can_yield = variant.at_anchor && program_.rules_[variant.rule].suppress.empty();
  wake.one_token = variant.one_token;
  wake.by_selectors = is_filled_by_selectors(program_.rules_[variant.rule], variant);
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

/// The words that the scan of a unit looks for: those of the anchors and those that variants need.
void WakeIndex::mark_keys(RuleGroup& group, const std::vector<std::uint32_t>& variants) const {
  std::vector<bool> used(program_.key_count_ + 1, false);
  for (const std::uint32_t v : variants) {
    for (const std::uint32_t key : anchor_keys_[v]) used[key] = true;
    for (std::uint32_t n = program_.variants_[v].need_begin; n < program_.variants_[v].need_end; ++n) {
      const NeedRange range = program_.need_ranges_[n];
      for (std::uint32_t i = range.begin; i < range.end; ++i) used[program_.needs_[i]] = true;
    }
  }
  group.is_key.assign(program_.key_of_.size() / 64 + 1, 0);
  for (std::size_t symbol = 0; symbol < program_.key_of_.size(); ++symbol) {
    if (used[program_.key_of_[symbol]]) group.is_key[symbol / 64] |= std::uint64_t{1} << (symbol % 64);
  }
}

/// Of the words that the variant needs, the bit of those that are fewest; there are bits for 63 kinds.
std::uint64_t WakeIndex::word_bit_of(RuleGroup& group, const Variant& variant) const {
  const auto size = [](const NeedRange& range) { return range.end - range.begin; };
  const auto first = program_.need_ranges_.begin() + variant.need_begin, last = program_.need_ranges_.begin() + variant.need_end;
  const auto least = std::min_element(first, last, [&](const NeedRange& a, const NeedRange& b) { return size(a) < size(b); });
  if (least == last) return RuleGroup::no_word;
  const auto words = [this](const NeedRange& range) { return std::span(program_.needs_).subspan(range.begin, range.end - range.begin); };
  std::vector<NeedRange>& known = group.tree_needs;
  const auto found =
      std::find_if(known.begin(), known.end(), [&](const NeedRange& range) { return std::ranges::equal(words(range), words(*least)); });
  const auto bit = static_cast<unsigned>(found - known.begin());
  if (found != known.end()) return std::uint64_t{1} << bit;
  if (bit == 63) return RuleGroup::no_word;
  known.push_back(*least);
  return std::uint64_t{1} << bit;
}

/// So that a word that is not there rules out all the wakes of a key that need it with one question.
void WakeIndex::make_blocks(RuleGroup& group) {
  for (std::size_t key = 0; key + 1 < group.first.size(); ++key) {
    group.first_block.push_back(static_cast<std::uint32_t>(group.blocks.size()));
    const std::uint32_t end = group.first[key + 1];
    if (end - group.first[key] <= RuleGroup::long_list) continue;
    for (std::uint32_t begin = group.first[key]; begin < end; begin += RuleGroup::block_size) {
      RuleGroup::Block block;
      block.first_mask = static_cast<std::uint32_t>(group.masks.size());
      for (std::uint32_t i = begin; i < end && i < begin + RuleGroup::block_size; ++i) {
        const std::uint64_t bit = std::uint64_t{1} << (i - begin);
        const RuleGroup::Wake& wake = group.wakes[i];
        if (wake.need == 0) {
          block.free |= bit;
          continue;
        }
        const auto same = [&](const RuleGroup::NeedMask& mask) { return mask.need == wake.need && mask.side == wake.side; };
        const auto known = std::find_if(group.masks.begin() + block.first_mask, group.masks.end(), same);
        if (known != group.masks.end())
          known->wakes |= bit;
        else
          group.masks.push_back({wake.need, wake.side, bit});
      }
      block.end_mask = static_cast<std::uint32_t>(group.masks.size());
      group.blocks.push_back(block);
    }
  }
}

/// By priority, then by the roles that the rule can fill: once a match is found, others need not be tried. The variants of one rule stay
/// in their order, for among equals the first is taken.
void WakeIndex::put_best_first(std::vector<RuleGroup::Wake>& wakes) const {
  std::vector<std::uint32_t> standing(program_.rules_.size(), 0);
  for (const RuleGroup::Wake& wake : wakes) standing[wake.rule] = std::max(standing[wake.rule], wake.standing);
  std::stable_sort(wakes.begin(), wakes.end(),
                   [&](const RuleGroup::Wake& a, const RuleGroup::Wake& b) { return standing[a.rule] > standing[b.rule]; });
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
      const auto leaf = static_cast<std::uint32_t>(list.wakes.size());
      list.wakes.push_back(wakes.back());
      const std::uint32_t node = list.forward.add(program_.code_, program_.prefix_items_, variant.forward);
      const std::uint64_t word = word_bit_of(group, variant);
      if (variant.backward == no_program || list.forward.nodes()[node].parent != 0)
        return list.forward.hang(node, leaf, needed_beside(variant, Side::Right), word);
      const std::uint32_t left = list.backward.add(program_.code_, program_.prefix_items_, variant.backward);
      list.backward.hang(left, leaf, needed_beside(variant, Side::Left), word);
      list.wakes.back().backward = 0;  // asked by the tree
    };
    if (!variant.anchored) add_to(group.everywhere);
    for (ClassId cls = 0; variant.anchored && cls < group.by_class.size(); ++cls) {
      if ((variant.anchor_classes >> cls & 1U) == 0) continue;
      add_to(group.by_class[cls]);
      group.waking |= ClassSet{1} << cls;
    }
    for (const std::uint32_t key : anchor_keys_[v]) ++group.first[key + 1];
  }
  mark_keys(group, variants);
  if (group.kind == RuleKind::Event || group.kind == RuleKind::Speaker) put_best_first(wakes);
  for (std::size_t i = 1; i < group.first.size(); ++i) group.first[i] += group.first[i - 1];
  group.wakes.resize(group.first.back());
  std::vector<std::uint32_t> next(group.first.begin(), group.first.end());
  for (const RuleGroup::Wake& wake : wakes) {
    for (const std::uint32_t key : anchor_keys_[wake.variant]) group.wakes[next[key]++] = wake;
  }
  make_blocks(group);
}

void WakeIndex::finish() {
  program_.prefix_items_.finish(program_.code_, program_.tests_);
  program_.ahead_ = traits_ahead(program_.code_, program_.tests_);
  for (std::vector<Program::AdjunctProgram>& of_frame : program_.adjuncts_) {
    for (Program::AdjunctProgram& each : of_frame) {
      for (const std::uint32_t variant : each.variants) each.ahead.add(program_.ahead_[program_.variants_[variant].forward]);
    }
  }
  for (RuleGroup& group : program_.groups_) {
    for (RuleGroup::WakeTree& list : group.by_class) {
      list.forward.finish(program_.prefix_items_);
      list.backward.finish(program_.prefix_items_);
    }
    group.everywhere.forward.finish(program_.prefix_items_);
    group.everywhere.backward.finish(program_.prefix_items_);
  }
}

}  // namespace chancery
