#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/symbol_table.hpp"
#include "lexicon/entry.hpp"
#include "lexicon/name_trie.hpp"
#include "text/document.hpp"
#include "text/text_rules.hpp"

namespace chancery {

/// The names of all tables, waiting to be cut into words. Names are cut by the tokenizer that cuts texts, so that both
/// agree.
class NameList {
 public:
  /// Borrows `abbreviations`.
  explicit NameList(const Abbreviations& abbreviations) : abbreviations_(abbreviations) {}

  /// Add a name as written, its form without accents, and its form with capitals around hyphens, where those differ.
  void add(std::string_view name, NameReading reading);
  /// Cut all names, intern their words and put them into the trie, which stays open.
  void build(SymbolTable& symbols, NameTrie& trie) const;
  [[nodiscard]] std::size_t size() const { return readings_.size(); }

 private:
  void append(std::string_view name, NameReading reading);

  const Abbreviations& abbreviations_;
  std::string text_;                 ///< the names, each ended by a line end
  std::vector<std::uint32_t> ends_;  ///< of each name in `text_`, without its line end
  std::vector<NameReading> readings_;
};

}  // namespace chancery
