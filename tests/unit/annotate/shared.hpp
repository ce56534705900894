#pragma once

#include <memory>
#include <string>

#include "annotate/annotation.hpp"
#include "annotate/annotator.hpp"
#include "lexicon/lexicon.hpp"
#include "text/document.hpp"
#include "text/text_rules.hpp"

namespace chancery::test {

/// The shipped lexicon and an annotator over it, loaded once for all tests of this program.
struct Shipped {
  Shipped();
  Diagnostics diagnostics;
  std::unique_ptr<Lexicon> lexicon;
  TextRules rules;
  std::unique_ptr<Annotator> annotator;
};
const Shipped& shipped();

/// A text and what was found in it.
struct Annotated {
  explicit Annotated(std::string text);
  Document document;
  Annotation annotation;

  /// The first verb group whose head is written like this; fails the test if there is none.
  [[nodiscard]] const VerbGroup& verb(std::string_view head) const;
  /// The words of a noun group; empty for -1.
  [[nodiscard]] std::string noun(std::int32_t group) const;
  /// All tokens of the text's sentences.
  [[nodiscard]] TokenSpan all() const { return {0, static_cast<std::uint32_t>(document.tokens.size())}; }
};

}  // namespace chancery::test
