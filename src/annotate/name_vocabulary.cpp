#include "annotate/name_vocabulary.hpp"

#include <algorithm>
#include <string_view>

namespace chancery {

namespace {

constexpr std::uint32_t bits(std::initializer_list<WordClass> classes) {
  std::uint32_t all = 0;
  for (WordClass c : classes) all |= static_cast<std::uint32_t>(c);
  return all;
}

constexpr std::uint32_t function_bits =
    bits({WordClass::Determiner, WordClass::Adposition, WordClass::Pronoun, WordClass::Conjunction, WordClass::Subordinator,
          WordClass::Auxiliary, WordClass::Modal, WordClass::Particle, WordClass::Numeral, WordClass::Interjection});
constexpr std::uint32_t content_bits = bits({WordClass::Noun, WordClass::Verb, WordClass::Adjective, WordClass::Adverb});
constexpr std::uint32_t given_bits = bits({WordClass::GivenMale, WordClass::GivenFemale});

}  // namespace

NameVocabulary::NameVocabulary(const Lexicon& lexicon)
    : lexicon_(&lexicon),
      particle_(lexicon.words().list("name-particle")),
      organization_head_(lexicon.words().list("organization-head")),
      place_head_(lexicon.words().list("place-head")),
      place_front_(lexicon.words().list("place-front")),
      thing_head_(lexicon.words().list("thing-head")),
      suffix_(lexicon.words().list("name-suffix")),
      no_name_(lexicon.words().list("no-name")),
      joiner_(lexicon.words().list("name-joiner")),
      title_suffix_(lexicon.words().list("title-suffix")),
      title_prefix_(lexicon.words().list("title-prefix")),
      prefix_(lexicon.words().list("name-prefix")),
      language_cue_(lexicon.words().list("language-cue")),
      family_first_(lexicon.words().list("given-order-family-first")),
      office_tail_(lexicon.words().list("office-tail")),
      compound_tail_(lexicon.words().list("compound-tail")),
      title_name_(lexicon.words().list("title-name")),
      given_title_(lexicon.words().list("given-title")),
      apposed_given_title_(lexicon.words().list("apposed-given-title")),
      bound_prefix_(lexicon.words().list("bound-prefix")),
      event_head_(lexicon.words().list("event-head")),
      state_tail_(lexicon.words().list("state-tail")),
      states_(lexicon.words().list("states")),
      body_tail_(lexicon.words().list("body-tail")),
      place_tail_(lexicon.words().list("place-tail")),
      common_body_(lexicon.words().list("common-body")),
      title_adjective_{lexicon.words().list("title-adjectives"), lexicon.words().list("tenure-acting"),
                       lexicon.words().list("tenure-current"), lexicon.words().list("tenure-former"),
                       lexicon.words().list("tenure-future")},
      hyphenated_(lexicon.symbols().size()) {
  for (std::uint32_t i = 0; i < hyphenated_.size(); ++i)
    hyphenated_[i] = lexicon.symbols().text(static_cast<Symbol>(i)).find('-') != std::string_view::npos;
}

bool NameVocabulary::is_compound_tail(Symbol w) const {
  constexpr std::size_t shortest_participle = 5;  // no "sung" of a given name
  if (in(compound_tail_, w)) return true;
  return info(w).is(WordClass::VerbPastParticiple) && lexicon_->symbols().text(w).size() >= shortest_participle;
}

bool NameVocabulary::is_title_adjective(Symbol w) const {
  return std::any_of(title_adjective_.begin(), title_adjective_.end(), [&](std::int32_t list) { return in(list, w); });
}

bool NameVocabulary::is_function_word(Symbol w) const {
  return (info(w).classes & function_bits) != 0;
}

bool NameVocabulary::is_plain_word(Symbol w) const {
  return (info(w).classes & (function_bits | content_bits)) != 0;
}

bool NameVocabulary::is_common_word(Symbol w) const {
  return is_plain_word(w) && !is_given_name(w);
}

bool NameVocabulary::is_given_name(Symbol w) const {
  return (info(w).classes & given_bits) != 0;
}

Gender NameVocabulary::gender_of_given_name(Symbol w) const {
  const WordInfo& known = info(w);
  const bool male = known.is(WordClass::GivenMale), female = known.is(WordClass::GivenFemale);
  if (male == female) return Gender::Unknown;
  return male ? Gender::Male : Gender::Female;
}

}  // namespace chancery
