#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/symbol_table.hpp"
#include "rdf/term.hpp"

namespace chancery {

/// A term of a `TermTable`.
using TermIndex = std::uint32_t;
inline constexpr TermIndex no_index = UINT32_MAX;

/// Terms as dense 32-bit numbers. Owns their text. Numbers follow the order of interning until `sort` makes them follow the order
/// of the terms, so that what is computed on numbers no longer depends on the order in which terms came.
class TermTable {
 public:
  TermTable();

  TermIndex intern(const Term& term);
  TermIndex intern_iri(std::string_view iri);
  /// A literal; an empty language means none. The text must be valid.
  TermIndex intern_text(std::string_view text, std::string_view language);
  /// `no_index` if there is none.
  [[nodiscard]] TermIndex find_iri(std::string_view iri) const;

  [[nodiscard]] TermKind kind(TermIndex index) const;
  [[nodiscard]] bool is_iri(TermIndex index) const { return kind(index) == TermKind::Iri; }
  /// IRI, lexical form or label of a blank node.
  [[nodiscard]] std::string_view value(TermIndex index) const;
  /// Of a literal with a language, else empty.
  [[nodiscard]] std::string_view language(TermIndex index) const;
  [[nodiscard]] Term term(TermIndex index) const;
  /// The same into `out`, whose strings are used again.
  void load(TermIndex index, Term& out) const;
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(symbols_.size()); }

  /// Number the terms anew in their order: IRIs, blank nodes, literals, each by code points. Returns the new number of each old one.
  std::vector<TermIndex> sort();

 private:
  TermIndex intern_key();
  [[nodiscard]] std::string_view key(TermIndex index) const { return table_->text(symbols_[index]); }

  std::unique_ptr<SymbolTable> table_;
  std::vector<Symbol> symbols_;     ///< by number
  std::vector<TermIndex> numbers_;  ///< by symbol
  std::size_t sorted_ = 0;          ///< so many of the first numbers are in order
  std::string buffer_;
};

}  // namespace chancery
