#include "resolve/entity_builder.hpp"

#include <algorithm>
#include <cctype>
#include <numeric>

#include "resolve/person_name.hpp"

namespace chancery {

EntityBuilder::EntityBuilder(const ResolverKnowledge& knowledge, const Document& document, const Annotation& annotation,
                             Mentions& mentions, std::vector<ArticleEntity>& entities)
    : knowledge_(knowledge),
      document_(document),
      mentions_(mentions),
      entities_(entities),
      names_(knowledge, document, annotation, mentions),
      linker_(knowledge) {}

void EntityBuilder::run() {
  linker_.link(names_.groups);
  decide_classes();
  drop_credits();
  make_people();
  find_acronyms();
  make_known();
  make_kinds();
  make_rest();
  assign();
  assign_forms();
}

void EntityBuilder::decide_classes() {
  for (NameGroup& group : names_.groups) {
    if (group.titled) group.cls = mention_class::person;
    else if (group.cls == mention_class::any && group.given != mention_class::name) group.cls = group.given;
  }
}

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
    while (--i > 0 && document_.sentence_of(i) == document_.sentence_of(head.begin) && !knowledge_.is_credit_word(document_.tokens[i].word)) {
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

EntityId EntityBuilder::add(ClassId cls, EntryId entry) {
  ArticleEntity& entity = entities_.emplace_back();
  entity.cls = cls;
  entity.entry = entry;
  if (entry != no_entry) entity.gender = knowledge_.lexicon().entry(entry).gender;
  drafts_.emplace_back();
  return static_cast<EntityId>(entities_.size() - 1);
}

EntityId EntityBuilder::find_entry(EntryId entry) const {
  if (entry == no_entry) return no_entity;
  for (EntityId id = 0; id < entities_.size(); ++id)
    if (entities_[id].entry == entry) return id;
  return no_entity;
}

void EntityBuilder::put(NameGroup& group, NameUse& use, EntityId entity) {
  if (use.entity != no_entity || use.part_of >= 0 || group.dropped) return;
  use.entity = entity;
  drafts_[entity].heads.push_back(use.head);
  auto& names = drafts_[entity].names;
  if (std::find(names.begin(), names.end(), group.words) == names.end()) names.push_back(group.words);
  if (entities_[entity].gender == Gender::Unknown) entities_[entity].gender = gender_of(group);
  if (entities_[entity].entry == no_entry && group.entry != no_entry && group.cls == entities_[entity].cls)
    entities_[entity].entry = group.entry;
}

void EntityBuilder::put(NameGroup& group, EntityId entity) {
  for (NameUse& use : group.uses) put(group, use, entity);
}

Gender EntityBuilder::gender_of(const NameGroup& group) const {
  for (const NameUse& use : group.uses)
    for (MentionId id : use.readings)
      for (const Feature& feature : mentions_.items[id].features) {
        if (feature.name != knowledge_.title_feature || feature.mention == no_mention) continue;
        const RoleId role = mentions_.items[feature.mention].role;
        if (role == no_role) continue;
        const Gender gender = knowledge_.lexicon().role(role).gender;
        if (gender != Gender::Unknown) return gender;
      }
  return group.gender;
}

std::vector<EntityId> EntityBuilder::people_of(const NameGroup& group) const {
  NameFit best = NameFit::None;
  std::vector<EntityId> found;
  const Gender gender = gender_of(group);
  for (EntityId id = 0; id < entities_.size(); ++id) {
    if (entities_[id].cls != mention_class::person) continue;
    const EntryId other = entities_[id].entry;
    NameFit fit = NameFit::None;
    for (const auto& name : drafts_[id].names) fit = std::max(fit, fit_person_name(group.words, name, document_.symbols));
    if (group.entry != no_entry && group.entry == other) fit = NameFit::Full;
    const bool clash = group.entry != no_entry && other != no_entry && group.entry != other && group.words.size() > 1;
    if (clash || fit == NameFit::None || fit < best) continue;
    if (gender != Gender::Unknown && entities_[id].gender != Gender::Unknown && gender != entities_[id].gender && fit != NameFit::Full) continue;
    if (fit > best) found.clear();
    best = fit;
    found.push_back(id);
  }
  return found;
}

void EntityBuilder::put_nearest(NameGroup& group, const std::vector<EntityId>& options) {
  for (NameUse& use : group.uses) {
    EntityId nearest = options[0];
    std::uint32_t at = 0;
    for (EntityId option : options)
      for (TokenSpan head : drafts_[option].heads)
        if (head.begin < use.head.begin && head.begin >= at && head.size() > 1) {
          at = head.begin;
          nearest = option;
        }
    put(group, use, nearest);
  }
}

void EntityBuilder::make_people() {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < names_.groups.size(); ++i)
    if (names_.groups[i].cls == mention_class::person) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
    return names_.groups[a].words.size() > names_.groups[b].words.size();
  });
  for (std::uint32_t i : order) {
    NameGroup& group = names_.groups[i];
    const std::vector<EntityId> options = people_of(group);
    if (options.empty()) put(group, add(mention_class::person, group.entry));
    else put_nearest(group, options);
  }
  // A place or a country that is somebody's surname here: "Michael Jordan … Jordan said".
  for (NameGroup& group : names_.groups) {
    if (group.words.size() != 1 || group.adjective || group.cls == mention_class::person || group.candidates.empty()) continue;
    if (group.place > 0 || group.person < 2) continue;
    const std::vector<EntityId> options = people_of(group);
    if (!options.empty()) put_nearest(group, options);
  }
}

