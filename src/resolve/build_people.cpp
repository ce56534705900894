// People of an article: full names first, then shorter forms, each to the nearest person that it fits best.
#include <algorithm>
#include <cctype>
#include <numeric>
#include <set>
#include <string>
#include <string_view>

#include "resolve/entity_builder.hpp"
#include "resolve/namesakes.hpp"
#include "resolve/office_body.hpp"
#include "resolve/person_name.hpp"

namespace chancery {

Gender EntityBuilder::gender_of(const NameGroup& group) {
  gender_of_group_.resize(names_.groups.size());
  std::optional<Gender>& known = gender_of_group_[static_cast<std::size_t>(&group - names_.groups.data())];
  if (!known) {
    known = titled_gender_of(group);
    if (known == Gender::Unknown) known = group.gender;
  }
  return *known;
}

Gender EntityBuilder::titled_gender_of(const NameUse& use) const {
  for (MentionId id : use.readings)
    for (const Feature& feature : mentions_.items[id].features) {
      if (feature.name != knowledge_.title_feature || feature.mention == no_mention) continue;
      const RoleId role = mentions_.items[feature.mention].role;
      if (role == no_role) continue;
      const Gender gender = knowledge_.lexicon().role(role).gender;
      if (gender != Gender::Unknown) return gender;
    }
  return Gender::Unknown;
}

Gender EntityBuilder::titled_gender_of(const NameGroup& group) const {
  for (const NameUse& use : group.uses)
    if (const Gender gender = titled_gender_of(use); gender != Gender::Unknown) return gender;
  return Gender::Unknown;
}

/// "Mr. Lee and Mrs. Lee": whose titles tell the other gender than the first is somebody else.
void EntityBuilder::put_spouse(NameGroup& group) {
  const Gender first = titled_gender_of(group);
  if (first == Gender::Unknown || group.words.size() != 1) return;
  const Gender other = first == Gender::Male ? Gender::Female : Gender::Male;
  const auto is_other = [&](const NameUse& use) { return titled_gender_of(use) == other; };
  if (std::none_of(group.uses.begin(), group.uses.end(), is_other)) return;
  const std::vector<EntityId> options = people_of(group, other);
  const EntityId spouse = options.empty() ? add(mention_class::person, no_entry) : options[0];
  entities_[spouse].gender = other;
  for (NameUse& use : group.uses)
    if (is_other(use)) put(group, use, spouse);
}

/// "King Hamad": a name behind such a title is a given one.
bool EntityBuilder::is_titled_ruler(const NameGroup& group) const {
  constexpr std::uint16_t lowest_rank = 85;
  for (const NameUse& use : group.uses)
    for (MentionId id : use.readings)
      for (const StatedOffice& office : stated_offices(knowledge_, mentions_, mentions_.items[id])) {
        if (office.role == no_role) continue;
        const Role& role = knowledge_.lexicon().role(office.role);
        if (role.single_holder && role.gender != Gender::Unknown && role.rank >= lowest_rank) return true;
      }
  return false;
}

/// An office is told of the person's longer names, and none that a ruler may have.
bool EntityBuilder::holds_lesser_office(EntityId person) const {
  constexpr std::uint16_t form_of_address = 2, lowest_of_rulers = 70;  // ranks
  bool lesser = false;
  for (const TokenSpan head : drafts_[person].heads) {
    const NameUse* use = names_.use_of(head);
    if (use == nullptr || head.size() < 2) continue;
    for (const MentionId id : use->readings)
      for (const StatedOffice& office : stated_offices(knowledge_, mentions_, mentions_.items[id])) {
        if (office.role == no_role) continue;
        const Role& role = knowledge_.lexicon().role(office.role);
        if (role.rank >= lowest_of_rulers) return false;
        lesser = lesser || role.rank > form_of_address;
      }
  }
  return lesser;
}

/// Entities, ascending, among which are all people whose names may fit.
std::vector<EntityId> EntityBuilder::people_like(const NameGroup& group) {
  std::vector<EntityId> found;
  if (!update_indexes()) {
    found.resize(entities_.size());
    std::iota(found.begin(), found.end(), 0U);
    return found;
  }
  people_.with_words(group.words, found);
  people_.with_last_word_like(group.words.back(), document_.symbols, found);
  if (const auto same = entities_of_entry_.find(group.entry); group.entry != no_entry && same != entities_of_entry_.end())
    found.insert(found.end(), same->second.begin(), same->second.end());
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<EntityId> EntityBuilder::people_of(const NameGroup& group) {
  return people_of(group, group.words.size() == 1 ? titled_gender_of(group) : gender_of(group));  // a surname alone has none
}

std::vector<EntityId> EntityBuilder::people_of(const NameGroup& group, Gender gender) {
  NameFit best = NameFit::None;
  std::vector<EntityId> found;
  const bool rules = group.entry != no_entry && group.words.size() == 1 && is_ruler_name(group);
  const bool titled = group.words.size() == 1 && is_titled_ruler(group);
  for (const EntityId id : people_like(group)) {
    if (entities_[id].cls != mention_class::person) continue;
    const EntryId other = entities_[id].entry;
    NameFit fit = NameFit::None;
    for (const auto& name : drafts_[id].names) fit = std::max(fit, fit_person_name(group.words, name, document_.symbols));
    const bool by_surname = group.words.size() == 1 && fit == NameFit::Surname;  // whom the lexicon knows by it is but one of its bearers
    if (group.entry != no_entry && group.entry == other && !by_surname) fit = NameFit::Full;
    const bool differ = group.entry != no_entry && other != no_entry && group.entry != other;
    const bool ruler = rules && group.entry != other && fit == NameFit::Surname;  // no "King Hussein" is Omar Hussein
    const bool first = !titled || fit == NameFit::Full || (fit == NameFit::GivenName && !holds_lesser_office(id));
    const bool clash = ruler || !first || (differ && (rules || group.words.size() > 1));
    if (clash || fit == NameFit::None || fit < best) continue;
    if (gender != Gender::Unknown && entities_[id].gender != Gender::Unknown && gender != entities_[id].gender && fit != NameFit::Full)
      continue;
    if (fit > best) found.clear();
    best = fit;
    found.push_back(id);
  }
  return found;
}

/// "Hussein" as the lexicon's "King Hussein": by itself the word is no name of his.
bool EntityBuilder::is_ruler_name(const NameGroup& group) const {
  const auto readings = knowledge_.lexicon().names().readings_of(group.words);
  return std::none_of(readings.begin(), readings.end(), [&](const NameReading& r) {
    return r.kind != NameKind::Title && r.kind != NameKind::Common && r.target == group.entry;
  });
}

bool EntityBuilder::may_be(EntityId person, EntryId entry) const {
  std::string label = knowledge_.lexicon().entry(entry).label;
  std::transform(label.begin(), label.end(), label.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  std::vector<Symbol> words;
  for (std::size_t begin = 0; begin < label.size();) {
    const std::size_t end = std::min(label.find(' ', begin), label.size());
    words.push_back(document_.symbols.find(std::string_view(label).substr(begin, end - begin)));
    begin = end + 1;
  }
  const auto& names = drafts_[person].names;
  return std::all_of(names.begin(), names.end(), [&](const std::vector<Symbol>& name) {
    return name.size() < 2 || fit_person_name(name, words, document_.symbols) != NameFit::None ||
           fit_person_name(words, name, document_.symbols) != NameFit::None;
  });
}

/// Each use to the one of the people whom it means there.
void EntityBuilder::put_where_meant(NameGroup& group, const std::vector<EntityId>& people) {
  if (people.size() == 1) return put(group, people[0]);
  Namesakes namesakes(knowledge_, document_, annotation_, mentions_, names_);
  for (const EntityId person : people) {
    for (const TokenSpan head : drafts_[person].heads)
      if (const NameUse* use = names_.use_of(head); use != nullptr && head.size() > 1) namesakes.add(person, *use);
  }
  for (NameUse& use : group.uses) {
    const EntityId meant = namesakes.choose(use);
    put(group, use, meant == no_entity ? people[0] : meant);
    if (use.entity == meant && meant != no_entity) namesakes.add(meant, use);
  }
}

/// A town that news knows less than somebody of its name whom the article names.
bool EntityBuilder::is_small_town(const NameGroup& group) const {
  constexpr std::uint32_t large = 500000;
  if (group.entry == no_entry) return false;
  const Entry& entry = knowledge_.lexicon().entry(group.entry);
  return entry.cls == EntryClass::Place && entry.geonames != 0 && entry.speaks_for == no_entry && entry.population < large;
}

/// "Ms. NAME" tells that "FIRST NAME", of which nothing else is known, is a person.
void EntityBuilder::find_full_names() {
  std::set<Symbol> surnames;
  for (const NameGroup& group : names_.groups)
    if (group.cls == mention_class::person && group.words.size() == 1) surnames.insert(group.words[0]);
  if (surnames.empty()) return;
  for (NameGroup& group : names_.groups) {
    const bool unknown =
        group.cls == mention_class::any && group.given == mention_class::name && group.candidates.empty() && !group.dropped;
    if (!unknown || group.words.size() < 2 || group.words.size() > 4 || !surnames.contains(group.words.back())) continue;
    const NameVocabulary& words = knowledge_.names();
    const bool plain = std::any_of(group.words.begin(), group.words.end() - 1, [&](Symbol w) { return words.is_common_word(w); });
    if (!plain && group.person >= group.place && group.person >= group.organization) group.cls = mention_class::person;
  }
}

void EntityBuilder::make_people() {
  find_full_names();
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < names_.groups.size(); ++i)
    if (names_.groups[i].cls == mention_class::person) order.push_back(i);
  std::stable_sort(order.begin(), order.end(),
                   [this](std::uint32_t a, std::uint32_t b) { return names_.groups[a].words.size() > names_.groups[b].words.size(); });
  for (std::uint32_t i : order) {
    NameGroup& group = names_.groups[i];
    const std::vector<EntityId> options = people_of(group);
    put_spouse(group);
    if (options.empty())
      put(group, add(mention_class::person, group.entry));
    else
      put_where_meant(group, options);
  }
  // A place or a country that is somebody's surname here: "Michael Jordan … Jordan said".
  for (NameGroup& group : names_.groups) {
    if (group.words.size() != 1 || group.adjective || group.cls == mention_class::person || group.candidates.empty()) continue;
    if (group.place > 0 || (group.person < 2 && !is_small_town(group))) continue;
    const std::vector<EntityId> options = people_of(group);
    if (!options.empty()) put_where_meant(group, options);
  }
}

}  // namespace chancery
