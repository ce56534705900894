#pragma once

#include "extract/draft.hpp"

namespace chancery {

/// Let the cues of the article change the drafts in their scope: for each draft those nearest to it first, so that the outermost
/// has the last word. A cue sets named values, or maps some of them to others (`status: {held: planned}`), and may set `polarity`
/// and `asserted` (true, false) and `factuality` (certain, probable, possible). A cue whose own verb is negated changes nothing,
/// unless it maps values: then it denies.
void apply_cues(ArticleWork& work);

}  // namespace chancery
