#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace chancery {

/// A tab-separated table read row by row: comment lines begin with `#`, the first other line is the header (kind, then
/// column names), every later one a row; empty lines are skipped, fields left off at the end are empty. Borrows the
/// text.
///
/// Reports `lexicon.no-header`, `lexicon.invalid-utf8` and `lexicon.extra-field`; such rows are left out.
class TsvTable {
 public:
  TsvTable(std::string_view text, std::string file, Diagnostics& diagnostics);

  /// First field of the header; empty if the table has none.
  [[nodiscard]] std::string_view kind() const { return kind_; }
  /// Where the header stands.
  [[nodiscard]] Location header() const { return {file_, header_line_, 1}; }
  /// Say which columns the reader knows: `field(i)` is then the one named `names[i]`. Other columns of the header are
  /// reported as `lexicon.unknown-column`, absent ones of the first `required` as `lexicon.missing-column`: then false.
  bool use(std::span<const std::string_view> names, std::size_t required);
  /// Go to the next row that can be used; false at the end.
  bool next();
  [[nodiscard]] std::string_view field(std::size_t name) const;
  /// Where the field stands, or where the row ends if it has none; `offset` bytes into it.
  [[nodiscard]] Location where(std::size_t name, std::size_t offset = 0) const;
  void error(std::string code, std::size_t name, std::string message, std::string hint = {}, std::size_t offset = 0);

 private:
  bool next_line();
  void split();
  void read_header();
  [[nodiscard]] bool is_usable();

  std::string_view rest_;
  std::string file_;
  Diagnostics& diagnostics_;
  std::string_view line_;
  std::uint32_t line_number_ = 0;
  std::vector<std::string_view> fields_;
  std::string_view kind_;
  std::vector<std::string_view> header_;
  std::uint32_t header_line_ = 0;
  std::vector<std::int32_t> position_;  ///< by name: its field, or -1
};

}  // namespace chancery
