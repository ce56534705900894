// Rules: one map each. Its kind is told by the section it stands in, or by its key `mention`, `frame` or `cue`.
#include "rules/known_keys.hpp"
#include "rules/pack_reader.hpp"

namespace chancery {

void PackReader::read_rules(const YamlNode& node, RuleKind kind, bool kind_given) {
  for (const YamlNode* item : in_.items(node, "a section of rules", false)) read_rule(*item, kind, kind_given);
}

void PackReader::read_rule(const YamlNode& node, RuleKind kind, bool kind_given) {
  const auto fields = in_.fields(node, "a rule", known_keys::rule);
  if (!fields) return;
  Rule rule;
  rule.kind = kind;
  rule.where = in_.location(node);
  const bool named = read_name(node, *fields, rule);
  const bool kinded = read_kind(node, *fields, rule, kind_given);
  const bool patterned = read_patterns(node, *fields, rule);
  read_settings(*fields, rule);
  if (kinded) check_fields_of_kind(*fields, rule);
  if (!named || !kinded || !patterned) return;
  rules_by_name_.emplace(rule.name, pack_.rules.size());
  pack_.rules.push_back(std::move(rule));
}

bool PackReader::read_name(const YamlNode& node, const Fields& fields, Rule& rule) {
  const YamlNode* name = fields.find("name");
  if (name == nullptr || !name->is_scalar() || name->text.empty()) {
    in_.error("pack.missing-key", name == nullptr ? node : *name, "the rule has no name", "name: what-it-finds");
    return false;
  }
  rule.name = stem_ + '/' + name->text;
  rule.where = in_.location(*name);
  const auto known = rules_by_name_.find(rule.name);
  if (known == rules_by_name_.end()) return true;
  const Location& first = pack_.rules[known->second].where;
  in_.error("rule.duplicate-name", *name, "there are two rules \"" + rule.name + '"',
            "the first is in " + first.file + ':' + std::to_string(first.line));
  return false;
}

bool PackReader::read_kind(const YamlNode& node, const Fields& fields, Rule& rule, bool kind_given) {
  const YamlNode* mention = fields.find("mention");
  const YamlNode* frame = fields.find("frame");
  const YamlNode* cue = fields.find("cue");
  if (mention != nullptr) rule.mention = in_.text(*mention, "mention");
  if (frame != nullptr) rule.frame = in_.text(*frame, "frame");
  for (const char* key : {"mention", "frame", "self", "on", "suppress", "pass"}) {
    if (const YamlNode* node_of_key = fields.find(key)) rule.places.add(key, in_.location(*node_of_key));
  }
  if (!kind_given) {
    if (cue != nullptr)
      rule.kind = RuleKind::Cue;
    else if (mention != nullptr)
      rule.kind = RuleKind::Mention;
  }
  if (cue != nullptr && (mention != nullptr || frame != nullptr || rule.kind != RuleKind::Cue)) {
    in_.error("rule.kind", *fields.key_node("cue"), "a cue changes frames and makes nothing of its own",
              "leave out \"mention\" and \"frame\"");
    return false;
  }
  const bool good = rule.kind == RuleKind::Cue ? cue != nullptr : rule.kind == RuleKind::Speaker || mention != nullptr || frame != nullptr;
  if (!good) in_.error("rule.kind", node, "the rule does not say what it makes", "give it \"mention\", \"frame\" or \"cue\"");
  if (cue != nullptr) read_set(*cue, rule);
  return good;
}

bool PackReader::read_patterns(const YamlNode& node, const Fields& fields, Rule& rule) {
  const YamlNode* pattern = fields.find("pattern");
  const YamlNode* trigger = fields.find("trigger");
  if (pattern != nullptr) rule.pattern = in_.pattern(*pattern);
  if (trigger != nullptr) rule.trigger = in_.pattern(*trigger);
  if (pattern != nullptr && trigger != nullptr) {
    in_.error("rule.two-patterns", *fields.key_node("trigger"), "the rule has a pattern and a trigger",
              "a pattern finds its trigger itself; \"roles\" may stand beside either");
    return false;
  }
  if (pattern == nullptr && trigger == nullptr) {
    in_.error("pack.missing-key", node, "the rule has no pattern", "pattern: | or, with roles, trigger: |");
    return false;
  }
  return rule.pattern != nullptr || rule.trigger != nullptr;
}

void PackReader::read_settings(const Fields& fields, Rule& rule) {
  if (const YamlNode* node = fields.find("self")) rule.self = in_.text(*node, "self");
  if (const YamlNode* node = fields.find("roles")) read_roles(*node, rule);
  if (const YamlNode* node = fields.find("set")) read_set(*node, rule);
  if (const YamlNode* node = fields.find("form")) {
    if (in_.one_of(*node, "form", known_words::forms)) rule.form = node->text;
  }
  if (const YamlNode* node = fields.find("on")) rule.on = in_.text(*node, "on");
  if (const YamlNode* node = fields.find("scope")) {
    const auto scope = in_.one_of(*node, "scope", known_words::scopes);
    if (scope) rule.scope = static_cast<CueScope>(*scope);
  }
  if (const YamlNode* node = fields.find("direction")) {
    const auto direction = in_.one_of(*node, "direction", known_words::directions);
    if (direction) rule.direction = static_cast<Direction>(*direction);
  }
  if (const YamlNode* node = fields.find("pass")) rule.pass = in_.integer(*node, "pass", 1, 9);
  if (const YamlNode* node = fields.find("priority")) rule.priority = in_.integer(*node, "priority", -1000, 1000);
  if (const YamlNode* node = fields.find("suppress")) rule.suppress = in_.texts(*node, "suppress");
  if (const YamlNode* node = fields.find("description")) in_.text(*node, "description");
  if (const YamlNode* node = fields.find("examples")) read_examples(*node, rule);
}

void PackReader::check_fields_of_kind(const Fields& fields, const Rule& rule) {
  const auto refuse = [&](const char* key, const char* only) {
    if (const YamlNode* node = fields.key_node(key)) {
      in_.error("rule.kind", *node, std::string("\"") + key + "\" is only for " + only);
    }
  };
  if (rule.kind != RuleKind::Cue) {
    for (const char* key : {"on", "scope", "direction"}) refuse(key, "cues");
  } else {
    for (const char* key : {"set", "roles", "trigger"}) refuse(key, "rules that make something");
  }
  if (rule.kind != RuleKind::Mention) {
    for (const char* key : {"form", "self"}) refuse(key, "rules of mentions");
  }
  if (rule.kind == RuleKind::Cue || rule.kind == RuleKind::Speaker)
    refuse("pass", "rules of mentions and events; cues and speakers see the frames of all passes");
  if (rule.trigger && rule.kind == RuleKind::Mention) refuse("trigger", "rules of frames and speakers");
}

/// `set: {type: Summit, tenure: {former: ch:Former}}`; the value of a cue has the same form.
void PackReader::read_set(const YamlNode& node, Rule& rule) {
  for (const auto& [key, value] : in_.named(node, "what a rule sets")) {
    if (!value->is_map()) {
      rule.set.insert_or_assign(key->text, in_.text(*value, "a value"));
      rule.places.add("set." + key->text, in_.location(*key));
      continue;
    }
    rule.places.add("set." + key->text, in_.location(*key));
    for (const auto& [word, then] : in_.named(*value, "a value by words")) {
      rule.set_when.push_back({key->text, word->text, in_.text(*then, "a value"), in_.location(*word)});
    }
  }
}

void PackReader::read_roles(const YamlNode& node, Rule& rule) {
  for (const auto& [key, value] : in_.named(node, "roles")) {
    RoleSelectors role{key->text, {}, in_.location(*key)};
    for (const YamlNode* item : in_.items(*value, "the places where a role is looked for", true)) {
      Selector selector;
      selector.where = in_.location(*item);
      if (read_selector(*item, selector)) role.selectors.push_back(std::move(selector));
    }
    if (role.selectors.empty())
      in_.error("rule.no-selector", *key, "the role \"" + role.role + "\" is looked for nowhere");
    else
      rule.roles.push_back(std::move(role));
  }
}

bool PackReader::read_selector(const YamlNode& node, Selector& selector) {
  if (node.is_map()) return read_selector_map(node, selector);
  const auto kind = in_.one_of(node, "the place where a role is looked for", known_words::selectors);
  if (!kind) return false;
  constexpr SelectorKind kinds[] = {SelectorKind::Subject,   SelectorKind::Object,  SelectorKind::Agent,
                                    SelectorKind::Actor,     SelectorKind::Patient, SelectorKind::Before,
                                    SelectorKind::Possessor, SelectorKind::Inside,  SelectorKind::SubjectOfClause};
  selector.kind = kinds[*kind];
  return true;
}

bool PackReader::read_selector_map(const YamlNode& node, Selector& selector) {
  const auto fields = in_.fields(node, "the place where a role is looked for", known_keys::selector);
  if (!fields) return false;
  const YamlNode* after = fields->find("after");
  const YamlNode* pattern = fields->find("pattern");
  if ((after == nullptr) == (pattern == nullptr)) {
    if (after != nullptr) in_.error("pack.wrong-type", node, "a place is one of \"after\" and \"pattern\", not both");
    return false;
  }
  if (after != nullptr) {
    selector.kind = SelectorKind::After;
    selector.words = in_.texts(*after, "after");
    if (selector.words.empty()) in_.error("pattern.empty", *after, "\"after\" names no word");
    return !selector.words.empty();
  }
  selector.kind = SelectorKind::Pattern;
  selector.pattern = in_.pattern(*pattern);
  return selector.pattern != nullptr;
}

void PackReader::read_examples(const YamlNode& node, Rule& rule) {
  for (const YamlNode* item : in_.items(node, "examples", false)) read_example(*item, rule);
}

void PackReader::read_example(const YamlNode& node, Rule& rule) {
  const auto fields = in_.fields(node, "an example", known_keys::example);
  if (!fields) return;
  Example example;
  example.where = in_.location(node);
  const YamlNode* expect = fields->find("expect");
  const YamlNode* text = fields->find("text");
  if (text == nullptr || expect == nullptr) {
    in_.error("pack.missing-key", node, "an example needs \"text\" and \"expect\"");
    return;
  }
  example.text = in_.text(*text, "text");
  read_expect(*expect, example);
  if (const YamlNode* frames = fields->find("frames"))
    example.exact_frames = in_.one_of(*frames, "frames", known_words::frames).has_value();
  if (const YamlNode* context = fields->find("context")) example.context = in_.text(*context, "context");
  if (const YamlNode* headline = fields->find("headline")) example.headline = in_.text(*headline, "headline");
  if (const YamlNode* date = fields->find("date")) example.date = in_.text(*date, "date");
  if (const YamlNode* names = fields->find("lexicon")) {
    for (const auto& [name, cls] : in_.named(*names, "lexicon")) {
      example.lexicon.emplace_back(name->text, in_.text(*cls, "a class"));
      example.places.add("lexicon." + name->text, in_.location(*cls));
    }
  }
  rule.examples.push_back(std::move(example));
}

void PackReader::read_expect(const YamlNode& node, Example& example) {
  if (node.is_scalar()) {
    example.none = in_.one_of(node, "expect", {"none"}).has_value();
    return;
  }
  for (const auto& [role, forms] : in_.named(node, "expect")) {
    example.expect.emplace_back(role->text, in_.texts(*forms, "the forms expected"));
    example.places.add(role->text, in_.location(*role));
  }
}

}  // namespace chancery
