#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chancery {

enum class TermKind : std::uint8_t { Iri, Literal, BlankNode };

/// An RDF 1.1 term. Made only by the functions below, which validate, so a term can always be written.
struct Term {
  TermKind kind = TermKind::Iri;
  /// IRI, lexical form, or blank node label without `_:`.
  std::string value;
  /// Of a literal: the datatype IRI; empty means xsd:string, or rdf:langString if `language` is set.
  std::string datatype;
  /// Of a literal: BCP 47 tag as given, or empty.
  std::string language;

  friend auto operator<=>(const Term&, const Term&) = default;
};

/// None if `text` is no absolute IRI of RFC 3987 as N-Triples allows it.
std::optional<Term> make_iri(std::string_view text);
/// Percent-encodes what an IRI may not hold, then makes it; none if there is no scheme.
std::optional<Term> make_iri_escaped(std::string_view text);
/// None if `value` is no UTF-8 or `datatype` no IRI, or the lexical form is not one of a known XSD datatype (date, dateTime,
/// gYear, gYearMonth, integer, nonNegativeInteger, decimal, double, boolean, duration, anyURI).
std::optional<Term> make_literal(std::string_view value, std::string_view datatype = {});
/// None if `value` is no UTF-8 or `language` no well-formed BCP 47 tag.
std::optional<Term> make_text(std::string_view value, std::string_view language);
std::optional<Term> make_blank(std::string_view label);

/// N-Triples form of a term: `<…>`, `"…"@en`, `"…"^^<…>`, `_:b`.
std::string to_string(const Term& term);

}  // namespace chancery
