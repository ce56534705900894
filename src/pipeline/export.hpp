#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "graph/entity_graph.hpp"

namespace chancery {

/// The formats of graph tools that `chancery export` writes: "graphml", "gexf", "dot", "cytoscape".
const std::vector<std::string>& export_formats();

/// `graph` in one of `export_formats()`, as UTF-8 text. Characters that the format cannot hold are left out.
/// Sources: GraphML 1.0, GEXF 1.3, the DOT language of Graphviz, Cytoscape.js elements JSON.
Result<std::string> export_graph(const EntityGraph& graph, const std::string& format);

}  // namespace chancery
