#include "redland/turtle.hpp"

#include <algorithm>
#include <string>

#include "rdf/turtle_text.hpp"
#include "redland/serializer.hpp"
#include "redland/store.hpp"
#include "redland/turtle_filter.hpp"
#include "redland/world.hpp"

namespace chancery {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Digits with a point inside or before them: what raptor writes bare and every reader takes for the same decimal.
bool is_plain_decimal(std::string_view text) {
  const std::size_t point = text.find('.');
  return point != std::string_view::npos && point + 1 < text.size();
}

/// A double with an exponent, and a digit at each side of its point.
bool is_plain_double(std::string_view text) {
  const std::size_t exponent = text.find_first_of("eE");
  const std::size_t point = text.find('.');
  if (exponent == std::string_view::npos) return false;
  return point == std::string_view::npos || (point > 0 && is_digit(text[point - 1]) && is_digit(text[point + 1]));
}

/// Whether raptor writes this literal as it is. It writes four datatypes without quotes.
bool is_safe_literal(const Term& term) {
  if (!term.datatype.starts_with(ns::xsd)) return true;
  const std::string_view type = std::string_view(term.datatype).substr(ns::xsd.size());
  if (type == "boolean") return term.value == "true" || term.value == "false";
  if (type == "decimal") return is_plain_decimal(term.value);
  if (type == "double") return is_plain_double(term.value);
  return true;
}

bool has_begun_by(std::string_view a, std::string_view b) {
  const auto fold = [](char x, char y) { return (x | 0x20) == (y | 0x20); };
  const std::size_t length = std::min(a.size(), b.size());
  return std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(length), b.begin(), fold);
}

/// Containers are written as something else by raptor.
bool is_container(const Term& predicate) {
  if (!predicate.value.starts_with(ns::rdf)) return false;
  const std::string_view local = std::string_view(predicate.value).substr(ns::rdf.size());
  return local.starts_with("_") || local == "first" || local == "rest";
}

}  // namespace

struct TurtleWriter::Parts {
  Parts(std::span<const Prefix> given, ByteSink& bytes, Diagnostics& complaints)
      : prefixes(given.begin(), given.end()), out(bytes), diagnostics(complaints), store(world, RedlandStore::Indexes::SubjectOnly) {}

  /// Whether raptor and the storage keep this statement as it is, given those before it.
  bool is_safe(const Statement& statement) {
    if (is_container(statement.predicate) || statement.subject.kind == TermKind::BlankNode) return false;
    if (statement.object.kind != TermKind::Literal) return statement.object.kind == TermKind::Iri;
    if (!statement.object.language.empty()) return is_safe_language(statement.object.language);
    return is_safe_literal(statement.object);
  }

  bool is_safe_language(const std::string& language) {
    if (std::find(languages.begin(), languages.end(), language) != languages.end()) return true;
    const bool clash =
        std::any_of(languages.begin(), languages.end(), [&](const std::string& known) { return has_begun_by(known, language); });
    languages.push_back(language);
    const bool lower = std::none_of(language.begin(), language.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return lower && !clash;
  }

  /// Take the triples out of the model: from here on they are held and written without raptor.
  void leave_raptor() {
    by_raptor = false;
    store.for_each([this](librdf_statement& statement) {
      own.push_back({to_term(*statement.subject), to_term(*statement.predicate), to_term(*statement.object), {}});
      return true;
    });
  }

  Status write_by_raptor() {
    const PrefixTable table(prefixes);
    TurtleFilter filter(table, out);
    const auto triples = [this](const TakeStatement& take) { return store.for_each(take); };
    Status status = serialize(world, triples, "turtle", prefixes, [&filter](std::string_view bytes) { filter.write(bytes); });
    filter.flush();
    if (status.ok() && world.errors() != 0) return Failure{"raptor could not write every triple"};
    return status;
  }

  std::vector<Prefix> prefixes;
  ByteSink& out;
  Diagnostics& diagnostics;
  RedlandWorld world;
  RedlandStore store;
  std::vector<std::string> languages;
  std::vector<Statement> own;
  bool by_raptor = true;
  bool failed = false;
};

TurtleWriter::TurtleWriter(std::span<const Prefix> prefixes, ByteSink& out, Diagnostics& diagnostics)
    : parts_(std::make_unique<Parts>(prefixes, out, diagnostics)) {
  parts_->failed = !parts_->world.ok() || !parts_->store.ok();
  parts_->world.report_to(&diagnostics);
}

TurtleWriter::~TurtleWriter() = default;

void TurtleWriter::add(const Statement& statement) {
  Parts& parts = *parts_;
  if (parts.failed) return;
  if (parts.by_raptor && !parts.is_safe(statement)) parts.leave_raptor();
  if (parts.by_raptor) {
    parts.failed = !parts.store.add(statement);
  } else {
    parts.own.push_back(statement);
  }
}

Status TurtleWriter::finish() {
  Parts& parts = *parts_;
  if (parts.failed) return Failure{"librdf cannot hold the graph (is there enough memory?)"};
  if (parts.by_raptor) {
    Status status = parts.write_by_raptor();
    if (!status.ok()) return status;
  } else {
    write_turtle_text(parts.own, parts.prefixes, TurtleSyntax::Turtle, parts.out);
  }
  return parts.out.finish();
}

Status write_turtle(std::span<const Statement> statements, std::span<const Prefix> prefixes, ByteSink& out, Diagnostics& diagnostics) {
  TurtleWriter writer(prefixes, out, diagnostics);
  for (const Statement& statement : statements) writer.add(statement);
  return writer.finish();
}

std::vector<Prefix> all_prefixes(std::string_view base) {
  std::vector<Prefix> out;
  for (const auto& [name, iri] : vocabulary_prefixes()) out.push_back({std::string(name), std::string(iri)});
  for (const std::string_view kind : node_kinds()) out.push_back({std::string(kind), std::string(base) + std::string(kind) + "/"});
  return out;
}

}  // namespace chancery
