// What the lexicon knows, what credits somebody only, and names of which nothing is known but what stands around them.
#include <algorithm>
#include <cctype>
#include <numeric>
#include <set>
#include <span>
#include <string>
#include <unordered_map>

#include "resolve/entity_builder.hpp"

namespace chancery {

/// "(Reuters)", "(AFP, dpa)": brackets with nothing but media credit a source and name nobody; nor does "Editing by NAME".
void EntityBuilder::drop_credits() {
  for (NameGroup& group : names_.groups) {
    const bool media = group.entry != no_entry && knowledge_.lexicon().entry(group.entry).type == "media";
    const bool person = group.candidates.empty() && group.words.size() >= 2;
    const auto is_credit = [&](const NameUse& use) { return media ? stands_in_credit(use.head) : person && is_credited(use.head); };
    if (!std::all_of(group.uses.begin(), group.uses.end(), is_credit)) continue;
    group.cls = mention_class::any;
    group.dropped = true;
  }
}

/// "Author: NAME", "(Reporting by NAME and NAME; Editing by NAME)".
bool EntityBuilder::is_credited(TokenSpan head) const {
  std::uint32_t i = head.begin;
  if (i == 0) return false;
  if (document_.word(i - 1) == "and" && i >= 3) {
    while (--i > 0 && document_.sentence_of(i) == document_.sentence_of(head.begin) &&
           !knowledge_.is_credit_word(document_.tokens[i].word)) {
      const Shape shape = document_.tokens[i].shape;
      if (shape == Shape::Lower && document_.word(i) != "and" && document_.word(i) != "by") return false;
    }
    return i > 0 && knowledge_.is_credit_word(document_.tokens[i].word);
  }
  const bool by = document_.word(i - 1) == "by";
  if ((by || document_.text(document_.tokens[i - 1]) == ":") && i >= 2) --i;
  const Token& before = document_.tokens[i - 1];
  return knowledge_.is_credit_word(before.word) && (by || before.shape == Shape::Capitalized);
}

bool EntityBuilder::stands_in_credit(TokenSpan head) const {
  const auto is_filler = [this](std::uint32_t i) {
    const std::string_view text = document_.text(document_.tokens[i]);
    if (text == "," || text == "/" || text == "-" || text == "and") return true;
    const std::int32_t group = names_.group_at(i);
    if (group < 0) return false;
    const EntryId entry = names_.groups[static_cast<std::size_t>(group)].entry;
    return entry != no_entry && knowledge_.lexicon().entry(entry).type == "media";
  };
  std::uint32_t left = head.begin, right = head.end;
  while (left > 0 && is_filler(left - 1)) --left;
  while (right < document_.tokens.size() && is_filler(right)) ++right;
  return left > 0 && right < document_.tokens.size() && document_.text(document_.tokens[left - 1]) == "(" &&
         document_.text(document_.tokens[right]) == ")";
}

/// "the North", where the article names North Korea and another state called Korea.
void EntityBuilder::find_halves() {
  const auto is_state = [](const NameGroup& group) { return group.cls == mention_class::polity && group.entry != no_entry; };
  const auto lower = [](std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
  };
  struct Half {
    EntryId entry = no_entry;
    std::string whole;  ///< "korea"
  };
  std::unordered_map<std::string, Half> half_called;
  std::unordered_map<std::string, std::set<EntryId>> of_whole;
  for (const NameGroup& group : names_.groups) {
    if (!is_state(group)) continue;
    const std::string label = lower(knowledge_.lexicon().entry(group.entry).label);
    const std::size_t space = label.find(' ');
    of_whole[label.substr(space == std::string::npos ? 0 : space + 1)].insert(group.entry);
    if (space != std::string::npos) half_called[label.substr(0, space)] = {group.entry, label.substr(space + 1)};
  }
  for (NameGroup& group : names_.groups) {
    if (half_called.empty() || group.words.size() != 1 || !group.candidates.empty() || group.titled) continue;
    const auto half = half_called.find(std::string(document_.symbols.text(group.words[0])));
    if (half == half_called.end() || of_whole[half->second.whole].size() < 2) continue;
    group.entry = half->second.entry;
    group.candidates = {group.entry};
    group.cls = mention_class::polity;
  }
}

void EntityBuilder::make_known() {
  for (NameGroup& group : names_.groups) {
    if (group.cls == mention_class::any || group.cls == mention_class::person || group.candidates.empty() || group.dropped) continue;
    const bool used =
        std::any_of(group.uses.begin(), group.uses.end(), [](const NameUse& u) { return u.part_of < 0 && u.entity == no_entity; });
    if (!used) continue;
    EntityId entity = find_entry(group.entry);
    if (entity == no_entity) entity = add(group.cls, group.entry);
    put(group, entity);
  }
}

/// "Meteo France": a word of it is a place or a state by itself.
bool EntityBuilder::holds_place(const NameGroup& group) const {
  const Lexicon& lexicon = knowledge_.lexicon();
  return std::any_of(group.words.begin(), group.words.end(), [&](Symbol w) {
    const auto readings = lexicon.names().readings_of(std::span(&w, 1));
    return std::any_of(readings.begin(), readings.end(), [&](const NameReading& reading) {
      if (reading.kind != NameKind::Name || reading.weak) return false;
      const Entry& entry = lexicon.entry(reading.target);
      return entry.cls == EntryClass::Polity || (entry.cls == EntryClass::Place && entry.population > 200000);
    });
  });
}

/// People are named by their last word after the first time, organisations are not.
bool EntityBuilder::has_surname_use(const NameGroup& group) {
  if (lone_names_.empty())
    for (const NameGroup& other : names_.groups)
      if (other.words.size() == 1) lone_names_.insert(other.words[0]);
  return lone_names_.contains(group.words.back());
}

/// The common noun that each use of the name stands in front of ("the NAME canal", "NAME waters"), the last one; else `None`.
Symbol EntityBuilder::noun_behind(const NameGroup& group) const {
  Symbol noun = Symbol::None;
  for (const NameUse& use : group.uses) {
    const std::uint32_t next = use.head.end;
    if (next >= document_.tokens.size() || document_.tokens[next].shape != Shape::Lower) return Symbol::None;
    const std::int32_t of_name = annotation_.noun_group_of[use.head.begin];
    if (of_name < 0 || annotation_.noun_group_of[next] != of_name || annotation_.tokens[next].pos != Pos::Noun) return Symbol::None;
    noun = document_.tokens[next].word;
  }
  return noun;
}

/// A name of which nothing is known but what stands around it.
void EntityBuilder::guess(NameGroup& group) {
  const NameVocabulary& words = knowledge_.names();
  const bool all_common = std::all_of(group.words.begin(), group.words.end(), [&](Symbol w) { return words.is_common_word(w); });
  if (const Symbol noun = noun_behind(group); noun != Symbol::None && !group.acronym && group.person < 2) {
    if (words.is_place_head(noun) && group.organization <= group.place + 1) group.cls = mention_class::place;
    if (group.cls == mention_class::place || group.words.size() == 1 || !words.is_given_name(group.words[0])) return;
  }
  if (group.employs && group.person < 2 && group.place < 2 && !(all_common && group.words.size() == 1)) {
    group.cls = mention_class::organization;
    return;
  }
  const bool holds_no_name = std::any_of(group.words.begin(), group.words.end(), [&](Symbol w) { return words.is_no_name(w); });
  if (group.acronym) {
    const std::string_view letters = document_.symbols.text(group.words[0]);
    const bool plain = std::none_of(letters.begin(), letters.end(), [](unsigned char c) { return c >= '0' && c <= '9'; });
    if (plain && (group.uses.size() >= 2 || group.organization > 0 || group.person > 0)) group.cls = mention_class::organization;
  } else if (group.person >= 2 && group.person >= group.place && group.person >= group.organization && !all_common) {
    group.cls = mention_class::person;
  } else if (group.words.size() == 1 && words.is_given_name(group.words[0]) && !words.is_plain_word(group.words[0]) && group.place == 0) {
    group.cls = mention_class::person;
  } else if (group.place >= 2 && group.place > group.organization && !all_common) {
    group.cls = mention_class::place;
  } else if (group.organization >= 1 && group.uses.size() >= 2 && !(all_common && group.words.size() == 1)) {
    group.cls = mention_class::organization;
  } else if (group.words.size() >= 2 && !all_common && (holds_place(group) || (group.uses.size() >= 3 && !has_surname_use(group)))) {
    group.cls = mention_class::organization;
  } else if (group.words.size() >= 2 && group.words.size() <= 3 && !all_common) {
    const bool unknown = std::none_of(group.words.begin(), group.words.end(), [&](Symbol w) { return words.is_common_word(w); });
    if (!unknown || holds_no_name) return;                                                                     // "Roman Catholic" is nobody
    const bool venue = group.venue_cues == group.uses.size() && group.person <= 0 && !has_surname_use(group);  // "lunch at Seri Perdana"
    group.cls = venue ? mention_class::place : mention_class::person;
  }
}

void EntityBuilder::make_rest() {
  std::vector<std::uint32_t> order(names_.groups.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [this](std::uint32_t a, std::uint32_t b) { return names_.groups[a].words.size() > names_.groups[b].words.size(); });
  for (std::uint32_t i : order) {
    NameGroup& group = names_.groups[i];
    const bool done =
        std::all_of(group.uses.begin(), group.uses.end(), [](const NameUse& u) { return u.entity != no_entity || u.part_of >= 0; });
    if (done || group.dropped || !group.candidates.empty()) continue;
    if (group.cls == mention_class::any) {
      const std::vector<EntityId> people = people_of(group);
      const EntityId organization = people.empty() ? part_of_organization(group) : no_entity;
      if (!people.empty())
        put_where_meant(group, people);
      else if (organization != no_entity)
        put(group, organization);
      else
        guess(group);
    }
    if (group.cls == mention_class::any) continue;
    EntityId entity = no_entity;
    if (group.cls == mention_class::organization) entity = part_of_organization(group);
    if (group.cls == mention_class::person) {
      const std::vector<EntityId> people = people_of(group);
      if (!people.empty()) entity = people[0];
    }
    put(group, entity != no_entity ? entity : add(group.cls, no_entry));
  }
}

}  // namespace chancery
