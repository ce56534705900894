// Frames: roles, adjuncts, where missing roles are looked for, when two frames are one, and the triples they become.
#include <algorithm>
#include <cctype>

#include "rules/known_keys.hpp"
#include "rules/pack_reader.hpp"

namespace chancery {
namespace {

/// The role in "$(role)", or nothing.
std::string role_of(const std::string& text) {
  if (text.size() < 4 || !text.starts_with("$(") || text.back() != ')') return {};
  return text.substr(2, text.size() - 3);
}

}  // namespace

void PackReader::read_frames(const YamlNode& node) {
  for (const auto& [key, value] : in_.named(node, "frames")) read_frame(*key, *value);
}

void PackReader::read_frame(const YamlNode& key, const YamlNode& node) {
  const auto fields = in_.fields(node, "a frame", known_keys::frame);
  if (!fields) return;
  if (const FrameDef* known = pack_.frame(key.text)) {
    in_.error("pack.duplicate-name", key, "there are two frames \"" + key.text + '"',
              "the first is in " + known->where.file + ':' + std::to_string(known->where.line));
    return;
  }
  FrameDef frame;
  frame.name = key.text;
  frame.where = in_.location(key);
  if (const YamlNode* value = fields->find("roles")) read_role_defs(*value, frame);
  if (const YamlNode* value = fields->find("adjuncts")) read_adjuncts(*value, frame);
  if (const YamlNode* value = fields->find("fill")) read_fill(*value, frame);
  if (const YamlNode* value = fields->find("same-when")) read_same_when(*value, frame);
  if (const YamlNode* value = fields->find("requires")) read_requires(*value, frame);
  if (const YamlNode* value = fields->find("presupposed")) frame.presupposed = in_.boolean(*value, "presupposed");
  if (const YamlNode* value = fields->find("triples")) read_triples(*value, frame);
  if (const YamlNode* value = fields->find("description")) in_.text(*value, "description");
  pack_.frames.push_back(std::move(frame));
}

void PackReader::read_role_defs(const YamlNode& node, FrameDef& frame) {
  for (const auto& [key, value] : in_.named(node, "roles")) {
    const auto fields = in_.fields(*value, "a role", known_keys::role);
    if (!fields) continue;
    RoleDef role;
    role.name = key->text;
    role.where = in_.location(*key);
    const YamlNode* cls = fields->find("class");
    const YamlNode* one_of = fields->find("one-of");
    if (cls != nullptr) {
      role.classes = in_.texts(*cls, "class");
      for (const YamlNode* item : in_.items(*cls, "class", true))
        frame.places.add("class." + role.name + '.' + item->text, in_.location(*item));
    }
    if (one_of != nullptr) role.one_of = in_.texts(*one_of, "one-of");
    if (cls != nullptr && one_of != nullptr) {
      in_.error("frame.role-type", *key, "the role \"" + role.name + "\" has classes and named values",
                "a role has either \"class\" or \"one-of\"");
    }
    if (const YamlNode* many = fields->find("many")) role.many = in_.boolean(*many, "many");
    if (const YamlNode* value_node = fields->find("default")) read_default(*value_node, role);
    frame.roles.push_back(std::move(role));
  }
}

/// A value, or `{past: …, future: …, modal: …}`; what is not given is as for what is nearer to having happened.
void PackReader::read_default(const YamlNode& node, RoleDef& role) {
  if (!node.is_map()) {
    role.default_value = in_.text(node, "default");
    if (role.default_value != "from-tense") return;
    in_.error("pack.wrong-type", node, "a default by tense names its values", "default: {past: done, future: planned, modal: possible}");
    role.default_value.clear();
    return;
  }
  const auto fields = in_.fields(node, "a default by tense", known_keys::tense_default);
  if (!fields) return;
  const YamlNode* past = fields->find("past");
  const YamlNode* future = fields->find("future");
  const YamlNode* modal = fields->find("modal");
  if (past == nullptr) {
    in_.error("pack.missing-key", node, "a default by tense says what the past is",
              "default: {past: done, future: planned, modal: possible}");
    return;
  }
  role.past_value = in_.text(*past, "past");
  role.future_value = future == nullptr ? role.past_value : in_.text(*future, "future");
  role.modal_value = modal == nullptr ? role.future_value : in_.text(*modal, "modal");
}

void PackReader::read_adjuncts(const YamlNode& node, FrameDef& frame) {
  for (const auto& [key, value] : in_.named(node, "adjuncts")) {
    for (const YamlNode* item : in_.items(*value, "adjuncts of a role", true)) read_adjunct(*key, *item, frame);
  }
}

void PackReader::read_adjunct(const YamlNode& key, const YamlNode& node, FrameDef& frame) {
  const auto fields = in_.fields(node, "an adjunct", known_keys::adjunct);
  if (!fields) return;
  Adjunct adjunct;
  adjunct.role = key.text;
  adjunct.in = "clause";
  adjunct.where = in_.location(key);
  if (const YamlNode* in = fields->find("in")) {
    if (in_.one_of(*in, "in", known_words::adjunct_places)) adjunct.in = in->text;
  }
  if (const YamlNode* unless = fields->find("unless")) adjunct.unless = in_.texts(*unless, "the values without which it is taken");
  const YamlNode* pattern = fields->find("pattern");
  if (pattern == nullptr)
    in_.error("pack.missing-key", node, "the adjunct has no \"pattern\"");
  else
    adjunct.pattern = in_.pattern(*pattern);
  if (adjunct.pattern) frame.adjuncts.push_back(std::move(adjunct));
}

void PackReader::read_fill(const YamlNode& node, FrameDef& frame) {
  for (const auto& [key, value] : in_.named(node, "fill")) {
    frame.fill.push_back({key->text, in_.texts(*value, "the places where a missing role is looked for"), in_.location(*key)});
  }
}

void PackReader::read_same_when(const YamlNode& node, FrameDef& frame) {
  for (const auto& [key, value] : in_.named(node, "same-when")) {
    frame.same_when.insert_or_assign(key->text, in_.texts(*value, "a condition"));
    frame.places.add("same-when." + key->text, in_.location(*key));
  }
}

/// "participant >= 1"
void PackReader::read_requires(const YamlNode& node, FrameDef& frame) {
  const std::string text = in_.text(node, "requires");
  frame.places.add("requires", in_.location(node));
  const std::size_t sign = text.find(">=");
  const std::size_t space = text.find(' ');
  std::size_t digit = sign == std::string::npos ? text.size() : text.find_first_not_of(' ', sign + 2);
  frame.requires_role = text.substr(0, std::min(space, sign));
  for (; digit < text.size() && std::isdigit(static_cast<unsigned char>(text[digit])) != 0 && frame.requires_count < 1000; ++digit) {
    frame.requires_count = frame.requires_count * 10 + (text[digit] - '0');
  }
  if (frame.requires_role.empty() || frame.requires_count == 0 || digit != text.size()) {
    in_.error("pack.wrong-type", node, "what a frame requires is written role >= number");
    frame.requires_role.clear();
    frame.requires_count = 0;
  }
}

/// One block {s, po}, or several: the first is about the frame's own node, the others about the subjects that they name.
void PackReader::read_triples(const YamlNode& node, FrameDef& frame) {
  if (!node.is_sequence()) return read_triple_block(node, frame, true);
  bool own = true;
  for (const YamlNode& item : node.items) {
    read_triple_block(item, frame, own);
    own = false;
  }
}

void PackReader::read_triple_block(const YamlNode& node, FrameDef& frame, bool own) {
  const auto fields = in_.fields(node, "triples", known_keys::triples);
  if (!fields) return;
  std::string subject_text;
  if (const YamlNode* subject = fields->find("s")) {
    subject_text = in_.text(*subject, "the subject");
    frame.places.add("s", in_.location(*subject));
  } else {
    in_.error("pack.missing-key", node, "the triples have no subject \"s\"", "s: prefix:$(key)");
  }
  if (own) frame.subject = subject_text;
  const YamlNode* pairs = fields->find("po");
  if (pairs == nullptr) return;
  const std::size_t before = frame.triples.size();
  for (const YamlNode* item : in_.items(*pairs, "po", false)) read_triple(*item, frame);
  for (std::size_t i = before; i < frame.triples.size() && !own; ++i) frame.triples[i].subject = subject_text;
}

void PackReader::read_triple(const YamlNode& node, FrameDef& frame) {
  if (!node.is_sequence() || node.items.size() < 2 || node.items.size() > 3) {
    in_.error("frame.triple", node, "a triple is written [predicate, object] or [predicate, object, options]");
    return;
  }
  TripleTemplate triple;
  triple.where = in_.location(node.items[0]);
  triple.object_where = in_.location(node.items[1]);
  triple.predicate = in_.text(node.items[0], "a predicate");
  if (!read_object(node.items[1], triple.object)) return;
  if (node.items.size() == 3) read_triple_options(node.items[2], triple);
  if (!triple.predicate.empty()) frame.triples.push_back(std::move(triple));
}

/// A template, or `{map: $(role), to: {value: term}}`.
bool PackReader::read_object(const YamlNode& node, TripleObject& object) {
  if (node.is_scalar()) {
    object.text = node.text;
    return true;
  }
  const auto fields = in_.fields(node, "the object of a triple", known_keys::value_map);
  if (!fields) return false;
  const YamlNode* map = fields->find("map");
  const YamlNode* to = fields->find("to");
  if (map == nullptr || to == nullptr) {
    in_.error("frame.triple", node, "a value map is written {map: $(role), to: {value: term}}");
    return false;
  }
  object.map_role = role_of(in_.text(*map, "map"));
  if (object.map_role.empty()) in_.error("frame.triple", *map, "what is mapped is written $(role)");
  for (const auto& [value, term] : in_.named(*to, "to")) object.map_to.emplace_back(value->text, in_.text(*term, "a term"));
  return !object.map_role.empty();
}

/// A data type, `en~lang` as YARRRML writes a language, or `{datatype: …, language: …, identifying: true}`.
void PackReader::read_triple_options(const YamlNode& node, TripleTemplate& triple) {
  if (node.is_scalar()) {
    const std::size_t tilde = node.text.find("~lang");
    if (tilde == std::string::npos)
      triple.object.datatype = node.text;
    else
      triple.object.language = node.text.substr(0, tilde);
    return;
  }
  const auto fields = in_.fields(node, "the options of a triple", known_keys::triple_options);
  if (!fields) return;
  if (const YamlNode* value = fields->find("datatype")) triple.object.datatype = in_.text(*value, "datatype");
  if (const YamlNode* value = fields->find("language")) triple.object.language = in_.text(*value, "language");
  if (const YamlNode* value = fields->find("identifying")) triple.identifying = in_.boolean(*value, "identifying");
}

}  // namespace chancery
