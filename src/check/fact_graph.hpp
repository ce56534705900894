#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/symbol_table.hpp"
#include "rdf/statement.hpp"

namespace chancery {

/// A term of a `FactGraph`: dense, from 1, in the order in which terms were first added.
using TermId = std::uint32_t;
inline constexpr TermId no_term = 0;

/// A triple of term ids.
struct Fact {
  TermId subject = no_term;
  TermId predicate = no_term;
  TermId object = no_term;

  friend auto operator<=>(const Fact&, const Fact&) = default;
};

/// The triples that the checks look at, as integers, with two sorted indexes. Names of graphs are not kept.
///
/// Data and vocabulary share one numbering but stand in separate lists: the checks judge the data and only consult the
/// vocabulary (classes, domains, ranges, disjointness). Add everything, then call `finish` once; look-ups come after that.
/// Ids depend on the order of adding; what the checks put out does not, because they order by `compare`.
class FactGraph final : public StatementSink {
 public:
  void add(const Statement& statement) override;
  void add(std::span<const Statement> statements);
  /// A triple of an ontology or a shapes file.
  void add_vocabulary(const Statement& statement);
  void add_vocabulary(std::span<const Statement> statements);
  /// Sort and drop duplicates. Adding after this needs another `finish`.
  void finish();

  /// The id of an IRI, or `no_term` if no triple has it.
  [[nodiscard]] TermId iri(std::string_view text) const;
  [[nodiscard]] Term term(TermId id) const;
  /// The IRI, lexical form or blank node label.
  [[nodiscard]] std::string_view value(TermId id) const;
  [[nodiscard]] std::string_view datatype(TermId id) const;
  [[nodiscard]] std::string_view language(TermId id) const;
  [[nodiscard]] TermKind kind(TermId id) const;
  [[nodiscard]] bool is_iri(TermId id) const { return kind(id) == TermKind::Iri; }
  /// Negative, zero or positive as the terms order by code points: the order of everything that is put out.
  [[nodiscard]] int compare(TermId a, TermId b) const;

  /// All data, ordered by subject, predicate, object (ids).
  [[nodiscard]] std::span<const Fact> facts() const { return by_subject_; }
  /// All vocabulary triples, ordered likewise.
  [[nodiscard]] std::span<const Fact> vocabulary() const { return vocabulary_; }
  [[nodiscard]] std::span<const Fact> about(TermId subject) const;
  [[nodiscard]] std::span<const Fact> about(TermId subject, TermId predicate) const;
  /// Data with this predicate, ordered by subject, object (ids).
  [[nodiscard]] std::span<const Fact> with_predicate(TermId predicate) const;
  /// The object of the first such triple, or `no_term`.
  [[nodiscard]] TermId object(TermId subject, TermId predicate) const;
  [[nodiscard]] bool has(TermId subject, TermId predicate, TermId object) const;
  [[nodiscard]] std::size_t term_count() const { return terms_->size(); }

  /// The name to show for a term: `rdfs:label`, else headline, else the IRI's last part (behind its kind and shortened, if it is
  /// a hash), else the value itself.
  [[nodiscard]] std::string label(TermId id) const;
  /// What stands behind the last `/` or `#` of an IRI.
  [[nodiscard]] std::string local_name(TermId id) const;

 private:
  TermId intern(const Term& term);
  Fact intern(const Statement& statement);

  std::unique_ptr<SymbolTable> terms_ = std::make_unique<SymbolTable>();
  std::string buffer_;
  std::vector<Fact> by_subject_, by_predicate_, vocabulary_;
};

}  // namespace chancery
