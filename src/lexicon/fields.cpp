#include "lexicon/fields.hpp"

#include <charconv>
#include <cstdint>
#include <string>
#include <system_error>

#include <fmt/format.h>

namespace chancery {

template <typename Number>
bool read_number(TsvTable& table, std::size_t column, Number& out) {
  const std::string_view text = table.field(column);
  if (text.empty()) return true;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (failure == std::errc{} && end == text.data() + text.size()) return true;
  table.error("lexicon.bad-number", column, fmt::format("\"{}\" is no number that fits here", text));
  return false;
}

template bool read_number<std::uint16_t>(TsvTable&, std::size_t, std::uint16_t&);
template bool read_number<std::uint32_t>(TsvTable&, std::size_t, std::uint32_t&);
template bool read_number<float>(TsvTable&, std::size_t, float&);

bool read_flag(TsvTable& table, std::size_t column, bool& out) {
  const std::string_view text = table.field(column);
  out = text == "yes";
  if (out || text.empty()) return true;
  table.error("lexicon.bad-value", column, fmt::format("expected \"yes\" or nothing, not \"{}\"", text));
  return false;
}

}  // namespace chancery
