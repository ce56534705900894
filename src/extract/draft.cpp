#include "extract/draft.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include "annotate/stretch.hpp"
#include "extract/extraction_words.hpp"
#include "lexicon/lexicon.hpp"

namespace chancery {
namespace {

bool is_entity_class(const Mention& mention) {
  return mention.form != MentionForm::Value && mention.cls != mention_class::title;
}

}  // namespace

std::string text_of(const Document& document, const Filler& filler) {
  if (filler.without.empty()) return std::string(document.text(filler.tokens));
  std::string text(document.text(TokenSpan{filler.tokens.begin, filler.without.begin}));
  return text.append(" ").append(document.text(TokenSpan{filler.without.end, filler.tokens.end}));
}

const RoleFillers* Frame::find(std::uint16_t role) const {
  for (const RoleFillers& item : roles) {
    if (item.role == role) return item.fillers.empty() ? nullptr : &item;
  }
  return nullptr;
}

RoleFillers& fillers_of(Frame& frame, std::uint16_t role) {
  for (RoleFillers& item : frame.roles) {
    if (item.role == role) return item;
  }
  return frame.roles.emplace_back(RoleFillers{role, {}});
}

bool same_filler(const Filler& a, const Filler& b) {
  if (a.entity != no_entity || b.entity != no_entity) return a.entity == b.entity;
  if (a.value != Symbol::None || b.value != Symbol::None) return a.value == b.value;
  if (a.quotation >= 0 || b.quotation >= 0) return a.quotation == b.quotation;
  if (a.date >= 0 || b.date >= 0) return a.date == b.date;
  if (a.mention != no_mention || b.mention != no_mention) return a.mention == b.mention;
  return a.tokens == b.tokens;
}

bool add_filler(const RoleModel& model, Frame& frame, std::uint16_t role, const Filler& filler) {
  RoleFillers& fillers = fillers_of(frame, role);
  if (!model.many && !fillers.fillers.empty()) return false;
  for (const Filler& known : fillers.fillers) {
    if (same_filler(known, filler)) return false;
  }
  fillers.fillers.push_back(filler);
  return true;
}

bool has_value(const Frame& frame, Symbol value) {
  return std::any_of(frame.roles.begin(), frame.roles.end(), [&](const RoleFillers& role) {
    return std::any_of(role.fillers.begin(), role.fillers.end(), [&](const Filler& filler) { return filler.value == value; });
  });
}

bool is_another(const FrameModel& model, const Frame& frame) {
  return std::any_of(model.fill.begin(), model.fill.end(), [&](const FillModel& fill) {
    return std::any_of(fill.steps.begin(), fill.steps.end(), [&](const FillStep& step) {
      return step.place == FillPlace::PreviousFrame && step.only_if != Symbol::None && has_value(frame, step.only_if);
    });
  });
}

bool adds_to_other(const FrameModel& model, const Frame& frame) {
  if (model.required_role == no_role_index || frame.find(model.required_role) != nullptr) return false;
  const auto is_also = [&](const FillStep& step) { return step.place == FillPlace::Also && frame.find(step.other_role) != nullptr; };
  return std::any_of(model.fill.begin(), model.fill.end(), [&](const FillModel& fill) {
    return fill.role == model.required_role && std::any_of(fill.steps.begin(), fill.steps.end(), is_also);
  });
}

Symbol value_of(const Frame& frame, std::uint16_t role) {
  const RoleFillers* fillers = frame.find(role);
  return fillers == nullptr ? Symbol::None : fillers->fillers.front().value;
}

void set_value(Frame& frame, std::uint16_t role, Symbol value, TokenSpan tokens, std::int32_t rule) {
  Filler filler;
  filler.value = value;
  filler.tokens = tokens;
  filler.rule = rule;
  fillers_of(frame, role).fillers.assign(1, filler);
}

void ArticleWork::index_mentions() {
  outer.assign(document().tokens.size(), no_mention);
  dated.assign(document().tokens.size(), false);
  by_begin.clear();
  const std::vector<Mention>& items = mentions();
  for (MentionId id = 0; id < items.size(); ++id) {
    const Mention& mention = items[id];
    if (mention.tokens.empty()) continue;
    by_begin.push_back(id);
    if (mention.cls == mention_class::date) std::fill(dated.begin() + mention.tokens.begin, dated.begin() + mention.tokens.end, true);
    if (mention.inside || !is_entity_class(mention)) continue;
    for (std::uint32_t token = mention.tokens.begin; token < mention.tokens.end; ++token) {
      const MentionId known = outer[token];
      const bool larger = known == no_mention || items[known].tokens.size() < mention.tokens.size();
      const bool better = !larger && items[known].entity == no_entity && items[known].tokens.size() == mention.tokens.size();
      if (larger || better) outer[token] = id;
    }
  }
  std::sort(by_begin.begin(), by_begin.end(), [&](MentionId a, MentionId b) {
    return items[a].tokens.begin != items[b].tokens.begin ? items[a].tokens.begin < items[b].tokens.begin : a < b;
  });
}

void ArticleWork::find_states() {
  std::vector<ArticleEntity>& entities = extraction->entities;
  std::map<EntryId, EntityId> known;
  for (EntityId id = 0; id < entities.size(); ++id)
    if (entities[id].entry != no_entry) known.try_emplace(entities[id].entry, id);
  std::vector<bool> governed(annotation().noun_groups.size(), false);
  for (const Attachment& attachment : annotation().attachments) governed[attachment.noun_group] = true;
  speaks_for.assign(mentions().size(), no_entity);
  for (MentionId id = 0; id < mentions().size(); ++id) {
    const Mention& mention = mentions()[id];
    if (mention.tokens.empty() || mention.cls != mention_class::polity || mention.entity == no_entity) continue;
    const ArticleEntity& place = entities[mention.entity];
    if (place.cls != mention_class::place || place.entry == no_entry || lexicon->entry(place.entry).speaks_for == no_entry) continue;
    const std::int32_t group = annotation().noun_group_of[mention.head.begin];
    if (group < 0 || governed[static_cast<std::size_t>(group)]) continue;
    const EntryId state = lexicon->entry(place.entry).speaks_for;
    const auto [at, is_new] = known.try_emplace(state, static_cast<EntityId>(entities.size()));
    if (is_new) {
      ArticleEntity& made = entities.emplace_back();
      made.cls = mention_class::polity;
      made.entry = state;
      made.unnamed = true;
    }
    speaks_for[id] = at->second;
  }
}

void ArticleWork::find_homes() {
  const std::vector<ArticleEntity>& entities = extraction->entities;
  home_of.assign(entities.size(), no_entity);
  for (const Draft& draft : drafts) {
    const std::vector<RoleModel>& roles = model(draft).roles;
    const auto is_title = [&](const RoleFillers& role) { return roles[role.role].classes.test(mention_class::title); };
    if (std::none_of(draft.frame.roles.begin(), draft.frame.roles.end(), is_title)) continue;
    EntityId person = no_entity, state = no_entity, owner = no_entity;
    for (const RoleFillers& role : draft.frame.roles) {
      for (const Filler& filler : role.fillers) {
        if (filler.entity == no_entity) continue;
        const ClassId cls = entities[filler.entity].cls;
        if (cls == mention_class::person && person == no_entity) person = filler.entity;
        if (cls == mention_class::polity && state == no_entity && filler.mention != no_mention) state = filler.entity;
        if (cls == mention_class::organization && entities[filler.entity].kind != no_kind) owner = entities[filler.entity].owner;
      }
    }
    if (person != no_entity && home_of[person] == no_entity) home_of[person] = state != no_entity ? state : owner;
  }
}

std::span<const MentionId> ArticleWork::mentions_in(TokenSpan tokens) const {
  return items_in(by_begin, tokens, [this](MentionId id) { return mentions()[id].tokens.begin; });
}

TokenSpan ArticleWork::sentence_at(std::uint32_t token) const {
  const std::uint32_t sentence = document().sentence_of(token);
  return sentence < document().sentences.size() ? document().sentences[sentence].tokens : TokenSpan{token, token};
}

namespace {

/// An entity of a class in `classes` that is named, or known.
bool is_usable(const ArticleWork& work, EntityId id, const FillerClasses& classes) {
  if (id == no_entity) return false;
  const ArticleEntity& entity = work.extraction->entities[id];
  return classes.test(entity.cls) && (entity.entry != no_entry || !entity.name.empty());
}

/// `inner` stands in the role noun `mention` and is what it speaks for: what the rule that made it captured, if it captured any.
bool is_body_in(const Mention& mention, const Mention& inner) {
  if (inner.tokens.empty() || !mention.tokens.contains(inner.tokens) || inner.tokens == mention.tokens ||
      inner.cls == mention_class::person)
    return false;
  const auto is_captured = [](const Feature& feature) { return feature.mention != no_mention; };
  const auto holds = [&](const Feature& feature) { return is_captured(feature) && feature.tokens.contains(inner.tokens); };
  return std::none_of(mention.features.begin(), mention.features.end(), is_captured) ||
         std::any_of(mention.features.begin(), mention.features.end(), holds);
}

}  // namespace

EntityId ArticleWork::entity_of(MentionId id, const FillerClasses& classes) const {
  const Mention& mention = mentions()[id];
  // A class of the pack is one of mentions; the entity is of the built-in class above it.
  const bool either = mention.cls == mention_class::polity && classes.test(mention_class::person) && classes.test(mention_class::place);
  if (either && id < speaks_for.size() && is_usable(*this, speaks_for[id], classes)) return speaks_for[id];  // "Seoul's envoy"
  const bool by_own = mention.cls >= mention_class::built_in_count && classes.test(mention.cls);
  if (is_usable(*this, mention.entity, by_own ? ~FillerClasses() : classes)) return mention.entity;
  const bool acts = classes.test(mention_class::person) && !classes.test(mention_class::place);  // a state is no country where one is
  if (acts && id < speaks_for.size() && is_usable(*this, speaks_for[id], classes)) return speaks_for[id];
  if (mention.form != MentionForm::Nominal || acts_for_itself(mention)) return no_entity;
  MentionId first = no_mention;
  for (const MentionId inner : mentions_in(mention.tokens)) {
    if (inner < first && is_body_in(mention, mentions()[inner]) && is_usable(*this, mentions()[inner].entity, classes)) first = inner;
  }
  if (first != no_mention) return mentions()[first].entity;
  return acts && mention.cls == mention_class::organization ? owner_of(id, classes) : no_entity;
}

bool ArticleWork::acts_for_itself(const Mention& mention) const {
  if (mention.cls != mention_class::person || mention.head.empty()) return false;
  const std::uint32_t head = mention.head.end - 1;
  const auto is_private = [&](std::uint32_t token) {
    return lexicon->words().in_list(words->private_word, annotation().tokens[token].lemma);
  };
  return is_private(head) || (head > mention.tokens.begin && is_private(head - 1));  // "Danish opposition leaders"
}

EntityId ArticleWork::entity_over(TokenSpan tokens, const FillerClasses& classes, MentionId& mention) const {
  EntityId entity = mention == no_mention ? no_entity : entity_of(mention, classes);
  for (const MentionId id : mentions_in({tokens.begin, tokens.begin + 1})) {
    if (entity != no_entity) break;
    if (mentions()[id].tokens != tokens) continue;
    entity = entity_of(id, classes);
    if (entity != no_entity) mention = id;
  }
  return entity;
}

EntityId ArticleWork::owner_of(MentionId id, const FillerClasses& classes) const {
  const Mention& mention = mentions()[id];
  const std::uint32_t head = mention.head.end - 1;
  const std::int32_t group = annotation().noun_group_of[head];
  if (group < 0 || !lexicon->words().in_list(words->owned_organ, document().tokens[head].word)) return no_entity;
  const NounGroup& noun = annotation().noun_groups[static_cast<std::size_t>(group)];
  if (noun.head != head) return no_entity;
  for (const MentionId owner : mentions_in({noun.tokens.begin, mention.tokens.begin})) {
    const Mention& state = mentions()[owner];
    if (!state.tokens.empty() && state.cls == mention_class::polity && is_usable(*this, state.entity, classes)) return state.entity;
  }
  return no_entity;
}

std::vector<Filler> ArticleWork::bodies_of(MentionId id, const FillerClasses& classes) const {
  std::vector<Filler> found;
  if (mentions()[id].form != MentionForm::Nominal || !mentions()[id].plural) return found;
  for (const EntityId member : mentions()[id].members) {
    if (!is_usable(*this, member, classes)) continue;
    Filler& filler = found.emplace_back();
    filler.entity = member;
    filler.mention = id;
    filler.tokens = mentions()[id].tokens;
  }
  if (!found.empty() || acts_for_itself(mentions()[id])) return found;
  const std::span<const MentionId> within = mentions_in(mentions()[id].tokens);
  std::vector<MentionId> in_order(within.begin(), within.end());
  std::sort(in_order.begin(), in_order.end());
  for (const MentionId inner : in_order) {
    const Mention& body = mentions()[inner];
    if (!is_body_in(mentions()[id], body) || !is_usable(*this, body.entity, classes)) continue;
    const bool known = std::any_of(found.begin(), found.end(), [&](const Filler& filler) { return filler.entity == body.entity; });
    if (known) continue;
    Filler filler;
    filler.entity = body.entity;
    filler.mention = inner;
    filler.tokens = body.tokens;
    found.push_back(filler);
  }
  return found;
}

std::size_t ArticleWork::number_told(MentionId id) const {
  const Mention& mention = mentions()[id];
  if (mention.form != MentionForm::Nominal) return 0;
  for (std::uint32_t token = mention.tokens.begin; token < mention.tokens.end; ++token) {
    for (std::size_t i = 0; i < words->counts.size(); ++i)
      if (lexicon->words().in_list(words->counts[i], annotation().tokens[token].lemma)) return i + 2;
  }
  return 0;
}

std::vector<Filler> ArticleWork::counted_before(MentionId id, std::size_t number, ClassId cls) const {
  constexpr std::uint32_t farthest = 3;  // sentences
  std::vector<Filler> found = counted_from(id, number, cls, 0, farthest);
  return found.empty() ? counted_from(id, number, cls, 1, farthest) : found;  // "N welcomed the two leaders": N is none of them
}

std::vector<Filler> ArticleWork::counted_from(MentionId id, std::size_t number, ClassId cls, std::uint32_t nearest,
                                              std::uint32_t farthest) const {
  std::vector<Filler> found;
  const std::uint32_t end = mentions()[id].tokens.begin;
  const std::uint32_t own = document().sentence_of(end);
  for (std::uint32_t back = nearest; back <= farthest && back <= own; ++back) {
    const TokenSpan sentence = document().sentences[own - back].tokens;
    for (std::uint32_t token = sentence.begin; token < std::min(sentence.end, end); ++token) {
      const MentionId other = outer[token];
      if (other == no_mention || mentions()[other].entity == no_entity || mentions()[other].form == MentionForm::Possessive) continue;
      if (back == 0 && is_beside(annotation().noun_group_of[mentions()[other].head.begin], id)) continue;
      const EntityId entity = mentions()[other].entity;
      if (extraction->entities[entity].cls != cls || extraction->entities[entity].name.empty()) continue;
      if (std::any_of(found.begin(), found.end(), [&](const Filler& filler) { return filler.entity == entity; })) continue;
      Filler& filler = found.emplace_back();
      filler.entity = entity;
      filler.mention = other;
      filler.tokens = mentions()[other].tokens;
    }
    if (found.size() >= number) break;
  }
  if (found.size() > number) {  // "The two leaders held talks with N": N is none of them
    const TokenSpan sentence = document().sentences[own].tokens;
    std::erase_if(found, [&](const Filler& filler) {
      for (std::uint32_t token = end; token < sentence.end; ++token)
        if (outer[token] != no_mention && mentions()[outer[token]].entity == filler.entity) return true;
      return false;
    });
  }
  if (found.size() != number) return {};
  std::stable_sort(found.begin(), found.end(), [](const Filler& a, const Filler& b) { return a.tokens.begin < b.tokens.begin; });
  return found;
}

bool ArticleWork::points_to_several(MentionId id) const {
  const Mention& mention = mentions()[id];
  if (mention.entity != no_entity || !mention.members.empty()) return false;
  if (number_told(id) > 1) return true;
  if (!mention.plural) return false;
  if (mention.form == MentionForm::Pronoun || mention.form == MentionForm::Possessive) return true;
  if (mention.form != MentionForm::Nominal) return false;
  const std::int32_t group = annotation().noun_group_of[mention.head.end - 1];
  return group >= 0 && annotation().noun_groups[static_cast<std::size_t>(group)].definite;
}

std::vector<Filler> ArticleWork::members_of(std::uint32_t noun_group, const FillerClasses& classes) const {
  std::vector<Filler> found;
  const std::vector<NounGroup>& groups = annotation().noun_groups;
  const auto add = [&](std::uint32_t token) {
    const MentionId id = outer[token];
    if (id == no_mention) return;
    std::vector<Filler> several = bodies_of(id, classes);
    const EntityId entity = several.empty() ? entity_of(id, classes) : no_entity;
    if (entity != no_entity) {
      Filler& filler = several.emplace_back();
      filler.entity = entity;
      filler.mention = id;
      filler.tokens = mentions()[id].tokens;
    }
    found.insert(found.end(), several.begin(), several.end());
  };
  const std::int32_t list = noun_group < annotation().list_of.size() ? annotation().list_of[noun_group] : -1;
  if (list < 0) {
    add(groups[noun_group].head);
  } else {
    for (const std::uint32_t member : annotation().lists[static_cast<std::size_t>(list)].members) add(groups[member].head);
  }
  return found;
}

std::vector<Filler> ArticleWork::antecedents_of(MentionId id, const FillerClasses& classes, int depth) const {
  const Mention& mention = mentions()[id];
  if (!points_to_several(id)) return {};
  const std::size_t number = number_told(id);
  if (std::vector<Filler> others = others_listed_before(id, number); !others.empty()) return others;
  const bool sides = !mention.head.empty() && lexicon->words().in_list(words->side_word, annotation().tokens[mention.head.end - 1].lemma);
  const bool states = mention.cls == mention_class::polity;
  if (number > 1 && !states && !sides && classes.test(mention_class::person)) {  // "the two men" are people, if there are two
    std::vector<Filler> people = subjects_before(id, classes, mention_class::person, depth);
    if (people.empty()) people = counted_before(id, number, mention_class::person);
    if (!people.empty()) return people;
  }
  const ClassId wanted = states ? mention_class::polity : mention_class::any;
  std::vector<Filler> found = subjects_before(id, classes, wanted, depth);
  if (found.empty() && mention.form == MentionForm::Pronoun && !states)
    return counted_from(id, 2, mention_class::person, 0, 1);  // "N thanked R. They will meet again"
  if (found.empty() && number > 1) {
    const std::optional<ToldBefore> told = told_before(number, classes, wanted, document().sentence_of(mention.head.begin));
    if (states || sides) {
      std::vector<Filler> listed = listed_before(id, number);
      const bool nearer = !listed.empty() && (!told || document().sentence_of(listed[0].tokens.begin) >= told->sentence);
      if (nearer || told) return nearer ? listed : told->fillers;  // of people the states are known once all is merged
    }
    if (told) found = told->fillers;
  }
  return found.empty() && number > 1 && classes.test(mention_class::polity) ? counted_before(id, number, mention_class::polity) : found;
}

std::vector<Filler> ArticleWork::others_listed_before(MentionId id, std::size_t number) const {
  constexpr std::uint32_t farthest = 2;  // sentences
  const Mention& mention = mentions()[id];
  const std::uint32_t token = mention.head.begin;
  if (mention.form == MentionForm::Possessive || mention.cls == mention_class::polity) return {};
  FillerClasses people;
  people.set(mention_class::person);
  std::vector<Filler> acting;
  for (const VerbGroup& verb : verb_groups_in(annotation(), sentence_at(token))) {
    if (!is_beside(verb.subject, id) || verb.clause != annotation().clause_of[token]) continue;
    const std::vector<Filler> found = members_of(static_cast<std::uint32_t>(verb.subject), people);
    acting.insert(acting.end(), found.begin(), found.end());
  }
  if (acting.empty()) return {};
  const std::vector<NounList>& lists = annotation().lists;  // sentence by sentence
  const auto told = std::partition_point(lists.begin(), lists.end(), [&](const NounList& list) { return list.tokens.begin < token; });
  for (auto list = std::make_reverse_iterator(told); list != lists.rend(); ++list) {
    if (document().sentence_of(list->tokens.begin) + farthest < document().sentence_of(token)) break;
    if (list->tokens.end > token || (number > 1 && list->members.size() != number)) continue;
    std::vector<Filler> found = members_of(list->members.front(), people);
    const auto is_acting = [&](const Filler& filler) {
      return std::any_of(acting.begin(), acting.end(), [&](const Filler& other) { return same_filler(filler, other); });
    };
    if (found.size() == list->members.size() && std::none_of(found.begin(), found.end(), is_acting)) return found;
  }
  return {};
}

/// The quotation in which a token stands, or -1.
std::int32_t ArticleWork::quotation_at(std::uint32_t token) const {
  const std::vector<Quotation>& all = document().quotations;
  const auto behind = std::partition_point(all.begin(), all.end(), [&](const Quotation& each) { return each.inner.begin <= token; });
  return behind != all.begin() && token < (behind - 1)->inner.end ? static_cast<std::int32_t>(behind - 1 - all.begin()) : -1;
}

/// "both countries": the nearest list of just so many states before, a few sentences back at most.
std::vector<Filler> ArticleWork::listed_before(MentionId id, std::size_t number) const {
  constexpr std::uint32_t farthest = 5;  // sentences
  const std::uint32_t end = mentions()[id].tokens.begin;
  const std::uint32_t sentence = document().sentence_of(end);
  const std::vector<NounList>& lists = annotation().lists;  // sentence by sentence
  const auto told = std::partition_point(lists.begin(), lists.end(),
                                         [&](const NounList& list) { return document().sentence_of(list.tokens.begin) <= sentence; });
  for (auto list = std::make_reverse_iterator(told); list != lists.rend(); ++list) {
    if (document().sentence_of(list->tokens.begin) + farthest < sentence) break;
    if (list->tokens.end > end || list->members.size() != number) continue;
    const std::uint32_t begin = list->tokens.begin;  // "the war in Syria and Iraq"
    if (begin > 0 && lexicon->words().in_list(words->journey_end, document().tokens[begin - 1].word)) continue;
    if (const std::int32_t told_in = quotation_at(begin); told_in >= 0 && told_in != quotation_at(end)) continue;
    std::vector<Filler> found;
    for (const std::uint32_t member : list->members) {
      const MentionId other = outer[annotation().noun_groups[member].head];
      if (other == no_mention || mentions()[other].entity == no_entity || mentions()[other].form != MentionForm::Proper) break;
      const EntityId entity = mentions()[other].entity;
      if (extraction->entities[entity].cls != mention_class::polity) break;
      Filler& filler = found.emplace_back();
      filler.entity = entity;
      filler.mention = other;
      filler.tokens = mentions()[other].tokens;
    }
    if (found.size() == number) return found;
  }
  return {};
}

/// "the two sides": the states and organisations of the last draft before that is of just so many; of people none.
std::optional<ArticleWork::ToldBefore> ArticleWork::told_before(std::size_t number, const FillerClasses& classes, ClassId wanted,
                                                                std::uint32_t sentence) const {
  constexpr std::uint32_t farthest = 20;  // sentences
  const auto fits = [&](const Filler& filler) {
    const ClassId cls = filler.entity == no_entity ? mention_class::any : extraction->entities[filler.entity].cls;
    return cls != mention_class::any && cls != mention_class::person && classes.test(cls) &&
           (wanted == mention_class::any || cls == wanted);
  };
  for (auto draft = drafts.rbegin(); draft != drafts.rend() && draft->sentence + farthest >= sentence; ++draft) {
    const std::uint16_t role = model(*draft).required_role;
    if (role == no_role_index || !model(*draft).roles[role].many || draft->sentence > sentence) continue;
    const RoleFillers* fillers = draft->frame.find(role);
    if (fillers == nullptr || fillers->fillers.size() != number) continue;
    const bool fit = std::all_of(fillers->fillers.begin(), fillers->fillers.end(), fits);
    return ToldBefore{draft->sentence, fit ? fillers->fillers : std::vector<Filler>()};
  }
  return std::nullopt;
}

/// The subject of a verb before the mention in its own clause, of which it is no subject itself: "N received the two ministers".
bool ArticleWork::is_beside(std::int32_t subject, MentionId id) const {
  const Mention& mention = mentions()[id];
  const std::int32_t own = annotation().noun_group_of[mention.head.begin];
  if (subject < 0 || subject == own) return false;
  const std::uint32_t clause = annotation().clause_of[mention.head.begin];
  const std::span<const VerbGroup> verbs = verb_groups_in(annotation(), sentence_at(mention.head.begin));
  return std::any_of(verbs.begin(), verbs.end(), [&](const VerbGroup& verb) {
    return verb.clause == clause && verb.subject == subject && verb.tokens.begin < mention.tokens.begin;
  });
}

std::vector<Filler> ArticleWork::subjects_before(MentionId id, const FillerClasses& classes, ClassId wanted, int depth) const {
  const Mention& mention = mentions()[id];
  const auto fits = [&](const Filler& filler) {
    return wanted == mention_class::any || (filler.entity != no_entity && extraction->entities[filler.entity].cls == wanted);
  };
  const auto is_person = [&](const Filler& filler) {
    return filler.entity != no_entity && extraction->entities[filler.entity].cls == mention_class::person;
  };
  const std::size_t number = number_told(id);
  const std::uint32_t sentence = document().sentence_of(mention.head.begin);
  const std::vector<VerbGroup>& verbs = annotation().verb_groups;
  const auto after = [](const VerbGroup& verb, std::uint32_t token) { return verb.tokens.begin < token; };
  const auto end = std::lower_bound(verbs.begin(), verbs.end(), mention.head.begin, after);
  for (auto verb = std::make_reverse_iterator(end); verb != verbs.rend(); ++verb) {
    if (document().sentence_of(verb->tokens.begin) + 1 < sentence) break;
    if (verb->subject < 0) continue;
    std::vector<Filler> found = members_of(static_cast<std::uint32_t>(verb->subject), classes);
    const MentionId subject = outer[annotation().noun_groups[static_cast<std::size_t>(verb->subject)].head];
    if (found.empty() && subject != no_mention && mentions()[subject].form == MentionForm::Nominal && subject != id && depth < 2)
      found = antecedents_of(subject, classes, depth + 1);  // "the two men said that they"
    if (!std::all_of(found.begin(), found.end(), fits)) continue;
    if (number > 1 && found.size() > 1 && found.size() != number) continue;
    if (found.size() > 1 && (number < 2 || !is_beside(verb->subject, id))) return found;
    const NounGroup& group = annotation().noun_groups[static_cast<std::size_t>(verb->subject)];
    if (group.plural && !group.pronoun && !found.empty() && number < 2) return found;
    const bool pronoun = mention.form == MentionForm::Possessive || mention.form == MentionForm::Pronoun;
    if (!pronoun || verb->object < 0 || document().sentence_of(verb->tokens.begin) != sentence) continue;
    const std::vector<Filler> others = members_of(static_cast<std::uint32_t>(verb->object), classes);
    if (found.size() == 1 && others.size() == 1 && is_person(found[0]) && is_person(others[0]) && found[0].entity != others[0].entity)
      return {found[0], others[0]};  // "N thanked R during their talks", "N thanked R when they met"
  }
  return {};
}

std::int32_t ArticleWork::trigger_noun(const Draft& draft) const {
  if (draft.frame.verb_group >= 0) return -1;
  if (draft.noun_group >= 0) return draft.noun_group;
  for (std::uint32_t token = draft.frame.trigger.begin; token < draft.frame.trigger.end; ++token) {
    if (annotation().noun_group_of[token] >= 0) return annotation().noun_group_of[token];
  }
  return -1;
}

bool ArticleWork::takes_date(const RoleModel& role, std::int32_t date) const {
  const std::string& type = extraction->mentions.dates[static_cast<std::size_t>(date)].value.type;
  return role.classes.test(mention_class::date) && type != "SET" && (type == "DURATION") == (role.name == "duration");
}

std::optional<Filler> ArticleWork::filler_at(std::uint32_t token, const RoleModel& role) const {
  const MentionId id = outer[token];
  if (id == no_mention) return std::nullopt;
  const EntityId entity = entity_of(id, role.classes);
  if (entity == no_entity) return std::nullopt;
  Filler filler;
  filler.entity = entity;
  filler.mention = id;
  filler.tokens = mentions()[id].tokens;
  return filler;
}

}  // namespace chancery
