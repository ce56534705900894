// The tagger weighs two words at a time: to it a past without a subject is as good as one that a comma parts from its subject, and a
// clause may have two verbs.
#include "annotate/clause_mends.hpp"

#include <algorithm>

namespace chancery {
namespace {

constexpr TagSet begins_adverbial = {Tag::IN, Tag::RB, Tag::TN, Tag::CC};
constexpr TagSet inside_adverbial = tags::nouns | TagSet{Tag::IN, Tag::RB, Tag::DT, Tag::PRPS, Tag::JJ, Tag::CD, Tag::POS, Tag::Comma};
constexpr TagSet ends_adverbial = {Tag::Comma, Tag::RB, Tag::TN};
constexpr TagSet described = {Tag::NN, Tag::NNS, Tag::NNP, Tag::NNPS, Tag::JJ};
constexpr TagSet nominal = tags::nouns | TagSet{Tag::DT, Tag::PRPS, Tag::JJ, Tag::CD, Tag::POS, Tag::PRP, Tag::DTP};
constexpr TagSet opens_clause = {Tag::SC, Tag::WP, Tag::WDT, Tag::WRB, Tag::WPS, Tag::Start, Tag::Stop, Tag::Dash};
constexpr TagSet present = {Tag::VBP, Tag::VB};
constexpr TagSet relative = {Tag::WP, Tag::WDT, Tag::WRB, Tag::WPS};

class Reader {
 public:
  Reader(const Document& document, const LocalWords& words, std::vector<Tag>& tags) : document_(document), words_(words), tags_(tags) {}

  void read(TokenSpan sentence) {
    mend_leading_participle(sentence);
    mend_leading_plural(sentence);
    mend_noun_behind_article(sentence);
    mend_statement(sentence);
    mend_visiting(sentence);
    mend_last_met(sentence);
    bool has_verb = false;   // the clause so far has its finite verb, and nothing has begun another
    bool waits = false;      // the last verb is an auxiliary: "will on Monday host"
    bool describes = false;  // it is a relative clause, behind which its noun's verb may come
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      switch (tags_[i]) {
        case Tag::DT:
        case Tag::PDT:
        case Tag::DTP:
          if (parts_perfect(i, sentence)) tags_[i] = Tag::RB;
          if (pairs_pronoun(i, sentence)) tags_[i] = Tag::PDT;
          break;
        case Tag::IN:
          if (begins_clause(i, sentence, has_verb, describes)) tags_[i] = Tag::SC;
          if (has_verb && !describes) mend_what_people_did(i, sentence);
          break;
        case Tag::NNS:
          if (!has_verb && is_verb_behind_name(i, sentence)) tags_[i] = Tag::VBZ;
          break;
        case Tag::VB:
        case Tag::VBP:
          if ((has_verb && !waits && is_between_names(i, sentence)) || is_in_front_of_name(i, sentence)) tags_[i] = Tag::NN;
          [[fallthrough]];
        case Tag::NN:
          if (is_past_behind_name(i, sentence)) tags_[i] = Tag::VBD;
          if (is_joined_base(i, sentence)) tags_[i] = Tag::VB;
          if (stands_alone(i, sentence)) tags_[i] = Tag::RB;
          break;
        case Tag::VBD:
          if (stands_alone(i, sentence)) tags_[i] = Tag::RB;
          break;
        case Tag::JJ:
          if (is_looked_forward_to(i, sentence)) tags_[i] = Tag::VBG;
          break;
        case Tag::VBN:
          if (has_verb && is_joined_past(i, sentence)) tags_[i] = Tag::VBD;
          break;
        default: break;
      }
      if (tags::verbs.has(tags_[i])) waits = tags_[i] == Tag::MD || tags_[i] == Tag::DOF;
      if (opens_clause.has(tags_[i])) {
        has_verb = false;
        describes = relative.has(tags_[i]);
      } else if (tags::finite.has(tags_[i])) {
        has_verb = true;
      }
    }
  }

 private:
  /// "have both met"
  [[nodiscard]] bool parts_perfect(std::uint32_t i, TokenSpan sentence) const {
    if (i == sentence.begin || i + 1 >= sentence.end || tags_[i - 1] != Tag::HVF || tags_[i + 1] != Tag::VBN) return false;
    const ReadingSet& readings = words_.readings_of(i);  // "all" and "both", but not "some"
    return readings.has(Tag::PDT) || readings.has(Tag::CC);
  }

