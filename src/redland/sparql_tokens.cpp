#include "redland/sparql_tokens.hpp"

#include <algorithm>
#include <string>

namespace chancery {
namespace {

using Kind = SparqlToken::Kind;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_name_character(char c) {
  return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == ':' || c == '%' || c == '\\';
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view query) : text_(query) {}

  std::vector<SparqlToken> run() {
    while (skip_blank()) {
      SparqlToken token;
      token.line = line_;
      token.column = static_cast<std::uint32_t>(at_ - line_begin_ + 1);
      token.spaced = spaced_;
      const std::size_t begin = at_;
      token.kind = read();
      token.text = text_.substr(begin, at_ - begin);
      for (std::size_t i = begin; i < at_; ++i) count_line(i);
      tokens_.push_back(token);
    }
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  void count_line(std::size_t at) {
    if (text_[at] != '\n') return;
    ++line_;
    line_begin_ = at + 1;
  }

  /// False at the end.
  bool skip_blank() {
    spaced_ = false;
    for (; at_ < text_.size() && (is_space(text_[at_]) || text_[at_] == '#'); ++at_) {
      spaced_ = true;
      if (text_[at_] == '#') at_ = std::min(text_.find('\n', at_), text_.size() - 1);
      count_line(at_);
    }
    return at_ < text_.size();
  }

  Kind read() {
    const char c = peek();
    if (c == '"' || c == '\'') return read_string(c);
    if (c == '<' && is_iri()) return Kind::Iri;
    if ((c == '?' || c == '$') && (is_letter(peek(1)) || is_digit(peek(1)))) return read_variable();
    if (is_letter(c) || c == ':') return read_name();
    if (is_digit(c) || (c == '.' && is_digit(peek(1)))) return read_number();
    at_ += is_double_sign() ? 2 : 1;
    return Kind::Sign;
  }

  [[nodiscard]] bool is_double_sign() const {
    const std::string_view two = text_.substr(at_, 2);
    return two == "^^" || two == "||" || two == "&&" || two == "!=" || two == "<=" || two == ">=";
  }

  /// An IRI holds no blank and no other bracket; else the sign is a comparison. Moves behind it.
  bool is_iri() {
    const std::size_t end = text_.find_first_of(" \t\r\n<>\"{}|^`\\", at_ + 1);
    if (end == std::string_view::npos || text_[end] != '>') return false;
    at_ = end + 1;
    return true;
  }

  Kind read_string(char quote) {
    const std::size_t length = text_.substr(at_, 3) == std::string(3, quote) ? 3 : 1;
    const std::string close(length, quote);
    for (at_ += length; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\\') {
        ++at_;
      } else if (text_.substr(at_, length) == close) {
        at_ += length;
        return Kind::Text;
      }
    }
    at_ = text_.size();
    return Kind::Text;
  }

  Kind read_variable() {
    ++at_;
    while (is_letter(peek()) || is_digit(peek())) ++at_;
    return Kind::Variable;
  }

  Kind read_name() {
    const std::size_t begin = at_;
    while (is_name_character(peek())) ++at_;
    while (at_ > begin + 1 && text_[at_ - 1] == '.') --at_;
    return text_.substr(begin, at_ - begin).find(':') == std::string_view::npos ? Kind::Word : Kind::Name;
  }

  Kind read_number() {
    while (is_digit(peek()) || (peek() == '.' && is_digit(peek(1)))) ++at_;
    if ((peek() | 0x20) == 'e' && (is_digit(peek(1)) || is_digit(peek(2)))) {
      at_ += 2;
      while (is_digit(peek())) ++at_;
    }
    return Kind::Number;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::size_t line_begin_ = 0;
  bool spaced_ = false;
  std::vector<SparqlToken> tokens_;
};

}  // namespace

std::vector<SparqlToken> tokenize_sparql(std::string_view query) {
  return Tokenizer(query).run();
}

bool is_keyword(const SparqlToken& token, std::string_view keyword) {
  if (token.kind != Kind::Word || token.text.size() != keyword.size()) return false;
  return std::equal(keyword.begin(), keyword.end(), token.text.begin(),
                    [](char upper, char c) { return upper == (c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c); });
}

}  // namespace chancery
