#include "graph/terms.hpp"

#include "rdf/vocabulary.hpp"

namespace chancery {

GraphTerms::GraphTerms(TermTable& table) {
  const auto iri = [&table](std::string_view compact_name) { return table.intern_iri(expand(compact_name)); };
  type = iri("rdf:type");
  label = iri("rdfs:label");
  subject = iri("rdf:subject");
  predicate = iri("rdf:predicate");
  object = iri("rdf:object");
  pref_label = iri("skos:prefLabel");
  alt_label = iri("skos:altLabel");
  name = iri("foaf:name");

  person = iri("foaf:Person");
  organization = iri("org:Organization");
  polity = iri("ch:Polity");
  place = iri("schema:Place");

  event = iri("schema:Event");
  meeting = iri("ch:Meeting");
  attendee = iri("schema:attendee");
  location = iri("schema:location");
  start_date = iri("schema:startDate");
  earliest = iri("ch:earliest");
  latest = iri("ch:latest");
  super_event = iri("schema:superEvent");
  event_status = iri("schema:eventStatus");
  held = iri("ch:Held");
  scheduled = iri("schema:EventScheduled");
  postponed = iri("schema:EventPostponed");
  cancelled = iri("schema:EventCancelled");
  proposed = iri("ch:Proposed");

  met = iri("ch:met");
  holds = iri("org:holds");
  background = iri("ch:background");
  yes = table.intern(*make_literal("true", expand("xsd:boolean")));
  member = iri("org:member");
  post = iri("ch:post");
  tenure = iri("ch:tenure");
  as_of = iri("ch:asOf");
  current = iri("ch:Current");
  former = iri("ch:Former");

  claim = iri("ch:Claim");
  factuality = iri("ch:factuality");
  certain = iri("ch:Certain");
  polarity = iri("ch:polarity");
  derived_from = iri("prov:wasDerivedFrom");
  article = iri("schema:NewsArticle");
  context = iri("nif:Context");
  span = iri("nif:RFC5147String");
  activity = iri("prov:Activity");
  mentions = iri("schema:mentions");
  publisher = iri("schema:publisher");
  date_published = iri("schema:datePublished");
  reference_context = iri("nif:referenceContext");

  derived_graph = table.intern_iri(graph_names::derived);
  claims_graph = table.intern_iri(graph_names::claims);
}

}  // namespace chancery
