#include "match/lattice.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "lexicon/lexicon.hpp"
#include "match/class_table.hpp"
#include "support/toy_sentence.hpp"

namespace chancery {
namespace {

TEST(Lattice, GivesMentionsByTheirBeginsHoweverRulesLeftThem) {
  Lexicon lexicon;
  const ClassTable classes;
  toy::Sentence sentence = toy::sentence("[@Person a b ] [@Polity a ] b [@Person [@Place a ] b a ]", lexicon.symbols(), classes);
  std::vector<Mention>& mentions = sentence.mentions.items;
  ASSERT_EQ(mentions.size(), 4U);
  std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) { return a.tokens.end < b.tokens.end; });
  Lattice lattice;
  do {
    lattice.build(sentence.view(), sentence.all(), -1);
    std::vector<TokenSpan> found;
    for (const Edge& edge : lattice.mentions()) {
      found.push_back(edge.tokens);
      EXPECT_EQ(mentions[edge.index].tokens, edge.tokens);
    }
    EXPECT_EQ(found, (std::vector<TokenSpan>{{0, 2}, {2, 3}, {4, 7}, {4, 5}}));
  } while (std::next_permutation(mentions.begin(), mentions.end(),
                                 [](const Mention& a, const Mention& b) { return a.tokens.end < b.tokens.end; }));
}

TEST(Lattice, HasAGenerationOfItsOwn) {
  Lexicon lexicon;
  const toy::Sentence sentence = toy::sentence("a b", lexicon.symbols(), ClassTable());
  Lattice one, other;
  one.build(sentence.view(), sentence.all(), -1);
  other.build(sentence.view(), sentence.all(), -1);
  EXPECT_NE(one.generation(), other.generation());
}

}  // namespace
}  // namespace chancery
