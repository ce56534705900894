#include "extract/fill.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "annotate/stretch.hpp"
#include "extract/adjuncts.hpp"
#include "extract/extraction_words.hpp"
#include "extract/tense.hpp"
#include "lexicon/lexicon.hpp"
#include "resolve/entity_resolver.hpp"

namespace chancery {
namespace {

constexpr int dateline_days = 3;
constexpr std::uint32_t farthest_from_dateline = 4;     ///< sentences
constexpr std::uint32_t farthest_sentence = 2;          ///< for words that point to those of the frame before: "they"
constexpr std::uint32_t farthest_sentence_if_told = 4;  ///< where a value asks for them: "the next round"
constexpr std::uint32_t farthest_place = 4;             ///< for where those who take part were last told to be
constexpr std::uint32_t farthest_journey_behind = 12;   ///< sentences
constexpr int most_tried = 1000;                        ///< drafts before
constexpr std::uint32_t farthest_if_counted = 20;       ///< where it is told how many they are: "the two sides"

bool is_grammatical(FillPlace place) {
  return place == FillPlace::SubjectOfClause || place == FillPlace::Possessor || place == FillPlace::Where || place == FillPlace::Journey ||
         place == FillPlace::Feature || place == FillPlace::Owner || place == FillPlace::DefaultBody || place == FillPlace::PreviousActor;
}

/// What the search of all drafts asks of the whole article.
struct ArticleFacts {
  std::set<std::pair<std::uint32_t, std::uint32_t>> told_in;  ///< definitions of drafts, and sentences in which they stand
  std::optional<OfficeBodies> office_bodies;                  ///< made when first asked for
  std::set<EntityId> at_dateline;                             ///< who was where the article was written, by the drafts before
  std::set<EntityId> elsewhere;                               ///< who was in another country, by the drafts before
};

const OfficeBodies& office_bodies(const ArticleWork& work, ArticleFacts& facts) {
  if (!facts.office_bodies)
    facts.office_bodies.emplace(
        work.resolver->office_bodies(work.document(), work.annotation(), work.extraction->mentions, work.extraction->entities));
  return *facts.office_bodies;
}

/// Looks for the fillers of one role of one draft.
class Search {
 public:
  Search(ArticleWork& work, Matcher& matcher, Lattice& lattice, ArticleFacts& facts, Draft& draft, std::uint16_t role)
      : work_(work), matcher_(matcher), lattice_(lattice), facts_(facts), draft_(draft), role_(role), model_(work.model(draft)) {}

  std::optional<Filler> look(const FillStep& step) {
    if (step.only_if != Symbol::None && !has_value(draft_.frame, step.only_if)) return std::nullopt;
    const auto has = [&](Symbol value) { return has_value(draft_.frame, value); };
    if (std::any_of(step.unless.begin(), step.unless.end(), has)) return std::nullopt;
    switch (step.place) {
      case FillPlace::SubjectOfClause: return subject();
      case FillPlace::Possessor: return possessor();
      case FillPlace::Where: return where();
      case FillPlace::Journey: return journey();
      case FillPlace::Feature: return feature(step);
      case FillPlace::Owner: return owner(step);
      case FillPlace::DefaultBody: return default_body();
      case FillPlace::PreviousSentence: return inside(previous_sentence());
      case FillPlace::JourneyBefore: return draft_.frame.polarity ? inside(journey_before(step)) : std::nullopt;
      case FillPlace::JourneyBehind: return draft_.frame.polarity && !is_past() ? inside(journey_behind()) : std::nullopt;
      case FillPlace::LastOf: return draft_.frame.polarity && !is_told_of_before() ? inside(last_of(step)) : std::nullopt;
      case FillPlace::Dateline:
        return (!is_told(step.only_if) && (is_past() || is_told_of_before() || is_elsewhere() || is_far() || is_abroad()))
                   ? std::nullopt
                   : inside(dateline());
      case FillPlace::Headline: return headline();
      case FillPlace::PlaceBefore: return place_before();
      case FillPlace::PreviousActor: return previous_actor();
      case FillPlace::ArticleDate:
      case FillPlace::Each:
      case FillPlace::Also:
      case FillPlace::ForOne:
      case FillPlace::Without:
      case FillPlace::NamedIn:
      case FillPlace::Speaker:
      case FillPlace::PreviousFrame: return std::nullopt;
    }
    return std::nullopt;
  }

  /// Note who takes part, if the role says that it is where the article was written.
  void note_who_was_here() {
    const RoleFillers* where = draft_.frame.find(role_);
    const RoleFillers* who = model_.required_role == no_role_index ? nullptr : draft_.frame.find(model_.required_role);
    if (where == nullptr || who == nullptr || !draft_.frame.polarity) return;
    const std::optional<Filler> here = first_in(work_.document().dateline);
    if (!here) return;
    const EntityId there = where->fillers.front().entity;
    const bool abroad = there != no_entity && is_known(there) && is_known(here->entity) && !lies_in(here->entity, there) &&
                        !lies_in(there, here->entity) && !have_same_country(here->entity, there);
    if (here->entity != there && (!abroad || is_past() || !took_place())) return;
    std::set<EntityId>& fact = here->entity == there ? facts_.at_dateline : facts_.elsewhere;
    for (const Filler& filler : who->fillers) fact.insert(filler.entity);
  }

 private:
  /// It has a day more than `dateline_days` before the article's: the reporter may be anywhere by now.
  [[nodiscard]] bool is_past() const {
    for (const RoleFillers& fillers : draft_.frame.roles) {
      for (const Filler& filler : fillers.fillers) {
        if (filler.date < 0 || !work_.today) continue;
        const DateValue& date = work_.extraction->mentions.dates[static_cast<std::size_t>(filler.date)].value;
        if (date.latest && *date.latest + dateline_days < *work_.today) return true;
      }
    }
    return false;
  }

  /// "said that she had met N": it happened before what was heard at the dateline.
  [[nodiscard]] bool is_told_of_before() const {
    const std::int32_t index = deciding_verb_group(work_, draft_);
    if (index < 0) return false;
    const VerbGroup& verb = work_.annotation().verb_groups[static_cast<std::size_t>(index)];
    return verb.perfect && verb.tense == Tense::Past;
  }

