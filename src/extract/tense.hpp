#pragma once

#include "extract/draft.hpp"

namespace chancery {

/// How a clause presents what it speaks of.
enum class Reality : std::uint8_t { Happened, Coming, Wished };

struct TenseReading {
  Reality reality = Reality::Happened;
  bool negated = false;
  bool plain_present = false;  ///< "meets": the date decides
};

/// The verb group that says when the draft's event is: its own, or for a noun that of its clause. -1 if there is none.
std::int32_t deciding_verb_group(const ArticleWork& work, const Draft& draft);

/// What tense, mood, negation and governing verbs of a verb group say: past is happened, future and "to meet" are coming, a modal
/// is wished.
TenseReading read_tense(const ArticleWork& work, std::int32_t verb_group);

/// The token tells before from after: "after talks", "ahead of talks".
bool is_time_word(const ArticleWork& work, std::uint32_t token);

/// The draft's noun stands behind such a word: "Prior to the summit", "met N after talks with R".
bool is_behind_time_word(const ArticleWork& work, const Draft& draft);

/// "hopes to discuss the recent talks": the draft's noun is told of as what has begun or is over, whatever its clause is about.
bool is_under_way(const ArticleWork& work, const Draft& draft);

/// "hopes the planned talks will help": the draft's noun is told of as what is to come.
bool is_announced(const ArticleWork& work, const Draft& draft);

/// Give every role of named values that has none its default; one by tense is that for what happened, is to come, or is wished. Also gives
/// the draft its polarity. A date of the draft after the article's makes a present tense planned.
void apply_defaults(ArticleWork& work, Draft& draft);

}  // namespace chancery
