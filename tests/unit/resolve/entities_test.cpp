#include <algorithm>
#include <sstream>

#include <gtest/gtest.h>

#include "resolved_article.hpp"
#include "support/table.hpp"

namespace chancery::test {
namespace {

std::vector<std::string> split(const std::string& text, char mark) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, mark);) {
    while (!part.empty() && part.front() == ' ') part.erase(0, 1);
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : "; ") + part;
  return all;
}

TEST(Entities, AreThoseOfTheTable) {
  for (const Row& row : read_table(std::string(CHANCERY_SOURCE_DIR) + "/tests/cases/mentions.tsv")) {
    ASSERT_EQ(row.size(), 3U) << row[0];
    std::vector<std::string> expected = split(row[2], ';');
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(joined(ResolvedArticle(row[1]).names()), joined(expected)) << row[0] << ": " << row[1];
  }
}

TEST(Coreference, IsThatOfTheTable) {
  for (const Row& row : read_table(std::string(CHANCERY_SOURCE_DIR) + "/tests/cases/coreference.tsv")) {
    ASSERT_EQ(row.size(), 3U) << row[0];
    const ResolvedArticle article(row[1]);
    for (const std::string& pair : split(row[2], ';')) {
      const std::size_t equals = pair.find('=');
      ASSERT_NE(equals, std::string::npos) << row[0];
      std::string head = pair.substr(0, equals);
      std::size_t nth = 0;
      if (const std::size_t hash = head.find('#'); hash != std::string::npos) {
        nth = std::stoul(head.substr(hash + 1)) - 1;
        head.resize(hash);
      }
      EXPECT_EQ(article.meaning_of(head, nth), pair.substr(equals + 1)) << row[0] << ": " << head << " in " << row[1];
    }
  }
}

/// "of the Russian Federation" says whose the ministry is.
TEST(Entities, OfAKindBelongToTheStateBehindThem) {
  const ResolvedArticle article("The Ministry of Defence of the Russian Federation said so.");
  ASSERT_EQ(article.entities.size(), 2U);
  const bool first = article.entities[0].cls == mention_class::organization;
  const ArticleEntity& ministry = article.entities[first ? 0 : 1];
  EXPECT_EQ(ministry.name, "Ministry of Defence of the Russian Federation");
  EXPECT_NE(ministry.kind, no_kind);
  EXPECT_EQ(ministry.owner, first ? 1U : 0U);
}

TEST(Entities, OfAnEmptyTextAreNone) {
  EXPECT_TRUE(ResolvedArticle("").entities.empty());
}

TEST(Entities, AreTheSameTwice) {
  const std::string text = "Danish Foreign Minister Lise Krag met Eero Laine in Oslo. She thanked the Finnish president. Krag left.";
  EXPECT_EQ(joined(ResolvedArticle(text).names()), joined(ResolvedArticle(text).names()));
}

}  // namespace
}  // namespace chancery::test
