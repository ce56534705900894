#include "match/unit_scan.hpp"

#include <algorithm>

namespace chancery {

void UnitScan::scan(const Lattice& lattice) {
  if (lattice_ == &lattice && generation_ == lattice.generation()) return;
  lattice_ = &lattice;
  generation_ = lattice.generation();
  classes_known_ = false;
  hits_.clear();
  if (++round_ == 0) {
    std::fill(seen_.begin(), seen_.end(), 0);
    round_ = 1;
  }
  const Document& document = *lattice.article().document;
  const Annotation& annotation = *lattice.article().annotation;
  const TokenSpan unit = lattice.unit();
  for (std::uint32_t t = unit.begin; t < unit.end; ++t) {
    const Symbol word = document.tokens[t].word;
    const Symbol lemma = annotation.tokens[t].lemma;
    const std::uint32_t first = program_.key(word);
    const std::uint32_t second = lemma == word ? 0 : program_.key(lemma);
    if ((first | second) == 0 || lattice.is_hidden(t)) continue;
    for (const std::uint32_t key : {first, second}) {
      if (key == 0) continue;
      seen_[key] = round_;
      hits_.push_back({t, key});
    }
  }
}

ClassSet UnitScan::classes() {
  if (classes_known_) return classes_;
  classes_known_ = true;
  classes_ = lattice_->mention_classes();
  return classes_;
}

bool UnitScan::meets_needs(const Variant& variant) {
  for (std::uint32_t n = variant.need_begin; n < variant.need_end; ++n) {
    const NeedRange range = program_.need_ranges()[n];
    const auto first = program_.needs().begin() + range.begin, last = program_.needs().begin() + range.end;
    if (std::none_of(first, last, [this](std::uint32_t key) { return has_key(key); })) return false;
  }
  for (const ClassSet needed : variant.needed_classes) {
    if (needed != ~ClassSet{0} && (needed & classes()) == 0) return false;
  }
  return true;
}

}  // namespace chancery
