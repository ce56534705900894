#pragma once

#include <string>
#include <string_view>

namespace chancery {

/// The text with every run of spaces, tabs and line ends made one space, those at its ends too.
std::string on_one_line(std::string_view text);

}  // namespace chancery
