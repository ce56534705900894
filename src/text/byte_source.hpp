#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <zlib.h>

#include "base/result.hpp"

namespace chancery {

/// How reading ended.
enum class ReadState : std::uint8_t { Fine, Failed, Truncated, Corrupt };

/// The bytes of a file or of standard input, unpacked if they are gzip (of one or several members). Owns its file descriptor.
class ByteSource {
 public:
  /// `-` is standard input. Fails if the file cannot be opened or is a folder.
  static Result<std::unique_ptr<ByteSource>> open(const std::string& path);
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  ~ByteSource();

  /// Append the next bytes to `out`; false at the end or on an error, which `state` then tells.
  bool read(std::string& out);
  [[nodiscard]] ReadState state() const { return state_; }
  /// The system's reason, if `state` is `Failed`.
  [[nodiscard]] const std::string& reason() const { return reason_; }
  /// Bytes read from the file, before unpacking.
  [[nodiscard]] std::uint64_t raw_bytes() const { return raw_bytes_; }

 private:
  explicit ByteSource(int fd);
  bool fill();
  bool inflate_into(std::string& out);
  bool end_member();

  int fd_;
  bool is_gzip_ = false;
  bool in_member_ = false;
  bool begun_ = false;
  ReadState state_ = ReadState::Fine;
  std::string reason_;
  std::uint64_t raw_bytes_ = 0;
  std::vector<unsigned char> buffer_;
  std::size_t used_ = 0, filled_ = 0;
  z_stream stream_{};
};

/// The lines of a source, without their ends.
class LineSource {
 public:
  LineSource(std::unique_ptr<ByteSource> source, std::size_t limit) : source_(std::move(source)), limit_(limit) {}

  /// The next line, valid until the next call; false at the end. The last line may lack its end; it is then given only if reading
  /// ended well. A line over the limit is skipped and `too_long` set.
  bool next(std::string_view& line, bool& too_long);
  /// Put the line given last in front again.
  void put_back() { again_ = true; }
  /// Everything from the line given last on; a little more than the limit if there is more than that.
  std::string rest();
  /// The line given last, counted from 1.
  [[nodiscard]] std::uint32_t line_number() const { return number_; }
  [[nodiscard]] const ByteSource& source() const { return *source_; }

 private:
  bool more();

  std::unique_ptr<ByteSource> source_;
  std::size_t limit_;  ///< bytes
  std::string buffer_;
  std::size_t begin_ = 0;  ///< of the line given last
  std::size_t next_ = 0;   ///< behind it
  std::size_t searched_ = 0;
  std::uint32_t number_ = 0;
  bool again_ = false;
  bool ended_ = false;
};

}  // namespace chancery
