#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "redland/writer.hpp"
#include "support/nasty_terms.hpp"

namespace chancery {
namespace {

/// Writes statements in every format and has `tests/conformance/round_trip` read them with parsers that are not ours.
class OtherParsers : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("chancery_round_trip_" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string write(const std::vector<Statement>& statements, RdfFormat format, const std::string& name) {
    const std::string path = (folder_ / name).string();
    auto bytes = FileByteSink::open(path);
    EXPECT_TRUE(bytes.ok());
    Diagnostics diagnostics;
    EXPECT_TRUE(write_rdf(statements, format, all_prefixes(), **bytes, diagnostics).ok());
    EXPECT_TRUE(diagnostics.empty());
    return path;
  }

  int read_back(const std::string& expected, const std::string& files) {
    const std::string command = std::string(CHANCERY_SOURCE_DIR) + "/tests/conformance/round_trip " + expected + " " + files + " 1>&2";
    const int status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  std::filesystem::path folder_;
};

TEST_F(OtherParsers, ReadEveryFormatBack) {
  const std::vector<Statement> statements = support::nasty_statements();
  const std::string expected = write(statements, RdfFormat::NQuads, "expected.nq");
  std::string files = expected;
  files += " " + write(statements, RdfFormat::NTriples, "x.nt");
  files += " " + write(statements, RdfFormat::Turtle, "x.ttl");
  files += " " + write(statements, RdfFormat::TriG, "x.trig");
  files += " " + write(statements, RdfFormat::JsonLd, "x.jsonld");
  EXPECT_EQ(read_back(expected, files), 0);
}

TEST_F(OtherParsers, ReadWhatRaptorWrites) {
  std::vector<Statement> statements = support::nasty_statements();
  std::erase_if(statements, [](const Statement& statement) {
    const std::string_view type = statement.object.datatype;
    const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n'; };
    return statement.object.language == "zh-hant" || type.ends_with("#double") || type.ends_with("#boolean") ||
           statement.object.value == "5." || std::any_of(statement.object.value.begin(), statement.object.value.end(), control);
  });
  const std::string expected = write(statements, RdfFormat::NQuads, "expected.nq");
  EXPECT_EQ(read_back(expected, write(statements, RdfFormat::Turtle, "x.ttl") + " " + write(statements, RdfFormat::RdfXml, "x.rdf")), 0);
}

}  // namespace
}  // namespace chancery
