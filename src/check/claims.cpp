#include "check/claims.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string>
#include <tuple>

#include "check/days.hpp"
#include "check/terms.hpp"

namespace chancery {
namespace {

constexpr Day no_day = 0x7FFFFFFF;

}  // namespace

Claims::Vocabulary::Vocabulary(const FactGraph& graph)
    : subject(graph.iri(terms::subject)),
      predicate(graph.iri(terms::predicate)),
      object(graph.iri(terms::object)),
      source(graph.iri(terms::source)),
      derived_from(graph.iri(terms::was_derived_from)),
      context(graph.iri(terms::reference_context)),
      published(graph.iri(terms::date_published)),
      factuality(graph.iri(terms::factuality)),
      certain(graph.iri(terms::certain)),
      polarity(graph.iri(terms::polarity)) {}

Claims::Claims(const FactGraph& graph) : graph_(&graph), terms_(graph) {
  if (terms_.subject == no_term) return;
  for (const Fact& fact : graph.with_predicate(terms_.subject)) {
    const ClaimFact claim = read(fact.subject);
    if (claim.triple.predicate != no_term && claim.triple.object != no_term) claims_.push_back(claim);
  }
  std::sort(claims_.begin(), claims_.end(), [&graph](const ClaimFact& a, const ClaimFact& b) {
    if (a.triple != b.triple) return a.triple < b.triple;
    const auto rank = [](const ClaimFact& c) { return std::tuple(!c.certain, !c.positive, c.published.value_or(no_day)); };
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    return graph.compare(a.claim, b.claim) < 0;
  });
  for (const ClaimFact& claim : claims_) predicates_.push_back(claim.triple.predicate);
  std::sort(predicates_.begin(), predicates_.end());
  predicates_.erase(std::unique(predicates_.begin(), predicates_.end()), predicates_.end());
  subject_index_.resize(claims_.size());
  std::iota(subject_index_.begin(), subject_index_.end(), 0U);
  object_index_ = subject_index_;
  std::stable_sort(object_index_.begin(), object_index_.end(),
                   [this](std::uint32_t a, std::uint32_t b) { return claims_[a].triple.object < claims_[b].triple.object; });
}

ClaimFact Claims::read(TermId claim) const {
  const FactGraph& g = *graph_;
  ClaimFact out;
  out.claim = claim;
  out.triple = {g.object(claim, terms_.subject), g.object(claim, terms_.predicate), g.object(claim, terms_.object)};
  out.source = g.object(claim, terms_.source);
  out.span = g.object(claim, terms_.derived_from);
  out.article = g.object(out.span, terms_.context);
  if (const TermId date = g.object(out.article, terms_.published); date != no_term) {
    if (const auto days = days_of(g, date)) out.published = days->earliest;
  }
  const TermId factuality = g.object(claim, terms_.factuality);
  out.certain = factuality == no_term || factuality == terms_.certain;
  const TermId polarity = g.object(claim, terms_.polarity);
  out.positive = polarity == no_term || (g.value(polarity) != "false" && g.value(polarity) != "0");
  return out;
}

std::span<const ClaimFact> Claims::of(const Fact& triple) const {
  const auto begin =
      std::lower_bound(claims_.begin(), claims_.end(), triple, [](const ClaimFact& c, const Fact& f) { return c.triple < f; });
  const auto end = std::upper_bound(begin, claims_.end(), triple, [](const Fact& f, const ClaimFact& c) { return f < c.triple; });
  return {begin, end};
}

std::span<const std::uint32_t> Claims::by_subject(TermId node) const {
  const auto begin = std::lower_bound(subject_index_.begin(), subject_index_.end(), node,
                                      [this](std::uint32_t i, TermId n) { return claims_[i].triple.subject < n; });
  const auto end =
      std::upper_bound(begin, subject_index_.end(), node, [this](TermId n, std::uint32_t i) { return n < claims_[i].triple.subject; });
  return {begin, end};
}

std::span<const std::uint32_t> Claims::by_object(TermId node) const {
  const auto begin = std::lower_bound(object_index_.begin(), object_index_.end(), node,
                                      [this](std::uint32_t i, TermId n) { return claims_[i].triple.object < n; });
  const auto end =
      std::upper_bound(begin, object_index_.end(), node, [this](TermId n, std::uint32_t i) { return n < claims_[i].triple.object; });
  return {begin, end};
}

/// The candidate that speaks of `predicate`, is positive and certain, of the oldest article, of the smallest IRI.
const ClaimFact* Claims::best(std::span<const std::uint32_t> candidates, TermId predicate) const {
  const ClaimFact* found = nullptr;
  const auto rank = [predicate](const ClaimFact& c) {
    return std::tuple(c.triple.predicate != predicate, !c.positive, !c.certain, c.published.value_or(no_day));
  };
  for (const std::uint32_t i : candidates) {
    const ClaimFact& claim = claims_[i];
    if (!found || rank(claim) < rank(*found) || (rank(claim) == rank(*found) && graph_->compare(claim.claim, found->claim) < 0)) {
      found = &claim;
    }
  }
  return found;
}

FindingEvidence Claims::evidence(const ClaimFact& claim) const {
  const FactGraph& g = *graph_;
  const auto text = [&g](TermId id) { return id == no_term ? std::string() : std::string(g.value(id)); };
  FindingEvidence out;
  out.claim = text(claim.claim);
  out.triple = g.label(claim.triple.subject) + (claim.positive ? " " : " not ") + g.label(claim.triple.predicate) + " " +
               g.label(claim.triple.object);
  out.article = text(claim.article);
  out.headline = text(g.object(claim.article, g.iri(terms::headline)));
  out.date = text(g.object(claim.article, g.iri(terms::date_published)));
  out.span = text(claim.span);
  out.sentence = text(g.object(claim.span, g.iri(terms::anchor_of)));
  out.rule = text(g.object(claim.claim, g.iri(terms::rule)));
  return out;
}

FindingEvidence Claims::evidence(const Fact& triple) const {
  for (const ClaimFact& claim : of(triple)) {
    if (claim.positive) return evidence(claim);
  }
  FindingEvidence out;
  const ClaimFact* found = best(by_subject(triple.subject), triple.predicate);
  if (!found && graph_->is_iri(triple.object)) found = best(by_object(triple.subject), no_term);
  if (found) out = evidence(*found);
  out.triple = graph_->label(triple.subject) + " " + graph_->label(triple.predicate) + " " + graph_->label(triple.object);
  return out;
}

std::vector<FindingEvidence> Claims::mentions(TermId node, std::size_t limit) const {
  std::vector<FindingEvidence> out;
  const auto known = [&out](const FindingEvidence& e) {
    return std::any_of(out.begin(), out.end(), [&e](const FindingEvidence& o) { return o.sentence == e.sentence; });
  };
  std::vector<const ClaimFact*> candidates;
  for (const std::uint32_t i : by_subject(node)) candidates.push_back(&claims_[i]);
  for (const std::uint32_t i : by_object(node)) candidates.push_back(&claims_[i]);
  std::sort(candidates.begin(), candidates.end(),
            [this](const ClaimFact* a, const ClaimFact* b) { return graph_->compare(a->claim, b->claim) < 0; });
  for (const bool fresh_article : {true, false}) {
    for (const ClaimFact* claim : candidates) {
      if (out.size() == limit) return out;
      const FindingEvidence next = evidence(*claim);
      const bool fresh = std::none_of(out.begin(), out.end(), [&next](const FindingEvidence& o) { return o.article == next.article; });
      if (fresh == fresh_article && !known(next)) out.push_back(next);
    }
  }
  return out;
}

}  // namespace chancery
