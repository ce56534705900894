#include "match/matcher.hpp"

#include <gtest/gtest.h>

#include "match/program.hpp"
#include "support/toy_lexicon.hpp"
#include "support/toy_sentence.hpp"

namespace chancery {
namespace {

/// A pack compiled, and its matches over sentences of the toy notation.
class Bench {
 public:
  explicit Bench(const std::string& yaml) {
    read_pack_text(yaml, "t.yaml", pack, diagnostics);
    program = compile(pack, lexicon, diagnostics);
  }

  std::string problems() const {
    std::string out;
    for (const Diagnostic& item : diagnostics.items()) out += to_string(item) + '\n';
    return out;
  }

  std::string run(toy::Sentence& sentence, RuleKind kind, int pass = 1, std::span<const FrameEdge> frames = {}) {
    Matcher matcher(*program);
    Lattice lattice;
    std::vector<Match> matches;
    for (const Unit& unit : units_of(*sentence.document)) {
      lattice.build(sentence.view(), unit.tokens, unit.quotation, frames);
      matcher.match(lattice, kind, pass, matches);
    }
    std::string out;
    for (const Match& match : matches) out += (out.empty() ? "" : " | ") + show(sentence, match);
    return out;
  }
  std::string run(const std::string& written, RuleKind kind = RuleKind::Event) {
    toy::Sentence sentence = toy::sentence(written, lexicon.symbols(), program->classes());
    return run(sentence, kind);
  }
  std::string show(const toy::Sentence& sentence, const Match& match) const {
    std::string out = pack.rules[match.rule].name.substr(2) + '(' + sentence.text(match.trigger);
    for (const Capture& capture : match.captures) out += ' ' + program->role_names()[capture.role] + '=' + sentence.text(capture.tokens);
    for (const std::uint16_t set : match.set_when)
      out += ' ' + pack.rules[match.rule].set_when[set].name + ":=" + pack.rules[match.rule].set_when[set].value;
    return out + ')';
  }

