#pragma once

#include <vector>

#include "annotate/mention.hpp"
#include "resolve/entity.hpp"
#include "resolve/knowledge.hpp"
#include "text/document.hpp"

namespace chancery {

/// An office that the words beside a name state.
struct StatedOffice {
  RoleId role = no_role;
  EntityId body = no_entity;  ///< `no_entity`: none is stated there
};

/// The offices that the mention's features state, in the order in which their rules matched.
std::vector<StatedOffice> stated_offices(const ResolverKnowledge& knowledge, const Mentions& mentions, const Mention& mention);

/// The body of an office whose own words name none. In this order: what the title alone says, the same office of the same person
/// elsewhere in the article, the state that the lexicon knows the person by, the only state named before the title in its
/// sentence. Else `no_entity`.
EntityId find_office_body(const ResolverKnowledge& knowledge, const Document& document, const Mentions& mentions,
                          const std::vector<ArticleEntity>& entities, MentionId holder, MentionId title);

}  // namespace chancery
