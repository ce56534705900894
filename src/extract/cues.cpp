#include "extract/cues.hpp"

#include "annotate/stretch.hpp"
#include "extract/tense.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace chancery {
namespace {

class Scope {
 public:
  explicit Scope(const ArticleWork& work) : work_(work) {}

  /// For a cue of the draft's sentence.
  [[nodiscard]] bool holds(const CueHit& cue, const Draft& draft) const {
    const Rule& rule = work_.pack->rules[cue.match.rule];
    const std::string& name = work_.pack->frames[draft.frame.definition].name;
    if (!rule.on.empty() && rule.on != name) return false;
    if (draft.frame.verb_group < 0 && draft.frame.trigger.contains(cue.match.tokens.begin))
      return true;  // the cue's first word is the draft's noun
    const bool left = draft.frame.trigger.begin < cue.match.tokens.begin;
    if (rule.direction == Direction::Left && !left) return false;
    if (rule.direction == Direction::Right && left) return false;
    switch (rule.scope) {
      case CueScope::VerbGroup: return same_group(cue.match, draft);
      case CueScope::Clause: return cue.quotation == draft.quotation && (same_group(cue.match, draft) || same_clause(cue.match, draft));
      case CueScope::Complement: return cue.quotation == draft.quotation && in_complement(cue.match, draft, left);
      case CueScope::Sentence: return true;
      case CueScope::Quote: return draft.quotation >= 0;
    }
    return false;
  }

 private:
  const Annotation& annotation() const { return work_.annotation(); }

  /// The cue stands in the trigger's verb group, or modifies the trigger's noun.
  [[nodiscard]] bool same_group(const Match& cue, const Draft& draft) const {
    const std::int32_t noun = work_.trigger_noun(draft);
    for (std::uint32_t token = cue.tokens.begin; token < cue.tokens.end; ++token) {
      if (noun >= 0 && annotation().noun_group_of[token] == noun && token < annotation().noun_groups[static_cast<std::size_t>(noun)].head)
        return true;
      const std::int32_t verb = annotation().verb_group_of[token];
      if (verb >= 0 && verb == draft.frame.verb_group) return true;
    }
    return false;
  }

  [[nodiscard]] bool same_clause(const Match& cue, const Draft& draft) const {
    return annotation().clause_of[cue.trigger.begin] == annotation().clause_of[draft.frame.trigger.begin];
  }

  [[nodiscard]] std::int32_t verb_of(const Match& cue) const {
    if (cue.verb_group >= 0) return cue.verb_group;
    for (std::uint32_t token = cue.tokens.begin; token < cue.tokens.end; ++token) {
      if (annotation().verb_group_of[token] >= 0) return annotation().verb_group_of[token];
    }
    return -1;
  }

  /// The draft is the cue's subject (of a passive), governed by its verb, or stands behind it with nothing between that breaks off.
  [[nodiscard]] bool in_complement(const Match& cue, const Draft& draft, bool left) const {
    const std::int32_t verb = verb_of(cue);
    const bool own = cue.verb_group >= 0 && cue.verb_group == draft.frame.verb_group;
    if (own && annotation().verb_group_of[cue.tokens.begin] == cue.verb_group) return false;  // "urged N" is no part of what is urged
    if (same_group(cue, draft)) return true;
    if (left) return is_subject(verb, draft);
    for (std::int32_t above = draft.frame.verb_group, depth = 0; above >= 0 && depth < 6; ++depth) {
      if (above == verb) return true;
      const VerbGroup& group = annotation().verb_groups[static_cast<std::size_t>(above)];
      if (is_set_apart(group.tokens.begin)) return false;
      above = group.governor;
    }
    return reaches(cue, draft);
  }

  [[nodiscard]] bool is_subject(std::int32_t verb, const Draft& draft) const {
    if (verb < 0) return false;
    const std::int32_t subject = annotation().verb_groups[static_cast<std::size_t>(verb)].subject;
    if (subject < 0) return false;
    std::int32_t noun = work_.trigger_noun(draft);
    if (noun == subject ||
        (noun >= 0 && annotation().list_of[static_cast<std::size_t>(noun)] >= 0 &&
         annotation().list_of[static_cast<std::size_t>(noun)] == annotation().list_of[static_cast<std::size_t>(subject)]))
      return true;  // "contacts and meetings are rare"
    if (work_.outer[annotation().noun_groups[static_cast<std::size_t>(subject)].head] != no_mention) return false;
    for (int depth = 0; noun >= 0 && depth < 3; ++depth) {  // "plans for talks were dropped"
      noun = noun_in_front(noun);
      if (noun == subject) return true;
    }
    return false;
  }

