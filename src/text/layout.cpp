// What a line is shows in its length, its last character and its place; what belongs to the page shows in furniture rules and
// in repetition of the headline. Everything before the first line of running text is the article's top: there short labels are
// furniture, and the first line that could be a headline is it.
#include "text/layout.hpp"

#include <algorithm>

#include "text/char_class.hpp"

namespace chancery {
namespace {

struct Line {
  ByteSpan bytes;           ///< without white space around it
  std::uint32_t words = 0;  ///< counted to 40
  bool blank_before = false;
  bool ends_open = false;  ///< no punctuation at its end
  bool question = false;   ///< its end is a question or exclamation mark
  bool starts_upper = false;
  bool starts_lower = false;
  bool mid_sentence = false;  ///< its end is a comma, a dash or no punctuation
};

constexpr std::uint32_t wrap_width = 120;
constexpr std::uint32_t max_headline_bytes = 250;
constexpr std::uint32_t max_heading_bytes = 130;
constexpr std::uint32_t max_heading_words = 16;

std::string_view slice(std::string_view text, ByteSpan span) {
  return text.substr(span.begin, span.size());
}

ByteSpan trimmed(std::string_view text, ByteSpan span) {
  while (!span.empty() && flags_of_byte(text[span.begin]) == char_space) ++span.begin;
  while (!span.empty() && flags_of_byte(text[span.end - 1]) == char_space) --span.end;
  while (span.size() >= 2 && text.substr(span.begin, 2) == "\u00A0") {
    span.begin += 2;
    while (!span.empty() && flags_of_byte(text[span.begin]) == char_space) ++span.begin;
  }
  while (span.size() >= 2 && text.substr(span.end - 2, 2) == "\u00A0") {
    span.end -= 2;
    while (!span.empty() && flags_of_byte(text[span.end - 1]) == char_space) --span.end;
  }
  return span;
}

std::uint32_t count_words(std::string_view line) {
  std::uint32_t words = 0;
  bool space = true;
  for (std::size_t i = 0; i < line.size() && words < 40; ++i) {
    const bool now = flags_of_byte(line[i]) == char_space;
    words += space && !now ? 1U : 0U;
    space = now;
  }
  return words;
}

/// The last character that is no closing quotation mark or bracket.
char last_mark(std::string_view line) {
  while (!line.empty()) {
    if (line.ends_with("\u201D") || line.ends_with("\u2019"))
      line.remove_suffix(3);
    else if (line.back() == '"' || line.back() == '\'' || line.back() == ')' || line.back() == ']')
      line.remove_suffix(1);
    else
      break;
  }
  if (line.ends_with("\u2026")) return '.';
  return line.empty() ? '\0' : line.back();
}

void describe(std::string_view text, Line& line) {
  const std::string_view s = slice(text, line.bytes);
  line.words = s.size() > max_headline_bytes ? 40 : count_words(s);
  const char last = last_mark(s);
  line.question = last == '?' || last == '!';
  line.ends_open = std::string_view(".?!:;,-").find(last) == std::string_view::npos;
  std::size_t first = 0;
  while (first < s.size() && first < 12 && (flags_at(s, first) & char_word) == 0)
    first += flags_of_byte(s[first]) == char_high ? decode(s, first).length : 1U;
  line.mid_sentence = line.ends_open || last == ',' || last == '-';
  line.starts_lower = !s.empty() && s.front() >= 'a' && s.front() <= 'z';
  line.starts_upper = (flags_at(s, first) & (char_upper | char_digit | char_letter)) != 0;
}

/// Behind the end of the line that begins at `begin`; `end` is where its content ends. A line ends with LF, CR LF or CR.
std::size_t find_line_end(std::string_view text, std::size_t begin, std::size_t& end) {
  const std::size_t feed = std::min(text.find('\n', begin), text.size());
  end = std::min(text.substr(begin, feed - begin).find('\r'), feed - begin) + begin;
  return end + 1 == feed ? feed + 1 : end + 1;
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  bool blank = true;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = 0;
    const std::size_t next = find_line_end(text, begin, end);
    Line line;
    line.bytes = trimmed(text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = next;
    if (line.bytes.empty()) {
      blank = true;
      continue;
    }
    line.blank_before = blank;
    describe(text, line);
    lines.push_back(line);
    blank = false;
  }
  return lines;
}

constexpr std::uint32_t wrapped_line = 45;  ///< bytes; a shorter one is hardly broken for its width

/// A text is wrapped if no line is long, many lines run on into the next, and blank lines part it or half of the line ends stand
/// inside a sentence, one at least before a small letter.
bool is_wrapped(const std::vector<Line>& lines) {
  std::size_t run_on = 0, breaks = 0, wide = 0, inside = 0;
  bool goes_on = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].bytes.size() > wrap_width) return false;
    breaks += i != 0 && lines[i].blank_before ? 1U : 0U;
    if (i + 1 == lines.size() || lines[i + 1].blank_before) continue;
    ++run_on;
    const bool is_wide = lines[i].bytes.size() >= wrapped_line;
    wide += is_wide ? 1U : 0U;
    inside += is_wide && lines[i].mid_sentence ? 1U : 0U;
    goes_on |= is_wide && lines[i].mid_sentence && lines[i + 1].starts_lower;
  }
  const bool parted = breaks != 0 || (goes_on && inside * 2 >= run_on);
  return parted && run_on * 3 >= lines.size() && wide * 3 >= run_on * 2;
}

