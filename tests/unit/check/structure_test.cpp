// Cycles, classes, identity, dangling nodes and components.
#include <gtest/gtest.h>

#include "unit/check/support.hpp"

namespace chancery {
namespace {

using testing::claim;
using testing::findings;
using testing::graph_of;
using testing::lines;
using Lines = std::vector<std::string>;

constexpr auto acyclic = "checks:\n- {kind: acyclic, properties: [schema:containedInPlace]}\n";
constexpr auto disjoint = "checks:\n- {kind: disjoint}\n";
constexpr auto domain_range = "checks:\n- {kind: domain-range}\n";
constexpr auto identity =
    "checks:\n- {kind: identity, properties: {same: owl:sameAs, different: owl:differentFrom}, catalogues: [\"wd:\"]}\n";
constexpr auto dangling =
    "checks:\n- {kind: dangling, labels: [rdfs:label], ignore: [owl:sameAs], unlabelled: [ch:Claim], outside: [\"wd:\"]}\n";
constexpr auto connected = "checks:\n- {kind: connected}\n";

TEST(Acyclic, NamesTheShortestCycleOfAComponent) {
  const FactGraph graph = graph_of(R"(
    place:a schema:containedInPlace place:b
    place:b schema:containedInPlace place:c
    place:c schema:containedInPlace place:a
    place:c schema:containedInPlace place:b
    place:d schema:containedInPlace place:a
  )");
  const auto found = findings(acyclic, graph);
  EXPECT_EQ(lines(found), Lines{"violation acyclic b: b reaches itself: b, c, b"});
  EXPECT_EQ(found.at(0).proof, (Lines{"b containedInPlace c", "c containedInPlace b"}));
}

TEST(Acyclic, FindsANodeInsideItselfAndLeavesTreesAlone) {
  EXPECT_EQ(lines(findings(acyclic, graph_of("place:a schema:containedInPlace place:a"))),
            Lines{"violation acyclic a: a reaches itself: a, a"});
  EXPECT_TRUE(findings(acyclic, graph_of("place:a schema:containedInPlace place:b\nplace:c schema:containedInPlace place:b")).empty());
}

TEST(Acyclic, ShowsTheSentenceBehindEachStep) {
  const FactGraph graph = graph_of("place:a schema:containedInPlace place:b\nplace:b schema:containedInPlace place:a\n" +
                                   claim(1, "place:a schema:containedInPlace place:b", "one", "2024-01-01", "A lies in B.") +
                                   claim(2, "place:b schema:containedInPlace place:a", "two", "2024-01-02", "B lies in A."));
  const auto found = findings(acyclic, graph);
  ASSERT_EQ(found.size(), 1U);
  ASSERT_EQ(found[0].evidence.size(), 2U);
  EXPECT_EQ(found[0].evidence[0].sentence, "A lies in B.");
  EXPECT_EQ(found[0].evidence[0].headline, "About one");
  EXPECT_EQ(found[0].evidence[0].rule, "tests/rule");
  EXPECT_EQ(found[0].evidence[1].date, "2024-01-02");
}

constexpr auto classes = R"(
  schema:City rdfs:subClassOf schema:AdministrativeArea
  schema:AdministrativeArea rdfs:subClassOf schema:Place
  foaf:Person owl:disjointWith schema:Place
  foaf:Person owl:equivalentClass schema:Person
  _:all a owl:AllDisjointClasses
  _:all owl:members _:l1
  _:l1 rdf:first schema:Place
  _:l1 rdf:rest _:l2
  _:l2 rdf:first schema:Event
  _:l2 rdf:rest rdf:nil
  schema:location rdfs:range schema:Place
  schema:attendee schema:domainIncludes schema:Event
  schema:attendee schema:rangeIncludes foaf:Person
  schema:attendee schema:rangeIncludes org:Organization
)";

TEST(Disjoint, FollowsSuperclassesAndEquivalentClasses) {
  const auto found =
      findings(disjoint, graph_of("place:georgia a schema:City\nplace:georgia a schema:Person\nplace:x a schema:City\n", classes));
  EXPECT_EQ(lines(found), Lines{"violation disjoint georgia: georgia is a City and a Person, which exclude each other"});
  EXPECT_EQ(found.at(0).proof, (Lines{"City < AdministrativeArea < Place", "Person < Person", "Place disjointWith Person"}));
}

TEST(Disjoint, ReportsOneConflictOnceHoweverManyClassesAreWrittenOut) {
  const auto found = findings(
      disjoint,
      graph_of("place:g a schema:City\nplace:g a schema:Place\nplace:g a schema:AdministrativeArea\nplace:g a foaf:Person\n", classes));
  EXPECT_EQ(lines(found), Lines{"violation disjoint g: g is a Place and a Person, which exclude each other"});
}

TEST(Disjoint, ReadsListsOfDisjointClasses) {
  EXPECT_EQ(lines(findings(disjoint, graph_of("place:g a schema:City\nplace:g a schema:Event\n", classes))),
            Lines{"violation disjoint g: g is a City and a Event, which exclude each other"});
}

TEST(DomainRange, WantsADisjointClassNotAMissingOne) {
  const auto found =
      findings(domain_range,
               graph_of("meeting:m schema:location person:p\nperson:p a foaf:Person\nmeeting:m schema:location place:untyped", classes));
  EXPECT_EQ(lines(found), Lines{"violation domain-range m: m location p: the object must be a Place, and is a Person"});
}

TEST(DomainRange, TakesIncludesAsAUnion) {
  EXPECT_TRUE(
      findings(domain_range, graph_of("meeting:m schema:attendee person:p\nperson:p a foaf:Person\nmeeting:m a schema:Event", classes))
          .empty());
  EXPECT_TRUE(findings(domain_range, graph_of("meeting:m schema:attendee place:p\nplace:p a schema:City", classes)).empty())
      << "a place may be an organisation";
  EXPECT_EQ(findings(domain_range, graph_of("place:p schema:attendee person:p\nplace:p a schema:City", classes)).size(), 1U);
}

TEST(Identity, GivesAWayForEachItemButTheFirst) {
  const auto found = findings(identity, graph_of(R"(
    person:a owl:sameAs wd:Q1
    person:a owl:sameAs person:b
    person:b owl:sameAs wd:Q2
    person:b owl:sameAs wd:Q3
  )"));
  EXPECT_EQ(lines(found),
            (Lines{"violation identity Q2: Q2 and Q1 are said to be the same, but they are two items of http://www.wikidata.org/entity/",
                   "violation identity Q3: Q3 and Q2 are said to be the same, but they are two items of http://www.wikidata.org/entity/"}));
  EXPECT_EQ(found.at(0).proof, (Lines{"b sameAs Q2", "a sameAs b", "a sameAs Q1"}));
}

TEST(Identity, MindsClassesAndNodesDeclaredDifferent) {
  EXPECT_EQ(lines(findings(identity, graph_of("person:a owl:sameAs place:b\nperson:a a foaf:Person\nplace:b a schema:City", classes))),
            Lines{"violation identity a: a and b are said to be the same, but one is a Person, the other a City"});
  EXPECT_EQ(
      lines(findings(identity, graph_of("person:a owl:sameAs wd:Q1\nperson:b owl:sameAs wd:Q1\nperson:a owl:differentFrom person:b"))),
      Lines{"violation identity a: a and b are said to be the same, but they are declared different"});
  EXPECT_TRUE(
      findings(identity, graph_of("person:a owl:sameAs wd:Q1\nperson:b owl:sameAs wd:Q2\nperson:a owl:differentFrom person:b")).empty());
}

TEST(Dangling, FindsWhatHasNoClassOrNoName) {
  const auto found = findings(dangling, graph_of(R"(
    person:a a foaf:Person
    person:a rdfs:label "A"@en
    person:a ch:met person:b
    person:a org:holds post:p
    post:p a org:Post
    person:a owl:sameAs person:elsewhere
    person:a org:memberOf wd:Q1
    claim:c a ch:Claim
  )"));
  EXPECT_EQ(lines(found), (Lines{"violation dangling b: b has no class and no name", "violation dangling p: p has no name"}));
}

TEST(Connected, CountsWhatIsNotTiedToTheRest) {
  EXPECT_EQ(
      lines(findings(connected,
                     graph_of("person:a ch:met person:b\nperson:b ch:met person:c\nperson:x ch:met person:y\nplace:z a schema:City"))),
      Lines{"info connected x: 3 parts: the largest holds 3 of 6 nodes; 3 are not tied to it, such as x"});
  EXPECT_TRUE(findings(connected, graph_of("person:a ch:met person:b")).empty());
  EXPECT_EQ(lines(findings(
                connected,
                graph_of("person:a ch:met person:b\nperson:b ch:met person:c\nperson:x ch:met person:y\nperson:y rdfs:label \"Y\"@en"))),
            Lines{"info connected y: 2 parts: the largest holds 3 of 5 nodes; 2 are not tied to it, such as Y"})
      << "a node with a name says more";
}

TEST(RunChecks, SaysWhenAKindFindsNothingToRead) {
  const auto found = findings(acyclic, graph_of("person:a ch:met person:b"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].remark);
  EXPECT_EQ(found[0].message, "acyclic: nothing to check");
  EXPECT_FALSE(has_violations(found));
}

TEST(RunChecks, GivesTheSameInAnyOrderOfStatements) {
  auto data = testing::triples(R"(
    place:a schema:containedInPlace place:b
    place:b schema:containedInPlace place:a
    place:c schema:containedInPlace place:d
    place:d schema:containedInPlace place:c
    place:a a schema:City
    place:a a foaf:Person
  )");
  const std::string yaml = "checks:\n- {kind: disjoint}\n- {kind: acyclic, properties: [schema:containedInPlace]}\n- {kind: connected}\n";
  Lines first;
  for (int turn = 0; turn < 4; ++turn) {
    FactGraph graph;
    graph.add(data);
    graph.add_vocabulary(testing::triples(classes));
    graph.finish();
    const Lines now = lines(findings(yaml, graph));
    if (turn == 0) first = now;
    EXPECT_EQ(now, first);
    std::rotate(data.begin(), data.begin() + 1, data.end());
  }
  EXPECT_EQ(first.size(), 4U);
}

}  // namespace
}  // namespace chancery