  /// Its sentence names another place.
  [[nodiscard]] bool is_elsewhere() const {
    if (draft_.sentence >= work_.document().sentences.size()) return false;
    const TokenSpan sentence = work_.document().sentences[draft_.sentence].tokens;
    const std::optional<Filler> here = first_in(work_.document().dateline);
    const std::span<const MentionId> within = work_.mentions_in(sentence);
    return here && std::any_of(within.begin(), within.end(), [&](MentionId id) {
             const Mention& mention = work_.mentions()[id];
             return mention.cls == mention_class::place && mention.form == MentionForm::Proper && !mention.inside &&
                    sentence.contains(mention.tokens) && heads_group(mention) && mention.entity != here->entity && !is_topic(mention) &&
                    !is_of_another(id);
           });
  }

  [[nodiscard]] bool is_known(EntityId entity) const { return work_.extraction->entities[entity].entry != no_entry; }

  [[nodiscard]] bool have_same_country(EntityId a, EntityId b) const {
    const EntryId country = work_.lexicon->entry(work_.extraction->entities[a].entry).country;
    return country != no_entry && country == work_.lexicon->entry(work_.extraction->entities[b].entry).country;
  }

  /// A person who takes part was in another country, by what is told before, and not where the article was written.
  [[nodiscard]] bool is_abroad() const {
    return std::any_of(facts_.elsewhere.begin(), facts_.elsewhere.end(), [&](EntityId entity) {
      return work_.extraction->entities[entity].cls == mention_class::person && takes_part(entity) && !facts_.at_dateline.contains(entity);
    });
  }

  /// A value that words gave, no tense: "here".
  [[nodiscard]] bool is_told(Symbol value) const {
    return value != Symbol::None && std::any_of(model_.roles.begin(), model_.roles.end(), [&](const RoleModel& role) {
             return !role.from_tense && std::find(role.values.begin(), role.values.end(), value) != role.values.end();
           });
  }

  /// It is told so far below the dateline that it may be anywhere, of others than those who were there by what is told before.
  [[nodiscard]] bool is_far() const {
    if (draft_.sentence <= work_.document().sentence_of(work_.document().dateline.begin) + farthest_from_dateline) return false;
    return std::none_of(facts_.at_dateline.begin(), facts_.at_dateline.end(), [&](EntityId entity) { return takes_part(entity); });
  }

  /// The place of the dateline; none if it has two ("OSLO/LIMA").
  [[nodiscard]] std::optional<Filler> dateline() const {
    const TokenSpan line = work_.document().dateline;
    const std::optional<Filler> first = first_in(line);
    if (!first) return std::nullopt;
    for (const MentionId id : work_.mentions_in({first->tokens.end, line.end})) {
      const Mention& mention = work_.mentions()[id];
      if (mention.cls == mention_class::place && work_.document().word(mention.tokens.begin - 1) == "/") return std::nullopt;
    }
    return first;
  }

  /// What the place is said of, not where something is: "talks on Kashmir", "the war in Sudan".
  [[nodiscard]] bool is_topic(const Mention& mention) const {
    std::uint32_t at = mention.tokens.begin;
    for (int back = 0; back < 3 && at > 0; ++back) {
      --at;
      if (work_.annotation().tokens[at].pos == Pos::Adposition) break;
    }
    if (at == 0 || work_.annotation().tokens[at].pos != Pos::Adposition) return false;
    return is_word(work_.words->topic, at) || work_.models->is_placed_noun(work_.annotation().tokens[at - 1].lemma);
  }

  /// Another event of the sentence takes place there.
  [[nodiscard]] bool is_of_another(MentionId place) const {
    const auto begins_before = [](const Draft& other, std::uint32_t sentence) { return other.sentence < sentence; };
    const auto first = std::lower_bound(work_.drafts.begin(), work_.drafts.end(), draft_.sentence, begins_before);
    const auto end = std::lower_bound(first, work_.drafts.end(), draft_.sentence + 1, begins_before);
    return std::any_of(first, end, [&](const Draft& other) {
      if (&other == &draft_ || other.gone || other.frame.definition != draft_.frame.definition) return false;
      return std::any_of(other.frame.roles.begin(), other.frame.roles.end(), [&](const RoleFillers& role) {
        return std::any_of(role.fillers.begin(), role.fillers.end(), [&](const Filler& filler) { return filler.mention == place; });
      });
    });
  }

  /// It is what its noun group is about: not "Red Sea" in "this Red Sea resort".
  [[nodiscard]] bool heads_group(const Mention& mention) const {
    const std::int32_t group = work_.annotation().noun_group_of[mention.head.begin];
    return group < 0 || work_.annotation().noun_groups[static_cast<std::size_t>(group)].head < mention.tokens.end;
  }

  /// Another role of places is filled, with something that `place` does not lie in.
  [[nodiscard]] bool lies_outside(const std::optional<Filler>& place) const {
    return place && std::any_of(model_.fill.begin(), model_.fill.end(), [&](const FillModel& fill) {
             const bool placed =
                 std::any_of(fill.steps.begin(), fill.steps.end(), [](const FillStep& step) { return step.place == FillPlace::Dateline; });
             const RoleFillers* known = placed && fill.role != role_ ? draft_.frame.find(fill.role) : nullptr;
             return known != nullptr && !lies_in(place->entity, known->fillers.front().entity);
           });
  }

  [[nodiscard]] std::optional<Filler> inside(std::optional<Filler> place) const { return lies_outside(place) ? std::nullopt : place; }

  /// As far as the lexicon knows.
  [[nodiscard]] bool lies_in(EntityId inner, EntityId outer) const {
    if (inner == outer) return true;
    const EntryId first = work_.extraction->entities[inner].entry;
    const EntryId second = work_.extraction->entities[outer].entry;
    return first == no_entry || second == no_entry || work_.lexicon->entry(first).country == second;
  }

  std::optional<Filler> group_filler(std::int32_t group) const {
    if (group < 0) return std::nullopt;
    return work_.filler_at(work_.annotation().noun_groups[static_cast<std::size_t>(group)].head, model_.roles[role_]);
  }

  std::optional<Filler> subject() const {
    std::int32_t verb = deciding_verb_group(work_, draft_);
    for (int depth = 0; verb >= 0 && depth < 4; ++depth) {
      const VerbGroup& group = work_.annotation().verb_groups[static_cast<std::size_t>(verb)];
      if (group.subject >= 0) return group_filler(group.subject);
      verb = group.governor >= 0 ? group.governor : verb_above(group);
    }
    return std::nullopt;
  }

