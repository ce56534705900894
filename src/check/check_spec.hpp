#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "check/finding.hpp"

namespace chancery {

/// One check as `checks.yaml` declares it. Names are expanded to IRIs.
struct CheckSpec {
  std::string name;
  std::string kind;
  FindingSeverity severity = FindingSeverity::Violation;
  /// One line with `{focus}`, `{value}` … of the kind in it.
  std::string message;
  /// What it reads: (part, IRIs). Kinds with one part call it "properties".
  std::map<std::string, std::vector<std::string>> properties;
  /// Other settings of the kind, as written or as IRIs.
  std::map<std::string, std::vector<std::string>> settings;
  Location where;

  /// IRIs of a part or a setting; empty if there are none.
  [[nodiscard]] const std::vector<std::string>& of(const std::string& name_of_part) const;
};

/// What `checks.yaml` may say of one kind of check.
struct KindInfo {
  std::string_view name;
  std::string_view component;                  ///< local name of its SHACL constraint component in our vocabulary
  FindingSeverity severity;                    ///< unless the check says otherwise
  std::vector<std::string_view> required;      ///< parts of `properties`
  std::vector<std::string_view> optional;      ///< more parts of `properties`
  std::vector<std::string_view> settings;      ///< keys beside `properties` that take IRIs or prefixes
  std::string_view message;                    ///< unless the check says otherwise
  std::vector<std::string_view> placeholders;  ///< of its message
};

/// All kinds, in the order of the manual.
const std::vector<KindInfo>& check_kinds();
const KindInfo* find_kind(std::string_view name);

}  // namespace chancery
