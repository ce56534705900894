#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace chancery {

/// What a character is to the tokenizer; flags, so that a run of characters can be summed up by OR.
enum CharFlag : std::uint8_t {
  char_space = 1U,  ///< white space, control and invisible characters
  char_lower = 2U,
  char_upper = 4U,  ///< upper and title case
  char_digit = 8U,
  char_letter = 16U,  ///< a letter without case, or a combining mark
  char_symbol = 32U,  ///< currency, mathematics, pictures
  char_punctuation = 64U,
  char_high = 128U,  ///< first byte of a longer character; only in the byte table
};
inline constexpr std::uint8_t char_word = char_lower | char_upper | char_digit | char_letter;

/// Flags of each byte that stands for itself; `char_high` from 0x80 on.
extern const std::array<std::uint8_t, 256> byte_flags;

[[nodiscard]] inline std::uint8_t flags_of_byte(char c) {
  return byte_flags[static_cast<unsigned char>(c)];
}

/// A character that takes more than one byte, or a byte that belongs to none.
struct Decoded {
  std::int32_t code_point = -1;  ///< -1: no valid UTF-8 here
  std::uint8_t length = 1;       ///< bytes
  std::uint8_t flags = char_symbol;
};

/// Decode and classify the character at `position`, by ICU's properties.
Decoded decode(std::string_view text, std::size_t position);
/// Decode only; `flags` stay as they are made.
Decoded decode_only(std::string_view text, std::size_t position);
/// Flags of a code point.
std::uint8_t flags_of(std::int32_t code_point);

/// The flags of the character at `position`, or `char_space` at the end of the text.
[[nodiscard]] inline std::uint8_t flags_at(std::string_view text, std::size_t position) {
  if (position >= text.size()) return char_space;
  const std::uint8_t flags = flags_of_byte(text[position]);
  return flags == char_high ? decode(text, position).flags : flags;
}

/// Append the lower-case, straightened form of `text`: letters in lower case (simple case mapping), NFC, curly apostrophes and
/// quotation marks straight, every hyphen "-".
void append_folded(std::string_view text, std::string& out);

}  // namespace chancery