void EntityBuilder::make_known() {
  for (NameGroup& group : names_.groups) {
    if (group.cls == mention_class::any || group.cls == mention_class::person || group.candidates.empty() || group.dropped) continue;
    const bool used = std::any_of(group.uses.begin(), group.uses.end(), [](const NameUse& u) { return u.part_of < 0 && u.entity == no_entity; });
    if (!used) continue;
    EntityId entity = find_entry(group.entry);
    if (entity == no_entity) entity = add(group.cls, group.entry);
    put(group, entity);
  }
}

bool EntityBuilder::is_common_kind(const NameGroup& group, std::size_t skip) const {
  const NameVocabulary& words = knowledge_.names();
  if (group.kind != no_kind) return true;
  if (group.words.size() <= skip || !words.is_organization_head(group.words.back())) return false;
  return std::all_of(group.words.begin() + static_cast<std::ptrdiff_t>(skip), group.words.end(),
                     [&](Symbol w) { return words.is_common_word(w) || words.is_organization_head(w) || words.is_joiner(w); });
}

EntityId EntityBuilder::owner_of(const NameUse& use) {
  std::uint32_t token = use.leading.empty() ? use.head.begin : use.leading.begin;
  if (use.leading.empty()) {  // "Russia's Foreign Ministry"
    if (token < 2 || document_.word(token - 1) != "'s") return no_entity;
    token -= 2;
  }
  for (NameGroup& group : names_.groups) {
    if (group.cls != mention_class::polity || group.entry == no_entry) continue;
    for (const NameUse& other : group.uses) {
      const bool here = use.leading.empty() ? other.head.contains(token) : other.head == use.leading;
      if (!here) continue;
      const EntityId known = find_entry(group.entry);
      if (known != no_entity) return known;
      const EntityId made = add(mention_class::polity, group.entry);
      drafts_[made].names.push_back(group.words);
      drafts_[made].heads.push_back(other.head);
      return made;
    }
  }
  return no_entity;
}

void EntityBuilder::make_kind(NameGroup& group, NameUse& use) {
  const std::vector<Symbol> kind(group.words.begin() + use.leading.size(), group.words.end());
  const EntityId owner = owner_of(use);
  EntityId found = no_entity;
  for (EntityId id = 0; id < entities_.size(); ++id) {
    const bool same_kind = group.kind != no_kind ? entities_[id].kind == group.kind : drafts_[id].kind == kind;
    if (entities_[id].cls != mention_class::organization || !same_kind) continue;
    if (owner != no_entity && entities_[id].owner != no_entity && entities_[id].owner != owner) continue;
    if (found == no_entity || (!drafts_[id].heads.empty() && drafts_[id].heads.back().begin < use.head.begin)) found = id;
  }
  if (found == no_entity) {
    found = add(mention_class::organization, no_entry);
    drafts_[found].kind = kind;
    entities_[found].kind = group.kind;
  }
  if (entities_[found].owner == no_entity) entities_[found].owner = owner;
  put(group, use, found);
}

void EntityBuilder::make_kinds() {
  struct Place { std::uint32_t begin, group, use; };
  std::vector<Place> order;
  for (std::uint32_t g = 0; g < names_.groups.size(); ++g) {
    NameGroup& group = names_.groups[g];
    if (group.cls != mention_class::organization || !group.candidates.empty()) continue;
    for (std::uint32_t u = 0; u < group.uses.size(); ++u)
      if (group.uses[u].part_of < 0 && is_common_kind(group, group.uses[u].leading.size())) order.push_back({group.uses[u].head.begin, g, u});
  }
  std::sort(order.begin(), order.end(), [](const Place& a, const Place& b) { return a.begin < b.begin; });
  for (const Place& place : order) make_kind(names_.groups[place.group], names_.groups[place.group].uses[place.use]);
}

