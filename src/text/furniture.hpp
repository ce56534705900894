#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace chancery {

/// How much a furniture line takes with it.
enum class FurnitureReach : std::uint8_t {
  Line,     ///< itself
  Teasers,  ///< and the short lines without a full stop behind it
  Above,    ///< and the teaser that it ends: the running text above it, and the headings and labels above that
  Rest,     ///< and everything behind it
};

/// In which part of the article a furniture rule holds.
enum class FurniturePlace : std::uint8_t {
  Anywhere,
  Top,     ///< before the first paragraph of running text
  Bottom,  ///< in the last third
};

/// A kind of line that belongs to the page and not to the article: share buttons, teasers, image credits.
struct FurnitureRule {
  std::string name;
  std::string reason;
  std::string pattern;  ///< RE2, matched against a whole trimmed line, case ignored
  FurniturePlace place = FurniturePlace::Anywhere;
  FurnitureReach reach = FurnitureReach::Line;
};

/// The furniture rules, compiled to one automaton. Const after `compile`, shared by threads. Made empty, it finds nothing.
class Furniture {
 public:
  Furniture();
  Furniture(Furniture&&) noexcept;
  Furniture& operator=(Furniture&&) noexcept;
  ~Furniture();

  /// False, with RE2's reason in `error`, if the pattern is no regular expression; the rule is then left out.
  bool add(FurnitureRule rule, std::string& error);
  /// Call once, after the last `add`. False if the rules together are too large for one automaton: then nothing is found.
  bool compile();
  /// The first rule, in order of adding, that matches the line and holds at `place` (`Top` and `Bottom` both include
  /// `Anywhere`), or null. Lines of over 300 bytes are never furniture.
  [[nodiscard]] const FurnitureRule* find(std::string_view line, FurniturePlace place) const;
  [[nodiscard]] const std::vector<FurnitureRule>& rules() const { return rules_; }

 private:
  struct Automaton;
  std::vector<FurnitureRule> rules_;
  std::unique_ptr<Automaton> automaton_;
};

/// Read the rules of a `furniture.yaml`; a bad one is left out and reported as `furniture.bad-rule` with its place.
void read_furniture(const std::string& text, const std::string& file, Furniture& into, Diagnostics& diagnostics);

}  // namespace chancery
