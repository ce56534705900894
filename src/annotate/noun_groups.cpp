// A noun group is read by a small automaton from its first word: determiner, modifiers, then nouns; a possessive "'s" starts the
// modifiers anew inside the same group. The head is the last noun. Groups do not nest, and a preposition ends one.
#include <algorithm>

#include "annotate/groups.hpp"
#include "lexicon/lexicon.hpp"

namespace chancery {
namespace {

constexpr TagSet determiners = {Tag::DT, Tag::PRPS, Tag::WDT, Tag::WPS};
constexpr TagSet adjectives = {Tag::JJ, Tag::JJR, Tag::CD};
constexpr TagSet participles = {Tag::VBN, Tag::VBG};
constexpr TagSet starters = tags::nouns | adjectives | determiners | TagSet{Tag::PDT, Tag::SYM, Tag::FW};
constexpr TagSet lone_pronouns = {Tag::PRP, Tag::PRO, Tag::DTP};

class NounGroupReader {
 public:
  NounGroupReader(const TaggedText& text, TokenSpan tokens) : text_(text), tokens_(tokens) {}

  /// Reads the group that starts at `begin`; false if none does. `group.tokens.end` is where to go on.
  bool read(std::uint32_t begin, NounGroup& group) {
    group = NounGroup{};
    position_ = begin;
    group.tokens.begin = begin;
    if (at(Tag::PDT) && at(Tag::PRP, 1)) ++position_;  // "both she and NAME"
    if (at(lone_pronouns)) return read_pronoun(group);
    if (is_year_before_name(begin)) {
      ++position_;
      return alone(group);
    }
    read_determiner(group);
    if (!read_core(group)) return alone(group);
    if (is_suffix_behind_comma(group)) position_ += 2;
    group.tokens.end = position_;
    return true;
  }

 private:
  [[nodiscard]] bool more() const { return position_ < tokens_.end; }
  [[nodiscard]] bool at(TagSet set, std::uint32_t offset = 0) const {
    return position_ + offset < tokens_.end && text_.is(position_ + offset, set);
  }
  [[nodiscard]] bool at(Tag tag, std::uint32_t offset = 0) const { return at(TagSet{tag}, offset); }

  /// "In 1978 President N met": the year is no part of the name.
  [[nodiscard]] bool is_year_before_name(std::uint32_t at) const {
    constexpr std::size_t digits_of_year = 4;
    const Document& document = text_.document;
    if (at == tokens_.begin || at + 1 >= tokens_.end || !text_.is(at, TagSet{Tag::CD}) || !text_.is(at - 1, TagSet{Tag::IN})) return false;
    const std::string_view word = document.word(at);
    const bool year =
        word.size() == digits_of_year && (word.front() == '1' || word.front() == '2') && document.tokens[at].shape == Shape::Number;
    return year && document.tokens[at + 1].shape == Shape::Capitalized && text_.is(at + 1, tags::nouns);
  }

  /// "Joseph Berg, Jr."
  [[nodiscard]] bool is_suffix_behind_comma(const NounGroup& group) const {
    return at(Tag::Comma) && position_ + 1 < tokens_.end && text_.word(position_ + 1) == GrammarWord::NameSuffix &&
           text_.is(group.head, tags::names);
  }

  bool read_pronoun(NounGroup& group) {
    group.head = position_;
    group.pronoun = true;
    group.definite = !at(Tag::DTP);
    group.tokens.end = ++position_;
    return true;
  }

  void read_determiner(NounGroup& group) {
    if (at(Tag::PDT)) ++position_;
    if (!at(determiners)) return;
    const GrammarWord word = text_.word(position_);
    group.definite = at(Tag::PRPS) || word == GrammarWord::The || word == GrammarWord::Demonstrative;
    if (at(Tag::PRPS)) group.possessor = {position_, position_ + 1};
    ++position_;
  }

  /// "some", "these two", "the former": a group without a noun.
  bool alone(NounGroup& group) {
    if (position_ == group.tokens.begin || !(text_.is(group.tokens.begin, determiners) || text_.is(group.tokens.begin, TagSet{Tag::CD})))
      return false;
    if (text_.is(position_ - 1, TagSet{Tag::PRPS, Tag::WPS, Tag::WDT})) return false;
    group.head = position_ - 1;
    group.pronoun = text_.is(group.head, TagSet{Tag::DT});
    group.tokens.end = position_;
    return true;
  }