/// The letters of an acronym stand in the name in this order, and the first begins a word (Schwartz and Hearst, 2003, read from
/// the left); one that is not in capitals ("Isis") must have the initials of all words.
bool EntityBuilder::abbreviates(const NameGroup& acronym, const NameGroup& full) const {
  const std::string_view letters = document_.symbols.text(acronym.words[0]);
  if (!acronym.acronym) return letters.size() >= 3 && initials_of(full.words) == letters;
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
      if (full.cls != mention_class::organization) continue;
      EntityId entity = full.uses[0].entity;
      if (entity == no_entity) entity = find_entry(full.entry);
      if (entity == no_entity && full.entry == no_entry && shares_words(acronym.entry, full)) full.entry = acronym.entry;
      if (entity == no_entity) entity = add(mention_class::organization, full.entry);
      acronym.cls = mention_class::organization;
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

EntityId EntityBuilder::part_of_organization(const NameGroup& group) const {
  EntityId found = no_entity;
  for (EntityId id = 0; id < entities_.size(); ++id) {
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
bool EntityBuilder::has_surname_use(const NameGroup& group) const {
  return std::any_of(names_.groups.begin(), names_.groups.end(),
                     [&](const NameGroup& other) { return other.words.size() == 1 && other.words[0] == group.words.back(); });
}

/// A name of which nothing is known but what stands around it.
void EntityBuilder::guess(NameGroup& group) {
  const NameVocabulary& words = knowledge_.names();
  const bool all_common = std::all_of(group.words.begin(), group.words.end(), [&](Symbol w) { return words.is_common_word(w); });
  if (group.acronym) {
    const std::string_view letters = document_.symbols.text(group.words[0]);
    const bool plain = std::none_of(letters.begin(), letters.end(), [](unsigned char c) { return c >= '0' && c <= '9'; });
    if (plain && (group.uses.size() >= 2 || group.organization > 0 || group.person > 0)) group.cls = mention_class::organization;
  } else if (group.person >= 2 && group.person >= group.place && group.person >= group.organization && !all_common) {
    group.cls = mention_class::person;
  } else if (group.place >= 2 && group.place > group.organization && !all_common) {
    group.cls = mention_class::place;
  } else if (group.organization >= 1 && group.uses.size() >= 2) {
    group.cls = mention_class::organization;
  } else if (group.words.size() >= 2 && !all_common && (holds_place(group) || (group.uses.size() >= 3 && !has_surname_use(group)))) {
    group.cls = mention_class::organization;
  } else if (group.words.size() >= 2 && group.words.size() <= 3 && !all_common) {
    const bool unknown = std::none_of(group.words.begin(), group.words.end(), [&](Symbol w) { return words.is_common_word(w); });
    if (unknown) group.cls = mention_class::person;
  }
}

void EntityBuilder::make_rest() {
  std::vector<std::uint32_t> order(names_.groups.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
    return names_.groups[a].words.size() > names_.groups[b].words.size();
  });
  for (std::uint32_t i : order) {
    NameGroup& group = names_.groups[i];
    const bool done = std::all_of(group.uses.begin(), group.uses.end(), [](const NameUse& u) { return u.entity != no_entity || u.part_of >= 0; });
    if (done || group.dropped || !group.candidates.empty()) continue;
    if (group.cls == mention_class::any) {
      const std::vector<EntityId> people = people_of(group);
      const EntityId organization = people.empty() ? part_of_organization(group) : no_entity;
      if (!people.empty()) put_nearest(group, people);
      else if (organization != no_entity) put(group, organization);
      else guess(group);
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

std::string EntityBuilder::text_of(TokenSpan head) const {
  std::string text(document_.text(head));
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

void EntityBuilder::assign() {
  for (NameGroup& group : names_.groups) {
    for (NameUse& use : group.uses) {
      if (use.entity == no_entity) continue;
      const ArticleEntity& entity = entities_[use.entity];
      for (MentionId id : use.readings) {
        Mention& mention = mentions_.items[id];
        const ClassId cls = knowledge_.built_in(mention.cls);
        if (cls == mention_class::name) mention.cls = entity.cls;
        else if (cls != entity.cls && use.readings.size() > 1) {  // a parallel reading: kept where it speaks for its state
          const EntryId state = entity.entry == no_entry ? no_entry : knowledge_.lexicon().entry(entity.entry).speaks_for;
          const bool speaks = cls == mention_class::polity && !mention.candidates.empty() && mention.candidates[0] == state;
          if (!speaks) {
            mention.tokens.end = mention.tokens.begin;
            continue;
          }
        } else if (cls != entity.cls) {
          mention.cls = entity.cls;
        }
        mention.entity = use.entity;
        mention.gender = entity.gender;
      }
    }
  }
  for (MentionId id = 0; id < mentions_.items.size(); ++id)
    if (mentions_.items[id].entity != no_entity) entities_[mentions_.items[id].entity].mentions.push_back(id);
}

void EntityBuilder::assign_forms() {
  for (EntityId id = 0; id < entities_.size(); ++id) {
    ArticleEntity& entity = entities_[id];
    auto& heads = drafts_[id].heads;
    std::sort(heads.begin(), heads.end());
    for (TokenSpan head : heads) {
      std::string form = text_of(head);
      if (std::find(entity.forms.begin(), entity.forms.end(), form) == entity.forms.end()) entity.forms.push_back(std::move(form));
    }
    const auto words = [](const std::string& form) { return std::count(form.begin(), form.end(), ' '); };
    for (const std::string& form : entity.forms) {
      const auto better = [&] {
        if (words(form) != words(entity.name)) return words(form) > words(entity.name);
        return form.size() != entity.name.size() ? form.size() > entity.name.size() : form < entity.name;
      };
      if (entity.name.empty() || better()) entity.name = form;
    }
  }
}

}  // namespace chancery
