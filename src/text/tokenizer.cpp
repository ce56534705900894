// Words. A table of byte flags carries the scan over ASCII letters and digits; whatever stops it (an apostrophe, a hyphen, a
// full stop, a character beyond ASCII) is looked at with a bounded look-ahead, so the whole is linear. Rules for contractions
// follow the Penn Treebank (its tokenizer script, R. MacIntyre, 1995); the limit is that an abbreviation which the data does not
// know loses its full stop. Tokens are cut at 1,024 bytes.
#include "text/tokenizer.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstring>

#include "text/char_class.hpp"

namespace chancery {
namespace {

constexpr std::uint32_t max_token_bytes = 1024;
constexpr std::size_t longest_initial = 4;  ///< bytes, with the full stop
constexpr std::array<std::string_view, 22> domain_ends = {"com", "org", "net", "gov", "edu", "int", "mil", "info", "io", "co", "uk",
                                                          "ru",  "cn",  "eu",  "de",  "fr",  "tv",  "ua",  "me",   "us", "in", "jp"};

bool is_one(std::uint8_t flags, unsigned set) {
  return (flags & set) != 0;
}

/// "10th", "1990s", "20bn": what may follow the digits of a number.
bool is_number_ending(std::string_view text) {
  constexpr std::array<std::string_view, 12> endings = {"s", "st", "nd", "rd", "th", "m", "bn", "tn", "k", "km", "am", "pm"};
  return std::find(endings.begin(), endings.end(), text) != endings.end();
}

}  // namespace

Tokenizer::Tokenizer(std::string_view text, const Abbreviations& abbreviations, SymbolScope& symbols, WordCache* words,
                     std::vector<Token>& out)
    : whole_(text), abbreviations_(abbreviations), symbols_(symbols), out_(out), words_(words) {}

std::uint8_t Tokenizer::at(std::uint32_t position) const {
  return flags_at(text_, position);
}

void Tokenizer::run(ByteSpan part) {
  assert(part.end <= whole_.size());
  text_ = whole_.substr(0, part.end);
  start_ = part.begin;
  next_ = part.begin;
  while (next_ < part.end) {
    const std::uint8_t flags = flags_of_byte(text_[next_]);
    if (flags == char_space)
      ++next_;
    else if (is_one(flags, char_word))
      word(next_, next_);
    else if (flags != char_high)
      punctuation(next_);
    else
      high_punctuation(next_);
  }
}

void Tokenizer::word(std::uint32_t begin, std::uint32_t from, bool high) {
  Word word;
  word.high = high;
  word.begin = word.segment = word.part = begin;
  next_ = from;
  word.first = at(from);
  const char* const bytes = text_.data();
  const auto limit = static_cast<std::uint32_t>(std::min<std::size_t>(text_.size(), begin + max_token_bytes));
  if (word.first == flags_of_byte(bytes[from])) next_ = from + 1;
  while (next_ < limit) {
    std::uint32_t i = next_;
    std::uint8_t seen = 0, flags = 0;
    for (; i < limit && ((flags = flags_of_byte(bytes[i])) & char_word) != 0; ++i) seen |= flags;
    next_ = i;
    word.rest |= seen;
    if (i == limit || flags == char_space || !carries_on(word)) break;
  }
  word.all = word.first | word.rest;
  finish(word);
}

bool Tokenizer::carries_on(Word& word) {
  const char c = text_[next_];
  switch (c) {
    case '\'': return carries_on_apostrophe(word, 1);
    case '-': return carries_on_hyphen(word, 1);
    case '.': return carries_on_stop(word);
    case ',': return carries_on_number(word, c);
    case '/': return carries_on_number(word, c);
    case ':':
      if (byte(next_ + 1) == '/' && byte(next_ + 2) == '/' && next_ - word.begin <= 5) return address(word), false;
      return carries_on_number(word, c);
    case '&':
      if ((word.rest & char_lower) != 0 || !is_one(word.first, char_upper) || !is_one(at(next_ + 1), char_upper)) return false;
      ++next_;
      return true;
    case '_':
      if (!is_one(at(next_ + 1), char_word)) return false;
      ++next_;
      return true;
    case '@':
      if (!is_one(at(next_ + 1), char_word)) return false;
      address(word);
      return false;
    default: break;
  }
  if (flags_of_byte(c) != char_high) return false;
  const Decoded character = decode(text_, next_);
  if (character.code_point == 0x2019) return carries_on_apostrophe(word, character.length);
  if (character.code_point == 0x2010 || character.code_point == 0x2011) return carries_on_hyphen(word, character.length);
  if (!is_one(character.flags, char_word)) return false;
  word.high = true;
  word.rest |= next_ == word.begin ? 0U : character.flags;
  next_ += character.length;
  return true;
}

/// Bytes of a contraction's ending behind an apostrophe: "s", "ll", "re" …; 0 if something else is there.
std::uint32_t Tokenizer::suffix_length(std::uint32_t position) const {
  std::uint32_t length = 0;
  std::array<char, 2> lower{};
  while (length < 3 && is_one(at(position + length), char_word)) {
    const char c = byte(position + length);
    if (length == 2 || flags_of_byte(c) == char_high) return 0;
    lower[length++] = static_cast<char>(c | 0x20);
  }
  const std::string_view suffix(lower.data(), length);
  if (length == 1) return suffix == "s" || suffix == "d" || suffix == "m" ? 1 : 0;
  return suffix == "ll" || suffix == "re" || suffix == "ve" ? length : 0;
}

std::uint32_t Tokenizer::apostrophe_length(std::uint32_t position) const {
  if (byte(position) == '\'') return 1;
  return text_.substr(std::min<std::size_t>(position, text_.size())).starts_with("\u2019") ? 3 : 0;
}

bool Tokenizer::carries_on_apostrophe(Word& word, std::uint32_t length) {
  const std::uint32_t after = next_ + length;
  const std::uint8_t flags = at(after);
  if (!is_one(flags, char_lower | char_upper | char_letter)) return false;
  if (suffix_length(after) != 0) return false;
  const bool is_t = (byte(after) | 0x20) == 't' && !is_one(at(after + 1), char_word);
  if (is_t && (byte(next_ - 1) | 0x20) == 'n') {
    const std::uint32_t negation = next_ - 1;
    word.all = word.first | word.rest;
    if (negation > word.begin) {
      next_ = negation;
      finish(word);
    }
    emit(negation, after + 1, Shape::Lower, length == 3);
    next_ = after + 1;
    word.begin = next_;  // nothing is left of it
    return false;
  }
  word.high = word.high || length == 3;
  word.segment = after;
  next_ = after;
  return true;
}

bool Tokenizer::carries_on_hyphen(Word& word, std::uint32_t length) {
  const std::uint32_t after = next_ + length;
  const std::uint8_t right = at(after);
  if (!is_one(right, char_word)) return false;
  const std::uint8_t left = at(word.part);
  const bool left_is_number = ((word.first | word.rest) & char_word) == char_digit;
  if (left_is_number && is_one(right, char_digit)) {
    const bool iso = next_ - word.begin == 4 && digits_at(after) == 2 && byte(after + 2) == '-' && digits_at(after + 3) == 2;
    if (iso) next_ = after + 5;
    return iso;
  }
  if (is_one(left, char_upper) && is_one(right, char_upper) && next_ - word.part > 1) {
    std::uint32_t end = after;
    while (is_one(at(end), char_lower | char_upper)) ++end;
    if (!is_kind(word.part, next_, WordKind::Particle) && !is_kind(after, end, WordKind::Tail)) return false;
  }
  word.high = word.high || length > 1;
  word.hyphen = true;
  word.segment = word.part = after;
  next_ = after;
  return true;
}

bool Tokenizer::is_kind(std::uint32_t begin, std::uint32_t end, WordKind kind) {
  folded_.clear();
  append_folded(text_.substr(begin, end - begin), folded_);
  return abbreviations_.is(folded_, kind);
}

std::uint32_t Tokenizer::digits_at(std::uint32_t position) const {
  std::uint32_t length = 0;
  while (length < 5 && flags_of_byte(byte(position + length)) == char_digit) ++length;
  return is_one(at(position + length), char_lower | char_upper | char_letter) ? 0 : length;
}

bool Tokenizer::carries_on_number(const Word& word, char mark) {
  if (((word.first | word.rest) & char_word) != char_digit || word.hyphen) return false;
  const std::uint32_t digits = digits_at(next_ + 1);
  if (digits == 0) return false;
  if (mark == ',' && digits != 3 && !(digits == 2 && byte(next_ + 3) == ',')) return false;
  if (mark == ':' && digits != 2) return false;
  next_ += 1 + digits;
  return true;
}

bool Tokenizer::is_domain_end(std::uint32_t position) const {
  std::uint32_t end = position;
  while (end - position < 5 && flags_of_byte(byte(end)) == char_lower) ++end;
  if (is_one(at(end), char_word)) return false;
  return std::find(domain_ends.begin(), domain_ends.end(), text_.substr(position, end - position)) != domain_ends.end();
}

bool Tokenizer::carries_on_stop(Word& word) {
  const std::uint32_t after = next_ + 1;
  const std::uint8_t right = at(after);
  const bool single = next_ - word.segment == 1 && is_one(flags_of_byte(byte(word.segment)), char_lower | char_upper);
  if (is_one(right, char_digit)) {
    if (!is_one(flags_of_byte(byte(next_ - 1)), char_digit)) return false;
    next_ = after;
    return true;
  }
  if (is_one(right, char_lower | char_upper)) {
    const bool next_single = !is_one(at(after + 1), char_word | char_high);
    if ((single && next_single) || (next_single && byte(after + 1) == '.' && is_one(right, char_upper) && next_ - word.segment <= 3)) {
      word.dotted = true;
      word.segment = next_ = after;
      return true;
    }
    const bool web = text_.substr(word.begin, next_ - word.begin) == "www";
    if (web || (is_one(right, char_lower) && next_ - word.begin > 1 && is_domain_end(after))) {
      address(word);
      return false;
    }
    const WordKind kind = abbreviations_.find(text_.substr(word.begin, after - word.begin));
    const bool initial = (single && is_one(word.first, char_upper)) || (kind == WordKind::Initial && is_one(right, char_upper));
    if (initial || kind == WordKind::Title) ++next_;  // "J.Smith", "Yu.Petrov", "St.Gallen"
    return false;
  }
  if (keeps_final_stop(word)) ++next_;
  if (word.dotted && at(next_) == char_punctuation && byte(next_) == '-' && byte(next_ - 1) == '.') return true;  // "U.S.-led"
  return false;
}

bool Tokenizer::keeps_final_stop(const Word& word) const {
  const std::uint32_t length = next_ - word.begin;
  if (length > 12 || word.first == char_digit || byte(next_ + 1) == '.') return false;
  if (word.dotted) return true;
  std::uint32_t behind = next_ + 1;
  while (behind < text_.size() && behind < next_ + 4 && flags_of_byte(text_[behind]) == char_space) ++behind;
  const std::string_view with_stop = text_.substr(word.begin, length + 1);
  switch (abbreviations_.find(with_stop)) {
    case WordKind::Title: return stands_before_name(word, behind);
    case WordKind::Plain: return true;
    case WordKind::Initial: return is_one(at(behind), char_upper) && !is_starter(behind);
    case WordKind::Number: return is_one(at(behind), char_digit);
    default: break;
  }
  const bool initial = length == 1 && is_one(word.first, char_upper) && (with_stop != "I." || byte(behind + 1) == '.');  // "I. K. NAME"
  return initial && behind > next_ + 1 && is_one(at(behind), char_upper);
}

/// "Sen. NAME", but not the end of "met Hun Sen. They left": the last word of a text, or of a sentence in front of a starter.
bool Tokenizer::stands_before_name(const Word& word, std::uint32_t behind) const {
  const bool whole = out_.size() == 1 && behind >= text_.size();  // a form of the lexicon: "Vice Adm."
  const bool after_name = !out_.empty() && !whole && out_.back().shape == Shape::Capitalized && out_.back().end + 1 == word.begin;
  if (!after_name) return true;
  if (behind >= text_.size()) return false;
  return !is_one(at(behind), char_upper) || !is_starter(behind);
}

/// The word with a capital at `begin` is one that begins sentences; not "He" and "So", which are surnames.
bool Tokenizer::is_starter(std::uint32_t begin) const {
  constexpr std::uint32_t shortest_starter = 3;
  std::uint32_t end = begin + 1;
  while (end < text_.size() && flags_of_byte(text_[end]) == char_lower) ++end;
  if (end - begin < shortest_starter) return false;
  std::string next(text_.substr(begin, end - begin));
  next[0] = static_cast<char>(next[0] | 0x20);
  return abbreviations_.is(next, WordKind::Starter);
}

/// A web or mail address: up to the next space, without the punctuation at its end.
void Tokenizer::address(Word& word) {
  word.other = true;
  const auto size = static_cast<std::uint32_t>(text_.size());
  std::uint32_t end = next_;
  while (end < size && end - word.begin < max_token_bytes) {
    const std::uint8_t flags = flags_of_byte(text_[end]);
    const char c = text_[end];
    if (flags == char_high || flags == char_space || c == '"' || c == '<' || c == '>' || c == '(' || c == ')' || c == '[' || c == ']')
      break;
    ++end;
  }
  while (end > next_ + 1 && std::string_view(".,;:!?'*|").find(text_[end - 1]) != std::string_view::npos) --end;
  next_ = end;
}

Shape Tokenizer::shape_of(const Word& word) const {
  const std::uint8_t all = word.all & char_word;
  const bool has_case = (all & (char_lower | char_upper)) != 0;
  if (word.other) return Shape::Other;
  if (is_one(word.first, char_digit)) {
    if (!has_case) return (all & char_letter) != 0 ? Shape::Other : Shape::Number;
    std::uint32_t digits = word.begin;
    while (digits < next_ && !is_one(flags_of_byte(text_[digits]), char_lower | char_upper | char_high)) ++digits;
    if (is_number_ending(text_.substr(digits, next_ - digits))) return Shape::Number;
    return (all & char_upper) != 0 ? Shape::Mixed : Shape::Lower;
  }
  if (!has_case) return Shape::Other;
  if ((all & char_upper) == 0) return Shape::Lower;
  if (!is_one(word.first, char_upper)) return Shape::Mixed;
  if ((all & char_lower) != 0) return Shape::Capitalized;
  return (word.rest & char_word) == 0 ? Shape::SingleCap : Shape::AllCaps;
}

void Tokenizer::finish(const Word& word) {
  if (next_ <= word.begin) return;
  const std::string_view text = text_.substr(word.begin, next_ - word.begin);
  if (text.size() == 6 && (text == "cannot" || text == "Cannot")) {
    emit(word.begin, word.begin + 3, shape_of(word), false);
    emit(word.begin + 3, next_, Shape::Lower, false);
    return;
  }
  const bool initial = text.size() <= longest_initial && text.back() == '.' && abbreviations_.is(text, WordKind::Initial);
  emit(word.begin, next_, initial ? Shape::SingleCap : shape_of(word), word.high);
}

Symbol Tokenizer::fold(std::string_view text, bool high) {
  if (high) {
    folded_.clear();
    append_folded(text, folded_);
    return symbols_.intern(folded_);
  }
  std::array<char, max_token_bytes + 16> lower;
  assert(text.size() <= lower.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    lower[i] = static_cast<char>(text[i] | (flags_of_byte(text[i]) == char_upper ? 0x20 : 0));
  }
  return symbols_.intern({lower.data(), text.size()});
}

/// Words of up to sixteen ASCII characters are kept in two machine words, in lower case eight bytes at a time, and looked up by them.
Symbol Tokenizer::fold_short(std::uint32_t begin, std::uint32_t length) {
  const auto lower = [](std::uint64_t letters) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    const std::uint64_t from_a = letters + ones * (0x80 - 'A');        // bit 7 of a byte: it is 'A' or more
    const std::uint64_t behind_z = letters + ones * (0x80 - 'Z' - 1);  // bit 7 of a byte: it is more than 'Z'
    return letters | (((from_a & ~behind_z) & (ones * 0x80)) >> 2U);
  };
  const auto first_bytes = [](std::uint64_t letters, std::uint32_t count) {
    return count >= 8 ? letters : letters & ((std::uint64_t{1} << (8 * count)) - 1);
  };
  WordCache::Letters letters;
  std::memcpy(&letters.low, whole_.data() + begin, sizeof letters.low);
  letters.low = lower(first_bytes(letters.low, length));
  if (length > 8) {
    std::memcpy(&letters.high, whole_.data() + begin + 8, sizeof letters.high);
    letters.high = lower(first_bytes(letters.high, length - 8));
  }
  std::array<char, WordCache::longest> text;
  std::memcpy(text.data(), &letters, text.size());
  return words_->find(letters, {text.data(), length}, symbols_);
}

void Tokenizer::emit(std::uint32_t begin, std::uint32_t end, Shape shape, bool high) {
  const bool space = begin == start_ || out_.empty() || out_.back().end != begin;
  const std::uint32_t length = end - begin;
  const bool is_short = words_ != nullptr && !high && length <= WordCache::longest && begin + WordCache::longest <= whole_.size() &&
                        std::endian::native == std::endian::little;
  out_.push_back({begin, end, is_short ? fold_short(begin, length) : fold(text_.substr(begin, length), high), shape, space});
}

}  // namespace chancery
