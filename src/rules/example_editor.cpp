// Values are found by the tree of the YAML parser, which tells where each begins. Where one ends is read off the text: a closing
// bracket, a quotation mark, the length of a plain word. That is a guess about YAML, so the result is parsed again and compared.
#include "rules/example_editor.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "rules/yaml_tree.hpp"

namespace chancery {
namespace {

constexpr std::size_t nowhere = std::string::npos;

/// Replace the bytes from `begin` to `end` by `text`.
struct Splice {
  std::size_t begin = 0, end = 0;
  std::string text;
};

const YamlNode* value_of(const YamlNode& map, std::string_view key) {
  for (const auto& [name, value] : map.entries) {
    if (name.text == key) return &value;
  }
  return nullptr;
}

/// The map at `where` that has an `expect`.
const YamlNode* example_at(const YamlNode& node, const Location& where) {
  if (node.is_map() && node.line == where.line && node.column == where.column && value_of(node, "expect") != nullptr) return &node;
  for (const YamlNode& item : node.items) {
    if (const YamlNode* found = example_at(item, where)) return found;
  }
  for (const auto& [key, value] : node.entries) {
    if (const YamlNode* found = example_at(value, where)) return found;
  }
  return nullptr;
}

std::vector<std::string> texts_of(const YamlNode& node) {
  if (node.is_scalar()) return {node.text};
  std::vector<std::string> texts;
  for (const YamlNode& item : node.items) texts.push_back(item.text);
  return texts;
}

/// The filler as YAML in flow style: plain where that means nothing else.
std::string scalar(const std::string& text) {
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
  };
  const auto is_safe_inside = [&](char c) { return is_plain(c) || std::string_view(" .-'/&()%$").find(c) != std::string_view::npos; };
  const bool plain = !text.empty() && is_plain(text.front()) && text.back() != ' ' &&
                     std::all_of(text.begin(), text.end(), is_safe_inside) && text != "none" && text != "null";
  if (plain) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '\n')
      quoted += "\\n";
    else if (c == '\t')
      quoted += "\\t";
    else
      quoted += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
  }
  return quoted + '"';
}

std::string flow(const std::vector<std::string>& fillers) {
  if (fillers.size() == 1) return scalar(fillers.front());
  std::string text = "[";
  for (const std::string& filler : fillers) text += (text.size() == 1 ? "" : ", ") + scalar(filler);
  return text + ']';
}

class ExampleEditor {
 public:
  explicit ExampleEditor(const YamlFile& file)
      : file_(file), text_(file.text()), line_end_(text_.find("\r\n") == nowhere ? "\n" : "\r\n") {}

  /// What the edit takes; the reason if it cannot be made.
  std::optional<std::string> plan(const ExampleEdit& edit, std::vector<Splice>& out) const {
    const YamlNode* example = example_at(file_.root(), edit.where);
    if (example == nullptr) return "its place in the file is not found";
    const YamlNode& expect = *value_of(*example, "expect");
    if (edit.now.none || !expect.is_map()) return replace_all(expect, edit.now, out);
    std::vector<std::pair<std::string, std::vector<std::string>>> added;
    for (const auto& [role, fillers] : edit.now.roles) {
      const YamlNode* value = value_of(expect, role);
      if (value == nullptr) {
        added.emplace_back(role, fillers);
      } else if (value->kind == YamlKind::Null) {
        return "\"" + role + "\" has no value";
      } else if (texts_of(*value) != fillers) {
        const std::size_t begin = file_.offset(*value), end = end_of(*value);
        if (end == nowhere) return "the value of \"" + role + "\" is written over several lines";
        out.push_back({begin, end, text_[begin] == '-' ? block(fillers, value->column) : flow(fillers)});
      }
    }
    return add_roles(expect, added, out);
  }

