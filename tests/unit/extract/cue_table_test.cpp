// The table of cue compositions in docs/rules.md is the test: each row's sentence is read with the shipped mappings, and its meeting
// stands as the row says.
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/shipped.hpp"

namespace chancery {
namespace {

/// "planned | false | yes" of the one meeting of a sentence: its status, polarity, and whether the text asserts it.
std::string standing_of(const std::string& sentence) {
  Article article;
  article.body = sentence;
  article.date = "2024-06-05";
  const Extraction extraction = Extractor(*Shipped::get().model).extract(std::move(article));
  std::string out;
  for (const Frame& frame : extraction.frames) {
    const FrameDef& definition = Shipped::get().pack.frames[frame.definition];
    if (definition.name != "Meeting") continue;
    out += out.empty() ? "" : "; ";
    for (const RoleFillers& role : frame.roles) {
      if (definition.roles[role.role].name == "status") out += Shipped::get().lexicon->symbols().text(role.fillers.front().value);
    }
    out += std::string(" | ") + (frame.polarity ? "true" : "false") + " | " + (frame.asserted ? "yes" : "no");
  }
  return out.empty() ? "no meeting" : out;
}

TEST(CueTable, OfTheManualIsTrue) {
  std::ifstream manual(std::string(CHANCERY_SOURCE_DIR) + "/docs/rules.md");
  std::string line;
  while (std::getline(manual, line) && !line.starts_with("| sentence | status |")) {
  }
  std::getline(manual, line);
  std::size_t rows = 0;
  while (std::getline(manual, line) && line.starts_with("| ")) {
    const std::size_t end = line.find(" | ");
    const std::string sentence = line.substr(2, end - 2);
    const std::string expected = line.substr(end + 3, line.size() - end - 5);
    EXPECT_EQ(standing_of(sentence), expected) << sentence;
    ++rows;
  }
  EXPECT_GE(rows, 20U);
}

}  // namespace
}  // namespace chancery
