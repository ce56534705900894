#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern.hpp"
#include "rules/yaml_tree.hpp"

namespace chancery {

/// Reads typed values out of a YAML tree and says where one is not what it should be. Borrows file and diagnostics.
class YamlReader {
 public:
  YamlReader(const YamlFile& file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  /// The entries of a map whose keys are checked: no key twice, none that is not in `known`. Wrong ones are reported, and the rest
  /// is kept. Null if `node` is no map.
  class Fields {
   public:
    [[nodiscard]] const YamlNode* find(std::string_view key) const;
    [[nodiscard]] const YamlNode* key_node(std::string_view key) const;

   private:
    friend class YamlReader;
    std::vector<std::pair<const YamlNode*, const YamlNode*>> entries_;
  };
  std::optional<Fields> fields(const YamlNode& node, std::string_view what, std::initializer_list<std::string_view> known);
  /// The entries of a map whose keys are names that the file makes up; duplicates are reported and left out.
  std::vector<std::pair<const YamlNode*, const YamlNode*>> named(const YamlNode& node, std::string_view what);
  /// The items of a sequence; a lone value counts as a sequence of one if `lone` is set.
  std::vector<const YamlNode*> items(const YamlNode& node, std::string_view what, bool lone);

  std::string text(const YamlNode& node, std::string_view what);
  std::vector<std::string> texts(const YamlNode& node, std::string_view what);
  bool boolean(const YamlNode& node, std::string_view what);
  int integer(const YamlNode& node, std::string_view what, int low, int high);
  /// A pattern: in a literal block, or in quotes on one line. None, and reported, otherwise.
  PatternPtr pattern(const YamlNode& node, const std::vector<std::string>& parameters = {});
  /// One of `words`, or none and reported with the nearest one.
  std::optional<std::size_t> one_of(const YamlNode& node, std::string_view what, std::initializer_list<std::string_view> words);

  [[nodiscard]] Location location(const YamlNode& node) const { return file_.location(node); }
  void error(const char* code, const YamlNode& node, std::string message, std::string hint = {});
  void warning(const char* code, const YamlNode& node, std::string message, std::string hint = {});
  [[nodiscard]] const YamlFile& file() const { return file_; }

 private:
  void report_pattern(Diagnostics&& found);

  const YamlFile& file_;
  Diagnostics& diagnostics_;
};

/// "did you mean "…"?", or nothing if no candidate is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace chancery