  RulePack pack;
  Diagnostics diagnostics;
  const std::unique_ptr<Lexicon> words = toy::lexicon();
  Lexicon& lexicon = *words;
  ProgramPtr program{nullptr, [](const Program*) {}};
};

constexpr const char* meeting = R"yaml(
frames:
  Meeting:
    roles:
      participant: {class: [Person, Polity], many: true}
      host: {class: Person}
      place: {class: Place}
      type: {one-of: [Talks, Summit]}
    adjuncts:
      place: {in: clause, pattern: "(in | at) @Place"}
  Other:
    roles:
      who: {class: Person}
rules:
  - name: met
    frame: Meeting
    trigger: |
      <meet/v> with?
    roles:
      participant: [subject, object, {after: [with, "along with"]}]
  - name: talks
    frame: Meeting
    trigger: |
      <talk/n>
    roles:
      participant: [before, possessor, inside, {after: [with, between]}, subject-of-clause]
  - name: hosted
    frame: Meeting
    trigger: |
      <host/v>
    roles:
      host: agent
      place: {pattern: "in place:@Place"}
  - name: urged
    frame: Meeting
    trigger: |
      <urge/v>
    roles:
      host: actor
      participant: patient
)yaml";

/// Subject and object as the annotator would have set them.
toy::Sentence with_roles(Bench& bench, const std::string& written, std::int32_t subject, std::int32_t object) {
  toy::Sentence sentence = toy::sentence(written, bench.lexicon.symbols(), bench.program->classes());
  sentence.annotation.verb_groups[0].subject = subject;
  sentence.annotation.verb_groups[0].object = object;
  return sentence;
}

/// The second article stands where the first one stood, with as many tokens.
TEST(Matcher, TakesNoArticleForTheOneBefore) {
  Bench bench(meeting);
  Matcher matcher(*bench.program);
  Lattice lattice;
  toy::Sentence sentence;
  std::vector<std::size_t> found;
  for (const char* written : {"[@Person Ann ] [VG met/meet/v ] talks/talk/n", "[@Person Ann ] [VG saw/see/v ] talks/talk/n",
                              "[@Person Ann ] [VG saw/see/v ] nobody", "[@Person Ann ] [VG met/meet/v ] talks/talk/n"}) {
    sentence = toy::sentence(written, bench.lexicon.symbols(), bench.program->classes());
    std::vector<Match> matches;
    for (const Unit& unit : units_of(*sentence.document)) {
      lattice.build(sentence.view(), unit.tokens, unit.quotation);
      matcher.match(lattice, RuleKind::Event, 1, matches);
    }
    found.push_back(matches.size());
  }
  EXPECT_EQ(found, (std::vector<std::size_t>{2, 1, 0, 2}));
}

TEST(TriggerRules, FillRolesFromSubjectAndObject) {
  Bench bench(meeting);
  ASSERT_EQ(bench.problems(), "");
  toy::Sentence sentence = with_roles(bench, "[NG [@Person Ann ] ] [VG met/meet/v ] [NG [@Person Bo Lee ] ]", 0, 1);
  EXPECT_EQ(bench.run(sentence, RuleKind::Event), "met(met participant=Ann participant=Bo Lee)");
}

TEST(TriggerRules, TellActorFromPatientInThePassive) {
  Bench bench(meeting);
  ASSERT_EQ(bench.problems(), "");
  toy::Sentence sentence = with_roles(bench, "[NG [@Person Ann ] ] [VG urged/urge/v ] [NG [@Person Bo Lee ] ]", 0, 1);
  EXPECT_EQ(bench.run(sentence, RuleKind::Event), "urged(urged host=Ann participant=Bo Lee)");
  sentence = with_roles(bench, "[NG [@Person Ann ] ] [VG was urged/urge/v ] by [NG [@Person Bo Lee ] ]", 0, -1);
  sentence.annotation.verb_groups[0].passive = true;
  EXPECT_EQ(bench.run(sentence, RuleKind::Event), "urged(urged participant=Ann host=Bo Lee)");
}

TEST(TriggerRules, TakeListsWhole) {
  Bench bench(meeting);
  toy::Sentence sentence = with_roles(bench,
                                      "[NG [@Person Ann ] ] and [NG [@Polity Peru ] ] [VG met/meet/v ] [NG [@Person Bo ] ] , [NG [@Person "
                                      "Cy ] ] and [NG [@Person Di ] ] in [@Place Rome ]",
                                      0, 2);
  EXPECT_EQ(bench.run(sentence, RuleKind::Event), "met(met participant=Ann participant=Peru participant=Bo participant=Cy participant=Di)");
}

TEST(TriggerRules, TakeTheMembersOfAnnotatedLists) {
  Bench bench(meeting);
  toy::Sentence sentence = with_roles(bench, "[NG [@Person Ann ] ] or/or [NG [@Person Bo ] ] [VG met/meet/v ] quietly", 0, -1);
  sentence.annotation.lists.push_back({{0, 1}, {0, 3}});
  sentence.annotation.list_of = {0, 0};
  EXPECT_EQ(bench.run(sentence, RuleKind::Event), "met(met participant=Ann participant=Bo)");
}

TEST(TriggerRules, LeaveWhatIsSubjectOfTheNextVerb) {
  Bench bench(meeting);
  toy::Sentence sentence =
      with_roles(bench, "[NG [@Person Ann ] ] [VG met/meet/v ] [NG [@Person Bo ] ] and [NG [@Person Cy ] ] [VG spoke/speak/v ]", 0, 1);
  sentence.annotation.verb_groups[1].subject = 2;
  EXPECT_EQ(bench.run(sentence, RuleKind::Event), "met(met participant=Ann participant=Bo)");
}

TEST(TriggerRules, TakeTheSubjectOfTheGoverningVerb) {
  Bench bench(meeting);
  toy::Sentence sentence = toy::sentence("[NG [@Person Ann ] ] [VG plans/plan/v ] [VG to meet/meet/v ] [NG [@Person Bo ] ]",
                                         bench.lexicon.symbols(), bench.program->classes());
  sentence.annotation.verb_groups[0].subject = 0;
  sentence.annotation.verb_groups[1].infinitive = true;
  sentence.annotation.verb_groups[1].governor = 0;
  sentence.annotation.verb_groups[1].object = 1;
  EXPECT_EQ(bench.run(sentence, RuleKind::Event), "met(meet participant=Ann participant=Bo)");
}

TEST(TriggerRules, FindPhrasesAfterWordsAcrossAdjuncts) {
  Bench bench(meeting);
  toy::Sentence sentence =
      with_roles(bench, "[NG [@Person Ann ] ] [VG met/meet/v ] on [@Date Monday ] with [NG [@Person Bo ] ] in [@Place Rome ]", 0, -1);
  EXPECT_EQ(bench.run(sentence, RuleKind::Event), "met(met participant=Ann participant=Bo)");
}

TEST(TriggerRules, StopAtTheNextVerbAndAtTheClause) {
  Bench bench(meeting);
  toy::Sentence sentence =
      with_roles(bench, "[NG [@Person Ann ] ] [VG met/meet/v ] to [VG speak/speak/v ] with [NG [@Person Bo ] ]", 0, -1);
  EXPECT_EQ(bench.run(sentence, RuleKind::Event), "met(met participant=Ann)");
  sentence = with_roles(bench, "[C [NG [@Person Ann ] ] [VG met/meet/v ] today ] with [NG [@Person Bo ] ]", 0, -1);
  EXPECT_EQ(bench.run(sentence, RuleKind::Event), "met(met participant=Ann)");
}

TEST(TriggerRules, FillNounsFromWhatStandsBeforeThem) {
  Bench bench(meeting);
  EXPECT_EQ(bench.run("[NG the [@Polity Peru ] - [@Polity Chile ] talks/talk/n ]"), "talks(talks participant=Peru participant=Chile)");
}

TEST(TriggerRules, FillNounsFromTheirOwners) {
  Bench bench(meeting);
  toy::Sentence sentence =
      toy::sentence("[NG [@Person Ann ] 's talks/talk/n ] with [NG [@Person Bo ] ]", bench.lexicon.symbols(), bench.program->classes());
  sentence.annotation.noun_groups[0].tokens = {0, 3};
  sentence.annotation.noun_groups[0].possessor = {0, 1};
  EXPECT_EQ(bench.run(sentence, RuleKind::Event), "talks(talks participant=Ann participant=Bo)");
}

TEST(TriggerRules, FillNounsFromTheSubjectOfTheirVerb) {
  Bench bench(meeting);
  toy::Sentence sentence = with_roles(bench, "[NG [@Person Ann ] ] [VG held/hold/v ] [NG talks/talk/n ]", 0, 1);
  EXPECT_EQ(bench.run(sentence, RuleKind::Event), "talks(talks participant=Ann)");
}

TEST(TriggerRules, FillFromAgentsAndPatterns) {
  Bench bench(meeting);
  toy::Sentence sentence = with_roles(bench, "[NG it ] [VG was hosted/host/v ] by [NG [@Person Bo ] ] in [@Place Rome ]", 0, -1);
  sentence.annotation.verb_groups[0].passive = true;
  EXPECT_EQ(bench.run(sentence, RuleKind::Event), "hosted(hosted host=Bo place=Rome)");
}

TEST(TriggerRules, TakeNoMentionInsideAnother) {
  Bench bench(meeting);
  toy::Sentence sentence = with_roles(bench, "[NG [@Person [@Polity- UK ] PM Ann ] ] [VG met/meet/v ] [NG [@Person Bo ] ]", 0, 1);
  EXPECT_EQ(bench.run(sentence, RuleKind::Event), "met(met participant=UK PM Ann participant=Bo)");
}

constexpr const char* rivals = R"yaml(
frames:
  F:
    roles: {a: {many: true}, b: {}}
  G:
    roles: {a: {}}
rules:
  - {name: far, frame: F, pattern: "a:@Person .. <=go>"}
  - {name: near, frame: F, pattern: "a:@Person very <=go>"}
  - {name: two, frame: F, pattern: "a:@Person .. <=come> .. b:@Person"}
  - {name: one, frame: F, pattern: "a:@Person .. <=come>"}
  - {name: low, frame: F, pattern: "a:@Person <=run>"}
  - {name: high, frame: F, pattern: "<=run>", priority: 2}
  - {name: first, frame: F, pattern: "a:@Person <=sit>"}
  - {name: second, frame: F, pattern: "a:@Person <=sit>"}
  - {name: other-frame, frame: G, pattern: "a:@Person <=sit>"}
  - {name: killer, frame: G, pattern: "<=stand> up", suppress: [victim]}
  - {name: victim, frame: F, pattern: "a:@Person <=stand>"}
)yaml";

