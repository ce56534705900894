#include "base/file.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace chancery {
namespace {

namespace fs = std::filesystem;

class Files : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::temp_directory_path() / ("chancery-file-" + std::to_string(::getpid()) + "-" + info->name());
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  [[nodiscard]] std::string path(const char* name) const { return (folder_ / name).string(); }
  [[nodiscard]] std::ptrdiff_t entries() const { return std::distance(fs::directory_iterator(folder_), fs::directory_iterator()); }

  fs::path folder_;
};

TEST_F(Files, ComeBackAsTheyWereWritten) {
  std::string content(300000, 'x');
  content[7] = '\0';
  ASSERT_TRUE(write_file_atomically(path("a"), content).ok());
  const auto back = read_file(path("a"));
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back.value(), content);
  EXPECT_EQ(entries(), 1) << "nothing is left beside it";
}

TEST_F(Files, FoldersAreMade) {
  ASSERT_TRUE(write_file_atomically(path("new/folder/a"), "text").ok());
  EXPECT_EQ(read_file(path("new/folder/a")).value(), "text");
}

TEST_F(Files, AnOldFileIsReplacedAndKeepsItsRights) {
  ASSERT_TRUE(write_file_atomically(path("a"), "old").ok());
  ::chmod(path("a").c_str(), 0640);
  ASSERT_TRUE(write_file_atomically(path("a"), "new").ok());
  EXPECT_EQ(read_file(path("a")).value(), "new");
  struct stat status {};
  ::stat(path("a").c_str(), &status);
  EXPECT_EQ(status.st_mode & 0777U, 0640U);
}

TEST_F(Files, AFailedWriteLeavesTheOldFileWhole) {
  fs::create_directories(folder_ / "a");
  std::ofstream(folder_ / "a" / "inside") << "text";
  const Status written = write_file_atomically(path("a"), "new");  // a folder that is not empty cannot be replaced
  ASSERT_FALSE(written.ok());
  EXPECT_NE(written.error().find(path("a")), std::string::npos) << written.error();
  EXPECT_EQ(read_file(path("a/inside")).value(), "text");
  EXPECT_EQ(entries(), 1) << "nothing is left beside it";
  EXPECT_FALSE(write_file_atomically(path("a/inside/b"), "new").ok()) << "a file is no folder";
}

TEST_F(Files, SayWhyTheyCannotBeRead) {
  EXPECT_NE(read_file(path("missing")).error().find("No such file"), std::string::npos);
  EXPECT_NE(read_file(folder_.string()).error().find("Is a directory"), std::string::npos);
}

TEST_F(Files, EmptyAndEndlessOnes) {
  ASSERT_TRUE(write_file_atomically(path("a"), "").ok());
  EXPECT_EQ(read_file(path("a")).value(), "");
  EXPECT_FALSE(read_file("/proc/self/status").value().empty()) << "a file whose size is not known";
}

}  // namespace
}  // namespace chancery
