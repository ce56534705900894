// Rows of tests/cases/odinson.tsv: pattern, text, all that it matches in order, or "refused".
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "match/matcher.hpp"
#include "match/program.hpp"
#include "support/table.hpp"
#include "support/toy_sentence.hpp"

namespace chancery {
namespace {

/// "a b;c", the code of the first mistake as "refused" if it is that of a pattern that matches nothing, else the mistake.
std::string matches_of(const std::string& pattern, const std::string& written) {
  RulePack pack;
  Diagnostics diagnostics;
  read_pack_text("rules:\n  - name: r\n    mention: Name\n    pattern: |\n      " + pattern + "\n", "odinson.yaml", pack, diagnostics);
  Lexicon lexicon;
  const ProgramPtr program = compile(pack, lexicon, diagnostics);
  for (const Diagnostic& item : diagnostics.items()) return item.code == "rule.matches-nothing" ? "refused" : to_string(item);
  const toy::Sentence sentence = toy::sentence(written, lexicon.symbols(), program->classes());
  Lattice lattice;
  lattice.build(sentence.view(), sentence.all(), -1);
  std::vector<Match> matches;
  Matcher(*program).match(lattice, RuleKind::Mention, 1, matches);
  std::string out;
  for (const Match& match : matches) out += (out.empty() ? "" : ";") + sentence.text(match.tokens);
  return out.empty() ? "none" : out;
}

TEST(Odinson, PatternsTakeWhatItsTableSays) {
  const auto rows = test::read_table(std::string(CHANCERY_SOURCE_DIR) + "/tests/cases/odinson.tsv");
  EXPECT_GE(rows.size(), 75U);
  for (const auto& row : rows) {
    ASSERT_EQ(row.size(), 3U) << row[0];
    EXPECT_EQ(matches_of(row[0], row[1]), row[2]) << row[0] << "  in  " << row[1];
  }
}

}  // namespace
}  // namespace chancery
