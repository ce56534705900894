#include "cli/progress.hpp"

#include <unistd.h>

#include <cmath>
#include <csignal>
#include <cstdio>
#include <string>

namespace chancery {
namespace {

std::atomic<bool> interrupt_flag{false};  // signal handlers can reach nothing else

void on_signal(int number) {
  if (interrupt_flag.exchange(true)) {
    std::signal(number, SIG_DFL);
    std::raise(number);
  }
}

}  // namespace

ProgressLine::ProgressLine(const CorpusProgress& progress, bool quiet) : progress_(progress), start_(std::chrono::steady_clock::now()) {
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
  const auto read = static_cast<double>(progress_.input_read.load());
  const auto total = static_cast<double>(progress_.input_total.load());
  if (!last && read > 0 && total > read) left = ", " + std::to_string(std::lround(seconds * (total - read) / read) + 1) + " s left";
  std::fprintf(stderr, "\r%zu articles, %.1f MB, %.1f MB/s%s   %s", progress_.articles.load(), bytes / 1e6, rate / 1e6, left.c_str(),
               last ? "\n" : "");
  std::fflush(stderr);
}

const std::atomic<bool>& interrupted() {
  return interrupt_flag;
}

void catch_interrupts() {
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
  std::signal(SIGPIPE, SIG_IGN);
}

}  // namespace chancery
