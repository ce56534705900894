#include "extract/extractor.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "annotate/annotator.hpp"
#include "annotate/mention_finder.hpp"
#include "extract/adjuncts.hpp"
#include "extract/cues.hpp"
#include "extract/date_finder.hpp"
#include "extract/draft.hpp"
#include "extract/extraction_words.hpp"
#include "extract/fill.hpp"
#include "extract/frame_builder.hpp"
#include "extract/frame_model.hpp"
#include "extract/merge.hpp"
#include "extract/speakers.hpp"
#include "extract/tense.hpp"
#include "match/lattice.hpp"
#include "match/program.hpp"
#include "resolve/entity_resolver.hpp"
#include "text/word_cache.hpp"

namespace chancery {

struct ExtractionModel::Parts {
  Parts(Lexicon& lexicon_in, const RulePack& pack_in, const Program& program_in, const TextRules& text_rules_in, Diagnostics& diagnostics)
      : lexicon(lexicon_in),
        pack(pack_in),
        program(program_in),
        text_rules(text_rules_in),
        date_finder(lexicon_in.symbols()),
        annotator(lexicon),
        finder(lexicon),
        resolver(lexicon, pack, program),
        words(lexicon),
        models(make_frame_models(pack, program, lexicon_in.symbols(), diagnostics)) {}

  const Lexicon& lexicon;
  const RulePack& pack;
  const Program& program;
  const TextRules& text_rules;
  DateFinder date_finder;
  Annotator annotator;
  MentionFinder finder;
  EntityResolver resolver;
  ExtractionWords words;
  FrameModels models;
};

ExtractionModel::ExtractionModel(Lexicon& lexicon, const RulePack& pack, const Program& program, const TextRules& text_rules,
                                 Diagnostics& diagnostics)
    : parts_(std::make_unique<const Parts>(lexicon, pack, program, text_rules, diagnostics)) {}
ExtractionModel::~ExtractionModel() = default;

struct Extractor::State {
  explicit State(const ExtractionModel::Parts& parts_in) : parts(parts_in), matcher(parts.program) {}

  const ExtractionModel::Parts& parts;
  WordCache words;
  Matcher matcher;
  Lattice lattice;
  std::vector<Match> matches;
  std::vector<FrameEdge> frame_edges;
};

namespace {

/// One article on its way through the passes.
class Run {
 public:
  Run(const ExtractionModel::Parts& parts, Matcher& matcher, Lattice& lattice, std::vector<Match>& matches, Extraction& extraction,
      std::optional<Day> today, ExtractionTrace& trace, const std::atomic<bool>* stop)
      : parts_(parts), matcher_(matcher), lattice_(lattice), matches_(matches), extraction_(extraction), trace_(trace), stop_(stop) {
    work_.pack = &parts.pack;
    work_.lexicon = &parts.lexicon;
    work_.models = &parts.models;
    work_.resolver = &parts.resolver;
    work_.words = &parts.words;
    work_.extraction = &extraction;
    work_.trace = &trace;
    work_.today = today;
  }

  void run() {
    units_ = units_of(*extraction_.document);
    mention_passes();
    for (int pass = 1; pass <= std::max(1, parts_.program.passes(RuleKind::Event)); ++pass) event_pass(pass);
    index_frames();
    for (const Unit& unit : units_) cues_and_speakers(unit);
    if (must_stop()) return;
    finish_frames();
    collect();
  }

 private:
  [[nodiscard]] ArticleView view() const { return {extraction_.document.get(), &extraction_.annotation, &extraction_.mentions}; }

  void mention_passes() {
    const int passes = std::max(1, parts_.program.passes(RuleKind::Mention));
    std::vector<Match> found;
    std::vector<MadeMention> made;
    for (int pass = 1; pass <= passes; ++pass) {
      matches_.clear();
      for (const Unit& unit : units_) match(unit, RuleKind::Mention, pass);
      const std::vector<MadeMention> of_pass =
          parts_.resolver.apply_mention_matches(matches_, *extraction_.document, extraction_.annotation, extraction_.mentions);
      for (const MadeMention& item : of_pass)
        made.push_back({item.match + static_cast<std::uint32_t>(found.size()), item.mention, item.of_others});
      found.insert(found.end(), matches_.begin(), matches_.end());
    }
    parts_.resolver.resolve(*extraction_.document, extraction_.annotation, extraction_.mentions, extraction_.entities);
    work_.index_mentions();
    work_.find_states();
    add_mention_drafts(work_, found, made);
  }

  [[nodiscard]] bool must_stop() const { return stop_ != nullptr && *stop_; }

  void match(const Unit& unit, RuleKind kind, int pass) {
    if (must_stop()) return;
    const std::size_t before = matches_.size();
    lattice_.build(view(), unit.tokens, unit.quotation, frame_edges_);
    matcher_.match(lattice_, kind, pass, matches_);
    for (std::size_t i = before; i < matches_.size(); ++i) trace_.matched(extraction_, matches_[i], pass);
  }

