#pragma once

#include <span>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "rdf/byte_sink.hpp"
#include "rdf/statement.hpp"
#include "rdf/vocabulary.hpp"

namespace chancery {

/// The vocabularies' prefixes and those of the node kinds under `base` (`person:` …), in the order in which they are written.
std::vector<Prefix> all_prefixes(std::string_view base = default_base);

/// Write `statements` as Turtle: through a librdf model in `trees` storage, which drops duplicates, and raptor's serializer.
/// Sorted and prefixed: the same set gives the same bytes, in any order. Graph names are left out. What the libraries complain
/// about goes to `diagnostics` (`rdf.library`); a failure to write is the result. Finishes `out`.
Status write_turtle(std::span<const Statement> statements, std::span<const Prefix> prefixes, ByteSink& out, Diagnostics& diagnostics);

}  // namespace chancery
