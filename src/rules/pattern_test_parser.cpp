// The tests in brackets: `[cap & !(pos=NOUN | in=given)]`. `&` binds tighter than `|`, `!` tighter than `&`.
#include <utility>

#include "rules/pattern_parser.hpp"

namespace chancery {

bool PatternParser::read_brackets(TokenTestNode& out) {
  const std::size_t begin = in_.offset();
  in_.take("[");
  if (!read_or(out)) return false;
  if (in_.take("]")) return true;
  fail("pattern.unclosed", begin, "\"[\" is never closed", "a test is written [test & test | !test]");
  return false;
}

bool PatternParser::read_or(TokenTestNode& out) {
  TokenTestNode all{TokenTestNode::Kind::Or, {}, {}, {}};
  do {
    if (!read_and(all.children.emplace_back())) return false;
  } while (in_.take("|"));
  out = all.children.size() == 1 ? TokenTestNode(std::move(all.children.front())) : std::move(all);
  return true;
}

bool PatternParser::read_and(TokenTestNode& out) {
  TokenTestNode all{TokenTestNode::Kind::And, {}, {}, {}};
  do {
    if (!read_not(all.children.emplace_back())) return false;
    in_.skip_spaces();
  } while (in_.take("&"));
  out = all.children.size() == 1 ? TokenTestNode(std::move(all.children.front())) : std::move(all);
  return true;
}

bool PatternParser::read_not(TokenTestNode& out) {
  in_.skip_spaces();
  const std::size_t begin = in_.offset();
  if (++depth_ > 100) return fail("pattern.too-deep", begin, "the test is nested too deeply") != nullptr;
  bool good = false;
  if (in_.take("!")) {
    out.kind = TokenTestNode::Kind::Not;
    good = read_not(out.children.emplace_back());
  } else if (in_.take("(")) {
    good = read_or(out);
    if (good && !in_.take(")")) good = fail("pattern.unclosed", begin, "\"(\" is never closed") != nullptr;
  } else {
    good = read_atom(out);
  }
  --depth_;
  return good;
}

bool PatternParser::read_atom(TokenTestNode& out) {
  out.kind = TokenTestNode::Kind::Atom;
  if (in_.peek() == '/') {
    out.key = "text";
    return read_value(out);
  }
  out.key = std::string(in_.take_name());
  if (out.key.empty() || out.key == "regex" || out.key == "lemma-regex") {
    return fail("pattern.syntax", in_.offset(), "a test is missing", "[cap], [pos=NOUN], [in=list], [/regular expression/]") != nullptr;
  }
  in_.skip_spaces();
  if (in_.peek() == '!' && in_.peek(1) == '=') {
    in_.take("!=");
    TokenTestNode denied{TokenTestNode::Kind::Atom, std::move(out.key), {}, {}};
    out = TokenTestNode{TokenTestNode::Kind::Not, {}, {}, {}};
    if (!read_value(denied)) return false;
    out.children.push_back(std::move(denied));
    return true;
  }
  return !in_.take("=") || read_value(out);
}

bool PatternParser::read_value(TokenTestNode& atom) {
  in_.skip_spaces();
  const std::size_t begin = in_.offset();
  const char mark = in_.peek();
  if (mark == '/' || mark == '"' || mark == '\'') {
    if (mark == '/') {
      if (atom.key != "text" && atom.key != "lemma") {
        return fail("pattern.syntax", begin, "a regular expression tests the text or the lemma", "/…/ or lemma=/…/") != nullptr;
      }
      atom.key = atom.key == "lemma" ? "lemma-regex" : "regex";
    }
    in_.take();
    if (in_.take_quoted(mark, atom.value) && !atom.value.empty()) return true;
    return fail("pattern.unclosed", begin, "what starts here is never closed on this line, or is empty") != nullptr;
  }
  atom.value = std::string(in_.take_bare_word());
  while (in_.peek() == ':' && PatternScanner::is_word_byte(in_.peek(1))) {  // a compact name: ch:Former
    atom.value += in_.take();
    atom.value += in_.take_bare_word();
  }
  if (!atom.value.empty()) return true;
  return fail("pattern.syntax", begin, "a value is missing", "put it in quotes if it is no plain word") != nullptr;
}

}  // namespace chancery
