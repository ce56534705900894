#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "check/fact_graph.hpp"
#include "check/finding.hpp"
#include "time/date_value.hpp"

namespace chancery {

/// One reified triple of the evidence.
struct ClaimFact {
  Fact triple;
  TermId claim = no_term;
  TermId source = no_term;       ///< who vouches for it
  TermId article = no_term;      ///< where it stands
  TermId span = no_term;         ///< the words it was read from
  std::optional<Day> published;  ///< day of the article
  bool certain = true;
  bool positive = true;

  /// The article itself vouches for it.
  [[nodiscard]] bool in_own_voice() const { return source == no_term || source == article; }
};

/// The claims of a graph, found by what they say. Borrows the graph.
class Claims {
 public:
  explicit Claims(const FactGraph& graph);

  /// Claims of one triple: certain before uncertain, positive before negative, then oldest article, then IRI.
  [[nodiscard]] std::span<const ClaimFact> of(const Fact& triple) const;
  /// All claims, grouped by triple, the groups in no particular order.
  [[nodiscard]] std::span<const ClaimFact> all() const { return claims_; }
  /// True if some claim has this predicate.
  [[nodiscard]] bool have(TermId predicate) const { return std::binary_search(predicates_.begin(), predicates_.end(), predicate); }

  /// What best supports a triple that the graph holds: a positive claim of it; else one about its subject; else one that its
  /// object or subject is the object of; else the triple alone.
  [[nodiscard]] FindingEvidence evidence(const Fact& triple) const;
  [[nodiscard]] FindingEvidence evidence(const ClaimFact& claim) const;
  /// Up to `limit` claims that a node takes part in, of different articles if there are any.
  [[nodiscard]] std::vector<FindingEvidence> mentions(TermId node, std::size_t limit) const;

 private:
  [[nodiscard]] const ClaimFact* best(std::span<const std::uint32_t> candidates, TermId predicate) const;
  [[nodiscard]] std::span<const std::uint32_t> by_subject(TermId node) const;
  [[nodiscard]] std::span<const std::uint32_t> by_object(TermId node) const;
  [[nodiscard]] ClaimFact read(TermId claim) const;

  /// The ids of the terms that every claim is asked for.
  struct Vocabulary {
    explicit Vocabulary(const FactGraph& graph);
    TermId subject, predicate, object, source, derived_from, context, published, factuality, certain, polarity;
  };

  const FactGraph* graph_;
  Vocabulary terms_;
  std::vector<ClaimFact> claims_;                            ///< ordered by triple, then as `of` says
  std::vector<std::uint32_t> subject_index_, object_index_;  ///< into claims_
  std::vector<TermId> predicates_;                           ///< each once, sorted
};

}  // namespace chancery
