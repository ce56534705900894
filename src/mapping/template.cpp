#include "mapping/template.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace chancery {
namespace {

constexpr std::array<std::pair<std::string_view, Field>, 25> field_names{{
    {"", Field::Self},
    {"key", Field::Key},
    {"label", Field::Label},
    {"text", Field::Text},
    {"words", Field::Words},
    {"list", Field::List},
    {"between", Field::Between},
    {"form", Field::Form},
    {"preferred", Field::Preferred},
    {"type", Field::Type},
    {"wikidata", Field::Wikidata},
    {"geonames", Field::Geonames},
    {"latitude", Field::Latitude},
    {"longitude", Field::Longitude},
    {"country", Field::Country},
    {"sovereign", Field::Sovereign},
    {"owner", Field::Owner},
    {"role", Field::Role},
    {"single-holder", Field::SingleHolder},
    {"earliest", Field::Earliest},
    {"latest", Field::Latest},
    {"duration", Field::Duration},
    {"date", Field::Date},
    {"kind", Field::Kind},
    {"self", Field::Self},
}};

bool read_field(std::string_view name, Field& field) {
  const auto* found = std::find_if(field_names.begin(), field_names.end(), [&](const auto& item) { return item.first == name; });
  if (found == field_names.end()) return false;
  field = found->second;
  return true;
}

/// `role[:[!]Class][.field]`
Access parse_access(std::string_view text, std::vector<std::string>& errors) {
  Access access;
  const std::size_t point = text.find('.');
  if (point != std::string_view::npos && !read_field(text.substr(point + 1), access.field)) {
    errors.push_back("unknown field \"" + std::string(text.substr(point + 1)) + "\"");
  }
  text = text.substr(0, point);
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos) {
    std::string_view wanted = text.substr(colon + 1);
    access.not_of_class = !wanted.empty() && wanted.front() == '!';
    if (access.not_of_class) wanted.remove_prefix(1);
    access.of_class = wanted;
    text = text.substr(0, colon);
  }
  access.role = text;
  if (access.role.empty()) errors.emplace_back("a reference names no role");
  return access;
}

Reference parse_reference(std::string_view text, std::vector<std::string>& errors) {
  Reference reference;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t bar = std::min(text.find('|', begin), text.size());
    reference.alternatives.push_back(parse_access(text.substr(begin, bar - begin), errors));
    begin = bar + 1;
  }
  return reference;
}

void split_parts(std::string_view text, Template& result, std::vector<std::string>& errors) {
  while (!text.empty()) {
    const std::size_t open = text.find("$(");
    if (open != 0) result.parts.push_back({std::string(text.substr(0, open)), {}});
    if (open == std::string_view::npos) return;
    const std::size_t close = text.find(')', open);
    if (close == std::string_view::npos) {
      errors.emplace_back("\"$(\" without \")\"");
      return;
    }
    result.parts.push_back({"", parse_reference(text.substr(open + 2, close - open - 2), errors)});
    text.remove_prefix(close + 1);
  }
}

}  // namespace

Template parse_template(std::string_view text, const std::vector<std::string>& prefixes, std::vector<std::string>& errors) {
  Template result;
  const bool whole_iri = text.size() > 2 && text.front() == '<' && text.back() == '>';
  const std::size_t colon = text.find(':');
  const std::string_view prefix = colon == std::string_view::npos ? "" : text.substr(0, colon);
  const bool compact = !prefix.empty() && std::find(prefixes.begin(), prefixes.end(), prefix) != prefixes.end();
  if (whole_iri) {
    text = text.substr(1, text.size() - 2);
  } else if (compact) {
    result.prefix = prefix;
    text.remove_prefix(colon + 1);
  }
  split_parts(text, result, errors);
  const bool single = result.parts.size() == 1 && result.parts.front().text.empty();
  result.form = whole_iri || compact ? Template::Form::Iri : single ? Template::Form::Values : Template::Form::Literal;
  return result;
}

}  // namespace chancery
