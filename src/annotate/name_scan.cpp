// Names by a single walk over each sentence: at a token the longest name of the lexicon is one piece, any other capitalised word
// another, and pieces that touch make a run. A run that is exactly a name of the lexicon is that; else it is split where a name
// of a country or a title ends and something else begins, or stays whole, because "Paris Hilton" is not in Paris. What class an
// unknown run has is read off its own words here; what the article around it says is left to mention rules and resolving.
#include "annotate/name_scan.hpp"

#include <algorithm>
#include <utility>

namespace chancery {

NameScan::NameScan(const Document& document, const NameVocabulary& vocabulary, Mentions& out)
    : document_(document), vocabulary_(vocabulary), out_(out) {}

void NameScan::run() {
  vocabulary_.lexicon().names().find(document_, matches_);
  part_titles();
  widen_titles();
  match_at_.assign(document_.tokens.size(), -1);
  readings_.reserve(matches_.size());
  for (const NameMatch& match : matches_) {
    match_at_[match.tokens.begin] = static_cast<std::int32_t>(readings_.size());
    readings_.push_back(readings_of(match));
  }
  learn_facts();
  learn_support();
  learn_surnames();
  learn_compounds();
  learn_acronyms();
  for (const Sentence& sentence : document_.sentences) {
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end;) {
      const bool nothing = match_at_[i] < 0 && !facts_[i].cap && !facts_[i].tells;  // most words
      i = nothing ? i + 1 : scan_at(i, sentence.tokens.end);
    }
  }
}

bool NameScan::is_supported(Symbol w) const {
  return std::binary_search(supported_.begin(), supported_.end(), w);
}

/// Where the end of a name begins a longer title, the title is right if a state is left before it: "U.S. | Treasury Secretary".
void NameScan::part_titles() {
  const Lexicon& lexicon = vocabulary_.lexicon();
  const auto is_title = [](const NameReading& reading) { return reading.kind == NameKind::Title; };
  const auto is_state = [&](const NameReading& reading) {
    return reading.kind != NameKind::Title && reading.kind != NameKind::Common && !reading.weak &&
           lexicon.entry(reading.target).cls == EntryClass::Polity;
  };
  const auto stands_alone = [&](const NameReading& reading) {  // no "Foreign Affairs"
    const bool named = reading.kind != NameKind::Title && reading.kind != NameKind::Common;
    return !named || !reading.weak || lexicon.entry(reading.target).cls != EntryClass::Organization;
  };
  std::vector<NameMatch> parted;
  parted.reserve(matches_.size());
  for (const NameMatch& match : matches_) {
    const TokenSpan name = match.tokens;
    if (!parted.empty() && name.begin < parted.back().tokens.end) continue;
    parted.push_back(match);
    const bool alone = name.begin > 0 && (parted.size() < 2 || parted[parted.size() - 2].tokens.end < name.begin ||
                                          std::ranges::none_of(lexicon.names().readings(parted[parted.size() - 2].name), stands_alone));
    if (alone && ends_name_of_body(name.begin)) {  // "Trade Committee | chairman"
      const NameMatch title = lexicon.names().longest_at(document_, name.begin + 1);
      if (title.tokens.end == name.end && std::ranges::any_of(lexicon.names().readings(match.name), is_title) &&
          std::ranges::any_of(lexicon.names().readings(title.name), is_title)) {
        parted.back() = title;
        continue;
      }
    }
    for (std::uint32_t token = name.begin + 1; token < name.end; ++token) {
      const NameMatch title = lexicon.names().longest_at(document_, token);
      if (title.tokens.end <= name.end || std::ranges::none_of(lexicon.names().readings(title.name), is_title)) continue;
      const NameMatch state = lexicon.names().longest_at(document_, name.begin, token);
      if (state.tokens != TokenSpan{name.begin, token} || std::ranges::none_of(lexicon.names().readings(state.name), is_state)) continue;
      parted.back() = state;
      parted.push_back(title);
      break;
    }
  }
  matches_ = std::move(parted);
}