  /// The verb of the clause above that of a participle: its subject is the participle's.
  [[nodiscard]] std::int32_t verb_above(const VerbGroup& group) const {
    const Clause& clause = work_.annotation().clauses[group.clause];
    if (clause.parent < 0 || clause.kind != ClauseKind::Participial) return -1;
    for (const VerbGroup& verb : verb_groups_in(work_.annotation(), work_.sentence_at(group.head))) {
      if (verb.clause == static_cast<std::uint32_t>(clause.parent) && !verb.infinitive)
        return static_cast<std::int32_t>(&verb - work_.annotation().verb_groups.data());
    }
    return -1;
  }

  std::optional<Filler> possessor() const {
    const std::int32_t group = work_.trigger_noun(draft_);
    if (group < 0) return std::nullopt;
    const TokenSpan owner = work_.annotation().noun_groups[static_cast<std::size_t>(group)].possessor;
    return owner.empty() ? std::nullopt : work_.filler_at(owner.end - 1, model_.roles[role_]);
  }

  /// "N arrived. A meeting with B is planned": the person who is the subject of the sentence before, where the draft's noun is the only
  /// subject of its own main clauses.
  std::optional<Filler> previous_actor() const {
    const std::int32_t noun = work_.trigger_noun(draft_);
    if (noun < 0 || draft_.quotation >= 0 || draft_.sentence == 0) return std::nullopt;
    const auto is_main = [&](const VerbGroup& verb) {
      return verb.subject >= 0 && work_.annotation().clauses[verb.clause].kind == ClauseKind::Main;
    };
    const std::vector<Sentence>& sentences = work_.document().sentences;
    if (draft_.sentence >= sentences.size()) return std::nullopt;
    const std::span<const VerbGroup> own = verb_groups_in(work_.annotation(), sentences[draft_.sentence].tokens);
    const auto other = [&](const VerbGroup& verb) { return is_main(verb) && verb.subject != noun; };
    if (std::none_of(own.begin(), own.end(), is_main) || std::any_of(own.begin(), own.end(), other)) return std::nullopt;
    for (const VerbGroup& verb : verb_groups_in(work_.annotation(), sentences[draft_.sentence - 1].tokens)) {
      if (!is_main(verb)) continue;
      std::optional<Filler> filler =
          work_.filler_at(work_.annotation().noun_groups[static_cast<std::size_t>(verb.subject)].head, model_.roles[role_]);
      return filler && work_.extraction->entities[filler->entity].cls == mention_class::person ? filler : std::nullopt;
    }
    return std::nullopt;
  }

  bool is_word(std::int32_t list, std::uint32_t token) const {
    return work_.lexicon->words().in_list(list, work_.document().tokens[token].word);
  }

  /// What stands before the clause with "where" that the draft is in, dates and commas between aside; what lies in that, if the role wants
  /// none such and it stands right before it: "Cusco, Peru, where".
  std::optional<Filler> where() const {
    constexpr std::uint32_t farthest_token = 8, farthest_apposition = 4;
    const Annotation& annotation = work_.annotation();
    std::int32_t at = static_cast<std::int32_t>(annotation.clause_of[draft_.frame.trigger.begin]);
    for (int depth = 0; at >= 0 && depth < 6; ++depth) {
      const Clause& clause = annotation.clauses[static_cast<std::size_t>(at)];
      at = clause.parent;
      if (!is_word(work_.words->place_clause, clause.tokens.begin)) continue;
      std::optional<Filler> owner;  // "flew to Peru, Chile's neighbour, where"
      const std::uint32_t farthest = std::min(clause.tokens.begin, farthest_token + farthest_apposition);
      for (std::uint32_t back = 1; back <= (owner ? farthest : std::min(farthest, farthest_token)); ++back) {
        const std::uint32_t token = clause.tokens.begin - back;
        if (annotation.verb_group_of[token] >= 0) break;
        const MentionId outer = work_.outer[token];
        if (outer == no_mention || work_.mentions()[outer].form == MentionForm::Adjective) continue;  // "the Asian summit, where"
        const std::optional<Filler> found = work_.filler_at(token, model_.roles[role_]);
        const Mention& mention = work_.mentions()[outer];
        const std::int32_t group = annotation.noun_group_of[mention.head.begin];
        const bool owns = group >= 0 && annotation.noun_groups[static_cast<std::size_t>(group)].possessor.contains(mention.head.begin);
        if (found && (owns || mention.cls == mention_class::person)) {
          owner = owner ? owner : found;
          continue;
        }
        return found ? found : owner ? owner : inside_before(outer);
      }
      return owner;
    }
    return std::nullopt;
  }

  /// "Cusco, Peru", "Cusco in Peru": what stands before the mention with one token between, and lies in it as far as the lexicon knows.
  std::optional<Filler> inside_before(MentionId outer) const {
    const std::uint32_t begin = work_.mentions()[outer].tokens.begin;
    if (begin < 2 || work_.annotation().noun_group_of[begin - 1] >= 0) return std::nullopt;
    const std::optional<Filler> found = work_.filler_at(begin - 2, model_.roles[role_]);
    const EntityId around = work_.mentions()[outer].entity;
    if (!found || found->entity == no_entity || around == no_entity) return std::nullopt;
    return lies_in(found->entity, around) ? found : std::nullopt;
  }

  /// "A arrived in Oslo and met B": the end of the journey of the same subject that the nearest verb before tells of.
  std::optional<Filler> journey() const {
    const std::vector<VerbGroup>& verbs = work_.annotation().verb_groups;
    std::int32_t own = deciding_verb_group(work_, draft_);
    for (int depth = 0; own >= 0 && verbs[static_cast<std::size_t>(own)].infinitive && depth < 4; ++depth)
      own = verbs[static_cast<std::size_t>(own)].governor;
    if (own < 0 || verbs[static_cast<std::size_t>(own)].participle) return std::nullopt;
    const VerbGroup& verb = verbs[static_cast<std::size_t>(own)];
    const bool governs = own != deciding_verb_group(work_, draft_) || draft_.frame.verb_group < 0;
    if (governs && work_.models->is_journey_verb(work_.annotation().tokens[verb.head].lemma)) {
      const std::optional<Filler> end = end_of_journey(own, draft_.frame.trigger.begin);
      if (end) return end;  // "left for Oslo to attend", "flew to Oslo for talks", but "flew to Oslo and went into talks"
    }
    if (verb.subject < 0 || draft_.sentence >= work_.document().sentences.size()) return std::nullopt;
    const TokenSpan sentence = work_.document().sentences[draft_.sentence].tokens;
    for (std::int32_t i = own - 1; i >= 0 && sentence.contains(verbs[static_cast<std::size_t>(i)].tokens); --i) {
      const VerbGroup& before = verbs[static_cast<std::size_t>(i)];
      if (before.subject != verb.subject || !work_.models->is_journey_verb(work_.annotation().tokens[before.head].lemma)) continue;
      return end_of_journey(i, verb.tokens.begin);
    }
    return journey_of_when(own);
  }

