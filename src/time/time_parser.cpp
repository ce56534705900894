// Each token that means something in the calendar starts a try of all forms; the longest wins, earlier forms before later ones.
// Most tokens mean nothing there, so the cost is one look-up a token.
#include "time/time_parser.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace chancery {
namespace {

constexpr std::uint32_t cue_window = 14;
constexpr std::uint32_t far_cue_window = 25;  ///< back from a date

bool is_two_words(const Document& document, std::uint32_t at, std::string_view first, std::string_view second) {
  return document.word(at) == first && document.word(at + 1) == second;
}

}  // namespace

TimeParser::TimeParser(const Document& document, const TimeWords& words, std::optional<Day> today, std::span<const TenseCue> tenses)
    : document_(document), words_(words), today_(today), tenses_(tenses) {}

std::vector<FoundDate> TimeParser::run() {
  for (const Sentence& s : document_.sentences) sentence(s.tokens);
  return std::move(found_);
}

std::vector<FoundDate> TimeParser::run_over(TokenSpan tokens) {
  sentence(tokens);
  return std::move(found_);
}

void TimeParser::sentence(TokenSpan tokens) {
  part_ = tokens;
  for (Position i = tokens.begin; i < tokens.end;) {
    if (tells_nothing(i)) {
      ++i;
      continue;
    }
    MaybePhrase found = phrase(i);
    if (!found) {
      ++i;
      continue;
    }
    const Position end = found->end;
    take(i, std::move(*found));
    i = end;
  }
}

/// Most words: of no meaning in the calendar, and no compound that may have one.
bool TimeParser::tells_nothing(Position i) const {
  const Token& token = document_.tokens[i];
  if (token.shape == Shape::Number || word(i).kind != TimeKind::None) return false;
  const bool may_be_compound =
      token.end - token.begin > 5 && token.shape < Shape::Number && document_.text(token).find('-') != std::string_view::npos;
  return !may_be_compound;
}

/// False where the common words of the calendar ("the", "a", "of", "this") stand before something else: every form that can begin
/// with them looks at one of the next words.
bool TimeParser::may_begin(Position i) const {
  const auto means = [this](Position k) { return word(k).kind != TimeKind::None; };
  switch (word(i).kind) {
    case TimeKind::Of:
    case TimeKind::And:
    case TimeKind::Approx:
    case TimeKind::Ago:
    case TimeKind::Zone:
    case TimeKind::Meridiem: return false;
    case TimeKind::The: return means(i + 1) || shape(i + 1) == Shape::Number || has_text(i + 1, "future");
    case TimeKind::Which:
      return means(i + 1) || shape(i + 1) == Shape::Number || (i + 1 < part_.end && text(i + 1).find('-') != std::string_view::npos);
    case TimeKind::That:
    case TimeKind::Ordinal:
    case TimeKind::Half: return means(i + 1);
    case TimeKind::A:
    case TimeKind::Some:
    case TimeKind::Number: return means(i + 1) || means(i + 2) || means(i + 3);
    default: return true;
  }
}

MaybePhrase TimeParser::phrase(Position i) {
  const Shape s = shape(i);
  if (word(i).kind == TimeKind::None && s != Shape::Number) {
    MaybePhrase compound = hyphenated(i);
    return compound ? compound : duration(i);
  }
  if (s != Shape::Number && !may_begin(i)) return std::nullopt;
  using Form = MaybePhrase (TimeParser::*)(Position);
  constexpr std::array<Form, 16> forms = {&TimeParser::clock,
                                          &TimeParser::noon,
                                          &TimeParser::full_date,
                                          &TimeParser::today,
                                          &TimeParser::which,
                                          &TimeParser::that,
                                          &TimeParser::quarter,
                                          &TimeParser::edge,
                                          &TimeParser::edge_of,
                                          &TimeParser::duration,
                                          &TimeParser::every,
                                          &TimeParser::decade_or_century,
                                          &TimeParser::recent_or_coming,
                                          &TimeParser::holiday,
                                          &TimeParser::day_first,
                                          &TimeParser::hyphenated};
  MaybePhrase best;
  for (const Form form : forms) {
    MaybePhrase found = (this->*form)(i);
    if (found && (!best || found->end > best->end)) best = std::move(found);
  }
  if (!best) best = the_unit(i);
  if (!best) best = year(i);
  return best ? best : reference(i);
}

/// Words of approximation in front belong to the expression: "nearly two years", "at least 72 hours".
void TimeParser::take(Position begin, TimePhrase phrase) {
  const Position floor = found_.empty() ? part_.begin : std::max(part_.begin, found_.back().tokens.end);
  const bool counted = phrase.value.type == "DURATION" || phrase.value.type == "TIME";
  if (counted && begin > floor && is(begin - 1, TimeKind::Approx)) {
    --begin;
  } else if (counted && begin >= floor + 2) {
    const Position at = begin - 2;
    if (is_two_words(document_, at, "more", "than") || is_two_words(document_, at, "less", "than") ||
        is_two_words(document_, at, "at", "least") || is_two_words(document_, at, "up", "to") || is_two_words(document_, at, "at", "most"))
      begin = at;
  }
  if (phrase.value.earliest && phrase.value.type != "DURATION") last_day_ = phrase.value.earliest;
  found_.push_back({{begin, phrase.end}, std::move(phrase.value)});
}

