#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/symbol_table.hpp"

namespace chancery {

/// The symbols of the words met last, by their letters, so that words which every text repeats are not looked up again and again in
/// a table that is larger than the processor's caches. Keeps what the run's table knows from document to document; words of a
/// document's own are forgotten with it. One per thread, for one symbol table.
class WordCache {
 public:
  /// Longest word that is kept, in bytes.
  static constexpr std::size_t longest = 16;

  /// A word as two machine words, the rest filled with zero.
  struct Letters {
    std::uint64_t low = 0, high = 0;
    friend bool operator==(const Letters&, const Letters&) = default;
  };

  WordCache() : entries_(std::size_t{1} << bits) {}

  /// Another document begins.
  void start_document() {
    if (++document_ == 0) document_ = 1;
  }
  /// The symbol of the folded word `text`, which is not empty and whose bytes `letters` holds.
  Symbol find(Letters letters, std::string_view text, SymbolScope& symbols) {
    if (text.back() == '\0') return symbols.intern(text);  // `letters` does not tell where it ends
    Entry& entry = entries_[(letters.low * 0x9E3779B97F4A7C15U + letters.high * 0xC2B2AE3D27D4EB4FU) >> (64U - bits)];
    if (entry.letters == letters && (entry.document == 0 || entry.document == document_)) return entry.symbol;
    const Symbol symbol = symbols.intern(text);
    entry = {letters, symbol, symbols.is_local(symbol) ? document_ : 0};
    return symbol;
  }

 private:
  static constexpr unsigned bits = 14;  ///< 16,384 entries, so that common words seldom push each other out
  struct Entry {
    Letters letters;
    Symbol symbol = Symbol::None;
    std::uint32_t document = 0;  ///< of a word of one document's own, else 0
  };
  std::vector<Entry> entries_;
  std::uint32_t document_ = 1;
};

}  // namespace chancery
