#pragma once

#include <cstdint>
#include <string>

namespace chancery {

/// One news article as a reader gives it.
struct Article {
  /// The body, valid UTF-8, as it came: after front matter and byte-order mark, before furniture is left out.
  std::string body;
  /// Where the headline stands, if it is the body's first line: its length in bytes; 0 if `title` came from metadata.
  std::uint32_t headline_bytes = 0;
  std::string title;
  /// ISO 8601 date, `YYYY-MM-DD`; empty if the input gives none.
  std::string date;
  std::string publisher;
  std::string url;
  /// BCP 47 tag; empty is taken for English.
  std::string language;
  /// Where the article came from, for diagnostics: a path, with `:line` behind it for JSON Lines.
  std::string source;
};

}  // namespace chancery
