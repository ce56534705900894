#pragma once

#include "extract/draft.hpp"
#include "match/lattice.hpp"
#include "match/matcher.hpp"

namespace chancery {

/// Look for the roles that drafts miss where their frames say (`fill`). `grammatical` chooses the places inside the draft's own
/// clause (subject, possessor, features), before merging; false those elsewhere in the article, after it.
void fill_roles(ArticleWork& work, Matcher& matcher, Lattice& lattice, bool grammatical);

/// Make of a draft with several fillers of a role that is to be taken one by one ("meetings with A, B and C") as many drafts.
void distribute(ArticleWork& work);

}  // namespace chancery
