// Runs every case under tests/golden with the shipped mappings and compares the shard, sorted, and the diagnostics with what is
// expected. CHANCERY_UPDATE_GOLDEN=1 writes the expectations instead; their difference is then reviewed as code.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "mapping/mapper.hpp"
#include "rdf/vocabulary.hpp"
#include "support/shipped.hpp"
#include "text/reader.hpp"

namespace chancery {
namespace {

namespace fs = std::filesystem;

class Lines final : public StatementSink {
 public:
  void add(const Statement& s) override {
    lines.insert(to_string(s.subject) + ' ' + to_string(s.predicate) + ' ' + to_string(s.object) + " .\n");
  }
  std::set<std::string> lines;
};

std::string read_text(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string shard_of(const std::string& text, const std::string& name, Diagnostics& diagnostics) {
  const Shipped& shipped = Shipped::get();
  std::optional<Article> article = article_from_text(text, name, diagnostics);
  if (!article) return {};
  Mapper mapper(shipped.pack, *shipped.lexicon, {"golden", "", "", ""}, std::string(default_base));
  Lines sink;
  mapper.map(Extractor(*shipped.model).extract(std::move(*article)), sink);
  std::string all;
  for (const std::string& line : sink.lines) all += line;
  return all;
}

void compare_or_write(const fs::path& path, const std::string& found) {
  if (std::getenv("CHANCERY_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << found;
    return;
  }
  EXPECT_TRUE(fs::exists(path)) << path << " is missing; run with CHANCERY_UPDATE_GOLDEN=1";
  EXPECT_EQ(read_text(path), found) << path;
}

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const fs::directory_entry& item : fs::directory_iterator(std::string(CHANCERY_SOURCE_DIR) + "/tests/golden")) {
    if (item.is_directory()) names.push_back(item.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, GivesTheExpectedShardAndDiagnostics) {
  const fs::path folder = fs::path(CHANCERY_SOURCE_DIR) / "tests/golden" / GetParam();
  Diagnostics diagnostics;
  const std::string shard = shard_of(read_text(folder / "article.txt"), "article.txt", diagnostics);
  std::string said;
  for (const Diagnostic& item : diagnostics.items()) said += to_string(item) + '\n';
  compare_or_write(folder / "expected.nt", shard);
  compare_or_write(folder / "expected.diagnostics", said);
}

std::string test_name(const testing::TestParamInfo<std::string>& item) {
  std::string name = item.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Cases, Golden, testing::ValuesIn(cases()), test_name);

TEST(ShippedRules, AreFreeOfMistakes) {
  std::string said;
  for (const Diagnostic& item : Shipped::get().diagnostics.items()) {
    if (item.severity == Severity::Error) said += to_string(item) + '\n';
  }
  EXPECT_EQ(said, "");
}

}  // namespace
}  // namespace chancery
