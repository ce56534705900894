#pragma once

#include <string>

namespace chancery {

/// The files that have a schema: those of `rules/` and `frames/`, which may hold the same sections, and `pack.yaml`.
enum class SchemaOf { Rules, Pack };

/// A JSON Schema (draft 7, which editors take) of the files that the pack reader takes: their keys, the words of values that are one
/// of several, and what must be there. What needs more than one file, as the names of roles, and the inside of patterns is not in
/// it: `chancery rules lint` says that.
std::string json_schema(SchemaOf files);

}  // namespace chancery