  /// Where the value ends; `nowhere` if that is not plain to see.
  [[nodiscard]] std::size_t end_of(const YamlNode& node) const {
    const std::size_t begin = file_.offset(node);
    if (begin >= text_.size() || node.kind == YamlKind::Null) return nowhere;
    if (node.is_scalar()) return end_of_scalar(node, begin);
    if (text_[begin] == '[' || text_[begin] == '{') return end_of_flow(begin);
    if (node.is_sequence()) return node.items.empty() ? nowhere : end_of(node.items.back());
    return node.entries.empty() ? nowhere : end_of(node.entries.back().second);
  }

 private:
  [[nodiscard]] std::size_t end_of_scalar(const YamlNode& node, std::size_t begin) const {
    if (node.style == YamlStyle::Plain) return text_.compare(begin, node.text.size(), node.text) == 0 ? begin + node.text.size() : nowhere;
    return node.style == YamlStyle::SingleQuoted || node.style == YamlStyle::DoubleQuoted ? end_of_quoted(begin) : nowhere;
  }
  /// Behind the closing mark. Two single quotes in single-quoted text stand for one: the second opens and closes nothing.
  [[nodiscard]] std::size_t end_of_quoted(std::size_t begin) const {
    const char mark = text_[begin];
    for (std::size_t i = begin + 1; i < text_.size(); ++i) {
      if (mark == '"' && text_[i] == '\\') {
        ++i;
      } else if (text_[i] == mark) {
        if (mark == '"' || i + 1 >= text_.size() || text_[i + 1] != mark) return i + 1;
        ++i;
      }
    }
    return nowhere;
  }
  [[nodiscard]] std::size_t end_of_flow(std::size_t begin) const {
    int depth = 0;
    bool starts = false;  // a token may start here, so that a quotation mark opens quoted text
    for (std::size_t i = begin; i < text_.size(); ++i) {
      const char c = text_[i];
      if ((c == '"' || c == '\'') && starts) {
        i = end_of_quoted(i);
        if (i == nowhere) return nowhere;
        --i;
        starts = false;
      } else if (c == '#' && (text_[i - 1] == ' ' || text_[i - 1] == '\t' || text_[i - 1] == '\n')) {
        i = std::min(text_.find('\n', i), text_.size() - 1);
      } else if (c == '[' || c == '{') {
        ++depth;
        starts = true;
      } else if (c == ']' || c == '}') {
        if (--depth == 0) return i + 1;
        starts = false;
      } else if (c == ',' || c == ':') {
        starts = true;
      } else if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        starts = false;
      }
    }
    return nowhere;
  }

  /// Items of a block sequence whose first dash stands in `column`.
  [[nodiscard]] std::string block(const std::vector<std::string>& fillers, std::uint32_t column) const {
    if (fillers.empty()) return "[]";
    std::string text;
    for (const std::string& filler : fillers)
      text += (text.empty() ? "" : line_end_ + std::string(column - 1, ' ')) + "- " + scalar(filler);
    return text;
  }

  std::optional<std::string> replace_all(const YamlNode& expect, const Expectation& now, std::vector<Splice>& out) const {
    const std::size_t begin = file_.offset(expect), end = end_of(expect);
    if (end == nowhere) return "the value of \"expect\" is written over several lines";
    std::string text = "none";
    if (!now.none) {
      text = "{";
      for (const auto& [role, fillers] : now.roles) text += (text.size() == 1 ? "" : ", ") + role + ": " + flow(fillers);
      text += '}';
    }
    out.push_back({begin, end, text});
    return std::nullopt;
  }

  std::optional<std::string> add_roles(const YamlNode& expect, const std::vector<std::pair<std::string, std::vector<std::string>>>& added,
                                       std::vector<Splice>& out) const {
    if (added.empty()) return std::nullopt;
    const std::size_t begin = file_.offset(expect);
    const bool braces = text_[begin] == '{';
    const std::size_t last = expect.entries.empty() ? begin + 1 : end_of(expect.entries.back().second);
    if (last == nowhere) return "the last value of \"expect\" is written over several lines";
    std::string text;
    for (const auto& [role, fillers] : added) {
      if (braces)
        text += (expect.entries.empty() && text.empty() ? "" : ", ") + role + ": " + flow(fillers);
      else
        text += line_end_ + std::string(expect.column - 1, ' ') + role + ": " + flow(fillers);
    }
    out.push_back({last, last, text});
    return std::nullopt;
  }

  const YamlFile& file_;
  const std::string& text_;
  std::string line_end_;
};

