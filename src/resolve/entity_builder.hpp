#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "annotate/annotation.hpp"
#include "annotate/mention.hpp"
#include "resolve/entity.hpp"
#include "resolve/knowledge.hpp"
#include "resolve/linker.hpp"
#include "resolve/name_groups.hpp"
#include "resolve/name_index.hpp"
#include "text/document.hpp"

namespace chancery {

/// Makes entities of the names of one article: each thing once, whatever its forms. Longer names first, so that "Weber" finds
/// "Anna Weber". One object an article.
class EntityBuilder {
 public:
  EntityBuilder(const ResolverKnowledge& knowledge, const Document& document, const Annotation& annotation, Mentions& mentions,
                std::vector<ArticleEntity>& entities);
  void run();

 private:
  struct Draft {
    std::vector<std::vector<Symbol>> names;
    std::vector<TokenSpan> heads;  ///< of uses, in text order once sorted
  };

  void decide_classes();
  void drop_credits();
  [[nodiscard]] bool stands_in_credit(TokenSpan head) const;
  [[nodiscard]] bool is_credited(TokenSpan head) const;
  void find_acronyms();
  [[nodiscard]] bool shares_words(EntryId id, const NameGroup& full) const;
  [[nodiscard]] std::string initials_of(const std::vector<Symbol>& words) const;
  [[nodiscard]] bool abbreviates(const NameGroup& acronym, const NameGroup& full) const;
  [[nodiscard]] bool holds_place(const NameGroup& group) const;
  [[nodiscard]] bool has_surname_use(const NameGroup& group);
  void make_people();
  void find_full_names();
  void make_known();
  void find_halves();
  void free_kinds();
  [[nodiscard]] bool is_short_of_longer(const NameGroup& group) const;
  void make_kinds();
  void make_kind(NameGroup& group, NameUse& use);
  [[nodiscard]] EntityId longer_kind(const std::vector<Symbol>& kind, std::uint32_t token) const;
  void make_rest();
  void guess(NameGroup& group);
  void assign();
  void assign_forms();
  [[nodiscard]] bool is_possessive_mark(std::uint32_t token) const;
  [[nodiscard]] TokenSpan with_owner(TokenSpan head, EntityId owner) const;

  EntityId add(ClassId cls, EntryId entry);
  /// False while there are so few entities that it is quicker to look at each; else the indexes below hold all.
  [[nodiscard]] bool update_indexes();
  [[nodiscard]] std::vector<EntityId> people_like(const NameGroup& group);
  void index_states();
  [[nodiscard]] EntityId find_entry(EntryId entry);
  void put(NameGroup& group, EntityId entity);
  void put(NameGroup& group, NameUse& use, EntityId entity);
  /// People whom the name fits best; several if it fits them alike.
  [[nodiscard]] std::vector<EntityId> people_of(const NameGroup& group);
  std::vector<EntityId> people_of(const NameGroup& group, Gender gender);
  /// The entry's name fits every full name of the person: "Kallas" alone does not make Siim Kallas another Kallas.
  [[nodiscard]] bool may_be(EntityId person, EntryId entry) const;
  [[nodiscard]] bool is_small_town(const NameGroup& group) const;
  [[nodiscard]] bool is_ruler_name(const NameGroup& group) const;
  [[nodiscard]] bool is_titled_ruler(const NameGroup& group) const;
  [[nodiscard]] bool holds_lesser_office(EntityId person) const;
  void put_where_meant(NameGroup& group, const std::vector<EntityId>& people);
  [[nodiscard]] EntityId part_of_organization(const NameGroup& group);
  [[nodiscard]] Symbol noun_behind(const NameGroup& group) const;
  [[nodiscard]] bool is_common_kind(const NameGroup& group, std::size_t skip) const;
  struct StateUse {
    std::uint32_t group = 0;
    TokenSpan head;
  };
  [[nodiscard]] const StateUse* state_beside(const NameUse& use);
  [[nodiscard]] const StateUse* state_behind(std::uint32_t token) const;
  [[nodiscard]] EntityId owner_of(const NameUse& use);
  /// As titles tell, else the name.
  [[nodiscard]] Gender gender_of(const NameGroup& group);
  /// As the titles beside the name tell; unknown if they do not.
  [[nodiscard]] Gender titled_gender_of(const NameUse& use) const;
  [[nodiscard]] Gender titled_gender_of(const NameGroup& group) const;
  void put_spouse(NameGroup& group);
  [[nodiscard]] std::string text_of(TokenSpan head) const;

  const ResolverKnowledge& knowledge_;
  const Document& document_;
  const Annotation& annotation_;
  Mentions& mentions_;
  std::vector<ArticleEntity>& entities_;
  NameGroups names_;
  Linker linker_;
  std::vector<Draft> drafts_;
  std::vector<EntityId> new_entries_;                          ///< entities with an entry that is not indexed yet
  std::vector<std::pair<EntityId, std::uint32_t>> new_names_;  ///< and names, by their index
  std::unordered_map<EntryId, std::set<EntityId>> entities_of_entry_;
  NameIndex people_, organizations_;
  std::unordered_map<std::string, EntityId> organization_of_initials_;   ///< the first
  std::unordered_map<KindId, std::vector<EntityId>> of_kind_;            ///< organisations named by what the lexicon has as a kind
  std::map<std::vector<Symbol>, std::vector<EntityId>> of_common_kind_;  ///< and by other words
  /// A use of a state's name, the first of the groups that has it.
  std::optional<std::unordered_map<std::uint32_t, StateUse>> state_at_;  ///< per token of the name
  std::map<TokenSpan, StateUse> state_of_head_;
  std::unordered_set<Symbol> lone_names_;  ///< names of one word, once they are asked for
  std::vector<std::optional<Gender>> gender_of_group_;
};

}  // namespace chancery
