// Lexical spaces of XML Schema 1.1 part 2, by hand: a cursor with one small reader for each piece. Years may have more than
// four digits; a day must exist in its month.
#include "rdf/lexical.hpp"

#include <algorithm>
#include <cstddef>
#include <span>

#include "base/diagnostic.hpp"

namespace chancery {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct Cursor {
  std::string_view text;
  std::size_t at = 0;

  [[nodiscard]] bool done() const { return at == text.size(); }
  [[nodiscard]] char peek() const { return done() ? '\0' : text[at]; }
  bool take(char c) {
    if (peek() != c) return false;
    ++at;
    return true;
  }
  bool take_sign() { return take('+') || take('-'); }
  /// The digits from here on, possibly none.
  std::string_view digits() {
    const std::size_t begin = at;
    while (!done() && is_digit(text[at])) ++at;
    return text.substr(begin, at - begin);
  }
  /// Exactly two digits as a number, or -1.
  int two_digits() {
    if (at + 2 > text.size() || !is_digit(text[at]) || !is_digit(text[at + 1])) return -1;
    at += 2;
    return (text[at - 2] - '0') * 10 + (text[at - 1] - '0');
  }
};

bool between(int value, int low, int high) {
  return low <= value && value <= high;
}

/// The year's remainder by 400, which is all that a calendar needs; -1 if there is no year.
int read_year(Cursor& in) {
  const bool negative = in.take('-');
  const std::string_view digits = in.digits();
  if (digits.size() < 4 || (digits.size() > 4 && digits[0] == '0')) return -1;
  int rest = 0;
  for (const char c : digits) rest = (rest * 10 + (c - '0')) % 400;
  return negative ? (400 - rest) % 400 : rest;
}

int days_in(int year, int month) {
  if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool read_zone(Cursor& in) {
  if (in.done() || in.take('Z')) return true;
  if (!in.take_sign()) return false;
  const int hours = in.two_digits();
  if (!in.take(':')) return false;
  const int minutes = in.two_digits();
  return (between(hours, 0, 13) && between(minutes, 0, 59)) || (hours == 14 && minutes == 0);
}

bool read_day(Cursor& in) {
  const int year = read_year(in);
  if (year < 0 || !in.take('-')) return false;
  const int month = in.two_digits();
  if (!between(month, 1, 12) || !in.take('-')) return false;
  return between(in.two_digits(), 1, days_in(year, month));
}

bool read_time(Cursor& in) {
  const int hours = in.two_digits();
  if (!between(hours, 0, 24) || !in.take(':')) return false;
  const int minutes = in.two_digits();
  if (!between(minutes, 0, 59) || !in.take(':')) return false;
  const int seconds = in.two_digits();
  if (!between(seconds, 0, 59)) return false;
  std::string_view fraction;
  if (in.take('.') && (fraction = in.digits()).empty()) return false;
  return hours < 24 || (minutes == 0 && seconds == 0 && fraction.find_first_not_of('0') == std::string_view::npos);
}

bool is_date(Cursor in) {
  return read_day(in) && read_zone(in) && in.done();
}
bool is_date_time(Cursor in) {
  return read_day(in) && in.take('T') && read_time(in) && read_zone(in) && in.done();
}
bool is_year(Cursor in) {
  return read_year(in) >= 0 && read_zone(in) && in.done();
}
bool is_year_month(Cursor in) {
  return read_year(in) >= 0 && in.take('-') && between(in.two_digits(), 1, 12) && read_zone(in) && in.done();
}

bool is_integer(Cursor in) {
  in.take_sign();
  return !in.digits().empty() && in.done();
}

bool is_non_negative(Cursor in) {
  const bool negative = in.peek() == '-';
  in.take_sign();
  const std::string_view digits = in.digits();
  return !digits.empty() && in.done() && (!negative || digits.find_first_not_of('0') == std::string_view::npos);
}

bool read_decimal(Cursor& in) {
  in.take_sign();
  const bool whole = !in.digits().empty();
  const bool part = in.take('.') && !in.digits().empty();
  return whole || part;
}

bool is_decimal(Cursor in) {
  return read_decimal(in) && in.done();
}

bool is_double(Cursor in) {
  if (in.text == "INF" || in.text == "+INF" || in.text == "-INF" || in.text == "NaN") return true;
  if (!read_decimal(in)) return false;
  if (in.take('e') || in.take('E')) {
    in.take_sign();
    if (in.digits().empty()) return false;
  }
  return in.done();
}

/// Fields such as `1Y2M3D` in the order of `units`; the last unit may have a fraction if `fraction`. Counts them.
bool read_fields(Cursor& in, std::string_view units, bool fraction, int& fields) {
  for (std::size_t unit = 0; !in.done() && in.peek() != 'T';) {
    if (in.digits().empty()) return false;
    const bool has_fraction = fraction && in.take('.');
    if (has_fraction && in.digits().empty()) return false;
    unit = units.find(in.peek(), unit);
    if (in.done() || unit == std::string_view::npos || (has_fraction && in.peek() != 'S')) return false;
    ++in.at;
    ++unit;
    ++fields;
  }
  return true;
}

bool is_duration(Cursor in) {
  in.take('-');
  if (!in.take('P')) return false;
  int fields = 0;
  if (!read_fields(in, "YMD", false, fields)) return false;
  if (in.take('T')) {
    const int before = fields;
    if (!read_fields(in, "HMS", true, fields) || fields == before) return false;
  }
  return fields > 0 && in.done();
}

/// RDF 1.1 Concepts, section 5.1.
constexpr std::string_view type_names[] = {"string",
                                           "boolean",
                                           "decimal",
                                           "integer",
                                           "double",
                                           "float",
                                           "date",
                                           "time",
                                           "dateTime",
                                           "dateTimeStamp",
                                           "gYear",
                                           "gMonth",
                                           "gDay",
                                           "gYearMonth",
                                           "gMonthDay",
                                           "duration",
                                           "yearMonthDuration",
                                           "dayTimeDuration",
                                           "byte",
                                           "short",
                                           "int",
                                           "long",
                                           "unsignedByte",
                                           "unsignedShort",
                                           "unsignedInt",
                                           "unsignedLong",
                                           "positiveInteger",
                                           "nonNegativeInteger",
                                           "negativeInteger",
                                           "nonPositiveInteger",
                                           "hexBinary",
                                           "base64Binary",
                                           "anyURI",
                                           "language",
                                           "normalizedString",
                                           "token",
                                           "NMTOKEN",
                                           "Name",
                                           "NCName"};
constexpr std::span<const std::string_view> xsd_types(type_names);

}  // namespace

bool is_lexical_form(std::string_view text, std::string_view xsd_type) {
  const Cursor in{text};
  if (xsd_type == "date") return is_date(in);
  if (xsd_type == "dateTime") return is_date_time(in);
  if (xsd_type == "gYear") return is_year(in);
  if (xsd_type == "gYearMonth") return is_year_month(in);
  if (xsd_type == "integer") return is_integer(in);
  if (xsd_type == "nonNegativeInteger") return is_non_negative(in);
  if (xsd_type == "decimal") return is_decimal(in);
  if (xsd_type == "double") return is_double(in);
  if (xsd_type == "boolean") return text == "true" || text == "false" || text == "1" || text == "0";
  if (xsd_type == "duration") return is_duration(in);
  return true;
}

bool is_xsd_type(std::string_view local) {
  return std::find(xsd_types.begin(), xsd_types.end(), local) != xsd_types.end();
}

std::string_view nearest_xsd_type(std::string_view local) {
  return nearest_word(local, {xsd_types.begin(), xsd_types.end()});
}

bool is_language_tag(std::string_view text) {
  std::size_t length = 0;
  bool first = true;
  for (const char c : text) {
    if (c == '-') {
      if (length == 0) return false;
      first = false;
      length = 0;
      continue;
    }
    if (!is_letter(c) && (first || !is_digit(c))) return false;
    if (++length > 8) return false;
  }
  return length > 0;
}

}  // namespace chancery
