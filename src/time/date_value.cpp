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
