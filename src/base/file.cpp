#include "base/file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace chancery {
namespace {

Failure failure(const std::string& verb, const std::string& path, int reason) {
  return {"cannot " + verb + " " + path + ": " + std::strerror(reason)};
}

/// A file descriptor that is closed when it goes.
class File {
 public:
  File(const std::string& path, int flags, mode_t mode = 0) : fd_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (fd_ >= 0) ::close(fd_);
  }
  [[nodiscard]] int get() const { return fd_; }
  /// The error of closing, 0 if there is none: a full disk may show only here.
  int close() { return ::close(std::exchange(fd_, -1)) == 0 ? 0 : errno; }

 private:
  int fd_;
};

int write_all(int fd, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(fd, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

/// Rights for a new file: those of the one that it replaces, else what the umask leaves of 0666.
mode_t mode_of(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777U : 0666U;
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  const File file(path, O_RDONLY);
  if (file.get() < 0) return failure("open", path, errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return failure("read", path, errno);
  if (S_ISDIR(status.st_mode)) return failure("read", path, EISDIR);
  std::string content;
  std::size_t used = 0;
  content.resize(static_cast<std::size_t>(status.st_size) + 1);
  for (;;) {
    if (used == content.size()) content.resize(content.size() * 2);
    const ssize_t got = ::read(file.get(), content.data() + used, content.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure("read", path, errno);
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
  }
  content.resize(used);
  return content;
}

Status write_file_atomically(const std::string& path, std::string_view content) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  std::error_code error;
  if (!folder.empty()) std::filesystem::create_directories(folder, error);
  if (error) return failure("make the folder of", path, error.value());

  const std::string beside = path + ".part-" + std::to_string(::getpid());
  int reason = 0;
  {
    File file(beside, O_WRONLY | O_CREAT | O_TRUNC, mode_of(path));
    if (file.get() < 0) return failure("write", path, errno);
    reason = write_all(file.get(), content);
    if (reason == 0 && ::fsync(file.get()) != 0 && errno != EINVAL) reason = errno;
    if (const int closing = file.close(); reason == 0) reason = closing;
  }
  if (reason == 0 && std::rename(beside.c_str(), path.c_str()) != 0) reason = errno;
  if (reason == 0) return Done{};
  ::unlink(beside.c_str());
  return failure("write", path, reason);
}

}  // namespace chancery
