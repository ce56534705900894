#include "text/document.hpp"

#include <gtest/gtest.h>

#include "support/table.hpp"
#include "text_fixture.hpp"

namespace chancery::test {
namespace {

std::string tokens_of(const Document& d) {
  return joined(d.tokens, " ", [&](const Token& t) { return std::string(d.text(t)); });
}
std::string sentences_of(const Document& d) {
  return joined(d.sentences, " | ", [&](const Sentence& s) { return std::string(d.text(s.tokens)); });
}
std::string quotations_of(const Document& d) {
  return joined(d.quotations, " | ", [&](const Quotation& q) { return std::string(d.text(q.inner)); });
}
std::string words_of(const Document& d) {
  std::string out;
  for (std::uint32_t i = 0; i < d.tokens.size(); ++i) out += (i == 0 ? "" : " ") + std::string(d.word(i));
  return out;
}

std::string case_file(const char* name) {
  return std::string(CHANCERY_SOURCE_DIR) + "/tests/cases/" + name;
}

TEST(Document, TokenisesAsTheTableSays) {
  const auto rows = read_table(case_file("tokens.tsv"));
  ASSERT_GT(rows.size(), 50U);
  for (const Row& row : rows) {
    ASSERT_EQ(row.size(), 3U) << row[0];
    EXPECT_EQ(tokens_of(document_of(row[1])), row[2]) << row[0];
  }
}

TEST(Document, SplitsSentencesAsTheTableSays) {
  const auto rows = read_table(case_file("sentences.tsv"));
  ASSERT_GT(rows.size(), 20U);
  for (const Row& row : rows) {
    ASSERT_EQ(row.size(), 3U) << row[0];
    EXPECT_EQ(sentences_of(document_of(row[1])), row[2]) << row[0];
  }
}

TEST(Document, FindsQuotationsAsTheTableSays) {
  const auto rows = read_table(case_file("quotations.tsv"));
  ASSERT_GT(rows.size(), 15U);
  for (const Row& row : rows) {
    ASSERT_EQ(row.size(), 3U) << row[0];
    EXPECT_EQ(quotations_of(document_of(row[1])), row[2]) << row[0];
  }
}

TEST(Document, ShapesTellHowATokenIsWritten) {
  const Document d = document_of("talks Moscow Ki-moon NATO U.S. A iPhone 24 10th , $ \" 北京 al-Assad McCain 20-year-old.");
  const std::vector<Shape> expected = {Shape::Lower,     Shape::Capitalized, Shape::Capitalized, Shape::AllCaps, Shape::AllCaps,
                                       Shape::SingleCap, Shape::Mixed,       Shape::Number,      Shape::Number,  Shape::Punctuation,
                                       Shape::Symbol,    Shape::Quote,       Shape::Other,       Shape::Mixed,   Shape::Capitalized,
                                       Shape::Lower,     Shape::Punctuation};
  ASSERT_EQ(d.tokens.size(), expected.size()) << tokens_of(d);
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(d.tokens[i].shape, expected[i]) << d.text(d.tokens[i]);
}

TEST(Document, WordsAreFoldedAndStraight) {
  EXPECT_EQ(words_of(document_of("The Envoy’s “ÉLYSÉE” — didn’t Trump–Putin… ‘Ok’")),
            "the envoy 's \" élysée \" -- did n't trump - putin ... ' ok '");
}

TEST(Document, WordsAreComposed) {
  const Document composed = document_of("Erdo\u011Fan");
  const Document decomposed = document_of("Erdog\u0306an");
  ASSERT_EQ(decomposed.tokens.size(), 1U);
  EXPECT_EQ(composed.word(0), decomposed.word(0));
}

TEST(Document, WordsOfTheTableKeepTheirSymbols) {
  SymbolTable table;
  const Symbol known = table.intern("moscow");
  Article article;
  article.body = "Moscow waits";
  const Document d(article, table, shipped_rules());
  EXPECT_EQ(d.tokens[0].word, known);
  EXPECT_TRUE(d.symbols.is_local(d.tokens[1].word));
}

TEST(Document, CountsCodePointsNotBytes) {
  const Document d = document_of("Élysée 北京 😀 talks");
  const Token last = d.tokens.back();
  EXPECT_EQ(d.code_points({last.begin, last.end}), (CodePointSpan{12, 17}));
  std::string body;
  for (int i = 0; i < 500; ++i) body += "é北😀a";
  const Document long_one = document_of(body);
  for (std::uint32_t i = 0; i <= 500; ++i) EXPECT_EQ(long_one.code_points({i * 10, i * 10}).begin, i * 4);
}

TEST(Document, SentencesTellWhichHoldsAToken) {
  const Document d = document_of("A headline of the day stands here\n\nShe went to Oslo. He stayed at home.\n\nLeave a comment");
  ASSERT_EQ(d.sentences.size(), 3U);
  EXPECT_EQ(d.sentence_of(0), 0U);
  EXPECT_EQ(d.sentence_of(d.sentences[2].tokens.begin), 2U);
  EXPECT_EQ(d.sentence_of(static_cast<std::uint32_t>(d.tokens.size()) - 1), 3U) << "furniture is in no sentence";
}

TEST(Document, SentencesAreCutAtAThousandTokens) {
  std::string body;
  for (int i = 0; i < 2500; ++i) body += "word ";
  const Document d = document_of(body);
  ASSERT_EQ(d.sentences.size(), 3U);
  EXPECT_EQ(d.sentences[0].tokens.size(), 1000U);
  EXPECT_EQ(d.sentences[2].tokens.size(), 500U);
}

TEST(Document, TokensAreCutAtAThousandBytes) {
  const Document d = document_of(std::string(5000, 'x'));
  ASSERT_EQ(d.tokens.size(), 5U);
  EXPECT_EQ(d.tokens.back().end, 5000U);
}

TEST(Document, TakesAnyBytes) {
  std::string body;
  for (int i = 0; i < 256; ++i) body += static_cast<char>(i);
  for (int i = 255; i >= 0; --i) body += static_cast<char>(i);
  const Document d = document_of(body);
  EXPECT_FALSE(d.tokens.empty());
  EXPECT_TRUE(document_of(std::string(3, '\0')).tokens.empty());
  EXPECT_TRUE(document_of("").sentences.empty());
}

TEST(Document, QuotationsGoOnInTheNextParagraph) {
  const Document d = document_of("He opened with thanks to all. “We began early.\n\n“We end late,” he said, and left the hall.");
  ASSERT_EQ(d.quotations.size(), 2U);
  EXPECT_FALSE(d.quotations[0].closed);
  EXPECT_EQ(d.quotations[0].continues, -1);
  EXPECT_TRUE(d.quotations[1].closed);
  EXPECT_EQ(d.quotations[1].continues, 0);
}

TEST(Document, AnApostropheIsNoQuotationMark) {
  const Document d = document_of("The ministers' talks in the workers' hall were the leaders' idea.");
  EXPECT_TRUE(d.quotations.empty());
  for (const Token& token : d.tokens) EXPECT_NE(token.shape, Shape::Quote);
}

TEST(Document, FindsDatelines) {
  const auto dateline = [](const char* body) {
    const Document d = document_of(body);
    return std::string(d.text(d.dateline));
  };
  EXPECT_EQ(dateline("OSLO (AP) -- Envoys met."), "OSLO (AP) --");
  EXPECT_EQ(dateline("OSLO, May 3 (Xinhua) -- Envoys met."), "OSLO, May 3 (Xinhua) --");
  EXPECT_EQ(dateline("OSLO, April 23, 1997 (AFP) - Envoys met."), "OSLO, April 23, 1997 (AFP) -");
  EXPECT_EQ(dateline("NEW DELHI — Envoys met on Sunday."), "NEW DELHI —");
  EXPECT_EQ(dateline("Oslo, Norway - Envoys met on Sunday."), "Oslo, Norway -");
  EXPECT_EQ(dateline("OSLO, April 11. /TASS/. Envoys met."), "OSLO, April 11. /TASS/.");
  EXPECT_EQ(dateline("NEW DELHI: Envoys met on Sunday."), "NEW DELHI:");
  EXPECT_EQ(dateline("OSLO, Norway: Envoys met on Sunday."), "OSLO, Norway:");
  EXPECT_EQ(dateline("Oslo, May 3 (PTI): Envoys met on Sunday."), "Oslo, May 3 (PTI):");
  EXPECT_EQ(dateline("OSLO, May 3 PTI: Envoys met on Sunday."), "OSLO, May 3 PTI:");
  EXPECT_EQ(dateline("OSLO, May 3 (PTI) Envoys met on Sunday."), "OSLO, May 3 (PTI)");
  EXPECT_EQ(dateline("OSLO, May 3 (PTI). Envoys met on Sunday."), "OSLO, May 3 (PTI).");
  EXPECT_EQ(dateline("New Delhi – Envoys met on Sunday."), "New Delhi –");
  EXPECT_EQ(dateline("Anna Berg – Norway's envoy – met them."), "");
  EXPECT_EQ(dateline("OSLO | Envoys met on Sunday."), "OSLO |");
  EXPECT_EQ(dateline("Oslo, Norway | THE HERALD | Envoys met on Sunday."), "Oslo, Norway | THE HERALD |");
  EXPECT_EQ(dateline("LONDON (CNN) — Envoys met."), "LONDON (CNN) —");
  EXPECT_EQ(dateline("Oslo [Norway], May 3 (ANI): Envoys met on Sunday."), "Oslo [Norway], May 3 (ANI):");
  EXPECT_EQ(dateline("Oslo /NTB/ Envoys met on Sunday."), "Oslo /NTB/");
  EXPECT_EQ(dateline("OSLO- Envoys met on Sunday."), "OSLO-");
  EXPECT_EQ(dateline("Oslo, 11/09/2001 (ANA)Envoys met on Sunday."), "Oslo, 11/09/2001 (ANA)");
  EXPECT_EQ(dateline("Oslo, May 3 (ACN) Envoys met on Sunday."), "Oslo, May 3 (ACN)");
  EXPECT_EQ(dateline("Oslo, 5 May 2020 (Andina). Envoys met on Sunday."), "Oslo, 5 May 2020 (Andina).");
  EXPECT_EQ(dateline("Oslo, May 3: Envoys met on Sunday."), "Oslo, May 3:");
  EXPECT_EQ(dateline("Monday, May 3: Envoys met in Oslo."), "");
  EXPECT_EQ(dateline("[OSLO] Envoys met on Sunday."), "[OSLO]");
  EXPECT_EQ(dateline("[Applause] Envoys met on Sunday."), "");
  EXPECT_EQ(dateline("OSLO. May 3, MONTSAME. Envoys met on Sunday."), "OSLO. May 3, MONTSAME.");
  EXPECT_EQ(dateline("OSLO - (TASS) Envoys met on Sunday."), "OSLO - (TASS)");
  EXPECT_EQ(dateline("OSLO, Norway, May 3. Envoys met on Sunday."), "OSLO, Norway, May 3.");
  EXPECT_EQ(dateline("Oslo, SANA- Envoys met on Sunday."), "Oslo, SANA-");
  EXPECT_EQ(dateline("Oslo (NAN) Envoys met on Sunday."), "Oslo (NAN)");
  EXPECT_EQ(dateline("Nordic Council (NCL) Envoys met on Sunday."), "");
  EXPECT_EQ(dateline("Leaders (NCL) envoys met on Sunday."), "");
  EXPECT_EQ(dateline("OSLO-based Envoys met on Sunday."), "");
  EXPECT_EQ(dateline("Ministers [and envoys] met on Sunday."), "");
  EXPECT_EQ(dateline("LIMA, May 3 (AP)"), "");
  EXPECT_EQ(dateline("NATO — which met on Sunday — agreed."), "");
  EXPECT_EQ(dateline("Anna Berg — a diplomat — agreed."), "");
  EXPECT_EQ(dateline("The talks (in Oslo) ended."), "");
}

TEST(Document, TakesTheHeadlineFromTheText) {
  const Document d = document_of(
      "Envoys meet in Oslo for talks\nadmin\n12 Min Read\nEnvoys Meet in Oslo for Talks\nThe envoys met on Sunday, and they will meet "
      "again.\nWhat comes next\nNobody knows it yet, they said.");
  EXPECT_EQ(d.headline, 0);
  EXPECT_EQ(d.article().title, "Envoys meet in Oslo for talks");
  EXPECT_EQ(d.article().headline_bytes, d.article().title.size());
  ASSERT_EQ(d.paragraphs.size(), 7U);
  EXPECT_TRUE(d.paragraphs[1].is_furniture);
  EXPECT_TRUE(d.paragraphs[2].is_furniture);
  EXPECT_TRUE(d.paragraphs[3].is_furniture) << "the headline again";
  EXPECT_FALSE(d.paragraphs[4].is_headline);
  EXPECT_TRUE(d.paragraphs[5].is_headline) << "a heading";
  EXPECT_EQ(d.furniture_lines, 3U);
}

TEST(Document, AHeadlineMayEndWithAFullStopInFrontOfLongText) {
  std::string body = "Envoys meet in Oslo for talks.\n\n";
  for (int i = 0; i < 10; ++i) body += "The envoys met on Sunday, and they will meet again. ";
  EXPECT_EQ(document_of(body).headline, 0);
  EXPECT_EQ(document_of("Envoys met in Oslo for talks.\n\nThe envoys met on Sunday, and they will meet again.").headline, -1);
}

TEST(Document, ATitleFromMetadataIsTheHeadlineWhereTheTextRepeatsIt) {
  const Document d =
      document_of("Politics\nEnvoys meet in Oslo\nThe envoys met on Sunday, and they will meet again.", "Envoys Meet In Oslo");
  EXPECT_EQ(d.headline, 1);
  EXPECT_TRUE(d.paragraphs[0].is_furniture);
  EXPECT_EQ(d.article().headline_bytes, 0U);
  const Document bare = document_of("The envoys met on Sunday, and they will meet again.", "Envoys Meet In Oslo");
  EXPECT_EQ(bare.headline, -1);
  EXPECT_EQ(bare.article().title, "Envoys Meet In Oslo");
}

TEST(Document, LeavesFurnitureOutOfSentencesAndQuotations) {
  const Document d = document_of(
      "Envoys meet in Oslo for talks\n\nThe envoys met on Sunday, and they will meet again.\n\nRelated stories\n\n\"Why\" they came\n\nWho "
      "paid for it\n\nNobody knew it on Sunday, they said.\n\nShare this article");
  EXPECT_EQ(d.furniture_lines, 4U);
  EXPECT_EQ(d.sentences.size(), 3U);
  EXPECT_TRUE(d.quotations.empty());
}

TEST(Document, ATeaserGoesWithTheLineThatEndsIt) {
  std::string body = "Envoys meet in Oslo for talks\n\n";
  for (int i = 0; i < 8; ++i) body += "The envoys met on Sunday, and they will meet again.\n\n";
  body += "Another story of the day\n\nEurope\n\nThis is how the other story begins.\n\nkeep reading\n\n";
  const Document d = document_of(body);
  EXPECT_EQ(d.furniture_lines, 4U);
  EXPECT_EQ(d.sentences.size(), 9U);
}

TEST(Document, JoinsWrappedLines) {
  const Document d = document_of(
      "The envoys met on Sunday in the old town hall of Oslo, and they\nwill meet again when the spring has come and the snow is gone,\nas "
      "one of them said.\n\n"
      "Nobody else was asked to come to the meeting, which was held in\nthe greatest secrecy by both of the sides.\n");
  EXPECT_EQ(d.paragraphs.size(), 2U);
  EXPECT_EQ(d.sentences.size(), 2U);
}

TEST(Document, JoinsWrappedLinesOfASingleParagraph) {
  const Document d = document_of(
      "The envoys met their colleagues in the old town hall of Oslo on Sunday.\nThey will meet again when the spring has come and the snow "
      "is gone,\nas one of them said.\n");
  EXPECT_EQ(d.paragraphs.size(), 1U);
  EXPECT_EQ(d.sentences.size(), 2U);
}

TEST(Document, JoinsALineThatBreaksOffInsideASentence) {
  const Document d = document_of(
      "The envoys met on Sunday in the old town hall of Oslo,\nwhere the snow lay high.\nNobody else was asked to come to the meeting.\n"
      "It was held in the greatest secrecy.\nIt will be held again.\nWhen it will be held is open.\n");
  EXPECT_EQ(d.paragraphs.size(), 5U);
  EXPECT_EQ(d.sentences.size(), 5U);
}

TEST(Document, KeepsLinesApartThatEndTheirSentences) {
  EXPECT_EQ(document_of("The envoys met their colleagues in Oslo on Sunday.\nbin Laden was not named by any of them.\n").paragraphs.size(),
            2U);
}

TEST(Document, ListItemsAreMarked) {
  const Document d = document_of("They agreed on this, in the end.\n\u2022 Open the border.\n- Free the prisoners.\n3. Meet again.");
  ASSERT_EQ(d.paragraphs.size(), 4U);
  EXPECT_FALSE(d.paragraphs[0].is_list_item);
  for (std::size_t i = 1; i < 4; ++i) EXPECT_TRUE(d.paragraphs[i].is_list_item) << i;
}

TEST(Document, IsLinearInHugeLines) {
  for (const char* piece : {"a.", "\"", "'", "’", "-a", "A-", ". ", "(", "U.S. ", "é", "\n", "“", "a'", "x@"}) {
    std::string body;
    while (body.size() < 400000) body += piece;
    const Document d = document_of(body);
    EXPECT_LE(d.tokens.size(), body.size()) << piece;
  }
}

}  // namespace
}  // namespace chancery::test
