// Dates of the calendar: weekdays, days, months, years, quarters, seasons, decades.
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include "time/time_parser.hpp"

namespace chancery {
namespace {

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size() || text[0] == '-') return std::nullopt;
  return value;
}

/// "12.05.2025": with dots the day stands first.
std::optional<Day> parse_dotted_day(std::string_view text) {
  if (text.size() != 10 || text[2] != '.' || text[5] != '.') return std::nullopt;
  std::string iso(text.substr(6));
  return parse_iso_day(iso.append("-").append(text.substr(3, 2)).append("-").append(text.substr(0, 2)));
}

}  // namespace

MaybePhrase TimeParser::full_date(Position i) {
  MaybePhrase found = iso_date(i);
  if (!found) found = weekday(i);
  if (!found) found = month_first(i);
  return found;
}

MaybePhrase TimeParser::iso_date(Position i) const {
  if (shape(i) != Shape::Number) return std::nullopt;
  auto day = parse_iso_day(text(i));
  if (!day) day = parse_dotted_day(text(i));
  if (!day) return std::nullopt;
  return TimePhrase{i + 1, time_value::day(*day)};
}

MaybePhrase TimeParser::with_day_part(TimePhrase phrase) const {
  if (!is(phrase.end, TimeKind::DayPart)) return phrase;
  phrase.value = time_value::at(std::move(phrase.value), static_cast<DayPart>(word(phrase.end).value));
  ++phrase.end;
  return phrase;
}

/// "Friday", "Friday night", "Friday, April 11, 2025", "Tuesdays".
MaybePhrase TimeParser::weekday(Position i) {
  const TimeWord found = word(i);
  if (found.kind != TimeKind::Weekday || !is_name_like(i)) return std::nullopt;
  Position next = has_text(i + 1, ",") || has_text(i + 1, "the") ? i + 2 : i + 1;
  if (has_text(i + 1, ",") && has_text(i + 2, "the")) ++next;
  MaybePhrase date = month_first(next);
  if (!date) date = day_first(next);
  if (date && date->value.timex.size() == 10) return with_day_part(std::move(*date));
  if (found.abbreviated) return std::nullopt;
  if (found.plural)
    return TimePhrase{i + 1, [&] {
                        DateValue v = time_value::any_weekday(static_cast<unsigned>(found.value));
                        v.type = "SET";
                        return v;
                      }()};
  const std::string_view behind = i + 1 < part_.end && is_name_like(i + 1) ? text(i + 1) : std::string_view{};
  if (behind == "times" || behind == "telegraph" || behind == "mail" || behind == "express" || behind == "herald" || behind == "mirror")
    return std::nullopt;
  return with_day_part({i + 1, nearest_weekday(static_cast<unsigned>(found.value), i)});
}

bool TimeParser::is_month(Position i) const {
  const TimeWord found = word(i);
  return found.kind == TimeKind::Month && (!found.needs_capital || is_name_like(i));
}

/// A month's name on its own: not a part of a person's name, not a word that starts a sentence by chance.
bool TimeParser::stands_for_month(Position i) const {
  if (word(i).abbreviated) return false;
  const std::string_view form = text(i);
  const bool doubtful = form == "may" || form == "march" || form == "april" || form == "june" || form == "august";
  if (follows_preposition(i)) return true;
  const bool before = i > part_.begin && is_name_like(i - 1) && word(i - 1).kind == TimeKind::None;
  const bool behind = i + 1 < part_.end && is_name_like(i + 1) && word(i + 1).kind == TimeKind::None;
  if (doubtful && (before || behind)) return false;
  return (form != "may" && form != "march") || (i > part_.begin && word(i - 1).kind != TimeKind::None);
}

DateValue TimeParser::month_value(std::optional<int> year, unsigned month, std::optional<unsigned> day) const {
  if (!day) return time_value::month(year, month);
  if (year && *day <= days_in_month(*year, month)) return time_value::day(day_of(*year, month, *day));
  return time_value::day_of_any_year(month, *day);
}

