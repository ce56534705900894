// Organisations of an article: those named by what they are ("the Danish foreign ministry"), acronyms, short forms.
#include <algorithm>
#include <cctype>
#include <numeric>
#include <string>

#include "resolve/entity_builder.hpp"

namespace chancery {

bool EntityBuilder::is_common_kind(const NameGroup& group, std::size_t skip) const {
  const NameVocabulary& words = knowledge_.names();
  if (group.kind != no_kind) return true;
  if (group.words.size() <= skip || !words.is_organization_head(group.words.back())) return false;
  return std::all_of(group.words.begin() + static_cast<std::ptrdiff_t>(skip), group.words.end(),
                     [&](Symbol w) { return words.is_common_word(w) || words.is_organization_head(w) || words.is_joiner(w); });
}

const EntityBuilder::StateUse* EntityBuilder::state_beside(const NameUse& use) {
  const TokenSpan inside = use.leading.empty() ? use.trailing : use.leading;
  std::uint32_t token = use.head.begin;
  if (inside.empty()) {  // "Russia's Foreign Ministry", "the Russian foreign ministry"
    const std::uint32_t back = token > 0 && is_possessive_mark(token - 1) ? 2 : 1;
    if (token < back) return nullptr;
    token -= back;
  }
  if (!state_at_) index_states();
  if (inside.empty()) {
    if (const auto found = state_at_->find(token); found != state_at_->end()) return &found->second;
    return state_behind(use.head.end);
  }
  const auto found = state_of_head_.find(inside);
  return found == state_of_head_.end() ? nullptr : &found->second;
}

/// "the Supreme Court of Kenya": where the lexicon knows "Supreme Court" alone as a name.
const EntityBuilder::StateUse* EntityBuilder::state_behind(std::uint32_t token) const {
  if (token + 1 >= document_.tokens.size() || document_.word(token) != "of") return nullptr;
  const bool article = document_.word(token + 1) == "the";
  const auto found = state_at_->find(token + (article ? 2 : 1));
  return found == state_at_->end() ? nullptr : &found->second;
}

EntityId EntityBuilder::owner_of(const NameUse& use) {
  const StateUse* state = state_beside(use);
  if (state == nullptr) return no_entity;
  const NameGroup& group = names_.groups[state->group];
  const EntityId known = find_entry(group.entry);
  if (known != no_entity) return known;
  const EntityId made = add(mention_class::polity, group.entry);
  drafts_[made].names.push_back(group.words);
  drafts_[made].heads.push_back(state->head);
  return made;
}

void EntityBuilder::index_states() {
  state_at_.emplace();
  for (std::uint32_t i = 0; i < names_.groups.size(); ++i) {
    const NameGroup& group = names_.groups[i];
    if (group.cls != mention_class::polity || group.entry == no_entry) continue;
    for (const NameUse& use : group.uses) {
      for (std::uint32_t token = use.head.begin; token < use.head.end; ++token) state_at_->try_emplace(token, StateUse{i, use.head});
      state_of_head_.try_emplace(use.head, StateUse{i, use.head});
    }
  }
}

/// "Supreme Court" is that of one state for the lexicon, and a kind of court. It is the kind where another state stands beside it, or where
/// the article names others far more often than that one.
void EntityBuilder::free_kinds() {
  constexpr int far_more = 3;
  const Lexicon& lexicon = knowledge_.lexicon();
  const auto kind_of = [&](const NameGroup& group) {
    if (group.entry == no_entry || group.cls != mention_class::organization) return no_kind;
    for (const NameReading& reading : lexicon.names().readings_of(group.words))
      if (reading.kind == NameKind::Common) return static_cast<KindId>(reading.target);
    return no_kind;
  };
  std::unordered_map<EntryId, int> times_named;
  std::vector<std::pair<NameGroup*, KindId>> kinds;
  for (NameGroup& group : names_.groups) {
    if (const KindId kind = kind_of(group); kind != no_kind) {
      kinds.emplace_back(&group, kind);
    } else if (group.entry != no_entry) {
      const EntryId state = group.cls == mention_class::polity ? group.entry : lexicon.entry(group.entry).country;
      if (state != no_entry) times_named[state] += static_cast<int>(group.uses.size());
    }
  }
  int most = 0;
  for (const auto& [state, times] : times_named) most = std::max(most, times);
  for (const auto& [group, kind] : kinds) {
    const EntryId own = lexicon.entry(group->entry).country;
    if (own == no_entry) continue;
    const bool elsewhere = std::any_of(group->uses.begin(), group->uses.end(), [&](const NameUse& use) {
      const StateUse* state = state_beside(use);
      return state != nullptr && names_.groups[state->group].entry != own;
    });
    const auto times = times_named.find(own);
    if (!elsewhere && most <= far_more * (times == times_named.end() ? 0 : times->second) + 1) continue;
    group->entry = no_entry;
    group->candidates.clear();
    group->kind = kind;
  }
}

/// "the Executive Council" behind "the Executive Council of the World Bank": the last such before `token`, or `no_entity`.
EntityId EntityBuilder::longer_kind(const std::vector<Symbol>& kind, std::uint32_t token) const {
  EntityId found = no_entity;
  std::uint32_t last = 0;
  for (const auto& [longer, bodies] : of_common_kind_) {
    if (kind.size() < 2 || longer.size() <= kind.size() || !std::equal(kind.begin(), kind.end(), longer.begin())) continue;
    if (!knowledge_.names().is_joiner(longer[kind.size()])) continue;
    for (const EntityId id : bodies) {
      if (drafts_[id].heads.empty() || drafts_[id].heads.back().begin >= token) continue;
      if (found != no_entity && drafts_[id].heads.back().begin <= last) continue;
      found = id;
      last = drafts_[id].heads.back().begin;
    }
  }
  return found;
}

void EntityBuilder::make_kind(NameGroup& group, NameUse& use) {
  std::vector<Symbol> kind(group.words.begin() + use.leading.size(), group.words.end());
  if (!use.trailing.empty()) {  // "of Norway", "of the Netherlands"
    kind.resize(kind.size() - std::min<std::size_t>(kind.size(), use.trailing.size()));
    while (kind.size() > 1 && knowledge_.names().is_joiner(kind.back())) kind.pop_back();
  }
  const EntityId owner = owner_of(use);
  EntityId found = no_entity;
  for (const EntityId id : group.kind != no_kind ? of_kind_[group.kind] : of_common_kind_[kind]) {
    if (owner != no_entity && entities_[id].owner != no_entity && entities_[id].owner != owner) continue;
    if (found == no_entity || (!drafts_[id].heads.empty() && drafts_[id].heads.back().begin < use.head.begin)) found = id;
  }
  if (found == no_entity && group.kind == no_kind && owner == no_entity) {
    found = longer_kind(kind, use.head.begin);
    if (found != no_entity) of_common_kind_[kind].push_back(found);
  }
  if (found == no_entity) {
    found = add(mention_class::organization, no_entry);
    std::string& name = entities_[found].common_name;
    for (const Symbol word : kind) name.append(name.empty() ? "" : " ").append(document_.symbols.text(word));
    entities_[found].kind = group.kind;
    of_common_kind_[kind].push_back(found);
    if (group.kind != no_kind) of_kind_[group.kind].push_back(found);
  }
  if (entities_[found].owner == no_entity) entities_[found].owner = owner;
  put(group, use, found);
}

/// "Business Council" of an article that has the "Zorvan Business Council": no kind.
bool EntityBuilder::is_short_of_longer(const NameGroup& group) const {
  if (group.kind != no_kind || group.words.size() < 2 || !is_common_kind(group, 0)) return false;
  return std::any_of(names_.groups.begin(), names_.groups.end(), [&](const NameGroup& other) {
    return other.words.size() > group.words.size() && other.words.back() == group.words.back() &&
           other.cls == mention_class::organization && other.candidates.empty() &&
           std::equal(group.words.rbegin(), group.words.rend(), other.words.rbegin()) &&
           !is_common_kind(other, other.uses[0].leading.size());
  });
}

void EntityBuilder::make_kinds() {
  struct Place {
    std::uint32_t begin, group, use;
  };
  std::vector<Place> order;
  for (std::uint32_t g = 0; g < names_.groups.size(); ++g) {
    NameGroup& group = names_.groups[g];
    if (group.cls != mention_class::organization || !group.candidates.empty() || is_short_of_longer(group)) continue;
    for (std::uint32_t u = 0; u < group.uses.size(); ++u)
      if (group.uses[u].part_of < 0 && is_common_kind(group, group.uses[u].leading.size()))
        order.push_back({group.uses[u].head.begin, g, u});
  }
  std::sort(order.begin(), order.end(), [](const Place& a, const Place& b) { return a.begin < b.begin; });
  for (const Place& place : order) make_kind(names_.groups[place.group], names_.groups[place.group].uses[place.use]);
}

/// The letters of an acronym stand in the name in this order, and the first begins a word (Schwartz and Hearst, 2003, read from
/// the left); one that is not in capitals ("Isis") must have the initials of all words.
bool EntityBuilder::abbreviates(const NameGroup& acronym, const NameGroup& full) const {
  const std::string_view letters = document_.symbols.text(acronym.words[0]);
  if (!acronym.acronym) {
    std::string all;  // "MoFA"
    for (const Symbol w : full.words) all.push_back(document_.symbols.text(w)[0]);
    return letters.size() >= 3 && (initials_of(full.words) == letters || all == letters);
  }
  std::string name;
  for (Symbol w : full.words) name.append(name.empty() ? "" : " ").append(document_.symbols.text(w));
  std::size_t at = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (letters[i] == '.') continue;
    at = name.find(letters[i], at);
    while (i == 0 && at != std::string::npos && at > 0 && name[at - 1] != ' ') at = name.find(letters[i], at + 1);
    if (at == std::string::npos) return false;
    ++at;
  }
  return true;
}

