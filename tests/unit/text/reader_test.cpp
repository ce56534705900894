#include "text/reader.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "text_fixture.hpp"

namespace chancery::test {
namespace {

namespace fs = std::filesystem;

/// A folder of its own for each test.
class ReadArticles : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::temp_directory_path() / ("chancery-reader-" + std::to_string(::getpid()) + "-" + info->name());
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, std::string_view content) const {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
    return path.string();
  }
  std::string write_gzip(const std::string& name, std::string_view content, const char* mode = "wb") const {
    const std::string path = (folder_ / name).string();
    gzFile file = gzopen(path.c_str(), mode);
    gzwrite(file, content.data(), static_cast<unsigned>(content.size()));
    gzclose(file);
    return path;
  }

  void read(std::vector<std::string> inputs, std::size_t max_bytes = 1U << 28U) {
    ArticleReader reader(std::move(inputs), max_bytes);
    while (auto article = reader.next(diagnostics_)) articles_.push_back(std::move(*article));
    read_ = reader.bytes_read();
    total_ = reader.bytes_total();
  }
  [[nodiscard]] std::string codes() const {
    return joined(diagnostics_.items(), " ", [](const Diagnostic& d) { return d.code; });
  }
  [[nodiscard]] std::string bodies() const {
    return joined(articles_, "|", [](const Article& a) { return a.body; });
  }
  [[nodiscard]] std::string where() const {
    const Location& place = diagnostics_.items().at(0).where;
    return fs::path(place.file).filename().string() + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
  }

  fs::path folder_;
  Diagnostics diagnostics_;
  std::vector<Article> articles_;
  std::uint64_t read_ = 0, total_ = 0;
};

TEST_F(ReadArticles, PlainText) {
  const std::string path = write("a.txt", "They met.\n");
  read({path});
  ASSERT_EQ(articles_.size(), 1U);
  EXPECT_EQ(articles_[0].body, "They met.\n");
  EXPECT_EQ(articles_[0].source, path);
  EXPECT_EQ(codes(), "");
  EXPECT_EQ(read_, 10U);
  EXPECT_EQ(total_, 10U);
}

TEST_F(ReadArticles, FrontMatter) {
  read({write("a.txt",
              "\xEF\xBB\xBF---\ntitle: \"Envoys: a talk\"\ndate: January 2, 2025\npublisher: The Paper\nurl: "
              "https://example.org/a\nlanguage: en\n---\n\nThey met.\n")});
  ASSERT_EQ(articles_.size(), 1U);
  EXPECT_EQ(articles_[0].body, "\nThey met.\n");
  EXPECT_EQ(articles_[0].title, "Envoys: a talk");
  EXPECT_EQ(articles_[0].date, "2025-01-02");
  EXPECT_EQ(articles_[0].publisher, "The Paper");
  EXPECT_EQ(articles_[0].url, "https://example.org/a");
  EXPECT_EQ(articles_[0].language, "en");
  EXPECT_EQ(codes(), "");
}

TEST_F(ReadArticles, BadFrontMatterCostsOnlyItself) {
  read({write("a.txt", "---\ntitle: [a\n---\nThey met.\n")});
  EXPECT_EQ(codes(), "input.bad-front-matter");
  EXPECT_EQ(bodies(), "They met.\n");
  EXPECT_EQ(where(), "a.txt:3:1");
}

TEST_F(ReadArticles, FrontMatterTellsWhatItDoesNotKnow) {
  read({write("a.txt", "---\ntags: [a, b]\ndate: soon\ntitle: [x]\n---\nThey met.\n")});
  EXPECT_EQ(codes(), "input.unknown-key input.bad-date input.bad-front-matter");
  EXPECT_EQ(where(), "a.txt:2:1");
  EXPECT_EQ(articles_.size(), 1U);
}

TEST_F(ReadArticles, DashesWithoutAnEndAreText) {
  read({write("a.txt", "---\nThey met.\n")});
  EXPECT_EQ(bodies(), "---\nThey met.\n");
  EXPECT_EQ(codes(), "");
}

TEST_F(ReadArticles, JsonLinesWithTheNamesOfCrawlers) {
  const std::string path = write("a.jsonl",
                                 "{\"title\":\"T\",\"maintext\":\"One.\",\"date_publish\":\"2025-01-02 "
                                 "10:00:00\",\"url\":\"https://example.org\",\"source_domain\":\"example.org\",\"language\":\"en\"}\n"
                                 "\n"
                                 "{\"headline\":\"U\",\"articleBody\":\"Two.\",\"datePublished\":\"2025-01-03T10:00:00Z\",\"link\":\"https:"
                                 "//example.org/2\",\"publisher\":{\"name\":\"P\"},\"lang\":\"de\"}\r\n"
                                 "{\"text\":null,\"body\":\"Three.\",\"title\":7}");
  read({path});
  ASSERT_EQ(articles_.size(), 3U);
  EXPECT_EQ(bodies(), "One.|Two.|Three.");
  EXPECT_EQ(articles_[0].title, "T");
  EXPECT_EQ(articles_[0].date, "2025-01-02");
  EXPECT_EQ(articles_[0].publisher, "example.org");
  EXPECT_EQ(articles_[0].source, path + ":1");
  EXPECT_EQ(articles_[1].title, "U");
  EXPECT_EQ(articles_[1].url, "https://example.org/2");
  EXPECT_EQ(articles_[1].publisher, "P");
  EXPECT_EQ(articles_[1].language, "de");
  EXPECT_EQ(articles_[1].source, path + ":3");
  EXPECT_EQ(articles_[2].title, "");
  EXPECT_EQ(codes(), "");
}

