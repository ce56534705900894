#include "extract/date_finder.hpp"

#include <string>

#include <gtest/gtest.h>

#include "extract/extractor.hpp"
#include "support/shipped.hpp"
#include "support/table.hpp"

namespace chancery::test {
namespace {

/// The expressions of time of an article of Wednesday 2025-04-16, as text=TYPE:value, parted by |.
std::string dates_of(const std::string& body) {
  static Extractor extractor(*Shipped::get().model);
  Article article;
  article.body = body;
  article.date = "2025-04-16";
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

}  // namespace
}  // namespace chancery::test
