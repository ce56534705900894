#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace chancery {

/// Syntaxes of RDF that can be written; all but JsonLd can be read.
enum class RdfFormat : std::uint8_t { Turtle, NTriples, NQuads, TriG, RdfXml, JsonLd };

/// "turtle", "ntriples", "nquads", "trig", "rdfxml", "jsonld".
std::string_view name_of(RdfFormat format);
std::optional<RdfFormat> format_named(std::string_view name);
/// By the ending of a file's name (a `.gz` behind it is not looked at).
std::optional<RdfFormat> format_of_path(std::string_view path);
/// A guess by the first bytes of the content; Turtle if nothing speaks for another.
RdfFormat guess_format(std::string_view content);

}  // namespace chancery
