#pragma once

#include <vector>

#include "check/check_context.hpp"

namespace chancery {

/// Run the one check of the context, whatever its kind.
std::vector<Finding> run_kind(const CheckContext& context);

}  // namespace chancery