/// Join the lines of a wrapped text; of any other a wide line that breaks off inside a sentence with one that begins small.
std::vector<Line> join_wrapped(std::string_view text, const std::vector<Line>& lines) {
  const bool all = is_wrapped(lines);
  std::vector<Line> joined;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool broken = i != 0 && lines[i].starts_lower && lines[i - 1].mid_sentence && lines[i - 1].bytes.size() >= wrapped_line;
    if (i != 0 && !lines[i].blank_before && (all || broken))
      joined.back().bytes.end = lines[i].bytes.end;
    else
      joined.push_back(lines[i]);
  }
  if (joined.size() == lines.size()) return joined;
  for (Line& line : joined) describe(text, line);
  return joined;
}

/// "•", "- ", "1. ", "a) " at the start of a line.
bool is_list_item(std::string_view line) {
  if (line.starts_with("\u2022") || line.starts_with("\u25CF") || line.starts_with("\u25AA") || line.starts_with("\u2013 ")) return true;
  if (line.size() > 2 && (line[0] == '-' || line[0] == '*') && line[1] == ' ') return true;
  std::size_t digits = 0;
  while (digits < 3 && digits < line.size() && flags_of_byte(line[digits]) == char_digit) ++digits;
  return digits != 0 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
}

/// Compares what is written, leaving out case, spaces and punctuation.
bool is_same_title(std::string_view a, std::string_view b) {
  const auto squeeze = [](std::string_view s) {
    std::string folded, letters;
    append_folded(s, folded);
    for (const char c : folded) {
      if ((flags_of_byte(c) & (char_word | char_high)) != 0) letters.push_back(c);
    }
    return letters;
  };
  if (a.size() > 2 * b.size() + 20 || b.size() > 2 * a.size() + 20) return false;
  const std::string left = squeeze(a);
  return !left.empty() && left == squeeze(b);
}

class Page {
 public:
  Page(std::string_view text, std::string_view title, const Furniture& furniture) : text_(text), title_(title), furniture_(furniture) {
    lines_ = join_wrapped(text, split_lines(text));
    for (const Line& line : lines_) {
      Paragraph paragraph;
      paragraph.bytes = line.bytes;
      out_.paragraphs.push_back(paragraph);
    }
  }

  Layout run() {
    body_ = first_running_line();
    if (body_ == 0 && is_closed_headline()) body_ = lines_.size() > 1 ? 1 : 0;
    find_headline();
    mark_top();
    mark_rest();
    for (const Paragraph& paragraph : out_.paragraphs) out_.furniture_lines += paragraph.is_furniture ? 1U : 0U;
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view line(std::size_t i) const { return slice(text_, lines_[i].bytes); }
  [[nodiscard]] bool is_heading(std::size_t i) const {
    const Line& l = lines_[i];
    return (l.ends_open || (l.question && l.words <= 12)) && l.bytes.size() <= max_heading_bytes && l.words <= max_heading_words &&
           l.starts_upper;
  }
  /// Running text: a line that ends as a sentence does, or a long one.
  [[nodiscard]] bool is_running(std::size_t i) const {
    const Line& l = lines_[i];
    if (l.bytes.size() > max_headline_bytes) return true;
    return !l.ends_open && !l.question && l.words >= 5 && !furniture_.find(line(i), FurniturePlace::Top);
  }
  [[nodiscard]] std::size_t first_running_line() const {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (is_running(i)) return i;
    }
    return lines_.size();
  }

  /// A first line with a full stop that yet is a headline: short, apart, in front of text that is much longer.
  [[nodiscard]] bool is_closed_headline() const {
    if (lines_.size() < 2 || !lines_[1].blank_before) return false;
    const Line& first = lines_[0];
    const std::uint32_t next = lines_[1].bytes.size();
    return first.bytes.size() <= max_heading_bytes && first.words >= 3 && first.words <= max_heading_words && next >= 300 &&
           next >= 4 * first.bytes.size();
  }

