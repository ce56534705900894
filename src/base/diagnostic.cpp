#include "base/diagnostic.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace chancery {
namespace {

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::Info: return "info";
    case Severity::Warning: return "warning";
    case Severity::Error: return "error";
  }
  return "error";
}

/// ASCII letters without their case; other bytes as they are.
char folded(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Damerau's edit distance in the form that changes no letter twice ("optimal string alignment"); letter case costs nothing.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last, last(b.size() + 1), row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const bool same = folded(a[i]) == folded(b[j]);
      row[j + 1] = std::min({row[j] + 1, last[j + 1] + 1, last[j] + (same ? 0 : 1)});
      const bool swapped = i > 0 && j > 0 && folded(a[i]) == folded(b[j - 1]) && folded(a[i - 1]) == folded(b[j]);
      if (swapped) row[j + 1] = std::min(row[j + 1], before_last[j - 1] + 1);
    }
    before_last = std::exchange(last, row);
  }
  return last.back();
}

}  // namespace

std::string to_string(const Diagnostic& diagnostic) {
  std::string out;
  const Location& where = diagnostic.where;
  if (!where.file.empty()) {
    out += where.file;
    out += ':';
    if (where.line != 0) {
      out += std::to_string(where.line) + ':';
      if (where.column != 0) out += std::to_string(where.column) + ':';
    }
    out += ' ';
  }
  out += name_of(diagnostic.severity);
  out += '[' + diagnostic.code + "]: " + diagnostic.message;
  if (!diagnostic.source_line.empty()) {
    out += "\n  | " + diagnostic.source_line;
    if (where.column != 0) {
      out += "\n  | ";
      for (std::size_t i = 0; i + 1 < where.column && i < diagnostic.source_line.size(); ++i) {
        const auto byte = static_cast<unsigned char>(diagnostic.source_line[i]);
        if (byte == '\t')
          out += '\t';
        else if ((byte & 0xC0U) != 0x80U)
          out += ' ';
      }
      out += '^';
    }
  }
  if (!diagnostic.hint.empty()) out += "\n  = " + diagnostic.hint;
  return out;
}

void Diagnostics::add(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::Error) ++errors_;
  items_.push_back(std::move(diagnostic));
}

void Diagnostics::error(std::string code, Location where, std::string message, std::string hint) {
  add({Severity::Error, std::move(code), std::move(message), std::move(where), {}, std::move(hint)});
}

void Diagnostics::warning(std::string code, Location where, std::string message, std::string hint) {
  add({Severity::Warning, std::move(code), std::move(message), std::move(where), {}, std::move(hint)});
}

void Diagnostics::info(std::string code, Location where, std::string message, std::string hint) {
  add({Severity::Info, std::move(code), std::move(message), std::move(where), {}, std::move(hint)});
}

void Diagnostics::take(Diagnostics&& other) {
  for (Diagnostic& item : other.items_) add(std::move(item));
  other.items_.clear();
  other.errors_ = 0;
}

std::string_view nearest_word(std::string_view word, const std::vector<std::string_view>& candidates) {
  std::string_view best;
  std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace chancery
