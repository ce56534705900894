#include "redland/trig_keyword.hpp"

namespace chancery {
namespace {

/// The end of what begins at `at` and hides keywords: a comment, an IRI or a string; `at` itself if nothing does.
std::size_t end_of_hidden(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c != '#' && c != '<' && c != '"' && c != '\'') return at;
  const bool is_long = (c == '"' || c == '\'') && text.substr(at + 1, 2) == std::string(2, c);
  const std::string close(is_long ? 3 : 1, c == '<' ? '>' : c == '#' ? '\n' : c);
  for (std::size_t i = at + close.size(); i < text.size(); ++i) {
    if (text[i] == '\\' && c != '#') {
      ++i;
    } else if (text.substr(i, close.size()) == close) {
      return i + close.size();
    }
  }
  return text.size();
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || c == ':' ||
         c == '@' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_graph_keyword(std::string_view word) {
  constexpr std::string_view wanted = "graph";
  if (word.size() != wanted.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if ((word[i] | 0x20) != wanted[i]) return false;
  }
  return true;
}

}  // namespace

std::string without_graph_keyword(std::string_view trig) {
  std::string out(trig);
  for (std::size_t at = 0; at < trig.size();) {
    if (const std::size_t end = end_of_hidden(trig, at); end != at) {
      at = end;
      continue;
    }
    std::size_t end = at;
    while (end < trig.size() && is_name_character(trig[end])) ++end;
    if (is_graph_keyword(trig.substr(at, end - at))) out.replace(at, end - at, end - at, ' ');
    at = end == at ? at + 1 : end;
  }
  return out;
}

}  // namespace chancery
