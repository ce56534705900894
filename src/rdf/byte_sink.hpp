#pragma once

#include <cstdio>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace chancery {

/// Takes the bytes that a writer makes. After a failure it swallows the rest; `finish` tells what went wrong.
class ByteSink {
 public:
  virtual ~ByteSink() = default;
  virtual void write(std::string_view bytes) = 0;
  /// Everything is written: hand the bytes over for good. Call once, at the end.
  virtual Status finish() = 0;
};

/// Collects bytes in a string that it borrows.
class StringByteSink final : public ByteSink {
 public:
  explicit StringByteSink(std::string& out) : out_(&out) {}
  void write(std::string_view bytes) override { out_->append(bytes); }
  Status finish() override { return Done{}; }

 private:
  std::string* out_;
};

/// Writes to a C++ stream that it borrows; `name` stands for it in messages.
class StreamByteSink final : public ByteSink {
 public:
  StreamByteSink(std::ostream& out, std::string name);
  void write(std::string_view bytes) override;
  Status finish() override;

 private:
  std::ostream* out_;
  std::string name_;
};

/// Writes a file beside the one that is meant and renames it in `finish`, so the old file is whole until the new one is.
/// Without `finish`, or after a failure, the old file stays as it was and nothing is left behind.
/// `-` is standard output; a device or a pipe is written to directly. Folders above the file are made.
class FileByteSink final : public ByteSink {
 public:
  static Result<std::unique_ptr<FileByteSink>> open(const std::string& path);
  ~FileByteSink() override;
  FileByteSink(const FileByteSink&) = delete;
  FileByteSink& operator=(const FileByteSink&) = delete;

  void write(std::string_view bytes) override;
  Status finish() override;

 private:
  FileByteSink(std::FILE* file, std::string path, std::string part);
  Status fail(int error);

  std::FILE* file_;
  std::string path_;
  std::string part_;  ///< the file beside, or empty where none is needed
  int error_ = 0;     ///< errno of the first failure
};

}  // namespace chancery
