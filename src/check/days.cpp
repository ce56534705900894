#include "check/days.hpp"

#include <charconv>
#include <string>
#include <string_view>

#include "rdf/vocabulary.hpp"

namespace chancery {
namespace {

/// Reads all of `text` as a number; none if anything else is in it.
std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<DaySpan> month(std::string_view text) {
  if (text.size() < 7 || text[4] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto of_year = number(text.substr(5, 2));
  if (!year || !of_year || *of_year < 1 || *of_year > 12) return std::nullopt;
  const int next_year = *of_year == 12 ? *year + 1 : *year;
  const auto next_month = static_cast<unsigned>(*of_year % 12 + 1);
  return DaySpan{day_of(*year, static_cast<unsigned>(*of_year), 1), day_of(next_year, next_month, 1) - 1};
}

}  // namespace

std::optional<DaySpan> days_of(const FactGraph& graph, TermId literal) {
  if (literal == no_term || graph.kind(literal) != TermKind::Literal) return std::nullopt;
  const std::string_view type = graph.datatype(literal);
  if (type.substr(0, ns::xsd.size()) != ns::xsd) return std::nullopt;
  const std::string_view local = type.substr(ns::xsd.size());
  const std::string_view value = graph.value(literal);
  if (local == "date" || local == "dateTime") {
    const auto day = parse_iso_day(value.substr(0, 10));
    return day ? std::optional(DaySpan{*day, *day}) : std::nullopt;
  }
  if (local == "gYearMonth") return month(value);
  if (local != "gYear") return std::nullopt;
  const auto year = number(value.substr(0, 4));
  return year ? std::optional(DaySpan{day_of(*year, 1, 1), day_of(*year, 12, 31)}) : std::nullopt;
}

std::string to_string(DaySpan days) {
  return days.earliest == days.latest ? to_iso(days.earliest) : to_iso(days.earliest) + " to " + to_iso(days.latest);
}

}  // namespace chancery