/// "Committee" of "Trade Committee chairman".
bool NameScan::ends_name_of_body(std::uint32_t token) const {
  const Token& before = document_.tokens[token - 1];
  return document_.tokens[token].shape == Shape::Capitalized && before.shape == Shape::Capitalized &&
         vocabulary_.is_body_tail(word(token)) && !vocabulary_.is_function_word(word(token - 1)) &&
         document_.sentence_of(token - 1) == document_.sentence_of(token);
}

/// "Law | and Home Affairs Minister", where there is a law minister; "Minister of Transport | and Public Works".
void NameScan::widen_titles() {
  const Lexicon& lexicon = vocabulary_.lexicon();
  const auto is_title = [](const NameReading& reading) { return reading.kind == NameKind::Title; };
  const auto is_capital = [this](std::uint32_t token) { return document_.tokens[token].shape == Shape::Capitalized; };
  std::uint32_t taken = 0;  // the end of the match before
  for (std::size_t i = 0; i < matches_.size(); ++i) {
    TokenSpan& name = matches_[i].tokens;
    if (name.size() >= 2 && is_capital(name.begin) && std::ranges::any_of(lexicon.names().readings(matches_[i].name), is_title)) {
      constexpr std::uint32_t longest_front = 2;  // words
      const bool joined = name.begin > taken + 1 && document_.word(name.begin - 1) == "and" && !document_.word(name.end - 1).ends_with("s");
      for (std::uint32_t words = 1; joined && words <= longest_front && name.begin >= taken + 1 + words; ++words) {
        std::vector<Symbol> phrase;
        for (std::uint32_t token = name.begin - 1 - words; token + 1 < name.begin && is_capital(token); ++token)
          phrase.push_back(word(token));
        phrase.push_back(word(name.end - 1));
        if (phrase.size() != words + 1 || std::ranges::none_of(lexicon.names().readings_of(phrase), is_title)) continue;
        name.begin -= 1 + words;
        break;
      }
      if (is_of_ministers(matches_[i]) || holds_of(name)) name.end = after_portfolios(name);
    } else if (const std::uint32_t field = before_pair(matches_[i]); field < name.begin) {
      name.begin = field;
      while (i > 0 && matches_[i - 1].tokens.end > field) matches_.erase(matches_.begin() + static_cast<std::ptrdiff_t>(--i));
    } else if (is_capital(name.begin) && (is_of_ministers(matches_[i]) || serves_fields(matches_[i]))) {
      name.end = after_portfolios(name);
    }
    taken = matches_[i].tokens.end;
    while (i + 1 < matches_.size() && matches_[i + 1].tokens.begin < taken)
      matches_.erase(matches_.begin() + static_cast<std::ptrdiff_t>(i + 1));
  }
}

/// "Foreign | and Caricom Affairs Minister", where there is a foreign affairs minister: where the title begins.
std::uint32_t NameScan::before_pair(const NameMatch& match) const {
  constexpr std::uint32_t longest_field = 2, fewest_before = 4;  // words
  const TokenSpan title = match.tokens;
  const auto is_capital = [this](std::uint32_t token) { return document_.tokens[token].shape == Shape::Capitalized; };
  if (title.begin < fewest_before || !is_capital(title.begin) || !is_capital(title.begin - 1)) return title.begin;
  if (!vocabulary_.is_office_tail(word(title.begin - 1)) || !is_of_ministers(match)) return title.begin;
  std::uint32_t joiner = title.begin - 2;
  for (std::uint32_t words = 0; words < longest_field && joiner > 1 && is_capital(joiner); ++words) --joiner;
  if (joiner + 2 >= title.begin || document_.word(joiner) != "and" || !is_capital(joiner - 1)) return title.begin;
  std::vector<Symbol> phrase = {word(joiner - 1), word(title.begin - 1)};
  for (std::uint32_t token = title.begin; token < title.end; ++token) phrase.push_back(word(token));
  const auto readings = vocabulary_.lexicon().names().readings_of(phrase);
  return std::ranges::any_of(readings, [](const NameReading& each) { return each.kind == NameKind::Title; }) ? joiner - 1 : title.begin;
}

