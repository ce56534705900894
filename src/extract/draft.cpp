#include "extract/draft.hpp"

#include <algorithm>

namespace chancery {
namespace {

bool is_entity_class(const Mention& mention) { return mention.form != MentionForm::Value && mention.cls != mention_class::title; }

}  // namespace

const RoleFillers* Frame::find(std::uint16_t role) const {
  for (const RoleFillers& item : roles) {
    if (item.role == role) return item.fillers.empty() ? nullptr : &item;
  }
  return nullptr;
}

RoleFillers& fillers_of(Frame& frame, std::uint16_t role) {
  for (RoleFillers& item : frame.roles) {
    if (item.role == role) return item;
  }
  return frame.roles.emplace_back(RoleFillers{role, {}});
}

bool same_filler(const Filler& a, const Filler& b) {
  if (a.entity != no_entity || b.entity != no_entity) return a.entity == b.entity;
  if (a.value != Symbol::None || b.value != Symbol::None) return a.value == b.value;
  if (a.quotation >= 0 || b.quotation >= 0) return a.quotation == b.quotation;
  if (a.date >= 0 || b.date >= 0) return a.date == b.date;
  if (a.mention != no_mention || b.mention != no_mention) return a.mention == b.mention;
  return a.tokens == b.tokens;
}

bool add_filler(const RoleModel& model, Frame& frame, std::uint16_t role, const Filler& filler) {
  RoleFillers& fillers = fillers_of(frame, role);
  if (!model.many && !fillers.fillers.empty()) return false;
  for (const Filler& known : fillers.fillers) {
    if (same_filler(known, filler)) return false;
  }
  fillers.fillers.push_back(filler);
  return true;
}

Symbol value_of(const Frame& frame, std::uint16_t role) {
  const RoleFillers* fillers = frame.find(role);
  return fillers == nullptr ? Symbol::None : fillers->fillers.front().value;
}

void set_value(Frame& frame, std::uint16_t role, Symbol value, TokenSpan tokens, std::int32_t rule) {
  Filler filler;
  filler.value = value;
  filler.tokens = tokens;
  filler.rule = rule;
  fillers_of(frame, role).fillers.assign(1, filler);
}

void ArticleWork::index_mentions() {
  outer.assign(document().tokens.size(), no_mention);
  const std::vector<Mention>& items = mentions();
  for (MentionId id = 0; id < items.size(); ++id) {
    const Mention& mention = items[id];
    if (mention.tokens.empty() || mention.inside || !is_entity_class(mention)) continue;
    for (std::uint32_t token = mention.tokens.begin; token < mention.tokens.end; ++token) {
      const MentionId known = outer[token];
      const bool larger = known == no_mention || items[known].tokens.size() < mention.tokens.size();
      const bool better = !larger && items[known].entity == no_entity && items[known].tokens.size() == mention.tokens.size();
      if (larger || better) outer[token] = id;
    }
  }
}

EntityId ArticleWork::entity_of(MentionId id, const FillerClasses& classes) const {
  const Mention& mention = mentions()[id];
  const auto usable = [&](EntityId entity) {
    return entity != no_entity && classes.test(extraction->entities[entity].cls) &&
           (extraction->entities[entity].entry != no_entry || !extraction->entities[entity].name.empty());
  };
  if (usable(mention.entity)) return mention.entity;
  if (mention.form != MentionForm::Nominal) return no_entity;
  for (const Mention& inner : mentions()) {
    if (inner.tokens.begin >= mention.tokens.end) continue;
    const bool body = mention.tokens.contains(inner.tokens) && inner.tokens != mention.tokens && inner.cls != mention_class::person;
    if (body && usable(inner.entity) && !inner.tokens.empty()) return inner.entity;
  }
  return no_entity;
}

std::int32_t ArticleWork::trigger_noun(const Draft& draft) const {
  if (draft.frame.verb_group >= 0) return -1;
  if (draft.noun_group >= 0) return draft.noun_group;
  for (std::uint32_t token = draft.frame.trigger.begin; token < draft.frame.trigger.end; ++token) {
    if (annotation().noun_group_of[token] >= 0) return annotation().noun_group_of[token];
  }
  return -1;
}

bool ArticleWork::takes_date(const RoleModel& role, std::int32_t date) const {
  const std::string& type = extraction->mentions.dates[static_cast<std::size_t>(date)].value.type;
  return role.classes.test(mention_class::date) && type != "SET" && (type == "DURATION") == (role.name == "duration");
}

std::optional<Filler> ArticleWork::filler_at(std::uint32_t token, const RoleModel& role) const {
  const MentionId id = outer[token];
  if (id == no_mention) return std::nullopt;
  const EntityId entity = entity_of(id, role.classes);
  if (entity == no_entity) return std::nullopt;
  Filler filler;
  filler.entity = entity;
  filler.mention = id;
  filler.tokens = mentions()[id].tokens;
  return filler;
}

}  // namespace chancery
