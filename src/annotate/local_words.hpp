#pragma once

#include <cstdint>
#include <vector>

#include "annotate/word_readings.hpp"
#include "text/document.hpp"

namespace chancery {

/// What is known of one word of a document before its neighbours are looked at.
struct LocalWord {
  enum Case : std::uint8_t { Capital = 1, Lower = 2 };
  Symbol word = Symbol::None;
  std::int32_t set = 0;             ///< a class of `WordReadings`, or -1 - index of a set of the document
  std::uint16_t function_word = 0;  ///< index into `function_words()`, or their number
  std::uint8_t cases = 0;           ///< how it is written where capitals mean something
  std::uint8_t marks = 0;           ///< by `WordMark`
};

/// The different words of one document, each looked up or worked out once, and which word each token is.
class LocalWords {
 public:
  LocalWords(const Document& document, const WordReadings& readings);

  [[nodiscard]] bool has(std::uint32_t token, WordMark::Bit mark) const { return (of(token).marks & mark) != 0; }

  [[nodiscard]] const std::vector<LocalWord>& all() const { return words_; }
  /// Index into `all()`.
  [[nodiscard]] std::uint32_t index_of_word(std::uint32_t token) const { return word_of_token_[token]; }
  [[nodiscard]] const LocalWord& of(std::uint32_t token) const { return words_[word_of_token_[token]]; }
  [[nodiscard]] LocalWord& of(std::uint32_t token) { return words_[word_of_token_[token]]; }
  [[nodiscard]] const ReadingSet& readings_of(std::uint32_t token) const {
    const std::int32_t set = of(token).set;
    return set >= 0 ? readings_.set(static_cast<std::uint16_t>(set)) : own_sets_[static_cast<std::size_t>(-1 - set)];
  }
  [[nodiscard]] bool is_function_word(std::uint32_t token) const { return of(token).function_word < function_word_count_; }

 private:
  void work_out(const Document& document, LocalWord& word);

  const WordReadings& readings_;
  std::uint16_t function_word_count_;
  std::vector<LocalWord> words_;
  std::vector<std::uint32_t> word_of_token_;
  std::vector<ReadingSet> own_sets_;
};

/// The participle at `token` may be a past instead: it is written alike, and no "by" follows.
[[nodiscard]] bool may_be_past(const Document& document, const LocalWords& words, std::uint32_t token, TokenSpan sentence);

}  // namespace chancery
