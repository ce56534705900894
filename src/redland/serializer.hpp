#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "rdf/vocabulary.hpp"
#include "redland/world.hpp"

namespace chancery {

/// Takes a statement; false means stop.
using TakeStatement = std::function<bool(librdf_statement&)>;
/// Gives all statements to what it is called with; false if it was stopped or failed.
using StatementSource = std::function<bool(const TakeStatement&)>;

/// Write statements with one of raptor's serializers ("turtle", "rdfxml"); `write` takes the bytes.
Status serialize(const RedlandWorld& world, const StatementSource& source, const char* serializer, std::span<const Prefix> prefixes,
                 const std::function<void(std::string_view)>& write);

}  // namespace chancery
