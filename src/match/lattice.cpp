// Edges are made for a whole unit at once, in one walk over its tokens, and only when a rule asks for them: most units wake no rule.
#include "match/lattice.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

namespace chancery {
namespace {

bool is_word(const Token& token) {
  return token.shape != Shape::Punctuation && token.shape != Shape::Quote && token.shape != Shape::Symbol;
}

/// Where the first group behind `token` begins, of those from `first` on.
template <typename Group>
std::uint32_t next_begin(const std::vector<Group>& groups, std::size_t first, std::uint32_t token) {
  while (first < groups.size() && groups[first].tokens.begin <= token) ++first;
  return first < groups.size() ? groups[first].tokens.begin : std::numeric_limits<std::uint32_t>::max();
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
  made_ = made_into_ = false;
  ++generation_;
  if (!indexed_) index_mentions();
  mark_quotations();
}

void Lattice::index_mentions() {
  const std::vector<Mention>& items = article_.mentions->items;
  if (by_begin_.size() != items.size()) {  // else any order of them will do to begin with, and the last one is likely to fit
    by_begin_.resize(items.size());
    for (std::uint32_t i = 0; i < items.size(); ++i) by_begin_[i] = i;
  }
  const auto before = [&items](MentionId a, MentionId b) {
    const TokenSpan x = items[a].tokens, y = items[b].tokens;
    if (x.begin != y.begin) return x.begin < y.begin;
    return x.end != y.end ? x.end > y.end : a < b;
  };
  if (!std::is_sorted(by_begin_.begin(), by_begin_.end(), before)) std::sort(by_begin_.begin(), by_begin_.end(), before);
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
  if (!marked_) {
    edges_.push_back({kind, tokens.begin, tokens.end, index, tokens});
  } else if (!ends_inside_quotation(tokens.end)) {
    edges_.push_back({kind, forward(tokens.begin), forward(tokens.end), index, tokens});
  }
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
  const std::vector<Mention>& items = article_.mentions->items;
  for (; mention < by_begin_.size() && items[by_begin_[mention]].tokens.begin <= token; ++mention) {
    const MentionId id = by_begin_[mention];
    // A mention that starts at a skipped mark was left behind at that token; it starts here.
    if (forward(items[id].tokens.begin) != token) continue;
    const std::size_t before = edges_.size();
    add_edge(EdgeKind::Mention, items[id].tokens, id);
    if (edges_.size() > before) mentions_.push_back(edges_.back());
  }
}

std::size_t Lattice::first_mention() const {
  const std::vector<Mention>& items = article_.mentions->items;
  const auto earlier = [&](MentionId id) { return items[id].tokens.begin < unit_.begin; };
  return static_cast<std::size_t>(std::partition_point(by_begin_.begin(), by_begin_.end(), earlier) - by_begin_.begin());
}

MentionExtents Lattice::mention_extents() const {
  const std::vector<Mention>& items = article_.mentions->items;
  MentionExtents extents;
  const auto add = [&extents](ClassId cls, std::uint32_t begin, std::uint32_t position) {
    const std::uint64_t bit = std::uint64_t{1} << cls;
    if ((extents.classes & bit) == 0) extents.first[cls] = begin;
    if ((extents.classes & bit) == 0 || extents.last[cls] < position) extents.last[cls] = position;
    extents.first[cls] = std::min(extents.first[cls], begin);
    extents.classes |= bit;
  };
  for (std::size_t i = first_mention(); i < by_begin_.size() && items[by_begin_[i]].tokens.begin < unit_.end; ++i) {
    const std::uint32_t begin = items[by_begin_[i]].tokens.begin;
    add(items[by_begin_[i]].cls, begin, forward(begin));
  }
  for (const Edge& quote : quotes_) add(mention_class::quote, quote.begin, quote.begin);
  return extents;
}

void Lattice::make_edges() const {
  made_ = true;
  edges_.clear();
  mentions_.clear();
  first_.assign(unit_.size() + 2, 0);
  const std::vector<Mention>& items = article_.mentions->items;
  const Annotation& annotation = *article_.annotation;
  std::size_t mention = first_mention();
  const auto starts_before = [&](const auto& each) { return each.tokens.begin < unit_.begin; };
  const auto first_in = [&](const auto& all) {
    return static_cast<std::size_t>(std::partition_point(all.begin(), all.end(), starts_before) - all.begin());
  };
  std::size_t frame = first_in(frames_);
  GroupCursor groups{first_in(annotation.noun_groups), first_in(annotation.verb_groups)};
  auto quote = quotes_.begin();
  std::uint32_t more_from = unit_.begin;  // before this token nothing but tokens begins
  for (std::uint32_t token = unit_.begin; token < unit_.end; ++token) {
    first_[token - unit_.begin] = static_cast<std::uint32_t>(edges_.size());
    if (mark_of(token) == Mark::Plain) {
      if (token >= more_from) {
        add_mentions_at(token, mention);
        for (; frame < frames_.size() && frames_[frame].tokens.begin <= token; ++frame) {
          if (frames_[frame].tokens.begin == token) add_edge(EdgeKind::Frame, frames_[frame].tokens, static_cast<std::uint32_t>(frame));
        }
        add_groups_at(token, groups);
        more_from = unit_.end;
        if (mention < by_begin_.size()) more_from = std::min(more_from, items[by_begin_[mention]].tokens.begin);
        if (frame < frames_.size()) more_from = std::min(more_from, frames_[frame].tokens.begin);
        more_from = std::min(
            {more_from, next_begin(annotation.noun_groups, groups.noun, token), next_begin(annotation.verb_groups, groups.verb, token)});
      }
      add_edge(EdgeKind::Token, {token, token + 1}, token);
    } else if (quote != quotes_.end() && quote->begin == token) {
      while (mention < by_begin_.size() && items[by_begin_[mention]].tokens.begin < token) ++mention;
      for (; mention < by_begin_.size() && items[by_begin_[mention]].tokens == quote->tokens; ++mention) {
        add_edge(EdgeKind::Mention, quote->tokens, by_begin_[mention]);  // a mention of the whole quotation
        mentions_.push_back(edges_.back());
      }
      edges_.push_back(*quote++);
      edges_.back().end = forward(edges_.back().end);
    }
  }
  first_[unit_.size()] = first_[unit_.size() + 1] = static_cast<std::uint32_t>(edges_.size());
}

/// Counting sort by end. Edges come in the order of their begins, so the longer come first by themselves and the token last; only
/// kinds may have to change places.
void Lattice::make_into() const {
  if (!made_) make_edges();
  made_into_ = true;
  into_first_.assign(unit_.size() + 2, 0);
  for (const Edge& edge : edges_) ++into_first_[edge.end - unit_.begin + 1];
  for (std::size_t i = 1; i < into_first_.size(); ++i) into_first_[i] += into_first_[i - 1];
  into_edges_.resize(edges_.size());
  std::vector<std::uint32_t>& next = into_first_;  // used as cursors, then shifted back
  for (const Edge& edge : edges_) into_edges_[next[edge.end - unit_.begin]++] = edge;
  for (std::size_t i = next.size() - 1; i > 0; --i) next[i] = next[i - 1];
  next[0] = 0;
  for (std::size_t p = 0; p + 1 < into_first_.size(); ++p) {
    for (std::uint32_t i = into_first_[p] + 1; i < into_first_[p + 1]; ++i) {
      for (std::uint32_t k = i; k > into_first_[p] && rank(into_edges_[k].kind) < rank(into_edges_[k - 1].kind); --k) {
        std::swap(into_edges_[k], into_edges_[k - 1]);
      }
    }
  }
}

std::uint32_t Lattice::next(std::uint32_t position) const {
  const std::span<const Edge> edges = from(position);
  return edges.empty() ? unit_.end : edges.back().end;
}

std::uint32_t Lattice::previous(std::uint32_t position) const {
  const std::span<const Edge> edges = into(position);
  return edges.empty() ? unit_.begin : edges.back().begin;
}

std::span<const Edge> Lattice::mentions() const {
  if (!made_) make_edges();
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
