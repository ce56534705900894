#include "text/byte_source.hpp"

#include <cassert>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace chancery {
namespace {

constexpr std::size_t chunk = std::size_t{1} << 17U;

}  // namespace

Result<std::unique_ptr<ByteSource>> ByteSource::open(const std::string& path) {
  if (path == "-") return std::unique_ptr<ByteSource>(new ByteSource(::dup(STDIN_FILENO)));
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return Failure{std::strerror(errno)};
  struct stat status {};
  if (::fstat(fd, &status) == 0 && S_ISDIR(status.st_mode)) {
    ::close(fd);
    return Failure{std::strerror(EISDIR)};
  }
  return std::unique_ptr<ByteSource>(new ByteSource(fd));
}

ByteSource::ByteSource(int fd) : fd_(fd), buffer_(chunk) {}

ByteSource::~ByteSource() {
  if (is_gzip_) inflateEnd(&stream_);
  if (fd_ >= 0) ::close(fd_);
}

bool ByteSource::fill() {
  used_ = 0;
  filled_ = 0;
  for (;;) {
    const ssize_t got = ::read(fd_, buffer_.data(), buffer_.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      state_ = ReadState::Failed;
      reason_ = std::strerror(errno);
      return false;
    }
    filled_ = static_cast<std::size_t>(got);
    raw_bytes_ += filled_;
    return filled_ != 0;
  }
}

bool ByteSource::read(std::string& out) {
  if (state_ != ReadState::Fine) return false;
  if (!begun_) {
    begun_ = true;
    if (!fill()) return false;
    is_gzip_ = filled_ >= 2 && buffer_[0] == 0x1F && buffer_[1] == 0x8B;
    if (is_gzip_) in_member_ = inflateInit2(&stream_, 16 + MAX_WBITS) == Z_OK;
  }
  if (is_gzip_) return inflate_into(out);
  if (used_ == filled_ && !fill()) return false;
  out.append(reinterpret_cast<const char*>(buffer_.data()) + used_, filled_ - used_);
  used_ = filled_;
  return true;
}

/// Behind a member: true if another one begins. Padding with zeros is allowed, anything else is not.
bool ByteSource::end_member() {
  for (;;) {
    while (used_ < filled_ && buffer_[used_] == 0) ++used_;
    if (used_ < filled_) break;
    if (!fill()) return false;
  }
  if (buffer_[used_] != 0x1F) {
    state_ = ReadState::Corrupt;
    return false;
  }
  in_member_ = inflateReset(&stream_) == Z_OK;
  return in_member_;
}

bool ByteSource::inflate_into(std::string& out) {
  const std::size_t before = out.size();
  while (out.size() == before) {
    if (!in_member_ && !end_member()) return false;
    if (used_ == filled_ && !fill()) {
      if (state_ == ReadState::Fine) state_ = ReadState::Truncated;
      return false;
    }
    out.resize(before + 2 * chunk);
    stream_.next_in = buffer_.data() + used_;
    stream_.avail_in = static_cast<uInt>(filled_ - used_);
    stream_.next_out = reinterpret_cast<Bytef*>(out.data() + before);
    stream_.avail_out = static_cast<uInt>(2 * chunk);
    const int code = inflate(&stream_, Z_NO_FLUSH);
    used_ = filled_ - stream_.avail_in;
    out.resize(before + 2 * chunk - stream_.avail_out);
    if (code == Z_STREAM_END) {
      in_member_ = false;
    } else if (code != Z_OK && code != Z_BUF_ERROR) {
      state_ = ReadState::Corrupt;
      return out.size() != before;
    }
  }
  return true;
}

bool LineSource::more() {
  if (ended_) return false;
  if (begin_ != 0) {
    buffer_.erase(0, begin_);
    next_ -= begin_;
    searched_ -= begin_;
    begin_ = 0;
  }
  ended_ = !source_->read(buffer_);
  return !ended_;
}

bool LineSource::next(std::string_view& line, bool& too_long) {
  too_long = false;
  if (!std::exchange(again_, false)) {
    begin_ = searched_ = next_;
    ++number_;
  }
  for (;;) {
    const std::size_t end = buffer_.find('\n', searched_);
    if (end != std::string::npos) {
      next_ = end + 1;
      searched_ = begin_;
      line = std::string_view(buffer_).substr(begin_, end - begin_);
      too_long = too_long || line.size() > limit_;
      if (line.ends_with('\r')) line.remove_suffix(1);
      return true;
    }
    searched_ = buffer_.size();
    if (searched_ - begin_ > limit_) {  // forget what is there, keep looking for its end
      too_long = true;
      begin_ = searched_;
    }
    if (!more()) break;
  }
  next_ = buffer_.size();
  line = std::string_view(buffer_).substr(begin_);
  too_long = too_long || line.size() > limit_;
  return (!line.empty() || too_long) && source_->state() == ReadState::Fine;
}

std::string LineSource::rest() {
  while (buffer_.size() - begin_ <= limit_ && more()) {
  }
  next_ = buffer_.size();
  std::string all = buffer_.substr(begin_);
  begin_ = next_;
  return all;
}

}  // namespace chancery
