// A verb group is read from its first verb: auxiliaries, "not" and adverbs between them, and the main verb, each form being one
// that the auxiliary before it asks for. Which auxiliaries there are gives tense, voice, aspect and modality.
#include <algorithm>

#include "annotate/groups.hpp"

namespace chancery {
namespace {

constexpr TagSet between = {Tag::RB, Tag::NOT};

class VerbGroupReader {
 public:
  VerbGroupReader(const TaggedText& text, TokenSpan tokens, const Annotation& annotation)
      : text_(text), tokens_(tokens), annotation_(annotation) {}

  bool read(std::uint32_t begin, VerbGroup& group) {
    group = VerbGroup{};
    group.tokens.begin = begin;
    position_ = begin;
    if (text_.tag(begin) == Tag::TO) return read_infinitive(group);
    if (!tags::verbs.has(text_.tag(begin)) || text_.word(begin) == GrammarWord::Preposition) return false;
    const Tag first = text_.tag(begin);
    group.participle = !tags::finite.has(first) && !tags::base.has(first);
    set_tense(group, first);
    if (!group.participle) take_negation_before(group);
    read_chain(group);
    return true;
  }

 private:
  bool read_infinitive(VerbGroup& group) {
    const std::uint32_t verb = skip_adverbs(position_ + 1, group);
    if (verb >= tokens_.end || !text_.is(verb, tags::base)) return false;
    group.infinitive = true;
    position_ = verb;
    read_chain(group);
    return true;
  }

  [[nodiscard]] bool is_free(std::uint32_t token) const { return annotation_.noun_group_of[token] < 0; }

  std::uint32_t skip_adverbs(std::uint32_t from, VerbGroup& group) const {
    while (from < tokens_.end && text_.is(from, between) && is_free(from)) {
      if (negates(from)) group.negated = true;
      ++from;
    }
    return from;
  }

  /// "not", "never", "no longer".
  [[nodiscard]] bool negates(std::uint32_t token) const {
    const GrammarWord word = text_.word(token);
    return text_.is(token, TagSet{Tag::NOT}) || word == GrammarWord::Never ||
           (word == GrammarWord::Longer && text_.document.word(token - 1) == "no");
  }

  void set_tense(VerbGroup& group, Tag first) const {
    const GrammarWord word = text_.word(group.tokens.begin);
    const bool past = first == Tag::VBD || word == GrammarWord::Was || word == GrammarWord::Had || word == GrammarWord::Did;
    if (!tags::finite.has(first)) return;
    group.tense = past ? Tense::Past : Tense::Present;
    if (first == Tag::MD && (word == GrammarWord::Will || word == GrammarWord::Shall)) group.tense = Tense::Future;
  }

  /// From the verb at `position_` on: take the next verb as long as this one is an auxiliary for it.
  void read_chain(VerbGroup& group) {
    while (true) {
      const Tag tag = text_.tag(position_);
      group.head = position_;
      group.tokens.end = position_ + 1;
      if (tag == Tag::MD) group.modal = text_.document.tokens[position_].word;
      if (!may_be_auxiliary(tag)) return;
      VerbGroup probe = group;
      const std::uint32_t next = skip_adverbs(position_ + 1, probe);
      if (next < tokens_.end && is_free(next) && continues(tag, text_.tag(next))) {
        group.negated = probe.negated;
        note(group, tag, text_.tag(next));
        position_ = next;
        continue;
      }
      take_negation(group);
      return;
    }
  }

  /// "is not", "has never": the negation behind a lone auxiliary belongs to it.
  void take_negation(VerbGroup& group) const {
    std::uint32_t end = group.tokens.end;
    while (end < tokens_.end && text_.is(end, between) && is_free(end)) {
      if (!negates(end++)) continue;
      group.negated = true;
      group.tokens.end = end;
    }
  }

  /// "never met", "no longer meets": the negation in front of a finite verb. A plain "not" there denies something else ("not only met").
  void take_negation_before(VerbGroup& group) const {
    for (std::uint32_t at = group.tokens.begin; at > tokens_.begin && text_.is(at - 1, between) && is_free(at - 1); --at)
      if (negates(at - 1) && !text_.is(at - 1, TagSet{Tag::NOT})) group.negated = true;
  }

  static bool may_be_auxiliary(Tag tag) { return tag == Tag::MD || tag == Tag::DOF || tags::be.has(tag) || tags::have.has(tag); }

  static bool continues(Tag tag, Tag next) {
    if (tag == Tag::MD || tag == Tag::DOF) return tags::base.has(next);
    if (tags::have.has(tag)) return next == Tag::VBN || next == Tag::BEN || next == Tag::HVN || (tag == Tag::HVF && next == Tag::VBD);
    return next == Tag::VBN || next == Tag::VBG || next == Tag::BEG;
  }

  static void note(VerbGroup& group, Tag tag, Tag next) {
    if (tags::have.has(tag)) group.perfect = true;
    if (tags::be.has(tag) && next == Tag::VBN) group.passive = true;
    if (tags::be.has(tag) && (next == Tag::VBG || next == Tag::BEG)) group.progressive = true;
  }

  const TaggedText& text_;
  TokenSpan tokens_;
  const Annotation& annotation_;
  std::uint32_t position_ = 0;
};

}  // namespace

void find_verb_groups(const TaggedText& text, TokenSpan tokens, Annotation& out) {
  VerbGroupReader reader(text, tokens, out);
  VerbGroup group;
  for (std::uint32_t i = tokens.begin; i < tokens.end;) {
    if (out.noun_group_of[i] >= 0 || !reader.read(i, group)) {
      ++i;
      continue;
    }
    if (group.participle && text.is(group.head, TagSet{Tag::VBN})) group.passive = !group.perfect;
    const auto index = static_cast<std::int32_t>(out.verb_groups.size());
    std::fill(out.verb_group_of.begin() + group.tokens.begin, out.verb_group_of.begin() + group.tokens.end, index);
    out.verb_groups.push_back(group);
    i = group.tokens.end;
  }
}

}  // namespace chancery
