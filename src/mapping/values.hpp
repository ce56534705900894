#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/frame.hpp"
#include "lexicon/lexicon.hpp"
#include "mapping/minting.hpp"
#include "mapping/template.hpp"
#include "rdf/term.hpp"
#include "rules/pack.hpp"

namespace chancery {

/// One value of a reference, and the filler that it came from (null for what belongs to the whole frame).
struct Value {
  enum class Kind : std::uint8_t { Node, Text, Typed } kind = Kind::Text;
  std::string text;           ///< IRI, words or lexical form
  std::string_view datatype;  ///< of Typed: local name in XML Schema
  const Filler* filler = nullptr;
};

/// What templates are evaluated against: an article, and in it a frame or an entity. Borrows everything.
struct MappingScope {
  const RulePack* pack = nullptr;
  const Lexicon* lexicon = nullptr;
  const Minter* minter = nullptr;
  const Extraction* extraction = nullptr;
  const std::vector<std::string>* entity_keys = nullptr;  ///< by entity, empty: no node
  const std::vector<std::string>* entity_iris = nullptr;
  std::string_view article_key;
  std::string_view article_iri;

  const FrameDef* definition = nullptr;  ///< of the frame, or of the class of the entity
  const Frame* frame = nullptr;          ///< or null
  const ArticleEntity* self = nullptr;   ///< of an entity's triples; null with `entry` set: an item only of the lexicon
  EntityId self_id = no_entity;
  EntryId entry = no_entry;
  std::string_view frame_key;
};

/// Append the values of the first alternative that has any.
void evaluate(const MappingScope& scope, const Reference& reference, std::vector<Value>& out);

}  // namespace chancery
