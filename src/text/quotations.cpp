// Marks are matched with a stack inside each paragraph. Straight marks open or close by the space beside them, and by parity
// where that does not tell; curly ones by their direction, unless nothing is there to close. Single marks quote only if a
// closing one follows in the paragraph. Only outermost pairs become quotations. An opening mark behind a full stop in an open quotation
// carries that one on: paragraphs were joined ("A. "B," she said). Where paragraphs were parted, a quotation goes on without a mark up to
// the one that closes it. The limit: a paragraph with one mark too many may pair the wrong ones,
// but no further than its end.
#include <algorithm>
#include <array>

#include "text/char_class.hpp"
#include "text/sentences.hpp"

namespace chancery {
namespace {

enum class Side : std::uint8_t { Open, Close, Either };

struct Mark {
  std::uint32_t token = 0;
  bool is_single = false;
  Side side = Side::Either;
  bool is_possessive = false;  ///< a straight or curly apostrophe behind an "s": closes only for want of a better one
};

class Matcher {
 public:
  Matcher(Document& document, const Paragraph& paragraph, std::vector<QuoteRole>& roles)
      : document_(document), paragraph_(paragraph), roles_(roles) {}

  void run() {
    collect();
    carried_ = is_carried();
    const bool any_double = std::any_of(marks_.begin(), marks_.end(), [](const Mark& mark) { return !mark.is_single; });
    if (carried_ && !any_double) {
      demote_singles();
      return carry_on(paragraph_.tokens, paragraph_.tokens, false);
    }
    if (marks_.empty()) return;
    find_last_closers();
    for (std::size_t i = 0; i < marks_.size(); ++i) place(i);
    finish();
  }

 private:
  struct OpenMark {
    std::uint32_t token = 0;
    bool is_single = false;
  };
  struct Pair {
    std::uint32_t open = 0, close = 0;
    bool breaks_off = false;  ///< `close` is the opening mark of what carries it on
  };

  [[nodiscard]] std::string_view text(const Token& token) const { return document_.text(token); }

  void collect() {
    for (std::uint32_t i = paragraph_.tokens.begin; i < paragraph_.tokens.end; ++i) {
      const Token& token = document_.tokens[i];
      if (token.shape == Shape::Quote || is_bare_apostrophe(token)) marks_.push_back(describe(i));
    }
  }
  [[nodiscard]] bool is_bare_apostrophe(const Token& token) const {
    if (token.shape != Shape::Punctuation) return false;
    return text(token) == "'" || text(token) == "\u2019";
  }

  static bool is_single(std::string_view form) {
    return form == "'" || form == "\u2019" || form == "\u2018" || form == "\u201A" || form == "\u201B" || form == "\u2039" ||
           form == "\u203A" || form == "`";
  }

  Mark describe(std::uint32_t i) const {
    const Token& token = document_.tokens[i];
    const std::string_view form = text(token);
    Mark mark;
    mark.token = i;
    mark.is_possessive = token.shape == Shape::Punctuation;
    mark.is_single = is_single(form);
    mark.side = side_of(i, form);
    return mark;
  }

  Side side_of(std::uint32_t i, std::string_view form) const {
    if (form == "\u201C" && i != paragraph_.tokens.begin && !document_.tokens[i].space_before && follows_word(i) &&
        document_.tokens[i + 1].space_before)
      return Side::Close;
    if (form == "\u201C" || form == "\u2018" || form == "\u201E" || form == "\u201A" || form == "``" || form == "`" || form == "\u00AB" ||
        form == "\u2039")
      return Side::Open;
    const bool space_before = i == paragraph_.tokens.begin || document_.tokens[i].space_before || opens_bracket(i - 1);
    const bool space_after = i + 1 == paragraph_.tokens.end || document_.tokens[i + 1].space_before;
    if (form == "\u201D" || form == "\u201F" || form == "\u2019" || form == "''" || form == "\u00BB" || form == "\u203A") {
      return space_before && !space_after && form != "''" ? Side::Either : Side::Close;
    }
    if (space_before && !space_after) return before_end_mark(i) ? Side::Close : Side::Open;
    if (space_after && !space_before) return Side::Close;
    return Side::Either;
  }
  /// In front of a comma or full stop nothing opens: ' free ' .
  [[nodiscard]] bool before_end_mark(std::uint32_t i) const {
    const std::string_view next = text(document_.tokens[i + 1]);
    return next.size() == 1 && std::string_view(".,;:!?)").find(next[0]) != std::string_view::npos;
  }
  [[nodiscard]] bool opens_bracket(std::uint32_t i) const {
    const std::string_view form = text(document_.tokens[i]);
    return form == "(" || form == "[" || form == "--" || form == "\u2014" || form == "\u2013" || form == "/";
  }

  /// Per mark: whether a single one that surely closes stands behind it.
  void find_last_closers() {
    closer_behind_.assign(marks_.size(), 0);
    char sure = 0, any = 0;
    for (std::size_t i = marks_.size(); i-- > 0;) {
      closer_behind_[i] = static_cast<char>(sure | any);
      if (!marks_[i].is_single || marks_[i].side == Side::Open) continue;
      if (marks_[i].is_possessive)
        any = 2;
      else
        sure = 1;
    }
  }