/// The two trees say the same, but for what the edits change.
class Comparison {
 public:
  Comparison(const std::vector<ExampleEdit>& edits, const std::vector<std::string>& refused) : edits_(edits), refused_(refused) {}

  bool same(const YamlNode& old, const YamlNode& now) const {
    if (old.kind != now.kind || old.style != now.style || old.text != now.text || old.items.size() != now.items.size() ||
        old.entries.size() != now.entries.size())
      return false;
    const Expectation* edited = nullptr;
    for (std::size_t i = 0; i < edits_.size(); ++i) {
      if (refused_[i].empty() && old.is_map() && old.line == edits_[i].where.line && old.column == edits_[i].where.column)
        edited = &edits_[i].now;
    }
    for (std::size_t i = 0; i < old.items.size(); ++i) {
      if (!same(old.items[i], now.items[i])) return false;
    }
    for (std::size_t i = 0; i < old.entries.size(); ++i) {
      if (!same(old.entries[i].first, now.entries[i].first)) return false;
      const YamlNode &before = old.entries[i].second, &after = now.entries[i].second;
      const bool expect = edited != nullptr && old.entries[i].first.text == "expect";
      if (expect ? !says(before, after, *edited) : !same(before, after)) return false;
    }
    return true;
  }

 private:
  /// `after` is what `wanted` says, with what else `before` said.
  static bool says(const YamlNode& before, const YamlNode& after, const Expectation& wanted) {
    if (wanted.none) return after.is_scalar() && after.text == "none";
    if (!after.is_map()) return false;
    const auto is_wanted = [&](const YamlNode& key) {
      return std::any_of(wanted.roles.begin(), wanted.roles.end(), [&](const auto& role) { return role.first == key.text; });
    };
    for (const auto& [role, fillers] : wanted.roles) {
      const YamlNode* value = value_of(after, role);
      if (value == nullptr || texts_of(*value) != fillers) return false;
    }
    std::size_t others = 0;
    for (const auto& [key, value] : before.entries) {
      if (is_wanted(key)) continue;
      ++others;
      const YamlNode* kept = value_of(after, key.text);
      if (kept == nullptr || texts_of(*kept) != texts_of(value)) return false;
    }
    return after.entries.size() == others + wanted.roles.size();
  }

  const std::vector<ExampleEdit>& edits_;
  const std::vector<std::string>& refused_;
};

}  // namespace

EditedFile edit_examples(const std::string& file, const std::string& text, const std::vector<ExampleEdit>& edits) {
  EditedFile edited{text, std::vector<std::string>(edits.size())};
  Diagnostics diagnostics;
  YamlFile old(file, text);
  const bool readable = old.parse(diagnostics);
  const ExampleEditor editor(old);
  std::vector<Splice> splices;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    const std::size_t made = splices.size();
    const auto refused = readable ? editor.plan(edits[i], splices) : std::optional<std::string>("the file is no YAML");
    if (!refused) continue;
    edited.refused[i] = *refused;
    splices.resize(made);
  }
  std::sort(splices.begin(), splices.end(), [](const Splice& a, const Splice& b) { return a.begin > b.begin; });
  for (const Splice& splice : splices) edited.text.replace(splice.begin, splice.end - splice.begin, splice.text);
  YamlFile now(file, edited.text);
  if (readable && now.parse(diagnostics) && Comparison(edits, edited.refused).same(old.root(), now.root())) return edited;
  edited.text = text;
  for (std::string& refused : edited.refused) {
    if (refused.empty()) refused = "written so, the file would say something else too";
  }
  return edited;
}

}  // namespace chancery
