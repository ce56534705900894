// How far a run of capitalised words reaches: particles, hyphens, "of" inside organisations.
#include <algorithm>

#include "annotate/name_scan.hpp"

namespace chancery {

std::uint32_t NameScan::piece_end(std::uint32_t token, std::uint32_t limit) const {
  if (token >= limit || facts_[token].blocked) return token;
  const NameReadings& readings = readings_at(token);
  if (!readings.entries.empty() || (readings.kind != no_kind && facts_[token].cap)) return std::min(readings.tokens.end, limit);
  return facts_[token].cap ? token + 1 : token;
}

std::uint32_t NameScan::after_particles(std::uint32_t token, std::uint32_t limit) const {
  std::uint32_t i = token;
  while (i < limit && i < token + 3 && document_.tokens[i].shape == Shape::Lower && vocabulary_.is_particle(word(i))) ++i;
  if (i > token && i + 1 < limit && (hyphens_apart_ || vocabulary_.is_prefix(word(i - 1))) && document_.text(document_.tokens[i]) == "-")
    ++i;  // "al - Khatib"
  return i > token && i < limit && facts_[i].cap ? piece_end(i, limit) : token;
}

/// "Danish-Kenyan Friendship Society": two adjectives of states before a head of organisations.
bool NameScan::pairs_states(std::uint32_t hyphen, std::uint32_t limit) const {
  const NameReadings &left = readings_at(hyphen - 1), &right = readings_at(hyphen + 1);
  if (!left.adjective || !right.adjective || left.tokens.size() != 1 || right.tokens.size() != 1) return false;
  std::uint32_t end = hyphen + 2;
  while (end < limit && facts_[end].cap && !facts_[end].blocked) ++end;
  return end > hyphen + 2 && vocabulary_.is_organization_head(word(end - 1));
}

bool NameScan::joins_hyphen(std::uint32_t hyphen, std::uint32_t limit) const {
  if (hyphen == 0 || hyphen + 1 >= limit || document_.text(document_.tokens[hyphen]) != "-") return false;
  const bool apart = document_.tokens[hyphen].space_before || document_.tokens[hyphen + 1].space_before;
  if ((apart && !hyphens_apart_) || !facts_[hyphen + 1].cap) return false;
  const Symbol left = word(hyphen - 1), right = word(hyphen + 1);
  const bool adjective = readings_at(hyphen + 1).adjective && !pairs_states(hyphen, limit);
  if (vocabulary_.is_bound_prefix(left) && !readings_at(hyphen + 1).entries.empty()) return true;  // "Inter-American"
  if (adjective || (vocabulary_.is_no_name(left) && vocabulary_.is_no_name(right))) return false;  // "Franco-German", "Jan-May"
  if (vocabulary_.is_given_name(left) && vocabulary_.is_given_name(right)) return true;
  if (pairs_states(hyphen, limit)) return true;
  const bool named = hyphen >= 2 && facts_[hyphen - 2].cap && vocabulary_.is_given_name(word(hyphen - 2));
  if (named && !vocabulary_.is_given_name(right) && !is_title_at(hyphen - 2)) return true;  // "Ana Ortega-Ruiz"
  if (is_supported(left) || is_supported(right)) return false;                              // "Trump-Putin": each is a name elsewhere
  if (vocabulary_.is_given_name(left)) return true;
  return readings_at(hyphen - 1).entries.empty() && readings_at(hyphen + 1).entries.empty() && !is_title_at(hyphen + 1);
}

std::uint32_t NameScan::after_hyphen(std::uint32_t begin, std::uint32_t hyphen, std::uint32_t limit) const {
  if (joins_hyphen(hyphen, limit)) return piece_end(hyphen + 1, limit);
  if (!hyphens_apart_ || hyphen == 0 || hyphen + 1 >= limit || document_.text(document_.tokens[hyphen]) != "-") return hyphen;
  const std::uint32_t next = hyphen + 1;
  if (document_.tokens[next].shape != Shape::Lower) return hyphen;
  const bool bridges =
      next + 2 < limit && document_.text(document_.tokens[next + 1]) == "-" && facts_[next + 2].cap;  // "Le Puy - en - Velay"
  if (bridges) return piece_end(next + 2, limit);
  constexpr std::uint32_t longest_syllable = 6;  // "Lee Jae - yong", "Moon Jae - in"
  const bool is_short = document_.tokens[next].end - document_.tokens[next].begin <= longest_syllable;
  const bool syllable = !vocabulary_.is_plain_word(word(next)) || vocabulary_.is_family_name(word(begin));
  return is_short && syllable && hyphen > begin + 1 && !vocabulary_.is_common_word(word(hyphen - 1)) ? next + 1 : hyphen;
}

std::uint32_t NameScan::after_pair(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const {
  if (token + 2 >= limit || document_.word(token) != "and" || !facts_[token + 1].cap || facts_[begin].loud) return token;
  std::uint32_t first = begin;  // behind the state: "U.S. Immigration and …"
  if (const NameReadings& owner = readings_at(begin); !owner.entries.empty()) first = owner.tokens.end;
  if (first >= token || token > first + 2) return token;
  for (std::uint32_t i = first; i < token; ++i) {
    const NameReadings& left = readings_at(i);
    if ((!vocabulary_.is_plain_word(word(i)) && !vocabulary_.is_office_tail(word(i))) || vocabulary_.is_function_word(word(i)) ||
        vocabulary_.is_organization_head(word(i)) || !left.entries.empty() ||
        (left.role != no_role && !vocabulary_.is_office_tail(word(i))) || left.kind != no_kind)
      return token;
  }
  const NameReadings& right = readings_at(token + 1);
  const bool field = right.tokens.size() == 1 && vocabulary_.is_office_tail(word(token + 1));  // "Peace and Justice Party"
  if (!right.entries.empty() || right.kind != no_kind || (right.role != no_role && !field)) return token;
  std::uint32_t end = token + 1;
  while (end < limit && facts_[end].cap && !facts_[end].blocked &&
         (!vocabulary_.is_given_name(word(end)) || vocabulary_.is_organization_head(word(end))))
    ++end;
  return end > token + 2 && vocabulary_.is_organization_head(word(end - 1)) ? end : token;
}

bool NameScan::stands_apart(std::uint32_t begin, std::uint32_t token) const {
  const Token& acronym = document_.tokens[token];
  if (acronym.shape != Shape::AllCaps || facts_[token].loud || vocabulary_.is_suffix(word(token)) ||
      vocabulary_.is_organization_head(word(token)))
    return false;
  for (std::uint32_t i = begin; i < token; ++i)
    if (document_.tokens[i].shape == Shape::AllCaps) return false;
  const NameReadings& readings = readings_at(token);
  if (readings.tokens.end != token + 1 || readings.entries.empty() || readings.weak) return vocabulary_.is_no_name(word(token));
  const bool organization = vocabulary_.lexicon().entry(readings.entries[0]).cls == EntryClass::Organization;
  return organization && (token > begin + 1 || !readings_at(begin).entries.empty());
}

/// The end of the first word that ends the name of an office, in the words with capitals from `token` on; else `token`.
std::uint32_t NameScan::office_tail_end(std::uint32_t token, std::uint32_t limit) const {
  constexpr std::uint32_t longest = 4;  // "North and South American Affairs"
  for (std::uint32_t i = token; i < limit && i < token + longest && facts_[i].cap && !facts_[i].blocked; ++i)
    if (i > token && vocabulary_.is_office_tail(word(i))) return i + 1;
  return token;
}

/// "Asian and African Affairs Department": a part of the world on both sides.
std::uint32_t NameScan::after_regions(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const {
  if (document_.word(token) != "and" || facts_[begin].loud) return token;
  const NameReadings& left = readings_at(begin);
  if (left.tokens.end != token || left.entries.empty()) return token;
  const EntryClass cls = vocabulary_.lexicon().entry(left.entries[0]).cls;
  if (cls != EntryClass::Place && cls != EntryClass::Polity) return token;
  const std::uint32_t tail = office_tail_end(token + 1, limit);
  const bool heads = tail > token + 1 && tail < limit && facts_[tail].cap && vocabulary_.is_organization_head(word(tail));
  return heads ? tail + 1 : token;
}

std::uint32_t NameScan::after_joiner(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const {
  if (!vocabulary_.is_joiner(word(token))) return token;
  bool organization = false;
  for (std::uint32_t i = is_family_and_given(begin) ? token : begin; i < token; ++i)
    organization = organization || vocabulary_.is_organization_head(word(i)) || vocabulary_.is_place_head(word(i));
  const bool of_words = document_.word(token) == "of" && token + 1 < limit && vocabulary_.is_common_word(word(token + 1)) &&
                        readings_at(token + 1).entries.empty() && readings_at(token + 1).role == no_role;
  if (of_words && token == begin + 1 && vocabulary_.is_common_body(word(begin))) organization = true;  // "Government of National Unity"
  const NameReadings& head = readings_at(begin);
  const bool known = head.tokens.end == token && !head.entries.empty() && !vocabulary_.is_organization_head(word(begin));
  if (!organization || known) return token;
  std::uint32_t next = token + 1;
  if (next < limit && document_.tokens[next].shape == Shape::Lower && document_.text(document_.tokens[next]) == "the") ++next;
  if (next >= limit || !facts_[next].cap || facts_[next].blocked) return token;
  const NameReadings& readings = readings_at(next);
  const std::string_view joiner = document_.text(document_.tokens[token]);
  const bool complete = head.tokens.end == token && !head.entries.empty() && !head.weak;
  if (complete && joiner != "of" && !readings.entries.empty()) return token;  // "asked Congress for Kenya's share"
  if (joiner == "and" || joiner == "on") {  // "Ministry of Trade and Industry", but "the Council and Germany"
    if (joiner == "and")
      if (const std::uint32_t tail = office_tail_end(next, limit); tail > next) return tail;  // "Bureau of European and Asian Affairs"
    if (!readings.entries.empty() && joiner == "and") return token;
    bool inside = false;
    for (std::uint32_t i = begin; i < token; ++i)
      inside = inside || (document_.tokens[i].shape == Shape::Lower && vocabulary_.is_joiner(word(i)));
    if (!inside && joiner == "and") return token;
  }
  return readings.role != no_role && readings.entries.empty() ? std::min(readings.tokens.end, limit) : piece_end(next, limit);
}

/// "United Nations Force in Cyprus (UNFC)", "Mission to the Marshall Islands (Mimi)": what the abbreviation is for goes on behind the
/// preposition.
std::uint32_t NameScan::after_abbreviated(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const {
  const std::string_view joiner = document_.word(token);
  const bool to = joiner == "to" || joiner == "for" || joiner == "on";
  if ((joiner != "in" && !to) || token + 4 >= limit || facts_[begin].loud) return token;
  const std::uint32_t next = token + (document_.word(token + 1) == "the" ? 2 : 1);
  if (!facts_[next].cap) return token;
  if (!vocabulary_.is_organization_head(word(token - 1)) && (to || document_.tokens[token - 1].shape != Shape::Capitalized)) return token;
  const std::uint32_t end = piece_end(next, limit);
  if (end + 2 >= limit || document_.text(document_.tokens[end]) != "(" || document_.text(document_.tokens[end + 2]) != ")") return token;
  const bool acronym = document_.tokens[end + 1].shape == Shape::AllCaps ||
                       (document_.tokens[end + 1].shape == Shape::Capitalized && has_initials({begin, end}, document_.word(end + 1)));
  if (!acronym) return token;
  bool organization = false;
  for (std::uint32_t i = begin; i < token; ++i) organization = organization || vocabulary_.is_organization_head(word(i));
  return organization && document_.word(end + 1).front() == document_.word(begin).front() ? end : token;
}

std::uint32_t NameScan::after_possessive(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const {
  // "People's Party", "Uganda People's Defence Force": a common word owns a head word of organisations.
  if (token > begin + 3 || token + 1 >= limit || !facts_[token + 1].cap) return token;
  const std::string_view mark = document_.word(token);
  if (mark != "'s" && mark != "'") return token;
  if (!vocabulary_.is_common_word(word(token - 1)) || !readings_at(token - 1).entries.empty()) return token;
  if (const NameReadings& owner = readings_at(begin); owner.tokens.end == token && !owner.entries.empty()) return token;
  std::uint32_t end = token + 1;
  for (std::uint32_t next = end; next < limit; end = next) {
    next = piece_end(end, limit);
    if (next == end) break;
  }
  if (end > token + 1 && vocabulary_.is_organization_head(word(end - 1))) return end;
  return ends_office({begin, end}) ? end : token;  // "Minister for International Organisations' Affairs"
}

namespace {

bool may_precede_site(std::string_view word) {
  return word == "the" || word == "at" || word == "in" || word == "near";
}

}  // namespace

std::uint32_t NameScan::after_ruler_site(std::uint32_t token, std::uint32_t end, std::uint32_t limit) const {
  if (end != token + 1 || token == 0 || end + 1 >= limit || !facts_[token].cap || !facts_[end].cap) return end;
  if (document_.tokens[token - 1].shape != Shape::Lower || !may_precede_site(document_.word(token - 1))) return end;
  std::uint32_t last = end;
  while (last < limit && facts_[last].cap && !facts_[last].blocked) ++last;
  const bool site =
      last >= end + 2 && last <= end + 3 && vocabulary_.is_place_head(word(last - 1)) && !vocabulary_.is_given_name(word(last - 1));
  return site ? last : end;
}

/// "Song Jin-woo": no song.
bool NameScan::is_family_and_given(std::uint32_t token) const {
  const std::uint32_t next = token + 1;
  if (next >= facts_.size() || !facts_[token].cap || !facts_[next].cap || !vocabulary_.is_family_name(word(token))) return false;
  return vocabulary_.may_have_hyphen(word(next)) && document_.word(next).find('-') != std::string_view::npos;
}

bool NameScan::begins_person(std::uint32_t token) const {
  const NameReadings& readings = readings_at(token);
  if (is_family_and_given(token)) return true;
  const bool known = !readings.entries.empty() && vocabulary_.lexicon().entry(readings.entries[0]).cls == EntryClass::Person;
  return known || vocabulary_.is_given_name(word(token));
}

bool NameScan::begins_organization(std::uint32_t token) const {
  const NameReadings& readings = readings_at(token);
  return readings.tokens.size() > 1 && !readings.entries.empty() &&
         vocabulary_.lexicon().entry(readings.entries[0]).cls == EntryClass::Organization;
}

/// "King" behind a given name, or behind "Abdul".
bool NameScan::is_surname_title(std::uint32_t token) const {
  if (token == 0 || facts_[token].loud || !vocabulary_.is_title_name(word(token))) return false;
  const Symbol before = word(token - 1);
  const bool last = token + 1 >= facts_.size() || !facts_[token + 1].cap;
  const bool unknown = last && !facts_[token - 1].start && !vocabulary_.is_common_word(before) &&
                       document_.tokens[token - 1].shape == Shape::Capitalized;  // "Yigal Amir"
  const bool given = vocabulary_.is_given_name(before) || vocabulary_.is_particle(before) || unknown;
  const NameReadings& first = readings_at(token - 1);
  const bool known = !first.entries.empty() && !(first.weak || first.is_short);
  return given && facts_[token - 1].cap && readings_at(token).tokens.size() == 1 && !known;
}

/// "General" of "General Intelligence Service", "General Debate": a title that is an adjective, before the words of an organisation or of
/// what is no person.
bool NameScan::is_in_body(std::uint32_t token) const {
  constexpr std::uint32_t longest = 4;  // words
  const NameReadings& title = readings_at(token);
  if (title.role == no_role || title.tokens.size() != 1 || facts_[token].loud || document_.tokens[token].shape != Shape::Capitalized)
    return false;
  if (!vocabulary_.info(word(token)).is(WordClass::Adjective)) return false;
  std::uint32_t end = token + 1;
  while (end < facts_.size() && end <= token + longest && facts_[end].cap && !facts_[end].blocked && !is_title_at(end) &&
         (vocabulary_.is_common_word(word(end)) || vocabulary_.is_organization_head(word(end))))
    ++end;
  const bool thing = end > token + 1 && vocabulary_.is_thing_head(word(end - 1)) && !vocabulary_.is_title_name(word(end - 1));
  return thing || (end > token + 2 && vocabulary_.is_organization_head(word(end - 1)));
}

bool NameScan::is_bare_surname(std::uint32_t token) const {
  if (surnames_.empty() || std::ranges::find(surnames_, word(token)) == surnames_.end()) return false;
  if (document_.tokens[token].shape != Shape::Capitalized || facts_[token].blocked) return false;
  const auto is_part = [this](std::uint32_t i) { return facts_[i].cap && !facts_[i].blocked; };
  if (goes_on(token + 1) || (is_of_people(word(token)) && !stands_as_noun(token))) return false;
  if (token == 0 || facts_[token].start) return true;
  if (is_part(token - 1)) return is_behind_title(token);
  const WordInfo& before = vocabulary_.info(word(token - 1));
  return !before.is(WordClass::Determiner) && !(before.is(WordClass::Adjective) && !before.is(WordClass::Adposition));
}

/// "(LAC)", where the lexicon has a town of that name.
bool NameScan::is_bracketed_acronym(std::uint32_t token) const {
  const NameReadings& readings = readings_at(token);
  if (token == 0 || token + 1 >= document_.tokens.size() || document_.tokens[token].shape != Shape::AllCaps || facts_[token].loud)
    return false;
  if (readings.tokens.size() != 1 || readings.entries.empty() || document_.text(document_.tokens[token - 1]) != "(" ||
      document_.text(document_.tokens[token + 1]) != ")" || facts_[token].start)
    return false;
  const Entry& entry = vocabulary_.lexicon().entry(readings.entries[0]);
  return entry.cls == EntryClass::Place && entry.population > 0;
}

/// "US" of "US$ 2 billion".
bool NameScan::is_currency(std::uint32_t token) const {
  if (token + 1 >= document_.tokens.size() || document_.tokens[token].shape != Shape::AllCaps) return false;
  if (document_.tokens[token + 1].shape != Shape::Symbol) return false;
  const std::string_view sign = document_.text(document_.tokens[token + 1]);
  return sign == "$" || sign == "€" || sign == "£" || sign == "¥";
}

/// "the Summit", and "Summit" of "the Foreign Ministers Summit": no name by itself.
bool NameScan::is_event_word(std::uint32_t token) const {
  if (!vocabulary_.is_thing_head(word(token))) return false;
  if (is_behind_title(token)) {
    const TokenSpan title = out_.items.back().tokens;
    for (std::uint32_t i = title.begin; i < title.end; ++i)
      if (vocabulary_.info(word(i)).is(WordClass::Plural)) return true;
  }
  return token > 0 && vocabulary_.info(word(token - 1)).is(WordClass::Determiner) && !vocabulary_.is_given_name(word(token - 1));
}

/// "Americas" of "the Summit of the Americas", but a town is where it was.
bool NameScan::is_in_name_of_event(const NameReadings& readings) const {
  if (readings.tokens.begin < 2) return false;
  const Lexicon& lexicon = vocabulary_.lexicon();
  const auto is_region = [&](EntryId id) { return lexicon.entry(id).cls == EntryClass::Place && lexicon.entry(id).population == 0; };
  if (readings.adjective || !std::ranges::all_of(readings.entries, is_region)) return false;
  std::uint32_t of = readings.tokens.begin - 1;
  if (document_.word(of) == "the") --of;
  return of > 0 && document_.word(of) == "of" && facts_[of - 1].cap && !facts_[of - 1].loud && vocabulary_.is_thing_head(word(of - 1));
}

/// The end of the surname behind a nickname in quotation marks: "Jose “Xanana” NAME"; else `token`.
std::uint32_t NameScan::after_nickname(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const {
  if (token + 3 >= limit || document_.tokens[token].shape != Shape::Quote || document_.tokens[token + 2].shape != Shape::Quote)
    return token;
  const bool named = facts_[token + 1].cap && facts_[token + 3].cap && !facts_[begin].loud && vocabulary_.is_given_name(word(begin));
  return named && !is_title_at(token + 3) && (begins_person(token + 3) || readings_at(token + 3).entries.empty())
             ? piece_end(token + 3, limit)
             : token;
}

bool NameScan::names_polity(std::uint32_t last) const {
  const NameReadings& readings = readings_at(last);
  return readings.tokens.end == last + 1 && !readings.entries.empty() &&
         vocabulary_.lexicon().entry(readings.entries[0]).cls == EntryClass::Polity;
}

std::uint32_t NameScan::extend(std::uint32_t begin, std::uint32_t limit) const {
  std::uint32_t end = std::max(piece_end(begin, limit), begin + 1);
  std::uint32_t owner_end = begins_organization(begin) ? end : begin;
  while (end < limit && !facts_[end].blocked) {
    std::uint32_t next = end;
    if (end == owner_end && begins_person(end)) break;  // "the Council of Norway Lise Krag"
    if (next = after_hyphen(begin, end, limit); next > end) {
    } else if (next = after_nickname(begin, end, limit); next > end) {
    } else if (facts_[end].cap && (!is_title_at(end) || is_surname_title(end) || is_in_body(end))) {
      if (stands_apart(begin, end)) break;
      next = facts_[end].loud && !is_supported(word(end)) && readings_at(end).entries.empty() ? end : piece_end(end, limit);
    } else if (document_.text(document_.tokens[end]) == "&" && end + 1 < limit && facts_[end + 1].cap) {
      next = piece_end(end + 1, limit);
    } else {
      next = after_particles(end, limit);
      if (next == end) {
        next = after_joiner(begin, end, limit);
        if (next > end && names_polity(next - 1)) owner_end = next;
      }
      if (next == end) next = after_abbreviated(begin, end, limit);
      if (next == end) next = after_possessive(begin, end, limit);
      if (next == end) next = after_pair(begin, end, limit);
      if (next == end) next = after_regions(begin, end, limit);
    }
    if (next == end) break;
    end = next;
  }
  return end;
}

}  // namespace chancery
