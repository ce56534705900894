#include "extract/adjuncts.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include "annotate/stretch.hpp"
#include "extract/extraction_words.hpp"
#include "extract/tense.hpp"
#include "lexicon/lexicon.hpp"

namespace chancery {
namespace {

/// A filler out of what an adjunct pattern captured, if the role can take it.
std::optional<Filler> to_filler(const ArticleWork& work, const RoleModel& role, const Capture& capture) {
  Filler filler;
  filler.tokens = capture.tokens;
  filler.mention = capture.mention;
  if (capture.mention == no_mention) {
    if (role.entity || role.classes.any()) return std::nullopt;
    return filler;
  }
  const Mention& mention = work.mentions()[capture.mention];
  if (mention.cls == mention_class::date && mention.value >= 0) {
    filler.date = mention.value;
    return work.takes_date(role, filler.date) ? std::optional(filler) : std::nullopt;
  }
  if (!role.entity) return filler;
  filler.entity = work.entity_of(capture.mention, role.classes);
  return filler.entity == no_entity ? std::nullopt : std::optional(filler);
}

class AdjunctHome {
 public:
  AdjunctHome(ArticleWork& work, const Unit& unit, std::size_t first) : work_(work), unit_(unit), first_(first) {}

  /// With `fronted`, the second round, it goes to drafts that have none of their own: in a participle's clause behind the verb that it
  /// stands before, in a clause about the time, in the same clause. True if it is not to go to others: a noun took it.
  bool attach(const Capture& capture, const FrameModel& model, std::uint16_t role, const std::vector<Symbol>& unless, bool whole_sentence,
              bool fronted) {
    fronted_ = fronted;
    const std::optional<Filler> filler = to_filler(work_, model.roles[role], capture);
    if (!filler || belongs_to_noun(capture.tokens.begin)) return true;
    Draft* best = nullptr;
    bool taken = false;
    std::uint32_t best_cost = std::numeric_limits<std::uint32_t>::max();
    for (std::size_t i = first_; i < work_.drafts.size(); ++i) {
      Draft& draft = work_.drafts[i];
      if (draft.frame.definition != model.index || draft.quotation != unit_.quotation) continue;
      taken = taken || has(draft, role, *filler);
      if (has(draft, role, *filler)) continue;
      if (fronted && is_placed(draft, role)) continue;
      if (filler->date >= 0 && modifies_another(draft, capture.tokens)) continue;
      if (std::any_of(unless.begin(), unless.end(), [&](Symbol value) { return has_value(draft.frame, value); })) continue;
      const std::uint32_t cost = cost_of(draft, capture.tokens, whole_sentence);
      if (cost >= best_cost) continue;
      best = &draft;
      best_cost = cost;
    }
    if (best == nullptr || (filler->entity != no_entity && takes_part(*best, filler->mention))) return taken;
    if (is_farther_place(*best, model, role, *filler)) return taken;
    if (add_filler(model.roles[role], best->frame, role, *filler)) work_.trace->filled(best->id, model.roles[role].name, "adjunct");
    return best->frame.verb_group < 0;
  }

 private:
  /// By another pattern: "on the sidelines of the summit in Oslo" is the place of both.
  static bool has(const Draft& draft, std::uint16_t role, const Filler& filler) {
    const RoleFillers* known = draft.frame.find(role);
    return known != nullptr && std::any_of(known->fillers.begin(), known->fillers.end(), [&](const Filler& other) {
             return filler.entity != no_entity && other.tokens == filler.tokens;
           });
  }

  /// "the 2015 accord", "a ten-day march": the date stands before another noun than the draft's, and tells of that.
  [[nodiscard]] bool modifies_another(const Draft& draft, TokenSpan tokens) const {
    const std::int32_t group = work_.annotation().noun_group_of[tokens.begin];
    if (group < 0 || group == work_.trigger_noun(draft) || group == draft.noun_group) return false;
    const NounGroup& noun = work_.annotation().noun_groups[static_cast<std::size_t>(group)];
    return noun.head >= tokens.end && noun.head != draft.frame.trigger.begin && !draft.frame.trigger.contains(noun.head) &&
           !draft.frame.trigger.contains(tokens.begin) && !work_.dated[noun.head];
  }

  /// It has a filler of this role, or of another one with the same classes or such as the lexicon knows to lie in it.
  [[nodiscard]] bool is_placed(const Draft& draft, std::uint16_t role) const {
    const FrameModel& model = work_.model(draft);
    return std::any_of(model.adjunct_roles.begin(), model.adjunct_roles.end(), [&](std::uint16_t other) {
      return other != no_role_index && draft.frame.find(other) != nullptr &&
             (other == role || (model.roles[other].entity && model.roles[role].entity));
    });
  }

