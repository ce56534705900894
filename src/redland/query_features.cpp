#include "redland/query.hpp"

namespace chancery {

void find_unsupported(std::string_view sparql, const std::string& file, Diagnostics& diagnostics) {
  (void)sparql; (void)file; (void)diagnostics;
}

}  // namespace chancery
