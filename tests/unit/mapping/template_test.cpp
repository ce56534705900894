#include "mapping/template.hpp"

#include <gtest/gtest.h>

namespace chancery {
namespace {

const std::vector<std::string> prefixes{"post", "foaf"};

Template read(const char* text, std::size_t errors = 0) {
  std::vector<std::string> found;
  Template result = parse_template(text, prefixes, found);
  EXPECT_EQ(found.size(), errors) << text;
  return result;
}

TEST(ParseTemplate, TakesASingleReferenceForItsValues) {
  const Template result = read("$(participant)");
  EXPECT_EQ(result.form, Template::Form::Values);
  ASSERT_EQ(result.parts.size(), 1U);
  EXPECT_EQ(result.parts[0].reference.alternatives[0].role, "participant");
  EXPECT_EQ(result.parts[0].reference.alternatives[0].field, Field::Self);
}

TEST(ParseTemplate, ReadsAKnownPrefixAsAnIri) {
  const Template result = read("post:$(body.key|holder.key).$(title.role)");
  EXPECT_EQ(result.form, Template::Form::Iri);
  EXPECT_EQ(result.prefix, "post");
  ASSERT_EQ(result.parts.size(), 3U);
  ASSERT_EQ(result.parts[0].reference.alternatives.size(), 2U);
  EXPECT_EQ(result.parts[0].reference.alternatives[1].role, "holder");
  EXPECT_EQ(result.parts[0].reference.alternatives[1].field, Field::Key);
  EXPECT_EQ(result.parts[1].text, ".");
  EXPECT_EQ(result.parts[2].reference.alternatives[0].field, Field::Role);
}

TEST(ParseTemplate, ReadsAnIriInAngleBrackets) {
  const Template result = read("<https://example.org/$(self.geonames)/>");
  EXPECT_EQ(result.form, Template::Form::Iri);
  EXPECT_TRUE(result.prefix.empty());
  EXPECT_EQ(result.parts.size(), 3U);
}

TEST(ParseTemplate, TakesAnUnknownPrefixForText) {
  EXPECT_EQ(read("Talks: $(participant.list)").form, Template::Form::Literal);
  EXPECT_EQ(read("$(title.label) of $(body.label)").form, Template::Form::Literal);
}

TEST(ParseTemplate, ReadsFiltersByClass) {
  const Template result = read("$(body:!Person.label)");
  const Access& access = result.parts[0].reference.alternatives[0];
  EXPECT_EQ(access.role, "body");
  EXPECT_EQ(access.of_class, "Person");
  EXPECT_TRUE(access.not_of_class);
  EXPECT_EQ(access.field, Field::Label);
}

TEST(ParseTemplate, SaysWhatItCannotRead) {
  read("$(body.shoe-size)", 1);
  read("$(body", 1);
  read("$()", 1);
}

}  // namespace
}  // namespace chancery
