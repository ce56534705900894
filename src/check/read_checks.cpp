// checks.yaml is one mapping with one key, `checks`, a list of mappings. yaml-cpp keeps duplicate keys and does not know ours, so both
// are looked for here. Its marks count from 0.
#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include <yaml-cpp/yaml.h>

#include "check/checker.hpp"
#include "rdf/vocabulary.hpp"

namespace chancery {
namespace {

Location at(const std::string& file, const YAML::Mark& mark) {
  if (mark.is_null()) return {file, 0, 0};
  return {file, static_cast<std::uint32_t>(mark.line + 1), static_cast<std::uint32_t>(mark.column + 1)};
}

std::optional<FindingSeverity> severity_named(std::string_view name) {
  for (const auto severity : {FindingSeverity::Info, FindingSeverity::Warning, FindingSeverity::Violation}) {
    if (name_of(severity) == name) return severity;
  }
  return std::nullopt;
}

bool contains(const std::vector<std::string_view>& list, std::string_view item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

/// Reads one document; every mistake is a diagnostic, and costs the check that it is in.
class Reader {
 public:
  Reader(std::string file, Diagnostics& diagnostics) : file_(std::move(file)), diagnostics_(diagnostics) {}

  std::vector<CheckSpec> read(const YAML::Node& root) {
    std::vector<CheckSpec> out;
    if (!root.IsMap() || !root["checks"] || !root["checks"].IsSequence()) {
      error("check.syntax", root, "a checks file is a mapping with the key `checks`, a list");
      return out;
    }
    for (const auto& entry : root) {
      if (entry.first.Scalar() != "checks") error("check.unknown-key", entry.first, "unknown key `" + entry.first.Scalar() + "`");
    }
    for (const YAML::Node& node : root["checks"]) {
      const std::size_t before = diagnostics_.error_count();
      CheckSpec spec = read_check(node);
      if (diagnostics_.error_count() == before) out.push_back(std::move(spec));
    }
    return out;
  }

 private:
  void error(std::string code, const YAML::Node& where, std::string message, std::string hint = {}) {
    diagnostics_.error(std::move(code), at(file_, where.Mark()), std::move(message), std::move(hint));
  }

  static std::string suggestion(std::string_view word, const std::vector<std::string_view>& known) {
    const std::string_view near = nearest_word(word, known);
    return near.empty() ? std::string() : "did you mean `" + std::string(near) + "`?";
  }

  CheckSpec read_check(const YAML::Node& node) {
    CheckSpec spec;
    spec.where = at(file_, node.Mark());
    if (!node.IsMap()) {
      error("check.syntax", node, "a check is a mapping");
      return spec;
    }
    const KindInfo* kind = read_kind(node, spec);
    if (!kind) return spec;
    std::set<std::string> seen;
    for (const auto& entry : node) {
      const std::string key = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
      if (!seen.insert(key).second)
        error("check.duplicate", entry.first, "`" + key + "` stands twice in this check");
      else
        read_entry(key, entry.first, entry.second, *kind, spec);
    }
    if (spec.name.empty()) spec.name = spec.kind;
    if (!names_.insert(spec.name).second) error("check.duplicate", node, "two checks are named `" + spec.name + "`");
    for (const std::string_view part : kind->required) {
      if (spec.of(std::string(part)).empty())
        error("check.missing-property", node, "a check of kind `" + spec.kind + "` needs `" + std::string(part) + "`");
    }
    return spec;
  }

  const KindInfo* read_kind(const YAML::Node& node, CheckSpec& spec) {
    const YAML::Node kind = node["kind"];
    if (!kind || !kind.IsScalar()) {
      error("check.syntax", node, "a check needs a `kind`");
      return nullptr;
    }
    const KindInfo* info = find_kind(kind.Scalar());
    if (!info) {
      std::vector<std::string_view> known;
      for (const KindInfo& each : check_kinds()) known.push_back(each.name);
      error("check.unknown-kind", kind, "unknown kind of check `" + kind.Scalar() + "`", suggestion(kind.Scalar(), known));
      return nullptr;
    }
    spec.kind = info->name;
    spec.severity = info->severity;
    spec.message = info->message;
    return info;
  }

  void read_entry(const std::string& key, const YAML::Node& key_node, const YAML::Node& value, const KindInfo& kind, CheckSpec& spec) {
    if (key == "kind") return;
    if (key == "name" || key == "message" || key == "severity") {
      if (!value.IsScalar()) return error("check.syntax", value, "`" + key + "` is one text");
      if (key == "name") spec.name = value.Scalar();
      if (key == "message") read_message(value, kind, spec);
      if (key == "severity") read_severity(value, spec);
    } else if (key == "properties") {
      read_properties(value, kind, spec);
    } else if (contains(kind.settings, key)) {
      spec.settings[key] = read_names(value);
    } else {
      std::vector<std::string_view> known = kind.settings;
      known.insert(known.end(), {"name", "kind", "severity", "message", "properties"});
      error("check.unknown-key", key_node, "a check of kind `" + spec.kind + "` has no `" + key + "`", suggestion(key, known));
    }
  }

  void read_severity(const YAML::Node& value, CheckSpec& spec) {
    if (const auto severity = severity_named(value.Scalar()))
      spec.severity = *severity;
    else
      error("check.bad-severity", value, "`" + value.Scalar() + "` is no severity", "one of violation, warning, info");
  }

  void read_message(const YAML::Node& value, const KindInfo& kind, CheckSpec& spec) {
    spec.message = value.Scalar();
    for (std::size_t open = spec.message.find('{'); open != std::string::npos; open = spec.message.find('{', open + 1)) {
      const std::size_t close = spec.message.find('}', open);
      const std::string name = spec.message.substr(open + 1, close == std::string::npos ? close : close - open - 1);
      if (close == std::string::npos || !contains(kind.placeholders, name)) {
        error("check.unknown-placeholder", value, "the message has no value for `{" + name + "}`", suggestion(name, kind.placeholders));
      }
    }
  }

  void read_properties(const YAML::Node& value, const KindInfo& kind, CheckSpec& spec) {
    std::vector<std::string_view> parts = kind.required;
    parts.insert(parts.end(), kind.optional.begin(), kind.optional.end());
    if (!value.IsMap()) {
      if (contains(parts, "properties"))
        spec.properties["properties"] = read_names(value);
      else
        error("check.syntax", value, "`properties` of this kind is a mapping from part to property");
      return;
    }
    for (const auto& entry : value) {
      const std::string part = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
      if (!contains(parts, part))
        error("check.unknown-key", entry.first, "a check of kind `" + spec.kind + "` has no part `" + part + "`", suggestion(part, parts));
      else if (spec.properties.contains(part))
        error("check.duplicate", entry.first, "`" + part + "` stands twice");
      else
        spec.properties[part] = read_names(entry.second);
    }
  }

  /// One name or a list of them, expanded.
  std::vector<std::string> read_names(const YAML::Node& value) {
    std::vector<std::string> out;
    if (value.IsScalar()) {
      read_name(value, out);
    } else if (value.IsSequence()) {
      for (const YAML::Node& item : value) {
        if (item.IsScalar())
          read_name(item, out);
        else
          error("check.syntax", item, "a name is one text");
      }
    } else {
      error("check.syntax", value, "a name or a list of names is wanted");
    }
    return out;
  }

  /// `prefix:local`, `<IRI>`, or a number.
  void read_name(const YAML::Node& node, std::vector<std::string>& out) {
    const std::string& text = node.Scalar();
    if (!text.empty() && text.find_first_not_of("0123456789.") == std::string::npos) {
      out.push_back(text);
    } else if (text.size() > 2 && text.front() == '<' && text.back() == '>') {
      out.push_back(text.substr(1, text.size() - 2));
    } else if (std::string iri = expand(text); !iri.empty()) {
      out.push_back(std::move(iri));
    } else {
      error("check.bad-name", node, "`" + text + "` has no known prefix", "write prefix:name or <IRI>");
    }
  }

  std::string file_;
  Diagnostics& diagnostics_;
  std::set<std::string> names_;
};

}  // namespace

std::vector<CheckSpec> read_checks_text(const std::string& yaml, const std::string& file, Diagnostics& diagnostics) {
  try {
    return Reader(file, diagnostics).read(YAML::Load(yaml));
  } catch (const YAML::Exception& problem) {
    diagnostics.error("check.syntax", at(file, problem.mark), "not YAML: " + problem.msg);
    return {};
  }
}

Result<std::vector<CheckSpec>> read_checks(const std::string& path, Diagnostics& diagnostics) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in || text.fail()) return Failure{"cannot read " + path};
  return read_checks_text(text.str(), path, diagnostics);
}

}  // namespace chancery
