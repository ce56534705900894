#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "lexicon/lexicon.hpp"

namespace chancery {

/// The word lists that names are read with, looked up once. A list that the lexicon lacks is empty. Borrows the lexicon.
class NameVocabulary {
 public:
  explicit NameVocabulary(const Lexicon& lexicon);
  [[nodiscard]] const Lexicon& lexicon() const { return *lexicon_; }
  [[nodiscard]] const WordInfo& info(Symbol word) const { return lexicon_->words().info(word); }

  [[nodiscard]] bool is_particle(Symbol w) const { return in(particle_, w); }                    ///< "van", "bin", "al"
  [[nodiscard]] bool is_prefix(Symbol w) const { return in(prefix_, w); }                        ///< "al" of "al-Assad"
  [[nodiscard]] bool is_organization_head(Symbol w) const { return in(organization_head_, w); }  ///< "Agency", last word
  [[nodiscard]] bool is_place_head(Symbol w) const { return in(place_head_, w); }                ///< "River", last word
  [[nodiscard]] bool is_place_front(Symbol w) const { return in(place_front_, w); }              ///< "Lake", first word
  [[nodiscard]] bool is_thing_head(Symbol w) const { return in(thing_head_, w); }      ///< "Agreement", "War": of no class we name
  [[nodiscard]] bool is_suffix(Symbol w) const { return in(suffix_, w); }              ///< "Jr.", "III"
  [[nodiscard]] bool is_no_name(Symbol w) const { return in(no_name_, w); }            ///< "Monday", "God", "Internet"
  [[nodiscard]] bool is_title_suffix(Symbol w) const { return in(title_suffix_, w); }  ///< "elect": joined to a title by a hyphen
  [[nodiscard]] bool is_title_prefix(Symbol w) const { return in(title_prefix_, w); }  ///< "then": joined to a title by a hyphen
  /// "led", "based": makes, joined by a hyphen, an adjective of the name before it; the longer participles do so too.
  [[nodiscard]] bool is_compound_tail(Symbol w) const;
  [[nodiscard]] bool is_language_cue(Symbol w) const { return in(language_cue_, w); }  ///< "in": before the name of a language
  [[nodiscard]] bool is_family_name(Symbol w) const { return in(family_first_, w); }   ///< "Kim": of a name that begins with it
  [[nodiscard]] bool is_title_name(Symbol w) const { return in(title_name_, w); }      ///< "King", "May": a title or a month, and a surname
  [[nodiscard]] bool is_given_title(Symbol w) const { return in(given_title_, w); }    ///< "Amir": a title, and more often a given name
  /// "Sultan": a title, and the given name of one who has another office.
  [[nodiscard]] bool is_apposed_given_title(Symbol w) const { return in(apposed_given_title_, w); }
  /// "Acting", "Former", "Senior": says of an office since when, or of what rank.
  [[nodiscard]] bool is_title_adjective(Symbol w) const;
  [[nodiscard]] bool is_bound_prefix(Symbol w) const { return in(bound_prefix_, w); }  ///< "Inter": of "Inter-American"
  [[nodiscard]] bool is_event_head(Symbol w) const { return in(event_head_, w); }      ///< "Summit": of "NATO Summit"
  [[nodiscard]] bool is_states(Symbol w) const { return in(states_, w); }              ///< "States": of "Central Asian States"
  [[nodiscard]] bool is_state_tail(Symbol w) const { return in(state_tail_, w); }      ///< "Republic": of "the Niger Republic"
  [[nodiscard]] bool is_place_tail(Symbol w) const { return in(place_tail_, w); }      ///< "Airport": of no person's name
  [[nodiscard]] bool is_common_body(Symbol w) const { return in(common_body_, w); }    ///< "Government": no name by itself
  [[nodiscard]] bool is_body_tail(Symbol w) const { return in(body_tail_, w); }        ///< "Committee": of "Trade Committee chairman"
  [[nodiscard]] bool is_office_tail(Symbol w) const { return in(office_tail_, w); }    ///< "Affairs": ends what an office is for
  [[nodiscard]] bool is_joiner(Symbol w) const { return in(joiner_, w); }              ///< "of", "for" inside organisations
  /// Whether a hyphen stands in a word of the run's table; true for any other word, which has to be looked at.
  [[nodiscard]] bool may_have_hyphen(Symbol w) const { return index_of(w) >= hyphenated_.size() || hyphenated_[index_of(w)]; }
  /// The feature of a title that says whose it is.
  [[nodiscard]] Symbol body_feature() const { return lexicon_->symbols().find("body"); }
  /// A determiner, preposition, pronoun and the like.
  [[nodiscard]] bool is_function_word(Symbol w) const;
  /// A word of the language that is no given name.
  [[nodiscard]] bool is_common_word(Symbol w) const;
  /// A word of the language, be it a given name too: "Will", "Grace".
  [[nodiscard]] bool is_plain_word(Symbol w) const;
  [[nodiscard]] bool is_given_name(Symbol w) const;
  /// Unknown if it is no given name, or one of both.
  [[nodiscard]] Gender gender_of_given_name(Symbol w) const;

 private:
  [[nodiscard]] bool in(std::int32_t list, Symbol w) const { return list >= 0 && lexicon_->words().in_list(list, w); }
  const Lexicon* lexicon_;
  std::int32_t particle_, organization_head_, place_head_, place_front_, thing_head_, suffix_, no_name_, joiner_, title_suffix_,
      title_prefix_, prefix_, language_cue_, family_first_, office_tail_, compound_tail_, title_name_, given_title_, apposed_given_title_,
      bound_prefix_, event_head_, state_tail_, states_, body_tail_, place_tail_, common_body_;
  std::array<std::int32_t, 5> title_adjective_;
  std::vector<bool> hyphenated_;  ///< by symbol
};

}  // namespace chancery
