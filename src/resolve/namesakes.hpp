#pragma once

#include <map>
#include <set>

#include "annotate/annotation.hpp"
#include "resolve/entity.hpp"
#include "resolve/knowledge.hpp"
#include "resolve/name_groups.hpp"
#include "text/document.hpp"

namespace chancery {

/// Tells whom a name means that several people of an article share, as three Kims do. One object for each such name; borrows all.
class Namesakes {
 public:
  Namesakes(const ResolverKnowledge& knowledge, const Document& document, const Annotation& annotation, const Mentions& mentions,
            const NameGroups& names)
      : knowledge_(knowledge), document_(document), annotation_(annotation), mentions_(mentions), names_(names) {}

  /// `use` means that person, by a longer name or because `choose` said so; in any order.
  void add(EntityId person, const NameUse& use);
  /// Whom the shared name means in `use`, of the people added; `no_entity` if there are none. In this order: who has the title that
  /// stands beside it; who was named before in a list with the same company ("Moon and Kim"); who was named last, not long ago and not
  /// as somebody's kin; who was named most often before; who is named first.
  [[nodiscard]] EntityId choose(const NameUse& use) const;

 private:
  struct Named {
    EntityId person = no_entity;
    bool aside = false;  ///< "his late father, NAME"
  };

  [[nodiscard]] std::set<RoleId> titles_of(const NameUse& use) const;
  [[nodiscard]] std::set<Symbol> company_of(TokenSpan head) const;
  [[nodiscard]] bool is_aside(TokenSpan head) const;
  [[nodiscard]] bool is_speaker_of(std::uint32_t name, std::uint32_t use) const;

  const ResolverKnowledge& knowledge_;
  const Document& document_;
  const Annotation& annotation_;
  const Mentions& mentions_;
  const NameGroups& names_;
  std::map<std::uint32_t, Named> named_at_;         ///< by the first token
  std::map<EntityId, std::set<RoleId>> titles_;     ///< of each of the people
  std::map<EntityId, std::set<Symbol>> companies_;  ///< names beside whom each stood
};

}  // namespace chancery
