#include "rdf/term.hpp"

#include <gtest/gtest.h>

#include <string>

#include "rdf/iri.hpp"
#include "rdf/lexical.hpp"
#include "rdf/node_iri.hpp"
#include "rdf/utf8.hpp"
#include "rdf/vocabulary.hpp"

namespace chancery {
namespace {

using namespace std::string_literals;

std::string xsd(std::string_view local) {
  return std::string(ns::xsd) + std::string(local);
}

TEST(Utf8, FindsTheFirstIllFormedByte) {
  EXPECT_EQ(valid_utf8_prefix("plain ascii, long enough for words"), 34U);
  EXPECT_TRUE(is_utf8("Зеленський, 習近平, 🕊"));
  EXPECT_EQ(valid_utf8_prefix("abc\xC0\x80"), 3U);
  EXPECT_EQ(valid_utf8_prefix("abcdefgh\xED\xA0\x80"), 8U);
  EXPECT_EQ(valid_utf8_prefix("\xF4\x90\x80\x80"), 0U);
  EXPECT_EQ(valid_utf8_prefix("\xE2\x82"), 0U);
}

TEST(Utf8, ReadsBackEveryKindOfCodePoint) {
  for (const char32_t c : {U'a', U'\u00e9', U'\u20ac', U'\uFFFD', U'\U0001F54A', U'\U0010FFFF'}) {
    std::string text;
    append_utf8(text, c);
    std::size_t at = 0;
    EXPECT_EQ(next_code_point(text, at), c);
    EXPECT_EQ(at, text.size());
    EXPECT_EQ(count_code_points(text), 1U);
  }
}

TEST(Utf8, CleansWhatNoLiteralMayHold) {
  EXPECT_EQ(clean_text("a\0b"s),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(clean_text("\xFFz\xC3"), "\xEF\xBF\xBDz\xEF\xBF\xBD");
  EXPECT_TRUE(make_text(clean_text("\xF0\x9F\0x"s), "en").has_value());
}

TEST(MakeIri, TakesAbsoluteIris) {
  for (const char* good : {"http://example.org/", "https://example.org/a?b=c#d", "urn:isbn:1", "mailto:a@b.c", "http://[::1]/x",
                           "http://пример.испытание/путь", "http://e.org/%20", "a:", "http://e.org/?\xEE\x80\x80"}) {
    EXPECT_TRUE(make_iri(good).has_value()) << good;
  }
}

TEST(MakeIri, RefusesWhatNTriplesOrRfc3987Forbid) {
  for (const char* bad : {"",
                          "relative",
                          "/path",
                          "1http://e.org/",
                          "http://e.org/a b",
                          "http://e.org/<script>",
                          "http://e.org/\"",
                          "http://e.org/{x}",
                          "http://e.org/a|b",
                          "http://e.org/a^b",
                          "http://e.org/`",
                          "http://e.org/a\\b",
                          "http://e.org/%2",
                          "http://e.org/%zz",
                          "http://e.org/#a#b",
                          "http://e.org/[x]",
                          "http://e.org/\x7f",
                          "http://e.org/\n",
                          "http://e.org/\xE2\x80\x8F",
                          "http://e.org/\xE2\x80\xAE",
                          "http://e.org/\xC2\x85",
                          "http://e.org/\xFF",
                          "http://e.org/\xEE\x80\x80"}) {
    EXPECT_FALSE(make_iri(bad).has_value()) << bad;
  }
}

TEST(MakeIri, EscapesWhatItMust) {
  EXPECT_EQ(make_iri_escaped("http://e.org/a b<c>\"\\")->value, "http://e.org/a%20b%3Cc%3E%22%5C");
  EXPECT_EQ(make_iri_escaped("http://e.org/50%")->value, "http://e.org/50%25");
  EXPECT_EQ(make_iri_escaped("http://e.org/%41")->value, "http://e.org/%41");
  EXPECT_EQ(make_iri_escaped("http://e.org/#a#b")->value, "http://e.org/#a%23b");
  EXPECT_EQ(make_iri_escaped("http://e.org/\xE2\x80\xAEx\xFF")->value, "http://e.org/%E2%80%AEx%FF");
  EXPECT_FALSE(make_iri_escaped("no scheme").has_value());
  EXPECT_FALSE(make_iri_escaped("").has_value());
}

TEST(MakeLiteral, KnowsTheLexicalFormsOfXsd) {
  const std::pair<const char*, const char*> good[] = {{"2024-02-29", "date"},
                                                      {"2000-02-29", "date"},
                                                      {"-0044-03-15", "date"},
                                                      {"2025-04-11Z", "date"},
                                                      {"2025-04-11+03:00", "date"},
                                                      {"12025-01-01", "date"},
                                                      {"2025-04-11T24:00:00", "dateTime"},
                                                      {"2025-04-11T10:00:00.5-14:00", "dateTime"},
                                                      {"2025", "gYear"},
                                                      {"2025-04", "gYearMonth"},
                                                      {"-7", "integer"},
                                                      {"+007", "integer"},
                                                      {"-0", "nonNegativeInteger"},
                                                      {"12", "nonNegativeInteger"},
                                                      {"5.", "decimal"},
                                                      {".5", "decimal"},
                                                      {"-1.5", "decimal"},
                                                      {"1e6", "double"},
                                                      {"-INF", "double"},
                                                      {"NaN", "double"},
                                                      {"true", "boolean"},
                                                      {"0", "boolean"},
                                                      {"PT5H", "duration"},
                                                      {"P1Y2M3DT4H5M6.7S", "duration"},
                                                      {"-P30D", "duration"},
                                                      {"any thing", "anyURI"},
                                                      {"whatever", "unheardOf"}};
  for (const auto& [text, type] : good) EXPECT_TRUE(make_literal(text, xsd(type)).has_value()) << text << " " << type;
}

TEST(MakeLiteral, RefusesOtherForms) {
  const std::pair<const char*, const char*> bad[] = {{"2023-02-29", "date"},
                                                     {"1900-02-29", "date"},
                                                     {"2025-13-01", "date"},
                                                     {"2025-4-11", "date"},
                                                     {"25-04-11", "date"},
                                                     {"02025-01-01", "date"},
                                                     {"2025-04-11 ", "date"},
                                                     {"2025-04-11+15:00", "date"},
                                                     {"2025-04-11", "dateTime"},
                                                     {"2025-04-11T25:00:00", "dateTime"},
                                                     {"2025-04-11T24:00:01", "dateTime"},
                                                     {"2025-04-11T10:00:00.", "dateTime"},
                                                     {"25", "gYear"},
                                                     {"2025-00", "gYearMonth"},
                                                     {"", "integer"},
                                                     {"1.0", "integer"},
                                                     {"-1", "nonNegativeInteger"},
                                                     {".", "decimal"},
                                                     {"1e3", "decimal"},
                                                     {"inf", "double"},
                                                     {"1e", "double"},
                                                     {"yes", "boolean"},
                                                     {"P", "duration"},
                                                     {"PT", "duration"},
                                                     {"P1DT", "duration"},
                                                     {"5H", "duration"},
                                                     {"P1S", "duration"},
                                                     {"P1M1Y", "duration"},
                                                     {"P1.5D", "duration"},
                                                     {"PT1.5M", "duration"}};
  for (const auto& [text, type] : bad) EXPECT_FALSE(make_literal(text, xsd(type)).has_value()) << text << " " << type;
}

TEST(MakeLiteral, ValidatesTextAndDatatype) {
  EXPECT_FALSE(make_literal("\xC3").has_value());
  EXPECT_FALSE(make_literal("a\0b"s).has_value());
  EXPECT_FALSE(make_literal("a", "no iri").has_value());
  EXPECT_FALSE(make_literal("a", std::string(ns::rdf) + "langString").has_value());
  EXPECT_EQ(make_literal("a", xsd("string")), make_literal("a"));
}

TEST(MakeText, ValidatesTheLanguage) {
  for (const char* good : {"en", "en-GB", "zh-Hant-TW", "x-klingon", "de-1996"}) EXPECT_TRUE(make_text("a", good).has_value()) << good;
  for (const char* bad : {"", "e n", "en-", "-en", "1en", "abcdefghi", "en_GB", "en-abcdefghi"}) {
    EXPECT_FALSE(make_text("a", bad).has_value()) << bad;
  }
}

TEST(MakeBlank, ValidatesTheLabel) {
  for (const char* good : {"b", "b0", "0", "a.b", "a-b", "имя"}) EXPECT_TRUE(make_blank(good).has_value()) << good;
  for (const char* bad : {"", "a.", "-a", ".a", "a b", "a\xFF", "a<"}) EXPECT_FALSE(make_blank(bad).has_value()) << bad;
}

TEST(TermText, IsThatOfNTriples) {
  EXPECT_EQ(to_string(*make_iri("http://e.org/")), "<http://e.org/>");
  EXPECT_EQ(to_string(*make_text("say \"hi\"\n", "en-GB")), R"("say \"hi\"\n"@en-GB)");
  EXPECT_EQ(to_string(*make_literal("2025", xsd("gYear"))), "\"2025\"^^<" + xsd("gYear") + ">");
  EXPECT_EQ(to_string(*make_literal("\x01\t\x7f\\")), R"("\u0001\t\u007F\\")");
  EXPECT_EQ(to_string(*make_blank("b1")), "_:b1");
}

TEST(Vocabulary, ExpandsCompactNames) {
  EXPECT_EQ(expand("schema:attendee"), "http://schema.org/attendee");
  EXPECT_EQ(expand("ch:met"), "https://w3id.org/chancery#met");
  EXPECT_EQ(expand("nobody:knows"), "");
  EXPECT_EQ(expand("noprefix"), "");
  EXPECT_EQ(vocabulary_prefixes().size(), 17U);
  EXPECT_EQ(node_kinds().size(), 13U);
}

TEST(NodeIri, TellsNodesOfOneArticleFromOthers) {
  const std::string base(default_base);
  EXPECT_TRUE(is_article_scoped(base + "person/wang.a0123456789abcdef0123456789abcdef"));
  EXPECT_FALSE(is_article_scoped(base + "person/sergey-lavrov.Q58217"));
  EXPECT_FALSE(is_article_scoped(base + "person/fiona-hill"));
  EXPECT_FALSE(is_article_scoped(base + "person/h0123456789abcdef0123456789abcdef"));
  EXPECT_EQ(local_part(base + "person/fiona-hill"), "fiona-hill");
}

}  // namespace
}  // namespace chancery
