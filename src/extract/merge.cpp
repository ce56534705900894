// Greedy in document order, as FASTUS merges templates (Hobbs et al., "FASTUS: a cascaded finite-state transducer", 1997): a later
// mention is tried against the nearest earlier one first. What is absent on one side is compatible with anything.
#include "extract/merge.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "extract/draft_index.hpp"
#include "extract/extraction_words.hpp"
#include "extract/tense.hpp"
#include "lexicon/lexicon.hpp"

namespace chancery {
namespace {

constexpr std::uint32_t forward_sentences = 3;
constexpr std::uint32_t backward_sentences = 6;  ///< for a noun that points back to one of its kind
constexpr int farthest_for_state = 6;            ///< sentences within which a person and the state behind them may be told for one another
constexpr Day days_of_news = 7;                  ///< what happened longer before the article is background
constexpr std::uint32_t same_story = 2;  ///< sentences within which what is told without a day goes on with the background before it
constexpr int most_tried = 1000;  ///< drafts of an article that agree with one in whom they hold and are looked at, the nearest first

class Merger {
 public:
  explicit Merger(ArticleWork& work) : work_(work) {}

  void run() {
    note_occasions();
    for (std::uint32_t i = 0; i < work_.drafts.size(); ++i) {
      if (!work_.drafts[i].gone && !join_before(i)) index_.enter(i);
    }
    for (std::size_t i = 0; i + 1 < work_.drafts.size(); ++i) {
      if (!work_.drafts[i].gone && is_partial(work_.drafts[i])) join_after(i);
    }
  }

 private:
  /// "N and R had dinner before the ceremony", "Prior to the summit, talks between N and R ended": what stands before or after something
  /// told of in its clause is not that.
  void note_occasions() {
    occasion_of_.assign(work_.drafts.size(), -1);
    for (std::size_t i = 0; i < work_.drafts.size(); ++i) {
      const Draft& noun = work_.drafts[i];
      if (noun.gone || noun.frame.verb_group >= 0 || !is_partial(noun) || !is_behind_time_word(work_, noun)) continue;
      const std::uint32_t clause = work_.annotation().clause_of[noun.frame.trigger.begin];
      for (const int step : {-1, 1}) {
        for (std::size_t other = i + static_cast<std::size_t>(step); other < work_.drafts.size(); other += static_cast<std::size_t>(step)) {
          const Draft& draft = work_.drafts[other];
          if (draft.sentence != noun.sentence) break;
          if (draft.frame.definition == noun.frame.definition && !is_partial(draft) &&
              work_.annotation().clause_of[draft.frame.trigger.begin] == clause)
            occasion_of_[other] = static_cast<std::int32_t>(i);
        }
      }
    }
  }

  /// `later` stands with a verb before or after what `earlier` is.
  [[nodiscard]] bool is_beside_occasion(const Draft& a, const Draft& b) const {
    const auto index = [this](const Draft& draft) { return static_cast<std::size_t>(&draft - work_.drafts.data()); };
    const std::int32_t of_a = occasion_of_[index(a)], of_b = occasion_of_[index(b)];
    if (of_a == static_cast<std::int32_t>(index(b)) || of_b == static_cast<std::int32_t>(index(a))) return true;
    return of_b >= 0 && go_together(a, work_.drafts[static_cast<std::size_t>(of_b)]);
  }

