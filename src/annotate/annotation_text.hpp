#pragma once

#include <string>
#include <string_view>

#include "annotate/annotation.hpp"
#include "base/span.hpp"

namespace chancery {

class Document;

/// The name of a part of speech in the universal tag set: "NOUN".
std::string_view to_string(Pos pos);
std::string_view to_string(ClauseKind kind);

/// Annotations as text, for tests and explanations. All take the tokens of one sentence.
/// Parts of speech, separated by spaces.
std::string pos_text(const Annotation& annotation, TokenSpan tokens);
/// Words with noun groups in square brackets and verb groups in braces: "[The envoy] {has met} [Putin] in [Moscow] .".
std::string group_text(const Document& document, const Annotation& annotation, TokenSpan tokens);
/// Each verb group with lemma, properties, subject and object: "meet(past; envoy; Putin)", in order, separated by spaces.
/// A list gives all its heads, joined by "+".
std::string argument_text(const Document& document, const Annotation& annotation, TokenSpan tokens);
/// Lists, appositions and attachments by the heads of their groups: "list(A+B)", "apposition(A, b)", "in(Moscow; met)".
std::string relation_text(const Document& document, const Annotation& annotation, TokenSpan tokens);

}  // namespace chancery
