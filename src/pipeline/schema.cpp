// Keys and words come from the reader's own tables; `object` asserts that every key has a schema, so that a key which the reader
// learns cannot be forgotten here.
#include "pipeline/schema.hpp"

#include <cassert>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/known_keys.hpp"

namespace chancery {
namespace {

using Json = nlohmann::ordered_json;
using Properties = std::vector<std::pair<std::string_view, Json>>;

Json reference(const char* name) {
  return {{"$ref", std::string("#/definitions/") + name}};
}
Json texts() {
  return reference("texts");
}
Json scalar() {
  return reference("scalar");
}
Json any_of(std::vector<Json> choices) {
  return {{"anyOf", std::move(choices)}};
}
Json array_of(Json items) {
  return {{"type", "array"}, {"items", std::move(items)}};
}
Json one_or_more(const Json& item) {
  return any_of({item, array_of(item)});
}
Json map_of(Json values) {
  return {{"type", "object"}, {"additionalProperties", std::move(values)}};
}
Json required(std::vector<std::string> keys) {
  return {{"required", std::move(keys)}};
}
Json said(Json schema, const char* description) {
  schema["description"] = description;
  return schema;
}

Json phrases() {
  Json made = map_of(reference("pattern"));
  made["propertyNames"] = {
      {"pattern", R"(^\s*[A-Za-z][A-Za-z0-9_-]*\s*(\(\s*[A-Za-z][A-Za-z0-9_-]*\s*(,\s*[A-Za-z][A-Za-z0-9_-]*\s*)*\))?$)"}};
  return made;
}

Json words(known_keys::Words known) {
  Json all = Json::array();
  for (const std::string_view word : known) all.push_back(std::string(word));
  return {{"enum", all}};
}

/// A map with just the keys of `known`.
Json object(known_keys::Words known, const Properties& properties) {
  Json made = {{"type", "object"}, {"additionalProperties", false}, {"properties", Json::object()}};
  for (const std::string_view key : known) {
    const Json* found = nullptr;
    for (const auto& [name, schema] : properties) {
      if (name == key) found = &schema;
    }
    assert(found != nullptr);
    made["properties"][std::string(key)] = found == nullptr ? Json(true) : *found;
  }
  assert(made["properties"].size() == properties.size());
  return made;
}

Json scalar_definition() {
  return {{"type", {"string", "number", "boolean"}}};
}

Json pattern_definition() {
  return {{"type", "string"}, {"pattern", "\\S"}, {"description", "A pattern, in a literal block (|) or in quotes."}};
}

Json class_definition() {
  Json full = object(known_keys::mention_class, {{"is", said(scalar(), "The larger class.")},
                                                 {"types", said(texts(), "The RDF classes of its entities, as compact names.")}});
  full["required"] = {"is"};
  return any_of({scalar(), full});
}

Json selector_definition() {
  Json with_argument = object(known_keys::selector, {{"after", said(texts(), "What stands after one of these words, inside the clause.")},
                                                     {"pattern", reference("pattern")}});
  with_argument["minProperties"] = 1;
  with_argument["maxProperties"] = 1;
  return any_of({words(known_words::selectors), with_argument});
}

Json example_definition() {
  const Json expected = any_of({{{"const", "none"}}, map_of(texts())});
  Json example = object(known_keys::example, {{"text", said(scalar(), "The sentence.")},
                                              {"expect", said(expected, "The fillers of roles by their surface forms, or none.")},
                                              {"frames", words(known_words::frames)},
                                              {"context", said(scalar(), "Sentences before it.")},
                                              {"headline", scalar()},
                                              {"date", scalar()},
                                              {"lexicon", said(map_of(scalar()), "Names that the example needs: name to class.")}});
  example["required"] = {"text", "expect"};
  return example;
}

Json rule_properties() {
  const Json set = map_of(any_of({scalar(), map_of(scalar())}));
  return object(known_keys::rule,
                {{"name", said({{"type", "string"}, {"minLength", 1}}, "What the rule finds; one of a kind in its file.")},
                 {"mention", said(scalar(), "The class of mentions that the rule makes.")},
                 {"frame", said(scalar(), "The frame that the rule makes.")},
                 {"cue", said(set, "What the cue changes in the frames of its scope.")},
                 {"self", said(scalar(), "Of a mention rule with a frame: the role that the mention fills.")},
                 {"pattern", reference("pattern")},
                 {"trigger", reference("pattern")},
                 {"roles", said(map_of(one_or_more(reference("selector"))), "Where each role is looked for, seen from the trigger.")},
                 {"set", said(set, "Values that a match gives to roles or features.")},
                 {"form", words(known_words::forms)},
                 {"on", said(scalar(), "The frame that a cue changes.")},
                 {"scope", words(known_words::scopes)},
                 {"direction", words(known_words::directions)},
                 {"pass", {{"type", "integer"}, {"minimum", 1}, {"maximum", 9}}},
                 {"priority", {{"type", "integer"}, {"minimum", -1000}, {"maximum", 1000}}},
                 {"suppress", said(texts(), "Rules whose matches give way to those of this one.")},
                 {"examples", array_of(reference("example"))},
                 {"description", scalar()}});
}

/// A rule has a name and either a pattern or a trigger; what is for cues needs a cue.
Json rule_definition() {
  Json rule = rule_properties();
  rule["required"] = {"name"};
  rule["oneOf"] = {required({"pattern"}), required({"trigger"})};
  rule["dependencies"] = {{"on", {"cue"}}, {"scope", {"cue"}}, {"direction", {"cue"}}};
  return rule;
}

Json section(std::vector<Json> kinds) {
  return array_of({{"allOf", {reference("rule"), any_of(std::move(kinds))}}});
}

Json role_definition() {
  Json by_tense =
      said(object(known_keys::tense_default, {{"past", scalar()}, {"future", scalar()}, {"modal", scalar()}}), "By what the verb says.");
  by_tense["required"] = {"past"};
  Json role = object(known_keys::role, {{"class", said(texts(), "Classes that may fill it.")},
                                        {"many", {{"type", "boolean"}}},
                                        {"one-of", said(texts(), "Its values, if it has named values.")},
                                        {"default", any_of({scalar(), by_tense})},
                                        {"description", scalar()}});
  role["not"] = required({"class", "one-of"});
  return role;
}

Json triple_definition() {
  Json map = object(known_keys::value_map, {{"map", {{"type", "string"}, {"pattern", "^\\$\\(.+\\)$"}}}, {"to", map_of(scalar())}});
  map["required"] = {"map", "to"};
  const Json options =
      object(known_keys::triple_options, {{"datatype", scalar()}, {"language", scalar()}, {"identifying", {{"type", "boolean"}}}});
  return {{"type", "array"},
          {"minItems", 2},
          {"maxItems", 3},
          {"items", {scalar(), any_of({scalar(), map}), any_of({scalar(), options})}},
          {"description", "[predicate, object] or [predicate, object, options]"}};
}

Json frame_definition() {
  Json adjunct =
      object(known_keys::adjunct, {{"in", words(known_words::adjunct_places)}, {"pattern", reference("pattern")}, {"unless", texts()}});
  adjunct["required"] = {"pattern"};
  Json block = object(known_keys::triples, {{"s", said(scalar(), "The node: prefix:$(key).")}, {"po", array_of(reference("triple"))}});
  block["required"] = {"s"};
  return object(known_keys::frame,
                {{"roles", map_of(reference("role"))},
                 {"adjuncts", said(map_of(one_or_more(adjunct)), "Found around any trigger of the frame.")},
                 {"fill", said(map_of(texts()), "Where a missing role is looked for, in this order.")},
                 {"same-when", said(map_of(texts()), "When two frames are one.")},
                 {"requires", {{"type", "string"}, {"pattern", "^\\S+ *>= *[1-9][0-9]*$"}, {"description", "role >= number"}}},
                 {"presupposed", {{"type", "boolean"}}},
                 {"triples", one_or_more(block)},
                 {"description", scalar()}});
}

Json definitions() {
  return {{"scalar", scalar_definition()}, {"texts", one_or_more(scalar())},    {"pattern", pattern_definition()},
          {"class", class_definition()},   {"selector", selector_definition()}, {"example", example_definition()},
          {"rule", rule_definition()},     {"role", role_definition()},         {"triple", triple_definition()},
          {"frame", frame_definition()}};
}

Json rules_file() {
  return object(known_keys::file, {{"prefixes", map_of(scalar())},
                                   {"classes", map_of(reference("class"))},
                                   {"lists", said(map_of(texts()), "Word lists: sign/v, \"snap* up\".")},
                                   {"phrases", said(phrases(), "Named sub-patterns: name or name(X, Y).")},
                                   {"rules", section({required({"mention"}), required({"frame"}), required({"cue"})})},
                                   {"cues", section({required({"cue"})})},
                                   {"speakers", array_of(reference("rule"))},
                                   {"frames", map_of(reference("frame"))}});
}

Json pack_file() {
  Json made = object(known_keys::manifest,
                     {{"name", scalar()},
                      {"version", scalar()},
                      {"licence", scalar()},
                      {"description", scalar()},
                      {"needs", said(texts(), "Folders of packs, or single files of them, whose frames and rules are read first.")},
                      {"language", said(scalar(), "A folder of mappings whose lexicon is read first, and none of its rules.")},
                      {"without", said({{"oneOf", {words(known_words::steps), array_of(words(known_words::steps))}}},
                                       "Steps that are left out, to measure what they add.")},
                      {"prefixes", map_of(scalar())},
                      {"classes", map_of(reference("class"))}});
  made["required"] = {"name"};
  return made;
}

}  // namespace

std::string json_schema(SchemaOf files) {
  Json made = {{"$schema", "http://json-schema.org/draft-07/schema#"},
               {"title", files == SchemaOf::Rules ? "Rules and frames of Chancery" : "The manifest of a pack of Chancery"}};
  made.update(files == SchemaOf::Rules ? rules_file() : pack_file());
  if (files == SchemaOf::Rules) made["type"] = {"object", "null"};  // a file of comments alone is a file without sections
  made["definitions"] = definitions();
  return made.dump(2) + '\n';
}

}  // namespace chancery
