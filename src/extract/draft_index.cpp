// An inverted index of drafts, by what `same-when` compares: whom a role holds, the state that they lie in, the post, the sentence. Two
// fillers go together only if they have a key in common. Where two or more must be shared, the longest list of a draft need not be looked
// through: whatever shares two stands in another list as well, or twice in that one (Li, Lu and Lu, "Efficient merging and filtering
// algorithms for approximate string searches", 2008, skip long lists in the same way).
#include "extract/draft_index.hpp"

#include <algorithm>
#include <cassert>

namespace chancery {
namespace {

constexpr int most_sentences = 8;
constexpr std::size_t worth_an_index = 100;  ///< drafts

void insert(std::uint32_t place, std::vector<std::uint32_t>& places) {
  const auto at = std::lower_bound(places.begin(), places.end(), place);
  if (at == places.end() || *at != place) places.insert(at, place);
}

/// Fillers of the role go together only by a key: no named values, of which pairs go together, and no dates, which overlap.
bool has_keys(const FrameModel& model, std::uint16_t role) {
  return model.roles[role].values.empty() && !model.roles[role].classes.test(mention_class::date);
}

/// Frames that nothing unites.
bool never_merges(const MergeModel& merge) {
  return !merge.any_given && merge.all.empty();
}

}  // namespace

DraftIndex::DraftIndex(const ArticleWork& work) : work_(work), few_(work.drafts.size() < worth_an_index) {}

void DraftWalk::add(std::span<const std::uint32_t> places) {
  if (places.empty()) return;
  lists_.push_back(places);
  size_ += places.size();
}

std::optional<std::uint32_t> DraftWalk::next() {
  std::optional<std::uint32_t> last;
  for (const auto& list : lists_) {
    if (!list.empty() && (!last || list.back() > *last)) last = list.back();
  }
  if (!last) return last;
  for (auto& list : lists_) {
    if (!list.empty() && list.back() == *last) list = list.first(list.size() - 1);
  }
  return last;
}

bool DraftIndex::has_one_of(const std::vector<Symbol>& values, const Draft& draft) {
  return std::any_of(draft.frame.roles.begin(), draft.frame.roles.end(), [&](const RoleFillers& fillers) {
    return std::find(values.begin(), values.end(), value_of(draft.frame, fillers.role)) != values.end();
  });
}

DraftIndex::Key DraftIndex::key(const Draft& draft, What what, std::uint16_t role, std::uint32_t id) {
  assert(draft.frame.definition < 0x4000U && role < 0x400U);
  return Key{draft.frame.definition} << 48U | Key{role} << 38U | Key{static_cast<unsigned>(what)} << 34U | Key{id};
}

std::span<const std::uint32_t> DraftIndex::list(Key key, Count count) const {
  const auto found = lists_.find(key | Key{static_cast<unsigned>(count)} << 32U);
  return found == lists_.end() ? std::span<const std::uint32_t>() : std::span<const std::uint32_t>(found->second);
}

void DraftIndex::add(Key key, Count count, std::uint32_t place) {
  insert(place, lists_[key | Key{static_cast<unsigned>(count)} << 32U]);
}

/// The keys of all fillers, sorted: those under which a draft is found, or with `entered` false those under which to look. "One lies in
/// the other" has a key of its own to either side.
void DraftIndex::keys_of(const Draft& draft, const RoleFillers& fillers, bool entered, std::vector<Key>& out) const {
  out.clear();
  const auto put = [&](What what, std::uint32_t id) { out.push_back(key(draft, what, fillers.role, id)); };
  for (const Filler& filler : fillers.fillers) {
    if (filler.entity != no_entity) {
      put(What::Entity, filler.entity);
      const EntryId entry = work_.extraction->entities[filler.entity].entry;
      const EntryId country = entry == no_entry ? no_entry : work_.lexicon->entry(entry).country;
      if (entry != no_entry) put(entered ? What::Entry : What::Country, entry);
      if (country != no_entry) put(entered ? What::Country : What::Entry, country);
      const EntityId home = work_.home_of[filler.entity];
      if (!entered) put(What::Home, filler.entity);
      if (home != no_entity) put(entered ? What::Home : What::Entity, home);
    }
    if (filler.quotation >= 0) put(What::Quotation, static_cast<std::uint32_t>(filler.quotation));
    if (filler.date >= 0) put(What::Date, static_cast<std::uint32_t>(filler.date));
    if (filler.mention == no_mention) {
      put(What::Token, filler.tokens.begin);
      continue;
    }
    put(What::Mention, filler.mention);
    const RoleId post = work_.mentions()[filler.mention].role;
    if (post == no_role) continue;
    const bool named = filler.entity != no_entity;  // by their posts two go together only if not both are named
    if (entered || !named) put(What::Post, post);
    if (entered != named) put(What::NamelessPost, post);
  }
  std::sort(out.begin(), out.end());
}

std::uint32_t DraftIndex::kind_of(const Draft& draft) const {
  const FrameModel& model = work_.model(draft);
  std::uint32_t kind = 0;
  for (std::size_t i = 0; i < model.roles.size(); ++i) {
    if (!model.roles[i].values.empty() && !model.roles[i].from_tense)
      kind = (kind ^ index_of(value_of(draft.frame, static_cast<std::uint16_t>(i)))) * 0x01000193U;
  }
  return kind;
}

bool have_same_kind(const FrameModel& model, const Draft& a, const Draft& b) {
  for (std::size_t i = 0; i < model.roles.size(); ++i) {
    const auto role = static_cast<std::uint16_t>(i);
    const bool told = !model.roles[i].values.empty() && !model.roles[i].from_tense;
    if (told && value_of(a.frame, role) != value_of(b.frame, role)) return false;
  }
  return true;
}

void DraftIndex::enter(std::uint32_t place) {
  const Draft& draft = work_.drafts[place];
  const FrameModel& model = work_.model(draft);
  if (never_merges(model.merge)) return;
  if (few_) return insert(place, places_);
  add(key(draft, What::All), Count::One, place);
  add(key(draft, What::Kind, 0, kind_of(draft)), Count::One, place);
  add(key(draft, What::Sentence, 0, draft.sentence), Count::One, place);
  std::vector<Key> keys;
  for (const RoleFillers& fillers : draft.frame.roles) {
    const std::size_t size = fillers.fillers.size();
    if (fillers.role == model.required_role && size > 1) add(key(draft, What::Several), Count::One, place);
    if (!has_keys(model, fillers.role)) continue;
    keys_of(draft, fillers, true, keys);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      add(keys[i], size == 1 ? Count::One : Count::Several, place);
      if (i > 0 && keys[i] == keys[i - 1]) add(keys[i], Count::Twice, place);
    }
  }
}

