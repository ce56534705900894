#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "annotate/annotation.hpp"
#include "annotate/mention.hpp"
#include "resolve/entity.hpp"
#include "resolve/knowledge.hpp"
#include "text/document.hpp"

namespace chancery {

/// Gives pronouns and role nouns their entity, in text order, so that each may be an antecedent of the next. One object an
/// article; call after names have theirs.
class Coreference {
 public:
  Coreference(const ResolverKnowledge& knowledge, const Document& document, const Annotation& annotation, Mentions& mentions,
              std::vector<ArticleEntity>& entities);
  void run();

 private:
  /// A mention that a later one may go back to.
  struct Antecedent {
    std::uint32_t token = 0, end = 0, sentence = 0;
    std::int32_t quotation = -1;
    std::uint32_t clause = 0;
    EntityId entity = no_entity;
    bool subject = false;
    bool active = false;  ///< the subject of a verb that says something or tells what was done
    bool speaks = false;  ///< somebody without a name who stands for the body that they speak for
    bool aide = false;    ///< somebody of an office that serves a person, who tells of others
  };
  /// An office that people have, as far as titles beside their names say, and where it says so, in text order.
  struct Office {
    RoleId role = no_role;
    EntityId body = no_entity;
    std::string label;  ///< of the role, in lower case
    struct Held {
      EntityId person = no_entity;
      std::uint32_t token = 0;
      std::uint32_t number = 0;  ///< of all that are held
      bool now = true;           ///< neither formerly nor in time to come
    };
    std::vector<Held> held;
  };

  void find_active_groups();
  [[nodiscard]] bool begins_with_quotation(std::uint32_t sentence) const;
  [[nodiscard]] bool is_speaking(const Mention& mention) const;
  void lengthen_titles();
  void learn_offices();
  void add_antecedent(const Mention& mention, EntityId entity);
  void resolve_nominal(Mention& mention);
  [[nodiscard]] bool is_citizen(const Mention& mention) const;
  [[nodiscard]] MentionId citizen_named(MentionId id);
  [[nodiscard]] bool is_part_of_the_world(const ArticleEntity& entity) const;
  void resolve_plural(Mention& mention);
  void find_members(Mention& mention) const;
  void learn_lists();
  [[nodiscard]] bool find_listed(Mention& mention) const;
  [[nodiscard]] bool is_of_others(const Mention& mention) const;
  [[nodiscard]] bool may_be_told_before(const Mention& mention) const;
  void find_counted(Mention& mention, std::size_t number) const;
  [[nodiscard]] std::uint32_t last_token_of(EntityId person, const Mention& mention) const;
  [[nodiscard]] bool is_former(const Mention& mention) const;
  [[nodiscard]] bool is_from_abroad(const Mention& mention) const;
  [[nodiscard]] EntityId state_here() const;
  [[nodiscard]] bool is_several(const Mention& mention) const;
  [[nodiscard]] EntityId owner_behind(const Mention& mention) const;
  void resolve_pronoun(Mention& mention);
  void resolve_relative(Mention& mention);
  [[nodiscard]] const Mention* title_behind(const Mention& mention) const;
  [[nodiscard]] bool is_of_state(const Mention& title) const;
  [[nodiscard]] EntityId state_named(EntityId id) const;
  void resolve_neuter(Mention& mention);
  void give(Mention& mention, EntityId entity);
  [[nodiscard]] bool is_only_holder(const Office& office, EntityId body) const;
  [[nodiscard]] std::uint32_t acted_last(EntityId person, const Mention& mention) const;
  [[nodiscard]] EntityId holder_of(const Mention& mention, EntityId body) const;
  [[nodiscard]] RoleId role_of(const Mention& mention) const;
  [[nodiscard]] std::vector<EntityId> states_inside(const Mention& mention) const;
  [[nodiscard]] EntityId state_of(EntityId person) const;
  [[nodiscard]] EntityId only_holder(RoleId role, bool any_head, EntityId state) const;
  [[nodiscard]] EntityId only_citizen(EntityId state, std::uint32_t before) const;
  [[nodiscard]] bool is_head_word(const Mention& mention) const;
  [[nodiscard]] std::size_t number_told(const Mention& mention) const;
  void learn_appositions();
  [[nodiscard]] bool is_subject(const Mention& mention) const;
  /// The noun group of its head, or of what it stands in apposition to, is marked in `groups`.
  [[nodiscard]] bool has_group_in(const std::vector<bool>& groups, const Mention& mention) const;
  [[nodiscard]] bool names_other_office(const Mention& mention, const Office& office) const;
  [[nodiscard]] EntityId described_before(const Mention& mention) const;
  [[nodiscard]] EntityId untitled_before(const Mention& mention, EntityId body) const;
  bool serves(EntityId person, EntityId state) const;
  void note_holder(const Mention& mention, EntityId person, EntityId body);
  /// The mentions whose heads begin in `tokens`, in text order.
  [[nodiscard]] std::span<const MentionId> heads_in(TokenSpan tokens) const;
  [[nodiscard]] EntityId body_inside(const Mention& mention) const;
  [[nodiscard]] bool is_definite(const Mention& mention) const;
  [[nodiscard]] bool is_bare_subject(const Mention& mention) const;
  [[nodiscard]] bool is_accompanying(const Antecedent& candidate) const;
  [[nodiscard]] bool is_named_behind(const Mention& mention, EntityId entity) const;
  [[nodiscard]] bool is_in_main_clause(const Antecedent& candidate) const;
  [[nodiscard]] double score(const Antecedent& candidate, const Mention& mention) const;
  [[nodiscard]] double weight_as_speaker(const Antecedent& candidate) const;
  [[nodiscard]] bool is_attributed_to(const Mention& mention) const;
  [[nodiscard]] std::int32_t quotation_before(const Mention& mention) const;
  [[nodiscard]] bool agrees(const Mention& mention, EntityId entity) const;
  [[nodiscard]] bool is_misjudged(const Mention& mention, EntityId entity) const;
  [[nodiscard]] bool fits(const Mention& mention, const Antecedent& candidate) const;
  [[nodiscard]] std::int32_t asked_to(std::uint32_t pronoun) const;
  [[nodiscard]] EntityId genitive_owner(const Mention& mention) const;
  void note_organization(EntityId entity);
  void note_group(const Mention& mention);
  [[nodiscard]] bool serves_a_person(const Mention& mention) const;
  [[nodiscard]] EntityId organization_before(const Mention& mention) const;
  [[nodiscard]] EntityId body_called(const Mention& mention) const;
  [[nodiscard]] EntityId seat_of(const Mention& mention) const;
  [[nodiscard]] EntityId holder_below(const Mention& mention, EntityId body) const;
  [[nodiscard]] bool is_another_than(EntityId person, std::uint32_t named, const Mention& mention, EntityId body) const;
  [[nodiscard]] EntityId state_of_government(const Mention& mention) const;
  [[nodiscard]] bool same_noun(const Mention& mention, const Office& office) const;