  /// Modifiers and nouns, over any number of possessives. False if there is no noun; then `position_` stands behind numerals.
  bool read_core(NounGroup& group) {
    bool found = false;
    std::uint32_t start = position_;
    while (true) {
      const std::uint32_t before = position_;
      read_modifiers();
      const std::uint32_t noun = read_nouns(group, before);
      if (noun == none) {
        position_ = found ? end_after_possessive(start) : numerals_from(before);
        return found;
      }
      found = true;
      group.head = noun;
      finish_head(group);
      if (!at(Tag::POS)) return true;
      start = position_;
      group.possessor = {group.tokens.begin, position_};
      group.definite = true;
      ++position_;
    }
  }

  /// "the ministry 's" with nothing behind: the group ends with its owner.
  [[nodiscard]] static std::uint32_t end_after_possessive(std::uint32_t possessive) { return possessive; }

  [[nodiscard]] std::uint32_t numerals_from(std::uint32_t begin) const {
    std::uint32_t end = begin;
    while (end < tokens_.end && text_.is(end, TagSet{Tag::CD, Tag::SYM})) ++end;
    return end;
  }

  void finish_head(NounGroup& group) const {
    const Tag tag = text_.tag(group.head);
    group.plural = tag == Tag::NNS || tag == Tag::NNPS || tag == Tag::CD;
    group.definite = group.definite || tags::names.has(tag);
  }

  void read_modifiers() {
    if (position_ == tokens_.begin && text_.word(position_) == GrammarWord::Preposition) return;  // "Following talks, N said"
    while (more()) {
      if (at(adjectives) || at(Tag::SYM) || (at(participles) && modifies()))
        ++position_;
      else if (at(Tag::RB) && (at(adjectives, 1) || (at(participles, 1) && position_ + 2 < tokens_.end && noun_follows(2))))
        ++position_;
      else if (joins_modifiers() ||
               (at(Tag::Mute) && position_ > tokens_.begin && at(adjectives | tags::nouns | participles | TagSet{Tag::RB}, 1)))
        ++position_;
      else
        break;
    }
  }

  [[nodiscard]] bool noun_follows(std::uint32_t offset) const {
    return at(tags::nouns | adjectives, offset + (at(Tag::Mute, offset) ? 1 : 0));
  }
  /// A participle inside a group: a noun follows, and something of the group stands before.
  [[nodiscard]] bool modifies() const { return noun_follows(1); }
  /// "political and economic", "long, difficult", "British - led".
  [[nodiscard]] bool joins_modifiers() const {
    if (!(at(Tag::CC) || at(Tag::Comma) || at(Tag::Dash)) || position_ == tokens_.begin ||
        !text_.is(position_ - 1, adjectives | TagSet{Tag::VBN}))
      return false;
    if (at(Tag::Dash)) return !text_.document.tokens[position_].space_before && at(adjectives | tags::nouns | participles, 1);
    if (text_.is(position_ - 1, TagSet{Tag::CD})) return at(Tag::CC) && at(Tag::CD, 1);
    if (at(Tag::CC) && at(tags::names, 1) && is_acronym(position_ + 1)) return is_name_adjective(position_ - 1) && at(Tag::NNS, 2);
    return at(TagSet{Tag::JJ, Tag::JJR, Tag::VBN}, 1) && at(tags::common_nouns | TagSet{Tag::JJ}, 2);
  }
  [[nodiscard]] bool is_name_adjective(std::uint32_t token) const {
    return text_.is(token, adjectives) && text_.document.tokens[token].shape != Shape::Lower;
  }
  /// "his US and Mexican counterparts": from "and" on.
  [[nodiscard]] bool joins_states(const NounGroup& group, std::uint32_t last) const {
    return at(Tag::CC) && is_acronym(last) && last == group.tokens.begin + 1 && text_.is(group.tokens.begin, TagSet{Tag::PRPS}) &&
           at(adjectives, 1) && is_name_adjective(position_ + 1) && at(Tag::NNS, 2);
  }

  static constexpr std::uint32_t none = 0xFFFFFFFFU;