  /// A noun that points back is tried in turn against its own kind ("the talks" are talks), encounters of two or more, and all. First
  /// against those that stand as it does (held, planned), then against any.
  bool join_before(std::uint32_t later) {
    const Draft& draft = work_.drafts[later];
    const FrameModel& model = work_.model(draft);
    if (joins_own_verb(later)) return true;
    if (!is_partial(draft)) return join_nearest(index_.sharing(draft), later, [](const Draft&) { return true; });
    const auto same_kind = [&](const Draft& earlier) { return have_same_kind(model, earlier, draft); };
    const auto of_several = [&](const Draft& earlier) {
      const RoleFillers* fillers = earlier.frame.find(model.required_role);
      return fillers != nullptr && fillers->fillers.size() > 1;
    };
    const auto stands_alike = [&](const Draft& earlier, std::uint32_t farthest) {
      return earlier.sentence + farthest >= draft.sentence && have_same_standing(model, earlier, draft);
    };
    const auto same_and_alike = [&](const Draft& earlier) { return same_kind(earlier) && stands_alike(earlier, backward_sentences); };
    const auto several_and_alike = [&](const Draft& earlier) { return of_several(earlier) && stands_alike(earlier, forward_sentences); };
    const auto awaits_people = [&](const Draft& earlier) {  // "The next round opens in Oslo. The delegations will be headed by N and R"
      return earlier.sentence + 1 >= draft.sentence && is_another(model, earlier.frame) &&
             earlier.frame.find(model.required_role) == nullptr;
    };
    if (adds_to_other(model, draft.frame) && join_nearest(index_.all(draft), later, awaits_people)) return true;
    if (tells_kind(model, draft.frame) && join_nearest(index_.same_kind(draft), later, same_and_alike)) return true;
    return join_nearest(index_.of_several(draft), later, several_and_alike) || join_nearest(index_.same_kind(draft), later, same_kind) ||
           join_nearest(index_.of_several(draft), later, of_several) ||
           join_nearest(index_.all(draft), later, [](const Draft&) { return true; });
  }

  /// Words, or the noun, say what kind it is: not "N was present".
  [[nodiscard]] static bool tells_kind(const FrameModel& model, const Frame& frame) {
    return std::any_of(frame.roles.begin(), frame.roles.end(), [&](const RoleFillers& role) {
      const RoleModel& of = model.roles[role.role];
      return !of.values.empty() && !of.from_tense && !role.fillers.empty() && role.fillers.front().rule >= 0;
    });
  }

  /// The values of two drafts that come from tense are the same or a pair.
  [[nodiscard]] static bool have_same_standing(const FrameModel& model, const Draft& a, const Draft& b) {
    for (std::size_t i = 0; i < model.roles.size(); ++i) {
      if (!model.roles[i].from_tense) continue;
      const Symbol first = value_of(a.frame, static_cast<std::uint16_t>(i)), second = value_of(b.frame, static_cast<std::uint16_t>(i));
      if (first != Symbol::None && second != Symbol::None && first != second && !paired(first, second, model.merge)) return false;
    }
    return true;
  }

  /// "N will host R for the next round": the noun behind the verb tells of the same, though it would be another one elsewhere.
  bool joins_own_verb(std::uint32_t later) {
    const Draft& draft = work_.drafts[later];
    const FrameModel& model = work_.model(draft);
    if (model.required_role == no_role_index || draft.frame.find(model.required_role) != nullptr || draft.frame.verb_group >= 0 ||
        !is_another(model, draft.frame))
      return false;
    for (std::uint32_t i = later; i-- > 0 && work_.drafts[i].sentence == draft.sentence;) {
      Draft& verb = work_.drafts[i];
      const bool own = !verb.gone && verb.frame.verb_group >= 0 && verb.frame.definition == draft.frame.definition &&
                       work_.annotation().clause_of[verb.frame.trigger.begin] == work_.annotation().clause_of[draft.frame.trigger.begin];
      const auto holds = [&](const MergeTest& test) { return test_holds(test, verb, draft); };
      if (!own || is_behind_time_word(work_, draft) || !std::all_of(model.merge.all.begin(), model.merge.all.end(), holds)) continue;
      join(verb, work_.drafts[later]);
      index_.enter(i);
      return true;
    }
    return false;
  }

  template <typename Wanted>
  bool join_nearest(DraftWalk walk, std::uint32_t later, Wanted wanted) {
    int tried = 0;
    for (std::optional<std::uint32_t> earlier = walk.next(); earlier && tried < most_tried; earlier = walk.next(), ++tried) {
      if (!wanted(work_.drafts[*earlier]) || !go_together(work_.drafts[*earlier], work_.drafts[later])) continue;
      join(work_.drafts[*earlier], work_.drafts[later]);
      index_.enter(*earlier);
      return true;
    }
    return false;
  }

