// Any bytes become a document, and of every document holds: tokens are in order, do not overlap, lie inside their paragraph and
// cover every character that is no space; sentences and quotations are in order and made of whole tokens; no sentence crosses a
// paragraph; code-point offsets grow with bytes. The expressions of time found in it lie inside sentences.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "text/char_class.hpp"
#include "text/document.hpp"
#include "text/reader.hpp"
#include "time/time_tagger.hpp"

namespace {

using namespace chancery;

void require(bool holds) {
  if (!holds) std::abort();
}

/// The rules that a fuzzer meets: a few of each kind.
const TextRules& rules() {
  static const TextRules made = [] {
    TextRules result;
    Diagnostics diagnostics;
    read_abbreviations("Mr.\ttitle\nInc.\tplain\nNo.\tnumber\nthe\tstarter\nsaid\tsays\nal\tparticle\n", "", result.abbreviations,
                       diagnostics);
    read_furniture(
        "furniture:\n  - {name: a, reason: r, line: 'share.*', takes: teasers}\n  - {name: b, reason: r, line: 'keep reading', takes: "
        "above}\n"
        "  - {name: c, reason: r, line: 'end', takes: rest, where: bottom}\n  - {name: d, reason: r, line: 'by .*', where: top}\n",
        "", result.furniture, diagnostics);
    result.furniture.compile();
    return result;
  }();
  return made;
}

void check_cover(const Document& d, const Paragraph& paragraph) {
  std::size_t at = paragraph.bytes.begin;
  const auto only_spaces = [&](std::size_t end) {
    while (at < end) {
      const std::uint8_t byte = flags_of_byte(d.text()[at]);
      const Decoded character = byte == char_high ? decode(d.text(), at) : Decoded{0, 1, byte};
      require(character.flags == char_space);
      at += character.length;
    }
    require(at == end);
  };
  for (std::uint32_t i = paragraph.tokens.begin; i < paragraph.tokens.end; ++i) {
    const Token& token = d.tokens[i];
    require(token.begin < token.end && token.begin >= at && token.end <= paragraph.bytes.end);
    only_spaces(token.begin);
    at = token.end;
  }
  only_spaces(paragraph.bytes.end);
}

void check(const Document& d) {
  std::uint32_t token = 0, byte = 0;
  for (const Paragraph& paragraph : d.paragraphs) {
    require(paragraph.tokens.begin == token && paragraph.bytes.begin >= byte && paragraph.bytes.begin < paragraph.bytes.end);
    check_cover(d, paragraph);
    token = paragraph.tokens.end;
    byte = paragraph.bytes.end;
  }
  require(token == d.tokens.size());
  token = 0;
  for (std::uint32_t i = 0; i < d.sentences.size(); ++i) {
    const Sentence& s = d.sentences[i];
    require(s.tokens.begin >= token && !s.tokens.empty() && s.tokens.size() <= 1000);
    require(d.paragraphs[s.paragraph].tokens.contains(s.tokens) && !d.paragraphs[s.paragraph].is_furniture);
    require(d.sentence_of(s.tokens.begin) == i && d.sentence_of(s.tokens.end - 1) == i);
    token = s.tokens.end;
  }
  token = 0;
  for (std::size_t i = 0; i < d.quotations.size(); ++i) {
    const Quotation& q = d.quotations[i];
    require(q.outer.begin >= token && q.outer.contains(q.inner) && !q.inner.empty() && q.outer.end <= d.tokens.size());
    require(q.continues == -1 || q.continues == static_cast<std::int32_t>(i) - 1);
    token = q.outer.end;
  }
  const auto size = static_cast<std::uint32_t>(d.text().size());
  std::uint32_t points = 0;
  for (std::uint32_t end = 0; end <= size; end += 37) {
    const std::uint32_t now = d.code_points({0, end}).end;
    require(now >= points && now <= end);
    points = now;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Article article;
  if (size > 0 && data[0] % 4 == 1) article.title = "A title of the day";
  if (size > 0 && data[0] % 8 > 4) article.date = "2025-04-16";
  article.body.assign(reinterpret_cast<const char*>(data), size);
  static SymbolTable table;
  static const TimeTagger tagger(table);
  const Document document(std::move(article), table, rules());
  check(document);
  std::uint32_t token = 0;
  for (const FoundDate& found : tagger.find(document, tagger.reference_day(document))) {
    require(found.tokens.begin >= token && !found.tokens.empty());
    require(document.sentence_of(found.tokens.begin) < document.sentences.size());
    require(document.sentence_of(found.tokens.begin) == document.sentence_of(found.tokens.end - 1));
    require(!found.value.earliest || *found.value.earliest <= *found.value.latest);
    token = found.tokens.end;
  }
  Diagnostics diagnostics;
  article_from_text(std::string(reinterpret_cast<const char*>(data), size), "fuzz", diagnostics);
  normalized_date({reinterpret_cast<const char*>(data), size});
  return 0;
}