  /// "both she and NAME"
  [[nodiscard]] bool pairs_pronoun(std::uint32_t i, TokenSpan sentence) const {
    return i + 2 < sentence.end && tags_[i + 1] == Tag::PRP && tags_[i + 2] == Tag::CC && words_.readings_of(i).has(Tag::CC);
  }

  /// "NAME plans to meet NAME", where what follows has no finite verb up to a comma or a conjunction.
  [[nodiscard]] bool is_verb_behind_name(std::uint32_t i, TokenSpan sentence) const {
    if (i < sentence.begin + 2 || i + 2 >= sentence.end || !words_.readings_of(i).has(Tag::VBZ)) return false;
    const bool named = tags_[i - 1] == Tag::Comma ? tags::names.has(tags_[i - 2]) : tags_[i - 1] == Tag::NNP && tags_[i - 2] == Tag::NNP;
    if (!named || tags_[i + 1] != Tag::TO || tags_[i + 2] != Tag::VB) return false;
    return !has_finite_from(i + 3, sentence);
  }

  /// From token `i` on there is a finite verb up to a comma, a conjunction or the beginning of a clause.
  [[nodiscard]] bool has_finite_from(std::uint32_t i, TokenSpan sentence) const {
    constexpr std::uint32_t reach = 40;  // tokens
    const std::uint32_t end = std::min(sentence.end, i + reach);
    for (; i < end && tags_[i] != Tag::Comma && tags_[i] != Tag::CC && !opens_clause.has(tags_[i]); ++i) {
      if (tags::finite.has(tags_[i])) return true;
    }
    return false;
  }

  /// "will lay a wreath and call on NAME": behind a conjunction in a clause that an auxiliary or "to" has given a plain form.
  [[nodiscard]] bool is_joined_base(std::uint32_t i, TokenSpan sentence) const {
    constexpr TagSet object = {Tag::DT, Tag::PRPS, Tag::PRP, Tag::NNP};
    if (i < sentence.begin + 3 || i + 1 >= sentence.end || tags_[i - 1] != Tag::CC) return false;
    if (tags_[i] == Tag::VBP) return !tags::verbs.has(tags_[i + 1]) && is_behind_base(i - 1, sentence);
    if (tags_[i] != Tag::NN || tags_[i - 2] == Tag::JJ || !words_.readings_of(i).has(Tag::VB)) return false;
    const std::string_view next = document_.word(i + 1);
    return (object.has(tags_[i + 1]) || next == "on" || next == "with") && is_behind_base(i - 1, sentence);
  }

  /// The nearest verb before token `i`, what relative clauses hold aside, is a plain form behind an auxiliary or "to".
  [[nodiscard]] bool is_behind_base(std::uint32_t i, TokenSpan sentence) const {
    for (std::uint32_t k = i; k-- > sentence.begin + 1;) {
      if (tags_[k] == Tag::VB) return tags_[k - 1] == Tag::MD || tags_[k - 1] == Tag::TO || tags_[k - 1] == Tag::RB;
      if (opens_clause.has(tags_[k])) return false;
      if (!tags::verbs.has(tags_[k])) continue;
      while (k > sentence.begin + 1 && (tags_[k - 1] == Tag::RB || tags::verbs.has(tags_[k - 1]))) --k;
      if (!relative.has(tags_[k - 1])) return false;
      --k;
    }
    return false;
  }

  /// "NAME spoke by phone", in front of no noun.
  [[nodiscard]] bool is_past_behind_name(std::uint32_t i, TokenSpan sentence) const {
    constexpr TagSet next = {Tag::IN, Tag::RB, Tag::TO, Tag::TN};
    if (tags_[i] != Tag::NN || i == sentence.begin || i + 1 >= sentence.end || tags_[i - 1] != Tag::NNP || !next.has(tags_[i + 1]))
      return false;
    std::uint8_t noun = 255, past = 255;
    for (const Reading& reading : words_.readings_of(i).all()) {
      if (reading.tag == Tag::NN) noun = reading.cost;
      if (reading.tag == Tag::VBD) past = reading.cost;
    }
    return past < noun && !has_finite_from(i + 1, sentence);
  }

