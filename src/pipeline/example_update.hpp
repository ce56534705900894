#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pipeline/rule_examples.hpp"

namespace chancery {

/// What became of the failures of a run of examples.
struct ExampleUpdate {
  std::vector<std::string> kept;    ///< per failure: why its example stays as it is; nothing where it was rewritten
  std::size_t rewritten = 0;        ///< examples
  std::vector<std::string> failed;  ///< files that could not be written, with the reason
};

/// Rewrite the examples that failed in the files of the packs that stand in `folders`, so that they expect what their rules give:
/// `edit_examples` says how. Files of other packs (what these need) are left, and so is a file that changed since `pack` was read.
/// Links are followed; a file that nobody may write is not written.
ExampleUpdate update_examples(const RulePack& pack, const std::vector<std::string>& folders, const std::vector<FailedExample>& failures);

}  // namespace chancery
