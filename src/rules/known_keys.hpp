#pragma once

#include <initializer_list>
#include <string_view>

namespace chancery {

/// The keys of each kind of map in the files of a pack, and the words of values that are one of several: what the reader takes and
/// the JSON Schema says.
namespace known_keys {
using Words = std::initializer_list<std::string_view>;

inline const Words manifest = {"name", "version", "licence", "description", "needs", "language", "without", "prefixes", "classes"};
inline const Words file = {"prefixes", "classes", "lists", "phrases", "rules", "cues", "speakers", "frames"};
inline const Words mention_class = {"is", "types"};
inline const Words rule = {"name", "mention", "frame", "cue",       "self", "pattern",  "trigger",  "roles",    "set",
                           "form", "on",      "scope", "direction", "pass", "priority", "suppress", "examples", "description"};
inline const Words selector = {"after", "pattern"};
inline const Words example = {"text", "expect", "frames", "context", "headline", "date", "lexicon"};
inline const Words frame = {"roles", "adjuncts", "fill", "same-when", "requires", "presupposed", "triples", "description"};
inline const Words role = {"class", "many", "one-of", "default", "description"};
inline const Words tense_default = {"past", "future", "modal"};
inline const Words adjunct = {"in", "pattern", "unless"};
inline const Words triples = {"s", "po"};
inline const Words value_map = {"map", "to"};
inline const Words triple_options = {"datatype", "language", "identifying"};
}  // namespace known_keys

namespace known_words {
using known_keys::Words;

inline const Words selectors = {"subject", "object", "agent", "actor", "patient", "before", "possessor", "inside", "subject-of-clause"};
inline const Words forms = {"proper", "nominal"};
inline const Words scopes = {"verb-group", "clause", "complement", "sentence", "quote"};
inline const Words directions = {"either", "left", "right"};
inline const Words frames = {"exact"};
inline const Words steps = {"dates", "coreference"};
inline const Words adjunct_places = {"clause", "sentence", "noun-phrase"};
}  // namespace known_words

}  // namespace chancery
