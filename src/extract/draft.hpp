#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "extract/frame.hpp"
#include "extract/frame_model.hpp"
#include "extract/trace.hpp"
#include "match/matcher.hpp"
#include "time/date_value.hpp"

namespace chancery {

class EntityResolver;
struct ExtractionWords;

/// A frame on its way: what is needed until it is merged, and not afterwards.
struct Draft {
  Frame frame;
  std::uint32_t id = 0;  ///< in order of making, for the trace
  std::uint32_t sentence = 0;
  std::int32_t quotation = -1;    ///< inside which quotation it stands, or -1
  std::int32_t noun_group = -1;   ///< of a trigger that is a noun
  bool anaphor = false;           ///< a definite noun that names nobody: "the summit"
  bool plural_anaphor = false;    ///< who is meant is only pointed to: "they", "the two leaders"
  std::size_t pointed = 0;        ///< and how many they are said to be; 0 if that is not told
  bool points_to_states = false;  ///< "the two countries"
  bool one_of_several = false;    ///< one of several that were told in one, each with another filler of a role: "visited Peru and Chile"
  bool of_speaker = false;        ///< of whom its frame requires it has the speaker alone: "this meeting of ours"
  bool joined = false;            ///< has taken in another draft
  bool gone = false;              ///< merged into another, or dropped
};

/// A cue found in a unit.
struct CueHit {
  Match match;
  std::uint32_t sentence = 0;
  std::int32_t quotation = -1;
};

/// One article in work: what the steps of extraction share. Borrows all but the drafts.
struct ArticleWork {
  const RulePack* pack = nullptr;
  const Lexicon* lexicon = nullptr;
  const FrameModels* models = nullptr;
  const EntityResolver* resolver = nullptr;
  const ExtractionWords* words = nullptr;
  Extraction* extraction = nullptr;
  ExtractionTrace* trace = nullptr;  ///< never null
  std::optional<Day> today;          ///< the article's date
  std::vector<MentionId> outer;      ///< per token: the largest entity mention over it that is inside no other, or `no_mention`
  std::vector<MentionId> by_begin;   ///< mentions with tokens, by their first token, then by id
  std::vector<bool> dated;           ///< per token: a date expression stands over it
  std::vector<EntityId> speaks_for;  ///< per mention: the state for which a capital's name stands here ("Moscow said"), or `no_entity`
  std::vector<EntityId> home_of;     ///< per entity: the state in which the article says that a person holds an office, or `no_entity`
  std::vector<Draft> drafts;
  std::vector<CueHit> cues;

  [[nodiscard]] const Document& document() const { return *extraction->document; }
  [[nodiscard]] const Annotation& annotation() const { return extraction->annotation; }
  [[nodiscard]] const std::vector<Mention>& mentions() const { return extraction->mentions.items; }
  [[nodiscard]] const FrameModel& model(const Draft& draft) const { return models->frames[draft.frame.definition]; }

  /// Work out `outer`, `by_begin` and `dated` again after mentions changed.
  void index_mentions();
  /// Fill `speaks_for`: a capital stands for its state where no preposition governs it. A state that is not named in the article
  /// becomes an entity of its own, marked `unnamed`.
  void find_states();
  /// Fill `home_of` out of the drafts that hold a title: the first state that one of a person names, or whose organ it names.
  void find_homes();
  /// The mentions that begin in `tokens`, by their first token, then by id.
  [[nodiscard]] std::span<const MentionId> mentions_in(TokenSpan tokens) const;
  /// The sentence that holds the token; an empty span for a token of furniture.
  [[nodiscard]] TokenSpan sentence_at(std::uint32_t token) const;
  /// The entity that a mention stands for; of a role noun that is nobody's name the body in it ("a Kremlin official"), if
  /// `classes` allow that; of a capital's name read as a polity its state, of a nameless body of a state
  /// that state. `no_entity` if none.
  [[nodiscard]] EntityId entity_of(MentionId mention, const FillerClasses& classes) const;
  /// The same of the words `tokens`: of `mention` first, then of any other reading of just these words, which `mention` becomes.
  [[nodiscard]] EntityId entity_over(TokenSpan tokens, const FillerClasses& classes, MentionId& mention) const;
  /// Fillers for all that a plural role noun speaks for ("the leaders of Peru and Chile"), in order; empty for any other mention.
  [[nodiscard]] std::vector<Filler> bodies_of(MentionId mention, const FillerClasses& classes) const;
  /// A plural that points back to people or states named before: "they", "the two leaders".
  [[nodiscard]] bool points_to_several(MentionId mention) const;
  /// Those whom "they", "their" or "the two ministers" points to: the members of the nearest subject before, in this sentence or the
  /// one before it, that is a list or a plural role noun that speaks for somebody, or for "their" a person and the person that is the
  /// object there; where a number is told, else the people named before, or the states, if there are just so many. People come before
  /// states, but for "the two sides" and "both countries". Empty if there is none, or for any other mention.
  /// `depth` counts the nouns between that point back themselves ("the two men said that they").
  [[nodiscard]] std::vector<Filler> antecedents_of(MentionId mention, const FillerClasses& classes, int depth = 0) const;
  /// The number in a role noun ("the two leaders", "both", "the pair"); 0 if it tells none.
  [[nodiscard]] std::size_t number_told(MentionId mention) const;
  /// The noun group of a draft whose trigger is a noun, or -1.
  [[nodiscard]] std::int32_t trigger_noun(const Draft& draft) const;
  /// A role of class Date takes days and times; one of them that is called "duration" takes durations, and nothing else does.
  [[nodiscard]] bool takes_date(const RoleModel& role, std::int32_t date) const;
  /// A filler for `role` out of the mention that covers token `token`, or none.
  [[nodiscard]] std::optional<Filler> filler_at(std::uint32_t token, const RoleModel& role) const;