  /// "met B only once, when she flew to Oslo": the end of the journey that a clause behind the verb tells of one who takes part; and of
  /// "will fly to Oslo on Friday, when she will meet B" the one that the clause is about.
  std::optional<Filler> journey_of_when(std::int32_t own) const {
    const std::vector<VerbGroup>& verbs = work_.annotation().verb_groups;
    const Clause& told = work_.annotation().clauses[verbs[static_cast<std::size_t>(own)].clause];
    if (told.parent >= 0 && is_word(work_.words->time_clause, told.tokens.begin)) {
      for (std::int32_t i = own - 1; i >= 0 && verbs[static_cast<std::size_t>(i)].clause == static_cast<std::uint32_t>(told.parent); --i)
        if (work_.models->is_journey_verb(work_.annotation().tokens[verbs[static_cast<std::size_t>(i)].head].lemma))
          return end_of_journey(i, told.tokens.begin);
    }
    if (own != deciding_verb_group(work_, draft_) || verbs[static_cast<std::size_t>(own)].infinitive) return std::nullopt;
    const TokenSpan sentence = work_.document().sentences[draft_.sentence].tokens;
    const TokenSpan behind = {verbs[static_cast<std::size_t>(own)].tokens.end, sentence.end};
    for (const VerbGroup& verb : verb_groups_in(work_.annotation(), behind)) {
      const Clause& clause = work_.annotation().clauses[verb.clause];
      const bool below = clause.kind == ClauseKind::Adverbial || clause.kind == ClauseKind::Relative;
      if (!below || clause.parent != static_cast<std::int32_t>(verbs[static_cast<std::size_t>(own)].clause)) continue;
      if (verb.subject < 0 || !is_word(work_.words->time_clause, clause.tokens.begin)) continue;
      if (!work_.models->is_journey_verb(work_.annotation().tokens[verb.head].lemma)) continue;
      const MentionId traveller = work_.outer[work_.annotation().noun_groups[static_cast<std::size_t>(verb.subject)].head];
      if (traveller == no_mention || !takes_part(work_.mentions()[traveller].entity)) continue;
      return end_of_journey(static_cast<std::int32_t>(&verb - verbs.data()), sentence.end, true);
    }
    return std::nullopt;
  }

  /// A word stands there behind which another matter begins: "left for Oslo after talks".
  bool is_parted(TokenSpan tokens) const {
    for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
      if (work_.models->is_barrier(work_.document().tokens[token].word)) return true;
    }
    return false;
  }

  /// Where the journey of `verb` leads, if nothing parts it from what begins at `until`.
  /// With `arrived` not where one only set out for.
  std::optional<Filler> end_of_journey(std::int32_t verb, std::uint32_t until, bool arrived = false) const {
    for (const Attachment& phrase : work_.annotation().attachments) {
      if (phrase.verb_governor != verb) continue;
      if (!is_word(work_.words->journey_end, phrase.preposition) || phrase.preposition >= until) continue;
      if (arrived && is_word(work_.words->journey_aim, phrase.preposition)) continue;
      if (is_parted({work_.annotation().noun_groups[phrase.noun_group].tokens.end, until})) continue;
      if (const std::optional<Filler> found = group_filler(static_cast<std::int32_t>(phrase.noun_group))) return found;
    }
    return std::nullopt;
  }

  /// The draft's event took place: its standing is what the past tense says.
  [[nodiscard]] bool took_place() const {
    for (const RoleFillers& fillers : draft_.frame.roles) {
      const RoleModel& role = model_.roles[fillers.role];
      if (role.from_tense && !fillers.fillers.empty()) return fillers.fillers.front().value == role.past_value;
    }
    return false;
  }

  /// No more than wished or offered: "invited N to Oslo".
  [[nodiscard]] bool is_wished() const {
    for (const RoleFillers& fillers : draft_.frame.roles) {
      const RoleModel& role = model_.roles[fillers.role];
      if (role.from_tense && !fillers.fillers.empty()) return fillers.fillers.front().value == role.modal_value;
    }
    return false;
  }

  [[nodiscard]] bool takes_part(EntityId entity) const {
    const RoleFillers* fillers = model_.required_role == no_role_index ? nullptr : draft_.frame.find(model_.required_role);
    return entity != no_entity && fillers != nullptr &&
           std::any_of(fillers->fillers.begin(), fillers->fillers.end(), [&](const Filler& filler) { return filler.entity == entity; });
  }

  /// The verb tells of a journey of somebody who takes part.
  [[nodiscard]] bool is_journey_of_one(const VerbGroup& verb) const {
    if (verb.subject < 0 || !work_.models->is_journey_verb(work_.annotation().tokens[verb.head].lemma)) return false;
    const MentionId traveller = work_.outer[work_.annotation().noun_groups[static_cast<std::size_t>(verb.subject)].head];
    return traveller != no_mention && takes_part(work_.mentions()[traveller].entity);
  }

  /// "A arrived in Oslo on Monday. He will meet B": the end of the last journey of somebody who takes part, told a few sentences
  /// before. What took place did not take place where they were still to go.
  std::optional<Filler> journey_before(const FillStep& step) const {
    const std::vector<VerbGroup>& verbs = work_.annotation().verb_groups;
    for (std::uint32_t back = 1; back <= farthest_back(step) && back <= draft_.sentence; ++back) {
      const TokenSpan sentence = work_.document().sentences[draft_.sentence - back].tokens;
      const std::span<const VerbGroup> within = verb_groups_in(work_.annotation(), sentence);
      for (auto verb = within.rbegin(); verb != within.rend(); ++verb) {
        if (!is_journey_of_one(*verb)) continue;
        const auto index = static_cast<std::int32_t>(&*verb - verbs.data());
        const TenseReading reading = read_tense(work_, index);
        if (reading.negated || (took_place() && reading.reality != Reality::Happened)) return std::nullopt;
        return end_of_journey(index, sentence.end, took_place());
      }
    }
    return std::nullopt;
  }

