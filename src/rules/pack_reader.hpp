#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>

#include "rules/pack.hpp"
#include "rules/yaml_reader.hpp"

namespace chancery {

/// Adds what one file says to a pack. One object a file.
class PackReader {
 public:
  PackReader(const YamlFile& file, RulePack& pack, Diagnostics& diagnostics);

  /// Every section that a file of `rules/` or `frames/` may have.
  void read_file();
  /// `pack.yaml`: the manifest, prefixes and classes.
  void read_manifest();

 private:
  using Fields = YamlReader::Fields;

  void read_prefixes(const YamlNode& node);
  void read_classes(const YamlNode& node);
  void read_lists(const YamlNode& node);
  void read_phrases(const YamlNode& node);
  bool read_signature(const YamlNode& key, Phrase& phrase);

  void read_rules(const YamlNode& node, RuleKind kind, bool kind_given);
  void read_rule(const YamlNode& node, RuleKind kind, bool kind_given);
  bool read_kind(const YamlNode& node, const Fields& fields, Rule& rule, bool kind_given);
  bool read_name(const YamlNode& node, const Fields& fields, Rule& rule);
  bool read_patterns(const YamlNode& node, const Fields& fields, Rule& rule);
  void read_settings(const Fields& fields, Rule& rule);
  void read_set(const YamlNode& node, Rule& rule);
  void read_roles(const YamlNode& node, Rule& rule);
  bool read_selector(const YamlNode& node, Selector& selector);
  bool read_selector_map(const YamlNode& node, Selector& selector);
  void read_examples(const YamlNode& node, Rule& rule);
  void read_example(const YamlNode& node, Rule& rule);
  void read_expect(const YamlNode& node, Example& example);
  void check_fields_of_kind(const Fields& fields, const Rule& rule);

  void read_frames(const YamlNode& node);
  void read_frame(const YamlNode& key, const YamlNode& node);
  void read_default(const YamlNode& node, RoleDef& role);
  void read_role_defs(const YamlNode& node, FrameDef& frame);
  void read_adjuncts(const YamlNode& node, FrameDef& frame);
  void read_adjunct(const YamlNode& key, const YamlNode& node, FrameDef& frame);
  void read_fill(const YamlNode& node, FrameDef& frame);
  void read_same_when(const YamlNode& node, FrameDef& frame);
  void read_requires(const YamlNode& node, FrameDef& frame);
  void read_triples(const YamlNode& node, FrameDef& frame);
  void read_triple_block(const YamlNode& node, FrameDef& frame, bool own);
  void read_triple(const YamlNode& node, FrameDef& frame);
  bool read_object(const YamlNode& node, TripleObject& object);
  void read_triple_options(const YamlNode& node, TripleTemplate& triple);

  const YamlFile& file_;
  RulePack& pack_;
  YamlReader in_;
  std::string stem_;
  std::unordered_map<std::string, std::size_t> rules_by_name_;  ///< indexes into the rules of the pack
};

}  // namespace chancery
