#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace chancery {

/// A token of a SPARQL query. Comments are left out; the text is borrowed from the query.
struct SparqlToken {
  enum class Kind : std::uint8_t { Word, Name, Variable, Iri, Text, Number, Sign };
  Kind kind = Kind::Sign;
  std::string_view text;
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  /// Whether blank space or a comment stands before it.
  bool spaced = false;
};

/// Cuts a query into tokens: words (keywords, function names, `a`), names with a colon, variables, IRIs, strings, numbers, and signs of one
/// or two characters. What is no token becomes a sign of one byte; the parser will complain of it.
std::vector<SparqlToken> tokenize_sparql(std::string_view query);

/// Whether `token` is this keyword, whatever its case. `keyword` is in upper case.
bool is_keyword(const SparqlToken& token, std::string_view keyword);

}  // namespace chancery