  /// "will visit Peru ahead of a summit in Cancun": another role has a place, nearer by, that this one does not lie in.
  [[nodiscard]] bool is_farther_place(const Draft& draft, const FrameModel& model, std::uint16_t role, const Filler& filler) const {
    if (filler.entity == no_entity) return false;
    const auto apart = [&](const Filler& other) {
      const EntryId inner = work_.extraction->entities[filler.entity].entry, outer = work_.extraction->entities[other.entity].entry;
      if (inner == no_entry || outer == no_entry || inner == outer) return false;
      const EntryId country = work_.lexicon->entry(inner).country;
      return country != no_entry && country != outer && work_.lexicon->entry(outer).country != inner &&
             other.tokens.end <= filler.tokens.begin && draft.frame.trigger.begin < filler.tokens.begin;
    };
    return std::any_of(model.adjunct_roles.begin(), model.adjunct_roles.end(), [&](std::uint16_t other) {
      const RoleFillers* known = other == no_role_index || other == role || !model.roles[other].entity ? nullptr : draft.frame.find(other);
      return known != nullptr && std::any_of(known->fillers.begin(), known->fillers.end(), apart);
    });
  }

  static bool takes_part(const Draft& draft, MentionId mention) {
    for (const RoleFillers& fillers : draft.frame.roles) {
      for (const Filler& other : fillers.fillers) {
        if (other.mention == mention) return true;
      }
    }
    return false;
  }

  /// Tokens between, more for one that stands behind, much more for another clause; the maximum for one out of reach.
  [[nodiscard]] std::uint32_t cost_of(const Draft& draft, TokenSpan tokens, bool whole_sentence) const {
    const TokenSpan trigger = draft.frame.trigger;
    const bool behind = trigger.begin >= tokens.end;
    std::uint32_t cost = behind ? 40 + trigger.begin - tokens.end : tokens.begin >= trigger.end ? tokens.begin - trigger.end : 0;
    const std::uint32_t own = work_.annotation().clause_of[trigger.begin];
    const std::uint32_t other = work_.annotation().clause_of[tokens.begin];
    if (!whole_sentence && (belongs_to_other_verb(draft, tokens) || is_cut_off(draft, tokens) || is_set_apart(draft, tokens)))
      return std::numeric_limits<std::uint32_t>::max();
    if (own == other) return cost;
    const bool related = is_of_time_clause(own, other) || is_above(own, other) || is_above(other, own) || is_told_there(draft, tokens);
    if (!related && !whole_sentence) return std::numeric_limits<std::uint32_t>::max();
    return cost + 100;
  }

  /// `above` is reached from `clause` without leaving a relative, complement or adverbial clause.
  [[nodiscard]] bool is_above(std::uint32_t above, std::uint32_t clause) const {
    for (int depth = 0; depth < 4; ++depth) {
      const Clause& item = work_.annotation().clauses[clause];
      const bool loose = item.kind == ClauseKind::Participial || item.kind == ClauseKind::Main || item.kind == ClauseKind::Coordinate;
      if (item.parent < 0 || !loose) return false;
      clause = static_cast<std::uint32_t>(item.parent);
      if (clause == above) return true;
    }
    return false;
  }

  /// The verb group that the prepositional phrase of the preposition at `token` belongs to, or -1.
  [[nodiscard]] std::int32_t verb_governor(std::uint32_t token) const {
    for (const Attachment& attachment : attachments_in(work_.annotation(), work_.sentence_at(token))) {
      if (attachment.preposition == token) return attachment.verb_governor;
    }
    return -1;
  }

  /// The phrase at `tokens` belongs to a verb of another clause that has nothing to do with the draft's.
  [[nodiscard]] bool belongs_to_other_verb(const Draft& draft, TokenSpan tokens) const {
    std::int32_t governor = -1;
    for (std::uint32_t back = 1; back <= 4 && governor < 0 && tokens.begin >= unit_.tokens.begin + back; ++back) {
      if (work_.annotation().tokens[tokens.begin - back].pos == Pos::Adposition) governor = verb_governor(tokens.begin - back);
    }
    if (governor < 0 || governs(governor, draft) || tells_of(work_.annotation().verb_groups[static_cast<std::size_t>(governor)], draft))
      return false;
    const VerbGroup& other = work_.annotation().verb_groups[static_cast<std::size_t>(governor)];
    if (names_filler(other, tokens.begin, draft) || tells_of_setting(other) || is_joined_to(other, draft) || is_over(other, draft, tokens))
      return false;
    return other.participle || other.clause != work_.annotation().clause_of[draft.frame.trigger.begin];
  }

