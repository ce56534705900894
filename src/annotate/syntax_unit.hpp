#pragma once

#include <cstdint>
#include <vector>

#include "annotate/groups.hpp"
#include "lexicon/word_table.hpp"

namespace chancery {

/// What stands in a unit, group by group.
enum class SyntaxItemKind : std::uint8_t {
  Noun,  ///< a noun group
  Verb,  ///< a verb group
  Preposition,
  Conjunction,
  Comma,  ///< also a dash that parts
  Subordinator,
  Relative,  ///< who, which, that
  Question,  ///< when, where, how, why
  Break,     ///< semicolon, colon
  OpenBracket,
  CloseBracket,
  Quote,  ///< a quotation of three words or more, seen from outside
  Adverb,
  Adjective,  ///< outside a noun group: a predicate
  Stop,
  Other,
};

struct SyntaxItem {
  SyntaxItemKind kind = SyntaxItemKind::Other;
  std::uint32_t begin = 0, end = 0;  ///< tokens
  std::int32_t group = -1;           ///< noun or verb group
};

/// A stretch in which verbs and their arguments belong together: a sentence without its long quotations, or the part of one
/// quotation that lies in a sentence.
struct SyntaxUnit {
  TokenSpan tokens;
  std::vector<SyntaxItem> items;
  bool quoted = false;
};

/// Cuts sentences into units. Quotations of under three words are looked through.
class UnitReader {
 public:
  explicit UnitReader(const TaggedText& text);
  /// The units of a sentence: outside first, then its quotations in order. `out` keeps its memory; the count is returned.
  std::size_t read(TokenSpan sentence, const Annotation& annotation, std::vector<SyntaxUnit>& out) const;

 private:
  void read_items(TokenSpan tokens, std::int32_t quotation, const Annotation& annotation, SyntaxUnit& out) const;
  [[nodiscard]] SyntaxItem item_at(std::uint32_t token, std::uint32_t end, const Annotation& annotation, const SyntaxUnit& unit) const;
  [[nodiscard]] bool joins_nouns(std::uint32_t token, std::uint32_t end, const SyntaxUnit& unit, std::uint32_t& joiner_end) const;

  const TaggedText& text_;
  std::vector<std::int32_t> quotation_of_;  ///< per token; -1 outside long quotations
};

/// Words that the search of arguments asks the lexicon for: `clause-verb`, `bare-clause-verb`, `object-control`, `phrase-control`, `noun-control`,
/// `own-act-noun`, `ditransitive`, `linking`, `pair-word`, `organization-head`.
struct VerbLists {
  explicit VerbLists(const WordTable& table);
  const WordTable& words;
  std::int32_t clause_verb, bare_clause_verb, object_control, phrase_control, noun_control, own_act_noun, ditransitive, linking, pair_word,
      organization_head;
};

/// What a list may be made of.
struct ListMembers {
  std::vector<std::size_t> items;
  std::size_t end = 0;
  bool closed = false;  ///< a conjunction stands before the last member
};

/// Memory that is used again from unit to unit.
struct SyntaxScratch {
  ListMembers members;
  std::vector<std::uint8_t> used, apposed;
  std::vector<std::size_t> apposition_end;
};

/// Everything that the steps behind the groups share.
struct SyntaxContext {
  const TaggedText& text;
  const VerbLists& verbs;
  Annotation& out;
  SyntaxScratch& scratch;

  [[nodiscard]] const NounGroup& noun(const SyntaxItem& item) const { return out.noun_groups[static_cast<std::size_t>(item.group)]; }
  [[nodiscard]] VerbGroup& verb(const SyntaxItem& item) const { return out.verb_groups[static_cast<std::size_t>(item.group)]; }
  [[nodiscard]] Tag head_tag(const NounGroup& group) const { return text.tag(group.head); }
  [[nodiscard]] bool is_name(const NounGroup& group) const { return tags::names.has(head_tag(group)); }
  [[nodiscard]] bool is_time(const NounGroup& group) const;
  [[nodiscard]] bool is_person_like(const NounGroup& group) const;
  [[nodiscard]] bool is_finite(const VerbGroup& group) const { return group.tense != Tense::None; }
  [[nodiscard]] bool in_list(std::int32_t list, const VerbGroup& group) const;
  [[nodiscard]] bool in_list(std::int32_t list, const NounGroup& group) const;
  /// One word that is tagged as past and is written as a participle is: "scheduled".
  [[nodiscard]] bool may_be_participle(const VerbGroup& group) const;
  void read_as_participle(VerbGroup& group) const;
  void read_as_past(VerbGroup& group) const;
};

/// Reads as participles what can be no finite verbs because of the verb that follows ("the talks planned for May were called off"), and as
/// finite what can be no participles because of the clause that follows ("the ministry announced the envoy would leave").
void find_reduced_relatives(const SyntaxUnit& unit, const SyntaxContext& context);

/// Finds lists ("A, B, and C") and appositions ("Mao Ning, a spokeswoman"), and fills `list_of`.
void find_lists_and_appositions(const SyntaxUnit& unit, const SyntaxContext& context);

/// Finds clauses, subjects, objects, governors and attachments of one unit. `parent` is the clause that a quotation stands in,
/// or -1.
void find_clauses(const SyntaxUnit& unit, std::int32_t parent, const SyntaxContext& context);

}  // namespace chancery
