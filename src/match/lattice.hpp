#pragma once

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
  std::uint32_t frame = 0;          ///< index into `RulePack::frames`
  std::uint16_t role = no_frame_role;  ///< index into the frame's roles; `no_frame_role`: the frame itself (its trigger)
  MentionId mention = no_mention;   ///< of a filler
  std::uint32_t instance = 0;       ///< what the caller wants back: the index of its frame

  static constexpr std::uint16_t no_frame_role = 0xFFFF;
};

enum class EdgeKind : std::uint8_t { Token, NounGroup, VerbGroup, Mention, Quote, Frame };

/// A way from one token position to a later one.
struct Edge {
  EdgeKind kind = EdgeKind::Token;
  std::uint32_t begin = 0, end = 0;  ///< token positions
  std::uint32_t index = 0;           ///< token, group, mention, quotation or frame edge
};

/// The unit of matching: a sentence in which each quotation of three words or more is one edge, or the inside of a quotation.
/// Token positions inside a quotation edge are skipped. Edges that start at one position are ordered: mentions (longer first),
/// quotations, frames, groups (longer first), the token last. Not thread-safe: each thread has its own.
class Lattice {
 public:
  /// Rebuild for the tokens `unit`; `inside_quotation` is the quotation whose inside this is, or -1.
  /// Borrows `article` and `frames` (those of the whole article, sorted by begin) until the next call. Edges are made when first asked for.
  void build(const ArticleView& article, TokenSpan unit, std::int32_t inside_quotation, std::span<const FrameEdge> frames = {});
  [[nodiscard]] TokenSpan unit() const { return unit_; }
  [[nodiscard]] std::int32_t quotation() const { return quotation_; }
  [[nodiscard]] std::span<const Edge> from(std::uint32_t position) const;
  /// Edges that end at `position`, for look-behind and leftward search.
  [[nodiscard]] std::span<const Edge> into(std::uint32_t position) const;
  /// The position after the token at `position` (jumps over a quotation).
  [[nodiscard]] std::uint32_t next(std::uint32_t position) const;
  [[nodiscard]] std::uint32_t previous(std::uint32_t position) const;
  [[nodiscard]] const ArticleView& article() const { return article_; }
  [[nodiscard]] const FrameEdge& frame_edge(std::uint32_t index) const { return frames_[index]; }
  /// The mention edges of the unit by begin, longer first.
  [[nodiscard]] std::span<const Edge> mentions() const;

 private:
  void make_edges() const;
  void make_into() const;

  ArticleView article_;
  TokenSpan unit_;
  std::int32_t quotation_ = -1;
  std::span<const FrameEdge> frames_;
  mutable bool made_ = false, made_into_ = false;
  mutable std::vector<Edge> edges_, into_edges_, mentions_;
  mutable std::vector<std::uint32_t> first_, into_first_, jump_, jump_back_;
};

/// The units of an article, in text order: per sentence, then the inside of each quotation of that sentence.
struct Unit {
  TokenSpan tokens;
  std::uint32_t sentence = 0;
  std::int32_t quotation = -1;
  bool cut = false;  ///< a part of a sentence of more than `max_unit_tokens`
};
inline constexpr std::uint32_t max_unit_tokens = 1000;
std::vector<Unit> units_of(const Document& document);

}  // namespace chancery