TEST(Choice, PrefersLessGap) {
  EXPECT_EQ(Bench(rivals).run("[@Person Ann ] very went/go/v"), "near(went a=Ann)");
}
TEST(Choice, PrefersMoreRoles) {
  EXPECT_EQ(Bench(rivals).run("[@Person Ann ] came/come/v to [@Person Bo ]"), "two(came a=Ann b=Bo)");
}
TEST(Choice, PrefersPriority) {
  EXPECT_EQ(Bench(rivals).run("[@Person Ann ] ran/run/v"), "high(ran)");
}
TEST(Choice, PrefersFileOrderButLeavesOtherFrames) {
  EXPECT_EQ(Bench(rivals).run("[@Person Ann ] sat/sit/v"), "first(sat a=Ann) | other-frame(sat a=Ann)");
}
TEST(Choice, ObeysSuppress) {
  EXPECT_EQ(Bench(rivals).run("[@Person Ann ] stood/stand/v up"), "killer(stood)");
  EXPECT_EQ(Bench(rivals).run("[@Person Ann ] stood/stand/v"), "victim(stood a=Ann)");
}

TEST(MentionRules, TakeTheLongestThenPriorityThenFileOrder) {
  Bench bench(R"yaml(
rules:
  - {name: short, mention: Person, pattern: "title:@Title name:@Name"}
  - {name: long, mention: Person, pattern: "body:@Polity title:@Title name:@Name", set: {tenure: {former: past, then: past}}}
  - {name: same, mention: Person, pattern: "title:@Title name:@Name", priority: 1}
  - {name: former, mention: Person, pattern: "former title:@Title name:$list(@Name)", set: {tenure: {former: past}}}
  - {name: place, mention: Place, pattern: "the [cap]+ Sea"}
)yaml");
  ASSERT_EQ(bench.problems(), "");
  EXPECT_EQ(bench.run("[@Polity UK ] [@Title PM ] [@Name Ann Lee ]", RuleKind::Mention),
            "long(UK PM Ann Lee body=UK title=PM name=Ann Lee)");
  EXPECT_EQ(bench.run("[@Title PM ] [@Name Ann Lee ]", RuleKind::Mention), "same(PM Ann Lee title=PM name=Ann Lee)");
  EXPECT_EQ(bench.run("former [@Title ministers ] [@Name Ann ] and [@Name Bo ]", RuleKind::Mention),
            "former(former ministers Ann and Bo title=ministers name=Ann name=Bo tenure:=past)");
  EXPECT_EQ(bench.run("the Big Black Sea", RuleKind::Mention), "place(the Big Black Sea)");
}