  /// "B received A. A arrived in Oslo on Monday": where the only journeys told behind of those who take part have led them.
  std::optional<Filler> journey_behind() const {
    const std::vector<VerbGroup>& verbs = work_.annotation().verb_groups;
    const std::vector<Sentence>& sentences = work_.document().sentences;
    std::optional<Filler> found;
    const auto end = std::min<std::size_t>(sentences.size(), draft_.sentence + 1U + farthest_journey_behind);
    for (std::size_t s = draft_.sentence + 1U; s < end; ++s) {
      const TokenSpan sentence = sentences[s].tokens;
      for (const VerbGroup& verb : verb_groups_in(work_.annotation(), sentence)) {
        if (!is_journey_of_one(verb)) continue;
        const auto index = static_cast<std::int32_t>(&verb - verbs.data());
        const std::optional<Filler> there = end_of_journey(index, sentence.end);
        if (!there) continue;
        const TenseReading reading = read_tense(work_, index);
        const bool finite = verb.tense != Tense::None && verb.object < 0;  // but "left Lima for Oslo"
        const bool arrived =
            finite && !reading.negated && reading.reality == Reality::Happened && end_of_journey(index, sentence.end, true);
        if (!arrived || (found && found->entity != there->entity)) return std::nullopt;
        found = there;
      }
    }
    return found;
  }

  /// How far back a place is looked for: farther where words ask for it ("also met").
  [[nodiscard]] std::uint32_t farthest_back(const FillStep& step) const {
    return is_told(step.only_if) ? farthest_if_counted : farthest_place;
  }

  /// The role's filler in the last draft before, not too many sentences back, that has the step's value and shares somebody who takes part.
  std::optional<Filler> last_of(const FillStep& step) const {
    for (std::size_t i = static_cast<std::size_t>(&draft_ - work_.drafts.data()); i-- > 0;) {
      const Draft& other = work_.drafts[i];
      if (other.sentence + farthest_back(step) < draft_.sentence) break;
      if (other.gone || other.sentence > draft_.sentence || other.frame.definition != draft_.frame.definition) continue;
      if (!other.frame.polarity || other.one_of_several || !has_value(other.frame, step.of_value)) continue;
      if (other.sentence == draft_.sentence && is_behind_time_word(work_, draft_)) continue;  // "met A in Oslo after talks with B"
      const RoleFillers* fillers = other.frame.find(role_);
      const RoleFillers* those = model_.required_role == no_role_index ? nullptr : other.frame.find(model_.required_role);
      if (fillers == nullptr || those == nullptr) continue;
      if (fillers->fillers.front().tokens.begin > draft_.frame.trigger.begin) continue;            // of another one told later
      if (is_word(work_.words->arrival_place, fillers->fillers.front().tokens.end - 1)) continue;  // "was welcomed at Lima Airport"
      if (std::none_of(those->fillers.begin(), those->fillers.end(), [&](const Filler& filler) { return takes_part(filler.entity); }))
        continue;
      const Search there(work_, matcher_, lattice_, facts_, work_.drafts[i], role_);
      if (took_place() ? !there.took_place() : there.is_wished() && !is_wished()) continue;
      return fillers->fillers.front();
    }
    return std::nullopt;
  }

  std::optional<Filler> feature(const FillStep& step) const {
    const RoleFillers* others = draft_.frame.find(step.other_role);
    if (others == nullptr) return std::nullopt;
    const Symbol name = work_.lexicon->symbols().find(step.feature);
    for (const Filler& other : others->fillers) {
      if (other.mention == no_mention) continue;
      for (const Feature& item : work_.mentions()[other.mention].features) {
        if (item.name != name || item.mention == no_mention) continue;
        if (const std::optional<Filler> found = of_mention(item.mention)) return found;
      }
    }
    return std::nullopt;
  }

  /// "talks with her counterpart, N": whom the possessive in front means.
  std::optional<Filler> owner(const FillStep& step) const {
    const RoleFillers* fillers = draft_.frame.find(role_);
    const Symbol name = work_.lexicon->symbols().find(step.feature);
    if (fillers == nullptr) return std::nullopt;
    for (const Filler& filler : fillers->fillers) {
      if (filler.mention == no_mention) continue;
      const Mention& mention = work_.mentions()[filler.mention];
      const auto is_named = [&](const Feature& feature) { return feature.name == name; };
      if (std::none_of(mention.features.begin(), mention.features.end(), is_named)) continue;
      for (const MentionId id : work_.mentions_in({mention.tokens.begin, mention.tokens.begin + 1})) {
        const Mention& owner = work_.mentions()[id];
        if (owner.form == MentionForm::Possessive && owner.entity != filler.entity) return of_mention(id);
      }
    }
    return std::nullopt;
  }

  std::optional<Filler> of_mention(MentionId mention) const {
    Filler filler;
    filler.mention = mention;
    filler.tokens = work_.mentions()[mention].tokens;
    filler.entity = work_.entity_of(mention, model_.roles[role_].classes);
    return filler.entity == no_entity ? std::nullopt : std::optional(filler);
  }

  /// Asks the resolver, with the first mention of a person and the first title that the draft holds.
  std::optional<Filler> default_body() {
    MentionId holder = no_mention;
    MentionId title = no_mention;
    for (const RoleFillers& fillers : draft_.frame.roles) {
      for (const Filler& filler : fillers.fillers) {
        if (filler.mention == no_mention) continue;
        const bool is_title = work_.mentions()[filler.mention].cls == mention_class::title;
        if (is_title && title == no_mention) title = filler.mention;
        if (!is_title && holder == no_mention) holder = filler.mention;
      }
    }
    if (holder == no_mention || title == no_mention) return std::nullopt;
    Filler filler;
    filler.entity = office_bodies(work_, facts_).find(holder, title);
    if (filler.entity == no_entity || !model_.roles[role_].classes.test(work_.extraction->entities[filler.entity].cls)) return std::nullopt;
    return filler;
  }

  /// An adjunct of the sentence before, in the same paragraph, that no draft there took.
  std::optional<Filler> previous_sentence() {
    if (draft_.sentence == 0) return std::nullopt;
    const Document& document = work_.document();
    const std::uint32_t before = draft_.sentence - 1;
    if (document.sentences[before].paragraph != document.sentences[draft_.sentence].paragraph) return std::nullopt;
    if (facts_.told_in.contains({draft_.frame.definition, before})) return std::nullopt;
    const std::vector<Filler> found = adjuncts_of_sentence(work_, matcher_, lattice_, before, model_, role_);
    return found.empty() ? std::nullopt : std::optional(found.front());
  }

  std::optional<Filler> first_in(TokenSpan tokens) const {
    MentionId first = no_mention;
    for (const MentionId id : work_.mentions_in(tokens)) {
      if (id < first && tokens.contains(work_.mentions()[id].tokens) && of_mention(id)) first = id;
    }
    return first == no_mention ? std::nullopt : of_mention(first);
  }

