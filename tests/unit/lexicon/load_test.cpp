#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>

#include "lexicon/lexicon.hpp"

namespace chancery {
namespace {

/// Processor time of one load: what others do on the machine does not count.
double load_milliseconds() {
  Diagnostics diagnostics;
  const std::clock_t start = std::clock();
  const auto lexicon = Lexicon::load(CHANCERY_SOURCE_DIR "/mappings/lexicon", diagnostics);
  const std::clock_t end = std::clock();
  EXPECT_TRUE(lexicon.ok());
  return 1000.0 * static_cast<double>(end - start) / CLOCKS_PER_SEC;
}

TEST(LoadShippedLexicon, IsFast) {
  double best = 1e9;
  for (int i = 0; i < 5; ++i) best = std::min(best, load_milliseconds());
  std::printf("the lexicon loads in %.1f ms\n", best);
#ifdef NDEBUG
  EXPECT_LT(best, 100);
#else
  EXPECT_LT(best, 2000);  // assertions, no optimiser, sanitizers
#endif
}

TEST(LoadShippedLexicon, HasNoMistakes) {
  Diagnostics diagnostics;
  const auto lexicon = Lexicon::load(CHANCERY_SOURCE_DIR "/mappings/lexicon", diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.items()) ADD_FAILURE() << to_string(diagnostic);
}

}  // namespace
}  // namespace chancery
