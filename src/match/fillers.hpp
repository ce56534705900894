#pragma once

#include <cstdint>
#include <vector>

#include "match/lattice.hpp"
#include "match/program.hpp"

namespace chancery {

/// Where a rule was triggered, and what holds there.
struct TriggerSite {
  TokenSpan tokens;
  std::int32_t verb_group = -1;
  std::int32_t noun_group = -1;
};

/// Finds what fills a role around a trigger, by the shallow syntax of the unit. A filler is a mention of a class that the role
/// takes and that is in no larger mention; where it stands in a list, the whole list fills.
class FillerFinder {
 public:
  explicit FillerFinder(const Program& program) : program_(program) {}

  /// Append the mentions that `selector` finds, in text order, without those that are in `out` already. Not for `Pattern` selectors.
  void find(const Lattice& lattice, const TriggerSite& site, const CompiledSelector& selector, ClassSet classes,
            std::vector<MentionId>& out);
  /// The trigger's verb and noun group.
  static TriggerSite site_of(const Lattice& lattice, TokenSpan trigger);
  /// The tokens of the innermost clause around a token; empty if none is known.
  static TokenSpan clause_around(const Lattice& lattice, std::uint32_t token);

 private:
  void add_group(std::int32_t noun_group);
  void add_single_group(std::uint32_t noun_group);
  bool has_one_name(std::size_t first);
  bool add_apposed(std::uint32_t noun_group);
  [[nodiscard]] MentionId name_beside(MentionId mention, std::uint32_t noun_group) const;
  void add_mention_with_list(MentionId mention);
  void add(MentionId mention);
  bool extend_right(MentionId mention);
  bool extend_left(MentionId mention);
  void after(const std::vector<std::vector<Symbol>>& words);
  [[nodiscard]] std::uint64_t words_behind(std::uint32_t end);
  bool phrase_after(std::uint32_t position);
  [[nodiscard]] std::uint32_t behind_words(const std::vector<Symbol>& words, std::uint32_t position) const;
  void after_again(const std::vector<Symbol>& words);
  void before();
  void possessor();
  void inside();
  void subject_of_clause();
  [[nodiscard]] bool is_passive(const VerbGroup* verb) const;
  [[nodiscard]] std::int32_t subject_of(std::int32_t verb_group) const;
  [[nodiscard]] std::size_t first_verb() const;
  [[nodiscard]] bool fits(MentionId mention) const;
  [[nodiscard]] MentionId mention_from(std::uint32_t position) const;
  [[nodiscard]] MentionId member_from(std::uint32_t position) const;
  [[nodiscard]] MentionId mention_into(std::uint32_t position) const;
  [[nodiscard]] bool is_subject_elsewhere(const Mention& mention) const;
  [[nodiscard]] bool is_object_elsewhere(const Mention& mention) const;
  [[nodiscard]] bool has_part_elsewhere(const Mention& mention, std::int32_t VerbGroup::*part, std::uint32_t first) const;
  /// Steps over a comma, a joiner of lists, or both from `position`; 0 if there is none. `strong`: more than a comma.
  std::uint32_t connector_from(std::uint32_t position, bool& strong) const;
  std::uint32_t connector_into(std::uint32_t position, bool& strong) const;
  [[nodiscard]] bool is_person_name(MentionId mention) const;
  [[nodiscard]] bool ends_list(std::uint32_t position) const;
  /// The word of the token that starts, or ends, at `position`; none if no token does.
  [[nodiscard]] Symbol word_at(std::uint32_t position) const;
  [[nodiscard]] Symbol word_before(std::uint32_t position) const;
  /// True where `words` end at `position`, which is moved before them.
  bool is_ended_by(const std::vector<Symbol>& words, std::uint32_t& position) const;
  [[nodiscard]] bool is_joiner(Symbol word) const;
  [[nodiscard]] bool is_time_word(Symbol word) const;
  [[nodiscard]] std::uint32_t end_of_phrases(const Mention& mention) const;

  const Program& program_;
  const Lattice* lattice_ = nullptr;
  bool is_pair_ = false;  ///< behind "between"
  const Annotation* annotation_ = nullptr;
  const std::vector<Mention>* mentions_ = nullptr;
  TriggerSite site_;
  ClassSet classes_ = 0;
  std::vector<MentionId>* out_ = nullptr;
  /// The words of a stretch, a bit each, which some share.
  struct StretchWords {
    const Lattice* lattice = nullptr;
    std::uint64_t generation = 0;
    TokenSpan tokens;
    std::uint64_t words = 0;
  };
  StretchWords behind_;
};

}  // namespace chancery
