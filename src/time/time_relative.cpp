// Dates that count from today, or from a date that the text names.
#include <algorithm>

#include "time/time_parser.hpp"

namespace chancery {
namespace {

PeriodPart edge_of_word(const TimeWord& word) {
  if (word.kind == TimeKind::Earlier) return PeriodPart::Start;
  if (word.kind == TimeKind::Later) return PeriodPart::End;
  return static_cast<PeriodPart>(word.value);
}

}  // namespace

/// "yesterday", "today", "tomorrow morning", "tonight".
MaybePhrase TimeParser::today(Position i) {
  const TimeWord found = word(i);
  if (found.kind == TimeKind::Tonight) {
    DateValue day = today_ ? time_value::day(*today_) : time_value::reference("XXXX-XX-XX");
    return TimePhrase{i + 1, time_value::at(std::move(day), DayPart::Night)};
  }
  if (found.kind != TimeKind::Today) return std::nullopt;
  if (!today_) return with_day_part({i + 1, time_value::reference("XXXX-XX-XX")});
  return with_day_part({i + 1, time_value::day(*today_ + found.value)});
}

/// "last week", "this morning", "next Friday", "the past two months", "last August".
MaybePhrase TimeParser::which(Position i) {
  Position at = is(i, TimeKind::The) ? i + 1 : i;
  if (!is(at, TimeKind::Which)) return std::nullopt;
  const int value = word(at).value;
  const int offset = std::max(value, -1);
  ++at;
  if (value == 0 &&
      (is(at, TimeKind::Coming) || (is(at, TimeKind::Which) && word(at).value == -2))) {  // "this coming Sunday", "this past spring"
    const int inner = is(at, TimeKind::Coming) ? 1 : -1;
    ++at;
    if (MaybePhrase found = which_date(at, inner)) return found;
    return which_unit(at, inner, false);
  }
  if (MaybePhrase found = which_date(at, offset)) return found;
  return which_unit(at, offset, value == -2);
}

MaybePhrase TimeParser::which_unit(Position i, int offset, bool is_past) {
  const auto counted = count(i);
  if (counted && !is(i, TimeKind::A) && unit(counted->end)) {  // "the last two weeks"
    if (offset == 0) return std::nullopt;
    return TimePhrase{counted->end + 1, time_value::duration(counted->count, *unit(counted->end))};
  }
  const auto found = unit(i);
  if (!found || *found < TimeUnit::CalendarDay) return std::nullopt;
  if (word(i).plural) return offset == 0 ? MaybePhrase{} : TimePhrase{i + 1, time_value::reference(offset < 0 ? "PAST_REF" : "FUTURE_REF")};
  if (is_past) return TimePhrase{i + 1, time_value::duration(1, *found)};
  if (*found == TimeUnit::CalendarDay && offset == 0) return std::nullopt;
  if (!today_) return TimePhrase{i + 1, *found >= TimeUnit::Year ? time_value::year(std::nullopt) : time_value::reference("XXXX-XX")};
  return TimePhrase{i + 1, time_value::shifted(*today_, offset, *found)};
}

/// A weekday, month, season or part of the day behind "last", "this", "next".
MaybePhrase TimeParser::which_date(Position i, int offset) {
  const TimeWord found = word(i);
  if (found.kind == TimeKind::DayPart && offset <= 0) {
    if (offset < 0 && static_cast<DayPart>(found.value) != DayPart::Night && static_cast<DayPart>(found.value) != DayPart::Evening)
      return std::nullopt;
    DateValue day = today_ ? time_value::day(*today_ + offset) : time_value::reference("XXXX-XX-XX");
    return TimePhrase{i + 1, time_value::at(std::move(day), static_cast<DayPart>(found.value))};
  }
  if (found.kind == TimeKind::Weekday && is_name_like(i) && !found.plural) {
    const auto weekday = static_cast<unsigned>(found.value);
    if (!today_) return with_day_part({i + 1, time_value::any_weekday(weekday)});
    Day day = monday_of(*today_) + static_cast<Day>(weekday) - 1;
    if (offset < 0 && day >= *today_) day -= 7;
    if (offset > 0 && day <= *today_) day += 7;
    return with_day_part({i + 1, time_value::day(day)});
  }
  const bool is_season = found.kind == TimeKind::Season;
  if (!is_season && !is_month(i)) return std::nullopt;
  if (const auto number = is_season ? std::nullopt : day_number(i + 1)) {  // "last Oct. 23"
    const auto month = static_cast<unsigned>(found.value);
    if (!today_) return TimePhrase{i + 2, time_value::day_of_any_year(month, *number)};
    const CivilDate now = civil_of(*today_);
    const bool ahead = month * 31 + *number > now.month * 31 + now.day;
    const int year = now.year + (offset < 0 && ahead ? -1 : offset > 0 && !ahead ? 1 : 0);
    return TimePhrase{i + 2, month_value(year, month, number)};
  }
  if (!today_)
    return TimePhrase{i + 1, is_season ? time_value::season(std::nullopt, static_cast<unsigned>(found.value))
                                       : time_value::month(std::nullopt, static_cast<unsigned>(found.value))};
  const CivilDate now = civil_of(*today_);
  const unsigned month = is_season ? static_cast<unsigned>(found.value) * 3 + 3 : static_cast<unsigned>(found.value);
  int year = now.year;
  if (offset < 0 && month + (is_season ? 2U : 0U) >= now.month) --year;
  if (offset > 0 && month <= now.month) ++year;
  return TimePhrase{i + 1, is_season ? time_value::season(year, static_cast<unsigned>(found.value)) : time_value::month(year, month)};
}

/// "that day", "the following year", "the previous Friday": counted from the last date of the text.
MaybePhrase TimeParser::that(Position i) {
  const Position at = is(i, TimeKind::The) ? i + 1 : i;
  if (!is(at, TimeKind::That)) return std::nullopt;
  const int offset = word(at).value;
  const TimeWord next = word(at + 1);
  if (next.kind == TimeKind::Weekday && is_name_like(at + 1) && last_day_) {
    const int forward = static_cast<int>((static_cast<unsigned>(next.value) + 7 - weekday_of(*last_day_)) % 7);
    const int days = offset < 0 ? (forward == 0 ? -7 : forward - 7) : offset > 0 && forward == 0 ? 7 : forward;
    return TimePhrase{at + 2, time_value::day(*last_day_ + days)};
  }
  const auto found = unit(at + 1);
  if (!found || next.plural || *found < TimeUnit::CalendarDay) return std::nullopt;
  if (!last_day_)
    return TimePhrase{at + 2, *found >= TimeUnit::Year ? time_value::year(std::nullopt) : time_value::reference("XXXX-XX-XX")};
  return with_day_part({at + 2, time_value::shifted(*last_day_, offset, *found)});
}

/// "recent weeks", "the coming months".
MaybePhrase TimeParser::recent_or_coming(Position i) {
  const Position at = is(i, TimeKind::The) ? i + 1 : i;
  const bool coming = is(at, TimeKind::Coming);
  if (!coming && !is(at, TimeKind::Recent)) return std::nullopt;
  if (coming) {
    if (MaybePhrase date = which_date(at + 1, 1)) return date;
  }
  const auto counted = count(at + 1);
  const Position noun = counted ? counted->end : at + 1;
  const auto found = unit(noun);
  if (!found || *found < TimeUnit::Hour) return std::nullopt;
  if (coming && counted && counted->count) return TimePhrase{noun + 1, time_value::duration(counted->count, *found)};
  if (coming && !word(noun).plural && today_) return TimePhrase{noun + 1, time_value::shifted(*today_, 1, *found)};
  return TimePhrase{noun + 1, time_value::reference(coming ? "FUTURE_REF" : "PAST_REF")};
}

/// "early 2025", "late last year", "earlier this week", "late Monday", "mid May", "the late 1970s".
MaybePhrase TimeParser::edge(Position i) {
  const Position at = is(i, TimeKind::The) ? i + 1 : i;
  const TimeWord found = word(at);
  if (found.kind != TimeKind::Edge && found.kind != TimeKind::Earlier && found.kind != TimeKind::Later) return std::nullopt;
  Position next = at + 1;
  if (found.kind == TimeKind::Edge && (has_text(next, "on") || has_text(next, "in"))) ++next;
  MaybePhrase inner;
  if (is(next, TimeKind::DayPart) && found.kind == TimeKind::Edge && today_) {
    inner = TimePhrase{next + 1, time_value::at(time_value::day(last_day_.value_or(*today_)), static_cast<DayPart>(word(next).value))};
  }
  if (!inner) inner = which(next);
  if (!inner) inner = that(next);
  if (!inner) inner = full_date(next);
  if (!inner && is(next, TimeKind::Today)) inner = today(next);
  if (!inner && found.kind == TimeKind::Edge) inner = season(next, std::nullopt);
  if (!inner && found.kind == TimeKind::Edge) inner = decade_or_century(next);
  if (!inner && found.kind == TimeKind::Edge && year_number(next)) inner = year(next);
  if (!inner) return std::nullopt;
  if (inner->value.type == "DURATION") return std::nullopt;
  inner->value = time_value::narrowed(std::move(inner->value), edge_of_word(found));
  return inner;
}

/// "the end of the year", "the beginning of May", "the middle of next week".
MaybePhrase TimeParser::edge_of(Position i) {
  const Position at = is(i, TimeKind::The) ? i + 1 : i;
  const TimeWord found = word(at);
  if (found.kind != TimeKind::EdgeNoun || !is(at + 1, TimeKind::Of)) return std::nullopt;
  const Position next = at + 2;
  MaybePhrase inner = which(next);
  if (!inner) inner = that(next);
  if (!inner) inner = full_date(next);
  if (!inner) inner = decade_or_century(next);
  if (!inner && year_number(next)) inner = year(next);
  const auto of_unit = unit(skip_article(next));
  if (!inner && is(next, TimeKind::The) && of_unit && !word(next + 1).plural && *of_unit >= TimeUnit::Week) {
    inner = TimePhrase{next + 2, today_ ? time_value::shifted(*today_, 0, *of_unit) : time_value::year(std::nullopt)};
  }
  if (!inner || inner->value.type == "DURATION") return std::nullopt;
  inner->value = time_value::narrowed(std::move(inner->value), static_cast<PeriodPart>(found.value));
  return inner;
}

/// "the weekend", "the quarter": the one just past, or the coming one.
MaybePhrase TimeParser::the_unit(Position i) const {
  if (!is(i, TimeKind::The)) return std::nullopt;
  const auto found = unit(i + 1);
  if (!found || word(i + 1).plural || (*found != TimeUnit::Weekend && *found != TimeUnit::Quarter)) return std::nullopt;
  if (!today_) return std::nullopt;
  if (*found == TimeUnit::Quarter) return TimePhrase{i + 2, time_value::shifted(*today_, -1, TimeUnit::Quarter)};
  const bool past = direction(i) != TenseCue::Future && weekday_of(*today_) < 6;
  return TimePhrase{i + 2, time_value::weekend(*today_ - (past ? 7 : 0))};
}

MaybePhrase TimeParser::reference(Position i) const {
  switch (word(i).kind) {
    case TimeKind::Present: return TimePhrase{i + 1, time_value::reference("PRESENT_REF")};
    case TimeKind::Past: return TimePhrase{i + 1, time_value::reference("PAST_REF")};
    case TimeKind::Future: return TimePhrase{i + 1, time_value::reference("FUTURE_REF")};
    case TimeKind::The:
      if (has_text(i + 1, "future")) return TimePhrase{i + 2, time_value::reference("FUTURE_REF")};
      return std::nullopt;
    default: return std::nullopt;
  }
}

}  // namespace chancery
