#include "match/unit_scan.hpp"

#include <algorithm>
#include <bit>
#include <span>

namespace chancery {

void UnitScan::scan(const Lattice& lattice, const RuleGroup& group) {
  if (lattice_ == &lattice && generation_ == lattice.generation() && group_ == &group) return;
  lattice_ = &lattice;
  group_ = &group;
  generation_ = lattice.generation();
  classes_known_ = false;
  hits_.clear();
  if (++round_ == 0) {
    std::fill(seen_.begin(), seen_.end(), Seen{});
    round_ = 1;
  }
  const Token* const tokens = lattice.article().document->tokens.data();
  const TokenAnnotation* const annotations = lattice.article().annotation->tokens.data();
  const TokenSpan unit = lattice.unit();
  const auto note = [this](std::uint32_t token, std::uint32_t key) {
    Seen& seen = seen_[key];
    if (seen.round != round_) seen = {round_, token, token};
    seen.last = token;
    hits_.push_back({token, key});
  };
  const std::span<const std::uint64_t> keys = group.is_key;
  const auto waits_for = [keys](Symbol symbol) {
    const std::uint32_t index = index_of(symbol);
    return index / 64 < keys.size() && (keys[index / 64] >> (index % 64) & 1U) != 0;
  };
  for (std::uint32_t t = unit.begin; t < unit.end; ++t) {
    const Symbol word = tokens[t].word;
    const Symbol lemma = annotations[t].lemma;
    const bool by_word = waits_for(word), by_lemma = lemma != word && waits_for(lemma);
    if ((!by_word && !by_lemma) || lattice.is_hidden(t)) continue;
    if (by_word) note(t, program_.key(word));
    if (by_lemma) note(t, program_.key(lemma));
  }
}

const MentionExtents& UnitScan::extents() {
  if (!classes_known_) extents_ = lattice_->mention_extents();
  classes_known_ = true;
  return extents_;
}

bool UnitScan::has_classes(const ClassNeed& need, std::uint32_t position) {
  if (need.classes == ~ClassSet{0}) return true;
  const MentionExtents& known = extents();
  ClassSet found = need.classes & known.classes;
  if (need.side == Side::Any) return found != 0;
  for (; found != 0; found &= found - 1) {
    const auto cls = static_cast<std::size_t>(std::countr_zero(found));
    if (need.side == Side::Right ? known.last[cls] > position : known.first[cls] < position) return true;
  }
  return false;
}

ClassSet UnitScan::classes_beside(std::uint32_t position, Side side) {
  const MentionExtents& known = extents();
  ClassSet found = 0;
  for (ClassSet rest = known.classes; rest != 0; rest &= rest - 1) {
    const auto cls = static_cast<std::size_t>(std::countr_zero(rest));
    if (side == Side::Right ? known.last[cls] > position : known.first[cls] < position) found |= ClassSet{1} << cls;
  }
  return found;
}

std::uint64_t UnitScan::met_needs(const RuleGroup& group) const {
  std::uint64_t met = RuleGroup::no_word;
  for (std::size_t i = 0; i < group.tree_needs.size(); ++i) {
    const auto first = program_.needs().begin() + group.tree_needs[i].begin, last = program_.needs().begin() + group.tree_needs[i].end;
    if (std::any_of(first, last, [&](std::uint32_t key) { return has_key(key, Side::Any, 0); })) met |= std::uint64_t{1} << i;
  }
  return met;
}

bool UnitScan::meets_needs(const Variant& variant, std::uint32_t position) {
  for (std::uint32_t n = variant.need_begin; n < variant.need_end; ++n) {
    const NeedRange range = program_.need_ranges()[n];
    const auto first = program_.needs().begin() + range.begin, last = program_.needs().begin() + range.end;
    if (std::none_of(first, last, [&](std::uint32_t key) { return has_key(key, range.side, position); })) return false;
  }
  return has_classes(variant.needed_classes, position);
}

}  // namespace chancery
