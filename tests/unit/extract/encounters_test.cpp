#include <string>

#include <gtest/gtest.h>

#include "said.hpp"
#include "support/table.hpp"

namespace chancery {
namespace {

using test::read_table;
using test::Row;

/// Sentences as agencies of several countries and decades write them, and whom they say to have met.
TEST(Encounters, AreThoseOfTheTable) {
  for (const Row& row : read_table(std::string(CHANCERY_SOURCE_DIR) + "/tests/cases/encounters.tsv")) {
    ASSERT_EQ(row.size(), 2U) << row.front();
    EXPECT_EQ(joined(Said(row[0], "2019-06-12").encounters()), row[1]) << row[0];
  }
}

const std::string people = "Foreign Minister Anna Berg of Norway and Peruvian President Paulo Reis are old friends. ";

TEST(Encounters, TakeTheyForTheSubjectsBefore) {
  EXPECT_EQ(joined(Said("Anna Berg and Paulo Reis arrived in Oslo. They met in Geneva.").encounters()),
            "Anna Berg, Paulo Reis | Geneva | held");
  EXPECT_EQ(joined(Said("The leaders of Norway and Peru arrived in Oslo. Their talks in Geneva lasted an hour.").encounters()),
            "Norway, Peru | Geneva | held");
  EXPECT_EQ(joined(Said("They met in Geneva.").encounters()), "-");
}

TEST(Encounters, OfAHeadlineAreOfThoseWhomTheArticleNames) {
  EXPECT_EQ(
      joined(
          Said("UN envoy meets Peruvian president in Lima\n\nUN envoy Anna Berg met Peruvian President Paulo Reis in Lima.").encounters()),
      "Anna Berg, Paulo Reis | Lima | held");
}

TEST(Encounters, AreOfWhoIsQuoted) {
  EXPECT_EQ(joined(Said(people + "“Great to meet Paulo Reis in Lima,” Berg wrote.").encounters()), "Paulo Reis, Anna Berg | Lima | held");
}

TEST(Encounters, OfTheSameTwoTakeThemFromTheEncounterBefore) {
  EXPECT_EQ(joined(Said(people + "Berg met Reis in Lima on Monday. The two sides will meet again in July.").encounters()),
            "Anna Berg, Paulo Reis | Lima | held; Anna Berg, Paulo Reis | planned");
}

TEST(Encounters, AreNotThoseThatWereRefused) {
  EXPECT_EQ(joined(Said(people + "Berg met Reis in Lima. Berg refused to meet Reis.").encounters()),
            "Anna Berg, Paulo Reis | Lima | held; not Anna Berg, Paulo Reis | planned");
}

TEST(Encounters, CountWhoIsHeardThere) {
  EXPECT_EQ(joined(Said("Norway and Peru held a summit in Lima. Swedish Prime Minister Tom Hale said at the summit that trade had grown.")
                       .encounters()),
            "Norway, Peru, Tom Hale | Lima | held");
}

TEST(Encounters, OfOneKindAndPlaceAreOne) {
  EXPECT_EQ(Said("Norway attended a summit in Lima. Peru addressed the regional summit in Lima.").encounters().size(), 1U);
  EXPECT_EQ(Said("Norway attended a summit in Lima. Peru addressed the regional summit in Oslo.").encounters().size(), 2U);
}

std::vector<std::string> times(const std::string& text) {
  return Said(text, "2019-06-12").frames("Meeting", {"time", "status"});
}

TEST(Encounters, DoNotTakeTheDayOfTheVerbThatCalledThemOff) {
  EXPECT_EQ(joined(times(people + "Berg on Monday called off talks with Reis.")), "- | cancelled");
  EXPECT_EQ(joined(times(people + "The talks between Berg and Reis were called off on Monday.")), "- | cancelled");
  EXPECT_EQ(joined(times(people + "Berg called off talks with Reis that had been scheduled for June 20.")), "June 20 | cancelled");
  EXPECT_EQ(joined(times(people + "Berg agreed Monday to meet Reis.")), "- | planned");
  EXPECT_EQ(joined(times(people + "Berg is expected Friday to meet Reis.")), "Friday | planned");
}

TEST(Encounters, ThatAreOverAreNoPlans) {
  EXPECT_EQ(joined(times(people + "Berg was expected to brief the cabinet on her talks last month with Reis.")), "last month | held");
}

TEST(Encounters, AreReadBehindAPhraseThatBeginsTheText) {
  EXPECT_EQ(joined(Said("With the minister of Peru, Foreign Minister Anna Berg met Paulo Reis.").encounters()),
            "Anna Berg, Paulo Reis | held");
}

TEST(Encounters, TakeTheDatelineOnlyForWhatIsNewAndNear) {
  const std::string start = "OSLO, June 12 - ";
  EXPECT_EQ(joined(Said(start + "Anna Berg met Paulo Reis on Tuesday.", "2019-06-12").encounters()), "Anna Berg, Paulo Reis | OSLO | held");
  EXPECT_EQ(joined(Said(start + "Anna Berg met Paulo Reis in May.", "2019-06-12").encounters()), "Anna Berg, Paulo Reis | held");
  EXPECT_EQ(joined(Said(start + "Anna Berg phoned Paulo Reis.", "2019-06-12").encounters()), "Anna Berg, Paulo Reis | held");
  const std::string between = "It rained. The roads were closed. Nobody was hurt. Shops stayed open. ";
  EXPECT_EQ(joined(Said(start + "It snowed. " + between + "Anna Berg met Paulo Reis.", "2019-06-12").encounters()),
            "Anna Berg, Paulo Reis | held");
  EXPECT_EQ(joined(Said(start + "Anna Berg met Tom Hale on Tuesday. " + between + "Anna Berg met Paulo Reis on Tuesday.", "2019-06-12")
                       .encounters()),
            "Anna Berg, Tom Hale | OSLO | held; Anna Berg, Paulo Reis | OSLO | held");
}

}  // namespace
}  // namespace chancery
