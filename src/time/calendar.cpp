// Days and civil dates after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
#include "time/calendar.hpp"

#include <array>

namespace chancery {

Day day_of(int year, unsigned month, unsigned day) {
  year -= month <= 2 ? 1 : 0;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const auto year_of_era = static_cast<unsigned>(year - era * 400);
  const unsigned day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  const unsigned day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + static_cast<int>(day_of_era) - 719468;
}

CivilDate civil_of(Day day) {
  const int shifted = day + 719468;
  const int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const auto day_of_era = static_cast<unsigned>(shifted - era * 146097);
  const unsigned year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const unsigned day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const unsigned shifted_month = (5 * day_of_year + 2) / 153;
  CivilDate date;
  date.day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  date.month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  date.year = static_cast<int>(year_of_era) + era * 400 + (date.month <= 2 ? 1 : 0);
  return date;
}

unsigned weekday_of(Day day) {
  const int from_monday = (day + 3) % 7;  // 1970-01-01 was a Thursday
  return static_cast<unsigned>(from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

Day monday_of(Day day) {
  return day - static_cast<Day>(weekday_of(day)) + 1;
}

IsoWeek iso_week_of(Day day) {
  const Day thursday = monday_of(day) + 3;
  const int year = civil_of(thursday).year;
  return {year, static_cast<unsigned>(thursday - day_of(year, 1, 1)) / 7 + 1};
}

Day easter_of(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return day_of(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

Day fourth_thursday_of_november(int year) {
  const Day latest = day_of(year, 11, 28);  // the fourth of any weekday is one of the 22nd to the 28th
  return latest - static_cast<Day>((weekday_of(latest) + 3) % 7);
}

bool is_leap_year(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

unsigned days_in_month(int year, unsigned month) {
  constexpr std::array<unsigned, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return lengths[month - 1] + (month == 2 && is_leap_year(year) ? 1U : 0U);
}

bool is_valid(const CivilDate& date) {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

}  // namespace chancery
