#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rules/example_editor.hpp"
#include "rules/pack.hpp"

namespace chancery {

/// The forms by which one filler may be called; the first is how it stands in the text.
using FillerForms = std::vector<std::string>;

/// What a rule made of an example: one frame, or for a mention rule one match.
struct ExampleOutcome {
  std::vector<std::pair<std::string, std::vector<FillerForms>>> roles;  ///< in the order of the frame
  std::vector<std::string> usual;                                       ///< roles that hold their default
  std::vector<std::string> other_frames;  ///< with `frames: exact`, the frames beside this one: `Meeting from "met"`
  bool is_frame = true;                   ///< or a match of a mention rule, of which `frames: exact` says nothing

  void add(const std::string& role, FillerForms forms);
};

/// What one example comes to.
struct ExampleVerdict {
  bool passed = false;
  std::string difference;          ///< if it failed, a line a role: "-" before what was expected, "+" before what was found
  std::optional<Expectation> now;  ///< if it failed, what would pass; none if `expect` cannot say it
};

/// Compare an example with what its rule made of it, as `run_examples` says.
ExampleVerdict judge(const Example& example, const std::vector<ExampleOutcome>& outcomes);

}  // namespace chancery
