#include <algorithm>
#include <atomic>
#include <ctime>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "said.hpp"

namespace chancery {
namespace {

/// A surname for each number, none a spelling of another: each of its three syllables stands twice, as in "Kibatetebaki".
std::string surname(int number) {
  static const std::string consonants = "bdfgklmnprst", vowels = "aeiou";
  std::string there, back;
  for (int i = 0; i < 3; ++i) {
    const auto at = static_cast<std::size_t>(number);
    const std::string syllable{consonants[at % consonants.size()], vowels[at / consonants.size() % vowels.size()]};
    there += syllable;
    back.insert(0, syllable);
    number /= static_cast<int>(consonants.size() * vowels.size());
  }
  there[0] = static_cast<char>(there[0] - 'a' + 'A');
  return there + back;
}

/// Encounters of pairs that have met before and of pairs that have not, talks that point back, statements, offices.
std::string text_of(int encounters) {
  std::string text;
  for (int i = 0; i < encounters; ++i) {
    const std::string host = surname(i % 500), guest = surname(1000 + i / 2);
    text += "President Anna " + host + " met Foreign Minister Paul " + guest + " in Lima. ";
    if (i % 5 == 0) text += "“The talks were long and good,” she said. The meeting was the first of the year. ";
    if (i % 20 == 19) text += "\n\n";
  }
  return text;
}

double seconds_for(const std::string& text) {
  double best = 1e9;
  for (int run = 0; run < 2; ++run) {
    const std::clock_t start = std::clock();
    const Said said(text);
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

TEST(LongArticle, IsLeftUndoneWhenToldToStop) {
  const std::atomic<bool> stop{true}, go_on{false};
  Article article;
  article.body = text_of(20);
  Extractor extractor(*Shipped::get().model);
  EXPECT_FALSE(extractor.extract(article, nullptr, &go_on).frames.empty());
  EXPECT_TRUE(extractor.extract(article, nullptr, &stop).frames.empty());
  EXPECT_FALSE(extractor.extract(article).frames.empty());
}

TEST(LongArticle, CostsAsManyTimesMoreAsItIsLonger) {
  const double one = seconds_for(text_of(500)), eight = seconds_for(text_of(4000));
  EXPECT_LT(eight, 8 * one * 2.5) << one << " s and " << eight << " s";  // were it quadratic: 64 times
}

/// In an article of many encounters those that may be one are looked up; in a short one each is tried with all.
TEST(LongArticle, MergesAsManyShortOnesDo) {
  const std::string round =
      "Norway and Peru held talks in Oslo. The talks were long. Chile and Kenya met in Lima. Peru and Norway met in Oslo on Monday. "
      "Japan, Chile and Kenya met on Tuesday. Norway and Peru will hold a summit in Quito. The summit was called off. ";
  const std::vector<std::string> once = Said(round).meetings();
  std::string filling, many;
  for (int i = 0; i < 120; ++i) filling += "President Anna " + surname(i) + " met Minister Paul " + surname(2000 + i) + ". ";
  many = filling + "\n\n" + round;
  std::vector<std::string> found = Said(many).meetings();
  ASSERT_GE(found.size(), once.size() + 100);
  EXPECT_EQ(std::vector<std::string>(found.end() - static_cast<std::ptrdiff_t>(once.size()), found.end()), once);
}

}  // namespace
}  // namespace chancery