bool NameScan::holds_of(TokenSpan title) const {
  for (std::uint32_t token = title.begin; token < title.end; ++token)
    if (document_.word(token) == "of" || document_.word(token) == "for") return true;
  return false;
}

/// The title is one of a state, below those who lead it.
bool NameScan::is_of_ministers(const NameMatch& match) const {
  constexpr std::uint16_t lowest_of_leaders = 88;
  const Lexicon& lexicon = vocabulary_.lexicon();
  for (const NameReading& reading : lexicon.names().readings(match.name)) {
    if (reading.kind != NameKind::Title) continue;
    const Role& role = lexicon.role(reading.target);
    if (role.body_class == "polity" && role.rank < lowest_of_leaders && !role.honorific && !role.description) return true;
  }
  return false;
}

/// "Secretary for Information, …": a title that is an office, with a list of what it is for, which no body ends.
bool NameScan::serves_fields(const NameMatch& match) const {
  const Lexicon& lexicon = vocabulary_.lexicon();
  const auto is_office = [&](const NameReading& reading) {
    return reading.kind == NameKind::Title && !lexicon.role(reading.target).honorific && !lexicon.role(reading.target).description;
  };
  const std::uint32_t next = match.tokens.end;
  if (next >= document_.tokens.size() || document_.word(next) != "for") return false;
  if (std::ranges::none_of(lexicon.names().readings(match.name), is_office)) return false;
  const std::uint32_t end = after_portfolios(match.tokens);
  return end > next && (!vocabulary_.is_organization_head(word(end - 1)) || vocabulary_.info(word(end - 1)).is(WordClass::Plural));
}

/// A word of what an office is for: "Veteran", "Affairs", "African", "Kenyans"; no word that is a given name as well, but for "Justice",
/// and nothing that begins another title or a body.
bool NameScan::is_field(std::uint32_t token) const {
  const Symbol w = word(token);
  const Lexicon& lexicon = vocabulary_.lexicon();
  if (document_.tokens[token].shape != Shape::Capitalized || vocabulary_.is_function_word(w) || vocabulary_.is_family_name(w)) return false;
  bool of_state = false;
  const NameMatch match = lexicon.names().longest_at(document_, token);
  if (!match.tokens.empty()) {
    for (const NameReading& reading : lexicon.names().readings(match.name)) {
      const bool adjective = reading.kind == NameKind::Adjective || reading.kind == NameKind::Demonym;
      of_state = of_state || (adjective && match.tokens.size() == 1);
      if (reading.kind == NameKind::Title && !lexicon.role(reading.target).description) return false;
      if (reading.kind == NameKind::Common) return token + 1 < document_.tokens.size() && is_field(token + 1);  // "Army Reconstruction"
      if (reading.kind == NameKind::Name && match.tokens.size() > 1) return false;
    }
  }
  if (of_state || vocabulary_.is_office_tail(w)) return true;
  return vocabulary_.is_plain_word(w) && !vocabulary_.is_given_name(w);
}

