#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "annotate/annotation.hpp"
#include "annotate/mention.hpp"
#include "resolve/dealings.hpp"
#include "resolve/entity.hpp"
#include "text/document.hpp"

namespace chancery {

class ResolverKnowledge;

/// An office that the words beside a name state.
struct StatedOffice {
  RoleId role = no_role;
  EntityId body = no_entity;     ///< `no_entity`: none is stated there
  MentionId title = no_mention;  ///< the title's mention
};

/// The offices that the mention's features state, in the order in which their rules matched.
std::vector<StatedOffice> stated_offices(const ResolverKnowledge& knowledge, const Mentions& mentions, const Mention& mention);

/// Tells the bodies of the offices of one article. Borrows everything; what it asks of the whole article is counted when it is made, so
/// entities and mentions must stay as they are.
class OfficeBodies {
 public:
  OfficeBodies(const ResolverKnowledge& knowledge, const Document& document, const Annotation& annotation, const Mentions& mentions,
               const std::vector<ArticleEntity>& entities);

  /// The body of an office whose own words name none. In this order: the state of whoever sent the person as one of several, what the title
  /// alone says ("the chief Danish negotiator A"), the same
  /// office of the same person elsewhere in the article, the town named before a mayor, the state that the lexicon knows the person by,
  /// the body of the one named right before ("the Danish foreign minister A and defence minister B"), the body beside the same title where
  /// it stands without a name ("Denmark's foreign minister … Foreign Minister A"), for an office of any body the one that acts in the
  /// sentence before ("The Pentagon denied it. Spokesman A said"), the organisation of no state or the state that the article is about
  /// where the title stands, but none that the person deals with as another's (`Dealings`). Else `no_entity`. `holder` is the person's mention, `title` the title's.
  [[nodiscard]] EntityId find(MentionId holder, MentionId title) const;

  /// The state that the lexicon knows a person by, where the article names it, else that of the first office stated with one; else
  /// `no_entity`.
  [[nodiscard]] EntityId state_of(EntityId person) const;

 private:
  /// Who is said to hold an office in a body: the first, and whether there is another.
  struct Holders {
    EntityId first = no_entity;
    bool several = false;
  };
  /// A title without a name beside it, and whose it is.
  struct NamelessOffice {
    std::uint32_t token = 0;
    EntityId body = no_entity;
  };
  using Key = std::uint64_t;
  static Key key(std::uint32_t a, std::uint32_t b) { return Key{a} << 32U | b; }

  void index_offices();
  [[nodiscard]] EntityId body_of_sender(const Mention& holder) const;
  void index_rows();
  void index_nameless();
  void index_first_told();
  void index_states();
  void note_state(EntityId state);
  [[nodiscard]] std::vector<StatedOffice> whole_offices(const Mention& mention) const;
  [[nodiscard]] EntityId state_of_dateline() const;
  [[nodiscard]] EntityId entity_of(EntryId entry) const;
  [[nodiscard]] EntityId body_elsewhere(EntityId person, RoleId role) const;
  [[nodiscard]] EntityId state_named(MentionId name) const;
  [[nodiscard]] bool holds_preposition(TokenSpan tokens) const;
  [[nodiscard]] bool is_partner(EntityId person, EntityId state) const;
  [[nodiscard]] bool is_taken(EntityId person, RoleId role, EntityId body) const;
  [[nodiscard]] EntryId common_state(const Mention& holder) const;
  [[nodiscard]] bool is_of_another(const Mention& title) const;
  [[nodiscard]] bool is_equal(const Mention& holder) const;
  [[nodiscard]] EntityId state_of_owner(const Mention& title) const;
  [[nodiscard]] EntityId state_led(const Mention& holder, const Mention& title) const;
  [[nodiscard]] EntityId state_of_company(const Mention& holder, const Mention& title) const;
  [[nodiscard]] EntityId state_sending(std::int32_t noun) const;
  [[nodiscard]] EntityId state_of_actor(TokenSpan tokens, bool of_first) const;
  [[nodiscard]] EntityId actor_before(const Mention& title, bool of_state) const;
  [[nodiscard]] EntityId body_acting(std::int32_t noun, bool of_state) const;
  [[nodiscard]] bool is_other_party(TokenSpan state) const;
  [[nodiscard]] bool is_one_of_two(EntityId person, const Mention& title) const;
  [[nodiscard]] std::int64_t weight_near(MentionId state, const Mention& title) const;
  [[nodiscard]] EntityId body_of_row(const Mention& holder, const Mention& title) const;
  [[nodiscard]] bool may_share(const Role& role, RoleId other) const;
  [[nodiscard]] bool is_of_nameless(const Mention& title) const;
  [[nodiscard]] EntityId body_inside(const Mention& title) const;
  [[nodiscard]] EntityId body_of_nameless(EntityId person, const Mention& title) const;
  [[nodiscard]] EntityId place_before(const Mention& title) const;
  [[nodiscard]] EntityId organization_around(const Mention& title) const;
  [[nodiscard]] EntityId state_around(EntityId person, const Mention& title, EntityId barred) const;

  const ResolverKnowledge& knowledge_;
  const Document& document_;
  const Annotation& annotation_;
  const Mentions& mentions_;
  const std::vector<ArticleEntity>& entities_;
  Dealings dealings_;
  std::unordered_map<EntryId, EntityId> entity_of_entry_;             ///< the first
  std::unordered_map<Key, EntityId> body_of_office_;                  ///< by person and role: the first named
  std::unordered_map<EntityId, EntityId> state_of_person_;            ///< by the first office stated with one
  std::unordered_map<Key, Holders> holders_;                          ///< by role and body
  std::unordered_map<std::uint32_t, StatedOffice> row_ending_at_;     ///< by the token behind the person's mention
  std::unordered_map<RoleId, std::vector<NamelessOffice>> nameless_;  ///< by role, in text order
  std::unordered_map<EntityId, std::int64_t> home_signs_;             ///< by state: its people told without it, less those told with it
  std::vector<MentionId> states_;                                     ///< names of states, in text order
  std::vector<MentionId> people_;                                     ///< mentions of people, in text order
  std::vector<MentionId> places_, organizations_;                     ///< names of places, and of organisations of no state, in text order
  std::unordered_map<std::uint32_t, EntityId> body_with_head_;        ///< organisations and states, by the last token of their head
  std::vector<bool> named_freely_;          ///< by entity: a state that is named otherwise than as the other side ("relations with Peru")
  std::vector<std::uint32_t> times_named_;  ///< by entity; a state with the places in it
  std::uint32_t state_signs_ = 0;           ///< their sum
  std::vector<EntityId> by_times_named_;    ///< states that are named, the most often named first
  EntityId main_organization_ = no_entity;  ///< the one of no state that is named most
  bool has_home_ = false;                   ///< a state has more people told without it than with it
  EntityId here_ = no_entity;               ///< the state where the article was written
};

}  // namespace chancery
