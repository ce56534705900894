#pragma once

#include <compare>
#include <string>

#include "rdf/term.hpp"

namespace chancery {

/// A triple, with the name of the graph it stands in (empty: the default graph).
struct Statement {
  Term subject;
  Term predicate;
  Term object;
  std::string graph;

  friend auto operator<=>(const Statement&, const Statement&) = default;
};

/// Takes statements: a writer, a store, a counter. A sink that can fail (a full disk) says so when it is finished.
class StatementSink {
 public:
  virtual ~StatementSink() = default;
  virtual void add(const Statement& statement) = 0;
};

}  // namespace chancery
