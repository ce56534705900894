#pragma once

#include "resolve/name_groups.hpp"

namespace chancery {

/// "Birmingham, Ala.": a place behind whose name a region or country stands between comma and mark is the one that lies there, or
/// none that the lexicon knows. Narrows the candidates of such names; linear in the uses of names.
void qualify_places(const ResolverKnowledge& knowledge, const Document& document, NameGroups& names);

}  // namespace chancery
