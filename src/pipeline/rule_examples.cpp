#include "pipeline/rule_examples.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

#include "extract/extractor.hpp"
#include "match/program.hpp"

namespace chancery {
namespace {

/// The forms by which one filler may be called.
using Forms = std::vector<std::string>;
/// What one frame or match says: role → fillers.
using Found = std::map<std::string, std::vector<Forms>>;

/// The key in `Found` of what `frames: exact` does not want.
const std::string surplus = "(nothing else)";

/// Notes what one rule did to an article.
class RuleTrace final : public ExtractionTrace {
 public:
  RuleTrace(RuleId rule, const std::string& name, const Program& program) : rule_(rule), name_(name), program_(program) {}
  void matched(const Extraction& extraction, const Match& match, int) override {
    if (match.rule != rule_) return;
    triggers.push_back(match.trigger);
    Found found;
    for (const Capture& capture : match.captures) {
      Forms forms{std::string(extraction.document->text(capture.tokens))};
      if (capture.mention != no_mention) {
        forms.emplace_back(extraction.document->text(extraction.mentions.items[capture.mention].head));
      }
      found[std::string(program_.role_names()[capture.role])].push_back(std::move(forms));
    }
    matches.push_back(std::move(found));
  }
  void changed(std::size_t, std::string_view rule, std::string_view) override { cue_worked = cue_worked || rule == name_; }

