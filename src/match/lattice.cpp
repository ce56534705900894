// Edges are made only when a rule asks for them: most units wake no rule, and most rules look at a few positions. Where quotations are
// edges or their marks are skipped, what stands at a position depends on what comes before it, so there all edges of the unit are made
// at once, in one walk over its tokens.
#include "match/lattice.hpp"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <utility>

namespace chancery {
namespace {

bool is_word(const Token& token) {
  return token.shape != Shape::Punctuation && token.shape != Shape::Quote && token.shape != Shape::Symbol;
}

/// The order of edges at one position.
int rank(EdgeKind kind) {
  switch (kind) {
    case EdgeKind::Mention: return 0;
    case EdgeKind::Quote: return 1;
    case EdgeKind::Frame: return 2;
    case EdgeKind::Token: return 4;
    default: return 3;
  }
}

/// The group that covers a token, or -1.
std::int32_t group_at(const std::vector<std::int32_t>& group_of, std::uint32_t token) {
  return token < group_of.size() ? group_of[token] : -1;
}

/// No two lattices have the same, so that who keeps answers for one does not take another at its place for it.
std::uint64_t next_generation() {
  static std::atomic<std::uint64_t> last{0};
  return last.fetch_add(1, std::memory_order_relaxed) + 1;
}

/// Copies edges, which are in the order of their begins, in that of their ends; those of one end stay in order.
void sort_by_end(const std::vector<Edge>& by_begin, std::vector<Edge>& by_end) {
  by_end.clear();
  for (const Edge& edge : by_begin) {
    by_end.push_back(edge);
    for (std::size_t i = by_end.size() - 1; i > 0 && by_end[i].end < by_end[i - 1].end; --i) std::swap(by_end[i], by_end[i - 1]);
  }
}

/// Appends the edges for which `at`, a member, is `position`; they are in the order of it.
void copy_at(const std::vector<Edge>& edges, std::uint32_t Edge::*at, std::uint32_t position, std::vector<Edge>& out) {
  auto each =
      std::lower_bound(edges.begin(), edges.end(), position, [at](const Edge& edge, std::uint32_t place) { return edge.*at < place; });
  for (; each != edges.end() && (*each).*at == position; ++each) out.push_back(*each);
}

}  // namespace

bool is_opaque(const Document& document, const Quotation& quotation) {
  int words = 0;
  for (std::uint32_t t = quotation.inner.begin; t < quotation.inner.end && words < 3; ++t) words += is_word(document.tokens[t]) ? 1 : 0;
  return words == 3;
}

void Lattice::build(const ArticleView& article, TokenSpan unit, std::int32_t inside_quotation, std::span<const FrameEdge> frames) {
  assert(article.document != nullptr && article.annotation != nullptr && article.mentions != nullptr);
  const bool goes_on = unit.begin > unit_.begin || (unit.begin == unit_.begin && inside_quotation > quotation_);
  const bool same = article.document == article_.document && article.annotation == article_.annotation &&
                    article.mentions == article_.mentions && article.mentions->items.size() == by_begin_.size();
  indexed_ = indexed_ && same && goes_on;
  article_ = article;
  unit_ = unit;
  quotation_ = inside_quotation;
  frames_ = frames;
  opened_ = opened_into_ = false;
  generation_ = next_generation();
  if (!indexed_) index_mentions();
  while (first_mention_ < by_begin_.size() && by_begin_[first_mention_].tokens.begin < unit.begin) ++first_mention_;
  mark_quotations();
}

void Lattice::index_mentions() {
  const std::vector<Mention>& items = article_.mentions->items;
  if (by_begin_.size() != items.size()) {  // else any order of them will do to begin with, and the last one is likely to fit
    by_begin_.resize(items.size());
    for (std::uint32_t i = 0; i < items.size(); ++i) by_begin_[i].id = i;
  }
  for (Indexed& each : by_begin_) {
    each.tokens = items[each.id].tokens;
    each.cls = items[each.id].cls;
  }
  const auto before = [](const Indexed& a, const Indexed& b) {
    if (a.tokens.begin != b.tokens.begin) return a.tokens.begin < b.tokens.begin;
    return a.tokens.end != b.tokens.end ? a.tokens.end > b.tokens.end : a.id < b.id;
  };
  // Mentions come in order from their finder; rules change and add some. Those that are out of order are sorted apart and merged in.
  displaced_.clear();
  std::size_t kept = 0;
  for (const Indexed& each : by_begin_) {
    if (kept == 0 || before(by_begin_[kept - 1], each))
      by_begin_[kept++] = each;
    else
      displaced_.push_back(each);
  }
  if (!displaced_.empty()) {
    std::sort(displaced_.begin(), displaced_.end(), before);
    const auto middle = by_begin_.begin() + static_cast<std::ptrdiff_t>(kept);
    std::copy(displaced_.begin(), displaced_.end(), middle);
    std::inplace_merge(by_begin_.begin(), middle, by_begin_.end(), before);
  }
  first_mention_ = 0;
  indexed_ = true;
}

void Lattice::mark_quotations() {
  const std::vector<Quotation>& quotations = article_.document->quotations;
  quotes_.clear();
  marked_ = false;
  // Quotations are in text order and do not overlap, so both of their ends ascend.
  const auto ends_before = [this](const Quotation& quotation) { return quotation.outer.end <= unit_.begin; };
  auto it = std::partition_point(quotations.begin(), quotations.end(), ends_before);
  for (; it != quotations.end() && it->outer.begin < unit_.end; ++it) {
    const auto index = static_cast<std::uint32_t>(it - quotations.begin());
    if (static_cast<std::int32_t>(index) == quotation_) continue;
    if (!marked_) marks_.assign(unit_.size(), Mark::Plain);
    marked_ = true;
    mark_quotation(*it, index);
  }
}

void Lattice::mark_quotation(const Quotation& quotation, std::uint32_t index) {
  const TokenSpan outer{std::max(quotation.outer.begin, unit_.begin), std::min(quotation.outer.end, unit_.end)};
  const TokenSpan inner{std::max(quotation.inner.begin, unit_.begin), std::min(quotation.inner.end, unit_.end)};
  if (is_opaque(*article_.document, quotation)) {
    for (std::uint32_t t = outer.begin; t < outer.end; ++t) marks_[t - unit_.begin] = Mark::Hidden;
    quotes_.push_back({EdgeKind::Quote, outer.begin, outer.end, index, outer});
    return;
  }
  for (std::uint32_t t = outer.begin; t < outer.end; ++t) {
    if (!inner.contains(t)) marks_[t - unit_.begin] = Mark::Skipped;
  }
}

/// An edge may reach over a whole quotation but not end inside one.
bool Lattice::ends_inside_quotation(std::uint32_t end) const {
  if (end >= unit_.end || mark_of(end) != Mark::Hidden || mark_of(end - 1) != Mark::Hidden) return false;
  return std::none_of(quotes_.begin(), quotes_.end(), [end](const Edge& quote) { return quote.end == end; });
}

void Lattice::add_edge(EdgeKind kind, TokenSpan tokens, std::uint32_t index) const {
  if (tokens.end > unit_.end || tokens.empty()) return;
  if (!ends_inside_quotation(tokens.end)) edges_.push_back({kind, forward(tokens.begin), forward(tokens.end), index, tokens});
}

void Lattice::add_groups_at(std::uint32_t token, GroupCursor& cursor) const {
  const std::vector<NounGroup>& nouns = article_.annotation->noun_groups;
  const std::vector<VerbGroup>& verbs = article_.annotation->verb_groups;
  while (cursor.noun < nouns.size() && nouns[cursor.noun].tokens.begin < token) ++cursor.noun;
  while (cursor.verb < verbs.size() && verbs[cursor.verb].tokens.begin < token) ++cursor.verb;
  const bool noun = cursor.noun < nouns.size() && nouns[cursor.noun].tokens.begin == token;
  const bool verb = cursor.verb < verbs.size() && verbs[cursor.verb].tokens.begin == token;
  const bool verb_longer = noun && verb && verbs[cursor.verb].tokens.end > nouns[cursor.noun].tokens.end;
  if (verb_longer) add_edge(EdgeKind::VerbGroup, verbs[cursor.verb].tokens, static_cast<std::uint32_t>(cursor.verb));
  if (noun) add_edge(EdgeKind::NounGroup, nouns[cursor.noun].tokens, static_cast<std::uint32_t>(cursor.noun));
  if (verb && !verb_longer) add_edge(EdgeKind::VerbGroup, verbs[cursor.verb].tokens, static_cast<std::uint32_t>(cursor.verb));
}

void Lattice::add_mentions_at(std::uint32_t token, std::size_t& mention) const {
  for (; mention < by_begin_.size() && by_begin_[mention].tokens.begin <= token; ++mention) {
    const Indexed& at = by_begin_[mention];
    // A mention that starts at a skipped mark was left behind at that token; it starts here.
    if (forward(at.tokens.begin) != token) continue;
    const std::size_t before = edges_.size();
    add_edge(EdgeKind::Mention, at.tokens, at.id);
    if (edges_.size() > before) mentions_.push_back(edges_.back());
  }
}

MentionExtents Lattice::mention_extents() const {
  MentionExtents extents;
  const auto add = [&extents](ClassId cls, std::uint32_t begin, std::uint32_t position) {
    const std::uint64_t bit = std::uint64_t{1} << cls;
    if ((extents.classes & bit) == 0) extents.first[cls] = begin;
    if ((extents.classes & bit) == 0 || extents.last[cls] < position) extents.last[cls] = position;
    extents.first[cls] = std::min(extents.first[cls], begin);
    extents.classes |= bit;
  };
  for (std::size_t i = first_mention_; i < by_begin_.size() && by_begin_[i].tokens.begin < unit_.end; ++i) {
    const std::uint32_t begin = by_begin_[i].tokens.begin;
    add(by_begin_[i].cls, begin, forward(begin));
  }
  for (const Edge& quote : quotes_) add(mention_class::quote, quote.begin, quote.begin);
  return extents;
}

std::span<const FrameEdge> Lattice::frames_inside() const {
  const auto starts_before = [](const FrameEdge& frame, std::uint32_t token) { return frame.tokens.begin < token; };
  const auto first = std::lower_bound(frames_.begin(), frames_.end(), unit_.begin, starts_before);
  return {first, std::lower_bound(first, frames_.end(), unit_.end, starts_before)};
}

/// Prepares for questions about edges.
void Lattice::open() const {
  opened_ = true;
  edges_.clear();
  mentions_.clear();
  from_.assign(unit_.size() + 1, Place{});
  if (marked_) return make_all_edges();
  const auto add_to = [this](std::vector<Edge>& edges, EdgeKind kind, TokenSpan tokens, std::uint32_t index) {
    if (tokens.end <= unit_.end && !tokens.empty()) edges.push_back({kind, tokens.begin, tokens.end, index, tokens});
  };
  for (std::size_t i = first_mention_; i < by_begin_.size() && by_begin_[i].tokens.begin < unit_.end; ++i)
    add_to(mentions_, EdgeKind::Mention, by_begin_[i].tokens, by_begin_[i].id);
  frames_by_begin_.clear();
  for (const FrameEdge& frame : frames_inside())
    add_to(frames_by_begin_, EdgeKind::Frame, frame.tokens, static_cast<std::uint32_t>(&frame - frames_.data()));
  for (const std::vector<Edge>* things : {&mentions_, &frames_by_begin_}) {
    for (const Edge& edge : *things) from_[edge.begin - unit_.begin].count = 1;
  }
  edges_.reserve(most_edges());
}

/// The token of each position, a group of each kind, and the rest once.
std::size_t Lattice::most_edges() const {
  return unit_.size() * 3 + mentions_.size() + frames_by_begin_.size();
}

/// The same for questions about edges that end somewhere.
void Lattice::open_into() const {
  if (!opened_) open();
  opened_into_ = true;
  into_edges_.clear();
  into_.assign(unit_.size() + 1, Place{});
  if (marked_) return make_all_into();
  sort_by_end(mentions_, mentions_by_end_);
  sort_by_end(frames_by_begin_, frames_by_end_);
  for (const std::vector<Edge>* things : {&mentions_, &frames_by_begin_}) {
    for (const Edge& edge : *things) into_[edge.end - unit_.begin].count = 1;
  }
  into_edges_.reserve(most_edges());
}

/// Of a unit without quotations inside.
void Lattice::make_from(std::uint32_t position) const {
  const Annotation& annotation = *article_.annotation;
  const auto first = static_cast<std::uint32_t>(edges_.size());
  Place& place = from_[position - unit_.begin];
  if (place.count != 0) {
    copy_at(mentions_, &Edge::begin, position, edges_);
    copy_at(frames_by_begin_, &Edge::begin, position, edges_);
  }
  const std::int32_t noun = group_at(annotation.noun_group_of, position), verb = group_at(annotation.verb_group_of, position);
  const auto add = [&](EdgeKind kind, TokenSpan tokens, std::int32_t index) {
    if (tokens.begin == position && tokens.end <= unit_.end)
      edges_.push_back({kind, tokens.begin, tokens.end, static_cast<std::uint32_t>(index), tokens});
  };
  const TokenSpan noun_tokens = noun < 0 ? TokenSpan{} : annotation.noun_groups[static_cast<std::size_t>(noun)].tokens;
  const TokenSpan verb_tokens = verb < 0 ? TokenSpan{} : annotation.verb_groups[static_cast<std::size_t>(verb)].tokens;
  const bool verb_longer = verb_tokens.end > noun_tokens.end;
  if (verb >= 0 && verb_longer) add(EdgeKind::VerbGroup, verb_tokens, verb);
  if (noun >= 0) add(EdgeKind::NounGroup, noun_tokens, noun);
  if (verb >= 0 && !verb_longer) add(EdgeKind::VerbGroup, verb_tokens, verb);
  edges_.push_back({EdgeKind::Token, position, position + 1, position, {position, position + 1}});
  place = {first, static_cast<std::uint32_t>(edges_.size()) - first};
}

void Lattice::make_into(std::uint32_t position) const {
  const Annotation& annotation = *article_.annotation;
  const auto first = static_cast<std::uint32_t>(into_edges_.size());
  Place& place = into_[position - unit_.begin];
  if (place.count != 0) {
    copy_at(mentions_by_end_, &Edge::end, position, into_edges_);
    copy_at(frames_by_end_, &Edge::end, position, into_edges_);
  }
  const std::int32_t noun = group_at(annotation.noun_group_of, position - 1), verb = group_at(annotation.verb_group_of, position - 1);
  const auto add = [&](EdgeKind kind, TokenSpan tokens, std::int32_t index) {
    if (tokens.end == position && tokens.begin >= unit_.begin)
      into_edges_.push_back({kind, tokens.begin, tokens.end, static_cast<std::uint32_t>(index), tokens});
  };
  const TokenSpan noun_tokens = noun < 0 ? TokenSpan{} : annotation.noun_groups[static_cast<std::size_t>(noun)].tokens;
  const TokenSpan verb_tokens = verb < 0 ? TokenSpan{} : annotation.verb_groups[static_cast<std::size_t>(verb)].tokens;
  const bool verb_longer = verb_tokens.begin < noun_tokens.begin;
  if (verb >= 0 && verb_longer) add(EdgeKind::VerbGroup, verb_tokens, verb);
  if (noun >= 0) add(EdgeKind::NounGroup, noun_tokens, noun);
  if (verb >= 0 && !verb_longer) add(EdgeKind::VerbGroup, verb_tokens, verb);
  into_edges_.push_back({EdgeKind::Token, position - 1, position, position - 1, {position - 1, position}});
  place = {first, static_cast<std::uint32_t>(into_edges_.size()) - first};
}

/// Of a unit with quotations inside, in one walk over its tokens.
void Lattice::make_all_edges() const {
  const Annotation& annotation = *article_.annotation;
  std::size_t mention = first_mention_;
  const auto first_in = [this](const auto& groups) {
    const auto starts_before = [this](const auto& each) { return each.tokens.begin < unit_.begin; };
    return static_cast<std::size_t>(std::partition_point(groups.begin(), groups.end(), starts_before) - groups.begin());
  };
  std::size_t frame = first_in(frames_);
  GroupCursor groups{first_in(annotation.noun_groups), first_in(annotation.verb_groups)};
  auto quote = quotes_.begin();
  for (std::uint32_t token = unit_.begin; token < unit_.end; ++token) {
    const auto first = static_cast<std::uint32_t>(edges_.size());
    if (mark_of(token) == Mark::Plain) {
      add_mentions_at(token, mention);
      for (; frame < frames_.size() && frames_[frame].tokens.begin <= token; ++frame) {
        if (frames_[frame].tokens.begin == token) add_edge(EdgeKind::Frame, frames_[frame].tokens, static_cast<std::uint32_t>(frame));
      }
      add_groups_at(token, groups);
      add_edge(EdgeKind::Token, {token, token + 1}, token);
    } else if (quote != quotes_.end() && quote->begin == token) {
      while (mention < by_begin_.size() && by_begin_[mention].tokens.begin < token) ++mention;
      for (; mention < by_begin_.size() && by_begin_[mention].tokens == quote->tokens; ++mention) {
        add_edge(EdgeKind::Mention, quote->tokens, by_begin_[mention].id);  // a mention of the whole quotation
        mentions_.push_back(edges_.back());
      }
      edges_.push_back(*quote++);
      edges_.back().end = forward(edges_.back().end);
    }
    from_[token - unit_.begin] = {first, static_cast<std::uint32_t>(edges_.size()) - first};
  }
  from_[unit_.size()] = {0, 0};
}

/// Counting sort by end. Edges come in the order of their begins, so the longer come first by themselves and the token last; only
/// kinds may have to change places.
void Lattice::make_all_into() const {
  for (Place& place : into_) place = {0, 0};
  for (const Edge& edge : edges_) ++into_[edge.end - unit_.begin].count;
  std::uint32_t first = 0;
  for (Place& place : into_) {
    place.first = first;
    first += std::exchange(place.count, 0);
  }
  into_edges_.resize(edges_.size());
  for (const Edge& edge : edges_) {
    Place& place = into_[edge.end - unit_.begin];
    into_edges_[place.first + place.count++] = edge;
  }
  for (const Place& place : into_) {
    const auto begin = into_edges_.begin() + place.first;
    for (std::uint32_t i = 1; i < place.count; ++i) {
      for (std::uint32_t k = i; k > 0 && rank(begin[k].kind) < rank(begin[k - 1].kind); --k) std::swap(begin[k], begin[k - 1]);
    }
  }
}

std::uint32_t Lattice::previous(std::uint32_t position) const {
  if (!marked_ && position > unit_.begin && position <= unit_.end) return position - 1;
  const std::span<const Edge> edges = into(position);
  return edges.empty() ? unit_.begin : edges.back().begin;
}

std::span<const Edge> Lattice::mentions() const {
  if (!opened_) open();
  return mentions_;
}

std::vector<Unit> units_of(const Document& document) {
  std::vector<Unit> units;
  const std::vector<Quotation>& quotations = document.quotations;
  const auto add = [&units](TokenSpan tokens, std::uint32_t sentence, std::int32_t quotation) {
    const bool cut = tokens.size() > max_unit_tokens;
    for (std::uint32_t begin = tokens.begin; begin < tokens.end; begin += max_unit_tokens) {
      units.push_back({{begin, std::min(begin + max_unit_tokens, tokens.end)}, sentence, quotation, cut});
    }
  };
  std::size_t first = 0;
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    const TokenSpan tokens = document.sentences[s].tokens;
    add(tokens, s, -1);
    while (first < quotations.size() && quotations[first].outer.end <= tokens.begin) ++first;
    for (std::size_t q = first; q < quotations.size() && quotations[q].outer.begin < tokens.end; ++q) {
      const TokenSpan inner{std::max(quotations[q].inner.begin, tokens.begin), std::min(quotations[q].inner.end, tokens.end)};
      if (!inner.empty() && is_opaque(document, quotations[q])) add(inner, s, static_cast<std::int32_t>(q));
    }
  }
  return units;
}

}  // namespace chancery