TEST(MentionRules, SetValuesByListsAndPartsOfWords) {
  Bench bench(R"yaml(
lists: {past: [former, then]}
rules:
  - {name: r, mention: Person, pattern: "[lower]? title:@Title name:@Name", set: {tenure: {<past>: past, ex-*: past, "*-elect": future}}}
)yaml");
  ASSERT_EQ(bench.problems(), "");
  EXPECT_EQ(bench.run("former [@Title king ] [@Name Ann ]", RuleKind::Mention), "r(former king Ann title=king name=Ann tenure:=past)");
  EXPECT_EQ(bench.run("[@Title ex-king ] [@Name Ann ]", RuleKind::Mention), "r(ex-king Ann title=ex-king name=Ann tenure:=past)");
  EXPECT_EQ(bench.run("[@Title mayor-elect ] [@Name Ann ]", RuleKind::Mention),
            "r(mayor-elect Ann title=mayor-elect name=Ann tenure:=future)");
  EXPECT_EQ(bench.run("old [@Title king ] [@Name Ann ]", RuleKind::Mention), "r(old king Ann title=king name=Ann)");
  EXPECT_NE(Bench("rules: [{name: r, mention: Person, pattern: \"name:@Name\", set: {tenure: {<pst>: past}}}]\n")
                .problems()
                .find("rule.unknown-list"),
            std::string::npos);
}

