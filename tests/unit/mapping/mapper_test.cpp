#include "mapping/mapper.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "rdf/vocabulary.hpp"

namespace chancery {
namespace {

constexpr const char* frames = R"yaml(
frames:
  Person:
    roles: {self: {class: Person}}
    triples:
      s: person:$(self.key)
      po:
        - [a, foaf:Person]
        - [skos:altLabel, $(self.form), en~lang]
  Meeting:
    roles:
      participant: {class: [Person, Polity], many: true}
      status: {one-of: [held, planned], default: held}
      topic: {class: Title}
    triples:
      - s: meeting:m$(key)
        po:
          - [a, ch:Meeting]
          - [rdfs:label, "Meeting $(participant.between)", en~lang]
          - [schema:attendee, $(participant), {identifying: true}]
          - [schema:eventStatus, {map: $(status), to: {held: ch:Held, planned: schema:EventScheduled}}]
          - [ch:topicText, $(topic), en~lang]
)yaml";

class Collected final : public StatementSink {
 public:
  void add(const Statement& statement) override {
    lines.insert(to_string(statement.subject) + ' ' + to_string(statement.predicate) + ' ' + to_string(statement.object));
    graphs.insert(statement.graph);
  }
  [[nodiscard]] std::size_t count(const std::string& part) const {
    return static_cast<std::size_t>(
        std::count_if(lines.begin(), lines.end(), [&](const std::string& line) { return line.find(part) != std::string::npos; }));
  }
  [[nodiscard]] bool plain(const std::string& predicate) const { return count(' ' + ("<" + expand(predicate) + ">") + ' ') > 0; }
  std::set<std::string> lines, graphs;
};

/// An article of one sentence with two people and one encounter.
class MapFrames : public testing::Test {
 protected:
  MapFrames() {
    lexicon_.symbols().intern("held");
    Diagnostics diagnostics;
    read_pack_text(frames, "frames.yaml", pack_, diagnostics);
    EXPECT_TRUE(diagnostics.empty()) << (diagnostics.empty() ? "" : to_string(diagnostics.items().front()));
    Article article;
    article.body = "Zoë Berg met Li.";
    article.url = "https://example.org/a b";
    extraction_.document = std::make_unique<Document>(article, lexicon_.symbols(), TextRules{});
    add_person("Zoë Berg", {0, 2});
    add_person("Li", {3, 4});
    Frame frame;
    frame.definition = 1;
    frame.trigger = {2, 3};
    frame.evidence = {0, 5};
    frame.mentions_of_event = {frame.trigger};
    RoleFillers participants{0, {}};
    for (EntityId id : {0U, 1U}) {
      Filler filler;
      filler.entity = id;
      filler.tokens = extraction_.mentions.items[id].tokens;
      participants.fillers.push_back(filler);
    }
    Filler status;
    status.value = lexicon_.symbols().find("held");
    frame.roles = {participants, {1, {status}}};
    extraction_.frames.push_back(frame);
  }

  void add_person(const char* name, TokenSpan tokens) {
    Mention mention;
    mention.tokens = mention.head = tokens;
    mention.cls = mention_class::person;
    mention.entity = static_cast<EntityId>(extraction_.entities.size());
    ArticleEntity entity;
    entity.cls = mention_class::person;
    entity.mentions = {static_cast<MentionId>(extraction_.mentions.items.size())};
    entity.forms = {name};
    entity.name = name;
    extraction_.mentions.items.push_back(mention);
    extraction_.entities.push_back(entity);
  }

  Collected map() {
    Collected sink;
    Mapper(pack_, lexicon_, {"1", "2", "3", "4"}, "https://example.org/id/").map(extraction_, sink);
    return sink;
  }

