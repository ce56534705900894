#pragma once

#include <string>
#include <string_view>

namespace chancery {

/// `text` with the marks of its Latin letters taken off and letters beyond ASCII written with those of ASCII: "Erdoğan"
/// → "Erdogan", "Łódź" → "Lodz", "Straße" → "Strasse". Characters of other scripts stay. Expects valid UTF-8.
std::string without_accents(std::string_view text);

}  // namespace chancery
