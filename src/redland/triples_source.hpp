#pragma once

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "redland/store.hpp"

namespace chancery {

using LiteralHandle = std::unique_ptr<rasqal_literal, FreeWith<rasqal_free_literal>>;
struct TriplesSource;

/// The matches of one triple pattern, as rasqal walks through them.
struct TripleMatch {
  TriplesSource* triples = nullptr;
  rasqal_triple_meta* meta = nullptr;
  int column = 0;  ///< of the pattern among all of the query
  StreamHandle stream;
  std::array<rasqal_variable*, 3> variables{};  ///< those that this pattern binds
  std::array<LiteralHandle, 3> values;
};

/// What rasqal's queries look into, instead of librdf's own bridge. Borrows the store.
///
/// librdf's bridge binds only the variables of the triple pattern at hand. rasqal keeps one value a variable for the whole query,
/// so when a join reads its right side between two rows of its left one, the left side goes on with the right side's values and
/// gives rows that are no answers (`?m :who ?a . ?m :who ?b OPTIONAL { ?m :day ?d }`). Here each new match also sets the
/// variables of the patterns before it in the same group again.
struct TriplesSource {
  RedlandStore& store;
  std::vector<TripleMatch*> live;
};

/// Must live, where it is, as long as queries of the store's world are run. False if rasqal refuses.
bool use_for_queries(TriplesSource& triples);

/// The term of a literal as rasqal calls every term, or none if it is none of RDF.
std::optional<Term> to_term(rasqal_literal* value);

}  // namespace chancery
