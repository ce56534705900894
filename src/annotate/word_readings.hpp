#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "annotate/function_words.hpp"
#include "annotate/morphology.hpp"
#include "base/symbol_table.hpp"
#include "lexicon/word_table.hpp"

namespace chancery {

class Lexicon;

/// The readings of a word as it stands in the dictionary, whatever its capitals.
struct ReadingSet {
  static constexpr std::size_t max_readings = 7;
  std::array<Reading, max_readings> readings{};
  std::uint8_t count = 0;
  bool known = false;  ///< the dictionary, a function word or a known stem; else only the ending spoke
  TagSet tags;         ///< of `readings`

  void add(Tag tag, unsigned cost);
  [[nodiscard]] std::span<const Reading> all() const { return {readings.data(), count}; }
  [[nodiscard]] bool has(Tag tag) const { return tags.has(tag); }
  [[nodiscard]] unsigned cost_of(Tag tag) const;  ///< 255 if it has none
};

/// What dictionary bits mean as readings. `bits` are those of WordClass; `rarity` has two bits per open class (noun, verb,
/// adjective, adverb): 1 a minor reading, 2 a rare one.
ReadingSet readings_of_classes(std::uint32_t bits, std::uint32_t rarity = 0);

/// What word lists and the lexicon say of a word, as bits.
struct WordMark {
  enum Bit : std::uint8_t {
    Particle = 1U << 0U,    ///< of a name: "von"
    ClauseNoun = 1U << 1U,  ///< "claim": a clause with "that" may follow
    TellVerb = 1U << 2U,    ///< "inform"
    OnlyVerb = 1U << 3U,    ///< a verb, and no noun or adjective
    Demonym = 1U << 4U,     ///< "russian": the lexicon has it as the adjective of a name
    BareClauseVerb = 1U << 5U,
    Intransitive = 1U << 6U,
    Person = 1U << 7U,  ///< a noun for a person, its plural too
  };
};

/// Readings of every word of a run, worked out once. Words that only one document has are worked out in `LocalWords`.
class WordReadings {
 public:
  WordReadings(const SymbolTable& symbols, const WordTable& words, const Lexicon* names = nullptr);

  /// Class of a word of the run's table: below `function_words().size()` it is that function word; else an index for `set`.
  [[nodiscard]] std::uint16_t class_of(Symbol word) const { return of_symbol_[index_of(word)].cls; }
  /// Bits of `WordMark` of a word of the run's table.
  [[nodiscard]] std::uint8_t marks_of(Symbol word) const { return of_symbol_[index_of(word)].marks; }
  [[nodiscard]] const ReadingSet& set(std::uint16_t cls) const { return sets_[cls]; }
  [[nodiscard]] std::uint32_t symbol_count() const { return static_cast<std::uint32_t>(of_symbol_.size()); }
  /// The class of words of the table that are no dictionary words (parts of names): to be worked out from their text.
  [[nodiscard]] std::uint16_t unlisted() const { return unlisted_; }
  [[nodiscard]] const Morphology& morphology() const { return morphology_; }
  /// Readings of a word from its text alone.
  [[nodiscard]] ReadingSet analyse(std::string_view word) const;
  /// A dictionary word that the lexicon knows as a name too, all on its own: "japan", "turkey".
  [[nodiscard]] bool is_name(Symbol word) const { return index_of(word) < of_symbol_.size() && of_symbol_[index_of(word)].is_name; }
  [[nodiscard]] const WordTable& words() const { return words_; }
  [[nodiscard]] const SymbolTable& symbols() const { return symbols_; }

 private:
  [[nodiscard]] ReadingSet analyse_hyphenated(std::string_view word, std::size_t hyphen) const;
  [[nodiscard]] std::uint32_t bits_of(std::string_view word) const;
  [[nodiscard]] std::uint32_t completed(std::uint32_t bits, std::string_view word) const;
  [[nodiscard]] std::uint32_t rarity_of(Symbol word) const;
  std::uint16_t class_of_bits(std::uint32_t bits, std::uint32_t rarity);
  void mark_words(const Lexicon* names);

  const SymbolTable& symbols_;
  const WordTable& words_;
  Morphology morphology_;
  std::vector<ReadingSet> sets_;
  struct OfSymbol {
    std::uint16_t cls = 0;
    std::uint8_t marks = 0;
    bool is_name = false;
  };
  std::vector<OfSymbol> of_symbol_;
  std::unordered_map<std::uint64_t, std::uint16_t> class_of_bits_;
  std::array<std::array<std::int32_t, 2>, 4> rarity_lists_{};  ///< per open class: the lists of minor and of rare words
  std::uint16_t unlisted_ = 0;
};

}  // namespace chancery
