#pragma once

#include <span>
#include <utility>
#include <vector>

#include "annotate/annotation.hpp"
#include "annotate/mention.hpp"
#include "resolve/entity.hpp"
#include "text/document.hpp"

namespace chancery {

class ResolverKnowledge;

/// With which states the people of an article deal as with others': whose country they go to ("Foreign Minister A arrived in Peru"), which
/// they address ("A thanked Peru"), and whose people they meet ("A met the Peruvian president", "A was received by Peruvian President B").
/// No such state is likely their own.
class Dealings {
 public:
  /// The name of a state, or of a place in it, through which a person deals with it.
  struct Dealing {
    EntityId person = no_entity;
    MentionId state = no_mention;
    friend bool operator<(const Dealing& a, const Dealing& b) { return std::pair(a.person, a.state) < std::pair(b.person, b.state); }
    friend bool operator==(const Dealing& a, const Dealing& b) = default;
  };

  Dealings(const ResolverKnowledge& knowledge, const Document& document, const Annotation& annotation, const Mentions& mentions,
           const std::vector<ArticleEntity>& entities);

  /// In text order of the names' ids.
  [[nodiscard]] std::span<const Dealing> of(EntityId person) const;

 private:
  std::vector<Dealing> all_;  ///< ordered
};

}  // namespace chancery
