#include "match/reference_check.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace chancery {
namespace {

/// What a cue can change of every frame, and the values.
constexpr std::pair<std::string_view, std::string_view> cue_values[] = {
    {"factuality", "certain"}, {"factuality", "probable"}, {"factuality", "possible"}, {"polarity", "true"},
    {"polarity", "false"},     {"asserted", "true"},       {"asserted", "false"}};

bool is_role_with(const FrameDef& frame, std::string_view name) {
  return std::any_of(frame.roles.begin(), frame.roles.end(), [&](const RoleDef& role) { return role.name == name; });
}

template <typename Visit>
void each_role(const Pattern& pattern, const Visit& visit) {
  if (pattern.kind == PatternKind::Role) visit(pattern);
  for (const PatternPtr& child : pattern.children) each_role(*child, visit);
}

}  // namespace

ReferenceCheck::ReferenceCheck(const RulePack& pack, const ClassTable& classes, PhraseBook& phrases, const TestCompiler& tests,
                               Diagnostics& diagnostics)
    : pack_(pack), classes_(classes), phrases_(phrases), tests_(tests), diagnostics_(diagnostics), bad_(pack.rules.size(), false) {}

void ReferenceCheck::error_with_hint(const char* code, const Location& where, std::string message, std::string hint) {
  diagnostics_.add({Severity::Error, code, std::move(message), where, std::string(pack_.source_line(where)), std::move(hint)});
}

void ReferenceCheck::error(const char* code, const Location& where, std::string message, std::string_view word,
                           const std::vector<std::string_view>& known) {
  const std::string_view near = nearest_word(word, known);
  error_with_hint(code, where, std::move(message), near.empty() ? std::string() : "did you mean \"" + std::string(near) + "\"?");
}

std::vector<std::string_view> ReferenceCheck::frame_names() const {
  std::vector<std::string_view> names;
  for (const FrameDef& frame : pack_.frames) names.push_back(frame.name);
  return names;
}

std::vector<std::string_view> ReferenceCheck::role_names(const FrameDef& frame) {
  std::vector<std::string_view> names;
  for (const RoleDef& role : frame.roles) names.push_back(role.name);
  return names;
}

void ReferenceCheck::run() {
  check_lists();
  check_phrases();
  for (const FrameDef& frame : pack_.frames) check_frame(frame);
  for (std::size_t i = 0; i < pack_.rules.size(); ++i) {
    const std::size_t before = diagnostics_.error_count();
    check_rule(pack_.rules[i]);
    bad_[i] = diagnostics_.error_count() != before;
  }
}

void ReferenceCheck::check_lists() {
  for (const WordList& list : pack_.lists) {
    for (const ListEntry& entry : list.entries) {
      const ReadEntry read = read_entry(entry.text, phrases_.cutter());
      if (read.problem != nullptr) error("pattern.list-entry", entry.where, "\"" + entry.text + "\": " + read.problem);
    }
  }
}

void ReferenceCheck::check_phrases() {
  for (const Phrase& phrase : pack_.phrases) {
    pattern(*phrase.pattern, false);
    recursion(phrase);
  }
}

/// A phrase that comes back to itself through the phrases that it uses.
void ReferenceCheck::recursion(const Phrase& phrase) {
  std::vector<const Pattern*> open{phrase.pattern.get()};
  std::set<std::string_view> seen;
  while (!open.empty()) {
    const Pattern* each = open.back();
    open.pop_back();
    for (const PatternPtr& child : each->children) open.push_back(child.get());
    if (each->kind != PatternKind::Phrase) continue;
    if (each->text == phrase.name) {
      error("rule.recursive-phrase", phrase.where, "the phrase \"" + phrase.name + "\" uses itself");
      return;
    }
    const Phrase* used = phrases_.find(each->text);
    if (used != nullptr && used->pattern && seen.insert(used->name).second) open.push_back(used->pattern.get());
  }
}

