#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rdf/byte_sink.hpp"
#include "rdf/statement.hpp"
#include "rdf/vocabulary.hpp"

namespace chancery {

enum class TurtleSyntax : std::uint8_t { Turtle, TriG };

/// Write statements as Turtle (graph names are left out) or TriG: subjects, predicates and objects in the order of the terms,
/// duplicates dropped, IRIs shortened, every literal in quotes, blank nodes by their labels. The same set gives the same bytes.
/// Does not finish `out`.
void write_turtle_text(std::span<const Statement> statements, std::span<const Prefix> prefixes, TurtleSyntax syntax, ByteSink& out);

/// The statements in order of graph (unless `with_graphs` is false), subject, predicate and object, without duplicates. Borrows them.
std::vector<const Statement*> sorted_statements(std::span<const Statement> statements, bool with_graphs);

}  // namespace chancery
