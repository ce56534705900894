#include "resolve/dealings.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <string_view>

#include "annotate/stretch.hpp"
#include "resolve/knowledge.hpp"

namespace chancery {
namespace {

class Finder {
 public:
  Finder(const ResolverKnowledge& knowledge, const Document& document, const Annotation& annotation, const Mentions& mentions,
         const std::vector<ArticleEntity>& entities)
      : words_(knowledge.lexicon().words()), document_(document), annotation_(annotation), mentions_(mentions) {
    address_ = words_.list("address-verb");
    goal_ = words_.list("goal-verb");
    visit_ = words_.list("visit-noun");
    partner_verb_ = words_.list("partner-verb");
    partner_noun_ = words_.list("partner-noun");
    gift_verb_ = words_.list("gift-verb");
    gift_noun_ = words_.list("gift-noun");
    whole_.resize(document.tokens.size());
    for (MentionId id = 0; id < mentions.items.size(); ++id) {
      const Mention& mention = mentions.items[id];
      if (mention.tokens.empty()) continue;
      const bool described = mention.cls == mention_class::person && mention.form != MentionForm::Value;
      for (std::uint32_t token = mention.tokens.begin; described && token < mention.tokens.end; ++token)
        if (mention.tokens.size() > whole_[token].size()) whole_[token] = mention.tokens;
      if (mention.entity == no_entity) continue;
      const ClassId cls = entities[mention.entity].cls;
      const bool named = mention.form == MentionForm::Proper || mention.form == MentionForm::Adjective;
      if (cls == mention_class::person) {
        people_.push_back(id);
        for (const Feature& body : mention.features)
          if (body.name == knowledge.body_feature && body.mention != no_mention && is_state(body.mention, entities))
            told_.push_back({mention.entity, body.mention});
      }
      if ((cls == mention_class::polity || cls == mention_class::place) && named) states_.push_back(id);
    }
    const auto before = [&](MentionId a, MentionId b) { return mentions.items[a].head.begin < mentions.items[b].head.begin; };
    std::sort(told_.begin(), told_.end());
    std::sort(people_.begin(), people_.end(), before);
    std::sort(states_.begin(), states_.end(), before);
  }

  std::vector<Dealings::Dealing> find() {
    if (people_.empty() || states_.empty()) return {};
    alone_.resize(annotation_.noun_groups.size());
    std::iota(alone_.begin(), alone_.end(), 0U);
    for (std::size_t i = 0; i < annotation_.verb_groups.size(); ++i) read(static_cast<std::int32_t>(i));
    std::sort(found_.begin(), found_.end());
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    return std::move(found_);
  }

 private:
  using Groups = std::span<const std::uint32_t>;

  [[nodiscard]] bool is_state(MentionId id, const std::vector<ArticleEntity>& entities) const {
    const EntityId entity = mentions_.items[id].entity;
    return entity != no_entity && entities[entity].cls == mention_class::polity;
  }
  [[nodiscard]] bool in(std::int32_t list, std::uint32_t token) const {
    return list >= 0 && words_.in_list(list, annotation_.tokens[token].lemma);
  }
  [[nodiscard]] const NounGroup& group(std::uint32_t id) const { return annotation_.noun_groups[id]; }
  [[nodiscard]] std::uint32_t begin_of(MentionId id) const { return mentions_.items[id].head.begin; }

  /// "A and B": the group, and those joined to it.
  [[nodiscard]] Groups with_joined(std::int32_t id) const {
    if (id < 0) return {};
    const std::int32_t list = annotation_.list_of[static_cast<std::size_t>(id)];
    return list < 0 ? Groups(alone_).subspan(static_cast<std::size_t>(id), 1) : annotation_.lists[static_cast<std::size_t>(list)].members;
  }

