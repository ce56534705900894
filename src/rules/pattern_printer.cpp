// Prints patterns so that parsing what was printed gives the same tree: parentheses exactly where the tree has a group that the
// binding of `|`, sequence, role and quantifier would not give by itself.
#include <algorithm>
#include <string>

#include "rules/pattern.hpp"
#include "rules/pattern_parser.hpp"

namespace chancery {
namespace {

enum class Binding { Alternation, Sequence, Item, Atom };

Binding binding_of(const Pattern& pattern) {
  switch (pattern.kind) {
    case PatternKind::Alternation: return Binding::Alternation;
    case PatternKind::Sequence: return Binding::Sequence;
    case PatternKind::Role:
    case PatternKind::Repeat: return Binding::Item;
    default: return Binding::Atom;
  }
}

std::string in_quotes(char mark, const std::string& text) {
  std::string out(1, mark);
  for (const char c : text) {
    if (c == mark || c == '\\') out += '\\';
    out += c;
  }
  return out + mark;
}

std::string value_text(const std::string& text) {
  const std::size_t colon = text.find(':');
  const bool plain = colon == std::string::npos ? PatternScanner::is_bare_word(text) || text == "NG" || text == "VG"
                                                : PatternScanner::is_bare_word(std::string_view(text).substr(0, colon)) &&
                                                      PatternScanner::is_bare_word(std::string_view(text).substr(colon + 1));
  return plain ? text : in_quotes('"', text);
}

std::string regex_text(const std::string& regex) {
  std::string out = "/";
  for (std::size_t i = 0; i < regex.size(); ++i) {
    if (regex[i] == '\\' && i + 1 < regex.size())
      out += regex[i++];
    else if (regex[i] == '/')
      out += '\\';
    out += regex[i];
  }
  return out + '/';
}

std::string nested(const TokenTestNode& test, bool inside_and_or_not) {
  using Kind = TokenTestNode::Kind;
  const bool group = test.kind == Kind::Or || (test.kind == Kind::And && inside_and_or_not);
  return group ? '(' + to_string(test) + ')' : to_string(test);
}

std::string joined(const TokenTestNode& test, const char* between, bool inside_and) {
  std::string out;
  for (const TokenTestNode& child : test.children) {
    if (!out.empty()) out += between;
    out += nested(child, inside_and);
  }
  return out;
}

std::string print(const Pattern& pattern, Binding least);

std::string children_text(const Pattern& pattern, const char* between, Binding least) {
  std::string out;
  for (const PatternPtr& child : pattern.children) {
    if (!out.empty()) out += between;
    out += print(*child, least);
  }
  return out;
}

std::string quantifier_text(const Pattern& repeat) {
  std::string out;
  if (repeat.min == 0 && repeat.max == 1)
    out = "?";
  else if (repeat.min == 0 && repeat.max == no_limit)
    out = "*";
  else if (repeat.min == 1 && repeat.max == no_limit)
    out = "+";
  else if (repeat.max == no_limit)
    out = '{' + std::to_string(repeat.min) + ",}";
  else if (repeat.min == repeat.max)
    out = '{' + std::to_string(repeat.min) + '}';
  else
    out = '{' + std::to_string(repeat.min) + ',' + std::to_string(repeat.max) + '}';
  return repeat.lazy ? out + '?' : out;
}

std::string mention_text(const Pattern& mention) {
  std::string out = '@' + mention.text;
  const char* before = "[";
  for (const auto& [name, value] : mention.features) {
    out += before + name;
    if (!value.empty()) out += '=' + value_text(value);
    before = " & ";
  }
  return mention.features.empty() ? out : out + ']';
}

std::string lemma_text(const Pattern& lemma) {
  if (lemma.word_class == 0) return "<=" + lemma.text + '>';
  return '<' + lemma.text + '/' + lemma.word_class + '>';
}

std::string with_test(const char* name, const Pattern& group) {
  return group.has_test ? std::string(name) + '[' + to_string(group.test) + ']' : name;
}

std::string look(const char* sign, const Pattern& pattern) {
  return sign + print(*pattern.children[0], Binding::Alternation) + ')';
}

std::string plain_text(const Pattern& pattern) {
  switch (pattern.kind) {
    case PatternKind::Alternation: return children_text(pattern, " | ", Binding::Sequence);
    case PatternKind::Sequence: return children_text(pattern, " ", Binding::Item);
    case PatternKind::Repeat: return print(*pattern.children[0], Binding::Atom) + quantifier_text(pattern);
    case PatternKind::Role: {
      const Pattern& child = *pattern.children[0];
      return pattern.role + ':' + print(child, child.kind == PatternKind::Repeat ? Binding::Item : Binding::Atom);
    }
    case PatternKind::Word: return PatternScanner::is_bare_word(pattern.text) ? pattern.text : in_quotes('"', pattern.text);
    case PatternKind::ExactWord: return in_quotes('\'', pattern.text);
    case PatternKind::List: return '<' + pattern.text + '>';
    case PatternKind::Lemma: return lemma_text(pattern);
    case PatternKind::Mention: return mention_text(pattern);
    case PatternKind::Frame: return '@' + pattern.text + (pattern.role.empty() ? "" : '.' + pattern.role);
    case PatternKind::NounGroup: return with_test("NG", pattern);
    case PatternKind::VerbGroup: return with_test("VG", pattern);
    case PatternKind::TokenTest: return pattern.has_test ? with_test("", pattern) : "[]";
    case PatternKind::Parameter: return pattern.text;
    case PatternKind::Phrase:
      if (pattern.children.empty()) return '$' + pattern.text;
      return '$' + pattern.text + '(' + children_text(pattern, ", ", Binding::Alternation) + ')';
    case PatternKind::Gap: return pattern.max == default_gap ? ".." : ".." + std::to_string(pattern.max);
    case PatternKind::SentenceStart: return "^";
    case PatternKind::SentenceEnd: return "$$";
    case PatternKind::LookAhead: return look("(?=", pattern);
    case PatternKind::NegativeLookAhead: return look("(?!", pattern);
    case PatternKind::LookBehind: return look("(?<=", pattern);
    case PatternKind::NegativeLookBehind: return look("(?<!", pattern);
  }
  return {};
}

std::string print(const Pattern& pattern, Binding least) {
  const std::string text = plain_text(pattern);
  return binding_of(pattern) < least ? '(' + text + ')' : text;
}

}  // namespace

std::string to_string(const Pattern& pattern) {
  return print(pattern, Binding::Alternation);
}

std::string to_string(const TokenTestNode& test) {
  switch (test.kind) {
    case TokenTestNode::Kind::And: return joined(test, " & ", true);
    case TokenTestNode::Kind::Or: return joined(test, " | ", false);
    case TokenTestNode::Kind::Not: return '!' + nested(test.children[0], true);
    case TokenTestNode::Kind::Atom: break;
  }
  if (test.key == "regex") return regex_text(test.value);
  if (test.key == "lemma-regex") return "lemma=" + regex_text(test.value);
  return test.value.empty() ? test.key : test.key + '=' + value_text(test.value);
}

bool operator==(const TokenTestNode& a, const TokenTestNode& b) {
  return a.kind == b.kind && a.key == b.key && a.value == b.value && a.children == b.children;
}

bool operator==(const Pattern& a, const Pattern& b) {
  const auto same = [](const PatternPtr& x, const PatternPtr& y) { return *x == *y; };
  return a.kind == b.kind && a.text == b.text && a.role == b.role && a.word_class == b.word_class && a.min == b.min && a.max == b.max &&
         a.lazy == b.lazy && a.has_test == b.has_test && a.test == b.test && a.features == b.features &&
         std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(), same);
}

PatternPtr parse_pattern(std::string_view text, const Location& where, std::uint32_t indent, Diagnostics& diagnostics,
                         const std::vector<std::string>& parameters) {
  PatternScanner scanner(text, where, indent);
  return PatternParser(scanner, parameters, diagnostics).parse();
}

}  // namespace chancery
