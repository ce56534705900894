// The only file of this folder that knows yaml-cpp. Its exceptions end here; its marks count from 0.
#include "text/yaml_fields.hpp"

#include <algorithm>

#include <yaml-cpp/yaml.h>

namespace chancery {
namespace {

class Reader {
 public:
  Reader(const std::string& file, std::uint32_t lines_before, const std::string& code, Diagnostics& diagnostics)
      : file_(file), lines_before_(lines_before), code_(code), diagnostics_(diagnostics) {}

  std::optional<YAML::Node> load(const std::string& text) {
    try {
      return YAML::Load(text);
    } catch (const YAML::Exception& e) {
      error(e.mark, "this is no YAML: " + e.msg);
      return std::nullopt;
    }
  }

  YamlFields fields(const YAML::Node& map) {
    YamlFields out;
    for (const auto& entry : map) {
      if (!entry.first.IsScalar()) {
        error(entry.first.Mark(), "a key must be plain text");
        continue;
      }
      const std::string key = entry.first.Scalar();
      const bool twice = std::any_of(out.begin(), out.end(), [&key](const YamlField& f) { return f.key == key; });
      if (twice)
        error(entry.first.Mark(), "`" + key + "` is there twice");
      else if (entry.second.IsScalar())
        out.push_back({key, entry.second.Scalar(), true, place(entry.first.Mark())});
      else if (!entry.second.IsNull())
        out.push_back({key, {}, false, place(entry.first.Mark())});
    }
    return out;
  }

  std::vector<YamlFields> records(const YAML::Node& top, const std::string& key) {
    std::vector<YamlFields> out;
    if (!top.IsMap() || top.size() != 1 || !top[key] || !top[key].IsSequence()) {
      error(top.Mark(), "expected one key, `" + key + "`, with a list");
      return out;
    }
    for (const YAML::Node& item : top[key]) {
      if (item.IsMap())
        out.push_back(fields(item));
      else
        error(item.Mark(), "expected keys and values");
    }
    return out;
  }

  void error(const YAML::Mark& mark, const std::string& message) { diagnostics_.error(code_, place(mark), message); }

 private:
  [[nodiscard]] Location place(const YAML::Mark& mark) const {
    if (mark.is_null()) return {file_, lines_before_ + 1, 1};
    return {file_, static_cast<std::uint32_t>(mark.line) + lines_before_ + 1, static_cast<std::uint32_t>(mark.column) + 1};
  }

  const std::string& file_;
  std::uint32_t lines_before_;
  const std::string& code_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<YamlFields> read_yaml_fields(const std::string& text, const std::string& file, std::uint32_t lines_before,
                                           const std::string& code, Diagnostics& diagnostics) {
  Reader reader(file, lines_before, code, diagnostics);
  const std::optional<YAML::Node> node = reader.load(text);
  if (!node) return std::nullopt;
  if (node->IsNull()) return YamlFields{};
  if (node->IsMap()) return reader.fields(*node);
  reader.error(node->Mark(), "expected keys and values");
  return std::nullopt;
}

std::vector<YamlFields> read_yaml_records(const std::string& text, const std::string& file, const std::string& key, const std::string& code,
                                          Diagnostics& diagnostics) {
  Reader reader(file, 0, code, diagnostics);
  const std::optional<YAML::Node> node = reader.load(text);
  if (!node) return {};
  return reader.records(*node, key);
}

}  // namespace chancery
