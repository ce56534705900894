// Plain text with an optional front matter, and the soundness of any text.
#include "text/article_text.hpp"

#include <algorithm>

#include <simdjson.h>

#include "text/char_class.hpp"
#include "text/reader.hpp"
#include "text/yaml_fields.hpp"

namespace chancery {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::size_t first_invalid(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const Decoded character = decode_only(text, i);
    if (character.code_point < 0) return i;
    i += character.length;
  }
  return i;
}

Location place_of(std::string_view text, std::size_t offset, const Location& where, bool counts_lines) {
  if (!counts_lines) return where;
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  Location place = where;
  place.line = std::max(where.line, 1U) + static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
  place.column = static_cast<std::uint32_t>(offset - line_begin) + 1;
  return place;
}

bool is_utf16(std::string_view text) {
  return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
}

/// Many control characters in the beginning: a picture, a program, an archive, not a text.
bool is_binary(std::string_view text) {
  const std::string_view head = text.substr(0, 8192);
  const auto control = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v';
  };
  return static_cast<std::size_t>(std::count_if(head.begin(), head.end(), control)) * 20 > head.size();
}

struct FrontMatter {
  std::string_view yaml;
  std::string_view body;
};

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
  return line;
}

/// The part between a first line `---` and the next line `---` or `...`; none if there is no such part.
std::optional<FrontMatter> split_front_matter(std::string_view text) {
  std::string_view rest = text;
  if (take_line(rest) != "---") return std::nullopt;
  const std::string_view begin = rest;
  while (!rest.empty()) {
    const auto length = static_cast<std::size_t>(rest.data() - begin.data());
    const std::string_view line = take_line(rest);
    if (line == "---" || line == "...") return FrontMatter{begin.substr(0, length), rest};
  }
  return std::nullopt;
}

void take_field(const YamlField& field, Article& article, Diagnostics& diagnostics) {
  std::string* target = nullptr;
  if (field.key == "title")
    target = &article.title;
  else if (field.key == "publisher")
    target = &article.publisher;
  else if (field.key == "url")
    target = &article.url;
  else if (field.key == "language")
    target = &article.language;
  else if (field.key != "date")
    return diagnostics.info("input.unknown-key", field.where, "`" + field.key + "` is not used",
                            "the keys are title, date, publisher, url and language");
  if (!field.plain) return diagnostics.error("input.bad-front-matter", field.where, "the value of `" + field.key + "` must be plain text");
  if (target != nullptr) {
    *target = field.value;
    return;
  }
  article.date = normalized_date(field.value);
  if (article.date.empty()) diagnostics.warning("input.bad-date", field.where, "\"" + field.value + "\" is no date", "write YYYY-MM-DD");
}

}  // namespace

bool has_content(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (flags_of_byte(text[i]) != char_space) return true;
  }
  return false;
}

bool is_sound_text(std::string_view text, const Location& where, bool counts_lines, Diagnostics& diagnostics) {
  if (is_utf16(text)) {
    diagnostics.error("input.invalid-utf8", where, "this is UTF-16, not UTF-8", "convert it: iconv -f UTF-16 -t UTF-8");
    return false;
  }
  if (is_binary(text)) {
    diagnostics.error("input.binary", where, "this is no text but a binary file");
    return false;
  }
  if (!simdjson::validate_utf8(text.data(), text.size())) {
    const std::size_t offset = first_invalid(text);
    diagnostics.error("input.invalid-utf8", place_of(text, offset, where, counts_lines),
                      "byte " + std::to_string(offset) + " of the text is not UTF-8",
                      "convert it, from Latin-1 for example: iconv -f LATIN1 -t UTF-8");
    return false;
  }
  const std::size_t nul = text.find('\0');
  if (nul == std::string_view::npos) return true;
  diagnostics.error("input.nul-byte", place_of(text, nul, where, counts_lines), "byte " + std::to_string(nul) + " of the text is NUL");
  return false;
}

std::optional<Article> article_from_text(std::string text, const std::string& source, Diagnostics& diagnostics) {
  if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
  if (!is_sound_text(text, {source, 1, 1}, true, diagnostics)) return std::nullopt;

  Article article;
  article.source = source;
  const std::optional<FrontMatter> front = split_front_matter(text);
  if (front) {
    const auto fields = read_yaml_fields(std::string(front->yaml), source, 1, "input.bad-front-matter", diagnostics);
    for (const YamlField& field : fields.value_or(YamlFields{})) take_field(field, article, diagnostics);
    text.erase(0, text.size() - front->body.size());
  }
  if (!has_content(text)) {
    diagnostics.error("input.empty", {source, 0, 0}, "there is no text in it");
    return std::nullopt;
  }
  article.body = std::move(text);
  return article;
}

}  // namespace chancery
