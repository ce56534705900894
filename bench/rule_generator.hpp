#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace chancery {

/// Writes packs of rules that no two are alike of, from the words of a corpus. A lemma is a trigger as often as the corpus has it:
/// drawn with its frequency. One rule in twenty has no trigger. The same seed gives the same pack.
class RuleGenerator {
 public:
  /// `lemmas`: lower-case nouns, verbs and adjectives with the number of their occurrences; not empty.
  RuleGenerator(const std::map<std::string, std::uint64_t>& lemmas, std::uint64_t seed);

  /// A pack of `rules` rules as YAML.
  std::string pack(std::size_t rules);

 private:
  /// A rule without its name; the shapes are those of the shipped rules.
  std::string rule(bool with_trigger);
  std::string by_trigger();
  std::string by_pattern();
  std::string without_trigger();
  const std::string& lemma();
  std::size_t below(std::size_t end) { return static_cast<std::size_t>(random_() % end); }
  template <typename Words>
  std::string_view one_of(const Words& words) { return words[below(std::size(words))]; }

  std::vector<std::string> lemmas_;
  std::vector<std::uint64_t> up_to_;  ///< per lemma: occurrences of it and those before it
  std::mt19937_64 random_;
  std::set<std::string> made_;
};

}  // namespace chancery