  /// A noun that points back never means what is told of as another one.
  void join_after(std::size_t partial) {
    const std::size_t end = std::min(work_.drafts.size(), partial + most_tried);
    for (std::size_t other = partial + 1; other < end; ++other) {
      const Draft& next = work_.drafts[other];
      if (next.sentence > work_.drafts[partial].sentence + forward_sentences) return;
      if (is_partial(next) || is_another(work_.model(next), next.frame) || !go_together(next, work_.drafts[partial])) continue;
      join(work_.drafts[other], work_.drafts[partial]);
      return;
    }
  }

  /// A definite noun that lacks what its frame requires, or one that adds to something told elsewhere.
  [[nodiscard]] bool is_partial(const Draft& draft) const {
    const FrameModel& model = work_.model(draft);
    if (model.required_role == no_role_index) return false;
    const bool points_back = draft.anaphor && !is_another(model, draft.frame);
    if (draft.frame.find(model.required_role) != nullptr) return draft.of_speaker && points_back;
    return points_back || adds_to_other(model, draft.frame);
  }

  [[nodiscard]] bool go_together(const Draft& a, const Draft& b) const {
    if (a.gone || b.gone || a.frame.definition != b.frame.definition) return false;
    const MergeModel& merge = work_.model(a).merge;
    if (!merge.any_given && merge.all.empty()) return false;
    const auto holds = [&](const MergeTest& test) { return test_holds(test, a, b); };
    const bool anaphor = is_partial(b);
    const bool vague = anaphor && !adds_to_other(work_.model(b), b.frame);
    if (a.frame.polarity != b.frame.polarity && !vague) return false;  // one that was refused is not the one that took place
    if (b.of_speaker && anaphor && !(has_speaker(a, b) && have_same_standing(work_.model(b), a, b))) return false;
    if (b.one_of_several && !are_in_same_place(a, b)) return false;
    if (a.one_of_several && !points_to_who_takes_part(a, b) && !are_in_same_place(a, b)) return false;
    if (is_next_of_same(a, b) || is_beside_occasion(a, b) || (!anaphor && is_background_of(a, b))) return false;
    const bool close = anaphor || a.sentence == b.sentence || (a.sentence + 1 == b.sentence && are_of_same(a, b));
    const bool retold = is_retold(a, b);
    const auto holds_or_excused = [&](const MergeTest& test) {
      if (retold && is_named_value(a, test.role) && !is_type_like(test, a)) return true;
      return test_holds(test, a, b) || may_lie_in_the_other(test, a, b, close) ||
             (anaphor && b.frame.verb_group < 0 && is_named_value(a, test.role) && !is_type_like(test, a));
    };
    if (!std::all_of(merge.all.begin(), merge.all.end(), holds_or_excused)) return false;
    if (std::any_of(merge.never.begin(), merge.never.end(), holds)) return false;
    return retold || !merge.any_given || std::any_of(merge.any.begin(), merge.any.end(), holds);
  }

  /// "visited Lima on Monday … her visit to Lima will help trade": a definite noun without a day tells again of what took place there,
  /// of the same people, though it is spoken of as to come or wished.
  [[nodiscard]] bool is_retold(const Draft& a, const Draft& b) const {
    const FrameModel& model = work_.model(b);
    const RoleFillers* before = model.required_role == no_role_index ? nullptr : a.frame.find(model.required_role);
    const RoleFillers* after = model.required_role == no_role_index ? nullptr : b.frame.find(model.required_role);
    if (!b.anaphor || b.frame.verb_group >= 0 || before == nullptr || after == nullptr || is_another(model, b.frame)) return false;
    if (is_long_past(b).has_value() || is_long_past(a).value_or(false) || have_same_standing(model, a, b)) return false;
    const std::int32_t noun = work_.trigger_noun(b);
    const TokenSpan phrase = noun < 0 ? b.frame.trigger : work_.annotation().noun_groups[static_cast<std::size_t>(noun)].tokens;
    for (std::uint32_t token = phrase.begin; token < phrase.end; ++token)
      if (work_.lexicon->words().in_list(work_.words->another_word, work_.document().tokens[token].word)) return false;
    for (std::size_t i = 0; i < model.roles.size(); ++i) {
      if (!model.roles[i].from_tense) continue;
      const Symbol first = value_of(a.frame, static_cast<std::uint16_t>(i)), second = value_of(b.frame, static_cast<std::uint16_t>(i));
      if (first != model.roles[i].past_value || (second != model.roles[i].future_value && second != model.roles[i].modal_value))
        return false;
    }
    return shared_fillers(*after, *before, b, true) == static_cast<int>(after->fillers.size()) && are_in_same_place(a, b);
  }

