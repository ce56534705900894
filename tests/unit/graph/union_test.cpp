#include "graph/union.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "graph/derive.hpp"
#include "shard_text.hpp"
#include "support/nasty_terms.hpp"

namespace chancery {
namespace {

struct Collector final : StatementSink {
  std::vector<Statement> statements;
  void add(const Statement& statement) override { statements.push_back(statement); }
};

TEST(TermTable, GivesBackEveryTermAndSharesEqualOnes) {
  TermTable table;
  std::vector<std::pair<TermIndex, Term>> made;
  for (const Statement& statement : support::nasty_statements()) {
    for (const Term& term : {statement.subject, statement.object, *make_blank("b")}) made.emplace_back(table.intern(term), term);
  }
  const std::uint32_t size = table.size();
  for (const auto& [index, term] : made) {
    EXPECT_EQ(table.term(index), term);
    EXPECT_EQ(table.intern(term), index);
    EXPECT_EQ(table.value(index), term.value);
    EXPECT_EQ(table.language(index), term.language);
    EXPECT_EQ(table.kind(index), term.kind);
  }
  EXPECT_EQ(table.size(), size);
}

TEST(TermTable, SortsByKindThenText) {
  TermTable table;
  const TermIndex b = table.intern_text("b", "en");
  const TermIndex iri = table.intern_iri("http://e.org/z");
  const TermIndex a = table.intern_text("a", {});
  std::vector<TermIndex> numbers = table.sort();
  EXPECT_LT(numbers[iri], numbers[a]);
  EXPECT_LT(numbers[a], numbers[b]);
  EXPECT_EQ(table.find_iri("http://e.org/z"), numbers[iri]);
  const TermIndex late = table.intern_iri("http://e.org/a");
  numbers = table.sort();
  EXPECT_EQ(numbers[late], 0U);
  EXPECT_EQ(table.intern_text("b", "en"), 3U);
  EXPECT_EQ(table.find_iri("http://nowhere/"), no_index);
}

TEST(QuadSet, IsASetWhateverTheOrder) {
  std::vector<Quad> quads;
  for (TermIndex i = 0; i < 200000; ++i) quads.push_back({i % 1000, i % 7, i % 13, i % 2});
  QuadSet one;
  for (const Quad& quad : quads) one.add(quad);
  std::shuffle(quads.begin(), quads.end(), std::mt19937(7));
  QuadSet other;
  for (const Quad& quad : quads) other.add(quad);
  one.finish();
  other.finish();
  EXPECT_TRUE(std::equal(one.all().begin(), one.all().end(), other.all().begin(), other.all().end()));
  EXPECT_EQ(one.size(), std::set<Quad>(quads.begin(), quads.end()).size());
  EXPECT_TRUE(one.has(0, 0, 0));
  EXPECT_FALSE(one.has(0, 7, 0));
  for (const Quad& quad : one.about(5, 3)) EXPECT_TRUE(quad.subject == 5 && quad.predicate == 3);
  EXPECT_TRUE(one.about(100000).empty());
}

TEST(QuadSet, CountsTriplesOverGraphs) {
  QuadSet quads;
  quads.add({1, 2, 3, 4});
  quads.add({1, 2, 3, 5});
  quads.add({1, 2, 4, 5});
  quads.finish();
  EXPECT_EQ(quads.size(), 3U);
  EXPECT_EQ(quads.triple_count(), 2U);
}

TEST(Union, LosesNothingOfAnyTerm) {
  std::vector<Statement> statements = support::nasty_statements();
  Derived derived = support::derive_all(statements);
  Collector collector;
  emit_quads(derived.terms, derived.graph, collector);
  std::sort(statements.begin(), statements.end());
  statements.erase(std::unique(statements.begin(), statements.end()), statements.end());
  std::sort(collector.statements.begin(), collector.statements.end());
  EXPECT_EQ(collector.statements, statements);
}

}  // namespace
}  // namespace chancery
