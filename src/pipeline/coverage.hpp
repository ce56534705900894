#pragma once

#include <cstddef>
#include <iosfwd>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "match/matcher.hpp"
#include "pipeline/resources.hpp"
#include "text/article.hpp"

namespace chancery {

/// Counts what each rule of a pack finds in a corpus. Borrows the resources.
class Coverage {
 public:
  explicit Coverage(const Resources& resources);
  ~Coverage();

  void add(Article article);
  /// A table, tab-separated, with a header: rules by their hits, most first, then by their order in the pack; so those that never
  /// fired stand last. Overlaps are other rules of the same kind whose triggers share a word with this one's, with how often.
  void print(std::ostream& out) const;
  /// Rules without a hit.
  [[nodiscard]] std::size_t silent_rules() const;

 private:
  struct Counts {
    std::size_t hits = 0;
    std::size_t articles = 0;
    std::map<RuleId, std::size_t> overlaps;
    std::vector<std::string> examples;
  };
  struct State;

  const Resources& resources_;
  std::vector<Counts> counts_;
  std::unique_ptr<State> state_;
};

}  // namespace chancery