  /// "NAME, left, and NAME, right, met": between two commas, behind a name, a word that may also be an adverb.
  [[nodiscard]] bool stands_alone(std::uint32_t i, TokenSpan sentence) const {
    if (i < sentence.begin + 2 || i + 1 >= sentence.end || tags_[i - 1] != Tag::Comma || tags_[i + 1] != Tag::Comma) return false;
    return tags::names.has(tags_[i - 2]) && words_.readings_of(i).has(Tag::RB);
  }

  /// "looks forward to welcoming NAME"
  [[nodiscard]] bool is_looked_forward_to(std::uint32_t i, TokenSpan sentence) const {
    if (i < sentence.begin + 2 || document_.word(i - 1) != "to" || document_.word(i - 2) != "forward") return false;
    return words_.readings_of(i).has(Tag::VBG);
  }

  /// "and on Tuesday telephoned NAME", "and late on Monday hosted the envoy"
  [[nodiscard]] bool is_joined_past(std::uint32_t i, TokenSpan sentence) const {
    if (i + 1 >= sentence.end || !nominal.has(tags_[i + 1]) || !may_be_past(document_, words_, i, sentence)) return false;
    constexpr TagSet joined = tags::nouns | TagSet{Tag::IN, Tag::RB, Tag::DT, Tag::JJ, Tag::CD};
    std::uint32_t k = i;
    bool phrase = false;
    while (k > sentence.begin && joined.has(tags_[k - 1])) phrase = tags_[--k] == Tag::IN || phrase;
    return phrase && k > sentence.begin && tags_[k - 1] == Tag::CC && (tags_[k] == Tag::IN || tags_[k + 1] == Tag::IN);
  }

  [[nodiscard]] bool is_between_names(std::uint32_t i, TokenSpan sentence) const {
    if (i == sentence.begin || i + 1 >= sentence.end || !words_.readings_of(i).has(Tag::NN)) return false;
    const bool named = tags_[i - 1] == Tag::NNP || (tags_[i - 1] == Tag::NNS && is_rather_noun(i));
    return named && tags::names.has(tags_[i + 1]);
  }

  /// "he and rebel leader NAME agreed": behind a conjunction, and the words behind it are a name's, which has its own verb.
  [[nodiscard]] bool is_in_front_of_name(std::uint32_t i, TokenSpan sentence) const {
    if (i == sentence.begin || tags_[i - 1] != Tag::CC || !words_.readings_of(i).has(Tag::NN)) return false;
    std::uint32_t end = i + 1;
    while (end < sentence.end && described.has(tags_[end])) ++end;
    return end > i + 2 && end < sentence.end && tags_[i + 1] != Tag::NNP && tags::names.has(tags_[end - 1]) && tags::finite.has(tags_[end]);
  }

  /// "affairs minister NAME"
  [[nodiscard]] bool is_rather_noun(std::uint32_t i) const {
    std::uint8_t noun = 255, verb = 255;
    for (const Reading& reading : words_.readings_of(i).all()) {
      if (reading.tag == Tag::NN) noun = reading.cost;
      if (present.has(reading.tag)) verb = std::min(verb, reading.cost);
    }
    return noun < verb;
  }

  /// A word that may be a preposition and a conjunction, and begins a clause: nouns, then a verb. `has_verb`: the clause before it has its
  /// own and waits for no other.
  [[nodiscard]] bool begins_clause(std::uint32_t i, TokenSpan sentence, bool has_verb, bool describes) const {
    if (!words_.readings_of(i).has(Tag::SC)) return false;
    const std::uint32_t verb = behind_nouns(i + 1, sentence);
    if (verb == i + 1 || verb >= sentence.end) return false;
    if (i == sentence.begin) return opens_sentence(verb, sentence);
    return has_verb ? !describes && is_subject({i + 1, verb}, tags_[verb]) : stands_aside(i, verb, sentence);
  }

  /// "praised NAME as the two leaders met", "after ministers spoke": behind people the form is a past, and the word in front of them a
  /// conjunction.
  void mend_what_people_did(std::uint32_t i, TokenSpan sentence) {
    if (!words_.readings_of(i).has(Tag::SC)) return;
    const std::uint32_t verb = behind_nouns(i + 1, sentence);
    if (verb == i + 1 || verb >= sentence.end || (tags_[verb] != Tag::VBN && tags_[verb] != Tag::VBD)) return;
    const bool people = tags_[verb - 1] == Tag::NNS && words_.has(verb - 1, WordMark::Person);
    const bool both = verb == i + 3 && tags_[i + 1] == Tag::DT && tags_[i + 2] == Tag::CD;  // "as the two met"
    if (!(people || both) || !may_be_past(document_, words_, verb, sentence)) return;
    tags_[i] = Tag::SC;
    tags_[verb] = Tag::VBD;
  }

