#include "time/time_words.hpp"

#include <array>
#include <string>

namespace chancery {
namespace {

struct Row {
  std::string_view word;
  TimeKind kind;
  int value;
};

constexpr std::array<std::string_view, 12> months = {"january", "february", "march",     "april",   "may",      "june",
                                                     "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 20> numbers = {"one",     "two",     "three",     "four",     "five",     "six",      "seven",
                                                      "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen", "fourteen",
                                                      "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
constexpr std::array<std::string_view, 20> ordinals = {
    "first",    "second",  "third",      "fourth",     "fifth",     "sixth",     "seventh",     "eighth",     "ninth",      "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};

constexpr int unit(TimeUnit u) {
  return static_cast<int>(u);
}
constexpr int part(DayPart p) {
  return static_cast<int>(p);
}
constexpr int edge(PeriodPart e) {
  return static_cast<int>(e);
}

constexpr std::array units = {
    Row{"second", TimeKind::Unit, unit(TimeUnit::Second)},       Row{"minute", TimeKind::Unit, unit(TimeUnit::Minute)},
    Row{"hour", TimeKind::Unit, unit(TimeUnit::Hour)},           Row{"day", TimeKind::Unit, unit(TimeUnit::CalendarDay)},
    Row{"week", TimeKind::Unit, unit(TimeUnit::Week)},           Row{"weekend", TimeKind::Unit, unit(TimeUnit::Weekend)},
    Row{"fortnight", TimeKind::Unit, unit(TimeUnit::Fortnight)}, Row{"month", TimeKind::Unit, unit(TimeUnit::Month)},
    Row{"quarter", TimeKind::Unit, unit(TimeUnit::Quarter)},     Row{"year", TimeKind::Unit, unit(TimeUnit::Year)},
    Row{"decade", TimeKind::Unit, unit(TimeUnit::Decade)}};

constexpr std::array rows = {Row{"century", TimeKind::Unit, unit(TimeUnit::Century)},
                             Row{"hourly", TimeKind::Rate, unit(TimeUnit::Hour)},
                             Row{"daily", TimeKind::Rate, unit(TimeUnit::CalendarDay)},
                             Row{"nightly", TimeKind::Rate, unit(TimeUnit::CalendarDay)},
                             Row{"weekly", TimeKind::Rate, unit(TimeUnit::Week)},
                             Row{"fortnightly", TimeKind::Rate, unit(TimeUnit::Fortnight)},
                             Row{"monthly", TimeKind::Rate, unit(TimeUnit::Month)},
                             Row{"quarterly", TimeKind::Rate, unit(TimeUnit::Quarter)},
                             Row{"yearly", TimeKind::Rate, unit(TimeUnit::Year)},
                             Row{"annual", TimeKind::Rate, unit(TimeUnit::Year)},
                             Row{"annually", TimeKind::Rate, unit(TimeUnit::Year)},
                             Row{"thirty", TimeKind::Number, 30},
                             Row{"forty", TimeKind::Number, 40},
                             Row{"fifty", TimeKind::Number, 50},
                             Row{"sixty", TimeKind::Number, 60},
                             Row{"seventy", TimeKind::Number, 70},
                             Row{"eighty", TimeKind::Number, 80},
                             Row{"ninety", TimeKind::Number, 90},
                             Row{"hundred", TimeKind::Number, 100},
                             Row{"dozen", TimeKind::Number, 12},
                             Row{"spring", TimeKind::Season, 0},
                             Row{"summer", TimeKind::Season, 1},
                             Row{"autumn", TimeKind::Season, 2},
                             Row{"fall", TimeKind::Season, 2},
                             Row{"winter", TimeKind::Season, 3},
                             Row{"morning", TimeKind::DayPart, part(DayPart::Morning)},
                             Row{"mornings", TimeKind::DayPart, part(DayPart::Morning)},
                             Row{"dawn", TimeKind::DayPart, part(DayPart::Morning)},
                             Row{"midday", TimeKind::DayPart, part(DayPart::Midday)},
                             Row{"noon", TimeKind::DayPart, part(DayPart::Midday)},
                             Row{"afternoon", TimeKind::DayPart, part(DayPart::Afternoon)},
                             Row{"afternoons", TimeKind::DayPart, part(DayPart::Afternoon)},
                             Row{"evening", TimeKind::DayPart, part(DayPart::Evening)},
                             Row{"evenings", TimeKind::DayPart, part(DayPart::Evening)},
                             Row{"night", TimeKind::DayPart, part(DayPart::Night)},
                             Row{"nights", TimeKind::DayPart, part(DayPart::Night)},
                             Row{"midnight", TimeKind::DayPart, part(DayPart::Midnight)},
                             Row{"a.m.", TimeKind::Meridiem, 0},
                             Row{"a.m", TimeKind::Meridiem, 0},
                             Row{"am", TimeKind::Meridiem, 0},
                             Row{"p.m.", TimeKind::Meridiem, 12},
                             Row{"p.m", TimeKind::Meridiem, 12},
                             Row{"pm", TimeKind::Meridiem, 12},
                             Row{"gmt", TimeKind::Zone, 0},
                             Row{"utc", TimeKind::Zone, 0},
                             Row{"est", TimeKind::Zone, 0},
                             Row{"edt", TimeKind::Zone, 0},
                             Row{"pst", TimeKind::Zone, 0},
                             Row{"pdt", TimeKind::Zone, 0},
                             Row{"cet", TimeKind::Zone, 0},
                             Row{"cest", TimeKind::Zone, 0},
                             Row{"bst", TimeKind::Zone, 0},
                             Row{"ist", TimeKind::Zone, 0},
                             Row{"et", TimeKind::Zone, 0},
                             Row{"msk", TimeKind::Zone, 0},
                             Row{"today", TimeKind::Today, 0},
                             Row{"yesterday", TimeKind::Today, -1},
                             Row{"tomorrow", TimeKind::Today, 1},
                             Row{"tonight", TimeKind::Tonight, 0},
                             Row{"overnight", TimeKind::Tonight, -1},
                             Row{"now", TimeKind::Present, 0},
                             Row{"currently", TimeKind::Present, 0},
                             Row{"nowadays", TimeKind::Present, 0},
                             Row{"presently", TimeKind::Present, 0},
                             Row{"recently", TimeKind::Past, 0},
                             Row{"lately", TimeKind::Past, 0},
                             Row{"soon", TimeKind::Future, 0},
                             Row{"shortly", TimeKind::Future, 0},
                             Row{"last", TimeKind::Which, -1},
                             Row{"past", TimeKind::Which, -2},
                             Row{"previous", TimeKind::That, -1},
                             Row{"preceding", TimeKind::That, -1},
                             Row{"this", TimeKind::Which, 0},
                             Row{"current", TimeKind::Which, 0},
                             Row{"next", TimeKind::Which, 1},
                             Row{"following", TimeKind::That, 1},
                             Row{"same", TimeKind::That, 0},
                             Row{"that", TimeKind::That, 0},
                             Row{"recent", TimeKind::Recent, 0},
                             Row{"coming", TimeKind::Coming, 1},
                             Row{"upcoming", TimeKind::Coming, 1},
                             Row{"early", TimeKind::Edge, edge(PeriodPart::Start)},
                             Row{"late", TimeKind::Edge, edge(PeriodPart::End)},
                             Row{"mid", TimeKind::Edge, edge(PeriodPart::Middle)},
                             Row{"earlier", TimeKind::Earlier, -1},
                             Row{"later", TimeKind::Later, 1},
                             Row{"ago", TimeKind::Ago, -1},
                             Row{"beginning", TimeKind::EdgeNoun, edge(PeriodPart::Start)},
                             Row{"start", TimeKind::EdgeNoun, edge(PeriodPart::Start)},
                             Row{"middle", TimeKind::EdgeNoun, edge(PeriodPart::Middle)},
                             Row{"end", TimeKind::EdgeNoun, edge(PeriodPart::End)},
                             Row{"the", TimeKind::The, 0},
                             Row{"a", TimeKind::A, 1},
                             Row{"an", TimeKind::A, 1},
                             Row{"every", TimeKind::Every, 0},
                             Row{"each", TimeKind::Every, 0},
                             Row{"few", TimeKind::Some, 0},
                             Row{"several", TimeKind::Some, 0},
                             Row{"couple", TimeKind::Some, 2},
                             Row{"many", TimeKind::Some, 0},
                             Row{"some", TimeKind::Some, 0},
                             Row{"half", TimeKind::Half, 0},
                             Row{"of", TimeKind::Of, 0},
                             Row{"and", TimeKind::And, 0},
                             Row{"about", TimeKind::Approx, 0},
                             Row{"around", TimeKind::Approx, 0},
                             Row{"nearly", TimeKind::Approx, 0},
                             Row{"almost", TimeKind::Approx, 0},
                             Row{"roughly", TimeKind::Approx, 0},
                             Row{"approximately", TimeKind::Approx, 0},
                             Row{"christmas", TimeKind::Holiday, 1225},
                             Row{"easter", TimeKind::Holiday, easter_sunday},
                             Row{"thanksgiving", TimeKind::Holiday, thanksgiving},
                             Row{"halloween", TimeKind::Holiday, 1031}};

/// Words that look ahead whatever the verb of their clause. What verbs tell comes from the annotation.
constexpr std::array<std::string_view, 6> future_cues = {"expected", "scheduled", "due", "upcoming", "planned", "plans"};

class Builder {
 public:
  Builder(SymbolTable& table, std::vector<TimeWord>& words) : table_(table), words_(words) {}

  TimeWord& at(std::string_view word) {
    const std::uint32_t index = index_of(table_.intern(word));
    if (index >= words_.size()) words_.resize(index + 1);
    return words_[index];
  }
  TimeWord& add(std::string_view word, TimeKind kind, int value) {
    TimeWord& entry = at(word);
    entry.kind = kind;
    entry.value = static_cast<std::int16_t>(value);
    return entry;
  }

 private:
  SymbolTable& table_;
  std::vector<TimeWord>& words_;
};

}  // namespace

TimeWords::TimeWords(SymbolTable& table) : table_(&table) {
  Builder builder(table, words_);
  for (const Row& row : rows) builder.add(row.word, row.kind, row.value);
  for (const Row& row : units) {
    builder.add(row.word, row.kind, row.value);
    builder.add(std::string(row.word) + "s", row.kind, row.value).plural = true;
  }
  builder.add("centuries", TimeKind::Unit, unit(TimeUnit::Century)).plural = true;
  for (std::size_t i = 0; i < numbers.size(); ++i) builder.add(numbers[i], TimeKind::Number, static_cast<int>(i) + 1);
  for (std::size_t i = 0; i < ordinals.size(); ++i) builder.add(ordinals[i], TimeKind::Ordinal, static_cast<int>(i) + 1);
  for (std::size_t i = 0; i < months.size(); ++i) {
    const int month = static_cast<int>(i) + 1;
    builder.add(months[i], TimeKind::Month, month).needs_capital = true;
    const std::string brief(months[i].substr(0, 3));
    builder.add(brief + ".", TimeKind::Month, month).needs_capital = true;
    if (brief == "may") continue;
    TimeWord& bare = builder.add(brief, TimeKind::Month, month);
    bare.needs_capital = bare.abbreviated = true;
  }
  builder.add("sept.", TimeKind::Month, 9).needs_capital = true;
  TimeWord& september = builder.add("sept", TimeKind::Month, 9);
  september.needs_capital = september.abbreviated = true;
  for (std::size_t i = 0; i < weekdays.size(); ++i) {
    const int weekday = static_cast<int>(i) + 1;
    builder.add(weekdays[i], TimeKind::Weekday, weekday);
    builder.add(std::string(weekdays[i]) + "s", TimeKind::Weekday, weekday).plural = true;
    TimeWord& brief = builder.add(weekdays[i].substr(0, 3), TimeKind::Weekday, weekday);
    brief.needs_capital = brief.abbreviated = true;
    builder.add(std::string(weekdays[i].substr(0, 3)) + ".", TimeKind::Weekday, weekday).needs_capital = true;
  }
  for (const std::string_view cue : future_cues) builder.at(cue).cue = TenseCue::Future;
}

}  // namespace chancery
