#include "resolve/namesakes.hpp"

#include <algorithm>
#include <iterator>
#include <span>

#include "annotate/stretch.hpp"

namespace chancery {

void Namesakes::add(EntityId person, const NameUse& use) {
  named_at_[use.head.begin] = {person, use.head.size() > 1 && is_aside(use.head)};
  titles_[person].merge(titles_of(use));
  companies_[person].merge(company_of(use.head));
}

/// The offices and ranks that stand beside the name; not forms of address, which tell nobody apart.
std::set<RoleId> Namesakes::titles_of(const NameUse& use) const {
  constexpr std::uint16_t form_of_address = 2;  // the highest rank of one
  std::set<RoleId> titles;
  for (const MentionId id : use.readings) {
    for (const Feature& feature : mentions_.items[id].features) {
      if (feature.name != knowledge_.title_feature || feature.mention == no_mention) continue;
      const RoleId role = mentions_.items[feature.mention].role;
      if (role != no_role && knowledge_.lexicon().role(role).rank > form_of_address) titles.insert(role);
    }
  }
  return titles;
}

/// The words of the people's names that stand with this one in a list.
std::set<Symbol> Namesakes::company_of(TokenSpan head) const {
  std::set<Symbol> company;
  const std::int32_t group = annotation_.noun_group_of[head.begin];
  if (group < 0 || static_cast<std::size_t>(group) >= annotation_.list_of.size()) return company;
  const std::int32_t list = annotation_.list_of[static_cast<std::size_t>(group)];
  if (list < 0) return company;
  for (const std::uint32_t member : annotation_.lists[static_cast<std::size_t>(list)].members) {
    if (member == static_cast<std::uint32_t>(group)) continue;
    const TokenSpan tokens = annotation_.noun_groups[member].tokens;
    for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
      const std::int32_t at = names_.group_at(token);
      if (at < 0) continue;
      const NameGroup& name = names_.groups[static_cast<std::size_t>(at)];
      const bool may_be_person = name.cls == mention_class::person || name.cls == mention_class::any;  // undecided: "Moon" alone
      if (may_be_person) company.insert(name.words.begin(), name.words.end());
    }
  }
  return company;
}

/// In apposition to what somebody has: "his late father, NAME", "her husband, NAME,".
bool Namesakes::is_aside(TokenSpan head) const {
  const std::int32_t group = annotation_.noun_group_of[head.begin];
  if (group < 0) return false;
  const auto names_it = [&](const Apposition& each) {
    return each.second == static_cast<std::uint32_t>(group) && !annotation_.noun_groups[each.first].possessor.empty();
  };
  return std::any_of(annotation_.appositions.begin(), annotation_.appositions.end(), names_it);
}

/// "Spokesman A. NAME said that NAME", "according to A. NAME, NAME": whoever tells it by a longer name is somebody else.
bool Namesakes::is_speaker_of(std::uint32_t name, std::uint32_t use) const {
  const std::int32_t group = annotation_.noun_group_of[name];
  if (group < 0 || document_.sentence_of(name) != document_.sentence_of(use)) return false;
  const NounGroup& noun = annotation_.noun_groups[static_cast<std::size_t>(group)];
  if (noun.head == name) return false;  // the short name again
  const std::span<const VerbGroup> verbs = verb_groups_in(annotation_, {name, use});
  return std::any_of(verbs.begin(), verbs.end(), [&](const VerbGroup& verb) {
    return verb.subject == group && knowledge_.is_speech_verb(annotation_.tokens[verb.head].lemma);
  });
}

EntityId Namesakes::choose(const NameUse& use) const {
  constexpr std::uint32_t long_ago = 3;  // sentences
  if (named_at_.empty()) return no_entity;
  const auto only_one_with = [](const auto& known, const auto& wanted) {
    EntityId found = no_entity;
    for (const auto& [person, values] : known) {
      const bool fits = std::any_of(wanted.begin(), wanted.end(), [&values = values](const auto each) { return values.contains(each); });
      if (fits && found != no_entity) return no_entity;
      if (fits) found = person;
    }
    return found;
  };
  if (const EntityId titled = only_one_with(titles_, titles_of(use)); titled != no_entity) return titled;
  if (const EntityId met = only_one_with(companies_, company_of(use.head)); met != no_entity) return met;
  const auto behind = named_at_.lower_bound(use.head.begin);
  if (behind == named_at_.begin()) return behind->second.person;
  const std::uint32_t sentence = document_.sentence_of(use.head.begin);
  std::map<EntityId, std::uint32_t> times;
  for (auto each = behind; each != named_at_.begin();) {
    --each;
    if (is_speaker_of(each->first, use.head.begin)) continue;
    const bool recent = times.empty() && document_.sentence_of(each->first) + long_ago >= sentence;
    if (recent && !each->second.aside) return each->second.person;
    ++times[each->second.person];
  }
  EntityId best = named_at_.begin()->second.person;
  for (const auto& [person, count] : times)
    if (count > times[best]) best = person;
  return best;
}

}  // namespace chancery
