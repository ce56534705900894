#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "time/calendar.hpp"
#include "time/date_value.hpp"
#include "time/time_words.hpp"

namespace chancery {

/// Values of date expressions, as TIMEX3 writes them. A missing year is `XXXX`, and then there are no days.
namespace time_value {

DateValue day(Day day);
/// A day without its year: "XXXX-04-11".
DateValue day_of_any_year(unsigned month, unsigned day);
DateValue any_weekday(unsigned weekday);
DateValue week(Day day_in_it);
DateValue weekend(Day day_in_week);
DateValue month(std::optional<int> year, unsigned month);
/// `quarter` from 1 to 4.
DateValue quarter(std::optional<int> year, unsigned quarter);
DateValue half(std::optional<int> year, unsigned half);
/// `season` as in `TimeKind::Season`.
DateValue season(std::optional<int> year, unsigned season);
DateValue year(std::optional<int> year);
/// `decade` is the year without its last digit.
DateValue decade(int decade);
DateValue century(int century_without_last_digits);
/// "PRESENT_REF", "PAST_REF", "FUTURE_REF".
DateValue reference(std::string_view name);
/// `count` units; none: a number that nobody tells ("PXD").
DateValue duration(std::optional<int> count, TimeUnit unit);
/// `halves` of a unit: 5 halves of a year are P2Y6M.
DateValue duration_in_halves(int halves, TimeUnit unit);
DateValue set(std::optional<int> count, TimeUnit unit);
/// A part of the day, or a clock time, on a date value of one day ("2025-04-11" gives "2025-04-11TEV").
DateValue at(DateValue date, DayPart part);
DateValue at(DateValue date, unsigned hour, unsigned minute);

/// The unit that lies `offset` units after the one that holds `from`.
DateValue shifted(Day from, int offset, TimeUnit unit);
/// The first, middle or last part of the days of a value: "early 2025". The value itself stays.
DateValue narrowed(DateValue value, PeriodPart part);

}  // namespace time_value
}  // namespace chancery
