#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "rdf/byte_sink.hpp"
#include "rdf/statement.hpp"

namespace chancery {

enum class LineSyntax : std::uint8_t { NTriples, NQuads };

/// Append a term, a literal's escaped text, or a whole line (with its newline) in the canonical form of N-Triples (RDF 1.2 and
/// RDFC-1.0: quotes, backslashes and control characters are escaped, everything else stands as it is).
void append_term(std::string& out, const Term& term);
void append_escaped(std::string& out, std::string_view text);
void append_line(std::string& out, const Statement& statement, LineSyntax syntax);

/// Writes N-Triples or N-Quads, a line a statement in the order of arrival. Borrows the sink, which must outlive it.
/// N-Triples leave the name of the graph out.
class LineWriter final : public StatementSink {
 public:
  LineWriter(ByteSink& out, LineSyntax syntax);
  void add(const Statement& statement) override;
  /// Hand over what is buffered and finish the sink.
  Status finish();
  /// Hand over what is buffered, so that a reader at the other end of a pipe sees whole lines.
  void flush();
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  ByteSink* out_;
  LineSyntax syntax_;
  std::string buffer_;
  std::size_t count_ = 0;
};

}  // namespace chancery