  /// "In Oslo, N praised the deal, telling reporters": the phrase stands before the verb, and the draft in a participle's clause of it.
  /// "raised it in Oslo in May when the two met": the draft stands in a clause about the time, right behind the phrase.
  [[nodiscard]] bool is_over(const VerbGroup& verb, const Draft& draft, TokenSpan tokens) const {
    if (!fronted_) return false;
    const std::uint32_t own = work_.annotation().clause_of[draft.frame.trigger.begin];
    const Clause& clause = work_.annotation().clauses[own];
    if (draft.frame.trigger.end <= verb.tokens.begin && verb.tokens.end <= tokens.begin)  // "N, flanked by R, told reporters in Oslo"
      return clause.kind == ClauseKind::Participial && clause.parent == static_cast<std::int32_t>(verb.clause);
    if (draft.frame.trigger.begin < verb.tokens.end || draft.frame.trigger.begin < tokens.end) return false;
    if (clause.kind == ClauseKind::Participial) return verb.tokens.begin >= tokens.end && is_above(verb.clause, own);
    return clause.parent == static_cast<std::int32_t>(verb.clause) && verb.tokens.begin < tokens.begin && is_time_clause(clause);
  }

  [[nodiscard]] bool is_time_clause(const Clause& clause) const {
    if (clause.kind != ClauseKind::Adverbial && clause.kind != ClauseKind::Relative) return false;
    return work_.lexicon->words().in_list(work_.words->time_clause, work_.document().tokens[clause.tokens.begin].word);
  }

  /// In the second round a clause about the time is no clause of its own.
  [[nodiscard]] bool is_of_time_clause(std::uint32_t own, std::uint32_t other) const {
    const Clause& clause = work_.annotation().clauses[own];
    return fronted_ && clause.parent == static_cast<std::int32_t>(other) && is_time_clause(clause);
  }

  /// "hugged and kissed in Oslo": a verb right behind the draft's, of the same subject.
  [[nodiscard]] bool is_joined_to(const VerbGroup& verb, const Draft& draft) const {
    if (draft.frame.verb_group < 0) return false;
    const VerbGroup& own = work_.annotation().verb_groups[static_cast<std::size_t>(draft.frame.verb_group)];
    return own.subject >= 0 && own.subject == verb.subject && verb.tokens.begin == own.tokens.end + 1;
  }

  /// "received a team led by Berg in Oslo": a past participle only says who takes part, and what follows is the draft's again.
  [[nodiscard]] bool names_filler(const VerbGroup& verb, std::uint32_t phrase, const Draft& draft) const {
    if (!verb.participle || work_.annotation().tokens[verb.head].form != VerbForm::PastParticiple) return false;
    if (draft.frame.trigger.end > verb.tokens.begin) return false;
    return std::any_of(draft.frame.roles.begin(), draft.frame.roles.end(), [&](const RoleFillers& role) {
      return std::any_of(role.fillers.begin(), role.fillers.end(), [&](const Filler& filler) {
        const bool named = filler.tokens.begin >= verb.tokens.end || filler.tokens.contains(verb.tokens);
        return filler.mention != no_mention && named && filler.tokens.end <= phrase;
      });
    });
  }

  /// "received N at a function held in Oslo": the past participle tells where that was at which it happened.
  [[nodiscard]] bool tells_of_setting(const VerbGroup& verb) const {
    const std::uint32_t before = verb.tokens.begin;
    return before > unit_.tokens.begin && work_.annotation().tokens[verb.head].form == VerbForm::PastParticiple &&
           work_.models->is_stage_verb(work_.annotation().tokens[verb.head].lemma) &&
           work_.models->is_setting_noun(work_.annotation().tokens[before - 1].lemma);
  }

