#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/symbol_table.hpp"

namespace chancery {

/// What a word can be, as bits. Several may be set.
enum class WordClass : std::uint32_t {
  Noun = 1U << 0U,
  Verb = 1U << 1U,
  Adjective = 1U << 2U,
  Adverb = 1U << 3U,
  Plural = 1U << 4U,  ///< the noun reading is plural
  VerbBase = 1U << 5U,
  VerbS = 1U << 6U,
  VerbPast = 1U << 7U,
  VerbPastParticiple = 1U << 8U,
  VerbGerund = 1U << 9U,
  Determiner = 1U << 10U,
  Adposition = 1U << 11U,
  Pronoun = 1U << 12U,
  Conjunction = 1U << 13U,
  Subordinator = 1U << 14U,
  Auxiliary = 1U << 15U,
  Modal = 1U << 16U,
  Particle = 1U << 17U,
  Numeral = 1U << 18U,
  Interjection = 1U << 19U,
  PreferNoun = 1U << 20U,
  PreferVerb = 1U << 21U,
  PreferAdjective = 1U << 22U,
  PreferAdverb = 1U << 23U,  ///< commonest reading
  GivenMale = 1U << 24U,
  GivenFemale = 1U << 25U,  ///< given names
  PersonNoun = 1U << 26U,   ///< a noun for a person: "envoy", "lawyer" (WordNet noun.person)
};

struct WordInfo {
  std::uint32_t classes = 0;         ///< bits of WordClass
  Symbol noun_lemma = Symbol::None;  ///< None: the word itself
  Symbol verb_lemma = Symbol::None;
  Symbol adjective_lemma = Symbol::None;

  [[nodiscard]] bool is(WordClass word_class) const { return (classes & static_cast<std::uint32_t>(word_class)) != 0; }
};

/// Word classes and lemmas by symbol; also named word lists ("in=given"). Const after loading.
class WordTable {
 public:
  /// Nothing known: a WordInfo with no bit set.
  [[nodiscard]] const WordInfo& info(Symbol word) const {
    static constexpr WordInfo nothing_known;
    return index_of(word) < infos_.size() ? infos_[index_of(word)] : nothing_known;
  }
  WordInfo& at(Symbol word);
  /// A named word list: index, or -1.
  [[nodiscard]] std::int32_t list(std::string_view name) const;
  std::int32_t make_list(std::string_view name);
  void add_to_list(std::int32_t list, Symbol word);
  [[nodiscard]] bool in_list(std::int32_t list, Symbol word) const {
    if (list < 0 || index_of(word) >= listed_.size() || !listed_[index_of(word)]) return false;
    return lists_[static_cast<std::size_t>(list)].second[index_of(word)];
  }

 private:
  std::vector<WordInfo> infos_;                                   ///< by symbol
  std::vector<bool> listed_;                                      ///< by symbol: in some list
  std::vector<std::pair<std::string, std::vector<bool>>> lists_;  ///< by symbol, all as long as `listed_`
};

}  // namespace chancery
