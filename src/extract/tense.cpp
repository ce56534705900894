#include "extract/tense.hpp"

#include <algorithm>

#include "extract/extraction_words.hpp"
#include "lexicon/lexicon.hpp"

#include "annotate/stretch.hpp"

namespace chancery {
namespace {

const VerbGroup& group(const ArticleWork& work, std::int32_t index) {
  return work.annotation().verb_groups[static_cast<std::size_t>(index)];
}

bool in(const ArticleWork& work, std::int32_t list, Symbol word) {
  return work.lexicon->words().in_list(list, word);
}

/// The last verb group of `clause`, one of the token's sentence, before `token`, else the first after it.
std::int32_t verb_of_clause(const ArticleWork& work, std::uint32_t clause, std::uint32_t token) {
  std::int32_t found = -1;
  for (const VerbGroup& verb : verb_groups_in(work.annotation(), work.sentence_at(token))) {
    if (verb.clause != clause) continue;
    if (verb.tokens.begin > token && found >= 0) break;
    found = static_cast<std::int32_t>(&verb - work.annotation().verb_groups.data());
    if (verb.tokens.begin > token) break;
  }
  return found;
}

Symbol word_before(const ArticleWork& work, std::uint32_t token) {
  return token == 0 ? Symbol::None : work.document().tokens[token - 1].word;
}

/// "will fly to Oslo and meet N": the verb before of the same subject, whose auxiliary the bare form shares; -1 if it has its own tense.
std::int32_t joined_to(const ArticleWork& work, const VerbGroup& verb, std::int32_t index) {
  if (verb.tense != Tense::None || verb.participle || verb.infinitive || verb.modal != Symbol::None || verb.subject < 0) return -1;
  const TokenSpan sentence = work.sentence_at(verb.head);
  for (std::int32_t before = index - 1; before >= 0; --before) {
    const VerbGroup& other = group(work, before);
    if (!sentence.contains(other.tokens)) return -1;
    if (other.subject == verb.subject && !other.participle) return before;
  }
  return -1;
}

/// "said she would fly to Oslo": in the clause that a verb in the past takes.
bool is_reported_in_past(const ArticleWork& work, const VerbGroup& verb) {
  const std::vector<Clause>& clauses = work.annotation().clauses;
  const Clause* clause = &clauses[verb.clause];
  const auto is_loose = [&] {  // "would fly to Oslo, where she would meet N": the comma has closed what is reported
    return clause->kind == ClauseKind::Relative || in(work, work.words->place_clause, work.document().tokens[clause->tokens.begin].word);
  };
  const auto is_last = [&] { return clauses[static_cast<std::size_t>(clause->parent)].kind == ClauseKind::Main && is_loose(); };
  constexpr int deepest = 3;  // "said she would fly to Oslo and would meet N"
  for (int depth = 0; depth < deepest && clause->parent >= 0 && (clause->kind == ClauseKind::Coordinate || is_loose()) && !is_last();
       ++depth)
    clause = &clauses[static_cast<std::size_t>(clause->parent)];
  if ((clause->kind != ClauseKind::Complement && !is_loose()) || clause->parent < 0) return false;
  const std::int32_t above = verb_of_clause(work, static_cast<std::uint32_t>(clause->parent), clause->tokens.begin);
  if (above < 0 || group(work, above).tense != Tense::Past || group(work, above).negated) return false;
  return in(work, work.words->clause_verb, work.annotation().tokens[group(work, above).head].lemma);
}

/// "after meeting X" happened; "before meeting X" follows the clause it stands in: told in the past it happened too, unless somebody
/// speaks there ("said before meeting X").
TenseReading read_participle(const ArticleWork& work, const VerbGroup& verb, int depth);

TenseReading read(const ArticleWork& work, std::int32_t index, int depth) {
  const VerbGroup& verb = group(work, index);
  TenseReading result;
  result.negated = verb.negated;
  if (verb.infinitive) {
    result.reality = verb.perfect ? Reality::Happened : Reality::Coming;
    if (verb.governor >= 0 && depth < 4) {
      const TenseReading above = read(work, verb.governor, depth + 1);
      result.negated = result.negated != above.negated;
      if (above.reality == Reality::Wished && !verb.perfect) result.reality = Reality::Wished;
    }
    return result;
  }
  if (const std::int32_t before = joined_to(work, verb, index); before >= 0 && depth < 4) return read(work, before, depth + 1);
  const bool backshifted = in(work, work.words->backshifted_will, verb.modal) && !verb.perfect && is_reported_in_past(work, verb);
  if (verb.tense == Tense::Future || backshifted) {
    result.reality = Reality::Coming;
  } else if (verb.modal != Symbol::None && !in(work, work.words->plain_auxiliary, verb.modal)) {
    result.reality = verb.perfect ? Reality::Happened : Reality::Wished;
  } else if (verb.participle && verb.tense == Tense::None) {
    return read_participle(work, verb, depth);
  } else {
    result.plain_present = verb.tense == Tense::Present && !verb.perfect;
  }
  return result;
}

TenseReading read_participle(const ArticleWork& work, const VerbGroup& verb, int depth) {
  TenseReading result;
  result.negated = verb.negated;
  const Symbol before = word_before(work, verb.tokens.begin);
  if (in(work, work.words->time_after, before) || depth >= 4) return result;
  if (verb.governor < 0 && work.annotation().tokens[verb.head].form == VerbForm::PastParticiple) {  // "the accord, signed in Oslo, will …"
    result.plain_present = true;
    return result;
  }
  const std::int32_t parent = work.annotation().clauses[verb.clause].parent;
  const std::int32_t above = verb.governor >= 0 ? verb.governor
                             : parent >= 0      ? verb_of_clause(work, static_cast<std::uint32_t>(parent), verb.tokens.begin)
                                                : -1;
  if (above < 0 || &group(work, above) == &verb) return result;
  const bool negated = result.negated;
  result = read(work, above, depth + 1);
  result.negated = verb.governor >= 0 ? negated != result.negated : negated;
  const bool speaks = in(work, work.words->clause_verb, work.annotation().tokens[group(work, above).head].lemma);
  if (speaks && in(work, work.words->time_before, before))
    result.reality = result.reality == Reality::Happened ? Reality::Coming : result.reality;
  return result;
}

/// A word of the list stands before the head of the draft's noun.
bool is_called(const ArticleWork& work, const Draft& draft, std::int32_t list) {
  const std::int32_t noun = draft.frame.verb_group >= 0 ? -1 : work.trigger_noun(draft);
  if (noun < 0) return false;
  const NounGroup& nouns = work.annotation().noun_groups[static_cast<std::size_t>(noun)];
  for (std::uint32_t token = nouns.tokens.begin; token < nouns.head; ++token)
    if (in(work, list, work.document().tokens[token].word)) return true;
  return false;
}

}  // namespace

std::int32_t deciding_verb_group(const ArticleWork& work, const Draft& draft) {
  if (draft.frame.verb_group >= 0) return draft.frame.verb_group;
  const std::uint32_t token = draft.frame.trigger.begin;
  std::int32_t clause = static_cast<std::int32_t>(work.annotation().clause_of[token]);
  while (clause >= 0) {
    const std::int32_t found = verb_of_clause(work, static_cast<std::uint32_t>(clause), token);
    if (found >= 0) return found;
    clause = work.annotation().clauses[static_cast<std::size_t>(clause)].parent;
  }
  return -1;
}

bool is_time_word(const ArticleWork& work, std::uint32_t token) {
  const Symbol word = work.document().tokens[token].word;
  return in(work, work.words->time_after, word) || in(work, work.words->time_before, word);
}

bool is_behind_time_word(const ArticleWork& work, const Draft& draft) {
  const std::int32_t group = work.trigger_noun(draft);
  if (group < 0) return false;
  const std::uint32_t begin = work.annotation().noun_groups[static_cast<std::size_t>(group)].tokens.begin;
  if (begin == 0) return false;
  const bool of_two = begin > 1 && work.annotation().tokens[begin - 1].pos == Pos::Adposition;  // "prior to"
  return is_time_word(work, begin - 1) || (of_two && is_time_word(work, begin - 2));
}

bool is_under_way(const ArticleWork& work, const Draft& draft) {
  return is_called(work, draft, work.words->under_way_word);
}

bool is_announced(const ArticleWork& work, const Draft& draft) {
  return is_called(work, draft, work.words->announced_word);
}

TenseReading read_tense(const ArticleWork& work, std::int32_t verb_group) {
  return read(work, verb_group, 0);
}

namespace {

Symbol of_reality(const RoleModel& role, Reality reality) {
  return reality == Reality::Happened ? role.past_value : reality == Reality::Coming ? role.future_value : role.modal_value;
}

/// "agreed to open the port after two days of talks": a word of time stands before the draft's noun, so that it took place first.
bool follows_what_is_told(const ArticleWork& work, const Draft& draft) {
  constexpr std::uint32_t farthest_token = 8;
  const std::int32_t noun = work.trigger_noun(draft);
  const std::uint32_t from =
      noun < 0 ? draft.frame.trigger.begin
               : std::min(draft.frame.trigger.begin, work.annotation().noun_groups[static_cast<std::size_t>(noun)].tokens.begin);
  for (std::uint32_t back = 1; back <= farthest_token && back <= from; ++back) {
    if (work.annotation().verb_group_of[from - back] >= 0) return false;
    if (in(work, work.words->time_after, work.document().tokens[from - back].word)) return true;
  }
  return false;
}

/// The reading of the finite verb that governs an infinitive in the end.
TenseReading read_outermost(const ArticleWork& work, std::int32_t verb) {
  for (int depth = 0; depth < 5 && group(work, verb).infinitive && group(work, verb).governor >= 0; ++depth)
    verb = group(work, verb).governor;
  return read_tense(work, verb);
}

/// "The talks are to open on Monday": an auxiliary alone, of which the noun is the subject, gives way to the infinitive right behind it.
std::int32_t with_infinitive(const ArticleWork& work, std::int32_t verb, std::int32_t noun) {
  const std::vector<VerbGroup>& all = work.annotation().verb_groups;
  const auto next = static_cast<std::size_t>(verb) + 1;
  const VerbGroup& auxiliary = group(work, verb);
  if (noun < 0 || auxiliary.subject != noun || next >= all.size() || work.annotation().tokens[auxiliary.head].pos != Pos::Auxiliary)
    return verb;
  const bool behind = all[next].infinitive && all[next].tokens.begin == auxiliary.tokens.end;
  return behind && !auxiliary.negated ? static_cast<std::int32_t>(next) : verb;
}

}  // namespace

void apply_defaults(ArticleWork& work, Draft& draft) {
  const FrameModel& model = work.model(draft);
  std::int32_t verb = deciding_verb_group(work, draft);
  if (verb >= 0 && draft.frame.verb_group < 0) verb = with_infinitive(work, verb, work.trigger_noun(draft));
  TenseReading reading;
  if (verb >= 0) reading = read_tense(work, verb);
  const bool own_verb = draft.frame.verb_group >= 0;
  const bool told = !own_verb && follows_what_is_told(work, draft);
  if (told && verb >= 0 && reading.reality == Reality::Coming) reading = read_outermost(work, verb);
  if (reading.negated && own_verb) draft.frame.polarity = false;
  Reality reality = is_under_way(work, draft) ? Reality::Happened : reading.reality;
  bool dated_over = false;
  for (const RoleFillers& fillers : draft.frame.roles) {
    for (const Filler& filler : fillers.fillers) {
      if (filler.date < 0 || !work.today) continue;
      const DateValue& date = work.extraction->mentions.dates[static_cast<std::size_t>(filler.date)].value;
      const bool later = date.earliest && *date.earliest > *work.today;
      const bool over = date.latest && *date.latest < *work.today;
      if (over && !own_verb) reality = Reality::Happened;  // "will tell of his talks last month"
      dated_over = dated_over || over;
      if (later && reality == Reality::Happened && (reading.plain_present || !own_verb)) reality = Reality::Coming;
    }
  }
  const bool guess = ((!own_verb && !dated_over && !told) || adds_to_other(model, draft.frame)) && reality == Reality::Happened;
  for (std::size_t i = 0; i < model.roles.size(); ++i) {
    const std::uint16_t role = static_cast<std::uint16_t>(i);
    if (value_of(draft.frame, role) != Symbol::None) continue;
    const Symbol usual = model.roles[i].from_tense ? of_reality(model.roles[i], reality) : model.roles[i].default_value;
    if (usual != Symbol::None)
      set_value(draft.frame, role, usual, draft.frame.trigger, model.roles[i].from_tense && guess ? by_guess : by_default);
  }
}

}  // namespace chancery
