#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "annotate/mention.hpp"
#include "base/diagnostic.hpp"
#include "lexicon/lexicon.hpp"
#include "match/matcher.hpp"
#include "rules/pack.hpp"

namespace chancery {

using FillerClasses = std::bitset<64>;  ///< a bit per `ClassId` (`ClassTable::most`)
inline constexpr std::uint16_t no_role_index = 0xFFFF;

/// A role of a frame, ready to be filled.
struct RoleModel {
  std::string name;
  FillerClasses classes;  ///< mention classes that may fill it, subclasses included; none for a named value
  bool many = false;
  bool entity = false;      ///< filled by entities
  bool from_tense = false;  ///< default worked out from tense, mood and date: one of the three below
  Symbol past_value = Symbol::None, future_value = Symbol::None, modal_value = Symbol::None;
  std::vector<Symbol> values;  ///< of a role with named values, in the order of the pack
  Symbol default_value = Symbol::None;
};

/// Where a missing role is looked for.
enum class FillPlace : std::uint8_t {
  SubjectOfClause,
  Possessor,
  Where,             ///< the place that a clause with "where" tells of: "to Oslo, where he will meet"
  Journey,           ///< the end of a journey told by a verb before, of the same subject: "arrived in Oslo and met"
  JourneyBefore,     ///< the end of a journey of one who takes part, told up to two sentences before
  JourneyBehind,     ///< the end of the only journeys of those who take part that are told some sentences behind
  LastOf,            ///< "last-of VALUE": of the last frame before with that value that shares one who takes part
  PreviousSentence,  ///< an adjunct of the role in the sentence before, if no other frame has it
  Dateline,
  Headline,
  Feature,      ///< `title.body`: a feature of the mention that fills another role
  DefaultBody,  ///< what the resolver takes for the body of an office
  ArticleDate,
  Each,           ///< "each ROLE": one frame for each filler of that role
  Also,           ///< "also ROLE": the fillers of that role, once frames are merged
  ForOne,         ///< "for-one ROLE": those of that role, in one of several that "each" made, where one fills this one, once merged
  Without,        ///< "without ROLE": not those of that role, if others remain, once frames are merged
  NamedIn,        ///< "named-in ROLE": whom and what the words of that role name
  Speaker,        ///< in a quotation, who speaks there, where the subject or owner is that person: "I met", "my talks"
  Owner,          ///< "owner-by FEATURE": whose the mention is that fills the role and has the feature: "her counterpart, N"
  PreviousActor,  ///< the subject of the sentence before, of what is the only subject of its own: "A meeting with N is planned"
  PlaceBefore,    ///< the place told last before, for "there"
  PreviousFrame,  ///< the fillers of the frame before, for "they", "the two leaders"
};

struct FillStep {
  FillPlace place = FillPlace::SubjectOfClause;
  std::uint16_t other_role = no_role_index;  ///< of Feature, Each and the like
  std::string feature;
  Symbol of_value = Symbol::None;  ///< of LastOf
  Symbol only_if = Symbol::None;   ///< "dateline if held": only if some named role has this value
  std::vector<Symbol> unless;      ///< "dateline if held unless PhoneCall": and none has one of these
};

struct FillModel {
  std::uint16_t role = 0;
  std::vector<FillStep> steps;
};

/// A condition of `same-when`.
struct MergeTest {
  enum class Kind : std::uint8_t {
    Compatible,  ///< equal, overlapping, or one side is absent; named values: also the pairs listed
    Overlaps,    ///< both sides there and a filler shared; dates: a day shared
    Equal,       ///< both sides there and the same
    Shares,      ///< `count` fillers or more are shared
    Covers,      ///< one side's fillers, one or more, are all among the other's
    Differs,     ///< both sides there and nothing shared
    Unequal,     ///< both sides there and not the same
    Crosses,     ///< either side holds a person whom the other lacks
    Fits,        ///< `role` of one frame and `other` of the other: absent, or one may lie in the other
    Anaphor,     ///< the later frame points back: a definite noun without fillers of its own for the role it requires
    Near,        ///< within `count` sentences
  } kind = Kind::Compatible;
  std::uint16_t role = no_role_index;
  std::uint16_t other = no_role_index;  ///< of Fits
  int count = 0;
  int within = -1;               ///< "participant covers near 0": only within so many sentences; -1: anywhere
  Symbol either = Symbol::None;  ///< "participant unequal if apart": only if one of the frames has this value
  std::vector<Symbol> unless;    ///< "participant crosses unless Summit": only if none of the frames has one of these values
  std::vector<Symbol> both;      ///< "place overlaps both Summit Conference": only if both frames have the same one of these values
};

struct MergeModel {
  bool any_given = false;
  std::vector<MergeTest> all, any, never;
  std::vector<std::pair<Symbol, Symbol>> pairs;  ///< named values that go together, as "A ~ B"
  std::vector<Symbol> preferred;                 ///< of two named values the one that stands first here wins
};

struct FrameModel {
  const FrameDef* definition = nullptr;
  std::uint32_t index = 0;
  std::vector<RoleModel> roles;
  std::vector<FillModel> fill;
  MergeModel merge;
  std::uint16_t required_role = no_role_index;
  std::uint16_t quote_role = no_role_index;         ///< the role of class Quote, of a frame of speech
  std::uint16_t speaker_role = no_role_index;       ///< beside it, the role that speakers fill: the first of entities
  std::uint16_t document_role = no_role_index;      ///< beside it, the role called "document": a text that speaks for somebody
  std::vector<std::uint16_t> adjunct_roles;         ///< by adjunct of the definition
  std::vector<std::vector<Symbol>> adjunct_unless;  ///< beside it: drafts with one of these values do not take the adjunct

  [[nodiscard]] std::uint16_t role(std::string_view name) const;
};

/// The frames of a pack as extraction uses them. Const, shared by threads.
struct FrameModels {
  std::vector<FrameModel> frames;                   ///< in the order of the pack
  std::vector<std::vector<std::uint16_t>> role_of;  ///< [frame][RoleName of the program]: role, or `no_role_index`
  std::vector<Symbol> barriers;                     ///< the pack's list "cue-barrier", sorted
  std::vector<Symbol> stage_verbs;                  ///< the pack's list "taking-place", sorted
  std::vector<Symbol> journey_verbs;                ///< the pack's list "journey", sorted
  std::vector<Symbol> placed_nouns;                 ///< the pack's list "placed-noun", sorted
  std::vector<Symbol> setting_nouns;                ///< the pack's list "setting-noun", sorted

  /// A word that closes the reach of a cue over its complement: what stands behind it is another matter.
  [[nodiscard]] bool is_barrier(Symbol word) const;
  /// A verb, by its lemma, that says of an event that it takes place: where and when that is, is where and when the event is.
  [[nodiscard]] bool is_stage_verb(Symbol lemma) const;
  /// A verb, by its lemma, that takes its subject to a place, where what follows happens.
  [[nodiscard]] bool is_journey_verb(Symbol lemma) const;
  /// A noun, by its lemma, whose place is told behind it, whatever verb it is the object of: "discussed the war in Sudan".
  [[nodiscard]] bool is_placed_noun(Symbol lemma) const;
  /// A noun, by its lemma, that says where or on what occasion something happens: its place is that of what happens ("over dinner in Oslo").
  [[nodiscard]] bool is_setting_noun(Symbol lemma) const;
};

/// Compile the frames of `pack`; interns names of values. What a frame says and cannot be used is diagnosed and left out.
FrameModels make_frame_models(const RulePack& pack, const Program& program, SymbolTable& symbols, Diagnostics& diagnostics);

}  // namespace chancery
