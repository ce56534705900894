#include "graph/derive.hpp"

#include <gtest/gtest.h>

#include <map>

#include "shard_text.hpp"

namespace chancery {
namespace {

using support::derive_all;
using support::holds;
using support::objects;
using support::shard;

using Texts = std::vector<std::string>;

/// An article with a date, a claim of it about an event's status, and the place in its text.
std::string status_claim(const std::string& article, const std::string& date, const std::string& claim, const std::string& event,
                         const std::string& status, const std::string& rest = "") {
  const std::string dated = date.empty() ? "" : " ; schema:datePublished " + date;
  return "@article:" + article + "\narticle:" + article + " a schema:NewsArticle" + dated + "\n" + event +
         " a ch:Meeting ; a schema:Event\n" + "claim:" + claim + " a ch:Claim ; rdf:subject " + event +
         " ; rdf:predicate schema:eventStatus ; rdf:object " + status + " ; prov:wasDerivedFrom article:span." + claim +
         (rest.empty() ? " ; ch:factuality ch:Certain ; ch:polarity true" : rest) + "\narticle:span." + claim +
         " a nif:RFC5147String ; nif:referenceContext article:" + article + "\n";
}

Texts statuses(const std::string& text) {
  const Derived derived = derive_all(shard(text));
  return objects(derived, derived.graph, "meeting:m1", "schema:eventStatus");
}

std::string written(std::string_view name) {
  return "<" + support::full(name) + ">";
}

TEST(DeriveLabels, PreferTheLexiconsName) {
  const Derived derived = derive_all(shard(
      "person:a a foaf:Person ; skos:prefLabel \"Ana_Diaz\"@en ; skos:altLabel \"Ms_Ana_Maria_Diaz\"@en ; skos:altLabel \"Diaz\"@en"));
  EXPECT_EQ(objects(derived, derived.graph, "person:a", "rdfs:label"), (Texts{"\"Ana Diaz\"@en"}));
  EXPECT_EQ(objects(derived, derived.graph, "person:a", "foaf:name"), (Texts{"\"Ana Diaz\""}));
  EXPECT_EQ(objects(derived, derived.graph, "person:a", "skos:altLabel"), (Texts{"\"Diaz\"@en", "\"Ms Ana Maria Diaz\"@en"}));
  EXPECT_TRUE(objects(derived, derived.graph, "person:a", "skos:prefLabel").empty());
}

TEST(DeriveLabels, ElseTakeMostWordsThenLongestThenFirst) {
  const auto label = [](const std::string& forms) {
    const Derived derived = derive_all(shard("organization:a a org:Organization" + forms));
    return objects(derived, derived.graph, "organization:a", "rdfs:label");
  };
  EXPECT_EQ(label(" ; skos:altLabel \"Interministerial\"@en ; skos:altLabel \"A_B\"@en"), (Texts{"\"A B\"@en"}));
  EXPECT_EQ(label(" ; skos:altLabel \"Ab_C\"@en ; skos:altLabel \"A_B\"@en"), (Texts{"\"Ab C\"@en"}));
  EXPECT_EQ(label(" ; skos:altLabel \"B_C\"@en ; skos:altLabel \"A_B\"@en"), (Texts{"\"A B\"@en"}));
  EXPECT_EQ(label(" ; skos:altLabel \"éé\"@en ; skos:altLabel \"abc\"@en"), (Texts{"\"abc\"@en"}));
  EXPECT_TRUE(label("").empty());
}

TEST(DeriveLabels, KeepOneLabelOfOtherNodesAndTheRestAsForms) {
  const Derived derived =
      derive_all(shard("post:p a org:Post ; rdfs:label \"Envoy\"@en ; rdfs:label \"Envoy_of_Ruritania\"@en ; skos:altLabel \"envoy\"@en"));
  EXPECT_EQ(objects(derived, derived.graph, "post:p", "rdfs:label"), (Texts{"\"Envoy of Ruritania\"@en"}));
  EXPECT_EQ(objects(derived, derived.graph, "post:p", "skos:altLabel"), (Texts{"\"Envoy\"@en", "\"envoy\"@en"}));
  EXPECT_TRUE(objects(derived, derived.graph, "post:p", "foaf:name").empty());
}

TEST(DeriveStatus, TakesOnlyCertainAndPositiveClaims) {
  EXPECT_EQ(statuses(status_claim("a1", "2025-04-01", "c1", "meeting:m1", "ch:Held")), (Texts{written("ch:Held")}));
  EXPECT_TRUE(
      statuses(status_claim("a1", "2025-04-01", "c1", "meeting:m1", "ch:Held", " ; ch:factuality ch:Probable ; ch:polarity true")).empty());
  EXPECT_TRUE(
      statuses(status_claim("a1", "2025-04-01", "c1", "meeting:m1", "ch:Held", " ; ch:factuality ch:Certain ; ch:polarity false")).empty());
  EXPECT_TRUE(statuses(status_claim("a1", "2025-04-01", "c1", "meeting:m1", "ch:Unheard")).empty());
}

TEST(DeriveStatus, TheNewestArticleDecides) {
  const std::string planned = status_claim("a1", "2025-04-01", "c1", "meeting:m1", "schema:EventCancelled");
  EXPECT_EQ(statuses(planned + status_claim("a2", "2025-04-03", "c2", "meeting:m1", "ch:Proposed")), (Texts{written("ch:Proposed")}));
  EXPECT_EQ(statuses(planned + status_claim("a2", "2025-03-03", "c2", "meeting:m1", "ch:Held")), (Texts{written("schema:EventCancelled")}));
}

TEST(DeriveStatus, TiesGoByTheirOrder) {
  const std::vector<std::string> order = {"schema:EventCancelled", "ch:Held", "schema:EventPostponed", "schema:EventScheduled",
                                          "ch:Proposed"};
  for (std::size_t i = 0; i + 1 < order.size(); ++i) {
    const std::string both =
        status_claim("a1", "2025-04-01", "c1", "meeting:m1", order[i + 1]) + status_claim("a2", "2025-04-01", "c2", "meeting:m1", order[i]);
    EXPECT_EQ(statuses(both), (Texts{written(order[i])}));
  }
}

TEST(DeriveStatus, UndatedArticlesAreAllKeptButEachSaysOneThing) {
  const std::string first =
      status_claim("a1", "", "c1", "meeting:m1", "ch:Held") + status_claim("a1", "", "c3", "meeting:m1", "schema:EventScheduled");
  EXPECT_EQ(statuses(first), (Texts{written("ch:Held")}));
  const std::string second = status_claim("a2", "", "c2", "meeting:m1", "schema:EventCancelled");
  EXPECT_EQ(statuses(first + second).size(), 2U);
  EXPECT_EQ(statuses(first + second + status_claim("a4", "2025-04-01", "c4", "meeting:m1", "ch:Proposed")).size(), 3U);
}

TEST(DeriveMet, TiesThePeopleOfAHeldEventBothWays) {
  const std::string people =
      "person:a a foaf:Person\nperson:b a foaf:Person\npolity:c a ch:Polity\n"
      "meeting:m1 schema:attendee person:a ; schema:attendee person:b ; schema:attendee polity:c\n";
  const Derived held = derive_all(shard(status_claim("a1", "2025-04-01", "c1", "meeting:m1", "ch:Held") + people));
  EXPECT_TRUE(holds(held, held.graph, "person:a", "ch:met", "person:b"));
  EXPECT_TRUE(holds(held, held.graph, "person:b", "ch:met", "person:a"));
  EXPECT_EQ(objects(held, held.graph, "person:a", "ch:met").size(), 1U);
  const Derived planned = derive_all(shard(status_claim("a1", "2025-04-01", "c1", "meeting:m1", "schema:EventScheduled") + people));
  EXPECT_TRUE(objects(planned, planned.graph, "person:a", "ch:met").empty());
}

TEST(DeriveHolds, TheNewestDatedMembershipDecides) {
  const auto holder = [](const std::string& memberships) {
    const Derived derived = derive_all(shard(memberships));
    return holds(derived, derived.graph, "person:a", "org:holds", "post:p");
  };
  const auto one = [](const std::string& name, const std::string& tenure, const std::string& date) {
    return "membership:" + name + " a org:Membership ; org:member person:a ; ch:post post:p ; ch:tenure ch:" + tenure +
           (date.empty() ? "" : " ; ch:asOf " + date) + "\n";
  };
  EXPECT_TRUE(holder(one("m1", "Current", "2025-04-01")));
  EXPECT_TRUE(holder(one("m1", "Former", "2025-04-01") + one("m2", "Current", "2025-05-01")));
  EXPECT_FALSE(holder(one("m1", "Former", "2025-06-01") + one("m2", "Current", "2025-05-01")));
  EXPECT_FALSE(holder(one("m1", "Former", "2025-05-01") + one("m2", "Current", "2025-05-01")));
  EXPECT_FALSE(holder(one("m1", "Future", "2025-05-01")));
  EXPECT_TRUE(holder(one("m1", "Current", "")));
  EXPECT_TRUE(holder(one("m1", "Current", "") + one("m2", "Future", "")));
  EXPECT_FALSE(holder(one("m1", "Current", "") + one("m2", "Former", "")));
  EXPECT_FALSE(holder(one("m1", "Future", "")));
  EXPECT_TRUE(holder(one("m1", "Current", "2025-05-01") + one("m2", "Former", "")));
}

TEST(DeriveSplit, ArticlesClaimsSpansAndRunsAreEvidence) {
  const Derived derived = derive_all(shard(status_claim("a1", "2025-04-01", "c1", "meeting:m1", "ch:Held") +
                                           "run:r a prov:Activity\nstatement:s a ch:Statement ; a prov:Entity ; ch:content claim:c1\n"));
  for (const char* node : {"article:a1", "claim:c1", "article:span.c1", "run:r"}) {
    EXPECT_FALSE(objects(derived, derived.evidence, node, "rdf:type").empty()) << node;
    EXPECT_TRUE(objects(derived, derived.graph, node, "rdf:type").empty()) << node;
  }
  for (const char* node : {"meeting:m1", "statement:s"}) {
    EXPECT_TRUE(objects(derived, derived.evidence, node, "rdf:type").empty()) << node;
    EXPECT_FALSE(objects(derived, derived.graph, node, "rdf:type").empty()) << node;
  }
}

TEST(DeriveSplit, APublisherIsEvidenceUnlessTheNewsSpeaksOfIt) {
  const std::string article =
      "@article:a1\narticle:a1 a schema:NewsArticle ; schema:publisher organization:n\norganization:n a org:Organization ; skos:prefLabel "
      "\"N\"@en\n";
  const Derived alone = derive_all(shard(article));
  EXPECT_TRUE(holds(alone, alone.evidence, "organization:n", "rdfs:label", "\"N\"@en"));
  EXPECT_EQ(alone.graph.size(), 0U);
  const Derived named = derive_all(shard(article + "article:a1 schema:mentions organization:n\n"));
  EXPECT_TRUE(holds(named, named.graph, "organization:n", "a", "org:Organization"));
  const Derived cited = derive_all(shard(article + "statement:s a ch:Statement ; ch:reportedBy organization:n\n"));
  EXPECT_TRUE(holds(cited, cited.graph, "organization:n", "a", "org:Organization"));
  EXPECT_TRUE(holds(cited, cited.graph, "organization:n", "ch:background", "true"));
}

TEST(DeriveBackground, MarksEntitiesThatNoArticleNames) {
  const Derived derived =
      derive_all(shard("article:a1 a schema:NewsArticle ; schema:mentions place:p\nplace:p a schema:Place ; schema:containedInPlace "
                       "polity:c\npolity:c a ch:Polity\npost:x a org:Post"));
  EXPECT_TRUE(holds(derived, derived.graph, "polity:c", "ch:background", "true"));
  EXPECT_FALSE(holds(derived, derived.graph, "place:p", "ch:background", "true"));
  EXPECT_FALSE(holds(derived, derived.graph, "post:x", "ch:background", "true"));
}

TEST(Derive, GivesDerivedQuadsAGraphOfTheirOwn) {
  const Derived derived = derive_all(
      shard(status_claim("a1", "2025-04-01", "c1", "meeting:m1", "ch:Held") + "person:a a foaf:Person ; skos:altLabel \"A\"@en\n"));
  struct Names final : StatementSink {
    std::map<std::string, std::string> of;
    void add(const Statement& s) override { of[s.predicate.value] = s.graph; }
  } names;
  emit_quads(derived.terms, derived.graph, names);
  EXPECT_EQ(names.of[support::full("rdfs:label")], graph_names::derived);
  EXPECT_EQ(names.of[support::full("schema:eventStatus")], graph_names::derived);
  EXPECT_EQ(names.of[support::full("rdf:type")], support::full("article:a1"));
  Names evidence;
  emit_quads(derived.terms, derived.evidence, evidence);
  EXPECT_EQ(evidence.of[support::full("rdf:predicate")], graph_names::claims);
}

TEST(Derive, OfNothingIsNothing) {
  const Derived derived = derive_all({});
  EXPECT_EQ(derived.graph.size() + derived.evidence.size(), 0U);
}

}  // namespace
}  // namespace chancery
