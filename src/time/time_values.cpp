#include "time/time_values.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

namespace chancery::time_value {
namespace {

DateValue make(std::string timex, const char* type) {
  DateValue value;
  value.timex = std::move(timex);
  value.type = type;
  return value;
}

DateValue between(std::string timex, Day earliest, Day latest) {
  DateValue value = make(std::move(timex), "DATE");
  value.earliest = earliest;
  value.latest = latest;
  return value;
}

/// From the first day of a month to the last of another, of the same year or a later one.
DateValue months(std::string timex, int year, unsigned first, int last_year, unsigned last) {
  return between(std::move(timex), day_of(year, first, 1), day_of(last_year, last, days_in_month(last_year, last)));
}

/// "P2D", "PT5H".
std::string period(std::string_view count, TimeUnit unit, int times) {
  constexpr std::array<std::string_view, 12> letters = {"S", "M", "H", "D", "D", "W", "W", "M", "Q", "Y", "Y", "Y"};
  constexpr std::array<int, 12> factors = {1, 1, 1, 1, 2, 1, 2, 1, 1, 1, 10, 100};
  constexpr std::array<std::string_view, 12> unknown = {"S", "M", "H", "D", "WE", "W", "W", "M", "Q", "Y", "DE", "CE"};
  const auto i = static_cast<std::size_t>(unit);
  const char* time = unit <= TimeUnit::Hour ? "T" : "";
  if (count == "X") return fmt::format("P{}X{}", time, unknown[i]);
  return fmt::format("P{}{}{}", time, times * factors[i], letters[i]);
}

std::string year_text(std::optional<int> year) {
  return year ? fmt::format("{:04}", *year) : "XXXX";
}

}  // namespace

DateValue day(Day day) {
  return between(to_iso(day), day, day);
}
DateValue day_of_any_year(unsigned month, unsigned day) {
  return make(fmt::format("XXXX-{:02}-{:02}", month, day), "DATE");
}
DateValue any_weekday(unsigned weekday) {
  return make(fmt::format("XXXX-WXX-{}", weekday), "DATE");
}

DateValue week(Day day_in_it) {
  const IsoWeek week = iso_week_of(day_in_it);
  const Day monday = monday_of(day_in_it);
  return between(fmt::format("{:04}-W{:02}", week.year, week.week), monday, monday + 6);
}

DateValue weekend(Day day_in_week) {
  DateValue value = week(day_in_week);
  value.timex += "-WE";
  value.earliest = *value.earliest + 5;
  return value;
}

DateValue month(std::optional<int> year, unsigned month) {
  std::string timex = fmt::format("{}-{:02}", year_text(year), month);
  return year ? months(std::move(timex), *year, month, *year, month) : make(std::move(timex), "DATE");
}

DateValue quarter(std::optional<int> year, unsigned quarter) {
  std::string timex = fmt::format("{}-Q{}", year_text(year), quarter);
  return year ? months(std::move(timex), *year, 3 * quarter - 2, *year, 3 * quarter) : make(std::move(timex), "DATE");
}

DateValue half(std::optional<int> year, unsigned half) {
  std::string timex = fmt::format("{}-H{}", year_text(year), half);
  return year ? months(std::move(timex), *year, 6 * half - 5, *year, 6 * half) : make(std::move(timex), "DATE");
}

DateValue season(std::optional<int> year, unsigned season) {
  constexpr std::array<std::string_view, 4> names = {"SP", "SU", "FA", "WI"};
  std::string timex = fmt::format("{}-{}", year_text(year), names[season]);
  if (!year) return make(std::move(timex), "DATE");
  // A winter is named after the year in which it begins or the one in which it ends: it may mean either.
  if (season == 3) return months(std::move(timex), *year - 1, 12, *year + 1, 2);
  return months(std::move(timex), *year, 3 * season + 3, *year, 3 * season + 5);
}

DateValue year(std::optional<int> year) {
  return year ? months(year_text(year), *year, 1, *year, 12) : make("XXXX", "DATE");
}

DateValue decade(int decade) {
  return months(fmt::format("{:03}", decade), decade * 10, 1, decade * 10 + 9, 12);
}
DateValue century(int century) {
  return months(fmt::format("{:02}", century), century * 100, 1, century * 100 + 99, 12);
}
DateValue reference(std::string_view name) {
  return make(std::string(name), "DATE");
}

DateValue duration(std::optional<int> count, TimeUnit unit) {
  return make(count ? period("", unit, *count) : period("X", unit, 1), "DURATION");
}

DateValue duration_in_halves(int halves, TimeUnit unit) {
  constexpr std::array<int, 12> parts = {0, 60, 60, 24, 0, 7, 14, 0, 0, 12, 10, 100};
  constexpr std::array<TimeUnit, 12> smaller = {TimeUnit::Second,      TimeUnit::Second,      TimeUnit::Minute,      TimeUnit::Hour,
                                                TimeUnit::CalendarDay, TimeUnit::CalendarDay, TimeUnit::CalendarDay, TimeUnit::CalendarDay,
                                                TimeUnit::Month,       TimeUnit::Month,       TimeUnit::Year,        TimeUnit::Year};
  const auto i = static_cast<std::size_t>(unit);
  if (halves % 2 == 0 || parts[i] == 0) return duration(halves / 2, unit);
  if (unit == TimeUnit::Decade || unit == TimeUnit::Century) return duration(halves * parts[i] / 2, smaller[i]);
  if (halves == 1) return duration(parts[i] / 2, smaller[i]);
  if (unit == TimeUnit::CalendarDay || unit == TimeUnit::Week || unit == TimeUnit::Fortnight) {  // "P1.5W" has no smaller whole
    return duration(halves * parts[i] / 2, smaller[i]);
  }
  std::string whole = period("", unit, halves / 2);
  whole += fmt::format("{}{}", parts[i] / 2, unit == TimeUnit::Year ? "M" : unit == TimeUnit::Hour ? "M" : "S");
  return make(std::move(whole), "DURATION");
}

DateValue set(std::optional<int> count, TimeUnit unit) {
  DateValue value = duration(count, unit);
  value.type = "SET";
  return value;
}

DateValue at(DateValue date, DayPart part) {
  constexpr std::array<std::string_view, 6> names = {"TMO", "T12:00", "TAF", "TEV", "TNI", "T24:00"};
  date.timex += names[static_cast<std::size_t>(part)];
  date.type = "TIME";
  return date;
}

DateValue at(DateValue date, unsigned hour, unsigned minute) {
  date.timex += fmt::format("T{:02}:{:02}", hour, minute);
  date.type = "TIME";
  return date;
}

DateValue shifted(Day from, int offset, TimeUnit unit) {
  const CivilDate date = civil_of(from);
  const auto months_on = [&date](int count) {
    const int index = date.year * 12 + static_cast<int>(date.month) - 1 + count;
    return std::pair(index / 12, static_cast<unsigned>(index % 12));
  };
  switch (unit) {
    case TimeUnit::Second:
    case TimeUnit::Minute:
    case TimeUnit::Hour: return day(from);
    case TimeUnit::CalendarDay: return day(from + offset);
    case TimeUnit::Weekend: return weekend(from + 7 * offset);
    case TimeUnit::Week: return week(from + 7 * offset);
    case TimeUnit::Fortnight: return week(from + 14 * offset);
    case TimeUnit::Month: {
      const auto [year, month] = months_on(offset);
      return time_value::month(year, month + 1);
    }
    case TimeUnit::Quarter: {
      const auto [year, month] = months_on(3 * offset);
      return quarter(year, month / 3 + 1);
    }
    case TimeUnit::Year: return year(date.year + offset);
    case TimeUnit::Decade: return decade(date.year / 10 + offset);
    case TimeUnit::Century: return century(date.year / 100 + offset);
  }
  return {};
}

DateValue narrowed(DateValue value, PeriodPart part) {
  if (!value.earliest || !value.latest || part == PeriodPart::None) return value;
  const Day length = *value.latest - *value.earliest;
  if (part == PeriodPart::Start) value.latest = *value.earliest + length / 2;
  if (part == PeriodPart::End) value.earliest = *value.latest - length / 2;
  if (part == PeriodPart::Middle) {
    value.earliest = *value.earliest + length / 4;
    value.latest = *value.latest - length / 4;
  }
  return value;
}

}  // namespace chancery::time_value