/// The end of what the title's "of" or "for" goes on with: words of the language with capitals, parted by commas and "and"; else the
/// title's end. Of a bare title only where "and" joins them: "Minister for | Women, Children and the Arts".
std::uint32_t NameScan::after_portfolios(TokenSpan title) const {
  constexpr std::uint32_t longest = 4, most = 5;  // words; parts
  const auto limit = static_cast<std::uint32_t>(document_.tokens.size());
  const auto after_field = [&](std::uint32_t token) {
    std::uint32_t end = token;
    while (end < limit && end < token + longest) {
      const bool bound = end + 2 < limit && vocabulary_.is_bound_prefix(word(end)) && document_.text(document_.tokens[end + 1]) == "-" &&
                         document_.tokens[end + 2].shape == Shape::Capitalized;  // "Euro-Atlantic"
      if (!bound && !is_field(end)) break;
      end += bound ? 3 : 1;
    }
    return end;
  };
  std::uint32_t at = title.end, end = title.end;
  if (document_.tokens[at - 1].shape != Shape::Capitalized) return title.end;
  const bool aimed = at + 1 < limit && document_.word(at) == "for";  // "Secretary of State | for Arms Control and Security"
  if (!holds_of(title) || (aimed && vocabulary_.lexicon().names().longest_at(document_, at + 1).tokens.empty())) {
    if (at + 1 >= limit || (document_.word(at) != "of" && document_.word(at) != "for")) return title.end;
    ++at;
    if (document_.word(at) == "the") ++at;
    if (const std::uint32_t first = at; (at = after_field(first)) == first) return title.end;
  } else {
    at = after_field(at);  // "Minister for Climate | Action, Food and Health"
  }
  for (std::uint32_t part = 0; part < most && at + 1 < limit; ++part) {
    std::uint32_t next = at;
    if (document_.word(next) == ",") ++next;
    const bool joined = document_.word(next) == "and";
    if (joined) ++next;
    if (next == at) break;
    if (joined && next < limit && document_.word(next) == "the") ++next;
    const std::uint32_t behind = after_field(next);
    if (behind == next) break;
    at = behind;
    if (!joined) continue;
    end = at;
    const bool more = at + 1 < limit && document_.word(at) == "," && document_.word(at + 1) == "and";  // "Finance and Trade, and Supplies"
    if (!more) break;
  }
  return end;
}

const NameReadings& NameScan::readings_at(std::uint32_t token) const {
  static const NameReadings none;
  if (facts_[token].tells) {
    if (const auto compound = compounds_.find(token); compound != compounds_.end()) return compound->second;
  }
  return match_at_[token] < 0 ? none : readings_[static_cast<std::size_t>(match_at_[token])];
}

NameReadings NameScan::readings_of(const NameMatch& match) const {
  NameReadings found;
  bool only_adjective = true, only_weak = true, only_short = true;
  for (const NameReading& reading : vocabulary_.lexicon().names().readings(match.name)) {
    if (reading.kind == NameKind::Title) {
      if (found.role == no_role) found.role = reading.target;
      continue;
    }
    if (reading.kind == NameKind::Common) {
      if (found.kind == no_kind) found.kind = reading.target;
      continue;
    }
    if (std::find(found.entries.begin(), found.entries.end(), reading.target) == found.entries.end())
      found.entries.push_back(reading.target);
    only_adjective = only_adjective && (reading.kind == NameKind::Adjective || reading.kind == NameKind::Demonym);
    only_weak = only_weak && reading.weak;
    only_short = only_short && reading.kind == NameKind::Short;
  }
  if (found.entries.empty() && found.role == no_role && found.kind == no_kind) return found;
  found.tokens = match.tokens;
  found.adjective = only_adjective && !found.entries.empty();
  found.weak = only_weak && !found.entries.empty();
  found.is_short = only_short && !found.entries.empty();
  return found;
}

bool NameScan::is_title_at(std::uint32_t token) const {
  const NameReadings& readings = readings_at(token);
  return readings.role != no_role && readings.entries.empty();
}

bool NameScan::starts_name(std::uint32_t token, const NameReadings& readings) const {
  const TokenFacts& facts = facts_[token];
  if (facts.blocked) return false;
  if (!readings.entries.empty() && (!readings.weak || document_.dateline.contains(readings.tokens))) return true;
  if (!facts.cap && readings.entries.empty()) return false;
  const Symbol w = word(token);
  const bool acronym = document_.tokens[token].shape == Shape::AllCaps && !facts.loud;
  if (facts.loud) return is_supported(w) && !vocabulary_.is_function_word(w);
  const bool initial = is_initial(token) && (!facts.start || (token + 2 < facts_.size() && facts_[token + 2].cap));
  if (vocabulary_.is_function_word(w) && !acronym && !initial) return is_given_before_surname(token);
  if (!facts.start) return true;
  if (acronym || initial || is_supported(w)) return true;
  if (token + 1 < facts_.size() && facts_[token + 1].cap && !facts_[token + 1].blocked) return true;  // `trim_start` looks again
  return !vocabulary_.is_plain_word(w) && readings.entries.empty();
}