  /// The run of nouns from here; gives the last one.
  std::uint32_t read_nouns(const NounGroup& group, std::uint32_t start) {
    std::uint32_t last = none;
    while (more()) {
      if (at(tags::nouns)) {
        if (last != none && breaks_before(group, last)) break;
        last = position_++;
      } else if (last != none && at(adjectives) && noun_run_goes_on(group, last)) {
        ++position_;
      } else if (last != none && at(Tag::CD) && text_.is(last, tags::names | tags::common_nouns) && numbers_name(last)) {
        ++position_;
      } else if (last != none && joins_nouns()) {
        ++position_;
      } else if (last != none && joins_states(group, last)) {
        position_ += 2;
      } else if (last == none && at(Tag::VBG) && position_ == start && group.tokens.begin < position_ && !noun_follows(1)) {
        last = position_++;
      } else {
        break;
      }
    }
    return last;
  }

  /// "NATO 's" … "Trump - Putin": a hyphen without spaces between two nouns.
  [[nodiscard]] bool joins_nouns() const {
    return at(Tag::Dash) && at(tags::nouns, 1) && !text_.document.tokens[position_].space_before &&
           !text_.document.tokens[position_ + 1].space_before;
  }

  /// "Russian Foreign Minister": an adjective inside a name, or of a second modifier, with more nouns behind.
  [[nodiscard]] bool noun_run_goes_on(const NounGroup& group, std::uint32_t last) const {
    if (!at(tags::nouns, 1)) return false;
    const bool name = text_.is(last, tags::names);
    if (text_.document.tokens[position_].shape != Shape::Lower) return name && !at(Tag::CD);
    if (!at(Tag::JJ) || text_.word(position_ + 1) == GrammarWord::TimeNoun || last + 1 != position_) return false;
    if (name) return text_.is(group.tokens.begin, determiners) || text_.word(last) == GrammarWord::Demonym || is_acronym(last);
    return text_.is(last, TagSet{Tag::NN}) && text_.word(last) == GrammarWord::None;
  }

  /// "UN special envoy"
  [[nodiscard]] bool is_acronym(std::uint32_t token) const { return text_.document.tokens[token].shape == Shape::AllCaps; }

  /// "Article 5", "May 9", "Boeing 747".
  [[nodiscard]] bool numbers_name(std::uint32_t last) const {
    return last + 1 == position_ && !noun_follows(1) && text_.is(last, tags::names);
  }

  /// "the flight home | Berg", but "Home Secretary Berg".
  [[nodiscard]] bool is_adverb(std::uint32_t token) const {
    return text_.word(token) == GrammarWord::AdverbNoun && text_.document.tokens[token].shape == Shape::Lower;
  }

  /// "During that visit | Berg held talks": the sentence begins with a preposition and a common noun; the name behind has a verb of its own.
  [[nodiscard]] bool is_subject_behind_phrase(const NounGroup& group, std::uint32_t last) const {
    constexpr std::uint32_t longest_name = 4;
    const std::uint32_t begin = group.tokens.begin;
    if (begin != tokens_.begin + 1 || !text_.is(tokens_.begin, TagSet{Tag::IN}) || !text_.is(begin, determiners)) return false;
    if (!text_.is(last, tags::common_nouns) || text_.document.tokens[last].shape != Shape::Lower || !at(tags::names)) return false;
    std::uint32_t length = 1;
    while (length < longest_name && at(tags::names, length)) ++length;
    return at(tags::finite, length);
  }

  /// "In Oslo | President Berg met": a place ends the phrase that begins the sentence; the names behind have a verb of their own.
  [[nodiscard]] bool is_subject_behind_place(const NounGroup& group) const {
    constexpr std::uint32_t longest_subject = 8;
    constexpr TagSet of_phrase = tags::nouns | determiners | TagSet{Tag::IN, Tag::CD, Tag::JJ};
    const std::uint32_t begin = group.tokens.begin;
    const std::vector<Token>& tokens = text_.document.tokens;
    if (begin == tokens_.begin || tokens[begin].shape == Shape::Lower || tokens[position_].shape == Shape::Lower) return false;
    if (!text_.is(tokens_.begin, TagSet{Tag::IN}) || !text_.is(begin - 1, TagSet{Tag::IN}) || text_.word(begin - 1) == GrammarWord::Of)
      return false;
    for (std::uint32_t i = tokens_.begin; i < begin; ++i)
      if (!text_.is(i, of_phrase)) return false;
    std::uint32_t length = 1;
    while (length < longest_subject && at(tags::nouns | TagSet{Tag::JJ}, length)) ++length;
    return at(tags::finite, length) && is_place({begin, position_});
  }

