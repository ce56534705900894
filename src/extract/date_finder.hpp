#pragma once

#include <memory>
#include <optional>

#include "annotate/annotation.hpp"
#include "annotate/mention.hpp"
#include "base/symbol_table.hpp"
#include "text/document.hpp"
#include "time/date_value.hpp"

namespace chancery {

class TimeTagger;

/// Finds the date expressions of an article and gives them to the mentions. Const after it is made, shared by threads.
class DateFinder {
 public:
  /// Interns the words of the calendar, so it is made before the first article.
  explicit DateFinder(SymbolTable& table);
  ~DateFinder();

  /// Replace `mentions.dates`. The verbs of `annotation` say on which side of the article's date a weekday or month lies. Returns the
  /// day from which relative dates count, if the article gives one.
  std::optional<Day> find(const Document& document, const Annotation& annotation, Mentions& mentions) const;

 private:
  std::unique_ptr<const TimeTagger> tagger_;
};

}  // namespace chancery
