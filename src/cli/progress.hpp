#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <thread>

#include "pipeline/corpus.hpp"

namespace chancery {

/// Shows on a terminal, twice a second, how many articles a run has read, at which rate, and how long it will still take; prints
/// nothing where standard error is no terminal. Runs a thread of its own until it is destroyed. Borrows `progress`.
class ProgressLine {
 public:
  ProgressLine(const CorpusProgress& progress, bool quiet);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

 private:
  void show(bool last) const;

  const CorpusProgress& progress_;
  std::chrono::steady_clock::time_point start_;
  std::atomic<bool> done_{false};
  std::thread thread_;
};

/// Set by the first Ctrl-C or termination; a second one ends the program at once.
const std::atomic<bool>& interrupted();
void catch_interrupts();

}  // namespace chancery
