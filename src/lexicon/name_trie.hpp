#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/span.hpp"
#include "base/symbol_table.hpp"
#include "lexicon/entry.hpp"

namespace chancery {

class Document;

/// A name of the lexicon found in a document.
struct NameMatch {
  TokenSpan tokens;
  std::uint32_t name = 0;  ///< for `NameTrie::readings`
};

/// All names of the lexicon as sequences of symbols: one pass over a document finds the longest name at each place, whatever
/// their number. Edges are (node, symbol) → node in one open-addressing table.
class NameTrie {
 public:
  NameTrie();
  /// Add one reading of a name, its words as the tokenizer cuts them. `written` are the symbols of the words as written, for
  /// readings that are case-sensitive.
  void add(std::span<const Symbol> words, NameReading reading);
  /// Sorts readings; call once after the last `add`.
  void freeze();
  /// The longest matches from left to right, not overlapping.
  void find(const Document& document, std::vector<NameMatch>& out) const;
  /// The longest match that starts at `token`, or an empty span.
  [[nodiscard]] NameMatch longest_at(const Document& document, std::uint32_t token) const;
  [[nodiscard]] std::span<const NameReading> readings(std::uint32_t name) const;
  [[nodiscard]] std::size_t size() const { return name_count_; }

 private:
  struct Slot { std::uint64_t key = 0; std::uint32_t node = 0; };
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> name_of_node_;  ///< 0: no name ends here
  std::vector<std::pair<std::uint32_t, NameReading>> pending_;
  std::vector<NameReading> readings_;
  std::vector<std::uint32_t> first_reading_;
  std::size_t name_count_ = 0;
};

}  // namespace chancery
