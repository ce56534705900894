#pragma once

#include <array>
#include <cstdint>

namespace chancery {

class Lexicon;

/// Words of the language that extraction asks for, as lists of the lexicon; -1 for one that it lacks.
struct ExtractionWords {
  explicit ExtractionWords(const Lexicon& lexicon);

  std::int32_t time_after, time_before;  ///< before a participle: "after meeting", "before meeting"
  std::int32_t plain_auxiliary;          ///< auxiliaries that wish nothing: "do", "will"
  std::int32_t backshifted_will;         ///< what "will" becomes in what is reported in the past: "would"
  std::int32_t clause_verb;              ///< verbs of which a clause may be the object: "say", "agree"
  std::int32_t place_clause;             ///< begins a clause about the place in front of it: "where"
  std::int32_t time_clause;              ///< begins a clause about the time at which something happened: "when"
  std::int32_t journey_end;              ///< between a verb of travel and where it leads: "to", "in"
  std::int32_t journey_aim;              ///< those of them behind which one has not arrived yet: "for"
  std::int32_t journey_start;            ///< before where one comes from: "from"
  std::int32_t arrival_place;            ///< ends the name of a place where one arrives and does not stay: "airport"
  std::int32_t topic;                    ///< between an encounter or speech and what it is about: "on"
  std::int32_t self;                     ///< the one who speaks: "I", "my"
  std::int32_t owned_organ;              ///< heads of bodies that act for the state in front of them
  std::int32_t private_word;             ///< people who act for nobody but themselves, whatever state is named with them
  std::int32_t side_word;                ///< heads of "the two sides": states, or those of the frame before, not just any two people
  std::int32_t another_word;             ///< in front of a noun, says that it is not the one told of before: "her next visit"
  std::int32_t under_way_word;           ///< in front of a noun, says that it has begun or is over: "the ongoing talks"
  std::int32_t announced_word;           ///< in front of a noun, says that it is to come: "the planned talks"
  std::array<std::int32_t, 4> counts;    ///< what says that there are two, three, four, five: "both", "the trio"
};

}  // namespace chancery