  std::vector<TokenSpan> triggers;
  std::vector<Found> matches;
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

Forms forms_of(const Extraction& extraction, const Filler& filler) {
  const Document& document = *extraction.document;
  if (filler.value != Symbol::None) return {std::string(document.symbols.text(filler.value))};
  Forms forms{std::string(document.text(filler.tokens))};
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

Found found_in(const Extraction& extraction, const Frame& frame, const FrameDef& definition) {
  Found found;
  for (const RoleFillers& role : frame.roles) {
    for (const Filler& filler : role.fillers) found[definition.roles[role.role].name].push_back(forms_of(extraction, filler));
  }
  return found;
}

/// What `frames: exact` does not want: roles that the example does not list, and frames beside this one.
void add_surplus(const Extraction& extraction, const Frame& frame, const RulePack& pack, const Example& example, Found& found) {
  for (const RoleFillers& role : frame.roles) {
    const std::string& name = pack.frames[frame.definition].roles[role.role].name;
    const bool listed =
        std::any_of(example.expect.begin(), example.expect.end(), [&](const auto& expected) { return expected.first == name; });
    const bool usual = role.fillers.front().value != Symbol::None && role.fillers.front().rule < 0;
    if (!listed && !usual) found[surplus].push_back(Forms{name + ": " + forms_of(extraction, role.fillers.front()).front()});
  }
  for (const Frame& other : extraction.frames) {
    if (&other != &frame)
      found[surplus].push_back(
          Forms{pack.frames[other.definition].name + " from \"" + std::string(extraction.document->text(other.trigger)) + '"'});
  }
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

/// Every expected filler is there under one of its forms, and nothing else is.
bool agrees(const std::vector<std::string>& expected, const std::vector<Forms>& found) {
  if (expected.size() != found.size()) return false;
  return std::all_of(expected.begin(), expected.end(), [&](const std::string& wanted) {
    return std::any_of(found.begin(), found.end(),
                       [&](const Forms& forms) { return std::find(forms.begin(), forms.end(), wanted) != forms.end(); });
  });
}

bool agrees(const Example& example, const Found& found) {
  return !found.contains(surplus) && std::all_of(example.expect.begin(), example.expect.end(), [&](const auto& role) {
    const auto fillers = found.find(role.first);
    return agrees(role.second, fillers == found.end() ? std::vector<Forms>() : fillers->second);
  });
}

const std::vector<Forms>& fillers_of(const Found& found, const std::string& role) {
  static const std::vector<Forms> none;
  const auto fillers = found.find(role);
  return fillers == found.end() ? none : fillers->second;
}

std::string bracketed(const std::vector<std::string>& fillers) {
  std::string text;
  for (const std::string& filler : fillers) text += " [" + filler + "]";
  return text.empty() ? " nothing" : text;
}

std::vector<std::string> first_forms(const std::vector<Forms>& fillers) {
  std::vector<std::string> texts;
  for (const Forms& forms : fillers) texts.push_back(forms.front());
  return texts;
}

std::size_t roles_that_agree(const Example& example, const Found& found) {
  return static_cast<std::size_t>(std::count_if(example.expect.begin(), example.expect.end(),
                                                [&](const auto& role) { return agrees(role.second, fillers_of(found, role.first)); }));
}

/// A frame that should not be.
std::string too_much(const Found& found) {
  std::string text = "    + a frame:";
  for (const auto& [role, fillers] : found) text += ' ' + role + ':' + bracketed(first_forms(fillers));
  return text + '\n';
}

/// Role by role, against the frame that comes nearest: roles that agree unmarked, "-" what is expected, "+" what was found.
std::string difference(const Example& example, const std::vector<Found>& candidates) {
  std::string text;
  if (example.none) {
    text = "    - no frame\n";
    for (const Found& found : candidates) text += too_much(found);
    return text;
  }
  if (candidates.empty()) {
    for (const auto& [role, fillers] : example.expect) text += "    - " + role + ":" + bracketed(fillers) + '\n';
    return text + "    + no frame\n";
  }
  const auto nearest = std::max_element(candidates.begin(), candidates.end(), [&](const Found& a, const Found& b) {
    return roles_that_agree(example, a) < roles_that_agree(example, b);
  });
  for (const auto& [role, fillers] : example.expect) {
    const std::vector<Forms>& found = fillers_of(*nearest, role);
    const bool same = agrees(fillers, found);
    text += (same ? "      " : "    - ") + role + ":" + bracketed(fillers) + '\n';
    if (!same) text += "    + " + role + ":" + bracketed(first_forms(found)) + '\n';
  }
  for (const Forms& forms : fillers_of(*nearest, surplus)) text += "    + " + forms.front() + '\n';
  if (candidates.size() > 1) text += "    (the nearest of " + std::to_string(candidates.size()) + " frames)\n";
  return text;
}

/// Runs the examples of one rule after the other, with one extractor.
class ExampleRunner {
 public:
  explicit ExampleRunner(const Resources& resources) : resources_(resources), extractor_(resources.model()) {}

  void run(RuleId id, const Example& example, ExampleRun& out) {
    const Rule& rule = resources_.pack().rules[id];
    ++out.examples;
    const std::vector<Found> candidates = candidates_of(id, rule, example);
    const bool passed = example.none
                            ? candidates.empty()
                            : std::any_of(candidates.begin(), candidates.end(), [&](const Found& found) { return agrees(example, found); });
    if (!passed) out.failures.push_back({rule.name, example.where, example.text, difference(example, candidates)});
  }

 private:
  std::vector<Found> candidates_of(RuleId id, const Rule& rule, const Example& example) {
    RuleTrace trace(id, rule.name, resources_.program());
    const Extraction extraction = extractor_.extract(article_of(example), &trace);
    std::vector<Found> candidates;
    const bool is_cue = rule.kind == RuleKind::Cue;
    // A cue may find that the tense has said the same already: then nothing changes, and its frame is right all the same.
    const bool worked = trace.cue_worked || (!example.none && !trace.triggers.empty());
    if (is_cue && !worked) return candidates;
    for (const Frame& frame : extraction.frames) {
      const FrameDef& definition = resources_.pack().frames[frame.definition];
      if (is_cue && !rule.on.empty() && definition.name != rule.on) continue;
      // Speaker rules work together over sentences: one names the author of a paper, another the paper as the speaker.
      const bool helps = is_cue || (rule.kind == RuleKind::Speaker && !example.none && !trace.triggers.empty());
      if (!helps && !comes_of(id, frame, trace.triggers)) continue;
      if (!is_cue && !rule.frame.empty() && definition.name != rule.frame) continue;
      candidates.push_back(found_in(extraction, frame, definition));
      if (example.exact_frames && !example.none) add_surplus(extraction, frame, resources_.pack(), example, candidates.back());
    }
    if (example.exact_frames && example.none && candidates.empty() && !extraction.frames.empty()) {
      const Frame& other = extraction.frames.front();
      candidates.push_back(found_in(extraction, other, resources_.pack().frames[other.definition]));
    }
    if (rule.kind == RuleKind::Mention) candidates.insert(candidates.end(), trace.matches.begin(), trace.matches.end());
    return candidates;
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
