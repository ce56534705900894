#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern.hpp"
#include "rules/pattern_scanner.hpp"

namespace chancery {

/// Reads one pattern by recursive descent; the grammar is in `docs/rules.md`. Stops at the first mistake.
class PatternParser {
 public:
  PatternParser(PatternScanner& scanner, const std::vector<std::string>& parameters, Diagnostics& diagnostics)
      : in_(scanner), parameters_(parameters), diagnostics_(diagnostics) {}

  /// All of the text, or none.
  PatternPtr parse();

 private:
  using Made = std::unique_ptr<Pattern>;

  PatternPtr alternation();
  PatternPtr sequence();
  PatternPtr item();
  PatternPtr quantified(PatternPtr atom);
  bool read_quantifier(Pattern& repeat);
  bool read_braces(Pattern& repeat);
  PatternPtr atom();
  PatternPtr word();
  PatternPtr quoted(PatternKind kind);
  PatternPtr angle();
  PatternPtr mention();
  bool read_features(Pattern& mention);
  bool read_feature(Pattern& mention);
  PatternPtr group(PatternKind kind, std::size_t begin);
  PatternPtr dollar();
  bool read_arguments(Pattern& phrase);
  PatternPtr gap();
  PatternPtr parenthesis();

  /// `[test]`, the opening bracket not yet taken.
  bool read_brackets(TokenTestNode& out);
  bool read_or(TokenTestNode& out);
  bool read_and(TokenTestNode& out);
  bool read_not(TokenTestNode& out);
  bool read_atom(TokenTestNode& out);
  bool read_value(TokenTestNode& atom);

  Made make(PatternKind kind, std::size_t begin) const;
  /// Say what is wrong and give nothing.
  std::nullptr_t fail(const char* code, std::size_t offset, std::string message, std::string hint = {});

  PatternScanner& in_;
  const std::vector<std::string>& parameters_;
  Diagnostics& diagnostics_;
  int depth_ = 0;
};

}  // namespace chancery