  /// "flew to Oslo in May and met B there": the nearest place before the draft's words, in its sentence or the two before, behind
  /// a preposition of place if there is one.
  std::optional<Filler> place_before() const {
    const std::optional<Filler> found = place_before(true);
    return found ? found : place_before(false);  // "Lima is calm. … met B there"
  }

  std::optional<Filler> place_before(bool in_phrase) const {
    for (std::uint32_t back = 0; back <= farthest_sentence && back <= draft_.sentence; ++back) {
      const TokenSpan sentence = work_.document().sentences[draft_.sentence - back].tokens;
      const std::uint32_t end = std::min(sentence.end, back == 0 ? draft_.frame.trigger.begin : sentence.end);
      const std::span<const MentionId> within = work_.mentions_in({sentence.begin, std::max(sentence.begin, end)});
      for (auto id = within.rbegin(); id != within.rend(); ++id) {
        const Mention& mention = work_.mentions()[*id];
        if (mention.inside || mention.form != MentionForm::Proper || work_.outer[mention.tokens.begin] == no_mention) continue;
        std::uint32_t before = mention.tokens.begin;
        if (before > sentence.begin && work_.annotation().tokens[before - 1].pos == Pos::Determiner) --before;
        if (in_phrase && (before == sentence.begin || !is_word(work_.words->journey_end, before - 1))) continue;
        const std::optional<Filler> found = of_mention(*id);
        if (found && !takes_part(found->entity)) return found;
      }
    }
    return std::nullopt;
  }

  std::optional<Filler> headline() const {
    const std::int32_t index = work_.document().headline;
    return index < 0 ? std::nullopt : first_in(work_.document().paragraphs[static_cast<std::size_t>(index)].tokens);
  }

