#include "extract/date_finder.hpp"

#include <utility>

#include "time/time_tagger.hpp"

namespace chancery {
namespace {

TenseCue cue_of(const VerbGroup& verb, VerbForm form) {
  if (verb.perfect) return TenseCue::Past;
  if (verb.infinitive || verb.tense == Tense::Future || verb.modal != Symbol::None) return TenseCue::Future;
  if (verb.tense == Tense::Past) return TenseCue::Past;
  if (verb.tense == Tense::Present) return TenseCue::Present;
  return form == VerbForm::PastParticiple ? TenseCue::Past : TenseCue::None;
}

/// What each token tells as the head of a verb group.
std::vector<TenseCue> tenses_of(const Annotation& annotation) {
  std::vector<TenseCue> tenses(annotation.tokens.size(), TenseCue::None);
  for (const VerbGroup& verb : annotation.verb_groups) tenses[verb.head] = cue_of(verb, annotation.tokens[verb.head].form);
  return tenses;
}

}  // namespace

DateFinder::DateFinder(SymbolTable& table) : tagger_(std::make_unique<const TimeTagger>(table)) {}
DateFinder::~DateFinder() = default;

std::optional<Day> DateFinder::find(const Document& document, const Annotation& annotation, Mentions& mentions) const {
  const std::optional<Day> today = tagger_->reference_day(document);
  mentions.dates.clear();
  mentions.today = today;
  for (FoundDate& date : tagger_->find(document, today, tenses_of(annotation)))
    mentions.dates.push_back({date.tokens, std::move(date.value)});
  return today;
}

}  // namespace chancery
