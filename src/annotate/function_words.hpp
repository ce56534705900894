#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "annotate/tag.hpp"

namespace chancery {

/// A reading of a word: a tag and how unusual it is (0: the commonest; about 5 per factor of e).
struct Reading {
  Tag tag = Tag::FW;
  std::uint8_t cost = 0;
};

/// A word of a closed class: its readings, and its lemma where that is another word.
struct FunctionWord {
  std::string_view word;
  std::array<Reading, 5> readings{};
  std::string_view lemma{};

  [[nodiscard]] constexpr std::size_t reading_count() const {
    std::size_t count = 0;
    while (count < readings.size() && readings[count].tag != Tag::FW) ++count;
    return count;
  }
};

/// The closed classes of English: articles, pronouns, prepositions, conjunctions, auxiliaries, and the adverbs that behave like
/// none of the open class. Their readings replace whatever a dictionary says.
std::span<const FunctionWord> function_words();

/// Index of `word` in `function_words()`, or the number of function words.
std::uint16_t find_function_word(std::string_view word);

}  // namespace chancery
