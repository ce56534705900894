// What a document shows of its names before any is read: which capitals mean something.
#include <algorithm>
#include <cctype>

#include "annotate/name_scan.hpp"

namespace chancery {

namespace {

constexpr std::uint32_t longest_compound = 4;   ///< words
constexpr std::uint32_t longest_dateline = 10;  ///< tokens before the dash; another dash begins nothing

/// Written with letters or digits: no mark.
bool is_word(Shape shape) {
  return shape < Shape::Punctuation;
}

}  // namespace

void NameScan::learn_facts() {
  facts_.assign(document_.tokens.size(), {});
  for (std::uint32_t i = 0; i < document_.tokens.size(); ++i) {
    const Token& token = document_.tokens[i];
    facts_[i].cap =
        token.shape == Shape::Capitalized || token.shape == Shape::AllCaps || (token.shape == Shape::SingleCap && !is_pronoun(i));
    if (token.shape != Shape::Mixed) continue;
    const std::string_view written = document_.text(token);  // "al-Assad", but not "pro-Western"
    const std::size_t hyphen = written.find('-');
    if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 >= written.size()) continue;
    facts_[i].cap = std::isupper(static_cast<unsigned char>(written[hyphen + 1])) != 0 &&
                    vocabulary_.is_prefix(document_.symbols.find(written.substr(0, hyphen)));
  }
  for (const DateMention& date : out_.dates)
    for (std::uint32_t i = date.tokens.begin; i < date.tokens.end; ++i) facts_[i].blocked = true;
  mark_starts();
  mark_loud();
  learn_hyphens();
}

/// A letter of "A B NAME".
bool NameScan::is_initial(std::uint32_t token) const {
  if (token + 1 >= document_.tokens.size() || document_.tokens[token].shape != Shape::SingleCap) return false;
  return document_.tokens[token + 1].shape == Shape::SingleCap;
}

/// "I", but not that of "Juan Carlos I" or "I K NAME".
bool NameScan::is_pronoun(std::uint32_t token) const {
  if (document_.text(document_.tokens[token]) != "I" || is_initial(token)) return false;
  return token == 0 || document_.tokens[token - 1].shape != Shape::Capitalized || vocabulary_.is_common_word(word(token - 1)) ||
         !vocabulary_.is_given_name(word(token - 1));
}

/// A dash does not stand between two given names, behind "al", or in front of a word that is none.
bool NameScan::tells_hyphens_apart(std::uint32_t hyphen) const {
  const Symbol left = word(hyphen - 1), right = word(hyphen + 1);
  const Shape before = document_.tokens[hyphen - 1].shape, after = document_.tokens[hyphen + 1].shape;
  if (before == Shape::Lower && after == Shape::Capitalized) return vocabulary_.is_prefix(left);
  if (before != Shape::Capitalized || vocabulary_.is_function_word(left)) return false;
  if (after == Shape::Capitalized) return vocabulary_.is_given_name(left) && vocabulary_.is_given_name(right);
  return after == Shape::Lower && !vocabulary_.is_plain_word(right) && !vocabulary_.is_particle(right);
}

/// Texts that went through another tokenizer have their hyphens apart: "high - ranking", "al - Khatib".
void NameScan::learn_hyphens() {
  const auto has_hyphen = [this](std::uint32_t i) {
    if (document_.tokens[i].shape != Shape::Lower || !vocabulary_.may_have_hyphen(word(i))) return false;
    const std::string_view written = document_.word(i);
    return std::isdigit(static_cast<unsigned char>(written.front())) == 0 && written.find('-') != std::string_view::npos;
  };
  std::uint32_t apart = 0, sure = 0;
  bool joined = false;
  for (std::uint32_t i = 1; i + 1 < document_.tokens.size() && !joined; ++i) {
    const Token& token = document_.tokens[i];
    joined = has_hyphen(i);
    if (is_word(token.shape) || document_.text(token) != "-" || !token.space_before || !document_.tokens[i + 1].space_before) continue;
    apart += document_.tokens[i - 1].shape == Shape::Lower && document_.tokens[i + 1].shape == Shape::Lower;
    sure += tells_hyphens_apart(i);
  }
  hyphens_apart_ = !joined && (apart >= 2 || sure > 0);
}