  /// The draft's noun is what the verb speaks of: "a summit that was held in Oslo", "their retreat, held this year in Oslo".
  [[nodiscard]] bool tells_of(const VerbGroup& verb, const Draft& draft) const {
    const std::int32_t noun = work_.trigger_noun(draft);
    if (noun < 0 || !work_.models->is_stage_verb(work_.annotation().tokens[verb.head].lemma)) return false;
    if (verb.subject == noun) return true;
    const Clause& clause = work_.annotation().clauses[verb.clause];
    const bool relative = clause.kind == ClauseKind::Relative;
    const bool behind = relative || work_.annotation().tokens[verb.head].form == VerbForm::PastParticiple;
    if (!behind || verb.tokens.begin < draft.frame.trigger.end) return false;
    std::uint32_t end = std::max(work_.annotation().noun_groups[static_cast<std::size_t>(noun)].tokens.end, draft.frame.trigger.end);
    for (const RoleFillers& fillers : draft.frame.roles) {
      for (const Filler& filler : fillers.fillers) {
        if (filler.tokens.end <= verb.tokens.begin) end = std::max(end, filler.tokens.end);
      }
    }
    return (relative ? clause.tokens.begin : verb.tokens.begin) <= end + 1;  // "talks between A and B that were to open in Oslo"
  }

  /// The verb that the phrase at `tokens` stands behind tells of the draft's noun, or is joined to its verb.
  [[nodiscard]] bool is_told_there(const Draft& draft, TokenSpan tokens) const {
    const std::vector<VerbGroup>& verbs = work_.annotation().verb_groups;
    const auto starts_before = [](const VerbGroup& verb, std::uint32_t token) { return verb.tokens.begin < token; };
    const auto behind = std::lower_bound(verbs.begin(), verbs.end(), tokens.begin, starts_before);
    if (behind == verbs.begin()) return false;
    const VerbGroup& verb = *(behind - 1);
    return verb.tokens.begin >= unit_.tokens.begin && (tells_of(verb, draft) || is_joined_to(verb, draft));
  }

  /// A finite verb that does not govern the draft's stands between the phrase and the trigger behind it.
  [[nodiscard]] bool is_cut_off(const Draft& draft, TokenSpan tokens) const {
    if (draft.frame.trigger.begin < tokens.end) return false;
    const std::vector<VerbGroup>& verbs = work_.annotation().verb_groups;
    for (const VerbGroup& verb : verb_groups_in(work_.annotation(), {tokens.end, draft.frame.trigger.begin})) {
      if (verb.tokens.end > draft.frame.trigger.begin || verb.infinitive || verb.participle) continue;
      if (!governs(static_cast<std::int32_t>(&verb - verbs.data()), draft) && !is_over(verb, draft, tokens)) return true;
    }
    return false;
  }

  /// "met A in Oslo after talks with B", "flew to Oslo ahead of talks between A and B": the draft's noun stands behind a word of time, and
  /// the phrase with the verb, which tells of another encounter or is somebody else's.
  [[nodiscard]] bool is_set_apart(const Draft& draft, TokenSpan tokens) const {
    const std::int32_t noun = work_.trigger_noun(draft);
    if (noun < 0) return false;
    const std::uint32_t word = time_word_before(work_.annotation().noun_groups[static_cast<std::size_t>(noun)].tokens.begin);
    if (word == none) return false;
    const std::int32_t verb = deciding_verb_group(work_, draft);
    if (verb < 0) return false;
    const VerbGroup& group = work_.annotation().verb_groups[static_cast<std::size_t>(verb)];
    const bool with_verb = group.tokens.end <= word ? tokens.begin < word : tokens.begin >= group.tokens.end;
    if (!with_verb) return false;
    const auto is_told = [&](const Draft& other) {
      return other.frame.definition == draft.frame.definition &&
             (other.frame.verb_group == verb || other.frame.trigger.overlaps(group.tokens));
    };
    if (std::any_of(work_.drafts.begin() + static_cast<std::ptrdiff_t>(first_), work_.drafts.end(), is_told)) return true;
    const ExtractionWords& words = *work_.words;
    const bool speaks = work_.lexicon->words().in_list(words.clause_verb, work_.annotation().tokens[group.head].lemma);
    const bool before = work_.lexicon->words().in_list(words.time_before, work_.document().tokens[word].word);
    if (!fronted_) return true;  // "joined A in Oslo after talks with B in Lima": what stands with the noun comes first
    return (before || !speaks) && !acts(group, draft);
  }

  /// The word that tells before from after, shortly in front of `token` with no verb between; else `none`.
  [[nodiscard]] std::uint32_t time_word_before(std::uint32_t token) const {
    constexpr std::uint32_t farthest = 4;
    for (std::uint32_t back = 1; back <= farthest && token >= unit_.tokens.begin + back; ++back) {
      const std::uint32_t at = token - back;
      if (is_time_word(work_, at)) return at;
      if (work_.annotation().verb_group_of[at] >= 0) break;
    }
    return none;
  }

