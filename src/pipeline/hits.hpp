#pragma once

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <string>

#include "pipeline/resources.hpp"
#include "text/article.hpp"

namespace chancery {

/// A pattern that is tried on a corpus. It may use the lists, phrases, classes and frames of the pack, and sees names and groups as
/// the pack's own rules leave them.
class TriedPattern {
 public:
  /// Load the mappings and compile `text` beside them. None if the machine fails (then `failure` says why) or the pattern has a
  /// mistake; that is in `diagnostics` with its place, the file being called "PATTERN".
  static std::unique_ptr<TriedPattern> load(const ResourcePaths& paths, const std::string& text, Diagnostics& diagnostics,
                                            std::string& failure);
  ~TriedPattern();

  struct Show {
    bool color = false;
    std::size_t most = 0;  ///< hits to print in all articles together; 0: all
  };
  /// Print the hits in `article`, one a line: `source:sentence: left [match] right`, then what was captured, by name.
  void search(Article article, const Show& show, std::ostream& out);
  /// Hits printed so far.
  [[nodiscard]] std::size_t hits() const;

 private:
  struct State;
  explicit TriedPattern(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace chancery
