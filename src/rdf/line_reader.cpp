// A hand-written scanner over whole lines. The statement and its strings are used again from line to line, and a term that is
// byte for byte that of the line before is not validated again, because shards come grouped by graph and subject.
#include "rdf/line_reader.hpp"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "rdf/iri.hpp"
#include "rdf/lexical.hpp"
#include "rdf/utf8.hpp"

namespace chancery {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 18U;
constexpr std::size_t max_errors = 100;

/// Why a line is none.
struct LineError {
  std::string_view code;
  std::string_view message;
  std::size_t at = 0;
};

/// One line, read from left to right. Functions return false and set `error` when they cannot go on.
class LineScanner {
 public:
  /// True if `out` was filled; false at an error and on a line without a statement (then `error.code` is empty).
  bool scan(std::string_view line, Statement& out, LineError& error) {
    line_ = line;
    at_ = 0;
    error_ = &error;
    error = {};
    skip_space();
    if (at_end()) return false;
    return subject(out.subject) && predicate(out.predicate) && object(out.object) && graph(out.graph) && full_stop();
  }

 private:
  [[nodiscard]] char peek() const { return at_ < line_.size() ? line_[at_] : '\0'; }
  [[nodiscard]] bool at_end() const { return at_ == line_.size() || line_[at_] == '#'; }
  void skip_space() {
    while (at_ < line_.size() && (line_[at_] == ' ' || line_[at_] == '\t')) ++at_;
  }
  bool fail(std::string_view code, std::string_view message, std::size_t at) {
    *error_ = {code, message, at};
    return false;
  }
  bool fail(std::string_view message) { return fail("rdf.syntax", message, at_); }

  bool subject(Term& out) {
    if (peek() == '<') return iri_term(out);
    return peek() == '_' ? blank(out) : fail("a subject must be an IRI in <> or a blank node");
  }
  bool predicate(Term& out) {
    skip_space();
    return peek() == '<' ? iri_term(out) : fail("a predicate must be an IRI in <>");
  }
  bool object(Term& out) {
    skip_space();
    if (peek() == '<') return iri_term(out);
    if (peek() == '_') return blank(out);
    return peek() == '"' ? literal(out) : fail("an object must be an IRI in <>, a blank node or a literal in quotes");
  }
  bool graph(std::string& out) {
    skip_space();
    if (peek() == '<') return iri(out);
    if (peek() == '_') return fail("the name of a graph must be an IRI");
    out.clear();
    return true;
  }
  bool full_stop() {
    skip_space();
    if (peek() != '.') return fail("a statement must end with a full stop");
    ++at_;
    skip_space();
    return at_end() || fail("nothing may follow the full stop");
  }

  bool iri_term(Term& out) {
    if (out.kind != TermKind::Iri) out.value.clear();
    out.kind = TermKind::Iri;
    out.datatype.clear();
    out.language.clear();
    return iri(out.value);
  }

  /// `out` is what the same place held on the line before: if it is the same again, it is valid already.
  bool iri(std::string& out) {
    const std::size_t begin = ++at_;
    const std::size_t end = line_.find('>', begin);
    if (end == std::string_view::npos) return fail("rdf.syntax", "this IRI has no closing >", begin - 1);
    const std::string_view text = line_.substr(begin, end - begin);
    at_ = end + 1;
    if (!text.empty() && text == out) return true;
    if (text.find('\\') == std::string_view::npos) {
      out.assign(text);
    } else if (!unescape(text, begin, false, out)) {
      out.clear();
      return false;
    }
    const std::size_t good = valid_iri_prefix(out);
    if (good == out.size() && good != 0) return true;
    out.clear();
    return fail("rdf.bad-term", good == 0 ? "an IRI must be absolute" : "this character may not stand in an IRI", begin + good);
  }

