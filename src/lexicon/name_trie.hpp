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

/// Which words of a name must be written how, one bit a word (the first 32). A word with no bit may be written in any
/// way.
struct NameCase {
  std::uint32_t capital = 0;  ///< holds a capital: "Moscow" or "MOSCOW", not "moscow"
  std::uint32_t upper = 0;    ///< holds no small letter: "US", not "us" or "Us"
  std::uint32_t inner = 0;    ///< holds two capitals or more: "McCain" or "MCCAIN", "LeT", not "Let"

  /// A text that satisfies `*this` satisfies `other`.
  [[nodiscard]] bool implies(NameCase other) const {
    return (other.capital & ~(capital | upper | inner)) == 0 && (other.upper & ~upper) == 0 && (other.inner & ~inner) == 0;
  }
  friend auto operator<=>(const NameCase&, const NameCase&) = default;
};

/// All names of the lexicon as sequences of symbols: one pass over a document finds the longest name at each place,
/// whatever their number. Edges are (node, symbol) → node in one open-addressing table. A name never crosses a
/// paragraph. One spelling with readings of different letter case ("US" and "us", "Who" and "WHO") is several names,
/// each with the readings that its case allows.
class NameTrie {
 public:
  NameTrie();
  /// Add one reading of a name, its words as the tokenizer folds them, and how they must be written.
  void add(std::span<const Symbol> words, NameReading reading, NameCase written = {});
  /// Sorts readings; call once after the last `add`.
  void freeze();
  /// The longest matches from left to right, not overlapping.
  void find(const Document& document, std::vector<NameMatch>& out) const;
  /// The longest match that starts at `token`, or an empty span.
  [[nodiscard]] NameMatch longest_at(const Document& document, std::uint32_t token) const;
  /// The same among those that end at `end` or before, in a paragraph that reaches there.
  [[nodiscard]] NameMatch longest_at(const Document& document, std::uint32_t token, std::uint32_t end) const {
    return walk(document, token, end);
  }
  /// Readings of the name with exactly these words, whatever their case; none if there is no such name. For words that
  /// the text does not have as they are ("president" of "president-elect").
  [[nodiscard]] std::span<const NameReading> readings_of(std::span<const Symbol> words) const;
  [[nodiscard]] std::span<const NameReading> readings(std::uint32_t name) const;
  [[nodiscard]] std::size_t size() const { return name_count_; }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t node = 0;
  };
  struct Pending {
    std::uint32_t node;
    NameCase written;
    NameReading reading;
  };
  struct Variant {
    NameCase written;
    std::uint32_t name;
  };  ///< one letter case of a node's spelling
  [[nodiscard]] std::uint32_t child(std::uint32_t node, Symbol word) const;
  std::uint32_t make_child(std::uint32_t node, Symbol word);
  void grow();
  void freeze_node(std::span<const Pending> readings);
  void add_name(NameCase written, std::span<const Pending> readings);
  [[nodiscard]] NameMatch walk(const Document& document, std::uint32_t token, std::uint32_t end) const;
  [[nodiscard]] const Variant* fitting(const Document& document, TokenSpan tokens, std::uint32_t node) const;

  std::vector<Slot> slots_;
  std::size_t edge_count_ = 0;
  std::vector<std::uint32_t> roots_;          ///< by symbol: the node behind a first word, or 0
  std::vector<std::uint32_t> first_variant_;  ///< by node; the variants of a node end where the next node's begin
  std::vector<Variant> variants_;             ///< of one node: those that ask for most come first
  std::uint32_t node_count_ = 1;
  std::vector<Pending> pending_;
  std::vector<NameReading> readings_;
  std::vector<std::uint32_t> first_reading_;
  std::size_t name_count_ = 0;
};

}  // namespace chancery
