// Lengths of time, what is repeated, and times of the clock.
#include <charconv>

#include "time/time_parser.hpp"

namespace chancery {
namespace {

/// "5", "5:30", "5pm", "17.30": hours and minutes, and where the letters of "pm" begin.
struct ClockTime {
  unsigned hour = 0, minute = 0;
  bool has_minutes = false;
  std::string_view rest;
};

std::optional<ClockTime> clock_of(std::string_view text) {
  ClockTime time;
  const char* end = text.data() + text.size();
  auto [after, error] = std::from_chars(text.data(), end, time.hour);
  if (error != std::errc{} || after - text.data() > 2) return std::nullopt;
  if (after != end && (*after == ':' || *after == '.') && end - after >= 3) {
    const auto [behind, failed] = std::from_chars(after + 1, after + 3, time.minute);
    if (failed != std::errc{} || behind != after + 3) return std::nullopt;
    time.has_minutes = *after == ':' || *after == '.';
    after = behind;
  }
  time.rest = {after, static_cast<std::size_t>(end - after)};
  if (time.hour > 24 || time.minute > 59) return std::nullopt;
  return time;
}

}  // namespace

/// "five years", "a few days", "two and a half hours", "a minute and a half", and what they count to: "three days ago".
MaybePhrase TimeParser::duration(Position i) {
  auto counted = count(i);
  Position noun = counted ? counted->end : i;
  if (!counted && is(i, TimeKind::Unit) && word(i).plural) {  // "weeks", "years"
    if (has_text(i + 1, "old")) return std::nullopt;
    const auto bare = unit(i);
    MaybePhrase after = after_duration(i + 1, std::nullopt, *bare);
    return after ? after : TimePhrase{i + 1, time_value::duration(std::nullopt, *bare)};
  }
  if (!counted) return std::nullopt;
  for (const std::string_view between : {"more", "full", "whole", "additional", "straight", "consecutive", "long"}) {
    if (has_text(noun, between)) ++noun;
  }
  const auto found = unit(noun);
  if (!found || noun > counted->end + 2) return std::nullopt;
  if (*found == TimeUnit::Quarter && is(noun + 1, TimeKind::Of)) return std::nullopt;  // "a quarter of the votes"
  if (*found == TimeUnit::Quarter && is(i, TimeKind::A)) return std::nullopt;
  if (is(i, TimeKind::A) && word(noun).plural && !is(i + 1, TimeKind::Some) && !is(i + 1, TimeKind::Number)) return std::nullopt;
  Position end = noun + 1;
  if (has_text(end, "old") || (has_text(end, "-") && has_text(end + 1, "old"))) return std::nullopt;
  if (is(end, TimeKind::And) && is(end + 1, TimeKind::A) && is(end + 2, TimeKind::Half)) {  // "a year and a half"
    counted->halves = 1;
    end += 3;
  }
  if (counted->halves == 0) {
    if (MaybePhrase after = after_duration(end, counted->count, *found)) return after;
    return TimePhrase{end, time_value::duration(counted->count, *found)};
  }
  DateValue value = time_value::duration_in_halves(2 * counted->count.value_or(0) + counted->halves, *found);
  if (is(end, TimeKind::Ago)) return TimePhrase{end + 1, time_value::reference("PAST_REF")};
  return TimePhrase{end, std::move(value)};
}

/// "… ago", "… earlier", "… later", "… from now".
MaybePhrase TimeParser::after_duration(Position end, std::optional<int> count, TimeUnit unit) {
  const bool ago = is(end, TimeKind::Ago);
  const bool from_now = has_text(end, "from") && (is(end + 1, TimeKind::Present) || is(end + 1, TimeKind::Today));
  const bool earlier = is(end, TimeKind::Earlier), later = is(end, TimeKind::Later);
  if (!ago && !from_now && !earlier && !later) return std::nullopt;
  const Position behind = from_now ? end + 2 : end + 1;
  if ((ago || earlier) && count == 1 && unit == TimeUnit::Year) {
    if (MaybePhrase compared = quarter_of_year_before(behind)) return compared;
  }
  const int sign = ago || earlier ? -1 : 1;
  const std::optional<Day> from = ago || from_now ? today_ : earlier && unit >= TimeUnit::Month ? today_ : last_day_;
  if (!count) return TimePhrase{behind, time_value::reference(sign < 0 ? "PAST_REF" : "FUTURE_REF")};
  if (!from) return TimePhrase{behind, time_value::reference(ago || from_now ? "XXXX-XX-XX" : sign < 0 ? "PAST_REF" : "FUTURE_REF")};
  if (unit < TimeUnit::CalendarDay) {
    DateValue value = time_value::day(*from);
    value.type = "TIME";
    return TimePhrase{behind, std::move(value)};
  }
  return TimePhrase{behind, time_value::shifted(*from, sign * *count, unit)};
}

/// "every week", "each Thursday", "every two years", "daily", "annual".
MaybePhrase TimeParser::every(Position i) {
  if (is(i, TimeKind::Rate)) {
    const auto u = static_cast<TimeUnit>(word(i).value);
    return TimePhrase{i + 1, u == TimeUnit::Fortnight ? time_value::set(2, TimeUnit::Week) : time_value::set(1, u)};
  }
  if (!is(i, TimeKind::Every)) return std::nullopt;
  if (const auto counted = count(i + 1); counted && unit(counted->end))
    return TimePhrase{counted->end + 1, time_value::set(counted->count, *unit(counted->end))};
  if (const auto found = unit(i + 1); found && !word(i + 1).plural) return TimePhrase{i + 2, time_value::set(1, *found)};
  const TimeWord next = word(i + 1);
  if (next.kind == TimeKind::DayPart) return TimePhrase{i + 2, time_value::set(1, TimeUnit::CalendarDay)};
  if (next.kind != TimeKind::Weekday || !is_name_like(i + 1)) return std::nullopt;
  DateValue value = time_value::any_weekday(static_cast<unsigned>(next.value));
  value.type = "SET";
  return TimePhrase{i + 2, std::move(value)};
}

/// The date that a clock time stands in: one that follows, else the last of the text, else today.
MaybePhrase TimeParser::on_a_date(Position i, unsigned hour, unsigned minute) {
  const Position at = has_text(i, "on") || has_text(i, ",") ? i + 1 : i;
  MaybePhrase date = full_date(at);
  if (!date) date = day_first(at);
  if (!date && is(at, TimeKind::Today)) date = today(at);
  if (date && date->value.type == "DATE" && date->value.timex.size() == 10)
    return TimePhrase{date->end, time_value::at(std::move(date->value), hour, minute)};
  const bool same_sentence = !found_.empty() && part_.contains(found_.back().tokens) && found_.back().value.earliest &&
                             found_.back().value.earliest == found_.back().value.latest;
  const std::optional<Day> day = same_sentence ? found_.back().value.earliest : today_;
  return TimePhrase{i, time_value::at(day ? time_value::day(*day) : time_value::reference("XXXX-XX-XX"), hour, minute)};
}

/// "5 p.m.", "5:30 p.m. EST Tuesday", "1730 GMT", "5pm".
MaybePhrase TimeParser::clock(Position i) {
  if (shape(i) != Shape::Number) return std::nullopt;
  std::string_view form = text(i);
  unsigned hour = 0, minute = 0;
  Position end = i + 1;
  if (form.size() == 4 && is(i + 1, TimeKind::Zone) && whole_number(i)) {
    hour = static_cast<unsigned>(*whole_number(i)) / 100;
    minute = static_cast<unsigned>(*whole_number(i)) % 100;
    if (hour > 24 || minute > 59) return std::nullopt;
  } else {
    const auto time = clock_of(form);
    if (!time) return std::nullopt;
    TimeWord half_of_day = words_.find(time->rest);
    if (time->rest.empty()) {
      half_of_day = word(end);
      if (half_of_day.kind == TimeKind::Meridiem) ++end;
    }
    const bool meridiem = half_of_day.kind == TimeKind::Meridiem;
    if (!meridiem && !(time->has_minutes && form.find(':') != std::string_view::npos) && !is(end, TimeKind::Zone)) return std::nullopt;
    hour = meridiem ? time->hour % 12 + static_cast<unsigned>(half_of_day.value) : time->hour;
    minute = time->minute;
  }
  if (is(end, TimeKind::Zone)) ++end;
  return on_a_date(end, hour, minute);
}

/// "noon Saturday", "at midnight".
MaybePhrase TimeParser::noon(Position i) {
  const TimeWord found = word(i);
  if (found.kind != TimeKind::DayPart) return std::nullopt;
  const auto part = static_cast<DayPart>(found.value);
  if (part != DayPart::Midday && part != DayPart::Midnight) return std::nullopt;
  return on_a_date(i + 1, part == DayPart::Midday ? 12 : 24, 0);
}

}  // namespace chancery
