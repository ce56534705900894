#include "rdf/term.hpp"

#include "rdf/iri.hpp"
#include "rdf/lexical.hpp"
#include "rdf/line_writer.hpp"
#include "rdf/utf8.hpp"
#include "rdf/vocabulary.hpp"

namespace chancery {
namespace {

/// NUL is a code point, but no character of XML and so none of xsd:string; C libraries would cut the text there.
bool is_text(std::string_view value) {
  return value.find('\0') == std::string_view::npos && is_utf8(value);
}

bool is_label_start(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == ':' ||
         (c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7) || (c >= 0x370 && c <= 0x1FFF && c != 0x37E) || c == 0x200C || c == 0x200D ||
         (c >= 0x2070 && c <= 0x218F) || (c >= 0x2C00 && c <= 0x2FEF) || (c >= 0x3001 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFDCF) ||
         (c >= 0xFDF0 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0xEFFFF);
}

bool is_label_character(char32_t c) {
  return is_label_start(c) || c == '-' || c == '.' || c == 0xB7 || (c >= 0x300 && c <= 0x36F) || c == 0x203F || c == 0x2040;
}

}  // namespace

std::optional<Term> make_iri(std::string_view text) {
  if (!is_iri(text)) return std::nullopt;
  return Term{TermKind::Iri, std::string(text), {}, {}};
}

std::optional<Term> make_iri_escaped(std::string_view text) {
  if (std::optional<Term> whole = make_iri(text)) return whole;
  return make_iri(escape_iri(text));
}

std::optional<Term> make_literal(std::string_view value, std::string_view datatype) {
  if (!is_text(value)) return std::nullopt;
  if (datatype.empty()) return Term{TermKind::Literal, std::string(value), {}, {}};
  if (!is_iri(datatype)) return std::nullopt;
  if (datatype.substr(0, ns::rdf.size()) == ns::rdf && datatype.substr(ns::rdf.size()) == "langString") return std::nullopt;
  if (datatype.substr(0, ns::xsd.size()) == ns::xsd) {
    const std::string_view local = datatype.substr(ns::xsd.size());
    if (local == "string") return Term{TermKind::Literal, std::string(value), {}, {}};
    if (!is_lexical_form(value, local)) return std::nullopt;
  }
  return Term{TermKind::Literal, std::string(value), std::string(datatype), {}};
}

std::optional<Term> make_text(std::string_view value, std::string_view language) {
  if (!is_text(value) || !is_language_tag(language)) return std::nullopt;
  return Term{TermKind::Literal, std::string(value), {}, std::string(language)};
}

std::optional<Term> make_blank(std::string_view label) {
  if (label.empty() || label.back() == '.' || !is_utf8(label)) return std::nullopt;
  for (std::size_t at = 0; at < label.size();) {
    const bool first = at == 0;
    const char32_t c = next_code_point(label, at);
    if (first ? !is_label_start(c) : !is_label_character(c)) return std::nullopt;
  }
  return Term{TermKind::BlankNode, std::string(label), {}, {}};
}

std::string to_string(const Term& term) {
  std::string out;
  append_term(out, term);
  return out;
}

}  // namespace chancery
