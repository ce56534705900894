#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"

namespace chancery {

/// A key and its plain text in YAML, with the place of the key in the file.
struct YamlField {
  std::string key;
  std::string value;
  bool plain = true;  ///< false: the value is a list or a mapping, and `value` is empty
  Location where;
};
using YamlFields = std::vector<YamlField>;

/// The fields of a flat mapping. `lines_before` are added to the line numbers. None, with a diagnostic `code`, if `text` is no
/// YAML or no mapping; a key that is there twice is left out and reported. Empty values are left out.
std::optional<YamlFields> read_yaml_fields(const std::string& text, const std::string& file, std::uint32_t lines_before,
                                           const std::string& code, Diagnostics& diagnostics);

/// The flat mappings in the list under the only key, `key`, of a YAML file.
std::vector<YamlFields> read_yaml_records(const std::string& text, const std::string& file, const std::string& key, const std::string& code,
                                          Diagnostics& diagnostics);

}  // namespace chancery
