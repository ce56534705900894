#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "base/symbol_table.hpp"
#include "text/article.hpp"
#include "text/text_rules.hpp"

namespace chancery {

class WordCache;

/// How a token is written.
enum class Shape : std::uint8_t {
  Lower,        ///< "talks", "ceasefire"
  Capitalized,  ///< "Moscow", "Ki-moon", "O'Brien", "McCain"
  AllCaps,      ///< two or more letters, all capital: "NATO", "U.S.", "UN"
  SingleCap,    ///< one capital letter, with or without a full stop: "A", "J."
  Mixed,        ///< "iPhone", "eBay", "al-Assad"
  Number,       ///< "24", "1,000", "3.5", "10th"
  Punctuation,
  Symbol,  ///< "$", "%", "€"
  Quote,   ///< an opening or closing quotation mark
  Other,   ///< scripts without case, and everything else
};

/// A token is an offset pair and what is known of it without looking at its neighbours. Its text is never copied.
struct Token {
  std::uint32_t begin = 0;  ///< byte offset in `Document::text()`
  std::uint32_t end = 0;
  /// The text in lower case, curly apostrophes and hyphens made straight, in the document's symbol scope.
  Symbol word = Symbol::None;
  Shape shape = Shape::Other;
  bool space_before = false;
};

/// A sentence, never across a paragraph.
struct Sentence {
  TokenSpan tokens;
  std::uint32_t paragraph = 0;
};

/// A quotation. `inner` excludes the marks. A quotation may span sentences inside a paragraph; one that is continued in the
/// next paragraph (a paragraph that opens with a mark before the last one was closed) is linked by `continues`.
struct Quotation {
  TokenSpan outer;  ///< with the marks, where there are any
  TokenSpan inner;
  bool closed = true;           ///< false: the paragraph ended before a closing mark
  std::int32_t continues = -1;  ///< index of the quotation that this one carries on, or -1
};

/// A paragraph is a line or a run of lines of the body between blank lines.
struct Paragraph {
  ByteSpan bytes;
  TokenSpan tokens;
  bool is_headline = false;   ///< the article's headline, or a line between paragraphs that looks like a heading
  bool is_list_item = false;  ///< starts with a bullet or a number
  bool is_furniture = false;  ///< belongs to the page: its tokens are in no sentence and no quotation
};

/// The text of one article with its tokens, sentences, quotations and paragraphs. Owns the article and everything in it;
/// everything later is an index into it and dies with it. Token, sentence and quotation order is text order.
class Document {
 public:
  /// Borrows `table` and, while it runs, `rules` and `words`: the cache of one who reads many documents with one table, or null.
  /// If the article has no title, the headline found in the body becomes it.
  Document(Article article, const SymbolTable& table, const TextRules& rules, WordCache* words = nullptr);

  [[nodiscard]] const Article& article() const { return article_; }
  /// UTF-8; token offsets point into it. It is the article's body.
  [[nodiscard]] std::string_view text() const { return article_.body; }
  [[nodiscard]] std::string_view text(ByteSpan span) const { return text().substr(span.begin, span.size()); }
  [[nodiscard]] std::string_view text(const Token& token) const { return text().substr(token.begin, token.end - token.begin); }
  [[nodiscard]] std::string_view text(TokenSpan span) const { return text(bytes(span)); }
  [[nodiscard]] ByteSpan bytes(TokenSpan span) const;
  [[nodiscard]] const Token& token(std::uint32_t index) const { return tokens[index]; }
  [[nodiscard]] std::string_view word(std::uint32_t index) const { return symbols.text(tokens[index].word); }
  /// Unicode code points of the body in front of each end of `span`. Linear once, then constant time per 64 bytes.
  [[nodiscard]] CodePointSpan code_points(ByteSpan span) const;
  /// Index of the sentence that holds the token; tokens of furniture are in none and give `sentences.size()`.
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t token) const {
    return token < sentence_of_.size() ? sentence_of_[token] : static_cast<std::uint32_t>(sentences.size());
  }

  SymbolScope symbols;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Quotation> quotations;
  std::vector<Paragraph> paragraphs;
  /// "MOSCOW (AP) --" with its dash, before the first paragraph of running text; a sentence of its own. Empty if there is none.
  TokenSpan dateline;
  /// Index of the paragraph that is the article's headline, or -1.
  std::int32_t headline = -1;
  /// Lines left out because a furniture rule, or a repetition of the headline, says that they belong to the page.
  std::uint32_t furniture_lines = 0;

 private:
  void take_headline();
  void find_sentences(const Abbreviations& abbreviations);
  void index_sentences();

  Article article_;
  std::vector<std::uint32_t> sentence_of_;         ///< per token
  std::vector<std::uint32_t> code_points_before_;  ///< one entry per 64 bytes
};

}  // namespace chancery
