#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "base/symbol_table.hpp"
#include "text/document.hpp"
#include "text/word_cache.hpp"

namespace chancery {

/// Cuts text into tokens, as the Penn Treebank does for contractions and possessives, but for hyphens between two capitalised
/// parts, which split ("Trump-Putin"). The tokens of a text are in order, do not overlap and cover every character that is no
/// space. Linear in the text; any bytes will do.
///
/// Borrows everything; `words` may be null: then no symbol is kept. One per document, used for one stretch after the other.
class Tokenizer {
 public:
  Tokenizer(std::string_view text, const Abbreviations& abbreviations, SymbolScope& symbols, WordCache* words, std::vector<Token>& out);

  /// Append the tokens of `part`; nothing outside it is looked at.
  void run(ByteSpan part);

 private:
  /// What is known of a word while it is scanned.
  struct Word {
    std::uint32_t begin = 0;
    std::uint32_t segment = 0;  ///< after the last full stop or hyphen
    std::uint32_t part = 0;     ///< after the last hyphen
    std::uint8_t first = 0;     ///< flags of the first character
    std::uint8_t all = 0;       ///< flags of all characters
    std::uint8_t rest = 0;      ///< flags of all characters but the first
    bool dotted = false;        ///< "U.S", "a.m": single letters with full stops between
    bool high = false;          ///< holds characters beyond ASCII
    bool hyphen = false;
    bool other = false;  ///< an address, a handle
  };

  /// Scan a word that begins at `begin` and whose first letter or digit is at `from`; `high`: a character beyond ASCII stands before that.
  void word(std::uint32_t begin, std::uint32_t from, bool high = false);
  /// Look at what stopped the run of letters and digits; true if the word goes on (then `next_` is behind it).
  bool carries_on(Word& word);
  bool carries_on_apostrophe(Word& word, std::uint32_t length);
  bool carries_on_hyphen(Word& word, std::uint32_t length);
  bool carries_on_stop(Word& word);
  bool carries_on_number(const Word& word, char mark);
  bool keeps_final_stop(const Word& word) const;
  bool stands_before_name(const Word& word, std::uint32_t behind) const;
  [[nodiscard]] bool is_starter(std::uint32_t begin) const;
  [[nodiscard]] bool is_okina(std::uint32_t begin, std::uint32_t after) const;
  [[nodiscard]] bool is_domain_end(std::uint32_t position) const;
  void address(Word& word);
  void finish(const Word& word);
  [[nodiscard]] Shape shape_of(const Word& word) const;

  void punctuation(std::uint32_t begin);
  void high_punctuation(std::uint32_t begin);
  void apostrophe(std::uint32_t begin, std::uint32_t length);
  void dash(std::uint32_t begin, std::uint32_t end, bool parts);
  void full_stop(std::uint32_t begin);
  [[nodiscard]] bool is_decade(std::uint32_t position) const;
  void handle(std::uint32_t begin);
  [[nodiscard]] std::uint32_t same_run(std::uint32_t begin) const;

  void emit(std::uint32_t begin, std::uint32_t end, Shape shape, bool high);
  void emit_as(std::uint32_t begin, std::uint32_t end, Shape shape, std::string_view word);
  [[nodiscard]] Symbol fold(std::string_view text, bool high);
  [[nodiscard]] Symbol fold_short(std::uint32_t begin, std::uint32_t length);
  [[nodiscard]] bool is_kind(std::uint32_t begin, std::uint32_t end, WordKind kind);
  [[nodiscard]] std::uint8_t at(std::uint32_t position) const;
  [[nodiscard]] char byte(std::uint32_t position) const { return position < text_.size() ? text_[position] : '\0'; }
  [[nodiscard]] std::uint32_t apostrophe_length(std::uint32_t position) const;
  [[nodiscard]] std::uint32_t suffix_length(std::uint32_t position) const;
  [[nodiscard]] std::uint32_t digits_at(std::uint32_t position) const;

  std::string_view text_;  ///< from the document's first byte to the end of the part
  std::string_view whole_;
  const Abbreviations& abbreviations_;
  SymbolScope& symbols_;
  std::vector<Token>& out_;
  std::uint32_t next_ = 0;
  std::uint32_t start_ = 0;  ///< of the part
  Symbol single_[128] = {};  ///< symbols of one-byte tokens
  WordCache* words_;
  std::string folded_;
};

}  // namespace chancery
