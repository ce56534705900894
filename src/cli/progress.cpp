#include "cli/progress.hpp"

#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <string>

namespace chancery {
namespace {

namespace fs = std::filesystem;

std::atomic<bool> interrupt_flag{false};  // signal handlers can reach nothing else

void on_signal(int number) {
  if (interrupt_flag.exchange(true)) {
    std::signal(number, SIG_DFL);
    std::raise(number);
  }
}

bool is_compressed(const fs::path& path) { return path.extension() == ".gz" || path.extension() == ".zst"; }

}  // namespace

ProgressLine::ProgressLine(const CorpusProgress& progress, std::size_t total, bool quiet)
    : progress_(progress), total_bytes_(total), start_(std::chrono::steady_clock::now()) {
  if (quiet || isatty(STDERR_FILENO) == 0) return;
  thread_ = std::thread([this] {
    int ticks = 0;
    while (!done_.load()) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      if (++ticks % 10 == 0) show(false);
    }
    show(true);
  });
}

ProgressLine::~ProgressLine() {
  done_ = true;
  if (thread_.joinable()) thread_.join();
}

void ProgressLine::show(bool last) const {
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  const auto bytes = static_cast<double>(progress_.bytes.load());
  const double rate = seconds > 0 ? bytes / seconds : 0;
  std::string left;
  if (!last && total_bytes_ != 0 && rate > 0) {
    const double remaining = (static_cast<double>(total_bytes_) - bytes) / rate;
    if (remaining > 0) left = ", " + std::to_string(static_cast<long>(remaining) + 1) + " s left";
  }
  std::fprintf(stderr, "\r%zu articles, %.1f MB, %.1f MB/s%s   %s", progress_.articles.load(), bytes / 1e6, rate / 1e6, left.c_str(),
               last ? "\n" : "");
  std::fflush(stderr);
}

std::size_t total_bytes(const std::vector<std::string>& inputs) {
  std::size_t total = 0;
  for (const std::string& input : inputs) {
    std::error_code failed;
    if (input == "-") return 0;
    if (fs::is_directory(input, failed)) {
      for (const fs::directory_entry& item : fs::recursive_directory_iterator(input, failed)) {
        if (is_compressed(item.path())) return 0;
        if (item.is_regular_file(failed)) total += item.file_size(failed);
      }
    } else if (is_compressed(input)) {
      return 0;
    } else if (fs::is_regular_file(input, failed)) {
      total += fs::file_size(input, failed);
    }
  }
  return total;
}

const std::atomic<bool>& interrupted() { return interrupt_flag; }

void catch_interrupts() {
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
  std::signal(SIGPIPE, SIG_IGN);
}

}  // namespace chancery
