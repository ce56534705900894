// What must hold for the tables that the program ships.
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.hpp"
#include "text/document.hpp"
#include "text/text_rules.hpp"

namespace chancery {
namespace {

class ShippedLexicon : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Diagnostics diagnostics;
    auto loaded = Lexicon::load(CHANCERY_SOURCE_DIR "/mappings/lexicon", diagnostics);
    ASSERT_TRUE(loaded.ok());
    lexicon_ = std::move(loaded).value();
    rules_ = std::make_unique<TextRules>(read_text_rules(CHANCERY_SOURCE_DIR "/mappings", diagnostics));
  }
  static void TearDownTestSuite() {
    lexicon_.reset();
    rules_.reset();
  }

  static Document read(std::string text) {
    Article article;
    article.body = std::move(text);
    return {std::move(article), lexicon_->symbols(), *rules_};
  }

  /// Readings of the longest name at the start of `text`; none if that is not all of it.
  static std::vector<NameReading> readings(const std::string& text) {
    const Document document = read(text);
    const NameMatch match = lexicon_->names().longest_at(document, 0);
    if (match.tokens.size() != document.tokens.size()) return {};
    const auto all = lexicon_->names().readings(match.name);
    return {all.begin(), all.end()};
  }

  static bool names(const std::string& text, std::string_view key) {
    for (const NameReading& reading : readings(text)) {
      if (reading.kind != NameKind::Title && reading.kind != NameKind::Common && reading.target == lexicon_->find_key(key)) return true;
    }
    return false;
  }

  static bool is_title(const std::string& text, std::string_view role) {
    for (const NameReading& reading : readings(text)) {
      if (reading.kind == NameKind::Title && reading.target == lexicon_->find_role(role)) return true;
    }
    return false;
  }

  static std::unique_ptr<Lexicon> lexicon_;
  static std::unique_ptr<TextRules> rules_;
};

std::unique_ptr<Lexicon> ShippedLexicon::lexicon_;
std::unique_ptr<TextRules> ShippedLexicon::rules_;

/// Kinds of names that any reading has, by entry.
std::map<EntryId, std::set<NameKind>> kinds_by_entry(const Lexicon& lexicon) {
  std::map<EntryId, std::set<NameKind>> kinds;
  for (std::uint32_t name = 0; name < lexicon.names().size(); ++name) {
    for (const NameReading& reading : lexicon.names().readings(name)) {
      if (reading.kind != NameKind::Title && reading.kind != NameKind::Common) kinds[reading.target].insert(reading.kind);
    }
  }
  return kinds;
}

TEST_F(ShippedLexicon, KnowsEveryStateWhole) {
  const std::set<std::string> named_before_a_noun = {"liechtenstein", "solomon-islands", "new-zealand", "vatican"};
  const auto kinds = kinds_by_entry(*lexicon_);
  int states = 0;
  for (EntryId id = 0; id < lexicon_->entries().size(); ++id) {
    const Entry& entry = lexicon_->entry(id);
    if (!entry.sovereign) continue;
    ++states;
    EXPECT_FALSE(entry.label.empty());
    EXPECT_FALSE(entry.wikidata.empty()) << entry.key;
    EXPECT_NE(entry.geonames, 0U) << entry.key;
    EXPECT_NE(entry.iso2[0], '\0') << entry.key;
    EXPECT_NE(entry.iso3[0], '\0') << entry.key;
    EXPECT_TRUE(kinds.at(id).contains(NameKind::Name)) << entry.key;
    EXPECT_TRUE(kinds.at(id).contains(NameKind::Adjective) || named_before_a_noun.contains(entry.key)) << entry.key;
  }
  EXPECT_EQ(states, 195);  // 193 members of the United Nations, two observers
}

TEST_F(ShippedLexicon, LetsACapitalSpeakForEveryState) {
  const std::set<std::string> city_states = {"monaco", "san-marino", "singapore", "vatican"};
  std::set<EntryId> spoken_for;
  for (const Entry& entry : lexicon_->entries()) {
    if (entry.cls == EntryClass::Place && entry.speaks_for != no_entry) spoken_for.insert(entry.speaks_for);
  }
  for (EntryId id = 0; id < lexicon_->entries().size(); ++id) {
    const Entry& entry = lexicon_->entry(id);
    if (entry.sovereign && !city_states.contains(entry.key) && entry.key != "belgium") {
      EXPECT_TRUE(spoken_for.contains(id)) << entry.key;
    }
  }
}

TEST_F(ShippedLexicon, GivesNoItemTwice) {
  std::map<std::string, std::string> items;
  std::map<std::uint32_t, std::string> numbers;
  for (const Entry& entry : lexicon_->entries()) {
    if (!entry.wikidata.empty()) {
      const auto [known, fresh] = items.emplace(entry.wikidata, entry.key);
      EXPECT_TRUE(fresh) << entry.wikidata << ": " << known->second << ", " << entry.key;
    }
    if (entry.geonames != 0) {
      const auto [known, fresh] = numbers.emplace(entry.geonames, entry.key);
      EXPECT_TRUE(fresh) << entry.geonames << ": " << known->second << ", " << entry.key;
    }
  }
}

TEST_F(ShippedLexicon, IsOfUsefulSize) {
  std::map<EntryClass, int> counts;
  for (const Entry& entry : lexicon_->entries()) ++counts[entry.cls];
  EXPECT_GE(counts[EntryClass::Organization], 800);
  EXPECT_GE(counts[EntryClass::Place], 20000);
  EXPECT_GE(counts[EntryClass::Person], 1500);
  EXPECT_GE(lexicon_->roles().size(), 250U);
}

