// The rule's programs are run again at every position of every unit, over what extraction left behind, with a watcher that notes
// what each way wanted where it ended. The attempt that came farthest is told. So a rule of a lower pass is tried on names as the
// later passes left them, which may differ from what it saw: what it did find comes from the trace of the extraction itself.
#include "pipeline/why_not.hpp"

#include <algorithm>
#include <map>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "extract/extractor.hpp"
#include "match/fillers.hpp"
#include "match/machine.hpp"
#include "match/program.hpp"
#include "pipeline/probe.hpp"
#include "pipeline/rule_tools.hpp"

namespace chancery {
namespace {

/// What extraction did with one rule.
class RuleRecord final : public ExtractionTrace {
 public:
  RuleRecord(RuleId rule, const std::string& name) : rule_(rule), name_(name) {}
  void matched(const Extraction&, const Match& match, int) override { (match.rule == rule_ ? own : others).push_back(match); }
  void made(const Extraction&, std::size_t frame, const Frame& made) override {
    Made record{made.definition, {}};
    if (made.rule == rule_) record.places.push_back(made.trigger);
    for (const RoleFillers& role : made.roles) {
      for (const Filler& filler : role.fillers) {
        if (filler.rule == static_cast<std::int32_t>(rule_)) record.places.push_back(filler.tokens);
      }
    }
    if (!record.places.empty()) frames[frame] = std::move(record);
  }
  void changed(std::size_t, std::string_view rule, std::string_view what) override {
    if (rule == name_) changes.emplace_back(what);
  }
  void merged(std::size_t from, std::size_t into) override {
    fates[from] = "joined another mention of the same, frame " + std::to_string(into);
  }
  void dropped(std::size_t frame, std::string_view why) override { fates[frame] = "was left out: " + std::string(why); }

  /// A frame that the rule made, or of which it filled a role: a rule of speakers may find another's quotation.
  struct Made {
    std::uint32_t definition = 0;
    std::vector<TokenSpan> places;
  };
  std::vector<Match> own, others;
  std::map<std::size_t, Made> frames;
  std::map<std::size_t, std::string> fates;
  std::vector<std::string> changes;

 private:
  RuleId rule_;
  const std::string& name_;
};

class WhyNot {
 public:
  WhyNot(const Resources& resources, RuleId rule, const Extraction& extraction, const RuleRecord& record, std::ostream& out)
      : resources_(resources),
        program_(resources.program()),
        compiled_(program_.rules()[rule]),
        rule_(resources.pack().rules[rule]),
        extraction_(extraction),
        document_(*extraction.document),
        record_(record),
        out_(out),
        frames_(frame_edges_of(extraction)),
        probe_(resources),
        fillers_(program_) {
    for (std::uint32_t v = 0; v < program_.variants().size(); ++v) {
      if (program_.variants()[v].rule == rule && !is_of_selector(v)) variants_.push_back(v);
    }
  }

  void tell() {
    out_ << "rule " << rule_.name << " (" << name_of(rule_.kind) << ", " << rule_.where.file << ':' << rule_.where.line << ")\n";
    if (variants_.empty()) {
      out_ << "  the rule was not compiled: see what \"chancery rules lint\" says of it\n";
      return;
    }
    for (const Unit& unit : units_of(document_)) tell_unit(unit);
    if (rule_.kind != RuleKind::Cue || record_.own.empty()) return;
    for (const std::string& change : record_.changes) out_ << "  changed a frame: " << change << '\n';
    if (record_.changes.empty())
      out_ << "  it changed nothing: no frame" << (rule_.on.empty() ? "" : " " + rule_.on) << " stands in its scope\n";
  }

 private:
  [[nodiscard]] bool is_of_selector(std::uint32_t variant) const {
    for (const CompiledRole& role : compiled_.roles) {
      for (const CompiledSelector& selector : role.selectors) {
        if (std::find(selector.variants.begin(), selector.variants.end(), variant) != selector.variants.end()) return true;
      }
    }
    return false;
  }

  [[nodiscard]] std::string text(TokenSpan tokens) const { return on_one_line(document_.text(tokens)); }

  void tell_unit(const Unit& unit) {
    lattice_.build(view_of(extraction_), unit.tokens, unit.quotation, frames_);
    out_ << "\nsentence " << unit.sentence + 1 << (unit.quotation >= 0 ? ", quotation" : "") << ": " << text(unit.tokens) << '\n';
    bool matched = false;
    for (const Match& match : record_.own) {
      if (!unit.tokens.contains(match.tokens) || lattice_.is_hidden(match.trigger.begin)) continue;
      matched = true;
      out_ << "  matched: [" << text(match.tokens) << "]\n";
      tell_captures(match);
      tell_selectors(match.trigger);
      tell_frame(match);
    }
    if (matched) return;
    const Attempt best = probe_.best(lattice_, variants_, lattice_.begin(), lattice_.end());
    if (best.outcome == Attempt::Outcome::Whole)
      tell_not_chosen(best);
    else
      out_ << probe_.describe(lattice_, best);
  }

  void tell_captures(const Match& match) {
    for (const Capture& capture : match.captures) {
      out_ << "    " << program_.role_names()[capture.role] << ": [" << text(capture.tokens) << "]\n";
    }
  }

