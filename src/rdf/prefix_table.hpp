#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "rdf/vocabulary.hpp"

namespace chancery {

/// Shortens IRIs to `prefix:local`. Borrows nothing.
class PrefixTable {
 public:
  explicit PrefixTable(std::span<const Prefix> prefixes);

  /// Append the short form of `iri` and return true, or return false if it has none: its namespace is what ends at its last `/` or `#`,
  /// and its local name must be one that every reader of Turtle takes (letters, digits, `_`, `-`, and `.` inside; a letter or `_` first).
  bool append_short(std::string& out, std::string_view iri) const;
  /// The short form, or the IRI in angle brackets.
  void append(std::string& out, std::string_view iri) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> names_;  ///< by namespace; only ever asked
};

}  // namespace chancery
