#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace chancery {

/// The bytes of the longest prefix of `text` that an absolute IRI of RFC 3987 can begin with; all of `text` exactly if it is one.
/// Characters that change the direction of writing are refused, as section 4.1 there asks for.
std::size_t valid_iri_prefix(std::string_view text);
[[nodiscard]] inline bool is_iri(std::string_view text) {
  return !text.empty() && valid_iri_prefix(text) == text.size();
}

/// The length of the scheme, without its colon; 0 if there is none.
std::size_t scheme_length(std::string_view text);

/// `text` with everything percent-encoded that no IRI may hold.
std::string escape_iri(std::string_view text);

}  // namespace chancery
