#pragma once

#include <atomic>
#include <memory>

#include "base/diagnostic.hpp"
#include "extract/frame.hpp"
#include "extract/trace.hpp"
#include "lexicon/lexicon.hpp"
#include "match/matcher.hpp"
#include "rules/pack.hpp"
#include "text/article.hpp"
#include "text/text_rules.hpp"

namespace chancery {

/// All that extraction reads and never changes: made once per run after the rules are compiled and before the first article (it
/// interns the names of values in the lexicon's symbol table), shared by threads. Borrows everything it is given.
class ExtractionModel {
 public:
  /// What the frames of `pack` say and cannot be used is diagnosed and left out.
  ExtractionModel(Lexicon& lexicon, const RulePack& pack, const Program& program, const TextRules& text_rules, Diagnostics& diagnostics);
  ~ExtractionModel();

  struct Parts;
  [[nodiscard]] const Parts& parts() const { return *parts_; }

 private:
  std::unique_ptr<const Parts> parts_;
};

/// From article to frames: tokens, groups, mentions, mention rules, entities, event rules in passes with entities resolved
/// between them, adjuncts, cues, merging, roles searched elsewhere, speakers. One per thread; keeps its memory between articles.
class Extractor {
 public:
  explicit Extractor(const ExtractionModel& model);
  ~Extractor();
  Extractor(Extractor&&) noexcept;

  /// All that `article` says. Never fails: an article without sentences gives an extraction without frames. Where `stop` becomes true
  /// meanwhile, the rest is left undone, and the extraction is to be thrown away.
  Extraction extract(Article article, ExtractionTrace* trace = nullptr, const std::atomic<bool>* stop = nullptr);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace chancery
