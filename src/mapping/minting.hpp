#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/frame.hpp"
#include "lexicon/lexicon.hpp"
#include "mapping/slug.hpp"
#include "rules/pack.hpp"

namespace chancery {

/// The built-in class that `cls` is, or descends from in `pack`.
ClassId built_in_class(const RulePack& pack, ClassId cls);
/// True if `cls` is the class called `name` or one of its subclasses. The built-in classes are called as in patterns: "Person".
bool is_a(const RulePack& pack, ClassId cls, std::string_view name);

/// Mints the IRIs of nodes. Never from a counter, the time, the thread or the base: `model.md`, "Minting".
class Minter {
 public:
  Minter(const RulePack& pack, const Lexicon& lexicon, std::string base);

  /// Replace `keys` by the local part of each entity's IRI, empty for one that gets no node (nothing names it).
  void entity_keys(const Extraction& extraction, std::string_view article_key, std::vector<std::string>& keys);
  /// "person", "organization", "polity" or "place"; empty for a class that has no nodes.
  [[nodiscard]] std::string_view kind_of(ClassId cls) const;
  /// The kind under which an item of the lexicon is minted.
  static std::string_view kind_of(const Entry& entry);
  /// `{base}{kind}/{key}`, what an IRI may not hold percent-encoded.
  [[nodiscard]] std::string iri(std::string_view kind, std::string_view key) const;
  [[nodiscard]] const std::string& base() const { return base_; }
  Slugger& slugger() { return slugger_; }

 private:
  std::string key_of(const ArticleEntity& entity, const std::vector<std::string>& keys, std::string_view article_key);

  const RulePack& pack_;
  const Lexicon& lexicon_;
  std::string base_;
  Slugger slugger_;
};

}  // namespace chancery
