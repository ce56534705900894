#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "rdf/turtle_text.hpp"
#include "redland/reader.hpp"
#include "redland/writer.hpp"
#include "support/nasty_terms.hpp"

namespace chancery {
namespace {

std::vector<Statement> sorted(std::vector<Statement> statements, bool with_graphs) {
  if (!with_graphs) {
    for (Statement& statement : statements) statement.graph.clear();
  }
  std::sort(statements.begin(), statements.end());
  statements.erase(std::unique(statements.begin(), statements.end()), statements.end());
  return statements;
}

std::string written(const std::vector<Statement>& statements, RdfFormat format, Diagnostics& diagnostics) {
  std::string text;
  StringByteSink bytes(text);
  const Status status = write_rdf(statements, format, all_prefixes(), bytes, diagnostics);
  EXPECT_TRUE(status.ok()) << status.error();
  return text;
}

bool keeps_graphs(RdfFormat format) {
  return format == RdfFormat::NQuads || format == RdfFormat::TriG || format == RdfFormat::JsonLd;
}

/// What raptor's Turtle serializer is used for: no literal that it would write as another one.
std::vector<Statement> plain_statements() {
  std::vector<Statement> out;
  for (const Statement& statement : support::nasty_statements()) {
    const std::string& type = statement.object.datatype;
    if (statement.object.language == "zh-hant") continue;
    if (type == std::string(ns::xsd) + "double" || type == std::string(ns::xsd) + "boolean" || statement.object.value == "5.") continue;
    out.push_back(statement);
  }
  return out;
}

class RoundTrip : public testing::TestWithParam<RdfFormat> {};

TEST_P(RoundTrip, KeepsEveryTerm) {
  for (const std::vector<Statement>& statements : {support::nasty_statements(), plain_statements()}) {
    Diagnostics diagnostics;
    const std::string text = written(statements, GetParam(), diagnostics);
    EXPECT_TRUE(diagnostics.empty()) << to_string(diagnostics.items()[0]);
    EXPECT_EQ(sorted(read_graph_text(text, GetParam(), "x", diagnostics), true), sorted(statements, keeps_graphs(GetParam())));
    EXPECT_TRUE(diagnostics.empty()) << to_string(diagnostics.items()[0]);
  }
}

TEST_P(RoundTrip, GivesTheSameBytesInAnyOrder) {
  for (std::vector<Statement> statements : {support::nasty_statements(), plain_statements()}) {
    Diagnostics diagnostics;
    const std::string expected = written(statements, GetParam(), diagnostics);
    std::mt19937 random(3);
    for (int round = 0; round < 4; ++round) {
      std::shuffle(statements.begin(), statements.end(), random);
      statements.push_back(statements[random() % statements.size()]);
      EXPECT_EQ(written(statements, GetParam(), diagnostics), expected);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Formats, RoundTrip, testing::Values(RdfFormat::Turtle, RdfFormat::NTriples, RdfFormat::NQuads, RdfFormat::TriG),
                         [](const auto& instance) { return std::string(name_of(instance.param)); });

TEST(RoundTripXml, KeepsWhatXmlCanHold) {
  std::vector<Statement> statements = support::nasty_statements();
  std::erase_if(statements, [](const Statement& statement) {
    return std::any_of(statement.object.value.begin(), statement.object.value.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n'; });
  });
  Diagnostics diagnostics;
  const std::string text = written(statements, RdfFormat::RdfXml, diagnostics);
  EXPECT_EQ(sorted(read_graph_text(text, RdfFormat::RdfXml, "x", diagnostics), true), sorted(statements, false));
  EXPECT_TRUE(diagnostics.empty()) << to_string(diagnostics.items()[0]);
}

}  // namespace
}  // namespace chancery
