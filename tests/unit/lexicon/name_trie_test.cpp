#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "lexicon/lexicon.hpp"
#include "text/document.hpp"
#include "text/text_rules.hpp"

namespace chancery {
namespace {

/// The names found in `text`, each as "words=key,key", joined by "; ".
std::string found(const std::string& table, const std::string& text) {
  Diagnostics diagnostics;
  const auto lexicon = Lexicon::parse(table, "t.tsv", diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  Article article;
  article.body = text;
  const Document document(std::move(article), lexicon->symbols(), TextRules{});
  std::vector<NameMatch> matches;
  lexicon->names().find(document, matches);
  std::string out;
  for (const NameMatch& match : matches) {
    if (!out.empty()) out += "; ";
    out += std::string(document.text(match.tokens)) + "=";
    for (const NameReading& reading : lexicon->names().readings(match.name)) {
      if (out.back() != '=') out += ',';
      out += lexicon->entry(reading.target).key;
    }
  }
  return out;
}

const std::string names =
    "entities\tkey\tlabel\tnames\tacronyms\tadjectives\n"
    "polity:us\tUnited States\tUnited States of America\tUS|U.S.\tAmerican\n"
    "place:york\tYork\n"
    "place:new-york\tNew York\n"
    "organization:nyt\tNew York Times\n"
    "place:georgia-us\tGeorgia\n"
    "polity:georgia\tGeorgia\n"
    "person:erdogan\tRecep Tayyip Erdoğan\n"
    "organization:who\tWorld Health Organization\t\tWHO\n"
    "organization:bank\tBank of York\n"
    "organization:qaeda\tal-Qaeda\n"
    "organization:let\tLeT\n"
    "person:mccain\tJohn McCain\n"
    "place:who\tWho\n";

TEST(FindNames, TakesTheLongest) {
  EXPECT_EQ(found(names, "He told the New York Times in New York."), "New York Times=nyt; New York=new-york");
  EXPECT_EQ(found(names, "The Bank of England is not in York."), "York=york");
}

TEST(FindNames, KeepsEveryReading) {
  EXPECT_EQ(found(names, "They went to Georgia."), "Georgia=georgia-us,georgia");
}

TEST(FindNames, LooksAtLetterCase) {
  EXPECT_EQ(found(names, "The US told us that us is no name."), "US=us");
  EXPECT_EQ(found(names, "NEW YORK (news) - they met in new york."), "NEW YORK=new-york");
  EXPECT_EQ(found(names, "The U.S. and the american side."), "U.S.=us");
  EXPECT_EQ(found(names, "The bank of York"), "York=york");
}

TEST(FindNames, LooksAtCapitalsInsideAWord) {
  EXPECT_EQ(found(names, "Let them ban LeT now."), "LeT=let");
  EXPECT_EQ(found(names, "JOHN MCCAIN was John McCain, not John Mccain."), "JOHN MCCAIN=mccain; John McCain=mccain");
}

TEST(FindNames, GivesASpellingTheReadingsOfItsCase) {
  EXPECT_EQ(found(names, "Who? The WHO."), "Who=who; WHO=who,who");
}

TEST(FindNames, TakesNamesWithAndWithoutAccents) {
  EXPECT_EQ(found(names, "Recep Tayyip Erdoğan, or Recep Tayyip Erdogan"), "Recep Tayyip Erdoğan=erdogan; Recep Tayyip Erdogan=erdogan");
}

TEST(FindNames, TakesSmallPrefixes) {
  EXPECT_EQ(found(names, "They blamed al-Qaeda."), "al-Qaeda=qaeda");
}

TEST(FindNames, NeverCrossesAParagraph) {
  EXPECT_EQ(found(names, "Something about New\n\nYork and more."), "York=york");
}

TEST(FindNames, AnswersForOneTokenAsForAll) {
  Diagnostics diagnostics;
  const auto lexicon = Lexicon::parse(names, "t.tsv", diagnostics);
  Article article;
  article.body = "Officials met in New York.";
  const Document document(std::move(article), lexicon->symbols(), TextRules{});
  EXPECT_EQ(document.text(lexicon->names().longest_at(document, 3).tokens), "New York");
  EXPECT_TRUE(lexicon->names().longest_at(document, 0).tokens.empty());
}

TEST(FindNames, FindsNothingInAnEmptyTrie) {
  const std::string none = "entities\tkey\tlabel\n";
  EXPECT_EQ(found(none, "Nothing is known."), "");
}

}  // namespace
}  // namespace chancery
