#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "text/article.hpp"

namespace chancery {

/// Gives the articles of files, folders and standard input one after the other, so memory does not grow with their number.
///
/// - `*.json`, `*.jsonl`, `*.ndjson`: JSON Lines, one article a line, with the field names that crawlers use; a `.json` may also be one
///   object over several lines. Every other file is one article in plain text, with an optional YAML front matter.
/// - Either may be gzip, of one or several members.
/// - A folder is read recursively, sorted by path: `.txt`, `.md`, `.json`, `.jsonl`, `.ndjson`, each also with `.gz`.
/// - `-` is standard input, JSON Lines or text by its first character.
///
/// What cannot be used is left out and reported (`input.…`), with the place; the rest goes on. Not thread-safe.
class ArticleReader {
 public:
  /// A text or a line of over `max_bytes` is left out (`input.too-large`).
  explicit ArticleReader(std::vector<std::string> inputs, std::size_t max_bytes = std::size_t{256} << 20U);
  ~ArticleReader();
  ArticleReader(const ArticleReader&) = delete;
  ArticleReader& operator=(const ArticleReader&) = delete;

  /// The next article, or none at the end of all inputs.
  std::optional<Article> next(Diagnostics& diagnostics);

  /// Bytes read so far, before decompression, and of all files named or found so far; for progress only. Standard input has no size.
  [[nodiscard]] std::uint64_t bytes_read() const;
  [[nodiscard]] std::uint64_t bytes_total() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

/// An article from plain text, without the byte-order mark and front matter (`title`, `date`, `publisher`, `url`, `language`). None,
/// with a diagnostic, if it is empty, not UTF-8, or binary.
std::optional<Article> article_from_text(std::string text, const std::string& source, Diagnostics& diagnostics);

/// The day, `YYYY-MM-DD`, that a date in metadata names: ISO 8601 with or without time, RFC 2822, "2 January 2025",
/// "January 2, 2025", "20250102". Empty if it is none of these or no day of the calendar.
std::string normalized_date(std::string_view text);

}  // namespace chancery
