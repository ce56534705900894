#include "rules/pack.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

namespace chancery {
namespace {

struct Read {
  RulePack pack;
  Diagnostics diagnostics;
  explicit Read(const std::string& yaml) { read_pack_text(yaml, "rules/test.yaml", pack, diagnostics); }
  /// "line:column code" of every diagnostic.
  [[nodiscard]] std::vector<std::string> found() const {
    std::vector<std::string> all;
    for (const Diagnostic& item : diagnostics.items()) {
      all.push_back(std::to_string(item.where.line) + ':' + std::to_string(item.where.column) + ' ' + item.code);
    }
    return all;
  }
};

using Found = std::vector<std::string>;

TEST(ReadPack, ReadsRulesOfEveryKind) {
  const Read read(R"yaml(
prefixes: {ex: http://example.org/}
classes:
  Club: {is: Organization, types: [ex:Club]}
lists:
  meet: [meet/v, "hold* ~ talks/n"]
phrases:
  pair(X, Y): |
    X and Y
rules:
  - name: titled
    mention: Person
    pattern: |
      title:@Title name:@Name
    set: {tenure: {former: ch:Former}, kind: named}
    form: nominal
  - name: met
    frame: Meeting
    trigger: |
      <meet> with?
    priority: 3
    pass: 2
    suppress: [other]
    roles:
      participant: [subject, object, {after: [with, "along with"]}]
      place: {pattern: "in @Place"}
    examples:
      - {text: "A met B.", expect: {participant: [A, B]}, frames: exact, date: 2025-01-02}
      - {text: "A met a deadline.", expect: none}
  - name: off
    cue: {status: cancelled}
    on: Meeting
    scope: verb-group
    direction: right
    pattern: |
      <call/v> off
speakers:
  - name: said
    pattern: |
      quote:@Quote speaker:@Person <=say>
)yaml");
  EXPECT_EQ(read.found(), Found{});
  const RulePack& pack = read.pack;
  ASSERT_EQ(pack.rules.size(), 4U);
  EXPECT_EQ(pack.rules[0].name, "test/titled");
  EXPECT_EQ(pack.rules[0].kind, RuleKind::Mention);
  EXPECT_EQ(pack.rules[0].set.at("kind"), "named");
  ASSERT_EQ(pack.rules[0].set_when.size(), 1U);
  EXPECT_EQ(pack.rules[0].set_when[0].value, "ch:Former");
  EXPECT_EQ(pack.rules[1].kind, RuleKind::Event);
  ASSERT_EQ(pack.rules[1].roles.size(), 2U);
  EXPECT_EQ(pack.rules[1].roles[0].selectors[2].words, (std::vector<std::string>{"with", "along with"}));
  EXPECT_EQ(to_string(*pack.rules[1].roles[1].selectors[0].pattern), "in @Place");
  EXPECT_EQ(pack.rules[1].pass, 2);
  EXPECT_TRUE(pack.rules[1].examples[0].exact_frames);
  EXPECT_TRUE(pack.rules[1].examples[1].none);
  EXPECT_EQ(pack.rules[2].kind, RuleKind::Cue);
  EXPECT_EQ(pack.rules[2].set.at("status"), "cancelled");
  EXPECT_EQ(pack.rules[2].scope, CueScope::VerbGroup);
  EXPECT_EQ(pack.rules[2].direction, Direction::Right);
  EXPECT_EQ(pack.rules[3].kind, RuleKind::Speaker);
  EXPECT_EQ(pack.phrases[0].parameters, (std::vector<std::string>{"X", "Y"}));
  EXPECT_EQ(pack.classes[0].parent, "Organization");
}

TEST(ReadPack, ReadsFrames) {
  const Read read(R"yaml(
frames:
  Meeting:
    roles:
      participant: {class: [Person, Polity], many: true}
      status: {one-of: [held, planned], default: {past: held, future: planned}}
    adjuncts:
      place: {in: clause, pattern: "(in | at) @Place"}
      time:
        - {in: sentence, pattern: "on @Date"}
        - {in: noun-phrase, pattern: "@Date"}
    fill:
      place: [previous-sentence, dateline]
    same-when: {type: compatible, all: [time overlaps], any: [participant shares 2, anaphor]}
    requires: participant >= 1
    presupposed: true
    triples:
      s: meeting:$(key)
      po:
        - [a, {map: $(type), to: {Talks: ch:Talks}}]
        - [schema:attendee, $(participant), {identifying: true}]
        - [schema:about, $(topic), en~lang]
        - [schema:startDate, $(time), xsd:date]
)yaml");
  EXPECT_EQ(read.found(), Found{});
  const FrameDef* frame = read.pack.frame("Meeting");
  ASSERT_NE(frame, nullptr);
  EXPECT_TRUE(frame->roles[0].many);
  EXPECT_EQ(frame->roles[1].one_of.size(), 2U);
  EXPECT_EQ(frame->adjuncts.size(), 3U);
  EXPECT_EQ(frame->fill[0].from[1], "dateline");
  EXPECT_EQ(frame->same_when.at("any")[0], "participant shares 2");
  EXPECT_EQ(frame->requires_role, "participant");
  EXPECT_EQ(frame->requires_count, 1);
  EXPECT_EQ(frame->subject, "meeting:$(key)");
  EXPECT_EQ(frame->triples[0].object.map_role, "type");
  EXPECT_TRUE(frame->triples[1].identifying);
  EXPECT_EQ(frame->triples[2].object.language, "en");
  EXPECT_EQ(frame->triples[3].object.datatype, "xsd:date");
}

TEST(ReadPack, KeepsGoodRulesAroundABadOne) {
  const Read read(
      "rules:\n"
      "  - {name: a, frame: F, pattern: \"x\"}\n"
      "  - {name: b, frame: F, pattern: \"(x\"}\n"
      "  - {name: c, frame: F, patern: \"x\"}\n"
      "  - {name: d, frame: F, pattern: x}\n"
      "  - {name: a, frame: F, pattern: \"y\"}\n"
      "  - {name: e, frame: F, pattern: \"z\"}\n");
  ASSERT_EQ(read.pack.rules.size(), 2U);
  EXPECT_EQ(read.pack.rules[1].name, "test/e");
  EXPECT_EQ(read.found(), (Found{"3:35 pattern.unclosed", "4:25 pack.unknown-key", "4:5 pack.missing-key", "5:34 pattern.not-literal",
                                 "6:12 rule.duplicate-name"}));
  EXPECT_EQ(read.diagnostics.items()[1].hint, "did you mean \"pattern\"?");
  EXPECT_EQ(read.diagnostics.items()[0].source_line, "  - {name: b, frame: F, pattern: \"(x\"}");
}

TEST(ReadPack, NamesTrueColumnsInLiteralBlocks) {
  const Read read(
      "rules:\n"
      "  - name: a\n"
      "    frame: F\n"
      "    pattern: |\n"
      "\n"
      "        x y\n"
      "          @ z\n"
      "  - name: b\n"
      "    frame: F\n"
      "    pattern: |-\n"
      "      )\n");
  EXPECT_EQ(read.found(), (Found{"7:12 pattern.syntax", "11:7 pattern.empty"}));
  EXPECT_EQ(read.diagnostics.items()[0].source_line, "          @ z");
}

TEST(ReadPack, DiagnosesEveryMistakeOfForm) {
  const std::tuple<const char*, Found> cases[] = {
      {"rules: [", {"1:1 pack.syntax"}},
      {"rules: \"never closed\n", {"1:8 pack.unclosed", "1:8 pack.wrong-type"}},
      {"a: &x 1\nlists: *x\n", {"2:8 pack.alias"}},
      {"rules: []\n---\nrules: []\n", {"3:1 pack.syntax"}},
      {"lists: {a: [x], a: [y]}", {"1:17 pack.duplicate-key"}},
      {"rules: {a: 1}", {"1:8 pack.wrong-type"}},
      {"lists: {a: []}", {"1:9 pattern.empty"}},
      {"phrases: {\"f(X\": \"X\"}", {"1:11 pack.wrong-type"}},
      {"rules: [{name: a, pattern: \"x\"}]", {"1:9 rule.kind"}},
      {"rules: [{name: a, frame: F, scope: clause, pattern: \"x\"}]", {"1:29 rule.kind"}},
      {"rules: [{name: a, frame: F, pattern: \"x\", trigger: \"y\"}]", {"1:43 rule.two-patterns"}},
      {"rules: [{name: a, frame: F, pattern: \"x\", pass: many}]", {"1:49 pack.wrong-type"}},
      {"rules: [{name: a, frame: F, pattern: \"x\", roles: {r: [subjct]}}]", {"1:55 pack.wrong-type", "1:51 rule.no-selector"}},
      {"frames: {F: {roles: {r: {class: A, one-of: [b]}}}}", {"1:22 frame.role-type"}},
      {"frames: {F: {requires: much}}", {"1:24 pack.wrong-type"}},
      {"frames: {F: {triples: {s: x, po: [[a]]}}}", {"1:35 frame.triple"}},
      {"frames: {F: {}, G: {}}\nclasses: {C: Person, C: Place}", {"2:22 pack.duplicate-key"}},
  };
  for (const auto& [yaml, expected] : cases) {
    const Read read(yaml);
    if (std::string(yaml).find("never closed") != std::string::npos) {
      EXPECT_EQ(read.found().front(), "1:8 pack.unclosed");
      continue;
    }
    EXPECT_EQ(read.found(), expected) << yaml;
  }
}

class PackFolder : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("pack_" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) + '_' +
                                                        ::testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::remove_all(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void write(const std::string& name, const std::string& text) {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << text;
  }
  std::filesystem::path folder_;
};

TEST_F(PackFolder, IsReadInOrderOfPathsWithThePacksItNeeds) {
  write("base/pack.yaml", "name: base\n");
  write("base/rules/x.yaml", "rules: [{name: r, frame: F, pattern: \"x\"}]\n");
  write("top/pack.yaml", "name: top\nversion: 1.0\nlicence: CC0\nneeds: [../base]\n");
  write("top/rules/b.yaml", "rules: [{name: r, frame: F, pattern: \"x\"}]\n");
  write("top/rules/a.yaml", "rules: [{name: r, frame: F, pattern: \"x\"}]\n");
  write("top/frames/f.yaml", "frames: {F: {}}\n");
  Diagnostics diagnostics;
  const RulePack pack = read_pack((folder_ / "top").string(), diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(pack.manifest.name, "top");
  ASSERT_EQ(pack.rules.size(), 3U);
  EXPECT_EQ(pack.rules[0].name, "x/r");
  EXPECT_EQ(pack.rules[1].name, "a/r");
  EXPECT_EQ(pack.rules[2].name, "b/r");
  EXPECT_EQ(pack.version_hash.size(), 32U);
  EXPECT_EQ(pack.source_line(pack.rules[0].where), "rules: [{name: r, frame: F, pattern: \"x\"}]");
}

TEST_F(PackFolder, NamesTheStepsThatAreLeftOut) {
  write("pack.yaml", "name: all\n");
  Diagnostics diagnostics;
  EXPECT_FALSE(read_pack(folder_.string(), diagnostics).manifest.without_dates);
  write("pack.yaml", "name: some\nwithout: coreference\n");
  EXPECT_TRUE(read_pack(folder_.string(), diagnostics).manifest.without_coreference);
  write("pack.yaml", "name: none\nwithout: [dates, coreference]\n");
  const RulePack pack = read_pack(folder_.string(), diagnostics);
  EXPECT_TRUE(pack.manifest.without_dates && pack.manifest.without_coreference);
  EXPECT_TRUE(diagnostics.empty());
  write("pack.yaml", "name: wrong\nwithout: [date]\n");
  EXPECT_FALSE(read_pack(folder_.string(), diagnostics).manifest.without_dates);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_EQ(diagnostics.items()[0].hint, "did you mean \"dates\"?");
}

TEST_F(PackFolder, ReportsAFolderThatIsNotThere) {
  Diagnostics diagnostics;
  read_pack((folder_ / "none").string(), diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_EQ(diagnostics.items()[0].code, "pack.unreadable");
}

}  // namespace
}  // namespace chancery