  void place(std::size_t i) {
    const Mark& mark = marks_[i];
    const bool is_open = has_open(mark.is_single);
    if (mark.is_single) return place_single(i, is_open);
    const bool opens = mark.side == Side::Open || (mark.side == Side::Either && !is_open);
    if (opens) {
      if (is_open && mark.side == Side::Open && is_stop(mark.token - 1, ".?!")) end_at(mark, true);
      return push(mark);
    }
    if (is_open)
      close(mark);
    else if (i == 0 && mark.side == Side::Close)
      close_without_opening(mark.token);
  }

  /// A first mark that closes behind a comma or full stop: the opening one is missing, and stood where the sentence begins, or in a paragraph
  /// before.
  void close_without_opening(std::uint32_t token) {
    if (token < paragraph_.tokens.begin + 3 || !is_stop(token - 1, ",.?!")) return;
    std::uint32_t begin = token - 1;
    while (begin > paragraph_.tokens.begin && (carried_ || !is_stop(begin - 1, ".?!"))) --begin;
    if (begin + 2 > token) return;
    roles_[token] = QuoteRole::Close;
    missing_ = TokenSpan{begin, token};
  }
  [[nodiscard]] bool is_stop(std::uint32_t i, std::string_view stops) const {
    const std::string_view form = text(document_.tokens[i]);
    return form.size() == 1 && stops.find(form[0]) != std::string_view::npos;
  }

  void place_single(std::size_t i, bool is_open) {
    const Mark& mark = marks_[i];
    if (mark.is_possessive) {
      if (is_open && ((closer_behind_[i] & 1) == 0 || is_before_punctuation(mark.token))) close(mark);
      return;
    }
    const bool opens = mark.side == Side::Open || (mark.side == Side::Either && !is_open && !follows_plural(mark.token));
    if (opens && !is_open && closer_behind_[i] != 0 && follows_word(mark.token))
      push(mark);
    else if (is_open && mark.side != Side::Open)
      close(mark);
  }
  [[nodiscard]] bool is_before_punctuation(std::uint32_t token) const {
    return token + 1 < paragraph_.tokens.end && document_.tokens[token + 1].shape == Shape::Punctuation &&
           !document_.tokens[token + 1].space_before;
  }
  /// "the workers ' hall", with a space that does not belong there.
  [[nodiscard]] bool follows_plural(std::uint32_t token) const {
    if (token == paragraph_.tokens.begin) return false;
    const Token& before = document_.tokens[token - 1];
    return before.shape < Shape::Number && text(before).ends_with('s');
  }
  [[nodiscard]] bool follows_word(std::uint32_t token) const { return token + 1 < paragraph_.tokens.end; }

  [[nodiscard]] bool has_open(bool is_single) const { return (is_single ? open_singles_ : open_doubles_) != 0; }
  void push(const Mark& mark) {
    stack_.push_back({mark.token, mark.is_single});
    ++(mark.is_single ? open_singles_ : open_doubles_);
    roles_[mark.token] = QuoteRole::Open;
  }
  /// Close the nearest open mark of the same kind; what was opened inside it and never closed quotes nothing.
  void close(const Mark& mark) {
    roles_[mark.token] = QuoteRole::Close;
    end_at(mark, false);
  }
  /// The nearest open quotation ends at `mark`, or breaks off before it where `mark` carries it on.
  void end_at(const Mark& mark, bool breaks_off) {
    while (stack_.back().is_single != mark.is_single) drop();
    pairs_.push_back({stack_.back().token, mark.token, breaks_off});
    pop();
  }
  void pop() {
    --(stack_.back().is_single ? open_singles_ : open_doubles_);
    stack_.pop_back();
  }
  void drop() {
    roles_[stack_.back().token] = QuoteRole::None;
    pop();
  }

  /// Marks that were never closed: one at the paragraph's start, or with no whole quotation behind it, quotes to the end.
  void finish() {
    for (const OpenMark& open : stack_) {
      const bool first = open.token == paragraph_.tokens.begin;
      const bool alone = pairs_.empty() || pairs_.back().open < open.token;
      if (!open.is_single && (first || alone) && open.token + 1 < paragraph_.tokens.end) {
        unclosed_ = static_cast<std::int64_t>(open.token);
        break;
      }
      roles_[open.token] = QuoteRole::None;
    }
    demote_singles();
    write();
  }
  void demote_singles() {
    for (const Mark& mark : marks_) {
      Token& token = document_.tokens[mark.token];
      if (mark.is_single) token.shape = roles_[mark.token] == QuoteRole::None ? Shape::Punctuation : Shape::Quote;
    }
  }

