// Pronouns by recency with agreement and subject preference (the surface part of Lappin and Leass, 1994): antecedents are
// weighed by distance in sentences, by grammatical role, and never looked for more than three sentences back. Role nouns by the
// offices that the article gave to somebody. What does not agree with exactly what is there stays open.
#include "resolve/coreference.hpp"

#include <algorithm>
#include <cctype>
#include <limits>
#include <string>

#include "annotate/stretch.hpp"
#include "resolve/office_body.hpp"

namespace chancery {

namespace {

constexpr std::uint32_t farthest_sentence = 3;
constexpr std::uint32_t farthest_reported = 2;  // of what is reported one sentence after the other
constexpr std::size_t most_candidates = 24;
constexpr std::uint16_t form_of_address = 2;      // the highest rank of one
constexpr std::uint16_t head_of_government = 95;  // the lowest rank of one

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

}  // namespace

Coreference::Coreference(const ResolverKnowledge& knowledge, const Document& document, const Annotation& annotation, Mentions& mentions,
                         std::vector<ArticleEntity>& entities)
    : knowledge_(knowledge), document_(document), annotation_(annotation), mentions_(mentions), entities_(entities) {
  subject_group_.assign(annotation.noun_groups.size(), false);
  object_group_.assign(annotation.noun_groups.size(), false);
  for (const VerbGroup& verb : annotation.verb_groups) {
    if (verb.subject >= 0) subject_group_[static_cast<std::size_t>(verb.subject)] = true;
    if (verb.object >= 0) object_group_[static_cast<std::size_t>(verb.object)] = true;
  }
  quotation_of_.assign(document.tokens.size(), -1);
  for (std::size_t q = 0; q < document.quotations.size(); ++q) {
    const TokenSpan inner = document.quotations[q].inner;
    if (inner.size() < 3) continue;
    for (std::uint32_t i = inner.begin; i < inner.end; ++i) quotation_of_[i] = static_cast<std::int32_t>(q);
  }
  find_active_groups();
}

bool Coreference::begins_with_quotation(std::uint32_t sentence) const {
  if (sentence >= document_.sentences.size()) return false;
  const TokenSpan tokens = document_.sentences[sentence].tokens;
  return tokens.size() > 1 && quotation_of_[tokens.begin + 1] >= 0;  // behind the mark
}

/// The subjects of verbs that say something, or tell what was done, or stand with a quotation: "N calls it “a step back”". To whom something
/// was done right before a quotation acts as well: "N was not invited. “We are sorry,” he said".
void Coreference::find_active_groups() {
  active_group_.assign(annotation_.noun_groups.size(), false);
  for (const VerbGroup& verb : annotation_.verb_groups) {
    if (verb.subject < 0 || verb.infinitive || verb.participle || quotation_of_[verb.head] >= 0) continue;
    const std::uint32_t sentence = document_.sentence_of(verb.head);
    if (sentence >= document_.sentences.size() || annotation_.clauses[verb.clause].kind == ClauseKind::Relative) continue;
    if (verb.passive && !begins_with_quotation(sentence + 1)) continue;
    const bool says = knowledge_.is_speech_verb(annotation_.tokens[verb.head].lemma);
    const bool acted = verb.tense == Tense::Past && verb.modal == Symbol::None;
    const std::uint32_t end = document_.sentences[sentence].tokens.end;
    const auto begin = quotation_of_.begin() + verb.tokens.end;
    const auto quotes = [&] {
      return std::any_of(begin, quotation_of_.begin() + end, [](std::int32_t quotation) { return quotation >= 0; });
    };
    if (says || acted || (verb.modal == Symbol::None && quotes())) active_group_[static_cast<std::size_t>(verb.subject)] = true;
  }
}

void Coreference::run() {
  for (MentionId id = 0; id < mentions_.items.size(); ++id)
    if (!mentions_.items[id].tokens.empty()) order_.push_back(id);
  std::stable_sort(order_.begin(), order_.end(),
                   [this](MentionId a, MentionId b) { return mentions_.items[a].head.begin < mentions_.items[b].head.begin; });
  lengthen_titles();
  learn_offices();
  learn_appositions();
  learn_lists();
  last_antecedent_.assign(entities_.size(), 0);
  for (MentionId id : order_) {
    if (const MentionId citizen = citizen_named(id); citizen != no_mention) id = citizen;
    Mention& mention = mentions_.items[id];
    if (mention.form == MentionForm::Nominal && !mention.plural && !mention.inside && number_told(mention) > 1 && is_several(mention))
      mention.plural = true;  // "the two Prime Ministers", read as a name
    if (mention.form == MentionForm::Nominal && !mention.inside && mention.entity == no_entity) resolve_nominal(mention);
    if (mention.form == MentionForm::Nominal && mention.inside && mention.entity == no_entity &&
        knowledge_.built_in(mention.cls) == mention_class::organization)
      resolve_nominal(mention);  // "the Council's president"
    if (mention.form == MentionForm::Nominal && (mention.entity == no_entity || entities_[mention.entity].cls != mention_class::person))
      nameless_with_head_[document_.tokens[mention.head.end - 1].word] = {
          mention.head.begin, mention.entity != no_entity ? mention.entity : body_inside(mention)};
    if (mention.form == MentionForm::Pronoun || mention.form == MentionForm::Possessive) resolve_pronoun(mention);
    if (mention.form == MentionForm::Nominal && mention.plural && !mention.inside) find_members(mention);
    if (mention.entity == no_entity) {
      if (const EntityId state = state_of_government(mention); state != no_entity) add_antecedent(mention, state);
      continue;
    }
    if (mention.form != MentionForm::Proper && mention.form != MentionForm::Adjective) entities_[mention.entity].mentions.push_back(id);
    add_antecedent(mention, mention.entity);
  }
  for (ArticleEntity& entity : entities_) {
    std::stable_sort(entity.mentions.begin(), entity.mentions.end(),
                     [this](MentionId a, MentionId b) { return mentions_.items[a].tokens.begin < mentions_.items[b].tokens.begin; });
  }
}

/// "Foreign Minister NAME … Minister NAME": the short title is the long one of the same person.
void Coreference::lengthen_titles() {
  const Lexicon& lexicon = knowledge_.lexicon();
  const auto is_part = [&](RoleId part, RoleId whole) {
    const std::string &short_label = lexicon.role(part).label, &label = lexicon.role(whole).label;
    if (label.size() <= short_label.size() + 1) return false;
    return label.ends_with(" " + short_label) || label.starts_with(short_label + " ");
  };
  for (const ArticleEntity& person : entities_) {
    if (person.cls != mention_class::person) continue;
    std::vector<RoleId> roles;
    for (const MentionId id : person.mentions)
      for (const StatedOffice& office : stated_offices(knowledge_, mentions_, mentions_.items[id]))
        if (office.role != no_role) roles.push_back(office.role);
    if (roles.size() < 2) continue;
    for (const MentionId id : person.mentions) {
      for (const StatedOffice& office : stated_offices(knowledge_, mentions_, mentions_.items[id])) {
        if (office.role == no_role || office.body != no_entity || lexicon.role(office.role).single_holder) continue;
        Mention& title = mentions_.items[office.title];
        if (title.tokens.end > mentions_.items[id].head.begin) continue;
        const auto whole = std::find_if(roles.begin(), roles.end(), [&](RoleId role) { return is_part(office.role, role); });
        if (whole != roles.end()) title.role = *whole;
      }
    }
  }
}

void Coreference::learn_offices() {
  has_office_.assign(entities_.size(), false);
  std::unordered_map<std::uint64_t, std::size_t> index;
  const Symbol tenure = knowledge_.lexicon().symbols().find("tenure");
  for (EntityId id = 0; id < entities_.size(); ++id)
    if (entities_[id].cls == mention_class::polity && entities_[id].entry != no_entry) entity_of_entry_.emplace(entities_[id].entry, id);
  for (EntityId id = 0; id < entities_.size(); ++id) {
    if (entities_[id].cls != mention_class::person || entities_[id].mentions.empty()) continue;
    if (const EntityId state = state_of(id); state != no_entity) citizens_[state].push_back(id);
  }
  for (MentionId id : order_) {
    const Mention& mention = mentions_.items[id];
    if (mention.entity == no_entity || entities_[mention.entity].cls != mention_class::person) continue;
    for (const StatedOffice& office : stated_offices(knowledge_, mentions_, mention)) {
      if (office.role == no_role) continue;
      const Role& role = knowledge_.lexicon().role(office.role);
      if (role.honorific && role.rank <= form_of_address) continue;  // "the general", but not "the Sir"
      const auto [at, is_new] = index.try_emplace(std::uint64_t{office.role} << 32U | office.body, offices_.size());
      if (is_new) offices_.push_back({office.role, office.body, lower_case(role.label), {}});
      const bool now = std::none_of(mention.features.begin(), mention.features.end(), [&](const Feature& feature) {
        return tenure != Symbol::None && feature.name == tenure && feature.value != Symbol::None;
      });
      offices_[at->second].held.push_back({mention.entity, mention.head.begin, held_count_++, now});
      if (office.body != no_entity && entities_[office.body].cls == mention_class::polity && state_of(mention.entity) == no_entity &&
          !has_office_[mention.entity])
        holders_of_state_[office.body].push_back(mention.entity);
      has_office_[mention.entity] = true;
    }
  }
}

/// "the Kenyan ambassador in Oslo, NAME", "Kenya's former prime minister and party leader NAME": the noun in front, or behind, is that
/// person.
void Coreference::learn_appositions() {
  for (const Mention& mention : mentions_.items) {
    if (mention.entity == no_entity || mention.form != MentionForm::Proper || entities_[mention.entity].cls != mention_class::person)
      continue;
    for (const Feature& title : mention.features) {
      if (title.name != knowledge_.title_feature || title.mention == no_mention) continue;
      const Mention& office = mentions_.items[title.mention];
      const TokenSpan between{office.tokens.end, mention.tokens.begin};
      const bool joined = between.begin < between.end && document_.sentence_of(between.begin) == document_.sentence_of(between.end) &&
                          verb_groups_in(annotation_, between).empty();
      if (!office.plural && (joined || mention.tokens.contains(office.tokens))) holder_of_title_[office.tokens.begin] = mention.entity;
    }
  }
}

void Coreference::add_antecedent(const Mention& mention, EntityId entity) {
  if (mention.inside && mention.form != MentionForm::Proper) return;
  Antecedent found;
  found.token = mention.head.begin;
  found.end = mention.tokens.end;
  found.sentence = document_.sentence_of(mention.head.begin);
  found.quotation = quotation_of_[mention.head.begin];
  found.clause = annotation_.clause_of.empty() ? 0 : annotation_.clause_of[mention.head.begin];
  found.entity = entity;
  found.subject =
      !mention.inside && mention.form != MentionForm::Possessive && mention.form != MentionForm::Adjective && is_subject(mention);
  found.active = found.subject && has_group_in(active_group_, mention);
  found.speaks = found.subject && mention.form == MentionForm::Nominal && mention.role != no_role && !mention.plural &&
                 entities_[found.entity].cls != mention_class::person;
  found.aide = found.active && serves_a_person(mention);
  antecedents_.push_back(found);
  if (mention.form == MentionForm::Proper && entities_[found.entity].cls == mention_class::person) note_group(mention);
  if (last_antecedent_[found.entity] == 0 && entities_[found.entity].cls == mention_class::organization) note_organization(found.entity);
  last_antecedent_[found.entity] = static_cast<std::uint32_t>(antecedents_.size());
}

/// "the spokesman N", "N, her adviser": with an office that serves a person.
bool Coreference::serves_a_person(const Mention& mention) const {
  const std::span<const MentionId> inner = heads_in(mention.tokens);
  return std::any_of(inner.begin(), inner.end(), [this](MentionId id) {
    const Mention& title = mentions_.items[id];
    return title.cls == mention_class::title && title.role != no_role && knowledge_.lexicon().role(title.role).of_person;
  });
}

/// "a team led by N": the noun of those whom N stands for.
void Coreference::note_group(const Mention& mention) {
  const std::int32_t group = annotation_.noun_group_of[mention.head.begin];
  for (std::uint32_t token = mention.tokens.begin; token < mention.head.begin; ++token) {
    const std::int32_t other = annotation_.noun_group_of[token];
    if (other < 0 || other == group || annotation_.noun_groups[static_cast<std::size_t>(other)].head != token) continue;
    if (annotation_.tokens[token].pos == Pos::Noun && document_.tokens[token].shape == Shape::Lower)
      people_with_[document_.tokens[token].word] = mention.entity;
    return;
  }
}

/// The head is the last word of the name, or the last before its "of": "Council" of "Council of Europe" and of "National Council"; and a
/// noun right before the name.
void Coreference::note_organization(EntityId entity) {
  if (entities_[entity].mentions.empty()) return;
  const TokenSpan name = mentions_.items[entities_[entity].mentions[0]].head;
  const Symbol last = document_.tokens[name.end - 1].word;
  organizations_with_head_[last].push_back(entity);
  if (name.begin > 0 && annotation_.tokens[name.begin - 1].pos == Pos::Noun && document_.tokens[name.begin - 1].word != last)
    organizations_with_head_[document_.tokens[name.begin - 1].word].push_back(entity);  // "the newspaper N"
  for (std::uint32_t token = name.begin + 1; token < name.end; ++token) {
    if (document_.tokens[token].shape != Shape::Lower) continue;
    if (const Symbol head = document_.tokens[token - 1].word; head != last) organizations_with_head_[head].push_back(entity);
    return;
  }
}

void Coreference::give(Mention& mention, EntityId entity) {
  mention.entity = entity;
  mention.cls = entities_[entity].cls;
  if (entities_[entity].gender == Gender::Unknown && entities_[entity].cls == mention_class::person)
    entities_[entity].gender = mention.gender;
  else if (mention.gender == Gender::Unknown)
    mention.gender = entities_[entity].gender;
}

/// By the noun group that its head begins in: "the secretary of state".
bool Coreference::is_definite(const Mention& mention) const {
  const std::int32_t group = annotation_.noun_group_of[mention.head.begin];
  return group >= 0 && annotation_.noun_groups[static_cast<std::size_t>(group)].definite;
}

/// "Peruvian president said": a subject without the article that its state stands in the place of.
bool Coreference::is_bare_subject(const Mention& mention) const {
  const std::int32_t group = annotation_.noun_group_of[mention.head.begin];
  if (group < 0 || annotation_.noun_groups[static_cast<std::size_t>(group)].tokens.begin != mention.tokens.begin) return false;
  const std::span<const MentionId> heads = heads_in({mention.tokens.begin, mention.tokens.begin + 1});
  return is_subject(mention) && std::any_of(heads.begin(), heads.end(), [this](MentionId id) {
           return mentions_.items[id].form == MentionForm::Adjective && mentions_.items[id].entity != no_entity;
         });
}

std::span<const MentionId> Coreference::heads_in(TokenSpan tokens) const {
  const auto begins_before = [this](MentionId id, std::uint32_t token) { return mentions_.items[id].head.begin < token; };
  const auto first = std::lower_bound(order_.begin(), order_.end(), tokens.begin, begins_before);
  return {first, std::lower_bound(first, order_.end(), tokens.end, begins_before)};
}

EntityId Coreference::body_inside(const Mention& mention) const {
  for (std::size_t i = 0; i < antecedents_.size() && i < most_candidates; ++i) {
    const Antecedent& candidate = antecedents_[antecedents_.size() - 1 - i];
    if (candidate.token < mention.tokens.begin) break;
    const ClassId cls = entities_[candidate.entity].cls;
    if (candidate.token < mention.head.begin && cls != mention_class::person) return candidate.entity;
  }
  for (const MentionId id : heads_in(mention.tokens)) {  // adjectives are no antecedents, nor is yet what follows: "the premier of Peru"
    const Mention& other = mentions_.items[id];
    if (other.entity != no_entity && entities_[other.entity].cls != mention_class::person && !mention.head.contains(other.head))
      return other.entity;
  }
  return no_entity;
}

/// "the envoy" goes back to a "Special Envoy", but "the foreign minister" not to a "Prime Minister".
bool Coreference::same_noun(const Mention& mention, const Office& office) const {
  const std::string_view noun = document_.word(mention.head.end - 1);
  if (noun.size() < 4 || !office.label.ends_with(noun)) return false;
  const RoleId role = role_of(mention);
  const std::string named = role == no_role ? std::string() : lower_case(knowledge_.lexicon().role(role).label);
  const bool long_names = named.ends_with(noun) && named.size() > noun.size() && office.label.size() > noun.size();
  return !long_names || named.ends_with(office.label) || office.label.ends_with(named);
}

/// An office of which no body is told is that of a state's only holder ("the Russian president"), but not "the Iraqi ambassador".
bool Coreference::is_only_holder(const Office& office, EntityId body) const {
  return entities_[body].cls == mention_class::polity && knowledge_.lexicon().role(office.role).single_holder;
}

/// "the Chinese ambassador" is not the one president of China who is named.
bool Coreference::names_other_office(const Mention& mention, const Office& office) const {
  const RoleId role = role_of(mention);
  if (role == no_role || is_head_word(mention)) return false;
  const Role& named = knowledge_.lexicon().role(role);
  return !named.description && named.rank != knowledge_.lexicon().role(office.role).rank;
}

/// The token where the person was the subject last, if that is in the few sentences before the mention; else 0.
std::uint32_t Coreference::acted_last(EntityId person, const Mention& mention) const {
  const std::uint32_t sentence = document_.sentence_of(mention.head.begin);
  for (std::size_t i = antecedents_.size(), looked_at = 0; i-- > 0 && looked_at < most_candidates; ++looked_at) {
    const Antecedent& candidate = antecedents_[i];
    if (candidate.sentence + farthest_sentence < sentence) break;
    if (candidate.entity == person && candidate.subject) return candidate.token + 1;
  }
  return 0;
}

EntityId Coreference::holder_of(const Mention& mention, EntityId body) const {
  constexpr int named_before = 10;
  const EntityId host = is_from_abroad(mention) ? state_here() : no_entity;  // "the visiting minister" is none of the host's
  const bool of_former = is_former(mention);
  Office::Held best;
  int best_score = 0, best_score_behind = 0;
  bool best_fits = false;
  for (const Office& office : offices_) {
    const bool same_role = mention.role != no_role && office.role == mention.role;
    const bool same_body = body != no_entity && office.body == body;
    if (body != no_entity && office.body != no_entity && !same_body) continue;
    if (body != no_entity && office.body == no_entity && !is_only_holder(office, body)) continue;
    const bool same_word = same_noun(mention, office);
    if (!same_role && !same_word && (!same_body || names_other_office(mention, office))) continue;
    int score = same_role ? 40 : same_word ? 25 : 0;
    if (same_body) score += 20;
    if (!same_role && !same_word) {  // "the Russian leader": the first of that state
      const std::uint16_t rank = knowledge_.lexicon().role(office.role).rank;
      score += std::min<int>(rank, 9);
    }
    const auto is_before = [&](const Office::Held& held) { return held.token < mention.head.begin; };
    const auto behind = std::partition_point(office.held.begin(), office.held.end(), is_before);
    if (behind != office.held.end()) best_score_behind = std::max(best_score_behind, score);
    if (behind == office.held.begin()) continue;
    const auto nearest =
        std::partition_point(office.held.begin(), behind, [&](const auto& held) { return held.token < (behind - 1)->token; });
    score += named_before;
    const auto is_nearer = [&](const Office::Held& held) {
      const std::uint32_t acted = acted_last(held.person, mention), best_acted = acted_last(best.person, mention);
      if (acted != best_acted) return acted > best_acted;
      return held.token != best.token ? held.token > best.token : held.number < best.number;
    };
    const auto weigh = [&](const Office::Held& held) {
      if (host != no_entity && (office.body == host || state_of(held.person) == host)) return;
      if (body != no_entity && office.body == no_entity && is_another_than(held.person, held.token, mention, body)) return;
      const bool fits = held.now || of_former;  // sooner than who had it before
      if (score < best_score || (score == best_score && (fits != best_fits ? best_fits : !is_nearer(held)))) return;
      best = held;
      best_score = score;
      best_fits = fits;
    };
    // Of an office without a body others may have theirs: "President A read a letter from President B".
    constexpr std::ptrdiff_t most_holders = 8;
    const auto farthest = nearest - std::min(nearest - office.held.begin(), most_holders - 1);
    for (auto held = nearest + 1; held != farthest;) {
      weigh(*--held);
      if (office.body != no_entity && (held->now || of_former)) break;
    }
  }
  return best_score >= best_score_behind ? best.person : no_entity;
}

/// "UN envoy meets rebels" in the headline: the one person who, as the article tells below it, holds that office of that body; of a chief
/// the highest there.
EntityId Coreference::holder_below(const Mention& mention, EntityId body) const {
  const RoleId role = role_of(mention);
  if (document_.headline < 0 || body == no_entity || mention.plural || is_several(mention) || role == no_role) return no_entity;
  const TokenSpan headline = document_.paragraphs[static_cast<std::size_t>(document_.headline)].tokens;
  if (!headline.contains(mention.head.begin)) return no_entity;
  constexpr std::uint16_t head_of_organization = 60;
  const std::uint16_t lowest_head = entities_[body].cls == mention_class::polity ? head_of_government : head_of_organization;
  EntityId holder = no_entity;
  int best_score = 0;
  bool several = false;
  for (const Office& office : offices_) {
    if (office.body != body) continue;
    const bool same = office.role == role || same_noun(mention, office);
    const std::uint16_t rank = knowledge_.lexicon().role(office.role).rank;
    if (!same && (!is_head_word(mention) || rank < lowest_head)) continue;
    const int score = same ? std::numeric_limits<int>::max() : int{rank};
    if (score < best_score) continue;
    if (score > best_score) holder = no_entity, several = false;
    best_score = score;
    for (const Office::Held& held : office.held) {
      if (!held.now || held.token < headline.end) continue;
      several = several || (holder != no_entity && holder != held.person);
      holder = held.person;
    }
  }
  return several ? no_entity : holder;
}

/// "Foreign Minister A met Peru's foreign minister": A, of whom no state is told, is in the same sentence, or known by another state.
bool Coreference::is_another_than(EntityId person, std::uint32_t named, const Mention& mention, EntityId body) const {
  const std::uint32_t sentence = document_.sentence_of(mention.head.begin);
  if (document_.sentence_of(named) == sentence) return true;
  if (const std::uint32_t acted = acted_last(person, mention); acted != 0 && document_.sentence_of(acted - 1) == sentence) return true;
  const EntityId state = state_of(person);
  return state != no_entity && entities_[body].cls == mention_class::polity && state != body;
}

/// The role that a mention names: its own, or that of the title at its head.
RoleId Coreference::role_of(const Mention& mention) const {
  if (mention.role != no_role) return mention.role;
  RoleId found = no_role;
  for (const MentionId id : heads_in({mention.tokens.begin, mention.head.end})) {
    const Mention& other = mentions_.items[id];
    if (other.cls == mention_class::title && other.tokens.end == mention.head.end) found = other.role;
  }
  return found;
}

/// The states named in a mention, in text order.
std::vector<EntityId> Coreference::states_inside(const Mention& mention) const {
  std::vector<EntityId> found;
  for (const MentionId id : heads_in(mention.tokens)) {
    const Mention& other = mentions_.items[id];
    if (other.entity == no_entity || entities_[other.entity].cls != mention_class::polity) continue;
    if (std::find(found.begin(), found.end(), other.entity) == found.end()) found.push_back(other.entity);
  }
  return found;
}

/// The state that the lexicon knows a person by, where the article names it.
EntityId Coreference::state_of(EntityId person) const {
  if (entities_[person].entry == no_entry) return no_entity;
  const auto found = entity_of_entry_.find(knowledge_.lexicon().entry(entities_[person].entry).country);
  return found == entity_of_entry_.end() ? no_entity : found->second;
}

/// The one person of the article who is said to hold an office in a state now; with `any_head` that of its highest head there.
EntityId Coreference::only_holder(RoleId role, bool any_head, EntityId state) const {
  EntityId found = no_entity;
  std::uint16_t best = 0;
  for (const Office& office : offices_) {
    const std::uint16_t rank = knowledge_.lexicon().role(office.role).rank;
    const bool is_head = any_head && rank >= head_of_government;
    if ((office.role != role && !is_head) || (office.body != no_entity && office.body != state)) continue;
    for (const Office::Held& held : office.held) {
      if (!held.now || (office.body == no_entity && state_of(held.person) != state)) continue;
      const std::uint16_t weight = any_head ? rank : 1;
      if (found == held.person) {
        best = std::max(best, weight);
      } else if (weight > best) {
        found = held.person;
        best = weight;
      } else if (weight == best && best > 0) {
        if (!any_head) return no_entity;
        found = no_entity;
      }
    }
  }
  return found;
}

/// The one person whom the lexicon knows by the state and of whom the article tells no office, named before the token.
EntityId Coreference::only_citizen(EntityId state, std::uint32_t before) const {
  EntityId found = no_entity;
  const auto citizens = citizens_.find(state);
  if (citizens == citizens_.end()) return no_entity;
  for (const EntityId id : citizens->second) {
    if (has_office_[id] || mentions_.items[entities_[id].mentions[0]].tokens.begin >= before) continue;
    if (found != no_entity) return no_entity;
    found = id;
  }
  return found;
}

/// One person of a people: "the Spaniard", but not "the Spanish" or "the Spaniards".
bool Coreference::is_citizen(const Mention& mention) const {
  if (mention.entity == no_entity || entities_[mention.entity].cls != mention_class::polity || mention.head.size() != 1) return false;
  const std::uint32_t token = mention.head.begin;
  const std::int32_t group = annotation_.noun_group_of[token];
  if (group < 0) return false;
  const NounGroup& noun = annotation_.noun_groups[static_cast<std::size_t>(group)];
  if (noun.head != token || !noun.definite || noun.plural || noun.tokens.begin + 1 != token) return false;
  const auto names_people = [this](const std::string& name) {
    const Symbol word = document_.symbols.find(name);
    const auto readings = knowledge_.lexicon().names().readings_of(std::span(&word, 1));
    return std::any_of(readings.begin(), readings.end(), [](const NameReading& reading) { return reading.kind == NameKind::Demonym; });
  };
  const std::string word(document_.word(token));
  return names_people(word + "s") || (word.ends_with("man") && names_people(word.substr(0, word.size() - 3) + "men"));
}

/// "the Spaniard": a new mention of the one of that state named last before, around that of the state; or `no_mention`.
MentionId Coreference::citizen_named(MentionId id) {
  if (mentions_.items[id].form != MentionForm::Adjective || mentions_.items[id].inside || !is_citizen(mentions_.items[id]))
    return no_mention;
  EntityId person = no_entity;
  std::uint32_t last = 0;
  for (const auto* people : {&citizens_, &holders_of_state_}) {
    const auto found = people->find(mentions_.items[id].entity);
    if (found == people->end()) continue;
    for (const EntityId citizen : found->second)
      if (last_antecedent_[citizen] > last) person = citizen, last = last_antecedent_[citizen];
  }
  if (person == no_entity) return no_mention;
  Mention citizen;
  citizen.tokens = citizen.head = mentions_.items[id].head;
  --citizen.tokens.begin;  // the article
  citizen.cls = mention_class::person;
  citizen.form = MentionForm::Nominal;
  give(citizen, person);
  mentions_.items[id].inside = true;
  mentions_.items.push_back(std::move(citizen));
  return static_cast<MentionId>(mentions_.items.size() - 1);
}

/// Its head alone says that it is a head of state or of government, whatever the office is called: "the leaders".
bool Coreference::is_head_word(const Mention& mention) const {
  const std::uint32_t head = mention.head.end - 1;
  if (!knowledge_.is_head_word(annotation_.tokens[head].lemma)) return false;
  constexpr std::uint32_t longest_title = 8;
  const std::span<const MentionId> near = heads_in({head - std::min(head, longest_title), head + 1});
  return std::none_of(near.begin(), near.end(), [&](MentionId id) {
    const Mention& other = mentions_.items[id];
    return other.cls == mention_class::title && other.tokens.end == head + 1 && other.tokens.size() > 1;  // "the party leader"
  });
}

std::size_t Coreference::number_told(const Mention& mention) const {
  for (std::uint32_t token = mention.tokens.begin; token < mention.tokens.end; ++token) {
    if (const std::size_t count = knowledge_.count_of(annotation_.tokens[token].lemma); count > 0) return count;
  }
  return 0;
}

void Coreference::learn_lists() {
  for (const MentionId id : order_) {
    const Mention& member = mentions_.items[id];
    if (member.entity == no_entity || entities_[member.entity].cls != mention_class::person) continue;
    for (const Feature& feature : member.features) {
      if (feature.name != knowledge_.group_feature || feature.mention == no_mention) continue;
      const auto known = std::find_if(lists_.begin(), lists_.end(), [&](const Listed& list) { return list.token == feature.tokens.begin; });
      Listed& list =
          known != lists_.end() ? *known : lists_.emplace_back(Listed{feature.tokens.begin, mentions_.items[feature.mention].role, {}});
      if (std::find(list.people.begin(), list.people.end(), member.entity) == list.people.end()) list.people.push_back(member.entity);
    }
  }
  std::stable_sort(lists_.begin(), lists_.end(), [](const Listed& a, const Listed& b) { return a.token < b.token; });
}

/// "the other envoys".
bool Coreference::is_of_others(const Mention& mention) const {
  for (std::uint32_t token = mention.tokens.begin; token < mention.head.begin; ++token)
    if (knowledge_.is_other_word(document_.tokens[token].word)) return true;
  return false;
}

/// "the new envoys", but not "the other envoys", "the Danish envoys" or "the envoys of Peru".
bool Coreference::may_be_told_before(const Mention& mention) const {
  if (!is_definite(mention) || is_of_others(mention) || !states_inside(mention).empty() || body_inside(mention) != no_entity) return false;
  const std::int32_t group = annotation_.noun_group_of[mention.head.end - 1];
  const auto begins_before = [](const Attachment& each, std::uint32_t token) { return each.preposition < token; };
  const auto phrase = std::lower_bound(annotation_.attachments.begin(), annotation_.attachments.end(), mention.tokens.end, begins_before);
  return phrase == annotation_.attachments.end() || phrase->preposition != mention.tokens.end || phrase->noun_governor != group;
}

/// "N received six envoys. The ambassadors are A, B and C", "The envoys are A, B and C. N advised the envoys": those listed as the mention's
/// own; else of a noun of the same rank those of the list before, or of one right behind. True if there are such.
bool Coreference::find_listed(Mention& mention) const {
  constexpr std::uint32_t farthest_before = 15, farthest_behind = 4;  // sentences
  const auto own = std::find_if(lists_.begin(), lists_.end(),
                                [&](const Listed& list) { return mention.tokens.begin <= list.token && list.token < mention.tokens.end; });
  const auto take = [&](const Listed& list) {
    mention.members = list.people;
    return true;
  };
  if (own != lists_.end()) return take(*own);
  const RoleId role = role_of(mention);
  if (role == no_role || lists_.empty()) return false;
  const std::uint32_t sentence = document_.sentence_of(mention.head.begin);
  const std::size_t number = number_told(mention);
  const Role& called = knowledge_.lexicon().role(role);
  const auto fits = [&](const Listed& list) {
    if (list.role == no_role || (number > 0 && number < list.people.size())) return false;
    const Role& listed = knowledge_.lexicon().role(list.role);
    const int apart = int{listed.rank} - int{called.rank};
    return list.role == role || (apart >= -1 && apart <= 1 && listed.body_class == called.body_class);
  };
  const auto is_described = [&](const Listed& list) {  // "N received four diplomats. The ambassadors are A, B, C and D"
    return called.description && document_.sentence_of(list.token) <= sentence + 1 && (number == 0 || number >= list.people.size());
  };
  const auto behind =
      std::partition_point(lists_.begin(), lists_.end(), [&](const Listed& list) { return list.token < mention.head.begin; });
  if (behind != lists_.begin() && may_be_told_before(mention)) {
    const Listed& before = *(behind - 1);
    if (fits(before) && document_.sentence_of(before.token) + farthest_before >= sentence) return take(before);
  }
  if (behind == lists_.end() || document_.sentence_of(behind->token) > sentence + farthest_behind) return false;
  return (fits(*behind) || is_described(*behind)) && take(*behind);
}

/// "the Russian and Chinese presidents", "the foreign secretaries": the people of the article who hold these offices.
void Coreference::find_members(Mention& mention) const {
  if (find_listed(mention)) return;
  const RoleId role = role_of(mention);
  if (role == no_role || knowledge_.lexicon().role(role).description) return;
  const std::vector<EntityId> states = states_inside(mention);
  std::vector<EntityId> found;
  if (states.size() > 1) {
    const bool any_head = is_head_word(mention);
    const bool head = any_head || knowledge_.lexicon().role(role).rank >= head_of_government;
    bool known = false;
    for (const EntityId state : states) {
      EntityId person = only_holder(role, any_head, state);
      if (person == no_entity && head) person = only_citizen(state, static_cast<std::uint32_t>(document_.tokens.size()));
      known = known || person != no_entity;
      found.push_back(person != no_entity ? person : state);
    }
    if (known) mention.members = std::move(found);
    return;
  }
  if (!states.empty() || !is_definite(mention) || is_of_others(mention)) return;
  for (const Office& office : offices_) {
    if (office.role != role) continue;
    for (const Office::Held& held : office.held) {
      if (held.now && held.token < mention.head.begin && std::find(found.begin(), found.end(), held.person) == found.end())
        found.push_back(held.person);
    }
  }
  const std::size_t number = number_told(mention);
  if (found.size() == (number > 0 ? number : 2)) mention.members = std::move(found);
  if (number > 1 && mention.members.empty()) find_counted(mention, number);
}

/// "N received the two visiting ministers": those of the article whose office is called so, whatever it is called beside, and who are not
/// named in the sentence; of the visiting nobody of where the article was written or of those who are.
void Coreference::find_counted(Mention& mention, std::size_t number) const {
  const std::string_view noun = knowledge_.lexicon().symbols().text(annotation_.tokens[mention.head.end - 1].lemma);
  const std::uint32_t sentence = document_.sentence_of(mention.head.begin);
  std::vector<EntityId> hosts = {is_from_abroad(mention) ? state_here() : no_entity};
  std::vector<std::pair<EntityId, EntityId>> found;  // and the state or body
  for (const Office& office : offices_) {
    if (noun.size() < 4) return;
    for (const Office::Held& held : office.held) {
      if (!held.now || held.token >= mention.head.begin) continue;
      const EntityId body = office.body != no_entity ? office.body : state_of(held.person);
      if (document_.sentence_of(last_token_of(held.person, mention)) == sentence) {
        if (is_from_abroad(mention) && body != no_entity) hosts.push_back(body);
        continue;
      }
      const auto is_known = [&](const auto& other) { return other.first == held.person; };
      if (office.label.ends_with(noun) && std::none_of(found.begin(), found.end(), is_known)) found.emplace_back(held.person, body);
    }
  }
  std::erase_if(found, [&](const auto& person) {
    return person.second != no_entity && std::find(hosts.begin(), hosts.end(), person.second) != hosts.end();
  });
  if (found.size() != number) return;
  for (const auto& person : found) mention.members.push_back(person.first);
}

/// Where the person was named or meant last before the mention.
std::uint32_t Coreference::last_token_of(EntityId person, const Mention& mention) const {
  const std::uint32_t last = last_antecedent_[person];
  return last > 0 ? antecedents_[last - 1].token : mention.head.begin;
}

/// "the former president".
bool Coreference::is_former(const Mention& mention) const {
  for (std::uint32_t token = mention.tokens.begin; token < mention.tokens.end; ++token)
    if (knowledge_.is_former_word(document_.tokens[token].word)) return true;
  return false;
}

/// "the two visiting ministers".
bool Coreference::is_from_abroad(const Mention& mention) const {
  for (std::uint32_t token = mention.tokens.begin; token < mention.tokens.end; ++token)
    if (knowledge_.is_away_word(document_.tokens[token].word)) return true;
  return false;
}

/// The state of the dateline's place, where the article names it.
EntityId Coreference::state_here() const {
  for (const MentionId id : heads_in(document_.dateline)) {
    const Mention& mention = mentions_.items[id];
    if (mention.entity == no_entity || entities_[mention.entity].entry == no_entry) continue;
    const auto found = entity_of_entry_.find(knowledge_.lexicon().entry(entities_[mention.entity].entry).country);
    if (found != entity_of_entry_.end()) return found->second;
  }
  return no_entity;
}

/// Its head is the plural of a word, whatever it was read as.
bool Coreference::is_several(const Mention& mention) const {
  return document_.word(mention.head.end - 1).ends_with("s");
}

/// "Europe", "the Middle East": a place for which nobody acts.
bool Coreference::is_part_of_the_world(const ArticleEntity& entity) const {
  return entity.cls == mention_class::place && entity.entry != no_entry && knowledge_.lexicon().entry(entity.entry).is_part_of_the_world();
}

void Coreference::resolve_plural(Mention& mention) {
  if (mention.role == no_role && knowledge_.built_in(mention.cls) != mention_class::polity) return;  // "Russian allies" are not Russia
  const std::uint32_t head = mention.head.end - 1;
  const bool modified = head > mention.tokens.begin && knowledge_.is_private_word(annotation_.tokens[head - 1].lemma);
  if (modified) return;  // "Danish opposition leaders"
  const EntityId body = body_inside(mention);
  if (body == no_entity || entities_[body].cls == mention_class::person) return;
  if (entities_[body].cls != mention_class::polity && mention.role == no_role)
    return;                                                                   // "the Council ministers", but no "Council visitors"
  if (is_definite(mention) && is_part_of_the_world(entities_[body])) return;  // "the European ministers" are those named before
  give(mention, body);
}

/// The polity in the genitive right before the mention, or `no_entity`.
EntityId Coreference::genitive_owner(const Mention& mention) const {
  const std::uint32_t begin = mention.tokens.begin;
  if (begin < 2 || !document_.word(begin - 1).starts_with("'")) return no_entity;
  for (std::size_t i = antecedents_.size(), looked_at = 0; i-- > 0 && looked_at < most_candidates; ++looked_at) {
    const Antecedent& candidate = antecedents_[i];
    if (candidate.end == begin - 1 && entities_[candidate.entity].cls == mention_class::polity) return candidate.entity;
  }
  return no_entity;
}

/// Of the organisations whose name has the mention's head, the one spoken of last.
EntityId Coreference::organization_before(const Mention& mention) const {
  const auto found = organizations_with_head_.find(document_.tokens[mention.head.end - 1].word);
  if (found == organizations_with_head_.end()) return no_entity;
  const EntityId owner = genitive_owner(mention);
  EntityId last = no_entity;
  for (const EntityId id : found->second) {
    if (owner != no_entity && entities_[id].owner != no_entity && entities_[id].owner != owner) continue;  // "Norway's ministry"
    if (last == no_entity || last_antecedent_[id] > last_antecedent_[last]) last = id;
  }
  return last;
}

/// "NATO … the alliance": a state or organisation named in the few sentences before, of a type that is called so.
EntityId Coreference::body_called(const Mention& mention) const {
  if (!is_definite(mention)) return no_entity;
  const Symbol noun = document_.tokens[mention.head.end - 1].word;
  const std::uint32_t sentence = document_.sentence_of(mention.head.begin);
  for (std::size_t i = antecedents_.size(), looked_at = 0; i-- > 0 && looked_at < most_candidates; ++looked_at) {
    const Antecedent& candidate = antecedents_[i];
    if (candidate.sentence + farthest_sentence < sentence) break;
    const EntryId entry = entities_[candidate.entity].entry;
    if (entry != no_entry && knowledge_.is_called(knowledge_.lexicon().entry(entry), noun)) return candidate.entity;
  }
  return no_entity;
}

/// The subject of a verb of saying.
bool Coreference::is_speaking(const Mention& mention) const {
  const std::uint32_t sentence = document_.sentence_of(mention.head.begin);
  if (sentence >= document_.sentences.size()) return false;
  const std::int32_t group = annotation_.noun_group_of[mention.head.begin];
  const std::span<const VerbGroup> verbs = verb_groups_in(annotation_, document_.sentences[sentence].tokens);
  return group >= 0 && std::any_of(verbs.begin(), verbs.end(), [&](const VerbGroup& verb) {
           return verb.subject == group && knowledge_.is_speech_verb(annotation_.tokens[verb.head].lemma);
         });
}

/// "the president's office said": who holds the office that the seat is that of, or "the government said": the state that acted last.
EntityId Coreference::seat_of(const Mention& mention) const {
  if (mention.kind == no_kind || !is_subject(mention) || body_inside(mention) != no_entity) return no_entity;
  const OrganizationKind& kind = knowledge_.lexicon().kind(mention.kind);
  Mention holder = mention;
  holder.role = knowledge_.lexicon().find_role(kind.role);
  if (kind.type == "seat" && holder.role != no_role) return holder_of(holder, no_entity);
  if (kind.type != "government" || !is_definite(mention) || !is_speaking(mention)) return no_entity;
  const std::uint32_t sentence = document_.sentence_of(mention.head.begin);
  for (std::size_t i = antecedents_.size(), looked_at = 0; i-- > 0 && looked_at < most_candidates; ++looked_at) {
    const Antecedent& candidate = antecedents_[i];
    if (candidate.sentence + 1 < sentence) break;
    if (candidate.sentence < sentence && candidate.subject && entities_[candidate.entity].cls == mention_class::polity)
      return candidate.entity;
  }
  return no_entity;
}

/// "the Peruvian government … its talks": the state that a government without a node of its own is that of.
EntityId Coreference::state_of_government(const Mention& mention) const {
  if (mention.form != MentionForm::Nominal || mention.plural) return no_entity;
  const std::span<const MentionId> heads = heads_in(mention.tokens);
  const bool is_government = std::any_of(heads.begin(), heads.end(), [&](MentionId id) {
    const Mention& head = mentions_.items[id];
    return head.head.end == mention.head.end && head.kind != no_kind && knowledge_.lexicon().kind(head.kind).type == "government";
  });
  if (!is_government) return no_entity;
  const EntityId state = body_inside(mention);
  return state != no_entity && entities_[state].cls == mention_class::polity ? state : no_entity;
}

/// The head, or what it stands in apposition to, is the subject of a verb.
bool Coreference::is_subject(const Mention& mention) const {
  return has_group_in(subject_group_, mention);
}

bool Coreference::has_group_in(const std::vector<bool>& groups, const Mention& mention) const {
  for (const std::uint32_t token : {mention.head.begin, mention.tokens.begin}) {
    const std::int32_t group = annotation_.noun_group_of[token];
    if (group >= 0 && groups[static_cast<std::size_t>(group)]) return true;
  }
  return false;
}

/// "the diplomat noted": the one without a name who was called a diplomat in one of the two sentences before, or whom that one speaks for;
/// else who acted last there.
EntityId Coreference::described_before(const Mention& mention) const {
  constexpr std::uint32_t farthest = 2;  ///< sentences
  if (mention.role == no_role || !knowledge_.lexicon().role(mention.role).description || !is_subject(mention)) return no_entity;
  const std::uint32_t sentence = document_.sentence_of(mention.head.begin);
  const auto nameless = nameless_with_head_.find(document_.tokens[mention.head.end - 1].word);
  if (nameless != nameless_with_head_.end() && document_.sentence_of(nameless->second.token) + farthest >= sentence)
    return nameless->second.entity;
  for (std::size_t i = antecedents_.size(), looked_at = 0; i-- > 0 && looked_at < most_candidates; ++looked_at) {
    const Antecedent& candidate = antecedents_[i];
    if (candidate.sentence + farthest < sentence) break;
    if (candidate.sentence == sentence || !candidate.subject || entities_[candidate.entity].cls != mention_class::person) continue;
    if (candidate.quotation >= 0 && quotation_of_[mention.head.begin] < 0) continue;
    return candidate.entity;
  }
  return no_entity;
}

/// "N left. The foreign secretary said": an office of which the article names no holder, where who acted last, in one of the two sentences
/// before, has none that it names and is not known by another state than that of the office, while nobody else of that state is named since.
EntityId Coreference::untitled_before(const Mention& mention, EntityId body) const {
  constexpr std::uint32_t farthest = 2;  ///< sentences
  if (mention.role == no_role || knowledge_.lexicon().role(mention.role).description || !is_definite(mention)) return no_entity;
  if (!is_subject(mention) || quotation_of_[mention.head.begin] >= 0) return no_entity;
  const auto is_same = [&](const Office& office) { return office.role == mention.role || same_noun(mention, office); };
  if (std::any_of(offices_.begin(), offices_.end(), is_same)) return no_entity;
  const std::uint32_t sentence = document_.sentence_of(mention.head.begin);
  for (std::size_t i = antecedents_.size(), looked_at = 0; i-- > 0 && looked_at < most_candidates; ++looked_at) {
    const Antecedent& candidate = antecedents_[i];
    if (candidate.sentence + farthest < sentence) break;
    const bool is_person = entities_[candidate.entity].cls == mention_class::person;
    if (is_person && !candidate.subject && body != no_entity && serves(candidate.entity, body)) return no_entity;
    if (candidate.sentence == sentence || !candidate.subject || candidate.quotation >= 0 || !is_person) continue;
    if (body != no_entity && state_of(candidate.entity) != no_entity && state_of(candidate.entity) != body) return no_entity;
    return has_office_[candidate.entity] ? no_entity : candidate.entity;
  }
  return no_entity;
}

/// The person is known by the state, or holds an office of it.
bool Coreference::serves(EntityId person, EntityId state) const {
  return state_of(person) == state || std::any_of(offices_.begin(), offices_.end(), [&](const Office& office) {
           const auto is_holder = [person](const Office::Held& held) { return held.person == person; };
           return office.body == state && std::any_of(office.held.begin(), office.held.end(), is_holder);
         });
}

/// The office that a description has told of somebody.
void Coreference::note_holder(const Mention& mention, EntityId person, EntityId body) {
  const std::string label = lower_case(knowledge_.lexicon().role(mention.role).label);
  offices_.push_back({mention.role, body, label, {{person, mention.head.begin, held_count_++, !is_former(mention)}}});
  has_office_[person] = true;
}

void Coreference::resolve_nominal(Mention& mention) {
  const ClassId cls = knowledge_.built_in(mention.cls);
  if (!mention.plural && cls != mention_class::place) {  // "a team led by N … the team"
    const auto told = is_definite(mention) ? people_with_.find(document_.tokens[mention.head.end - 1].word) : people_with_.end();
    if (told != people_with_.end() && body_inside(mention) == no_entity) return give(mention, told->second);
  }
  if (cls == mention_class::organization) {  // "the Council"
    for (const EntityId organization : {organization_before(mention), body_called(mention), seat_of(mention)})
      if (organization != no_entity) return give(mention, organization);
    return;
  }
  if (const auto holder = holder_of_title_.find(mention.head.begin); holder != holder_of_title_.end() && !mention.plural)
    return give(mention, holder->second);
  if (mention.plural || cls == mention_class::polity) return resolve_plural(mention);
  const EntityId body = body_inside(mention);
  if (is_definite(mention) || body != no_entity) {
    const bool definite = is_definite(mention) || is_bare_subject(mention);
    EntityId person = definite ? holder_of(mention, body) : no_entity;
    if (person == no_entity) person = holder_below(mention, body);
    if (person == no_entity && definite && body != no_entity && entities_[body].cls == mention_class::polity && is_head_word(mention)) {
      person = only_holder(role_of(mention), true, body);
      if (person == no_entity) person = only_citizen(body, mention.tokens.begin);
    }
    if (person != no_entity) return give(mention, person);
    if (body == no_entity) {
      if (const EntityId described = described_before(mention); described != no_entity) return give(mention, described);
    }
    if (body == no_entity || entities_[body].cls == mention_class::polity)
      if (const EntityId untitled = untitled_before(mention, body); untitled != no_entity) {
        note_holder(mention, untitled, body);
        return give(mention, untitled);
      }
    const bool speaks = mention.role != no_role && !knowledge_.lexicon().role(mention.role).description;
    if (body != no_entity && speaks && entities_[body].cls != mention_class::person) give(mention, body);
  }
}

void Coreference::resolve_relative(Mention& mention) {
  constexpr std::uint32_t farthest_token = 10;  // "X, a diplomat in the Foreign Ministry, who"
  for (std::size_t i = antecedents_.size(); i-- > 0;) {
    const Antecedent& candidate = antecedents_[i];
    if (candidate.end > mention.head.begin) continue;
    if (mention.head.begin - candidate.end > farthest_token || candidate.sentence != document_.sentence_of(mention.head.begin)) return;
    if (entities_[candidate.entity].cls == mention_class::person) return give(mention, candidate.entity);
  }
}

bool Coreference::agrees(const Mention& mention, EntityId entity) const {
  const Gender gender = entities_[entity].gender;
  return gender == Gender::Unknown || mention.gender == Gender::Unknown || gender == mention.gender;
}

/// Whether the given name alone tells that `entity` is not meant, and the article has nobody else who might be: "Mumtaz … she".
bool Coreference::is_misjudged(const Mention& mention, EntityId entity) const {
  if (!entities_[entity].gender_guessed) return false;
  return std::none_of(entities_.begin(), entities_.end(), [&](const ArticleEntity& other) {
    return other.cls == mention_class::person && !other.mentions.empty() && other.gender == mention.gender;
  });
}

bool Coreference::fits(const Mention& mention, const Antecedent& candidate) const {
  if (entities_[candidate.entity].cls != mention_class::person) return false;
  const std::int32_t quotation = quotation_of_[mention.head.begin];
  if (quotation >= 0 && candidate.quotation < 0) return false;
  const std::uint32_t clause = annotation_.clause_of.empty() ? 0 : annotation_.clause_of[mention.head.begin];
  const std::int32_t group = annotation_.noun_group_of[mention.head.begin];
  const bool is_subject = group >= 0 && subject_group_[static_cast<std::size_t>(group)] && !object_group_[static_cast<std::size_t>(group)];
  const bool reflexive = document_.word(mention.head.begin).ends_with("self");
  const bool same_clause = document_.sentence_of(mention.head.begin) == candidate.sentence && clause == candidate.clause;
  const std::int32_t owned = annotation_.noun_group_of[candidate.end - 1];  // "A's tour took her"
  const bool owner = owned >= 0 && annotation_.noun_groups[static_cast<std::size_t>(owned)].head >= candidate.end;
  if (!same_clause || owner || is_subject || reflexive || mention.form != MentionForm::Pronoun) return true;
  const std::int32_t asked = asked_to(mention.head.begin);
  return asked >= 0 ? annotation_.noun_group_of[candidate.token] != asked : !candidate.subject;
}

/// "A asked B to meet him": who acts in the infinitive right before the pronoun, a noun group, if that is not who acts in the clause; or -1.
std::int32_t Coreference::asked_to(std::uint32_t pronoun) const {
  const std::int32_t group = pronoun > 0 ? annotation_.verb_group_of[pronoun - 1] : -1;
  if (group < 0) return -1;
  const VerbGroup& verb = annotation_.verb_groups[static_cast<std::size_t>(group)];
  if (!verb.infinitive || verb.governor < 0) return -1;
  const VerbGroup& governor = annotation_.verb_groups[static_cast<std::size_t>(verb.governor)];
  return verb.subject == governor.subject ? -1 : verb.subject;
}

/// "She will call on President A": the subject is nobody who is named behind it in its own clause.
bool Coreference::is_named_behind(const Mention& mention, EntityId entity) const {
  const std::uint32_t pronoun = mention.head.begin;
  const std::int32_t group = annotation_.noun_group_of[pronoun];
  if (mention.form != MentionForm::Pronoun || group < 0 || !subject_group_[static_cast<std::size_t>(group)]) return false;
  const std::uint32_t end = document_.sentences[document_.sentence_of(pronoun)].tokens.end;
  const std::span<const MentionId> behind = heads_in({mention.head.end, end});
  return std::any_of(behind.begin(), behind.end(), [&](MentionId id) {
    const Mention& other = mentions_.items[id];
    const std::int32_t noun = annotation_.noun_group_of[other.head.begin];
    const bool owns = noun >= 0 && annotation_.noun_groups[static_cast<std::size_t>(noun)].possessor.contains(other.head);
    return other.entity == entity && other.form == MentionForm::Proper && !other.inside && !owns &&
           annotation_.clause_of[other.head.begin] == annotation_.clause_of[pronoun];
  });
}

bool Coreference::is_in_main_clause(const Antecedent& candidate) const {
  if (candidate.clause >= annotation_.clauses.size()) return false;
  const ClauseKind kind = annotation_.clauses[candidate.clause].kind;
  return kind == ClauseKind::Main || kind == ClauseKind::Coordinate;
}

/// "After talks with Putin, he", "Standing next to Putin, he": who is governed by "with", or named in a participle's clause, is somebody
/// else than the one who acts.
bool Coreference::is_accompanying(const Antecedent& candidate) const {
  const bool clause_known = candidate.clause < annotation_.clauses.size();
  if (clause_known && annotation_.clauses[candidate.clause].kind == ClauseKind::Participial && !candidate.subject) return true;
  const std::int32_t group = annotation_.noun_group_of[candidate.token];
  const std::uint32_t begin = group >= 0 ? annotation_.noun_groups[static_cast<std::size_t>(group)].tokens.begin : candidate.token;
  return begin > 0 && document_.word(begin - 1) == "with";
}

double Coreference::score(const Antecedent& candidate, const Mention& mention) const {
  const std::uint32_t sentence = document_.sentence_of(mention.head.begin);
  double weight = 10.0 - 2.0 * (sentence - candidate.sentence);
  if (candidate.subject) weight += 1.8;
  if (candidate.subject && candidate.sentence < sentence && is_in_main_clause(candidate)) weight += 0.3;
  const auto paragraph = [this](std::uint32_t s) { return s < document_.sentences.size() ? document_.sentences[s].paragraph : 0; };
  if (paragraph(sentence) != paragraph(candidate.sentence)) weight -= 0.5;
  if (candidate.quotation != quotation_of_[mention.head.begin]) weight -= 3.0;
  if (entities_[candidate.entity].gender != mention.gender) weight -= 0.7;  // unknown
  if (candidate.sentence == sentence && is_accompanying(candidate)) weight -= 2.0;
  return weight;
}

/// Who said something, or did something, says more sooner than who was only named; and who is told to have said it all soonest: "P said
/// that it rained, N told reporters".
double Coreference::weight_as_speaker(const Antecedent& candidate) const {
  if (!candidate.active) return 0.0;
  const std::int32_t group = annotation_.noun_group_of[candidate.token];
  const std::uint32_t begin = group < 0 ? candidate.token : annotation_.noun_groups[static_cast<std::size_t>(group)].tokens.begin;
  const TokenSpan sentence = document_.sentences[candidate.sentence].tokens;
  return main_clause_before(document_, annotation_, sentence, begin).empty() ? 3.0 : 4.0;
}

/// The title right behind "its", or none.
const Mention* Coreference::title_behind(const Mention& mention) const {
  constexpr std::uint32_t farthest = 4;  // "its new special envoy"
  if (mention.form != MentionForm::Possessive) return nullptr;
  const std::int32_t group = annotation_.noun_group_of[mention.head.begin];
  for (const MentionId id : heads_in({mention.head.end, mention.head.end + farthest})) {
    const Mention& title = mentions_.items[id];
    if (title.cls == mention_class::title && annotation_.noun_group_of[title.head.begin] == group) return &title;
  }
  return nullptr;
}

/// "its ambassador to Norway": an office of a state, or one that stands for a state somewhere.
bool Coreference::is_of_state(const Mention& title) const {
  if (title.role == no_role) return false;
  const Role& role = knowledge_.lexicon().role(title.role);
  if (role.body_class == "polity") return true;
  const std::uint32_t end = title.tokens.end;
  if (role.body_class != "any" || end + 1 >= document_.tokens.size()) return false;
  if (document_.word(end) != "to" && document_.word(end) != "in") return false;
  const std::span<const MentionId> places = heads_in({end + 1, end + 3});  // "to the Netherlands"
  return std::any_of(places.begin(), places.end(), [this](MentionId id) { return mentions_.items[id].cls == mention_class::polity; });
}

/// The state that a name stands for: its own, or that of the capital; else `no_entity`.
EntityId Coreference::state_named(EntityId id) const {
  const ArticleEntity& entity = entities_[id];
  if (entity.cls == mention_class::polity) return id;
  const EntryId state = entity.entry == no_entry ? no_entry : knowledge_.lexicon().entry(entity.entry).speaks_for;
  if (entity.cls != mention_class::place || state == no_entry) return no_entity;
  const auto known = entity_of_entry_.find(state);
  return known == entity_of_entry_.end() ? id : known->second;
}

/// The state or organisation that acted last, in the sentence or the one before. "its foreign minister" asks for a state; and "its
/// chairman", where none acted, for whatever is named last before it in its sentence.
void Coreference::resolve_neuter(Mention& mention) {
  const std::uint32_t sentence = document_.sentence_of(mention.head.begin);
  const Mention* title = title_behind(mention);
  const RoleId role = title == nullptr ? no_role : title->role;
  const bool of_state = title != nullptr && is_of_state(*title);
  const bool of_organization = role != no_role && knowledge_.lexicon().role(role).body_class == "organization";
  EntityId named = no_entity;
  for (std::size_t i = antecedents_.size(); i-- > 0;) {
    const Antecedent& candidate = antecedents_[i];
    if (candidate.sentence + 1 < sentence) break;
    const EntityId meant = of_state ? state_named(candidate.entity) : candidate.entity;
    if (meant == no_entity) continue;
    const ClassId cls = entities_[meant].cls;
    if (!of_state && cls != mention_class::polity && cls != mention_class::organization) continue;
    if (of_organization && cls != mention_class::organization) continue;
    if (candidate.quotation >= 0 && quotation_of_[mention.head.begin] < 0) continue;
    const bool beside = candidate.end + 1 == mention.head.begin && document_.word(candidate.end) == "and";  // "Kenya and its president"
    if (candidate.subject || beside) return give(mention, meant);
    if (role != no_role && named == no_entity && (candidate.sentence == sentence || of_state)) named = meant;
  }
  if (named != no_entity) give(mention, named);
}

/// "The port is open, he said": the subject of an attribution, who is nobody named in what is reported (principle C of the binding
/// theory, Chomsky, 1981), but somebody named not far before.
bool Coreference::is_attributed_to(const Mention& mention) const {
  const std::uint32_t pronoun = mention.head.begin;
  const std::int32_t group = annotation_.noun_group_of[pronoun];
  if (mention.form != MentionForm::Pronoun || group < 0 || !subject_group_[static_cast<std::size_t>(group)]) return false;
  const TokenSpan sentence = document_.sentences[document_.sentence_of(pronoun)].tokens;
  return !main_clause_before(document_, annotation_, sentence, pronoun).empty();
}

/// "“… N. N …,” he said": the quotation that ends right before who said it; or -1.
std::int32_t Coreference::quotation_before(const Mention& mention) const {
  const std::uint32_t pronoun = mention.head.begin;
  const std::int32_t group = annotation_.noun_group_of[pronoun];
  if (mention.form != MentionForm::Pronoun || quotation_of_[pronoun] >= 0) return -1;
  if (group < 0 || !subject_group_[static_cast<std::size_t>(group)]) return -1;
  std::uint32_t end = pronoun;
  const auto is_mark = [this](std::uint32_t token) {
    const Shape shape = document_.tokens[token].shape;
    return shape == Shape::Quote || shape == Shape::Punctuation;
  };
  while (end > 0 && is_mark(end - 1)) --end;
  if (end == 0 || end == pronoun) return -1;
  return quotation_of_[end - 1];
}

/// "On the eve of his visit to Lima, N said": what is told anew in a phrase before the sentence's subject is the subject's, if that is a
/// name; but "During his visit, N said" goes back to a visit told before.
EntityId Coreference::owner_behind(const Mention& mention) const {
  const std::uint32_t begin = mention.head.begin;
  const std::int32_t own = annotation_.noun_group_of[begin];
  const std::uint32_t sentence = document_.sentence_of(begin);
  if (mention.form != MentionForm::Possessive || own < 0 || sentence >= document_.sentences.size()) return no_entity;
  const TokenSpan tokens = document_.sentences[sentence].tokens;
  const std::uint32_t behind = annotation_.noun_groups[static_cast<std::size_t>(own)].tokens.end;
  std::uint32_t first = tokens.begin;  // "Furthermore, during his visit to Lima, N said"
  if (annotation_.tokens[first].pos == Pos::Adverb || annotation_.tokens[first].pos == Pos::Conjunction) ++first;
  if (first < tokens.end && document_.word(first) == ",") ++first;
  if (behind >= tokens.end || annotation_.tokens[first].pos != Pos::Adposition) return no_entity;
  if (annotation_.tokens[behind].pos != Pos::Adposition) return no_entity;
  for (const VerbGroup& verb : verb_groups_in(annotation_, tokens)) {
    if (verb.tense == Tense::None) continue;
    const std::int32_t subject = verb.tokens.begin < begin ? -1 : verb.subject;
    if (subject < 0 || annotation_.clauses[verb.clause].kind != ClauseKind::Main) return no_entity;
    const TokenSpan group = annotation_.noun_groups[static_cast<std::size_t>(subject)].tokens;
    if (group.begin <= behind || document_.word(group.begin - 1) != "," || quotation_of_[group.begin] != quotation_of_[begin])
      return no_entity;
    for (const MentionId id : heads_in(group)) {
      const Mention& name = mentions_.items[id];
      if (name.form != MentionForm::Proper || name.entity == no_entity || entities_[name.entity].cls != mention_class::person) continue;
      const Gender gender = entities_[name.entity].gender;
      return gender == Gender::Unknown || gender == mention.gender ? name.entity : no_entity;
    }
    return no_entity;
  }
  return no_entity;
}

void Coreference::resolve_pronoun(Mention& mention) {
  if (mention.plural) return;
  if (mention.gender == Gender::Neuter) return resolve_neuter(mention);
  if (mention.gender == Gender::Unknown) return resolve_relative(mention);
  if (const EntityId owner = owner_behind(mention); owner != no_entity) return give(mention, owner);
  const std::uint32_t sentence = document_.sentence_of(mention.head.begin);
  const std::int32_t said = quotation_before(mention);
  const bool attributed = said >= 0 || is_attributed_to(mention);
  std::int32_t first_said = said;  // of quotations that go on from paragraph to paragraph
  const auto quotation = [this](std::int32_t q) { return document_.quotations[static_cast<std::size_t>(q)]; };
  while (first_said >= 0 && quotation(first_said).continues >= 0) first_said = quotation(first_said).continues;
  const std::uint32_t begin = said < 0 ? sentence : document_.sentence_of(quotation(first_said).inner.begin);
  std::vector<EntityId> named_here;  // in what is attributed
  const Antecedent* best = nullptr;
  const Antecedent* other_gender = nullptr;  // the nearest who acts and would fit but for that
  double best_score = 0.0;
  bool doubtful = false;
  std::size_t looked_at = 0;
  for (std::size_t i = antecedents_.size(); i-- > 0 && looked_at < most_candidates; ++looked_at) {
    const Antecedent& candidate = antecedents_[i];
    if (candidate.sentence + (attributed && said < 0 ? farthest_reported : farthest_sentence) < begin) break;
    if (attributed && candidate.speaks && candidate.quotation < 0 && candidate.sentence < begin && best == nullptr)
      return give(mention, candidate.entity);
    const bool quoted = said >= 0 && candidate.quotation >= first_said && candidate.quotation <= said;
    const bool is_name = annotation_.tokens[candidate.token].pos == Pos::ProperNoun;
    if ((quoted && is_name) || (attributed && candidate.sentence == sentence)) named_here.push_back(candidate.entity);
    if (quoted) continue;  // whoever speaks is "I" there
    if (!fits(mention, candidate) || is_named_behind(mention, candidate.entity)) continue;
    if (!agrees(mention, candidate.entity)) {
      if (other_gender == nullptr && candidate.active) other_gender = &candidate;
      continue;
    }
    if (std::find(named_here.begin(), named_here.end(), candidate.entity) != named_here.end()) {
      doubtful = doubtful || candidate.sentence < begin;  // it may be this one after all
      continue;
    }
    if (doubtful && (!candidate.active || candidate.sentence + 1 < begin)) continue;
    double found = score(candidate, mention) - 0.05 * static_cast<double>(looked_at);
    if (attributed) found += weight_as_speaker(candidate);
    if (!attributed && candidate.aide && candidate.sentence < sentence && !has_group_in(active_group_, mention))
      found -= 2.5;  // "…, her spokesman N said. She will fly to Oslo"
    if (found <= best_score) continue;
    best = &candidate;
    best_score = found;
  }
  if (best == nullptr && other_gender != nullptr && is_misjudged(mention, other_gender->entity)) {
    best = other_gender;
    entities_[best->entity].gender = mention.gender;
  }
  if (best != nullptr) give(mention, best->entity);
}

}  // namespace chancery
