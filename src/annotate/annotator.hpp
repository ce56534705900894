#pragma once

#include <memory>

#include "annotate/annotation.hpp"

namespace chancery {

class Document;
class Lexicon;
class Morphology;

/// Shallow syntax: lemma and part of speech of each token, noun and verb groups, clauses, lists, appositions, subjects, objects
/// and attachments. Finite-state, linear in the text. Const and shared by threads; borrows the lexicon, from which everything
/// that it knows of a word is worked out once, when it is made.
class Annotator {
 public:
  explicit Annotator(const Lexicon& lexicon);
  ~Annotator();
  Annotator(const Annotator&) = delete;
  Annotator& operator=(const Annotator&) = delete;

  /// Annotate the sentences of `document` into `out`, whose memory is used again. Tokens in no sentence (furniture) get no
  /// groups. Lemmas are symbols that exist already: a lemma that neither the lexicon nor the text has stays the word itself.
  void annotate(const Document& document, Annotation& out) const;

  [[nodiscard]] const Morphology& morphology() const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace chancery
