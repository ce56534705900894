#pragma once

#include <optional>
#include <vector>

#include "check/check_context.hpp"
#include "check/days.hpp"

namespace chancery {

/// Who is in which post, and the days on which that is known: nothing is assumed to go on before or after them.
struct Tenure {
  TermId membership = no_term;
  TermId member = no_term;
  TermId post = no_term;
  std::optional<DaySpan> known;  ///< none: undated
};

/// All memberships that the parts `member` and `post` of a check name. The days come from the parts `during` (an interval with
/// `start` and `end`, or instants with `at`), else, for a tenure of the setting `current`, from the day of `as-of`.
std::vector<Tenure> read_tenures(const CheckContext& context);

}  // namespace chancery
