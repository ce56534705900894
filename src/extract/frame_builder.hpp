#pragma once

#include "extract/draft.hpp"
#include "match/lattice.hpp"
#include "resolve/entity_resolver.hpp"

namespace chancery {

/// Make a draft of what an event rule found in `unit` and append it to `work.drafts`.
void add_draft(ArticleWork& work, const Match& match, const Unit& unit);

/// Make drafts of the mention rules that state something of the mention they made: an office of a title and a name.
void add_mention_drafts(ArticleWork& work, std::span<const Match> matches, std::span<const MadeMention> made);

}  // namespace chancery
