#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "annotate/word_readings.hpp"
#include "text/document.hpp"

namespace chancery {

/// What is known of each word of one document before its neighbours are looked at. Words that the run's table does not list are
/// worked out when they are first met. References stay good until the next call.
class LocalReadings {
 public:
  LocalReadings(const WordReadings& readings, const SymbolScope& symbols) : readings_(readings), symbols_(symbols) {}
  const ReadingSet& of(Symbol word);
  /// Index into `function_words()`, or their number for every other word.
  std::uint16_t function_word(Symbol word);

 private:
  struct Own {
    std::uint32_t set = 0;  ///< index into `own_` plus one; 0: not worked out yet
    std::uint16_t function_word = 0;
  };
  Own& own(Symbol word);
  const WordReadings& readings_;
  const SymbolScope& symbols_;
  std::vector<ReadingSet> own_;
  std::vector<Own> local_;  ///< by symbol beyond the table
};

/// The readings of one token at its place, capitals considered.
struct CandidateSet {
  static constexpr std::size_t max_readings = 8;
  std::array<Reading, max_readings> readings{};
  std::uint8_t count = 0;

  void add(Tag tag, unsigned cost);
  void add_all(const ReadingSet& set, unsigned cost);
  [[nodiscard]] bool has(Tag tag) const;
};

/// How the words of one document are written where capitals mean something: with one, without, or both ways.
class CaseEvidence {
 public:
  enum Flag : std::uint8_t { Capital = 1, Lower = 2 };
  explicit CaseEvidence(std::size_t words);
  void note(Symbol word, Flag flag) { slot(word).flags |= flag; }
  [[nodiscard]] bool only_capital(Symbol word) { return slot(word).flags == Capital; }
  [[nodiscard]] bool only_lower(Symbol word) { return slot(word).flags == Lower; }

 private:
  struct Slot {
    Symbol word = Symbol::None;
    std::uint8_t flags = 0;
  };
  Slot& slot(Symbol word);
  std::vector<Slot> slots_;
};

/// The function words whose readings depend on what stands further on; indexes into `function_words()`.
struct ContextWords {
  ContextWords();
  enum class Role : std::uint8_t { None, By, ClauseOpener, Approximator, As, Well, No, Longer, Apostrophe };
  [[nodiscard]] Role of(std::uint16_t function_word) const { return function_word < roles.size() ? roles[function_word] : Role::None; }
  std::vector<Role> roles;
};

/// Reads the candidates of one sentence after the other.
class CandidateReader {
 public:
  CandidateReader(const Document& document, const WordReadings& readings, LocalReadings& local);
  /// One set per token of the sentence with this index, none empty.
  void read(std::size_t sentence, std::vector<CandidateSet>& out);

 private:
  enum class Capitals : std::uint8_t { Meaningful, TitleCase, Shouted };
  [[nodiscard]] Capitals capitals_of(TokenSpan tokens) const;
  CandidateSet candidates_of(std::uint32_t token, bool initial);
  void capitalized(std::uint32_t token, CandidateSet& out);
  void all_capitals(std::uint32_t token, CandidateSet& out);
  void at_start(std::uint32_t token, CandidateSet& out);
  void number(std::uint32_t token, CandidateSet& out) const;
  void mark(std::uint32_t token, CandidateSet& out) const;
  void quote(std::uint32_t token, CandidateSet& out) const;
  [[nodiscard]] bool is_function_word(std::uint32_t token) const { return function_words_[token] < function_word_count_; }
  void that_behind_noun(std::uint32_t token, CandidateSet& out) const;
  void particle_behind_verb(std::uint32_t token, CandidateSet& out) const;
  [[nodiscard]] bool told_before(std::uint32_t token) const;
  [[nodiscard]] bool is_form_in(std::int32_t list, std::uint32_t token) const;
  [[nodiscard]] bool is_name_particle(std::uint32_t token) const;
  void learn_case();
  void learn_short_quotations();
  [[nodiscard]] bool between_numbers(std::uint32_t index) const;

  const Document& document_;
  const WordReadings& readings_;
  LocalReadings& local_;
  CaseEvidence case_;
  std::vector<std::uint32_t> mute_;  ///< the marks of short quotations, sorted
  TokenSpan sentence_;
  Capitals capitals_ = Capitals::Meaningful;
  ContextWords context_words_;
  std::vector<std::uint16_t> function_words_;  ///< per token of the document
  std::uint16_t function_word_count_;
  std::uint16_t that_;
  std::int32_t clause_nouns_, particles_, tell_verbs_;
  std::vector<std::int32_t> phrasal_lists_;  ///< per function word: the verbs that go with it as a particle
  std::vector<Capitals> capitals_of_sentence_;
};

/// Changes the costs of readings by the words around them, where a look at the next word alone would not do: "after" with a
/// clause behind it, "about" with a number, "as well as". `function_word[i]` is that of the token, or their number.
void weigh_by_context(std::vector<CandidateSet>& sets, std::span<const std::uint16_t> function_word, const ContextWords& words);

}  // namespace chancery