  /// Both have places, and each of the later one's is one of the earlier's, or one of them lies in the other.
  [[nodiscard]] bool are_in_same_place(const Draft& a, const Draft& b) const {
    const auto places_of = [&](const Draft& draft) {
      std::vector<EntityId> places;
      for (const RoleFillers& role : draft.frame.roles) {
        const std::vector<std::uint16_t>& adjuncts = work_.model(draft).adjunct_roles;
        if (std::find(adjuncts.begin(), adjuncts.end(), role.role) == adjuncts.end()) continue;
        for (const Filler& filler : role.fillers)
          if (filler.entity != no_entity) places.push_back(filler.entity);
      }
      return places;
    };
    const std::vector<EntityId> before = places_of(a), after = places_of(b);
    return !after.empty() && std::all_of(after.begin(), after.end(), [&](EntityId place) {
      return std::any_of(before.begin(), before.end(), [&](EntityId other) { return place == other || one_in_the_other(place, other); });
    });
  }

  /// The one whom the later frame has is among those of the earlier.
  [[nodiscard]] bool has_speaker(const Draft& a, const Draft& b) const {
    const std::uint16_t role = work_.model(b).required_role;
    const RoleFillers* known = a.frame.find(role);
    const RoleFillers* speaker = b.frame.find(role);
    return known != nullptr && speaker != nullptr && shared_fillers(*known, *speaker, a, true) > 0;
  }

  /// "A met B. The pair then sat down with C": whom the later verb goes back to are all of the earlier frame, and somebody new is named
  /// behind it.
  [[nodiscard]] bool is_next_of_same(const Draft& a, const Draft& b) const {
    const FrameModel& model = work_.model(b);
    if (b.frame.verb_group < 0 || b.sentence <= a.sentence || model.required_role == no_role_index) return false;
    if (b.sentence >= work_.document().sentences.size()) return false;
    if (work_.annotation().verb_groups[static_cast<std::size_t>(b.frame.verb_group)].passive) return false;  // "they were joined by C"
    const RoleFillers* before = a.frame.find(model.required_role);
    const RoleFillers* after = b.frame.find(model.required_role);
    if (before == nullptr || after == nullptr || before->fillers.size() < 2 || after->fillers.size() <= before->fillers.size())
      return false;
    return std::all_of(after->fillers.begin(), after->fillers.end(), [&](const Filler& filler) {
      const auto same = [&](const Filler& other) { return same_filler(other, filler); };
      const bool known = std::any_of(before->fillers.begin(), before->fillers.end(), same);
      return known ? filler.tokens.begin < b.frame.trigger.begin : filler.tokens.begin >= b.frame.trigger.end;
    });
  }

  /// One of them has a day long past and the other none: the news and its background. What follows the background right behind goes on
  /// with it.
  [[nodiscard]] bool is_background_of(const Draft& a, const Draft& b) const {
    if (!work_.today || a.sentence == b.sentence) return false;
    const std::optional<bool> first = is_long_past(a), second = is_long_past(b);
    if (first.has_value() == second.has_value()) return false;
    return first ? *first && a.sentence + same_story < b.sentence : *second;
  }

  /// The day that the draft has is long before the article's; nothing if it has none.
  [[nodiscard]] std::optional<bool> is_long_past(const Draft& draft) const {
    std::optional<bool> past;
    for (const RoleFillers& role : draft.frame.roles) {
      for (const Filler& filler : role.fillers) {
        if (filler.date < 0) continue;
        const DateValue& value = work_.extraction->mentions.dates[static_cast<std::size_t>(filler.date)].value;
        if (value.latest) past = *value.latest + days_of_news < *work_.today;
      }
    }
    return past;
  }