  /// "before Peru holds": the last of the nouns agrees with the verb, in the present or an auxiliary.
  [[nodiscard]] bool is_subject(TokenSpan nouns, Tag verb) const {
    for (std::uint32_t k = nouns.begin + 1; k < nouns.end; ++k) {  // the second may be the subject of what is before
      const bool begins_anew = tags_[k] == Tag::DT || tags_[k] == Tag::PRPS || tags_[k] == Tag::PRP ||
                               (tags::names.has(tags_[k]) && tags::common_nouns.has(tags_[k - 1]));
      if (begins_anew) return false;
    }
    const Tag subject = tags_[nouns.end - 1];
    const bool plural = subject == Tag::NNS || subject == Tag::NNPS;
    switch (verb) {
      case Tag::VBZ: return !plural;
      case Tag::VBP: return plural;
      case Tag::MD:
      case Tag::BEF:
      case Tag::HVF:
      case Tag::DOF: return true;
      default: return false;
    }
  }

  /// ", his first trip since Peru joined the bank, came": behind a comma and nouns; and behind the clause's comma the next verb.
  [[nodiscard]] bool stands_aside(std::uint32_t i, std::uint32_t verb, TokenSpan sentence) const {
    std::uint32_t comma = i;
    while (comma > sentence.begin && (nominal.has(tags_[comma - 1]) || tags_[comma - 1] == Tag::IN)) --comma;
    if (comma == i || comma <= sentence.begin || tags_[comma - 1] != Tag::Comma || !tags::finite.has(tags_[verb])) return false;
    while (verb < sentence.end && tags_[verb] != Tag::Comma) ++verb;
    return verb + 1 < sentence.end && tags::finite.has(tags_[verb + 1]);
  }

  /// "As NAME met NAME, protesters marched": behind the clause's comma another clause. "As NAME, who leads it, met": `at` is the comma.
  [[nodiscard]] bool opens_sentence(std::uint32_t at, TokenSpan sentence) const {
    if (tags_[at] == Tag::Comma && at + 1 < sentence.end && relative.has(tags_[at + 1])) {
      do ++at;
      while (at < sentence.end && tags_[at] != Tag::Comma);
      ++at;
    }
    if (at >= sentence.end || !tags::finite.has(tags_[at]) || tags_[at - 1] == Tag::PRP) return false;
    while (at < sentence.end && tags_[at] != Tag::Comma) ++at;
    while (++at < sentence.end && nominal.has(tags_[at])) {
    }
    return at < sentence.end && tags::finite.has(tags_[at]);
  }

  /// The first token from `at` on that is neither a noun nor what goes with one, "of" included.
  [[nodiscard]] std::uint32_t behind_nouns(std::uint32_t at, TokenSpan sentence) const {
    while (at < sentence.end && (nominal.has(tags_[at]) || document_.word(at) == "of")) ++at;
    return at;
  }

  /// "Talks later this week between NAME and NAME were called off": a sentence that has its verb later does not begin with one.
  void mend_leading_plural(TokenSpan sentence) {
    constexpr TagSet next = {Tag::RB, Tag::IN, Tag::TN, Tag::JJ};
    const std::uint32_t first = sentence.begin;
    if (first + 2 >= sentence.end || tags_[first] != Tag::VBZ || !next.has(tags_[first + 1])) return;
    if (!words_.readings_of(first).has(Tag::NNS)) return;
    for (std::uint32_t i = first + 1; i < sentence.end && !opens_clause.has(tags_[i]); ++i) {
      if (tags::finite.has(tags_[i])) tags_[first] = Tag::NNS;
    }
  }

