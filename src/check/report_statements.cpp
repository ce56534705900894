// The W3C SHACL validation report vocabulary (SHACL, section 3.6). Every IRI is a hash of what the finding says and rests on, so the
// same graph gives the same report, and a finding keeps its name from one build to the next.
#include <algorithm>
#include <cassert>
#include <set>
#include <string>

#include "base/hash.hpp"
#include "check/checker.hpp"
#include "check/terms.hpp"
#include "rdf/vocabulary.hpp"

namespace chancery {
namespace {

Term iri(std::string text) {
  return {TermKind::Iri, std::move(text), {}, {}};
}
Term sh(std::string_view local) {
  return iri(std::string(ns::sh).append(local));
}
Term ch(std::string_view local) {
  return iri(std::string(ns::ch).append(local));
}

/// A blank node cannot stand in the report: it is named after its label (RDF 1.1, section 3.5).
Term without_blank(const Term& term, const std::string& base) {
  return term.kind == TermKind::BlankNode ? iri(base + ".well-known/genid/" + term.value) : term;
}

std::string key_of(const Finding& finding) {
  std::string proof;
  for (const std::string& step : finding.proof) proof += step + '\n';
  const std::string value = finding.value ? to_string(*finding.value) : std::string();
  return hash128({finding.kind, finding.check, to_string(finding.focus), finding.path, value, finding.message, proof});
}

/// Collects the statements of one report.
class Report {
 public:
  explicit Report(const std::string& base) : base_(base) {}

  void add_result(const Finding& finding) {
    const std::string key = key_of(finding);
    keys_.insert(key);
    const Term node = iri(base_ + "finding/f" + key);
    results_.insert(node);
    add(node, iri(std::string(terms::type)), sh("ValidationResult"));
    add(node, sh("focusNode"), without_blank(finding.focus, base_));
    if (!finding.path.empty()) add(node, sh("resultPath"), iri(finding.path));
    if (finding.value) add(node, sh("value"), without_blank(*finding.value, base_));
    add(node, sh("resultSeverity"), severity(finding.severity));
    add_text(node, sh("resultMessage"), finding.message, "en");
    const KindInfo* kind = find_kind(finding.kind);
    assert(kind);
    add(node, sh("sourceConstraintComponent"), ch(kind->component));
    std::string proof;
    for (const std::string& step : finding.proof) proof += (proof.empty() ? "" : "\n") + step;
    if (!proof.empty()) add_text(node, iri(std::string(terms::proof)), proof, {});
    for (const FindingEvidence& evidence : finding.evidence) {
      if (const auto claim = make_iri(evidence.claim)) add(node, iri(std::string(terms::was_derived_from)), *claim);
    }
  }

  void add_remark(const Finding& finding) { remarks_.insert(finding.message); }

  std::vector<Statement> take() {
    std::string all;
    for (const std::string& key : keys_) all += key;
    for (const std::string& remark : remarks_) all += remark;
    const Term report = iri(base_ + "report/r" + hash128({all}));
    add(report, iri(std::string(terms::type)), sh("ValidationReport"));
    add(report, sh("conforms"), {TermKind::Literal, keys_.empty() ? "true" : "false", std::string(ns::xsd) + "boolean", {}});
    for (const Term& result : results_) add(report, sh("result"), result);
    for (const std::string& remark : remarks_) add_text(report, iri(std::string(ns::dcterms) + "description"), remark, "en");
    std::sort(statements_.begin(), statements_.end());
    statements_.erase(std::unique(statements_.begin(), statements_.end()), statements_.end());
    return std::move(statements_);
  }

 private:
  static Term severity(FindingSeverity value) {
    switch (value) {
      case FindingSeverity::Info: return sh("Info");
      case FindingSeverity::Warning: return sh("Warning");
      case FindingSeverity::Violation: return sh("Violation");
    }
    return sh("Violation");
  }
  void add(const Term& subject, const Term& predicate, const Term& object) { statements_.push_back({subject, predicate, object, {}}); }
  void add_text(const Term& subject, const Term& predicate, const std::string& text, std::string_view language) {
    const auto term = language.empty() ? make_literal(text) : make_text(text, language);
    if (term) add(subject, predicate, *term);
  }

  const std::string& base_;
  std::vector<Statement> statements_;
  std::set<std::string> keys_, remarks_;
  std::set<Term> results_;
};

}  // namespace

std::vector<Statement> report_statements(const std::vector<Finding>& findings, const std::string& base) {
  Report report(base);
  for (const Finding& finding : findings) {
    if (finding.remark)
      report.add_remark(finding);
    else
      report.add_result(finding);
  }
  return report.take();
}

}  // namespace chancery
