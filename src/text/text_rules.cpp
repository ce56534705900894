#include "text/text_rules.hpp"

#include <array>
#include <utility>

#include "base/file.hpp"

namespace chancery {
namespace {

constexpr std::array<std::pair<std::string_view, WordKind>, 9> kind_names = {{{"title", WordKind::Title},
                                                                              {"plain", WordKind::Plain},
                                                                              {"initial", WordKind::Initial},
                                                                              {"number", WordKind::Number},
                                                                              {"starter", WordKind::Starter},
                                                                              {"compound", WordKind::Compound},
                                                                              {"says", WordKind::Says},
                                                                              {"particle", WordKind::Particle},
                                                                              {"tail", WordKind::Tail}}};

WordKind kind_of(std::string_view name) {
  for (const auto& [known, kind] : kind_names) {
    if (known == name) return kind;
  }
  return WordKind::None;
}

void read_line(std::string_view line, const Location& where, Abbreviations& into, Diagnostics& diagnostics) {
  const std::size_t tab = line.find('\t');
  const std::string_view word = line.substr(0, tab);
  const std::string_view rest = tab == std::string_view::npos ? std::string_view{} : line.substr(tab + 1);
  const WordKind kind = kind_of(rest.substr(0, rest.find('\t')));
  if (!word.empty() && kind != WordKind::None) return into.add(std::string(word), kind);
  diagnostics.error("text.bad-abbreviation", where, "expected a word, a tab and a kind",
                    "the kinds are title, plain, initial, number, starter, compound, says, particle and tail");
}

}  // namespace

WordKind Abbreviations::find(std::string_view text) const {
  const auto found = kinds_.find(text);
  return found == kinds_.end() ? WordKind::None : found->second;
}

void read_abbreviations(std::string_view text, const std::string& file, Abbreviations& into, Diagnostics& diagnostics) {
  Location where{file, 0, 1};
  while (!text.empty()) {
    ++where.line;
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty() && line[0] != '#') read_line(line, where, into, diagnostics);
  }
}

TextRules read_text_rules(const std::string& mappings, Diagnostics& diagnostics) {
  TextRules rules;
  const std::string abbreviations = mappings + "/lexicon/abbreviations.tsv";
  if (const auto text = read_file(abbreviations))
    read_abbreviations(text.value(), abbreviations, rules.abbreviations, diagnostics);
  else
    diagnostics.error("text.unreadable-rules", {abbreviations, 0, 0}, text.error());
  const std::string furniture = mappings + "/furniture.yaml";
  if (const auto text = read_file(furniture))
    read_furniture(text.value(), furniture, rules.furniture, diagnostics);
  else
    diagnostics.error("text.unreadable-rules", {furniture, 0, 0}, text.error());
  if (!rules.furniture.compile())
    diagnostics.error("furniture.too-large", {furniture, 0, 0}, "the rules together are too large", "replace `.{0,200}` by `.*`");
  return rules;
}

}  // namespace chancery