std::string EntityBuilder::initials_of(const std::vector<Symbol>& words) const {
  std::string initials;
  for (Symbol w : words)
    if (!knowledge_.names().is_joiner(w) && !knowledge_.names().is_function_word(w)) initials.push_back(document_.symbols.text(w)[0]);
  return initials;
}

void EntityBuilder::find_acronyms() {  // "Institute of Arctic Affairs (IAA)", "IAA (Institute of Arctic Affairs)"
  for (NameGroup& group : names_.groups) {
    for (const NameUse& use : group.uses) {
      const std::uint32_t open = use.head.end;
      if (open + 2 >= document_.tokens.size() || document_.text(document_.tokens[open]) != "(") continue;
      const std::int32_t inside = names_.group_at(open + 1);
      if (inside < 0) continue;
      NameGroup& other = names_.groups[static_cast<std::size_t>(inside)];
      NameGroup& acronym = other.words.size() == 1 ? other : group;
      NameGroup& full = other.words.size() == 1 ? group : other;
      if (acronym.words.size() != 1 || full.words.size() < 2 || &acronym == &full || !abbreviates(acronym, full)) continue;
      if (full.cls == mention_class::any) full.cls = mention_class::organization;
      const bool unknown_place = full.cls == mention_class::place && full.candidates.empty();
      if (full.cls != mention_class::organization && !unknown_place) continue;
      if (unknown_place) acronym.candidates.clear();
      EntityId entity = full.uses[0].entity;
      if (entity == no_entity) entity = find_entry(full.entry);
      if (entity == no_entity && full.entry == no_entry && shares_words(acronym.entry, full)) full.entry = acronym.entry;
      if (entity == no_entity) entity = add(full.cls, full.entry);
      acronym.cls = full.cls;
      acronym.entry = full.entry;
      put(full, entity);
      put(acronym, entity);
    }
  }
}

