#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "check/fact_graph.hpp"

namespace chancery {

/// Two classes that no node may have together, and the disjointness they inherit.
struct ClassConflict {
  TermId first = no_term, second = no_term;                    ///< classes of the node
  TermId first_ancestor = no_term, second_ancestor = no_term;  ///< declared disjoint; a class counts as its own ancestor
};

/// The classes of data and vocabulary, closed over rdfs:subClassOf and owl:equivalentClass, with disjointness (owl:disjointWith,
/// owl:AllDisjointClasses) inherited downwards. Borrows the graph.
///
/// Memory is two bit matrices of classes by classes.
class ClassHierarchy {
 public:
  explicit ClassHierarchy(const FactGraph& graph);

  /// The classes that the data gives a node, ordered by `FactGraph::compare`.
  [[nodiscard]] std::vector<TermId> types(TermId node) const;
  [[nodiscard]] bool is_a(TermId cls, TermId ancestor) const;
  [[nodiscard]] bool is_instance(TermId node, TermId cls) const;
  [[nodiscard]] bool disjoint(TermId a, TermId b) const;
  /// The conflicts between any class of one list and any of the other, one for each pair of ancestors declared disjoint, each
  /// with the classes nearest to them. Empty for nearly every node, and cheap then.
  [[nodiscard]] std::vector<ClassConflict> conflicts(std::span<const TermId> a, std::span<const TermId> b) const;
  /// "City < AdministrativeArea < Place", a shortest way up.
  [[nodiscard]] std::string way_up(TermId cls, TermId ancestor) const;

 private:
  using Row = std::vector<std::uint64_t>;
  using Index = std::uint32_t;

  Index index(TermId cls);
  [[nodiscard]] std::optional<Index> find(TermId cls) const;
  void read_edges();
  void read_disjointness();
  void declare_disjoint(TermId a, TermId b);
  void close();
  [[nodiscard]] bool barred(Index a, Index b) const;
  [[nodiscard]] std::vector<Index> shortest_way(Index from, Index to) const;

  const FactGraph* graph_;
  TermId type_ = no_term;
  std::unordered_map<TermId, Index> numbers_;  ///< looked up only, never walked
  std::vector<TermId> classes_;
  std::vector<std::pair<Index, Index>> edges_;           ///< class, direct superclass
  std::vector<std::pair<Index, Index>> disjoint_pairs_;  ///< as declared
  std::vector<Row> ancestors_;                           ///< per class, itself included
  std::vector<Row> disjoint_;                            ///< per class: every class disjoint with it
};

/// The members of an RDF list in the vocabulary, in order. Stops at a list that loops.
std::vector<TermId> read_list(const FactGraph& graph, TermId head);

}  // namespace chancery
