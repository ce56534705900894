#include "annotate/tagger.hpp"

#include <gtest/gtest.h>

#include <string>

#include "annotate/candidates.hpp"
#include "annotate/transition_costs.hpp"
#include "base/symbol_table.hpp"
#include "lexicon/word_table.hpp"

namespace chancery {
namespace {

constexpr std::uint32_t bits(std::initializer_list<WordClass> classes) {
  std::uint32_t out = 0;
  for (WordClass word_class : classes) out |= static_cast<std::uint32_t>(word_class);
  return out;
}

TEST(TransitionCosts, KnowEveryTagOfTheirRows) {
  const TransitionCosts costs;
  EXPECT_LT(costs(Tag::DT, Tag::NN), costs(Tag::DT, Tag::VBD));
  EXPECT_LT(costs(Tag::TO, Tag::VB), costs(Tag::TO, Tag::NN));
  EXPECT_LT(costs(Tag::MD, Tag::VB), costs(Tag::MD, Tag::NN));
}

TEST(FunctionWords, AreFoundByText) {
  const auto none = static_cast<std::uint16_t>(function_words().size());
  EXPECT_EQ(none, find_function_word("ambassador"));
  for (std::size_t i = 0; i < function_words().size(); ++i) {
    EXPECT_EQ(function_words()[i].word, function_words()[find_function_word(function_words()[i].word)].word);
    EXPECT_GT(function_words()[i].reading_count(), 0U);
  }
}

TEST(FunctionWords, AreListedOnce) {
  for (std::size_t i = 0; i < function_words().size(); ++i)
    EXPECT_EQ(i, find_function_word(function_words()[i].word)) << function_words()[i].word;
}

TEST(ReadingsOfClasses, PutThePreferredReadingFirst) {
  const ReadingSet set = readings_of_classes(bits({WordClass::Noun, WordClass::Verb, WordClass::VerbBase, WordClass::PreferNoun}));
  EXPECT_LT(set.cost_of(Tag::NN), set.cost_of(Tag::VB));
  EXPECT_EQ(255U, set.cost_of(Tag::JJ));
}

TEST(ReadingsOfClasses, MakeRareReadingsDear) {
  const std::uint32_t both = bits({WordClass::Noun, WordClass::Verb, WordClass::VerbBase, WordClass::PreferNoun});
  const std::uint32_t rare_verb = 2U << 2U;
  EXPECT_GT(readings_of_classes(both, rare_verb).cost_of(Tag::VB), readings_of_classes(both).cost_of(Tag::VB));
}

TEST(WordReadings, WorkOutWordsFromTheWordsTheyAreBuiltOn) {
  SymbolTable symbols;
  WordTable words;
  words.at(symbols.intern("blorf")).classes = bits({WordClass::Verb, WordClass::VerbBase});
  words.at(symbols.intern("border")).classes = bits({WordClass::Noun});
  const WordReadings readings(symbols, words);
  EXPECT_TRUE(readings.analyse("blorfed").has(Tag::VBD));
  EXPECT_TRUE(readings.analyse("blorfs").has(Tag::VBZ));
  EXPECT_TRUE(readings.analyse("cross-border").has(Tag::JJ));
  EXPECT_TRUE(readings.analyse("five-border").has(Tag::JJ));
  EXPECT_TRUE(readings.analyse("the").has(Tag::DT));
  EXPECT_FALSE(readings.analyse("xyzzy").known);
}

TEST(WordReadings, ServeWithoutADictionary) {
  const SymbolTable symbols;
  const WordTable words;
  const WordReadings readings(symbols, words);
  EXPECT_TRUE(readings.analyse("of").has(Tag::IN));
}

}  // namespace
}  // namespace chancery
