#include "rules/yaml_reader.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace chancery {
namespace {

std::string kind_name(const YamlNode& node) {
  switch (node.kind) {
    case YamlKind::Null: return "nothing";
    case YamlKind::Scalar: return "a single value";
    case YamlKind::Sequence: return "a list";
    case YamlKind::Map: return "a map";
  }
  return {};
}

}  // namespace

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string_view near = nearest_word(word, candidates);
  return near.empty() ? std::string() : "did you mean \"" + std::string(near) + "\"?";
}

void YamlReader::error(const char* code, const YamlNode& node, std::string message, std::string hint) {
  file_.report(diagnostics_, Severity::Error, code, location(node), std::move(message), std::move(hint));
}

void YamlReader::warning(const char* code, const YamlNode& node, std::string message, std::string hint) {
  file_.report(diagnostics_, Severity::Warning, code, location(node), std::move(message), std::move(hint));
}

const YamlNode* YamlReader::Fields::find(std::string_view key) const {
  for (const auto& [name, value] : entries_) {
    if (name->text == key) return value;
  }
  return nullptr;
}

const YamlNode* YamlReader::Fields::key_node(std::string_view key) const {
  for (const auto& [name, value] : entries_) {
    if (name->text == key) return name;
  }
  return nullptr;
}

std::vector<std::pair<const YamlNode*, const YamlNode*>> YamlReader::named(const YamlNode& node, std::string_view what) {
  std::vector<std::pair<const YamlNode*, const YamlNode*>> entries;
  if (node.kind == YamlKind::Null) return entries;
  if (!node.is_map()) {
    error("pack.wrong-type", node, std::string(what) + " is a map of names to values, and here is " + kind_name(node));
    return entries;
  }
  for (const auto& [key, value] : node.entries) {
    const auto same = [&key = key](const auto& entry) { return entry.first->text == key.text; };
    const auto earlier = std::find_if(entries.begin(), entries.end(), same);
    if (!key.is_scalar() || key.text.empty()) {
      error("pack.wrong-type", key, "a key is a single word");
    } else if (earlier != entries.end()) {
      error("pack.duplicate-key", key, "the key \"" + key.text + "\" stands here for the second time",
            "the first is in line " + std::to_string(earlier->first->line));
    } else {
      entries.emplace_back(&key, &value);
    }
  }
  return entries;
}

std::optional<YamlReader::Fields> YamlReader::fields(const YamlNode& node, std::string_view what,
                                                     std::initializer_list<std::string_view> known) {
  if (!node.is_map()) {
    error("pack.wrong-type", node, std::string(what) + " is a map of keys to values, and here is " + kind_name(node));
    return std::nullopt;
  }
  Fields fields;
  for (const auto& entry : named(node, what)) {
    const std::string& key = entry.first->text;
    if (std::find(known.begin(), known.end(), key) != known.end()) {
      fields.entries_.push_back(entry);
      continue;
    }
    std::string hint = did_you_mean(key, known);
    const std::string_view first = std::string_view(key).substr(0, key.find(' '));
    if (hint.empty() && first.size() != key.size() && std::find(known.begin(), known.end(), first) != known.end()) {
      hint = "a colon is missing: " + std::string(first) + ": " + key.substr(first.size() + 1);
    }
    if (hint.empty()) {
      hint = "known here:";
      for (const std::string_view name : known) hint += ' ' + std::string(name);
    }
    error("pack.unknown-key", *entry.first, std::string(what) + " has no key \"" + key + '"', std::move(hint));
  }
  return fields;
}

std::vector<const YamlNode*> YamlReader::items(const YamlNode& node, std::string_view what, bool lone) {
  std::vector<const YamlNode*> all;
  if (node.is_sequence()) {
    for (const YamlNode& item : node.items) all.push_back(&item);
  } else if (lone && node.kind != YamlKind::Null) {
    all.push_back(&node);
  } else if (node.kind != YamlKind::Null) {
    error("pack.wrong-type", node, std::string(what) + " is a list, and here is " + kind_name(node),
          "each item of a list begins with \"- \"");
  }
  return all;
}