  /// The lexicon knows a place or a state of this name, and none that is longer.
  [[nodiscard]] bool is_place(TokenSpan name) const {
    const NameMatch match = text_.lexicon.names().longest_at(text_.document, name.begin, tokens_.end);
    if (match.tokens != name) return false;
    const std::span<const NameReading> readings = text_.lexicon.names().readings(match.name);
    return std::any_of(readings.begin(), readings.end(), [this](const NameReading& reading) {
      if (reading.weak || (reading.kind != NameKind::Name && reading.kind != NameKind::Short)) return false;
      const EntryClass cls = text_.lexicon.entry(reading.target).cls;
      return cls == EntryClass::Place || cls == EntryClass::Polity;
    });
  }

  /// "last week | Putin", "reporters | Tuesday".
  [[nodiscard]] bool breaks_before(const NounGroup& group, std::uint32_t last) const {
    if (is_subject_behind_phrase(group, last) || is_subject_behind_place(group)) return true;
    const GrammarWord before = text_.word(last), here = text_.word(position_);
    if (before == GrammarWord::Month && last > tokens_.begin && text_.is(last - 1, TagSet{Tag::IN, Tag::JJ}) && at(tags::names) &&
        text_.document.tokens[position_].shape != Shape::Number)
      return true;  // "in June | Berg flew"
    const bool day_of_month = before == GrammarWord::Month && last > tokens_.begin + 1 && text_.is(last - 1, TagSet{Tag::CD}) &&
                              text_.is(last - 2, TagSet{Tag::IN});
    if (day_of_month && at(tags::nouns) && text_.document.tokens[position_].shape == Shape::Capitalized)
      return true;  // "on 3 June | Berg flew"
    if (here == GrammarWord::TimeNoun && at(Tag::NNS) && text_.is(last, tags::names) && !text_.is(group.tokens.begin, determiners) &&
        at(TagSet{Tag::IN, Tag::SC, Tag::RB, Tag::JJR}, 1))
      return true;  // "met Berg | days after"
    const bool is_time = before == GrammarWord::TimeNoun || before == GrammarWord::Weekday;
    if ((is_time || is_adverb(last)) && at(tags::names) && here != GrammarWord::TimeNoun) return true;
    if (here != GrammarWord::Weekday || is_time) return false;
    return !at(tags::nouns, 1) || at(tags::names, 1);
  }

  const TaggedText& text_;
  TokenSpan tokens_;
  std::uint32_t position_ = 0;
};

/// "iodised salt": a participle starts a group where it can be no verb, with a noun behind and no noun or auxiliary before.
bool is_modifying_participle(const TaggedText& text, TokenSpan tokens, std::uint32_t i) {
  if (!text.is(i, TagSet{Tag::VBN}) || i + 1 >= tokens.end || !text.is(i + 1, tags::common_nouns)) return false;
  if (i == tokens.begin) return true;
  return text.is(i - 1, TagSet{Tag::IN, Tag::CC, Tag::VB, Tag::VBP, Tag::VBZ, Tag::VBD, Tag::VBG});
}

bool starts_group(const TaggedText& text, TokenSpan tokens, std::uint32_t i) {
  if (text.is(i, starters | lone_pronouns) || is_modifying_participle(text, tokens, i)) return true;
  if (text.is(i, TagSet{Tag::RB}) && i + 2 < tokens.end) {
    return text.is(i + 1, TagSet{Tag::JJ, Tag::CD}) && text.is(i + 2, tags::nouns | TagSet{Tag::CD});
  }
  return false;
}

}  // namespace

void find_noun_groups(const TaggedText& text, TokenSpan tokens, Annotation& out) {
  NounGroupReader reader(text, tokens);
  NounGroup group;
  for (std::uint32_t i = tokens.begin; i < tokens.end;) {
    if (!starts_group(text, tokens, i) || !reader.read(i, group) || group.tokens.empty()) {
      ++i;
      continue;
    }
    const auto index = static_cast<std::int32_t>(out.noun_groups.size());
    std::fill(out.noun_group_of.begin() + group.tokens.begin, out.noun_group_of.begin() + group.tokens.end, index);
    out.noun_groups.push_back(group);
    i = group.tokens.end;
  }
}

}  // namespace chancery
