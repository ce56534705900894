#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pack.hpp"

namespace chancery {

/// Which names of a pack its patterns and frames use. Borrows the pack.
class RuleUses {
 public:
  explicit RuleUses(const RulePack& pack);

  [[nodiscard]] bool uses_list(const std::string& name) const { return lists_.contains(name); }
  [[nodiscard]] bool uses_phrase(const std::string& name) const { return phrases_.contains(name); }
  [[nodiscard]] bool uses_parameter(const Phrase& phrase, const std::string& name) const;
  /// A triple, a condition, a search or the pattern of a later pass asks for the role.
  [[nodiscard]] bool reads_role(const FrameDef& frame, const std::string& role) const { return in(read_, frame, role); }
  /// A rule, an adjunct, a cue or a search can give the role a value.
  [[nodiscard]] bool fills_role(const FrameDef& frame, const std::string& role) const { return in(filled_, frame, role); }
  /// Some rule makes the frame.
  [[nodiscard]] bool makes(const FrameDef& frame) const { return made_.contains(frame.name); }

 private:
  using Roles = std::map<std::string, std::set<std::string>, std::less<>>;
  [[nodiscard]] static bool in(const Roles& roles, const FrameDef& frame, const std::string& role) {
    const auto found = roles.find(frame.name);
    return found != roles.end() && found->second.contains(role);
  }

  void look_at(const Pattern& pattern);
  void look_at(const TokenTestNode& test);
  [[nodiscard]] std::vector<std::string> frames_of(const Rule& rule) const;
  void look_at(const Rule& rule);
  void look_at(const FrameDef& frame);
  void look_at(const FrameDef& frame, const FillRule& fill);
  void read(const FrameDef& frame, std::string_view text);
  void fill_captures(const std::string& frame, const Pattern& pattern, std::set<std::string>& open);

  const RulePack& pack_;
  std::set<std::string> lists_, phrases_, made_;
  Roles read_, filled_;
};

}  // namespace chancery
