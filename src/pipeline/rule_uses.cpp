#include "pipeline/rule_uses.hpp"

#include <algorithm>
#include <cctype>

namespace chancery {
namespace {

bool is_name_byte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
}

bool has_parameter(const Pattern& pattern, const std::string& name) {
  if (pattern.kind == PatternKind::Parameter && pattern.text == name) return true;
  return std::any_of(pattern.children.begin(), pattern.children.end(),
                     [&](const PatternPtr& child) { return has_parameter(*child, name); });
}

bool is_of_speech(const FrameDef& frame) {
  return std::any_of(frame.roles.begin(), frame.roles.end(), [](const RoleDef& role) {
    return std::find(role.classes.begin(), role.classes.end(), "Quote") != role.classes.end();
  });
}

}  // namespace

RuleUses::RuleUses(const RulePack& pack) : pack_(pack) {
  for (const Phrase& phrase : pack.phrases) look_at(*phrase.pattern);
  for (const Rule& rule : pack.rules) look_at(rule);
  for (const FrameDef& frame : pack.frames) look_at(frame);
  lists_.insert("cue-barrier");   // what cues do not reach over
  lists_.insert("taking-place");  // verbs whose place and day are their subject's
  lists_.insert("journey");       // verbs that take their subject to where the next one happens
  lists_.insert("placed-noun");   // nouns that the place behind them belongs to
  lists_.insert("setting-noun");  // nouns whose place is that of what happens
}

bool RuleUses::uses_parameter(const Phrase& phrase, const std::string& name) const {
  return has_parameter(*phrase.pattern, name);
}

void RuleUses::look_at(const TokenTestNode& test) {
  if (test.key == "in") lists_.insert(test.value);
  for (const TokenTestNode& child : test.children) look_at(child);
}

void RuleUses::look_at(const Pattern& pattern) {
  if (pattern.kind == PatternKind::List) lists_.insert(pattern.text);
  if (pattern.kind == PatternKind::Phrase) phrases_.insert(pattern.text);
  if (pattern.kind == PatternKind::Frame) read_[pattern.text].insert(pattern.role);
  if (pattern.has_test) look_at(pattern.test);
  for (const PatternPtr& child : pattern.children) look_at(*child);
}

/// The captures of a pattern and of the phrases that it uses. `open` holds the phrases already looked into.
void RuleUses::fill_captures(const std::string& frame, const Pattern& pattern, std::set<std::string>& open) {
  if (pattern.kind == PatternKind::Role) filled_[frame].insert(pattern.role);
  for (const PatternPtr& child : pattern.children) fill_captures(frame, *child, open);
  if (pattern.kind != PatternKind::Phrase || !open.insert(pattern.text).second) return;
  for (const Phrase& phrase : pack_.phrases) {
    if (phrase.name == pattern.text) fill_captures(frame, *phrase.pattern, open);
  }
}

/// The frames that a rule makes or changes: a speaker rule without a frame those that hold quotations, a cue without one all.
std::vector<std::string> RuleUses::frames_of(const Rule& rule) const {
  const std::string& named = rule.kind == RuleKind::Cue ? rule.on : rule.frame;
  if (!named.empty()) return {named};
  std::vector<std::string> frames;
  for (const FrameDef& frame : pack_.frames) {
    if (rule.kind == RuleKind::Cue || (rule.kind == RuleKind::Speaker && is_of_speech(frame))) frames.push_back(frame.name);
  }
  return frames;
}

void RuleUses::look_at(const Rule& rule) {
  std::set<std::string> open;
  const std::vector<std::string> frames = frames_of(rule);
  for (const ConditionalSet& set : rule.set_when) lists_.emplace(set.list());
  const auto take = [&](const Pattern* pattern) {
    if (pattern == nullptr) return;
    look_at(*pattern);
    for (const std::string& frame : frames) {
      open.clear();
      fill_captures(frame, *pattern, open);
    }
  };
  take(rule.pattern.get());
  take(rule.trigger.get());
  for (const RoleSelectors& role : rule.roles) {
    for (const Selector& selector : role.selectors) take(selector.pattern.get());
    for (const std::string& frame : frames) filled_[frame].insert(role.role);
  }
  for (const std::string& frame : frames) {
    for (const auto& [role, value] : rule.set) filled_[frame].insert(role);
    for (const ConditionalSet& each : rule.set_when) filled_[frame].insert(each.name);
    if (!rule.self.empty()) filled_[frame].insert(rule.self);
    if (rule.kind != RuleKind::Cue) made_.insert(frame);
  }
}

