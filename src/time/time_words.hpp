#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/symbol_table.hpp"

namespace chancery {

/// Units of time, in the order of their length.
enum class TimeUnit : std::uint8_t { Second, Minute, Hour, CalendarDay, Weekend, Week, Fortnight, Month, Quarter, Year, Decade, Century };

/// What a word can mean in an expression of time.
/// Holidays without a fixed day, as values of `TimeKind::Holiday`.
inline constexpr int easter_sunday = 1, thanksgiving = 2;

enum class TimeKind : std::uint8_t {
  None,
  Month,     ///< `value` 1 to 12
  Weekday,   ///< `value` 1 (Monday) to 7
  Unit,      ///< `value` a `TimeUnit`; `plural`
  Rate,      ///< "daily": `value` a `TimeUnit`
  Number,    ///< "two": `value`
  Ordinal,   ///< "third": `value`
  Season,    ///< `value` 0 spring, 1 summer, 2 autumn, 3 winter
  DayPart,   ///< `value` a `DayPart`
  Meridiem,  ///< "a.m.": `value` 0; "p.m.": 12
  Zone,      ///< "GMT"
  Today,     ///< `value` days from today: "yesterday" is -1
  Tonight,   ///< "tonight", "overnight"
  Present,   ///< "now", "currently"
  Past,      ///< "recently"
  Future,    ///< "soon"
  Which,     ///< `value` -1 "last", -2 "past", 0 "this", 1 "next"
  That,      ///< as `Which`, but counted from a date of the text: "that", "the following"
  Recent,    ///< "recent"
  Coming,    ///< "coming", "upcoming"
  Edge,      ///< `value` a `PeriodPart`: "early", "late"
  EdgeNoun,  ///< `value` a `PeriodPart`: "end", in "the end of"
  The,
  A,  ///< "a", "an"
  Every,
  Some,  ///< "few", "several": a number nobody tells
  Half,
  Ago,
  Later,
  Earlier,
  Of,
  And,
  Approx,   ///< "about", "nearly"
  Holiday,  ///< `value` month * 100 + day, or one of the movable ones below
};

enum class DayPart : std::uint8_t { Morning, Midday, Afternoon, Evening, Night, Midnight };
enum class PeriodPart : std::uint8_t { None, Start, Middle, End };

/// What a word tells of the time of its clause: a verb in the past, one in the plain present, one that looks ahead ("will meet",
/// "to meet", "due").
enum class TenseCue : std::uint8_t { None, Past, Present, Future };

struct TimeWord {
  TimeKind kind = TimeKind::None;
  std::int16_t value = 0;
  bool plural = false;
  bool needs_capital = false;  ///< "may", "march": a month only if it is written with a capital
  bool abbreviated = false;    ///< "sat", "sun": a weekday only with a full stop or before a date
  TenseCue cue = TenseCue::None;
};

/// The words of the English calendar, by symbol. Made while the run's symbols are loaded; const afterwards.
class TimeWords {
 public:
  /// Interns the words in `table`.
  explicit TimeWords(SymbolTable& table);

  /// `None` for a word that is not of the calendar.
  [[nodiscard]] TimeWord find(Symbol word) const {
    const std::uint32_t index = index_of(word);
    return index < words_.size() ? words_[index] : TimeWord{};
  }
  /// By text, for parts of hyphenated words.
  [[nodiscard]] TimeWord find(std::string_view word) const { return find(table_->find(word)); }

 private:
  const SymbolTable* table_;
  std::vector<TimeWord> words_;
};

}  // namespace chancery
