#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/resources.hpp"
#include "rules/example_editor.hpp"

namespace chancery {

/// An example of a rule that did not come out as it says, told as a difference of frames.
struct FailedExample {
  std::string rule;
  Location where;
  std::string text;
  std::string difference;          ///< a line a role: "-" before what was expected, "+" before what was found
  std::optional<Expectation> now;  ///< what the rule gives; none if `expect` cannot say it
};

struct ExampleRun {
  std::size_t rules = 0;
  std::size_t examples = 0;
  std::vector<FailedExample> failures;
};

/// Run the examples of every rule whose name contains `only` (empty: of all). An example passes if one of the rule's frames (for a
/// mention rule: one of its matches) has just the fillers that `expect` lists for each role it names, by surface form; with
/// `none`, if the rule makes no frame and no match. With `frames: exact` there must be no other frame, of whatever rule, and no role
/// that is not listed but for those that hold their default. For examples with names of their own the resources are loaded again
/// with these; fails only if that fails.
Result<ExampleRun> run_examples(const Resources& resources, const std::string& only);

}  // namespace chancery
