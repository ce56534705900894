#include "resolve/office_body.hpp"

#include <algorithm>

#include "annotate/stretch.hpp"
#include "resolve/knowledge.hpp"

namespace chancery {

OfficeBodies::OfficeBodies(const ResolverKnowledge& knowledge, const Document& document, const Mentions& mentions,
                           const std::vector<ArticleEntity>& entities)
    : knowledge_(knowledge), document_(document), mentions_(mentions), entities_(entities) {
  for (EntityId id = 0; id < entities.size(); ++id)
    if (entities[id].entry != no_entry) entity_of_entry_.emplace(entities[id].entry, id);
  index_offices();
  index_states();
  here_ = state_of_dateline();
}

void OfficeBodies::index_offices() {
  for (EntityId id = 0; id < entities_.size(); ++id) {
    for (const MentionId mention : entities_[id].mentions)
      for (const StatedOffice& office : whole_offices(mentions_.items[mention])) body_of_office_.emplace(key(id, office.role), office.body);
  }
  for (const Mention& mention : mentions_.items) {
    if (mention.entity == no_entity) continue;
    for (const StatedOffice& office : whole_offices(mention)) {
      Holders& holders = holders_[key(office.role, office.body)];
      if (holders.first == no_entity) holders.first = mention.entity;
      holders.several = holders.several || holders.first != mention.entity;
    }
  }
}

/// The offices stated together with their bodies.
std::vector<StatedOffice> OfficeBodies::whole_offices(const Mention& mention) const {
  if (mention.features.size() < 2) return {};
  std::vector<StatedOffice> offices = stated_offices(knowledge_, mentions_, mention);
  std::erase_if(offices, [](const StatedOffice& office) { return office.role == no_role || office.body == no_entity; });
  return offices;
}

void OfficeBodies::index_states() {
  times_named_.assign(entities_.size(), 0);
  for (MentionId id = 0; id < mentions_.items.size(); ++id) {
    const Mention& mention = mentions_.items[id];
    if (mention.tokens.empty() || mention.entity == no_entity) continue;
    const bool named = mention.form == MentionForm::Proper || mention.form == MentionForm::Adjective;
    if (!named || entities_[mention.entity].cls != mention_class::polity) continue;
    states_.push_back(id);
    if (times_named_[mention.entity]++ == 0) by_times_named_.push_back(mention.entity);
  }
  const auto begin = [this](MentionId id) { return mentions_.items[id].tokens.begin; };
  std::sort(states_.begin(), states_.end(), [&](MentionId a, MentionId b) { return begin(a) < begin(b); });
  std::sort(by_times_named_.begin(), by_times_named_.end(),
            [this](EntityId a, EntityId b) { return times_named_[a] != times_named_[b] ? times_named_[a] > times_named_[b] : a < b; });
}

EntityId OfficeBodies::entity_of(EntryId entry) const {
  const auto found = entity_of_entry_.find(entry);
  return entry == no_entry || found == entity_of_entry_.end() ? no_entity : found->second;
}

/// The body that the same person has in the same role elsewhere.
EntityId OfficeBodies::body_elsewhere(EntityId person, RoleId role) const {
  const auto found = body_of_office_.find(key(person, role));
  return found == body_of_office_.end() ? no_entity : found->second;
}

/// Somebody else is said to hold the office in that state.
bool OfficeBodies::is_taken(EntityId person, RoleId role, EntityId body) const {
  if (!knowledge_.lexicon().role(role).single_holder) return false;
  const auto found = holders_.find(key(role, body));
  return found != holders_.end() && (found->second.several || found->second.first != person);
}

/// The state of all people whom the name may mean: which President Bush it is does not matter. `no_entry` if they are of several.
EntryId OfficeBodies::common_state(const Mention& holder) const {
  EntryId state = no_entry;
  for (EntryId id : holder.candidates) {
    const Entry& entry = knowledge_.lexicon().entry(id);
    if (entry.cls != EntryClass::Person || entry.country == no_entry || (state != no_entry && entry.country != state)) return no_entry;
    state = entry.country;
  }
  return state;
}

/// The state of the place where the article was written.
EntityId OfficeBodies::state_of_dateline() const {
  for (const Mention& mention : mentions_.items) {
    if (mention.tokens.empty() || mention.entity == no_entity || !document_.dateline.contains(mention.tokens)) continue;
    const ArticleEntity& entity = entities_[mention.entity];
    if (entity.cls == mention_class::polity) return mention.entity;
    if (entity.cls != mention_class::place || entity.entry == no_entry) continue;
    const EntityId state = entity_of(knowledge_.lexicon().entry(entity.entry).country);
    if (state != no_entity) return state;
  }
  return no_entity;
}

/// The state with more than half of the weight of all: one for each time that it is named outside the title, four more for one before it
/// in its sentence, two more in the sentence before. The one where the article was written has two more, and needs no more than any other.
/// A state without something more is one of those named most.
EntityId OfficeBodies::state_around(EntityId person, const Mention& title) const {
  constexpr std::int64_t weight_of_dateline = 2;
  const std::uint32_t sentence = document_.sentence_of(title.tokens.begin);
  const std::uint32_t first =
      sentence < document_.sentences.size() ? document_.sentences[sentence - (sentence > 0 ? 1 : 0)].tokens.begin : 0;
  std::unordered_map<EntityId, std::int64_t> changed;
  auto all = static_cast<std::int64_t>(states_.size());
  const auto change = [&](EntityId id, std::int64_t by) {
    changed[id] += by;
    all += by;
  };
  if (here_ != no_entity) change(here_, weight_of_dateline);
  for (const MentionId id :
       items_in(states_, {first, title.tokens.end}, [this](MentionId each) { return mentions_.items[each].tokens.begin; })) {
    const Mention& state = mentions_.items[id];
    const std::uint32_t at = document_.sentence_of(state.tokens.begin);
    const bool before = state.tokens.begin < title.tokens.begin;
    change(state.entity, state.tokens.overlaps(title.tokens) ? -1 : before && at == sentence ? 4 : before && at + 1 == sentence ? 2 : 0);
  }
  const auto may_be = [&](EntityId id) { return !is_taken(person, title.role, id); };
  EntityId best = no_entity;
  std::int64_t best_weight = 0;
  for (const EntityId id : by_times_named_) {
    if (changed.contains(id) || !may_be(id)) continue;
    best = id;
    best_weight = times_named_[id];
    break;
  }
  for (const auto& [id, by] : changed) {
    const std::int64_t weight = times_named_[id] + by;
    if (weight == 0 || weight < best_weight || (weight == best_weight && id > best) || !may_be(id)) continue;
    best = id;
    best_weight = weight;
  }
  return best != no_entity && (best == here_ || best_weight * 2 > all) ? best : no_entity;
}

std::vector<StatedOffice> stated_offices(const ResolverKnowledge& knowledge, const Mentions& mentions, const Mention& mention) {
  std::vector<StatedOffice> offices;
  for (const Feature& title : mention.features) {
    if (title.mention == no_mention || title.name != knowledge.title_feature) continue;
    StatedOffice office{mentions.items[title.mention].role, no_entity};
    for (const Feature& body : mention.features)
      if (body.mention != no_mention && body.name == knowledge.body_feature && body.match == title.match)
        office.body = mentions.items[body.mention].entity;
    offices.push_back(office);
  }
  return offices;
}

EntityId OfficeBodies::find(MentionId holder, MentionId title) const {
  const Mention& name = mentions_.items[title];
  const EntityId person = mentions_.items[holder].entity;
  if (name.role == no_role || person == no_entity) return no_entity;
  const Role& role = knowledge_.lexicon().role(name.role);
  if (const EntityId stated = entity_of(role.default_body); stated != no_entity) return stated;
  const EntityId elsewhere = body_elsewhere(person, name.role);
  if (elsewhere != no_entity) return elsewhere;
  if (role.default_body != no_entry) return no_entity;  // its state is not named here, and no other has it
  constexpr std::uint16_t head_of_state_or_government = 80;
  if (role.body_class != "polity" && (role.body_class != "any" || role.rank < head_of_state_or_government)) return no_entity;
  if (entities_[person].entry != no_entry) {
    const EntryId state = knowledge_.lexicon().entry(entities_[person].entry).country;
    if (state != no_entry) return entity_of(state);  // no other state's, though the article names only others
  }
  if (const EntryId state = common_state(mentions_.items[holder]); state != no_entry) return entity_of(state);
  return state_around(person, name);
}

}  // namespace chancery
