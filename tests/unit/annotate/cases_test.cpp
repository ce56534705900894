// Runs tests/cases/groups*.tsv: one row, one test.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <vector>

#include "annotate/annotation_text.hpp"
#include "shared.hpp"

namespace chancery {
namespace {

struct Case {
  std::string name, sentence, pos, groups, arguments, relations;
  friend void PrintTo(const Case& c, std::ostream* out) { *out << c.sentence; }
};

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> out(1);
  for (char c : line) {
    if (c == '\t')
      out.emplace_back();
    else
      out.back() += c;
  }
  out.resize(6, "-");
  return out;
}

std::vector<Case> read_cases() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(CHANCERY_SOURCE_DIR) + "/tests/cases")) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("groups") && name.ends_with(".tsv")) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Case> out;
  for (const auto& file : files) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line.front() == '#') continue;
      const std::vector<std::string> fields = split(line);
      out.push_back({fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]});
    }
  }
  return out;
}

class AnnotationCase : public testing::TestWithParam<Case> {};

void expect_column(const std::string& wanted, const std::string& found) {
  if (wanted == "-") return;
  EXPECT_EQ(wanted, found.empty() ? "." : found);
}

TEST_P(AnnotationCase, IsAnnotatedAsTheTableSays) {
  const Case& c = GetParam();
  const test::Annotated text(c.sentence);
  expect_column(c.pos, pos_text(text.annotation, text.all()));
  expect_column(c.groups, group_text(text.document, text.annotation, text.all()));
  expect_column(c.arguments, argument_text(text.document, text.annotation, text.all()));
  expect_column(c.relations, relation_text(text.document, text.annotation, text.all()));
}

std::string name_of(const testing::TestParamInfo<Case>& info) {
  std::string out = info.param.name;
  for (char& c : out) c = c == '-' ? '_' : c;
  return out;
}

INSTANTIATE_TEST_SUITE_P(Tables, AnnotationCase, testing::ValuesIn(read_cases()), name_of);

TEST(AnnotationCases, AreManyAndHaveDifferentNames) {
  const std::vector<Case> cases = read_cases();
  EXPECT_GE(cases.size(), 150U);
}

}  // namespace
}  // namespace chancery
