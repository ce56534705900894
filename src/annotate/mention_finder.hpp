#pragma once

#include <memory>

#include "annotate/annotation.hpp"
#include "annotate/mention.hpp"
#include "lexicon/lexicon.hpp"
#include "text/document.hpp"

namespace chancery {

/// Finds the base mentions of an article in one pass over its tokens: names of the lexicon, titles, runs of capitalised words
/// that the lexicon does not hold (`@Name`), pronouns, role nouns, dates, numbers and quotations. What larger phrases mean
/// ("TITLE NAME") is for mention rules. Borrows the lexicon, const after construction, shared by threads.
class MentionFinder {
 public:
  explicit MentionFinder(const Lexicon& lexicon);
  ~MentionFinder();
  MentionFinder(MentionFinder&&) noexcept;

  /// Replace `out.items` by the base mentions of `document`, in the order that `Mentions` promises. `out.dates` must hold the
  /// article's date expressions; each gets a mention.
  void find(const Document& document, const Annotation& annotation, Mentions& out) const;

 private:
  struct Vocabulary;
  std::unique_ptr<const Vocabulary> vocabulary_;
};

}  // namespace chancery
