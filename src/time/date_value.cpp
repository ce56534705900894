#include "time/date_value.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "time/calendar.hpp"

namespace chancery {
namespace {

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || text[0] == '-' || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// "XXXX-02-12": the year is not known.
bool is_partial(std::string_view timex) {
  return timex.starts_with("XXXX-");
}

/// What both tell, character by character, is the same; a weekday and a day of a month may be one.
bool fits(std::string_view a, std::string_view b) {
  const bool weekday = a.starts_with("XXXX-W"), other = b.starts_with("XXXX-W");
  if (weekday != other) return is_partial(a) && is_partial(b);
  const std::size_t length = std::min(a.size(), b.size());
  return std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(length), b.begin(),
                    [](char x, char y) { return x == y || x == 'X' || y == 'X'; });
}

/// A TIMEX3 duration as xsd has it: weeks, quarters, decades and centuries become days, months and years. None if a count is unknown.
std::optional<std::string> xsd_duration(std::string_view timex) {
  std::string out = "P";
  bool time = false;
  for (std::size_t i = 1; i < timex.size();) {
    if (timex[i] == 'T' && !time) {
      time = true;
      out += 'T';
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < timex.size() && timex[end] >= '0' && timex[end] <= '9') ++end;
    const std::optional<int> count = number(timex.substr(i, end - i));
    if (!count || end == timex.size()) return std::nullopt;
    switch (timex[end]) {
      case 'W': out += fmt::format("{}D", 7 * *count); break;
      case 'Q': out += fmt::format("{}M", 3 * *count); break;
      case 'Y':
      case 'M':
      case 'D':
      case 'H':
      case 'S': out += fmt::format("{}{}", *count, timex[end]); break;
      default: return std::nullopt;
    }
    i = end + 1;
  }
  if (out.size() < 3 || out.back() == 'T') return std::nullopt;
  return out;
}

}  // namespace

std::string to_iso(Day day) {
  const CivilDate date = civil_of(day);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::optional<Day> parse_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4)), month = number(text.substr(5, 2)), day = number(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const CivilDate date{*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)};
  if (!is_valid(date)) return std::nullopt;
  return day_of(date.year, date.month, date.day);
}

bool may_be_same(const DateValue& a, const DateValue& b) {
  const bool first_days = a.earliest && a.latest, second_days = b.earliest && b.latest;
  if (first_days && second_days) return *a.earliest <= *b.latest && *b.earliest <= *a.latest;
  if (a.timex == b.timex || a.type != b.type) return true;
  if (!first_days && !second_days) return is_partial(a.timex) && is_partial(b.timex) && fits(a.timex, b.timex);
  const DateValue& partial = first_days ? b : a;
  const DateValue& whole = first_days ? a : b;
  if (!is_partial(partial.timex)) return false;
  const bool weekday = partial.timex.starts_with("XXXX-W");
  constexpr Day longest = 366;
  for (Day day = *whole.earliest; day <= *whole.latest && day < *whole.earliest + longest; ++day)
    if (fits(partial.timex, weekday ? fmt::format("XXXX-WXX-{}", weekday_of(day)) : to_iso(day))) return true;
  return false;
}

std::optional<XsdValue> to_xsd(const DateValue& value) {
  const std::string_view timex = value.timex;
  if (value.type == "SET") return std::nullopt;
  if (timex.starts_with('P') && value.type == "DURATION") {
    if (auto duration = xsd_duration(timex)) return XsdValue{std::move(*duration), "duration"};
    return std::nullopt;
  }
  const std::string_view date = timex.substr(0, timex.find('T'));
  if (parse_iso_day(date)) return XsdValue{std::string(date), "date"};
  if (date.size() != timex.size()) return std::nullopt;
  const auto year = number(date.substr(0, 4));
  if (!year || date.size() < 4) return std::nullopt;
  if (date.size() == 4) return XsdValue{std::string(date), "gYear"};
  const auto month = number(date.size() == 7 && date[4] == '-' ? date.substr(5) : std::string_view{});
  if (month && *month >= 1 && *month <= 12) return XsdValue{std::string(date), "gYearMonth"};
  return std::nullopt;
}

}  // namespace chancery
