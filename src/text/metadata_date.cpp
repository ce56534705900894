// Dates as metadata writes them. The words are cut at everything that is no letter or digit; then the order of numbers and the
// name of a month tell which is which. Numeric dates other than year first are refused: their order is anyone's guess.
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "text/reader.hpp"

namespace chancery {
namespace {

constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 12> month_names = {"january", "february", "march",     "april",   "may",      "june",
                                                          "july",    "august",   "september", "october", "november", "december"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

unsigned month_of(std::string_view word) {
  std::string lower;
  for (const char c : word) lower.push_back(static_cast<char>(c | 0x20));
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (lower == months[i] || lower == month_names[i] || (lower == "sept" && i == 8)) return static_cast<unsigned>(i + 1);
  }
  return 0;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < text.size() && words.size() < 8;) {
    const auto same = is_digit(text[i]) ? is_digit : is_alpha;
    std::size_t end = i;
    while (end < text.size() && same(text[end])) ++end;
    if (end != i) words.push_back(text.substr(i, end - i));
    i = end == i ? i + 1 : end;
  }
  return words;
}

std::optional<unsigned> number(std::string_view word) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc{} || end != word.data() + word.size() || word.size() > 4) return std::nullopt;
  return value;
}

bool is_leap(unsigned year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

std::string checked(std::optional<unsigned> year, std::optional<unsigned> month, std::optional<unsigned> day) {
  constexpr std::array<unsigned, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (!year || !month || !day || *year < 1000 || *month < 1 || *month > 12 || *day < 1) return {};
  if (*day > lengths[*month - 1] + (*month == 2 && is_leap(*year) ? 1U : 0U)) return {};
  const auto two = [](unsigned n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(*year) + "-" + two(*month) + "-" + two(*day);
}

/// "2025-01-02T…", "2025/1/2", "20250102T…".
std::string year_first(std::string_view text, const std::vector<std::string_view>& words) {
  if (words[0].size() == 8) return checked(number(words[0].substr(0, 4)), number(words[0].substr(4, 2)), number(words[0].substr(6, 2)));
  if (words.size() < 3 || words[0].size() != 4 || text.find_first_of("-/.") != words[0].size()) return {};
  return checked(number(words[0]), number(words[1]), number(words[2]));
}

}  // namespace

std::string normalized_date(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  std::vector<std::string_view> words = words_of(text);
  if (words.size() < 1) return {};
  if (is_digit(words[0][0]) && words[0].size() >= 4) return year_first(text, words);
  std::optional<unsigned> day;
  unsigned month = 0;
  for (const std::string_view word : words) {  // "Thu, 2 Jan 2025 …", "2nd January 2025", "January 2, 2025"
    if (const unsigned found = month_of(word); found != 0 && month == 0)
      month = found;
    else if (is_digit(word[0]) && word.size() <= 2 && !day)
      day = number(word);
    else if (is_digit(word[0]) && word.size() == 4 && month != 0)
      return checked(number(word), month, day);
  }
  return {};
}

}  // namespace chancery
