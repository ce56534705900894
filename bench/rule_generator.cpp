#include "rule_generator.hpp"

#include <algorithm>
#include <array>

namespace chancery {
namespace {

constexpr std::array<std::string_view, 4> classes = {"@Person", "@Polity", "@Organization", "@Place"};
constexpr std::array<std::string_view, 12> prepositions = {"with", "of", "in",   "at",      "to",   "for",
                                                           "on",   "by", "from", "against", "over", "between"};
constexpr std::array<std::string_view, 4> modifiers = {"the?", "[pos=ADJ]?", "the? [pos=ADJ]?", "(a | the)?"};
constexpr std::array<std::string_view, 5> groups = {"VG", "VG[past]", "VG[passive]", "NG", "[pos=NOUN]{1,2}"};
constexpr std::array<std::string_view, 3> left_selectors = {"subject", "before", "possessor"};

constexpr std::string_view head =
    "frames:\n  Event:\n    roles:\n      a: {class: [Person, Polity, Organization, Place], many: true}\n"
    "      b: {class: [Person, Polity, Organization, Place]}\nrules:\n";

std::string pattern(const std::string& text) {
  return "    pattern: |\n      " + text + "\n";
}

}  // namespace

RuleGenerator::RuleGenerator(const std::map<std::string, std::uint64_t>& lemmas, std::uint64_t seed) : random_(seed) {
  std::uint64_t sum = 0;
  for (const auto& [text, count] : lemmas) {
    lemmas_.push_back(text);
    up_to_.push_back(sum += count);
  }
}

std::string RuleGenerator::pack(std::size_t rules, Triggers triggers) {
  std::string out(head);
  made_.clear();
  taken_.clear();
  triggers_ = triggers;
  for (std::size_t i = 0; i < rules; ++i) {
    std::string made = rule(i % 20 != 19);
    while (!made_.insert(made).second) made = rule(i % 20 != 19);
    out += "  - name: rule-" + std::to_string(i) + "\n    frame: Event\n" + made;
  }
  return out;
}

const std::string& RuleGenerator::lemma() {
  const std::uint64_t at = random_() % up_to_.back();
  return lemmas_[static_cast<std::size_t>(std::upper_bound(up_to_.begin(), up_to_.end(), at) - up_to_.begin())];
}

const std::string& RuleGenerator::trigger() {
  constexpr int most_draws = 20'000;  // by then what is left is too rare to be drawn
  const std::string* drawn = &lemma();
  for (int i = 0; triggers_ == Triggers::Own && taken_.contains(*drawn) && i < most_draws; ++i) drawn = &lemma();
  if (!taken_.insert(*drawn).second) taken_.clear();
  return *drawn;
}

std::string RuleGenerator::rule(bool with_trigger) {
  if (!with_trigger) return without_trigger();
  return below(10) < 3 ? by_trigger() : by_pattern();
}

/// A trigger and roles in any order: one in ten of all rules by the trigger word alone, two in ten with a preposition.
std::string RuleGenerator::by_trigger() {
  const std::string behind(one_of(prepositions));
  const bool alone = below(3) == 0;
  std::string out = "    trigger: |\n      <=" + trigger() + ">" + (alone ? "" : " " + behind) + "\n    roles:\n";
  out += "      a: [" + std::string(one_of(left_selectors)) + "]\n      b: [{after: [" + behind + "]}]\n";
  return out;
}

std::string RuleGenerator::by_pattern() {
  const std::string a(one_of(classes)), b(one_of(classes)), word(one_of(prepositions)), between(one_of(modifiers));
  switch (below(6)) {
    case 0: return pattern("a:$list(" + a + ") .. <=" + trigger() + "> " + between + " b:" + b);
    case 1: return pattern("<=" + trigger() + "> " + word + " " + between + " b:" + b);
    case 2: return pattern("a:" + a + " VG? <=" + trigger() + "> .. " + word + " b:" + b);
    case 3: return pattern("<=" + trigger() + "> .. <=" + lemma() + "> " + word + " b:" + b);
    case 4: return pattern("a:" + a + " .. <=" + trigger() + "> " + between + " <=" + lemma() + ">");
    default: return pattern("<=" + trigger() + "> " + between + " [pos=NOUN]{1,2} " + word + " a:" + a);
  }
}

/// By mentions and groups alone.
std::string RuleGenerator::without_trigger() {
  const std::string a(one_of(classes)), b(one_of(classes)), group(one_of(groups)), other(one_of(groups)), between(one_of(modifiers));
  switch (below(10)) {
    case 0: return pattern(group + " " + between + " " + other + " a:" + a);
    case 1:
    case 2:
    case 3: return pattern("a:" + a + " .." + std::to_string(1 + below(8)) + " " + group + " b:" + b);
    case 4:
    case 5:
    case 6: return pattern("a:" + a + " " + group + " " + between + " " + other + " b:" + b);
    default: return pattern("a:" + a + " ','? " + between + " " + group + " .." + std::to_string(1 + below(8)) + " b:" + b);
  }
}

}  // namespace chancery