  /// A filler of the draft is the verb's subject, or one of its subjects.
  [[nodiscard]] bool acts(const VerbGroup& verb, const Draft& draft) const {
    if (verb.subject < 0) return true;
    const Annotation& annotation = work_.annotation();
    const std::int32_t list = annotation.list_of[static_cast<std::size_t>(verb.subject)];
    const auto is_filler = [&](std::uint32_t noun) {
      const std::uint32_t head = annotation.noun_groups[noun].head;
      return std::any_of(draft.frame.roles.begin(), draft.frame.roles.end(), [&](const RoleFillers& role) {
        return std::any_of(role.fillers.begin(), role.fillers.end(), [&](const Filler& filler) { return filler.tokens.contains(head); });
      });
    };
    if (list < 0) return is_filler(static_cast<std::uint32_t>(verb.subject));
    const std::vector<std::uint32_t>& members = annotation.lists[static_cast<std::size_t>(list)].members;
    return std::any_of(members.begin(), members.end(), is_filler);
  }

  [[nodiscard]] bool governs(std::int32_t verb, const Draft& draft) const {
    std::int32_t below = deciding_verb_group(work_, draft);
    for (int depth = 0; below >= 0 && depth < 5; ++depth) {
      if (below == verb) return true;
      below = work_.annotation().verb_groups[static_cast<std::size_t>(below)].governor;
    }
    return false;
  }

  /// The mention stands for somebody: not "his mother", whom nobody named and no draft took.
  [[nodiscard]] bool is_somebody(MentionId id) const {
    if (id == no_mention) return false;
    const Mention& mention = work_.mentions()[id];
    if (mention.form != MentionForm::Nominal || mention.entity != no_entity || mention.role != no_role) return true;
    for (std::size_t i = first_; i < work_.drafts.size(); ++i) {
      if (takes_part(work_.drafts[i], id)) return true;
    }
    return false;
  }

  /// "met secretly with the rebels": the people at `token` stand in a phrase of the draft's verb.
  [[nodiscard]] bool is_complement(const Draft& draft, std::uint32_t token) const {
    const std::int32_t noun = work_.annotation().noun_group_of[token];
    const MentionId people = work_.outer[token];
    if (noun < 0 || draft.frame.verb_group < 0 || people == no_mention || work_.mentions()[people].cls != mention_class::person)
      return false;
    const auto phrases = attachments_in(work_.annotation(), work_.sentence_at(token));
    return std::any_of(phrases.begin(), phrases.end(), [&](const Attachment& phrase) {
      return phrase.verb_governor == draft.frame.verb_group && phrase.noun_group == static_cast<std::uint32_t>(noun);
    });
  }

  /// A noun whose place is told behind it, or what such a noun is of: "the killing of a monk in Chad".
  [[nodiscard]] bool tells_where(std::uint32_t object) const {
    const auto is_placed = [&](std::uint32_t token) {
      const TokenAnnotation& word = work_.annotation().tokens[token];
      return word.pos == Pos::Noun && work_.models->is_placed_noun(word.lemma);
    };
    if (is_placed(object)) return true;
    const std::int32_t group = work_.annotation().noun_group_of[object];
    const auto phrases = attachments_in(work_.annotation(), work_.sentence_at(object));
    return group >= 0 && std::any_of(phrases.begin(), phrases.end(), [&](const Attachment& phrase) {
             return phrase.noun_group == static_cast<std::uint32_t>(group) && phrase.noun_governor >= 0 &&
                    is_placed(work_.annotation().noun_groups[static_cast<std::size_t>(phrase.noun_governor)].head);
           });
  }

  /// "on her way home from a summit in Lima": the noun, which tells of the setting, is what somebody comes from.
  [[nodiscard]] bool is_left(std::uint32_t noun) const {
    if (!work_.models->is_setting_noun(work_.annotation().tokens[noun].lemma)) return false;
    const std::int32_t group = work_.annotation().noun_group_of[noun];
    const std::uint32_t begin = group < 0 ? noun : work_.annotation().noun_groups[static_cast<std::size_t>(group)].tokens.begin;
    return begin > unit_.tokens.begin &&
           work_.lexicon->words().in_list(work_.words->journey_start, work_.document().tokens[begin - 1].word);
  }