  void find_headline() {
    if (lines_.size() < 2) return;
    const std::size_t top = std::min<std::size_t>(body_, 12);
    for (std::size_t i = 0; i < top && !title_.empty(); ++i) {
      if (is_same_title(line(i), title_)) return set_headline(i);
    }
    if (!title_.empty()) return;
    for (std::size_t i = 0; i < top; ++i) {
      const Line& l = lines_[i];
      const bool long_enough = l.words >= 4 || (l.words == 3 && i == 0 && body_ == 1);
      if (!long_enough || !l.starts_upper || furniture_.find(line(i), FurniturePlace::Top) != nullptr) continue;
      return set_headline(i);
    }
  }

  void set_headline(std::size_t i) {
    out_.headline = static_cast<std::int32_t>(i);
    out_.paragraphs[i].is_headline = true;
  }

  /// In front of the running text: labels of one to three words and repetitions of the headline are furniture; the other short
  /// lines are headings. Without any running text nothing is left out but what rules name.
  void mark_top() {
    const std::size_t top = body_ == lines_.size() ? 0 : body_;
    for (std::size_t i = 0; i < top; ++i) {
      Paragraph& paragraph = out_.paragraphs[i];
      if (static_cast<std::int32_t>(i) == out_.headline) continue;
      const bool repeated = out_.headline >= 0 ? is_same_title(line(i), line(static_cast<std::size_t>(out_.headline)))
                                               : !title_.empty() && is_same_title(line(i), title_);
      const bool label = lines_[i].ends_open && lines_[i].words <= 3;
      paragraph.is_furniture = repeated || label || furniture_.find(line(i), FurniturePlace::Top) != nullptr;
      paragraph.is_headline = !paragraph.is_furniture && (is_heading(i) || lines_[i].ends_open);
    }
  }

  void mark_rest() {
    const std::size_t top = body_ == lines_.size() ? 0 : body_;
    bool rest = false, teasers = false;
    for (std::size_t i = top; i < lines_.size(); ++i) {
      Paragraph& paragraph = out_.paragraphs[i];
      if (paragraph.is_headline) continue;
      paragraph.is_list_item = is_list_item(line(i));
      const bool bottom = lines_[i].bytes.begin > text_.size() / 3 * 2;
      const FurnitureRule* rule = furniture_.find(line(i), bottom ? FurniturePlace::Bottom : FurniturePlace::Anywhere);
      teasers = rule != nullptr ? rule->reach == FurnitureReach::Teasers : teasers && lines_[i].ends_open && !is_running(i);
      paragraph.is_furniture = rest || rule != nullptr || teasers;
      if (rule != nullptr && rule->reach == FurnitureReach::Rest) rest = true;
      if (rule != nullptr && rule->reach == FurnitureReach::Above) take_above(i);
      paragraph.is_headline = !paragraph.is_furniture && !paragraph.is_list_item && is_heading(i);
    }
    mark_foot(top);
  }

  /// Headings among the furniture at the end head nothing.
  void mark_foot(std::size_t top) {
    bool furniture = false;
    for (std::size_t i = lines_.size(); i-- > top;) {
      Paragraph& paragraph = out_.paragraphs[i];
      if (!paragraph.is_furniture && !paragraph.is_headline) break;
      furniture = furniture || paragraph.is_furniture;
      if (!furniture || static_cast<std::int32_t>(i) == out_.headline) continue;
      paragraph.is_furniture = true;
      paragraph.is_headline = false;
    }
  }

  /// A teaser that ends with line `i`: its running text, and above that its headings and labels.
  void take_above(std::size_t i) {
    std::size_t j = i;
    while (j > body_ + 1 && !lines_[j - 1].ends_open && !out_.paragraphs[j - 1].is_furniture) --j;
    const std::size_t text_begin = j;
    while (j > body_ + 1 && (out_.paragraphs[j - 1].is_furniture ? !is_end_of_teaser(j - 1) : lines_[j - 1].ends_open && is_short(j - 1)))
      --j;
    if (j == text_begin) return;
    for (std::size_t k = j; k < i; ++k) {
      out_.paragraphs[k].is_furniture = true;
      out_.paragraphs[k].is_headline = false;
    }
  }
  [[nodiscard]] bool is_short(std::size_t i) const { return lines_[i].bytes.size() <= max_heading_bytes; }
  [[nodiscard]] bool is_end_of_teaser(std::size_t i) const {
    const FurnitureRule* rule = furniture_.find(line(i), FurniturePlace::Bottom);
    return rule != nullptr && rule->reach == FurnitureReach::Above;
  }

  std::string_view text_;
  std::string_view title_;
  const Furniture& furniture_;
  std::vector<Line> lines_;
  std::size_t body_ = 0;  ///< the first line of running text
  Layout out_;
};

}  // namespace

Layout lay_out(std::string_view text, std::string_view title, const Furniture& furniture) {
  return Page(text, title, furniture).run();
}

}  // namespace chancery
