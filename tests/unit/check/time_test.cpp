// Holders, order, presence, one value, homonyms, statuses and contradictions.
#include <gtest/gtest.h>

#include "unit/check/support.hpp"

namespace chancery {
namespace {

using testing::claim;
using testing::findings;
using testing::graph_of;
using testing::lines;
using Lines = std::vector<std::string>;

constexpr auto single_holder = R"(
checks:
- kind: single-holder
  properties:
    {member: org:member, post: ch:post, role: org:role, single: ch:singleHolder, tenure: ch:tenure, as-of: ch:asOf,
     during: org:memberDuring, start: time:hasBeginning, end: time:hasEnd, at: time:inXSDDate}
  current: ch:Current
)";

std::string membership(const std::string& id, const std::string& person, const std::string& date,
                       const std::string& tenure = "ch:Current") {
  std::string out = "membership:" + id + " org:member person:" + person + "\nmembership:" + id + " ch:post post:x\nmembership:" + id +
                    " ch:tenure " + tenure + "\n";
  if (!date.empty()) out += "membership:" + id + " ch:asOf \"" + date + "\"^^xsd:date\n";
  return out;
}

const std::string post = "post:x org:role role:r\nrole:r ch:singleHolder \"true\"^^xsd:boolean\n";

TEST(SingleHolder, FindsTwoPeopleOnOneDayOnly) {
  EXPECT_EQ(lines(findings(single_holder, graph_of(post + membership("1", "a", "2024-05-01") + membership("2", "b", "2024-05-01")))),
            Lines{"warning single-holder x: x has two holders on 2024-05-01: a and b"});
  EXPECT_TRUE(findings(single_holder, graph_of(post + membership("1", "a", "2024-05-01") + membership("2", "b", "2024-05-02"))).empty());
  EXPECT_TRUE(findings(single_holder, graph_of(post + membership("1", "a", "2024-05-01") + membership("2", "a", "2024-05-01"))).empty());
}

TEST(SingleHolder, TakesNeitherUndatedNorFormerForToday) {
  EXPECT_TRUE(findings(single_holder, graph_of(post + membership("1", "a", "") + membership("2", "b", ""))).empty());
  EXPECT_TRUE(findings(single_holder, graph_of(post + membership("1", "a", "2024-05-01") + membership("2", "b", "2024-05-01", "ch:Former")))
                  .empty());
}

TEST(SingleHolder, KnowsThePeriodOfAStatedInterval) {
  const std::string interval =
      "membership:1 org:memberDuring interval:i\ninterval:i time:hasBeginning interval:b\ninterval:b time:inXSDDate "
      "\"2020-01-01\"^^xsd:date\n"
      "interval:i time:hasEnd interval:e\ninterval:e time:inXSDDate \"2024-12-31\"^^xsd:date\n";
  EXPECT_EQ(lines(findings(single_holder, graph_of(post + interval + membership("1", "a", "2025-01-01", "ch:Former") +
                                                   membership("2", "b", "2024-05-01")))),
            Lines{"warning single-holder x: x has two holders on 2024-05-01: a and b"});
}

TEST(SingleHolder, AsksTheRoleWhetherItIsForOne) {
  const FactGraph graph = graph_of("post:x org:role role:r\nrole:other ch:singleHolder \"true\"^^xsd:boolean\n" +
                                   membership("1", "a", "2024-05-01") + membership("2", "b", "2024-05-01"));
  EXPECT_TRUE(findings(single_holder, graph).empty());
}

constexpr auto order = R"(
checks:
- kind: order
  properties: {before: time:before, after: time:after, during: schema:superEvent, start: schema:startDate, end: schema:endDate,
               begins: time:hasBeginning, ends: time:hasEnd, at: time:inXSDDate, earliest: ch:earliest, latest: ch:latest}
)";

TEST(Order, FindsAnIntervalThatEndsBeforeItBegins) {
  const auto found =
      findings(order, graph_of("meeting:m ch:earliest \"2024-05-03\"^^xsd:date\nmeeting:m ch:latest \"2024-05-01\"^^xsd:date"));
  EXPECT_EQ(lines(found), Lines{"violation order m: What is said of the time of m cannot all hold"});
  EXPECT_EQ(found.at(0).proof, (Lines{"m earliest \"2024-05-03\"", "m latest \"2024-05-01\""}));
}