bool TimeParser::is_name_like(Position i) const {
  const Shape s = shape(i);
  return s == Shape::Capitalized || s == Shape::AllCaps || s == Shape::SingleCap || s == Shape::Mixed;
}

TenseCue TimeParser::cue(Position i) const {
  const TenseCue known = word(i).cue;
  return known != TenseCue::None || tenses_.empty() ? known : tenses_[i];
}

/// "until Friday", "as early as Tuesday", "had been set for Friday" look ahead whatever the tense; not "blamed for Friday's delay".
bool TimeParser::looks_ahead(Position i) const {
  if (i == part_.begin) return false;
  if (has_text(i - 1, "until") || has_text(i - 1, "till")) return true;
  if (has_text(i - 1, "for") && !(i + 1 < part_.end && has_text(i + 1, "'s"))) return true;
  return i >= part_.begin + 3 && has_text(i - 1, "as") && has_text(i - 3, "as") && (has_text(i - 2, "early") || has_text(i - 2, "soon"));
}

TenseCue TimeParser::direction(Position i) const {
  if (looks_ahead(i)) return TenseCue::Future;
  bool same_clause = true;
  for (Position k = i; k > part_.begin && i - k < far_cue_window;) {
    --k;
    if (const TenseCue found = cue(k); found != TenseCue::None && (found != TenseCue::Present || same_clause)) return found;
    same_clause = same_clause && shape(k) != Shape::Punctuation && !has_text(k, "that");
  }
  for (Position k = i + 1; k < part_.end && k - i < cue_window; ++k) {
    if (const TenseCue found = cue(k); found == TenseCue::Past || found == TenseCue::Future) return found;
  }
  return TenseCue::None;
}

std::optional<int> TimeParser::this_year() const {
  return today_ ? std::optional(civil_of(*today_).year) : std::nullopt;
}

DateValue TimeParser::nearest_weekday(unsigned weekday, Position i) const {
  if (!today_) return time_value::any_weekday(weekday);
  const int back = static_cast<int>((weekday_of(*today_) + 7 - weekday) % 7);
  const TenseCue where = direction(i);
  const bool future = (where == TenseCue::Future || where == TenseCue::Present) && back != 0;
  return time_value::day(*today_ - back + (future ? 7 : 0));
}

/// The year that brings a month, or a day of it, nearest to today on the side to which the sentence points.
std::optional<int> TimeParser::nearest_year(unsigned month, unsigned day, Position i) const {
  if (!today_) return std::nullopt;
  const CivilDate now = civil_of(*today_);
  const int behind = static_cast<int>(now.month * 31 + (day != 0 ? now.day : 0)) -
                     static_cast<int>(month * 31 + day);  // in days, about; above 0: earlier this year
  const TenseCue where = direction(i);
  if (where == TenseCue::Future) return behind > 31 * 2 ? now.year + 1 : now.year;
  if (where == TenseCue::Past) return behind < -31 * 2 || (behind < 0 && day == 0) ? now.year - 1 : now.year;
  if (behind > 31 * 8) return now.year + 1;
  return behind < -31 * 4 ? now.year - 1 : now.year;
}

std::optional<int> TimeParser::whole_number(Position i) const {
  if (shape(i) != Shape::Number) return std::nullopt;
  const std::string_view form = text(i);
  int value = 0;
  const auto [end, error] = std::from_chars(form.data(), form.data() + form.size(), value);
  if (error != std::errc{} || end != form.data() + form.size()) return std::nullopt;
  return value;
}

std::optional<int> TimeParser::number_word(std::string_view form) const {
  if (const TimeWord known = words_.find(form); known.kind == TimeKind::Number) return known.value;
  const std::size_t hyphen = form.find('-');
  if (hyphen != std::string_view::npos) {  // "twenty-five"
    const TimeWord tens = words_.find(form.substr(0, hyphen)), ones = words_.find(form.substr(hyphen + 1));
    if (tens.kind == TimeKind::Number && ones.kind == TimeKind::Number && tens.value >= 20 && ones.value < 10)
      return tens.value + ones.value;
  }
  int value = 0;
  const auto [end, error] = std::from_chars(form.data(), form.data() + form.size(), value);
  if (form.empty() || error != std::errc{} || end != form.data() + form.size()) return std::nullopt;
  return value;
}

