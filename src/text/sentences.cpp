// A sentence ends behind a full stop, question or exclamation mark and what closes with it, if what follows can start one. A
// full stop that belongs to an abbreviation ends a sentence only if the data says that it may and a capitalised function word
// follows: "in the U.S. The talks". The limit: "in the U.S. Moscow said" is not cut.
#include "text/sentences.hpp"

#include <array>

#include "text/char_class.hpp"

namespace chancery {
namespace {

constexpr std::uint32_t max_sentence_tokens = 1000;

class Splitter {
 public:
  Splitter(Document& document, std::uint32_t paragraph, TokenSpan part, const std::vector<QuoteRole>& roles,
           const Abbreviations& abbreviations)
      : document_(document), paragraph_(paragraph), part_(part), roles_(roles), abbreviations_(abbreviations) {}

  void run() {
    std::uint32_t begin = part_.begin;
    for (std::uint32_t i = part_.begin; i < part_.end; ++i) {
      std::uint32_t end = i + 1;
      if (ends_sentence(i, end)) {
        add({begin, end});
        begin = end;
        i = end - 1;
      } else if (i + 1 - begin == max_sentence_tokens) {
        add({begin, i + 1});
        begin = i + 1;
      }
    }
    if (begin < part_.end) add({begin, part_.end});
  }

 private:
  [[nodiscard]] std::string_view text(std::uint32_t i) const { return document_.text(document_.tokens[i]); }
  [[nodiscard]] const Token& token(std::uint32_t i) const { return document_.tokens[i]; }
  [[nodiscard]] bool is_kind(std::uint32_t i, WordKind kind) const { return abbreviations_.is(document_.word(i), kind); }
  void add(TokenSpan tokens) { document_.sentences.push_back({tokens, paragraph_}); }

  [[nodiscard]] bool is_mark(std::uint32_t i) const {
    if (token(i).shape != Shape::Punctuation) return false;
    const std::string_view form = text(i);
    return form == "." || form == "?" || form == "!" || form == "\u3002" || form == "\uFF1F" || form == "\uFF01" || is_ellipsis(i);
  }
  [[nodiscard]] bool is_ellipsis(std::uint32_t i) const {
    const std::string_view form = text(i);
    return form == "\u2026" || (form.size() > 1 && form[0] == '.' && token(i).shape == Shape::Punctuation);
  }
  [[nodiscard]] bool is_abbreviation(std::uint32_t i) const {
    const Token& t = token(i);
    return t.shape < Shape::Number && t.end - t.begin > 1 && document_.text()[t.end - 1] == '.';
  }

  /// True if a sentence ends with token `i`; then `end` is behind it and all that closes with it.
  bool ends_sentence(std::uint32_t i, std::uint32_t& end) {
    const bool abbreviation = is_abbreviation(i);
    if (!abbreviation && !is_mark(i)) return false;
    if (i == part_.begin + 1 && token(part_.begin).shape == Shape::Number && document_.paragraphs[paragraph_].is_list_item) return false;
    bool quoted = false;
    while (end < part_.end && (is_closing(end) || is_mark(end))) {
      quoted = quoted || roles_[end] == QuoteRole::Close;
      ++end;
    }
    if (end == part_.end) return true;
    if (quoted && !is_full_stop(i) && is_attribution(end)) return false;
    if (abbreviation && !quoted) return ends_with_abbreviation(i, end);
    return can_start(end);
  }
  [[nodiscard]] bool is_closing(std::uint32_t i) const {
    if (roles_[i] == QuoteRole::Close) return true;
    if (token(i).space_before) return false;
    const std::string_view form = text(i);
    return form == ")" || form == "]" || (token(i).shape == Shape::Quote && roles_[i] == QuoteRole::None);
  }

  /// A plain full stop inside a quotation ends it: in front of an attribution stands a comma.
  [[nodiscard]] bool is_full_stop(std::uint32_t i) const { return text(i) == "."; }

  /// "said Putin", "Putin said", "Mr. Putin then said": a word of saying within a few tokens, with nothing but names in front.
  [[nodiscard]] bool is_attribution(std::uint32_t i) const {
    for (std::uint32_t k = i; k < part_.end && k < i + 6; ++k) {
      const Shape shape = token(k).shape;
      if (is_kind(k, WordKind::Says)) return true;
      if (shape != Shape::Capitalized && shape != Shape::AllCaps && shape != Shape::SingleCap && shape != Shape::Mixed) return false;
      if (k == i && is_kind(k, WordKind::Starter) && shape != Shape::SingleCap && !is_pronoun_like(k)) return false;
    }
    return false;
  }
  /// A short starter ("He", "She", "We", "They") may itself be who says it.
  [[nodiscard]] bool is_pronoun_like(std::uint32_t i) const { return i + 1 < part_.end && is_kind(i + 1, WordKind::Says); }

  [[nodiscard]] bool ends_with_abbreviation(std::uint32_t i, std::uint32_t next) const {
    const WordKind kind = abbreviations_.find(text(i));
    if (kind == WordKind::Title || kind == WordKind::Initial || kind == WordKind::Number) return false;
    if (roles_[next] == QuoteRole::Open) return can_start(next);
    const Shape shape = token(next).shape;
    const bool capital = shape == Shape::Capitalized || shape == Shape::SingleCap || shape == Shape::AllCaps;
    return capital && is_kind(next, WordKind::Starter) && !begins_compound(next);
  }

  /// "U.S. Under Secretary", "U.N. Under-Secretary-General"
  [[nodiscard]] bool begins_compound(std::uint32_t i) const {
    if (i + 1 >= part_.end) return false;
    if (text(i + 1) == "-" && !token(i + 1).space_before) return true;
    if (token(i + 1).shape != Shape::Capitalized) return false;
    return abbreviations_.is(std::string(document_.word(i)) + ' ' + std::string(document_.word(i + 1)), WordKind::Compound);
  }

  [[nodiscard]] bool can_start(std::uint32_t i) const {
    switch (token(i).shape) {
      case Shape::Lower: return false;
      case Shape::Punctuation: return text(i) == "(" || text(i) == "[" || text(i) == "\u2022";
      case Shape::Quote: return roles_[i] == QuoteRole::Open;
      default: return true;
    }
  }

  Document& document_;
  std::uint32_t paragraph_;
  TokenSpan part_;
  const std::vector<QuoteRole>& roles_;
  const Abbreviations& abbreviations_;
};

}  // namespace

void split_sentences(Document& document, std::uint32_t paragraph, TokenSpan part, const std::vector<QuoteRole>& roles,
                     const Abbreviations& abbreviations) {
  Splitter(document, paragraph, part, roles, abbreviations).run();
}

}  // namespace chancery