void ReferenceCheck::check_frame(const FrameDef& frame) {
  for (const RoleDef& role : frame.roles) {
    for (const std::string* value : {&role.past_value, &role.future_value, &role.modal_value}) {
      if (!value->empty()) check_value(frame, role.name, *value, role.where);
    }
    for (const std::string& cls : role.classes) {
      if (classes_.find(cls) == ClassTable::none) {
        const Location& where = frame.places.of("class." + role.name + '.' + cls, role.where);
        error("rule.unknown-class", where, "there is no class \"" + cls + '"', cls, {classes_.names().begin(), classes_.names().end()});
      }
    }
  }
  for (const Adjunct& adjunct : frame.adjuncts) {
    check_role(frame, adjunct.role, adjunct.where);
    pattern(*adjunct.pattern, false);
    each_role(*adjunct.pattern, [&](const Pattern& role) { check_role(frame, role.role, role.where); });
  }
  for (const FillRule& fill : frame.fill) check_role(frame, fill.role, fill.where);
  if (!frame.requires_role.empty()) check_role(frame, frame.requires_role, frame.places.of("requires", frame.where));
  for (const TripleTemplate& triple : frame.triples) check_triple(frame, triple);
}

/// Templates are for the mapping to check; here, that a value map names values of the role.
void ReferenceCheck::check_triple(const FrameDef& frame, const TripleTemplate& triple) {
  const auto role =
      std::find_if(frame.roles.begin(), frame.roles.end(), [&](const RoleDef& each) { return each.name == triple.object.map_role; });
  if (role == frame.roles.end() || role->one_of.empty()) return;
  for (const auto& [value, term] : triple.object.map_to) {
    if (value == role->default_value || std::find(role->one_of.begin(), role->one_of.end(), value) != role->one_of.end()) continue;
    error("frame.unknown-value", triple.object_where, "the role \"" + role->name + "\" has no value \"" + value + '"', value,
          {role->one_of.begin(), role->one_of.end()});
  }
}

void ReferenceCheck::check_role(const FrameDef& frame, const std::string& role, const Location& where) {
  if (role == "trigger" || is_role_with(frame, role)) return;
  error("rule.unknown-role", where, "the frame \"" + frame.name + "\" has no role \"" + role + '"', role, role_names(frame));
}

void ReferenceCheck::check_rule(const Rule& rule) {
  for (const Pattern* each : {rule.pattern.get(), rule.trigger.get()}) {
    if (each != nullptr) pattern(*each, false);
  }
  for (const RoleSelectors& role : rule.roles) {
    for (const Selector& selector : role.selectors) {
      if (selector.pattern) pattern(*selector.pattern, false);
    }
  }
  check_conditions(rule);
  if (!rule.mention.empty() && classes_.find(rule.mention) == ClassTable::none) {
    error("rule.unknown-class", rule.places.of("mention", rule.where), "there is no class \"" + rule.mention + '"', rule.mention,
          {classes_.names().begin(), classes_.names().end()});
  }
  for (const std::string& name : rule.suppress) {
    const auto same = [&](const Rule& other) { return other.name == name || other.name.ends_with('/' + name); };
    if (std::none_of(pack_.rules.begin(), pack_.rules.end(), same)) {
      std::vector<std::string_view> known;
      for (const Rule& other : pack_.rules) known.push_back(other.name);
      error("rule.unknown-rule", rule.places.of("suppress", rule.where), "there is no rule \"" + name + "\" to suppress", name, known);
    }
  }
  for (const Example& example : rule.examples) {
    for (const auto& [name, cls] : example.lexicon) {
      const ClassId found = classes_.find(cls);
      const bool named =
          found != ClassTable::none && (classes_.is_a(found, mention_class::person) || classes_.is_a(found, mention_class::polity) ||
                                        classes_.is_a(found, mention_class::organization) || classes_.is_a(found, mention_class::place));
      if (named) continue;
      error("rule.unknown-class", example.places.of("lexicon." + name, example.where), "there is no class of names \"" + cls + '"', cls,
            {classes_.names().begin(), classes_.names().end()});
    }
  }
  if (rule.kind == RuleKind::Cue) return check_cue(rule);
  if (rule.frame.empty()) return;
  const FrameDef* frame = pack_.frame(rule.frame);
  if (frame == nullptr) {
    error("rule.unknown-frame", rule.places.of("frame", rule.where), "there is no frame \"" + rule.frame + '"', rule.frame, frame_names());
    return;
  }
  if (rule.kind != RuleKind::Mention) {
    check_roles(rule, *frame);
    check_examples(rule, *frame);
  } else if (!rule.self.empty()) {
    check_role(*frame, rule.self, rule.places.of("self", rule.where));
  }
  check_values(rule, *frame);
}

