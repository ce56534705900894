#include "pipeline/rule_tools.hpp"

#include <algorithm>

namespace chancery {

std::string_view name_of(RuleKind kind) {
  switch (kind) {
    case RuleKind::Mention: return "mention";
    case RuleKind::Event: return "event";
    case RuleKind::Cue: return "cue";
    case RuleKind::Speaker: return "speaker";
  }
  return "rule";
}

std::vector<RuleId> rules_called(const RulePack& pack, std::string_view name) {
  std::vector<RuleId> found;
  for (RuleId id = 0; id < pack.rules.size(); ++id) {
    const std::string_view full = pack.rules[id].name;
    const bool behind_stem = full.size() > name.size() && full.ends_with(name) && full[full.size() - name.size() - 1] == '/';
    if (!name.empty() && (full == name || behind_stem)) found.push_back(id);
  }
  return found;
}

std::string_view nearest_rule(const RulePack& pack, std::string_view name) {
  std::vector<std::string_view> names;
  for (const Rule& rule : pack.rules) {
    const std::string_view full = rule.name;
    names.push_back(name.find('/') == std::string_view::npos ? full.substr(full.find('/') + 1) : full);
  }
  return nearest_word(name, names);
}

ArticleView view_of(const Extraction& extraction) {
  return {extraction.document.get(), &extraction.annotation, &extraction.mentions};
}

std::vector<FrameEdge> frame_edges_of(const Extraction& extraction) {
  std::vector<FrameEdge> edges;
  for (std::uint32_t i = 0; i < extraction.frames.size(); ++i) {
    const Frame& frame = extraction.frames[i];
    edges.push_back({frame.trigger, frame.definition, FrameEdge::no_frame_role, no_mention, i});
    for (const RoleFillers& role : frame.roles) {
      for (const Filler& filler : role.fillers) {
        if (!filler.tokens.empty()) edges.push_back({filler.tokens, frame.definition, role.role, filler.mention, i});
      }
    }
  }
  std::stable_sort(edges.begin(), edges.end(), [](const FrameEdge& a, const FrameEdge& b) { return a.tokens.begin < b.tokens.begin; });
  return edges;
}

Excerpt excerpt_of(const Document& document, TokenSpan sentence, TokenSpan tokens) {
  const ByteSpan whole = document.bytes(sentence);
  const ByteSpan inside = document.bytes(tokens);
  const auto cut = [&](std::uint32_t begin, std::uint32_t end) {
    return on_one_line(document.text(ByteSpan{begin, std::max(begin, end)}));
  };
  return {cut(whole.begin, inside.begin), cut(inside.begin, inside.end), cut(inside.end, whole.end)};
}

}  // namespace chancery