TEST_F(ReadArticles, GoodLinesAroundBadOnes) {
  read({write("a.jsonl",
              "{\"text\":\"broken\n{\"text\":\"One.\"}\n{\"title\":\"no text\"}\n[1]\n7\n{\"text\":\"  "
              "\"}\n{\"text\":\"a\\u0000b\"}\n{\"text\":\"\xFF\"}\n{\"text\":\"Two.\"}\n")});
  EXPECT_EQ(bodies(), "One.|Two.");
  EXPECT_EQ(codes(), "input.bad-json input.no-text input.no-text input.no-text input.no-text input.nul-byte input.invalid-utf8");
  EXPECT_EQ(where(), "a.jsonl:1:1");
  EXPECT_EQ(diagnostics_.items()[1].where.line, 3U);
}

TEST_F(ReadArticles, OneJsonObjectOverManyLines) {
  read({write("a.json", "{\n  \"text\": \"One.\"\n}\n"), write("b.json", "[\n {\"text\": \"Two.\"},\n {\"text\": \"Three.\"}\n]\n"),
        write("c.json", "{\"text\": \"Four.\"}")});
  EXPECT_EQ(bodies(), "One.|Two.|Three.|Four.");
  EXPECT_EQ(codes(), "");
}

TEST_F(ReadArticles, Gzip) {
  const std::string path = write_gzip("a.jsonl.gz", "{\"text\":\"One.\"}\n");
  write_gzip("a.jsonl.gz", "{\"text\":\"Two.\"}\n", "ab");
  read({path, write_gzip("b.txt.gz", "Three.")});
  EXPECT_EQ(bodies(), "One.|Two.|Three.");
  EXPECT_EQ(codes(), "");
}

TEST_F(ReadArticles, TruncatedGzipGivesWhatIsWhole) {
  std::string lines, noise;
  unsigned state = 1;
  for (int i = 0; i < 20000; ++i) {
    state = state * 1664525U + 1013904223U;
    lines += "{\"text\":\"Number " + std::to_string(state) + ".\"}\n";
  }
  const std::string path = write_gzip("a.jsonl.gz", lines);
  fs::resize_file(path, fs::file_size(path) / 2);
  read({path});
  EXPECT_GT(articles_.size(), 5000U);
  EXPECT_LT(articles_.size(), 15000U);
  EXPECT_EQ(codes(), "input.truncated-gzip");
}

TEST_F(ReadArticles, TruncatedGzipOfAText) {
  const std::string path = write_gzip("a.txt.gz", "They met, and they met again.");
  fs::resize_file(path, fs::file_size(path) - 9);
  read({path});
  EXPECT_EQ(articles_.size(), 0U);
  EXPECT_EQ(codes(), "input.truncated-gzip");
}

TEST_F(ReadArticles, DamagedGzip) {
  const std::string path = write_gzip("a.txt.gz", "They met, and they met again.");
  std::fstream(path, std::ios::in | std::ios::out | std::ios::binary).seekp(12).write("\xFF\xFF\xFF\xFF\xFF", 5);
  const std::string tail = write_gzip("b.txt.gz", "They met.");
  std::ofstream(tail, std::ios::app | std::ios::binary) << "rubbish";
  read({path, tail});
  EXPECT_EQ(articles_.size(), 0U);
  EXPECT_EQ(codes(), "input.bad-gzip input.bad-gzip");
}

TEST_F(ReadArticles, AFolderIsReadSortedByPath) {
  write("b/2.txt", "Three.");
  write("b/1.md", "Two.");
  write("a.jsonl", "{\"text\":\"One.\"}\n");
  write("c.ndjson", "{\"text\":\"Four.\"}\n");
  write("d.pdf", "not read");
  write(".hidden.txt", "not read");
  write_gzip("e.txt.gz", "Five.");
  read({folder_.string()});
  EXPECT_EQ(bodies(), "One.|Two.|Three.|Four.|Five.");
  EXPECT_EQ(codes(), "");
}

