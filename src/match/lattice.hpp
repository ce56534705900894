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

enum class EdgeKind : std::uint8_t { Token, NounGroup, VerbGroup, Mention, Quote };

/// A way from one token position to a later one.
struct Edge {
  EdgeKind kind = EdgeKind::Token;
  std::uint32_t begin = 0, end = 0;  ///< token positions
  std::uint32_t index = 0;           ///< token, group, mention or quotation
};

/// The unit of matching: a sentence in which each quotation of three words or more is one edge, or the inside of a quotation.
/// Token positions inside a quotation edge are skipped. Edges that start at one position are ordered: mentions (longer first),
/// quotations, groups, the token last.
class Lattice {
 public:
  /// Rebuild for the tokens `unit`; `inside_quotation` is the quotation whose inside this is, or -1.
  void build(const ArticleView& article, TokenSpan unit, std::int32_t inside_quotation);
  [[nodiscard]] TokenSpan unit() const { return unit_; }
  [[nodiscard]] std::int32_t quotation() const { return quotation_; }
  [[nodiscard]] std::span<const Edge> from(std::uint32_t position) const;
  /// Edges that end at `position`, for look-behind and leftward search.
  [[nodiscard]] std::span<const Edge> into(std::uint32_t position) const;
  /// The position after the token at `position` (jumps over a quotation).
  [[nodiscard]] std::uint32_t next(std::uint32_t position) const;
  [[nodiscard]] std::uint32_t previous(std::uint32_t position) const;
  [[nodiscard]] const ArticleView& article() const { return article_; }

 private:
  ArticleView article_;
  TokenSpan unit_;
  std::int32_t quotation_ = -1;
  std::vector<Edge> edges_, into_edges_;
  std::vector<std::uint32_t> first_, into_first_;
};

/// The units of an article, in text order: per sentence, then the inside of each quotation of that sentence.
struct Unit {
  TokenSpan tokens;
  std::uint32_t sentence = 0;
  std::int32_t quotation = -1;
};
std::vector<Unit> units_of(const Document& document);

}  // namespace chancery