/// "Per NAME", "Will NAME": what else is a function word is a given name. At the start of a sentence only what never begins one is.
bool NameScan::is_given_before_surname(std::uint32_t token) const {
  const Symbol w = word(token);
  const std::uint32_t next = token + 1;
  if (!vocabulary_.is_given_name(w) || next >= facts_.size() || !facts_[next].cap || facts_[next].blocked || is_title_at(next))
    return false;
  if (!facts_[token].start) return true;
  return vocabulary_.info(w).is(WordClass::Adposition) && !vocabulary_.is_common_word(word(next)) && readings_at(next).entries.empty();
}

/// "Amir NAME", but not "Emir Sheikh NAME"; "Dr. Sultan bin NAME": a title that is a given name here.
bool NameScan::is_given_title_name(std::uint32_t token, std::uint32_t limit) const {
  if (!facts_[token].cap || facts_[token].loud || token + 1 >= limit) return false;
  const bool given = vocabulary_.is_given_title(word(token));
  if (facts_[token + 1].cap)
    return (given || is_apposed_given_name(token, limit)) && !is_title_at(token + 1) && (token == 0 || !facts_[token - 1].cap);
  const bool particle = document_.tokens[token + 1].shape == Shape::Lower && vocabulary_.is_particle(word(token + 1));
  if (!given && !vocabulary_.is_given_name(word(token))) return false;
  return particle && token + 2 < limit && facts_[token + 2].cap;
}

/// "Sultan NAME, Minister of State": who has another office has the title's word for a given name.
bool NameScan::is_apposed_given_name(std::uint32_t token, std::uint32_t limit) const {
  constexpr std::uint32_t longest_name = 4, longest_front = 3;  // words; those in front of the office: "the Peruvian"
  constexpr std::uint16_t highest_rank = 90;                    // no ruler's
  const NameReadings& surname = readings_at(token + 1);
  if (!vocabulary_.is_apposed_given_title(word(token)) || (!surname.entries.empty() && !surname.weak)) return false;
  std::uint32_t comma = token + 1;
  while (comma < limit && comma < token + longest_name && facts_[comma].cap) ++comma;
  if (comma == token + 1 || comma >= limit || document_.word(comma) != ",") return false;
  for (std::uint32_t i = comma + 1; i < limit && i <= comma + 1 + longest_front; ++i) {
    if (document_.tokens[i].shape >= Shape::Punctuation) return false;
    if (!is_title_at(i)) continue;
    const Role& role = vocabulary_.lexicon().role(readings_at(i).role);
    return !role.honorific && !role.description && role.rank < highest_rank;
  }
  return false;
}

std::uint32_t NameScan::scan_at(std::uint32_t token, std::uint32_t limit) {
  if (facts_[token].tells) {
    if (const auto modifier = modifiers_.find(token); modifier != modifiers_.end()) return emit_modifier(token, modifier->second);
  }
  if (is_bare_surname(token)) {
    add({token, token + 1}, mention_class::name);
    return token + 1;
  }
  if (is_currency(token)) return token + 1;
  if (is_bracketed_acronym(token)) {
    add({token, token + 1}, mention_class::name);
    return token + 1;
  }
  const NameReadings& readings = readings_at(token);
  if (const RoleId role = ruler_before_name(readings); role != no_role) {
    const std::uint32_t site = after_ruler_site(token, token + 1, limit);
    if (site == token + 1) return emit_ruler(readings, role, limit);
    emit_name({token, site});
    return site;
  }
  const bool given = readings.tokens.size() == 1 && is_given_title_name(token, limit);
  if (readings.role != no_role && readings.tokens.end <= limit && !facts_[token].blocked && !given) {
    const std::uint32_t end = readings.tokens.end;
    const bool heads = end < limit && facts_[token].cap && facts_[end].cap && vocabulary_.is_organization_head(word(end)) &&
                       (end + 1 >= limit || !facts_[end + 1].cap);
    if (emit_parted_title(token, readings, limit)) return token;
    const std::uint32_t body = is_in_body(token) ? extend(token, limit) : after_pair(token, end, limit);
    if (body > end) {  // "General Intelligence Service", "Justice and Construction Party"
      emit_name({token, body});
      return body;
    }
    if (const std::uint32_t site = after_ruler_site(token, end, limit); site > end) {
      emit_name({token, site});
      return site;
    }
    if (!heads) {
      Mention& title = add(readings.tokens, mention_class::title);
      title.form = MentionForm::Value;
      title.role = readings.role;
      if (readings.entries.empty() || !facts_[token].cap) return end;
    } else {
      emit_name({token, end + 1});  // "Justice Department"
      return end + 1;
    }
  }
  if (readings.kind != no_kind && (!facts_[token].cap || facts_[token].start || facts_[token].loud) && !begins_body(token, limit)) {
    emit_kind(readings);
    return std::min(readings.tokens.end, limit);
  }
  if (!starts_name(token, readings)) return token + 1;
  const std::uint32_t end = extend(token, limit);
  emit_run({token, end});
  return take_nickname(end, limit);
}

