#include "check/checker.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <tuple>

#include "check/kinds.hpp"

namespace chancery {
namespace {

/// True if one of the properties stands in the data, or in a claim.
bool any_occurs(const FactGraph& graph, const Claims& claims, const std::vector<std::string>& iris) {
  return std::any_of(iris.begin(), iris.end(), [&](const std::string& iri) {
    const TermId id = graph.iri(iri);
    return id != no_term && (!graph.with_predicate(id).empty() || claims.have(id));
  });
}

/// True if the graph has the properties without which the check cannot find anything: all that its kind requires, or any at all of
/// those named where it requires none.
bool has_something_to_check(const CheckSpec& spec, const KindInfo& kind, const FactGraph& graph, const Claims& claims) {
  if (spec.properties.empty()) return !graph.facts().empty();
  if (!kind.required.empty()) {
    return std::all_of(kind.required.begin(), kind.required.end(),
                       [&](std::string_view part) { return any_occurs(graph, claims, spec.of(std::string(part))); });
  }
  return std::any_of(spec.properties.begin(), spec.properties.end(),
                     [&](const auto& part) { return any_occurs(graph, claims, part.second); });
}

Finding nothing_to_check(const CheckSpec& spec) {
  Finding out;
  out.severity = FindingSeverity::Info;
  out.kind = spec.kind;
  out.check = spec.name;
  out.message = spec.name + ": nothing to check";
  out.remark = true;
  return out;
}

bool comes_before(const Finding& a, const Finding& b) {
  if (a.remark != b.remark) return b.remark;
  if (a.severity != b.severity) return a.severity > b.severity;
  return std::tie(a.kind, a.check, a.focus, a.message, a.path, a.value, a.proof) <
         std::tie(b.kind, b.check, b.focus, b.message, b.path, b.value, b.proof);
}

}  // namespace

std::vector<Finding> run_checks(const std::vector<CheckSpec>& checks, const FactGraph& graph) {
  const ClassHierarchy classes(graph);
  const Claims claims(graph);
  std::vector<Finding> out;
  for (const CheckSpec& spec : checks) {
    const KindInfo* kind = find_kind(spec.kind);
    if (!kind) continue;
    if (!has_something_to_check(spec, *kind, graph, claims)) {
      out.push_back(nothing_to_check(spec));
      continue;
    }
    std::vector<Finding> found = run_kind({spec, graph, classes, claims});
    out.insert(out.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  }
  std::sort(out.begin(), out.end(), comes_before);
  return out;
}

bool has_violations(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& f) { return !f.remark && f.severity == FindingSeverity::Violation; });
}

}  // namespace chancery
