#pragma once

#include <cstdint>

#include "time/date_value.hpp"

namespace chancery {

/// A day of the proleptic Gregorian calendar.
struct CivilDate {
  int year = 0;
  unsigned month = 1;  ///< 1 to 12
  unsigned day = 1;    ///< 1 to 31
};

/// A week as ISO 8601 counts them: Monday to Sunday, week 1 holds the year's first Thursday.
struct IsoWeek {
  int year = 0;
  unsigned week = 1;
};

CivilDate civil_of(Day day);
/// 1 is Monday, 7 is Sunday.
unsigned weekday_of(Day day);
IsoWeek iso_week_of(Day day);
/// The Monday of the week that holds `day`.
Day monday_of(Day day);
/// Easter Sunday of the western churches (the anonymous Gregorian computus, Meeus, Astronomical Algorithms, chapter 8).
Day easter_of(int year);
/// Thanksgiving in the United States.
Day fourth_thursday_of_november(int year);
bool is_leap_year(int year);
unsigned days_in_month(int year, unsigned month);
bool is_valid(const CivilDate& date);

}  // namespace chancery
