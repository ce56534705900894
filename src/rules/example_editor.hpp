#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"

namespace chancery {

/// What an example expects: as `Example` holds it.
struct Expectation {
  bool none = false;
  std::vector<std::pair<std::string, std::vector<std::string>>> roles;  ///< role → fillers; nothing if `none`
};

/// The example at `where` is to expect `now`.
struct ExampleEdit {
  Location where;
  Expectation now;
};

/// A file of rules with other expectations in it.
struct EditedFile {
  std::string text;
  std::vector<std::string> refused;  ///< per edit: why it was not made, or nothing
};

/// Write expectations into the text of a rule file, called `file`, in place: only the values under `expect` that differ are
/// rewritten, in the style in which they stand; every other byte stays. Roles that an expectation names and the file does not are put
/// behind the others; roles that only the file names are left.
///
/// An edit is refused where its example is not found, and where a value to be replaced is written in a way that cannot be replaced
/// alone (over several lines as a plain or block scalar). The new text is read back: where it does not say the same as the old one
/// but for the edits, all are refused and `text` is the old one.
EditedFile edit_examples(const std::string& file, const std::string& text, const std::vector<ExampleEdit>& edits);

}  // namespace chancery