  /// "met visiting President NAME": behind a verb or a preposition of company. "and visiting President NAME said", ", visiting President NAME
  /// said": in front of the verb. "between NAME and visiting President NAME", "a dinner for visiting President NAME". "Visiting President
  /// NAME, he said" stays.
  void mend_visiting(TokenSpan sentence) {
    constexpr TagSet object_of = {Tag::VBD, Tag::VBN, Tag::VBZ, Tag::VBP, Tag::VB};
    for (std::uint32_t i = sentence.begin + 1; i + 2 < sentence.end; ++i) {
      if (tags_[i] != Tag::VBG || !words_.readings_of(i).has(Tag::JJ) || !described.has(tags_[i + 1])) continue;
      const std::uint32_t end = name_end(i + 1, sentence);
      if (end < i + 3) continue;
      const std::string_view before = document_.word(i - 1);
      const bool behind_noun = i > sentence.begin + 1 && tags_[i - 2] == Tag::NN && (before == "for" || before == "of");
      const bool company =
          before == "with" || before == "between" || before == "to" || before == "by" || before == "including" || behind_noun;
      const bool verb_follows = end < sentence.end && tags::finite.has(tags_[end]);
      const bool opens = is_behind_adverbs(i, sentence);
      const bool listed = tags_[i - 1] == Tag::Comma && end < sentence.end && tags_[end] == Tag::CC;
      const bool joined = i > sentence.begin + 1 && (tags_[i - 1] == Tag::CC || listed) &&
                          (tags::names.has(tags_[i - 2]) || tags_[i - 2] == Tag::Comma) && !has_gerund_before(i, sentence);
      if (object_of.has(tags_[i - 1]) || company || verb_follows || joined || opens) tags_[i] = Tag::JJ;
    }
  }

  /// "Peruvian Secretary of State NAME last week": behind the last word of a name that a description from token `i` on ends with.
  [[nodiscard]] std::uint32_t name_end(std::uint32_t i, TokenSpan sentence) const {
    std::uint32_t end = i;
    while (end < sentence.end && (described.has(tags_[end]) || (document_.word(end) == "of" && tags::names.has(tags_[end - 1]) &&
                                                                end + 1 < sentence.end && tags::names.has(tags_[end + 1]))))
      ++end;
    while (end > i && !tags::names.has(tags_[end - 1])) --end;
    return end;
  }

  /// "Meanwhile, visiting President NAME": nothing but adverbs and a comma before.
  [[nodiscard]] bool is_behind_adverbs(std::uint32_t i, TokenSpan sentence) const {
    if (i < sentence.begin + 2 || tags_[i - 1] != Tag::Comma) return false;
    return std::all_of(tags_.begin() + sentence.begin, tags_.begin() + (i - 1), [](Tag tag) { return tag == Tag::RB; });
  }

  /// "touring a port in Peru and visiting": a gerund stands before token `i` in its clause.
  [[nodiscard]] bool has_gerund_before(std::uint32_t i, TokenSpan sentence) const {
    while (i-- > sentence.begin) {
      if (tags_[i] == Tag::VBG && !tags::nouns.has(tags_[i + 1])) return true;
      if (tags::finite.has(tags_[i]) || opens_clause.has(tags_[i])) return false;
    }
    return false;
  }

  /// "NAME last met NAME", "they first met in Oslo"
  void mend_last_met(TokenSpan sentence) {
    constexpr TagSet subject = {Tag::NNP, Tag::NNPS, Tag::NNS, Tag::PRP};
    for (std::uint32_t i = sentence.begin + 1; i + 2 < sentence.end; ++i) {
      if (!(tags_[i] == Tag::JJ && words_.readings_of(i).has(Tag::RB)) || !subject.has(tags_[i - 1])) continue;
      if (tags_[i + 1] != Tag::VBN && tags_[i + 1] != Tag::JJ) continue;
      if (!may_be_past(document_, words_, i + 1, sentence) || !(nominal.has(tags_[i + 2]) || tags_[i + 2] == Tag::IN)) continue;
      tags_[i] = Tag::RB;
      tags_[i + 1] = Tag::VBD;
    }
  }

  /// "a nuclear freeze": what "a" or "her" and adjectives stand before is a noun, if it can be one.
  void mend_noun_behind_article(TokenSpan sentence) {
    bool owned = false;    // a singular article or an owner, then adjectives alone
    bool article = false;  // it is the article, behind which no verb stands, whatever the lexicon has of the word: "an update"
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const Tag tag = tags_[i];
      if (tag == Tag::DT || tag == Tag::PRPS) {
        article = tag == Tag::DT && words_.readings_of(i).all().size() == 1 && document_.word(i).starts_with('a');
        owned = article || tag == Tag::PRPS;
      } else if (owned && present.has(tag) && (article || words_.readings_of(i).has(Tag::NN))) {
        tags_[i] = Tag::NN;
      }
      if (tag != Tag::DT && tag != Tag::PRPS && tag != Tag::JJ) owned = false;
    }
  }

