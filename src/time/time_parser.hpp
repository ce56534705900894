#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "text/document.hpp"
#include "time/time_tagger.hpp"
#include "time/time_values.hpp"
#include "time/time_words.hpp"

namespace chancery {

/// What a form of expression found: the token behind it, and its value.
struct TimePhrase {
  std::uint32_t end = 0;
  DateValue value;
};
using MaybePhrase = std::optional<TimePhrase>;

/// Reads the expressions of time of one document, sentence by sentence. Each method named after a form tries it at one token
/// and looks at no more than about a dozen tokens, so the whole is linear.
class TimeParser {
 public:
  TimeParser(const Document& document, const TimeWords& words, std::optional<Day> today, std::span<const TenseCue> tenses);

  std::vector<FoundDate> run();
  /// The expressions of these tokens alone: the dateline, or a line that is in no sentence.
  std::vector<FoundDate> run_over(TokenSpan tokens);

 private:
  using Position = std::uint32_t;

  void sentence(TokenSpan tokens);
  MaybePhrase phrase(Position i);
  [[nodiscard]] bool tells_nothing(Position i) const;
  [[nodiscard]] bool may_begin(Position i) const;
  void take(Position begin, TimePhrase phrase);

  // time_dates.cpp: dates of the calendar
  MaybePhrase iso_date(Position i) const;
  MaybePhrase weekday(Position i);
  MaybePhrase month_first(Position i);
  MaybePhrase day_first(Position i);
  MaybePhrase year(Position i) const;
  MaybePhrase decade_or_century(Position i);
  MaybePhrase quarter(Position i);
  MaybePhrase quarter_of_year_before(Position end) const;
  MaybePhrase season(Position i, std::optional<int> year);
  MaybePhrase holiday(Position i);
  MaybePhrase movable_holiday(Position i, int which);
  MaybePhrase hyphenated(Position i);
  MaybePhrase full_date(Position i);

  // time_relative.cpp: counted from today or from another date
  MaybePhrase today(Position i);
  MaybePhrase which(Position i);
  MaybePhrase which_unit(Position i, int offset, bool is_past);
  MaybePhrase which_date(Position i, int offset);
  MaybePhrase that(Position i);
  MaybePhrase recent_or_coming(Position i);
  MaybePhrase edge(Position i);
  MaybePhrase edge_of(Position i);
  MaybePhrase the_unit(Position i) const;
  MaybePhrase reference(Position i) const;

  // time_durations.cpp: lengths, sets, clock times
  MaybePhrase duration(Position i);
  MaybePhrase after_duration(Position end, std::optional<int> count, TimeUnit unit);
  MaybePhrase every(Position i);
  MaybePhrase clock(Position i);
  MaybePhrase noon(Position i);
  MaybePhrase on_a_date(Position i, unsigned hour, unsigned minute);
  [[nodiscard]] std::optional<TimePhrase> with_day_part(TimePhrase phrase) const;

  /// A number in digits or words, "a", or "few" (without a count).
  struct Count {
    Position end = 0;
    std::optional<int> count;
    int halves = 0;  ///< "a half", "2 1/2": halves on top of `count`
  };
  [[nodiscard]] std::optional<Count> count(Position i) const;
  [[nodiscard]] std::optional<int> whole_number(Position i) const;
  [[nodiscard]] std::optional<int> number_word(std::string_view word) const;
  [[nodiscard]] std::optional<unsigned> day_number(Position i) const;
  [[nodiscard]] std::optional<int> year_number(Position i) const;
  [[nodiscard]] std::optional<TimeUnit> unit(Position i) const;
  [[nodiscard]] bool is_month(Position i) const;
  [[nodiscard]] bool stands_for_month(Position i) const;
  [[nodiscard]] bool follows_preposition(Position i) const;

  [[nodiscard]] TimeWord word(Position i) const { return i < part_.end ? words_.find(document_.tokens[i].word) : TimeWord{}; }
  [[nodiscard]] bool is(Position i, TimeKind kind) const { return word(i).kind == kind; }
  [[nodiscard]] bool has_text(Position i, std::string_view text) const {
    return i < part_.end && i >= part_.begin && document_.word(i) == text;
  }
  [[nodiscard]] std::string_view text(Position i) const { return document_.word(i); }
  [[nodiscard]] Shape shape(Position i) const { return i < part_.end ? document_.tokens[i].shape : Shape::Other; }
  [[nodiscard]] bool is_name_like(Position i) const;
  [[nodiscard]] Position skip_article(Position i) const { return is(i, TimeKind::The) || is(i, TimeKind::A) ? i + 1 : i; }

  /// Where the sentence points: by the nearest word left of `i`, else right of it, that tells a tense. `Present` is told only by a
  /// verb in front of `i`, with no comma and no other clause between: "the ministers meet Monday".
  [[nodiscard]] TenseCue direction(Position i) const;
  [[nodiscard]] TenseCue cue(Position i) const;
  [[nodiscard]] bool looks_ahead(Position i) const;
  [[nodiscard]] DateValue nearest_weekday(unsigned weekday, Position i) const;
  [[nodiscard]] std::optional<int> nearest_year(unsigned month, unsigned day, Position i) const;
  [[nodiscard]] DateValue month_value(std::optional<int> year, unsigned month, std::optional<unsigned> day) const;
  [[nodiscard]] std::optional<int> this_year() const;

  const Document& document_;
  const TimeWords& words_;
  std::optional<Day> today_;
  std::span<const TenseCue> tenses_;  ///< by token; empty if nothing is known
  std::optional<Day> last_day_;       ///< the last date of the text that names a day, or a stretch: its first day
  TokenSpan part_;
  std::vector<FoundDate> found_;
};

}  // namespace chancery
