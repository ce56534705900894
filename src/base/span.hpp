#pragma once

#include <compare>
#include <cstdint>

namespace chancery {

/// A half-open range `[begin, end)`. The tag makes ranges of different units different types.
template <typename Unit>
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin >= end; }
  [[nodiscard]] constexpr bool contains(std::uint32_t position) const { return begin <= position && position < end; }
  [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// Bytes of a document's UTF-8 text.
using ByteSpan = Span<struct ByteUnit>;
/// Tokens of a document, counted over the whole document.
using TokenSpan = Span<struct TokenUnit>;
/// Unicode code points of an article's body as it came.
using CodePointSpan = Span<struct CodePointUnit>;

}  // namespace chancery
