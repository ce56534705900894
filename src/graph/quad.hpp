#pragma once

#include <compare>
#include <span>
#include <vector>

#include "graph/term_table.hpp"

namespace chancery {

/// A statement of term numbers. `graph` is `no_index` for the default graph.
struct Quad {
  TermIndex subject = 0;
  TermIndex predicate = 0;
  TermIndex object = 0;
  TermIndex graph = no_index;

  friend auto operator<=>(const Quad&, const Quad&) = default;
  [[nodiscard]] bool same_triple(const Quad& other) const {
    return subject == other.subject && predicate == other.predicate && object == other.object;
  }
};

/// A set of quads: appended, then sorted and freed of duplicates. 16 bytes a quad; while it grows, at most twice as many as the
/// distinct ones (and at least 64k) are held.
class QuadSet {
 public:
  void add(const Quad& quad);
  /// Sort and drop duplicates; look-ups come after that. Adding again needs another `finish`.
  void finish();
  /// Replace every term `i` by `numbers[i]`, then `finish`.
  void renumber(std::span<const TermIndex> numbers);

  [[nodiscard]] std::span<const Quad> all() const { return quads_; }
  [[nodiscard]] std::span<const Quad> about(TermIndex subject) const;
  [[nodiscard]] std::span<const Quad> about(TermIndex subject, TermIndex predicate) const;
  [[nodiscard]] bool has(TermIndex subject, TermIndex predicate, TermIndex object) const;
  [[nodiscard]] std::size_t size() const { return quads_.size(); }
  /// Distinct triples, whatever their graphs.
  [[nodiscard]] std::size_t triple_count() const;

 private:
  std::vector<Quad> quads_;
  std::size_t sorted_ = 0;
};

}  // namespace chancery
