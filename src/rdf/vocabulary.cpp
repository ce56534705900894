#include "rdf/vocabulary.hpp"

#include <array>

namespace chancery {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 17> prefixes = {{
    {"ch", ns::ch},
    {"foaf", ns::foaf},
    {"org", ns::org},
    {"schema", ns::schema},
    {"prov", ns::prov},
    {"nif", ns::nif},
    {"time", ns::time},
    {"geo", ns::geo},
    {"wd", ns::wd},
    {"rdf", ns::rdf},
    {"rdfs", ns::rdfs},
    {"owl", ns::owl},
    {"xsd", ns::xsd},
    {"skos", ns::skos},
    {"dcterms", ns::dcterms},
    {"void", ns::void_},
    {"sh", ns::sh},
}};

constexpr std::array<std::string_view, 13> kinds = {"person",  "organization", "polity",  "place", "post",     "role", "membership",
                                                    "meeting", "statement",    "article", "claim", "interval", "run"};

}  // namespace

std::span<const std::pair<std::string_view, std::string_view>> vocabulary_prefixes() {
  return prefixes;
}

std::span<const std::string_view> node_kinds() {
  return kinds;
}

std::string expand(std::string_view compact_name) {
  const std::size_t colon = compact_name.find(':');
  if (colon == std::string_view::npos) return {};
  for (const auto& [name, iri] : prefixes) {
    if (name != compact_name.substr(0, colon)) continue;
    std::string out(iri);
    out += compact_name.substr(colon + 1);
    return out;
  }
  return {};
}

}  // namespace chancery