/// "April 11, 2025", "April 11", "May 3-5", "April 2025", "April this year", "April".
MaybePhrase TimeParser::month_first(Position i) {
  if (!is_month(i)) return std::nullopt;
  const auto month = static_cast<unsigned>(word(i).value);
  Position next = has_text(i + 1, "the") && day_number(i + 2) ? i + 2 : i + 1;
  if (const auto day = day_number(next)) {
    std::optional<unsigned> last;
    if ((has_text(next + 1, "-") || has_text(next + 1, "--")) && day_number(next + 2) && *day_number(next + 2) > *day) {
      last = day_number(next + 2);
      next += 2;
    }
    const Position after_comma = has_text(next + 1, ",") ? next + 2 : next + 1;
    const auto year = year_number(after_comma);
    const Position end = year ? after_comma + 1 : next + 1;
    TimePhrase found{end, month_value(year ? year : nearest_year(month, *day, i), month, day)};
    if (last && found.value.latest) found.value.latest = *found.value.latest + static_cast<Day>(*last - *day);
    return with_day_part(std::move(found));
  }
  const Position after_comma = has_text(next, ",") || is(next, TimeKind::Of) ? next + 1 : next;
  if (const auto year = year_number(after_comma)) return TimePhrase{after_comma + 1, time_value::month(year, month)};
  const Position which = is(next, TimeKind::Of) ? next + 1 : next;
  if (is(which, TimeKind::Which) && unit(which + 1) == TimeUnit::Year && today_) {
    return TimePhrase{which + 2, time_value::month(civil_of(*today_).year + std::max<int>(word(which).value, -1), month)};
  }
  if (!stands_for_month(i)) return std::nullopt;
  return TimePhrase{i + 1, time_value::month(nearest_year(month, 0, i), month)};
}

/// "11 April 2025", "11th of April", "the 11th of April".
MaybePhrase TimeParser::day_first(Position i) {
  const auto day = day_number(i);
  if (!day) return std::nullopt;
  const Position next = is(i + 1, TimeKind::Of) ? i + 2 : i + 1;
  if (!is_month(next)) return std::nullopt;
  const auto month = static_cast<unsigned>(word(next).value);
  const Position after_comma = has_text(next + 1, ",") ? next + 2 : next + 1;
  const auto year = year_number(after_comma);
  return with_day_part({year ? after_comma + 1 : next + 1, month_value(year ? year : nearest_year(month, *day, i), month, day)});
}

/// A number that looks like a year and counts nothing.
MaybePhrase TimeParser::year(Position i) const {
  const auto value = year_number(i);
  if (!value || *value < 1500) return std::nullopt;
  if (i > part_.begin) {
    const std::string_view before = text(i - 1);
    constexpr std::array<std::string_view, 12> counting = {"$",    "#",    "than",   "least",  "no.", "nos.",
                                                           "some", "over", "nearly", "almost", "/",   "flight"};
    if (shape(i - 1) == Shape::Symbol || std::find(counting.begin(), counting.end(), before) != counting.end()) return std::nullopt;
    if (is(i - 1, TimeKind::Approx) && before != "around" && before != "about") return std::nullopt;
  }
  if (i + 1 < part_.end) {
    const std::string_view behind = text(i + 1);
    if (behind == "%" || behind == "percent" || behind == "per" || unit(i + 1)) return std::nullopt;
    const bool plural =
        shape(i + 1) == Shape::Lower && behind.size() > 3 && behind.ends_with('s') && !behind.ends_with("ss") && behind != "was";
    if (plural && *value % 50 == 0 && !follows_preposition(i)) return std::nullopt;
    if (*value > 2060 && !follows_preposition(i)) return std::nullopt;
  }
  return TimePhrase{i + 1, time_value::year(*value)};
}

/// "the 1990s", "the '90s", "the 19th century".
MaybePhrase TimeParser::decade_or_century(Position i) {
  const Position start = is(i, TimeKind::The) ? i + 1 : i;
  if (shape(start) != Shape::Number) {
    if (is(start, TimeKind::Ordinal) && unit(start + 1) == TimeUnit::Century)
      return TimePhrase{start + 2, time_value::century(word(start).value - 1)};
    return std::nullopt;
  }
  std::string_view form = text(start);
  if (form.ends_with("0s")) {
    form.remove_suffix(1);
    if (form.starts_with('\'')) form.remove_prefix(1);
    const auto value = digits(form);
    if (!value) return std::nullopt;
    if (form.size() == 4) return TimePhrase{start + 1, time_value::decade(*value / 10)};
    if (form.size() == 2) return TimePhrase{start + 1, time_value::decade(190 + *value / 10)};
    return std::nullopt;
  }
  if (form.size() < 3 || form.size() > 4 || unit(start + 1) != TimeUnit::Century) return std::nullopt;
  const auto value = digits(form.substr(0, form.size() - 2));
  if (!value || *value < 1 || *value > 30) return std::nullopt;
  return TimePhrase{start + 2, time_value::century(*value - 1)};
}

