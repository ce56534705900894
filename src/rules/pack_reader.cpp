#include "rules/pack_reader.hpp"

#include <algorithm>

#include "rules/known_keys.hpp"
#include "rules/pattern_scanner.hpp"

namespace chancery {
namespace {

std::string stem_of(const std::string& file) {
  const std::size_t slash = file.find_last_of('/');
  const std::string name = slash == std::string::npos ? file : file.substr(slash + 1);
  return name.substr(0, name.find_last_of('.'));
}

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t") - begin + 1));
}

}  // namespace

PackReader::PackReader(const YamlFile& file, RulePack& pack, Diagnostics& diagnostics)
    : file_(file), pack_(pack), in_(file, diagnostics), stem_(stem_of(file.name())) {
  for (std::size_t i = 0; i < pack.rules.size(); ++i) {
    if (pack.rules[i].name.starts_with(stem_ + '/')) rules_by_name_.emplace(pack.rules[i].name, i);
  }
}

void PackReader::read_file() {
  if (file_.root().kind == YamlKind::Null) return;
  const auto fields = in_.fields(file_.root(), "the file", known_keys::file);
  if (!fields) return;
  if (const YamlNode* node = fields->find("prefixes")) read_prefixes(*node);
  if (const YamlNode* node = fields->find("classes")) read_classes(*node);
  if (const YamlNode* node = fields->find("lists")) read_lists(*node);
  if (const YamlNode* node = fields->find("phrases")) read_phrases(*node);
  if (const YamlNode* node = fields->find("frames")) read_frames(*node);
  if (const YamlNode* node = fields->find("rules")) read_rules(*node, RuleKind::Event, false);
  if (const YamlNode* node = fields->find("cues")) read_rules(*node, RuleKind::Cue, true);
  if (const YamlNode* node = fields->find("speakers")) read_rules(*node, RuleKind::Speaker, true);
}

void PackReader::read_manifest() {
  if (file_.root().kind == YamlKind::Null) return;
  const auto fields = in_.fields(file_.root(), "the manifest", known_keys::manifest);
  if (!fields) return;
  Manifest& manifest = pack_.manifest;
  if (const YamlNode* node = fields->find("name"))
    manifest.name = in_.text(*node, "the name");
  else
    in_.error("pack.missing-key", file_.root(), "the manifest has no \"name\"");
  if (const YamlNode* node = fields->find("version")) manifest.version = in_.text(*node, "the version");
  if (const YamlNode* node = fields->find("licence")) manifest.licence = in_.text(*node, "the licence");
  if (const YamlNode* node = fields->find("description")) in_.text(*node, "the description");
  if (const YamlNode* node = fields->find("needs")) manifest.needs = in_.texts(*node, "needs");
  if (const YamlNode* node = fields->find("language")) manifest.language = in_.text(*node, "language");
  if (const YamlNode* node = fields->find("without")) {
    for (const YamlNode* step : in_.items(*node, "without", true)) {
      const auto found = in_.one_of(*step, "a step", known_words::steps);
      manifest.without_dates = manifest.without_dates || found == 0;
      manifest.without_coreference = manifest.without_coreference || found == 1;
    }
  }
  if (const YamlNode* node = fields->find("prefixes")) read_prefixes(*node);
  if (const YamlNode* node = fields->find("classes")) read_classes(*node);
}

void PackReader::read_prefixes(const YamlNode& node) {
  for (const auto& [key, value] : in_.named(node, "prefixes")) {
    const std::string iri = in_.text(*value, "a prefix");
    const auto same = [&key = key](const auto& known) { return known.first == key->text; };
    const auto known = std::find_if(pack_.prefixes.begin(), pack_.prefixes.end(), same);
    if (known == pack_.prefixes.end())
      pack_.prefixes.emplace_back(key->text, iri);
    else if (known->second != iri)
      in_.error("pack.duplicate-key", *key, "the prefix \"" + key->text + "\" already means " + known->second);
  }
}

