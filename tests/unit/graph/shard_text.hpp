#pragma once

#include <algorithm>
#include <cassert>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "graph/derive.hpp"
#include "rdf/statement.hpp"
#include "rdf/vocabulary.hpp"

namespace chancery::support {

/// The IRI of `schema:Event` or `person:a`.
inline std::string full(std::string_view name) {
  if (std::string known = expand(name); !known.empty()) return known;
  const std::size_t colon = name.find(':');
  return std::string(default_base) + std::string(name.substr(0, colon)) + "/" + std::string(name.substr(colon + 1));
}

/// `schema:Event`, `"text"@en`, `"text"`, or `2025-04-11` and `true` with their types.
inline Term term_of(std::string_view text) {
  if (text.front() == '"') {
    const std::size_t end = text.rfind('"');
    const std::string_view value = text.substr(1, end - 1);
    return end + 1 < text.size() ? *make_text(value, text.substr(end + 2)) : *make_literal(value);
  }
  if (text == "true" || text == "false") return *make_literal(text, full("xsd:boolean"));
  if (text.size() == 10 && text[4] == '-') return *make_literal(text, full("xsd:date"));
  return *make_iri(full(text));
}

/// Statements in a notation for tests: a subject, then `property object` pairs parted by `;`, ended by a line's end. A line `@article:a1`
/// names the graph of what follows. Spaces in quotes are written `_`.
inline std::vector<Statement> shard(const std::string& text) {
  std::vector<Statement> out;
  std::string graph;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string subject;
    if (!(words >> subject)) continue;
    if (subject[0] == '@') {
      graph = full(subject.substr(1));
      continue;
    }
    for (std::string property, object, more; words >> property >> object; words >> more) {
      if (object[0] == '"') std::replace(object.begin(), object.end(), '_', ' ');
      out.push_back({term_of(subject), term_of(property == "a" ? "rdf:type" : property), term_of(object), graph});
    }
  }
  return out;
}

inline Derived derive_all(const std::vector<Statement>& statements) {
  Union all;
  for (const Statement& statement : statements) all.add(statement);
  return derive(std::move(all));
}

/// Whether a layer holds `subject property object`.
inline bool holds(const Derived& derived, const QuadSet& layer, std::string_view subject, std::string_view property,
                  std::string_view object) {
  struct Finder final : StatementSink {
    Statement wanted;
    bool found = false;
    void add(const Statement& statement) override { found |= statement == wanted; }
  } finder;
  finder.wanted = {term_of(subject), term_of(property == "a" ? "rdf:type" : property), term_of(object), {}};
  emit_triples(derived.terms, layer, finder);
  return finder.found;
}

/// All objects, in order.
inline std::vector<std::string> objects(const Derived& derived, const QuadSet& layer, std::string_view subject, std::string_view property) {
  struct Lister final : StatementSink {
    Term subject, predicate;
    std::vector<std::string> found;
    void add(const Statement& statement) override {
      if (statement.subject == subject && statement.predicate == predicate) found.push_back(to_string(statement.object));
    }
  } lister;
  lister.subject = term_of(subject);
  lister.predicate = term_of(property);
  emit_triples(derived.terms, layer, lister);
  return lister.found;
}

}  // namespace chancery::support
