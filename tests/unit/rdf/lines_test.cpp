#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "rdf/line_reader.hpp"
#include "rdf/line_writer.hpp"
#include "support/nasty_terms.hpp"

namespace chancery {
namespace {

struct Collector final : StatementSink {
  std::vector<Statement> statements;
  void add(const Statement& statement) override { statements.push_back(statement); }
};

std::string first_code(const Diagnostics& diagnostics) {
  return diagnostics.empty() ? "" : diagnostics.items()[0].code;
}

TEST(Lines, ReadBackWhatWasWritten) {
  const std::vector<Statement> statements = support::nasty_statements();
  std::string text;
  StringByteSink bytes(text);
  LineWriter writer(bytes, LineSyntax::NQuads);
  for (const Statement& statement : statements) writer.add(statement);
  ASSERT_TRUE(writer.finish().ok());
  EXPECT_EQ(writer.count(), statements.size());
  Collector memory;
  Collector stream;
  Diagnostics diagnostics;
  read_lines(std::string_view(text), "x.nq", memory, diagnostics);
  std::istringstream in(text);
  read_lines(in, "x.nq", stream, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(memory.statements, statements);
  EXPECT_EQ(stream.statements, statements);
}

TEST(Lines, ReadALineThatIsLargerThanTheBuffer) {
  const std::string text = "<a:s> <a:p> \"" + std::string(1000000, 'x') + "\" .\n<a:s> <a:p> <a:o> .";
  std::istringstream in(text);
  Collector collector;
  Diagnostics diagnostics;
  EXPECT_EQ(read_lines(in, "x.nt", collector, diagnostics), 2U);
  EXPECT_TRUE(diagnostics.empty());
}

TEST(Lines, TakeCommentsBlankLinesAndAnyLineEnd) {
  Collector collector;
  Diagnostics diagnostics;
  const std::string_view text =
      "# comment\r\n\r\n\t<a:s>\t<a:p>\"o\"@en.\r\n<a:s><a:p>_:b.# yes\r<a:s> <a:p> \"\"^^<http://www.w3.org/2001/XMLSchema#string> <a:g> "
      ". ";
  EXPECT_EQ(read_lines(text, "x.nq", collector, diagnostics), 3U);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(collector.statements[1].object.value, "b");
  EXPECT_EQ(collector.statements[2].graph, "a:g");
  EXPECT_EQ(collector.statements[2].object.datatype, "");
}

TEST(Lines, ResolveEscapes) {
  Collector collector;
  Diagnostics diagnostics;
  read_lines(std::string_view(R"(<http://e.org/\u00E9> <a:p> "\t\b\n\r\f\"\'\\\u0041\U0001F54A" .)"), "x.nt", collector, diagnostics);
  ASSERT_EQ(collector.statements.size(), 1U);
  EXPECT_EQ(collector.statements[0].subject.value, "http://e.org/é");
  EXPECT_EQ(collector.statements[0].object.value, "\t\b\n\r\f\"'\\A🕊");
}

TEST(Lines, LeaveOutABadLineAndSayWhere) {
  Collector collector;
  Diagnostics diagnostics;
  const std::string_view text = "<a:s> <a:p> <a:o> .\n<a:s> <a:p> oops .\n<a:s> <a:p> <a:o2> .\n";
  EXPECT_EQ(read_lines(text, "x.nt", collector, diagnostics), 2U);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  const Diagnostic& found = diagnostics.items()[0];
  EXPECT_EQ(found.code, "rdf.syntax");
  EXPECT_EQ(found.where, (Location{"x.nt", 2, 13}));
}

TEST(Lines, RefuseWhatIsNoStatement) {
  const std::pair<const char*, const char*> bad[] = {{"\"s\" <a:p> <a:o> .", "rdf.syntax"},
                                                     {"<a:s> _:p <a:o> .", "rdf.syntax"},
                                                     {"<a:s> <a:p> <a:o>", "rdf.syntax"},
                                                     {"<a:s> <a:p> <a:o> . x", "rdf.syntax"},
                                                     {"<a:s <a:p> <a:o> .", "rdf.bad-term"},
                                                     {"<a:s> <a:p> \"o .", "rdf.syntax"},
                                                     {"<a:s> <a:p> \"\\q\" .", "rdf.syntax"},
                                                     {"<a:s> <a:p> \"\\uD800\" .", "rdf.syntax"},
                                                     {"<a:s> <a:p> \"\\U00110000\" .", "rdf.syntax"},
                                                     {"<a:s> <a:p> \"\\u00", "rdf.syntax"},
                                                     {"<a:s> <a:p> \"\\u0000\" .", "rdf.bad-term"},
                                                     {"<a:s> <a:p> \"\xFF\" .", "rdf.bad-term"},
                                                     {"<s> <a:p> <a:o> .", "rdf.bad-term"},
                                                     {"<a:s> <a:p> \"o\"@1 .", "rdf.bad-term"},
                                                     {"<a:s> <a:p> \"o\"^^a .", "rdf.syntax"},
                                                     {"<a:s> <a:p> \"x\"^^<http://www.w3.org/2001/XMLSchema#integer> .", "rdf.bad-term"},
                                                     {"_: <a:p> <a:o> .", "rdf.bad-term"},
                                                     {"<a:s> <a:p> <a:o> _:g .", "rdf.syntax"},
                                                     {"<a:\\u0020> <a:p> <a:o> .", "rdf.bad-term"},
                                                     {"<a:s", "rdf.syntax"}};
  for (const auto& [line, code] : bad) {
    Collector collector;
    Diagnostics diagnostics;
    EXPECT_EQ(read_lines(std::string_view(line), "x.nt", collector, diagnostics), 0U) << line;
    EXPECT_EQ(first_code(diagnostics), code) << line;
  }
}

TEST(Lines, TrustNoTermBecauseABadOneStoodThereBefore) {
  Collector collector;
  Diagnostics diagnostics;
  const std::string_view text =
      "<a:s> <a:p> \"o\" .\n<a:s> <a:p> <o> .\n_:x <a:p> <a:o> .\n<x> <a:p> <a:o> .\n<a:b c\\u> <a:p> <a:o> .\n<a:b c> <a:p> <a:o> .\n";
  EXPECT_EQ(read_lines(text, "x.nt", collector, diagnostics), 2U);
  EXPECT_EQ(diagnostics.items().size(), 4U);
}

TEST(Lines, StopAfterTooManyErrors) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "this is prose, no graph\n";
  Collector collector;
  Diagnostics diagnostics;
  read_lines(std::string_view(text), "x.nt", collector, diagnostics);
  EXPECT_EQ(diagnostics.items().size(), 101U);
  EXPECT_EQ(diagnostics.items().back().code, "rdf.too-many-errors");
}

class Files : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        std::filesystem::temp_directory_path() / ("chancery_rdf_" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) +
                                                  ::testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  [[nodiscard]] std::string path(const char* name) const { return (folder_ / name).string(); }
  static std::string content(const std::string& path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::filesystem::path folder_;
};

TEST_F(Files, TheOldOneIsWholeUntilTheNewOneIsFinished) {
  std::ofstream(path("g.nt")) << "old";
  {
    auto sink = FileByteSink::open(path("g.nt"));
    ASSERT_TRUE(sink.ok());
    (*sink)->write("half");
    EXPECT_EQ(content(path("g.nt")), "old");
  }
  EXPECT_EQ(content(path("g.nt")), "old");
  auto sink = FileByteSink::open(path("g.nt"));
  (*sink)->write("new");
  EXPECT_TRUE((*sink)->finish().ok());
  EXPECT_EQ(content(path("g.nt")), "new");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_), {}), 1);
}

TEST_F(Files, SayWhyTheyCannotBeWritten) {
  std::ofstream(path("file")) << "x";
  EXPECT_NE(FileByteSink::open(path("file/below")).error().find("Not a directory"), std::string::npos);
  EXPECT_TRUE(FileByteSink::open(path("new/folder/file")).ok());
  EXPECT_NE(FileByteSink::open(folder_.string()).error().find("Is a directory"), std::string::npos);
}

TEST_F(Files, AFullDiskIsReportedAtTheEnd) {
  auto sink = FileByteSink::open("/dev/full");
  ASSERT_TRUE(sink.ok());
  LineWriter writer(**sink, LineSyntax::NTriples);
  for (int i = 0; i < 5000; ++i) writer.add({*make_iri("a:s"), *make_iri("a:p"), *make_iri("a:o"), {}});
  const Status status = writer.finish();
  ASSERT_FALSE(status.ok());
  EXPECT_NE(status.error().find("No space left"), std::string::npos);
  std::ofstream full("/dev/full");
  StreamByteSink stream(full, "there");
  stream.write(std::string(100000, 'x'));
  EXPECT_FALSE(stream.finish().ok());
}

}  // namespace
}  // namespace chancery
