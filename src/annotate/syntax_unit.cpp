#include "annotate/syntax_unit.hpp"

#include <algorithm>

namespace chancery {
namespace {

constexpr unsigned opaque_words = 3;

bool is_opaque(const Document& document, TokenSpan inner) {
  unsigned words = 0;
  for (std::uint32_t i = inner.begin; i < inner.end && words < opaque_words; ++i) {
    const Shape shape = document.tokens[i].shape;
    if (shape != Shape::Punctuation && shape != Shape::Quote && shape != Shape::Symbol) ++words;
  }
  return words >= opaque_words;
}

SyntaxItemKind kind_of(Tag tag) {
  switch (tag) {
    case Tag::IN:
    case Tag::TO: return SyntaxItemKind::Preposition;
    case Tag::CC: return SyntaxItemKind::Conjunction;
    case Tag::Comma:
    case Tag::Dash: return SyntaxItemKind::Comma;
    case Tag::SC: return SyntaxItemKind::Subordinator;
    case Tag::WP:
    case Tag::WDT:
    case Tag::WPS: return SyntaxItemKind::Relative;
    case Tag::WRB: return SyntaxItemKind::Question;
    case Tag::OtherMark: return SyntaxItemKind::Break;
    case Tag::RB:
    case Tag::RP:
    case Tag::NOT:
    case Tag::UH: return SyntaxItemKind::Adverb;
    case Tag::JJ:
    case Tag::JJR: return SyntaxItemKind::Adjective;
    case Tag::Stop: return SyntaxItemKind::Stop;
    default: return SyntaxItemKind::Other;
  }
}

}  // namespace

UnitReader::UnitReader(const TaggedText& text) : text_(text), quotation_of_(text.document.tokens.size(), -1) {
  const std::vector<Quotation>& quotations = text.document.quotations;
  for (std::size_t q = 0; q < quotations.size(); ++q) {
    if (!is_opaque(text.document, quotations[q].inner)) continue;
    for (std::uint32_t i = quotations[q].outer.begin; i < quotations[q].outer.end; ++i) {
      if (quotation_of_[i] < 0) quotation_of_[i] = static_cast<std::int32_t>(q);
    }
  }
}

std::size_t UnitReader::read(TokenSpan sentence, const Annotation& annotation, std::vector<SyntaxUnit>& out) const {
  std::size_t count = 0;
  const auto next_unit = [&]() -> SyntaxUnit& {
    if (count == out.size()) out.emplace_back();
    SyntaxUnit& unit = out[count++];
    unit.items.clear();
    unit.quoted = false;
    return unit;
  };
  read_items(sentence, -1, annotation, next_unit());
  for (std::uint32_t i = sentence.begin; i < sentence.end;) {
    const std::int32_t quotation = quotation_of_[i];
    if (quotation < 0) {
      ++i;
      continue;
    }
    const Quotation& here = text_.document.quotations[static_cast<std::size_t>(quotation)];
    const TokenSpan inner{std::max(sentence.begin, here.inner.begin), std::min(sentence.end, here.inner.end)};
    if (!inner.empty()) {
      SyntaxUnit& unit = next_unit();
      unit.quoted = true;
      read_items(inner, quotation, annotation, unit);
    }
    while (i < sentence.end && quotation_of_[i] == quotation) ++i;
  }
  return count;
}

void UnitReader::read_items(TokenSpan tokens, std::int32_t quotation, const Annotation& annotation, SyntaxUnit& out) const {
  out.tokens = tokens;
  for (std::uint32_t i = tokens.begin; i < tokens.end;) {
    if (quotation_of_[i] != quotation) {
      SyntaxItem item{SyntaxItemKind::Quote, i, i, -1};
      const std::int32_t other = quotation_of_[i];
      while (i < tokens.end && quotation_of_[i] == other) ++i;
      item.end = i;
      out.items.push_back(item);
      continue;
    }
    const SyntaxItem item = item_at(i, tokens.end, annotation, out);
    if (item.kind != SyntaxItemKind::Other) out.items.push_back(item);
    i = item.end;
  }
}

/// "as well as", "along with", "together with" behind a noun group join as "and" does.
bool UnitReader::joins_nouns(std::uint32_t token, std::uint32_t end, const SyntaxUnit& unit, std::uint32_t& joiner_end) const {
  if (unit.items.empty() || (unit.items.back().kind != SyntaxItemKind::Noun && unit.items.back().kind != SyntaxItemKind::Comma))
    return false;
  const auto word = [&](std::uint32_t i) { return i < end ? text_.word(i) : GrammarWord::None; };
  if (word(token) == GrammarWord::As && word(token + 1) == GrammarWord::Well && word(token + 2) == GrammarWord::As)
    joiner_end = token + 3;
  else if (word(token) == GrammarWord::Along && word(token + 1) == GrammarWord::With)
    joiner_end = token + 2;
  else
    return false;
  return true;
}

SyntaxItem UnitReader::item_at(std::uint32_t token, std::uint32_t end, const Annotation& annotation, const SyntaxUnit& unit) const {
  if (const std::int32_t noun = annotation.noun_group_of[token]; noun >= 0) {
    const NounGroup& group = annotation.noun_groups[static_cast<std::size_t>(noun)];
    return {SyntaxItemKind::Noun, token, std::min(end, group.tokens.end), noun};
  }
  if (const std::int32_t verb = annotation.verb_group_of[token]; verb >= 0) {
    const VerbGroup& group = annotation.verb_groups[static_cast<std::size_t>(verb)];
    return {SyntaxItemKind::Verb, token, std::min(end, group.tokens.end), verb};
  }
  SyntaxItem item{kind_of(text_.tag(token)), token, token + 1, -1};
  if (joins_nouns(token, end, unit, item.end))
    item.kind = SyntaxItemKind::Conjunction;
  else if (text_.word(token) == GrammarWord::Preposition)
    item.kind = SyntaxItemKind::Preposition;
  else if (text_.tag(token) == Tag::Bracket) {
    const char first = text_.document.word(token).front();
    item.kind = first == '(' || first == '[' || first == '{' ? SyntaxItemKind::OpenBracket : SyntaxItemKind::CloseBracket;
  } else if (text_.word(token) == GrammarWord::Than && token > 0 && token + 1 < end && text_.is(token - 1, TagSet{Tag::RB, Tag::JJR}) &&
             text_.tag(token + 1) == Tag::CD) {
    item.kind = SyntaxItemKind::Adverb;  // "more than 40"
  } else if (text_.tag(token) == Tag::Dash && text_.document.word(token) == "-") {
    item.kind = SyntaxItemKind::Other;
  }
  return item;
}

VerbLists::VerbLists(const WordTable& table)
    : words(table),
      clause_verb(table.list("clause-verb")),
      bare_clause_verb(table.list("bare-clause-verb")),
      object_control(table.list("object-control")),
      phrase_control(table.list("phrase-control")),
      noun_control(table.list("noun-control")),
      own_act_noun(table.list("own-act-noun")),
      ditransitive(table.list("ditransitive")),
      linking(table.list("linking")),
      pair_word(table.list("pair-word")),
      organization_head(table.list("organization-head")) {}

bool SyntaxContext::is_time(const NounGroup& group) const {
  const GrammarWord word = text.word(group.head);
  if (word == GrammarWord::Weekday) return true;
  return word == GrammarWord::TimeNoun && group.possessor.empty();
}

bool SyntaxContext::is_person_like(const NounGroup& group) const {
  if (is_name(group)) return true;
  if (group.pronoun) return text.is(group.head, TagSet{Tag::PRP, Tag::PRO}) && text.word(group.head) != GrammarWord::It;
  return verbs.words.info(out.tokens[group.head].lemma).is(WordClass::PersonNoun);
}

bool SyntaxContext::may_be_participle(const VerbGroup& group) const {
  if (group.tokens.size() != 1 || text.tag(group.head) != Tag::VBD) return false;
  if (text.document.word(group.head).ends_with("ed")) return true;
  const WordInfo& info = verbs.words.info(text.document.tokens[group.head].word);  // "held"
  return info.is(WordClass::VerbPast) && info.is(WordClass::VerbPastParticiple);
}

void SyntaxContext::read_as_participle(VerbGroup& group) const {
  group.tense = Tense::None;
  group.participle = group.passive = true;
  out.tokens[group.head].form = VerbForm::PastParticiple;
}

void SyntaxContext::read_as_past(VerbGroup& group) const {
  group.tense = Tense::Past;
  group.participle = group.passive = false;
  out.tokens[group.head].form = VerbForm::Past;
}

bool SyntaxContext::in_list(std::int32_t list, const VerbGroup& group) const {
  return verbs.words.in_list(list, out.tokens[group.head].lemma);
}

bool SyntaxContext::in_list(std::int32_t list, const NounGroup& group) const {
  return verbs.words.in_list(list, out.tokens[group.head].lemma);
}

}  // namespace chancery
