#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "annotate/annotation.hpp"
#include "annotate/mention.hpp"
#include "text/document.hpp"

namespace chancery {

/// What one article is, for the matcher: borrows everything.
struct ArticleView {
  const Document* document = nullptr;
  const Annotation* annotation = nullptr;
  const Mentions* mentions = nullptr;
};

/// A frame of a lower pass, or a filler of one of its roles, as an edge for `@Frame` and `@Frame.role`.
struct FrameEdge {
  TokenSpan tokens;
  std::uint32_t frame = 0;             ///< index into `RulePack::frames`
  std::uint16_t role = no_frame_role;  ///< index into the frame's roles; `no_frame_role`: the frame itself (its trigger)
  MentionId mention = no_mention;      ///< of a filler
  std::uint32_t instance = 0;          ///< what the caller wants back: the index of its frame

  static constexpr std::uint16_t no_frame_role = 0xFFFF;
};

/// The classes of some mentions, one bit each, and positions: of each of these classes no mention begins before `first` or after `last`.
struct MentionExtents {
  std::uint64_t classes = 0;
  std::array<std::uint32_t, 64> first, last;  ///< of the classes in `classes`; the others have none
};

enum class EdgeKind : std::uint8_t { Token, NounGroup, VerbGroup, Mention, Quote, Frame };

/// A way from one token position to a later one. Positions stand between tokens; the marks of a quotation that is no edge belong
/// to the position before them, so that words on both sides are neighbours.
struct Edge {
  EdgeKind kind = EdgeKind::Token;
  std::uint32_t begin = 0, end = 0;  ///< positions
  std::uint32_t index = 0;           ///< token, group, mention, quotation or frame edge
  TokenSpan tokens;                  ///< what it covers
};

/// The unit of matching: a sentence in which each quotation of three words or more is one edge, or the inside of a quotation.
/// Token positions inside a quotation edge are skipped. Edges that start at one position are ordered: mentions (longer first),
/// quotations, frames, groups (longer first), the token last; those that end at one position in the same order of kinds. Not
/// thread-safe: each thread has its own.
class Lattice {
 public:
  /// Rebuild for the tokens `unit`; `inside_quotation` is the quotation whose inside this is, or -1. Borrows `article` and
  /// `frames` (those of the whole article, sorted by begin) until the next call. Edges are made when first asked for, in most units
  /// those of one position at a time.
  ///
  /// Mentions are indexed anew whenever the units start over (`units_of` gives their order) or the article is another one;
  /// who changes mentions and goes on in the middle calls `forget` first.
  void build(const ArticleView& article, TokenSpan unit, std::int32_t inside_quotation, std::span<const FrameEdge> frames = {});
  void forget() { indexed_ = false; }
  /// Another number after each `build`; no other lattice has it.
  [[nodiscard]] std::uint64_t generation() const { return generation_; }
  /// Which classes the mentions that start in the unit have, and where; also those hidden in its quotations.
  [[nodiscard]] MentionExtents mention_extents() const;
  [[nodiscard]] TokenSpan unit() const { return unit_; }
  [[nodiscard]] std::int32_t quotation() const { return quotation_; }
  /// The first and the last position.
  [[nodiscard]] std::uint32_t begin() const { return forward(unit_.begin); }
  [[nodiscard]] std::uint32_t end() const { return unit_.end; }
  /// The position of the token `token`: itself, or the next after marks that are skipped.
  [[nodiscard]] std::uint32_t position(std::uint32_t token) const { return forward(token); }
  [[nodiscard]] std::span<const Edge> from(std::uint32_t position) const {
    if (position < unit_.begin || position >= unit_.end) return {};
    if (!opened_) open();
    const Place& place = from_[forward(position) - unit_.begin];
    if (place.first == unmade) make_from(position);
    return {edges_.data() + place.first, place.count};
  }
  /// Edges that end at `position`, for look-behind and leftward search.
  [[nodiscard]] std::span<const Edge> into(std::uint32_t position) const {
    if (position <= unit_.begin || position > unit_.end) return {};
    if (!opened_into_) open_into();
    const Place& place = into_[forward(position) - unit_.begin];
    if (place.first == unmade) make_into(position);
    return {into_edges_.data() + place.first, place.count};
  }
  /// The position after the token at `position` (jumps over a quotation).
  [[nodiscard]] std::uint32_t next(std::uint32_t position) const {
    if (!marked_ && unit_.contains(position)) return position + 1;
    const std::span<const Edge> edges = from(position);
    return edges.empty() ? unit_.end : edges.back().end;
  }
  [[nodiscard]] std::uint32_t previous(std::uint32_t position) const;
  [[nodiscard]] const ArticleView& article() const { return article_; }
  [[nodiscard]] const FrameEdge& frame_edge(std::uint32_t index) const { return frames_[index]; }
  /// The mention edges of the unit by begin, longer first.
  [[nodiscard]] std::span<const Edge> mentions() const;
  /// The quotations that are edges of the unit.
  [[nodiscard]] std::span<const Edge> quotes() const { return quotes_; }
  /// The tokens of the unit that lie in a quotation edge are no tokens of the unit.
  [[nodiscard]] bool is_hidden(std::uint32_t token) const { return mark_of(token) == Mark::Hidden; }

