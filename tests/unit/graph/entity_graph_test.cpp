#include "graph/entity_graph.hpp"

#include <gtest/gtest.h>

#include "shard_text.hpp"

namespace chancery {
namespace {

const std::string people =
    "person:ann a foaf:Person ; rdfs:label \"Ann\"@en\n"
    "person:bob a foaf:Person ; rdfs:label \"Bob\"@en\n"
    "polity:norway a ch:Polity ; a org:Organization ; rdfs:label \"Norway\"@en\n";

/// Edges as "from -kind-> to", with weight, days and title where they have them.
std::vector<std::string> edges(const EntityGraph& graph) {
  std::vector<std::string> out;
  for (const EntityEdge& e : graph.edges) {
    std::string text = graph.nodes[e.from].label + " -" + e.kind + "- " + graph.nodes[e.to].label;
    if (e.weight != 1) text += " x" + std::to_string(e.weight);
    if (!e.first.empty()) text += " " + e.first + ".." + e.last;
    if (!e.title.empty()) text += " (" + e.title + ")";
    out.push_back(text);
  }
  return out;
}

EntityGraph drawn(const std::string& rest, bool all = false) {
  return entity_graph(support::shard(people + rest), all);
}

using Texts = std::vector<std::string>;

TEST(EntityGraph, HeldMeetingsJoinThoseWhoAttended) {
  const EntityGraph graph = drawn(
      "meeting:m1 schema:attendee person:ann ; schema:attendee person:bob ; schema:eventStatus ch:Held ; ch:earliest "
      "2024-05-02\n"
      "meeting:m2 schema:attendee person:ann ; schema:attendee person:bob ; schema:eventStatus ch:Held ; ch:earliest "
      "2023-01-09\n"
      "meeting:m3 schema:attendee person:ann ; schema:attendee person:bob ; schema:eventStatus ch:Held\n"
      "meeting:m4 schema:attendee person:ann ; schema:attendee polity:norway ; schema:eventStatus "
      "schema:EventScheduled\n");
  EXPECT_EQ(edges(graph), (Texts{"Ann -met- Bob x3 2023-01-09..2024-05-02"}));
}

TEST(EntityGraph, OfficesJoinThePersonAndTheBodyWithAllTitles) {
  const EntityGraph graph = drawn(
      "person:ann org:holds post:p1 ; org:holds post:p2\n"
      "post:p1 org:postIn polity:norway ; ch:title \"Prime_Minister\"@en\n"
      "post:p2 org:postIn polity:norway ; ch:title \"Defence_Minister\"@en\n");
  EXPECT_EQ(edges(graph), (Texts{"Ann -holds- Norway (Defence Minister, Prime Minister)"}));
}

TEST(EntityGraph, SpeakersAndAddressees) {
  EXPECT_EQ(edges(drawn("statement:s1 prov:wasAttributedTo person:bob ; ch:addressee polity:norway\n")), (Texts{"Bob -spoke to- Norway"}));
}

TEST(EntityGraph, BackgroundAndUnlabelledNodesAreNotDrawn) {
  const EntityGraph graph = drawn("polity:norway ch:background true\nperson:nameless a foaf:Person\n");
  ASSERT_EQ(graph.nodes.size(), 2U);
  EXPECT_EQ(graph.nodes[0].label, "Ann");
  EXPECT_EQ(graph.nodes[1].label, "Bob");
}

TEST(EntityGraph, AllDrawsEveryLink) {
  const EntityGraph graph = drawn("person:ann ch:knows person:bob\nplace:oslo a schema:City ; rdfs:label \"Oslo\"@en\n", true);
  EXPECT_EQ(edges(graph), (Texts{"Ann -knows- Bob"}));
  ASSERT_EQ(graph.nodes.size(), 4U);
  EXPECT_EQ(graph.nodes[2].cls, "City");
}

TEST(EntityGraph, CountsTheArticlesThatMention) {
  const EntityGraph graph = drawn("article:a1 schema:mentions person:bob\narticle:a2 schema:mentions person:bob\n");
  EXPECT_EQ(graph.nodes[0].mentions, 0U);
  EXPECT_EQ(graph.nodes[1].mentions, 2U);
}

TEST(EntityGraph, WithoutIsolatedNodesEdgesKeepTheirEnds) {
  const EntityGraph graph = without_isolated_nodes(drawn("statement:s1 prov:wasAttributedTo person:bob ; ch:addressee polity:norway\n"));
  EXPECT_EQ(graph.nodes.size(), 2U);
  EXPECT_EQ(edges(graph), (Texts{"Bob -spoke to- Norway"}));
}

}  // namespace
}  // namespace chancery