void NameScan::mark_starts() {
  const auto first_word = [this](std::uint32_t i, std::uint32_t end) {
    while (i < end && (document_.tokens[i].shape == Shape::Punctuation || document_.tokens[i].shape == Shape::Quote ||
                       document_.tokens[i].shape == Shape::Symbol || document_.tokens[i].shape == Shape::Number))
      ++i;
    if (i < end) facts_[i].start = true;
  };
  for (const Sentence& sentence : document_.sentences) {
    first_word(sentence.tokens.begin, sentence.tokens.end);
    for (std::uint32_t i = sentence.tokens.begin; i + 1 < sentence.tokens.end; ++i) {
      if (is_word(document_.tokens[i].shape)) continue;
      const std::string_view mark = document_.text(document_.tokens[i]);
      const bool dash = (mark == "–" || mark == "—") && i - sentence.tokens.begin <= longest_dateline;
      if (mark == ":" || mark == "•" || dash || mark == "...") first_word(i + 1, sentence.tokens.end);
    }
  }
  for (const Quotation& quotation : document_.quotations) first_word(quotation.inner.begin, quotation.inner.end);
}

bool NameScan::is_title_case(TokenSpan tokens, bool headline) const {
  std::uint32_t caps = 0, words = 0, all_caps = 0;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const Token& token = document_.tokens[i];
    if (token.end - token.begin < 4 || (!facts_[i].cap && token.shape != Shape::Lower)) continue;
    all_caps += token.shape == Shape::AllCaps;
    if (facts_[i].start) continue;
    ++words;
    caps += facts_[i].cap;
  }
  if (all_caps >= 3 && all_caps * 10 >= words * 6) return true;
  const std::string_view last = document_.text(document_.tokens[tokens.end - 1]);
  if (!headline && (last == "." || words < 4)) return false;
  return words > 0 && caps * 10 >= words * (headline ? 7U : 9U);
}

/// "• NAME NAME, Chairman of the Atlantic Council".
bool NameScan::is_list_entry(TokenSpan line) const {
  constexpr std::uint32_t longest_name = 4;  // words
  std::uint32_t first = line.begin;
  while (first < line.end && !facts_[first].cap) ++first;
  if (first >= line.end || !vocabulary_.is_given_name(word(first)) || document_.tokens[first].shape == Shape::AllCaps) return false;
  for (std::uint32_t i = first + 1; i < line.end && i <= first + longest_name; ++i) {
    if (document_.word(i) == ",") return i > first + 1;
    if (!facts_[i].cap) return false;
  }
  return false;
}

void NameScan::mark_loud() {
  for (const Sentence& sentence : document_.sentences) {
    if (sentence.tokens.empty()) continue;
    const bool headline = document_.paragraphs[sentence.paragraph].is_headline;
    if (!is_title_case(sentence.tokens, headline) || (!headline && is_list_entry(sentence.tokens))) continue;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) facts_[i].loud = true;
  }
}

/// Joined to its neighbour by a hyphen.
bool NameScan::is_hyphenated(std::uint32_t token) const {
  const auto hyphen_at = [this](std::uint32_t i) { return i < document_.tokens.size() && document_.text(document_.tokens[i]) == "-"; };
  if (hyphen_at(token + 1) && (hyphens_apart_ || !document_.tokens[token + 1].space_before)) return true;
  return token > 0 && hyphen_at(token - 1) && (hyphens_apart_ || !document_.tokens[token].space_before);
}

void NameScan::learn_support() {
  for (const Sentence& sentence : document_.sentences) {
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const TokenFacts& facts = facts_[i];
      if (!facts.cap || facts.start || facts.loud || facts.blocked || document_.tokens[i].shape == Shape::SingleCap) continue;
      if (!is_hyphenated(i)) supported_.push_back(word(i));
    }
  }
  std::sort(supported_.begin(), supported_.end());
  repeated_.clear();
  for (std::size_t i = 1; i < supported_.size(); ++i)
    if (supported_[i] == supported_[i - 1] && (repeated_.empty() || repeated_.back() != supported_[i])) repeated_.push_back(supported_[i]);
  supported_.erase(std::unique(supported_.begin(), supported_.end()), supported_.end());
}

