#pragma once

#include <string_view>

#include "lexicon/tsv_table.hpp"

namespace chancery {

/// Call `use(part, offset)` for each part of a field that `|` separates; empty parts are skipped.
template <typename Use>
void for_each_part(std::string_view field, Use use) {
  for (std::size_t begin = 0; begin < field.size();) {
    std::size_t end = field.find('|', begin);
    if (end == std::string_view::npos) end = field.size();
    if (end > begin) use(field.substr(begin, end - begin), begin);
    begin = end + 1;
  }
}

/// Read a number that is there; `lexicon.bad-number` and false if it is none. An absent one leaves `out` as it is.
template <typename Number>
bool read_number(TsvTable& table, std::size_t column, Number& out);
/// "yes" or nothing; `lexicon.bad-value` and false otherwise.
bool read_flag(TsvTable& table, std::size_t column, bool& out);

}  // namespace chancery