  Lexicon lexicon_;
  RulePack pack_;
  Extraction extraction_;
};

TEST_F(MapFrames, MintsPeopleByNameAndStrangersByArticle) {
  const Collected shard = map();
  EXPECT_GT(shard.count("<https://example.org/id/person/zoe-berg> <" + expand("rdf:type")), 0U);
  const std::string key = Mapper::article_key(extraction_.document->article());
  EXPECT_GT(shard.count("<https://example.org/id/person/li." + key + ">"), 0U);
}

TEST_F(MapFrames, StatesWhoTookPartAndClaimsTheStatusOnly) {
  const Collected shard = map();
  EXPECT_EQ(shard.count("<" + expand("schema:attendee") + "> <https://example.org/id/person/"), 2U);
  EXPECT_EQ(shard.count("<" + expand("rdf:predicate") + "> <" + expand("schema:attendee") + ">"), 2U);
  EXPECT_EQ(shard.count("> <" + expand("schema:eventStatus") + "> <"), 0U);
  EXPECT_EQ(shard.count("<" + expand("rdf:predicate") + "> <" + expand("schema:eventStatus") + ">"), 1U);
  EXPECT_EQ(shard.count("Meeting between Zoë Berg and Li"), 1U);
}

TEST_F(MapFrames, LeavesOutALineWhoseRoleIsEmpty) {
  EXPECT_FALSE(map().plain("ch:topicText"));
}

TEST_F(MapFrames, KeepsWhatIsDeniedAClaim) {
  extraction_.frames.front().polarity = false;
  const Collected shard = map();
  EXPECT_EQ(shard.count("> <" + expand("schema:attendee") + "> <"), 0U);
  EXPECT_EQ(shard.count("<" + expand("ch:polarity") + "> \"false\""), 3U);
}

TEST_F(MapFrames, CountsSpansInCodePoints) {
  const Collected shard = map();
  EXPECT_GT(shard.count("#char=0,16> <" + expand("nif:anchorOf") + "> \"Zoë Berg met Li.\""), 0U);
  EXPECT_GT(shard.count("#char=9,12> <" + expand("nif:anchorOf") + "> \"met\""), 0U);
}

TEST_F(MapFrames, NamesTheArticleAsGraphAndEscapesItsAddress) {
  const Collected shard = map();
  ASSERT_EQ(shard.graphs.size(), 1U);
  EXPECT_TRUE(shard.graphs.begin()->starts_with("https://example.org/id/article/a"));
  EXPECT_EQ(shard.count("<https://example.org/a%20b>"), 1U);
}

TEST_F(MapFrames, GivesTheSameEachTime) {
  EXPECT_EQ(map().lines, map().lines);
}

std::string codes_of(const char* yaml) {
  RulePack pack;
  Diagnostics diagnostics;
  read_pack_text(yaml, "frames.yaml", pack, diagnostics);
  Mapper::check(pack, diagnostics);
  std::string codes;
  for (const Diagnostic& item : diagnostics.items()) codes += item.code + '@' + std::to_string(item.where.line) + ' ';
  return codes;
}

TEST(CheckTriples, ReportsWhatCannotBeMapped) {
  EXPECT_EQ(codes_of("frames:\n  M:\n    roles: {a: {class: Person, many: true}, b: {class: Person, many: true}}\n    triples:\n      s: "
                     "meeting:$(key)\n      po:\n"
                     "        - [nope:x, $(a)]\n        - [ch:met, \"$(c)\"]\n        - [ch:met, \"$(a.size)\"]\n        - [ch:met, "
                     "\"person:$(a).$(b)\"]\n"),
            "mapping.unknown-prefix@7 mapping.unknown-role@8 mapping.bad-template@9 mapping.two-lists@10 ");
}

TEST(CheckTriples, ReportsNamesThatWouldBeText) {
  const std::string head = "frames:\n  M:\n    roles: {a: {class: Person}}\n    triples:\n      s: ";
  EXPECT_EQ(codes_of((head + "meting:$(key)\n      po:\n        - [a, \"<http://example.org/x>\"]\n").c_str()),
            "mapping.unknown-prefix@5 ");
  EXPECT_EQ(
      codes_of((head + "meeting:$(key)\n      po:\n        - [a, chh:Talks]\n        - [a, {map: $(a), to: {x: Talks}}]\n"
                       "        - [ch:met, nope:x]\n        - [ch:met, \"at: noon\"]\n        - [ch:met, \"12:30\"]\n"
                       "        - [ch:met, nope:x, xsd:string]\n        - [ch:met, $(a), xsd:datee]\n        - [ch:met, $(a), xsd:gDay]\n"
                       "        - [ch:met, \"$(a:!Person)\"]\n        - [ch:met, \"$(a:Persn)\"]\n")
                   .c_str()),
      "mapping.unknown-prefix@7 mapping.unknown-prefix@8 mapping.text-like-name@9 mapping.unknown-datatype@13 rule.unknown-class@16 ");
}

}  // namespace
}  // namespace chancery
