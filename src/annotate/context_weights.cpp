// Readings that depend on more than the next word. Each rule looks at the candidates of a bounded stretch, so the whole stays
// linear.
#include <algorithm>
#include <span>
#include <string_view>

#include "annotate/candidates.hpp"

namespace chancery {
namespace {

constexpr std::size_t max_look_ahead = 14;

constexpr TagSet clause_ends = {Tag::Comma, Tag::Stop, Tag::OtherMark, Tag::Dash, Tag::Bracket, Tag::Open, Tag::Close, Tag::WRB};

std::span<Reading> readings(CandidateSet& set) {
  return {set.readings.data(), set.count};
}

void add_cost(CandidateSet& set, Tag tag, int cost) {
  if (!set.has(tag)) return;
  for (Reading& reading : readings(set)) {
    if (reading.tag == tag) reading.cost = static_cast<std::uint8_t>(std::clamp(reading.cost + cost, 0, 250));
  }
}

bool is_only(const CandidateSet& set, TagSet tags) {
  return set.tags.is_within(tags);
}

bool is_first(const CandidateSet& set, TagSet tags) {
  return tags.has(set.readings[0].tag);
}

/// How surely a clause with a finite verb follows behind `from`: 0 no, 1 perhaps, 2 yes, 3 with a name as its subject right there.
int clause_behind(const std::vector<CandidateSet>& sets, std::size_t from) {
  const std::size_t end = std::min(sets.size(), from + max_look_ahead);
  if (from < end && is_only(sets[from], {Tag::PRP, Tag::EX})) return 2;
  std::size_t name = from;
  const auto joins_names = [&](std::size_t i) { return i + 1 < end && is_first(sets[i], {Tag::CC}) && is_first(sets[i + 1], tags::names); };
  while (name < end && (is_first(sets[name], tags::names) || (name > from && joins_names(name)))) ++name;
  if (name > from && name < end && sets[name].has(Tag::VBD) && !sets[name].has(Tag::NN))
    return 3;  // "after Berg met with N", "after N and Berg met"
  int sure = 0;
  for (std::size_t i = from; i < end; ++i) {
    const CandidateSet& set = sets[i];
    if (is_first(set, clause_ends | TagSet{Tag::SC, Tag::WP})) break;
    if (i > from && is_only(set, tags::finite) && !is_first(sets[i - 1], {Tag::TO})) return 2;
    if (i > from && set.has(Tag::VBD) && !set.has(Tag::NN)) {
      const bool ends = i + 1 >= sets.size() || is_first(sets[i + 1], {Tag::Comma, Tag::Stop});
      const bool object =
          i + 1 < sets.size() && is_first(sets[i + 1], {Tag::DT, Tag::PRPS, Tag::PRO, Tag::CD, Tag::NN, Tag::NNS, Tag::NNP});
      const bool past_alone = !set.has(Tag::VBN);  // "since the war broke out"
      if ((ends || object || past_alone) && is_first(sets[i - 1], tags::nouns)) return 2;
      if (!set.has(Tag::JJ)) sure = 1;
    }
  }
  return sure;
}

class ContextWeights {
 public:
  ContextWeights(std::vector<CandidateSet>& sets, std::span<const std::uint16_t> words, const ContextWords& roles)
      : sets_(sets), words_(words), roles_(roles) {}

  void run() {
    for (std::size_t i = 0; i < sets_.size(); ++i) {
      switch (role(i)) {
        case ContextWords::Role::By: by(i); break;
        case ContextWords::Role::As: as(i); break;
        case ContextWords::Role::ClauseOpener: clause_opener(i); break;
        case ContextWords::Role::Approximator: approximator(i); break;
        case ContextWords::Role::No: no(i); break;
        case ContextWords::Role::Apostrophe: apostrophe(i); break;
        default: break;
      }
      if (!sets_[i].tags.meets(verb_forms)) continue;
      after_be(i);
      before_name(i);
      after_number(i);
      before_infinitive(i);
      auxiliary_apart(i);
    }
  }

 private:
  /// What the rules that no word calls for look at.
  static constexpr TagSet verb_forms = {Tag::VBG, Tag::VBD, Tag::VBZ, Tag::VBP, Tag::MD, Tag::HVF};

  [[nodiscard]] ContextWords::Role role(std::size_t i) const { return i < words_.size() ? roles_.of(words_[i]) : ContextWords::Role::None; }

