#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/document.hpp"

namespace chancery {

/// How a text lies on its page: paragraphs, without their tokens yet, headline, headings, list items, furniture.
struct Layout {
  std::vector<Paragraph> paragraphs;  ///< every line that is not blank is in exactly one
  std::int32_t headline = -1;         ///< index of a paragraph, or -1
  std::uint32_t furniture_lines = 0;
};

/// Each line is a paragraph, unless the text is wrapped: then blank lines part paragraphs. `title`, if not empty, is the headline
/// that metadata gives: a line that repeats it is the headline, a second one furniture.
Layout lay_out(std::string_view text, std::string_view title, const Furniture& furniture);

}  // namespace chancery
