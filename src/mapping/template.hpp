#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace chancery {

/// What can be asked of a role's filler: the part after the point in `$(body.key)`.
enum class Field : std::uint8_t {
  Self,       ///< the filler as a term: a node, a dated literal, a named value, the words
  Key,        ///< local part of the node's IRI
  Label,      ///< preferred name
  Text,       ///< the words of the article
  Words,      ///< a named value as words: "PhoneCall" is "Phone call"
  List,       ///< all labels: "A, B and C"
  Between,    ///< all labels after a fitting preposition: "with A", "between A and B", "of A, B and C"
  Form,       ///< each form of the name met in the article
  Preferred,  ///< the lexicon's name, if it has one
  Type,
  Wikidata,
  Geonames,
  Latitude,
  Longitude,
  Country,
  Sovereign,
  Owner,  ///< what the lexicon says of an entity
  Role,
  SingleHolder,  ///< of a title
  Earliest,
  Latest,
  Duration,
  Date,  ///< of a date
  Kind,  ///< "quotation", "words", "entity", "date", "value"
};

/// One way to a value: `body:!Person.key`.
struct Access {
  std::string role;      ///< or "key", "article", "source": what every frame has
  std::string of_class;  ///< only fillers of this class, if not empty
  bool not_of_class = false;
  Field field = Field::Self;
  enum class Subject : std::uint8_t { Role, Self, Key, Article, Source } subject = Subject::Role;  ///< what `role` names, once compiled
  std::uint16_t role_index = 0xFFFF;                                                               ///< and which, of a frame that has it
};

/// `$(body.key|holder.key)`: the first alternative that has a value.
struct Reference {
  std::vector<Access> alternatives;
};

/// A template of the triples of a frame: text with references in it.
struct Template {
  enum class Form : std::uint8_t {
    Values,   ///< a single reference: its terms as they are
    Iri,      ///< "post:$(body.key).$(title.role)" or "<https://…/$(x)/>"
    Literal,  ///< "$(title.label) of $(body.label)"
  };
  struct Part {
    std::string text;  ///< empty for a reference
    Reference reference;
  };
  Form form = Form::Literal;
  std::string prefix;  ///< of Iri: the prefix as written, once compiled the IRI that it stands for; empty for a full IRI
  std::vector<Part> parts;
};

/// Read a template. `is_prefix` says which prefixes exist. What is wrong is added to `errors`, one sentence each.
Template parse_template(std::string_view text, const std::vector<std::string>& prefixes, std::vector<std::string>& errors);

}  // namespace chancery