  /// The noun group that ends before the preposition in front of another one; none if anything else is between.
  [[nodiscard]] std::int32_t noun_in_front(std::int32_t noun) const {
    const std::uint32_t begin = annotation().noun_groups[static_cast<std::size_t>(noun)].tokens.begin;
    return begin < 2 || annotation().tokens[begin - 1].pos != Pos::Adposition ? -1 : annotation().noun_group_of[begin - 2];
  }

  [[nodiscard]] bool reaches(const Match& cue, const Draft& draft) const {
    const std::uint32_t from = cue.tokens.end;
    const std::uint32_t to = draft.frame.trigger.begin;
    if (from > to) return false;
    for (std::uint32_t token = from; token < to; ++token) {
      const Shape shape = work_.document().tokens[token].shape;
      if (shape == Shape::Punctuation && work_.document().word(token) == ";") return false;
      if (work_.models->is_barrier(work_.document().tokens[token].word)) return false;
    }
    const bool preposition = annotation().tokens[cue.tokens.end - 1].pos == Pos::Adposition;
    if (preposition && verb_of(cue) < 0 && (has_verb_until(cue, draft.frame.trigger) || has_own_verb(draft))) return false;
    return below(annotation().clause_of[to], annotation().clause_of[cue.trigger.begin]) && !is_attributed(cue, draft);
  }

  /// "Ahead of the vote, N met R": what a preposition governs ends before the finite verb of its clause.
  [[nodiscard]] bool has_verb_until(const Match& cue, TokenSpan trigger) const {
    for (std::uint32_t token = cue.tokens.end; token < trigger.end; ++token) {
      const std::int32_t verb = annotation().verb_group_of[token];
      if (verb >= 0 && annotation().verb_groups[static_cast<std::size_t>(verb)].tense != Tense::None) return true;
    }
    return false;
  }

  /// "Prior to the summit, talks between N and R ended": the draft's noun is the subject of a finite verb behind it.
  [[nodiscard]] bool has_own_verb(const Draft& draft) const {
    const std::int32_t noun = work_.trigger_noun(draft);
    const TokenSpan trigger = draft.frame.trigger;
    const std::span<const VerbGroup> verbs = verb_groups_in(annotation(), work_.sentence_at(trigger.begin));
    return noun >= 0 && std::any_of(verbs.begin(), verbs.end(), [&](const VerbGroup& verb) {
             return verb.subject == noun && verb.tense != Tense::None && verb.tokens.begin >= trigger.end &&
                    annotation().clauses[verb.clause].kind != ClauseKind::Relative;
           });
  }

  /// "N plans to go, R said at a meeting": the cue stands in what is said, the draft in the clause that says it.
  [[nodiscard]] bool is_attributed(const Match& cue, const Draft& draft) const {
    const std::int32_t verb = deciding_verb_group(work_, draft);
    const std::int32_t subject = verb < 0 ? -1 : annotation().verb_groups[static_cast<std::size_t>(verb)].subject;
    if (subject < 0) return false;
    const std::uint32_t begin = annotation().noun_groups[static_cast<std::size_t>(subject)].tokens.begin;
    return begin >= cue.tokens.end && !main_clause_before(work_.document(), annotation(), work_.sentence_at(begin), begin).empty();
  }

  /// "called for calm, telling reporters": a participle behind a comma says what else is done, not what is called for.
  [[nodiscard]] bool is_set_apart(std::uint32_t token) const {
    return token > 0 && annotation().tokens[token].form == VerbForm::Gerund && work_.document().word(token - 1) == ",";
  }

