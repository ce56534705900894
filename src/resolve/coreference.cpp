// Pronouns by recency with agreement and subject preference (the surface part of Lappin and Leass, 1994): antecedents are
// weighed by distance in sentences, by grammatical role, and never looked for more than three sentences back. Role nouns by the
// offices that the article gave to somebody. What does not agree with exactly what is there stays open.
#include "resolve/coreference.hpp"

#include <algorithm>
#include <cctype>
#include <string>

#include "resolve/office_body.hpp"

namespace chancery {

namespace {

constexpr std::uint32_t farthest_sentence = 3;
constexpr std::size_t most_candidates = 24;
constexpr std::uint16_t form_of_address = 2;  // the highest rank of one

}  // namespace

Coreference::Coreference(const ResolverKnowledge& knowledge, const Document& document, const Annotation& annotation, Mentions& mentions,
                         std::vector<ArticleEntity>& entities)
    : knowledge_(knowledge), document_(document), annotation_(annotation), mentions_(mentions), entities_(entities) {
  subject_group_.assign(annotation.noun_groups.size(), false);
  for (const VerbGroup& verb : annotation.verb_groups)
    if (verb.subject >= 0) subject_group_[static_cast<std::size_t>(verb.subject)] = true;
  quotation_of_.assign(document.tokens.size(), -1);
  for (std::size_t q = 0; q < document.quotations.size(); ++q) {
    const TokenSpan inner = document.quotations[q].inner;
    if (inner.size() < 3) continue;
    for (std::uint32_t i = inner.begin; i < inner.end; ++i) quotation_of_[i] = static_cast<std::int32_t>(q);
  }
}

void Coreference::run() {
  for (MentionId id = 0; id < mentions_.items.size(); ++id)
    if (!mentions_.items[id].tokens.empty()) order_.push_back(id);
  std::stable_sort(order_.begin(), order_.end(),
                   [this](MentionId a, MentionId b) { return mentions_.items[a].head.begin < mentions_.items[b].head.begin; });
  learn_offices();
  for (MentionId id : order_) {
    Mention& mention = mentions_.items[id];
    if (mention.form == MentionForm::Nominal && !mention.inside && mention.entity == no_entity) resolve_nominal(mention);
    if (mention.form == MentionForm::Pronoun || mention.form == MentionForm::Possessive) resolve_pronoun(mention);
    if (mention.entity == no_entity) continue;
    if (mention.form != MentionForm::Proper && mention.form != MentionForm::Adjective) entities_[mention.entity].mentions.push_back(id);
    add_antecedent(mention);
  }
  for (ArticleEntity& entity : entities_) {
    std::stable_sort(entity.mentions.begin(), entity.mentions.end(),
                     [this](MentionId a, MentionId b) { return mentions_.items[a].tokens.begin < mentions_.items[b].tokens.begin; });
  }
}

void Coreference::learn_offices() {
  for (MentionId id : order_) {
    const Mention& mention = mentions_.items[id];
    if (mention.entity == no_entity || entities_[mention.entity].cls != mention_class::person) continue;
    for (const StatedOffice& office : stated_offices(knowledge_, mentions_, mention)) {
      if (office.role == no_role) continue;
      const Role& role = knowledge_.lexicon().role(office.role);
      if (!role.honorific || role.rank > form_of_address)  // "the general", but not "the Sir"
        offices_.push_back({mention.entity, office.role, office.body, mention.head.begin});
    }
  }
}

void Coreference::add_antecedent(const Mention& mention) {
  if (mention.inside && mention.form != MentionForm::Proper) return;
  Antecedent found;
  found.token = mention.head.begin;
  found.end = mention.tokens.end;
  found.sentence = document_.sentence_of(mention.head.begin);
  found.quotation = quotation_of_[mention.head.begin];
  found.clause = annotation_.clause_of.empty() ? 0 : annotation_.clause_of[mention.head.begin];
  found.entity = mention.entity;
  const std::int32_t group = annotation_.noun_group_of[mention.head.begin];
  found.subject = !mention.inside && mention.form != MentionForm::Possessive && mention.form != MentionForm::Adjective && group >= 0 &&
                  subject_group_[static_cast<std::size_t>(group)];
  antecedents_.push_back(found);
}

void Coreference::give(Mention& mention, EntityId entity) {
  mention.entity = entity;
  mention.cls = entities_[entity].cls;
  if (entities_[entity].gender == Gender::Unknown && entities_[entity].cls == mention_class::person)
    entities_[entity].gender = mention.gender;
  else if (mention.gender == Gender::Unknown)
    mention.gender = entities_[entity].gender;
}

bool Coreference::is_definite(const Mention& mention) const {
  const std::int32_t group = annotation_.noun_group_of[mention.head.end - 1];
  return group >= 0 && annotation_.noun_groups[static_cast<std::size_t>(group)].definite;
}

EntityId Coreference::body_inside(const Mention& mention) const {
  for (std::size_t i = 0; i < antecedents_.size() && i < most_candidates; ++i) {
    const Antecedent& candidate = antecedents_[antecedents_.size() - 1 - i];
    if (candidate.token < mention.tokens.begin) break;
    const ClassId cls = entities_[candidate.entity].cls;
    if (candidate.token < mention.head.begin && cls != mention_class::person) return candidate.entity;
  }
  for (MentionId id : order_) {  // adjectives are no antecedents
    const Mention& other = mentions_.items[id];
    if (other.head.begin >= mention.head.begin) break;
    if (other.head.begin >= mention.tokens.begin && other.entity != no_entity && entities_[other.entity].cls != mention_class::person)
      return other.entity;
  }
  return no_entity;
}

/// "the envoy" goes back to a "Special Envoy".
bool Coreference::same_noun(const Mention& mention, RoleId role) const {
  std::string label = knowledge_.lexicon().role(role).label;
  std::transform(label.begin(), label.end(), label.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const std::string_view noun = document_.word(mention.head.end - 1);
  return noun.size() >= 4 && label.ends_with(noun);
}

EntityId Coreference::holder_of(const Mention& mention, EntityId body) const {
  const Held* best = nullptr;
  int best_score = 0;
  const std::int32_t before = mention.role == no_role ? -1 : static_cast<std::int32_t>(mention.role);
  for (const Held& held : offices_) {
    const bool same_role = before >= 0 && held.role == mention.role;
    const bool same_word = same_noun(mention, held.role);
    const bool same_body = body != no_entity && held.body == body;
    if (body != no_entity && held.body != no_entity && !same_body) continue;
    if (!same_role && !same_word && !same_body) continue;
    int score = same_role ? 40 : same_word ? 25 : 0;
    if (same_body) score += 20;
    if (!same_role && !same_word) {  // "the Russian leader": the first of that state
      const std::uint16_t rank = knowledge_.lexicon().role(held.role).rank;
      score += std::min<int>(rank, 9);
    }
    if (held.token < mention.head.begin) score += 10;
    if (score > best_score || (score == best_score && best != nullptr && held.token < mention.head.begin && held.token > best->token)) {
      best = &held;
      best_score = score;
    }
  }
  return best != nullptr && best->token < mention.head.begin ? best->person : no_entity;
}

void Coreference::resolve_plural(Mention& mention) {
  if (mention.role == no_role && knowledge_.built_in(mention.cls) != mention_class::polity) return;  // "Russian allies" are not Russia
  const EntityId body = body_inside(mention);
  if (body == no_entity || entities_[body].cls == mention_class::person) return;
  if (entities_[body].cls != mention_class::polity && mention.role == no_role)
    return;  // "the Council ministers", but no "Council visitors"
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

/// The last word of the name, or the last before its "of": "Council" of "Council of Europe" and of "National Council".
bool Coreference::has_head(TokenSpan name, Symbol head) const {
  if (document_.tokens[name.end - 1].word == head) return true;
  for (std::uint32_t token = name.begin + 1; token < name.end; ++token)
    if (document_.tokens[token].shape == Shape::Lower) return document_.tokens[token - 1].word == head;
  return false;
}

void Coreference::resolve_nominal(Mention& mention) {
  const ClassId cls = knowledge_.built_in(mention.cls);
  if (cls == mention_class::organization) {  // "the Council"
    const Symbol head = document_.tokens[mention.head.end - 1].word;
    const EntityId owner = genitive_owner(mention);
    for (std::size_t i = antecedents_.size(); i-- > 0;) {
      const ArticleEntity& entity = entities_[antecedents_[i].entity];
      if (owner != no_entity && entity.owner != no_entity && entity.owner != owner) continue;  // "Norway's ministry"
      if (entity.cls == mention_class::organization && !entity.mentions.empty() && has_head(mentions_.items[entity.mentions[0]].head, head))
        return give(mention, antecedents_[i].entity);
    }
    return;
  }
  if (mention.plural || cls == mention_class::polity) return resolve_plural(mention);
  const EntityId body = body_inside(mention);
  if (is_definite(mention) || body != no_entity) {
    const EntityId person = is_definite(mention) ? holder_of(mention, body) : no_entity;
    if (person != no_entity) return give(mention, person);
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

bool Coreference::fits(const Mention& mention, const Antecedent& candidate) const {
  const ArticleEntity& entity = entities_[candidate.entity];
  if (entity.cls != mention_class::person) return false;
  if (entity.gender != Gender::Unknown && mention.gender != Gender::Unknown && entity.gender != mention.gender) return false;
  const std::int32_t quotation = quotation_of_[mention.head.begin];
  if (quotation >= 0 && candidate.quotation < 0) return false;
  const std::uint32_t clause = annotation_.clause_of.empty() ? 0 : annotation_.clause_of[mention.head.begin];
  const std::int32_t group = annotation_.noun_group_of[mention.head.begin];
  const bool is_subject = group >= 0 && subject_group_[static_cast<std::size_t>(group)];
  const bool reflexive = document_.word(mention.head.begin).ends_with("self");
  const bool same_clause = document_.sentence_of(mention.head.begin) == candidate.sentence && clause == candidate.clause;
  return !(same_clause && candidate.subject && !is_subject && mention.form == MentionForm::Pronoun && !reflexive);
}

double Coreference::score(const Antecedent& candidate, const Mention& mention) const {
  const std::uint32_t sentence = document_.sentence_of(mention.head.begin);
  double weight = 10.0 - 2.0 * (sentence - candidate.sentence);
  if (candidate.subject) weight += 1.8;
  const auto paragraph = [this](std::uint32_t s) { return s < document_.sentences.size() ? document_.sentences[s].paragraph : 0; };
  if (paragraph(sentence) != paragraph(candidate.sentence)) weight -= 0.5;
  if (candidate.quotation != quotation_of_[mention.head.begin]) weight -= 3.0;
  if (entities_[candidate.entity].gender != mention.gender) weight -= 0.7;  // unknown
  return weight;
}

void Coreference::resolve_neuter(Mention& mention) {
  const std::uint32_t sentence = document_.sentence_of(mention.head.begin);
  for (std::size_t i = antecedents_.size(); i-- > 0;) {
    const Antecedent& candidate = antecedents_[i];
    if (candidate.sentence + 1 < sentence) return;
    const ClassId cls = entities_[candidate.entity].cls;
    if (!candidate.subject || (cls != mention_class::polity && cls != mention_class::organization)) continue;
    if (candidate.quotation >= 0 && quotation_of_[mention.head.begin] < 0) continue;
    return give(mention, candidate.entity);
  }
}

void Coreference::resolve_pronoun(Mention& mention) {
  if (mention.plural) return;
  if (mention.gender == Gender::Neuter) return resolve_neuter(mention);
  if (mention.gender == Gender::Unknown) return resolve_relative(mention);
  const std::uint32_t sentence = document_.sentence_of(mention.head.begin);
  const Antecedent* best = nullptr;
  double best_score = 0.0;
  std::size_t looked_at = 0;
  for (std::size_t i = antecedents_.size(); i-- > 0 && looked_at < most_candidates; ++looked_at) {
    const Antecedent& candidate = antecedents_[i];
    if (candidate.sentence + farthest_sentence < sentence) break;
    if (!fits(mention, candidate)) continue;
    const double found = score(candidate, mention) - 0.05 * static_cast<double>(looked_at);
    if (found <= best_score) continue;
    best = &candidate;
    best_score = found;
  }
  if (best != nullptr) give(mention, best->entity);
}

}  // namespace chancery
