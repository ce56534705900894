#pragma once

#include "base/one_line.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "extract/frame.hpp"
#include "match/lattice.hpp"
#include "match/matcher.hpp"
#include "rules/pack.hpp"

namespace chancery {

/// What the tools for rule writers share.

/// "mention", "event", "cue" or "speaker".
std::string_view name_of(RuleKind kind);

/// The rules called `name`, by the full name ("meetings/met") or what stands behind the file's stem ("met").
std::vector<RuleId> rules_called(const RulePack& pack, std::string_view name);

/// The name of a rule that comes nearest to `name`, in full or without the file's stem as `name` is; nothing if none is near.
std::string_view nearest_rule(const RulePack& pack, std::string_view name);

/// The article as the matcher sees it. Borrows the extraction.
ArticleView view_of(const Extraction& extraction);

/// The frames that were made of an article, as the edges by which patterns name them, sorted by where they begin.
std::vector<FrameEdge> frame_edges_of(const Extraction& extraction);

/// The sentence around `tokens`, cut at them.
struct Excerpt {
  std::string left, middle, right;
};
Excerpt excerpt_of(const Document& document, TokenSpan sentence, TokenSpan tokens);

}  // namespace chancery
