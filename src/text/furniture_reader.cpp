#include <array>
#include <optional>
#include <utility>

#include "text/furniture.hpp"
#include "text/yaml_fields.hpp"

namespace chancery {
namespace {

const std::string bad_rule = "furniture.bad-rule";

std::optional<FurniturePlace> place_of(std::string_view name) {
  if (name == "anywhere") return FurniturePlace::Anywhere;
  if (name == "top") return FurniturePlace::Top;
  if (name == "bottom") return FurniturePlace::Bottom;
  return std::nullopt;
}

std::optional<FurnitureReach> reach_of(std::string_view name) {
  if (name == "line") return FurnitureReach::Line;
  if (name == "teasers") return FurnitureReach::Teasers;
  if (name == "above") return FurnitureReach::Above;
  if (name == "rest") return FurnitureReach::Rest;
  return std::nullopt;
}

/// Take one field over; false, with the reason in `problem`, if it cannot be.
bool take(const YamlField& field, FurnitureRule& rule, std::string& problem) {
  if (!field.plain)
    problem = "the value of `" + field.key + "` must be plain text";
  else if (field.key == "name")
    rule.name = field.value;
  else if (field.key == "reason")
    rule.reason = field.value;
  else if (field.key == "line")
    rule.pattern = field.value;
  else if (const auto place = place_of(field.value); field.key == "where" && place)
    rule.place = *place;
  else if (const auto reach = reach_of(field.value); field.key == "takes" && reach)
    rule.reach = *reach;
  else if (field.key == "where")
    problem = "`where` is anywhere, top or bottom";
  else if (field.key == "takes")
    problem = "`takes` is line, teasers, above or rest";
  else
    problem = "unknown key `" + field.key + "`; the keys are name, reason, line, where and takes";
  return problem.empty();
}

void add_rule(const YamlFields& fields, const std::string& file, Furniture& into, Diagnostics& diagnostics) {
  FurnitureRule rule;
  std::string problem;
  Location where{file, 0, 0};
  if (!fields.empty()) where = fields.front().where;
  for (const YamlField& field : fields) {
    if (!take(field, rule, problem)) return diagnostics.error(bad_rule, field.where, problem);
    if (field.key == "line") where = field.where;
  }
  while (rule.pattern.ends_with('\n') || rule.pattern.ends_with(' ')) rule.pattern.pop_back();
  if (rule.name.empty() || rule.reason.empty() || rule.pattern.empty()) {
    return diagnostics.error(bad_rule, where, "a furniture rule needs a name, a reason and a line");
  }
  if (!into.add(std::move(rule), problem)) diagnostics.error(bad_rule, where, "this is no regular expression: " + problem);
}

}  // namespace

void read_furniture(const std::string& text, const std::string& file, Furniture& into, Diagnostics& diagnostics) {
  for (const YamlFields& fields : read_yaml_records(text, file, "furniture", bad_rule, diagnostics))
    add_rule(fields, file, into, diagnostics);
}

}  // namespace chancery