  /// The token opens, ends or stands in a clause inside the one that is read; `aside` says so of the token before, then of this one.
  static bool is_aside(Tag tag, bool& aside) {
    if (tag == Tag::Comma) {
      aside = false;
      return true;
    }
    aside = aside || relative.has(tag) || tag == Tag::SC;
    return aside;
  }

  /// A sentence that ends in a stop, up to the comma before "officials said", has a finite verb.
  void mend_statement(TokenSpan sentence) {
    if (sentence.empty() || tags_[sentence.end - 1] != Tag::Stop) return;
    const std::uint32_t end = statement_end(sentence);
    std::uint32_t first = end;  // the first participle that may be the verb, one in front of a noun rather than others
    bool clear = false;
    bool aside = false, named = false;
    for (std::uint32_t i = sentence.begin; i < end; ++i) {
      const Tag tag = tags_[i];
      if (is_aside(tag, aside)) continue;
      if (tags::finite.has(tag)) return;
      if ((tag == Tag::VBN || tag == Tag::JJ) && !clear && named && tags_[i - 1] == Tag::Comma &&
          may_be_past(document_, words_, i, sentence)) {
        clear = nominal.has(tags_[i + 1]);
        if (clear || tag == Tag::VBN) first = i;
      }
      named = named || tags::names.has(tag);
    }
    if (first != end) tags_[first] = Tag::VBD;
  }

  /// The last comma, if behind it there is a noun and the only finite verb; else the sentence's end.
  [[nodiscard]] std::uint32_t statement_end(TokenSpan sentence) const {
    for (std::uint32_t i = sentence.end; i-- > sentence.begin;) {
      if (tags_[i] != Tag::Comma) continue;
      std::uint32_t verb = i + 1;
      while (verb < sentence.end && nominal.has(tags_[verb])) ++verb;
      return verb > i + 1 && verb < sentence.end && tags::finite.has(tags_[verb]) ? i : sentence.end;
    }
    return sentence.end;
  }

  void mend_leading_participle(TokenSpan sentence) {
    const std::uint32_t at = leading_participle(sentence);
    if (at == sentence.end) return;
    const std::uint32_t verb = verb_behind(at, sentence);
    if (verb == sentence.end) return;
    tags_[at] = Tag::JJ;
    if (tags_[verb] == Tag::VBN) tags_[verb] = Tag::VBD;
  }

  /// Behind an adverbial that a comma or an adverb closes, and in front of a noun; else the sentence's end.
  [[nodiscard]] std::uint32_t leading_participle(TokenSpan sentence) const {
    if (sentence.empty() || !begins_adverbial.has(tags_[sentence.begin])) return sentence.end;
    std::uint32_t i = sentence.begin + 1;
    while (i < sentence.end && inside_adverbial.has(tags_[i])) ++i;
    if (i + 1 >= sentence.end || !ends_adverbial.has(tags_[i - 1])) return sentence.end;
    const bool participle = tags_[i] == Tag::VBN || (tags_[i] == Tag::VBD && words_.readings_of(i).has(Tag::VBN));
    return participle && described.has(tags_[i + 1]) ? i : sentence.end;
  }

  /// The finite verb of the clause that `participle` stands in, or the word that can be: what a relative clause holds is passed over.
  [[nodiscard]] std::uint32_t verb_behind(std::uint32_t participle, TokenSpan sentence) const {
    std::uint32_t maybe = sentence.end;
    bool aside = false;
    for (std::uint32_t i = participle + 1; i < sentence.end; ++i) {
      const Tag tag = tags_[i];
      if (tag == Tag::SC || tag == Tag::CC) break;
      if (is_aside(tag, aside)) continue;
      if (tags::finite.has(tag)) return i;
      if (tag == Tag::VBN && maybe == sentence.end && may_be_past(document_, words_, i, sentence)) maybe = i;
    }
    return maybe;
  }

  const Document& document_;
  const LocalWords& words_;
  std::vector<Tag>& tags_;
};

}  // namespace

void mend_by_clause(const Document& document, const LocalWords& words, std::vector<Tag>& tags) {
  Reader reader(document, words, tags);
  for (const Sentence& sentence : document.sentences) reader.read(sentence.tokens);
}

}  // namespace chancery
