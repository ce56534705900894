#pragma once

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "pipeline/resources.hpp"

namespace chancery {

/// What works, and still is hardly meant: words, phrases, roles and frames that nothing uses or nothing fills, terms that the
/// ontology lacks, rules that can never match or that are tried at every token. Warnings, and notes of what is slow, in the order of
/// files and lines. Only files of the packs named are looked at, none of the packs that they need.
/// Fails only if the ontology cannot be read. `has_errors` says that things were left out on loading: then nothing is said of what is
/// not used or not filled, for what was left out may do so.
Result<Diagnostics> lint_rules(const Resources& resources, bool has_errors);

}  // namespace chancery
