#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/checker.hpp"

namespace chancery::testing {

/// Statements from lines "subject predicate object": compact names of the vocabularies, `a`, `person:x` under the default base,
/// `<IRI>`, `_:b`, and literals "…", "…"@en, "…"^^xsd:date. Empty lines and lines with # are skipped; anything else is a test's mistake.
std::vector<Statement> triples(std::string_view lines);

/// A finished graph of data and vocabulary.
FactGraph graph_of(std::string_view data, std::string_view vocabulary = {});

/// Lines of one claim with its span and article: `claim(1, "meeting:m schema:location place:x", "neom", "2020-11-23", "The sentence.")`.
/// `extra` are more lines about `claim:cNUMBER`.
std::string claim(int number, std::string_view triple, std::string_view article, std::string_view date, std::string_view sentence,
                  std::string_view polarity = "true", std::string_view source = {});

/// The findings of the checks that `yaml` declares, which must be without mistakes.
std::vector<Finding> findings(std::string_view yaml, const FactGraph& graph);

/// "severity kind focus: message", the focus by its last part.
std::vector<std::string> lines(const std::vector<Finding>& findings);

}  // namespace chancery::testing