TEST(Order, FindsALoopOfBeforeOnlyIfTimePasses) {
  EXPECT_TRUE(findings(order, graph_of("meeting:a time:before meeting:b\nmeeting:b time:before meeting:a")).empty())
      << "both may be on one day";
  const auto found = findings(order, graph_of(R"(
    meeting:a time:before meeting:b
    meeting:b time:before meeting:c
    meeting:a schema:startDate "2024-05"^^xsd:gYearMonth
    meeting:c schema:endDate "2024-04-30"^^xsd:date
    meeting:d time:before meeting:c
  )"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].proof, (Lines{"a before b", "a startDate \"2024-05\"", "b before c", "c endDate \"2024-04-30\""}));
}

TEST(Order, KeepsAnEventWithinTheOneItIsPartOf) {
  const std::string outer =
      "meeting:s schema:startDate \"2024-05-10\"^^xsd:date\nmeeting:s schema:endDate \"2024-05-12\"^^xsd:date\nmeeting:m schema:superEvent "
      "meeting:s\n";
  EXPECT_TRUE(findings(order, graph_of(outer + "meeting:m schema:startDate \"2024-05-12\"^^xsd:date")).empty());
  EXPECT_EQ(findings(order, graph_of(outer + "meeting:m schema:startDate \"2024-05-13\"^^xsd:date")).size(), 1U);
}

TEST(Order, ReadsInstantsOfIntervals) {
  EXPECT_EQ(findings(order, graph_of(R"(
    interval:i time:hasBeginning interval:b
    interval:i time:hasEnd interval:e
    interval:b time:inXSDDate "2024-05-03"^^xsd:date
    interval:e time:inXSDDate "2024-05-01"^^xsd:date
  )"))
                .size(),
            1U);
}

constexpr auto presence = R"(
checks:
- kind: presence
  properties: {attendee: schema:attendee, location: schema:location, start: schema:startDate, end: schema:endDate, status: schema:eventStatus,
               within: schema:containedInPlace, latitude: geo:lat, longitude: geo:long}
  held: ch:Held
  remote: ch:PhoneCall
)";

std::string event(const std::string& id, const std::string& place, const std::string& from, const std::string& to) {
  const std::string type = from.find('T') == std::string::npos ? "xsd:date" : "xsd:dateTime";
  return "meeting:" + id + " schema:attendee person:p\nmeeting:" + id + " schema:location place:" + place + "\nmeeting:" + id +
         " schema:eventStatus ch:Held\nmeeting:" + id + " schema:startDate \"" + from + "\"^^" + type + "\nmeeting:" + id +
         " schema:endDate \"" + to + "\"^^" + type + "\n";
}

const std::string places = R"(
  place:paris geo:lat "48.86"^^xsd:decimal
  place:paris geo:long "2.35"^^xsd:decimal
  place:rome geo:lat "41.9"^^xsd:decimal
  place:rome geo:long "12.5"^^xsd:decimal
  place:louvre geo:lat "48.861"^^xsd:decimal
  place:louvre geo:long "2.336"^^xsd:decimal
  place:louvre schema:containedInPlace place:paris
)";

TEST(Presence, FindsADayStrictlyInsideAnotherStay) {
  const std::string stay = places + event("a", "paris", "2024-05-01", "2024-05-05");
  EXPECT_EQ(lines(findings(presence, graph_of(stay + event("b", "rome", "2024-05-03", "2024-05-03")))),
            Lines{"warning presence p: p is in paris and in rome at the same time"});
  EXPECT_TRUE(findings(presence, graph_of(stay + event("b", "rome", "2024-05-05", "2024-05-05"))).empty())
      << "people travel on the last day";
  EXPECT_TRUE(findings(presence, graph_of(stay + event("b", "louvre", "2024-05-03", "2024-05-03"))).empty());
  EXPECT_TRUE(findings(presence, graph_of(stay + event("b", "unknown", "2024-05-03", "2024-05-03"))).empty());
  EXPECT_TRUE(findings(presence, graph_of(stay + event("b", "rome", "2024-05-03", "2024-05-03") + "meeting:b a ch:PhoneCall")).empty());
}

TEST(Presence, ComparesClockTimes) {
  const std::string morning = places + event("a", "paris", "2024-05-01T09:00:00", "2024-05-01T12:00:00");
  EXPECT_EQ(findings(presence, graph_of(morning + event("b", "rome", "2024-05-01T11:00:00", "2024-05-01T13:00:00"))).size(), 1U);
  EXPECT_TRUE(findings(presence, graph_of(morning + event("b", "rome", "2024-05-01T15:00:00", "2024-05-01T16:00:00"))).empty());
}

constexpr auto functional = "checks:\n- {kind: functional, properties: [schema:startDate, geo:lat, ch:title]}\n";

