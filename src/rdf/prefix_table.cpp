#include "rdf/prefix_table.hpp"

#include <algorithm>

namespace chancery {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool is_local_name(std::string_view text) {
  if (text.empty() || !is_letter(text[0]) || text.back() == '.') return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; });
}

}  // namespace

PrefixTable::PrefixTable(std::span<const Prefix> prefixes) {
  for (const Prefix& prefix : prefixes) names_.emplace(prefix.iri, prefix.name);
}

bool PrefixTable::append_short(std::string& out, std::string_view iri) const {
  const std::size_t end = iri.find_last_of("/#");
  if (end == std::string_view::npos || !is_local_name(iri.substr(end + 1))) return false;
  const auto found = names_.find(iri.substr(0, end + 1));
  if (found == names_.end()) return false;
  out += found->second;
  out += ':';
  out += iri.substr(end + 1);
  return true;
}

void PrefixTable::append(std::string& out, std::string_view iri) const {
  if (append_short(out, iri)) return;
  out += '<';
  out += iri;
  out += '>';
}

}  // namespace chancery
