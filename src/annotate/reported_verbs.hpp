#pragma once

#include <vector>

#include "annotate/local_words.hpp"
#include "annotate/tag.hpp"
#include "text/document.hpp"

namespace chancery {

/// "said the rebels attacked the town": the word behind the noun, past or participle, is the verb of what is said where nothing
/// else in its clause can be. Changes participles to the past in `tags`, one tag a token; linear in the document.
void mend_reported_verbs(const Document& document, const LocalWords& words, std::vector<Tag>& tags);

}  // namespace chancery
