#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "annotate/mention.hpp"
#include "base/symbol_table.hpp"

namespace chancery {

/// Entities of one article by the words of their names. It may find too many, never too few.
class NameIndex {
 public:
  void add(EntityId entity, std::span<const Symbol> name, const SymbolScope& symbols);

  /// Entities in whose names all of the words may stand, and those whose last word may be a spelling of one; in no order, perhaps twice.
  void with_words(std::span<const Symbol> words, std::vector<EntityId>& out) const;
  void with_last_word_like(Symbol word, const SymbolScope& symbols, std::vector<EntityId>& out) const;

 private:
  [[nodiscard]] std::span<const EntityId> with_word(Symbol word) const;

  std::unordered_map<Symbol, std::vector<EntityId>> of_word_;
  std::unordered_map<std::uint64_t, std::vector<EntityId>> of_spelling_;
};

}  // namespace chancery