TEST(MentionRules, KeepTwoTitlesOfOneName) {
  Bench bench(R"yaml(
rules:
  - {name: first, mention: Person, pattern: "title:@Title and @Title name:@Name"}
  - {name: second, mention: Person, pattern: "title:@Title name:@Name"}
)yaml");
  ASSERT_EQ(bench.problems(), "");
  EXPECT_EQ(bench.run("[@Title king ] and [@Title judge ] [@Name Ann ]", RuleKind::Mention),
            "first(king and judge Ann title=king name=Ann) | second(judge Ann title=judge name=Ann)");
}

TEST(Cues, AreAllReported) {
  Bench bench(R"yaml(
frames: {F: {roles: {s: {one-of: [off, on]}}}}
cues:
  - {name: off, cue: {s: off}, "on": F, pattern: "<=be>? (<call/v> off | <cancel/v>)"}
  - {name: hope, cue: {factuality: possible}, scope: complement, pattern: "<hope/v>"}
)yaml");
  ASSERT_EQ(bench.problems(), "");
  EXPECT_EQ(bench.run("they hope/hope/v it was/be/x called/call/v off", RuleKind::Cue), "hope(hope) | off(called off)");
}

TEST(Passes, SeeFramesOfLowerPasses) {
  Bench bench(R"yaml(
frames: {F: {roles: {who: {class: Person}}}, G: {roles: {what: {}, who: {}}}}
rules:
  - {name: one, frame: F, pattern: "<=x>"}
  - {name: two, frame: G, pass: 2, pattern: "what:@F after who:@F.who"}
)yaml");
  ASSERT_EQ(bench.problems(), "");
  toy::Sentence sentence = toy::sentence("x after [@Person Ann ]", bench.lexicon.symbols(), bench.program->classes());
  const std::vector<FrameEdge> frames = {{{0, 1}, 0, FrameEdge::no_frame_role, no_mention, 7}, {{2, 3}, 0, 0, 0, 7}};
  EXPECT_EQ(bench.run(sentence, RuleKind::Event, 1, frames), "one(x)");
  EXPECT_EQ(bench.run(sentence, RuleKind::Event, 2, frames), "two(after what=x who=Ann)");
}

TEST(Adjuncts, AreFoundInASpan) {
  Bench bench(meeting);
  toy::Sentence sentence = toy::sentence("in [@Place Rome ] they met/meet/v at [@Place Bari ] in [@Person Ann ]", bench.lexicon.symbols(),
                                         bench.program->classes());
  Lattice lattice;
  lattice.build(sentence.view(), sentence.all(), -1);
  Matcher matcher(*bench.program);
  std::vector<Capture> found;
  matcher.match_adjunct(lattice, 0, 0, sentence.all(), found);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(sentence.text(found[0].tokens) + ' ' + sentence.text(found[1].tokens), "Rome Bari");
  EXPECT_EQ(bench.program->role_names()[found[0].role], "place");
  found.clear();
  matcher.match_adjunct(lattice, 0, 0, {3, 6}, found);
  ASSERT_EQ(found.size(), 1U);
}

