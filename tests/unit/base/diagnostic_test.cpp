#include "base/diagnostic.hpp"

#include <gtest/gtest.h>

namespace chancery {
namespace {

TEST(Diagnostic, IsWrittenAsCompilersDo) {
  EXPECT_EQ(to_string({Severity::Error, "rule.syntax", "no such thing", {"a.yaml", 3, 7}, {}, {}}),
            "a.yaml:3:7: error[rule.syntax]: no such thing");
  EXPECT_EQ(to_string({Severity::Warning, "x.y", "m", {"a.yaml", 3, 0}, {}, {}}), "a.yaml:3: warning[x.y]: m");
  EXPECT_EQ(to_string({Severity::Info, "x.y", "m", {"a.yaml", 0, 0}, {}, {}}), "a.yaml: info[x.y]: m");
  EXPECT_EQ(to_string({Severity::Error, "x.y", "m", {}, {}, {}}), "error[x.y]: m");
}

TEST(Diagnostic, PointsWithACaret) {
  EXPECT_EQ(to_string({Severity::Error, "x.y", "m", {"a", 1, 3}, "ab<c", "try d"}), "a:1:3: error[x.y]: m\n  | ab<c\n  |   ^\n  = try d");
  EXPECT_EQ(to_string({Severity::Error, "x.y", "m", {"a", 1, 4}, "\tés", {}}), "a:1:4: error[x.y]: m\n  | \tés\n  | \t ^")
      << "one column for a character of two bytes";
}

TEST(Diagnostics, CountErrorsAlone) {
  Diagnostics all, more;
  EXPECT_TRUE(all.empty());
  all.warning("a.b", {}, "w");
  all.info("a.b", {}, "i");
  EXPECT_FALSE(all.has_errors());
  more.error("a.b", {}, "e");
  all.take(std::move(more));
  EXPECT_EQ(all.error_count(), 1U);
  EXPECT_EQ(all.items().size(), 3U);
}

TEST(NearestWord, FindsTypos) {
  EXPECT_EQ(nearest_word("particpant", {"place", "participant", "time"}), "participant");
  EXPECT_EQ(nearest_word("byuer", {"buyer", "seller"}), "buyer") << "two letters that changed places are one mistake";
  EXPECT_EQ(nearest_word("Verb", {"NOUN", "VERB"}), "VERB") << "letter case is none";
  EXPECT_EQ(nearest_word("xyzzy", {"place", "participant"}), "");
  EXPECT_EQ(nearest_word("tame", {"time", "name"}), "time") << "ties go to the first";
}

}  // namespace
}  // namespace chancery
