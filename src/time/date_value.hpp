#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chancery {

/// A day of the proleptic Gregorian calendar, as days since 1970-01-01 (Howard Hinnant's civil-date algorithms).
using Day = std::int32_t;

Day day_of(int year, unsigned month, unsigned day);
std::string to_iso(Day day);
std::optional<Day> parse_iso_day(std::string_view text);

/// The value of a date expression.
struct DateValue {
  /// TIMEX3 `value`: "2025-04-11", "2025-04", "2025", "2025-W15", "2025-SU", "P5H" (as "PT5H"), "PAST_REF", "FUTURE_REF", "XXXX-XX-11" …
  std::string timex;
  /// TIMEX3 `type`: "DATE", "TIME", "DURATION", "SET".
  std::string type;
  /// The days that the expression may mean, both inclusive; none for durations, and where the article has no date to count from.
  std::optional<Day> earliest;
  std::optional<Day> latest;
};

/// True if both may mean the same day: their days overlap, or where one has none, as "XXXX-02-12" or "XXXX-WXX-6" (some 12 February, some
/// Saturday), what is known of the one does not contradict the other. Values of two types, a day and a length, may always go together.
bool may_be_same(const DateValue& a, const DateValue& b);

/// The xsd literal that is as exact as the value: (lexical form, "date" | "gYearMonth" | "gYear" | "duration"), or none.
struct XsdValue {
  std::string lexical;
  std::string type;
};
std::optional<XsdValue> to_xsd(const DateValue& value);

}  // namespace chancery
