#include "match/fillers.hpp"

#include <algorithm>

#include "match/edge_traits.hpp"

namespace chancery {

TriggerSite FillerFinder::site_of(const Lattice& lattice, TokenSpan trigger) {
  const Annotation& annotation = *lattice.article().annotation;
  TriggerSite site{trigger, -1, -1};
  bool headed = false;
  const auto is_head = [&](std::int32_t group, std::uint32_t token) {
    return annotation.noun_groups[static_cast<std::size_t>(group)].head == token;
  };
  /// "three days of talks", but "talks in May between": what lies between a noun and a later one makes neither the main one.
  const auto leads_on = [&](std::uint32_t token) {
    const TokenSpan known = annotation.noun_groups[static_cast<std::size_t>(site.noun_group)].tokens;
    const TokenSpan next = annotation.noun_groups[static_cast<std::size_t>(annotation.noun_group_of[token])].tokens;
    return site.verb_group >= 0 || !trigger.contains(known.end) || known.contains(token) ||
           (known.end + 1 == next.begin && annotation.tokens[known.end].of);
  };
  for (std::uint32_t t = trigger.begin; t < trigger.end; ++t) {
    if (t < annotation.verb_group_of.size()) {
      const std::int32_t group = annotation.verb_group_of[t];
      const bool head = group >= 0 && annotation.verb_groups[static_cast<std::size_t>(group)].head == t;
      const bool modifies = group >= 0 && site.noun_group >= 0 && annotation.verb_groups[static_cast<std::size_t>(group)].participle &&
                            annotation.tokens[t].form == VerbForm::PastParticiple;  // "talks, planned for May, between"
      if (group >= 0 && !modifies && (site.verb_group < 0 || (head && !headed))) {
        site.verb_group = group;
        headed = head;
      }
    }
    if (t < annotation.noun_group_of.size()) {
      const std::int32_t group = annotation.noun_group_of[t];
      if (group >= 0 && (site.noun_group < 0 || (is_head(group, t) && leads_on(t)))) site.noun_group = group;
    }
  }
  return site;
}

TokenSpan FillerFinder::clause_around(const Lattice& lattice, std::uint32_t token) {
  const Annotation& annotation = *lattice.article().annotation;
  if (token >= annotation.clause_of.size() || annotation.clause_of[token] >= annotation.clauses.size()) return {};
  return annotation.clauses[annotation.clause_of[token]].tokens;
}

void FillerFinder::find(const Lattice& lattice, const TriggerSite& site, const CompiledSelector& selector, ClassSet classes,
                        std::vector<MentionId>& out) {
  lattice_ = &lattice;
  annotation_ = lattice.article().annotation;
  mentions_ = &lattice.article().mentions->items;
  site_ = site;
  classes_ = classes;
  out_ = &out;
  const auto* verb = site.verb_group < 0 ? nullptr : &annotation_->verb_groups[static_cast<std::size_t>(site.verb_group)];
  switch (selector.kind) {
    case SelectorKind::Subject: add_group(subject_of(site.verb_group)); break;
    case SelectorKind::Object:
      if (verb != nullptr) add_group(verb->object);
      break;
    case SelectorKind::Agent:
      if (verb != nullptr && (verb->passive || verb->participle)) after(selector.words);
      break;
    case SelectorKind::Actor:
      if (is_passive(verb))
        after(selector.words);
      else
        add_group(subject_of(site.verb_group));
      break;
    case SelectorKind::Patient:
      if (verb != nullptr) add_group(is_passive(verb) ? verb->subject : verb->object);
      break;
    case SelectorKind::After: after(selector.words); break;
    case SelectorKind::Before: before(); break;
    case SelectorKind::Possessor: possessor(); break;
    case SelectorKind::Inside: inside(); break;
    case SelectorKind::SubjectOfClause: subject_of_clause(); break;
    case SelectorKind::Pattern: break;
  }
  std::sort(out.begin(), out.end(),
            [this](MentionId a, MentionId b) { return (*mentions_)[a].tokens.begin < (*mentions_)[b].tokens.begin; });
}

/// A participle without "be" that no preposition or infinitive follows is more likely a past tense that was not seen as one.
bool FillerFinder::is_passive(const VerbGroup* verb) const {
  if (verb == nullptr || !verb->passive) return false;
  if (!verb->participle) return true;
  const std::uint32_t next = verb->tokens.end;
  if (verb->object >= 0 || next >= annotation_->tokens.size()) return false;
  const Pos pos = annotation_->tokens[next].pos;
  return pos == Pos::Adposition || pos == Pos::Particle || pos == Pos::Subordinator;
}

bool FillerFinder::fits(MentionId id) const {
  const Mention& mention = (*mentions_)[id];
  const bool points =
      mention.cls == mention_class::any && (mention.form == MentionForm::Pronoun || mention.form == MentionForm::Possessive);
  return !mention.inside && (points || (classes_ >> mention.cls & 1U) != 0) && !mention.tokens.overlaps(site_.tokens);
}

void FillerFinder::add(MentionId mention) {
  const auto same = [&](MentionId other) { return (*mentions_)[other].tokens == (*mentions_)[mention].tokens; };
  if (std::none_of(out_->begin(), out_->end(), same)) out_->push_back(mention);
}

/// The subject of a verb group; of an infinitive or a participle without one, that of the verb that governs it.
std::int32_t FillerFinder::subject_of(std::int32_t verb_group) const {
  for (int steps = 0; verb_group >= 0 && steps < 6; ++steps) {
    const VerbGroup& group = annotation_->verb_groups[static_cast<std::size_t>(verb_group)];
    if (group.subject >= 0) return group.subject;
    if (!group.infinitive && !group.participle) break;
    verb_group = group.governor;
  }
  return -1;
}

void FillerFinder::add_group(std::int32_t noun_group) {
  if (noun_group < 0) return;
  const auto index = static_cast<std::uint32_t>(noun_group);
  const std::int32_t list = index < annotation_->list_of.size() ? annotation_->list_of[index] : -1;
  if (list < 0) return add_single_group(index);
  const std::size_t before = out_->size();
  for (const std::uint32_t member : annotation_->lists[static_cast<std::size_t>(list)].members) add_single_group(member);
  if (out_->size() == before) add_single_group(index);
  if (has_one_name(before)) extend_right(out_->back());
}

/// "the premier and interior minister N": true where the fillers from the index `first` on lie in the mention of one, who alone stays.
bool FillerFinder::has_one_name(std::size_t first) {
  if (out_->size() <= first) return false;
  const TokenSpan name = (*mentions_)[out_->back()].tokens;
  const auto others = out_->begin() + static_cast<std::ptrdiff_t>(first);
  if (!std::all_of(others, out_->end(), [&](MentionId each) { return (*mentions_)[each].tokens.overlaps(name); })) return false;
  out_->erase(others, out_->end() - 1);
  return true;
}

/// "the two leaders, N and M": those named in apposition, if there are several.
bool FillerFinder::add_apposed(std::uint32_t noun_group) {
  const auto begins_before = [](const Apposition& each, std::uint32_t group) { return each.first < group; };
  const std::vector<Apposition>& all = annotation_->appositions;
  const auto first = std::lower_bound(all.begin(), all.end(), noun_group, begins_before);
  const auto end = std::find_if(first, all.end(), [&](const Apposition& each) { return each.first != noun_group; });
  if (end - first < 2) return false;
  for (auto each = first; each != end; ++each) add_single_group(each->second);
  return true;
}

void FillerFinder::add_single_group(std::uint32_t noun_group) {
  if (add_apposed(noun_group)) return;
  const NounGroup& group = annotation_->noun_groups[noun_group];
  for (const Edge& edge : lattice_->mentions()) {
    if (edge.tokens.begin > group.head) break;
    if (!edge.tokens.contains(group.head) || !fits(edge.index)) continue;
    const MentionId named = name_beside(edge.index, noun_group);
    const bool listed = noun_group < annotation_->list_of.size() && annotation_->list_of[noun_group] >= 0;
    if (listed || named != edge.index)
      add(named);
    else
      add_mention_with_list(edge.index);
    return;
  }
}

/// "the union's chief, Anna Berg": the name in apposition to a role noun that is nobody's.
MentionId FillerFinder::name_beside(MentionId mention, std::uint32_t noun_group) const {
  const Mention& noun = (*mentions_)[mention];
  if (noun.form != MentionForm::Nominal || noun.plural || noun.entity != no_entity) return mention;
  const auto begins_before = [](const Apposition& each, std::uint32_t group) { return each.first < group; };
  const std::vector<Apposition>& all = annotation_->appositions;
  for (auto each = std::lower_bound(all.begin(), all.end(), noun_group, begins_before); each != all.end() && each->first == noun_group;
       ++each) {
    const std::uint32_t head = annotation_->noun_groups[each->second].head;
    for (const Edge& edge : lattice_->mentions()) {
      if (edge.tokens.begin > head) break;
      const Mention& name = (*mentions_)[edge.index];
      if (!edge.tokens.contains(head) || name.form != MentionForm::Proper || name.cls != noun.cls || !fits(edge.index)) continue;
      const bool of_another = edge.tokens.begin > annotation_->noun_groups[noun_group].head &&  // "a spokesman for the president, N"
                              edge.tokens.begin < annotation_->noun_groups[each->second].tokens.begin;
      return of_another ? mention : edge.index;
    }
  }
  return mention;
}

void FillerFinder::add_mention_with_list(MentionId mention) {
  add(mention);
  extend_left(mention);
  extend_right(mention);
}

MentionId FillerFinder::mention_from(std::uint32_t position) const {
  for (const Edge& edge : lattice_->from(position)) {
    if (edge.kind == EdgeKind::Mention && fits(edge.index)) return edge.index;
  }
  return no_mention;
}

/// The same, of a name also behind an article that is no part of it: "and the minister N".
MentionId FillerFinder::member_from(std::uint32_t position) const {
  const MentionId mention = mention_from(position);
  const auto edges = lattice_->from(position);
  if (mention != no_mention || edges.empty() || edges.back().kind != EdgeKind::Token) return mention;
  if (annotation_->tokens[edges.back().index].pos != Pos::Determiner) return no_mention;
  const MentionId named = mention_from(edges.back().end);
  return named != no_mention && (*mentions_)[named].form == MentionForm::Proper ? named : no_mention;
}

MentionId FillerFinder::mention_into(std::uint32_t position) const {
  for (const Edge& edge : lattice_->into(position)) {
    if (edge.kind == EdgeKind::Mention && fits(edge.index)) return edge.index;
  }
  return no_mention;
}

Symbol FillerFinder::word_at(std::uint32_t position) const {
  const auto edges = lattice_->from(position);
  if (edges.empty() || edges.back().kind != EdgeKind::Token) return Symbol::None;
  return lattice_->article().document->tokens[edges.back().index].word;
}

Symbol FillerFinder::word_before(std::uint32_t position) const {
  const auto edges = lattice_->into(position);
  if (edges.empty() || edges.back().kind != EdgeKind::Token) return Symbol::None;
  return lattice_->article().document->tokens[edges.back().index].word;
}

std::uint32_t FillerFinder::behind_words(const std::vector<Symbol>& words, std::uint32_t position) const {
  for (const Symbol word : words) {
    if (word_at(position) != word) return 0;
    position = lattice_->next(position);
  }
  return position;
}

bool FillerFinder::is_ended_by(const std::vector<Symbol>& words, std::uint32_t& position) const {
  std::uint32_t at = position;
  for (std::size_t i = words.size(); i-- > 0;) {
    if (word_before(at) != words[i]) return false;
    at = lattice_->previous(at);
  }
  position = at;
  return true;
}

std::uint32_t FillerFinder::connector_from(std::uint32_t position, bool& strong) const {
  const std::uint32_t start = position;
  strong = false;
  if (program_.parts_list(word_at(position))) {
    strong = word_at(position) == program_.semicolon();
    position = lattice_->next(position);
  }
  for (const LanguageWords::Entry& joiner : program_.language().joiners) {
    const std::uint32_t behind = behind_words(joiner, position);
    if (behind == 0) continue;
    position = behind;
    strong = true;
    break;
  }
  return position == start ? 0 : position;
}

std::uint32_t FillerFinder::connector_into(std::uint32_t position, bool& strong) const {
  const std::uint32_t start = position;
  const auto& joiners = program_.language().joiners;
  strong = std::any_of(joiners.begin(), joiners.end(), [&](const LanguageWords::Entry& joiner) { return is_ended_by(joiner, position); });
  if (program_.parts_list(word_before(position))) position = lattice_->previous(position);
  return position == start ? 0 : position;
}

bool FillerFinder::is_joiner(Symbol word) const {
  const auto& joiners = program_.language().joiners;
  return std::any_of(joiners.begin(), joiners.end(),
                     [word](const LanguageWords::Entry& joiner) { return joiner.size() == 1 && joiner.front() == word; });
}

bool FillerFinder::is_time_word(Symbol word) const {
  const auto& times = program_.language().times;
  return std::any_of(times.begin(), times.end(), [word](const LanguageWords::Entry& time) { return time.front() == word; });
}

/// The first verb group of the unit; groups are in text order.
std::size_t FillerFinder::first_verb() const {
  const auto before = [this](const VerbGroup& group) { return group.tokens.begin < lattice_->unit().begin; };
  const auto& groups = annotation_->verb_groups;
  return static_cast<std::size_t>(std::partition_point(groups.begin(), groups.end(), before) - groups.begin());
}

/// True where the mention is the subject of another verb than the trigger's, so that "and" joins clauses, not names.
bool FillerFinder::is_subject_elsewhere(const Mention& mention) const {
  return has_part_elsewhere(mention, &VerbGroup::subject, mention.tokens.end);
}

/// "A praised B, and C met D": the object of another verb than the trigger's, seen from C.
bool FillerFinder::is_object_elsewhere(const Mention& mention) const {
  return has_part_elsewhere(mention, &VerbGroup::object, lattice_->unit().begin);
}

/// True where the mention is that part (subject, object) of a verb at or behind the token `first`, other than the trigger's.
bool FillerFinder::has_part_elsewhere(const Mention& mention, std::int32_t VerbGroup::*part, std::uint32_t first) const {
  for (std::size_t v = first_verb(); v < annotation_->verb_groups.size(); ++v) {
    const VerbGroup& verb = annotation_->verb_groups[v];
    if (verb.tokens.begin >= lattice_->unit().end) break;
    if (verb.tokens.begin < first || verb.*part < 0 || verb.participle || static_cast<std::int32_t>(v) == site_.verb_group) continue;
    if (mention.tokens.contains(annotation_->noun_groups[static_cast<std::size_t>(verb.*part)].head)) return true;
  }
  return false;
}

bool FillerFinder::is_person_name(MentionId mention) const {
  return (*mentions_)[mention].cls == mention_class::person && (*mentions_)[mention].form == MentionForm::Proper;
}

/// "met N, R.", "met N, R and left": true where a list whose members only commas part ends at `position`.
bool FillerFinder::ends_list(std::uint32_t position) const {
  if (position >= lattice_->end()) return true;
  const Symbol word = word_at(position);
  if (word == program_.semicolon()) return true;
  std::uint32_t token = position;
  const auto pos_at = [&](std::uint32_t at) { return at < annotation_->tokens.size() ? annotation_->tokens[at].pos : Pos::Other; };
  if (pos_at(token) == Pos::Punctuation) return token + 1 >= lattice_->unit().end;
  if (!is_joiner(word)) return false;
  do ++token;
  while (token < lattice_->unit().end && pos_at(token) == Pos::Adverb);
  const std::int32_t verb = token < annotation_->verb_group_of.size() ? annotation_->verb_group_of[token] : -1;
  return verb >= 0 && annotation_->verb_groups[static_cast<std::size_t>(verb)].tense != Tense::None;
}

bool FillerFinder::extend_right(MentionId mention) {
  std::vector<MentionId> pending;
  std::uint32_t position = lattice_->position((*mentions_)[mention].tokens.end);
  bool extended = false;
  for (;;) {
    bool strong = false;
    const std::uint32_t next = connector_from(position, strong);
    const MentionId member = next == 0 ? no_mention : member_from(next);
    const bool wanted = is_pair_ && !extended;  // "between A and B" needs its B
    if (member == no_mention && !pending.empty() && is_person_name(mention) && ends_list(position) &&
        std::all_of(pending.begin(), pending.end(), [this](MentionId each) { return is_person_name(each); })) {
      for (const MentionId each : pending) add(each);
      return true;
    }
    if (member == no_mention || (!wanted && is_subject_elsewhere((*mentions_)[member]))) return extended;
    pending.push_back(member);
    position = lattice_->position((*mentions_)[member].tokens.end);
    if (!strong) continue;
    for (const MentionId each : pending) add(each);
    pending.clear();
    extended = true;
  }
}

bool FillerFinder::extend_left(MentionId mention) {
  std::uint32_t position = lattice_->position((*mentions_)[mention].tokens.begin);
  bool extended = false, joined = false;
  for (;;) {
    bool strong = false;
    const std::uint32_t next = connector_into(position, strong);
    const MentionId member = next == 0 ? no_mention : mention_into(next);
    joined = joined || strong;
    if (member == no_mention || !joined) return extended;
    const std::uint32_t first = (*mentions_)[member].tokens.begin;
    const bool after_preposition = first > lattice_->unit().begin && annotation_->tokens[first - 1].pos == Pos::Adposition;
    if (after_preposition || is_object_elsewhere((*mentions_)[member])) return extended;
    add(member);
    extended = true;
    position = lattice_->position(first);
  }
}

/// Fillers in the noun phrase that starts at `position`.
bool FillerFinder::phrase_after(std::uint32_t position) {
  const std::size_t before = out_->size();
  if (const MentionId mention = mention_from(position); mention != no_mention) {
    const auto token = (*mentions_)[mention].tokens.begin;
    const std::int32_t group = token < annotation_->noun_group_of.size() ? annotation_->noun_group_of[token] : -1;
    const TokenSpan owner = group < 0 ? TokenSpan{} : annotation_->noun_groups[static_cast<std::size_t>(group)].possessor;
    if (!owner.empty() && owner.contains((*mentions_)[mention].tokens)) add_group(group);  // "Iraq's Shiite premier, N"
    if (out_->size() > before) return true;
    const bool listed = group >= 0 && static_cast<std::size_t>(group) < annotation_->list_of.size() &&
                        annotation_->list_of[static_cast<std::size_t>(group)] >= 0;
    const bool holds = group >= 0 && (*mentions_)[mention].tokens.contains(annotation_->noun_groups[static_cast<std::size_t>(group)].head);
    if (listed && holds)
      add_group(group);
    else if (holds && (*mentions_)[mention].form == MentionForm::Nominal)
      add_apposed(static_cast<std::uint32_t>(group));
    if (out_->size() == before) add_mention_with_list(mention);
  } else if (position < lattice_->end() && position < annotation_->noun_group_of.size()) {
    add_group(annotation_->noun_group_of[position]);
  }
  return out_->size() > before;
}

/// Those between the trigger's first token and `end`; one trigger is asked about many words.
std::uint64_t FillerFinder::words_behind(std::uint32_t end) {
  const TokenSpan tokens{site_.tokens.begin + 1, end};
  const bool known = behind_.lattice == lattice_ && behind_.generation == lattice_->generation() && behind_.tokens == tokens;
  if (known) return behind_.words;
  behind_ = {lattice_, lattice_->generation(), tokens, 0};
  const std::vector<Token>& all = lattice_->article().document->tokens;
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) behind_.words |= word_bit(all[t].word);
  return behind_.words;
}