  /// "his visit to these countries", of one who visited several: a definite noun that names nobody else.
  [[nodiscard]] bool points_to_who_takes_part(const Draft& a, const Draft& b) const {
    const std::uint16_t role = work_.model(a).required_role;
    const RoleFillers* before = role == no_role_index ? nullptr : a.frame.find(role);
    const RoleFillers* after = role == no_role_index ? nullptr : b.frame.find(role);
    if (!b.anaphor || before == nullptr || after == nullptr) return false;
    return shared_fillers(*after, *before, b, true) == static_cast<int>(after->fillers.size());
  }

  /// Two or more fill the required role of both, and they are the same.
  [[nodiscard]] bool are_of_same(const Draft& a, const Draft& b) const {
    const std::uint16_t role = work_.model(a).required_role;
    const RoleFillers* left = role == no_role_index ? nullptr : a.frame.find(role);
    const RoleFillers* right = role == no_role_index ? nullptr : b.frame.find(role);
    if (left == nullptr || right == nullptr || left->fillers.size() < 2 || left->fillers.size() != right->fillers.size()) return false;
    return shared_fillers(*left, *right, a, true) == static_cast<int>(left->fillers.size());
  }

  /// "a summit in Oslo … the talks were held at Villa Berg": of one of the two places the lexicon does not know where it lies, or one is
  /// a part of the world.
  [[nodiscard]] bool may_lie_in_the_other(const MergeTest& test, const Draft& a, const Draft& b, bool close) const {
    const RoleFillers* left = a.frame.find(test.role);
    const RoleFillers* right = b.frame.find(test.role);
    if (test.kind != MergeTest::Kind::Compatible || left == nullptr || right == nullptr) return false;
    const auto is_vague = [&](const Filler& filler) {
      if (filler.entity == no_entity) return false;
      const ArticleEntity& entity = work_.extraction->entities[filler.entity];
      return (close && entity.cls == mention_class::place && entity.entry == no_entry) || is_part_of_the_world(entity);
    };
    return (close || are_of_same(a, b)) && (std::any_of(left->fillers.begin(), left->fillers.end(), is_vague) ||
                                            std::any_of(right->fillers.begin(), right->fillers.end(), is_vague));
  }

  /// "Europe", "the Gulf": no place of an encounter, but where its place may lie.
  [[nodiscard]] bool is_part_of_the_world(const ArticleEntity& entity) const {
    return entity.cls == mention_class::place && entity.entry != no_entry && work_.lexicon->entry(entity.entry).is_part_of_the_world();
  }

  [[nodiscard]] bool is_named_value(const Draft& draft, std::uint16_t role) const {
    return role != no_role_index && !work_.model(draft).roles[role].values.empty();
  }

  /// A role whose value comes from the words, not from tense: it excuses nothing.
  [[nodiscard]] bool is_type_like(const MergeTest& test, const Draft& draft) const {
    return !work_.model(draft).roles[test.role].from_tense;
  }