/// `Club: {is: Organization, types: [ch:Club]}`, or `Club: Organization`.
void PackReader::read_classes(const YamlNode& node) {
  for (const auto& [key, value] : in_.named(node, "classes")) {
    ClassDef made{key->text, {}, {}, in_.location(*key)};
    if (!PatternScanner::is_name(key->text)) {
      in_.error("pack.wrong-type", *key, "the name of a class is letters, digits, \"_\" and \"-\"");
      continue;
    }
    if (value->is_scalar()) {
      made.parent = value->text;
    } else if (const auto fields = in_.fields(*value, "a class", known_keys::mention_class)) {
      if (const YamlNode* parent = fields->find("is"))
        made.parent = in_.text(*parent, "the larger class");
      else
        in_.error("pack.missing-key", *value, "the class \"" + key->text + "\" does not say what it \"is\"", "is: Organization");
      if (const YamlNode* types = fields->find("types")) made.types = in_.texts(*types, "types");
    }
    const auto same = [&made](const ClassDef& known) { return known.name == made.name; };
    if (std::any_of(pack_.classes.begin(), pack_.classes.end(), same)) {
      in_.error("pack.duplicate-name", *key, "there are two classes \"" + made.name + '"');
    } else if (!made.parent.empty()) {
      pack_.classes.push_back(std::move(made));
    }
  }
}

void PackReader::read_lists(const YamlNode& node) {
  for (const auto& [key, value] : in_.named(node, "lists")) {
    WordList list{key->text, {}, in_.location(*key)};
    for (const YamlNode* item : in_.items(*value, "a word list", true)) {
      const std::string text = trimmed(in_.text(*item, "an entry"));
      if (!text.empty())
        list.entries.push_back({text, in_.location(*item)});
      else if (item->is_scalar())
        in_.error("pattern.empty", *item, "an entry of a word list is empty");
    }
    const auto same = [&list](const WordList& known) { return known.name == list.name; };
    const auto known = std::find_if(pack_.lists.begin(), pack_.lists.end(), same);
    if (known != pack_.lists.end()) {
      in_.error("pack.duplicate-name", *key, "there are two lists \"" + list.name + '"',
                "the first is in " + known->where.file + ':' + std::to_string(known->where.line));
    } else if (list.entries.empty()) {
      in_.error("pattern.empty", *key, "the word list \"" + list.name + "\" is empty");
    } else {
      pack_.lists.push_back(std::move(list));
    }
  }
}

/// "list(X, Y)" in `key`.
bool PackReader::read_signature(const YamlNode& key, Phrase& phrase) {
  const std::string& text = key.text;
  const std::size_t open = text.find('(');
  phrase.name = trimmed(text.substr(0, open));
  bool good = PatternScanner::is_name(phrase.name) && (open == std::string::npos || text.back() == ')');
  if (good && open != std::string::npos) {
    std::string_view rest = std::string_view(text).substr(open + 1, text.size() - open - 2);
    for (bool more = true; more;) {
      const std::size_t comma = rest.find(',');
      more = comma != std::string_view::npos;
      phrase.parameters.push_back(trimmed(rest.substr(0, comma)));
      good = good && PatternScanner::is_name(phrase.parameters.back());
      if (more) rest.remove_prefix(comma + 1);
    }
  }
  if (!good) in_.error("pack.wrong-type", key, "a phrase is named like name or name(X, Y)");
  return good;
}

void PackReader::read_phrases(const YamlNode& node) {
  for (const auto& [key, value] : in_.named(node, "phrases")) {
    Phrase phrase;
    phrase.where = in_.location(*key);
    if (!read_signature(*key, phrase)) continue;
    const auto same = [&phrase](const Phrase& known) { return known.name == phrase.name; };
    const auto known = std::find_if(pack_.phrases.begin(), pack_.phrases.end(), same);
    if (known != pack_.phrases.end()) {
      in_.error("pack.duplicate-name", *key, "there are two phrases \"" + phrase.name + '"',
                "the first is in " + known->where.file + ':' + std::to_string(known->where.line));
      continue;
    }
    phrase.pattern = in_.pattern(*value, phrase.parameters);
    if (phrase.pattern) pack_.phrases.push_back(std::move(phrase));
  }
}

}  // namespace chancery
