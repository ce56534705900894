#include "redland/writer.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "redland/turtle_filter.hpp"
#include "support/nasty_terms.hpp"

namespace chancery {
namespace {

Statement triple(std::string_view subject, std::string_view predicate, const Term& object) {
  return {*make_iri(subject), *make_iri(predicate), object, {}};
}

std::string write(const std::vector<Statement>& statements, RdfFormat format, Diagnostics& diagnostics,
                  std::span<const Prefix> prefixes = {}) {
  std::string text;
  StringByteSink bytes(text);
  const Status status = write_rdf(statements, format, prefixes, bytes, diagnostics);
  EXPECT_TRUE(status.ok()) << status.error();
  return text;
}

std::string body(const std::string& turtle) {
  return turtle.substr(turtle.rfind("@prefix") == std::string::npos ? 0 : turtle.find('\n', turtle.rfind("@prefix")) + 1);
}

TEST(WriteTurtle, GroupsSortsAndShortens) {
  const std::string base(default_base);
  const std::vector<Statement> statements = {
      triple(base + "person/b.Q1", std::string(ns::foaf) + "name", *make_literal("B")),
      triple(base + "person/a.x.Q2", std::string(ns::rdf) + "type", *make_iri(std::string(ns::foaf) + "Person")),
      triple(base + "person/b.Q1", std::string(ns::skos) + "altLabel", *make_text("b", "en")),
      triple(base + "person/b.Q1", std::string(ns::skos) + "altLabel", *make_text("\"B\"\n", "en")),
      triple(base + "person/b.Q1", std::string(ns::org) + "holds", *make_iri(base + "post/x.y"))};
  Diagnostics diagnostics;
  EXPECT_EQ(body(write(statements, RdfFormat::Turtle, diagnostics, all_prefixes())), R"(
person:a.x.Q2
    a foaf:Person .

person:b.Q1
    skos:altLabel "\"B\"\n"@en, "b"@en ;
    org:holds post:x.y ;
    foaf:name "B" .

)");
  EXPECT_TRUE(diagnostics.empty());
}

TEST(WriteTurtle, IsTheSameShapeWithoutRaptor) {
  const std::vector<Statement> statements = {
      triple("http://e.org/s", "http://e.org/p", *make_literal("INF", std::string(ns::xsd) + "double")),
      triple("http://e.org/s", "http://e.org/p", *make_literal("1", std::string(ns::xsd) + "boolean")),
      triple("http://e.org/s", "http://e.org/q", *make_text("colour", "en")),
      triple("http://e.org/s", "http://e.org/q", *make_text("colour", "en-gb"))};
  Diagnostics diagnostics;
  const std::vector<Prefix> prefixes = {{"xsd", std::string(ns::xsd)}};
  EXPECT_EQ(body(write(statements, RdfFormat::Turtle, diagnostics, prefixes)), R"(
<http://e.org/s>
    <http://e.org/p> "1"^^xsd:boolean, "INF"^^xsd:double ;
    <http://e.org/q> "colour"@en, "colour"@en-gb .
)");
}

TEST(WriteTurtle, OfNothingIsPrefixesAlone) {
  Diagnostics diagnostics;
  const std::string text = write({}, RdfFormat::Turtle, diagnostics, all_prefixes());
  EXPECT_EQ(text.find('\n', text.rfind("@prefix")) + 2, text.size());
}

TEST(WriteTurtle, ReportsAFullDisk) {
  std::ofstream full("/dev/full");
  StreamByteSink bytes(full, "there");
  Diagnostics diagnostics;
  std::vector<Statement> many;
  for (int i = 0; i < 3000; ++i) many.push_back(triple("http://e.org/s" + std::to_string(i), "http://e.org/p", *make_literal("x")));
  EXPECT_FALSE(write_turtle(many, {}, bytes, diagnostics).ok());
}

TEST(TurtleFilter, ShortensAndEscapesWhateverThePiecesAre) {
  const std::vector<Prefix> prefixes = {{"p", "http://e.org/"}};
  const PrefixTable table(prefixes);
  const std::string in =
      "@prefix p: <http://e.org/> .\n\n<http://e.org/a.b>\n    <http://e.org/q> \"\", \"<http://e.org/c>\\\" @\"@en, "
      "\"\"\"x\n\\\"\\\\\"\"\", \"\"^^<http://e.org/t.u>, \"\r\" .\n";
  const std::string expected =
      "@prefix p: <http://e.org/> .\n\np:a.b\n    p:q \"\", \"<http://e.org/c>\\\" @\"@en, \"x\\n\\\"\\\\\", \"\"^^p:t.u, \"\\r\" .\n";
  for (std::size_t piece = 1; piece < in.size(); ++piece) {
    std::string out;
    StringByteSink bytes(out);
    TurtleFilter filter(table, bytes);
    for (std::size_t at = 0; at < in.size(); at += piece) {
      filter.write(std::string_view(in).substr(at, piece));
      filter.flush();
    }
    EXPECT_EQ(out, expected) << piece;
  }
}

TEST(WriteTriG, PutsEachGraphInBraces) {
  std::vector<Statement> statements = {triple("http://e.org/s", "http://e.org/p", *make_iri("http://e.org/o")),
                                       triple("http://e.org/s", "http://e.org/p", *make_iri("http://e.org/o"))};
  statements[1].graph = "http://e.org/g";
  Diagnostics diagnostics;
  EXPECT_EQ(body(write(statements, RdfFormat::TriG, diagnostics)), R"(
<http://e.org/s>
    <http://e.org/p> <http://e.org/o> .

<http://e.org/g> {
<http://e.org/s>
    <http://e.org/p> <http://e.org/o> .
}
)");
}

TEST(WriteJsonLd, IsExpandedForm) {
  std::vector<Statement> statements = {triple("http://e.org/s", std::string(ns::rdf) + "type", *make_iri("http://e.org/T")),
                                       triple("http://e.org/s", "http://e.org/p", *make_text("a\"\\\n\x01", "en")),
                                       triple("http://e.org/s", "http://e.org/p", *make_literal("1", std::string(ns::xsd) + "integer")),
                                       triple("http://e.org/t", "http://e.org/p", *make_blank("b"))};
  statements[3].graph = "http://e.org/g";
  Diagnostics diagnostics;
  EXPECT_EQ(write(statements, RdfFormat::JsonLd, diagnostics), R"([
{"@id":"http://e.org/s",
 "http://e.org/p":[{"@value":"1","@type":"http://www.w3.org/2001/XMLSchema#integer"},{"@value":"a\"\\\u000a\u0001","@language":"en"}],
 "@type":["http://e.org/T"]},
{"@id":"http://e.org/g","@graph":[
{"@id":"http://e.org/t",
 "http://e.org/p":[{"@id":"_:b"}]}]}
]
)");
  EXPECT_EQ(write({}, RdfFormat::JsonLd, diagnostics), "[\n]\n");
}

TEST(WriteRdfXml, SaysWhatXmlCannotHold) {
  Diagnostics diagnostics;
  const std::string text = write(
      {triple("http://e.org/s", "http://e.org/1", *make_literal("x")), triple("http://e.org/s", "http://e.org/p", *make_literal("a\x01z"))},
      RdfFormat::RdfXml, diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 2U);
  EXPECT_EQ(diagnostics.items()[0].code, "rdf.xml-name");
  EXPECT_EQ(diagnostics.items()[1].code, "rdf.xml-character");
  EXPECT_NE(text.find("a\xEF\xBF\xBDz"), std::string::npos);
}

}  // namespace
}  // namespace chancery
