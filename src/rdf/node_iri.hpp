#pragma once

#include <string>
#include <string_view>

namespace chancery {

/// The part of a minted node's IRI behind its kind: `sergey-lavrov.Q58217` of `…/id/person/sergey-lavrov.Q58217`.
std::string_view local_part(std::string_view iri);

/// Whether a node stands for one article only: the last `.`-separated piece of its local part is the article's key, `a` and 32
/// lower-case hexadecimal digits, as in `person:wang.a5d41…`. Nodes of two articles with such names may be two people.
bool is_article_scoped(std::string_view iri);

}  // namespace chancery
