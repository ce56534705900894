#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "check/check_spec.hpp"
#include "check/fact_graph.hpp"
#include "check/finding.hpp"
#include "rdf/statement.hpp"

namespace chancery {

/// Read the checks of `path` (`mappings/checks.yaml`). A check that cannot be used is left out and explained in `diagnostics`;
/// fails only if the file cannot be read.
Result<std::vector<CheckSpec>> read_checks(const std::string& path, Diagnostics& diagnostics);
/// The same from text; `file` only names the source.
std::vector<CheckSpec> read_checks_text(const std::string& yaml, const std::string& file, Diagnostics& diagnostics);

/// Run every check over a finished graph: data and evidence (claims, articles, spans) as its data, the ontology as its
/// vocabulary. Changes nothing. The findings are ordered: worst first, then by kind, focus and message; remarks last.
std::vector<Finding> run_checks(const std::vector<CheckSpec>& checks, const FactGraph& graph);

/// A line a finding, what proves it and the sentences it came from indented under it, and a line of counts at the end.
void write_report_text(std::ostream& out, const std::vector<Finding>& findings);

/// The findings as a SHACL validation report, sorted, without blank nodes; every IRI is minted under `base` from the proof.
/// `sh:conforms` is true exactly when there is no result at all, as SHACL defines it.
std::vector<Statement> report_statements(const std::vector<Finding>& findings, const std::string& base);

/// Violations only: what the exit code looks at.
bool has_violations(const std::vector<Finding>& findings);

}  // namespace chancery
