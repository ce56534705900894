#include "mapping/slug.hpp"

#include <string>

#include <gtest/gtest.h>

namespace chancery {
namespace {

TEST(Slugger, LowersAndJoinsWords) {
  Slugger slugger;
  EXPECT_EQ(slugger.slug("Saint Petersburg"), "saint-petersburg");
  EXPECT_EQ(slugger.slug("  Ministry of  Foreign Affairs "), "ministry-of-foreign-affairs");
  EXPECT_EQ(slugger.slug("O'Brien"), "obrien");
}

TEST(Slugger, TransliteratesToAscii) {
  Slugger slugger;
  EXPECT_EQ(slugger.slug("Erdoğan"), "erdogan");
  EXPECT_EQ(slugger.slug("Ångström Straße"), "angstrom-strasse");
  EXPECT_EQ(slugger.slug("Москва"), "moskva");
}

/// What is written without the transliterator, because nothing else is there, is written as it does.
TEST(Slugger, WritesLettersOfEuropeAsTheTransliterator) {
  Slugger slugger;
  for (unsigned letter = 0xC0; letter <= 0x17F; ++letter) {
    const std::string text = {static_cast<char>(0xC0U | letter >> 6U), static_cast<char>(0x80U | (letter & 0x3FU))};
    EXPECT_EQ(slugger.slug("a" + text + "b\u0438"), slugger.slug("a" + text + "b") + "i") << text;
  }
  for (const std::string text : {"C\u00F4te d\u2019Ivoire", "\u201CNo\u00EBl\u201D", "the a\u2014b", "a\u2013\u00E9", "d\u2019\u201C"})
    EXPECT_EQ(slugger.slug(text + " \u0438"), slugger.slug(text) + "-i") << text;
}

TEST(Slugger, LeavesNothingOfPunctuation) {
  Slugger slugger;
  EXPECT_EQ(slugger.slug("…"), "");
  EXPECT_EQ(slugger.slug("--"), "");
}

}  // namespace
}  // namespace chancery
