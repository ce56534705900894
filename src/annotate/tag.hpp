#pragma once

#include <cstdint>
#include <initializer_list>

#include "annotate/annotation.hpp"

namespace chancery {

/// The tags that the tagger tells apart: finer than `Pos`, because word order depends on the form of a verb and on which
/// auxiliary it is. Names follow the Penn treebank where it has one.
enum class Tag : std::uint8_t {
  Start,  ///< before the first token of a sentence, and after an opening quotation mark
  NN,
  NNS,
  NNP,
  NNPS,
  TN,  ///< today, yesterday, tomorrow, tonight: nouns that stand anywhere, as adverbs do
  JJ,
  JJR,
  RB,
  VB,
  VBP,
  VBZ,
  VBD,
  VBN,
  VBG,
  MD,
  BEF,
  BEB,
  BEN,
  BEG,  ///< be: finite, base, participle, gerund
  HVF,
  HVB,
  HVN,
  HVG,  ///< have
  DOF,  ///< do, does, did as finite auxiliaries or verbs
  PRP,
  PRO,
  PRPS,  ///< pronoun as subject, as object, possessive
  DT,
  DTP,  ///< determiner; demonstrative or quantifier on its own
  PDT,  ///< before a determiner: "all the", "such a"
  WP,
  WDT,
  WRB,
  WPS,  ///< who, which, that; which + noun; when, where; whose
  EX,   ///< "there" of "there is"
  IN,
  SC,
  TO,
  RP,  ///< preposition; subordinator; "to" before an infinitive; "up" of "set up"
  CC,
  CD,
  POS,
  NOT,
  UH,
  SYM,
  FW,
  Comma,
  Stop,
  Dash,
  Open,
  Close,
  Bracket,
  OtherMark,
  Mute,  ///< a mark of a quotation of under three words: looked through
  Count_,
};

inline constexpr std::size_t tag_count = static_cast<std::size_t>(Tag::Count_);

/// A set of tags as bits.
class TagSet {
 public:
  constexpr TagSet() = default;
  constexpr TagSet(std::initializer_list<Tag> tags) {
    for (Tag tag : tags) bits_ |= bit(tag);
  }
  [[nodiscard]] constexpr bool has(Tag tag) const { return (bits_ & bit(tag)) != 0; }
  [[nodiscard]] constexpr bool meets(TagSet other) const { return (bits_ & other.bits_) != 0; }
  [[nodiscard]] constexpr bool is_within(TagSet other) const { return (bits_ & ~other.bits_) == 0; }
  constexpr void add(Tag tag) { bits_ |= bit(tag); }
  friend constexpr TagSet operator|(TagSet a, TagSet b) { return TagSet(a.bits_ | b.bits_); }

 private:
  constexpr explicit TagSet(std::uint64_t bits) : bits_(bits) {}
  static constexpr std::uint64_t bit(Tag tag) { return std::uint64_t{1} << static_cast<unsigned>(tag); }
  std::uint64_t bits_ = 0;
};

namespace tags {
inline constexpr TagSet common_nouns = {Tag::NN, Tag::NNS};
inline constexpr TagSet names = {Tag::NNP, Tag::NNPS};
inline constexpr TagSet nouns = common_nouns | names | TagSet{Tag::TN};
inline constexpr TagSet be = {Tag::BEF, Tag::BEB, Tag::BEN, Tag::BEG};
inline constexpr TagSet have = {Tag::HVF, Tag::HVB, Tag::HVN, Tag::HVG};
inline constexpr TagSet finite = {Tag::VBP, Tag::VBZ, Tag::VBD, Tag::MD, Tag::BEF, Tag::HVF, Tag::DOF};
inline constexpr TagSet base = {Tag::VB, Tag::BEB, Tag::HVB};
inline constexpr TagSet lexical_verbs = {Tag::VB, Tag::VBP, Tag::VBZ, Tag::VBD, Tag::VBN, Tag::VBG};
inline constexpr TagSet verbs = lexical_verbs | be | have | TagSet{Tag::MD, Tag::DOF};
inline constexpr TagSet marks = {Tag::Comma, Tag::Stop, Tag::Dash, Tag::Open, Tag::Close, Tag::Bracket, Tag::OtherMark, Tag::Mute};
inline constexpr TagSet pronouns = {Tag::PRP, Tag::PRO, Tag::DTP, Tag::EX, Tag::WP};
}  // namespace tags

/// The part of speech that a tag stands for. "have" and "do" are given as `Verb`; whether they are auxiliaries is known when
/// verb groups are built.
Pos pos_of(Tag tag);
VerbForm verb_form_of(Tag tag);

}  // namespace chancery
