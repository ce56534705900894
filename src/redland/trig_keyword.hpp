#pragma once

#include <string>
#include <string_view>

namespace chancery {

/// TriG with each optional keyword `GRAPH` blanked out, which raptor's parser does not know. Lines and columns stay as they are.
std::string without_graph_keyword(std::string_view trig);

}  // namespace chancery
