#include "resolve/entity_builder.hpp"

#include <algorithm>

#include "resolve/qualified_places.hpp"

namespace chancery {

EntityBuilder::EntityBuilder(const ResolverKnowledge& knowledge, const Document& document, const Annotation& annotation, Mentions& mentions,
                             std::vector<ArticleEntity>& entities)
    : knowledge_(knowledge),
      document_(document),
      annotation_(annotation),
      mentions_(mentions),
      entities_(entities),
      names_(knowledge, document, annotation, mentions),
      linker_(knowledge) {}

void EntityBuilder::run() {
  qualify_places(knowledge_, document_, names_);
  linker_.link(names_.groups);
  decide_classes();
  find_halves();
  free_kinds();
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
    if (group.titled)
      group.cls = mention_class::person;
    else if (group.cls == mention_class::any && group.given != mention_class::name)
      group.cls = group.given;
  }
}

EntityId EntityBuilder::add(ClassId cls, EntryId entry) {
  ArticleEntity& entity = entities_.emplace_back();
  entity.cls = cls;
  entity.entry = entry;
  if (entry != no_entry) entity.gender = knowledge_.lexicon().entry(entry).gender;
  drafts_.emplace_back();
  const auto id = static_cast<EntityId>(entities_.size() - 1);
  if (entry != no_entry) new_entries_.push_back(id);
  return id;
}

bool EntityBuilder::update_indexes() {
  constexpr std::size_t few = 64;
  if (entities_.size() < few) return false;
  for (const EntityId id : new_entries_) entities_of_entry_[entities_[id].entry].insert(id);
  for (const auto& [id, index] : new_names_) {
    const std::vector<Symbol>& name = drafts_[id].names[index];
    if (entities_[id].cls == mention_class::person) people_.add(id, name, document_.symbols);
    if (entities_[id].cls != mention_class::organization) continue;
    organizations_.add(id, name, document_.symbols);
    if (name.size() < 2) continue;
    EntityId& first = organization_of_initials_.try_emplace(initials_of(name), id).first->second;
    first = std::min(first, id);
  }
  new_entries_.clear();
  new_names_.clear();
  return true;
}

EntityId EntityBuilder::find_entry(EntryId entry) {
  if (entry == no_entry) return no_entity;
  if (update_indexes()) {
    const auto found = entities_of_entry_.find(entry);
    return found == entities_of_entry_.end() ? no_entity : *found->second.begin();
  }
  for (EntityId id = 0; id < entities_.size(); ++id)
    if (entities_[id].entry == entry) return id;
  return no_entity;
}

void EntityBuilder::put(NameGroup& group, NameUse& use, EntityId entity) {
  if (use.entity != no_entity || use.part_of >= 0 || group.dropped) return;
  use.entity = entity;
  drafts_[entity].heads.push_back(use.head);
  auto& names = drafts_[entity].names;
  if (std::find(names.begin(), names.end(), group.words) == names.end()) {
    new_names_.emplace_back(entity, static_cast<std::uint32_t>(names.size()));
    names.push_back(group.words);
  }
  if (entities_[entity].gender == Gender::Unknown) {
    entities_[entity].gender = gender_of(group);
    entities_[entity].gender_guessed = titled_gender_of(group) == Gender::Unknown;
  }
  const bool learns = entities_[entity].entry == no_entry && group.entry != no_entry && group.cls == entities_[entity].cls;
  if (!learns || (group.cls == mention_class::person && !may_be(entity, group.entry))) return;
  entities_[entity].entry = group.entry;
  new_entries_.push_back(entity);
}

void EntityBuilder::put(NameGroup& group, EntityId entity) {
  for (NameUse& use : group.uses) put(group, use, entity);
}

std::string EntityBuilder::text_of(TokenSpan head) const {
  std::string text(document_.text(head));
  const std::size_t hyphen = text.rfind('-');  // "U.S.-led" names the U.S.
  const std::string_view word = document_.word(head.end - 1);
  if (hyphen != std::string::npos && hyphen > 0 &&
      knowledge_.names().is_compound_tail(document_.symbols.find(word.substr(word.rfind('-') + 1))))
    text.resize(hyphen);
  std::replace(text.begin(), text.end(), '\n', ' ');
  constexpr std::string_view apart = " - ";  // a hyphen that another tokenizer set apart
  for (std::size_t at = text.find(apart); at != std::string::npos; at = text.find(apart, at)) text.replace(at, apart.size(), "-");
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
        if (cls == mention_class::name)
          mention.cls = entity.cls;
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

bool EntityBuilder::is_possessive_mark(std::uint32_t token) const {
  const std::string_view mark = document_.word(token);
  return mark == "'s" || mark == "'";
}

/// "Kenya's Foreign Ministry", "Kenyan foreign ministry": such a name tells more with the state that owns it.
TokenSpan EntityBuilder::with_owner(TokenSpan head, EntityId owner) const {
  constexpr std::uint32_t longest_owner = 4;
  if (owner == no_entity || head.begin < 2) return head;
  const std::uint32_t end = head.begin - (is_possessive_mark(head.begin - 1) ? 1 : 0);
  for (std::uint32_t size = 1; size <= longest_owner && size < end; ++size) {
    const std::uint32_t begin = end - size;
    const std::int32_t group = names_.group_at(begin);
    if (group < 0) continue;
    const std::vector<NameUse>& uses = names_.groups[static_cast<std::size_t>(group)].uses;
    const auto starts_before = [](const NameUse& use, std::uint32_t token) { return use.head.begin < token; };
    for (auto use = std::lower_bound(uses.begin(), uses.end(), begin, starts_before); use != uses.end() && use->head.begin == begin; ++use)
      if (use->head.end == end && use->entity == owner) return {begin, head.end};
    return head;
  }
  return head;
}

void EntityBuilder::assign_forms() {
  for (EntityId id = 0; id < entities_.size(); ++id) {
    ArticleEntity& entity = entities_[id];
    auto& heads = drafts_[id].heads;
    std::sort(heads.begin(), heads.end());
    for (TokenSpan head : heads) {
      std::string form = text_of(with_owner(head, entity.owner));
      if (std::find(entity.forms.begin(), entity.forms.end(), form) == entity.forms.end()) entity.forms.push_back(std::move(form));
    }
    const auto words = [](const std::string& form) { return std::count(form.begin(), form.end(), ' '); };
    for (const std::string& form : entity.forms) {
      const auto better = [&] {
        if (words(form) != words(entity.name)) return words(form) > words(entity.name);
        return form.size() > entity.name.size();
      };
      if (entity.name.empty() || better()) entity.name = form;
    }
  }
}

}  // namespace chancery
