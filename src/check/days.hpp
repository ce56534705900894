#pragma once

#include <algorithm>
#include <optional>

#include "check/fact_graph.hpp"
#include "time/date_value.hpp"

namespace chancery {

/// The days that a date may mean, both inclusive.
struct DaySpan {
  Day earliest = 0;
  Day latest = 0;

  [[nodiscard]] bool overlaps(DaySpan other) const { return earliest <= other.latest && other.earliest <= latest; }
};

/// The days of an xsd:date, xsd:dateTime (its date as written), xsd:gYearMonth or xsd:gYear literal; none for any other term.
std::optional<DaySpan> days_of(const FactGraph& graph, TermId literal);

/// "2025-04-11", or "2025-04-01 to 2025-04-30".
std::string to_string(DaySpan days);

}  // namespace chancery
