#include "text/document.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "text/layout.hpp"
#include "text/sentences.hpp"
#include "text/tokenizer.hpp"
#include "text/word_cache.hpp"

namespace chancery {
namespace {

constexpr std::uint32_t block_bytes = 64;

bool starts_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

std::uint32_t count_code_points(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), starts_code_point));
}

std::vector<std::uint32_t> index_code_points(std::string_view text) {
  std::vector<std::uint32_t> before;
  before.reserve(text.size() / block_bytes + 1);
  std::uint32_t count = 0;
  for (std::size_t begin = 0; begin < text.size(); begin += block_bytes) {
    before.push_back(count);
    count += count_code_points(text.substr(begin, block_bytes));
  }
  before.push_back(count);
  return before;
}

}  // namespace

Document::Document(Article article, const SymbolTable& table, const TextRules& rules, WordCache* words)
    : symbols(table), article_(std::move(article)) {
  assert(article_.body.size() < 0xFFFFFFFFU);
  Layout layout = lay_out(text(), article_.title, rules.furniture);
  paragraphs = std::move(layout.paragraphs);
  headline = layout.headline;
  furniture_lines = layout.furniture_lines;
  if (headline >= 0) take_headline();

  tokens.reserve(text().size() / 5 + 8);
  if (words != nullptr) words->start_document();
  Tokenizer tokenizer(text(), rules.abbreviations, symbols, words, tokens);
  for (Paragraph& paragraph : paragraphs) {
    paragraph.tokens.begin = static_cast<std::uint32_t>(tokens.size());
    tokenizer.run(paragraph.bytes);
    paragraph.tokens.end = static_cast<std::uint32_t>(tokens.size());
  }
  find_sentences(rules.abbreviations);
  index_sentences();
  code_points_before_ = index_code_points(text());
}

void Document::take_headline() {
  const ByteSpan line = paragraphs[static_cast<std::size_t>(headline)].bytes;
  if (article_.title.empty()) article_.title = std::string(text(line));
  if (headline == 0) article_.headline_bytes = line.end;
}

void Document::find_sentences(const Abbreviations& abbreviations) {
  std::vector<QuoteRole> roles(tokens.size(), QuoteRole::None);
  constexpr int farthest_dateline = 2;  // paragraphs of running text: a headline may end in a full stop
  int begun = 0;
  for (std::uint32_t i = 0; i < paragraphs.size(); ++i) {
    const Paragraph& paragraph = paragraphs[i];
    if (paragraph.is_furniture || paragraph.tokens.empty()) continue;
    find_quotations(*this, paragraph, roles);
    TokenSpan rest = paragraph.tokens;
    if (!paragraph.is_headline && dateline.empty() && begun < farthest_dateline) {
      ++begun;
      dateline = find_dateline(*this, paragraph);
      if (!dateline.empty()) {
        sentences.push_back({dateline, i});
        rest.begin = dateline.end;
      }
    }
    split_sentences(*this, i, rest, roles, abbreviations);
  }
}

void Document::index_sentences() {
  sentence_of_.assign(tokens.size(), static_cast<std::uint32_t>(sentences.size()));
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    std::fill(sentence_of_.begin() + sentences[s].tokens.begin, sentence_of_.begin() + sentences[s].tokens.end, s);
  }
}

ByteSpan Document::bytes(TokenSpan span) const {
  assert(span.end <= tokens.size());
  if (span.empty()) {
    const std::uint32_t at = span.begin < tokens.size() ? tokens[span.begin].begin : static_cast<std::uint32_t>(text().size());
    return {at, at};
  }
  return {tokens[span.begin].begin, tokens[span.end - 1].end};
}

CodePointSpan Document::code_points(ByteSpan span) const {
  const auto before = [this](std::uint32_t byte) {
    const std::uint32_t block = byte / block_bytes;
    return code_points_before_[block] + count_code_points(text().substr(block * block_bytes, byte - block * block_bytes));
  };
  return {before(span.begin), before(span.end)};
}

}  // namespace chancery
