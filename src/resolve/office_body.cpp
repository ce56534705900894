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
  for (MentionId id : person.mentions) {
    bool same = false;
    EntityId body = no_entity;
    for (const Feature& feature : mentions.items[id].features) {
      if (feature.mention == no_mention) continue;
      if (feature.name == knowledge.title_feature) same = mentions.items[feature.mention].role == role;
      if (feature.name == knowledge.body_feature) body = mentions.items[feature.mention].entity;
    }
    if (same && body != no_entity) return body;
  }
  return no_entity;
}

/// The only state named in the sentence before the title.
EntityId state_before(const Document& document, const Mentions& mentions, const std::vector<ArticleEntity>& entities, const Mention& title) {
  const std::uint32_t sentence = document.sentence_of(title.tokens.begin);
  if (sentence >= document.sentences.size()) return no_entity;
  const std::uint32_t begin = document.sentences[sentence].tokens.begin;
  EntityId found = no_entity;
  for (const Mention& mention : mentions.items) {
    if (mention.tokens.empty() || mention.entity == no_entity || mention.tokens.begin < begin) continue;
    if (mention.tokens.begin >= title.tokens.begin) continue;
    if (entities[mention.entity].cls != mention_class::polity) continue;
    if (found != no_entity && found != mention.entity) return no_entity;
    found = mention.entity;
  }
  return found;
}

}  // namespace

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
  if (role.body_class != "polity") return no_entity;
  if (entities[person].entry != no_entry) {
    const EntityId known = entity_of(knowledge.lexicon().entry(entities[person].entry).country, entities);
    if (known != no_entity) return known;
  }
  return state_before(document, mentions, entities, name);
}

}  // namespace chancery