void FillerFinder::after(const std::vector<std::vector<Symbol>>& words) {
  const TokenSpan clause = clause_around(*lattice_, site_.tokens.begin);
  const std::uint32_t end = clause.empty() ? lattice_->end() : std::min(lattice_->end(), std::max(clause.end, site_.tokens.end));
  const std::uint64_t there = words_behind(end);
  const auto may_be_there = [&](const std::vector<Symbol>& each) { return each.empty() || (there & word_bit(each.front())) != 0; };
  if (std::none_of(words.begin(), words.end(), may_be_there)) return;
  std::uint32_t position = lattice_->position(site_.tokens.begin + 1);
  bool parted = false;  // by a word of time: "met A after talks with B"
  for (int steps = 0; position < end && steps < static_cast<int>(window); ++steps) {
    const auto edges = lattice_->from(position);
    if (edges.empty() || edges.back().kind != EdgeKind::Token) return;
    const std::uint32_t token = edges.back().index;
    const std::int32_t verb = token < annotation_->verb_group_of.size() ? annotation_->verb_group_of[token] : -1;
    if (verb >= 0 && verb != site_.verb_group && !site_.tokens.contains(token)) return;
    if (lattice_->article().document->tokens[token].word == program_.semicolon()) return;
    for (const std::vector<Symbol>& each : words) {
      const std::uint32_t behind = behind_words(each, position);
      if (behind == 0) continue;
      if (parted && annotation_->noun_group_of[token - 1] >= 0) return;
      is_pair_ = std::find(program_.language().pairs.begin(), program_.language().pairs.end(), each) != program_.language().pairs.end();
      const bool found = phrase_after(behind);
      is_pair_ = false;
      if (found) return after_again(each);
    }
    parted = parted || (token >= site_.tokens.end && is_time_word(lattice_->article().document->tokens[token].word));
    position = edges.front().kind == EdgeKind::Mention ? edges.front().end : edges.back().end;
  }
}