  void tell_not_chosen(const Attempt& attempt) {
    out_ << "  it fits at [" << text(attempt.tokens) << "]";
    for (const Match& other : record_.others) {
      const bool same_frame = program_.rules()[other.rule].frame == compiled_.frame && program_.rules()[other.rule].kind == rule_.kind;
      if (!same_frame || !other.tokens.overlaps(attempt.tokens)) continue;
      out_ << ", but gave way to " << resources_.pack().rules[other.rule].name << " at [" << text(other.trigger)
           << "] (priority, then roles filled, then less gap, then order in the file; or \"suppress\")\n";
      return tell_selectors(attempt.tokens);
    }
    out_ << ", but another match of its own, or a rule that suppresses it, was preferred\n";
    tell_selectors(attempt.tokens);
  }

  void tell_selectors(TokenSpan trigger) {
    for (std::size_t r = 0; r < compiled_.roles.size(); ++r) {
      for (std::size_t s = 0; s < compiled_.roles[r].selectors.size(); ++s) {
        out_ << "    " << rule_.roles[r].role << ", looked for in " << describe(rule_.roles[r].selectors[s]) << ": ";
        tell_selector(trigger, compiled_.roles[r], compiled_.roles[r].selectors[s]);
      }
    }
  }

  void tell_selector(TokenSpan trigger, const CompiledRole& role, const CompiledSelector& selector) {
    if (selector.kind == SelectorKind::Pattern) {
      const TokenSpan clause = FillerFinder::clause_around(lattice_, trigger.begin);
      const std::uint32_t begin = clause.empty() ? lattice_.begin() : std::max(lattice_.begin(), clause.begin);
      const Attempt best =
          probe_.best(lattice_, selector.variants, begin, clause.empty() ? lattice_.end() : std::min(lattice_.end(), clause.end));
      if (best.outcome == Attempt::Outcome::Whole)
        out_ << '[' << text(best.tokens) << "]\n";
      else
        out_ << "no filler\n" << probe_.describe(lattice_, best);
      return;
    }
    const TriggerSite site = FillerFinder::site_of(lattice_, trigger);
    if (tell_fillers(site, selector, role.classes, "")) return;
    out_ << "no filler";
    if (!tell_fillers(site, selector, ~ClassSet{0}, ", for of another class: ")) out_ << (site_word(site, selector.kind)) << '\n';
  }

  bool tell_fillers(const TriggerSite& site, const CompiledSelector& selector, ClassSet classes, const char* before) {
    std::vector<MentionId> found;
    fillers_.find(lattice_, site, selector, classes, found);
    if (found.empty()) return false;
    out_ << before;
    for (const MentionId id : found) {
      const Mention& mention = extraction_.mentions.items[id];
      out_ << '[' << text(mention.tokens) << "] @" << program_.classes().names()[mention.cls] << ' ';
    }
    out_ << '\n';
    return true;
  }

  static const char* site_word(const TriggerSite& site, SelectorKind kind) {
    const bool of_verb = kind == SelectorKind::Subject || kind == SelectorKind::Object || kind == SelectorKind::Agent ||
                         kind == SelectorKind::Actor || kind == SelectorKind::Patient;
    const bool of_noun = kind == SelectorKind::Possessor || kind == SelectorKind::Inside;
    if (of_verb && site.verb_group < 0) return ", for the trigger stands in no verb group";
    if (of_noun && site.noun_group < 0) return ", for the trigger stands in no noun group";
    return "";
  }

  static std::string describe(const Selector& selector) {
    switch (selector.kind) {
      case SelectorKind::Subject: return "subject";
      case SelectorKind::Object: return "object";
      case SelectorKind::Agent: return "agent";
      case SelectorKind::Actor: return "actor";
      case SelectorKind::Patient: return "patient";
      case SelectorKind::Before: return "before";
      case SelectorKind::Possessor: return "possessor";
      case SelectorKind::Inside: return "inside";
      case SelectorKind::SubjectOfClause: return "subject-of-clause";
      case SelectorKind::Pattern: return "pattern " + on_one_line(to_string(*selector.pattern));
      case SelectorKind::After: break;
    }
    std::string words = "after";
    for (const std::string& word : selector.words) words += " \"" + word + '"';
    return words;
  }

  void tell_frame(const Match& match) {
    const bool speaks = rule_.kind == RuleKind::Speaker;
    if ((compiled_.frame == no_program && !speaks) || rule_.kind == RuleKind::Cue) return;
    for (const auto& [frame, made] : record_.frames) {
      const auto here = [&](TokenSpan place) { return place.overlaps(speaks ? match.tokens : match.trigger); };
      if (std::none_of(made.places.begin(), made.places.end(), here)) continue;
      const auto fate = record_.fates.find(frame);
      out_ << "    frame " << frame << ' ' << resources_.pack().frames[made.definition].name << ' '
           << (fate == record_.fates.end() ? std::string("was made and kept") : fate->second) << '\n';
      return;
    }
    out_ << "    no frame was made of it\n";
  }

  const Resources& resources_;
  const Program& program_;
  const CompiledRule& compiled_;
  const Rule& rule_;
  const Extraction& extraction_;
  const Document& document_;
  const RuleRecord& record_;
  std::ostream& out_;
  std::vector<FrameEdge> frames_;
  Probe probe_;
  FillerFinder fillers_;
  Lattice lattice_;
  std::vector<std::uint32_t> variants_;
};

}  // namespace

void explain_why_not(const Resources& resources, RuleId rule, Article article, std::ostream& out) {
  RuleRecord record(rule, resources.pack().rules[rule].name);
  Extractor extractor(resources.model());
  const Extraction extraction = extractor.extract(std::move(article), &record);
  WhyNot(resources, rule, extraction, record, out).tell();
}

}  // namespace chancery