  /// The subject of the verb, or of the one that it depends on.
  [[nodiscard]] std::int32_t subject_of(const VerbGroup& verb) const {
    constexpr int deepest = 4;
    const VerbGroup* at = &verb;
    for (int i = 0; i < deepest && at->subject < 0 && at->governor >= 0; ++i)
      at = &annotation_.verb_groups[static_cast<std::size_t>(at->governor)];
    return at->subject;
  }

  [[nodiscard]] EntityId person_in(std::uint32_t noun_group) const {
    EntityId person = no_entity;
    for (const MentionId id : items_in(people_, group(noun_group).tokens, [this](MentionId each) { return begin_of(each); }))
      if (mentions_.items[id].form != MentionForm::Possessive && !mentions_.items[id].inside) person = mentions_.items[id].entity;
    return person;
  }

  /// "called on the envoy", but neither "to go" nor "talks on trade".
  [[nodiscard]] bool is_called_on(const Attachment& phrase) const {
    const std::uint32_t behind = whole(phrase.noun_group).end;
    return person_in(phrase.noun_group) != no_entity && (behind >= document_.tokens.size() || document_.word(behind) != "to");
  }

  /// The noun group with the mention of a person that it is part of: "the president of Peru, A".
  [[nodiscard]] TokenSpan whole(std::uint32_t noun_group) const {
    const TokenSpan tokens = group(noun_group).tokens;
    const TokenSpan around = whole_[group(noun_group).head];
    return around.empty() ? tokens : TokenSpan{std::min(tokens.begin, around.begin), std::max(tokens.end, around.end)};
  }

  /// The state or the place that the noun group names and nothing else: "Peru", no "Peru's parliament".
  void address(EntityId person, std::uint32_t noun_group) {
    const TokenSpan tokens = group(noun_group).tokens;
    for (const MentionId id : items_in(states_, tokens, [this](MentionId each) { return begin_of(each); })) {
      const Mention& state = mentions_.items[id];
      if (state.form == MentionForm::Proper && state.head.end == tokens.end) found_.push_back({person, id});
    }
  }

  /// Those on one side have the states of the other for partners.
  void meet(Groups side, Groups other) {
    if (other.empty()) return;
    for (const std::uint32_t one : side) {
      const EntityId person = person_in(one);
      if (person == no_entity) continue;
      const TokenSpan own = whole(one);
      for (const std::uint32_t partner : other) {
        bool named = false;
        for (const MentionId id : items_in(states_, whole(partner), [this](MentionId each) { return begin_of(each); })) {
          if (mentions_.items[id].cls != mention_class::polity || own.contains(mentions_.items[id].head)) continue;
          found_.push_back({person, id});
          named = true;
        }
        if (!named) add_told(person, person_in(partner));  // "He received her": of whatever state she is said to be elsewhere
      }
    }
  }

  /// The states of whose offices the partner is said to be, for partners.
  void add_told(EntityId person, EntityId partner) {
    if (partner == no_entity || partner == person) return;
    const auto begin =
        std::partition_point(told_.begin(), told_.end(), [&](const Dealings::Dealing& each) { return each.person < partner; });
    for (auto each = begin; each != told_.end() && each->person == partner; ++each) found_.push_back({person, each->state});
  }

  /// Whether the phrase names whom the subject of the verb deals with.
  [[nodiscard]] bool brings_partner(const VerbGroup& verb, std::int32_t index, const Attachment& phrase) const {
    const std::string_view word = document_.word(phrase.preposition);
    const bool meets = in(partner_verb_, verb.head), of_verb = phrase.verb_governor == index, of_noun = phrase.noun_governor >= 0;
    const bool has_object = verb.object >= 0 && !verb.passive;
    const std::uint32_t before = phrase.preposition - 1;
    const auto has = [&](std::int32_t list) { return verb.object >= 0 && in(list, group(static_cast<std::uint32_t>(verb.object)).head); };
    const bool after_noun = in(partner_noun_, before);
    if (word == "with") return (meets && (of_verb || of_noun)) || has(partner_noun_) || after_noun;
    if (word == "between") return after_noun;
    if (word == "by") return meets && verb.passive;
    if (word == "to") return has_object && in(gift_verb_, verb.head) && has(gift_noun_);
    if (word == "on") return (after_noun || (of_verb && meets)) && is_called_on(phrase);
    if (!meets || verb.passive) return false;
    if (word == "from") return of_verb || of_noun;  // "received in Oslo the credentials of the envoy"
    return word == "of" && of_noun && (has_object ? phrase.noun_governor == verb.object : in(gift_noun_, before));
  }