TEST(Functional, LetsValuesDifferThatCanBeOne) {
  EXPECT_TRUE(
      findings(functional,
               graph_of("meeting:m schema:startDate \"2024-05-03\"^^xsd:date\nmeeting:m schema:startDate \"2024-05\"^^xsd:gYearMonth"))
          .empty());
  EXPECT_TRUE(findings(functional, graph_of("place:p geo:lat \"1.50\"^^xsd:decimal\nplace:p geo:lat \"1.5\"^^xsd:decimal")).empty());
  EXPECT_TRUE(findings(functional, graph_of("post:p ch:title \"Minister\"@en\npost:p ch:title \"Ministre\"@fr")).empty());
  EXPECT_EQ(lines(findings(
                functional,
                graph_of("meeting:m schema:startDate \"2024-05-03\"^^xsd:date\nmeeting:m schema:startDate \"2024-06\"^^xsd:gYearMonth"))),
            Lines{"violation functional m: m has two values of startDate: \"2024-05-03\" and \"2024-06\""});
}

constexpr auto homonym = R"(
checks:
- kind: homonym
  properties: {member: org:member, post: ch:post, body: org:postIn, related: [schema:containedInPlace]}
  classes: schema:Country
)";

TEST(Homonym, SuspectsOfficesInUnrelatedCountries) {
  const std::string data =
      "membership:1 org:member person:p\nmembership:1 ch:post post:a\npost:a org:postIn polity:a\npolity:a a schema:Country\n"
      "membership:2 org:member person:p\nmembership:2 ch:post post:b\npost:b org:postIn polity:b\n";
  EXPECT_EQ(lines(findings(homonym, graph_of(data + "polity:b a schema:Country"))),
            Lines{"warning homonym p: p holds offices in a and b: one person, or two of one name?"});
  EXPECT_TRUE(findings(homonym, graph_of(data)).empty()) << "b is no country";
  EXPECT_TRUE(findings(homonym, graph_of(data + "polity:b a schema:Country\npolity:b schema:containedInPlace polity:a")).empty());
}

constexpr auto contradiction = "checks:\n- {kind: contradiction, properties: {polarity: ch:polarity}}\n";

TEST(Contradiction, IsOneOnlyBetweenTheArticlesThemselves) {
  const std::string triple = "meeting:m schema:eventStatus ch:Held";
  const std::string yes = claim(1, triple, "one", "2020-11-23", "They met.");
  const auto own = findings(contradiction, graph_of(yes + claim(2, triple, "two", "2020-11-24", "They did not meet.", "false")));
  EXPECT_EQ(lines(own), Lines{"violation contradiction m: About one says, About two denies: m eventStatus Held"});
  ASSERT_EQ(own[0].evidence.size(), 2U);
  EXPECT_EQ(own[0].evidence[1].sentence, "They did not meet.");
  const auto told = findings(contradiction, graph_of(yes + claim(2, triple, "two", "2020-11-24", "He denied it.", "false", "person:p")));
  EXPECT_EQ(lines(told), Lines{"info contradiction m: About one says, p denies: m eventStatus Held"});
  EXPECT_TRUE(findings(contradiction, graph_of(yes)).empty());
}

constexpr auto status = R"(
checks:
- kind: status
  properties: {status: schema:eventStatus, earliest: ch:earliest, latest: ch:latest}
  held: ch:Held
  cancelled: schema:EventCancelled
)";

std::string on_day(const std::string& day) {
  return "meeting:m ch:earliest \"" + day + "\"^^xsd:date\nmeeting:m ch:latest \"" + day + "\"^^xsd:date\n";
}

TEST(Status, LetsPlansChangeBeforeTheDay) {
  const std::string held = claim(1, "meeting:m schema:eventStatus ch:Held", "one", "2018-06-12", "They met.");
  const auto cancelled = [](const char* date) {
    return claim(2, "meeting:m schema:eventStatus schema:EventCancelled", "two", date, "It was called off.");
  };
  EXPECT_EQ(lines(findings(status, graph_of(held + cancelled("2018-05-25") + on_day("2018-06-12")))),
            Lines{"info status m: m: cancelled for one article, held for another"});
  EXPECT_EQ(lines(findings(status, graph_of(held + cancelled("2018-06-13") + on_day("2018-06-12")))),
            Lines{"violation status m: m: held for one article, cancelled for another"});
}

TEST(Status, FindsAnEventHeldBeforeItsDay) {
  const auto found =
      findings(status, graph_of(claim(1, "meeting:m schema:eventStatus ch:Held", "one", "2018-06-10", "They met.") + on_day("2018-06-12")));
  EXPECT_EQ(lines(found), Lines{"violation status m: m: reported as held on 2018-06-10, before it could be (2018-06-12)"});
}

}  // namespace
}  // namespace chancery
