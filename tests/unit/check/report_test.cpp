#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "unit/check/support.hpp"

namespace chancery {
namespace {

constexpr auto base = "https://example.org/id/";
constexpr auto yaml = "checks:\n- {kind: acyclic, properties: [schema:containedInPlace]}\n- {kind: functional, properties: [geo:lat]}\n";

FactGraph loop() {
  return testing::graph_of("place:a schema:containedInPlace place:a\nplace:a rdfs:label \"A\"@en\n" +
                           testing::claim(1, "place:a schema:containedInPlace place:a", "one", "2024-01-01", "A lies in A."));
}

std::set<std::string> report(const std::vector<Finding>& findings) {
  std::set<std::string> out;
  for (const Statement& s : report_statements(findings, base)) {
    EXPECT_NE(s.subject.kind, TermKind::BlankNode);
    EXPECT_NE(s.object.kind, TermKind::BlankNode);
    out.insert(to_string(s.predicate) + " " + to_string(s.object));
  }
  return out;
}

TEST(ReportStatements, SayWhatShaclWants) {
  const auto found = report(testing::findings(yaml, loop()));
  const auto has = [&found](const std::string& line) { return found.contains(line); };
  EXPECT_TRUE(has("<http://www.w3.org/ns/shacl#conforms> \"false\"^^<http://www.w3.org/2001/XMLSchema#boolean>"));
  EXPECT_TRUE(has("<http://www.w3.org/ns/shacl#focusNode> <https://w3id.org/chancery/id/place/a>"));
  EXPECT_TRUE(has("<http://www.w3.org/ns/shacl#resultSeverity> <http://www.w3.org/ns/shacl#Violation>"));
  EXPECT_TRUE(has("<http://www.w3.org/ns/shacl#sourceConstraintComponent> <https://w3id.org/chancery#AcyclicConstraintComponent>"));
  EXPECT_TRUE(has("<http://www.w3.org/ns/shacl#resultMessage> \"A reaches itself: A, A\"@en"));
  EXPECT_TRUE(has("<http://www.w3.org/ns/prov#wasDerivedFrom> <https://w3id.org/chancery/id/claim/c1>"));
  EXPECT_TRUE(has("<http://purl.org/dc/terms/description> \"functional: nothing to check\"@en"));
}

TEST(ReportStatements, ConformWithoutResultsEvenIfThereWereRemarks) {
  const auto found = report(testing::findings(yaml, testing::graph_of("person:a ch:met person:b")));
  EXPECT_TRUE(found.contains("<http://www.w3.org/ns/shacl#conforms> \"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>"));
}

TEST(ReportStatements, NameAFindingByItsProof) {
  const auto first = report_statements(testing::findings(yaml, loop()), base);
  EXPECT_EQ(first, report_statements(testing::findings(yaml, loop()), base));
}

TEST(ReportStatements, NameBlankNodes) {
  report(testing::findings(yaml, testing::graph_of("_:b schema:containedInPlace _:b")));
}

TEST(ReportText, HasALineAFindingWithItsSentencesUnderIt) {
  std::ostringstream out;
  write_report_text(out, testing::findings(yaml, loop()));
  EXPECT_EQ(out.str(),
            "violation[acyclic]: A reaches itself: A, A\n"
            "    <https://w3id.org/chancery/id/place/a>\n"
            "    - A containedInPlace A\n"
            "    \"A lies in A.\"\n"
            "      About one, 2024-01-01  [tests/rule]\n"
            "nothing to check: functional\n"
            "1 violation, 0 warnings, 0 infos\n");
}

TEST(ReportText, CountsWhatItDoesNotShow) {
  std::string data;
  for (int i = 0; i < 25; ++i) data += "place:p" + std::to_string(i) + " schema:containedInPlace place:p" + std::to_string(i) + "\n";
  std::ostringstream out;
  write_report_text(out, testing::findings(yaml, testing::graph_of(data)));
  EXPECT_NE(out.str().find("… and 5 more of acyclic"), std::string::npos);
  EXPECT_NE(out.str().find("25 violations"), std::string::npos);
}

}  // namespace
}  // namespace chancery
