#include "resolve/linker.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace chancery {

ClassId mention_class_of(const Entry& entry) {
  switch (entry.cls) {
    case EntryClass::Person: return mention_class::person;
    case EntryClass::Polity: return mention_class::polity;
    case EntryClass::Organization: return mention_class::organization;
    case EntryClass::Place: return mention_class::place;
  }
  return mention_class::any;
}

void Linker::link(std::vector<NameGroup>& groups) {
  for (const NameGroup& group : groups) vote(group);
  for (NameGroup& group : groups) choose(group);
}

int Linker::votes(EntryId id) const {
  const auto at = votes_.find(id);
  return at == votes_.end() ? 0 : at->second;
}

void Linker::vote(const NameGroup& group) {
  if (group.candidates.size() != 1) return;
  const Entry& entry = knowledge_.lexicon().entry(group.candidates[0]);
  if (entry.cls == EntryClass::Person) {
    if (entry.country != no_entry) natives_.insert(entry.country);
    return;
  }
  const EntryId state = entry.cls == EntryClass::Polity ? group.candidates[0] : entry.country;
  if (state != no_entry) votes_[state] += static_cast<int>(group.uses.size());
}

double Linker::weight(const NameGroup& group, EntryId id, std::size_t rank) const {
  const Entry& entry = knowledge_.lexicon().entry(id);
  const bool surname = entry.cls == EntryClass::Person && group.words.size() == 1;  // of two people alike: which of them is open
  double weight = rank == 0 && !surname ? 1.0 : 0.0;
  if (entry.cls == EntryClass::Polity)
    weight += entry.sovereign ? 6.0 : 4.5;
  else if (entry.speaks_for != no_entry)
    weight += 5.0;
  else if (entry.cls == EntryClass::Place)
    weight += entry.population > 0 ? std::log10(static_cast<double>(entry.population)) - 2.0 : 2.5;
  else
    weight += 3.5;
  const EntryId state = entry.cls == EntryClass::Polity ? id : entry.country;
  if (state != no_entry) weight += std::min(votes(state), 4) * 0.75;
  const bool told = group.adjective && entry.cls == EntryClass::Polity;  // "Dominican": the state that the article tells of
  if (told && (votes(id) > 0 || natives_.contains(id))) weight += votes(id) > 0 ? 0.75 : 1.5;
  if (entry.cls == EntryClass::Place) weight += group.place > 0 ? 1.0 : 0.0;
  if (entry.cls == EntryClass::Person) weight += group.person > 0 ? 2.0 : group.place > 0 ? -2.0 : 0.0;
  if (entry.cls == EntryClass::Organization && group.acronym) weight += 3.0;  // "SANA" is the agency, "Sana" the city
  if (entry.cls == EntryClass::Organization) weight += group.organization > group.place ? 1.0 : group.place > 0 ? -1.0 : 0.0;
  return weight;
}

/// A small place that is also a common word, a given name or just rarely in the news needs something that speaks for it.
bool Linker::is_credible(const NameGroup& group, EntryId id) const {
  constexpr std::uint32_t well_known = 100000, large = 400000;
  const Entry& entry = knowledge_.lexicon().entry(id);
  if (entry.cls == EntryClass::Person && group.words.size() == 1 && group.placed && group.person <= 0 && !group.titled) return false;
  if (entry.cls != EntryClass::Place || group.words.size() > 1 || entry.speaks_for != no_entry || entry.geonames == 0) return true;
  const NameVocabulary& words = knowledge_.names();
  const bool other_sense = words.is_common_word(group.words[0]) || words.is_given_name(group.words[0]);
  if (other_sense) {
    const bool is_large = entry.population >= large && !words.is_plain_word(group.words[0]);
    const bool reached = group.place_cues > 0 && entry.population >= well_known;
    return group.place > 0 || (group.person == 0 && (is_large || reached));
  }
  if (entry.population == 0 || entry.population >= well_known) return true;
  return group.place > 0 || group.place_cues > 0 || (entry.country != no_entry && votes(entry.country) > 0);
}

void Linker::choose(NameGroup& group) const {
  std::erase_if(group.candidates, [&](EntryId id) { return !is_credible(group, id); });
  double best = -1e9, second = -1e9;
  for (std::size_t rank = 0; rank < group.candidates.size(); ++rank) {
    const EntryId id = group.candidates[rank];
    const bool person = knowledge_.lexicon().entry(id).cls == EntryClass::Person;
    if (group.titled && !person) continue;
    const double found = weight(group, id, rank);
    if (found > best) {
      second = best;
      best = found;
      group.entry = id;
    } else {
      second = std::max(second, found);
    }
  }
  if (group.entry == no_entry) return;
  group.cls = mention_class_of(knowledge_.lexicon().entry(group.entry));
  if (best - second < 0.25) group.entry = no_entry;
}

}  // namespace chancery
