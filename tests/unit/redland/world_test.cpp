#include "redland/world.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "redland/turtle.hpp"
#include "support/nasty_terms.hpp"

namespace chancery {
namespace {

TEST(RedlandWorld, TurnsComplaintsIntoDiagnostics) {
  RedlandWorld world;
  ASSERT_TRUE(world.ok());
  Diagnostics diagnostics;
  world.report_to(&diagnostics);
  librdf_log_simple(world.get(), 0, LIBRDF_LOG_ERROR, LIBRDF_FROM_STORAGE, nullptr, "no room");
  librdf_log_simple(world.get(), 0, LIBRDF_LOG_WARN, LIBRDF_FROM_STORAGE, nullptr, "little room");
  librdf_log_simple(world.get(), 0, LIBRDF_LOG_DEBUG, LIBRDF_FROM_STORAGE, nullptr, "noise");
  ASSERT_EQ(diagnostics.items().size(), 2U);
  EXPECT_EQ(to_string(diagnostics.items()[0]), "error[rdf.library]: no room");
  EXPECT_EQ(diagnostics.items()[1].severity, Severity::Warning);
  EXPECT_EQ(world.errors(), 1U);
  world.report_to(nullptr);
  librdf_log_simple(world.get(), 0, LIBRDF_LOG_ERROR, LIBRDF_FROM_STORAGE, nullptr, "unheard");
  EXPECT_EQ(diagnostics.items().size(), 2U);
}

TEST(RedlandWorld, GivesEveryTermBack) {
  const RedlandWorld world;
  for (const Statement& statement : support::nasty_statements()) {
    for (const Term& term : {statement.subject, statement.object}) EXPECT_EQ(to_term(*to_node(world, term)), term);
  }
}

TEST(RedlandWorld, EachThreadHasItsOwn) {
  const std::vector<Statement> statements = support::nasty_statements();
  std::vector<std::string> texts(4);
  std::vector<std::thread> threads;
  for (std::string& text : texts) {
    threads.emplace_back([&statements, &text] {
      StringByteSink bytes(text);
      Diagnostics diagnostics;
      EXPECT_TRUE(write_turtle(statements, all_prefixes(), bytes, diagnostics).ok());
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& text : texts) EXPECT_EQ(text, texts[0]);
}

}  // namespace
}  // namespace chancery
