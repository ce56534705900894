// Builds the tree from yaml-cpp's events rather than from its nodes: events have a place each, keep duplicate keys, and tell
// quoted text from plain.
#include "rules/yaml_tree.hpp"

#include <algorithm>
#include <exception>
#include <memory>
#include <sstream>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

namespace chancery {
namespace {

class TreeBuilder : public YAML::EventHandler {
 public:
  explicit TreeBuilder(std::string_view text) : text_(text) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { place(make(YamlKind::Null, mark)); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    aliases.push_back(make(YamlKind::Null, mark));
    place(make(YamlKind::Null, mark));
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& value) override {
    YamlNode node = make(YamlKind::Scalar, mark);
    node.text = value;
    if (tag == "!")
      node.style = style_at(mark);
    else if (value == "~" || value == "null")
      node.kind = YamlKind::Null;
    place(std::move(node));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    open_.push_back(make(YamlKind::Sequence, mark));
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    open_.push_back(make(YamlKind::Map, mark));
    keys_.emplace_back();
  }
  void OnMapEnd() override {
    keys_.pop_back();
    close();
  }

  YamlNode root;
  std::vector<YamlNode> aliases;

 private:
  struct Key {
    YamlNode node;
    bool waiting = false;
  };

  static YamlNode make(YamlKind kind, const YAML::Mark& mark) {
    YamlNode node;
    node.kind = kind;
    node.line = static_cast<std::uint32_t>(mark.line + 1);
    node.column = static_cast<std::uint32_t>(mark.column + 1);
    return node;
  }

  [[nodiscard]] YamlStyle style_at(const YAML::Mark& mark) const {
    const char c = mark.pos >= 0 && static_cast<std::size_t>(mark.pos) < text_.size() ? text_[static_cast<std::size_t>(mark.pos)] : '\0';
    switch (c) {
      case '\'': return YamlStyle::SingleQuoted;
      case '"': return YamlStyle::DoubleQuoted;
      case '|': return YamlStyle::Literal;
      case '>': return YamlStyle::Folded;
      default: return YamlStyle::Plain;
    }
  }

  void close() {
    YamlNode done = std::move(open_.back());
    open_.pop_back();
    place(std::move(done));
  }

  void place(YamlNode node) {
    if (open_.empty()) {
      root = std::move(node);
    } else if (open_.back().is_sequence()) {
      open_.back().items.push_back(std::move(node));
    } else if (Key& key = keys_.back(); key.waiting) {
      open_.back().entries.push_back({std::move(key.node), std::move(node)});
      key.waiting = false;
    } else {
      key = {std::move(node), true};
    }
  }

  std::string_view text_;
  std::vector<YamlNode> open_;
  std::vector<Key> keys_;
};

/// What is usually behind a message of the YAML parser.
std::string hint_for(std::string_view message, std::string_view line) {
  const std::size_t indent = line.find_first_not_of(' ');
  if (indent != std::string_view::npos && line[indent] == '\t') return "lines are indented by spaces, not by tabs";
  if (message.find("escape") != std::string_view::npos)
    return "in double quotes a backslash is written twice; behind \"|\" on lines of its own it means itself";
  if (message.starts_with("end of sequence") || message.starts_with("end of map not found")) {
    return "a key stands straight below the other keys of its map; a text with quotes in it is best written behind \"|\"";
  }
  return "a value that holds \": \", \"#\", \"@\" or quotes is written in quotes, a pattern behind \"|\" on lines of its own";
}

}  // namespace

void YamlFile::find_lines() {
  lines_.push_back(0);
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') lines_.push_back(i + 1);
  }
}

std::string_view YamlFile::line(std::uint32_t number) const {
  if (number == 0 || number > lines_.size()) return {};
  const std::size_t begin = lines_[number - 1];
  const std::size_t end = number < lines_.size() ? lines_[number] - 1 : text_.size();
  std::string_view all = std::string_view(text_).substr(begin, end - begin);
  if (all.ends_with('\r')) all.remove_suffix(1);
  return all;
}

void YamlFile::report(Diagnostics& diagnostics, Severity severity, const char* code, const Location& where, std::string message,
                      std::string hint) const {
  diagnostics.add({severity, code, std::move(message), where, std::string(line(where.line)), std::move(hint)});
}

/// yaml-cpp takes quoted text that runs to the end of the file for closed.
bool YamlFile::check_closed(const YamlNode& node, Diagnostics& diagnostics) const {
  bool good = true;
  if (node.is_scalar() && (node.style == YamlStyle::SingleQuoted || node.style == YamlStyle::DoubleQuoted)) {
    const char mark = node.style == YamlStyle::SingleQuoted ? '\'' : '"';
    std::size_t i = lines_[node.line - 1] + node.column;
    while (i < text_.size() && text_[i] != mark) i += mark == '"' && text_[i] == '\\' ? 2 : 1;
    good = i < text_.size();
    if (!good) report(diagnostics, Severity::Error, "pack.unclosed", location(node), "the quotation mark is never closed");
  }
  for (const YamlNode& item : node.items) good = check_closed(item, diagnostics) && good;
  for (const auto& [key, value] : node.entries) good = check_closed(key, diagnostics) && check_closed(value, diagnostics) && good;
  return good;
}

bool YamlFile::parse(Diagnostics& diagnostics) {
  TreeBuilder builder(text_);
  try {
    std::istringstream in(text_);
    YAML::Parser parser(in);
    if (parser.HandleNextDocument(builder)) {
      root_ = std::move(builder.root);
      TreeBuilder second(text_);
      if (parser.HandleNextDocument(second)) {
        report(diagnostics, Severity::Error, "pack.syntax", location(second.root), "a file holds one YAML document",
               "leave out the \"---\"");
        return false;
      }
    }
  } catch (const YAML::Exception& problem) {
    const bool placed = problem.mark.line >= 0;
    const Location where{file_, placed ? static_cast<std::uint32_t>(problem.mark.line + 1) : 0,
                         placed ? static_cast<std::uint32_t>(problem.mark.column + 1) : 0};
    report(diagnostics, Severity::Error, "pack.syntax", where, "this is no YAML: " + problem.msg, hint_for(problem.msg, line(where.line)));
    return false;
  } catch (const std::exception& problem) {
    report(diagnostics, Severity::Error, "pack.syntax", {file_, 0, 0}, std::string("this is no YAML: ") + problem.what());
    return false;
  }
  for (const YamlNode& alias : builder.aliases) {
    report(diagnostics, Severity::Error, "pack.alias", location(alias), "aliases are not used in these files",
           "write the value out, or use a phrase or a list");
  }
  return builder.aliases.empty() && check_closed(root_, diagnostics);
}

}  // namespace chancery
