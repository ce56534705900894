#include "annotate/annotator.hpp"

#include <gtest/gtest.h>

#include "annotate/annotation_text.hpp"
#include "shared.hpp"

namespace chancery {
namespace {

using test::Annotated;

std::vector<std::string> clauses(const Annotated& text) {
  std::vector<std::string> out;
  for (const Clause& clause : text.annotation.clauses)
    out.push_back(std::string(to_string(clause.kind)) + ": " + std::string(text.document.text(clause.tokens)));
  return out;
}

TEST(Annotator, TakesAnEmptyDocument) {
  const Annotated text("");
  EXPECT_TRUE(text.annotation.tokens.empty());
  EXPECT_TRUE(text.annotation.clauses.empty());
}

TEST(Annotator, TakesMarksAndNumbersOnly) {
  const Annotated text("... 12 - 13 ( ) \" \" ; ; , , ' '");
  EXPECT_EQ(text.document.tokens.size(), text.annotation.tokens.size());
}

TEST(Annotator, UsesMemoryAgainWithoutTraces) {
  const Annotated fresh("The envoy met the king.");
  Annotation used = Annotated("Kenya, Uganda and Rwanda closed their borders, said the minister, a doctor, who left.").annotation;
  test::shipped().annotator->annotate(fresh.document, used);
  EXPECT_EQ(argument_text(fresh.document, fresh.annotation, fresh.all()), argument_text(fresh.document, used, fresh.all()));
  EXPECT_EQ(fresh.annotation.clauses.size(), used.clauses.size());
  EXPECT_TRUE(used.lists.empty());
  EXPECT_TRUE(used.appositions.empty());
}

TEST(Annotator, GivesEveryTokenAClauseThatHoldsIt) {
  const Annotated text(
      "The envoy, who met the king on Friday, said the talks (which ended late) were useful. \"We are glad that it is over,\" he said; "
      "\"very glad.\" "
      "When asked, he left, smiling.");
  for (std::uint32_t i = 0; i < text.document.tokens.size(); ++i) {
    ASSERT_LT(text.annotation.clause_of[i], text.annotation.clauses.size()) << i;
    EXPECT_TRUE(text.annotation.clauses[text.annotation.clause_of[i]].tokens.contains(i)) << text.document.word(i);
  }
}

TEST(Annotator, NestsClausesInTheirParents) {
  const Annotated text(
      "The envoy, who met the king on Friday, said the talks which ended late were useful, adding that more would follow.");
  for (const Clause& clause : text.annotation.clauses) {
    if (clause.parent < 0) continue;
    EXPECT_TRUE(text.annotation.clauses[static_cast<std::size_t>(clause.parent)].tokens.contains(clause.tokens));
  }
}

TEST(Annotator, CutsRelativeAndComplementClauses) {
  const Annotated text("The envoy, who met the king, said that the talks failed.");
  EXPECT_EQ((std::vector<std::string>{"main: The envoy, who met the king, said that the talks failed.", "relative: who met the king",
                                      "complement: that the talks failed."}),
            clauses(text));
}

TEST(Annotator, CutsCoordinateClauses) {
  const Annotated text("The envoy left and the minister stayed.");
  ASSERT_EQ(2U, text.annotation.clauses.size());
  EXPECT_EQ(ClauseKind::Coordinate, text.annotation.clauses[1].kind);
}

TEST(Annotator, NeverTakesASubjectOutOfAQuotation) {
  const Annotated text("The minister said \"the army will never surrender the town\" and left the room.");
  EXPECT_EQ("The minister", text.noun(text.verb("left").subject));
  EXPECT_EQ("the army", text.noun(text.verb("surrender").subject));
}

TEST(Annotator, LooksThroughQuotationsOfOneOrTwoWords) {
  const Annotated text("His \"very frank\" talks with the emir failed.");
  EXPECT_EQ("His \"very frank\" talks", text.noun(text.verb("failed").subject));
}

TEST(Annotator, NamesPossessors) {
  const Annotated text("Witkoff's five-hour meeting ended. His talks failed.");
  const auto possessor = [&](std::int32_t group) {
    return std::string(text.document.text(text.annotation.noun_groups[static_cast<std::size_t>(group)].possessor));
  };
  EXPECT_EQ("Witkoff", possessor(text.verb("ended").subject));
  EXPECT_EQ("His", possessor(text.verb("failed").subject));
}

TEST(Annotator, TellsNumberAndDefiniteness) {
  const Annotated text("The ministers met. A minister left. She stayed.");
  const auto group = [&](std::string_view verb) { return text.annotation.noun_groups[static_cast<std::size_t>(text.verb(verb).subject)]; };
  EXPECT_TRUE(group("met").plural);
  EXPECT_TRUE(group("met").definite);
  EXPECT_FALSE(group("left").plural);
  EXPECT_FALSE(group("left").definite);
  EXPECT_TRUE(group("stayed").pronoun);
}

TEST(Annotator, FindsGovernorsOfInfinitives) {
  const Annotated text("Japan wants to try to persuade China.");
  const VerbGroup& persuade = text.verb("persuade");
  EXPECT_TRUE(persuade.infinitive);
  ASSERT_GE(persuade.governor, 0);
  EXPECT_EQ(text.verb("try").head, text.annotation.verb_groups[static_cast<std::size_t>(persuade.governor)].head);
}

TEST(Annotator, TakesCapitalsInsideADocumentAsEvidence) {
  const Annotated text("Marble met the king. Later the king thanked Marble.");
  EXPECT_EQ(Pos::ProperNoun, text.annotation.tokens[0].pos);
}

TEST(Annotator, ReadsHeadingsWithoutTrustInCapitals) {
  const Annotated text("Envoys Discuss Border Dispute in Second Round of Talks");
  EXPECT_EQ("Envoys", text.noun(text.verb("Discuss").subject));
}

TEST(Annotator, GivesTheSameForTheSameText) {
  const std::string sentence = "Leaders of Chad, Niger and Mali met in Bamako, said the envoy, who had flown from Paris.";
  const Annotated a(sentence), b(sentence);
  EXPECT_EQ(argument_text(a.document, a.annotation, a.all()), argument_text(b.document, b.annotation, b.all()));
}

TEST(Annotator, IsLinearInALongSentence) {
  std::string long_text;
  for (int i = 0; i < 20000; ++i) long_text += "the envoy, who met the king and ";
  const Annotated text(long_text + "left.");
  EXPECT_EQ(text.document.tokens.size(), text.annotation.tokens.size());
}

}  // namespace
}  // namespace chancery
