#include "rules/example_editor.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace chancery {
namespace {

/// Where the example that holds `text` begins.
Location place_of(const std::string& yaml, const std::string& text) {
  const std::size_t at = yaml.rfind("text:", yaml.find(text));
  const std::size_t line = yaml.rfind('\n', at) + 1;
  const auto number = static_cast<std::uint32_t>(std::count(yaml.begin(), yaml.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1);
  return {"r.yaml", number, static_cast<std::uint32_t>(at - line + 1)};
}

/// A file with one example, whose `expect` and what follows is `expect`.
std::string file_with(const std::string& expect) {
  return "# A comment.\nrules:\n  - name: r   # of a rule\n    frame: F\n    pattern: |\n      a   b\n    examples:\n      - text: \"He "
         "said: 'A'.\"\n"
         "        expect: " +
         expect + "\n  - name: s\n    pattern: 'x'\n";
}

std::string edited(const std::string& yaml, const Expectation& now) {
  const EditedFile file = edit_examples("r.yaml", yaml, {{place_of(yaml, "He said"), now}});
  return file.refused[0].empty() ? file.text : "refused: " + file.refused[0] + (file.text == yaml ? "" : " AND CHANGED");
}

struct Row {
  std::string name, before;
  Expectation now;
  std::string after;  ///< of `expect`, or "refused: …"
};

TEST(EditExamples, ChangesTheValueAndNothingElse) {
  const std::vector<Row> rows = {
      {"one value", "{who: Ann, place: Rome}", {false, {{"who", {"Ann"}}, {"place", {"Oslo"}}}}, "{who: Ann, place: Oslo}"},
      {"layout is kept",
       "{ who :  Ann ,place: Rome }  # why",
       {false, {{"who", {"Bo"}}, {"place", {"Rome"}}}},
       "{ who :  Bo ,place: Rome }  # why"},
      {"more fillers", "{who: Ann}", {false, {{"who", {"Ann", "Bo"}}}}, "{who: [Ann, Bo]}"},
      {"fewer", "{who: [Ann, \"Bo, Jr.\"]}", {false, {{"who", {"Bo, Jr."}}}}, "{who: \"Bo, Jr.\"}"},
      {"none left", "{who: [Ann], place: Rome}", {false, {{"who", {}}, {"place", {"Rome"}}}}, "{who: [], place: Rome}"},
      {"to none", "{who: [Ann, 'B}o']}", {true, {}}, "none"},
      {"from none", "none # never", {false, {{"who", {"Ann"}}, {"place", {}}}}, "{who: Ann, place: []} # never"},
      {"one role more", "{who: Ann}", {false, {{"who", {"Ann"}}, {"place", {"Oslo"}}}}, "{who: Ann, place: Oslo}"},
      {"the first role", "{}", {false, {{"who", {"Ann"}}}}, "{who: Ann}"},
      {"a role that is not looked at", "{who: Ann, place: Rome}", {false, {{"who", {"Bo"}}}}, "{who: Bo, place: Rome}"},
      {"quotes where YAML wants them",
       "{who: Ann}",
       {false, {{"who", {"said: \"no\" \\", "none", "- x", "{a}", "a #b", "€2m", "Lee's 5.5", ""}}}},
       "{who: [\"said: \\\"no\\\" \\\\\", \"none\", \"- x\", \"{a}\", \"a #b\", €2m, Lee's 5.5, \"\"]}"},
      {"over lines",
       "{who: Ann, # first\n          place: [Rome,\n                  Oslo]}",
       {false, {{"who", {"Ann"}}, {"place", {"Kyiv"}}}},
       "{who: Ann, # first\n          place: Kyiv}"},
      {"a map in block style",
       "\n          who: Ann\n          place: \"Rome\"  # here",
       {false, {{"who", {"Bo"}}, {"place", {"Rome"}}, {"time", {"Monday"}}}},
       "\n          who: Bo\n          place: \"Rome\"\n          time: Monday  # here"},
      {"a list in block style",
       "\n          who:\n            - Ann\n            - Bo\n          place: Rome",
       {false, {{"who", {"Bo", "Cy", "a: b"}}, {"place", {"Rome"}}}},
       "\n          who:\n            - Bo\n            - Cy\n            - \"a: b\"\n          place: Rome"},
      {"block style to none",
       "\n          who:\n            - Ann\n          place: Rome   # gone",
       {true, {}},
       "\n          none   # gone"},
      {"a single quote twice",
       "{who: 'Lee''s', place: 'it''s, {'}",
       {false, {{"who", {"Ann"}}, {"place", {"Oslo"}}}},
       "{who: Ann, place: Oslo}"},
      {"plain text over lines",
       "\n          who: Ann\n            Lee\n          place: Rome",
       {false, {{"who", {"Bo"}}, {"place", {"Rome"}}}},
       "refused: the value of \"who\" is written over several lines"},
      {"a block scalar",
       "\n          who: |\n            Ann",
       {false, {{"who", {"Bo"}}}},
       "refused: the value of \"who\" is written over several lines"},
      {"nothing",
       "\n          who:\n          place: Rome",
       {false, {{"who", {"Bo"}}, {"place", {"Rome"}}}},
       "refused: \"who\" has no value"},
  };
  for (const Row& row : rows) {
    const std::string result = edited(file_with(row.before), row.now);
    EXPECT_EQ(result, row.after.starts_with("refused") ? row.after : file_with(row.after)) << row.name;
  }
}

TEST(EditExamples, KeepsLineEndsOfTheFile) {
  std::string before = file_with("\n          who: Ann"), after = file_with("\n          who: Ann\n          place: Oslo");
  for (std::string* text : {&before, &after}) {
    for (std::size_t at = 0; (at = text->find('\n', at)) != std::string::npos; at += 2) text->replace(at, 1, "\r\n");
  }
  EXPECT_EQ(edited(before, {false, {{"who", {"Ann"}}, {"place", {"Oslo"}}}}), after);
}

TEST(EditExamples, EditsSeveralAndSaysWhichNot) {
  std::string yaml = file_with("{who: Ann}");
  yaml += "    examples:\n      - {text: B., expect: none}\n      - {text: C., expect: {who: Cy}}\n";
  Location second = place_of(yaml, "B.");
  second.column -= 1;  // the brace
  const EditedFile file = edit_examples(
      "r.yaml", yaml, {{place_of(yaml, "He said"), {true, {}}}, {{"r.yaml", 3, 99}, {true, {}}}, {second, {false, {{"who", {"Bo"}}}}}});
  EXPECT_EQ(file.refused, (std::vector<std::string>{"", "its place in the file is not found", ""}));
  EXPECT_NE(file.text.find("expect: none\n  - name: s"), std::string::npos);
  EXPECT_NE(file.text.find("{text: B., expect: {who: Bo}}"), std::string::npos);
  EXPECT_NE(file.text.find("{text: C., expect: {who: Cy}}"), std::string::npos);
}

TEST(EditExamples, LeavesWhatIsNoYaml) {
  const EditedFile file = edit_examples("r.yaml", "rules: [", {{{"r.yaml", 1, 1}, {true, {}}}});
  EXPECT_EQ(file.text, "rules: [");
  EXPECT_EQ(file.refused[0], "the file is no YAML");
}

}  // namespace
}  // namespace chancery
