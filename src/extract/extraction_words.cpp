#include "extract/extraction_words.hpp"

#include "lexicon/lexicon.hpp"

namespace chancery {

ExtractionWords::ExtractionWords(const Lexicon& lexicon)
    : time_after(lexicon.words().list("time-after")),
      time_before(lexicon.words().list("time-before")),
      plain_auxiliary(lexicon.words().list("plain-auxiliary")),
      backshifted_will(lexicon.words().list("backshifted-will")),
      clause_verb(lexicon.words().list("clause-verb")),
      place_clause(lexicon.words().list("place-clause")),
      time_clause(lexicon.words().list("time-clause")),
      journey_end(lexicon.words().list("journey-end")),
      journey_aim(lexicon.words().list("journey-aim")),
      journey_start(lexicon.words().list("journey-start")),
      arrival_place(lexicon.words().list("arrival-place")),
      topic(lexicon.words().list("topic-word")),
      self(lexicon.words().list("self-word")),
      owned_organ(lexicon.words().list("owned-organ")),
      private_word(lexicon.words().list("private-word")),
      side_word(lexicon.words().list("side-word")),
      another_word(lexicon.words().list("another-word")),
      under_way_word(lexicon.words().list("under-way-word")),
      announced_word(lexicon.words().list("announced-word")),
      counts{lexicon.words().list("count-2"), lexicon.words().list("count-3"), lexicon.words().list("count-4"),
             lexicon.words().list("count-5")} {}

}  // namespace chancery