  bool blank(Term& out) {
    const std::size_t begin = at_;
    if (line_.substr(at_, 2) != "_:") return fail("a blank node begins with _:");
    std::size_t end = line_.find_first_of(" \t<\"#", at_ + 2);
    if (end == std::string_view::npos) end = line_.size();
    while (end > begin + 2 && line_[end - 1] == '.') --end;
    at_ = end;
    std::optional<Term> made = make_blank(line_.substr(begin + 2, end - begin - 2));
    if (!made) return fail("rdf.bad-term", "this is no label of a blank node", begin);
    out = std::move(*made);
    return true;
  }

  bool literal(Term& out) {
    const std::size_t begin = ++at_;
    bool escaped = false;
    std::size_t end = std::min(line_.find_first_of("\"\\", begin), line_.size());
    for (; end < line_.size() && line_[end] != '"'; ++end) {
      if (line_[end] != '\\') continue;
      escaped = true;
      ++end;
    }
    if (end >= line_.size()) return fail("rdf.syntax", "this literal has no closing quote", begin - 1);
    const std::string_view text = line_.substr(begin, end - begin);
    at_ = end + 1;
    out.kind = TermKind::Literal;
    if (!escaped) {
      out.value.assign(text);
    } else if (!unescape(text, begin, true, out.value)) {
      return false;
    }
    if (const std::size_t good = valid_utf8_prefix(out.value); good != out.value.size()) {
      return fail("rdf.bad-term", "this literal is no UTF-8", begin);
    }
    if (out.value.find('\0') != std::string::npos) return fail("rdf.bad-term", "a literal may not hold U+0000", begin);
    return annotation(out, begin - 1);
  }

  /// The language or datatype behind a literal.
  bool annotation(Term& out, std::size_t begin) {
    if (peek() == '@') return language(out);
    out.language.clear();
    if (line_.substr(at_, 2) != "^^") {
      out.datatype.clear();
      return true;
    }
    at_ += 2;
    if (peek() != '<') return fail("a datatype must be an IRI in <>");
    if (!iri(out.datatype)) return false;
    std::optional<Term> made = make_literal(out.value, out.datatype);
    if (!made) return fail("rdf.bad-term", "this literal is none of its datatype", begin);
    out.datatype.swap(made->datatype);
    return true;
  }

  bool language(Term& out) {
    const std::size_t begin = ++at_;
    while (at_ < line_.size() && line_[at_] != ' ' && line_[at_] != '\t' && line_[at_] != '.' && line_[at_] != '<') ++at_;
    out.datatype.clear();
    out.language.assign(line_.substr(begin, at_ - begin));
    return is_language_tag(out.language) || fail("rdf.bad-term", "this is no language tag", begin);
  }

  /// `text`, which begins at `offset` of the line, with its escapes resolved; in literals also those of one letter.
  bool unescape(std::string_view text, std::size_t offset, bool letters, std::string& out) {
    constexpr std::string_view names = "tbnrf\"'\\";
    constexpr std::string_view values = "\t\b\n\r\f\"'\\";
    out.clear();
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] != '\\') {
        out += text[i];
        continue;
      }
      const std::size_t begin = i++;
      const char name = i < text.size() ? text[i] : '\0';
      if (name == 'u' || name == 'U') {
        if (!append_numeric(text, i, out)) return fail("rdf.syntax", "this escape stands for no character", offset + begin);
      } else if (const std::size_t which = names.find(name); letters && name != '\0' && which != std::string_view::npos) {
        out += values[which];
      } else {
        return fail("rdf.syntax", "there is no such escape", offset + begin);
      }
    }
    return true;
  }

  /// `i` stands on the `u` or `U` and moves to the last digit.
  static bool append_numeric(std::string_view text, std::size_t& i, std::string& out) {
    const std::size_t digits = text[i] == 'u' ? 4 : 8;
    char32_t code_point = 0;
    for (std::size_t k = 0; k < digits; ++k) {
      if (++i >= text.size()) return false;
      const char c = text[i];
      const bool number = c >= '0' && c <= '9';
      const bool lower = c >= 'a' && c <= 'f';
      if (!number && !lower && !(c >= 'A' && c <= 'F')) return false;
      code_point = code_point * 16 + static_cast<char32_t>(number ? c - '0' : lower ? c - 'a' + 10 : c - 'A' + 10);
    }
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) return false;
    append_utf8(out, code_point);
    return true;
  }

  std::string_view line_;
  std::size_t at_ = 0;
  LineError* error_ = nullptr;
};

