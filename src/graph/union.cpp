#include "graph/union.hpp"

namespace chancery {

TermIndex Union::intern(const Term& term, Term& last, TermIndex& last_index) {
  if (last_index != no_index && term == last) return last_index;
  last = term;
  return last_index = terms_.intern(term);
}

void Union::add(const Statement& statement) {
  ++added_;
  if (statement.graph != last_graph_) {
    last_graph_ = statement.graph;
    last_graph_index_ = last_graph_.empty() ? no_index : terms_.intern_iri(last_graph_);
  }
  const TermIndex subject = intern(statement.subject, last_subject_, last_subject_index_);
  const TermIndex predicate = intern(statement.predicate, last_predicate_, last_predicate_index_);
  quads_.add({subject, predicate, terms_.intern(statement.object), last_graph_index_});
}

}  // namespace chancery