/// "the third quarter", "the third quarter of 2024", "the first half of this year".
MaybePhrase TimeParser::quarter(Position i) {
  const Position ordinal = is(i, TimeKind::The) ? i + 1 : i;
  if (!is(ordinal, TimeKind::Ordinal)) return std::nullopt;
  const int number = word(ordinal).value;
  const bool is_half = is(ordinal + 1, TimeKind::Half) && number <= 2;
  if (!is_half && (unit(ordinal + 1) != TimeUnit::Quarter || number > 4)) return std::nullopt;
  const auto value = [&](std::optional<int> y) {
    return is_half ? time_value::half(y, static_cast<unsigned>(number)) : time_value::quarter(y, static_cast<unsigned>(number));
  };
  Position next = ordinal + 2;
  if (is(next, TimeKind::Of)) ++next;
  if (const auto y = year_number(next)) return TimePhrase{next + 1, value(y)};
  const bool whose = is(next, TimeKind::Which) && unit(next + 1) == TimeUnit::Year;
  if (whose && today_) return TimePhrase{next + 2, value(civil_of(*today_).year + std::max<int>(word(next).value, -1))};
  if (is_half) return std::nullopt;  // of a game, a book, …
  std::optional<int> y = this_year();
  if (y && static_cast<unsigned>(number) > (civil_of(*today_).month + 2) / 3 + 1) y = *y - 1;
  return TimePhrase{ordinal + 2, value(y)};
}

/// Reports compare a quarter with that of the year before: "the third quarter … a year earlier", "the year-ago quarter". Nothing
/// unless the last expression of the text is a quarter.
MaybePhrase TimeParser::quarter_of_year_before(Position end) const {
  if (found_.empty() || !found_.back().value.earliest) return std::nullopt;
  const DateValue& last = found_.back().value;
  if (last.timex.size() != 7 || last.timex[5] != 'Q') return std::nullopt;
  const CivilDate begin = civil_of(*last.earliest);
  return TimePhrase{end, time_value::quarter(begin.year - 1, begin.month / 3 + 1)};
}

/// "summer 2025", "the summer of 2025"; with `year` given ("last summer") the name alone.
MaybePhrase TimeParser::season(Position i, std::optional<int> year) {
  if (!is(i, TimeKind::Season)) return std::nullopt;
  const auto season = static_cast<unsigned>(word(i).value);
  const Position next = is(i + 1, TimeKind::Of) ? i + 2 : i + 1;
  if (const auto named = year_number(next)) return TimePhrase{next + 1, time_value::season(named, season)};
  if (year) return TimePhrase{i + 1, time_value::season(year, season)};
  return std::nullopt;
}

/// "Easter", "Easter Sunday", "Easter Monday", "Thanksgiving", "Thanksgiving Day 2024": the one nearest to today if no year is named.
MaybePhrase TimeParser::movable_holiday(Position i, int which) {
  Position end = i + 1;
  Day shift = 0;
  if (which == easter_sunday && has_text(end, "monday")) shift = 1;
  const bool named_day = shift != 0 || (which == easter_sunday ? has_text(end, "sunday") : unit(end) == TimeUnit::CalendarDay);
  if (named_day) ++end;
  const auto named = year_number(end);
  if (!named && !today_) return std::nullopt;
  const auto day_in = [&](int year) { return (which == easter_sunday ? easter_of(year) : fourth_thursday_of_november(year)) + shift; };
  if (named) return TimePhrase{end + 1, time_value::day(day_in(*named))};
  const int year = civil_of(*today_).year;
  Day best = day_in(year);
  for (const int other : {year - 1, year + 1})
    if (std::abs(day_in(other) - *today_) < std::abs(best - *today_)) best = day_in(other);
  return TimePhrase{end, time_value::day(best)};
}

