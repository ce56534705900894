#pragma once

#include "extract/draft.hpp"

namespace chancery {

/// Unite drafts that speak of one thing, as the frames' `same-when` says: in text order, each with the nearest earlier draft that
/// it goes with, and never against a conflict with what that one has taken in already. A draft that points back ("the summit")
/// and finds nothing before it may join one of the next three sentences.
void merge_drafts(ArticleWork& work);

/// Drop the drafts that lack what their frames require.
void drop_incomplete(ArticleWork& work);

}  // namespace chancery
