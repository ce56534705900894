#pragma once

#include <string>
#include <string_view>

#include "rdf/byte_sink.hpp"
#include "rdf/prefix_table.hpp"

namespace chancery {

/// Passes raptor's Turtle on to a sink and mends it on the way.
///
/// raptor writes a full IRI wherever a local name has a dot inside, which Turtle 1.1 allows and most of our nodes have: these are
/// shortened. And it writes control characters as they are, a lone carriage return too, which its own parser then refuses: they are
/// escaped, and long strings become short ones, so that a literal never leaves its line. Borrows both.
class TurtleFilter {
 public:
  TurtleFilter(const PrefixTable& prefixes, ByteSink& out) : prefixes_(&prefixes), out_(&out) {}
  void write(std::string_view bytes);
  /// Hand over what is buffered; does not finish the sink.
  void flush();

 private:
  /// Opening: the quotes that open a string are being counted.
  enum class State : unsigned char { Plain, Directive, Iri, Opening, Quotes, LongQuotes };
  void put(char c);
  void plain(char c);
  void opening(char c);
  void quoted(char c);

  const PrefixTable* prefixes_;
  ByteSink* out_;
  State state_ = State::Plain;
  std::string text_;
  std::string iri_;
  int quotes_ = 0;  ///< in a row
  bool escaped_ = false;
  bool line_start_ = true;
};

}  // namespace chancery
