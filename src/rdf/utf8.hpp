#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace chancery {

/// The bytes of the longest prefix that is well-formed UTF-8 (Unicode table 3-7: no overlong forms, no surrogates).
std::size_t valid_utf8_prefix(std::string_view text);
[[nodiscard]] inline bool is_utf8(std::string_view text) {
  return valid_utf8_prefix(text) == text.size();
}

/// The code point that starts at `at` in well-formed UTF-8; `at` moves behind it.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& out, char32_t code_point);
/// Code points of well-formed UTF-8.
std::size_t count_code_points(std::string_view text);

/// `text` with U+FFFD for each ill-formed byte and each NUL, so that a literal can be made of it.
std::string clean_text(std::string_view text);

}  // namespace chancery
