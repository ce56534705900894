#pragma once

#include <string>
#include <string_view>

#include "text/document.hpp"

namespace chancery::test {

/// The rules that are shipped, read once.
inline const TextRules& shipped_rules() {
  static const TextRules rules = [] {
    Diagnostics diagnostics;
    TextRules read = read_text_rules(std::string(CHANCERY_SOURCE_DIR) + "/mappings", diagnostics);
    for (const Diagnostic& item : diagnostics.items()) fprintf(stderr, "%s\n", to_string(item).c_str());
    return read;
  }();
  return rules;
}

inline const SymbolTable& empty_table() {
  static const SymbolTable table;
  return table;
}

inline Document document_of(std::string_view body, std::string title = {}) {
  Article article;
  article.body = body;
  article.title = std::move(title);
  return {std::move(article), empty_table(), shipped_rules()};
}

/// The texts of some things, with `separator` between them.
template <typename Things, typename Text>
std::string joined(const Things& things, std::string_view separator, Text text) {
  std::string out;
  for (const auto& thing : things) {
    if (!out.empty()) out += separator;
    out += text(thing);
  }
  return out;
}

}  // namespace chancery::test