TEST(Compile, DiagnosesEveryUnknownName) {
  Bench bench(
      "lists: {good: [x], bad: [\"~ x\", \"y/q\"]}\n"
      "phrases: {f(X): \"X <bat>\", loop: \"$loop2\", loop2: \"$loop\"}\n"
      "classes: {Club: Organisation}\n"
      "frames: {F: {roles: {who: {class: Persn}, v: {one-of: [a]}}, adjuncts: {wo: {pattern: \"x\"}}}}\n"
      "rules:\n"
      "  - {name: a, frame: G, pattern: \"x\"}\n"
      "  - {name: b, frame: F, pattern: \"whoo:@Persn $g $f <god> [in=god] [pos=NUN] [/(/] [cop] VG[pasive]\"}\n"
      "  - {name: c, frame: F, pattern: \"x?\"}\n"
      "  - {name: d, frame: F, pattern: \"(((x{100}){100}){100})\"}\n"
      "  - {name: e, frame: F, pattern: \"x (?=who:y)\"}\n"
      "  - {name: f, frame: F, set: {v: b}, suppress: [zz], pattern: \"(x?)*\"}\n"
      "  - {name: g, cue: {v: z}, \"on\": F, pattern: \"@Person[odd=1] x\"}\n");
  std::vector<std::string> codes;
  for (const Diagnostic& item : bench.diagnostics.items()) codes.push_back(std::to_string(item.where.line) + ' ' + item.code);
  const std::vector<std::string> expected = {
      "3 rule.unknown-class",    "1 pattern.list-entry",      "1 pattern.list-entry",    "2 rule.unknown-list",
      "2 rule.recursive-phrase", "2 rule.recursive-phrase",   "4 rule.unknown-class",    "4 rule.unknown-role",
      "6 rule.unknown-frame",    "7 rule.unknown-class",      "7 rule.unknown-phrase",   "7 rule.phrase-arguments",
      "7 rule.unknown-list",     "7 rule.unknown-dictionary", "7 pattern.test-value",    "7 pattern.regex",
      "7 pattern.unknown-test",  "7 pattern.unknown-test",    "7 rule.unknown-role",     "10 rule.capture-in-look",
      "11 rule.unknown-rule",    "11 frame.unknown-value",    "12 rule.unknown-feature", "12 frame.unknown-value",
      "8 rule.matches-nothing",  "9 rule.too-large"};
  EXPECT_EQ(codes, expected);
  for (const Diagnostic& item : bench.diagnostics.items()) {
    const bool typo = item.code == "rule.unknown-list" && item.where.line == 7;
    EXPECT_EQ(typo, item.hint == "did you mean \"good\"?" && item.code == "rule.unknown-list") << item.code;
    EXPECT_FALSE(item.source_line.empty()) << item.code;
  }
  EXPECT_NE(Bench("frames: {F: {}}\nrules: [{name: f, frame: F, pattern: \"a (x?)*\"}]\n").problems().find("rule.empty-turn"),
            std::string::npos);
}

TEST(Compile, PrintsPrograms) {
  Bench bench("frames: {F: {roles: {a: {}}}}\nrules: [{name: f, frame: F, pattern: \"a:x? <go/v> y\"}]\n");
  EXPECT_EQ(bench.program->print(0),
            "forward 4, backward 8\n"
            "0: found\n"
            "1: word \"y\" -> 0\n"
            "2: close trigger -> 1\n"
            "3: lemma \"go\" -> 2\n"
            "4: open trigger -> 3\n"
            "5: close a -> 0\n"
            "6: word \"x\" -> 5\n"
            "7: split -> 6 | 5\n"
            "8: open a -> 7\n");
}

TEST(Compile, MakesOneInstructionOfWordsThatStandSideBySideAsAlternatives) {
  Bench bench("frames: {F: {roles: {a: {}}}}\nrules: [{name: f, frame: F, pattern: \"<go/v> (x | y | 'two words' | z)\"}]\n");
  const std::string program = bench.program->print(0);
  EXPECT_NE(program.find("any-word \"x\" | \"y\" -> 0\n"), std::string::npos) << program;
  EXPECT_NE(program.find(": word \"z\" -> 0\n"), std::string::npos) << program;
}

TEST(Compile, TellsOfWordsOfTheLanguageThatAreNotThere) {
  const std::string yaml =
      "frames: {F: {roles: {a: {many: true}, b: {}}}}\nrules:\n  - {name: one, frame: F, pattern: \"<meet/v> a:$list(@Person)\"}\n"
      "  - {name: two, frame: F, trigger: \"<meet/v>\", roles: {b: agent}}\n  - {name: three, frame: F, trigger: \"<see/v>\", roles: {b: "
      "agent}}\n";
  const auto reported = [&](Lexicon& lexicon) {
    RulePack pack;
    Diagnostics diagnostics;
    read_pack_text(yaml, "t.yaml", pack, diagnostics);
    compile(pack, lexicon, diagnostics);
    std::string out;
    for (const Diagnostic& item : diagnostics.items()) out += item.code + ' ' + std::to_string(item.where.line) + '\n';
    return out;
  };
  Lexicon none;
  EXPECT_EQ(reported(none), "lexicon.no-words 3\nlexicon.no-words 4\n");
  EXPECT_EQ(reported(*toy::lexicon()), "");
}

}  // namespace
}  // namespace chancery
