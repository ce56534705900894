#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "said.hpp"

namespace chancery {
namespace {

using Lines = std::vector<std::string>;

const std::string people = "Foreign Minister Anna Berg of Norway and Peruvian President Paulo Reis are old friends. ";

TEST(Extractor, GivesNothingForNothing) {
  EXPECT_TRUE(Said("").meetings().empty());
  EXPECT_TRUE(Said("Rain fell on the hills.").meetings().empty());
}

TEST(Extractor, TakesListsWhole) {
  EXPECT_EQ(Said("Norway, Peru, and Chile held talks in Lima.").meetings(), (Lines{"Norway, Peru, Chile | Lima | held"}));
}

TEST(Extractor, JoinsADefiniteNounToTheEncounterBefore) {
  EXPECT_EQ(Said(people + "Berg will meet Reis in Lima. Fishermen cheered. The meeting was called off.").meetings(),
            (Lines{"Anna Berg, Paulo Reis | Lima | cancelled"}));
}

TEST(Extractor, KeepsTwoRoundsApart) {
  EXPECT_EQ(Said("Norway and Peru held talks in Lima on March 4. Norway and Peru will hold talks in Oslo on August 6.").meetings().size(),
            2U);
}

TEST(Extractor, DropsEncountersOfNobody) {
  EXPECT_TRUE(Said("The meeting was long. Talks went on.").meetings().empty());
}

struct Standing {
  const char* sentence;
  const char* expected;
};

class CueComposition : public testing::TestWithParam<Standing> {};

TEST_P(CueComposition, IsAsTheManualSays) {
  const Lines found = Said(people + GetParam().sentence).frames("Meeting", {"status"});
  ASSERT_EQ(found.size(), 1U) << GetParam().sentence;
  EXPECT_EQ(found.front(), GetParam().expected) << GetParam().sentence;
}

INSTANTIATE_TEST_SUITE_P(Manual, CueComposition,
                         testing::Values(Standing{"Berg met Reis.", "held"}, Standing{"Berg will meet Reis.", "planned"},
                                         Standing{"Berg could meet Reis.", "proposed"}, Standing{"Berg did not meet Reis.", "not held"},
                                         Standing{"Berg plans to meet Reis.", "planned"}, Standing{"Berg wants to meet Reis.", "proposed"},
                                         Standing{"Berg cancelled plans to meet Reis.", "cancelled"},
                                         Standing{"Berg refused to meet Reis.", "not planned"},
                                         Standing{"Berg postponed talks with Reis.", "postponed"},
                                         Standing{"The talks between Berg and Reis were called off.", "cancelled"}));

TEST(Speakers, StandBeforeAndBehindQuotations) {
  EXPECT_EQ(Said(people + "“We want the road open,” said Berg. “The road is open now,” Reis replied. Berg said: “That is good to hear.”")
                .quotations(),
            (Lines{"Anna Berg | “We want the road open,”", "Paulo Reis | “The road is open now,”", "Anna Berg | “That is good to hear.”"}));
}

TEST(Speakers, SayNoHeadingBetweenParagraphs) {
  const std::string text =
      "Mia Larsen, the envoy, told reporters in Oslo that the harbour had been closed for a week and that nobody knew when it would "
      "open.\n\n"
      "%1\n\nThe storm had begun on Sunday, and the ships had stayed out at sea for days until the wind turned and the rain went away.";
  const auto with = [&](const std::string& line) {
    return Said(text.substr(0, text.find("%1")) + line + text.substr(text.find("%1") + 2));
  };
  EXPECT_TRUE(with("“No way to land”").quotations().empty());
  EXPECT_EQ(with("“There was no way to land.”").quotations().size(), 1U);
}

TEST(Speakers, StandBeforeAHeading) {
  const std::string told =
      "Mia Larsen, the envoy, told reporters in Oslo that the harbour had been closed for a week and that nobody knew when it would "
      "open.\n\nWind and rain\n\n";
  EXPECT_EQ(
      Said(told + "“The ships had stayed out at sea for days until the wind turned and the rain went away from us all.”").quotations(),
      (Lines{"Mia Larsen | “The ships had stayed out at sea for days until the wind turned and the rain went away from us all.”"}));
}

TEST(Speakers, AreKeptOverTheNextQuotation) {
  EXPECT_EQ(Said(people + "“We want the road open,” Berg said. “It has been shut for a year.”").quotations(),
            (Lines{"Anna Berg | “We want the road open,”", "Anna Berg | “It has been shut for a year.”"}));
}

TEST(Speakers, AreFoundByPronoun) {
  EXPECT_EQ(Said("Norwegian Foreign Minister Anna Berg arrived late. “We want the road open,” she said.").quotations(),
            (Lines{"Anna Berg | “We want the road open,”"}));
}

TEST(Speakers, AreNotInvented) {
  EXPECT_TRUE(Said("The sign reads “no entry for trucks”.").quotations().empty());
}

TEST(Statements, AreAboutWhatTheirWordsName) {
  const Said said(people +
                  "“The leaders of Norway and Kenya should hear U.S. President Gerald Ford,” Berg said. “They will not,” she added.");
  EXPECT_EQ(said.frames("Statement", {"speaker", "about"}), (Lines{"Anna Berg | Norway, Kenya, Gerald Ford", "Anna Berg | -"}));
}

TEST(Speakers, NeedAVerbForOneOrTwoWords) {
  EXPECT_TRUE(Said(people + "Berg's “iron road” is famous.").quotations().empty());
}

}  // namespace
}  // namespace chancery
