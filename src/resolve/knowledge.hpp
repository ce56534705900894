#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/name_vocabulary.hpp"
#include "lexicon/lexicon.hpp"
#include "match/class_table.hpp"
#include "match/matcher.hpp"
#include "rules/pack.hpp"

namespace chancery {

/// What resolving reads and never changes: names of roles and classes, and word lists, looked up once. Borrows its sources.
class ResolverKnowledge {
 public:
  ResolverKnowledge(const Lexicon& lexicon, const RulePack& pack, const Program& program);

  [[nodiscard]] const Lexicon& lexicon() const { return *lexicon_; }
  [[nodiscard]] const RulePack& pack() const { return *pack_; }
  [[nodiscard]] const NameVocabulary& names() const { return names_; }
  /// `mention_class::any` for a class that neither the program nor the pack has.
  [[nodiscard]] ClassId class_of(std::string_view name) const;
  /// The built-in class that `cls` is or descends from.
  [[nodiscard]] ClassId built_in(ClassId cls) const { return cls < base_class_.size() ? base_class_[cls] : cls; }
  /// A role's name in the run's symbol table.
  [[nodiscard]] Symbol role_symbol(RoleName role) const { return role_symbols_[role]; }
  [[nodiscard]] bool is_speech_verb(Symbol lemma) const { return in(speech_verb_, lemma); }
  [[nodiscard]] bool is_place_preposition(Symbol word) const { return in(place_preposition_, word); }
  [[nodiscard]] bool is_place_cue(Symbol word) const { return in(place_cue_, word); }
  [[nodiscard]] bool is_venue_cue(Symbol word) const { return in(venue_cue_, word); }
  [[nodiscard]] bool is_company_word(Symbol word) const { return in(company_word_, word); }
  [[nodiscard]] bool is_lead_word(Symbol word) const { return in(lead_word_, word); }
  [[nodiscard]] bool is_motion_verb(Symbol lemma) const { return in(motion_verb_, lemma); }
  [[nodiscard]] bool is_credit_word(Symbol word) const { return in(credit_word_, word); }
  /// Says of whomever it is said of that they head a state or government, whatever the office is called: "leader".
  [[nodiscard]] bool is_head_word(Symbol lemma) const { return in(head_word_, lemma); }
  /// Says of an office that somebody had it before: "former".
  [[nodiscard]] bool is_former_word(Symbol word) const { return in(former_word_, word); }
  /// Says of those who hold an office that they are away from home: "visiting".
  [[nodiscard]] bool is_away_word(Symbol word) const { return in(away_word_, word); }
  /// Says of several that they are none of those told before: "other".
  [[nodiscard]] bool is_other_word(Symbol word) const { return in(other_word_, word); }
  /// Of people who act for nobody but themselves, whatever state is named with them: "opposition".
  [[nodiscard]] bool is_private_word(Symbol lemma) const { return in(private_word_, lemma); }
  /// A noun by which things of the entry's type are called: "alliance" of one that is international.
  [[nodiscard]] bool is_called(const Entry& entry, Symbol noun) const { return in(lexicon_->words().list("called-" + entry.type), noun); }
  /// How many a word says that there are: "both"; 0 if it says nothing of it.
  [[nodiscard]] std::size_t count_of(Symbol lemma) const;
  /// The lexicon names places of the country with their region too: "Moscow, Idaho". One that it does not name so is unknown to it.
  [[nodiscard]] bool names_with_region(EntryId country) const { return country < with_region_.size() && with_region_[country]; }

  RoleName name_role, title_role, body_role, head_role, peer_role, equal_role, each_role, group_role;
  Symbol title_feature, body_feature, group_feature, sender_feature;

 private:
  [[nodiscard]] bool in(std::int32_t list, Symbol w) const { return list >= 0 && lexicon_->words().in_list(list, w); }
  const Lexicon* lexicon_;
  const RulePack* pack_;
  const ClassTable* classes_;
  NameVocabulary names_;
  std::vector<ClassId> base_class_;
  std::vector<bool> with_region_;  ///< by entry: a country
  std::vector<Symbol> role_symbols_;
  std::int32_t speech_verb_, place_preposition_, place_cue_, venue_cue_, credit_word_, motion_verb_, head_word_, company_word_, away_word_,
      former_word_, private_word_, lead_word_, other_word_;
  std::array<std::int32_t, 4> counts_;
};

}  // namespace chancery
