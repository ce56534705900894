#include "mapping/minting.hpp"

#include <gtest/gtest.h>

namespace chancery {
namespace {

constexpr const char* kinds =
    "kinds\tkey\tlabel\tforms\ttype\trole\tmany\n"
    "navy\tNavy\tnavy|naval forces\tarmy\t\t\n"
    "embassy\tEmbassy\tembassy\tembassy\t\tyes\n";

/// Norway, and an organisation.
class MintKeys : public testing::Test {
 protected:
  MintKeys() : minter_(pack_, *lexicon_, "https://example.org/"), extraction_() {
    extraction_.entities.resize(2);
    ArticleEntity& norway = extraction_.entities[0];
    norway.cls = mention_class::polity;
    norway.name = "Kingdom of Norway";
    organization().cls = mention_class::organization;
  }
  ArticleEntity& organization() { return extraction_.entities[1]; }
  KindId kind(std::string_view key) {
    for (KindId id = 0; id < lexicon_->kinds().size(); ++id) {
      if (lexicon_->kind(id).key == key) return id;
    }
    return no_kind;
  }
  std::string key() {
    std::vector<std::string> keys;
    minter_.entity_keys(extraction_, "article", keys);
    return keys[1];
  }

  Diagnostics diagnostics_;
  std::unique_ptr<Lexicon> lexicon_ = Lexicon::parse(kinds, "kinds.tsv", diagnostics_);
  RulePack pack_;
  Minter minter_;
  Extraction extraction_;
};

TEST_F(MintKeys, NameAnOrganisationByItsName) {
  organization().name = "Oslo Peace Forum";
  EXPECT_EQ(key(), "oslo-peace-forum");
}

TEST_F(MintKeys, NameOneOfACommonKindByItsStateHoweverItIsCalled) {
  organization().owner = 0;
  organization().kind = kind("navy");
  organization().name = "Norwegian naval forces";
  EXPECT_EQ(key(), "kingdom-of-norway.navy");
  organization().kind = no_kind;
  organization().common_name = "fisheries directorate";
  EXPECT_EQ(key(), "kingdom-of-norway.fisheries-directorate");
}

TEST_F(MintKeys, KeepOneOfACommonKindInItsArticleWhereNoStateIsKnown) {
  organization().kind = kind("navy");
  organization().name = "the Navy";
  EXPECT_EQ(key(), "navy.article");
  organization().kind = no_kind;
  organization().common_name = "fisheries directorate";
  EXPECT_EQ(key(), "fisheries-directorate.article");
}

TEST_F(MintKeys, KeepOneOfManyInItsArticle) {
  organization().owner = 0;
  organization().kind = kind("embassy");
  organization().name = "Norwegian Embassy";
  EXPECT_EQ(key(), "kingdom-of-norway.embassy.article");
}

}  // namespace
}  // namespace chancery
