// What a run of capitalised words is: the second half of NameScan.
#include <algorithm>

#include "annotate/name_scan.hpp"

namespace chancery {

namespace {

ClassId mention_class_of(EntryClass cls) {
  switch (cls) {
    case EntryClass::Person: return mention_class::person;
    case EntryClass::Polity: return mention_class::polity;
    case EntryClass::Organization: return mention_class::organization;
    case EntryClass::Place: return mention_class::place;
  }
  return mention_class::any;
}

}  // namespace

/// Leave out a first word that has its capital from its position only.
TokenSpan NameScan::trim_start(TokenSpan run) const {
  while (run.size() > 1) {
    const Symbol first = word(run.begin);
    const Token& token = document_.tokens[run.begin];
    if (facts_[run.begin].loud ? is_supported(first) : !facts_[run.begin].start) break;
    const NameReadings& readings = readings_at(run.begin);
    if (!readings.entries.empty() && !readings.weak) break;
    if (token.shape == Shape::AllCaps || token.shape == Shape::SingleCap) break;
    if (is_given_before_surname(run.begin)) break;  // "Per NAME"
    if (run.size() == 2 && is_family_and_given(run.begin)) break;
    if (!vocabulary_.is_function_word(first)) {
      if (is_supported(first) || !vocabulary_.is_common_word(first)) break;
      const WordInfo& info = vocabulary_.info(first);
      const bool noun = info.is(WordClass::Noun) && !info.is(WordClass::PreferAdjective) && !info.is(WordClass::PreferVerb);
      if (noun && run.size() <= 3 && vocabulary_.is_organization_head(word(run.end - 1))) break;  // "Finance Ministry officials"
    }
    ++run.begin;
    if (facts_[run.begin].loud) continue;
    if (document_.tokens[run.begin].shape == Shape::Punctuation) ++run.begin;
    break;
  }
  return run;
}

ClassId NameScan::class_of_run(TokenSpan run, Gender& gender) const {
  const Symbol first = word(run.begin), last = word(run.end - 1);
  bool person_like = false;
  for (std::uint32_t i = run.begin; i < run.end; ++i) {
    const Token& token = document_.tokens[i];
    if (token.shape == Shape::Lower && vocabulary_.is_joiner(word(i)) && !vocabulary_.is_particle(word(i))) {
      if (i > run.begin && vocabulary_.is_place_head(word(i - 1)) && !vocabulary_.is_organization_head(last)) {
        for (std::uint32_t k = i + 1; k < run.end; ++k)
          if (vocabulary_.is_thing_head(word(k))) return mention_class::any;  // "Bay of Bengal Initiative"
        return mention_class::place;
      }
      return mention_class::organization;
    }
    if (i == run.begin) continue;
    person_like = person_like || (token.shape == Shape::Lower && vocabulary_.is_particle(word(i))) ||
                  (token.shape == Shape::SingleCap && i + 1 < run.end) || (vocabulary_.is_suffix(word(i)) && i + 1 == run.end);
  }
  if (run.size() > 1) {
    const bool given = vocabulary_.is_given_name(first);
    if (run.size() > 2 && vocabulary_.is_suffix(last) && vocabulary_.is_thing_head(word(run.end - 2)))
      return mention_class::any;  // "World War II"
    const bool after_article =
        run.begin > 0 && document_.tokens[run.begin - 1].shape == Shape::Lower && document_.word(run.begin - 1) == "the";
    if (vocabulary_.is_organization_head(last)) return mention_class::organization;
    if (vocabulary_.is_place_head(last) && (!given || after_article || vocabulary_.is_place_tail(last))) return mention_class::place;
    const bool joined = document_.tokens[run.begin + 1].shape == Shape::Lower && vocabulary_.is_particle(word(run.begin + 1));
    if (vocabulary_.is_thing_head(last) && vocabulary_.is_place_front(first)) return mention_class::any;  // "South Atlantic War"
    if (vocabulary_.is_place_front(first) && (!person_like || joined)) return mention_class::place;       // "Plaza de Mayo"
    if (vocabulary_.is_thing_head(last)) return mention_class::any;
    const bool surname = given && vocabulary_.is_title_name(last);                                                 // "Winston Lord"
    if (vocabulary_.is_no_name(last) && !vocabulary_.is_given_name(last) && !surname) return mention_class::name;  // "Roman Catholic"
    gender = vocabulary_.gender_of_given_name(first);
    const bool plain = after_article && vocabulary_.is_plain_word(first);  // "the Red Ensign"
    if (person_like || (given && !plain)) return mention_class::person;
  }
  return mention_class::name;
}

/// "in Arabic,", "speaks Arabic and French": the language, not its people.
bool NameScan::is_language(const NameReadings& readings) {
  const std::uint32_t begin = readings.tokens.begin, end = readings.tokens.end;
  if (!readings.adjective || begin == 0 || end >= document_.tokens.size()) return false;
  const auto ends_group = [this](std::uint32_t i) {
    return document_.tokens[i].shape == Shape::Punctuation || document_.tokens[i].shape == Shape::Quote ||
           vocabulary_.is_function_word(word(i));
  };
  if (!ends_group(end)) return false;
  const auto cue = [this](std::uint32_t i) { return vocabulary_.is_language_cue(word(i)); };
  const bool also = begin >= 2 && document_.word(begin - 1) == "and" && language_end_ + 1 == begin;
  const bool both = begin >= 2 && document_.word(begin - 1) == "both" && cue(begin - 2);
  if (!cue(begin - 1) && !also && !both) return false;
  language_end_ = end;
  return true;
}

void NameScan::emit_entries(const NameReadings& readings) {
  if (is_language(readings)) return;
  const Lexicon& lexicon = vocabulary_.lexicon();
  const std::size_t first = out_.items.size();
  for (EntryId id : readings.entries) {
    const ClassId cls = mention_class_of(lexicon.entry(id).cls);
    std::size_t i = first;
    while (i < out_.items.size() && out_.items[i].cls != cls) ++i;
    Mention& mention = i < out_.items.size() ? out_.items[i] : add(readings.tokens, cls);
    mention.candidates.push_back(id);
    if (readings.adjective) mention.form = MentionForm::Adjective;
    if (mention.candidates.size() == 1) mention.gender = lexicon.entry(id).gender;
  }
  for (EntryId id : readings.entries) {  // a capital or a seat also speaks for its state
    const EntryId state = lexicon.entry(id).speaks_for;
    if (state == no_entry || readings.adjective) continue;
    const auto same = [&](const Mention& m) { return m.cls == mention_class::polity; };
    if (std::none_of(out_.items.begin() + static_cast<std::ptrdiff_t>(first), out_.items.end(), same))
      add(readings.tokens, mention_class::polity).candidates.push_back(state);
    break;
  }
}

bool NameScan::emit_parted_title(std::uint32_t& token, const NameReadings& first, std::uint32_t limit) {
  if (first.tokens.size() != 1 || first.tokens.end >= limit) return false;
  const NameReadings& owner = readings_at(first.tokens.end);
  if (owner.entries.empty() || owner.weak || owner.tokens.end >= limit) return false;
  if (vocabulary_.lexicon().entry(owner.entries[0]).cls != EntryClass::Polity) return false;
  const NameReadings& rest = readings_at(owner.tokens.end);
  if (rest.role == no_role || rest.tokens.end > limit) return false;
  std::vector<Symbol> phrase = {word(token)};
  for (std::uint32_t i = rest.tokens.begin; i < rest.tokens.end; ++i) phrase.push_back(word(i));
  for (const NameReading& reading : vocabulary_.lexicon().names().readings_of(phrase)) {
    if (reading.kind != NameKind::Title) continue;
    const auto state = static_cast<MentionId>(out_.items.size());
    emit_entries(owner);
    for (std::size_t i = state; i < out_.items.size(); ++i) out_.items[i].inside = true;
    Mention& title = add({token, rest.tokens.end}, mention_class::title);
    title.form = MentionForm::Value;
    title.role = reading.target;
    title.features.push_back({vocabulary_.body_feature(), state, owner.tokens, Symbol::None, 0});
    token = rest.tokens.end;
    return true;
  }
  return false;
}

std::uint32_t NameScan::emit_modifier(std::uint32_t token, Modifier modifier) {
  Mention& mention = add({token, modifier.end}, mention_class_of(vocabulary_.lexicon().entry(modifier.entry).cls));
  mention.candidates.push_back(modifier.entry);
  mention.form = MentionForm::Adjective;
  return modifier.end;
}

/// "the parliament" in small letters is a role noun of organisations; in capitals, or where the lexicon says so, it is a name.
void NameScan::emit_kind(const NameReadings& readings) {
  Mention& mention = add(readings.tokens, mention_class::organization);
  mention.kind = readings.kind;
  const TokenFacts& facts = facts_[readings.tokens.begin];
  const bool only_start = readings.tokens.size() == 1 && facts.start && !is_supported(word(readings.tokens.begin));  // "Police said"
  const bool capital = facts_[readings.tokens.end - 1].cap && !facts.loud && !only_start;
  const bool bare = readings.tokens.size() == 1 && vocabulary_.is_common_body(word(readings.tokens.begin));  // "the Government"
  if ((!capital || bare) && !vocabulary_.lexicon().kind(readings.kind).named) mention.form = MentionForm::Nominal;
}

void NameScan::emit_name(TokenSpan run) {
  if (run.size() == 1) {
    const Symbol w = word(run.begin);
    const Token& token = document_.tokens[run.begin];
    if (vocabulary_.is_no_name(w) || token.shape == Shape::SingleCap) return;
    if (vocabulary_.is_function_word(w) && token.shape != Shape::AllCaps) return;
    if (is_event_word(run.begin)) return;
    if (run.end < facts_.size() && is_title_at(run.end) && vocabulary_.is_title_adjective(w)) return;  // "Acting President"
    const bool field = run.begin > 0 && document_.tokens[run.begin].shape == Shape::Capitalized && vocabulary_.is_office_tail(w) &&
                       document_.word(run.begin - 1) == "of";
    if (field && !vocabulary_.is_given_name(w)) return;  // "in charge of Relations with the Council"
    if (vocabulary_.is_organization_head(w)) {           // "the Council": some organisation named before
      add(run, mention_class::organization).form = MentionForm::Nominal;
      return;
    }
  }
  bool faith = true;  // "Muslim Shia"
  for (std::uint32_t i = run.begin; i < run.end; ++i) faith = faith && vocabulary_.is_no_name(word(i));
  Gender gender = Gender::Unknown;
  const ClassId cls = class_of_run(run, gender);
  if (cls == mention_class::any || faith) return;
  add(run, cls).gender = gender;
}

/// "Pacific Affairs Daniel NAME": the end of what the office before is for, or the run's begin.
std::uint32_t NameScan::portfolio_end(TokenSpan run) const {
  std::uint32_t joiner = run.begin;
  while (joiner > 0 && facts_[joiner - 1].cap) --joiner;
  const bool aimed = joiner > 1 && document_.word(joiner - 1) == "for";  // "minister for Gulf Affairs NAME NAME"
  const auto is_unknown = [this](std::uint32_t i) {
    return document_.tokens[i].shape == Shape::Capitalized && !vocabulary_.is_common_word(word(i)) && readings_at(i).entries.empty() &&
           readings_at(i).kind == no_kind;
  };
  for (std::uint32_t i = run.begin; i + 2 < run.end; ++i) {
    if (!vocabulary_.is_office_tail(word(i))) continue;
    const bool rest = document_.tokens[run.end - 1].shape == Shape::Capitalized && !vocabulary_.is_organization_head(word(run.end - 1));
    const bool initial = document_.tokens[i + 1].shape == Shape::SingleCap;  // "for External Affairs V. NAME"
    if (vocabulary_.is_given_name(word(i + 1)) || (aimed && rest && (initial || is_unknown(i + 1)))) return i + 1;
  }
  return run.begin;
}

/// "chairman of the Committee for National Security | NAME NAME": where words that are none of the language begin behind a body of
/// several words; else the run's end.
std::uint32_t NameScan::holder_of_body(TokenSpan run) const {
  std::uint32_t begin = run.end;
  const auto is_unknown = [this](std::uint32_t i) {
    return document_.tokens[i].shape == Shape::Capitalized && !vocabulary_.is_common_word(word(i)) && readings_at(i).kind == no_kind;
  };
  const bool named = run.size() > 2 && vocabulary_.is_given_name(word(run.end - 2)) && readings_at(run.end - 1).kind == no_kind &&
                     !vocabulary_.is_organization_head(word(run.end - 1));
  const bool unknown = run.size() > 3 && is_unknown(run.end - 2) && readings_at(run.end - 2).entries.empty() &&
                       vocabulary_.is_organization_head(word(run.end - 3)) && readings_at(run.end - 1).kind == no_kind &&
                       !vocabulary_.is_organization_head(word(run.end - 1));
  if (named || unknown) begin = run.end - 1;  // whatever word the surname is
  while (begin > run.begin && is_unknown(begin - 1)) --begin;
  const bool headed_end = vocabulary_.is_organization_head(word(run.end - 1)) || vocabulary_.is_office_tail(word(run.end - 1));
  bool headed = false;
  for (std::uint32_t i = run.begin + 1; i + 2 < run.end && !headed_end; ++i) {  // "of Kyrgyzstan NAME NAME"
    const bool owner = names_polity(i) && !readings_at(i).adjective && document_.tokens[i - 1].shape == Shape::Lower;
    if (!owner || vocabulary_.is_common_word(word(i + 1))) continue;
    begin = i + 1;
    headed = vocabulary_.is_state_tail(word(run.begin));  // "the Kingdom of Norway NAME NAME"
  }
  if (begin + 2 > run.end || begin < run.begin + 2 || !is_body_of_title(run.begin)) return run.end;
  if (!readings_at(begin).entries.empty() && !begins_person(begin)) return run.end;
  bool joined = false;
  for (std::uint32_t i = run.begin; i < begin; ++i) {
    joined = joined || document_.tokens[i].shape == Shape::Lower;
    headed = headed || vocabulary_.is_organization_head(word(i));
  }
  const bool complete = joined || vocabulary_.is_organization_head(word(begin - 1));
  return complete && headed && document_.tokens[begin - 1].shape != Shape::Lower ? begin : run.end;
}

/// "NATO Summit", "the Krag-Laine Summit": the end of whose event it is; "Niger Republic": of the state's name; or the run's begin.
std::uint32_t NameScan::party_of_event(TokenSpan run) const {
  if (run.size() == 2 && vocabulary_.is_state_tail(word(run.end - 1)) && names_polity(run.begin) && !readings_at(run.begin).adjective)
    return run.begin + 1;
  const NameReadings& region = readings_at(run.begin);  // "Central Asian States"
  if (region.adjective && region.tokens.end + 1 == run.end && vocabulary_.is_states(word(run.end - 1))) return region.tokens.end;
  if (run.size() < 2 || !vocabulary_.is_event_head(word(run.end - 1))) return run.begin;
  const NameReadings& head = readings_at(run.begin);
  if (!head.entries.empty() && head.tokens.end < run.end) {
    const EntryClass cls = vocabulary_.lexicon().entry(head.entries[0]).cls;
    return cls == EntryClass::Place || (cls == EntryClass::Person && head.weak) ? run.begin : head.tokens.end;
  }
  const bool joined = run.begin > 1 && document_.text(document_.tokens[run.begin - 1]) == "-" && facts_[run.begin - 2].cap;
  return run.size() == 2 && joined && !vocabulary_.is_common_word(word(run.begin)) ? run.begin + 1 : run.begin;
}

/// Its first word is a body and no part of the name behind it: "Assembly NAME NAME", "the Sabor NAME NAME", not "the NAME NAME Foundation".
bool NameScan::begins_with_body(TokenSpan run) const {
  if (vocabulary_.is_organization_head(word(run.begin))) return true;
  const Symbol last = word(run.end - 1);
  return run.begin > 0 && document_.word(run.begin - 1) == "the" && readings_at(run.begin).entries.empty() &&
         !vocabulary_.is_given_name(word(run.begin)) && !vocabulary_.is_organization_head(last) && !vocabulary_.is_place_head(last) &&
         !vocabulary_.is_event_head(last);
}

/// "Elbasy NAME NAME": a word that is no name of anybody before the whole name of one whom the lexicon has.
bool NameScan::is_styled_person(TokenSpan run) const {
  if (run.size() < 3 || facts_[run.begin].loud || document_.tokens[run.begin].shape != Shape::Capitalized) return false;
  const NameReadings& person = readings_at(run.begin + 1);
  if (person.tokens.begin != run.begin + 1 || person.tokens.end != run.end || person.weak || person.is_short || person.entries.empty())
    return false;
  if (vocabulary_.lexicon().entry(person.entries[0]).cls != EntryClass::Person || !readings_at(run.begin).entries.empty()) return false;
  const Symbol style = word(run.begin);
  return !vocabulary_.is_given_name(style) && !vocabulary_.is_family_name(style) && !vocabulary_.is_common_word(style);
}

/// Split a run that begins with a name of the lexicon, or with the end of an office. False: the run is one name.
bool NameScan::emit_split(TokenSpan run) {
  if (const std::uint32_t end = portfolio_end(run); end > run.begin) {
    emit_run({end, run.end});
    return true;
  }
  if (const std::uint32_t end = party_of_event(run); end > run.begin) {
    emit_run({run.begin, end});
    return true;
  }
  if (run.size() > 2 && begins_person(run.begin + 1) && begins_with_body(run) && is_body_of_title(run.begin)) {
    emit_run({run.begin, run.begin + 1});  // "Speaker of the Assembly NAME NAME", "Speaker of the Sabor NAME NAME"
    emit_run({run.begin + 1, run.end});
    return true;
  }
  if (run.size() > 3 && vocabulary_.is_place_front(word(run.begin)) && begins_person(run.begin + 2) && is_body_of_title(run.begin)) {
    emit_run({run.begin, run.begin + 2});  // "Minister of Northern Ossetia NAME NAME"
    emit_run({run.begin + 2, run.end});
    return true;
  }
  if (is_styled_person(run)) {
    emit_run({run.begin + 1, run.end});
    return true;
  }
  const NameReadings& head = readings_at(run.begin);
  if (head.kind != no_kind && head.tokens.end + 2 <= run.end) {
    const TokenSpan rest{head.tokens.end, run.end};
    if (is_holder_behind_body(run.begin, rest) ||
        (head.entries.empty() && begins_person(rest.begin))) {  // "head of the Presidential Office NAME NAME"
      if (head.entries.empty() || is_of_another_state(head))
        emit_kind(head);
      else
        emit_entries(head);
      emit_run(rest);
      return true;
    }
  }
  if (head.entries.empty() || head.tokens.end >= run.end) return false;
  const TokenSpan rest{head.tokens.end, run.end};
  const bool of_title =
      rest.size() == 1 && run.end < facts_.size() && is_title_at(run.end) && vocabulary_.is_title_adjective(word(rest.begin));
  if (of_title) {  // "Peru Acting Prime Minister"
    emit_entries(head);
    return true;
  }
  if (document_.tokens[rest.begin].shape == Shape::Lower && vocabulary_.is_particle(word(rest.begin)) && !head.adjective &&
      vocabulary_.lexicon().entry(head.entries[0]).cls == EntryClass::Place)
    return false;  // "Salem bin NAME"
  const NameReadings& next = readings_at(rest.begin);
  const Symbol after = word(rest.begin);
  const bool site = rest.size() > 1 && vocabulary_.is_place_tail(word(run.end - 1));  // "Norman NAME International Airport"
  if (site && head.tokens.size() == 1 && vocabulary_.is_given_name(head.adjective ? word(run.begin) : after)) return false;
  const bool rest_is_known = next.tokens == rest && !next.entries.empty() && !next.weak;
  const bool rest_is_person = rest.size() >= 2 && (vocabulary_.is_given_name(after) || is_family_and_given(rest.begin));
  bool splits = rest_is_known && !vocabulary_.is_given_name(word(run.begin));
  if (head.adjective) {
    const bool one_word = rest.size() == 1 && vocabulary_.is_common_word(after);
    if (one_word && run.end < facts_.size() && facts_[run.end].cap && is_title_at(run.end)) {  // "Peruvian Senior Deputy Minister"
      emit_entries(head);
      return true;
    }
    splits = splits || !one_word;
  } else {
    const bool repeated =
        rest.size() == 1 && std::binary_search(repeated_.begin(), repeated_.end(), after) && !vocabulary_.is_common_word(after);
    const bool polity = vocabulary_.lexicon().entry(head.entries[0]).cls == EntryClass::Polity;
    splits = splits || (repeated && polity && !head.weak);  // "in France Fillon said"
    splits = splits || (repeated && !head.weak && is_surname_behind_place(run.begin, after));
    Gender gender = Gender::Unknown;
    const ClassId rest_class = class_of_run(rest, gender);
    const bool acronym = head.tokens.size() == 1 && document_.tokens[run.begin].shape == Shape::AllCaps && rest.size() >= 2;
    const bool someone = rest_class == mention_class::name || rest_class == mention_class::person;
    const bool body = polity || vocabulary_.lexicon().entry(head.entries[0]).cls == EntryClass::Organization;
    splits = splits || (body && rest.size() >= 2 && someone && is_body_of_title(run.begin));  // "President of Finland NAME NAME"
    splits = splits || (acronym && someone);                                                  // "of ASEAN Kao Kim Hourn"
    const bool town = vocabulary_.lexicon().entry(head.entries[0]).cls == EntryClass::Place;
    const bool given = (vocabulary_.is_given_name(word(run.begin)) || (town && head.tokens.size() == 1)) &&
                       is_behind_title(run.begin);  // "Prime Minister Milan NAME NAME"
    splits = splits || (rest_is_person && !head.weak && !given && vocabulary_.lexicon().entry(head.entries[0]).cls != EntryClass::Person);
  }
  if (!splits) return false;
  emit_entries(head);
  const std::uint32_t begin = document_.tokens[rest.begin].shape == Shape::Punctuation ? rest.begin + 1 : rest.begin;
  if (begin < run.end) emit_run({begin, run.end});
  return true;
}

/// "NAME SURNAME arrived on Monday. In Oslo SURNAME met": a preposition stands before the place, and a name before ends in the word.
bool NameScan::is_surname_behind_place(std::uint32_t place, Symbol surname) const {
  if (place == 0 || !vocabulary_.is_function_word(word(place - 1)) || vocabulary_.is_given_name(word(place))) return false;
  constexpr std::size_t most_names = 500;  // before: of a long article those that are near
  const auto farthest = out_.items.end() - static_cast<std::ptrdiff_t>(std::min(out_.items.size(), most_names));
  return std::any_of(farthest, out_.items.end(), [&](const Mention& item) {
    const bool someone = item.cls == mention_class::person || item.cls == mention_class::name;
    return someone && item.tokens.size() > 1 && word(item.tokens.end - 1) == surname;
  });
}

bool NameScan::is_behind_title(std::uint32_t begin) const {
  return !out_.items.empty() && out_.items.back().cls == mention_class::title && out_.items.back().tokens.end == begin;
}

/// "Speaker of NAME's House NAME NAME", "Speaker of the House NAME NAME": a title, "of" and the body's owner stand before.
bool NameScan::is_body_of_title(std::uint32_t begin) const {
  const auto ending_at = [&](std::uint32_t end, bool title) -> const Mention* {
    for (auto item = out_.items.rbegin(); item != out_.items.rend() && item->tokens.end >= end; ++item)
      if (item->tokens.end == end && (item->cls == mention_class::title) == title) return &*item;
    return nullptr;
  };
  if (begin > 1 && (document_.word(begin - 1) == "'s" || document_.word(begin - 1) == "'")) {
    const Mention* owner = ending_at(begin - 1, false);
    if (owner == nullptr) return false;
    begin = owner->tokens.begin;
  }
  constexpr std::uint32_t longest_quality = 2;  // words: "the opposition"
  const std::uint32_t body = begin;
  const auto is_quality = [this](std::uint32_t i) {
    return document_.tokens[i].shape == Shape::Lower && vocabulary_.is_plain_word(word(i)) && !vocabulary_.is_function_word(word(i));
  };
  while (begin > 2 && body - begin < longest_quality && is_quality(begin - 1)) --begin;
  if (begin < body && document_.word(begin - 1) != "the") return false;
  if (begin == body && begin > 2 && ending_at(begin, false) != nullptr && ending_at(begin, false)->form == MentionForm::Adjective)
    begin = ending_at(begin, false)->tokens.begin;  // "of the Peruvian Parliament"
  if (begin > 1 && document_.word(begin - 1) == "the") --begin;
  const bool joined = begin > 1 && (document_.word(begin - 1) == "of" || document_.word(begin - 1) == "to");
  if (!joined) return false;
  if (ending_at(begin - 1, true) != nullptr) return true;
  const Mention* part = ending_at(begin - 1, false);  // "Speaker of the National Assembly of Laos NAME NAME"
  return part != nullptr && part->cls == mention_class::organization && part->tokens.begin > 0 && is_body_of_title(part->tokens.begin);
}

bool NameScan::ends_office(TokenSpan name) const {
  if (name.empty() || name.begin == 0 || out_.items.empty()) return false;
  const Mention& title = out_.items.back();
  const std::uint32_t joiner = name.begin - 1;
  return title.cls == mention_class::title && title.tokens.end == joiner && document_.word(joiner) == "for" &&
         vocabulary_.is_office_tail(word(name.end - 1));
}

bool NameScan::is_addressed(TokenSpan run, const NameReadings& readings) const {
  constexpr std::uint16_t form_of_address = 2;  // the highest rank of one
  if (out_.items.empty() || readings.entries.empty() || readings.adjective || readings.tokens.end > run.end) return false;
  const Lexicon& lexicon = vocabulary_.lexicon();
  const auto lies = [&](EntryId id) { return lexicon.entry(id).cls == EntryClass::Place || lexicon.entry(id).cls == EntryClass::Polity; };
  if (!std::all_of(readings.entries.begin(), readings.entries.end(), lies)) return false;
  const Mention& title = out_.items.back();
  if (title.cls != mention_class::title || title.tokens.end != run.begin || facts_[title.tokens.begin].loud) return false;
  const Role& role = lexicon.role(title.role);
  return role.honorific && role.rank <= form_of_address && !vocabulary_.is_place_head(word(run.end - 1)) &&
         !vocabulary_.is_organization_head(word(run.end - 1));
}

void NameScan::emit_run(TokenSpan run) {
  const TokenSpan whole = trim_start(run);
  if (whole.empty()) return;
  const NameReadings& readings = readings_at(whole.begin);
  if (whole.size() > 1 && readings.entries.empty() && vocabulary_.is_no_name(word(whole.begin))) {  // "the Jewish West Bank"
    const TokenSpan rest{whole.begin + 1, whole.end};
    const NameReadings& known = readings_at(rest.begin);
    const bool adjective = vocabulary_.info(word(whole.begin)).is(WordClass::Adjective);
    const bool sure = known.tokens == rest && !known.entries.empty() && !known.weak;
    const bool someone = rest.size() > 1 && !vocabulary_.is_organization_head(word(rest.end - 1)) &&
                         vocabulary_.is_given_name(word(rest.begin)) && !vocabulary_.is_given_name(word(whole.begin)) &&
                         document_.tokens[rest.begin].shape == Shape::Capitalized;  // "Conservative NAME NAME"
    if ((sure && (adjective || rest.size() > 1)) || someone) return emit_run(rest);
  }
  if (vocabulary_.is_bound_prefix(word(whole.begin)) && whole.size() == 3 && is_hyphenated(whole.begin)) return;  // "Inter-American"
  if (ends_office(whole)) return;                                   // "Secretary of State for Western Hemisphere Affairs"
  if (!readings.entries.empty() && ends_office(readings.tokens)) {  // "minister for Foreign Affairs NAME"
    if (readings.tokens.end < whole.end) emit_run({readings.tokens.end, whole.end});
    return;
  }
  if (is_addressed(whole, readings)) {
    add(whole, mention_class::name);
    return;
  }
  if (const RoleId role = ruler_before_name(readings); role != no_role) {  // behind a state: "Moroccan King Mohammed"
    emit_ruler(readings, role, whole.end);
    return;
  }
  if (readings.tokens == whole && !readings.entries.empty()) {
    const bool shown = is_supported(word(whole.begin)) || document_.dateline.contains(whole);
    if (readings.weak && whole.size() == 1 && (facts_[whole.begin].start || facts_[whole.begin].loud) && !shown) return;
    if (is_of_another_state(readings)) return emit_kind(readings);
    if (is_in_name_of_event(readings)) return;
    emit_entries(readings);
    const bool surname = readings.weak && whole.size() == 1 && !readings.adjective &&  // "President Bush": there is a town of the name
                         vocabulary_.lexicon().entry(readings.entries[0]).cls == EntryClass::Place;
    if (surname) add(whole, mention_class::name);
    return;
  }
  if (readings.tokens == whole && readings.kind != no_kind) return emit_kind(readings);
  if (whole.size() == 1 && whole.end + 1 < document_.tokens.size() && readings_at(whole.end + 1).adjective &&
      document_.text(document_.tokens[whole.end]) == "-")
    return;  // "Franco-German" names nobody
  if (whole.size() == 1 && facts_[whole.begin].start && !starts_name(whole.begin, readings)) return;
  if (whole.size() == 1 && facts_[whole.begin].loud && !is_supported(word(whole.begin))) return;
  if (emit_kind_of_state(readings, whole)) return;
  if (const std::uint32_t holder = holder_of_body(whole); holder < whole.end) {
    emit_run({whole.begin, holder});
    return emit_run({holder, whole.end});
  }
  if (!readings.entries.empty() && readings.tokens.size() > 1 && readings.tokens.end < whole.end &&
      (is_holder_behind_body(whole.begin, {readings.tokens.end, whole.end}) ||  // "Minister of the Kingdom of Norway NAME NAME"
       is_initial_behind_state(readings, whole.end))) {
    emit_entries(readings);
    return emit_run({readings.tokens.end, whole.end});
  }
  Gender gender = Gender::Unknown;
  const TokenSpan behind{readings.tokens.end, whole.end};  // "Horn of Africa | NAME NAME"
  const bool holder = readings.tokens.size() > 2 && behind.size() > 1 && vocabulary_.is_given_name(word(behind.begin)) &&
                      class_of_run(behind, gender) == mention_class::person;
  gender = Gender::Unknown;
  const bool owned = !readings.entries.empty() && !holder && whole.size() > readings.tokens.size() &&
                     class_of_run(whole, gender) == mention_class::organization;
  if (owned) {
    emit_name(whole);  // "Russian Foreign Ministry": the polity goes with it
    const NameReadings& rest = readings_at(readings.tokens.end);
    if (!out_.items.empty() && rest.tokens == TokenSpan{readings.tokens.end, whole.end}) out_.items.back().kind = rest.kind;
    const std::size_t first = out_.items.size();
    emit_entries(readings);
    for (std::size_t i = first; i < out_.items.size(); ++i) out_.items[i].inside = true;
    return;
  }
  if (!emit_split(whole)) emit_name(whole);
}

bool NameScan::is_of_another_state(const NameReadings& readings) const {
  if (readings.kind == no_kind || out_.items.empty() || out_.items.back().candidates.empty()) return false;
  const Mention& owner = out_.items.back();
  std::uint32_t end = readings.tokens.begin;
  if (end > 0 && (document_.word(end - 1) == "'s" || document_.word(end - 1) == "'")) --end;
  if (owner.cls != mention_class::polity || owner.tokens.end != end) return false;
  return vocabulary_.lexicon().entry(readings.entries[0]).country != owner.candidates[0];
}

/// "Ambassador to the United States of America Yu.NAME".
bool NameScan::is_initial_behind_state(const NameReadings& state, std::uint32_t end) const {
  const std::uint32_t initial = state.tokens.end;
  if (state.adjective || vocabulary_.lexicon().entry(state.entries[0]).cls != EntryClass::Polity || initial + 1 >= end) return false;
  const Token& token = document_.tokens[initial];
  return token.shape == Shape::SingleCap && document_.text(token).ends_with('.');
}

/// "Speaker of the Senate of Peru | NAME NAME".
bool NameScan::is_holder_behind_body(std::uint32_t body, TokenSpan rest) const {
  Gender gender = Gender::Unknown;
  const ClassId cls = rest.size() < 2 ? mention_class::any : class_of_run(rest, gender);
  return (cls == mention_class::name || cls == mention_class::person) && is_body_of_title(body);
}

bool NameScan::emit_kind_of_state(const NameReadings& kind, TokenSpan whole) {
  std::uint32_t at = kind.tokens.end;
  if (kind.kind == no_kind || at + 1 >= whole.end || document_.word(at) != "of") return false;
  if (document_.word(++at) == "the") ++at;
  if (at >= whole.end) return false;
  const NameReadings& state = readings_at(at);
  if (state.tokens.end > whole.end || state.adjective || state.entries.empty()) return false;
  if (vocabulary_.lexicon().entry(state.entries[0]).cls != EntryClass::Polity) return false;
  if (!kind.entries.empty() && vocabulary_.lexicon().entry(kind.entries[0]).country == state.entries[0]) return false;
  const TokenSpan rest{state.tokens.end, whole.end};
  if (!rest.empty() && !is_holder_behind_body(whole.begin, rest)) return false;
  add({whole.begin, rest.begin}, mention_class::organization).kind = kind.kind;
  const std::size_t first = out_.items.size();
  emit_entries(state);
  for (std::size_t i = first; i < out_.items.size(); ++i) out_.items[i].inside = true;
  if (!rest.empty()) emit_run(rest);
  return true;
}

}  // namespace chancery
