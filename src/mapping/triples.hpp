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

/// Append the terms that a template gives in `scope`; nothing if a role in it is empty. `subject_position` wants IRIs only.
void evaluate(const MappingScope& scope, const Template& wanted, std::string_view datatype, std::string_view language,
              std::vector<MappedTerm>& out);
/// The same for the object of a line, which may be a value map.
void evaluate_object(const MappingScope& scope, const CompiledTriple& line, std::vector<MappedTerm>& out);

}  // namespace chancery
