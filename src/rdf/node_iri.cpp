#include "rdf/node_iri.hpp"

namespace chancery {

std::string_view local_part(std::string_view iri) {
  const std::size_t slash = iri.find_last_of("/#");
  return slash == std::string_view::npos ? iri : iri.substr(slash + 1);
}

bool is_article_scoped(std::string_view iri) {
  std::string_view piece = local_part(iri);
  const std::size_t dot = piece.rfind('.');
  if (dot == std::string_view::npos) return false;
  piece.remove_prefix(dot + 1);
  return piece.size() == 33 && piece[0] == 'a' && piece.find_first_not_of("0123456789abcdef", 1) == std::string_view::npos;
}

}  // namespace chancery
