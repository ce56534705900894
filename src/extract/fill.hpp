#pragma once

#include "extract/draft.hpp"
#include "match/lattice.hpp"
#include "match/matcher.hpp"

namespace chancery {

/// Look for the roles that drafts miss where their frames say (`fill`). `grammatical` chooses the places inside the draft's own
/// clause (subject, possessor, features), before merging; false those elsewhere in the article, after it.
void fill_roles(ArticleWork& work, Matcher& matcher, Lattice& lattice, bool grammatical);

/// Once sources are known: give drafts inside a quotation whose subject or owner is the one who speaks ("I met N") that person,
/// where their frames say so.
void fill_from_speakers(ArticleWork& work);

/// After merging: give drafts that only point to several ("they met again") the fillers of the frame before, and a role those of the
/// role that it also counts, where their frames say so.
void fill_after_merging(ArticleWork& work);

/// Make of a draft with several fillers of a role that is to be taken one by one ("meetings with A, B and C") as many drafts.
void distribute(ArticleWork& work);

}  // namespace chancery