  /// The preposition in front of `token` follows a common noun that is neither a trigger nor part of a name, nor tells of the setting.
  [[nodiscard]] bool belongs_to_noun(std::uint32_t token) const {
    std::uint32_t at = token;
    for (int back = 0; back < 4 && at > unit_.tokens.begin; ++back) {
      --at;
      if (work_.annotation().tokens[at].pos == Pos::Adposition) break;
    }
    if (at <= unit_.tokens.begin || work_.annotation().tokens[at].pos != Pos::Adposition) return false;
    const std::uint32_t before = at - 1;
    std::uint32_t object = before;  // "the attack on Monday in Oslo"
    while (object > unit_.tokens.begin &&
           (work_.dated[object] || (object < before && work_.annotation().tokens[object].pos == Pos::Adposition)))
      --object;
    const auto is_of_trigger = [&](const Draft& draft) { return draft.frame.trigger.contains(object) || is_complement(draft, object); };
    if (tells_where(object) || is_left(before))
      return std::none_of(work_.drafts.begin() + static_cast<std::ptrdiff_t>(first_), work_.drafts.end(), is_of_trigger);
    if (verb_governor(at) >= 0) return false;
    if (work_.annotation().tokens[before].pos != Pos::Noun || is_somebody(work_.outer[before])) return false;
    if (work_.dated[before] || work_.models->is_setting_noun(work_.annotation().tokens[before].lemma)) return false;
    for (std::size_t i = first_; i < work_.drafts.size(); ++i) {
      const std::int32_t noun = work_.trigger_noun(work_.drafts[i]);
      if (work_.drafts[i].frame.trigger.contains(before) || (noun >= 0 && noun == work_.annotation().noun_group_of[before])) return false;
    }
    return true;
  }

  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  ArticleWork& work_;
  const Unit& unit_;
  std::size_t first_;
  bool fronted_ = false;
};

std::uint16_t role_of_capture(const ArticleWork& work, const FrameModel& model, const Capture& capture, std::uint16_t fallback) {
  const std::vector<std::uint16_t>& roles = work.models->role_of[model.index];
  const std::uint16_t role = capture.role < roles.size() ? roles[capture.role] : no_role_index;
  return role == no_role_index ? fallback : role;
}

}  // namespace

void attach_adjuncts(ArticleWork& work, Matcher& matcher, const Lattice& lattice, const Unit& unit, std::size_t first) {
  AdjunctHome attachment(work, unit, first);
  std::vector<Capture> captures;
  for (const FrameModel& model : work.models->frames) {
    const bool wanted = std::any_of(work.drafts.begin() + static_cast<std::ptrdiff_t>(first), work.drafts.end(),
                                    [&](const Draft& draft) { return draft.frame.definition == model.index; });
    if (!wanted) continue;
    std::vector<std::pair<std::size_t, Capture>> found;  // beside the adjunct
    std::vector<bool> taken;
    for (std::size_t i = 0; i < model.adjunct_roles.size(); ++i) {
      if (model.adjunct_roles[i] == no_role_index) continue;
      captures.clear();
      matcher.match_adjunct(lattice, model.index, static_cast<std::uint32_t>(i), unit.tokens, captures);
      for (const Capture& capture : captures) found.emplace_back(i, capture);
    }
    for (const bool fronted : {false, true}) {
      taken.resize(found.size(), false);
      for (std::size_t at = 0; at < found.size(); ++at) {
        const auto& [i, capture] = found[at];
        if (taken[at]) continue;
        const std::uint16_t role = role_of_capture(work, model, capture, model.adjunct_roles[i]);
        const bool whole = model.definition->adjuncts[i].in == "sentence";
        taken[at] = attachment.attach(capture, model, role, model.adjunct_unless[i], whole, fronted);
      }
    }
  }
}

std::vector<Filler> adjuncts_of_sentence(ArticleWork& work, Matcher& matcher, Lattice& lattice, std::uint32_t sentence,
                                         const FrameModel& model, std::uint16_t role) {
  std::vector<Filler> found;
  std::vector<Capture> captures;
  const TokenSpan tokens = work.document().sentences[sentence].tokens;
  lattice.build({&work.document(), &work.annotation(), &work.extraction->mentions}, tokens, -1);
  for (std::size_t i = 0; i < model.adjunct_roles.size(); ++i) {
    if (model.adjunct_roles[i] != role) continue;
    captures.clear();
    matcher.match_adjunct(lattice, model.index, static_cast<std::uint32_t>(i), tokens, captures);
    for (const Capture& capture : captures) {
      if (const std::optional<Filler> filler = to_filler(work, model.roles[role], capture)) found.push_back(*filler);
    }
  }
  return found;
}

}  // namespace chancery
