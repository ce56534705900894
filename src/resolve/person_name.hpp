#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/symbol_table.hpp"

namespace chancery {

/// How well a shorter or other form of a name fits a known one: larger is better, 0 is not at all.
enum class NameFit : int { None = 0, Spelling = 1, GivenName = 2, Part = 3, Surname = 4, Full = 5 };

/// Compare the words of two personal names in lower case. "wang" fits "wang yi" as GivenName (its first word), "peña nieto"
/// fits "enrique peña nieto" as Surname, "g. w. bush" fits "george w. bush" as Full, "zelensky" fits "volodymyr zelenskyy" as
/// Spelling; none of them fits a name with other words in its middle ("Anna Lise Berg", "Anna Maria Berg"). `symbols` gives the texts.
NameFit fit_person_name(std::span<const Symbol> form, std::span<const Symbol> full, const SymbolScope& symbols);

/// Hashes of which two words have one in common if one may be a spelling of the other, to find such words without comparing all.
std::vector<std::uint64_t> spelling_hashes(std::string_view word);

/// True if the words may be two romanisations of one surname: "zelensky" and "zelenskiy", "erdoğan" and "erdogan".
bool is_spelling_variant(std::string_view a, std::string_view b);

}  // namespace chancery
