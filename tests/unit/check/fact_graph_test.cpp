#include "check/fact_graph.hpp"

#include <gtest/gtest.h>

#include "rdf/vocabulary.hpp"
#include "unit/check/support.hpp"

namespace chancery {
namespace {

using testing::graph_of;
using testing::triples;

TEST(FactGraph, KeepsTermsOfDifferentKindsApart) {
  const auto statements = triples(R"(
    place:a schema:name "2024"
    place:a schema:name "2024"@en
    place:a schema:name "2024"^^xsd:gYear
    place:a schema:name <2024:>
    place:a schema:name _:2024
  )");
  FactGraph graph;
  graph.add(statements);
  graph.add(statements);
  graph.finish();
  ASSERT_EQ(graph.facts().size(), 5U);
  std::vector<Term> objects;
  for (const Fact& fact : graph.facts()) objects.push_back(graph.term(fact.object));
  for (const Statement& statement : statements) EXPECT_NE(std::find(objects.begin(), objects.end(), statement.object), objects.end());
}

TEST(FactGraph, KeepsVocabularyOutOfTheData) {
  const FactGraph graph = graph_of("place:a a schema:City", "schema:City rdfs:subClassOf schema:Place");
  EXPECT_EQ(graph.facts().size(), 1U);
  EXPECT_EQ(graph.vocabulary().size(), 1U);
  EXPECT_TRUE(graph.with_predicate(graph.iri(expand("rdfs:subClassOf"))).empty());
  EXPECT_EQ(graph.iri("https://example.org/unknown"), no_term);
}

TEST(FactGraph, FindsBySubjectAndByPredicate) {
  const FactGraph graph = graph_of("place:a ch:met place:b\nplace:a ch:met place:c\nplace:b ch:met place:c\nplace:a rdfs:label \"A\"@en");
  const TermId met = graph.iri(expand("ch:met"));
  const TermId a = graph.iri(std::string(default_base) + "place/a");
  EXPECT_EQ(graph.about(a).size(), 3U);
  EXPECT_EQ(graph.about(a, met).size(), 2U);
  EXPECT_EQ(graph.with_predicate(met).size(), 3U);
  EXPECT_EQ(graph.label(graph.object(a, met)), "b");
  EXPECT_TRUE(graph.has(a, met, graph.object(a, met)));
}

TEST(FactGraph, ShowsALabelOrElseTheEndOfTheName) {
  const FactGraph graph = graph_of("place:a rdfs:label \"Paris\"@en\nplace:a ch:met membership:m0123456789abcdef0123456789abcdef");
  const TermId a = graph.iri(std::string(default_base) + "place/a");
  EXPECT_EQ(graph.label(a), "Paris");
  EXPECT_EQ(graph.label(graph.object(a, graph.iri(expand("ch:met")))), "membership m01234567");
  EXPECT_EQ(graph.label(graph.object(a, graph.iri(expand("rdfs:label")))), "\"Paris\"");
  EXPECT_EQ(graph.label(graph.iri(expand("ch:met"))), "met");
}

}  // namespace
}  // namespace chancery
