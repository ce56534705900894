// What docs/rules.md shows is read: every YAML block and every pattern of its tables. Its pack and its commands are run by
// tests/cli/test_manual.py.
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "match/matcher.hpp"
#include "match/program.hpp"
#include "support/toy_lexicon.hpp"

namespace chancery {
namespace {

struct Manual {
  std::vector<std::string> blocks;    ///< of YAML, by themselves
  std::vector<std::string> pack;      ///< of YAML, together one pack
  std::vector<std::string> patterns;  ///< first column of tables headed "pattern"

  Manual() {
    std::ifstream in(std::string(CHANCERY_SOURCE_DIR) + "/docs/rules.md");
    std::string line, block, kind;
    bool open = false, table = false;
    while (std::getline(in, line)) {
      if (line.starts_with("```")) {
        if (open && kind == "yaml") blocks.push_back(block);
        if (open && kind.starts_with("yaml pack")) pack.push_back(block);
        kind = open ? "" : line.substr(3);
        open = !open;
        block.clear();
      } else if (open) {
        block += line + '\n';
      } else if (line.starts_with("| pattern |")) {
        table = true;
      } else if (table && line.starts_with("| `")) {
        const std::size_t end = line.find("` |");
        std::string pattern;
        for (std::size_t i = 3; i < end; ++i) {
          if (line[i] == '\\' && line[i + 1] == '|') continue;
          pattern += line[i];
        }
        patterns.push_back(pattern);
      } else if (!line.starts_with('|')) {
        table = false;
      }
    }
  }
};

std::string problems(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& item : diagnostics.items()) out += to_string(item) + '\n';
  return out;
}

TEST(Manual, ShowsOnlyPatternsThatParse) {
  const Manual manual;
  ASSERT_GT(manual.patterns.size(), 50U);
  for (const std::string& text : manual.patterns) {
    Diagnostics diagnostics;
    EXPECT_TRUE(parse_pattern(text, {text, 1, 1}, 0, diagnostics)) << problems(diagnostics);
  }
}

TEST(Manual, ShowsOnlyBlocksThatAreRead) {
  const Manual manual;
  ASSERT_GT(manual.blocks.size(), 6U);
  for (const std::string& block : manual.blocks) {
    Diagnostics diagnostics;
    RulePack pack;
    read_pack_text(block, "manual.yaml", pack, diagnostics);
    EXPECT_EQ(problems(diagnostics), "") << block;
    if (pack.frames.empty()) continue;
    const std::unique_ptr<Lexicon> words = toy::lexicon();
    Lexicon& lexicon = *words;
    compile(pack, lexicon, diagnostics);
    EXPECT_EQ(problems(diagnostics), "") << block;
  }
}

TEST(Manual, ShowsAPackThatIsRead) {
  const Manual manual;
  ASSERT_GT(manual.pack.size(), 4U);
  Diagnostics diagnostics;
  RulePack pack;
  for (std::size_t i = 0; i < manual.pack.size(); ++i)
    read_pack_text(manual.pack[i], "part" + std::to_string(i) + ".yaml", pack, diagnostics);
  EXPECT_EQ(problems(diagnostics), "");
  EXPECT_EQ(pack.rules.size(), 4U);
}

}  // namespace
}  // namespace chancery