  ArticleWork& work_;
  Matcher& matcher_;
  Lattice& lattice_;
  ArticleFacts& facts_;
  Draft& draft_;
  std::uint16_t role_;
  const FrameModel& model_;
};

std::string_view name_of(FillPlace place) {
  switch (place) {
    case FillPlace::SubjectOfClause: return "subject of the clause";
    case FillPlace::Possessor: return "possessor";
    case FillPlace::Where: return "antecedent of \"where\"";
    case FillPlace::Journey: return "journey";
    case FillPlace::JourneyBefore: return "journey before";
    case FillPlace::JourneyBehind: return "journey behind";
    case FillPlace::LastOf: return "last of its kind";
    case FillPlace::PreviousSentence: return "sentence before";
    case FillPlace::Dateline: return "dateline";
    case FillPlace::Headline: return "headline";
    case FillPlace::Feature: return "feature";
    case FillPlace::Owner: return "owner";
    case FillPlace::DefaultBody: return "default body";
    case FillPlace::ArticleDate: return "date of the article";
    case FillPlace::Each: return "one by one";
    case FillPlace::Also: return "another role";
    case FillPlace::ForOne: return "another role, for one";
    case FillPlace::Without: return "not another role";
    case FillPlace::NamedIn: return "names in another role";
    case FillPlace::Speaker: return "speaker";
    case FillPlace::PreviousActor: return "who acts before";
    case FillPlace::PlaceBefore: return "place before";
    case FillPlace::PreviousFrame: return "frame before";
  }
  return "";
}

/// A role of many values is completed from the clause even where it has a filler; from elsewhere only an empty one is filled.
bool wants(const Draft& draft, const FrameModel& model, std::uint16_t role, bool grammatical) {
  const RoleFillers* fillers = draft.frame.find(role);
  return fillers == nullptr || (grammatical && model.roles[role].many && fillers->fillers.size() < 2);
}

/// All of `some` are among `all`.
bool are_among(const RoleFillers& some, const RoleFillers& all) {
  return std::all_of(some.fillers.begin(), some.fillers.end(), [&](const Filler& filler) {
    return std::any_of(all.fillers.begin(), all.fillers.end(), [&](const Filler& other) { return same_filler(filler, other); });
  });
}

/// The fillers of the role without those that another role added to it ("also ROLE").
std::vector<Filler> own_fillers(const ArticleWork& work, const Draft& draft, std::uint16_t role) {
  std::vector<Filler> own = draft.frame.find(role)->fillers;
  for (const FillModel& fill : work.model(draft).fill) {
    for (const FillStep& step : fill.steps) {
      const RoleFillers* added = fill.role == role && step.place == FillPlace::Also ? draft.frame.find(step.other_role) : nullptr;
      if (added == nullptr) continue;
      std::erase_if(own, [&](const Filler& filler) {
        return std::any_of(added->fillers.begin(), added->fillers.end(), [&](const Filler& other) { return same_filler(filler, other); });
      });
    }
  }
  return own;
}

/// Where what the draft tells of is told last before a token: it may have taken in drafts that stand behind it.
std::uint32_t last_told(const Draft& draft, std::uint32_t before) {
  std::uint32_t last = draft.frame.trigger.begin;
  for (const TokenSpan& words : draft.frame.mentions_of_event)
    if (words.begin < before) last = std::max(last, words.begin);
  return last;
}

/// "the two countries": for each person the state; none if one of them has none that is known.
std::vector<Filler> states_of(const ArticleWork& work, ArticleFacts& facts, std::vector<Filler> fillers) {
  for (Filler& filler : fillers) {
    if (work.extraction->entities[filler.entity].cls != mention_class::person) continue;
    const EntityId state = office_bodies(work, facts).state_of(filler.entity);
    if (state == no_entity) return {};
    filler.entity = state;
    filler.mention = no_mention;
  }
  return fillers;
}

/// Drafts are in text order. Give a draft that only points to several, or has the value that `step` wants, the fillers of the nearest
/// draft before that names more than one and has no value of the step's "unless"; with a value also where it names some of them itself.
void take_previous(ArticleWork& work, ArticleFacts& facts, Draft& draft, std::uint16_t role, const FillStep& step) {
  const bool told = step.only_if != Symbol::None;
  const RoleFillers* own = draft.frame.find(role);
  if ((own != nullptr && (!told || own->fillers.size() > 1)) || !(told ? has_value(draft.frame, step.only_if) : draft.plural_anaphor))
    return;
  const bool counted = !told && draft.pointed > 1;
  const std::uint32_t farthest = told ? farthest_sentence_if_told : counted ? farthest_if_counted : farthest_sentence;
  const Draft* best = nullptr;
  std::uint32_t best_token = 0;
  int tried = 0;
  for (auto other = work.drafts.begin() + (&draft - work.drafts.data()); other != work.drafts.begin() && tried < most_tried; ++tried) {
    --other;
    const RoleFillers* fillers = other->frame.find(role);
    if (other->gone || other->frame.definition != draft.frame.definition || fillers == nullptr || fillers->fillers.size() < 2) continue;
    if (own != nullptr && !are_among(*own, *fillers)) continue;
    const auto has = [&](Symbol value) { return has_value(other->frame, value); };
    if (std::any_of(step.unless.begin(), step.unless.end(), has)) continue;
    const std::uint32_t token = last_told(*other, draft.frame.trigger.begin);
    const std::uint32_t sentence = work.document().sentence_of(token);
    if (token < best_token || sentence + farthest < draft.sentence) continue;
    const bool near = sentence + farthest_sentence >= draft.sentence;
    if (counted && !near && own_fillers(work, *other, role).size() != draft.pointed) continue;
    best = &*other;
    best_token = token;
  }
  if (best == nullptr) return;
  std::vector<Filler> found = own_fillers(work, *best, role);
  if (!counted || found.size() != draft.pointed) found = best->frame.find(role)->fillers;
  if (draft.points_to_states) found = states_of(work, facts, found);
  for (const Filler& filler : found) add_filler(work.model(draft).roles[role], draft.frame, role, filler);
  work.trace->filled(draft.id, work.model(draft).roles[role].name, name_of(FillPlace::PreviousFrame));
}

/// Count the fillers of `other` among those of `role`.
void take_also(ArticleWork& work, Draft& draft, std::uint16_t role, std::uint16_t other) {
  const RoleFillers* others = draft.frame.find(other);
  if (others == nullptr) return;
  const RoleFillers found = *others;
  for (const Filler& filler : found.fillers) add_filler(work.model(draft).roles[role], draft.frame, role, filler);
}

/// Drop the fillers of `role` that `other` holds, unless none would be left.
void leave_out(ArticleWork& work, Draft& draft, std::uint16_t role, std::uint16_t other) {
  const RoleFillers* others = draft.frame.find(other);
  if (others == nullptr || draft.frame.find(role) == nullptr) return;
  std::vector<Filler>& fillers = fillers_of(draft.frame, role).fillers;
  const auto is_other = [&](const Filler& filler) {
    return std::any_of(others->fillers.begin(), others->fillers.end(), [&](const Filler& each) { return same_filler(filler, each); });
  };
  if (std::all_of(fillers.begin(), fillers.end(), is_other)) return;
  std::erase_if(fillers, is_other);
  work.trace->filled(draft.id, work.model(draft).roles[role].name, name_of(FillPlace::Without));
}

/// Whether a mention names what it stands for, and is not a part of a larger name ("U.S." in "U.S. President Ford").
bool is_whole_name(const ArticleWork& work, MentionId id) {
  const Mention& mention = work.mentions()[id];
  const auto names = [](MentionForm form) { return form == MentionForm::Proper || form == MentionForm::Adjective; };
  if (mention.tokens.empty() || !names(mention.form)) return false;
  const MentionId outer = work.outer[mention.tokens.begin];
  return outer == no_mention || outer == id || work.mentions()[outer].tokens == mention.tokens || !names(work.mentions()[outer].form);
}

/// Whom and what the words that fill `other` name, in text order.
void take_named(ArticleWork& work, Draft& draft, std::uint16_t role, std::uint16_t other) {
  const RoleFillers* others = draft.frame.find(other);
  if (others == nullptr) return;
  const RoleModel& model = work.model(draft).roles[role];
  std::vector<Filler> found;
  for (const Filler& words : others->fillers) {
    for (const MentionId id : work.mentions_in(words.tokens)) {
      const TokenSpan tokens = work.mentions()[id].tokens;
      if (!words.tokens.contains(tokens) || words.without.contains(tokens) || !is_whole_name(work, id)) continue;
      Filler filler;
      filler.mention = id;
      filler.tokens = work.mentions()[id].tokens;
      filler.entity = work.entity_of(id, model.classes);
      if (filler.entity != no_entity) found.push_back(filler);
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Filler& a, const Filler& b) { return a.tokens.begin < b.tokens.begin; });
  for (const Filler& filler : found) add_filler(model, draft.frame, role, filler);
}

/// Of a frame that is one of several: count the fillers of the other role among those of `role`, if that has just one.
void take_for_one(ArticleWork& work, Draft& draft, std::uint16_t role, std::uint16_t other) {
  const RoleFillers* known = draft.frame.find(role);
  if (draft.one_of_several && known != nullptr && known->fillers.size() == 1) take_also(work, draft, role, other);
}

/// The roles that the fillers of `from` are to fill, one frame for each, in the order of the frame's `fill`.
std::vector<std::uint16_t> roles_split_from(const FrameModel& model, std::uint16_t from) {
  std::vector<std::uint16_t> found;
  for (const FillModel& fill : model.fill) {
    const bool is_one = std::any_of(fill.steps.begin(), fill.steps.end(),
                                    [&](const FillStep& step) { return step.place == FillPlace::Each && step.other_role == from; });
    if (is_one) found.push_back(fill.role);
  }
  return found;
}

/// "A talked to B and C. She met them one by one": what was told of them together, in a sentence before, is told again.
void drop_told_together(ArticleWork& work, std::size_t index, const std::vector<Filler>& others) {
  const Draft& draft = work.drafts[index];
  const std::uint16_t role = work.model(draft).required_role;
  if (role == no_role_index) return;
  for (Draft& other : work.drafts) {
    if (other.frame.definition != draft.frame.definition || other.sentence >= draft.sentence || other.gone) continue;
    const RoleFillers* together = other.frame.find(role);
    if (together == nullptr || together->fillers.size() != others.size() + 1) continue;
    const auto is_told = [&](const Filler& filler) {
      return std::any_of(together->fillers.begin(), together->fillers.end(),
                         [&](const Filler& told) { return told.mention == filler.mention && told.mention != no_mention; });
    };
    if (std::all_of(others.begin(), others.end(), is_told)) other.gone = true;
  }
}

/// "met the minister and other Norwegian officials": a state for those without a name, beside who is named.
bool are_others_of_named(const ArticleWork& work, const Filler& filler) {
  if (filler.entity == no_entity || work.extraction->entities[filler.entity].cls != mention_class::polity) return false;
  const std::int32_t group = work.annotation().noun_group_of[filler.tokens.begin];
  if (group < 0) return false;
  const std::uint32_t first = work.annotation().noun_groups[static_cast<std::size_t>(group)].tokens.begin;
  return work.lexicon->words().in_list(work.words->another_word, work.document().tokens[first].word);
}

/// Move each filler of `from` into a role of a draft of its own, the first that takes its class; the first filler stays in this draft.
/// A role for one filler that has one already, from elsewhere in the clause, gives it up.
void split(ArticleWork& work, std::size_t index, std::uint16_t from) {
  std::vector<Filler> others;
  std::swap(others, fillers_of(work.drafts[index].frame, from).fillers);
  if (others.empty()) return;  // a part that was split off before
  std::erase_if(others, [&](const Filler& filler) { return &filler != &others.front() && are_others_of_named(work, filler); });
  if (others.size() > 1) drop_told_together(work, index, others);
  const FrameModel& model = work.model(work.drafts[index]);
  const std::vector<std::uint16_t> roles = roles_split_from(model, from);
  Draft whole = work.drafts[index];
  for (const std::uint16_t role : roles) {
    if (!model.roles[role].many) fillers_of(whole.frame, role).fillers.clear();
  }
  for (std::size_t i = 0; i < others.size(); ++i) {
    Draft part = whole;
    const auto takes = [&](std::uint16_t role) {
      return others[i].entity != no_entity && model.roles[role].classes.test(work.extraction->entities[others[i].entity].cls);
    };
    const auto into = std::find_if(roles.begin(), roles.end(), takes);
    const std::uint16_t role = into == roles.end() ? roles.front() : *into;
    part.one_of_several = others.size() > 1 && !model.roles[role].many;
    add_filler(model.roles[role], part.frame, role, others[i]);
    if (i == 0) {
      work.drafts[index] = std::move(part);
      continue;
    }
    part.id = static_cast<std::uint32_t>(work.drafts.size());
    work.trace->made(*work.extraction, part.id, part.frame);
    work.drafts.push_back(std::move(part));
  }
}

}  // namespace

