#include "base/symbol_table.hpp"

#include <string>

#include <gtest/gtest.h>

namespace chancery {
namespace {

TEST(SymbolTable, EqualTextsAreOneSymbol) {
  SymbolTable table;
  const Symbol a = table.intern("a"), b = table.intern("b");
  EXPECT_NE(a, b);
  EXPECT_EQ(table.intern("a"), a);
  EXPECT_EQ(table.find("b"), b);
  EXPECT_EQ(table.find("c"), Symbol::None);
  EXPECT_EQ(table.text(a), "a");
  EXPECT_EQ(table.intern(""), Symbol::None);
  EXPECT_EQ(table.text(Symbol::None), "");
}

TEST(SymbolTable, TextsStayWhereTheyAreAsItGrows) {
  SymbolTable table;
  std::vector<Symbol> symbols;
  std::vector<std::string_view> texts;
  for (int i = 0; i < 50000; ++i) {
    symbols.push_back(table.intern("word " + std::to_string(i)));
    texts.push_back(table.text(symbols.back()));
  }
  const Symbol long_one = table.intern(std::string(200000, 'x'));
  for (int i = 0; i < 50000; ++i) {
    const std::string text = "word " + std::to_string(i);
    ASSERT_EQ(table.find(text), symbols[static_cast<std::size_t>(i)]);
    ASSERT_EQ(table.text(symbols[static_cast<std::size_t>(i)]).data(), texts[static_cast<std::size_t>(i)].data());
    ASSERT_EQ(texts[static_cast<std::size_t>(i)], text);
  }
  EXPECT_EQ(table.text(long_one).size(), 200000U);
  EXPECT_EQ(table.size(), 50002U);
}

TEST(SymbolScope, StandsAboveTheTable) {
  SymbolTable table;
  const Symbol known = table.intern("moscow");
  SymbolScope scope(table), other(table);
  EXPECT_EQ(scope.intern("moscow"), known);
  const Symbol own = scope.intern("witkoff");
  EXPECT_TRUE(scope.is_local(own));
  EXPECT_FALSE(scope.is_local(known));
  EXPECT_FALSE(scope.is_local(Symbol::None));
  EXPECT_EQ(scope.intern("witkoff"), own);
  EXPECT_EQ(scope.find("witkoff"), own);
  EXPECT_EQ(scope.text(own), "witkoff");
  EXPECT_EQ(scope.text(known), "moscow");
  EXPECT_EQ(scope.intern(""), Symbol::None);
  EXPECT_EQ(other.find("witkoff"), Symbol::None);
  EXPECT_EQ(table.find("witkoff"), Symbol::None);
}

}  // namespace
}  // namespace chancery
