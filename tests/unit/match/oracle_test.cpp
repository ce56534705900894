// The machine against the oracle: all patterns up to a size over a small alphabet, over all short lattices.
#include <map>

#include <gtest/gtest.h>

#include "match/machine.hpp"
#include "match/program.hpp"
#include "support/against_oracle.hpp"
#include "support/toy_sentence.hpp"

namespace chancery {
namespace {

/// Patterns as text, by their number of parts.
class Patterns {
 public:
  explicit Patterns(std::size_t largest, std::vector<std::string> atoms) {
    by_size_.push_back({});
    by_size_.push_back(std::move(atoms));
    while (by_size_.size() <= largest) grow();
  }
  [[nodiscard]] std::vector<std::string> all() const {
    std::vector<std::string> out;
    for (const auto& size : by_size_) out.insert(out.end(), size.begin(), size.end());
    return out;
  }

 private:
  void grow() {
    const std::size_t size = by_size_.size();
    std::vector<std::string> made;
    for (const std::string& x : by_size_[size - 1]) {
      for (const char* form : {"?", "*", "+", "??", "*?", "{1,2}"}) made.push_back('(' + x + ')' + form);
      made.push_back("r:(" + x + ')');
      for (const char* look : {"(?=", "(?!", "(?<=", "(?<!"}) {
        if (x.find(':') == std::string::npos) made.push_back(look + x + ')');
      }
    }
    for (std::size_t left = 1; left + 1 < size; ++left) {
      for (const std::string& x : by_size_[left]) {
        for (const std::string& y : by_size_[size - 1 - left]) {
          made.push_back('(' + x + ") (" + y + ')');
          made.push_back("((" + x + ") | (" + y + "))");
        }
      }
    }
    by_size_.push_back(std::move(made));
  }
  std::vector<std::vector<std::string>> by_size_;
};

const std::vector<std::string>& lattices() {
  static const std::vector<std::string> all = {"a",
                                               "b",
                                               "A",
                                               "a b",
                                               "b a",
                                               "[@Person a]",
                                               "[@Person a b]",
                                               "[@Person a ] b",
                                               "a [@Person b ]",
                                               "[@Person a ] [@Person b ]",
                                               "a a a",
                                               "a b a",
                                               "[@Person a b ] a",
                                               "a [@Person a b ]",
                                               "[@Person [@Person a ] b ] a",
                                               "a [@Person [@Person a ] [@Person b ] ] b",
                                               "b A b a",
                                               "[@Person|Polity a ] a [@Polity b ]",
                                               "[@Person a] [@Person b] a",
                                               "[@Person a] [@Polity b] a",
                                               "[@Person a] [@Organization b [@Person- a] ] a",
                                               "a ; [@Person b] a",
                                               "[@Person a] [Q b a b] a",
                                               "a [C b [@Person a] ] a a"};
  return all;
}

class AgainstTheOracle : public testing::Test {
 protected:
  /// One adjunct a pattern, which runs from left to right. Patterns that cannot stand alone (they match nothing, they repeat a
  /// look-around) have no variants.
  void make_adjuncts(const std::vector<std::string>& texts) {
    Diagnostics ignored;
    make_frame();
    for (const std::string& text : texts) {
      Adjunct adjunct;
      adjunct.role = "r";
      adjunct.pattern = parse_pattern(text, {}, 0, ignored);
      if (adjunct.pattern) pack_.frames[0].adjuncts.push_back(std::move(adjunct));
    }
    program_ = compile(pack_, lexicon_, ignored);
    for (std::uint32_t i = 0; i < pack_.frames[0].adjuncts.size(); ++i) {
      if (!program_->adjunct(0, i).variants.empty()) variants_[i] = program_->adjunct(0, i).variants;
    }
  }
  void make_rules(const std::vector<std::string>& texts) {
    Diagnostics ignored;
    make_frame();
    for (const std::string& text : texts) {
      Rule rule;
      rule.name = text;
      rule.frame = "F";
      rule.pattern = parse_pattern(text, {}, 0, ignored);
      if (rule.pattern) pack_.rules.push_back(std::move(rule));
    }
    program_ = compile(pack_, lexicon_, ignored);
    for (std::uint32_t v = 0; v < program_->variants().size(); ++v) variants_[program_->variants()[v].rule].push_back(v);
  }
  void make_frame() {
    pack_.frames.emplace_back();
    pack_.frames.back().name = "F";
    RoleDef role;
    role.name = "r";
    role.many = true;
    pack_.frames.back().roles.push_back(role);
    role.name = "q";
    role.classes = {"Person", "Polity"};
    pack_.frames.back().roles.push_back(role);
  }
  RulePack pack_;
  Lexicon lexicon_;
  ProgramPtr program_{nullptr, [](const Program*) {}};
  std::map<RuleId, std::vector<std::uint32_t>> variants_;
};

TEST_F(AgainstTheOracle, ProgramsFromLeftToRightTakeTheSame) {
  std::vector<std::string> texts = Patterns(4, {"a", "@Person", "..2"}).all();
  for (const std::string& x : Patterns(4, {"a", "@Person", "..2", "[cap]"}).all()) texts.push_back('(' + x + ") a");
  for (const std::string& x : Patterns(4, {"a", "@Person", "^", "$$"}).all()) texts.push_back("a (" + x + ')');
  for (const std::string& x : Patterns(4, {"q:@Person", "..3"}).all()) texts.push_back('(' + x + ") a");
  make_adjuncts(texts);
  ASSERT_GT(variants_.size(), 5000U);
  Machine machine(*program_);
  std::size_t compared = 0, matched = 0, wrong = 0;
  for (const std::string& written : lattices()) {
    const toy::Sentence sentence = toy::sentence(written, lexicon_.symbols(), program_->classes());
    Lattice lattice;
    lattice.build(sentence.view(), sentence.all(), -1);
    oracle::Matcher oracle(lattice, program_->classes());
    for (const auto& [index, variants] : variants_) {
      const Pattern& pattern = *pack_.frames[0].adjuncts[index].pattern;
      for (std::uint32_t position = lattice.begin(); position < lattice.end(); ++position) {
        const oracle::Answers answers = oracle::from_left(oracle, machine, *program_, lattice, pattern, variants, position);
        if (answers.oracle != answers.machine && ++wrong < 10)
          ADD_FAILURE() << to_string(pattern) << "  at " << position << " of  " << written << "\n  oracle " << answers.oracle
                        << "\n  machine " << answers.machine;
        ++compared;
        matched += answers.oracle == "none" ? 0 : 1;
      }
    }
  }
  EXPECT_EQ(wrong, 0U);
  EXPECT_GT(matched, compared / 20);
}

TEST_F(AgainstTheOracle, PatternsAroundATriggerTakeTheSame) {
  std::vector<std::string> texts;
  const std::vector<std::string> left = Patterns(3, {"a", "r:@Person", "q:@Person", "..2"}).all();
  const std::vector<std::string> right = Patterns(3, {"a", "r:@Person", "q:@Polity", "..3"}).all();
  for (std::size_t i = 0; i < left.size(); ++i) {
    texts.push_back('(' + left[i] + ") <t/v>");
    texts.push_back('(' + left[i] + ") <t/v> (" + right[(7 * i) % right.size()] + ')');
  }
  for (const std::string& x : right) {
    texts.push_back("(q:@Person ..2) <t/v> (" + x + ')');
    texts.push_back("(r:@Person) <t/v> (..2 " + x + " .. a)");
  }
  make_rules(texts);
  ASSERT_GT(variants_.size(), 800U);
  const std::vector<std::string> sentences = {"a t/t/v a",
                                              "[@Person a] t/t/v",
                                              "[@Person a] a t/t/v a",
                                              "[@Person a] [@Person b] t/t/v [@Person c]",
                                              "a b t/t/v b a t/t/v a",
                                              "[@Person a b] b t/t/v [@Person [@Person a] b] a",
                                              "a a a t/t/v",
                                              "t/t/v a [@Person b]",
                                              "[@Person a] [@Polity b] t/t/v [@Polity a] a",
                                              "[@Person a] a [@Organization b [@Person- a] ] t/t/v [@Date b] [@Person a] a",
                                              "[@Person a] t/t/n t/t/v a t/t/v [@Person|Polity b] a",
                                              "[@Person a] ; t/t/v a ; [@Person b]",
                                              "[@Person a] [Q a b a] t/t/v [Q a b b] [@Person b]",
                                              "[@Person a] [C b t/t/v a ] [@Polity b] a",
                                              "[C [@Person a] t/t/v [C a b ] [@Person a] ] a"};
  std::size_t compared = 0, matched = 0, wrong = 0;
  for (const std::string& written : sentences) {
    const toy::Sentence sentence = toy::sentence(written, lexicon_.symbols(), program_->classes());
    Lattice lattice;
    lattice.build(sentence.view(), sentence.all(), -1);
    oracle::Matcher oracle(lattice, program_->classes());
    Machine machine(*program_);
    const auto is_trigger = [&](std::uint32_t token) {
      return sentence.document->word(token) == "t" && sentence.annotation.tokens[token].pos == Pos::Verb;
    };
    for (const auto& [rule, variants] : variants_) {
      const Pattern& pattern = *pack_.rules[rule].pattern;
      if (pattern.kind != PatternKind::Sequence || variants.size() != 1 || oracle::trigger_of(pattern) > 1) continue;
      for (std::uint32_t position = lattice.begin(); position < lattice.end(); ++position) {
        if (lattice.from(position).empty() || !is_trigger(position)) continue;
        const Variant& variant = program_->variants()[variants[0]];
        const oracle::Answers answers = oracle::around_trigger(oracle, machine, *program_, lattice, pattern, variant, position, is_trigger);
        if (answers.oracle != answers.machine && ++wrong < 10)
          ADD_FAILURE() << pack_.rules[rule].name << "  at " << position << " of  " << written << "\n  oracle " << answers.oracle
                        << "\n  machine " << answers.machine;
        ++compared;
        matched += answers.oracle == "none" ? 0 : 1;
      }
    }
  }
  EXPECT_EQ(wrong, 0U);
  EXPECT_GT(compared, 10000U);
  EXPECT_GT(matched, compared / 20);
}

}  // namespace
}  // namespace chancery