/// What stands behind a word belongs to its name: another with a capital, a particle, "of".
bool NameScan::goes_on(std::uint32_t token) const {
  if (token >= document_.tokens.size()) return false;
  const bool particle = document_.tokens[token].shape == Shape::Lower && vocabulary_.is_particle(word(token)) &&
                        token + 1 < facts_.size() && facts_[token + 1].cap;
  return particle || (facts_[token].cap && !facts_[token].blocked) || document_.word(token) == "of";
}

/// "Rai" of "Boutros al-Rai", where the lexicon has a body of that name.
void NameScan::learn_prefixed_surname(std::uint32_t token) {
  if (document_.tokens[token].shape != Shape::Mixed || !facts_[token - 1].cap || vocabulary_.is_common_word(word(token - 1))) return;
  const std::string_view folded = document_.word(token);
  const Symbol base = document_.symbols.find(folded.substr(folded.find('-') + 1));
  if (base != Symbol::None && named_by({&base, 1}, [](EntryClass cls) { return cls == EntryClass::Organization; }) != no_entry)
    surnames_.push_back(base);
}

/// "King" and "May" of "Angus King", "Theresa May" and "Prime Minister May".
void NameScan::learn_surnames() {
  const auto ends_title = [this](std::uint32_t end) {
    constexpr std::uint32_t longest = 3;  // words
    for (std::uint32_t i = end - std::min(end, longest); i < end; ++i)
      if (is_title_at(i) && readings_at(i).tokens.end == end) return true;
    return false;
  };
  const auto names_body = [this](std::uint32_t i) {  // "Rai": of the lexicon, but a surname here
    const NameReadings& readings = readings_at(i);
    return readings.tokens.size() == 1 && !readings.entries.empty() && !readings.adjective && readings_at(i - 1).entries.empty() &&
           vocabulary_.lexicon().entry(readings.entries[0]).cls == EntryClass::Organization;
  };
  for (const NameReadings& name : readings_) {  // "Ersin Tatar": the word by itself is of a people
    if (name.tokens.size() < 2 || name.entries.empty() || vocabulary_.lexicon().entry(name.entries[0]).cls != EntryClass::Person) continue;
    const Symbol last = word(name.tokens.end - 1);
    if (is_of_people(last) && !vocabulary_.is_common_word(last)) surnames_.push_back(last);
  }
  for (std::uint32_t i = 1; i < document_.tokens.size(); ++i) {
    if (!facts_[i].cap) continue;
    learn_prefixed_surname(i);
    const bool of_title = vocabulary_.is_title_name(word(i)), of_people = is_of_people(word(i)) && !vocabulary_.is_common_word(word(i));
    if ((!of_title && !of_people && !names_body(i)) || facts_[i].loud || facts_[i].blocked) continue;
    if (document_.tokens[i].shape != Shape::Capitalized || !facts_[i - 1].cap) continue;
    if (goes_on(i + 1)) continue;
    const Symbol before = word(i - 1);
    const bool given = vocabulary_.is_given_name(before) && !vocabulary_.is_function_word(before) && !is_title_at(i - 1);
    if (of_people && !given && !is_form_of_address(i - 1)) continue;
    if (given || of_people || (of_title && ends_title(i) && !vocabulary_.is_given_title(before))) surnames_.push_back(word(i));
  }
}

/// "Tatar": an adjective or demonym of a state, of one word.
bool NameScan::is_of_people(Symbol w) const {
  const auto readings = vocabulary_.lexicon().names().readings_of({&w, 1});
  return std::ranges::any_of(readings,
                             [](const NameReading& each) { return each.kind == NameKind::Adjective || each.kind == NameKind::Demonym; });
}

/// "Mr." of "Mr. NAME".
bool NameScan::is_form_of_address(std::uint32_t token) const {
  constexpr std::uint16_t form_of_address = 2;  // the highest rank of one
  const NameReadings& readings = readings_at(token);
  if (readings.role == no_role || readings.tokens.end != token + 1) return false;
  const Role& role = vocabulary_.lexicon().role(readings.role);
  return role.honorific && role.rank <= form_of_address;
}

/// In front of no noun: "Tatar said", but not "Tatar leaders".
bool NameScan::stands_as_noun(std::uint32_t token) const {
  const std::uint32_t next = token + 1;
  if (next >= document_.tokens.size() || document_.tokens[next].shape >= Shape::Punctuation) return true;
  const WordInfo& info = vocabulary_.info(word(next));
  const bool verb = info.is(WordClass::PreferVerb) || vocabulary_.is_function_word(word(next));
  return document_.tokens[next].shape == Shape::Lower && (verb || !(info.is(WordClass::Noun) || info.is(WordClass::Adjective)));
}

