#include "mapping/slug.hpp"

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

TEST(Slugger, LeavesNothingOfPunctuation) {
  Slugger slugger;
  EXPECT_EQ(slugger.slug("…"), "");
  EXPECT_EQ(slugger.slug("--"), "");
}

}  // namespace
}  // namespace chancery