  /// `clause` is `above` or a complement or participial clause of it.
  [[nodiscard]] bool below(std::uint32_t clause, std::uint32_t above) const {
    for (int depth = 0; depth < 6; ++depth) {
      if (clause == above) return true;
      const Clause& item = annotation().clauses[clause];
      const bool governed = item.kind == ClauseKind::Complement || item.kind == ClauseKind::Participial;
      if (!governed || item.parent < 0 || is_set_apart(item.tokens.begin)) return false;
      clause = static_cast<std::uint32_t>(item.parent);
    }
    return false;
  }

  const ArticleWork& work_;
};

/// Lower is nearer: the cues of the draft's own group come before others, then by tokens between.
std::pair<int, std::uint32_t> distance(const ArticleWork& work, const CueHit& cue, const Draft& draft) {
  const bool near = work.pack->rules[cue.match.rule].scope == CueScope::VerbGroup;
  const TokenSpan a = cue.match.tokens;
  const TokenSpan b = draft.frame.trigger;
  const std::uint32_t gap = a.overlaps(b) ? 0 : a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
  return {near ? 0 : 1, gap};
}

bool is_negated(const ArticleWork& work, const Match& cue) {
  if (cue.verb_group < 0) return false;
  return read_tense(work, cue.verb_group).negated;
}

/// Applies one cue to one draft.
class Change {
 public:
  Change(ArticleWork& work, Draft& draft, const CueHit& cue)
      : work_(work), draft_(draft), cue_(cue), rule_(work.pack->rules[cue.match.rule]) {}

  void apply() {
    if (is_negated(work_, cue_.match)) {
      if (!rule_.set_when.empty())
        set("polarity", "false");
      else if (rule_.set.contains("polarity") && !own_verb_is_negated())
        set("polarity", "true");  // "did not refuse to meet"
      return;
    }
    drop_own_day();
    for (const auto& [name, value] : rule_.set) set(name, value);
    const std::string_view before = is_past_noun() ? std::string_view() : current();
    for (const ConditionalSet& change : rule_.set_when) {
      if (change.word == before && !is_merely_wished(change)) return set(change.name, change.value);
    }
  }

 private:
  /// "was called off on Thursday", "agreed on Thursday to meet": a day that is over and stands with the cue's own verb is the day of that.
  void drop_own_day() {
    if (cue_.match.verb_group < 0 || cue_.match.verb_group == draft_.frame.verb_group || !changes_standing()) return;
    const VerbGroup& group = work_.annotation().verb_groups[static_cast<std::size_t>(cue_.match.verb_group)];
    const TokenSpan verb = group.tokens;
    const auto is_between = [&](TokenSpan date) {  // "agreed Friday to meet", but "is expected Friday to meet"
      return !group.passive && draft_.frame.verb_group >= 0 && verb.end <= date.begin && date.end <= draft_.frame.trigger.begin;
    };
    for (RoleFillers& fillers : draft_.frame.roles) {
      std::erase_if(fillers.fillers, [&](const Filler& filler) {
        return filler.date >= 0 && filler.rule < 0 && (is_over(filler) || is_between(filler.tokens)) && stands_with(verb, filler.tokens);
      });
    }
  }

  /// It sets what else would be read from tense.
  [[nodiscard]] bool changes_standing() const {
    const FrameModel& model = work_.model(draft_);
    const auto is_standing = [&](const std::string& name) {
      const std::uint16_t role = model.role(name);
      return role != no_role_index && model.roles[role].from_tense;
    };
    return std::any_of(rule_.set.begin(), rule_.set.end(), [&](const auto& item) { return is_standing(item.first); }) ||
           std::any_of(rule_.set_when.begin(), rule_.set_when.end(), [&](const auto& item) { return is_standing(item.name); });
  }

  [[nodiscard]] bool is_over(const Filler& filler) const {
    const DateValue& date = work_.extraction->mentions.dates[static_cast<std::size_t>(filler.date)].value;
    return !work_.today || !date.latest || *date.latest <= *work_.today;
  }

