#pragma once

#include <string_view>

namespace chancery::terms {

// The terms that the checks themselves read or write. What a check looks at otherwise is named in checks.yaml.
inline constexpr std::string_view type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
inline constexpr std::string_view first = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";
inline constexpr std::string_view rest = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest";
inline constexpr std::string_view nil = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil";
inline constexpr std::string_view subject = "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject";
inline constexpr std::string_view predicate = "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate";
inline constexpr std::string_view object = "http://www.w3.org/1999/02/22-rdf-syntax-ns#object";

inline constexpr std::string_view label = "http://www.w3.org/2000/01/rdf-schema#label";
inline constexpr std::string_view pref_label = "http://www.w3.org/2004/02/skos/core#prefLabel";
inline constexpr std::string_view headline = "http://schema.org/headline";
inline constexpr std::string_view date_published = "http://schema.org/datePublished";

inline constexpr std::string_view sub_class_of = "http://www.w3.org/2000/01/rdf-schema#subClassOf";
inline constexpr std::string_view sub_property_of = "http://www.w3.org/2000/01/rdf-schema#subPropertyOf";
inline constexpr std::string_view domain = "http://www.w3.org/2000/01/rdf-schema#domain";
inline constexpr std::string_view range = "http://www.w3.org/2000/01/rdf-schema#range";
inline constexpr std::string_view domain_includes = "http://schema.org/domainIncludes";
inline constexpr std::string_view range_includes = "http://schema.org/rangeIncludes";
inline constexpr std::string_view equivalent_class = "http://www.w3.org/2002/07/owl#equivalentClass";
inline constexpr std::string_view union_of = "http://www.w3.org/2002/07/owl#unionOf";
inline constexpr std::string_view disjoint_with = "http://www.w3.org/2002/07/owl#disjointWith";
inline constexpr std::string_view all_disjoint_classes = "http://www.w3.org/2002/07/owl#AllDisjointClasses";
inline constexpr std::string_view members = "http://www.w3.org/2002/07/owl#members";
inline constexpr std::string_view same_as = "http://www.w3.org/2002/07/owl#sameAs";
inline constexpr std::string_view different_from = "http://www.w3.org/2002/07/owl#differentFrom";

inline constexpr std::string_view was_derived_from = "http://www.w3.org/ns/prov#wasDerivedFrom";
inline constexpr std::string_view reference_context = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#referenceContext";
inline constexpr std::string_view anchor_of = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf";

inline constexpr std::string_view factuality = "https://w3id.org/chancery#factuality";
inline constexpr std::string_view certain = "https://w3id.org/chancery#Certain";
inline constexpr std::string_view polarity = "https://w3id.org/chancery#polarity";
inline constexpr std::string_view source = "https://w3id.org/chancery#source";
inline constexpr std::string_view rule = "https://w3id.org/chancery#rule";
inline constexpr std::string_view proof = "https://w3id.org/chancery#proof";
inline constexpr std::string_view current = "https://w3id.org/chancery#Current";

}  // namespace chancery::terms
