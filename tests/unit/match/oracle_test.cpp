// The machine against the oracle: all patterns up to a size over a small alphabet, over all short lattices.
#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "match/machine.hpp"
#include "match/match_builder.hpp"
#include "match/matcher.hpp"
#include "match/program.hpp"
#include "support/oracle.hpp"
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
        if (x.find("r:") == std::string::npos) made.push_back(look + x + ')');
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
                                               "[@Person|Polity a ] a [@Polity b ]"};
  return all;
}

std::string text_of(const std::string& role, const std::vector<TokenSpan>& parts) {
  std::string out = role;
  for (const TokenSpan part : parts) out += ' ' + std::to_string(part.begin) + '-' + std::to_string(part.end);
  return out + ';';
}

TokenSpan hull(const std::vector<Edge>& edges) {
  TokenSpan all = edges.front().tokens;
  for (const Edge& edge : edges) all = {std::min(all.begin, edge.tokens.begin), std::max(all.end, edge.tokens.end)};
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
  make_adjuncts(texts);
  ASSERT_GT(variants_.size(), 5000U);
  Machine machine(*program_);
  MatchBuilder builder(*program_);
  std::size_t compared = 0, matched = 0, wrong = 0;
  for (const std::string& written : lattices()) {
    const toy::Sentence sentence = toy::sentence(written, lexicon_.symbols(), program_->classes());
    Lattice lattice;
    lattice.build(sentence.view(), sentence.all(), -1);
    oracle::Matcher oracle(lattice, program_->classes());
    for (const auto& [index, variants] : variants_) {
      const Pattern& pattern = *pack_.frames[0].adjuncts[index].pattern;
      for (std::uint32_t position = lattice.begin(); position < lattice.end(); ++position) {
        std::string expected = "none", found = "none";
        if (const auto result = oracle.match(pattern, position, false)) {
          expected = std::to_string(result->reached) + ':';
          for (const auto& taken : result->roles) expected += text_of(taken.role, {hull(taken.edges)});
        }
        for (const std::uint32_t v : variants) {
          std::vector<Step> steps;
          std::uint32_t reached = 0;
          if (!machine.run(lattice, program_->variants()[v], program_->variants()[v].forward, false, position,
                           {lattice.unit().begin, lattice.unit().end, {}}, steps, reached)) {
            continue;
          }
          std::vector<Capture> captures;
          builder.captures(lattice, steps, false, no_program, captures);
          found = std::to_string(reached) + ':';
          for (const Capture& capture : captures) found += text_of(program_->role_names()[capture.role], {capture.tokens});
          break;
        }
        if (expected != found && ++wrong < 10)
          ADD_FAILURE() << to_string(pattern) << "  at " << position << " of  " << written << "\n  oracle " << expected << "\n  machine "
                        << found;
        ++compared;
        matched += expected == "none" ? 0 : 1;
      }
    }
  }
  EXPECT_EQ(wrong, 0U);
  EXPECT_GT(matched, compared / 20);
}

