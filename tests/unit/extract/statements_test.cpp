#include <string>

#include <gtest/gtest.h>

#include "said.hpp"
#include "support/table.hpp"

namespace chancery {
namespace {

using test::read_table;
using test::Row;

/// Who says what, as agencies of several countries and decades attribute it.
TEST(Statements, AreThoseOfTheTable) {
  for (const Row& row : read_table(std::string(CHANCERY_SOURCE_DIR) + "/tests/cases/statements.tsv")) {
    ASSERT_EQ(row.size(), 2U) << row.front();
    EXPECT_EQ(joined(Said(row[0], "2019-06-12").frames("Statement", {"speaker", "act", "quote"})), row[1]) << row[0];
  }
}

/// Who holds which office of which body, and whether still.
TEST(Offices, AreThoseOfTheTable) {
  for (const Row& row : read_table(std::string(CHANCERY_SOURCE_DIR) + "/tests/cases/offices.tsv")) {
    ASSERT_EQ(row.size(), 2U) << row.front();
    EXPECT_EQ(joined(Said(row[0], "2019-06-12").frames("Office", {"holder", "title", "body", "tenure"})), row[1]) << row[0];
  }
}

}  // namespace
}  // namespace chancery
