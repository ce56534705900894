#include "pipeline/rule_examples.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

#include "extract/extractor.hpp"
#include "match/program.hpp"
#include "pipeline/example_verdict.hpp"

namespace chancery {
namespace {

/// Notes what one rule did to an article.
class RuleTrace final : public ExtractionTrace {
 public:
  RuleTrace(RuleId rule, const std::string& name, const Program& program) : rule_(rule), name_(name), program_(program) {}
  void matched(const Extraction& extraction, const Match& match, int) override {
    if (match.rule != rule_) return;
    triggers.push_back(match.trigger);
    ExampleOutcome found;
    found.is_frame = false;
    for (const Capture& capture : match.captures) {
      FillerForms forms{std::string(extraction.document->text(capture.tokens))};
      if (capture.mention != no_mention) {
        forms.emplace_back(extraction.document->text(extraction.mentions.items[capture.mention].head));
      }
      found.add(program_.role_names()[capture.role], std::move(forms));
    }
    matches.push_back(std::move(found));
  }
  void changed(std::size_t, std::string_view rule, std::string_view) override { cue_worked = cue_worked || rule == name_; }

  std::vector<TokenSpan> triggers;
  std::vector<ExampleOutcome> matches;
  bool cue_worked = false;

 private:
  RuleId rule_;
  const std::string& name_;
  const Program& program_;
};

Article article_of(const Example& example) {
  Article article;
  article.title = example.headline;
  article.date = example.date;
  article.body = example.context.empty() ? example.text : example.context + " " + example.text;
  article.source = example.where.file;
  return article;
}

FillerForms forms_of(const Extraction& extraction, const Filler& filler) {
  const Document& document = *extraction.document;
  if (filler.value != Symbol::None) return {std::string(document.symbols.text(filler.value))};
  FillerForms forms{text_of(document, filler)};
  if (filler.mention != no_mention) {
    const Mention& mention = extraction.mentions.items[filler.mention];
    forms.emplace_back(document.text(mention.tokens));
    forms.emplace_back(document.text(mention.head));
  }
  if (filler.quotation >= 0) {
    forms.emplace_back(document.text(document.quotations[static_cast<std::size_t>(filler.quotation)].inner));
  }
  if (filler.entity != no_entity) {
    const ArticleEntity& entity = extraction.entities[filler.entity];
    forms.push_back(entity.name);
    forms.insert(forms.end(), entity.forms.begin(), entity.forms.end());
  }
  return forms;
}

std::string named(const Extraction& extraction, const Frame& frame, const RulePack& pack) {
  return pack.frames[frame.definition].name + " from \"" + std::string(extraction.document->text(frame.trigger)) + '"';
}

ExampleOutcome outcome_of(const Extraction& extraction, const Frame& frame, const FrameDef& definition) {
  ExampleOutcome outcome;
  for (const RoleFillers& role : frame.roles) {
    const std::string& name = definition.roles[role.role].name;
    for (const Filler& filler : role.fillers) outcome.add(name, forms_of(extraction, filler));
    if (!role.fillers.empty() && role.fillers.front().value != Symbol::None && role.fillers.front().rule < 0) outcome.usual.push_back(name);
  }
  return outcome;
}

bool touches(const Frame& frame, const std::vector<TokenSpan>& triggers) {
  return std::any_of(triggers.begin(), triggers.end(), [&](TokenSpan trigger) {
    return frame.trigger.overlaps(trigger) || std::any_of(frame.mentions_of_event.begin(), frame.mentions_of_event.end(),
                                                          [&](TokenSpan other) { return other.overlaps(trigger); });
  });
}

/// The rule made the frame, filled a role of it, or stands at its trigger.
bool comes_of(RuleId rule, const Frame& frame, const std::vector<TokenSpan>& triggers) {
  if (frame.rule == rule || touches(frame, triggers)) return true;
  return std::any_of(frame.roles.begin(), frame.roles.end(), [&](const RoleFillers& role) {
    return std::any_of(role.fillers.begin(), role.fillers.end(),
                       [&](const Filler& filler) { return filler.rule == static_cast<std::int32_t>(rule); });
  });
}

/// Runs the examples of one rule after the other, with one extractor.
class ExampleRunner {
 public:
  explicit ExampleRunner(const Resources& resources) : resources_(resources), extractor_(resources.model()) {}