 private:
  /// "Danish workers": no state stands for them.
  [[nodiscard]] bool acts_for_itself(const Mention& mention) const;
  /// "the Danish foreign ministry": the state that owns a body without a name of its own, if it may fill `classes`.
  [[nodiscard]] EntityId owner_of(MentionId mention, const FillerClasses& classes) const;
  /// The entities of a class that are named in the sentence of a mention before it, or up to two sentences before, if they are
  /// `number` when as many sentences as are needed are looked at, with its own or without; in text order.
  [[nodiscard]] std::vector<Filler> counted_before(MentionId mention, std::size_t number, ClassId cls) const;
  /// The same, in the sentences from `nearest` to `farthest` before.
  [[nodiscard]] std::vector<Filler> counted_from(MentionId mention, std::size_t number, ClassId cls, std::uint32_t nearest,
                                                 std::uint32_t farthest) const;
  /// The part of `antecedents_of` that looks for subjects, all of class `wanted`.
  [[nodiscard]] std::vector<Filler> subjects_before(MentionId mention, const FillerClasses& classes, ClassId wanted, int depth) const;
  /// "N met them", "N received the two": the nearest list of people before, two sentences back at most, that N is none of.
  [[nodiscard]] std::vector<Filler> others_listed_before(MentionId mention, std::size_t number) const;
  [[nodiscard]] std::int32_t quotation_at(std::uint32_t token) const;
  [[nodiscard]] std::vector<Filler> listed_before(MentionId mention, std::size_t number) const;
  /// A draft before, and those of its fillers that may be meant.
  struct ToldBefore {
    std::uint32_t sentence = 0;
    std::vector<Filler> fillers;
  };
  [[nodiscard]] std::optional<ToldBefore> told_before(std::size_t number, const FillerClasses& classes, ClassId wanted,
                                                      std::uint32_t sentence) const;
  [[nodiscard]] bool is_beside(std::int32_t subject, MentionId mention) const;
  /// Fillers for the mentions at the head of a noun group, or at the heads of the list that it is in.
  [[nodiscard]] std::vector<Filler> members_of(std::uint32_t noun_group, const FillerClasses& classes) const;
};

/// The fillers of a role, made if there are none yet.
RoleFillers& fillers_of(Frame& frame, std::uint16_t role);
/// Add a filler unless the role has the same one, or has one and holds only one. True if it was added.
bool add_filler(const RoleModel& model, Frame& frame, std::uint16_t role, const Filler& filler);
/// Some role has this named value.
bool has_value(const Frame& frame, Symbol value);
/// It has a value with which the fillers of the frame before are taken over: what it tells of is another such event.
bool is_another(const FrameModel& model, const Frame& frame);
/// It fills a role whose fillers count as those of the required one once all is merged: it adds to what is told elsewhere.
bool adds_to_other(const FrameModel& model, const Frame& frame);
/// Both say the same thing: the same entity, value, quotation, or date expression.
bool same_filler(const Filler& a, const Filler& b);
/// `Filler::rule` of a named value that no rule gave: what tense or the frame's definition says, and what a mere noun suggests.
inline constexpr std::int32_t by_default = -1;
inline constexpr std::int32_t by_guess = -2;

/// The named value of a role, or none.
Symbol value_of(const Frame& frame, std::uint16_t role);
void set_value(Frame& frame, std::uint16_t role, Symbol value, TokenSpan tokens, std::int32_t rule);

}  // namespace chancery