  /// "were meeting in Oslo": a singular noun needs a determiner behind "be", a participle none.
  void after_be(std::size_t i) {
    constexpr int bare_noun_cost = 5;
    if (i == 0 || !sets_[i].has(Tag::VBG) || !sets_[i].has(Tag::NN) || !is_only(sets_[i - 1], tags::be)) return;
    add_cost(sets_[i], Tag::NN, bare_noun_cost);
  }

  /// "is considering meeting Berg", "showed her meeting Berg", "Meeting Berg in Oslo, she": a gerund with a name for its object.
  /// Behind what begins or goes on with a noun group it may be a noun ("the Oslo meeting Berg attended").
  void before_name(std::size_t i) {
    constexpr int noun_cost = 10, name_cost = 20;
    constexpr TagSet opens = {Tag::DT, Tag::PRPS, Tag::POS}, goes_on = {Tag::JJ, Tag::CD, Tag::NN, Tag::NNS, Tag::IN};
    if (i + 1 >= sets_.size() || !sets_[i].has(Tag::VBG) || !sets_[i].has(Tag::NN) || !sets_[i + 1].has(Tag::NNP)) return;
    std::size_t name = i;
    while (name > 0 && sets_[name - 1].has(Tag::NNP) && !sets_[name - 1].tags.meets(opens)) --name;
    if (name > 0 && (sets_[name - 1].tags.meets(opens) || is_first(sets_[name - 1], goes_on))) return;
    add_cost(sets_[i], Tag::NN, noun_cost);
    const bool known_name = sets_[i].readings[0].tag == Tag::NNP && sets_[i].readings[0].cost == 0;
    if (i == 0 && !known_name) add_cost(sets_[i], Tag::NNP, name_cost);
  }

  /// "the two spoke briefly": behind a number a singular noun is none, unless it modifies what follows.
  void after_number(std::size_t i) {
    constexpr int singular_cost = 8;
    if (i < 2 || !sets_[i].has(Tag::VBD) || !sets_[i].has(Tag::NN) || sets_[i].has(Tag::NNS)) return;
    if (!is_first(sets_[i - 1], {Tag::CD}) || !is_first(sets_[i - 2], {Tag::DT})) return;
    const bool modifies = i + 1 < sets_.size() && is_first(sets_[i + 1], tags::nouns | TagSet{Tag::JJ, Tag::Dash, Tag::POS});
    if (!modifies) add_cost(sets_[i], Tag::NN, singular_cost);
  }

  /// "Berg plans to visit", "on Friday Berg hopes to", "Norway and Peru plan to": between a name that no article stands before, or several,
  /// and an infinitive, a verb.
  void before_infinitive(std::size_t i) {
    constexpr int noun_cost = 8, plain_cost = 14;
    if (i == 0 || i + 2 >= sets_.size()) return;
    const bool singular = sets_[i].has(Tag::VBZ) && sets_[i].has(Tag::NNS), plural = sets_[i].has(Tag::VBP) && sets_[i].has(Tag::NN);
    if ((!singular && !plural) || !is_first(sets_[i + 1], {Tag::TO}) || !sets_[i + 2].has(Tag::VB)) return;
    std::size_t name = i;
    while (name > 0 && is_first(sets_[name - 1], tags::names)) --name;
    if (!singular) {
      if (name < i && name > 0 && is_first(sets_[name - 1], {Tag::CC})) add_cost(sets_[i], Tag::NN, plain_cost);
      return;
    }
    const bool bare = name == 0 || !is_first(sets_[name - 1], {Tag::DT, Tag::PRPS, Tag::JJ, Tag::IN, Tag::NN, Tag::NNS, Tag::POS});
    if (name < i && bare) add_cost(sets_[i], Tag::NNS, noun_cost);
  }

