#include "resolve/person_name.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace chancery {
namespace {

class PersonName : public ::testing::Test {
 protected:
  std::vector<Symbol> words(const std::string& name) {
    std::vector<Symbol> all;
    std::size_t begin = 0;
    while (begin < name.size()) {
      const std::size_t end = std::min(name.find(' ', begin), name.size());
      all.push_back(scope_.intern(name.substr(begin, end - begin)));
      begin = end + 1;
    }
    return all;
  }
  NameFit fit(const std::string& form, const std::string& full) { return fit_person_name(words(form), words(full), scope_); }

  SymbolTable table_;
  SymbolScope scope_{table_};
};

TEST_F(PersonName, FitsBySurname) {
  EXPECT_EQ(fit("weber", "anna weber"), NameFit::Surname);
  EXPECT_EQ(fit("peña nieto", "enrique peña nieto"), NameFit::Surname);
  EXPECT_EQ(fit("anna weber", "anna weber"), NameFit::Full);
}

TEST_F(PersonName, FitsByTheFirstWordWhereTheSurnameStandsThere) {
  EXPECT_EQ(fit("wang", "wang yi"), NameFit::GivenName);
  EXPECT_EQ(fit("kim jong", "kim jong un"), NameFit::Part);
}

TEST_F(PersonName, FitsWithInitialsAndMiddleNames) {
  EXPECT_EQ(fit("george bush", "george w. bush"), NameFit::Full);
  EXPECT_EQ(fit("g. weber", "gerda weber"), NameFit::Full);
  EXPECT_EQ(fit("anna lise weber", "anna maria lise weber"), NameFit::Full);
  EXPECT_EQ(fit("ali ibn salem weber", "ali bin salem weber"), NameFit::Full);
}

TEST_F(PersonName, FitsOtherRomanisations) {
  EXPECT_EQ(fit("zelensky", "volodymyr zelenskyy"), NameFit::Spelling);
  EXPECT_EQ(fit("erdogan", "recep tayyip erdoğan"), NameFit::Spelling);
  EXPECT_TRUE(is_spelling_variant("zelensky", "zelenskiy"));
  EXPECT_FALSE(is_spelling_variant("weber", "meyer"));
}

TEST_F(PersonName, KeepsStrangersApart) {
  EXPECT_EQ(fit("anna weber", "otto weber"), NameFit::None);
  EXPECT_EQ(fit("meyer", "anna weber"), NameFit::None);
  EXPECT_EQ(fit("anna lise weber", "anna maria weber"), NameFit::None);
  EXPECT_EQ(fit("ali bin salem weber", "ali bin hamad weber"), NameFit::None);
  EXPECT_EQ(fit("", "anna weber"), NameFit::None);
}

}  // namespace
}  // namespace chancery
