#include "lexicon/tsv_table.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include <fmt/format.h>
#include <unicode/utf8.h>

namespace chancery {
namespace {

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) < 0; });
}

/// Offset of the first byte that belongs to no character, or the size.
std::size_t valid_prefix(std::string_view text) {
  if (is_ascii(text)) return text.size();
  std::size_t i = 0;
  while (i < text.size()) {
    const std::size_t begin = i;
    UChar32 c = 0;
    U8_NEXT(text.data(), i, text.size(), c);
    if (c < 0) return begin;
  }
  return text.size();
}

}  // namespace

TsvTable::TsvTable(std::string_view text, std::string file, Diagnostics& diagnostics)
    : rest_(text), file_(std::move(file)), diagnostics_(diagnostics) {
  if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
  read_header();
}

void TsvTable::read_header() {
  while (next_line()) {
    if (line_.empty() || line_.front() == '#') continue;
    split();
    kind_ = fields_.front();
    header_.assign(fields_.begin() + 1, fields_.end());
    header_line_ = line_number_;
    return;
  }
  diagnostics_.error("lexicon.no-header", {file_, line_number_, 0}, "the table has no line that names its kind and columns",
                     "begin with, for example, entities<TAB>key<TAB>label<TAB>names");
}

bool TsvTable::next_line() {
  if (rest_.empty()) return false;
  const std::size_t end = std::min(rest_.find('\n'), rest_.size());
  line_ = rest_.substr(0, end);
  rest_.remove_prefix(std::min(end + 1, rest_.size()));
  if (line_.ends_with('\r')) line_.remove_suffix(1);
  ++line_number_;
  return true;
}

void TsvTable::split() {
  fields_.clear();
  const char* const end = line_.data() + line_.size();
  for (const char* begin = line_.data();;) {
    const void* const found = begin == end ? nullptr : std::memchr(begin, '\t', static_cast<std::size_t>(end - begin));
    const char* const stop = found == nullptr ? end : static_cast<const char*>(found);
    fields_.emplace_back(begin, static_cast<std::size_t>(stop - begin));
    if (found == nullptr) return;
    begin = stop + 1;
  }
}

bool TsvTable::use(std::span<const std::string_view> names, std::size_t required) {
  position_.assign(names.size(), -1);
  for (std::size_t i = 0; i < header_.size(); ++i) {
    const auto known = std::find(names.begin(), names.end(), header_[i]);
    if (known != names.end()) {
      position_[static_cast<std::size_t>(known - names.begin())] = static_cast<std::int32_t>(i);
      continue;
    }
    const std::string_view near = nearest_word(header_[i], {names.begin(), names.end()});
    const auto column = static_cast<std::uint32_t>(header_[i].data() - kind_.data()) + 1;
    diagnostics_.error("lexicon.unknown-column", {file_, header_line_, column},
                       fmt::format("no column \"{}\" in a table of {}", header_[i], kind_),
                       near.empty() ? "" : fmt::format("did you mean \"{}\"?", near));
  }
  bool complete = true;
  for (std::size_t i = 0; i < required; ++i) {
    if (position_[i] >= 0) continue;
    diagnostics_.error("lexicon.missing-column", {file_, header_line_, 1},
                       fmt::format("a table of {} needs the column \"{}\"", kind_, names[i]));
    complete = false;
  }
  return complete;
}

bool TsvTable::next() {
  while (next_line()) {
    if (line_.empty() || line_.front() == '#') continue;
    split();
    if (is_usable()) return true;
  }
  return false;
}

bool TsvTable::is_usable() {
  if (const std::size_t valid = valid_prefix(line_); valid < line_.size()) {
    diagnostics_.error("lexicon.invalid-utf8", {file_, line_number_, static_cast<std::uint32_t>(valid) + 1}, "this is not UTF-8");
    return false;
  }
  if (fields_.size() <= header_.size()) return true;
  const auto column = static_cast<std::uint32_t>(fields_[header_.size()].data() - line_.data()) + 1;
  diagnostics_.error("lexicon.extra-field", {file_, line_number_, column},
                     fmt::format("the row has {} fields, but the header only names {}", fields_.size(), header_.size()));
  return false;
}

std::string_view TsvTable::field(std::size_t name) const {
  const std::int32_t position = position_[name];
  return position < 0 || static_cast<std::size_t>(position) >= fields_.size() ? std::string_view{}
                                                                              : fields_[static_cast<std::size_t>(position)];
}

Location TsvTable::where(std::size_t name, std::size_t offset) const {
  const std::string_view value = field(name);
  const std::size_t column = value.data() == nullptr ? line_.size() : static_cast<std::size_t>(value.data() - line_.data()) + offset;
  return {file_, line_number_, static_cast<std::uint32_t>(column) + 1};
}

void TsvTable::error(std::string code, std::size_t name, std::string message, std::string hint, std::size_t offset) {
  diagnostics_.add({Severity::Error, std::move(code), std::move(message), where(name, offset), std::string(line_), std::move(hint)});
}

}  // namespace chancery
