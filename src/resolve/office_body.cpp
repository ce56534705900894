#include "resolve/office_body.hpp"

#include <algorithm>

namespace chancery {

namespace {

EntityId entity_of(EntryId entry, const std::vector<ArticleEntity>& entities) {
  if (entry == no_entry) return no_entity;
  for (EntityId id = 0; id < entities.size(); ++id)
    if (entities[id].entry == entry) return id;
  return no_entity;
}

/// The body that the same person has in the same role elsewhere.
EntityId body_elsewhere(const ResolverKnowledge& knowledge, const Mentions& mentions, const ArticleEntity& person, RoleId role) {
  for (MentionId id : person.mentions)
    for (const StatedOffice& office : stated_offices(knowledge, mentions, mentions.items[id]))
      if (office.role == role && office.body != no_entity) return office.body;
  return no_entity;
}

/// Somebody else is said to hold the office in that state.
bool is_taken(const ResolverKnowledge& knowledge, const Mentions& mentions, EntityId person, RoleId role, EntityId body) {
  if (!knowledge.lexicon().role(role).single_holder) return false;
  for (const Mention& mention : mentions.items) {
    if (mention.entity == no_entity || mention.entity == person || mention.features.size() < 2) continue;
    const std::vector<StatedOffice> offices = stated_offices(knowledge, mentions, mention);
    if (std::any_of(offices.begin(), offices.end(), [&](const StatedOffice& o) { return o.role == role && o.body == body; })) return true;
  }
  return false;
}

/// The state of all people whom the name may mean: which President Bush it is does not matter. `no_entry` if they are of several.
EntryId common_state(const ResolverKnowledge& knowledge, const Mention& holder) {
  EntryId state = no_entry;
  for (EntryId id : holder.candidates) {
    const Entry& entry = knowledge.lexicon().entry(id);
    if (entry.cls != EntryClass::Person || entry.country == no_entry || (state != no_entry && entry.country != state)) return no_entry;
    state = entry.country;
  }
  return state;
}

/// The state of the place where the article was written.
EntityId state_of_dateline(const ResolverKnowledge& knowledge, const Document& document, const Mentions& mentions,
                           const std::vector<ArticleEntity>& entities) {
  for (const Mention& mention : mentions.items) {
    if (mention.tokens.empty() || mention.entity == no_entity || !document.dateline.contains(mention.tokens)) continue;
    const ArticleEntity& entity = entities[mention.entity];
    if (entity.cls == mention_class::polity) return mention.entity;
    if (entity.cls != mention_class::place || entity.entry == no_entry) continue;
    const EntityId state = entity_of(knowledge.lexicon().entry(entity.entry).country, entities);
    if (state != no_entity) return state;
  }
  return no_entity;
}

/// The state that the article is about where the title stands: named most, and near before it; the one where it was written needs
/// no majority.
EntityId state_around(const ResolverKnowledge& knowledge, const Document& document, const Mentions& mentions,
                      const std::vector<ArticleEntity>& entities, EntityId person, const Mention& title) {
  const std::uint32_t sentence = document.sentence_of(title.tokens.begin);
  constexpr double weight_of_dateline = 2.0;
  std::vector<double> weight(entities.size(), 0.0);
  double all = 0.0;
  const EntityId here = state_of_dateline(knowledge, document, mentions, entities);
  if (here != no_entity) all = weight[here] = weight_of_dateline;
  for (const Mention& mention : mentions.items) {
    if (mention.tokens.empty() || mention.entity == no_entity) continue;
    const ArticleEntity& entity = entities[mention.entity];
    const bool named = mention.form == MentionForm::Proper || mention.form == MentionForm::Adjective;
    if (!named || entity.cls != mention_class::polity || mention.tokens.overlaps(title.tokens)) continue;
    const std::uint32_t at = document.sentence_of(mention.tokens.begin);
    double found = 1.0;
    if (mention.tokens.begin < title.tokens.begin && at == sentence)
      found += 4.0;
    else if (mention.tokens.begin < title.tokens.begin && at + 1 == sentence)
      found += 2.0;
    weight[mention.entity] += found;
    all += found;
  }
  EntityId best = no_entity;
  for (EntityId id = 0; id < entities.size(); ++id) {
    if (weight[id] == 0.0 || is_taken(knowledge, mentions, person, title.role, id)) continue;
    if (best == no_entity || weight[id] > weight[best]) best = id;
  }
  return best != no_entity && (best == here || weight[best] * 2.0 > all) ? best : no_entity;
}

}  // namespace

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

EntityId find_office_body(const ResolverKnowledge& knowledge, const Document& document, const Mentions& mentions,
                          const std::vector<ArticleEntity>& entities, MentionId holder, MentionId title) {
  const Mention& name = mentions.items[title];
  const EntityId person = mentions.items[holder].entity;
  if (name.role == no_role || person == no_entity) return no_entity;
  const Role& role = knowledge.lexicon().role(name.role);
  if (!role.default_body.empty()) {
    const EntityId stated = entity_of(knowledge.lexicon().find_key(role.default_body), entities);
    if (stated != no_entity) return stated;
  }
  const EntityId elsewhere = body_elsewhere(knowledge, mentions, entities[person], name.role);
  if (elsewhere != no_entity) return elsewhere;
  constexpr std::uint16_t head_of_state_or_government = 80;
  if (role.body_class != "polity" && (role.body_class != "any" || role.rank < head_of_state_or_government)) return no_entity;
  if (entities[person].entry != no_entry) {
    const EntryId state = knowledge.lexicon().entry(entities[person].entry).country;
    if (state != no_entry) return entity_of(state, entities);  // no other state's, though the article names only others
  }
  if (const EntryId state = common_state(knowledge, mentions.items[holder]); state != no_entry) return entity_of(state, entities);
  return state_around(knowledge, document, mentions, entities, person, name);
}

}  // namespace chancery
