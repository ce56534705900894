#include "rules/pattern_scanner.hpp"

#include <algorithm>

namespace chancery {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool joins_words(char c) {
  return c == '-' || c == '_' || c == '.' || c == '\'';
}

}  // namespace

bool PatternScanner::is_word_byte(char c) {
  return is_letter(c) || is_digit(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool PatternScanner::take(std::string_view prefix) {
  if (!looks_at(prefix)) return false;
  at_ += prefix.size();
  return true;
}

void PatternScanner::skip_spaces() {
  while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') ++at_;
}

std::string_view PatternScanner::take_bare_word() {
  const std::size_t begin = at_;
  while (is_word_byte(peek()) || (at_ > begin && joins_words(peek()) && is_word_byte(peek(1)))) ++at_;
  return text_.substr(begin, at_ - begin);
}

std::string_view PatternScanner::take_name() {
  const std::size_t begin = at_;
  if (!is_letter(peek())) return {};
  while (is_letter(peek()) || is_digit(peek()) || peek() == '_' || peek() == '-') ++at_;
  return text_.substr(begin, at_ - begin);
}

int PatternScanner::take_number() {
  if (!is_digit(peek())) return -1;
  int number = 0;
  for (int digits = 0; is_digit(peek()) && digits < 5; ++digits) number = number * 10 + (take() - '0');
  return number;
}

bool PatternScanner::take_quoted(char quote, std::string& out) {
  while (!at_end() && peek() != '\n') {
    char c = take();
    if (c == quote) return true;
    if (c == '\\' && !at_end() && peek() != '\n') {
      const char kept = take();
      if (quote == '/' && kept != '/') out += c;  // the backslash belongs to the regular expression
      c = kept;
    }
    out += c;
  }
  return false;
}

Location PatternScanner::location(std::size_t offset) const {
  Location place = *where_;
  if (line_begins_.empty()) {
    line_begins_.push_back(0);
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] == '\n') line_begins_.push_back(i + 1);
    }
  }
  offset = std::min(offset, text_.size());
  const auto next = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
  const auto lines = static_cast<std::uint32_t>(next - line_begins_.begin() - 1);
  const auto column = static_cast<std::uint32_t>(offset - line_begins_[lines]);
  place.line += lines;
  place.column = lines == 0 ? where_->column + column : indent_ + column + 1;
  return place;
}

std::string PatternScanner::source_line(std::size_t offset) const {
  const std::size_t here = std::min(offset, text_.size());
  const std::size_t newline = here == 0 ? std::string_view::npos : text_.rfind('\n', here - 1);
  const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
  const std::size_t indent = begin == 0 ? (where_->column == 0 ? 0 : where_->column - 1) : indent_;
  const std::size_t end = text_.find('\n', here);
  return std::string(indent, ' ') + std::string(text_.substr(begin, end == std::string_view::npos ? end : end - begin));
}

bool PatternScanner::is_bare_word(std::string_view text) {
  if (text.empty() || text == "NG" || text == "VG") return false;
  const Location nowhere;
  PatternScanner scanner(text, nowhere, 0);
  return scanner.take_bare_word().size() == text.size();
}

bool PatternScanner::is_name(std::string_view text) {
  const Location nowhere;
  PatternScanner scanner(text, nowhere, 0);
  return !text.empty() && scanner.take_name().size() == text.size();
}

}  // namespace chancery