DraftWalk DraftIndex::all(const Draft& draft) const {
  DraftWalk walk;
  walk.add(few_ ? std::span<const std::uint32_t>(places_) : list(key(draft, What::All)));
  return walk;
}

DraftWalk DraftIndex::same_kind(const Draft& draft) const {
  if (few_) return all(draft);
  DraftWalk walk;
  walk.add(list(key(draft, What::Kind, 0, kind_of(draft))));
  return walk;
}

DraftWalk DraftIndex::of_several(const Draft& draft) const {
  if (few_) return all(draft);
  DraftWalk walk;
  walk.add(list(key(draft, What::Several)));
  return walk;
}

DraftWalk DraftIndex::sharing(const Draft& draft) const {
  const MergeModel& merge = work_.model(draft).merge;
  if (never_merges(merge)) return {};
  DraftWalk best = all(draft);
  if (few_) return best;
  const auto prefer = [&best](std::optional<DraftWalk> walk) {
    if (walk && walk->size() < best.size()) best = std::move(*walk);
  };
  for (const MergeTest& test : merge.all) prefer(sharing(draft, test));
  if (!merge.any_given) return best;
  std::optional<DraftWalk> either = DraftWalk();
  for (const MergeTest& test : merge.any) {
    if (test.kind == MergeTest::Kind::Anaphor) continue;  // the caller takes `all` for one that points back
    if (!test.both.empty() && !has_one_of(test.both, draft)) continue;
    if (test.kind == MergeTest::Kind::Near && test.count <= most_sentences) {
      add_near(draft, test.count, *either);
      continue;
    }
    if (!sharing(draft, test)) return best;
    if (const RoleFillers* fillers = draft.frame.find(test.role)) add_sharing(draft, *fillers, test, *either);
  }
  prefer(std::move(either));
  return best;
}

/// What the test lets through, or none if it may let through what shares nothing.
std::optional<DraftWalk> DraftIndex::sharing(const Draft& draft, const MergeTest& test) const {
  using Kind = MergeTest::Kind;
  const bool demands =
      test.kind == Kind::Overlaps || test.kind == Kind::Equal || test.kind == Kind::Covers || (test.kind == Kind::Shares && test.count > 0);
  if (!demands || !has_keys(work_.model(draft), test.role)) return std::nullopt;
  DraftWalk walk;
  if (const RoleFillers* fillers = draft.frame.find(test.role)) add_sharing(draft, *fillers, test, walk);
  return walk;
}

void DraftIndex::add_near(const Draft& draft, int sentences, DraftWalk& out) const {
  const auto reach = static_cast<std::uint32_t>(std::max(sentences, 0));
  for (std::uint32_t sentence = draft.sentence - std::min(draft.sentence, reach); sentence <= draft.sentence + reach; ++sentence)
    out.add(list(key(draft, What::Sentence, 0, sentence)));
}

void DraftIndex::add_sharing(const Draft& draft, const RoleFillers& fillers, const MergeTest& test, DraftWalk& out) const {
  using Kind = MergeTest::Kind;
  const bool several = fillers.fillers.size() > 1;
  std::vector<Key> keys;
  keys_of(draft, fillers, false, keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  const bool two_at_least =
      (test.kind == Kind::Shares && test.count > 1) || (several && (test.kind == Kind::Equal || test.kind == Kind::Covers));
  if (!two_at_least) {
    for (const Key each : keys) {
      out.add(list(each, Count::One));
      out.add(list(each, Count::Several));
    }
    return;
  }
  const auto shorter = [this](Key a, Key b) { return list(a, Count::Several).size() < list(b, Count::Several).size(); };
  const auto longest = std::max_element(keys.begin(), keys.end(), shorter);
  for (auto each = keys.begin(); each != keys.end(); ++each) {
    out.add(list(*each, each == longest ? Count::Twice : Count::Several));
    if (test.kind == Kind::Covers) out.add(list(*each, Count::One));  // the one filler of the other is among these
  }
}

}  // namespace chancery