void NameScan::learn_compounds() {
  for (std::uint32_t i = 0; i < document_.tokens.size(); ++i) {
    if (!vocabulary_.may_have_hyphen(word(i))) continue;
    const std::string_view folded = document_.word(i);
    const std::size_t hyphen = folded.find('-');
    if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 >= folded.size()) continue;
    if (learn_modifier(i) || learn_lettered(i, folded)) continue;
    if (vocabulary_.is_title_suffix(document_.symbols.find(folded.substr(hyphen + 1))))
      learn_suffixed(i, folded.substr(0, hyphen));
    else if (vocabulary_.is_title_prefix(document_.symbols.find(folded.substr(0, hyphen))))
      learn_prefixed(i, folded.substr(hyphen + 1));
    else if (vocabulary_.is_bound_prefix(document_.symbols.find(folded.substr(0, hyphen))))
      learn_prefixed_state(i, document_.symbols.find(folded.substr(hyphen + 1)), 2);
  }
}

/// "SVG", wherever it stands, where the text has "Saint Vincent and the Grenadines (SVG)".
void NameScan::learn_acronyms() {
  const auto count = static_cast<std::uint32_t>(document_.tokens.size());
  for (const NameReadings& name : readings_) {
    const std::uint32_t open = name.tokens.end;
    if (name.tokens.size() < 2 || name.entries.empty() || name.weak || open + 2 >= count) continue;
    const Entry& entry = vocabulary_.lexicon().entry(name.entries[0]);
    if (entry.cls != EntryClass::Polity || document_.text(document_.tokens[open]) != "(" ||
        document_.text(document_.tokens[open + 2]) != ")" || document_.tokens[open + 1].shape != Shape::AllCaps ||
        !readings_at(open + 1).entries.empty() || !has_initials(name.tokens, document_.word(open + 1)))
      continue;
    for (std::uint32_t i = 0; i < count; ++i) {
      if (word(i) != word(open + 1) || document_.tokens[i].shape != Shape::AllCaps) continue;
      NameReadings readings;
      readings.tokens = {i, i + 1};
      readings.entries = name.entries;
      add_compound(std::move(readings));
    }
  }
}

/// The letters begin words of the name, in their order, the first of them its first word.
bool NameScan::has_initials(TokenSpan name, std::string_view letters) const {
  std::uint32_t at = name.begin;
  for (std::size_t letter = 0; letter < letters.size(); ++letter, ++at) {
    while (at < name.end && document_.word(at).front() != letters[letter]) {
      if (letter == 0) return false;
      ++at;
    }
    if (at >= name.end) return false;
  }
  return letters.size() > 1;
}

/// What the words that a compound is made of name for sure, if it is of such a class.
EntryId NameScan::named_by(std::span<const Symbol> base, bool (*fits)(EntryClass)) const {
  for (const NameReading& reading : vocabulary_.lexicon().names().readings_of(base)) {
    if (reading.kind == NameKind::Title || reading.kind == NameKind::Common || reading.weak) continue;
    if (fits(vocabulary_.lexicon().entry(reading.target).cls)) return reading.target;
  }
  return no_entry;
}

/// "U.S.-led", "Hong Kong-based": no name, but it tells of one.
bool NameScan::learn_modifier(std::uint32_t token) {
  const std::string_view written = document_.text(document_.tokens[token]), folded = document_.word(token);
  const std::size_t hyphen = written.rfind('-');
  if (hyphen == std::string_view::npos || hyphen + 1 >= written.size() || std::isupper(static_cast<unsigned char>(written[0])) == 0 ||
      std::islower(static_cast<unsigned char>(written[hyphen + 1])) == 0)
    return false;
  if (!vocabulary_.is_compound_tail(document_.symbols.find(folded.substr(folded.rfind('-') + 1)))) return false;
  facts_[token].cap = false;
  std::vector<Symbol> base = {document_.symbols.find(folded.substr(0, folded.rfind('-')))};
  std::uint32_t begin = token;
  Modifier found{named_by(base, [](EntryClass cls) { return cls != EntryClass::Person; }), token + 1};
  for (std::uint32_t i = token; i > 0 && token - i + 1 < longest_compound && facts_[i - 1].cap && !facts_[i].start; --i) {
    base.insert(base.begin(), word(i - 1));
    const EntryId longer = named_by(base, [](EntryClass cls) { return cls != EntryClass::Person; });
    if (longer != no_entry) found.entry = longer, begin = i - 1;
  }
  if (found.entry == no_entry) return true;
  modifiers_.try_emplace(begin, found);
  facts_[begin].tells = true;
  return true;
}

