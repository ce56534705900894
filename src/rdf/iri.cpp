#include "rdf/iri.hpp"

#include <array>

#include "rdf/utf8.hpp"

namespace chancery {
namespace {

bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// ASCII that stands in an IRI wherever it likes: unreserved, sub-delims and `:@/`.
constexpr std::array<bool, 256> plain = [] {
  std::array<bool, 256> table{};
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=:@/";
  for (const char c : allowed) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

bool is_direction_mark(char32_t c) {
  return c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E);
}

/// `ucschar` of RFC 3987, and `iprivate` where a query stands.
bool is_iri_character(char32_t c, bool in_query) {
  if (c < 0xA0 || is_direction_mark(c)) return false;
  const bool is_private = (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
  if (is_private) return in_query && (c & 0xFFFEU) != 0xFFFEU;
  if (c >= 0xFDD0 && c <= 0xFDEF) return false;
  if (c >= 0xFFF0 && c <= 0xFFFF) return false;
  if (c >= 0xE0000 && c < 0xE1000) return false;
  return (c & 0xFFFEU) != 0xFFFEU;
}

/// Where the parser stands: what it may still meet depends on it.
struct IriScan {
  std::string_view text;
  std::size_t at = 0;
  std::size_t authority_end = 0;
  bool in_query = false;
  bool in_fragment = false;

  explicit IriScan(std::string_view iri, std::size_t scheme) : text(iri), at(scheme + 1) {
    if (text.substr(at, 2) != "//") return;
    const std::size_t end = text.find_first_of("/?#", at + 2);
    authority_end = end == std::string_view::npos ? text.size() : end;
  }

  /// Moves over characters that may stand anywhere.
  void skip_plain() {
    while (at < text.size() && plain[static_cast<unsigned char>(text[at])]) ++at;
  }

  /// The length of the character at `at` if it may stand there, else 0. Moves to the next part of the IRI at `?` and `#`.
  std::size_t accept() {
    const char c = text[at];
    if (plain[static_cast<unsigned char>(c)]) return 1;
    switch (c) {
      case '%': return at + 2 < text.size() && is_hex(text[at + 1]) && is_hex(text[at + 2]) ? 3 : 0;
      case '?':
        if (!in_fragment) in_query = true;
        return 1;
      case '#':
        if (in_fragment) return 0;
        in_fragment = true;
        in_query = false;
        return 1;
      case '[':
      case ']': return at < authority_end ? 1 : 0;
      default: return accept_wide();
    }
  }

  std::size_t accept_wide() {
    if (static_cast<unsigned char>(text[at]) < 0x80) return 0;
    if (valid_utf8_prefix(text.substr(at, 4)) == 0) return 0;
    std::size_t next = at;
    return is_iri_character(next_code_point(text, next), in_query) ? next - at : 0;
  }
};

}  // namespace

std::size_t scheme_length(std::string_view text) {
  if (text.empty() || !is_alpha(text[0])) return 0;
  std::size_t at = 1;
  while (at < text.size() && (is_alpha(text[at]) || is_digit(text[at]) || text[at] == '+' || text[at] == '-' || text[at] == '.')) ++at;
  return at < text.size() && text[at] == ':' ? at : 0;
}

std::size_t valid_iri_prefix(std::string_view text) {
  const std::size_t scheme = scheme_length(text);
  if (scheme == 0) return 0;
  IriScan scan(text, scheme);
  for (scan.skip_plain(); scan.at < text.size(); scan.skip_plain()) {
    const std::size_t length = scan.accept();
    if (length == 0) break;
    scan.at += length;
  }
  return scan.at;
}

std::string escape_iri(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const std::size_t scheme = scheme_length(text);
  if (scheme == 0) return std::string(text);
  std::string out(text.substr(0, scheme + 1));
  IriScan scan(text, scheme);
  while (scan.at < text.size()) {
    if (const std::size_t length = scan.accept(); length != 0) {
      out.append(text.substr(scan.at, length));
      scan.at += length;
      continue;
    }
    const auto byte = static_cast<unsigned char>(text[scan.at++]);
    out += {'%', digits[byte >> 4U], digits[byte & 15U]};
  }
  return out;
}

}  // namespace chancery