/// The end of the mention and of a phrase that belongs to its noun: "members of the senate".
std::uint32_t FillerFinder::end_of_phrases(const Mention& mention) const {
  const std::int32_t noun = annotation_->noun_group_of[mention.tokens.end - 1];
  const std::uint32_t end = mention.tokens.end;
  if (noun < 0) return end;
  const auto begins_before = [](const Attachment& each, std::uint32_t token) { return each.preposition < token; };
  const std::vector<Attachment>& all = annotation_->attachments;
  const auto phrase = std::lower_bound(all.begin(), all.end(), end, begins_before);
  if (phrase == all.end() || phrase->preposition != end || phrase->noun_governor != noun) return end;
  return annotation_->noun_groups[phrase->noun_group].tokens.end;
}

/// "with A and with B", "with A as well as with B".
void FillerFinder::after_again(const std::vector<Symbol>& words) {
  for (int turns = 0; turns < 4; ++turns) {
    std::uint32_t end = 0;
    for (const MentionId found : *out_) end = std::max(end, end_of_phrases((*mentions_)[found]));
    bool strong = false;
    const std::uint32_t next = connector_from(lattice_->position(end), strong);
    const std::uint32_t behind = next == 0 ? 0 : behind_words(words, next);
    if (behind == 0 || !phrase_after(behind)) return;
  }
}