TEST_F(AgainstTheOracle, PatternsAroundATriggerTakeTheSame) {
  std::vector<std::string> texts;
  const std::vector<std::string> left = Patterns(3, {"a", "r:@Person", "..2"}).all();
  const std::vector<std::string> right = Patterns(2, {"a", "r:@Person", "..2"}).all();
  for (std::size_t i = 0; i < left.size(); ++i) {
    texts.push_back('(' + left[i] + ") <t/v>");
    texts.push_back('(' + left[i] + ") <t/v> (" + right[i % right.size()] + ')');
  }
  make_rules(texts);
  ASSERT_GT(variants_.size(), 300U);
  const std::vector<std::string> sentences = {"a t/t/v a",
                                              "[@Person a] t/t/v",
                                              "[@Person a] a t/t/v a",
                                              "[@Person a] [@Person b] t/t/v [@Person c]",
                                              "a b t/t/v b a t/t/v a",
                                              "[@Person a b] b t/t/v [@Person [@Person a] b] a",
                                              "a a a t/t/v",
                                              "t/t/v a [@Person b]"};
  Matcher matcher(*program_);
  std::size_t compared = 0, wrong = 0;
  for (const std::string& written : sentences) {
    const toy::Sentence sentence = toy::sentence(written, lexicon_.symbols(), program_->classes());
    Lattice lattice;
    lattice.build(sentence.view(), sentence.all(), -1);
    oracle::Matcher oracle(lattice, program_->classes());
    MatchBuilder builder(*program_);
    Machine machine(*program_);
    for (const auto& [rule, variants] : variants_) {
      const Pattern& pattern = *pack_.rules[rule].pattern;
      if (pattern.kind != PatternKind::Sequence || variants.size() != 1) continue;
      const auto is_trigger = [](const PatternPtr& child) { return child->kind == PatternKind::Lemma; };
      const auto trigger = std::find_if(pattern.children.begin(), pattern.children.end(), is_trigger);
      if (trigger == pattern.children.end()) continue;
      const Variant& variant = program_->variants()[variants[0]];
      for (std::uint32_t position = lattice.begin(); position < lattice.end(); ++position) {
        if (lattice.from(position).back().kind != EdgeKind::Token || sentence.document->word(position) != "t") continue;
        // The oracle matches each side by itself, and gaps stop at other triggers: sentences with two are compared without gaps.
        if (written.find("t/t/v b a t") != std::string::npos && pack_.rules[rule].name.find("..") != std::string::npos) continue;
        // A gap beside a role stops at what could fill the role, which the oracle does not know.
        if (pack_.rules[rule].name.find("..") != std::string::npos && pack_.rules[rule].name.find("@Person") != std::string::npos) continue;
        std::string expected, found;
        std::uint32_t at = position + 1;
        bool good = true;
        std::vector<oracle::Matcher::Taken> taken;
        for (auto child = trigger + 1; child != pattern.children.end() && good; ++child) {
          const auto result = oracle.match(**child, at, false);
          good = result.has_value();
          if (good) taken.insert(taken.end(), result->roles.begin(), result->roles.end());
        }
        at = position;
        if (good && trigger != pattern.children.begin()) {
          const auto result = oracle.match(*pattern.children[0], at, true);
          good = result.has_value();
          if (good) taken.insert(taken.end(), result->roles.begin(), result->roles.end());
        }
        expected = good ? "found " : "none";
        std::multiset<std::string> roles;
        for (const auto& each : taken) roles.insert(text_of(each.role, {hull(each.edges)}));
        if (good)
          for (const std::string& each : roles) expected += each;
        std::vector<Step> forward, backward;
        std::uint32_t reached = 0;
        const Machine::Bounds bounds{lattice.unit().begin, lattice.unit().end, {}};
        const bool match =
            machine.run(lattice, variant, variant.forward, false, position, bounds, forward, reached) &&
            (variant.backward == no_program || machine.run(lattice, variant, variant.backward, true, position, bounds, backward, reached));
        found = match ? "found " : "none";
        std::vector<Capture> captures;
        builder.captures(lattice, backward, false, no_program, captures);
        builder.captures(lattice, forward, false, no_program, captures);
        roles.clear();
        for (const Capture& capture : captures) roles.insert(text_of(program_->role_names()[capture.role], {capture.tokens}));
        if (match)
          for (const std::string& each : roles) found += each;
        if (expected != found && ++wrong < 10)
          ADD_FAILURE() << pack_.rules[rule].name << "  at " << position << " of  " << written << "\n  oracle " << expected
                        << "\n  machine " << found;
        ++compared;
      }
    }
  }
  EXPECT_EQ(wrong, 0U);
  EXPECT_GT(compared, 2000U);
}

}  // namespace
}  // namespace chancery