std::optional<TimeParser::Count> TimeParser::count(Position i) const {
  const TimeWord first = word(i);
  if (const auto number = whole_number(i)) {
    Count result{i + 1, number, 0};
    if (has_text(i + 1, "1/2")) result = {i + 2, number, 1};
    return result;
  }
  if (shape(i) == Shape::Number && text(i).find('.') != std::string_view::npos && text(i).ends_with(".5")) {
    if (const auto whole = number_word(text(i).substr(0, text(i).size() - 2))) return Count{i + 1, whole, 1};
  }
  if (first.kind == TimeKind::Number || (first.kind == TimeKind::None && i < part_.end && text(i).find('-') != std::string_view::npos)) {
    const auto number = number_word(text(i));
    if (!number) return std::nullopt;
    if (is(i + 1, TimeKind::And) && is(i + 2, TimeKind::A) && is(i + 3, TimeKind::Half))
      return Count{i + 4, number, 1};  // "two and a half years"
    return Count{i + 1, number, 0};
  }
  if (first.kind == TimeKind::Half && is(i + 1, TimeKind::A)) return Count{i + 2, 0, 1};  // "half an hour"
  if (first.kind == TimeKind::A) {
    if (is(i + 1, TimeKind::Half)) return Count{i + 2, 0, 1};
    if (is(i + 1, TimeKind::Some)) {  // "a few", "a couple of"
      const bool couple = word(i + 1).value == 2;
      return Count{couple && is(i + 2, TimeKind::Of) ? i + 3 : i + 2, couple ? std::optional(2) : std::nullopt, 0};
    }
    if (is(i + 1, TimeKind::Number)) return Count{i + 2, word(i + 1).value, 0};  // "a dozen"
    return Count{i + 1, 1, 0};
  }
  if (first.kind == TimeKind::Some) return Count{i + 1, std::nullopt, 0};
  return std::nullopt;
}

std::optional<TimeUnit> TimeParser::unit(Position i) const {
  const TimeWord found = word(i);
  if (found.kind != TimeKind::Unit) return std::nullopt;
  return static_cast<TimeUnit>(found.value);
}

std::optional<unsigned> TimeParser::day_number(Position i) const {
  if (shape(i) != Shape::Number) return std::nullopt;
  std::string_view form = text(i);
  if (form.size() > 2 && (form.ends_with("st") || form.ends_with("nd") || form.ends_with("rd") || form.ends_with("th")))
    form.remove_suffix(2);
  unsigned value = 0;
  const auto [end, error] = std::from_chars(form.data(), form.data() + form.size(), value);
  if (form.size() > 2 || error != std::errc{} || end != form.data() + form.size() || value < 1 || value > 31) return std::nullopt;
  return value;
}

std::optional<int> TimeParser::year_number(Position i) const {
  const auto value = whole_number(i);
  if (!value || text(i).size() != 4 || *value < 1000 || *value > 2199) return std::nullopt;
  return value;
}

bool TimeParser::follows_preposition(Position i) const {
  constexpr std::array<std::string_view, 20> prepositions = {"in",  "by",      "since",  "until", "till",   "of",        "from",
                                                             "to",  "through", "during", "for",   "before", "after",     "between",
                                                             "and", "on",      "early",  "late",  "mid",    "throughout"};
  if (i == part_.begin) return false;
  return std::find(prepositions.begin(), prepositions.end(), text(i - 1)) != prepositions.end();
}

std::vector<FoundDate> TimeTagger::find(const Document& document, std::optional<Day> today, std::span<const TenseCue> tenses) const {
  return TimeParser(document, words_, today, tenses).run();
}

std::optional<Day> TimeTagger::reference_day(const Document& document) const {
  if (const auto day = parse_iso_day(document.article().date)) return day;
  if (!document.dateline.empty()) {
    for (const FoundDate& found : TimeParser(document, words_, std::nullopt, {}).run_over(document.dateline)) {
      if (found.value.earliest && found.value.earliest == found.value.latest) return found.value.earliest;
    }
  }
  return day_of_date_line(document);
}

/// The first full date of a line above the running text that has next to nothing else: "Published on 19 Sep 2025", "NAME | 12.05.2025".
std::optional<Day> TimeTagger::day_of_date_line(const Document& document) const {
  constexpr std::size_t lines_on_top = 12;
  constexpr std::uint32_t longest_line = 20, most_other_words = 4;
  const std::size_t count = std::min(document.paragraphs.size(), lines_on_top);
  for (std::size_t i = 0; i < count; ++i) {
    const Paragraph& line = document.paragraphs[i];
    if (static_cast<std::int32_t>(i) == document.headline || line.tokens.empty() || line.tokens.size() > longest_line) continue;
    std::optional<Day> day;
    std::uint32_t others = 0;
    for (std::uint32_t t = line.tokens.begin; t < line.tokens.end; ++t) others += document.tokens[t].shape < Shape::Number ? 1 : 0;
    for (const FoundDate& found : TimeParser(document, words_, std::nullopt, {}).run_over(line.tokens)) {
      for (std::uint32_t t = found.tokens.begin; t < found.tokens.end; ++t) others -= document.tokens[t].shape < Shape::Number ? 1 : 0;
      if (!day && found.value.earliest && found.value.earliest == found.value.latest) day = found.value.earliest;
    }
    if (day && others <= most_other_words) return day;
  }
  return std::nullopt;
}

}  // namespace chancery
