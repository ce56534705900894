// Rows of tests/cases/patterns.tsv: name, pattern, sentence (see support/toy_sentence.hpp), what is found.
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "match/matcher.hpp"
#include "match/program.hpp"
#include "support/toy_lexicon.hpp"
#include "support/toy_sentence.hpp"

namespace chancery {
namespace {

constexpr const char* toy_pack = R"yaml(
classes:
  Club: {is: Organization}
lists:
  meet: [meet/v, "hold* ~ talks/n", "sit* down"]
  talks: [talk/n, summit/n]
phrases:
  team: |
    the? @Polity team
  pair(X, Y): |
    a:X and b:Y
  two(X): |
    $pair(X, X)
frames:
  F:
    roles:
      a: {many: true}
      b: {class: [Person, Polity], many: true}
      c: {class: Place}
)yaml";

/// "F a=Ann Lee, Bo; b=Rome | …", one a match, or "none".
std::string found_in(const std::string& pattern, const std::string& written) {
  RulePack pack;
  Diagnostics diagnostics;
  read_pack_text(std::string(toy_pack) + "rules:\n  - name: r\n    frame: F\n    pattern: |\n      " + pattern + "\n", "toy.yaml", pack,
                 diagnostics);
  const std::unique_ptr<Lexicon> words = toy::lexicon();
  Lexicon& lexicon = *words;
  const ProgramPtr program = compile(pack, lexicon, diagnostics);
  for (const Diagnostic& item : diagnostics.items()) return to_string(item);
  const toy::Sentence sentence = toy::sentence(written, lexicon.symbols(), program->classes());
  Matcher matcher(*program);
  Lattice lattice;
  std::vector<Match> matches;
  for (const Unit& unit : units_of(*sentence.document)) {
    lattice.build(sentence.view(), unit.tokens, unit.quotation);
    matcher.match(lattice, RuleKind::Event, 1, matches);
  }
  std::string out;
  for (const Match& match : matches) {
    out += out.empty() ? "" : " | ";
    out += '"' + sentence.text(match.trigger) + '"';
    for (const Capture& capture : match.captures) {
      out += ' ' + program->role_names()[capture.role] + '=' + (capture.mention != no_mention ? "@" : "") + sentence.text(capture.tokens);
    }
  }
  return out.empty() ? "none" : out;
}

TEST(Patterns, OfWordsThatNoTextHoldsAreTold) {
  for (const char* word : {"\u200f", "'\u200f'", "<=\u200f>"}) {
    EXPECT_NE(found_in(std::string("a:(red | ") + word + ") x", "red x").find("toy.yaml:24:16"), std::string::npos)
        << found_in(std::string("a:(red | ") + word + ") x", "red x");
    EXPECT_NE(found_in(std::string("a:(red | ") + word + ") x", "red x").find("error[pattern.empty]"), std::string::npos) << word;
  }
}

TEST(Patterns, FindWhatTheTableSays) {
  std::ifstream in(std::string(CHANCERY_SOURCE_DIR) + "/tests/cases/patterns.tsv");
  ASSERT_TRUE(in);
  std::string line;
  int rows = 0;
  while (std::getline(in, line)) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> fields;
    std::istringstream row(line);
    for (std::string field; std::getline(row, field, '\t');) fields.push_back(field);
    ASSERT_EQ(fields.size(), 4U) << line;
    EXPECT_EQ(found_in(fields[1], fields[2]), fields[3]) << fields[0] << ": " << fields[1] << "  in  " << fields[2];
    ++rows;
  }
  EXPECT_GT(rows, 50);
}

}  // namespace
}  // namespace chancery
