// Everything that is no word: punctuation, quotation marks, dashes, apostrophes in front of contractions' endings.
#include <algorithm>
#include <array>

#include "text/char_class.hpp"
#include "text/tokenizer.hpp"

namespace chancery {

void Tokenizer::emit_as(std::uint32_t begin, std::uint32_t end, Shape shape, std::string_view word) {
  const bool space = begin == start_ || out_.empty() || out_.back().end != begin;
  Symbol symbol = Symbol::None;
  if (word.size() == 1 && static_cast<unsigned char>(word[0]) < 128) {
    Symbol& cached = single_[static_cast<unsigned char>(word[0])];
    if (cached == Symbol::None) cached = symbols_.intern(word);
    symbol = cached;
  } else {
    symbol = symbols_.intern(word);
  }
  out_.push_back({begin, end, symbol, shape, space});
  next_ = end;
}

std::uint32_t Tokenizer::same_run(std::uint32_t begin) const {
  std::uint32_t end = begin + 1;
  while (end - begin < 1024 && byte(end) == text_[begin] && end < text_.size()) ++end;
  return end;
}

void Tokenizer::punctuation(std::uint32_t begin) {
  const char c = text_[begin];
  const std::string_view one = text_.substr(begin, 1);
  switch (c) {
    case '"': return emit_as(begin, begin + 1, Shape::Quote, "\"");
    case '`':
      if (byte(begin + 1) == '`') return emit_as(begin, begin + 2, Shape::Quote, "\"");
      return emit_as(begin, begin + 1, Shape::Quote, "'");
    case '\'':
      if (byte(begin + 1) == '\'') return emit_as(begin, begin + 2, Shape::Quote, "\"");
      return apostrophe(begin, 1);
    case '-': return dash(begin, same_run(begin), same_run(begin) > begin + 1);
    case '.': return full_stop(begin);
    case '@':
    case '#':
      if ((at(begin + 1) & char_word) != 0) return handle(begin);
      return emit_as(begin, begin + 1, Shape::Symbol, one);
    case '_': {
      const std::uint32_t end = same_run(begin);
      if (end == begin + 1 && at(end) == char_space) return emit_as(begin, end, Shape::Punctuation, "--");
      return emit_as(begin, end, Shape::Symbol, "_");
    }
    case '*':
    case '=':
    case '~':
    case '+':
    case '|': return emit_as(begin, same_run(begin), Shape::Symbol, one);
    default: break;
  }
  emit_as(begin, begin + 1, flags_of_byte(c) == char_symbol || c == '&' ? Shape::Symbol : Shape::Punctuation, one);
}

/// One dash or hyphen. With spaces around it, or several in a row (`parts`), it parts clauses: "--". Between words it joins: "-".
void Tokenizer::dash(std::uint32_t begin, std::uint32_t end, bool parts) {
  const bool space_before = begin == start_ || flags_of_byte(text_[begin - 1]) == char_space;
  const bool free = space_before && at(end) == char_space;
  emit_as(begin, end, Shape::Punctuation, parts || free ? "--" : "-");
}

void Tokenizer::full_stop(std::uint32_t begin) {
  std::uint32_t end = same_run(begin);
  if (end == begin + 1) {
    const bool free = begin == start_ || flags_of_byte(text_[begin - 1]) == char_space;
    if (free && flags_of_byte(byte(end)) == char_digit) return word(begin, end);
    if (byte(end) != ' ' || byte(end + 1) != '.') return emit_as(begin, end, Shape::Punctuation, ".");
    while (byte(end) == ' ' && byte(end + 1) == '.' && end - begin < 1024) end += 2;
  }
  emit_as(begin, end, Shape::Punctuation, "...");
}

void Tokenizer::handle(std::uint32_t begin) {
  Word word;
  word.begin = begin;
  word.other = true;
  next_ = begin + 1;
  while (next_ < text_.size() && next_ - begin < 1024) {
    const std::uint8_t flags = flags_of_byte(text_[next_]);
    if (flags == char_high) {
      const Decoded character = decode(text_, next_);
      if ((character.flags & char_word) == 0) break;
      word.high = true;
      next_ += character.length;
    } else if ((flags & char_word) != 0 || text_[next_] == '_') {
      ++next_;
    } else {
      break;
    }
  }
  finish(word);
}

/// "90s" at `position`, and nothing more.
bool Tokenizer::is_decade(std::uint32_t position) const {
  return flags_of_byte(byte(position)) == char_digit && byte(position + 1) == '0' && byte(position + 2) == 's' &&
         (at(position + 3) & char_word) == 0;
}

/// "'s" and its like right behind a word; "'90s"; else a mark that may quote, which the quotations decide.
void Tokenizer::apostrophe(std::uint32_t begin, std::uint32_t length) {
  const bool behind = begin != start_ && !out_.empty() && out_.back().end == begin && out_.back().shape < Shape::Punctuation;
  const std::uint32_t after = begin + length;
  if (behind) {
    if (const std::uint32_t suffix = suffix_length(after); suffix != 0) {
      next_ = after + suffix;
      return emit(begin, next_, Shape::Lower, length > 1);
    }
    const char last = static_cast<char>(text_[begin - 1] | 0x20);
    if (last == 's' || last == 'z' || last == 'x') return emit_as(begin, after, Shape::Punctuation, "'");
  } else if (digits_at(after) == 2 || is_decade(after)) {
    const bool years = is_decade(after);
    if (years || length > 1) {
      next_ = after + (years ? 3 : 2);
      return emit(begin, next_, Shape::Number, length > 1);
    }
  }
  if (is_okina(begin, after)) return word(begin, after, length > 1);
  emit_as(begin, after, Shape::Quote, "'");
}

/// The first letter of "Samiu ‘Akili": a mark behind a word with a capital and right in front of another one, which nothing closes.
bool Tokenizer::is_okina(std::uint32_t begin, std::uint32_t after) const {
  constexpr std::uint32_t farthest = 160;  // bytes
  if (out_.empty() || out_.back().end + 1 != begin || out_.back().shape != Shape::Capitalized || (at(after) & char_upper) == 0)
    return false;
  if (is_starter(after)) return false;  // "the Premier ‘We"
  const auto limit = static_cast<std::uint32_t>(std::min<std::size_t>(text_.size(), after + farthest));
  for (std::uint32_t i = after; i < limit; ++i) {
    std::uint32_t length = text_[i] == '\'' ? 1 : 0;
    if (flags_of_byte(text_[i]) == char_high && decode(text_, i).code_point == 0x2019) length = decode(text_, i).length;
    if (length != 0 && (at(i + length) & char_word) == 0) return false;
  }
  return true;
}

void Tokenizer::high_punctuation(std::uint32_t begin) {
  const Decoded character = decode(text_, begin);
  const std::uint32_t end = begin + character.length;
  if (character.flags == char_space) {
    next_ = end;
    return;
  }
  if (character.flags == char_letter && (at(end) & char_upper) != 0 && character.code_point >= 0x2BB && character.code_point <= 0x2BF)
    return word(begin, end, true);  // "ʻAkili", "ʿAbbas"
  if ((character.flags & char_word) != 0) return word(begin, begin);
  switch (character.code_point) {
    case 0x2019: return apostrophe(begin, character.length);
    case 0x2018: return is_okina(begin, end) ? word(begin, end, true) : emit_as(begin, end, Shape::Quote, "'");
    case 0x201A:
    case 0x201B:
    case 0x2039:
    case 0x203A: return emit_as(begin, end, Shape::Quote, "'");
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0xAB:
    case 0xBB: return emit_as(begin, end, Shape::Quote, "\"");
    case 0x2013: return dash(begin, end, false);
    case 0x2014:
    case 0x2015:
    case 0x2E3A: return emit_as(begin, end, Shape::Punctuation, "--");
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2212: return emit_as(begin, end, Shape::Punctuation, "-");
    case 0x2026: return emit_as(begin, end, Shape::Punctuation, "...");
    default: break;
  }
  emit(begin, end, character.flags == char_punctuation ? Shape::Punctuation : Shape::Symbol, true);
  next_ = end;
}

}  // namespace chancery