/// "Senate" of "Senate Trade Committee" at the start of a sentence.
bool NameScan::begins_body(std::uint32_t token, std::uint32_t limit) const {
  const std::uint32_t next = token + 1;
  if (next >= limit || !facts_[token].cap || facts_[token].loud || !facts_[next].cap || is_title_at(next)) return false;
  const std::uint32_t end = extend(token, limit);
  return end > next + 1 && vocabulary_.is_organization_head(word(end - 1));
}

/// "NAME NAME ‘Prachanda’": part of the mention that ends in front of it, but not of the name. The token behind it, or `end`.
std::uint32_t NameScan::take_nickname(std::uint32_t end, std::uint32_t limit) {
  if (end + 2 >= limit || out_.items.empty() || document_.tokens[end].shape != Shape::Quote || facts_[end - 1].loud) return end;
  if (!facts_[end + 1].cap || document_.tokens[end + 2].shape != Shape::Quote || document_.tokens[end + 1].space_before) return end;
  Mention& name = out_.items.back();
  if (name.tokens.end != end || name.tokens.size() < 2 || is_title_at(end + 1)) return end;
  const bool person = name.cls == mention_class::person || (name.cls == mention_class::name && !vocabulary_.is_plain_word(word(end - 1)));
  if (!person || !document_.tokens[end].space_before) return end;
  name.tokens.end = end + 3;
  return end + 3;
}

RoleId NameScan::ruler_before_name(const NameReadings& readings) const {
  constexpr std::uint16_t lowest_rank = 95;
  const Lexicon& lexicon = vocabulary_.lexicon();
  if (readings.tokens.size() < 2 || readings.entries.empty() || lexicon.entry(readings.entries[0]).cls != EntryClass::Person)
    return no_role;
  const Symbol first = word(readings.tokens.begin), second = word(readings.tokens.begin + 1);
  if (vocabulary_.is_particle(second) || vocabulary_.is_prefix(second)) return no_role;  // "Sultan al-NAME" is no sultan
  for (const NameReading& reading : lexicon.names().readings_of({&first, 1})) {
    if (reading.kind != NameKind::Title) continue;
    const Role& role = lexicon.role(reading.target);
    const bool ruler = role.single_holder && role.rank >= lowest_rank;
    return ruler && role.label == document_.text(document_.tokens[readings.tokens.begin]) ? reading.target : no_role;
  }
  return no_role;
}

std::uint32_t NameScan::emit_ruler(NameReadings readings, RoleId role, std::uint32_t limit) {
  Mention& title = add({readings.tokens.begin, readings.tokens.begin + 1}, mention_class::title);
  title.form = MentionForm::Value;
  title.role = role;
  const std::uint32_t end = std::max(extend(readings.tokens.begin + 1, limit), readings.tokens.end);
  ++readings.tokens.begin;
  if (end == readings.tokens.end)
    emit_entries(readings);
  else
    emit_run({readings.tokens.begin, end});
  return end;
}

Mention& NameScan::add(TokenSpan tokens, ClassId cls) {
  Mention& mention = out_.items.emplace_back();
  mention.tokens = mention.head = tokens;
  mention.cls = cls;
  return mention;
}

}  // namespace chancery
