// The index that wakes rules against none: what it spares must never be what would have matched. And the bound on the work of a run.
#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "match/fillers.hpp"
#include "match/machine.hpp"
#include "match/matcher.hpp"
#include "match/program.hpp"
#include "support/toy_lexicon.hpp"
#include "support/toy_sentence.hpp"

namespace chancery {
namespace {

/// Rules of all shapes of beginnings, middles and ends, each with a frame of its own, so that none keeps another from being chosen.
std::string all_shapes() {
  const std::vector<std::string> starts = {
      "a:@Person",          "a:$list(@Person | @Polity)", "<=x>", "NG", "[cap]", "<=y> the?", "a:@Person?",
      "(<=x> | a:@Polity)", "(?<= z) a:@Person"};
  const std::vector<std::string> middles = {"", "..", "..2", "VG", "the? VG", "(a | the)?", "','? ..3", "[!cap]{1,2}", "(?= the) ..", "x+"};
  const std::vector<std::string> ends = {
      "b:@Place", "<=z>", "b:@Person", "NG b:@Polity", "(y | z) NG?", "b:@Place (?= ',' z)", "b:@Polity (?<= x @Polity)"};
  std::string frames = "frames:\n", rules = "rules:\n";
  int number = 0;
  for (const std::string& start : starts) {
    for (const std::string& middle : middles) {
      for (const std::string& end : ends) {
        const std::string name = std::to_string(number++);
        frames += "  F" + name + ": {roles: {a: {}, b: {}}}\n";
        rules += "  - name: r" + name + "\n    frame: F" + name + "\n    pattern: |\n      " + start + ' ' + middle + ' ' + end + '\n';
      }
    }
  }
  return frames + rules;
}

std::string random_sentence(std::mt19937& random) {
  const std::vector<std::string> words = {"x",
                                          "y",
                                          "z",
                                          "the/the/d",
                                          "a",
                                          ",",
                                          ";",
                                          "Big",
                                          "xs/x/n",
                                          "[@Person Ann ]",
                                          "[@Polity Rome ]",
                                          "[@Place|Polity Oslo ]",
                                          "[@Person [@Polity Rome ] Bo ]",
                                          "[NG the/the/d talks/talk/n ]",
                                          "[VG met/meet/v ]",
                                          "[NG x ]",
                                          "[Q x y z ]",
                                          "[C the z ]"};
  std::string out;
  for (std::size_t length = 2 + random() % 10; length > 0; --length) out += words[random() % words.size()] + ' ';
  return out;
}

/// The rules of which some variant succeeds at some position.
std::set<RuleId> by_trying_everything(const Program& program, const Lattice& lattice) {
  std::set<RuleId> found;
  Machine machine(program);
  for (const Variant& variant : program.variants()) {
    for (std::uint32_t position = lattice.begin(); position < lattice.end(); position = lattice.next(position)) {
      const Machine::Bounds bounds{lattice.unit().begin, lattice.unit().end, FillerFinder::clause_around(lattice, position)};
      std::vector<Step> steps;
      std::uint32_t reached = 0;
      if (!machine.run(lattice, variant, variant.forward, false, position, bounds, steps, reached)) continue;
      if (variant.backward != no_program && !machine.run(lattice, variant, variant.backward, true, position, bounds, steps, reached))
        continue;
      found.insert(variant.rule);
    }
  }
  return found;
}

TEST(ManyRules, AreWokenWhereverTheyMatch) {
  RulePack pack;
  Diagnostics diagnostics;
  const std::unique_ptr<Lexicon> words = toy::lexicon();
  Lexicon& lexicon = *words;
  read_pack_text(all_shapes(), "t.yaml", pack, diagnostics);
  const ProgramPtr program = compile(pack, lexicon, diagnostics);
  ASSERT_FALSE(diagnostics.has_errors()) << to_string(diagnostics.items().front());
  ASSERT_GT(program->half_count(), 20U) << "halves are shared";
  Matcher matcher(*program);
  Lattice lattice;
  std::mt19937 random(3);
  std::size_t matched = 0;
  for (int i = 0; i < 150; ++i) {
    const std::string written = random_sentence(random);
    const toy::Sentence sentence = toy::sentence(written, lexicon.symbols(), program->classes());
    for (const Unit& unit : units_of(*sentence.document)) {
      lattice.build(sentence.view(), unit.tokens, unit.quotation);
      std::vector<Match> matches;
      matcher.match(lattice, RuleKind::Event, 1, matches);
      std::set<RuleId> woken;
      for (const Match& match : matches) woken.insert(match.rule);
      EXPECT_EQ(woken, by_trying_everything(*program, lattice)) << written;
      matched += woken.size();
    }
  }
  EXPECT_GT(matched, 1000U);
}

TEST(ManyRules, AreCountedWhereTheyAreTried) {
  RulePack pack;
  Diagnostics diagnostics;
  Lexicon lexicon;
  read_pack_text(
      "frames: {F: {roles: {a: {}}}}\nrules:\n  - {name: here, frame: F, pattern: \"<=x> y\"}\n  - {name: not-here, frame: F, pattern: \"y "
      "<=x>\"}\n  - {name: nor-this, frame: F, pattern: \"<=x> (?= y y y a)\"}\n",
      "t.yaml", pack, diagnostics);
  const ProgramPtr program = compile(pack, lexicon, diagnostics);
  const toy::Sentence sentence = toy::sentence("x y z", lexicon.symbols(), program->classes());
  Lattice lattice;
  lattice.build(sentence.view(), sentence.all(), -1);
  Matcher matcher(*program);
  std::vector<std::uint64_t> wakes(3, 0);
  std::vector<Match> matches;
  matcher.count_wakes(&wakes);
  matcher.match(lattice, RuleKind::Event, 1, matches);
  EXPECT_EQ(wakes, (std::vector<std::uint64_t>{1, 0, 0})) << "the second wants its y to the left, the third looks for an a";
}

/// Instructions that the exploding pattern takes over so many tokens, from the first on and without a window.
std::uint64_t work_over(std::size_t tokens) {
  std::string pattern = "<=start> (((";
  for (int i = 0; i < 50; ++i) pattern += std::string(i == 0 ? "" : " | ") + ".. w" + std::to_string(i);
  RulePack pack;
  Diagnostics diagnostics;
  Lexicon lexicon;
  read_pack_text(
      "frames: {F: {roles: {a: {}}}}\nrules:\n  - name: explode\n    frame: F\n    pattern: |\n      " + pattern + "){1,3})+)+ [number]\n",
      "t.yaml", pack, diagnostics);
  const ProgramPtr program = compile(pack, lexicon, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
  std::string text = "start";
  for (std::size_t i = 1; i < tokens; ++i) text += " w" + std::to_string(i * 7 % 50);
  const toy::Sentence sentence = toy::sentence(text, lexicon.symbols(), program->classes());
  Lattice lattice;
  lattice.build(sentence.view(), sentence.all(), -1);
  Machine machine(*program);
  std::vector<Step> steps;
  std::uint32_t reached = 0;
  const Variant& variant = program->variants().front();
  EXPECT_FALSE(machine.run(lattice, variant, variant.forward, false, 0, {0, lattice.end(), {}}, steps, reached));
  EXPECT_GE(machine.work(), tokens) << "it gets to the end";
  EXPECT_LE(machine.work(), std::uint64_t{variant.code_end - variant.code_begin} * tokens * 2);
  return machine.work();
}

TEST(ExplodingPattern, CostsInProportionToTheText) {
  const std::uint64_t small = work_over(500), large = work_over(4000);
  EXPECT_LT(large, small * 9);
}

}  // namespace
}  // namespace chancery
