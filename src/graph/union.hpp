#pragma once

#include <string>
#include <utility>

#include "graph/quad.hpp"
#include "graph/term_table.hpp"
#include "rdf/statement.hpp"

namespace chancery {

/// The union of shards, and nothing else: a set of quads, whatever the order in which they come and however often. Movable.
class Union final : public StatementSink {
 public:
  void add(const Statement& statement) override;
  /// Statements that were given, duplicates included.
  [[nodiscard]] std::size_t added() const { return added_; }

  /// Take it apart, for `derive`.
  TermTable take_terms() && { return std::move(terms_); }
  QuadSet take_quads() && { return std::move(quads_); }

 private:
  TermIndex intern(const Term& term, Term& last, TermIndex& last_index);

  TermTable terms_;
  QuadSet quads_;
  std::size_t added_ = 0;
  Term last_subject_, last_predicate_;
  std::string last_graph_;
  TermIndex last_subject_index_ = no_index, last_predicate_index_ = no_index, last_graph_index_ = no_index;
};

}  // namespace chancery
