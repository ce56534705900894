#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace chancery {

/// A prefix and its namespace IRI.
struct Prefix {
  std::string name;
  std::string iri;
};

/// The vocabularies of `model.md`, without the node prefixes, in the order in which they are written.
std::span<const std::pair<std::string_view, std::string_view>> vocabulary_prefixes();
/// The kinds of node that are minted under the base IRI: `person`, `organization`, …
std::span<const std::string_view> node_kinds();

/// The IRI that a compact name such as `schema:attendee` stands for, over the vocabularies only; empty if the prefix is unknown.
std::string expand(std::string_view compact_name);

namespace ns {
inline constexpr std::string_view ch = "https://w3id.org/chancery#";
inline constexpr std::string_view foaf = "http://xmlns.com/foaf/0.1/";
inline constexpr std::string_view org = "http://www.w3.org/ns/org#";
inline constexpr std::string_view schema = "http://schema.org/";
inline constexpr std::string_view prov = "http://www.w3.org/ns/prov#";
inline constexpr std::string_view nif = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
inline constexpr std::string_view time = "http://www.w3.org/2006/time#";
inline constexpr std::string_view geo = "http://www.w3.org/2003/01/geo/wgs84_pos#";
inline constexpr std::string_view wd = "http://www.wikidata.org/entity/";
inline constexpr std::string_view rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
inline constexpr std::string_view rdfs = "http://www.w3.org/2000/01/rdf-schema#";
inline constexpr std::string_view owl = "http://www.w3.org/2002/07/owl#";
inline constexpr std::string_view xsd = "http://www.w3.org/2001/XMLSchema#";
inline constexpr std::string_view skos = "http://www.w3.org/2004/02/skos/core#";
inline constexpr std::string_view dcterms = "http://purl.org/dc/terms/";
inline constexpr std::string_view void_ = "http://rdfs.org/ns/void#";
inline constexpr std::string_view sh = "http://www.w3.org/ns/shacl#";
}  // namespace ns

/// Where nodes are minted unless `--base` says otherwise.
inline constexpr std::string_view default_base = "https://w3id.org/chancery/id/";

}  // namespace chancery
