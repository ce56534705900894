#include "pipeline/lint.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "mapping/triples.hpp"
#include "match/program.hpp"
#include "pipeline/finish.hpp"
#include "pipeline/rule_uses.hpp"
#include "rdf/vocabulary.hpp"

namespace chancery {
namespace {

/// Looks at one pack after the other mistakes are told.
class Linter {
 public:
  Linter(const Resources& resources, const std::vector<Statement>& ontology, bool has_errors)
      : resources_(resources), pack_(resources.pack()), uses_(pack_), has_errors_(has_errors) {
    for (const Statement& statement : ontology) {
      if (statement.subject.kind == TermKind::Iri) terms_.insert(statement.subject.value);
    }
  }

  Diagnostics run() {
    for (const WordList& list : pack_.lists) look_at(list);
    for (const Phrase& phrase : pack_.phrases) look_at(phrase);
    for (const FrameDef& frame : pack_.frames) look_at(frame);
    for (const ClassDef& cls : pack_.classes) {
      for (const std::string& type : cls.types) look_at_term(type, cls.where);
    }
    for (RuleId id = 0; id < pack_.rules.size(); ++id) look_at(id);
    std::stable_sort(found_.begin(), found_.end(), [](const Diagnostic& a, const Diagnostic& b) {
      return std::tie(a.where.file, a.where.line, a.where.column) < std::tie(b.where.file, b.where.line, b.where.column);
    });
    Diagnostics result;
    for (Diagnostic& item : found_) result.add(std::move(item));
    return result;
  }

 private:
  /// The file is one of the packs that were named, not of one that these need.
  [[nodiscard]] bool is_own(const Location& where) const {
    const std::filesystem::path file = std::filesystem::path(where.file).lexically_normal();
    for (const std::string& folder : resources_.paths().all_mappings()) {
      const std::filesystem::path inside = file.lexically_relative(std::filesystem::path(folder).lexically_normal());
      if (!inside.empty() && *inside.begin() != "..") return true;
    }
    return false;
  }

  void tell(Severity severity, const char* code, const Location& where, std::string message, std::string hint) {
    if (!is_own(where)) return;
    found_.push_back({severity, code, std::move(message), where, std::string(pack_.source_line(where)), std::move(hint)});
  }
  void warn(const char* code, const Location& where, std::string message, std::string hint) {
    tell(Severity::Warning, code, where, std::move(message), std::move(hint));
  }

  void look_at(const WordList& list) {
    if (!has_errors_ && !uses_.uses_list(list.name)) {
      warn("lint.unused-list", list.where, "no pattern uses the word list \"" + list.name + '"',
           "<" + list.name + ">, [in=" + list.name + "], or take it out");
    }
    std::map<std::string_view, const ListEntry*> seen;
    for (const ListEntry& entry : list.entries) {
      const auto [first, is_new] = seen.emplace(entry.text, &entry);
      if (is_new) continue;
      warn("lint.duplicate-entry", entry.where, "\"" + entry.text + "\" stands in the list \"" + list.name + "\" for the second time",
           "the first is in line " + std::to_string(first->second->where.line));
    }
  }

  void look_at(const Phrase& phrase) {
    if (!has_errors_ && !uses_.uses_phrase(phrase.name) && phrase.name != "list") {
      warn("lint.unused-phrase", phrase.where, "no pattern uses the phrase \"" + phrase.name + '"', "$" + phrase.name + ", or take it out");
    }
    for (const std::string& parameter : phrase.parameters) {
      if (uses_.uses_parameter(phrase, parameter)) continue;
      warn("lint.unused-parameter", phrase.where, "the phrase \"" + phrase.name + "\" does not use its parameter \"" + parameter + '"', "");
    }
  }

  /// A frame called as a class holds the triples of the entities of that class; no rule makes it.
  [[nodiscard]] bool is_of_entities(const FrameDef& frame) const {
    return resources_.program().classes().find(frame.name) != ClassTable::none;
  }

  void look_at(const FrameDef& frame) {
    for (const TripleTemplate& triple : frame.triples) look_at(triple);
    if (has_errors_) return;
    const bool made = uses_.makes(frame) || is_of_entities(frame);
    if (!made)
      warn("lint.frame-never-made", frame.where, "no rule makes the frame \"" + frame.name + '"',
           "frame: " + frame.name + " in a rule, or take it out");
    for (const RoleDef& role : frame.roles) {
      const bool read = uses_.reads_role(frame, role.name);
      const bool filled = uses_.fills_role(frame, role.name);
      if (!read && !frame.triples.empty() && role.name != "self") {
        warn("lint.role-without-triple", role.where, "no triple of \"" + frame.name + "\" uses the role \"" + role.name + '"',
             "[predicate, $(" + role.name + ")], or take the role out");
      } else if (read && !filled && made && !is_of_entities(frame)) {
        warn("lint.role-never-filled", role.where, "nothing fills the role \"" + role.name + "\" of \"" + frame.name + '"',
             "a capture or place of a rule, an adjunct, fill, or a default");
      }
    }
  }