  void run(RuleId id, const Example& example, ExampleRun& out) {
    const Rule& rule = resources_.pack().rules[id];
    ++out.examples;
    ExampleVerdict verdict = judge(example, outcomes_of(id, rule, example));
    if (verdict.passed) return;
    out.failures.push_back({rule.name, example.where, example.text, std::move(verdict.difference), std::move(verdict.now)});
  }

 private:
  std::vector<ExampleOutcome> outcomes_of(RuleId id, const Rule& rule, const Example& example) {
    RuleTrace trace(id, rule.name, resources_.program());
    const Extraction extraction = extractor_.extract(article_of(example), &trace);
    std::vector<ExampleOutcome> outcomes;
    const bool is_cue = rule.kind == RuleKind::Cue;
    // A cue may find that the tense has said the same already: then nothing changes, and its frame is right all the same.
    const bool worked = trace.cue_worked || (!example.none && !trace.triggers.empty());
    if (is_cue && !worked) return outcomes;
    for (const Frame& frame : extraction.frames) {
      const FrameDef& definition = resources_.pack().frames[frame.definition];
      if (is_cue && !rule.on.empty() && definition.name != rule.on) continue;
      // Speaker rules work together over sentences: one names the author of a paper, another the paper as the speaker.
      const bool helps = is_cue || (rule.kind == RuleKind::Speaker && !example.none && !trace.triggers.empty());
      if (!helps && !comes_of(id, frame, trace.triggers)) continue;
      if (!is_cue && !rule.frame.empty() && definition.name != rule.frame) continue;
      outcomes.push_back(outcome_of(extraction, frame, definition));
      for (const Frame& other : extraction.frames) {
        if (example.exact_frames && &other != &frame) outcomes.back().other_frames.push_back(named(extraction, other, resources_.pack()));
      }
    }
    if (example.exact_frames && example.none && outcomes.empty() && !extraction.frames.empty()) {
      const Frame& other = extraction.frames.front();
      outcomes.push_back(outcome_of(extraction, other, resources_.pack().frames[other.definition]));
      outcomes.back().other_frames.push_back(named(extraction, other, resources_.pack()));
    }
    if (rule.kind == RuleKind::Mention) outcomes.insert(outcomes.end(), trace.matches.begin(), trace.matches.end());
    return outcomes;
  }

  const Resources& resources_;
  Extractor extractor_;
};

using Names = std::vector<std::pair<std::string, std::string>>;

/// The names that examples bring, as a table of the lexicon. A class of the pack is written as the built-in one above it.
std::string table_of(const Names& names, const ClassTable& classes) {
  constexpr std::pair<ClassId, const char*> kinds[] = {{mention_class::person, "person"},
                                                       {mention_class::polity, "polity"},
                                                       {mention_class::organization, "organization"},
                                                       {mention_class::place, "place"}};
  std::string table = "entities\tkey\tlabel\n";
  for (std::size_t i = 0; i < names.size(); ++i) {
    const ClassId cls = classes.find(names[i].second);
    for (const auto& [kind, key] : kinds) {
      if (cls != ClassTable::none && classes.is_a(cls, kind))
        table += std::string(key) + ":of-an-example-" + std::to_string(i + 1) + '\t' + names[i].first + '\n';
    }
  }
  return table;
}

}  // namespace

Result<ExampleRun> run_examples(const Resources& resources, const std::string& only) {
  ExampleRun out;
  using Place = std::pair<RuleId, const Example*>;
  std::map<Names, std::vector<Place>> by_names;
  const std::vector<Rule>& rules = resources.pack().rules;
  for (RuleId id = 0; id < rules.size(); ++id) {
    if (rules[id].name.find(only) == std::string::npos) continue;
    ++out.rules;
    for (const Example& example : rules[id].examples) by_names[example.lexicon].emplace_back(id, &example);
  }
  for (const auto& [names, places] : by_names) {
    std::unique_ptr<const Resources> with_names;
    if (!names.empty()) {
      Diagnostics told_before;
      Result<std::unique_ptr<const Resources>> loaded =
          Resources::load(resources.paths(), told_before, {}, table_of(names, resources.program().classes()));
      if (!loaded) return Failure{loaded.error()};
      with_names = std::move(*loaded);
    }
    ExampleRunner runner(with_names ? *with_names : resources);
    for (const auto& [id, example] : places) runner.run(id, *example, out);
  }
  std::stable_sort(out.failures.begin(), out.failures.end(), [](const FailedExample& a, const FailedExample& b) {
    return std::tie(a.where.file, a.where.line) < std::tie(b.where.file, b.where.line);
  });
  return out;
}

}  // namespace chancery