/// Half of the words of the name stand in the entry's label: two spellings of one name.
bool EntityBuilder::shares_words(EntryId id, const NameGroup& full) const {
  if (id == no_entry) return false;
  std::string label = knowledge_.lexicon().entry(id).label;
  std::transform(label.begin(), label.end(), label.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const auto shared = std::count_if(full.words.begin(), full.words.end(),
                                    [&](Symbol w) { return label.find(document_.symbols.text(w)) != std::string::npos; });
  return static_cast<std::size_t>(shared) * 2 >= full.words.size();
}

EntityId EntityBuilder::part_of_organization(const NameGroup& group) {
  EntityId found = no_entity;
  const NameVocabulary& words = knowledge_.names();
  const bool plain = !group.acronym && group.words.size() == 1 && words.is_plain_word(group.words[0]) &&
                     !words.is_organization_head(group.words[0]);  // "Women" is not the short name of their union
  if (plain) return found;
  std::vector<EntityId> candidates;
  if (!update_indexes()) {
    candidates.resize(entities_.size());
    std::iota(candidates.begin(), candidates.end(), 0U);
  } else if (group.acronym && group.words.size() == 1) {
    const auto known = organization_of_initials_.find(std::string(document_.symbols.text(group.words[0])));
    return known == organization_of_initials_.end() ? no_entity : known->second;
  } else {
    organizations_.with_words(group.words, candidates);
    std::sort(candidates.begin(), candidates.end());
  }
  for (const EntityId id : candidates) {
    if (entities_[id].cls != mention_class::organization) continue;
    for (const auto& name : drafts_[id].names) {
      if (name.size() <= group.words.size()) continue;
      if (group.acronym && group.words.size() == 1) {
        if (initials_of(name) == document_.symbols.text(group.words[0])) return id;
        continue;
      }
      const bool suffix = std::equal(group.words.begin(), group.words.end(), name.end() - static_cast<std::ptrdiff_t>(group.words.size()));
      const bool prefix = std::equal(group.words.begin(), group.words.end(), name.begin());
      if (suffix || prefix) found = id;
    }
  }
  return found;
}

}  // namespace chancery
