#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "rdf/statement.hpp"

namespace chancery {

/// A node that people want to see drawn: a person, polity or organisation; with `all` every labelled resource.
struct EntityNode {
  std::string iri;
  std::string label;
  std::string cls;           ///< local name of its most telling class: "Person", "Polity", "Organization", …
  std::size_t mentions = 0;  ///< articles that mention it, where the evidence was given
};

/// Two nodes that belong together, and why: "met", "holds", "spoke to"; with `all` the property's local name.
struct EntityEdge {
  std::uint32_t from = 0, to = 0;  ///< indexes of nodes
  std::string kind;
  std::string title;        ///< of "holds": the titles of the posts, sorted, joined by ", "; empty otherwise
  std::size_t weight = 1;   ///< held meetings; 1 otherwise
  std::string first, last;  ///< ISO dates of the earliest and latest meeting, or empty
};

/// A property graph drawn from RDF, for graph tools. Nodes are ordered by IRI, edges by (from, to, kind).
struct EntityGraph {
  std::vector<EntityNode> nodes;
  std::vector<EntityEdge> edges;
};

/// Draw `statements` (a finished graph, and its evidence if mentions are to be counted). "met" joins every two people, polities or
/// organisations that attend one held meeting; "holds" a person and the body of a post; "spoke to" a speaker and an addressee.
EntityGraph entity_graph(std::span<const Statement> statements, bool all);

/// The same graph without the nodes that no edge touches.
EntityGraph without_isolated_nodes(EntityGraph graph);

}  // namespace chancery
