#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chancery {

enum class Severity : std::uint8_t { Info, Warning, Error };

/// A place in an input file. Lines and columns count from 1; 0 means that none is known. Columns count bytes.
struct Location {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  friend bool operator==(const Location&, const Location&) = default;
};

/// Something that is wrong with an input, and what to do about it.
struct Diagnostic {
  Severity severity = Severity::Error;
  /// Stable, dotted, documented in `docs/diagnostics.md`: `rule.unknown-role`.
  std::string code;
  std::string message;
  Location where;
  /// The line of the input that `where` points into, for the caret form; may be empty.
  std::string source_line;
  /// What the user can do, or "did you mean …"; may be empty.
  std::string hint;
};

/// `file:line:column: error[code]: message`, then the source line with a caret and the hint where there are any.
std::string to_string(const Diagnostic& diagnostic);

/// Collects what is wrong with the inputs of a run, in the order in which it was found. Not thread-safe: one per thread.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  void error(std::string code, Location where, std::string message, std::string hint = {});
  void warning(std::string code, Location where, std::string message, std::string hint = {});
  void info(std::string code, Location where, std::string message, std::string hint = {});
  /// Append everything of `other`.
  void take(Diagnostics&& other);

  [[nodiscard]] const std::vector<Diagnostic>& items() const { return items_; }
  [[nodiscard]] bool has_errors() const { return errors_ != 0; }
  [[nodiscard]] std::size_t error_count() const { return errors_; }
  [[nodiscard]] bool empty() const { return items_.empty(); }

 private:
  std::vector<Diagnostic> items_;
  std::size_t errors_ = 0;
};

/// The candidate closest to `word` by edit distance, if it is close enough to be a typo of it; else empty.
/// Ties are broken by order in `candidates`.
std::string_view nearest_word(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace chancery
