#include "resolve/office_body.hpp"

#include <algorithm>
#include <cstdlib>

#include "annotate/stretch.hpp"
#include "resolve/knowledge.hpp"

namespace chancery {

OfficeBodies::OfficeBodies(const ResolverKnowledge& knowledge, const Document& document, const Annotation& annotation,
                           const Mentions& mentions, const std::vector<ArticleEntity>& entities)
    : knowledge_(knowledge),
      document_(document),
      annotation_(annotation),
      mentions_(mentions),
      entities_(entities),
      dealings_(knowledge, document, annotation, mentions, entities) {
  for (EntityId id = 0; id < entities.size(); ++id)
    if (entities[id].entry != no_entry) entity_of_entry_.emplace(entities[id].entry, id);
  here_ = state_of_dateline();
  index_offices();
  index_states();
  index_rows();
  index_nameless();
  index_first_told();
}

void OfficeBodies::index_offices() {
  for (EntityId id = 0; id < entities_.size(); ++id) {
    for (const MentionId mention : entities_[id].mentions) {
      for (const StatedOffice& office : whole_offices(mentions_.items[mention])) {
        body_of_office_.emplace(key(id, office.role), office.body);
        if (entities_[office.body].cls == mention_class::polity) state_of_person_.emplace(id, office.body);
      }
    }
  }
  for (const Mention& mention : mentions_.items) {
    if (mention.entity == no_entity) continue;
    for (const StatedOffice& office : whole_offices(mention)) {
      Holders& holders = holders_[key(office.role, office.body)];
      if (holders.first == no_entity) holders.first = mention.entity;
      holders.several = holders.several || holders.first != mention.entity;
    }
  }
}

/// The offices stated together with their bodies.
std::vector<StatedOffice> OfficeBodies::whole_offices(const Mention& mention) const {
  if (mention.features.size() < 2) return {};
  std::vector<StatedOffice> offices = stated_offices(knowledge_, mentions_, mention);
  std::erase_if(offices, [](const StatedOffice& office) { return office.role == no_role || office.body == no_entity; });
  return offices;
}

void OfficeBodies::note_state(EntityId state) {
  ++state_signs_;
  if (times_named_[state]++ == 0) by_times_named_.push_back(state);
}

void OfficeBodies::index_states() {
  times_named_.assign(entities_.size(), 0);
  named_freely_.assign(entities_.size(), false);
  for (MentionId id = 0; id < mentions_.items.size(); ++id) {
    const Mention& mention = mentions_.items[id];
    if (mention.tokens.empty() || mention.entity == no_entity) continue;
    const bool named = mention.form == MentionForm::Proper || mention.form == MentionForm::Adjective;
    const ArticleEntity& entity = entities_[mention.entity];
    if (entity.cls == mention_class::organization || entity.cls == mention_class::polity)
      body_with_head_.try_emplace(mention.head.end - 1, mention.entity);
    if (!named) continue;
    if (entity.cls == mention_class::place) {
      places_.push_back(id);
      const EntityId state = entity.entry == no_entry ? no_entity : entity_of(knowledge_.lexicon().entry(entity.entry).country);
      if (state != no_entity) named_freely_[state] = true;
      if (state != no_entity && here_ == no_entity) note_state(state);  // far from home the capitals of others are named
    }
    const bool of_no_state = entity.entry != no_entry && knowledge_.lexicon().entry(entity.entry).country == no_entry;
    if (entity.cls == mention_class::organization && of_no_state) organizations_.push_back(id);
    if (entity.cls != mention_class::polity || document_.dateline.contains(mention.tokens)) continue;
    states_.push_back(id);
    note_state(mention.entity);
    if (!is_other_party(mention.tokens)) named_freely_[mention.entity] = true;
  }
  for (const MentionId id : organizations_) {
    const EntityId entity = mentions_.items[id].entity;
    if (++times_named_[entity] > (main_organization_ == no_entity ? 0 : times_named_[main_organization_])) main_organization_ = entity;
  }
  const auto before = [this](MentionId a, MentionId b) { return mentions_.items[a].tokens.begin < mentions_.items[b].tokens.begin; };
  for (std::vector<MentionId>* names : {&states_, &places_, &organizations_}) std::sort(names->begin(), names->end(), before);
  std::sort(by_times_named_.begin(), by_times_named_.end(),
            [this](EntityId a, EntityId b) { return times_named_[a] != times_named_[b] ? times_named_[a] > times_named_[b] : a < b; });
}

/// "the Danish foreign minister A, defence minister B and spokesman C": what a state or an organisation of no state says of the first.
void OfficeBodies::index_rows() {
  std::vector<MentionId> people;
  for (MentionId id = 0; id < mentions_.items.size(); ++id) {
    const Mention& mention = mentions_.items[id];
    if (mention.tokens.empty() || mention.entity == no_entity || entities_[mention.entity].cls != mention_class::person) continue;
    people_.push_back(id);
    if (!mention.features.empty()) people.push_back(id);
  }
  const auto before = [this](MentionId a, MentionId b) { return mentions_.items[a].tokens.begin < mentions_.items[b].tokens.begin; };
  std::sort(people.begin(), people.end(), before);
  std::sort(people_.begin(), people_.end(), before);
  for (const MentionId id : people) {
    const Mention& holder = mentions_.items[id];
    for (StatedOffice& office : stated_offices(knowledge_, mentions_, holder)) {
      if (office.role == no_role) continue;
      if (office.body == no_entity) office.body = body_of_row(holder, mentions_.items[office.title]);
      const bool of_state = knowledge_.lexicon().role(office.role).body_class == "polity";
      if (office.body == no_entity && of_state) office.body = state_of(holder.entity);
      if (office.body == no_entity && of_state) office.body = state_led(holder, mentions_.items[office.title]);
      if (office.body == no_entity) continue;
      const ArticleEntity& body = entities_[office.body];
      const bool of_no_state = body.entry != no_entry && knowledge_.lexicon().entry(body.entry).country == no_entry;
      const bool may_have_more = body.cls == mention_class::polity || (body.cls == mention_class::organization && of_no_state);
      if (may_have_more && holder.tokens.end == holder.head.end) row_ending_at_.try_emplace(holder.tokens.end, office);
    }
  }
}

/// Two offices that one body may have side by side: not twice the same, no two heads of states, and no counterparts under other names.
bool OfficeBodies::may_share(const Role& role, RoleId other) const {
  constexpr int head = 95, alike = 10;
  const Role& first = knowledge_.lexicon().role(other);
  if (first.key == role.key && role.single_holder) return false;
  if (first.rank >= head && role.rank >= head) return false;
  return first.default_body == no_entry || std::abs(int{first.rank} - int{role.rank}) >= alike;
}

/// The body of the one named before in a row, or `no_entity`.
EntityId OfficeBodies::body_of_row(const Mention& holder, const Mention& title) const {
  constexpr std::uint32_t longest_joiner = 2;                    // ", and"
  if (title.tokens.begin > holder.head.begin) return no_entity;  // "A, the chancellor's adviser"
  std::uint32_t at = std::min(holder.tokens.begin, title.tokens.begin);
  for (std::uint32_t skipped = 0; skipped < longest_joiner && at > 0; ++skipped) {
    const std::string_view word = document_.word(at - 1);
    if (word != "and" && word != ",") break;
    --at;
    const auto before = row_ending_at_.find(at);
    if (before == row_ending_at_.end()) continue;
    const Role& role = knowledge_.lexicon().role(title.role);
    if (role.honorific || role.description || !may_share(role, before->second.role)) return no_entity;
    const ArticleEntity& person = entities_[holder.entity];
    const EntryId state = person.entry == no_entry ? no_entry : knowledge_.lexicon().entry(person.entry).country;
    return state == no_entry || state == entities_[before->second.body].entry ? before->second.body : no_entity;
  }
  return no_entity;
}

/// Where a person has an office for the first time: a paper names the state of those from abroad, and leaves its own out.
void OfficeBodies::index_first_told() {
  std::vector<bool> told(entities_.size(), false);
  for (const MentionId id : people_) {
    const Mention& holder = mentions_.items[id];
    if (told[holder.entity]) continue;
    for (const StatedOffice& office : stated_offices(knowledge_, mentions_, holder)) {
      if (office.role == no_role || knowledge_.lexicon().role(office.role).honorific) continue;
      told[holder.entity] = true;
      if (office.body != no_entity) {
        if (entities_[office.body].cls == mention_class::polity) --home_signs_[office.body];
      } else if (const EntityId state = state_of(holder.entity); state != no_entity) {
        ++home_signs_[state];
      }
      break;
    }
  }
  has_home_ = std::any_of(home_signs_.begin(), home_signs_.end(), [](const auto& each) { return each.second > 0; });
}

/// "Denmark's foreign minister", "a Pentagon spokesman": titles right behind the name of a state or an organisation.
void OfficeBodies::index_nameless() {
  std::vector<bool> has_name(mentions_.items.size(), false);
  std::unordered_map<std::uint32_t, EntityId> body_ending_at, body_beginning_at;
  for (const Mention& mention : mentions_.items) {
    for (const Feature& feature : mention.features)
      if (feature.mention != no_mention && feature.name == knowledge_.title_feature) has_name[feature.mention] = true;
    const bool named = mention.form == MentionForm::Proper || mention.form == MentionForm::Adjective;
    if (mention.tokens.empty() || mention.entity == no_entity || !named) continue;
    const ClassId cls = entities_[mention.entity].cls;
    if (cls == mention_class::polity || cls == mention_class::organization) body_ending_at[mention.tokens.end] = mention.entity;
    if (cls != mention_class::place && !mention.inside) body_beginning_at[mention.tokens.begin] = mention.entity;
  }
  for (MentionId id = 0; id < mentions_.items.size(); ++id) {
    const Mention& title = mentions_.items[id];
    if (title.tokens.empty() || title.role == no_role || has_name[id] || title.form != MentionForm::Value) continue;
    const Role& role = knowledge_.lexicon().role(title.role);
    if (title.plural && (role.body_class != "organization" || role.description)) continue;  // "the EU commissioners"
    std::uint32_t end = title.tokens.begin;
    if (end > 0 && (document_.word(end - 1) == "'s" || document_.word(end - 1) == "'")) --end;
    const auto body = body_ending_at.find(end);
    if (body != body_ending_at.end()) {
      const bool of_people = title.plural && entities_[body->second].cls != mention_class::organization;  // "British directors"
      if (!of_people) nameless_[title.role].push_back({title.tokens.begin, body->second});
      continue;
    }
    std::uint32_t at = title.tokens.end;  // "a spokesman for the premier, NAME, said"
    if (at + 1 >= document_.tokens.size() || annotation_.tokens[at].pos != Pos::Adposition) continue;
    at += annotation_.tokens[at + 1].pos == Pos::Determiner ? 2 : 1;
    const auto behind = body_beginning_at.find(at);
    if (behind != body_beginning_at.end()) nameless_[title.role].push_back({title.tokens.begin, behind->second});
  }
  for (auto& [role, offices] : nameless_)
    std::sort(offices.begin(), offices.end(), [](const NamelessOffice& a, const NamelessOffice& b) { return a.token < b.token; });
}

/// The body of the same office without a name, at most two sentences before, or, if there is but one such body, anywhere.
EntityId OfficeBodies::body_of_nameless(EntityId person, const Mention& title) const {
  constexpr std::uint32_t farthest = 2;
  const auto found = nameless_.find(title.role);
  if (found == nameless_.end()) return no_entity;
  const std::uint32_t sentence = document_.sentence_of(title.tokens.begin);
  EntityId near = no_entity, only = no_entity;
  bool several = false;
  for (const NamelessOffice& office : found->second) {
    if (is_taken(person, title.role, office.body) || is_partner(person, office.body)) continue;
    several = several || (only != no_entity && only != office.body);
    only = office.body;
    if (office.token < title.tokens.begin && document_.sentence_of(office.token) + farthest >= sentence) near = office.body;
  }
  return near != no_entity ? near : several ? no_entity : only;
}

/// "the club president": of an organisation that has no name there.
bool OfficeBodies::is_of_nameless(const Mention& title) const {
  const std::uint32_t at = title.tokens.begin;
  return at > 0 && knowledge_.names().is_organization_head(document_.tokens[at - 1].word);
}

/// "the chief Danish negotiator": the state named inside the title.
EntityId OfficeBodies::body_inside(const Mention& title) const {
  for (const MentionId id : items_in(states_, title.tokens, [this](MentionId each) { return mentions_.items[each].tokens.begin; }))
    if (mentions_.items[id].form == MentionForm::Adjective) return mentions_.items[id].entity;
  return no_entity;
}

/// The town named last before the title in its sentence.
EntityId OfficeBodies::place_before(const Mention& title) const {
  const std::uint32_t sentence = document_.sentence_of(title.tokens.begin);
  if (sentence >= document_.sentences.size()) return no_entity;
  EntityId last = no_entity;
  for (const MentionId id : items_in(places_, {document_.sentences[sentence].tokens.begin, title.tokens.begin},
                                     [this](MentionId each) { return mentions_.items[each].tokens.begin; }))
    last = mentions_.items[id].entity;
  return last;
}

/// The organisation of no state named last before the title in its sentence, else the one named most.
EntityId OfficeBodies::organization_around(const Mention& title) const {
  const std::uint32_t sentence = document_.sentence_of(title.tokens.begin);
  const std::uint32_t first = sentence < document_.sentences.size() ? document_.sentences[sentence].tokens.begin : 0;
  EntityId best = no_entity;
  for (const MentionId id :
       items_in(organizations_, {first, title.tokens.begin}, [this](MentionId each) { return mentions_.items[each].tokens.begin; }))
    best = mentions_.items[id].entity;
  if (best != no_entity) return best;
  return main_organization_;
}

EntityId OfficeBodies::entity_of(EntryId entry) const {
  const auto found = entity_of_entry_.find(entry);
  return entry == no_entry || found == entity_of_entry_.end() ? no_entity : found->second;
}

/// The body that the same person has in the same role elsewhere.
EntityId OfficeBodies::body_elsewhere(EntityId person, RoleId role) const {
  const auto found = body_of_office_.find(key(person, role));
  return found == body_of_office_.end() ? no_entity : found->second;
}

/// The person deals with the state as with another's.
bool OfficeBodies::is_partner(EntityId person, EntityId state) const {
  const auto dealings = dealings_.of(person);
  return std::any_of(dealings.begin(), dealings.end(), [&](const Dealings::Dealing& each) { return state_named(each.state) == state; });
}

/// The state of that name, or that of the place.
EntityId OfficeBodies::state_named(MentionId name) const {
  const EntityId id = mentions_.items[name].entity;
  if (entities_[id].cls != mention_class::place) return id;
  return entities_[id].entry == no_entry ? no_entity : entity_of(knowledge_.lexicon().entry(entities_[id].entry).country);
}

/// Somebody else is said to hold the office in that state.
bool OfficeBodies::is_taken(EntityId person, RoleId role, EntityId body) const {
  if (!knowledge_.lexicon().role(role).single_holder) return false;
  const auto found = holders_.find(key(role, body));
  return found != holders_.end() && (found->second.several || found->second.first != person);
}

/// The state of all people whom the name may mean: which President Bush it is does not matter. `no_entry` if they are of several.
EntryId OfficeBodies::common_state(const Mention& holder) const {
  EntryId state = no_entry;
  for (EntryId id : holder.candidates) {
    const Entry& entry = knowledge_.lexicon().entry(id);
    if (entry.cls != EntryClass::Person || entry.country == no_entry || (state != no_entry && entry.country != state)) return no_entry;
    state = entry.country;
  }
  return state;
}

/// The state that the lexicon knows a person by, else that of an office stated with it.
EntityId OfficeBodies::state_of(EntityId person) const {
  const ArticleEntity& entity = entities_[person];
  if (entity.entry != no_entry)
    if (const EntityId state = entity_of(knowledge_.lexicon().entry(entity.entry).country); state != no_entity) return state;
  const auto found = state_of_person_.find(person);
  return found == state_of_person_.end() ? no_entity : found->second;
}

/// The words name another role than the office: "counterpart", which has it from somebody else.
bool OfficeBodies::is_of_another(const Mention& title) const {
  std::vector<Symbol> words;
  for (std::uint32_t token = title.tokens.begin; token < title.tokens.end; ++token) words.push_back(document_.tokens[token].word);
  bool named = false, same = false;
  for (const NameReading& reading : knowledge_.lexicon().names().readings_of(words)) {
    if (reading.kind != NameKind::Title) continue;
    named = true;
    same = same || reading.target == title.role;
  }
  return named && !same;
}

/// "her counterpart, Trade Minister NAME".
bool OfficeBodies::is_equal(const Mention& holder) const {
  const Symbol equal = knowledge_.role_symbol(knowledge_.equal_role);
  return std::any_of(holder.features.begin(), holder.features.end(), [equal](const Feature& feature) { return feature.name == equal; });
}

bool OfficeBodies::holds_preposition(TokenSpan tokens) const {
  for (std::uint32_t token = tokens.begin; token < tokens.end; ++token)
    if (annotation_.tokens[token].pos == Pos::Adposition) return true;
  return false;
}

/// "his defence minister, B": the state of whom the pronoun in front of the title stands for.
EntityId OfficeBodies::state_of_owner(const Mention& title) const {
  constexpr std::uint32_t farthest = 3;  // "his former army chief"
  const std::uint32_t first = title.tokens.begin - std::min(title.tokens.begin, farthest);
  EntityId state = no_entity;
  for (const MentionId id :
       items_in(people_, {first, title.tokens.begin}, [this](MentionId each) { return mentions_.items[each].tokens.begin; }))
    if (mentions_.items[id].form == MentionForm::Possessive && !holds_preposition({mentions_.items[id].tokens.end, title.tokens.begin}))
      state = state_of(mentions_.items[id].entity);
  return state;
}

/// "the Norwegian side was headed by ambassador B": the state in the noun phrase in front of the word of leading, else whose it is that
/// sent them.
EntityId OfficeBodies::state_led(const Mention& holder, const Mention& title) const {
  const std::uint32_t begin = std::min(holder.tokens.begin, title.tokens.begin);
  if (begin < 3 || document_.word(begin - 1) != "by" || !knowledge_.is_lead_word(document_.tokens[begin - 2].word)) return no_entity;
  std::uint32_t at = begin - 2;
  const std::int32_t verb = annotation_.verb_group_of[at];
  while (at > 0 && ((verb >= 0 && annotation_.verb_group_of[at - 1] == verb) || document_.word(at - 1) == ",")) --at;
  const std::int32_t noun = at > 0 ? annotation_.noun_group_of[at - 1] : -1;
  if (noun < 0) return no_entity;
  const TokenSpan group = annotation_.noun_groups[static_cast<std::size_t>(noun)].tokens;
  EntityId state = no_entity;
  for (const MentionId id : items_in(states_, group, [this](MentionId each) { return mentions_.items[each].tokens.begin; }))
    state = mentions_.items[id].entity;
  return state != no_entity ? state : state_sending(noun);
}

/// The organisation or state that a noun group names, of one that is of a state also that state: "the Danish government".
EntityId OfficeBodies::body_acting(std::int32_t noun, bool of_state) const {
  const NounGroup& group = annotation_.noun_groups[static_cast<std::size_t>(noun)];
  const auto body = body_with_head_.find(group.head);
  if (body != body_with_head_.end()) return body->second;
  if (!of_state) return no_entity;
  const auto named = items_in(states_, group.tokens, [this](MentionId each) { return mentions_.items[each].tokens.begin; });
  return named.empty() ? no_entity : mentions_.items[named.back()].entity;
}

/// "N sent a team": the state of whoever acts on the noun group.
EntityId OfficeBodies::state_sending(std::int32_t noun) const {
  const TokenSpan group = annotation_.noun_groups[static_cast<std::size_t>(noun)].tokens;
  const std::uint32_t sentence = document_.sentence_of(group.begin);
  if (sentence >= document_.sentences.size()) return no_entity;
  for (const VerbGroup& verb : verb_groups_in(annotation_, document_.sentences[sentence].tokens)) {
    if (verb.object != noun || verb.subject < 0) continue;
    const std::uint32_t head = annotation_.noun_groups[static_cast<std::size_t>(verb.subject)].head;
    for (const MentionId id : items_in(people_, {document_.sentences[sentence].tokens.begin, group.begin},
                                       [this](MentionId each) { return mentions_.items[each].tokens.begin; }))
      if (mentions_.items[id].tokens.contains(head)) return state_of(mentions_.items[id].entity);
    const EntityId body = body_acting(verb.subject, true);
    return body != no_entity && entities_[body].cls == mention_class::polity ? body : no_entity;
  }
  return no_entity;
}

/// "A, accompanied by Defence Minister B": the state of the one named last before the word of company, if no verb stands between that
/// word and the title; in front of a comma that of who acts there.
EntityId OfficeBodies::state_of_company(const Mention& holder, const Mention& title) const {
  constexpr std::uint32_t farthest = 30;
  const std::uint32_t begin = std::min(holder.tokens.begin, title.tokens.begin);
  const std::uint32_t sentence = document_.sentence_of(begin);
  if (sentence >= document_.sentences.size()) return no_entity;
  const std::uint32_t first = document_.sentences[sentence].tokens.begin;
  if (knowledge_.is_company_word(document_.tokens[first].word))  // "Joining A were Defence Minister B"
    for (const MentionId id : items_in(people_, {first, begin}, [this](MentionId each) { return mentions_.items[each].tokens.begin; }))
      if (mentions_.items[id].tokens.begin == first + 1) return state_of(mentions_.items[id].entity);
  const std::int32_t own = begin < annotation_.verb_group_of.size() ? annotation_.verb_group_of[begin] : -1;
  for (std::uint32_t at = begin; at > first && begin - at < farthest; --at) {
    const std::uint32_t token = at - 1;
    if (!knowledge_.is_company_word(document_.tokens[token].word)) {
      if (annotation_.verb_group_of[token] >= 0 && annotation_.verb_group_of[token] != own) return no_entity;
      continue;
    }
    const bool is_participle = annotation_.verb_group_of[token] >= 0;
    if (token == first && is_participle) return state_of_actor(document_.sentences[sentence].tokens, true);
    if (is_participle && document_.word(token - 1) == ",")
      if (const EntityId state = state_of_actor({first, token - 1}, false); state != no_entity) return state;
    EntityId state = no_entity;
    for (const MentionId id : items_in(people_, {first, token}, [this](MentionId each) { return mentions_.items[each].tokens.begin; }))
      if (const EntityId found = state_of(mentions_.items[id].entity); found != no_entity) state = found;
    return state;
  }
  return no_entity;
}

/// "A met B on Monday, accompanied by", "Accompanied by B, A met": the state of the one who is the subject of the last or first verb there.
EntityId OfficeBodies::state_of_actor(TokenSpan tokens, bool of_first) const {
  std::int32_t subject = -1;
  for (const VerbGroup& verb : verb_groups_in(annotation_, tokens))
    if (verb.tense != Tense::None && verb.subject >= 0 && (subject < 0 || !of_first)) subject = verb.subject;
  if (subject < 0) return no_entity;
  const std::uint32_t head = annotation_.noun_groups[static_cast<std::size_t>(subject)].head;
  for (const MentionId id : items_in(people_, tokens, [this](MentionId each) { return mentions_.items[each].tokens.begin; }))
    if (mentions_.items[id].tokens.contains(head)) return state_of(mentions_.items[id].entity);
  return no_entity;
}

/// "The Pentagon denied it. Spokesman A said": the organisation or state that acts last in the sentence before one that begins with the
/// title.
EntityId OfficeBodies::actor_before(const Mention& title, bool of_state) const {
  const std::uint32_t sentence = document_.sentence_of(title.tokens.begin);
  if (sentence == 0 || sentence >= document_.sentences.size()) return no_entity;
  const std::uint32_t before_title = of_state ? 1 : 0;  // "The", "Acting"
  if (document_.sentences[sentence].tokens.begin + before_title < title.tokens.begin) return no_entity;
  const TokenSpan before = document_.sentences[sentence - 1].tokens;
  EntityId last = no_entity;
  std::uint32_t at = before.begin;
  for (const VerbGroup& verb : verb_groups_in(annotation_, before)) {
    if (verb.tense == Tense::None || verb.subject < 0) continue;
    const std::uint32_t head = annotation_.noun_groups[static_cast<std::size_t>(verb.subject)].head;
    const EntityId body = body_acting(verb.subject, of_state);
    if (body == no_entity || head < at) continue;
    last = body;
    at = head;
  }
  return last;
}

/// "talks with Peru": whoever speaks of them is of the other side.
bool OfficeBodies::is_other_party(TokenSpan state) const {
  std::uint32_t at = state.begin;
  if (at > 0 && annotation_.tokens[at - 1].pos == Pos::Determiner) --at;
  return at > 0 && document_.word(at - 1) == "with";
}

/// "President A phoned President B": somebody else in the sentence has the same office without a body; which of them is of the state that is
/// named is not told.
bool OfficeBodies::is_one_of_two(EntityId person, const Mention& title) const {
  const std::uint32_t sentence = document_.sentence_of(title.tokens.begin);
  if (sentence >= document_.sentences.size() || !knowledge_.lexicon().role(title.role).single_holder) return false;
  for (const MentionId id :
       items_in(people_, document_.sentences[sentence].tokens, [this](MentionId each) { return mentions_.items[each].tokens.begin; })) {
    if (mentions_.items[id].entity == person) continue;
    for (const StatedOffice& office : stated_offices(knowledge_, mentions_, mentions_.items[id]))
      if (office.role == title.role && office.body == no_entity && mentions_.items[office.title].tokens != title.tokens) return true;
  }
  return false;
}

/// How much more than once a state counts for the title, by where it is named.
std::int64_t OfficeBodies::weight_near(MentionId state, const Mention& title) const {
  constexpr std::int64_t same_sentence = 4, sentence_before = 2;
  const TokenSpan tokens = mentions_.items[state].tokens;
  if (tokens.overlaps(title.tokens)) return -1;
  if (is_other_party(tokens)) return -1;
  if (tokens.begin > title.tokens.begin) return 0;
  const std::uint32_t at = document_.sentence_of(tokens.begin), sentence = document_.sentence_of(title.tokens.begin);
  return at == sentence ? same_sentence : at + 1 == sentence ? sentence_before : 0;
}

/// The state of the place where the article was written.
EntityId OfficeBodies::state_of_dateline() const {
  for (const Mention& mention : mentions_.items) {
    if (mention.tokens.empty() || mention.entity == no_entity || !document_.dateline.contains(mention.tokens)) continue;
    const ArticleEntity& entity = entities_[mention.entity];
    if (entity.cls == mention_class::polity) return mention.entity;
    if (entity.cls != mention_class::place || entity.entry == no_entry) continue;
    const EntityId state = entity_of(knowledge_.lexicon().entry(entity.entry).country);
    if (state != no_entity) return state;
  }
  return no_entity;
}

/// The state with more than half of the weight of all, or clearly more than any other: one for each time that it is named outside the
/// title, or, where no dateline says where the article was written, a place in it; more for one in the sentence (`weight_near`), and two
/// for each place in it before the title there, and without a dateline for who acts last in front of a sentence with the title; more if its
/// people are told without it, less if they are told with it and another has such people (`index_first_told`). The one where the article
/// was written has two more, and needs no more than any other. A state without something more is one of those named most. `barred` is none
/// of them, nor is one that the person deals with.
EntityId OfficeBodies::state_around(EntityId person, const Mention& title, EntityId barred) const {
  constexpr std::int64_t weight_of_dateline = 2;
  const std::uint32_t sentence = document_.sentence_of(title.tokens.begin);
  const std::uint32_t first =
      sentence < document_.sentences.size() ? document_.sentences[sentence - (sentence > 0 ? 1 : 0)].tokens.begin : 0;
  std::unordered_map<EntityId, std::int64_t> changed;
  auto all = std::int64_t{state_signs_};
  const auto change = [&](EntityId id, std::int64_t by) {
    changed[id] += by;
    all += by;
  };
  if (here_ != no_entity) change(here_, weight_of_dateline);
  const auto dealings = dealings_.of(person);
  for (const Dealings::Dealing& dealing : dealings)
    if (entities_[mentions_.items[dealing.state].entity].cls == mention_class::polity) change(mentions_.items[dealing.state].entity, -1);
  constexpr std::uint16_t high = 60;  // of a legislator the state is more often not told
  const bool is_high = knowledge_.lexicon().role(title.role).rank >= high;
  constexpr std::int64_t weight_of_home = 3, weight_of_abroad = 2;
  for (const auto& [state, signs] : home_signs_) {
    if (signs > 0 && is_high) change(state, weight_of_home * signs);
    if (signs < 0 && has_home_ && is_high) change(state, std::max(weight_of_abroad * signs, -std::int64_t{times_named_[state]}));
  }
  for (const MentionId id :
       items_in(states_, {first, title.tokens.end}, [this](MentionId each) { return mentions_.items[each].tokens.begin; })) {
    if (!std::binary_search(dealings.begin(), dealings.end(), Dealings::Dealing{person, id}))
      change(mentions_.items[id].entity, weight_near(id, title));
  }
  constexpr std::int64_t weight_of_actor = 2;
  if (const EntityId actor = actor_before(title, true);
      actor != no_entity && entities_[actor].cls == mention_class::polity && here_ == no_entity)
    change(actor, weight_of_actor);
  constexpr std::int64_t weight_of_place = 2;  // "In Oslo, Foreign Minister A"
  const std::uint32_t own = sentence < document_.sentences.size() ? document_.sentences[sentence].tokens.begin : first;
  for (const MentionId id :
       items_in(places_, {own, title.tokens.begin}, [this](MentionId each) { return mentions_.items[each].tokens.begin; })) {
    const EntityId state = state_named(id);
    const bool gone_to = std::binary_search(dealings.begin(), dealings.end(), Dealings::Dealing{person, id});
    if (state != no_entity && !gone_to && !document_.dateline.contains(mentions_.items[id].tokens)) change(state, weight_of_place);
  }
  const auto has_another = [&](EntityId id) { return id == barred || is_taken(person, title.role, id); };
  const auto may_be = [&](EntityId id) { return named_freely_[id] && !has_another(id) && !is_partner(person, id); };
  for (const EntityId id : by_times_named_)  // whoever has another holder is no rival
    if (has_another(id)) change(id, -std::int64_t{times_named_[id]} - changed[id]);
  EntityId best = no_entity;
  std::int64_t best_weight = 0, second_weight = 0;
  const auto weigh = [&](EntityId id, std::int64_t weight) {
    if (weight <= 0) return;
    const bool better = weight > best_weight || (weight == best_weight && id < best);
    second_weight = std::max(second_weight, better ? best_weight : weight);
    if (better) best_weight = weight, best = id;
  };
  int unchanged = 2;
  for (const EntityId id : by_times_named_) {  // the two most often named of the rest are enough
    if (changed.contains(id) || !may_be(id)) continue;
    weigh(id, times_named_[id]);
    if (--unchanged == 0) break;
  }
  for (const auto& [id, by] : changed)
    if (may_be(id)) weigh(id, times_named_[id] + by);
  const std::int64_t lead = is_high ? 5 : 8;
  constexpr std::int64_t enough = 4, lead_of = 4;  // clearly more often than any of many others
  const bool leads = best_weight >= enough && best_weight * lead_of >= lead * second_weight;
  return best != no_entity && (best == here_ || best_weight * 2 > all || leads) ? best : no_entity;
}

std::vector<StatedOffice> stated_offices(const ResolverKnowledge& knowledge, const Mentions& mentions, const Mention& mention) {
  std::vector<StatedOffice> offices;
  for (const Feature& title : mention.features) {
    if (title.mention == no_mention || title.name != knowledge.title_feature) continue;
    StatedOffice office{mentions.items[title.mention].role, no_entity, title.mention};
    for (const Feature& body : mention.features)
      if (body.mention != no_mention && body.name == knowledge.body_feature && body.match == title.match)
        office.body = mentions.items[body.mention].entity;
    offices.push_back(office);
  }
  return offices;
}

/// "N appointed four envoys. They are A and B": N itself, or of a person the body of the office.
EntityId OfficeBodies::body_of_sender(const Mention& holder) const {
  for (const Feature& feature : holder.features) {
    if (feature.name != knowledge_.sender_feature || feature.mention == no_mention) continue;
    const Mention& sender = mentions_.items[feature.mention];
    if (sender.entity == no_entity || sender.entity == holder.entity) continue;
    if (entities_[sender.entity].cls != mention_class::person) return sender.entity;
    if (const EntityId state = state_of(sender.entity); state != no_entity) return state;
    for (const StatedOffice& office : stated_offices(knowledge_, mentions_, sender))
      if (const EntityId body = office.body != no_entity ? office.body : find(feature.mention, office.title); body != no_entity)
        return body;
  }
  return no_entity;
}

EntityId OfficeBodies::find(MentionId holder, MentionId title) const {
  const Mention& name = mentions_.items[title];
  const EntityId person = mentions_.items[holder].entity;
  if (name.role == no_role || person == no_entity) return no_entity;
  const Role& role = knowledge_.lexicon().role(name.role);
  const bool of_organization = role.body_class == "organization";
  if (const EntityId sender = body_of_sender(mentions_.items[holder]); sender != no_entity) return sender;
  if (const EntityId inside = body_inside(name); inside != no_entity) return inside;
  const EntityId elsewhere = body_elsewhere(person, name.role);
  if (of_organization && elsewhere != no_entity) return elsewhere;
  const std::uint32_t behind = name.tokens.end;  // "of" and something that is no known name
  const bool told = behind < document_.tokens.size() && document_.word(behind) == "of";
  if (told && role.default_body != no_entry) return elsewhere;
  if (const EntityId stated = entity_of(role.default_body); stated != no_entity) return stated;
  if (elsewhere != no_entity) return elsewhere;
  if (role.default_body != no_entry) return no_entity;  // its state is not named here, and no other has it
  if (role.body_class == "place") return place_before(name);
  constexpr std::uint16_t lowest_of_state = 80, lowest_of_organization = 80;
  const EntityId nameless = told ? no_entity : body_of_nameless(person, name);
  const EntityId owner = of_organization || told ? no_entity : state_of_owner(name);
  const bool other_state = is_of_another(name) || is_equal(mentions_.items[holder]);  // "his counterpart, A"
  if (!of_organization && !told) {
    if (owner != no_entity && !other_state) return owner;
    if (const EntityId led = state_led(mentions_.items[holder], name); led != no_entity && !is_taken(person, name.role, led)) return led;
  }
  if (of_organization && told) return no_entity;
  if (of_organization)
    return nameless != no_entity ? nameless : role.rank >= lowest_of_organization ? organization_around(name) : no_entity;
  const bool of_any_state = role.body_class == "any" && role.rank >= lowest_of_state && !is_of_nameless(name);
  if (role.body_class != "polity" && !of_any_state) {
    if (const EntityId shared = body_of_row(mentions_.items[holder], name); shared != no_entity && !is_partner(person, shared))
      return shared;
    if (nameless != no_entity || told) return nameless;
    const auto served = state_of_person_.find(person);  // "Ambassador A, the chief Danish delegate"
    return served == state_of_person_.end() ? actor_before(name, false) : served->second;
  }
  if (entities_[person].entry != no_entry) {
    const EntryId state = knowledge_.lexicon().entry(entities_[person].entry).country;
    if (state != no_entry) return entity_of(state);  // no other state's, though the article names only others
  }
  if (const EntryId state = common_state(mentions_.items[holder]); state != no_entry) return entity_of(state);
  if (const EntityId shared = body_of_row(mentions_.items[holder], name); shared != no_entity && !is_partner(person, shared)) return shared;
  if (const EntityId company = state_of_company(mentions_.items[holder], name);
      company != no_entity && !is_taken(person, name.role, company))
    return company;
  if (nameless != no_entity) return nameless;
  const bool of_each = name.plural && role.single_holder;  // "the foreign ministers, A and B"
  return told || of_each || is_one_of_two(person, name) ? no_entity : state_around(person, name, other_state ? owner : no_entity);
}

}  // namespace chancery