 private:
  enum class Mark : std::uint8_t { Plain, Skipped, Hidden };
  /// A mention in the order of begins; the longer first.
  struct Indexed {
    TokenSpan tokens;
    MentionId id = no_mention;
    ClassId cls = 0;
  };
  /// The edges of a position, as a range. While they are unmade, the count tells whether mentions or frames are among them.
  struct Place {
    std::uint32_t first = unmade, count = 0;
  };
  static constexpr std::uint32_t unmade = 0xFFFFFFFFU;
  /// The next groups in text order.
  struct GroupCursor {
    std::size_t noun = 0, verb = 0;
  };

  void index_mentions();
  void mark_quotations();
  void mark_quotation(const Quotation& quotation, std::uint32_t index);
  [[nodiscard]] std::uint32_t forward(std::uint32_t position) const {
    while (mark_of(position) == Mark::Skipped) ++position;
    return position;
  }
  [[nodiscard]] Mark mark_of(std::uint32_t token) const {
    return marked_ && unit_.contains(token) ? marks_[token - unit_.begin] : Mark::Plain;
  }
  [[nodiscard]] std::span<const FrameEdge> frames_inside() const;
  void open() const;
  void open_into() const;
  [[nodiscard]] std::size_t most_edges() const;
  void make_from(std::uint32_t position) const;
  void make_into(std::uint32_t position) const;
  void make_all_edges() const;
  void make_all_into() const;
  void add_mentions_at(std::uint32_t token, std::size_t& mention) const;
  [[nodiscard]] bool ends_inside_quotation(std::uint32_t end) const;
  void add_groups_at(std::uint32_t token, GroupCursor& cursor) const;
  void add_edge(EdgeKind kind, TokenSpan tokens, std::uint32_t index) const;

  ArticleView article_;
  TokenSpan unit_;
  std::int32_t quotation_ = -1;
  std::span<const FrameEdge> frames_;
  bool indexed_ = false, marked_ = false;
  std::uint64_t generation_ = 0;
  std::vector<Indexed> by_begin_;  ///< mentions of the article
  std::size_t first_mention_ = 0;  ///< of the unit, in `by_begin_`
  std::vector<Indexed> displaced_;
  std::vector<Mark> marks_;  ///< per token of the unit, if `marked_`
  std::vector<Edge> quotes_;
  mutable bool opened_ = false, opened_into_ = false;
  mutable std::vector<Edge> edges_, into_edges_;  ///< do not move while a unit lasts
  mutable std::vector<Place> from_, into_;        ///< per position of the unit
  mutable std::vector<Edge> mentions_, frames_by_begin_, mentions_by_end_, frames_by_end_;
};

/// True where a quotation is an edge of its sentence and its inside a unit: it has three words or more.
bool is_opaque(const Document& document, const Quotation& quotation);

/// The units of an article, in text order: per sentence, then the inside of each opaque quotation of that sentence.
struct Unit {
  TokenSpan tokens;
  std::uint32_t sentence = 0;
  std::int32_t quotation = -1;
  bool cut = false;  ///< a part of a sentence of more than `max_unit_tokens`
};
inline constexpr std::uint32_t max_unit_tokens = 1000;
std::vector<Unit> units_of(const Document& document);

}  // namespace chancery
