#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/span.hpp"
#include "text/document.hpp"
#include "time/date_value.hpp"
#include "time/time_words.hpp"

namespace chancery {

/// An expression of time and what it means.
struct FoundDate {
  TokenSpan tokens;
  DateValue value;
};

/// Finds expressions of time: dates, weekdays, "last week", "early 2025", "five-hour", "every day", "recently".
/// Const after it is made, shared by threads.
class TimeTagger {
 public:
  /// Interns the words of the calendar in `table`, so it is made while the lexicon and the rules load.
  explicit TimeTagger(SymbolTable& table) : words_(table) {}

  /// The expressions of all sentences, in text order, none overlapping another. Relative ones count from `today`; where it is
  /// missing they get values with `X` for what is not known, and no days. `tenses` says for each token of the document what it
  /// tells as a verb, so that "agreed on Monday to meet" and "agreed to meet on Monday" are two days; without it, no verb tells.
  [[nodiscard]] std::vector<FoundDate> find(const Document& document, std::optional<Day> today,
                                            std::span<const TenseCue> tenses = {}) const;

  /// The day from which relative dates count: the article's date, else a full date in the dateline, else that of a date line on top of the
  /// page ("Published on 19 Sep 2025"), else none.
  [[nodiscard]] std::optional<Day> reference_day(const Document& document) const;

 private:
  [[nodiscard]] std::optional<Day> day_of_date_line(const Document& document) const;

  TimeWords words_;
};

}  // namespace chancery