MaybePhrase TimeParser::holiday(Position i) {
  if (is(i, TimeKind::Season) || (is(i, TimeKind::The) && is(i + 1, TimeKind::Season))) return season(skip_article(i), std::nullopt);
  const TimeWord found = word(i);
  if (found.kind != TimeKind::Holiday || !is_name_like(i)) return std::nullopt;
  Position end = i + 1;
  if (found.value == easter_sunday || found.value == thanksgiving) return movable_holiday(i, found.value);
  auto month = static_cast<unsigned>(found.value / 100), day = static_cast<unsigned>(found.value % 100);
  if (has_text(end, "eve")) {
    --day;
    ++end;
  } else if (unit(end) == TimeUnit::CalendarDay) {
    ++end;
  }
  const auto named = year_number(end);
  return TimePhrase{named ? end + 1 : end, month_value(named ? named : nearest_year(month, day, i), month, day)};
}

/// "mid-May", "early-2025", "third-quarter", "year-end", "five-hour", "day-long".
MaybePhrase TimeParser::hyphenated(Position i) {
  const std::string_view form = text(i);
  const std::size_t hyphen = form.find('-');
  if (hyphen == std::string_view::npos) return std::nullopt;
  const std::string_view left = form.substr(0, hyphen), right = form.substr(hyphen + 1);
  const TimeWord first = words_.find(left), second = words_.find(right);
  if (form == "year-end")
    return TimePhrase{i + 1, this_year() ? time_value::day(day_of(*this_year(), 12, 31)) : time_value::day_of_any_year(12, 31)};
  if (form.starts_with("year-") && (second.kind == TimeKind::Ago || second.kind == TimeKind::Earlier))
    return quarter_of_year_before(unit(i + 1) == TimeUnit::Quarter || has_text(i + 1, "period") ? i + 2 : i + 1);
  if (first.kind == TimeKind::Edge) {
    const auto part = static_cast<PeriodPart>(first.value);
    if (second.kind == TimeKind::Month) {
      const auto month = static_cast<unsigned>(second.value);
      const auto named = year_number(i + 1);
      return TimePhrase{named ? i + 2 : i + 1,
                        time_value::narrowed(time_value::month(named ? named : nearest_year(month, 0, i), month), part)};
    }
    const auto number = digits(right);
    if (number && right.size() == 4) return TimePhrase{i + 1, time_value::narrowed(time_value::year(*number), part)};
    if (right.size() == 5 && right.ends_with("0s") && digits(right.substr(0, 4)))
      return TimePhrase{i + 1, time_value::narrowed(time_value::decade(*digits(right.substr(0, 4)) / 10), part)};
    if (second.kind == TimeKind::DayPart && today_)
      return TimePhrase{i + 1, time_value::at(time_value::day(last_day_.value_or(*today_)), static_cast<DayPart>(second.value))};
    return std::nullopt;
  }
  if (first.kind == TimeKind::Ordinal && second.kind == TimeKind::Unit && static_cast<TimeUnit>(second.value) == TimeUnit::Quarter &&
      first.value <= 4) {
    std::optional<int> y = year_number(i + 1) ? year_number(i + 1) : this_year();
    if (!year_number(i + 1) && y && static_cast<unsigned>(first.value) > (civil_of(*today_).month + 2) / 3) y = *y - 1;
    return TimePhrase{year_number(i + 1) ? i + 2 : i + 1, time_value::quarter(y, static_cast<unsigned>(first.value))};
  }
  if (right == "long" && first.kind == TimeKind::Unit) {
    return TimePhrase{i + 1, time_value::duration(first.plural ? std::nullopt : std::optional(1), static_cast<TimeUnit>(first.value))};
  }
  const std::string_view unit_part = right.substr(0, right.find('-'));
  const bool old = right.size() > unit_part.size() && right.substr(unit_part.size()) != "-long";
  const TimeWord unit_word = words_.find(unit_part);
  const bool second_unit = unit_word.kind == TimeKind::Ordinal && unit_word.value == 2;
  if (old || (unit_word.kind != TimeKind::Unit && !second_unit)) return std::nullopt;
  const TimeUnit u = second_unit ? TimeUnit::Second : static_cast<TimeUnit>(unit_word.value);
  if (const auto number = number_word(left)) return TimePhrase{i + 1, time_value::duration(*number, u)};
  if (first.kind == TimeKind::Some || left == "multi") return TimePhrase{i + 1, time_value::duration(std::nullopt, u)};
  return std::nullopt;
}

}  // namespace chancery
