#include "redland/reader.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "rdf/line_reader.hpp"
#include "rdf/line_writer.hpp"
#include "redland/trig_keyword.hpp"
#include "support/nasty_terms.hpp"

namespace chancery {
namespace {

std::vector<Statement> read(std::string_view text, RdfFormat format, Diagnostics& diagnostics) {
  return read_graph_text(text, format, "f", diagnostics);
}

TEST(ReadGraph, GivesNothingOfAFileWithASyntaxError) {
  const std::pair<RdfFormat, const char*> broken[] = {
      {RdfFormat::Turtle, "<a:s> <a:p> <a:o> .\n<a:s> <a:p> .\n"},
      {RdfFormat::TriG, "<a:g> {\n<a:s> <a:p> }\n"},
      {RdfFormat::NTriples, "<a:s> <a:p> <a:o> .\nprose\n"},
      {RdfFormat::NQuads, "<a:s> <a:p> <a:o> .\nprose\n"},
      {RdfFormat::RdfXml, "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<oops"}};
  for (const auto& [format, text] : broken) {
    Diagnostics diagnostics;
    EXPECT_TRUE(read(text, format, diagnostics).empty()) << name_of(format);
    ASSERT_TRUE(diagnostics.has_errors()) << name_of(format);
    EXPECT_EQ(diagnostics.items()[0].code, "rdf.syntax") << name_of(format);
    EXPECT_EQ(diagnostics.items()[0].where.file, "f");
    EXPECT_GE(diagnostics.items()[0].where.line, 2U) << name_of(format);
  }
}

TEST(ReadGraph, LeavesOutAStatementWithABadTerm) {
  Diagnostics diagnostics;
  const auto found = read("@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n<a:s> <a:p> \"x\"^^xsd:date , <a:b%zz> , <relative> , 1 .",
                          RdfFormat::Turtle, diagnostics);
  EXPECT_EQ(found.size(), 1U);
  EXPECT_EQ(diagnostics.error_count(), 3U);
  for (const Diagnostic& one : diagnostics.items()) EXPECT_EQ(one.code, "rdf.bad-term") << one.message;
}

TEST(ReadGraph, TakesRelativeIrisUnderABase) {
  Diagnostics diagnostics;
  const auto found = read_graph_text("<s> <p> <#o> .", RdfFormat::Turtle, "f", diagnostics, "http://e.org/dir/file");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].subject.value, "http://e.org/dir/s");
  EXPECT_EQ(found[0].object.value, "http://e.org/dir/file#o");
}

TEST(ReadGraph, KeepsBlankNodesOfFilesApart) {
  Diagnostics diagnostics;
  const std::string_view text = "_:x <a:p> [ <a:p> _:x ] .";
  const auto one = read_graph_text(text, RdfFormat::Turtle, "one", diagnostics);
  const auto again = read_graph_text(text, RdfFormat::Turtle, "one", diagnostics);
  const auto other = read_graph_text(text, RdfFormat::Turtle, "other", diagnostics);
  ASSERT_EQ(one.size(), 2U);
  EXPECT_EQ(one, again);
  EXPECT_NE(one[0].subject, other[0].subject);
  EXPECT_EQ(one[0].object, one[1].subject);
}

TEST(ReadGraph, ReadsGraphNamesOfTriG) {
  Diagnostics diagnostics;
  const auto found =
      read("@prefix a: <http://e.org/> .\nGRAPH a:g { a:s a:GRAPH \"GRAPH {\" }\ngraph a:h { a:s a:p a:o . }\na:i { a:s a:p a:o }",
           RdfFormat::TriG, diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << to_string(diagnostics.items()[0]);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].graph, "http://e.org/g");
  EXPECT_EQ(found[0].object.value, "GRAPH {");
  EXPECT_EQ(found[1].graph, "http://e.org/h");
}

