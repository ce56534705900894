#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace chancery {

/// Writes packs of rules that no two are alike of, from the words of a corpus. A trigger is a lemma drawn with the frequency that it
/// has in the corpus. One rule in twenty has no trigger. The same seed gives the same pack.
class RuleGenerator {
 public:
  /// Whether a lemma that triggers a rule may be drawn again for another one.
  enum class Triggers : std::uint8_t { Own, Shared };

  /// `lemmas`: lower-case nouns, verbs and adjectives with the number of their occurrences; not empty.
  RuleGenerator(const std::map<std::string, std::uint64_t>& lemmas, std::uint64_t seed);

  /// A pack of `rules` rules as YAML.
  std::string pack(std::size_t rules, Triggers triggers);

 private:
  /// A rule without its name; the shapes are those of the shipped rules.
  std::string rule(bool with_trigger);
  std::string by_trigger();
  std::string by_pattern();
  std::string without_trigger();
  const std::string& lemma();
  /// Another lemma each time if the pack's triggers are their own; when all have been drawn, all may be drawn again.
  const std::string& trigger();
  std::size_t below(std::size_t end) { return static_cast<std::size_t>(random_() % end); }
  template <typename Words>
  std::string_view one_of(const Words& words) {
    return words[below(std::size(words))];
  }

  std::vector<std::string> lemmas_;
  std::vector<std::uint64_t> up_to_;  ///< per lemma: occurrences of it and those before it
  std::mt19937_64 random_;
  Triggers triggers_ = Triggers::Own;
  std::set<std::string> made_;
  std::set<std::string> taken_;  ///< triggers
};

}  // namespace chancery
