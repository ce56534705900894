#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "check/fact_graph.hpp"

namespace chancery {

/// Dense numbers, from 0, for the nodes of some triples, in the order of the terms: what an algorithm does first does not depend on
/// the order in which the graph was read.
class Numbering {
 public:
  Numbering(const FactGraph& graph, std::span<const Fact> facts) {
    for (const Fact& fact : facts) {
      terms_.push_back(fact.subject);
      terms_.push_back(fact.object);
    }
    std::sort(terms_.begin(), terms_.end());
    terms_.erase(std::unique(terms_.begin(), terms_.end()), terms_.end());
    std::sort(terms_.begin(), terms_.end(), [&graph](TermId a, TermId b) { return graph.compare(a, b) < 0; });
    by_term_.reserve(terms_.size());
    for (std::uint32_t i = 0; i < terms_.size(); ++i) by_term_.emplace_back(terms_[i], i);
    std::sort(by_term_.begin(), by_term_.end());
  }

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(terms_.size()); }
  [[nodiscard]] TermId term(std::uint32_t number) const { return terms_[number]; }
  [[nodiscard]] bool has(TermId term) const {
    return std::binary_search(by_term_.begin(), by_term_.end(), std::pair{term, std::uint32_t{0}},
                              [](const auto& a, const auto& b) { return a.first < b.first; });
  }
  /// The term must be one of the triples'.
  [[nodiscard]] std::uint32_t number(TermId term) const {
    return std::lower_bound(by_term_.begin(), by_term_.end(), std::pair{term, std::uint32_t{0}})->second;
  }

 private:
  std::vector<TermId> terms_;
  std::vector<std::pair<TermId, std::uint32_t>> by_term_;
};

}  // namespace chancery
