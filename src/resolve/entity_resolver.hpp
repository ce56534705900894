#pragma once

#include <memory>
#include <span>
#include <vector>

#include "annotate/annotation.hpp"
#include "annotate/mention.hpp"
#include "lexicon/lexicon.hpp"
#include "match/matcher.hpp"
#include "resolve/entity.hpp"
#include "resolve/office_body.hpp"
#include "rules/pack.hpp"
#include "text/document.hpp"

namespace chancery {

class ResolverKnowledge;

/// What a match of a mention rule became. A match over a list of names makes several.
struct MadeMention {
  std::uint32_t match = 0;  ///< index into the matches
  MentionId mention = no_mention;
  std::vector<std::uint16_t> of_others = {};  ///< indexes of captures that are told of other names of the match
};

/// Makes the entities of an article out of its mentions. Borrows lexicon, pack and program; const, shared by threads.
class EntityResolver {
 public:
  EntityResolver(const Lexicon& lexicon, const RulePack& pack, const Program& program);
  ~EntityResolver();

  /// Turn the matches of mention rules over the whole article into mentions, in the order of the matches. A match that a better
  /// one beats (they read one title mention in two ways) makes none. Names that a rule captures as `name` are re-read and grow in
  /// place, and get the other captures as features; a rule without `name` makes a new mention. Ids of mentions stay as they are;
  /// new ones go to the end. Mentions inside a larger one are marked `inside`. A match that captures `peer` ("predecessor") or `equal` ("counterpart") gets
  /// a `title` captured: that of the person named before. Of a match with stretches captured as `each`, what is captured in one is told of
  /// the name in it alone; `group` is the noun whose members the names are, and whoever is captured as its `sender` theirs.
  std::vector<MadeMention> apply_mention_matches(std::span<Match> matches, const Document& document, const Annotation& annotation,
                                                 Mentions& mentions) const;

  /// Group the mentions to `entities` (replacing what it holds) and set `Mention::entity`. May be called again after further
  /// mentions were made.
  void resolve(const Document& document, const Annotation& annotation, Mentions& mentions, std::vector<ArticleEntity>& entities) const;

  /// For the bodies of offices whose words name none ("the foreign minister, X"). Call after `resolve`; borrows what it is given.
  [[nodiscard]] OfficeBodies office_bodies(const Document& document, const Annotation& annotation, const Mentions& mentions,
                                           const std::vector<ArticleEntity>& entities) const;

 private:
  std::unique_ptr<const ResolverKnowledge> knowledge_;
};

}  // namespace chancery
