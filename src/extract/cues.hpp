#pragma once

#include "extract/draft.hpp"

namespace chancery {

/// Let the cues of the article change the drafts in their scope: for each draft those nearest to it first, so that the outermost
/// has the last word. A cue sets named values ("cancelled"), or changes some of them ("proposed -> planned"), and may set
/// `polarity` (true, false) and `factuality` (certain, probable, possible). `negated: keep` says that a negated cue changes
/// nothing; else it denies.
void apply_cues(ArticleWork& work);

}  // namespace chancery
