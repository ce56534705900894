#include "time/date_value.hpp"

#include <gtest/gtest.h>

#include "time/calendar.hpp"
#include "time/time_values.hpp"

namespace chancery {
namespace {

TEST(Calendar, DaysAndDatesAgree) {
  EXPECT_EQ(day_of(1970, 1, 1), 0);
  EXPECT_EQ(day_of(2000, 3, 1), 11017);
  EXPECT_EQ(day_of(1969, 12, 31), -1);
  int year = 1599;
  unsigned month = 12, day = 31;
  for (Day d = day_of(1600, 1, 1); d < day_of(2401, 1, 1); ++d) {
    if (++day > days_in_month(year, month)) {
      day = 1;
      if (++month > 12) month = 1, ++year;
    }
    const CivilDate date = civil_of(d);
    ASSERT_EQ(date.year, year);
    ASSERT_EQ(date.month, month);
    ASSERT_EQ(date.day, day);
    ASSERT_EQ(day_of(year, month, day), d);
  }
}

TEST(Calendar, KnowsWeekdaysAndWeeks) {
  EXPECT_EQ(weekday_of(day_of(2025, 4, 16)), 3U);
  EXPECT_EQ(weekday_of(day_of(1969, 12, 28)), 7U);
  EXPECT_EQ(iso_week_of(day_of(2021, 1, 3)).year, 2020);
  EXPECT_EQ(iso_week_of(day_of(2021, 1, 3)).week, 53U);
  EXPECT_EQ(iso_week_of(day_of(2024, 12, 30)).year, 2025);
  EXPECT_EQ(iso_week_of(day_of(2024, 12, 30)).week, 1U);
}

TEST(ParseIsoDay, TakesDaysOfTheCalendarOnly) {
  EXPECT_EQ(parse_iso_day("1970-01-02"), 1);
  EXPECT_EQ(to_iso(*parse_iso_day("2024-02-29")), "2024-02-29");
  for (const char* text :
       {"", "2023-02-29", "2023-13-01", "2023-00-10", "2023-1-1", "2023-01-00", "20230101", "2023-01-01T", "-023-01-01", "XXXX-01-01"}) {
    EXPECT_FALSE(parse_iso_day(text)) << text;
  }
}

TEST(ToXsd, IsAsExactAsTheValue) {
  const auto xsd = [](const char* timex, const char* type = "DATE") {
    DateValue value;
    value.timex = timex;
    value.type = type;
    const auto result = to_xsd(value);
    return result ? result->type + " " + result->lexical : std::string("none");
  };
  EXPECT_EQ(xsd("2025-04-11"), "date 2025-04-11");
  EXPECT_EQ(xsd("2025-04-11TEV", "TIME"), "date 2025-04-11");
  EXPECT_EQ(xsd("2025-04-11T17:30", "TIME"), "date 2025-04-11");
  EXPECT_EQ(xsd("2025-04"), "gYearMonth 2025-04");
  EXPECT_EQ(xsd("2025"), "gYear 2025");
  EXPECT_EQ(xsd("PT5H", "DURATION"), "duration PT5H");
  EXPECT_EQ(xsd("P2W", "DURATION"), "duration P14D");
  EXPECT_EQ(xsd("P3Q", "DURATION"), "duration P9M");
  EXPECT_EQ(xsd("P2Y6M", "DURATION"), "duration P2Y6M");
  EXPECT_EQ(xsd("PT1M30S", "DURATION"), "duration PT1M30S");
  for (const char* none : {"2025-W15", "2025-SU", "2025-Q3", "XXXX-04-11", "XXXX", "199", "18", "PAST_REF", "PRESENT_REF", "FUTURE_REF",
                           "2025-H1", "2025-W15-WE", "", "2025-13", "XXXX-XX-XXTNI"}) {
    EXPECT_EQ(xsd(none), "none") << none;
  }
  EXPECT_EQ(xsd("PXD", "DURATION"), "none");
  EXPECT_EQ(xsd("P", "DURATION"), "none");
  EXPECT_EQ(xsd("P1W", "SET"), "none");
}

TEST(MayBeSame, ComparesWhatIsKnown) {
  const auto value = [](const char* timex, std::optional<Day> day = std::nullopt) {
    DateValue made;
    made.timex = timex;
    made.type = "DATE";
    made.earliest = made.latest = day;
    return made;
  };
  const DateValue saturday = value("2022-02-12", day_of(2022, 2, 12)), sunday = value("2022-02-13", day_of(2022, 2, 13));
  EXPECT_TRUE(may_be_same(saturday, saturday));
  EXPECT_FALSE(may_be_same(saturday, sunday));
  EXPECT_TRUE(may_be_same(saturday, value("XXXX-WXX-6")));
  EXPECT_FALSE(may_be_same(value("XXXX-WXX-6"), sunday));
  EXPECT_TRUE(may_be_same(value("XXXX-02-12"), saturday));
  EXPECT_FALSE(may_be_same(value("XXXX-02-12"), sunday));
  EXPECT_TRUE(may_be_same(value("XXXX-02-12"), value("XXXX-WXX-1")));
  EXPECT_FALSE(may_be_same(value("XXXX-WXX-1"), value("XXXX-WXX-2")));
  EXPECT_FALSE(may_be_same(value("PAST_REF"), saturday));
  DateValue february = value("2022-02");
  february.earliest = day_of(2022, 2, 1);
  february.latest = day_of(2022, 2, 28);
  EXPECT_TRUE(may_be_same(february, value("XXXX-WXX-1")));
  EXPECT_TRUE(may_be_same(february, value("XXXX-02-12")));
  EXPECT_FALSE(may_be_same(february, value("XXXX-03-12")));
}

TEST(TimeValue, DurationsOfHalves) {
  EXPECT_EQ(time_value::duration_in_halves(5, TimeUnit::Year).timex, "P2Y6M");
  EXPECT_EQ(time_value::duration_in_halves(3, TimeUnit::Minute).timex, "PT1M30S");
  EXPECT_EQ(time_value::duration_in_halves(3, TimeUnit::Hour).timex, "PT1H30M");
  EXPECT_EQ(time_value::duration_in_halves(1, TimeUnit::Hour).timex, "PT30M");
  EXPECT_EQ(time_value::duration_in_halves(4, TimeUnit::Hour).timex, "PT2H");
  EXPECT_EQ(time_value::duration_in_halves(3, TimeUnit::Decade).timex, "P15Y");
}

}  // namespace
}  // namespace chancery