/// The roles in "$(title.label) of $(body.label|holder)"; `text` may be a plain role too.
void RuleUses::read(const FrameDef& frame, std::string_view text) {
  const auto take = [&](std::string_view inside) {
    while (!inside.empty()) {
      const std::size_t bar = std::min(inside.find('|'), inside.size());
      std::size_t end = 0;
      while (end < bar && is_name_byte(inside[end])) ++end;
      read_[frame.name].insert(std::string(inside.substr(0, end)));
      inside.remove_prefix(std::min(bar + 1, inside.size()));
    }
  };
  if (text.find("$(") == std::string_view::npos) return take(text);
  for (std::size_t at = text.find("$("); at != std::string_view::npos; at = text.find("$(", at + 2)) {
    take(text.substr(at + 2, std::min(text.find(')', at), text.size()) - at - 2));
  }
}

/// "each counterpart", "title.body", "dateline if held".
void RuleUses::look_at(const FrameDef& frame, const FillRule& fill) {
  filled_[frame.name].insert(fill.role);
  for (std::string_view from : fill.from) {
    const std::size_t condition = from.find(' ');
    for (const RoleDef& role : frame.roles) {
      const bool asked = condition != std::string_view::npos && std::any_of(role.one_of.begin(), role.one_of.end(), [&](const auto& value) {
                           return (std::string(from.substr(condition)) + ' ').find(' ' + value + ' ') != std::string::npos;
                         });
      if (asked) read_[frame.name].insert(role.name);
    }
    if (from.starts_with("each ") || from.starts_with("also ")) from.remove_prefix(5);
    if (from.starts_with("without ")) from.remove_prefix(8);
    for (const RoleDef& role : frame.roles) {
      if (from == role.name || from.starts_with(role.name + '.')) read_[frame.name].insert(role.name);
    }
  }
}

void RuleUses::look_at(const FrameDef& frame) {
  std::set<std::string> open;
  for (const Adjunct& adjunct : frame.adjuncts) {
    look_at(*adjunct.pattern);
    fill_captures(frame.name, *adjunct.pattern, open);
    filled_[frame.name].insert(adjunct.role);
  }
  for (const FillRule& fill : frame.fill) look_at(frame, fill);
  for (const RoleDef& role : frame.roles) {
    if (!role.default_value.empty() || !role.past_value.empty() || role.name == "self") filled_[frame.name].insert(role.name);
  }
  for (const auto& [key, conditions] : frame.same_when) {
    read_[frame.name].insert(key);
    for (const std::string& condition : conditions) {
      read_[frame.name].insert(condition.substr(0, condition.find(' ')));
      const std::size_t asked = std::min(condition.find(" if "), condition.find(" unless "));
      if (asked == std::string::npos) continue;
      for (const RoleDef& role : frame.roles) {
        const auto names = [&](const std::string& value) {
          return (condition.substr(asked) + ' ').find(' ' + value + ' ') != std::string::npos;
        };
        if (std::any_of(role.one_of.begin(), role.one_of.end(), names)) read_[frame.name].insert(role.name);
      }
    }
  }
  if (is_of_speech(frame)) read_[frame.name].insert("document");  // words for a text that speaks for its author
  if (!frame.subject.empty()) read(frame, frame.subject);
  for (const TripleTemplate& triple : frame.triples) {
    if (!triple.subject.empty()) read(frame, triple.subject);
    if (!triple.object.map_role.empty()) read(frame, triple.object.map_role);
    if (triple.object.text.find("$(") != std::string::npos) read(frame, triple.object.text);
    for (const auto& [value, term] : triple.object.map_to) {
      if (term.find("$(") != std::string::npos) read(frame, term);
    }
  }
}

}  // namespace chancery
