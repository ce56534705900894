#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "annotate/local_words.hpp"
#include "text/document.hpp"

namespace chancery {

/// The readings of one token at its place, capitals considered.
struct CandidateSet {
  static constexpr std::size_t max_readings = 8;
  std::array<Reading, max_readings> readings{};
  std::uint8_t count = 0;
  TagSet tags;  ///< of `readings`

  CandidateSet() = default;
  /// As the dictionary has them.
  explicit CandidateSet(const ReadingSet& set) : count(set.count), tags(set.tags) {
    std::copy(set.readings.begin(), set.readings.end(), readings.begin());
  }
  void add(Tag tag, unsigned cost);
  void add_all(const ReadingSet& set, unsigned cost);
  [[nodiscard]] bool has(Tag tag) const { return tags.has(tag); }
};

/// The function words whose readings depend on what stands further on; indexes into `function_words()`.
struct ContextWords {
  ContextWords();
  enum class Role : std::uint8_t { None, By, ClauseOpener, Approximator, As, Well, No, Longer, Apostrophe };
  [[nodiscard]] Role of(std::uint16_t function_word) const { return function_word < roles.size() ? roles[function_word] : Role::None; }
  std::vector<Role> roles;
};

/// What reading candidates needs of the lexicon, looked up once for a run.
struct CandidateRules {
  explicit CandidateRules(const WordReadings& word_readings);
  const WordReadings& readings;
  ContextWords context_words;
  std::uint16_t that;
  std::vector<std::int32_t> phrasal_lists;  ///< per function word: the verbs that go with it as a particle, or -1
};

/// Reads the candidates of one sentence after the other.
class CandidateReader {
 public:
  CandidateReader(const Document& document, const CandidateRules& rules, LocalWords& words);
  /// One set per token of the sentence with this index, none empty.
  void read(std::size_t sentence, std::vector<CandidateSet>& out);

 private:
  enum class Capitals : std::uint8_t { Meaningful, TitleCase, Shouted };
  [[nodiscard]] Capitals capitals_of(TokenSpan tokens) const;
  void candidates_of(std::uint32_t token, bool initial, CandidateSet& out);
  void capitalized(std::uint32_t token, CandidateSet& out);
  void all_capitals(std::uint32_t token, CandidateSet& out);
  void at_start(std::uint32_t token, CandidateSet& out);
  void number(std::uint32_t token, CandidateSet& out) const;
  void mark(std::uint32_t token, CandidateSet& out) const;
  void quote(std::uint32_t token, CandidateSet& out) const;
  void that_behind_noun(std::uint32_t token, CandidateSet& out) const;
  void particle_behind_verb(std::uint32_t token, CandidateSet& out) const;
  void past_without_object(std::uint32_t token, CandidateSet& out) const;
  [[nodiscard]] bool told_before(std::uint32_t token) const;
  [[nodiscard]] bool is_form_in(std::int32_t list, std::uint32_t token) const;
  [[nodiscard]] bool is_name_particle(std::uint32_t token) const;
  void learn_case();
  void learn_short_quotations();
  [[nodiscard]] bool between_numbers(std::uint32_t index) const;

  const Document& document_;
  const CandidateRules& rules_;
  const WordReadings& readings_;
  LocalWords& words_;
  std::vector<std::uint32_t> mute_;  ///< the marks of short quotations, sorted
  std::vector<Capitals> capitals_of_sentence_;
  std::vector<std::uint16_t> function_words_;  ///< of the sentence
  TokenSpan sentence_;
  Capitals capitals_ = Capitals::Meaningful;
};

/// Changes the costs of readings by the words around them, where a look at the next word alone would not do: "after" with a
/// clause behind it, "about" with a number, "as well as". `function_word[i]` is that of the token, or their number.
void weigh_by_context(std::vector<CandidateSet>& sets, std::span<const std::uint16_t> function_word, const ContextWords& words);

}  // namespace chancery