  void read(std::int32_t index) {
    const VerbGroup& verb = annotation_.verb_groups[static_cast<std::size_t>(index)];
    const std::int32_t subject = subject_of(verb);
    if (subject < 0) return;
    const std::uint32_t at = document_.sentence_of(verb.head);
    if (at >= document_.sentences.size()) return;
    const Groups actors = with_joined(subject);
    const bool meets = in(partner_verb_, verb.head);
    partners_.clear();
    const auto add_partners = [&](Groups some) { partners_.insert(partners_.end(), some.begin(), some.end()); };
    if (meets && !verb.passive) add_partners(with_joined(verb.object));
    const auto address_by_actors = [&](std::uint32_t noun_group) {
      for (const std::uint32_t actor : actors)
        if (const EntityId person = person_in(actor); person != no_entity) address(person, noun_group);
    };
    if (!verb.passive && verb.object >= 0 && in(address_, verb.head)) address_by_actors(static_cast<std::uint32_t>(verb.object));
    for (const Attachment& phrase : attachments_in(annotation_, document_.sentences[at].tokens)) {
      if (phrase.preposition == 0) continue;  // of no noun
      const std::string_view word = document_.word(phrase.preposition);
      const std::uint32_t before = phrase.preposition - 1;
      // "At talks with the envoy of N, A asked"
      const bool fronted = phrase.preposition < group(static_cast<std::uint32_t>(subject)).tokens.begin;
      if (fronted && verb.subject >= 0 && word == "with" && in(partner_noun_, before))
        add_partners(with_joined(static_cast<std::int32_t>(phrase.noun_group)));
      if (phrase.preposition < verb.tokens.end || annotation_.clause_of[phrase.preposition] != verb.clause) continue;
      const bool to = word == "to" || word == "in" || word == "for";
      const bool of_verb = phrase.verb_governor == index;
      if (to && ((of_verb && in(goal_, verb.head)) || in(visit_, before))) address_by_actors(phrase.noun_group);
      if (brings_partner(verb, index, phrase)) add_partners(with_joined(static_cast<std::int32_t>(phrase.noun_group)));
    }
    meet(actors, partners_);
    meet(partners_, actors);
  }

  const WordTable& words_;
  const Document& document_;
  const Annotation& annotation_;
  const Mentions& mentions_;
  std::int32_t address_, goal_, visit_, partner_verb_, partner_noun_, gift_verb_, gift_noun_;
  std::vector<MentionId> people_, states_;  ///< in text order of their heads; of states also the places
  std::vector<Dealings::Dealing> told_;     ///< ordered: people with the states of whose offices they are said to be
  std::vector<TokenSpan> whole_;            ///< by token: the largest mention of a person there
  std::vector<std::uint32_t> alone_;        ///< every noun group, as a list of its own
  std::vector<std::uint32_t> partners_;
  std::vector<Dealings::Dealing> found_;
};

}  // namespace

Dealings::Dealings(const ResolverKnowledge& knowledge, const Document& document, const Annotation& annotation, const Mentions& mentions,
                   const std::vector<ArticleEntity>& entities)
    : all_(Finder(knowledge, document, annotation, mentions, entities).find()) {}

std::span<const Dealings::Dealing> Dealings::of(EntityId person) const {
  const auto begin = std::partition_point(all_.begin(), all_.end(), [&](const Dealing& each) { return each.person < person; });
  const auto end = std::partition_point(begin, all_.end(), [&](const Dealing& each) { return each.person == person; });
  return {begin, end};
}

}  // namespace chancery
