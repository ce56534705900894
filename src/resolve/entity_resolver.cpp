#include "resolve/entity_resolver.hpp"

#include "match/program.hpp"
#include "resolve/coreference.hpp"
#include "resolve/entity_builder.hpp"
#include "resolve/knowledge.hpp"

namespace chancery {

EntityResolver::EntityResolver(const Lexicon& lexicon, const RulePack& pack, const Program& program)
    : knowledge_(std::make_unique<ResolverKnowledge>(lexicon, pack, program)) {}

EntityResolver::~EntityResolver() = default;

void EntityResolver::resolve(const Document& document, const Annotation& annotation, Mentions& mentions,
                             std::vector<ArticleEntity>& entities) const {
  entities.clear();
  for (Mention& mention : mentions.items) mention.entity = no_entity;
  EntityBuilder(*knowledge_, document, annotation, mentions, entities).run();
  if (!knowledge_->pack().manifest.without_coreference) Coreference(*knowledge_, document, annotation, mentions, entities).run();
}

OfficeBodies EntityResolver::office_bodies(const Document& document, const Annotation& annotation, const Mentions& mentions,
                                           const std::vector<ArticleEntity>& entities) const {
  return {*knowledge_, document, annotation, mentions, entities};
}

}  // namespace chancery
