#pragma once

#include <vector>

#include "extract/draft.hpp"
#include "match/lattice.hpp"
#include "match/matcher.hpp"

namespace chancery {

/// Fill roles of the drafts `first`… of `unit` from the adjuncts of their frames: each adjunct goes to the draft nearest to it in
/// its clause, one that stands before it first. What an adjunct pattern finds behind another noun ("the war in X") belongs to that
/// noun and is left alone.
void attach_adjuncts(ArticleWork& work, Matcher& matcher, const Lattice& lattice, const Unit& unit, std::size_t first);

/// What the adjunct patterns of `role` find in a sentence, whoever it belongs to.
std::vector<Filler> adjuncts_of_sentence(ArticleWork& work, Matcher& matcher, Lattice& lattice, std::uint32_t sentence,
                                         const FrameModel& model, std::uint16_t role);

}  // namespace chancery
