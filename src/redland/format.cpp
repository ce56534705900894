#include "redland/format.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "rdf/line_reader.hpp"

namespace chancery {
namespace {

constexpr std::array<std::pair<RdfFormat, std::string_view>, 6> names = {{
    {RdfFormat::Turtle, "turtle"},
    {RdfFormat::NTriples, "ntriples"},
    {RdfFormat::NQuads, "nquads"},
    {RdfFormat::TriG, "trig"},
    {RdfFormat::RdfXml, "rdfxml"},
    {RdfFormat::JsonLd, "jsonld"},
}};

constexpr std::array<std::pair<std::string_view, RdfFormat>, 10> endings = {{
    {".ttl", RdfFormat::Turtle},
    {".turtle", RdfFormat::Turtle},
    {".nt", RdfFormat::NTriples},
    {".ntriples", RdfFormat::NTriples},
    {".nq", RdfFormat::NQuads},
    {".nquads", RdfFormat::NQuads},
    {".trig", RdfFormat::TriG},
    {".rdf", RdfFormat::RdfXml},
    {".owl", RdfFormat::RdfXml},
    {".jsonld", RdfFormat::JsonLd},
}};

struct GraphCounter final : StatementSink {
  std::size_t graphs = 0;
  void add(const Statement& statement) override { graphs += statement.graph.empty() ? 0 : 1; }
};

/// The whole lines among the first bytes.
std::string_view first_lines(std::string_view content) {
  constexpr std::size_t sample = 4096;
  if (content.size() <= sample) return content;
  const std::size_t end = content.rfind('\n', sample);
  return end == std::string_view::npos ? std::string_view() : content.substr(0, end + 1);
}

/// An opening brace outside of quotes, angle brackets and comments: only TriG has one.
bool has_brace(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '{') return true;
    const char close = c == '<' ? '>' : c == '#' ? '\n' : c == '"' || c == '\'' ? c : '\0';
    if (close == '\0') continue;
    for (++at; at < text.size() && text[at] != close; ++at) at += text[at] == '\\' ? 1 : 0;
  }
  return false;
}

}  // namespace

std::string_view name_of(RdfFormat format) {
  const auto* found = std::find_if(names.begin(), names.end(), [&](const auto& row) { return row.first == format; });
  return found->second;
}

std::optional<RdfFormat> format_named(std::string_view name) {
  for (const auto& [format, known] : names) {
    if (known == name) return format;
  }
  return std::nullopt;
}

std::optional<RdfFormat> format_of_path(std::string_view path) {
  if (path.ends_with(".gz")) path.remove_suffix(3);
  for (const auto& [ending, format] : endings) {
    if (path.ends_with(ending)) return format;
  }
  return std::nullopt;
}

RdfFormat guess_format(std::string_view content) {
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  const std::size_t begin = std::min(content.find_first_not_of(" \t\r\n"), content.size());
  const std::string_view start = content.substr(begin);
  if (start.starts_with("<?xml") || start.starts_with("<rdf:RDF") || start.starts_with("<!DOCTYPE rdf")) return RdfFormat::RdfXml;
  if (start.starts_with("{\"") || start.starts_with("[{") || start.starts_with("{\n")) return RdfFormat::JsonLd;
  const std::string_view lines = first_lines(content);
  GraphCounter counter;
  Diagnostics diagnostics;
  if (read_lines(lines, {}, counter, diagnostics) > 0 && diagnostics.empty()) {
    return counter.graphs > 0 ? RdfFormat::NQuads : RdfFormat::NTriples;
  }
  return has_brace(content.substr(0, 4096)) ? RdfFormat::TriG : RdfFormat::Turtle;
}

}  // namespace chancery
