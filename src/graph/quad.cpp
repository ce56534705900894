#include "graph/quad.hpp"

#include <algorithm>

namespace chancery {
namespace {

constexpr std::size_t smallest_tail = std::size_t{1} << 16U;

struct BySubject {
  bool operator()(const Quad& quad, TermIndex subject) const { return quad.subject < subject; }
  bool operator()(TermIndex subject, const Quad& quad) const { return subject < quad.subject; }
};

struct ByPredicate {
  bool operator()(const Quad& quad, TermIndex predicate) const { return quad.predicate < predicate; }
  bool operator()(TermIndex predicate, const Quad& quad) const { return predicate < quad.predicate; }
};

}  // namespace

void QuadSet::add(const Quad& quad) {
  quads_.push_back(quad);
  if (quads_.size() - sorted_ >= std::max(sorted_, smallest_tail)) finish();
}

void QuadSet::finish() {
  const auto middle = quads_.begin() + static_cast<std::ptrdiff_t>(sorted_);
  std::sort(middle, quads_.end());
  std::inplace_merge(quads_.begin(), middle, quads_.end());
  quads_.erase(std::unique(quads_.begin(), quads_.end()), quads_.end());
  sorted_ = quads_.size();
}

void QuadSet::renumber(std::span<const TermIndex> numbers) {
  for (Quad& quad : quads_) {
    quad.subject = numbers[quad.subject];
    quad.predicate = numbers[quad.predicate];
    quad.object = numbers[quad.object];
    if (quad.graph != no_index) quad.graph = numbers[quad.graph];
  }
  sorted_ = 0;
  finish();
}

std::span<const Quad> QuadSet::about(TermIndex subject) const {
  const auto [begin, end] = std::equal_range(quads_.begin(), quads_.end(), subject, BySubject{});
  return {begin, end};
}

std::span<const Quad> QuadSet::about(TermIndex subject, TermIndex predicate) const {
  const std::span<const Quad> all_of_it = about(subject);
  const auto [begin, end] = std::equal_range(all_of_it.begin(), all_of_it.end(), predicate, ByPredicate{});
  return {begin, end};
}

bool QuadSet::has(TermIndex subject, TermIndex predicate, TermIndex object) const {
  const Quad wanted{subject, predicate, object, 0};
  const auto found = std::lower_bound(quads_.begin(), quads_.end(), wanted);
  return found != quads_.end() && found->same_triple(wanted);
}

std::size_t QuadSet::triple_count() const {
  std::size_t count = 0;
  for (std::size_t i = 0; i < quads_.size(); ++i) count += i == 0 || !quads_[i].same_triple(quads_[i - 1]) ? 1 : 0;
  return count;
}

}  // namespace chancery