  [[nodiscard]] bool test_holds(const MergeTest& test, const Draft& a, const Draft& b) const {
    using Kind = MergeTest::Kind;
    if (test.kind == Kind::Anaphor) return is_partial(b);
    const int apart = std::abs(static_cast<int>(a.sentence) - static_cast<int>(b.sentence));
    if (test.within >= 0 && apart > test.within) return false;
    if (!test.both.empty() && !have_same(a, b, test.both)) return false;
    if (test.either != Symbol::None && !has_value(a.frame, test.either) && !has_value(b.frame, test.either)) return false;
    const auto has = [&](Symbol value) { return has_value(a.frame, value) || has_value(b.frame, value); };
    if (std::any_of(test.unless.begin(), test.unless.end(), has)) return false;
    if (test.kind == Kind::Fits) return fits(a, test.role, b, test.other) && fits(b, test.role, a, test.other);
    if (test.kind == Kind::Near) return apart <= test.count;
    const RoleFillers* left = a.frame.find(test.role);
    const RoleFillers* right = b.frame.find(test.role);
    if (left == nullptr || right == nullptr) return test.kind == Kind::Compatible;
    const int smaller = static_cast<int>(std::min(left->fillers.size(), right->fillers.size()));
    const bool near = smaller < 2 || apart <= farthest_for_state;
    const int shared = shared_fillers(*left, *right, a, near);
    switch (test.kind) {
      case Kind::Compatible: return shared > 0;
      case Kind::Overlaps: return shared > 0;
      case Kind::Equal: return shared == smaller && left->fillers.size() == right->fillers.size();
      case Kind::Unequal: return shared != smaller || left->fillers.size() != right->fillers.size();
      case Kind::Crosses: return holds_another(*left, *right, a) && holds_another(*right, *left, a);
      case Kind::Shares: return shared >= test.count;
      case Kind::Covers: return smaller > 0 && shared == smaller && (smaller > 1 || have_same_standing(work_.model(a), a, b));
      case Kind::Differs: return shared == 0;
      default: return false;
    }
  }

  /// Of what fills one role of `a` and another of `b` one may lie in the other, as far as the lexicon knows.
  [[nodiscard]] bool fits(const Draft& a, std::uint16_t role, const Draft& b, std::uint16_t other) const {
    const RoleFillers* left = a.frame.find(role);
    const RoleFillers* right = b.frame.find(other);
    if (left == nullptr || right == nullptr) return true;
    const auto is_known = [&](const Filler& filler) {
      return filler.entity != no_entity && work_.extraction->entities[filler.entity].entry != no_entry;
    };
    return std::any_of(left->fillers.begin(), left->fillers.end(), [&](const Filler& x) {
      return std::any_of(right->fillers.begin(), right->fillers.end(), [&](const Filler& y) {
        return !is_known(x) || !is_known(y) || same_filler(x, y) || one_in_the_other(x.entity, y.entity) ||
               is_part_of_the_world(work_.extraction->entities[x.entity]);
      });
    });
  }

  /// A role of both has the same one of `values`.
  [[nodiscard]] bool have_same(const Draft& a, const Draft& b, const std::vector<Symbol>& values) const {
    for (std::size_t i = 0; i < work_.model(a).roles.size(); ++i) {
      const Symbol value = value_of(a.frame, static_cast<std::uint16_t>(i));
      if (value == Symbol::None || value != value_of(b.frame, static_cast<std::uint16_t>(i))) continue;
      if (std::find(values.begin(), values.end(), value) != values.end()) return true;
    }
    return false;
  }

  int shared_fillers(const RoleFillers& left, const RoleFillers& right, const Draft& draft, bool near) const {
    int shared = 0;
    for (const Filler& a : left.fillers) {
      shared += static_cast<int>(std::any_of(right.fillers.begin(), right.fillers.end(), [&](const Filler& b) {
        return go(a, b, draft) && (near || same_filler(a, b) || !is_person_and_state(a, b));
      }));
    }
    return shared;
  }

  /// A person among `some` whom nobody of `others` may be or stand for.
  [[nodiscard]] bool holds_another(const RoleFillers& some, const RoleFillers& others, const Draft& draft) const {
    return std::any_of(some.fillers.begin(), some.fillers.end(), [&](const Filler& filler) {
      if (filler.entity == no_entity || work_.extraction->entities[filler.entity].cls != mention_class::person) return false;
      return std::none_of(others.fillers.begin(), others.fillers.end(), [&](const Filler& other) { return go(filler, other, draft); });
    });
  }

  [[nodiscard]] bool go(const Filler& a, const Filler& b, const Draft& draft) const {
    if (same_filler(a, b)) return true;
    if (a.value != Symbol::None && b.value != Symbol::None && (a.rule == by_guess || b.rule == by_guess)) return true;
    if (a.value != Symbol::None && b.value != Symbol::None) return paired(a.value, b.value, work_.model(draft).merge);
    if (a.date >= 0 && b.date >= 0) return dates_overlap(a, b);
    if (a.entity != no_entity && b.entity != no_entity) return one_in_the_other(a.entity, b.entity);
    const std::vector<Mention>& mentions = work_.mentions();
    return a.mention != no_mention && b.mention != no_mention && mentions[a.mention].role != no_role &&
           mentions[a.mention].role == mentions[b.mention].role;
  }