/// The roles of a pattern and of the phrases that it uses.
template <typename Visit>
void ReferenceCheck::each_role_used(const Pattern& pattern, const Visit& visit) {
  std::vector<const Pattern*> open{&pattern};
  std::set<std::string_view> seen;
  while (!open.empty()) {
    const Pattern* each = open.back();
    open.pop_back();
    if (each->kind == PatternKind::Role) visit(*each);
    for (const PatternPtr& child : each->children) open.push_back(child.get());
    const Phrase* used = each->kind == PatternKind::Phrase ? phrases_.find(each->text) : nullptr;
    if (used != nullptr && seen.insert(used->name).second) open.push_back(used->pattern.get());
  }
}

void ReferenceCheck::check_roles(const Rule& rule, const FrameDef& frame) {
  const bool speaker = rule.kind == RuleKind::Speaker;
  for (const Pattern* each : {rule.pattern.get(), rule.trigger.get()}) {
    if (each == nullptr) continue;
    each_role_used(*each, [&](const Pattern& role) {
      if (speaker && (role.role == "speaker" || role.role == "quote" || role.role == "addressee")) return;
      check_role(frame, role.role, role.where);
    });
  }
  for (const RoleSelectors& role : rule.roles) check_role(frame, role.role, role.where);
}

void ReferenceCheck::check_conditions(const Rule& rule) {
  for (const ConditionalSet& set : rule.set_when) {
    if (!set.list().empty() && phrases_.list(set.list()) == nullptr) unknown_list(set.list(), set.where, "write a word without < >");
  }
}

void ReferenceCheck::unknown_list(std::string_view name, const Location& where, std::string otherwise) {
  std::vector<std::string_view> names;
  for (const WordList& list : pack_.lists) names.push_back(list.name);
  const std::string_view near = nearest_word(name, names);
  error_with_hint("rule.unknown-list", where, "there is no list \"" + std::string(name) + '"',
                  near.empty() ? std::move(otherwise) : "did you mean \"" + std::string(near) + "\"?");
}

void ReferenceCheck::check_values(const Rule& rule, const FrameDef& frame) {
  if (rule.kind == RuleKind::Mention) return;  // features of mentions may have any value
  const auto place = [&](const std::string& name) { return rule.places.of("set." + name, rule.where); };
  for (const auto& [role, value] : rule.set) check_value(frame, role, value, place(role));
  for (const ConditionalSet& set : rule.set_when) check_value(frame, set.name, set.value, place(set.name));
}

void ReferenceCheck::check_value(const FrameDef& frame, const std::string& role, const std::string& value, const Location& where) {
  const auto found = std::find_if(frame.roles.begin(), frame.roles.end(), [&](const RoleDef& each) { return each.name == role; });
  if (found == frame.roles.end()) return check_role(frame, role, where);
  if (found->one_of.empty() || value == found->default_value) return;
  if (std::find(found->one_of.begin(), found->one_of.end(), value) == found->one_of.end()) {
    error("frame.unknown-value", where, "the role \"" + role + "\" of \"" + frame.name + "\" has no value \"" + value + '"', value,
          {found->one_of.begin(), found->one_of.end()});
  }
}

void ReferenceCheck::check_cue(const Rule& rule) {
  const FrameDef* frame = rule.on.empty() ? nullptr : pack_.frame(rule.on);
  if (!rule.on.empty() && frame == nullptr) {
    error("rule.unknown-frame", rule.places.of("on", rule.where), "there is no frame \"" + rule.on + '"', rule.on, frame_names());
    return;
  }
  if (frame != nullptr) check_examples(rule, *frame);
  const auto check = [&](const std::string& key, const std::string& value) {
    check_cue_value(frame, key, value, rule.places.of("set." + key, rule.where));
  };
  for (const auto& [key, value] : rule.set) check(key, value);
  for (const ConditionalSet& set : rule.set_when) {
    check(set.name, set.word);
    check(set.name, set.value);
  }
}