TEST_F(ReadArticles, BadInputIsReportedAndTheRestIsRead) {
  fs::create_directories(folder_ / "empty");
  const std::string good = write("good.txt", "They met.");
  std::string binary =
      "\x7F"
      "ELF";
  for (int i = 0; i < 200; ++i) binary += static_cast<char>(i % 7);
  read({write("empty.txt", ""), write("blank.txt", " \n\n"),
        write("latin.txt",
              "They met.\nIn Orl\xE9"
              "ans."),
        write("nul.txt", std::string_view("They\0met. They met. They met. They met.", 37)), write("binary.txt", binary),
        write("utf16.txt", std::string_view("\xFF\xFET\0h\0", 6)), (folder_ / "empty").string(), (folder_ / "missing.txt").string(),
        write("empty.jsonl", "\n\n"), good});
  EXPECT_EQ(bodies(), "They met.");
  EXPECT_EQ(codes(),
            "input.no-articles input.missing input.empty input.empty input.invalid-utf8 input.nul-byte input.binary input.invalid-utf8 "
            "input.empty");
  const Diagnostic& latin = diagnostics_.items()[4];
  EXPECT_EQ(latin.where.line, 2U);
  EXPECT_EQ(latin.where.column, 7U);
  EXPECT_NE(latin.message.find("byte 16"), std::string::npos) << latin.message;
}

TEST_F(ReadArticles, UnreadableFilesAndFolders) {
  if (::geteuid() == 0) {
    // Nothing is closed to root: a folder under a name that promises a file must do.
    ArticleReader reader({"/proc/self/mem"});
    EXPECT_FALSE(reader.next(diagnostics_));
    EXPECT_EQ(codes(), "input.unreadable");
    return;
  }
  const std::string path = write("a.txt", "They met.");
  ::chmod(path.c_str(), 0);
  fs::create_directories(folder_ / "closed");
  ::chmod((folder_ / "closed").c_str(), 0);
  read({path, (folder_ / "closed").string()});
  ::chmod((folder_ / "closed").c_str(), 0700);
  EXPECT_EQ(codes(), "input.unreadable input.unreadable");
}

TEST_F(ReadArticles, OneHugeLine) {
  std::string text;
  while (text.size() < 5000000) text += "They met. ";
  read({write("a.txt", text), write("b.jsonl", "{\"text\":\"" + text + "\"}\n")});
  ASSERT_EQ(articles_.size(), 2U);
  EXPECT_EQ(articles_[0].body, articles_[1].body);
}

TEST_F(ReadArticles, TooLargeArticlesAreLeftOut) {
  const std::string large(400000, 'a');
  read({write("a.txt", large),
        write("b.jsonl", "{\"text\":\"One.\"}\n{\"text\":\"" + large + "\"}\n{\"text\":\"Two.\"}\n{\"text\":\"" + large + "\"}"),
        write("c.txt", "Three.")},
       1000);
  EXPECT_EQ(bodies(), "One.|Two.|Three.");
  EXPECT_EQ(codes(), "input.too-large input.too-large input.too-large");
  EXPECT_EQ(diagnostics_.items()[1].where.line, 2U);
}

TEST_F(ReadArticles, StandardInput) {
  for (const char* content : {"They met.", "{\"text\":\"They met.\"}\n", " {\"text\":\"They met.\"}"}) {
    const std::string path = write("in", content);
    const int saved = ::dup(STDIN_FILENO);
    ASSERT_NE(std::freopen(path.c_str(), "r", stdin), nullptr);
    articles_.clear();
    read({"-"});
    ::dup2(saved, STDIN_FILENO);
    ::close(saved);
    EXPECT_EQ(bodies(), "They met.") << content;
  }
}

TEST_F(ReadArticles, AFileWithoutAKnownEndingIsLookedAt) {
  read({write("a", "They met."), write("b.log", "{\"text\":\"Two.\"}\n{\"text\":\"Three.\"}\n")});
  EXPECT_EQ(bodies(), "They met.|Two.|Three.");
}

TEST(NormalizedDate, KnowsTheFormsOfMetadata) {
  EXPECT_EQ(normalized_date("2025-01-02"), "2025-01-02");
  EXPECT_EQ(normalized_date(" 2025-01-02T23:59:59+02:00"), "2025-01-02");
  EXPECT_EQ(normalized_date("2025/1/2"), "2025-01-02");
  EXPECT_EQ(normalized_date("20250102"), "2025-01-02");
  EXPECT_EQ(normalized_date("20250102T120000Z"), "2025-01-02");
  EXPECT_EQ(normalized_date("Thu, 02 Jan 2025 10:00:00 GMT"), "2025-01-02");
  EXPECT_EQ(normalized_date("2 January 2025"), "2025-01-02");
  EXPECT_EQ(normalized_date("2nd Sept. 2025"), "2025-09-02");
  EXPECT_EQ(normalized_date("January 2, 2025 10:15 AM"), "2025-01-02");
  EXPECT_EQ(normalized_date("Thursday, Jan 2nd, 2025"), "2025-01-02");
  EXPECT_EQ(normalized_date("2024-02-29"), "2024-02-29");
  EXPECT_EQ(normalized_date("2025-02-29"), "");
  EXPECT_EQ(normalized_date("2025-13-01"), "");
  EXPECT_EQ(normalized_date("01/02/2025"), "") << "nobody knows which is the month";
  EXPECT_EQ(normalized_date("2025"), "");
  EXPECT_EQ(normalized_date("yesterday"), "");
  EXPECT_EQ(normalized_date(""), "");
}

}  // namespace
}  // namespace chancery::test
