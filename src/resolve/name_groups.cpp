#include "resolve/name_groups.hpp"

#include <algorithm>
#include <string_view>

namespace chancery {

namespace {

bool is_name(const Mention& mention) {
  if (mention.tokens.empty() || (mention.form != MentionForm::Proper && mention.form != MentionForm::Adjective)) return false;
  return mention.cls != mention_class::title && mention.cls != mention_class::date && mention.cls != mention_class::number &&
         mention.cls != mention_class::quote;
}

}  // namespace

NameGroups::NameGroups(const ResolverKnowledge& knowledge, const Document& document, const Annotation& annotation, const Mentions& mentions)
    : knowledge_(knowledge), document_(document), annotation_(annotation), mentions_(mentions) {
  for (MentionId id = 0; id < mentions.items.size(); ++id)
    if (is_name(mentions.items[id])) order_.push_back(id);
  std::stable_sort(order_.begin(), order_.end(), [&](MentionId a, MentionId b) {
    const TokenSpan x = mentions.items[a].head, y = mentions.items[b].head;
    return x.begin != y.begin ? x.begin < y.begin : x.end > y.end;
  });
  index_.reserve(order_.size());
  group_at_.assign(document.tokens.size(), -1);
  for (const MentionId& place : order_) add(place);
  for (NameGroup& group : groups)
    for (const NameUse& use : group.uses) weigh(group, use);
  weigh_lists();
  find_employers();
}

NameGroup& NameGroups::group_of(TokenSpan head) {
  std::uint64_t hash = 1469598103934665603ULL;
  std::uint32_t first = head.begin;
  if (const EntryId owner = organization_before(head, first); owner != no_entry) hash = (hash ^ ~std::uint64_t{owner}) * 1099511628211ULL;
  for (std::uint32_t i = first; i < head.end; ++i) hash = (hash ^ index_of(word(i))) * 1099511628211ULL;
  const auto [at, is_new] = index_.try_emplace(hash, static_cast<std::uint32_t>(groups.size()));
  if (is_new) {
    NameGroup& group = groups.emplace_back();
    group.adjective = true;
    for (std::uint32_t i = head.begin; i < head.end; ++i) group.words.push_back(word(i));
  }
  return groups[at->second];
}

/// "UN Trade Commission", "United Nations Trade Commission": the organisation that the name begins with; `behind` is then its end.
EntryId NameGroups::organization_before(TokenSpan head, std::uint32_t& behind) const {
  if (head.size() < 3) return no_entry;
  const NameTrie& names = knowledge_.lexicon().names();
  const NameMatch match = names.longest_at(document_, head.begin, head.end);
  if (match.tokens.empty() || match.tokens.end + 2 > head.end) return no_entry;
  EntryId found = no_entry;
  for (const NameReading& reading : names.readings(match.name)) {
    if (reading.kind == NameKind::Title || reading.kind == NameKind::Common) continue;
    if (reading.weak || (found != no_entry && found != reading.target)) return no_entry;
    found = reading.target;
  }
  if (found == no_entry || knowledge_.lexicon().entry(found).cls != EntryClass::Organization) return no_entry;
  behind = match.tokens.end;
  return found;
}

/// `place` is in `order_`.
void NameGroups::add(const MentionId& place) {
  const Mention& mention = mentions_.items[place];
  const std::int32_t outer = group_at(mention.head.begin);
  std::int32_t part_of = -1;
  if (outer >= 0) {
    NameUse& longer = groups[static_cast<std::size_t>(outer)].uses.back();
    if (longer.head.begin == mention.head.begin && longer.head.size() > mention.head.size()) {
      part_of = outer;
      if (knowledge_.built_in(mention.cls) == mention_class::polity) longer.leading = mention.head;
    }
  }
  if (outer < 0 && last_kind_ >= 0 && knowledge_.built_in(mention.cls) == mention_class::polity) {
    NameUse& longer = groups[static_cast<std::size_t>(last_kind_)].uses.back();
    if (longer.head.contains(mention.head) && longer.head.end == mention.head.end) {
      part_of = last_kind_;
      longer.trailing = mention.head;
    }
  }
  NameGroup& group = group_of(mention.head);
  if (mention.kind != no_kind) last_kind_ = static_cast<std::int32_t>(&group - groups.data());
  if (group.uses.empty() || group.uses.back().head != mention.head)
    group.uses.push_back({mention.head, {&place, 1}, part_of, {}, {}, no_entity});
  else
    group.uses.back().readings = {group.uses.back().readings.data(), &place + 1};
  if (part_of < 0) group_at_[mention.head.begin] = static_cast<std::int32_t>(&group - groups.data());
  add_readings(group, mention);
}

void NameGroups::add_readings(NameGroup& group, const Mention& mention) {
  const Lexicon& lexicon = knowledge_.lexicon();
  group.adjective = group.adjective && mention.form == MentionForm::Adjective;
  group.acronym = mention.head.size() == 1 && document_.tokens[mention.head.begin].shape == Shape::AllCaps;
  for (EntryId candidate : mention.candidates) {
    const auto known = [&](EntryId other) { return other == candidate || lexicon.entry(other).speaks_for == candidate; };
    if (std::none_of(group.candidates.begin(), group.candidates.end(), known)) group.candidates.push_back(candidate);
  }
  if (group.kind == no_kind) group.kind = mention.kind;
  const ClassId cls = knowledge_.built_in(mention.cls);
  if (mention.rule >= 0 && cls == mention_class::person) group.titled = true;
  if (mention.rule >= 0 && cls == mention_class::place) {
    ++group.place;
    group.placed = true;
  }
  if (mention.candidates.empty() && cls != mention_class::name && (mention.rule >= 0 || group.given == mention_class::name))
    group.given = cls;
  if (group.gender == Gender::Unknown) group.gender = mention.gender;
}

std::int32_t NameGroups::group_at(std::uint32_t token) const {
  return token < group_at_.size() ? group_at_[token] : -1;
}

const NameUse* NameGroups::use_of(TokenSpan head) const {
  const std::int32_t group = group_at(head.begin);
  if (group < 0) return nullptr;
  const std::vector<NameUse>& uses = groups[static_cast<std::size_t>(group)].uses;
  const auto use = std::partition_point(uses.begin(), uses.end(), [&](const NameUse& each) { return each.head.begin < head.begin; });
  return use != uses.end() && use->head == head ? &*use : nullptr;
}

void NameGroups::weigh(NameGroup& group, const NameUse& use) {
  if (document_.dateline.contains(use.head)) group.place += 2;
  const bool opens = document_.dateline.begin == use.head.begin && document_.dateline.contains(use.head);
  if (opens && group.candidates.empty() && !group.titled && group.given != mention_class::organization && !is_label(use.head))
    group.given = mention_class::place;
  if (use.head.begin > 0) weigh_left(group, use.head.begin - 1);
  weigh_right(group, use);
}

bool NameGroups::is_label(TokenSpan head) const {
  return head.end < document_.tokens.size() && document_.text(document_.tokens[head.end]) == ":" &&
         document_.tokens[head.begin].shape != Shape::AllCaps;
}

void NameGroups::weigh_left(NameGroup& group, std::uint32_t token) {
  if (knowledge_.is_place_preposition(word(token))) group.place += 2;
  if (knowledge_.is_place_cue(word(token))) {
    ++group.place_cues;
    if (knowledge_.is_venue_cue(word(token))) ++group.venue_cues;
    const std::int32_t verb = token > 0 ? annotation_.verb_group_of[token - 1] : -1;  // "withdrew from NAME"
    if (verb >= 0 && knowledge_.is_motion_verb(annotation_.tokens[annotation_.verb_groups[static_cast<std::size_t>(verb)].head].lemma))
      group.place += 2;
  }
  const std::int32_t noun = annotation_.noun_group_of[token + 1];  // "the Guardian", but not "a Lima court"
  const bool heads = noun >= 0 && group.uses.back().head.size() > 0 &&
                     annotation_.noun_groups[static_cast<std::size_t>(noun)].head < token + 1 + group.words.size();
  if (annotation_.tokens[token].pos == Pos::Determiner && heads) {
    group.organization += 1;
    group.person -= 2;
  }
}

void NameGroups::weigh_right(NameGroup& group, const NameUse& use) {
  const std::uint32_t next = use.head.end, count = static_cast<std::uint32_t>(document_.tokens.size());
  if (next >= count) return;
  const std::int32_t verb = annotation_.verb_group_of[next];
  if (verb >= 0 && knowledge_.is_speech_verb(annotation_.tokens[annotation_.verb_groups[static_cast<std::size_t>(verb)].head].lemma))
    group.person += 2;
  const std::int32_t left = use.head.begin > 0 ? annotation_.verb_group_of[use.head.begin - 1] : -1;  // "said Ortega"
  if (left >= 0 && knowledge_.is_speech_verb(annotation_.tokens[annotation_.verb_groups[static_cast<std::size_t>(left)].head].lemma) &&
      (document_.text(document_.tokens[next]) == "." || document_.text(document_.tokens[next]) == ","))
    group.person += 2;
  if (document_.text(document_.tokens[next]) != "," || next + 2 >= count) return;
  const std::string_view after = document_.word(next + 1);
  if (after == "who" || after == "whose") group.person += 3;
  const Token& number = document_.tokens[next + 1];
  if (number.shape == Shape::Number && number.end - number.begin == 2 && document_.text(document_.tokens[next + 2]) == ",")
    group.person += 3;
}

/// "Zorvan chairman A", "the chairman of Zorvan, A": of whatever has such an office, an acronym of whatever has any.
void NameGroups::find_employers() {
  for (const Mention& person : mentions_.items) {
    if (person.tokens.empty() || person.features.size() < 2) continue;
    for (const StatedBody& each : bodies_of(person)) {
      const Mention& body = mentions_.items[each.body];
      if (body.cls != mention_class::name || body.tokens.empty()) continue;
      const std::int32_t at = group_at(body.head.begin);
      if (at < 0) continue;
      NameGroup& group = groups[static_cast<std::size_t>(at)];
      const Role& role = knowledge_.lexicon().role(each.role);
      const bool of_any = role.body_class == "any" && group.acronym;
      if (group.words.size() == body.head.size() && !role.description && !role.honorific && (role.body_class == "organization" || of_any))
        group.employs = true;
    }
  }
}

/// The bodies of a person's offices, with the offices.
std::vector<NameGroups::StatedBody> NameGroups::bodies_of(const Mention& person) const {
  std::vector<StatedBody> bodies;
  for (const Feature& title : person.features) {
    if (title.mention == no_mention || title.name != knowledge_.title_feature) continue;
    const RoleId role = mentions_.items[title.mention].role;
    for (const Feature& body : person.features)
      if (role != no_role && body.mention != no_mention && body.name == knowledge_.body_feature && body.match == title.match)
        bodies.push_back({role, body.mention});
  }
  return bodies;
}

void NameGroups::weigh_lists() {  // "Borno, Yobe and Adamawa": what one is, the others are
  for (const NounList& list : annotation_.lists) {
    int person = 0, place = 0, organization = 0;
    std::vector<NameGroup*> unknown;
    for (std::uint32_t member : list.members) {
      const std::int32_t at = group_at(annotation_.noun_groups[member].tokens.begin);
      if (at < 0) continue;
      NameGroup& group = groups[static_cast<std::size_t>(at)];
      if (group.candidates.empty() && group.given == mention_class::name) {
        unknown.push_back(&group);
        place += group.place >= 2 && group.place > group.person;  // "from NAME and NAME"
        continue;
      }
      const ClassId cls = !group.candidates.empty() ? knowledge_.built_in(mentions_.items[group.uses[0].readings[0]].cls) : group.given;
      person += cls == mention_class::person;
      place += cls == mention_class::place || cls == mention_class::polity;
      organization += cls == mention_class::organization;
    }
    for (NameGroup* group : unknown) {
      if (person > place && person > organization) group->person += 2;
      if (place > person && place > organization) group->place += 2;
      if (organization > person && organization > place) group->organization += 2;
    }
  }
}

}  // namespace chancery