/// Small words of other classes are names of cities as well: "Of", "Reading", "Nice".
TEST_F(ShippedLexicon, MarksCitiesThatAreWords) {
  for (const std::string_view word :
       {"Of",      "Man",     "Mobile", "Nice", "Reading", "Bath",  "Most", "Split",  "Van",  "Tours", "Victoria", "Lincoln",
        "Jackson", "Clinton", "Santa",  "Sale", "Bar",     "March", "Hope", "Orange", "Same", "Can",   "Federal",  "God"}) {
    for (const NameReading& reading : readings(std::string(word))) {
      if (reading.kind == NameKind::Name && lexicon_->entry(reading.target).cls == EntryClass::Place) {
        EXPECT_TRUE(reading.weak) << word << " " << lexicon_->entry(reading.target).key;
      }
    }
  }
}

TEST_F(ShippedLexicon, NamesStatesByManyNames) {
  for (const char* name : {"US", "U.S.", "USA", "United States", "United States of America", "America", "American", "Americans"}) {
    EXPECT_TRUE(names(name, "polity:united-states")) << name;
  }
  for (const char* name : {"UK", "U.K.", "Britain", "Great Britain", "British", "Britons"})
    EXPECT_TRUE(names(name, "polity:united-kingdom")) << name;
  EXPECT_TRUE(readings("us").empty());
  EXPECT_TRUE(names("Ivory Coast", "polity:ivory-coast"));
  EXPECT_TRUE(names("Cote d'Ivoire", "polity:ivory-coast"));
  EXPECT_TRUE(names("Côte d’Ivoire", "polity:ivory-coast"));
  EXPECT_TRUE(names("Burma", "polity:myanmar"));
  EXPECT_TRUE(names("Türkiye", "polity:turkey"));
  EXPECT_TRUE(names("Turkiye", "polity:turkey"));
  EXPECT_TRUE(names("DPRK", "polity:north-korea"));
  EXPECT_TRUE(names("Russian Federation", "polity:russia"));
  EXPECT_TRUE(names("People's Republic of China", "polity:china"));
  EXPECT_TRUE(names("RUSSIA", "polity:russia"));
}

TEST_F(ShippedLexicon, KnowsSpellingsOfCities) {
  EXPECT_TRUE(names("Kyiv", "place:kyiv.703448"));
  EXPECT_TRUE(names("Kiev", "place:kyiv.703448"));
  for (const char* name : {"St. Petersburg", "St Petersburg", "Saint Petersburg"})
    EXPECT_TRUE(names(name, "place:saint-petersburg.498817")) << name;
  EXPECT_TRUE(names("Sao Paulo", "place:sao-paulo.3448439") || names("São Paulo", "place:sao-paulo.3448439"));
  EXPECT_TRUE(names("Peking", "place:beijing.1816670"));
}

TEST_F(ShippedLexicon, KeepsBothGeorgias) {
  EXPECT_TRUE(names("Georgia", "polity:georgia"));
  EXPECT_TRUE(names("Georgia", "place:georgia"));
}

TEST_F(ShippedLexicon, KnowsPeopleBySpellings) {
  const std::string key = "person:volodymyr-zelenskyy.Q3874799";
  for (const char* name : {"Volodymyr Zelenskyy", "Volodymyr Zelensky", "Volodymyr Zelenskiy", "Zelensky"})
    EXPECT_TRUE(names(name, key)) << name;
  for (const NameReading& reading : readings("Zelensky")) EXPECT_EQ(reading.kind, NameKind::Short);
}

TEST_F(ShippedLexicon, UnitesTitles) {
  for (const char* title :
       {"foreign minister", "Foreign Minister", "FM", "minister of foreign affairs", "Minister for Foreign Affairs", "foreign ministers"}) {
    EXPECT_TRUE(is_title(title, "foreign-minister")) << title;
  }
  EXPECT_TRUE(is_title("deputy foreign minister", "deputy-foreign-minister"));
  EXPECT_TRUE(is_title("Defense Minister", "defence-minister"));
  EXPECT_TRUE(is_title("spokeswoman", "spokesperson"));
  EXPECT_TRUE(is_title("Mr.", "mr"));
  EXPECT_TRUE(is_title("Secretary-General", "secretary-general"));
  EXPECT_TRUE(is_title("Gen.", "general"));
  EXPECT_TRUE(lexicon_->role(lexicon_->find_role("foreign-minister")).single_holder);
  EXPECT_TRUE(lexicon_->role(lexicon_->find_role("mr")).honorific);
  EXPECT_TRUE(lexicon_->role(lexicon_->find_role("analyst")).description);
}

TEST_F(ShippedLexicon, KnowsKindsOfOrganisations) {
  const auto found = readings("foreign ministry");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, NameKind::Common);
  EXPECT_EQ(lexicon_->kind(found[0].target).key, "foreign-ministry");
  EXPECT_EQ(lexicon_->kind(found[0].target).role, "foreign-minister");
}

TEST_F(ShippedLexicon, KnowsWords) {
  const auto info = [](std::string_view word) { return lexicon_->words().info(lexicon_->symbols().find(word)); };
  EXPECT_TRUE(info("met").is(WordClass::VerbPast));
  EXPECT_EQ(lexicon_->symbols().text(info("met").verb_lemma), "meet");
  EXPECT_EQ(lexicon_->symbols().text(info("ministers").noun_lemma), "minister");
  EXPECT_TRUE(info("talks").is(WordClass::PreferNoun));
  EXPECT_TRUE(info("envoy").is(WordClass::PersonNoun));
  EXPECT_TRUE(info("with").is(WordClass::Adposition));
  EXPECT_TRUE(info("sergei").is(WordClass::GivenMale));
  EXPECT_TRUE(info("went").is(WordClass::PreferVerb));
  EXPECT_FALSE(info("us").is(WordClass::Noun));
}

}  // namespace
}  // namespace chancery
