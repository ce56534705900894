#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chancery {

/// An interned string. Two symbols of one scope are equal exactly when their texts are.
enum class Symbol : std::uint32_t { None = 0 };

[[nodiscard]] constexpr std::uint32_t index_of(Symbol symbol) {
  return static_cast<std::uint32_t>(symbol);
}

/// Maps strings to dense ids, open addressing over XXH3. Owns the text of every symbol, which never moves.
/// Symbol 0 is the empty string. Filled while the lexicon and rules load, const afterwards, so threads share it.
class SymbolTable {
 public:
  SymbolTable();
  SymbolTable(const SymbolTable&) = delete;
  SymbolTable& operator=(const SymbolTable&) = delete;

  Symbol intern(std::string_view text) { return intern(text, hash(text)); }
  /// `hash` is `hash(text)`: for callers that have it already.
  Symbol intern(std::string_view text, std::uint64_t hash);
  /// `Symbol::None` if `text` was never interned.
  [[nodiscard]] Symbol find(std::string_view text) const { return find(text, hash(text)); }
  [[nodiscard]] Symbol find(std::string_view text, std::uint64_t hash) const;
  [[nodiscard]] std::string_view text(Symbol symbol) const { return texts_[index_of(symbol)]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }
  void reserve(std::size_t symbols);

  [[nodiscard]] static std::uint64_t hash(std::string_view text);

 private:
  friend class SymbolScope;
  struct Slot {
    std::uint32_t symbol = 0;
    std::uint32_t tag = 0;
  };
  void grow();
  std::string_view store(std::string_view text);

  std::vector<Slot> slots_;
  std::vector<std::string_view> texts_;
  std::deque<std::vector<char>> blocks_;
  std::size_t block_used_ = 0;
};

/// The symbols of one document: those of the run's table, and above them its own. Borrows the table.
class SymbolScope {
 public:
  explicit SymbolScope(const SymbolTable& table) : table_(&table), base_(table.size()) {}

  /// The table's symbol for `text` if it has one, else this scope's own, made when new.
  Symbol intern(std::string_view text);
  [[nodiscard]] Symbol find(std::string_view text) const;
  [[nodiscard]] std::string_view text(Symbol symbol) const;
  /// True for a word that the lexicon and the rules know nothing of.
  [[nodiscard]] bool is_local(Symbol symbol) const { return index_of(symbol) >= base_; }
  [[nodiscard]] const SymbolTable& table() const { return *table_; }

 private:
  const SymbolTable* table_;
  std::uint32_t base_;
  SymbolTable own_;
};

}  // namespace chancery
