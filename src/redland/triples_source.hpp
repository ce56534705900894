#pragma once

#include <optional>

#include "redland/store.hpp"

namespace chancery {

/// Make `store` what rasqal's queries of this world look into, instead of librdf's own bridge. Borrows the store: it must live as long as
/// queries of the world are run.
///
/// librdf's bridge binds only the variables of the triple pattern at hand. rasqal keeps one value a variable for the whole query,
/// so when a join reads its right side between two rows of its left one, the left side goes on with the right side's values and
/// gives rows that are no answers (`?m :who ?a . ?m :who ?b OPTIONAL { ?m :day ?d }`). Here each new match also sets the
/// variables of the patterns before it in the same group again.
bool use_for_queries(const RedlandWorld& world, RedlandStore& store);

/// The term of a literal as rasqal calls every term, or none if it is none of RDF.
std::optional<Term> to_term(rasqal_literal* value);

}  // namespace chancery