void FillerFinder::before() {
  const auto* group = site_.noun_group < 0 ? nullptr : &annotation_->noun_groups[static_cast<std::size_t>(site_.noun_group)];
  const std::uint32_t least = group != nullptr && group->tokens.begin < site_.tokens.begin ? group->tokens.begin : lattice_->unit().begin;
  std::uint32_t position = lattice_->position(site_.tokens.begin);
  for (int steps = 0; position > least && steps < 12; ++steps) {
    if (const MentionId mention = mention_into(position); mention != no_mention) {
      add(mention);
      position = lattice_->position((*mentions_)[mention].tokens.begin);
      continue;
    }
    const auto edges = lattice_->into(position);
    if (edges.empty() || edges.back().kind != EdgeKind::Token) return;
    const std::uint32_t token = edges.back().index;
    const Pos pos = annotation_->tokens[token].pos;
    const std::string_view word = lattice_->article().document->word(token);
    const bool modifier = pos == Pos::Noun || pos == Pos::ProperNoun || pos == Pos::Adjective || pos == Pos::Numeral ||
                          pos == Pos::Adverb || word == "-" || word == "/" || word == "\u2013" ||
                          is_joiner(lattice_->article().document->tokens[token].word) ||
                          annotation_->tokens[token].form == VerbForm::PastParticiple;
    if (!modifier) return;
    position = edges.back().begin;
  }
}

