// A file of rules never crashes the reader; what it gives up it explains, with a place inside the file.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "rules/pack.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace chancery;
  const std::string text(reinterpret_cast<const char*>(data), size);
  RulePack pack;
  Diagnostics diagnostics;
  read_pack_text(text, "fuzz.yaml", pack, diagnostics);
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  for (const Diagnostic& item : diagnostics.items()) {
    if (item.code.empty() || item.message.empty() || item.where.line > lines + 1) std::abort();
    if (to_string(item).empty()) std::abort();
  }
  // Every pattern that came through prints, and its print parses to it.
  for (const Rule& rule : pack.rules) {
    for (const Pattern* pattern : {rule.pattern.get(), rule.trigger.get()}) {
      if (pattern == nullptr) continue;
      Diagnostics none;
      const PatternPtr again = parse_pattern(to_string(*pattern), {}, 0, none);
      if (!again || !(*again == *pattern)) std::abort();
    }
    if (!rule.pattern && !rule.trigger) std::abort();
  }
  return 0;
}
