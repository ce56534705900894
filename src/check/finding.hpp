#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rdf/term.hpp"

namespace chancery {

/// SHACL's severities, the worst last.
enum class FindingSeverity : std::uint8_t { Info, Warning, Violation };

/// One claim that takes part in a finding, with the place in the news that it came from. What the evidence does not tell is empty.
struct FindingEvidence {
  std::string claim;    ///< IRI of the claim, or empty where the graph has none for the triple
  std::string triple;   ///< the triple in words: labels of subject, predicate, object
  std::string article;  ///< IRI of the article
  std::string headline;
  std::string date;      ///< of the article, as written
  std::string span;      ///< IRI of the place in the text
  std::string sentence;  ///< the words there
  std::string rule;      ///< what made the claim: "meetings/met-with"
};

/// Something in a graph that cannot be, or should not be overlooked. Owns all it says, so it outlives the graph.
struct Finding {
  FindingSeverity severity = FindingSeverity::Violation;
  std::string kind;   ///< of check: "acyclic"
  std::string check;  ///< the check's name in checks.yaml
  Term focus;         ///< the node that the finding is about
  std::string path;   ///< IRI of the property that it is about, or empty
  std::optional<Term> value;
  std::string message;                    ///< one line
  std::vector<std::string> proof;         ///< the path, cycle or intervals, a step a line
  std::vector<FindingEvidence> evidence;  ///< the smallest set of claims that cannot hold together
  /// A remark on the run, such as "nothing to check": shown, but no result of the validation.
  bool remark = false;
};

/// "violation", "warning", "info".
std::string_view name_of(FindingSeverity severity);

}  // namespace chancery
