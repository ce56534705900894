#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "annotate/annotation.hpp"
#include "text/document.hpp"

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

/// "N left, and on Friday, she met", "it is not the first: in June, she met": what the comma at `comma` ends only stands in front of a clause
/// of its own.
inline bool closes_fronted_phrase(const Document& document, const Annotation& annotation, TokenSpan sentence, std::uint32_t comma) {
  for (std::uint32_t at = comma; at-- > sentence.begin;) {
    if (annotation.verb_group_of[at] >= 0) return false;
    const std::string_view word = document.word(at);
    if (word == ":" || word == ";") return true;
    if (annotation.tokens[at].pos == Pos::Conjunction && annotation.noun_group_of[at] < 0)
      return at > sentence.begin && document.word(at - 1) == ",";
  }
  return false;
}

/// "The port is open, N said": the main clause with a finite verb that `sentence` begins with, up to the comma in front of `subject`;
/// empty if there is none.
inline TokenSpan main_clause_before(const Document& document, const Annotation& annotation, TokenSpan sentence, std::uint32_t subject) {
  if (subject <= sentence.begin + 1 || document.word(subject - 1) != ",") return {};
  if (closes_fronted_phrase(document, annotation, sentence, subject - 1)) return {};
  const TokenSpan before{sentence.begin, subject - 1};
  if (annotation.clauses[annotation.clause_of[before.begin]].kind != ClauseKind::Main) return {};
  const auto is_finite = [&](const VerbGroup& verb) {
    const ClauseKind kind = annotation.clauses[verb.clause].kind;
    return !verb.infinitive && !verb.participle && before.contains(verb.tokens) &&
           (kind == ClauseKind::Main || kind == ClauseKind::Coordinate);
  };
  const std::span<const VerbGroup> verbs = verb_groups_in(annotation, before);
  return std::any_of(verbs.begin(), verbs.end(), is_finite) ? before : TokenSpan{};
}

}  // namespace chancery