void distribute(ArticleWork& work) {
  for (std::size_t i = 0; i < work.drafts.size(); ++i) {
    for (const FillModel& fill : work.model(work.drafts[i]).fill) {
      for (const FillStep& step : fill.steps) {
        if (step.place == FillPlace::Each && work.drafts[i].frame.find(step.other_role) != nullptr) split(work, i, step.other_role);
      }
    }
  }
}

namespace {

/// The owner of the draft's noun, else the subject that decides over it, as the one token of a pronoun.
std::optional<std::uint32_t> pronoun_of(const ArticleWork& work, const Draft& draft) {
  const std::vector<NounGroup>& groups = work.annotation().noun_groups;
  if (draft.noun_group >= 0) {
    const TokenSpan owner = groups[static_cast<std::size_t>(draft.noun_group)].possessor;
    if (owner.size() == 1) return owner.begin;
  }
  std::int32_t verb = deciding_verb_group(work, draft);
  for (int depth = 0; verb >= 0 && depth < 4; ++depth) {
    const VerbGroup& group = work.annotation().verb_groups[static_cast<std::size_t>(verb)];
    if (group.subject >= 0) {
      const NounGroup& subject = groups[static_cast<std::size_t>(group.subject)];
      return subject.pronoun ? std::optional(subject.head) : std::nullopt;
    }
    verb = group.governor;
  }
  return std::nullopt;
}

}  // namespace

void fill_from_speakers(ArticleWork& work) {
  for (Draft& draft : work.drafts) {
    if (draft.gone || draft.quotation < 0 || draft.frame.source == no_entity) continue;
    const FrameModel& model = work.model(draft);
    for (const FillModel& fill : model.fill) {
      for (const FillStep& step : fill.steps) {
        if (step.place != FillPlace::Speaker || !model.roles[fill.role].classes.test(work.extraction->entities[draft.frame.source].cls))
          continue;
        Filler filler;
        filler.entity = draft.frame.source;
        filler.tokens = {draft.frame.trigger.begin, draft.frame.trigger.begin + 1};
        if (step.only_if == Symbol::None) {
          const std::optional<std::uint32_t> token = pronoun_of(work, draft);
          if (!token || !work.lexicon->words().in_list(work.words->self, work.document().tokens[*token].word)) continue;
          filler.tokens = {*token, *token + 1};
        } else if (!has_value(draft.frame, step.only_if)) {
          continue;
        }
        if (!add_filler(model.roles[fill.role], draft.frame, fill.role, filler)) continue;
        draft.of_speaker = fill.role == model.required_role && draft.frame.find(fill.role)->fillers.size() == 1;
        work.trace->filled(draft.id, model.roles[fill.role].name, name_of(step.place));
      }
    }
  }
}

void fill_after_merging(ArticleWork& work) {
  ArticleFacts facts;
  for (Draft& draft : work.drafts) {
    if (draft.gone) continue;
    for (const FillModel& fill : work.model(draft).fill) {
      for (const FillStep& step : fill.steps) {
        if (step.place == FillPlace::PreviousFrame) take_previous(work, facts, draft, fill.role, step);
        if (step.place == FillPlace::Also) take_also(work, draft, fill.role, step.other_role);
        if (step.place == FillPlace::ForOne) take_for_one(work, draft, fill.role, step.other_role);
        if (step.place == FillPlace::Without) leave_out(work, draft, fill.role, step.other_role);
        if (step.place == FillPlace::NamedIn) take_named(work, draft, fill.role, step.other_role);
      }
    }
  }
}

void fill_roles(ArticleWork& work, Matcher& matcher, Lattice& lattice, bool grammatical) {
  ArticleFacts facts;
  for (const Draft& draft : work.drafts) {
    if (!grammatical && !draft.gone) facts.told_in.insert({draft.frame.definition, draft.sentence});
  }
  for (Draft& draft : work.drafts) {
    if (draft.gone) continue;
    const FrameModel& model = work.model(draft);
    for (const FillModel& fill : model.fill) {
      for (const FillStep& step : fill.steps) {
        if (is_grammatical(step.place) != grammatical || !wants(draft, model, fill.role, grammatical)) continue;
        const std::optional<Filler> found = Search(work, matcher, lattice, facts, draft, fill.role).look(step);
        if (found && add_filler(model.roles[fill.role], draft.frame, fill.role, *found)) {
          work.trace->filled(draft.id, model.roles[fill.role].name, name_of(step.place));
        }
      }
      const auto is_dateline = [](const FillStep& step) { return step.place == FillPlace::Dateline; };
      if (!grammatical && std::any_of(fill.steps.begin(), fill.steps.end(), is_dateline))
        Search(work, matcher, lattice, facts, draft, fill.role).note_who_was_here();
    }
  }
}

}  // namespace chancery