  void look_at(const TripleTemplate& triple) {
    if (triple.predicate != "a") look_at_term(triple.predicate, triple.where);
    if (triple.object.text.find('$') == std::string::npos) look_at_term(triple.object.text, triple.object_where);
    for (const auto& [value, term] : triple.object.map_to) look_at_term(term, triple.object_where);
  }

  /// A compact name in a namespace of which the ontology knows terms must be one of these.
  void look_at_term(const std::string& name, const Location& where) {
    const std::size_t colon = name.find(':');
    if (colon == std::string::npos || name.find('$') != std::string::npos) return;
    const std::string start = prefix_iri(pack_, "", name.substr(0, colon));
    if (start.empty() || start.find("://") == std::string::npos || terms_.contains(start + name.substr(colon + 1))) return;
    std::vector<std::string_view> known;
    for (auto term = terms_.lower_bound(start); term != terms_.end() && term->starts_with(start); ++term) {
      known.push_back(std::string_view(*term).substr(start.size()));
    }
    if (known.empty() || !warned_terms_.insert(name + where.file + std::to_string(where.line)).second) return;
    const std::string_view near = nearest_word(std::string_view(name).substr(colon + 1), known);
    warn("lint.unknown-term", where, "the ontology has no \"" + name + '"',
         near.empty() ? "describe it there, or use another term"
                      : "did you mean \"" + name.substr(0, colon + 1) + std::string(near) + "\"?");
  }

  void look_at(RuleId id) {
    const Rule& rule = pack_.rules[id];
    for (const Pattern* pattern : {rule.pattern.get(), rule.trigger.get()}) {
      if (pattern != nullptr) look_for_frames(rule, *pattern);
    }
    const auto& variants = resources_.program().variants();
    const auto unanchored = [&](const Variant& variant) { return variant.rule == id && !variant.anchored; };
    if (rule.kind != RuleKind::Mention && std::any_of(variants.begin(), variants.end(), unanchored)) {
      tell(Severity::Info, "lint.no-trigger", rule.where, "the rule \"" + rule.name + "\" has no trigger: it is tried at every token",
           "give the pattern, and each of its alternatives, a word, a list or a mention");
    }
  }

  /// A rule sees the frames of lower passes only; rules of mentions come before all frames.
  void look_for_frames(const Rule& rule, const Pattern& pattern) {
    for (const PatternPtr& child : pattern.children) look_for_frames(rule, *child);
    const FrameDef* frame =
        pattern.kind == PatternKind::Frame || pattern.kind == PatternKind::Mention ? pack_.frame(pattern.text) : nullptr;
    if (frame == nullptr || resources_.program().classes().find(pattern.text) != ClassTable::none) return;
    if (rule.kind == RuleKind::Cue || rule.kind == RuleKind::Speaker) return;
    const auto seen = [&](const Rule& other) {
      return other.frame == frame->name &&
             (other.kind == RuleKind::Mention ? rule.pass > 1 : other.kind == RuleKind::Event && other.pass < rule.pass);
    };
    if (has_errors_) return;
    const bool can = rule.kind == RuleKind::Event && std::any_of(pack_.rules.begin(), pack_.rules.end(), seen);
    if (can) return;
    warn("lint.pass-too-low", pattern.where, "no frame \"" + frame->name + "\" is made yet when this rule is tried, so it can never match",
         rule.kind == RuleKind::Mention ? "mentions are found before frames" : "pass: 2, or higher than that of the rules that make it");
  }

  const Resources& resources_;
  const RulePack& pack_;
  const RuleUses uses_;
  const bool has_errors_;
  std::set<std::string> terms_;  ///< IRIs that the ontology describes
  std::set<std::string> warned_terms_;
  std::vector<Diagnostic> found_;
};

}  // namespace

Result<Diagnostics> lint_rules(const Resources& resources, bool has_errors) {
  Diagnostics problems;
  Result<std::vector<Statement>> ontology = read_ontology(resources.paths().ontology, problems);
  if (!ontology) return Failure{ontology.error()};
  Diagnostics found = Linter(resources, *ontology, has_errors).run();
  problems.take(std::move(found));
  return problems;
}

}  // namespace chancery
