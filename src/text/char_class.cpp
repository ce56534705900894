#include "text/char_class.hpp"

#include <string>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace chancery {
namespace {

constexpr std::array<std::uint8_t, 256> make_byte_flags() {
  std::array<std::uint8_t, 256> flags{};
  for (unsigned c = 0; c < 256; ++c) {
    if (c >= 0x80)
      flags[c] = char_high;
    else if (c <= 0x20 || c == 0x7F)
      flags[c] = char_space;
    else if (c >= 'a' && c <= 'z')
      flags[c] = char_lower;
    else if (c >= 'A' && c <= 'Z')
      flags[c] = char_upper;
    else if (c >= '0' && c <= '9')
      flags[c] = char_digit;
    else
      flags[c] = char_punctuation;
  }
  for (const char c : {'$', '%', '+', '<', '=', '>', '^', '|', '~', '`'}) flags[static_cast<unsigned char>(c)] = char_symbol;
  return flags;
}

/// Invisible characters that stand inside words: soft hyphen, zero-width (non-)joiner.
bool is_joiner(std::int32_t c) {
  return c == 0xAD || c == 0x200C || c == 0x200D;
}

/// U+2018-U+201F straightened; 0 for any other.
char straight(std::int32_t c) {
  if (c == 0x2018 || c == 0x2019 || c == 0x201A || c == 0x201B || c == 0x2BC || c == 0x2032) return '\'';
  if ((c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB) return '"';
  if (c == 0x2010 || c == 0x2011) return '-';
  return 0;
}

void append_utf8(std::int32_t c, std::string& out) {
  char buffer[4];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, c);
  out.append(buffer, static_cast<std::size_t>(length));
}

/// Compose what carries combining marks; rare, so it may allocate.
void compose(std::string& text, std::size_t from) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return;
  const icu::UnicodeString composed =
      nfc->normalize(icu::UnicodeString::fromUTF8({text.data() + from, static_cast<std::int32_t>(text.size() - from)}), status);
  if (U_FAILURE(status)) return;
  text.resize(from);
  composed.toUTF8String(text);
}

}  // namespace

const std::array<std::uint8_t, 256> byte_flags = make_byte_flags();

Decoded decode_only(std::string_view text, std::size_t position) {
  Decoded result;
  std::size_t next = position;
  UChar32 c = 0;
  U8_NEXT(text.data(), next, text.size(), c);
  result.code_point = c < 0 ? -1 : c;
  result.length = static_cast<std::uint8_t>(next - position);
  return result;
}

std::uint8_t flags_of(std::int32_t c) {
  if (c < 0) return char_symbol;
  if (c < 0x80) return byte_flags[static_cast<std::size_t>(c)];
  if (is_joiner(c)) return char_letter;
  switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER: return char_upper;
    case U_LOWERCASE_LETTER: return char_lower;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK: return char_letter;
    case U_DECIMAL_DIGIT_NUMBER:
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER: return char_digit;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR: return char_space;
    case U_DASH_PUNCTUATION:
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
    case U_CONNECTOR_PUNCTUATION:
    case U_OTHER_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION: return char_punctuation;
    default: return char_symbol;
  }
}

Decoded decode(std::string_view text, std::size_t position) {
  Decoded result = decode_only(text, position);
  result.flags = flags_of(result.code_point);
  return result;
}

void append_folded(std::string_view text, std::string& out) {
  const std::size_t from = out.size();
  bool marks = false;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded character = decode_only(text, i);
    if (character.code_point < 0)
      out.append(text.substr(i, character.length));
    else if (const char plain = straight(character.code_point); plain != 0)
      out.push_back(plain);
    else
      append_utf8(u_tolower(character.code_point), out);
    marks = marks || (character.code_point >= 0x300 && u_getCombiningClass(character.code_point) != 0);
    i += character.length;
  }
  if (marks) compose(out, from);
}

}  // namespace chancery
