#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace chancery {

/// Walks the characters of a pattern and knows where in the file each one stands. Borrows the text.
class PatternScanner {
 public:
  PatternScanner(std::string_view text, const Location& where, std::uint32_t indent) : text_(text), where_(&where), indent_(indent) {}

  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  /// The character at `ahead` from here, or 0 past the end.
  [[nodiscard]] char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  [[nodiscard]] bool looks_at(std::string_view prefix) const { return text_.substr(at_).starts_with(prefix); }
  /// Step over `prefix` if it is next.
  bool take(std::string_view prefix);
  char take() { return text_[at_++]; }
  void skip_spaces();
  /// A word written without quotes, or nothing: letters, digits and bytes over ASCII; `-`, `_`, `.` and `'` between such.
  std::string_view take_bare_word();
  /// A name of a role, class, phrase or key: a letter, then letters, digits, `_` and `-`. Empty if there is none.
  std::string_view take_name();
  /// A decimal number of at most five digits; -1 if there is none.
  int take_number();
  /// What stands up to the next `quote`, which is stepped over; a backslash keeps the character after it. False if the text or
  /// the line ends before.
  bool take_quoted(char quote, std::string& out);
  [[nodiscard]] std::size_t offset() const { return at_; }
  void go_to(std::size_t offset) { at_ = offset; }
  [[nodiscard]] Location location(std::size_t offset) const;
  [[nodiscard]] Location location() const { return location(at_); }
  /// The line of the pattern around `offset`, indented as in the file, for the caret.
  [[nodiscard]] std::string source_line(std::size_t offset) const;

  static bool is_word_byte(char c);
  /// True where `text` can be written without quotes.
  static bool is_bare_word(std::string_view text);
  static bool is_name(std::string_view text);

 private:
  std::string_view text_;
  const Location* where_;
  std::uint32_t indent_;
  std::size_t at_ = 0;
  mutable std::vector<std::size_t> line_begins_;  ///< worked out when a place is first asked for
};

}  // namespace chancery