  void event_pass(int pass) {
    if (pass > 1) index_frames();
    for (const Unit& unit : units_) {
      matches_.clear();
      match(unit, RuleKind::Event, pass);
      const std::size_t first = work_.drafts.size();
      for (const Match& item : matches_) add_draft(work_, item, unit);
      if (work_.drafts.size() > first) attach_adjuncts(work_, matcher_, lattice_, unit, first);
    }
  }

  /// What patterns of the next pass can see of the frames made so far.
  void index_frames() {
    frame_edges_.clear();
    for (const Draft& draft : work_.drafts) {
      frame_edges_.push_back({draft.frame.trigger, draft.frame.definition, FrameEdge::no_frame_role, no_mention, draft.id});
      for (const RoleFillers& fillers : draft.frame.roles) {
        for (const Filler& filler : fillers.fillers) {
          if (!filler.tokens.empty())
            frame_edges_.push_back({filler.tokens, draft.frame.definition, fillers.role, filler.mention, draft.id});
        }
      }
    }
    std::stable_sort(frame_edges_.begin(), frame_edges_.end(),
                     [](const FrameEdge& a, const FrameEdge& b) { return a.tokens.begin < b.tokens.begin; });
  }

  void cues_and_speakers(const Unit& unit) {
    if (must_stop()) return;
    lattice_.build(view(), unit.tokens, unit.quotation, frame_edges_);
    matches_.clear();
    matcher_.match(lattice_, RuleKind::Cue, 1, matches_);
    for (const Match& item : matches_) {
      trace_.matched(extraction_, item, 1);
      work_.cues.push_back({item, unit.sentence, unit.quotation});
    }
    matches_.clear();
    matcher_.match(lattice_, RuleKind::Speaker, 1, matches_);
    for (const Match& item : matches_) {
      trace_.matched(extraction_, item, 1);
      speakers_.push_back({item, unit.sentence, unit.quotation});
    }
  }

  void finish_frames() {
    std::stable_sort(work_.drafts.begin(), work_.drafts.end(),
                     [](const Draft& a, const Draft& b) { return a.frame.trigger.begin < b.frame.trigger.begin; });
    for (std::uint32_t i = 0; i < work_.drafts.size(); ++i) {
      work_.drafts[i].id = i;
      trace_.made(extraction_, i, work_.drafts[i].frame);
    }
    distribute(work_);
    fill_roles(work_, matcher_, lattice_, true);
    assign_speakers(work_, speakers_);
    for (Draft& draft : work_.drafts) apply_defaults(work_, draft);
    apply_cues(work_);
    assign_sources(work_);
    fill_from_speakers(work_);
    std::stable_sort(work_.drafts.begin(), work_.drafts.end(),
                     [](const Draft& a, const Draft& b) { return a.frame.trigger.begin < b.frame.trigger.begin; });
    work_.find_homes();
    merge_drafts(work_);
    fill_after_merging(work_);
    drop_incomplete(work_);
    fill_roles(work_, matcher_, lattice_, false);
  }

  void collect() {
    for (Draft& draft : work_.drafts) {
      if (!draft.gone) extraction_.frames.push_back(std::move(draft.frame));
    }
    std::stable_sort(extraction_.frames.begin(), extraction_.frames.end(),
                     [](const Frame& a, const Frame& b) { return a.trigger.begin < b.trigger.begin; });
  }

  const ExtractionModel::Parts& parts_;
  Matcher& matcher_;
  Lattice& lattice_;
  std::vector<Match>& matches_;
  Extraction& extraction_;
  ExtractionTrace& trace_;
  const std::atomic<bool>* stop_;
  ArticleWork work_;
  std::vector<Unit> units_;
  std::vector<SpeakerHit> speakers_;
  std::vector<FrameEdge> frame_edges_;
};

}  // namespace

Extractor::Extractor(const ExtractionModel& model) : state_(std::make_unique<State>(model.parts())) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;

Extraction Extractor::extract(Article article, ExtractionTrace* trace, const std::atomic<bool>* stop) {
  const ExtractionModel::Parts& parts = state_->parts;
  ExtractionTrace silent;
  Extraction extraction;
  extraction.document = std::make_unique<Document>(std::move(article), parts.lexicon.symbols(), parts.text_rules, &state_->words);
  parts.annotator.annotate(*extraction.document, extraction.annotation);
  const std::optional<Day> today = parts.date_finder.find(*extraction.document, extraction.annotation, extraction.mentions);
  if (parts.pack.manifest.without_dates) extraction.mentions.dates.clear();
  parts.finder.find(*extraction.document, extraction.annotation, extraction.mentions);
  Run(parts, state_->matcher, state_->lattice, state_->matches, extraction, today, trace != nullptr ? *trace : silent, stop).run();
  return extraction;
}

}  // namespace chancery
