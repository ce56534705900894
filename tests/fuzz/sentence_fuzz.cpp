// Any text goes through tokens, groups, mentions, rules, coreference and merging with the shipped mappings: nothing crashes or hangs,
// every index stays inside of what it points into, and the same text gives the same frames again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "support/shipped.hpp"

namespace {

using namespace chancery;

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const Extraction& x, const RulePack& pack) {
  const auto tokens = static_cast<std::uint32_t>(x.document->tokens.size());
  require(x.annotation.tokens.size() == tokens && x.annotation.clause_of.size() == tokens);
  for (const NounGroup& group : x.annotation.noun_groups) require(group.tokens.contains(group.head) && group.tokens.end <= tokens);
  for (const VerbGroup& group : x.annotation.verb_groups) {
    require(group.tokens.contains(group.head) && group.tokens.end <= tokens && group.clause < x.annotation.clauses.size());
    require(group.subject < static_cast<std::int32_t>(x.annotation.noun_groups.size()));
    require(group.governor < static_cast<std::int32_t>(x.annotation.verb_groups.size()));
  }
  for (const Mention& mention : x.mentions.items) {
    if (mention.tokens.empty()) continue;  // a rule read it again as part of another
    require(mention.tokens.end <= tokens);
    // A quotation may go on over sentences.
    const std::uint32_t first = x.document->sentence_of(mention.tokens.begin), last = x.document->sentence_of(mention.tokens.end - 1);
    require(first == last || mention.cls == mention_class::quote);
  }
  for (const Frame& frame : x.frames) {
    require(frame.definition < pack.frames.size() && frame.trigger.end <= tokens && frame.evidence.end <= tokens);
    for (const RoleFillers& role : frame.roles) {
      require(role.role < pack.frames[frame.definition].roles.size());
      for (const Filler& filler : role.fillers) {
        require(filler.tokens.end <= tokens && (filler.entity == no_entity || filler.entity < x.entities.size()));
        require(filler.mention == no_mention || filler.mention < x.mentions.items.size());
      }
    }
  }
}

}  // namespace

/// Loads the mappings before the first input, so that their time is not the input's.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
  Shipped::get();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 4000) return 0;
  const Shipped& shipped = Shipped::get();
  static Extractor extractor(*shipped.model);
  Article article;
  article.date = "2025-04-16";
  article.body.assign(reinterpret_cast<const char*>(data), size);
  const Extraction first = extractor.extract(article);
  check(first, shipped.pack);
  const Extraction again = extractor.extract(article);
  require(first.frames.size() == again.frames.size() && first.mentions.items.size() == again.mentions.items.size());
  for (std::size_t i = 0; i < first.frames.size(); ++i) {
    require(first.frames[i].definition == again.frames[i].definition && first.frames[i].trigger == again.frames[i].trigger);
    require(first.frames[i].roles.size() == again.frames[i].roles.size());
  }
  return 0;
}
