#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "annotate/annotation.hpp"

namespace chancery {

/// The items whose first token lies in `tokens`, by two binary searches. `all` is in text order; if it is in the order of sentences alone,
/// as clauses and attachments are, then `tokens` must be whole sentences.
template <typename Item, typename First>
std::span<const Item> items_in(const std::vector<Item>& all, TokenSpan tokens, First first) {
  const auto begin = std::partition_point(all.begin(), all.end(), [&](const Item& item) { return first(item) < tokens.begin; });
  const auto end = std::partition_point(begin, all.end(), [&](const Item& item) { return first(item) < tokens.end; });
  return {begin, end};
}

inline std::span<const VerbGroup> verb_groups_in(const Annotation& annotation, TokenSpan tokens) {
  return items_in(annotation.verb_groups, tokens, [](const VerbGroup& verb) { return verb.tokens.begin; });
}
inline std::span<const Clause> clauses_in(const Annotation& annotation, TokenSpan sentence) {
  return items_in(annotation.clauses, sentence, [](const Clause& clause) { return clause.tokens.begin; });
}
inline std::span<const Attachment> attachments_in(const Annotation& annotation, TokenSpan sentence) {
  return items_in(annotation.attachments, sentence, [](const Attachment& attachment) { return attachment.preposition; });
}

/// `tokens`, which must begin a sentence, begin with a main clause that has a finite verb.
inline bool begins_with_main_clause(const Annotation& annotation, TokenSpan tokens) {
  const auto is_finite = [&](const VerbGroup& verb) {
    const ClauseKind kind = annotation.clauses[verb.clause].kind;
    return !verb.infinitive && !verb.participle && tokens.contains(verb.tokens) &&
           (kind == ClauseKind::Main || kind == ClauseKind::Coordinate);
  };
  const std::span<const VerbGroup> verbs = verb_groups_in(annotation, tokens);
  return annotation.clauses[annotation.clause_of[tokens.begin]].kind == ClauseKind::Main &&
         std::any_of(verbs.begin(), verbs.end(), is_finite);
}

}  // namespace chancery
