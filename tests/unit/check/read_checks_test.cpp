#include <gtest/gtest.h>

#include "unit/check/support.hpp"

namespace chancery {
namespace {

std::vector<std::string> mistakes(const std::string& yaml) {
  Diagnostics diagnostics;
  read_checks_text(yaml, "checks.yaml", diagnostics);
  std::vector<std::string> out;
  for (const Diagnostic& item : diagnostics.items()) out.push_back(to_string(item));
  return out;
}

TEST(ReadChecks, ReadsTheChecksThatAreShipped) {
  Diagnostics diagnostics;
  const auto checks = read_checks(std::string(CHANCERY_SOURCE_DIR) + "/mappings/checks.yaml", diagnostics);
  ASSERT_TRUE(checks.ok());
  for (const Diagnostic& item : diagnostics.items()) ADD_FAILURE() << to_string(item);
  for (const KindInfo& kind : check_kinds()) {
    const auto& all = checks.value();
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), [&](const CheckSpec& spec) { return spec.kind == kind.name; })) << kind.name;
  }
}

TEST(ReadChecks, FailsOnAFileThatIsNotThere) {
  Diagnostics diagnostics;
  EXPECT_FALSE(read_checks("no/such/checks.yaml", diagnostics).ok());
}

TEST(ReadChecks, KeepsGoodChecksAroundABadOne) {
  Diagnostics diagnostics;
  const auto checks = read_checks_text("checks:\n- {kind: disjoint}\n- {kind: cyclic}\n- {kind: connected, severity: warning}\n",
                                       "checks.yaml", diagnostics);
  ASSERT_EQ(checks.size(), 2U);
  EXPECT_EQ(checks[0].kind, "disjoint");
  EXPECT_EQ(checks[1].severity, FindingSeverity::Warning);
  EXPECT_EQ(diagnostics.error_count(), 1U);
}

struct Case {
  const char* name;
  const char* yaml;
  const char* expected;
};

class BadChecks : public ::testing::TestWithParam<Case> {};

TEST_P(BadChecks, AreToldWithTheirPlace) {
  const auto found = mistakes(GetParam().yaml);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front(), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, BadChecks,
    ::testing::Values(
        Case{"NotYaml", "checks: [", "checks.yaml:1:1: error[check.syntax]: not YAML: end of sequence flow not found"},
        Case{"NoList", "checks: 3\n", "checks.yaml:1:1: error[check.syntax]: a checks file is a mapping with the key `checks`, a list"},
        Case{"NoKind", "checks:\n- {name: x}\n", "checks.yaml:2:3: error[check.syntax]: a check needs a `kind`"},
        Case{"UnknownKind", "checks:\n- kind: acylic\n",
             "checks.yaml:2:9: error[check.unknown-kind]: unknown kind of check `acylic`\n  = did you mean `acyclic`?"},
        Case{"UnknownKey", "checks:\n- kind: disjoint\n  severty: info\n",
             "checks.yaml:3:3: error[check.unknown-key]: a check of kind `disjoint` has no `severty`\n  = did you mean `severity`?"},
        Case{"UnknownPart", "checks:\n- kind: status\n  properties: {statu: schema:eventStatus}\n",
             "checks.yaml:3:16: error[check.unknown-key]: a check of kind `status` has no part `statu`\n  = did you mean `status`?"},
        Case{"MissingPart", "checks:\n- kind: acyclic\n",
             "checks.yaml:2:3: error[check.missing-property]: a check of kind `acyclic` needs `properties`"},
        Case{"BadSeverity", "checks:\n- kind: disjoint\n  severity: bad\n",
             "checks.yaml:3:13: error[check.bad-severity]: `bad` is no severity\n  = one of violation, warning, info"},
        Case{"BadName", "checks:\n- kind: acyclic\n  properties: [nope:x]\n",
             "checks.yaml:3:16: error[check.bad-name]: `nope:x` has no known prefix\n  = write prefix:name or <IRI>"},
        Case{"Placeholder", "checks:\n- kind: disjoint\n  message: \"{fokus} is two things\"\n",
             "checks.yaml:3:12: error[check.unknown-placeholder]: the message has no value for `{fokus}`\n  = did you mean `focus`?"},
        Case{"DuplicateKey", "checks:\n- kind: disjoint\n  name: a\n  name: b\n",
             "checks.yaml:4:3: error[check.duplicate]: `name` stands twice in this check"},
        Case{"DuplicateName", "checks:\n- kind: disjoint\n- kind: disjoint\n",
             "checks.yaml:3:3: error[check.duplicate]: two checks are named `disjoint`"}),
    [](const ::testing::TestParamInfo<Case>& param) { return param.param.name; });

}  // namespace
}  // namespace chancery