  const ResolverKnowledge& knowledge_;
  const Document& document_;
  const Annotation& annotation_;
  Mentions& mentions_;
  std::vector<ArticleEntity>& entities_;
  std::vector<bool> subject_group_, object_group_;  ///< "pressed him to come": he is both
  std::vector<bool> active_group_;                  ///< the subject of a verb that says something or tells what was done
  std::vector<std::int32_t> quotation_of_;          ///< per token
  std::vector<Antecedent> antecedents_;
  std::vector<Office> offices_;
  std::uint32_t held_count_ = 0;
  std::vector<std::uint32_t> last_antecedent_;                                 ///< by entity: 1 + index into `antecedents_`; 0: none yet
  std::unordered_map<Symbol, std::vector<EntityId>> organizations_with_head_;  ///< those that are antecedents, by the head of their names
  std::unordered_map<std::uint32_t, EntityId> holder_of_title_;                ///< by the first token of a title beside a name
  /// "The envoys are N, N and N": the people listed as those of a noun.
  struct Listed {
    std::uint32_t token = 0;  ///< of the noun
    RoleId role = no_role;
    std::vector<EntityId> people;
  };
  std::vector<Listed> lists_;  ///< in text order
  struct Nameless {
    std::uint32_t token = 0;
    EntityId entity = no_entity;  ///< whom they speak for
  };
  std::unordered_map<Symbol, Nameless> nameless_with_head_;  ///< by head word, where somebody nameless was last called so
  std::vector<MentionId> order_;
  std::unordered_map<Symbol, EntityId> people_with_;              ///< those who lead others, by the noun that these are called by, the last
  std::unordered_map<EntryId, EntityId> entity_of_entry_;         ///< polities of the article
  std::unordered_map<EntityId, std::vector<EntityId>> citizens_;  ///< by polity, the people whom the lexicon knows by it
  std::unordered_map<EntityId, std::vector<EntityId>> holders_of_state_;  ///< by polity, the others to whom an office of it is given
  std::vector<bool> has_office_;                                          ///< by entity: the article gives them an office
};

}  // namespace chancery