  /// "will on Monday host", "will also next week meet", "has on Monday met": an auxiliary, a phrase of time, and the verb that goes with it
  /// in front of something that it may have as object.
  void auxiliary_apart(std::size_t i) {
    constexpr int noun_cost = 30, verb_gain = -6;
    constexpr std::size_t longest_phrase = 6;  // "later this week", "on Friday, May 5,"
    constexpr TagSet phrase = tags::nouns | TagSet{Tag::DT, Tag::DTP, Tag::JJ, Tag::JJR, Tag::CD, Tag::VBG, Tag::Comma};
    constexpr TagSet begins = tags::names | TagSet{Tag::IN, Tag::DT, Tag::DTP, Tag::JJ, Tag::JJR, Tag::TN};
    constexpr TagSet object = tags::nouns | TagSet{Tag::DT, Tag::PRPS, Tag::PRO, Tag::PRP, Tag::JJ, Tag::IN, Tag::TO};
    const bool modal = sets_[i].has(Tag::MD);
    if (i == 0 || !(modal || sets_[i].has(Tag::HVF)) || !is_first(sets_[i - 1], tags::names)) return;
    const Tag form = modal ? Tag::VB : Tag::VBN;
    std::size_t at = i + 1;
    while (at < sets_.size() && at < i + 3 && is_first(sets_[at], {Tag::RB})) ++at;
    const std::size_t end = std::min(sets_.size(), at + longest_phrase + 1);
    if (at >= end || sets_[at].has(form) || !is_first(sets_[at], begins)) return;
    for (std::size_t verb = at + 1; verb < end && verb + 1 < sets_.size(); ++verb) {
      if (sets_[verb].has(form) && is_first(sets_[verb + 1], object)) {
        for (const Tag other : {Tag::NN, Tag::NNP, Tag::JJ}) {
          add_cost(sets_[i], other, noun_cost);
          add_cost(sets_[verb], other, noun_cost);
        }
        add_cost(sets_[i], Tag::MD, verb_gain);
        add_cost(sets_[verb], form, verb_gain);
        return;
      }
      if (!is_first(sets_[verb], phrase)) return;
    }
  }

  /// What stands in front of "by" is a participle.
  void by(std::size_t i) {
    if (i > 0 && sets_[i - 1].has(Tag::VBN)) add_cost(sets_[i - 1], Tag::VBD, 8);
  }

  void clause_opener(std::size_t i) {
    const int sure = clause_behind(sets_, i + 1);
    if (sure >= 2) {
      add_cost(sets_[i], Tag::IN, sure == 2 ? 10 : 16);
    } else if (sure == 0) {
      add_cost(sets_[i], Tag::SC, 7);
    }
  }

  /// "as well as", "as well", "as long as".
  void as(std::size_t i) {
    using enum ContextWords::Role;
    if (role(i + 1) == Well) {
      add_cost(sets_[i], Tag::IN, 12);
      add_cost(sets_[i], Tag::SC, 20);
      add_cost(sets_[i + 1], Tag::JJ, 20);
      return;
    }
    if (role(i + 2) == As && (sets_[i + 1].has(Tag::RB) || sets_[i + 1].has(Tag::JJ))) {
      add_cost(sets_[i], Tag::RB, -4);
      add_cost(sets_[i], Tag::IN, 14);
      add_cost(sets_[i], Tag::SC, 14);
      return;
    }
    if (i >= 2 && role(i - 1) == Well && role(i - 2) == As) return add_cost(sets_[i], Tag::SC, 14);
    clause_opener(i);
  }

  /// "about four months", "over a million".
  void approximator(std::size_t i) {
    if (i + 1 < sets_.size() && is_first(sets_[i + 1], {Tag::CD})) {
      add_cost(sets_[i], Tag::IN, 9);
      add_cost(sets_[i], Tag::RB, -8);
    }
  }

  /// "no longer".
  void no(std::size_t i) {
    if (role(i + 1) != ContextWords::Role::Longer) return;
    add_cost(sets_[i], Tag::DT, 20);
    add_cost(sets_[i], Tag::RB, -12);
    add_cost(sets_[i + 1], Tag::RB, -4);
    add_cost(sets_[i + 1], Tag::JJR, 8);
  }

  /// "'s" behind a pronoun is a verb.
  void apostrophe(std::size_t i) {
    if (i == 0 || !is_first(sets_[i - 1], {Tag::PRP, Tag::EX, Tag::WP, Tag::WRB, Tag::DTP, Tag::SC, Tag::RB})) return;
    add_cost(sets_[i], Tag::BEF, -7);
    add_cost(sets_[i], Tag::HVF, -6);
  }

  std::vector<CandidateSet>& sets_;
  std::span<const std::uint16_t> words_;
  const ContextWords& roles_;
};

}  // namespace

ContextWords::ContextWords() : roles(function_words().size(), Role::None) {
  const auto set = [&](std::string_view word, Role role) { roles[find_function_word(word)] = role; };
  set("by", Role::By);
  set("as", Role::As);
  set("well", Role::Well);
  for (const std::string_view word : {"after", "before", "since", "until", "till", "than", "like", "for"}) set(word, Role::ClauseOpener);
  set("no", Role::No);
  set("longer", Role::Longer);
  set("'s", Role::Apostrophe);
  for (const std::string_view word : {"about", "over", "around", "under", "above"}) set(word, Role::Approximator);
}

void weigh_by_context(std::vector<CandidateSet>& sets, std::span<const std::uint16_t> function_word, const ContextWords& words) {
  ContextWeights(sets, function_word, words).run();
}

}  // namespace chancery