/// "NAME, R-Ohio", "NAME (D-Calif.)": a letter in front of a place.
bool NameScan::learn_lettered(std::uint32_t token, std::string_view folded) {
  const std::string_view written = document_.text(document_.tokens[token]);
  const auto is_capital = [&](std::size_t at) { return at < written.size() && std::isupper(static_cast<unsigned char>(written[at])) != 0; };
  if (folded.find('-') != 1 || !is_capital(0) || !is_capital(2)) return false;
  for (const std::string& place : {std::string(folded.substr(2)), std::string(folded.substr(2)) + "."}) {
    const Symbol base = document_.symbols.find(place);
    const EntryId entry = named_by({&base, 1}, [](EntryClass cls) { return cls == EntryClass::Place; });
    if (entry == no_entry) continue;
    NameReadings readings;
    readings.tokens = {token, token + 1};
    readings.entries.push_back(entry);
    add_compound(std::move(readings));
    return true;
  }
  return false;
}

void NameScan::learn_suffixed(std::uint32_t token, std::string_view base) {  // "Prime Minister-designate"
  for (std::uint32_t words = std::min(longest_compound, token + 1); words > 0; --words) {
    std::vector<Symbol> phrase;
    for (std::uint32_t i = token + 1 - words; i < token; ++i) phrase.push_back(word(i));
    phrase.push_back(document_.symbols.find(base));
    if (add_title_compound(phrase, {token + 1 - words, token + 1})) return;
  }
}

void NameScan::learn_prefixed(std::uint32_t token, std::string_view base) {  // "then-Prime Minister"
  const auto count = static_cast<std::uint32_t>(document_.tokens.size());
  for (std::uint32_t words = std::min(longest_compound, count - token); words > 0; --words) {
    std::vector<Symbol> phrase = {document_.symbols.find(base)};
    for (std::uint32_t i = token + 1; i < token + words; ++i) phrase.push_back(word(i));
    if (add_title_compound(phrase, {token, token + words})) return;
  }
  learn_prefixed_state(token, document_.symbols.find(base), 1);
}

/// "then-US Defence Secretary", "ex-World Bank president", "pro-European Union": a name of `fewest` words or more.
void NameScan::learn_prefixed_state(std::uint32_t token, Symbol base, std::uint32_t fewest) {
  const std::string_view written = document_.text(document_.tokens[token]);
  const std::size_t hyphen = written.find('-');
  if (hyphen + 1 >= written.size() || std::isupper(static_cast<unsigned char>(written[hyphen + 1])) == 0) return;
  const auto count = static_cast<std::uint32_t>(document_.tokens.size());
  for (std::uint32_t words = std::min(longest_compound, count - token); words >= fewest; --words) {
    std::vector<Symbol> phrase = {base};
    for (std::uint32_t i = token + 1; i < token + words; ++i) phrase.push_back(word(i));
    const EntryId body = named_by(phrase, [](EntryClass cls) { return cls == EntryClass::Polity || cls == EntryClass::Organization; });
    if (body == no_entry) continue;
    NameReadings readings;
    readings.tokens = {token, token + words};
    readings.entries.push_back(body);
    readings.adjective = vocabulary_.lexicon().entry(body).cls == EntryClass::Polity;
    add_compound(std::move(readings));
    return;
  }
}

void NameScan::add_compound(NameReadings readings) {
  const std::uint32_t first = readings.tokens.begin;
  compounds_.try_emplace(first, std::move(readings));
  facts_[first].tells = true;
}

bool NameScan::add_title_compound(const std::vector<Symbol>& phrase, TokenSpan tokens) {
  for (const NameReading& reading : vocabulary_.lexicon().names().readings_of(phrase)) {
    if (reading.kind != NameKind::Title) continue;
    NameReadings readings;
    readings.tokens = tokens;
    readings.role = reading.target;
    add_compound(std::move(readings));
    return true;
  }
  return false;
}

}  // namespace chancery
