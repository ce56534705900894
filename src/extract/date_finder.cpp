#include "extract/date_finder.hpp"

#include <utility>

#include "time/time_tagger.hpp"

namespace chancery {

DateFinder::DateFinder(SymbolTable& table) : tagger_(std::make_unique<const TimeTagger>(table)) {}
DateFinder::~DateFinder() = default;

std::optional<Day> DateFinder::find(const Document& document, Mentions& mentions) const {
  const std::optional<Day> today = tagger_->reference_day(document);
  mentions.dates.clear();
  for (FoundDate& date : tagger_->find(document, today)) mentions.dates.push_back({date.tokens, std::move(date.value)});
  return today;
}

}  // namespace chancery
