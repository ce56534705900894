#include "text/text_rules.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "text_fixture.hpp"

namespace chancery::test {
namespace {

TEST(TextRules, TheShippedOnesHaveNoFault) {
  Diagnostics diagnostics;
  const TextRules rules = read_text_rules(std::string(CHANCERY_SOURCE_DIR) + "/mappings", diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << to_string(diagnostics.items().front());
  EXPECT_GT(rules.abbreviations.size(), 300U);
  EXPECT_GT(rules.furniture.rules().size(), 15U);
}

TEST(TextRules, MissingFilesAreReported) {
  Diagnostics diagnostics;
  read_text_rules("no/such/folder", diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 2U);
  EXPECT_EQ(diagnostics.items()[0].code, "text.unreadable-rules");
}

TEST(ReadAbbreviations, KeepsGoodLinesAroundBadOnes) {
  Abbreviations abbreviations;
  Diagnostics diagnostics;
  read_abbreviations("# comment\nMr.\ttitle\nbad line\nDr.\tnokind\n\tplain\nInc.\tplain\ta note\r\nno.\tnumber", "a.tsv", abbreviations,
                     diagnostics);
  EXPECT_EQ(abbreviations.find("Mr."), WordKind::Title);
  EXPECT_EQ(abbreviations.find("Inc."), WordKind::Plain);
  EXPECT_EQ(abbreviations.find("no."), WordKind::Number);
  EXPECT_EQ(abbreviations.find("Dr."), WordKind::None);
  ASSERT_EQ(diagnostics.items().size(), 3U);
  EXPECT_EQ(diagnostics.items()[0].code, "text.bad-abbreviation");
  EXPECT_EQ(diagnostics.items()[0].where, (Location{"a.tsv", 3, 1}));
}

TEST(ReadFurniture, KeepsGoodRulesAroundBadOnes) {
  Furniture furniture;
  Diagnostics diagnostics;
  read_furniture(
      "furniture:\n"
      "  - {name: a, reason: r, line: 'share.*'}\n"
      "  - {name: b, reason: r, line: '(open'}\n"
      "  - {name: c, reason: r, line: 'x', where: middle}\n"
      "  - {name: d, reason: r}\n"
      "  - {name: e, reason: r, line: 'x', colour: red}\n"
      "  - {name: f, reason: r, line: [x]}\n"
      "  - plain\n"
      "  - {name: g, reason: r, line: 'x', takes: all}\n"
      "  - {name: h, reason: r, line: 'by .*', where: top, takes: rest}\n",
      "f.yaml", furniture, diagnostics);
  furniture.compile();
  ASSERT_EQ(furniture.rules().size(), 2U);
  ASSERT_EQ(diagnostics.items().size(), 7U);
  for (const Diagnostic& item : diagnostics.items()) EXPECT_EQ(item.code, "furniture.bad-rule");
  EXPECT_EQ(diagnostics.items()[1].where.line, 3U);
  EXPECT_EQ(diagnostics.items()[1].where.column, 26U);
  EXPECT_EQ(furniture.find("Share this", FurniturePlace::Anywhere)->name, "a");
  EXPECT_EQ(furniture.find("By Anna Berg", FurniturePlace::Anywhere), nullptr);
  EXPECT_EQ(furniture.find("By Anna Berg", FurniturePlace::Top)->reach, FurnitureReach::Rest);
  EXPECT_EQ(furniture.find("They share this", FurniturePlace::Anywhere), nullptr) << "a rule matches whole lines";
}

TEST(ReadFurniture, TellsWhatIsNoListOfRules) {
  for (const char* text : {"", "a: b", "furniture: 7", "furniture: [a", "- a", "furniture: []\nmore: 1"}) {
    Furniture furniture;
    Diagnostics diagnostics;
    read_furniture(text, "f.yaml", furniture, diagnostics);
    EXPECT_EQ(diagnostics.items().size(), 1U) << text;
  }
}

TEST(TextRules, FurnitureThatIsTooLargeIsReported) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / ("chancery-rules-" + std::to_string(::getpid()));
  fs::create_directories(folder / "lexicon");
  std::ofstream(folder / "lexicon/abbreviations.tsv") << "Mr.\ttitle\n";
  std::ofstream furniture(folder / "furniture.yaml");
  furniture << "furniture:\n";
  for (int i = 0; i < 200; ++i) furniture << "  - {name: a, reason: r, line: '.{0,900}" << i << "'}\n";
  furniture.close();
  Diagnostics diagnostics;
  const TextRules rules = read_text_rules(folder.string(), diagnostics);
  fs::remove_all(folder);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_EQ(diagnostics.items()[0].code, "furniture.too-large");
  EXPECT_EQ(rules.furniture.find("anything 7", FurniturePlace::Anywhere), nullptr);
}

TEST(Furniture, KnowsTheLinesOfPages) {
  const Furniture& furniture = shipped_rules().furniture;
  for (const char* line : {"Share this article",
                           "Leave a Comment",
                           "Failed to load visualization",
                           "Follow us on social",
                           "Read more:",
                           "Read more: Envoys meet",
                           "Image credit: A. Berg",
                           "Photo: Getty Images",
                           "An envoy speaks in Oslo [Anna Berg/Agency]",
                           "Advertisement",
                           "Sign up for our newsletter",
                           "\u00A9 2025 The Paper. All rights reserved.",
                           "12 Min Read",
                           "Comments",
                           "Related articles",
                           "Share on Facebook",
                           "An envoy leaves. REUTERS/Anna Berg/Pool",
                           "Photo by Anna Berg",
                           "Copyright 2025 The Paper",
                           "Published: 2 January 2025",
                           "Follow Anna Berg on Twitter"}) {
    EXPECT_NE(furniture.find(line, FurniturePlace::Anywhere), nullptr) << line;
  }
  for (const char* line : {"By Anna Berg", "By ANNA BERG and Bo de Vries, Staff Writers", "Analysis | World", "January 2, 2025",
                           "Published: 2 Jan 2025 10:15", "Updated 3 hours ago", "admin"}) {
    EXPECT_NE(furniture.find(line, FurniturePlace::Top), nullptr) << line;
  }
  for (const char* line :
       {"(Reporting by Anna Berg; Editing by Bo Dahl)", "Tags: Oslo, envoys", "The agency contributed to this report."}) {
    EXPECT_NE(furniture.find(line, FurniturePlace::Bottom), nullptr) << line;
  }
  for (const char* line : {"They agreed to share the river.",
                           "More than 100 people met in Oslo.",
                           "Follow the money, he said.",
                           "Related issues were left to the experts.",
                           "Comments by the envoy caused anger.",
                           "The photo by the agency caused anger.",
                           "Read their lips, he said.",
                           "Reuters quoted the envoy as saying so.",
                           "Top envoys met in Oslo.",
                           "Latest round of talks ends",
                           "See you in Oslo, he said.",
                           "Video from the scene showed smoke.",
                           "Views on the war differ.",
                           "Published in March, the report names nobody.",
                           "Like the envoy on X, he wrote in anger.",
                           "Copyright experts met in Oslo.",
                           "By the end of the day they had left.",
                           "They agree, according to a Reuters/Ipsos poll.",
                           "Photos by the police show it.",
                           "(c) They agree to share the river.",
                           "He reads a daily newsletter of the ministry."}) {
    for (const FurniturePlace place : {FurniturePlace::Top, FurniturePlace::Anywhere, FurniturePlace::Bottom}) {
      EXPECT_EQ(furniture.find(line, place), nullptr) << line;
    }
  }
}

}  // namespace
}  // namespace chancery::test
