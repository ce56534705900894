#include "rdf/byte_sink.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <ostream>
#include <utility>

namespace chancery {
namespace {

Failure cannot(const std::string& what, const std::string& path, int error) {
  return {"cannot " + what + " " + (path == "-" ? std::string("standard output") : path) + ": " +
          (error != 0 ? std::strerror(error) : "unknown error")};
}

/// A device, a pipe or a socket: there is nothing to rename.
bool is_special_file(const std::string& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode);
}

}  // namespace

StreamByteSink::StreamByteSink(std::ostream& out, std::string name) : out_(&out), name_(std::move(name)) {}

void StreamByteSink::write(std::string_view bytes) {
  out_->write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

Status StreamByteSink::finish() {
  out_->flush();
  if (!*out_) return cannot("write", name_, errno);
  return Done{};
}

Result<std::unique_ptr<FileByteSink>> FileByteSink::open(const std::string& path) {
  if (path == "-") return std::unique_ptr<FileByteSink>(new FileByteSink(stdout, path, {}));
  struct stat info {};
  if (::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) return cannot("write", path, EISDIR);
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  if (!folder.empty()) std::filesystem::create_directories(folder, error);
  if (error) return cannot("write", path, error.value());
  std::string part = is_special_file(path) ? std::string() : path + ".part";
  std::FILE* file = std::fopen((part.empty() ? path : part).c_str(), "wb");
  if (file == nullptr) return cannot("write", path, errno);
  return std::unique_ptr<FileByteSink>(new FileByteSink(file, path, std::move(part)));
}

FileByteSink::FileByteSink(std::FILE* file, std::string path, std::string part)
    : file_(file), path_(std::move(path)), part_(std::move(part)) {}

FileByteSink::~FileByteSink() {
  if (file_ == nullptr) return;
  if (file_ != stdout) std::fclose(file_);
  if (!part_.empty()) std::remove(part_.c_str());
}

void FileByteSink::write(std::string_view bytes) {
  if (error_ != 0 || file_ == nullptr || bytes.empty()) return;
  errno = 0;
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) error_ = errno != 0 ? errno : EIO;
}

Status FileByteSink::fail(int error) {
  if (!part_.empty()) std::remove(part_.c_str());
  return cannot("write", path_, error);
}

Status FileByteSink::finish() {
  std::FILE* file = std::exchange(file_, nullptr);
  if (file == nullptr) return Done{};
  errno = 0;
  if (std::fflush(file) != 0 && error_ == 0) error_ = errno != 0 ? errno : EIO;
  if (file != stdout && std::fclose(file) != 0 && error_ == 0) error_ = errno != 0 ? errno : EIO;
  if (error_ != 0) return fail(error_);
  if (!part_.empty() && std::rename(part_.c_str(), path_.c_str()) != 0) return fail(errno);
  return Done{};
}

}  // namespace chancery
