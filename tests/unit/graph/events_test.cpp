#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "graph/derive.hpp"
#include "rdf/line_writer.hpp"
#include "shard_text.hpp"

namespace chancery {
namespace {

using support::derive_all;
using support::holds;
using support::objects;
using support::shard;

/// An event of an article, on 2025-04-11 unless `more` says another day.
std::string event(const std::string& article, const std::string& name, const std::string& people, const std::string& kind = "",
                  const std::string& place = "", const std::string& day = "2025-04-11") {
  std::string out =
      "@article:" + article + "\nmeeting:" + name + " a ch:Meeting ; a schema:Event ; ch:earliest " + day + " ; ch:latest " + day;
  if (!kind.empty()) out += " ; a " + kind;
  if (!place.empty()) out += " ; schema:location place:" + place;
  for (const char person : people) out += std::string(" ; schema:attendee person:") + person;
  return out + "\n";
}

std::size_t united(const std::string& text) {
  return derive_all(shard(text)).united_events;
}

TEST(UniteEvents, OfOneDayAndKindWithTwoSharedParticipants) {
  EXPECT_EQ(united(event("a1", "m1", "ab") + event("a2", "m2", "abc")), 1U);
  EXPECT_EQ(united(event("a1", "m1", "ab") + event("a2", "m2", "ac")), 0U);
  EXPECT_EQ(united(event("a1", "m1", "ab") + event("a2", "m2", "ab", "", "", "2025-04-12")), 0U);
  EXPECT_EQ(united(event("a1", "m1", "ab", "ch:Talks") + event("a2", "m2", "ab", "ch:Talks")), 1U);
  EXPECT_EQ(united(event("a1", "m1", "ab", "ch:Talks") + event("a2", "m2", "ab")), 1U);
  EXPECT_EQ(united(event("a1", "m1", "ab", "ch:Talks") + event("a2", "m2", "ab", "ch:PhoneCall")), 0U);
}

TEST(UniteEvents, OfOnePlaceWithOneSharedParticipantAndNoOtherGuests) {
  EXPECT_EQ(united(event("a1", "m1", "a", "", "x") + event("a2", "m2", "a", "", "x")), 1U);
  EXPECT_EQ(united(event("a1", "m1", "ab", "", "x") + event("a2", "m2", "a", "", "x")), 1U);
  EXPECT_EQ(united(event("a1", "m1", "ab", "", "x") + event("a2", "m2", "ac", "", "x")), 0U);
  EXPECT_EQ(united(event("a1", "m1", "a", "", "x") + event("a2", "m2", "a", "", "y")), 0U);
  EXPECT_EQ(united(event("a1", "m1", "ab", "", "x") + event("a2", "m2", "a", "", "x") + event("a3", "m3", "ac", "", "x")), 0U);
}

TEST(UniteEvents, NeverOnNamesOfOneArticleAlone) {
  const std::string scoped = "wang.a0123456789abcdef0123456789abcdef";
  const auto with = [&](const std::string& article, const std::string& name) {
    return event(article, name, "a") + "meeting:" + name + " schema:attendee person:" + scoped + "\n";
  };
  EXPECT_EQ(united(with("a1", "m1") + with("a2", "m2")), 0U);
}

/// An event of which an article denies everything: its day and people stand in claims alone.
std::string denied(const std::string& article, const std::string& name, const std::string& people, const std::string& day = "2025-04-11") {
  std::string out = "@article:" + article + "\nmeeting:" + name + " a ch:Meeting ; a schema:Event\n";
  int number = 0;
  const auto claim = [&](const std::string& predicate, const std::string& object) {
    out += "claim:" + name + std::to_string(number++) + " a ch:Claim ; rdf:subject meeting:" + name + " ; rdf:predicate " + predicate +
           " ; rdf:object " + object + " ; ch:polarity false\n";
  };
  claim("ch:earliest", day);
  claim("ch:latest", day);
  for (const char person : people) claim("schema:attendee", std::string("person:") + person);
  return out;
}

TEST(UniteEvents, WithWhatIsDeniedOfTheSameDayAndPeople) {
  EXPECT_EQ(united(event("a1", "m1", "ab") + denied("a2", "m2", "ab")), 1U);
  EXPECT_EQ(united(event("a1", "m1", "ab") + denied("a2", "m2", "ac")), 0U);
  EXPECT_EQ(united(event("a1", "m1", "ab") + denied("a2", "m2", "ab", "2025-04-12")), 0U);
  EXPECT_EQ(united(event("a1", "m1", "ab") + denied("a1", "m2", "ab")), 0U);
}

TEST(UniteEvents, NeverInsideOneArticle) {
  EXPECT_EQ(united(event("a1", "m1", "ab") + event("a1", "m2", "ab")), 0U);
}

TEST(UniteEvents, NotWhereARivalStands) {
  EXPECT_EQ(united(event("a1", "m1", "ab") + event("a1", "m2", "ab") + event("a2", "m3", "ab")), 0U);
  EXPECT_EQ(united(event("a1", "m1", "ab", "ch:Talks") + event("a2", "m2", "ab", "ch:Visit") + event("a3", "m3", "ab")), 0U);
  EXPECT_EQ(united(event("a1", "m1", "ab", "ch:Talks") + event("a1", "m2", "ab", "ch:PhoneCall") + event("a2", "m3", "ab", "ch:Talks")),
            1U);
}

TEST(UniteEvents, NeverBringsTwoOfOneArticleTogetherOverAThird) {
  const std::string text = event("a1", "m1", "ab") + event("a1", "m2", "cd") + event("a2", "m3", "abcd");
  EXPECT_EQ(united(text), 1U);
}

TEST(UniteEvents, KeepsTheSmallestIriEverywhere) {
  const Derived derived =
      derive_all(shard(event("a2", "m1", "ab", "ch:Talks") + event("a1", "m2", "abc", "", "x") +
                       "claim:c a ch:Claim ; rdf:subject meeting:m2 ; rdf:predicate schema:location ; rdf:object place:x\n"
                       "meeting:m9 a schema:Event ; schema:superEvent meeting:m2\n"));
  EXPECT_EQ(derived.united_events, 1U);
  EXPECT_TRUE(objects(derived, derived.graph, "meeting:m2", "rdf:type").empty());
  EXPECT_EQ(objects(derived, derived.graph, "meeting:m1", "schema:attendee").size(), 3U);
  EXPECT_TRUE(holds(derived, derived.graph, "meeting:m1", "schema:location", "place:x"));
  EXPECT_TRUE(holds(derived, derived.graph, "meeting:m9", "schema:superEvent", "meeting:m1"));
  EXPECT_TRUE(holds(derived, derived.evidence, "claim:c", "rdf:subject", "meeting:m1"));
}

TEST(UniteEvents, FindsTheArticleThroughClaimsWhereGraphsHaveNoNames) {
  const auto claimed = [](const std::string& article, const std::string& name) {
    return "claim:c" + name + " rdf:subject meeting:" + name + " ; prov:wasDerivedFrom article:s" + name + "\narticle:s" + name +
           " nif:referenceContext article:" + article + "\n";
  };
  std::string text = event("a1", "m1", "ab") + event("a2", "m2", "ab") + claimed("a1", "m1");
  const auto without_graphs = [](const std::string& from) {
    std::vector<Statement> out = shard(from);
    for (Statement& statement : out) statement.graph.clear();
    return out;
  };
  EXPECT_EQ(derive_all(without_graphs(text + claimed("a2", "m2"))).united_events, 1U);
  EXPECT_EQ(derive_all(without_graphs(text + claimed("a1", "m2"))).united_events, 0U);
}

/// Shards with everything that `derive` decides, some of it in conflict.
std::vector<Statement> many_shards(unsigned seed) {
  std::mt19937 random(seed);
  const auto pick = [&](unsigned n) { return std::to_string(random() % n); };
  const std::vector<std::string> kinds = {"", "", "ch:Talks", "ch:Visit"};
  const std::vector<std::string> status = {"ch:Held", "schema:EventScheduled", "schema:EventCancelled", "ch:Proposed",
                                           "schema:EventPostponed"};
  const std::vector<std::string> tenures = {"Current", "Former", "Future"};
  std::string text;
  for (int a = 0; a < 60; ++a) {
    const std::string article = "a" + std::to_string(a);
    text += "@article:" + article + "\narticle:" + article + " a schema:NewsArticle ; schema:mentions person:" + pick(9) +
            (random() % 3 != 0 ? " ; schema:datePublished 2025-04-1" + pick(3) : "") + " ; schema:publisher organization:" + pick(3) + "\n";
    for (int e = 0; e < 3; ++e) {
      const std::string name = "m" + std::to_string(random() % 100000) + "." + article;
      std::string people;
      for (unsigned i = 0; i < 1 + random() % 4; ++i) people += pick(6);
      text += event(article, name, people, kinds[random() % 4], random() % 2 ? "x" + pick(2) : "", "2025-04-1" + pick(2));
      text += "claim:c" + name + " a ch:Claim ; rdf:subject meeting:" + name + " ; rdf:predicate schema:eventStatus ; rdf:object " +
              status[random() % 5] + " ; prov:wasDerivedFrom article:s" + name + "\narticle:s" + name +
              " a nif:RFC5147String ; nif:referenceContext article:" + article + "\n";
    }
    text += "person:" + pick(9) + " a foaf:Person ; skos:altLabel \"" + pick(3) + "_x" + pick(20) + "\"@en ; skos:altLabel \"" + pick(30) +
            "\"@en\n";
    text += "organization:" + pick(3) + " a org:Organization ; skos:prefLabel \"N" + pick(2) + "\"@en\n";
    text += "membership:k" + std::to_string(a) + " org:member person:" + pick(6) + " ; ch:post post:" + pick(2) +
            " ; ch:tenure ch:" + tenures[random() % 3] + (random() % 2 ? " ; ch:asOf 2025-04-1" + pick(3) : "") + "\n";
  }
  return shard(text);
}

std::string written(const Derived& derived) {
  std::string text;
  StringByteSink bytes(text);
  LineWriter writer(bytes, LineSyntax::NQuads);
  emit_quads(derived.terms, derived.graph, writer);
  emit_quads(derived.terms, derived.evidence, writer);
  EXPECT_TRUE(writer.finish().ok());
  return text;
}

TEST(Derive, DoesNotSeeTheOrderOfShardsOrQuads) {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    std::vector<Statement> statements = many_shards(seed);
    const Derived first = derive_all(statements);
    EXPECT_GT(first.united_events, 3U);
    const std::string expected = written(first);
    std::mt19937 random(seed);
    for (int round = 0; round < 6; ++round) {
      std::shuffle(statements.begin(), statements.end(), random);
      for (int i = 0; i < 50; ++i) statements.push_back(statements[random() % statements.size()]);
      EXPECT_EQ(written(derive_all(statements)), expected) << "seed " << seed << " round " << round;
    }
  }
}

}  // namespace
}  // namespace chancery
