// Recursive descent over the characters of a pattern. Groups that add nothing are dropped (`(a)` is `a`), so that two ways to
// write one pattern give one tree, and printing the tree gives text that parses to the same tree.
#include "rules/pattern_parser.hpp"

#include <algorithm>
#include <utility>

namespace chancery {
namespace {

constexpr int deepest_nesting = 100;
constexpr int largest_count = 100;

std::string shown(char c) {
  if (c == '\0') return "the end of the pattern";
  if (c == '\n') return "the end of the line";
  return std::string("\"") + c + '"';
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0';
}

std::string hint_for(char c) {
  switch (c) {
    case ',':
    case ';':
    case ':':
    case '-':
    case '.':
    case '!':
    case '%':
    case '/':
    case '&': return std::string("a punctuation mark of the text is written in quotes: '") + c + '\'';
    case '#': return "patterns have no comments; put it above the rule";
    case '>': return "lists and lemmas are written <list> and <=lemma>";
    case '=': return "a lemma is written <=lemma>";
    case '?':
    case '*':
    case '+':
    case '{': return "a quantifier follows what it repeats";
    case ']': return "a test is written [test]";
    default: return {};
  }
}

}  // namespace

PatternParser::Made PatternParser::make(PatternKind kind, std::size_t begin) const {
  auto pattern = std::make_unique<Pattern>();
  pattern->kind = kind;
  pattern->where = in_.location(begin);
  return pattern;
}

std::nullptr_t PatternParser::fail(const char* code, std::size_t offset, std::string message, std::string hint) {
  diagnostics_.add({Severity::Error, code, std::move(message), in_.location(offset), in_.source_line(offset), std::move(hint)});
  return nullptr;
}

PatternPtr PatternParser::parse() {
  in_.skip_spaces();
  if (in_.at_end()) return fail("pattern.empty", 0, "the pattern is empty");
  PatternPtr all = alternation();
  if (!all || in_.at_end()) return all;
  if (in_.peek() == ')') return fail("pattern.syntax", in_.offset(), "\")\" closes nothing");
  if (in_.peek() == ':')
    return fail("pattern.syntax", in_.offset(), "\":\" means nothing here",
                "behind a role no space stands: role:@Class; the mark of the text is ':' in quotes");
  return fail("pattern.syntax", in_.offset(), shown(in_.peek()) + " means nothing here", hint_for(in_.peek()));
}

PatternPtr PatternParser::alternation() {
  if (depth_ >= deepest_nesting) return fail("pattern.too-deep", in_.offset(), "the pattern is nested too deeply");
  ++depth_;
  Made all = make(PatternKind::Alternation, in_.offset());
  do {
    PatternPtr branch = sequence();
    if (!branch) return nullptr;
    all->children.push_back(std::move(branch));
  } while (in_.take("|"));
  --depth_;
  if (all->children.size() > 1) return all;
  return std::move(all->children.front());
}

PatternPtr PatternParser::sequence() {
  in_.skip_spaces();
  Made all = make(PatternKind::Sequence, in_.offset());
  while (!in_.at_end() && in_.peek() != '|' && in_.peek() != ')' && in_.peek() != ',') {
    PatternPtr next = item();
    if (!next) return nullptr;
    all->children.push_back(std::move(next));
    in_.skip_spaces();
  }
  if (all->children.empty()) {
    const bool comma = in_.peek() == ',';
    return fail(comma ? "pattern.syntax" : "pattern.empty", in_.offset(), "nothing stands in front of " + shown(in_.peek()),
                comma ? hint_for(',') : "an alternative that may be missing is written (a | b)?");
  }
  if (all->children.size() > 1) return all;
  return std::move(all->children.front());
}

PatternPtr PatternParser::item() {
  const std::size_t begin = in_.offset();
  const std::string_view name = in_.take_name();
  if (name.empty() || in_.peek() != ':' || is_space(in_.peek(1))) {
    in_.go_to(begin);
    PatternPtr one = atom();
    return one ? quantified(std::move(one)) : nullptr;
  }
  Made role = make(PatternKind::Role, begin);
  role->role = std::string(name);
  in_.take(":");
  PatternPtr one = atom();
  if (one) one = quantified(std::move(one));
  if (!one) return nullptr;
  role->children.push_back(std::move(one));
  return role;
}

PatternPtr PatternParser::quantified(PatternPtr atom) {
  const std::size_t begin = in_.offset();
  Made repeat = make(PatternKind::Repeat, begin);
  switch (in_.peek()) {
    case '?':
      repeat->min = 0;
      repeat->max = 1;
      break;
    case '*':
      repeat->min = 0;
      repeat->max = no_limit;
      break;
    case '+':
      repeat->min = 1;
      repeat->max = no_limit;
      break;
    case '{': break;
    default: return atom;
  }
  const PatternKind kind = atom->kind;
  if (kind == PatternKind::Gap || has_no_width(kind)) {
    return fail("pattern.quantifier", begin, "what stands before " + shown(in_.peek()) + " cannot be repeated",
                kind == PatternKind::Gap ? "a gap says itself how far it may go: ..3" : "");
  }
  if (in_.peek() == '{') {
    if (!read_braces(*repeat)) return nullptr;
  } else {
    in_.take();
  }
  repeat->lazy = in_.take("?");
  if (in_.peek() == '*' || in_.peek() == '+' || in_.peek() == '?' || in_.peek() == '{') {
    return fail("pattern.quantifier", in_.offset(), "two quantifiers follow one another", "put what is repeated in parentheses");
  }
  repeat->where = atom->where;
  repeat->children.push_back(std::move(atom));
  return repeat;
}

bool PatternParser::read_braces(Pattern& repeat) {
  const std::size_t begin = in_.offset();
  in_.take("{");
  const int min = in_.take_number();
  int max = min;
  if (in_.take(",")) max = in_.peek() == '}' ? no_limit : in_.take_number();
  if (min < 0 || max < 0 || !in_.take("}")) {
    fail("pattern.quantifier", begin, "a count is written {2}, {1,3} or {2,}",
         min < 0 ? "features and tests stand in brackets: [form=proper]" : "");
    return false;
  }
  if (max == 0 || min > max || min > largest_count || (max != no_limit && max > largest_count)) {
    fail("pattern.quantifier", begin, "the count must run from a smaller to a larger number, at least one and at most 100");
    return false;
  }
  repeat.min = static_cast<std::uint16_t>(min);
  repeat.max = static_cast<std::uint16_t>(max);
  return true;
}

PatternPtr PatternParser::atom() {
  const std::size_t begin = in_.offset();
  const char c = in_.peek();
  if (c == '"') return quoted(PatternKind::Word);
  if (c == '\'') return quoted(PatternKind::ExactWord);
  if (c == '<') return angle();
  if (c == '@') return mention();
  if (c == '[') return group(PatternKind::TokenTest, begin);
  if (in_.take("$$")) return make(PatternKind::SentenceEnd, begin);
  if (c == '$') return dollar();
  if (in_.looks_at("..")) return gap();
  if (c == '(') return parenthesis();
  if (in_.take("^")) return make(PatternKind::SentenceStart, begin);
  if (PatternScanner::is_word_byte(c)) return word();
  return fail("pattern.syntax", begin, shown(c) + " means nothing here", hint_for(c));
}

PatternPtr PatternParser::word() {
  const std::size_t begin = in_.offset();
  const std::string_view text = in_.take_bare_word();
  if (text == "NG") return group(PatternKind::NounGroup, begin);
  if (text == "VG") return group(PatternKind::VerbGroup, begin);
  const bool is_parameter = std::find(parameters_.begin(), parameters_.end(), text) != parameters_.end();
  Made made = make(is_parameter ? PatternKind::Parameter : PatternKind::Word, begin);
  made->text = std::string(text);
  return made;
}

PatternPtr PatternParser::quoted(PatternKind kind) {
  const std::size_t begin = in_.offset();
  Made made = make(kind, begin);
  const char mark = in_.take();
  if (!in_.take_quoted(mark, made->text)) {
    return fail("pattern.unclosed", begin, "the quotation mark is never closed on this line",
                mark == '\'' ? "the ending 's is a word of its own: \"'s\"" : "");
  }
  const bool blank = std::all_of(made->text.begin(), made->text.end(), is_space);
  if (blank) return fail("pattern.empty", begin, "nothing stands between the quotation marks");
  return made;
}

PatternPtr PatternParser::angle() {
  const std::size_t begin = in_.offset();
  in_.take("<");
  Made made = make(in_.take("=") ? PatternKind::Lemma : PatternKind::List, begin);
  made->text = std::string(in_.take_bare_word());
  if (made->text.empty()) return fail("pattern.syntax", in_.offset(), "a list or a lemma is missing behind \"<\"");
  if (in_.take("/")) {
    made->kind = PatternKind::Lemma;
    made->word_class = in_.at_end() ? '\0' : in_.take();
    const bool known = made->word_class == 'v' || made->word_class == 'n' || made->word_class == 'a';
    if (!known || PatternScanner::is_word_byte(in_.peek())) {
      return fail("pattern.syntax", in_.offset() - 1, "a word class is v (verb), n (noun) or a (adjective)");
    }
  }
  if (!in_.take(">")) return fail("pattern.unclosed", begin, "\"<\" is never closed", "<list>, <=lemma> or <lemma/v>, one word each");
  return made;
}

PatternPtr PatternParser::mention() {
  const std::size_t begin = in_.offset();
  in_.take("@");
  Made made = make(PatternKind::Mention, begin);
  made->text = std::string(in_.take_name());
  if (made->text.empty()) return fail("pattern.syntax", in_.offset(), "a class is missing behind \"@\"");
  const char next = in_.peek(1);
  if (in_.peek() == '.' && ((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z'))) {
    in_.take(".");
    made->kind = PatternKind::Frame;
    made->role = std::string(in_.take_name());
    return made;
  }
  if (in_.peek() == '[' && !read_features(*made)) return nullptr;
  return made;
}

bool PatternParser::read_features(Pattern& mention) {
  const std::size_t begin = in_.offset();
  in_.take("[");
  do {
    in_.skip_spaces();
    if (!read_feature(mention)) return false;
    in_.skip_spaces();
  } while (in_.take("&") || in_.take(","));
  if (in_.take("]")) return true;
  fail("pattern.unclosed", begin, "\"[\" is never closed", "features are written [feature=value & feature]");
  return false;
}

bool PatternParser::read_feature(Pattern& mention) {
  std::string name = in_.take("!") ? "!" : "";
  const std::string_view key = in_.take_name();
  if (key.empty()) {
    fail("pattern.syntax", in_.offset(), "the name of a feature is missing");
    return false;
  }
  name += key;
  TokenTestNode value;
  if (in_.take("!="))
    name.front() == '!' ? name.erase(0, 1) : name.insert(0, 1, '!');
  else if (!in_.take("="))
    return mention.features.emplace_back(std::move(name), ""), true;
  if (!read_value(value)) return false;
  mention.features.emplace_back(std::move(name), std::move(value.value));
  return true;
}

PatternPtr PatternParser::group(PatternKind kind, std::size_t begin) {
  Made made = make(kind, begin);
  if (in_.peek() != '[' || in_.take("[]")) return made;  // [] is any token
  made->has_test = true;
  if (!read_brackets(made->test)) return nullptr;
  return made;
}

PatternPtr PatternParser::dollar() {
  const std::size_t begin = in_.offset();
  in_.take("$");
  Made made = make(PatternKind::Phrase, begin);
  made->text = std::string(in_.take_name());
  if (made->text.empty())
    return fail("pattern.syntax", begin, "the name of a phrase is missing behind \"$\"", "the end of the sentence is $$");
  if (std::find(parameters_.begin(), parameters_.end(), made->text) != parameters_.end()) {
    made->kind = PatternKind::Parameter;
    return made;
  }
  if (in_.peek() == '(' && !read_arguments(*made)) return nullptr;
  return made;
}

bool PatternParser::read_arguments(Pattern& phrase) {
  const std::size_t begin = in_.offset();
  in_.take("(");
  do {
    PatternPtr argument = alternation();
    if (!argument) return false;
    phrase.children.push_back(std::move(argument));
  } while (in_.take(","));
  if (in_.take(")")) return true;
  fail("pattern.unclosed", begin, "\"(\" is never closed");
  return false;
}

PatternPtr PatternParser::gap() {
  const std::size_t begin = in_.offset();
  Made made = make(PatternKind::Gap, begin);
  in_.take("..");
  const int length = in_.take_number();
  made->min = 0;
  made->max = length < 0 ? default_gap : static_cast<std::uint16_t>(std::min<int>(length, largest_gap));
  if (length == 0 || length > largest_gap || in_.peek() == '.') {
    return fail("pattern.gap", begin, "a gap is written .. or ..N with N from 1 to " + std::to_string(largest_gap));
  }
  return made;
}

PatternPtr PatternParser::parenthesis() {
  const std::size_t begin = in_.offset();
  PatternKind kind = PatternKind::Sequence;
  if (in_.take("(?="))
    kind = PatternKind::LookAhead;
  else if (in_.take("(?!"))
    kind = PatternKind::NegativeLookAhead;
  else if (in_.take("(?<="))
    kind = PatternKind::LookBehind;
  else if (in_.take("(?<!"))
    kind = PatternKind::NegativeLookBehind;
  else
    in_.take("(");
  PatternPtr inside = alternation();
  if (!inside) return nullptr;
  if (in_.peek() == ',') return fail("pattern.syntax", in_.offset(), "\",\" means nothing here", hint_for(','));
  if (!in_.take(")")) return fail("pattern.unclosed", begin, "\"(\" is never closed");
  if (kind == PatternKind::Sequence) return inside;
  Made look = make(kind, begin);
  look->children.push_back(std::move(inside));
  return look;
}

}  // namespace chancery