  [[nodiscard]] bool is_person_and_state(const Filler& a, const Filler& b) const {
    if (a.entity == no_entity || b.entity == no_entity) return false;
    const std::vector<ArticleEntity>& entities = work_.extraction->entities;
    return (entities[a.entity].cls == mention_class::person) != (entities[b.entity].cls == mention_class::person);
  }

  static bool paired(Symbol a, Symbol b, const MergeModel& merge) {
    return std::any_of(merge.pairs.begin(), merge.pairs.end(),
                       [&](const auto& pair) { return (pair.first == a && pair.second == b) || (pair.first == b && pair.second == a); });
  }

  [[nodiscard]] bool dates_overlap(const Filler& a, const Filler& b) const {
    const DateValue& first = work_.extraction->mentions.dates[static_cast<std::size_t>(a.date)].value;
    const DateValue& second = work_.extraction->mentions.dates[static_cast<std::size_t>(b.date)].value;
    return may_be_same(first, second);
  }

  /// One lies in the other, as the lexicon knows it, or holds an office there, as the article tells.
  [[nodiscard]] bool one_in_the_other(EntityId a, EntityId b) const {
    if (work_.home_of[a] == b || work_.home_of[b] == a) return true;
    const EntryId first = work_.extraction->entities[a].entry;
    const EntryId second = work_.extraction->entities[b].entry;
    if (first == no_entry || second == no_entry) return false;
    return work_.lexicon->entry(first).country == second || work_.lexicon->entry(second).country == first;
  }

  void join(Draft& into, Draft& from) {
    const FrameModel& model = work_.model(into);
    const bool vague = (is_partial(from) && !is_partial(into)) || is_retold(into, from);
    for (RoleFillers& fillers : from.frame.roles) {
      for (const Filler& filler : fillers.fillers) {
        const bool guessed = model.roles[fillers.role].from_tense && filler.rule < 0;
        if (vague && (guessed || contradicts(model, into.frame, fillers.role, filler))) continue;
        take(model, into, fillers.role, filler);
      }
    }
    Frame& frame = into.frame;
    narrow(model, frame);
    frame.mentions_of_event.insert(frame.mentions_of_event.end(), from.frame.mentions_of_event.begin(), from.frame.mentions_of_event.end());
    frame.polarity = frame.polarity || (from.frame.polarity && !is_partial(from));
    frame.asserted = frame.asserted || from.frame.asserted;
    if (from.frame.source == no_entity) frame.source = no_entity;
    if (from.plural_anaphor && frame.find(model.required_role) == nullptr) {
      into.plural_anaphor = true;
      into.pointed = std::max(into.pointed, from.pointed);
      into.points_to_states = into.points_to_states || from.points_to_states;
    }
    into.joined = true;
    from.gone = true;
    work_.trace->merged(from.id, into.id);
  }

  /// "visits the Gulf … met in Oman": a part of the world tells nothing where the role beside it has the state.
  void narrow(const FrameModel& model, Frame& frame) const {
    for (const MergeTest& test : model.merge.all) {
      if (test.kind != MergeTest::Kind::Fits || frame.find(test.other) == nullptr) continue;
      std::erase_if(frame.roles, [&](const RoleFillers& wide) {
        return wide.role == test.role && std::all_of(wide.fillers.begin(), wide.fillers.end(), [&](const Filler& filler) {
                 return filler.entity != no_entity && is_part_of_the_world(work_.extraction->entities[filler.entity]);
               });
      });
    }
  }

