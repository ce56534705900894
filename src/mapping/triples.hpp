#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "mapping/template.hpp"
#include "mapping/values.hpp"
#include "rdf/term.hpp"
#include "rules/pack.hpp"

namespace chancery {

/// A term that a template gave, and the filler behind it (null where it is the frame's own).
struct MappedTerm {
  Term term;
  const Filler* filler = nullptr;
};

/// One line of a frame's triples, ready to be evaluated.
struct CompiledTriple {
  bool own_subject = false;  ///< false: the node of the frame
  Template subject;
  Term predicate;
  Template object;
  Reference map;  ///< of a value map
  std::vector<std::pair<std::string, Template>> map_to;
  std::string datatype;  ///< IRI, or empty
  std::string language;
  bool identifying = false;
  bool plain_only = false;  ///< types and names: never a claim
  bool claim_only = false;  ///< what `derive` makes plain: `schema:eventStatus`
};

struct CompiledTriples {
  bool usable = false;
  Template subject;
  std::vector<CompiledTriple> lines;
};

/// The prefixes that templates may use: the vocabularies, the kinds of nodes, those of the pack.
std::vector<std::string> known_prefixes(const RulePack& pack);
/// The IRI of a prefix; node kinds are under `base`.
std::string prefix_iri(const RulePack& pack, std::string_view base, std::string_view prefix);

/// Compile the triples of a frame. Lines that cannot be used are diagnosed and left out.
CompiledTriples compile_triples(const RulePack& pack, const FrameDef& frame, std::string_view base, Diagnostics& diagnostics);

/// Makes the terms that templates give in a scope. Borrows the scope, which may change from call to call; keeps its memory.
class TermMaker {
 public:
  explicit TermMaker(const MappingScope& scope) : scope_(scope) {}

  /// Append the terms of a template, one for each way to fill its references, the first of them changing last; nothing if one
  /// has no value.
  void make(const Template& wanted, std::string_view datatype, std::string_view language, std::vector<MappedTerm>& out);
  /// The same for the object of a line, which may be a value map.
  void make_object(const CompiledTriple& line, std::vector<MappedTerm>& out);

 private:
  /// An IRI or a literal in the making.
  struct Text {
    const Template& wanted;
    std::string_view datatype, language;
    std::vector<MappedTerm>& out;
  };
  /// Goes on with part number `part` behind what `text_` holds, and leaves it so; `filler` is the last one met.
  void fill(const Text& text, std::size_t part, const Filler* filler);
  void add(const Text& text, const Filler* filler);

  const MappingScope& scope_;
  std::string text_;
  std::vector<Value> values_;  ///< of the references at hand, those of outer calls in front
};

}  // namespace chancery
