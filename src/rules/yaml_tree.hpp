#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"

namespace chancery {

enum class YamlKind : std::uint8_t { Null, Scalar, Sequence, Map };
enum class YamlStyle : std::uint8_t { Plain, SingleQuoted, DoubleQuoted, Literal, Folded };

struct YamlEntry;

/// A node of a YAML file with its place. Maps keep the order and the duplicates of the file.
struct YamlNode {
  YamlKind kind = YamlKind::Null;
  YamlStyle style = YamlStyle::Plain;
  std::uint32_t line = 0, column = 0;  ///< from 1; of a block scalar, its `|` or `>`
  std::string text;
  std::vector<YamlNode> items;
  std::vector<YamlEntry> entries;

  YamlNode();
  ~YamlNode();
  YamlNode(YamlNode&&) noexcept;
  YamlNode& operator=(YamlNode&&) noexcept;

  [[nodiscard]] bool is_map() const { return kind == YamlKind::Map; }
  [[nodiscard]] bool is_sequence() const { return kind == YamlKind::Sequence; }
  [[nodiscard]] bool is_scalar() const { return kind == YamlKind::Scalar; }
};

/// Key and value of a map.
struct YamlEntry {
  YamlNode first, second;
};

inline YamlNode::YamlNode() = default;
inline YamlNode::~YamlNode() = default;
inline YamlNode::YamlNode(YamlNode&&) noexcept = default;
inline YamlNode& YamlNode::operator=(YamlNode&&) noexcept = default;

/// One YAML file: its text and its tree.
class YamlFile {
 public:
  YamlFile(std::string file, std::string text) : file_(std::move(file)), text_(std::move(text)) { find_lines(); }

  /// Parse the text. False, with the reason in `diagnostics`, if it is no YAML: what stands before the mistake is dropped too.
  /// Also refused: aliases, more than one document, quoted text that is never closed.
  bool parse(Diagnostics& diagnostics);
  [[nodiscard]] const YamlNode& root() const { return root_; }
  [[nodiscard]] const std::string& name() const { return file_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  /// Line `number`, counted from 1, without its end; empty if there is none.
  [[nodiscard]] std::string_view line(std::uint32_t number) const;
  /// The byte at which the node begins.
  [[nodiscard]] std::size_t offset(const YamlNode& node) const {
    return node.line == 0 || node.line > lines_.size() ? text_.size() : lines_[node.line - 1] + node.column - 1;
  }
  [[nodiscard]] Location location(const YamlNode& node) const { return {file_, node.line, node.column}; }
  void report(Diagnostics& diagnostics, Severity severity, const char* code, const Location& where, std::string message,
              std::string hint = {}) const;

 private:
  void find_lines();
  bool check_closed(const YamlNode& node, Diagnostics& diagnostics) const;

  std::string file_, text_;
  std::vector<std::size_t> lines_;
  YamlNode root_;
};

}  // namespace chancery
