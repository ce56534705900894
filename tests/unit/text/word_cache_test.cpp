#include "text/word_cache.hpp"

#include <gtest/gtest.h>

#include <cstring>

#include "text/document.hpp"

namespace chancery::test {
namespace {

Symbol look_up(WordCache& cache, std::string_view word, SymbolScope& symbols) {
  WordCache::Letters letters;
  std::memcpy(&letters, word.data(), word.size());
  return cache.find(letters, word, symbols);
}

TEST(WordCache, ForgetsTheWordsOfADocumentWithTheDocument) {
  SymbolTable table;
  const Symbol known = table.intern("treaty");
  WordCache cache;
  SymbolScope first(table);
  EXPECT_EQ(look_up(cache, "treaty", first), known);
  const Symbol one = look_up(cache, "zorbania", first), two = look_up(cache, "quxland", first);
  EXPECT_NE(one, two);
  EXPECT_EQ(look_up(cache, "zorbania", first), one);
  cache.start_document();
  SymbolScope second(table);
  EXPECT_EQ(look_up(cache, "quxland", second), one) << "the first word of its own";
  EXPECT_EQ(look_up(cache, "zorbania", second), two);
  EXPECT_EQ(look_up(cache, "treaty", second), known);
}

TEST(WordCache, TellsWordsApartThatEndInZeroBytes) {
  SymbolTable table;
  WordCache cache;
  SymbolScope symbols(table);
  EXPECT_NE(look_up(cache, "a", symbols), look_up(cache, std::string_view("a\0", 2), symbols));
}

TEST(WordCache, MakesNoDifferenceToWhatADocumentHolds) {
  SymbolTable table;
  for (const char* word : {"the", "minister", "met", "counterrevolution"}) table.intern(word);
  const TextRules rules;
  WordCache cache;
  for (const char* body :
       {"The Minister met Zorb. Zorb left for Quxland.", "Quxland met ZORB; the counterrevolutionaries of Interparliamentarian left."}) {
    Article article;
    article.body = body;
    const Document with(article, table, rules, &cache), without(article, table, rules);
    ASSERT_EQ(with.tokens.size(), without.tokens.size());
    for (std::uint32_t i = 0; i < with.tokens.size(); ++i) {
      EXPECT_EQ(with.tokens[i].word, without.tokens[i].word) << without.word(i);
      EXPECT_EQ(with.word(i), without.word(i));
      EXPECT_EQ(with.sentence_of(i), without.sentence_of(i));
    }
  }
}

}  // namespace
}  // namespace chancery::test
