#include "extract/date_finder.hpp"

#include <string>

#include <gtest/gtest.h>

#include "extract/extractor.hpp"
#include "support/shipped.hpp"
#include "support/table.hpp"

namespace chancery::test {
namespace {

/// The expressions of time of an article, by default of Wednesday 2025-04-16, as text=TYPE:value, parted by |.
std::string dates_of(const std::string& body, const std::string& today = "2025-04-16") {
  static Extractor extractor(*Shipped::get().model);
  Article article;
  article.body = body;
  article.date = today;
  const Extraction extraction = extractor.extract(std::move(article));
  std::string out;
  for (const DateMention& date : extraction.mentions.dates) {
    if (!out.empty()) out += "|";
    out += std::string(extraction.document->text(date.tokens)) + "=" + date.value.type + ":" + date.value.timex;
  }
  return out;
}

TEST(DateFinder, FindsWhatTheTableSays) {
  const auto rows = read_table(std::string(CHANCERY_SOURCE_DIR) + "/tests/cases/dates.tsv");
  ASSERT_GT(rows.size(), 60U);
  for (const Row& row : rows) {
    ASSERT_EQ(row.size(), 3U) << row[0];
    EXPECT_EQ(dates_of(row[1]), row[2]) << row[0];
  }
}

/// What "on Monday" is in a page with this line on top and no other date.
std::string monday_under(const std::string& line) {
  const std::string page = "Anna Berg meets Paulo Reis\n\n" + line + "\n\nAnna Berg met Paulo Reis on Monday in the old harbour of Lima.\n";
  const std::string all = dates_of(page, "");
  return all.substr(all.rfind('=') + 1);
}

TEST(DateFinder, CountsFromTheDateLineOfThePage) {
  EXPECT_EQ(monday_under("Published On 19 Sep 2025"), "DATE:2025-09-15");
  EXPECT_EQ(monday_under("July 22, 2024 7:42 pm CET"), "DATE:2024-07-22");
  EXPECT_EQ(monday_under("Eva Lund | 12.05.2025 - Update : 12.05.2025"), "DATE:2025-05-12");
  EXPECT_EQ(monday_under("SATURDAY MAY 27 2017"), "DATE:2017-05-22");
  EXPECT_EQ(monday_under("By Eva Lund"), "DATE:XXXX-WXX-1");
  EXPECT_EQ(monday_under("The island that voted on 19 September 2025 to leave"), "DATE:XXXX-WXX-1");
  EXPECT_EQ(monday_under("September 2025"), "DATE:XXXX-WXX-1");
}

}  // namespace
}  // namespace chancery::test
