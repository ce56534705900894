#pragma once

#include <memory>
#include <span>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "rdf/byte_sink.hpp"
#include "rdf/statement.hpp"
#include "rdf/vocabulary.hpp"

namespace chancery {

/// The vocabularies' prefixes and those of the node kinds under `base` (`person:` …), in the order in which they are written.
std::vector<Prefix> all_prefixes(std::string_view base = default_base);

/// A sink that writes what it is given, once it is finished.
class RdfWriter : public StatementSink {
 public:
  /// Write everything and finish the bytes. Call once, at the end.
  virtual Status finish() = 0;
};

/// Writes Turtle: triples are held in a librdf model in `trees` storage, which drops duplicates, and written by raptor's serializer,
/// sorted and prefixed. The same set gives the same bytes in any order. Graph names are left out. Borrows `out` and `diagnostics`,
/// where the libraries' complaints go (`rdf.library`).
///
/// Some literals raptor would write as others (`INF`, `5.`, `"1"^^xsd:boolean`), and the storage takes languages of which one begins
/// with the other for the same: a graph that holds such is written by `write_turtle_text` instead.
class TurtleWriter final : public RdfWriter {
 public:
  TurtleWriter(std::span<const Prefix> prefixes, ByteSink& out, Diagnostics& diagnostics);
  ~TurtleWriter() override;
  void add(const Statement& statement) override;
  Status finish() override;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// The same at once.
Status write_turtle(std::span<const Statement> statements, std::span<const Prefix> prefixes, ByteSink& out, Diagnostics& diagnostics);

}  // namespace chancery
