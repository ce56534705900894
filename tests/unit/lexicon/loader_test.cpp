#include <gtest/gtest.h>

#include <string>

#include "lexicon/lexicon.hpp"

namespace chancery {
namespace {

/// What reading `table` reports, a diagnostic a line.
std::string report(const std::string& table) {
  Diagnostics diagnostics;
  const auto lexicon = Lexicon::parse(table, "t.tsv", diagnostics);
  std::string out;
  for (const Diagnostic& d : diagnostics.items()) {
    out += std::to_string(d.where.line) + ":" + std::to_string(d.where.column) + " " + d.code + "\n";
  }
  return out;
}

TEST(ReadLexicon, ReadsAnEntityWithItsNames) {
  Diagnostics diagnostics;
  const auto lexicon = Lexicon::parse(
      "# a comment\nentities\tkey\tlabel\tadjectives\twikidata\tsovereign\tiso2\tlatitude\tlongitude\n"
      "polity:ruritania\tRuritania\tRuritanian\tQ1\tyes\tRR\t50.5\t-4\n",
      "t.tsv", diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  const EntryId id = lexicon->find_key("polity:ruritania");
  ASSERT_NE(id, no_entry);
  const Entry& entry = lexicon->entry(id);
  EXPECT_EQ(entry.key, "ruritania");
  EXPECT_EQ(entry.cls, EntryClass::Polity);
  EXPECT_TRUE(entry.sovereign);
  EXPECT_STREQ(entry.iso2.data(), "RR");
  EXPECT_FLOAT_EQ(entry.longitude, -4);
  EXPECT_TRUE(entry.has_coordinates);
  EXPECT_EQ(lexicon->find_key("polity:elbonia"), no_entry);
}

TEST(ReadLexicon, ResolvesReferencesToLaterRows) {
  Diagnostics diagnostics;
  const auto lexicon = Lexicon::parse(
      "entities\tkey\tlabel\tcountry\tspeaks_for\n"
      "place:strelsau\tStrelsau\truritania\tpolity:ruritania\npolity:ruritania\tRuritania\n",
      "t.tsv", diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(lexicon->entry(0).country, 1U);
  EXPECT_EQ(lexicon->entry(0).speaks_for, 1U);
}

TEST(ReadLexicon, KeepsGoodRowsAroundABadOne) {
  Diagnostics diagnostics;
  const auto lexicon = Lexicon::parse("entities\tkey\tlabel\npolity:a\tAland\nnonsense\tB\npolity:c\tCland\n", "t.tsv", diagnostics);
  EXPECT_EQ(lexicon->entries().size(), 2U);
  EXPECT_EQ(diagnostics.error_count(), 1U);
  EXPECT_EQ(diagnostics.items()[0].source_line, "nonsense\tB");
}

TEST(ReadLexicon, ReportsEveryMistakeWithItsPlace) {
  EXPECT_EQ(report(""), "0:0 lexicon.no-header\n");
  EXPECT_EQ(report("# only a comment\n"), "1:0 lexicon.no-header\n");
  EXPECT_EQ(report("entity\tkey\n"), "1:1 lexicon.unknown-kind\n");
  EXPECT_EQ(report("entities\tkey\tlabel\tlabbel\n"), "1:20 lexicon.unknown-column\n");
  EXPECT_EQ(report("entities\tlabel\n"), "1:1 lexicon.missing-column\n");
  EXPECT_EQ(report("entities\tkey\tlabel\npolity:a\tA\tmore\n"), "2:12 lexicon.extra-field\n");
  EXPECT_EQ(report("entities\tkey\tlabel\npolity:a b\tA\n"), "2:1 lexicon.bad-key\n");
  EXPECT_EQ(report("entities\tkey\tlabel\npolity:a\tA\npolity:a\tB\n"), "3:1 lexicon.duplicate-key\n");
  EXPECT_EQ(report("entities\tkey\tlabel\tcountry\nplace:a\tA\tnowhere\n"), "2:11 lexicon.unknown-key\n");
  EXPECT_EQ(report("entities\tkey\tlabel\tgeonames\nplace:a\tA\t12x\n"), "2:11 lexicon.bad-number\n");
  EXPECT_EQ(report("entities\tkey\tlabel\twikidata\nplace:a\tA\tq12\n"), "2:11 lexicon.bad-value\n");
  EXPECT_EQ(report("entities\tkey\tlabel\tsovereign\nplace:a\tA\ttrue\n"), "2:11 lexicon.bad-value\n");
  EXPECT_EQ(report("entities\tkey\tlabel\tnames\nplace:a\tA\tB| C\n"), "2:13 lexicon.bad-name\n");
  EXPECT_EQ(report("entities\tkey\tlabel\nplace:a\tA\xFF\n"), "2:10 lexicon.invalid-utf8\n");
  EXPECT_EQ(report("words\tword\tclasses\nrun\tnoun vreb\n"), "2:5 lexicon.unknown-class\n");
  EXPECT_EQ(report("words\tword\tclasses\nrun on\tnoun\n"), "2:1 lexicon.not-a-word\n");
  EXPECT_EQ(report("lists\tlist\twords\na\tas well as\n"), "2:3 lexicon.not-a-word\n");
  EXPECT_EQ(report("sequences\tlist\twords\na\tas well as|as  well\n"), "2:14 lexicon.not-a-word\n");
  EXPECT_EQ(report("names\tkey\tnames\nplace:z\tZed\n"), "2:1 lexicon.unknown-key\n");
  EXPECT_EQ(report("roles\tkey\tlabel\tforms\trank\nr\tR\tr\t70000\n"), "2:7 lexicon.bad-number\n");
}

TEST(ReadLexicon, ReadsRoles) {
  Diagnostics diagnostics;
  const auto lexicon = Lexicon::parse(
      "roles\tkey\tlabel\tforms\tsingle_holder\tgender\trank\n"
      "foreign-minister\tForeign Minister\tforeign minister|FM\tyes\t\t80\n",
      "t.tsv", diagnostics);
  ASSERT_EQ(lexicon->find_role("foreign-minister"), 0U);
  EXPECT_TRUE(lexicon->role(0).single_holder);
  EXPECT_EQ(lexicon->role(0).rank, 80);
  EXPECT_EQ(lexicon->names().size(), 2U);
}

TEST(ReadLexicon, ReadsWordsAndUnitesRowsOfOneWord) {
  Diagnostics diagnostics;
  const auto lexicon = Lexicon::parse("words\tword\tclasses\tnoun\ntalks\tnoun plural\ttalk\nTalks\tverb verb-s\n", "t.tsv", diagnostics);
  const WordInfo& info = lexicon->words().info(lexicon->symbols().find("talks"));
  EXPECT_TRUE(info.is(WordClass::Noun) && info.is(WordClass::Plural) && info.is(WordClass::VerbS));
  EXPECT_EQ(lexicon->symbols().text(info.noun_lemma), "talk");
  EXPECT_FALSE(lexicon->words().info(Symbol::None).is(WordClass::Noun));
}

TEST(ReadLexicon, ReadsLists) {
  Diagnostics diagnostics;
  const auto lexicon = Lexicon::parse("lists\tlist\twords\ntenure\tformer|then\n", "t.tsv", diagnostics);
  const WordTable& words = lexicon->words();
  ASSERT_GE(words.list("tenure"), 0);
  EXPECT_TRUE(words.in_list(words.list("tenure"), lexicon->symbols().find("then")));
  EXPECT_EQ(words.list("none"), -1);
  EXPECT_FALSE(words.in_list(-1, Symbol::None));
  const auto sequences = Lexicon::parse("sequences\tlist\twords\njoiner\tand|As well as\n", "t.tsv", diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  const Symbol several = sequences->symbols().find("as well as");
  EXPECT_TRUE(sequences->words().in_list(sequences->words().list("joiner"), several));
}

TEST(LoadLexicon, FailsOnAMissingFolder) {
  Diagnostics diagnostics;
  EXPECT_FALSE(Lexicon::load("/no/such/folder", diagnostics).ok());
}

}  // namespace
}  // namespace chancery
