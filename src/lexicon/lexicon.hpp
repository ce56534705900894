#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "base/symbol_table.hpp"
#include "lexicon/entry.hpp"
#include "lexicon/name_trie.hpp"
#include "lexicon/word_table.hpp"

namespace chancery {

/// Everything the program knows of words and names before it reads an article. Loaded once from `mappings/lexicon/`,
/// const afterwards, shared by all threads. Owns the symbol table that rules and documents use.
class Lexicon {
 public:
  /// Read every `*.tsv` file of `folder` and its sub-folders; the first line of a file names its kind and columns
  /// (see `docs/lexicon.md`). Bad lines are diagnosed and left out. Fails only if the folder cannot be read.
  /// `abbreviations.tsv` in `folder` is not the lexicon's, but names are tokenised with it, as texts are.
  static Result<std::unique_ptr<Lexicon>> load(const std::string& folder, Diagnostics& diagnostics);
  /// The tables of several folders as one lexicon, in this order; behind them the text of one table more, if it is not empty.
  static Result<std::unique_ptr<Lexicon>> load(const std::vector<std::string>& folders, Diagnostics& diagnostics,
                                               std::string_view extra = {});
  /// The same from the text of one table, for tests and extra names; `file` only names it in diagnostics.
  static std::unique_ptr<Lexicon> parse(std::string_view table, const std::string& file, Diagnostics& diagnostics);

  [[nodiscard]] const SymbolTable& symbols() const { return symbols_; }
  SymbolTable& symbols() { return symbols_; }

  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  [[nodiscard]] const Entry& entry(EntryId id) const { return entries_[id]; }
  [[nodiscard]] const std::vector<Role>& roles() const { return roles_; }
  [[nodiscard]] const Role& role(RoleId id) const { return roles_[id]; }
  [[nodiscard]] const std::vector<OrganizationKind>& kinds() const { return kinds_; }
  [[nodiscard]] const OrganizationKind& kind(KindId id) const { return kinds_[id]; }
  [[nodiscard]] const NameTrie& names() const { return names_; }
  [[nodiscard]] const WordTable& words() const { return words_; }
  /// Entry by its class and key ("polity:russia", "place:moscow.524901", "person:sergey-lavrov.Q58217"), or `no_entry`.
  [[nodiscard]] EntryId find_key(std::string_view key) const;
  /// Role by its key ("foreign-minister"), or `no_role`.
  [[nodiscard]] RoleId find_role(std::string_view key) const;
  /// 128-bit hash over all files read, for the run's key.
  [[nodiscard]] const std::string& version() const { return version_; }

 private:
  friend class LexiconLoader;
  SymbolTable symbols_;
  std::vector<Entry> entries_;
  std::vector<Role> roles_;
  std::vector<OrganizationKind> kinds_;
  NameTrie names_;
  WordTable words_;
  SymbolTable keys_;       ///< of entries, "class:key": the symbol's index is the entry's, plus one
  SymbolTable role_keys_;  ///< in the same way
  std::string version_;
};

}  // namespace chancery