  /// No other verb stands between, nor does the date belong to the draft's noun.
  [[nodiscard]] bool stands_with(TokenSpan verb, TokenSpan date) const {
    const std::int32_t noun = work_.trigger_noun(draft_);
    const TokenSpan trigger = draft_.frame.trigger;
    if (noun >= 0 && work_.annotation().noun_groups[static_cast<std::size_t>(noun)].tokens.contains(date)) return false;
    if (trigger.end <= date.begin && date.end <= verb.begin) return false;  // "the talks on Thursday were called off"
    const TokenSpan gap = date.begin >= verb.end ? TokenSpan{verb.end, date.begin} : TokenSpan{date.end, verb.begin};
    for (std::uint32_t token = gap.begin; token < gap.end; ++token) {
      if (work_.annotation().verb_group_of[token] >= 0) return false;
    }
    return true;
  }

  /// A noun whose own day is over, or that is under way: what is merely planned or wished is what comes of it.
  [[nodiscard]] bool is_past_noun() const {
    if (is_under_way(work_, draft_)) return true;
    if (draft_.frame.verb_group >= 0 || !work_.today) return false;
    for (const RoleFillers& fillers : draft_.frame.roles) {
      for (const Filler& filler : fillers.fillers) {
        if (filler.date < 0) continue;
        const DateValue& date = work_.extraction->mentions.dates[static_cast<std::size_t>(filler.date)].value;
        if (date.latest && *date.latest < *work_.today) return true;
      }
    }
    return false;
  }

  /// "hopes the planned talks will help": the change makes a wish of what is said to be to come.
  [[nodiscard]] bool is_merely_wished(const ConditionalSet& change) const {
    const std::uint16_t role = work_.model(draft_).role(change.name);
    if (role == no_role_index || !is_announced(work_, draft_)) return false;
    return work_.lexicon->symbols().find(change.value) == work_.model(draft_).roles[role].modal_value;
  }

  [[nodiscard]] bool own_verb_is_negated() const {
    const std::int32_t verb = draft_.frame.verb_group;
    return verb >= 0 && work_.annotation().verb_groups[static_cast<std::size_t>(verb)].negated;
  }

  /// The value, before this cue, of the role that the cue maps.
  [[nodiscard]] std::string_view current() const {
    if (rule_.set_when.empty()) return {};
    const std::uint16_t role = work_.model(draft_).role(rule_.set_when.front().name);
    return role == no_role_index ? std::string_view() : work_.lexicon->symbols().text(value_of(draft_.frame, role));
  }

  void set(const std::string& name, const std::string& value) {
    Frame& frame = draft_.frame;
    if (name == "polarity" || name == "asserted" || name == "factuality") work_.trace->changed(draft_.id, rule_.name, name + ": " + value);
    if (name == "polarity") frame.polarity = value != "false";
    if (name == "asserted") frame.asserted = value != "false";
    if (name == "factuality") {
      frame.factuality = value == "possible" ? Factuality::Possible : value == "probable" ? Factuality::Probable : Factuality::Certain;
    }
    const std::uint16_t role = work_.model(draft_).role(name);
    if (role == no_role_index) return;
    const SymbolTable& symbols = work_.lexicon->symbols();
    const std::string before(symbols.text(value_of(frame, role)));
    if (before != value) work_.trace->changed(draft_.id, rule_.name, name + ": " + before + " -> " + value);
    set_value(frame, role, symbols.find(value), cue_.match.tokens, static_cast<std::int32_t>(cue_.match.rule));
  }

  ArticleWork& work_;
  Draft& draft_;
  const CueHit& cue_;
  const Rule& rule_;
};

/// Cues come unit by unit, so in the order of their sentences.
struct BySentence {
  bool operator()(const CueHit& cue, std::uint32_t sentence) const { return cue.sentence < sentence; }
  bool operator()(std::uint32_t sentence, const CueHit& cue) const { return sentence < cue.sentence; }
};

}  // namespace

void apply_cues(ArticleWork& work) {
  const Scope scope(work);
  std::vector<const CueHit*> hits;
  for (Draft& draft : work.drafts) {
    if (draft.gone) continue;
    hits.clear();
    const auto [first, last] = std::equal_range(work.cues.begin(), work.cues.end(), draft.sentence, BySentence());
    for (const CueHit& cue : std::span(first, last)) {
      if (scope.holds(cue, draft)) hits.push_back(&cue);
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [&](const CueHit* a, const CueHit* b) { return distance(work, *a, draft) < distance(work, *b, draft); });
    for (const CueHit* cue : hits) Change(work, draft, *cue).apply();
  }
}

}  // namespace chancery
