#pragma once

#include <iosfwd>
#include <string>

#include "pipeline/resources.hpp"
#include "text/article.hpp"

namespace chancery {

/// Read one article and say, sentence by sentence, what was read, matched and concluded: tokens with part of speech and lemma,
/// groups, mentions, rules that matched, frames and what became of them, and the triples with their origin.
void explain_text(const Resources& resources, Article article, const std::string& base, std::ostream& out);

/// One JSON object a sentence: `text`, `begin`, `end` (code points of the body, half-open), `tokens`, and `mentions`, each with
/// `begin`, `end`, `text`, `class`, `form`, `iri` (absent where it is resolved to no node), for dates `timex` and `type`.
/// Furniture is in no sentence. The first line describes the article: `source`, `title`, `date`, `dateline`.
void explain_json(const Resources& resources, Article article, const std::string& base, std::ostream& out);

}  // namespace chancery
