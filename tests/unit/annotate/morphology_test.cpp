#include "annotate/morphology.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "shared.hpp"

namespace chancery {
namespace {

const Morphology& morphology() {
  return test::shipped().annotator->morphology();
}

std::string lemma(std::string_view word, Pos pos) {
  const Symbol symbol = morphology().lemma_of(word, pos);
  return std::string(symbol == Symbol::None ? word : test::shipped().lexicon->symbols().text(symbol));
}

struct Form {
  std::string_view form, lemma;
  Pos pos;
};

constexpr Form forms[] = {
    {"met", "meet", Pos::Verb},
    {"meets", "meet", Pos::Verb},
    {"meeting", "meet", Pos::Verb},
    {"said", "say", Pos::Verb},
    {"flew", "fly", Pos::Verb},
    {"flown", "fly", Pos::Verb},
    {"flies", "fly", Pos::Verb},
    {"planned", "plan", Pos::Verb},
    {"planning", "plan", Pos::Verb},
    {"agreed", "agree", Pos::Verb},
    {"hosted", "host", Pos::Verb},
    {"denies", "deny", Pos::Verb},
    {"denied", "deny", Pos::Verb},
    {"died", "die", Pos::Verb},
    {"dying", "die", Pos::Verb},
    {"held", "hold", Pos::Verb},
    {"visited", "visit", Pos::Verb},
    {"convened", "convene", Pos::Verb},
    {"talks", "talk", Pos::Noun},
    {"ministries", "ministry", Pos::Noun},
    {"men", "man", Pos::Noun},
    {"women", "woman", Pos::Noun},
    {"wives", "wife", Pos::Noun},
    {"crises", "crisis", Pos::Noun},
    {"churches", "church", Pos::Noun},
    {"bosses", "boss", Pos::Noun},
    {"taxes", "tax", Pos::Noun},
    {"children", "child", Pos::Noun},
    {"larger", "large", Pos::Adjective},
    {"bigger", "big", Pos::Adjective},
    {"earliest", "early", Pos::Adjective},
};

TEST(Morphology, FindsTheLemmaOfEveryForm) {
  for (const Form& form : forms) EXPECT_EQ(form.lemma, lemma(form.form, form.pos)) << form.form;
}

TEST(Morphology, MakesEveryFormOfItsLemma) {
  for (const Form& form : forms) {
    const std::vector<std::string> made = morphology().inflections(form.lemma, form.pos);
    EXPECT_NE(made.end(), std::ranges::find(made, form.form)) << form.lemma << " → " << form.form;
  }
}

TEST(Morphology, GivesEveryMadeFormItsLemmaBack) {
  for (const std::string_view verb : {"meet", "talk", "hold", "visit", "plan", "deny", "agree", "refer", "panic", "tie", "free", "write",
                                      "put", "begin", "travel", "host"}) {
    for (const std::string& form : morphology().inflections(verb, Pos::Verb)) {
      if (form == "travelled" || form == "travelling") continue;
      EXPECT_EQ(verb, lemma(form, Pos::Verb)) << form;
    }
  }
  for (const std::string_view noun : {"talk", "minister", "ministry", "crisis", "boss", "man", "visit", "day", "tax", "leaf"}) {
    for (const std::string& form : morphology().inflections(noun, Pos::Noun)) EXPECT_EQ(noun, lemma(form, Pos::Noun)) << form;
  }
}

TEST(Morphology, LeavesWordsThatAreTheirOwnLemma) {
  EXPECT_EQ("series", lemma("series", Pos::Noun));
  EXPECT_EQ("congress", lemma("congress", Pos::Noun));
  EXPECT_EQ("crisis", lemma("crisis", Pos::Noun));
  EXPECT_EQ("need", lemma("need", Pos::Verb));
}

TEST(Morphology, DoesNotInventFormsBesideIrregularOnes) {
  const std::vector<std::string> made = morphology().inflections("meet", Pos::Verb);
  EXPECT_EQ(made.end(), std::ranges::find(made, "meeted"));
  const std::vector<std::string> men = morphology().inflections("man", Pos::Noun);
  EXPECT_EQ(men.end(), std::ranges::find(men, "mans"));
}

TEST(ClassesByEnding, SpeakForWordsThatNobodyKnows) {
  const auto has = [](std::string_view word, WordClass word_class) {
    return (classes_by_ending(word) & static_cast<std::uint32_t>(word_class)) != 0;
  };
  EXPECT_TRUE(has("gazprombankification", WordClass::Noun));
  EXPECT_TRUE(has("zorbically", WordClass::Adverb));
  EXPECT_TRUE(has("blorfed", WordClass::VerbPast));
  EXPECT_TRUE(has("blorfing", WordClass::VerbGerund));
  EXPECT_TRUE(has("blorfous", WordClass::Adjective));
}

}  // namespace
}  // namespace chancery