  void write() {
    // Pairs were made in order of their closing marks; from the back, the outermost come first.
    std::vector<Pair> outer;
    for (std::size_t i = pairs_.size(); i-- > 0;) {
      const bool inside = (!outer.empty() && pairs_[i].open > outer.back().open) || (unclosed_ >= 0 && pairs_[i].open > unclosed_);
      if (!inside) outer.push_back(pairs_[i]);
    }
    const bool carries_on = is_continued();
    const auto before = static_cast<std::int32_t>(document_.quotations.size());
    if (!missing_.empty()) carry_on({missing_.begin, missing_.end + 1}, missing_, true);
    for (std::size_t i = outer.size(); i-- > 0;) {
      const Pair& pair = outer[i];
      add({pair.open, pair.breaks_off ? pair.close : pair.close + 1}, {pair.open + 1, pair.close}, !pair.breaks_off);
    }
    if (unclosed_ >= 0) {
      const auto open = static_cast<std::uint32_t>(unclosed_);
      add({open, paragraph_.tokens.end}, {open + 1, paragraph_.tokens.end}, false);
    }
    const auto now = static_cast<std::int32_t>(document_.quotations.size());
    if (carries_on && now > before && document_.quotations[static_cast<std::size_t>(before)].outer.begin == paragraph_.tokens.begin) {
      document_.quotations[static_cast<std::size_t>(before)].continues = before - 1;
    }
  }
  /// The last quotation ran to the end of the paragraph before this one, furniture aside, without a closing mark.
  [[nodiscard]] bool is_continued() const {
    if (document_.quotations.empty() || document_.quotations.back().closed) return false;
    const Paragraph* before = paragraph_before();
    return before != nullptr && before->tokens.end == document_.quotations.back().outer.end;
  }
  [[nodiscard]] const Paragraph* paragraph_before() const {
    for (const Paragraph* before = &paragraph_; before != document_.paragraphs.data();) {
      --before;
      if (!before->is_furniture && !before->tokens.empty()) return before;
    }
    return nullptr;
  }

  /// A quotation goes on here without a mark: it was not closed in the paragraph before, or opened at the very end of that ("he said. “"),
  /// and the next mark, here or a few paragraphs on, closes.
  [[nodiscard]] bool is_carried() const {
    const Paragraph* before = paragraph_before();
    if (before == nullptr || paragraph_.is_headline) return false;
    const std::uint32_t last = before->tokens.end - 1;
    const bool opened = before->tokens.size() > 2 && is_double(last) && roles_[last] == QuoteRole::None &&
                        document_.tokens[last].space_before && is_stop(last - 1, ".?!");
    return (opened || is_continued()) && next_mark_closes();
  }
  [[nodiscard]] bool next_mark_closes() const {
    constexpr int farthest = 8;  ///< paragraphs
    const Paragraph* const end = document_.paragraphs.data() + document_.paragraphs.size();
    int seen = 0;
    for (const Paragraph* ahead = &paragraph_; ahead != end && seen < farthest; ++ahead) {
      if (ahead->is_furniture || ahead->tokens.empty()) continue;
      if (ahead->is_headline) return false;
      ++seen;
      for (std::uint32_t i = ahead->tokens.begin; i < ahead->tokens.end; ++i)
        if (is_double(i)) return i > ahead->tokens.begin && !document_.tokens[i].space_before && is_stop(i - 1, ",.?!");
    }
    return false;
  }
  /// In any paragraph.
  [[nodiscard]] bool is_double(std::uint32_t i) const {
    return document_.tokens[i].shape == Shape::Quote && !is_single(text(document_.tokens[i]));
  }
  /// What goes on without a mark is part of the quotation that was not closed.
  void carry_on(TokenSpan outer, TokenSpan inner, bool closed) {
    if (!carried_ || !is_continued() || document_.quotations.back().outer.end != outer.begin) return add(outer, inner, closed);
    Quotation& quotation = document_.quotations.back();
    quotation.outer.end = outer.end;
    quotation.inner.end = inner.end;
    quotation.closed = closed;
  }
  void add(TokenSpan outer, TokenSpan inner, bool closed) {
    if (inner.empty()) return;
    Quotation quotation;
    quotation.outer = outer;
    quotation.inner = inner;
    quotation.closed = closed;
    if (!document_.quotations.empty() && !document_.quotations.back().closed && document_.quotations.back().outer.end == outer.begin)
      quotation.continues = static_cast<std::int32_t>(document_.quotations.size()) - 1;  // what broke off goes on here
    document_.quotations.push_back(quotation);
  }

  Document& document_;
  const Paragraph& paragraph_;
  std::vector<QuoteRole>& roles_;
  std::vector<Mark> marks_;
  std::vector<char> closer_behind_;
  std::vector<OpenMark> stack_;
  std::vector<Pair> pairs_;
  std::uint32_t open_singles_ = 0, open_doubles_ = 0;
  std::int64_t unclosed_ = -1;
  TokenSpan missing_;     ///< the inside of a quotation whose opening mark is not there
  bool carried_ = false;  ///< a quotation goes on at the start of the paragraph, though no mark says so
};

}  // namespace

void find_quotations(Document& document, const Paragraph& paragraph, std::vector<QuoteRole>& roles) {
  Matcher(document, paragraph, roles).run();
}

}  // namespace chancery