  /// "They opened talks. The summit is expected to last": a later word makes no plan of what took place.
  [[nodiscard]] static bool contradicts(const FrameModel& model, const Frame& into, std::uint16_t role, const Filler& fresh) {
    const RoleFillers* known = into.find(role);
    if (!model.roles[role].from_tense || known == nullptr) return false;
    const Filler& filler = known->fillers.front();
    return filler.rule != by_guess && filler.value != fresh.value && rank(model.merge, filler.value) < rank(model.merge, fresh.value);
  }

  void take(const FrameModel& model, Draft& into, std::uint16_t role, const Filler& filler) {
    const RoleModel& role_model = model.roles[role];
    const RoleFillers* known = into.frame.find(role);
    if (known != nullptr && !role_model.many && better(model, filler, known->fillers.front())) {
      fillers_of(into.frame, role).fillers.assign(1, filler);
      return;
    }
    if (known != nullptr && role_model.many && filler.entity != no_entity && represented(into.frame, role, filler)) return;
    add_filler(role_model, into.frame, role, filler);
  }

  /// A person takes the place of the polity behind them, which the other draft named; true for the polity of a person there.
  bool represented(Frame& frame, std::uint16_t role, const Filler& filler) {
    for (Filler& known : fillers_of(frame, role).fillers) {
      if (known.entity == no_entity || known.entity == filler.entity) continue;
      if (stands_for(known.entity, filler.entity)) return true;
      if (!stands_for(filler.entity, known.entity)) continue;
      known = filler;
      return true;
    }
    return false;
  }

  [[nodiscard]] bool stands_for(EntityId person, EntityId polity) const {
    const std::vector<ArticleEntity>& entities = work_.extraction->entities;
    return entities[person].cls == mention_class::person && entities[polity].cls == mention_class::polity &&
           one_in_the_other(person, polity);
  }

  /// A value that is preferred, a place inside the other, a narrower date.
  [[nodiscard]] bool better(const FrameModel& model, const Filler& fresh, const Filler& known) const {
    if (fresh.value != Symbol::None && known.value != Symbol::None) {
      const auto strength = [](const Filler& filler) { return std::min(filler.rule, 0); };
      if (strength(fresh) != strength(known)) return strength(fresh) > strength(known);  // words tell more than tense
      return rank(model.merge, fresh.value) < rank(model.merge, known.value);
    }
    if (fresh.entity != no_entity && known.entity != no_entity) {
      const std::vector<ArticleEntity>& entities = work_.extraction->entities;
      if (is_part_of_the_world(entities[known.entity])) return !is_part_of_the_world(entities[fresh.entity]);
      const EntryId inner = work_.extraction->entities[fresh.entity].entry;
      const EntryId outer = work_.extraction->entities[known.entity].entry;
      return inner != no_entry && outer != no_entry && inner != outer && work_.lexicon->entry(inner).country == outer;
    }
    if (fresh.date < 0 || known.date < 0) return false;
    const auto days = [&](const Filler& filler) {
      const DateValue& value = work_.extraction->mentions.dates[static_cast<std::size_t>(filler.date)].value;
      return value.earliest && value.latest ? *value.latest - *value.earliest : 1000000;
    };
    return days(fresh) < days(known);
  }

  static std::size_t rank(const MergeModel& merge, Symbol value) {
    return static_cast<std::size_t>(std::find(merge.preferred.begin(), merge.preferred.end(), value) - merge.preferred.begin());
  }

  ArticleWork& work_;
  DraftIndex index_{work_};
  std::vector<std::int32_t> occasion_of_;  ///< per draft: the noun before or after which it took place, or -1
};

}  // namespace

void merge_drafts(ArticleWork& work) {
  Merger(work).run();
}

void drop_incomplete(ArticleWork& work) {
  for (Draft& draft : work.drafts) {
    const FrameModel& model = work.model(draft);
    if (draft.gone || model.required_role == no_role_index) continue;
    const RoleFillers* fillers = draft.frame.find(model.required_role);
    const std::size_t count = fillers == nullptr ? 0 : fillers->fillers.size();
    if (count >= static_cast<std::size_t>(model.definition->requires_count)) continue;
    draft.gone = true;
    work.trace->dropped(draft.id, "requires " + model.definition->requires_role);
  }
}

}  // namespace chancery
