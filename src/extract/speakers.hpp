#pragma once

#include <vector>

#include "extract/draft.hpp"
#include "match/lattice.hpp"

namespace chancery {

/// A match of a speaker rule, with the unit in which it was found.
struct SpeakerHit {
  Match match;
  std::uint32_t sentence = 0;
  std::int32_t quotation = -1;
};

/// Give every quotation its speaker and make it a draft of the pack's frame of speech (the first with a role of class Quote).
///
/// In this order: a speaker rule that captured the quotation; the quotation that it carries on; another one of the same sentence;
/// for a sentence that is only a quotation its neighbours in the paragraph, then the end of the paragraph before; the last frame
/// of speech before it in its sentence. A quotation of nobody, and one of one or two words that no verb of speech introduces, is
/// left out. Frames of speech with the same words join the quotation.
void assign_speakers(ArticleWork& work, const std::vector<SpeakerHit>& hits);

/// Say for every other draft inside a quotation, or in the clause that a verb of speech governs, who vouches for it.
void assign_sources(ArticleWork& work);

}  // namespace chancery