TEST(TrigKeyword, BlanksOnlyTheKeyword) {
  EXPECT_EQ(without_graph_keyword("GRAPH<a:graph>{ x:graph graph:x 'graph' \"\"\"a\" graph\"\"\" }#graph\nGraph x:y"),
            "     <a:graph>{ x:graph graph:x 'graph' \"\"\"a\" graph\"\"\" }#graph\n      x:y");
  for (const char* broken : {"\"graph", "<graph", "#graph", "'''graph", "\"\\"}) EXPECT_EQ(without_graph_keyword(broken), broken);
}

TEST(ReadGraph, AgreesWithRaptorOnLines) {
  std::string text;
  for (const Statement& statement : support::nasty_statements()) {
    if (statement.graph.empty()) append_line(text, statement, LineSyntax::NQuads);
  }
  Diagnostics diagnostics;
  auto ours = read(text, RdfFormat::NTriples, diagnostics);
  auto raptors = read(text, RdfFormat::Turtle, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_GT(ours.size(), 50U);
  EXPECT_EQ(ours, raptors);
}

TEST(ReadGraph, SaysThatJsonLdCannotBeRead) {
  Diagnostics diagnostics;
  EXPECT_TRUE(read("[]", RdfFormat::JsonLd, diagnostics).empty());
  EXPECT_EQ(diagnostics.items()[0].code, "rdf.unreadable-format");
}

TEST(Format, IsToldByNameAndContent) {
  EXPECT_EQ(format_of_path("a/b.ttl"), RdfFormat::Turtle);
  EXPECT_EQ(format_of_path("b.nq.gz"), RdfFormat::NQuads);
  EXPECT_EQ(format_of_path("b.txt"), std::nullopt);
  EXPECT_EQ(format_named("rdfxml"), RdfFormat::RdfXml);
  EXPECT_EQ(format_named("rdf"), std::nullopt);
  EXPECT_EQ(guess_format("<a:s> <a:p> <a:o> .\n"), RdfFormat::NTriples);
  EXPECT_EQ(guess_format("<a:s> <a:p> \"{\" <a:g> .\n"), RdfFormat::NQuads);
  EXPECT_EQ(guess_format("@prefix a: <a:> .\na:s a:p \"{\" .\n"), RdfFormat::Turtle);
  EXPECT_EQ(guess_format("@prefix a: <a:{> .\na:g { a:s a:p a:o }\n"), RdfFormat::TriG);
  EXPECT_EQ(guess_format("\xEF\xBB\xBF <?xml version='1.0'?>"), RdfFormat::RdfXml);
  EXPECT_EQ(guess_format("[{\"@id\":\"a\"}]"), RdfFormat::JsonLd);
  EXPECT_EQ(guess_format(""), RdfFormat::Turtle);
}

TEST(ReadGraph, SaysWhyAFileCannotBeRead) {
  Diagnostics diagnostics;
  EXPECT_NE(read_graph("no/such/file.ttl", diagnostics).error().find("No such file"), std::string::npos);
  EXPECT_NE(read_graph(std::filesystem::temp_directory_path().string(), diagnostics).error().find("folder"), std::string::npos);
  EXPECT_TRUE(diagnostics.empty());
}

TEST(StreamGraph, ReadsFilesOfAnyFormatIntoASink) {
  struct Counter final : StatementSink {
    std::size_t count = 0;
    void add(const Statement&) override { ++count; }
  } counter;
  const auto folder = std::filesystem::temp_directory_path();
  const auto lines = folder / "chancery_stream_graph.nq";
  const auto turtle = folder / "chancery_stream_graph.txt";
  std::ofstream(lines) << "<a:s> <a:p> <a:o> <a:g> .\nbad\n<a:s> <a:p> <a:o2> <a:g> .\n";
  std::ofstream(turtle) << "@prefix a: <http://e.org/> . a:s a:p a:o .";
  Diagnostics diagnostics;
  EXPECT_EQ(stream_graph(lines.string(), counter, diagnostics).value(), 2U);
  EXPECT_EQ(diagnostics.error_count(), 1U);
  EXPECT_EQ(stream_graph(turtle.string(), counter, diagnostics).value(), 1U);
  EXPECT_EQ(counter.count, 3U);
  std::filesystem::remove(lines);
  std::filesystem::remove(turtle);
}

}  // namespace
}  // namespace chancery
