// Titles that say at length what they are for: "Minister of Defence and Veteran Affairs", "Food and Water Security Minister". The lexicon
// has the offices that many states have; what else is joined to one of these is told by the words alone. A part of NameScan.
#include <algorithm>

#include "annotate/name_scan.hpp"

namespace chancery {

namespace {

constexpr std::uint32_t longest_portfolio = 4;  // words

}  // namespace

/// The tokens of the sentence: no title goes on in the next.
TokenSpan NameScan::sentence_at(std::uint32_t token) const {
  const std::uint32_t sentence = document_.sentence_of(token);
  return sentence < document_.sentences.size() ? document_.sentences[sentence].tokens : TokenSpan{token, token};
}

bool NameScan::names_title(std::span<const Symbol> phrase) const {
  return std::ranges::any_of(vocabulary_.lexicon().names().readings_of(phrase),
                             [](const NameReading& reading) { return reading.kind == NameKind::Title; });
}

bool NameScan::is_portfolio(Symbol head, TokenSpan words) const {
  std::vector<Symbol> phrase = {head, document_.symbols.find("of")};
  for (std::uint32_t token = words.begin; token < words.end; ++token) phrase.push_back(word(token));
  if (names_title(phrase)) return true;
  phrase.erase(phrase.begin(), phrase.begin() + 2);
  phrase.push_back(head);
  return names_title(phrase);
}

/// A word of the language with a capital, and none that is more often a name.
bool NameScan::is_portfolio_word(std::uint32_t token) const {
  const Symbol w = word(token);
  const Shape shape = document_.tokens[token].shape;
  if (shape != Shape::Capitalized && shape != Shape::AllCaps) return false;
  if (vocabulary_.is_function_word(w) || vocabulary_.is_family_name(w) || vocabulary_.is_no_name(w)) return false;
  if (vocabulary_.is_portfolio_word(w) || vocabulary_.is_office_tail(w)) return true;
  if (covered_by_[token] >= 0) {  // "Kenyans" of "Kenyans Abroad"
    const NameMatch& match = matches_[static_cast<std::size_t>(covered_by_[token])];
    const auto readings = vocabulary_.lexicon().names().readings(match.name);
    const bool demonym = std::ranges::all_of(
        readings, [](const NameReading& reading) { return reading.kind == NameKind::Adjective || reading.kind == NameKind::Demonym; });
    if (match.tokens.size() == 1 && !readings.empty() && demonym) return true;
  }
  return vocabulary_.is_common_word(w) && shape == Shape::Capitalized;
}

bool NameScan::may_be_portfolio(Symbol head, TokenSpan words) const {
  if (words.empty()) return false;
  if (is_portfolio(head, words)) return true;
  for (std::uint32_t token = words.begin; token < words.end; ++token) {
    if (covered_by_[token] < 0) continue;
    const NameMatch& match = matches_[static_cast<std::size_t>(covered_by_[token])];
    const bool ends = match.tokens.end == words.end;
    for (const NameReading& reading : vocabulary_.lexicon().names().readings(match.name)) {
      if (reading.kind == NameKind::Title) {
        if (ends || !vocabulary_.lexicon().role(reading.target).description) return false;  // "Veteran Affairs"
      } else if (reading.kind == NameKind::Common || reading.kind == NameKind::Adjective || reading.kind == NameKind::Demonym) {
        if (ends) return false;  // "Police", but not of "Police Affairs"
      } else if (match.tokens.size() > 1 || !vocabulary_.is_common_word(word(token)) ||
                 vocabulary_.lexicon().entry(reading.target).cls == EntryClass::Polity) {
        return false;
      }
    }
  }
  return true;
}

/// The end of one part of what a title is for, right behind "of", "and" or a comma; `begin` if there is none.
std::uint32_t NameScan::portfolio_behind(Symbol head, std::uint32_t begin) const {
  const std::uint32_t limit = sentence_at(begin).end;
  std::uint32_t end = begin;
  const auto is_own = [&](std::uint32_t token) {  // "Women's Affairs"
    return token > begin && token + 1 < limit && (document_.word(token) == "'s" || document_.word(token) == "'") &&
           is_portfolio_word(token + 1);
  };
  while (end < limit && end < begin + longest_portfolio && (is_portfolio_word(end) || is_own(end))) ++end;
  const bool straddles =
      end > begin && covered_by_[end - 1] >= 0 && matches_[static_cast<std::size_t>(covered_by_[end - 1])].tokens.end > end;
  if (end == begin || straddles || !may_be_portfolio(head, {begin, end})) return begin;
  if (end < limit && end == begin + 1 && !is_portfolio(head, {begin, end}) && covered_by_[end] >= 0 &&
      document_.tokens[end].shape != Shape::Lower) {  // "and Party | Secretary"
    for (const NameReading& reading : vocabulary_.lexicon().names().readings(matches_[static_cast<std::size_t>(covered_by_[end])].name))
      if (reading.kind == NameKind::Title && !vocabulary_.lexicon().role(reading.target).honorific) return begin;
  }
  return end;
}

/// The end of what the title's "of" goes on with behind commas and "and": "of Trade, Industry and Energy"; else the title's end.
std::uint32_t NameScan::after_portfolios(TokenSpan title) const {
  const std::uint32_t limit = sentence_at(title.begin).end;
  const auto is_joint = [&](std::uint32_t token) {
    return token < limit && (document_.word(token) == "of" || document_.word(token) == "for");
  };
  std::uint32_t of = title.begin;
  while (of < title.end && !is_joint(of)) ++of;
  std::uint32_t end = title.end;
  if (of == title.begin || document_.tokens[end - 1].shape != Shape::Capitalized) return title.end;
  const Symbol head = word(of - 1);
  if (of == title.end) {  // "Minister for | Physical Infrastructure"
    if (!is_joint(of) || !vocabulary_.is_portfolio_head(head)) return title.end;
    for (std::uint32_t token = title.begin; token + 1 < title.end; ++token)
      if (!vocabulary_.is_title_adjective(word(token))) return title.end;  // "Deputy Prime Minister for Finance"
    const std::uint32_t first = of + 1 < limit && document_.word(of + 1) == "the" ? of + 2 : of + 1;
    if (first >= limit) return title.end;
    end = portfolio_behind(head, first);
    if (end == first) return title.end;
  }
  const auto goes_on = [&](std::uint32_t token) {
    return is_portfolio_word(token) && (vocabulary_.is_office_tail(word(token)) || vocabulary_.is_portfolio_word(word(token)));
  };
  while (end < limit && vocabulary_.is_portfolio_head(head) && goes_on(end)) ++end;  // "Minister of Veterans | Affairs"
  for (std::uint32_t at = end;;) {
    while (at + 1 < limit && document_.word(at) == ",") {
      const std::uint32_t part = portfolio_behind(head, at + 1);
      if (part == at + 1) break;
      at = part;
    }
    if (at + 1 < limit && document_.word(at) == "," && document_.word(at + 1) == "and") ++at;
    if (at + 1 >= limit || document_.word(at) != "and") return end;
    const std::uint32_t first = at + 2 < limit && document_.word(at + 1) == "the" ? at + 2 : at + 1;  // "of Finance and the Economy"
    const std::uint32_t part = portfolio_behind(head, first);
    if (part == first || (first > at + 1 && !is_portfolio(head, {first, part}))) return end;
    at = end = part;
  }
}

/// The same in small letters, where the holder's name follows: "minister of foreign affairs, trade and francophonie, NAME".
std::uint32_t NameScan::after_low_portfolios(TokenSpan title) const {
  const std::uint32_t limit = sentence_at(title.begin).end;
  const Symbol last = word(title.end - 1);
  bool of = false;
  for (std::uint32_t token = title.begin + 1; token < title.end; ++token)
    of = of || ((document_.word(token) == "of" || document_.word(token) == "for") && vocabulary_.is_portfolio_head(word(token - 1)));
  if (!of || document_.tokens[title.end - 1].shape != Shape::Lower || vocabulary_.is_portfolio_head(last)) return title.end;
  const auto part_behind = [&](std::uint32_t begin) {
    std::uint32_t end = begin;
    for (; end < limit && end < begin + longest_portfolio && document_.tokens[end].shape == Shape::Lower; ++end) {
      const Symbol w = word(end);
      const WordInfo& info = vocabulary_.info(w);
      const bool known = vocabulary_.is_portfolio_word(w) || vocabulary_.is_office_tail(w);
      const bool noun = (info.is(WordClass::Noun) || info.is(WordClass::Adjective)) && !info.is(WordClass::PreferVerb);
      if (covered_by_[end] >= 0 || vocabulary_.is_function_word(w) || (!known && !noun)) break;
    }
    const bool people =
        end > begin && vocabulary_.info(word(end - 1)).is(WordClass::PersonNoun) && !vocabulary_.is_portfolio_word(word(end - 1));
    return people ? begin : end;
  };
  std::uint32_t at = title.end;
  while (at + 1 < limit && document_.word(at) == ",") {
    const std::uint32_t part = part_behind(at + 1);
    if (part == at + 1) return title.end;
    at = part;
  }
  if (at + 1 >= limit || document_.word(at) != "and") return title.end;
  const std::uint32_t end = part_behind(at + 1);
  if (end == at + 1) return title.end;
  const std::uint32_t name = end < limit && document_.word(end) == "," ? end + 1 : end;
  const bool named = name < limit && document_.tokens[name].shape == Shape::Capitalized && !vocabulary_.is_function_word(word(name));
  return named ? end : title.end;
}

/// The begin of one part of what a title is for, right in front of "and" or the title; `end` if there is none. A word alone has to be one
/// that there is such a title of: "Rice and Defence Minister NAME" are two people.
std::uint32_t NameScan::portfolio_before(Symbol head, std::uint32_t end) const {
  std::uint32_t begin = end;
  const std::uint32_t first = sentence_at(end).begin;
  while (begin > first && end - begin < longest_portfolio && is_portfolio_word(begin - 1) &&
         !vocabulary_.is_title_adjective(word(begin - 1)))
    --begin;
  for (std::uint32_t known = begin; known < end; ++known)  // "Yesterday | Trade and Energy Minister"
    if (is_portfolio(head, {known, end})) return known;
  if (end - begin < 2 || !may_be_portfolio(head, {begin, end}) || vocabulary_.info(word(end - 1)).is(WordClass::PersonNoun)) return end;
  const bool named = begin > first && document_.tokens[begin - 1].shape == Shape::Capitalized;  // "Condoleezza Rice and"
  return named ? end : begin;
}

/// "Foreign and Security Chief": the begin of one or two words and "and" that make a title with the last word; else the title's begin.
std::uint32_t NameScan::before_known(TokenSpan title) const {
  constexpr std::uint32_t longest = 2;  // words
  const std::uint32_t joiner = title.begin - 1;
  if (title.begin < 2 || document_.word(joiner) != "and" || document_.word(title.end - 1).ends_with("s")) return title.begin;
  std::vector<Symbol> phrase = {word(title.end - 1)};
  for (std::uint32_t begin = joiner; begin > 0 && joiner - begin < longest; --begin) {
    if (document_.tokens[begin - 1].shape != Shape::Capitalized || covered_by_[begin - 1] >= 0) return title.begin;
    phrase.insert(phrase.begin(), word(begin - 1));
    if (names_title(phrase)) return begin - 1;
  }
  return title.begin;
}

/// The begin of what stands with commas and "and" in front of "Home Affairs Minister": "Law and"; else the title's begin.
std::uint32_t NameScan::before_portfolios(TokenSpan title) const {
  const Symbol head = word(title.end - 1);
  std::uint32_t begin = title.begin;
  const bool bare = title.size() == 1;
  if (!vocabulary_.is_portfolio_head(head)) return bare ? title.begin : before_known(title);
  if (!bare && !is_portfolio(head, {title.begin, title.end - 1})) return before_known(title);
  const std::uint32_t first = sentence_at(title.begin).begin;
  while (begin > first && title.begin - begin < longest_portfolio && is_portfolio_word(begin - 1)) --begin;  // "Food | Security Minister"
  if ((bare && begin == title.begin) || begin < first + 2) return title.begin;
  bool joined = false;  // "Investment, | Trade and Industry Minister"
  for (std::uint32_t token = title.begin; token < title.end; ++token) joined = joined || document_.word(token) == "and";
  std::uint32_t at = title.begin;
  if (document_.word(begin - 1) == "and") {
    at = portfolio_before(head, begin - 1);
    if (at == begin - 1) return title.begin;
  } else if (!joined) {
    return title.begin;
  }
  while (at > first + 1 && document_.word(at - 1) == ",") {
    const std::uint32_t part = portfolio_before(head, at - 1);
    if (part == at - 1 || !is_portfolio(head, {part, at - 1})) break;
    at = part;
  }
  return at;
}

/// "Law | and Home Affairs Minister", "Minister of Transport | and Public Works".
void NameScan::widen_titles() {
  const Lexicon& lexicon = vocabulary_.lexicon();
  const auto is_title = [](const NameReading& reading) { return reading.kind == NameKind::Title; };
  covered_by_.assign(document_.tokens.size(), -1);
  for (std::size_t i = 0; i < matches_.size(); ++i)
    for (std::uint32_t token = matches_[i].tokens.begin; token < matches_[i].tokens.end; ++token)
      covered_by_[token] = static_cast<std::int32_t>(i);
  std::vector<NameMatch> widened;
  widened.reserve(matches_.size());
  for (NameMatch match : matches_) {
    if (!widened.empty() && match.tokens.begin < widened.back().tokens.end) continue;
    TokenSpan& name = match.tokens;
    const bool capital = document_.tokens[name.begin].shape == Shape::Capitalized;
    if (std::ranges::any_of(lexicon.names().readings(match.name), is_title)) {
      if (capital) {
        std::uint32_t begin = before_portfolios(name);
        std::vector<Symbol> front;  // "Deputy | Trade and Industry Minister"
        if (begin < name.begin && begin > sentence_at(begin).begin && document_.tokens[begin - 1].shape == Shape::Capitalized)
          front = {word(begin - 1), word(name.end - 1)};
        if (!front.empty() && add_compound(front, {begin - 1, name.end})) --begin;
        const bool free = widened.empty() || widened.back().tokens.end <= begin;
        name.begin = begin;
        while (!free && !widened.empty() && widened.back().tokens.end > begin) widened.pop_back();
        name.end = after_portfolios(name);
      } else {
        name.end = after_low_portfolios(name);
      }
    }
    widened.push_back(match);
  }
  matches_ = std::move(widened);
}

}  // namespace chancery