std::string YamlReader::text(const YamlNode& node, std::string_view what) {
  if (node.is_scalar()) return node.text;
  error("pack.wrong-type", node, std::string(what) + " is a single value, and here is " + kind_name(node));
  return {};
}

std::vector<std::string> YamlReader::texts(const YamlNode& node, std::string_view what) {
  std::vector<std::string> all;
  for (const YamlNode* item : items(node, what, true)) {
    std::string one = text(*item, what);
    if (item->is_scalar()) all.push_back(std::move(one));
  }
  return all;
}

bool YamlReader::boolean(const YamlNode& node, std::string_view what) {
  if (node.is_scalar() && node.text == "true") return true;
  if (!node.is_scalar() || node.text != "false") error("pack.wrong-type", node, std::string(what) + " is true or false");
  return false;
}

int YamlReader::integer(const YamlNode& node, std::string_view what, int low, int high) {
  int number = low;
  const char* end = node.text.data() + node.text.size();
  const auto [stop, problem] = std::from_chars(node.text.data(), end, number);
  if (node.is_scalar() && problem == std::errc() && stop == end && number >= low && number <= high) return number;
  error("pack.wrong-type", node, std::string(what) + " is a whole number from " + std::to_string(low) + " to " + std::to_string(high));
  return low;
}

std::optional<std::size_t> YamlReader::one_of(const YamlNode& node, std::string_view what, std::initializer_list<std::string_view> words) {
  const std::string word = text(node, what);
  if (!node.is_scalar()) return std::nullopt;
  const auto found = std::find(words.begin(), words.end(), word);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  std::string known;
  for (const std::string_view each : words) known += (known.empty() ? "" : ", ") + std::string(each);
  const std::string hint = did_you_mean(word, words);
  error("pack.wrong-type", node, std::string(what) + " is one of " + known, hint);
  return std::nullopt;
}

PatternPtr YamlReader::pattern(const YamlNode& node, const std::vector<std::string>& parameters) {
  if (!node.is_scalar() || (node.style == YamlStyle::Plain && node.text.empty())) {
    if (node.kind == YamlKind::Null || node.is_scalar())
      error("pattern.empty", node, "the pattern is empty");
    else
      error("pack.wrong-type", node, "a pattern is a text, and here is " + kind_name(node));
    return nullptr;
  }
  if (node.style == YamlStyle::Plain || node.style == YamlStyle::Folded) {
    error("pattern.not-literal", node, "a pattern is written in a literal block",
          "put \"|\" here and the pattern on the next line, indented; or put it in quotes");
    return nullptr;
  }
  Location where = location(node);
  std::uint32_t indent = 0;
  if (node.style == YamlStyle::Literal) {
    // The block's indentation: what the first line with something on it has in the file and has not in the value.
    const std::size_t first = node.text.find_first_not_of('\n');
    if (first == std::string::npos) {
      error("pattern.empty", node, "the pattern is empty");
      return nullptr;
    }
    const std::string_view own = std::string_view(node.text).substr(first, node.text.find('\n', first) - first);
    const std::string_view written = file_.line(node.line + 1 + static_cast<std::uint32_t>(first));
    indent = written.size() > own.size() ? static_cast<std::uint32_t>(written.size() - own.size()) : 0;
    where.line = node.line + 1;
    where.column = indent + 1;
  } else {
    ++where.column;
  }
  Diagnostics found;
  PatternPtr made = parse_pattern(node.text, where, indent, found, parameters);
  report_pattern(std::move(found));
  return made;
}

void YamlReader::report_pattern(Diagnostics&& found) {
  for (Diagnostic item : found.items()) {
    item.source_line = std::string(file_.line(item.where.line));
    diagnostics_.add(std::move(item));
  }
}

}  // namespace chancery