/// Cuts what it is fed into lines and hands their statements on.
class LineReader {
 public:
  LineReader(const std::string& file, StatementSink& sink, Diagnostics& diagnostics)
      : file_(file), sink_(sink), diagnostics_(diagnostics) {}

  /// Reads all whole lines of `text`, and the last one too if `is_last`. Returns the bytes that are done with.
  std::size_t feed(std::string_view text, bool is_last) {
    std::size_t begin = 0;
    while (begin < text.size() && !stopped_) {
      const std::size_t newline = text.find('\n', begin);
      if (newline == std::string_view::npos && !is_last) break;
      const std::size_t end = newline == std::string_view::npos ? text.size() : newline;
      ++number_;
      lines_between_returns(text.substr(begin, end - begin));
      begin = end + 1;
    }
    return begin < text.size() ? begin : text.size();
  }

  [[nodiscard]] bool stopped() const { return stopped_; }
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  /// A carriage return ends a line too.
  void lines_between_returns(std::string_view line) {
    while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    std::size_t begin = 0;
    for (std::size_t cut = 0; (cut = line.find('\r', begin)) != std::string_view::npos; begin = cut + 1) {
      read(line.substr(begin, cut - begin), begin);
    }
    read(line.substr(begin), begin);
  }

  void read(std::string_view line, std::size_t offset) {
    if (line.empty() || stopped_) return;
    LineError error;
    if (scanner_.scan(line, statement_, error)) {
      sink_.add(statement_);
      ++count_;
    } else if (!error.code.empty()) {
      report(line, offset, error);
    }
  }

  void report(std::string_view line, std::size_t offset, const LineError& error) {
    const Location where{file_, number_, static_cast<std::uint32_t>(offset + error.at + 1)};
    std::string shown = line.size() <= 200 && is_utf8(line) ? std::string(line) : std::string();
    diagnostics_.add({Severity::Error, std::string(error.code), std::string(error.message), where, std::move(shown), {}});
    if (++errors_ < max_errors) return;
    diagnostics_.error("rdf.too-many-errors", {file_, number_, 0}, "too many bad lines; the rest is not read", "is this N-Quads?");
    stopped_ = true;
  }

  const std::string& file_;
  StatementSink& sink_;
  Diagnostics& diagnostics_;
  LineScanner scanner_;
  Statement statement_;
  std::uint32_t number_ = 0;
  std::size_t count_ = 0;
  std::size_t errors_ = 0;
  bool stopped_ = false;
};

}  // namespace

std::size_t read_lines(std::istream& in, const std::string& file, StatementSink& sink, Diagnostics& diagnostics) {
  LineReader reader(file, sink, diagnostics);
  std::string buffer;
  std::size_t held = 0;
  while (!reader.stopped()) {
    if (buffer.size() < held + block_size) buffer.resize(std::max(buffer.size() * 2, held + block_size));
    in.read(buffer.data() + held, static_cast<std::streamsize>(buffer.size() - held));
    const auto got = static_cast<std::size_t>(in.gcount());
    const bool is_last = got == 0;
    held += got;
    const std::size_t used = reader.feed(std::string_view(buffer).substr(0, held), is_last);
    held -= used;
    std::memmove(buffer.data(), buffer.data() + used, held);
    if (is_last) break;
  }
  return reader.count();
}

std::size_t read_lines(std::string_view text, const std::string& file, StatementSink& sink, Diagnostics& diagnostics) {
  LineReader reader(file, sink, diagnostics);
  reader.feed(text, true);
  return reader.count();
}

}  // namespace chancery