void FillerFinder::possessor() {
  if (site_.noun_group < 0) return;
  const NounGroup& group = annotation_->noun_groups[static_cast<std::size_t>(site_.noun_group)];
  for (const Edge& edge : lattice_->mentions()) {
    const bool owner = !group.possessor.empty() && (group.possessor.contains(edge.tokens) || edge.tokens.contains(group.possessor));
    const bool pronoun = edge.tokens.begin == group.tokens.begin && (*mentions_)[edge.index].form == MentionForm::Possessive;
    if ((owner || pronoun) && fits(edge.index)) add(edge.index);
  }
}

void FillerFinder::inside() {
  if (site_.noun_group < 0) return;
  const TokenSpan tokens = annotation_->noun_groups[static_cast<std::size_t>(site_.noun_group)].tokens;
  for (const Edge& edge : lattice_->mentions()) {
    if (tokens.contains(edge.tokens) && fits(edge.index)) add(edge.index);
  }
}

/// The subject of the verb whose object the trigger is, or of the nearest verb to its left in its clause.
void FillerFinder::subject_of_clause() {
  const std::uint32_t token = site_.tokens.begin;
  if (token >= annotation_->clause_of.size()) return;
  std::int32_t best = -1;
  for (std::size_t v = first_verb(); v < annotation_->verb_groups.size(); ++v) {
    const VerbGroup& verb = annotation_->verb_groups[v];
    if (verb.tokens.begin >= lattice_->unit().end) break;
    if (site_.noun_group >= 0 && verb.object == site_.noun_group) {
      best = static_cast<std::int32_t>(v);
      break;
    }
    const bool same_clause = annotation_->clause_of[verb.head] == annotation_->clause_of[token];
    if (verb.tokens.end <= token && same_clause) best = static_cast<std::int32_t>(v);
    if (best < 0 && same_clause && verb.tokens.begin > token && verb.subject >= 0 && verb.subject != site_.noun_group) {
      best = static_cast<std::int32_t>(v);  // "In talks with B, A asked": the verb follows
      break;
    }
  }
  add_group(subject_of(best));
}

}  // namespace chancery
