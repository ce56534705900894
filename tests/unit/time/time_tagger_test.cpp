#include "time/time_tagger.hpp"

#include <memory>

#include <gtest/gtest.h>

namespace chancery::test {
namespace {

struct Tagged {
  explicit Tagged(std::string body, const std::string& date = "2025-04-16") {
    static const TextRules rules = [] {
      Diagnostics diagnostics;
      return read_text_rules(std::string(CHANCERY_SOURCE_DIR) + "/mappings", diagnostics);
    }();
    const TimeTagger tagger(table);
    Article article;
    article.body = std::move(body);
    article.date = date;
    document = std::make_unique<Document>(std::move(article), table, rules);
    today = tagger.reference_day(*document);
    found = tagger.find(*document, today);
  }
  [[nodiscard]] std::string text() const {
    std::string out;
    for (const FoundDate& f : found) {
      if (!out.empty()) out += "|";
      out += std::string(document->text(f.tokens)) + "=" + f.value.type + ":" + f.value.timex;
    }
    return out;
  }
  /// The days of the only expression.
  [[nodiscard]] std::string days() const {
    if (found.size() != 1) return std::to_string(found.size()) + " expressions";
    const DateValue& v = found[0].value;
    return (v.earliest ? to_iso(*v.earliest) : "none") + "/" + (v.latest ? to_iso(*v.latest) : "none");
  }

  SymbolTable table;
  std::unique_ptr<Document> document;
  std::optional<Day> today;
  std::vector<FoundDate> found;
};

TEST(TimeTagger, InventsNothingWithoutAReferenceDay) {
  EXPECT_EQ(Tagged("They met on April 11.", "").text(), "April 11=DATE:XXXX-04-11");
  EXPECT_EQ(Tagged("They met on Friday.", "").text(), "Friday=DATE:XXXX-WXX-5");
  EXPECT_EQ(Tagged("They met in April.", "").text(), "April=DATE:XXXX-04");
  EXPECT_EQ(Tagged("They met last summer.", "").text(), "last summer=DATE:XXXX-SU");
  for (const char* text : {"They met on April 11.", "They met on Friday.", "They met yesterday.", "They met last week.",
                           "They met last summer.", "They met this morning.", "They met three days ago.", "They met at noon.",
                           "They met late last year.", "They met on Christmas.", "It grew in the third quarter."}) {
    EXPECT_EQ(Tagged(text, "").days(), "none/none") << text;
  }
  EXPECT_EQ(Tagged("They met on April 11, 2025.", "").days(), "2025-04-11/2025-04-11");
}

TEST(TimeTagger, DaysAreAsWideAsTheWords) {
  const auto days = [](const char* text) { return Tagged(text).days(); };
  EXPECT_EQ(days("They met in February 2024."), "2024-02-01/2024-02-29");
  EXPECT_EQ(days("They met in 2024."), "2024-01-01/2024-12-31");
  EXPECT_EQ(days("They met last week."), "2025-04-07/2025-04-13");
  EXPECT_EQ(days("They met over the weekend."), "2025-04-12/2025-04-13");
  EXPECT_EQ(days("They met on April 3-5."), "2025-04-03/2025-04-05");
  EXPECT_EQ(days("They met in the third quarter of 2024."), "2024-07-01/2024-09-30");
  EXPECT_EQ(days("They met in the 1990s."), "1990-01-01/1999-12-31");
  EXPECT_EQ(days("They met in early 2024."), "2024-01-01/2024-07-01");
  EXPECT_EQ(days("They met in late March."), "2025-03-16/2025-03-31");
  EXPECT_EQ(days("They met in summer 2024."), "2024-06-01/2024-08-31");
  EXPECT_EQ(days("They met Tuesday evening."), "2025-04-15/2025-04-15");
  EXPECT_EQ(days("They met for two days."), "none/none");
  EXPECT_EQ(days("They met recently."), "none/none");
}

TEST(TimeTagger, TakesTheReferenceFromTheDateline) {
  const Tagged tagged("OSLO, Nov. 1, 2006 (Agency) - The envoys met on Monday.", "");
  ASSERT_TRUE(tagged.today);
  EXPECT_EQ(to_iso(*tagged.today), "2006-11-01");
  EXPECT_EQ(tagged.text(), "Nov. 1, 2006=DATE:2006-11-01|Monday=DATE:2006-10-30");
  EXPECT_FALSE(Tagged("OSLO, Nov. 1 (Agency) - The envoys met on Monday.", "").today) << "no year, no day";
}

TEST(TimeTagger, LeavesFurnitureAlone) {
  EXPECT_EQ(Tagged("Envoys meet in Oslo for talks\nMonday, April 14, 2025\nThe envoys met on Tuesday, and they will meet again.").text(),
            "Tuesday=DATE:2025-04-15");
}

TEST(TimeTagger, SurvivesOddNumbers) {
  for (const char* text :
       {"April 0", "April 31, 2025", "February 29, 2023", "99 April", "the 99th century", "99:99 p.m.", "2525-13-45", "in 9999", "the 0s",
        "0000 GMT", "April 31", "99999999999999999999 years ago", "3000 centuries ago", "900000 decades later"}) {
    EXPECT_NO_FATAL_FAILURE(Tagged(std::string("They met on ") + text + " in Oslo.").text()) << text;
  }
  EXPECT_EQ(Tagged("They met on February 29, 2023.").text(), "February 29, 2023=DATE:XXXX-02-29");
}

}  // namespace
}  // namespace chancery::test