/// A cue without a frame of its own changes what every frame has, or a role that some frame has.
void ReferenceCheck::check_cue_value(const FrameDef* frame, const std::string& key, const std::string& value, const Location& where) {
  std::vector<std::string_view> values;
  for (const auto& [name, known] : cue_values) {
    if (name == key) values.push_back(known);
  }
  if (!values.empty()) {
    if (std::find(values.begin(), values.end(), value) == values.end())
      error("frame.unknown-value", where, '"' + key + "\" has no value \"" + value + '"', value, values);
    return;
  }
  if (frame != nullptr) return check_value(*frame, key, value, where);
  std::vector<std::string_view> names{"factuality", "polarity", "asserted"};
  for (const FrameDef& each : pack_.frames) {
    if (is_role_with(each, key)) return check_value(each, key, value, where);
    for (const std::string_view name : role_names(each)) names.push_back(name);
  }
  error("rule.unknown-role", where, "no frame has a role \"" + key + '"', key, names);
}

/// The roles that the examples expect are roles, so that a typo does not read as a missing filler.
void ReferenceCheck::check_examples(const Rule& rule, const FrameDef& frame) {
  for (const Example& example : rule.examples) {
    for (const auto& [role, forms] : example.expect) check_role(frame, role, example.places.of(role, example.where));
  }
}

void ReferenceCheck::pattern(const Pattern& p, bool in_look) {
  if (p.kind == PatternKind::Role && in_look) {
    error_with_hint("rule.capture-in-look", p.where, "the role \"" + p.role + "\" stands inside a look-around, which takes nothing",
                    "put it outside");
  }
  atom(p);
  for (const PatternPtr& child : p.children) pattern(*child, in_look || is_look(p.kind));
}

void ReferenceCheck::atom(const Pattern& p) {
  switch (p.kind) {
    case PatternKind::List: {
      if (phrases_.list(p.text) != nullptr) return;
      unknown_list(p.text, p.where, "one lemma is written <=" + p.text + "> or <" + p.text + "/v>");
      return;
    }
    case PatternKind::Mention: {
      if (classes_.find(p.text) == ClassTable::none && pack_.frame(p.text) == nullptr) {
        std::vector<std::string_view> names = frame_names();
        names.insert(names.begin(), classes_.names().begin(), classes_.names().end());
        error("rule.unknown-class", p.where, "there is no class or frame \"" + p.text + '"', p.text, names);
      }
      tests_.check_features(p, diagnostics_);
      return;
    }
    case PatternKind::Word:
    case PatternKind::ExactWord:
    case PatternKind::Lemma:
      if (phrases_.cutter().cut(p.text).empty())
        error("pattern.empty", p.where, "nothing of this word can be seen in a text: it holds marks without a shape only");
      return;
    case PatternKind::Frame: return frame_use(p);
    case PatternKind::Phrase: return phrase_use(p);
    case PatternKind::NounGroup:
    case PatternKind::VerbGroup:
    case PatternKind::TokenTest:
      if (p.has_test) tests_.check(p.test, p.kind, p.where, diagnostics_);
      return;
    default: return;
  }
}

void ReferenceCheck::phrase_use(const Pattern& p) {
  const Phrase* phrase = phrases_.find(p.text);
  if (phrase == nullptr) {
    error("rule.unknown-phrase", p.where, "there is no phrase \"" + p.text + '"', p.text, phrases_.phrase_names());
  } else if (phrase->parameters.size() != p.children.size()) {
    error("rule.phrase-arguments", p.where,
          "the phrase \"" + p.text + "\" has " + std::to_string(phrase->parameters.size()) + " parameters, and here are " +
              std::to_string(p.children.size()));
  }
}

void ReferenceCheck::frame_use(const Pattern& p) {
  const FrameDef* frame = pack_.frame(p.text);
  if (frame == nullptr)
    error("rule.unknown-frame", p.where, "there is no frame \"" + p.text + '"', p.text, frame_names());
  else if (!p.role.empty())
    check_role(*frame, p.role, p.where);
}

}  // namespace chancery
