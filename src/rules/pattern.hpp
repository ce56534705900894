#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"

namespace chancery {

struct Pattern;
using PatternPtr = std::unique_ptr<const Pattern>;

enum class PatternKind : std::uint8_t {
  Sequence,
  Alternation,
  Repeat,
  Role,
  Word,       ///< `word` or one of "several words": `text`, case ignored
  ExactWord,  ///< 'Exact'
  List,       ///< <list>
  Lemma,      ///< <=lemma> or <lemma/v>: `text`, `word_class`
  Mention,    ///< @Class[feature=value]: `text`, `tests`
  Frame,      ///< @Frame or @Frame.role, of a lower pass: `text`, `role`
  NounGroup,
  VerbGroup,  ///< NG, VG[…]: `test`
  TokenTest,  ///< [cap & !pos=NOUN]: `test`; without one, [], any token
  Phrase,     ///< $phrase(X, Y): `text`, `children` the arguments
  Parameter,  ///< a parameter inside a phrase
  Gap,        ///< .. or ..3: `max`
  SentenceStart,
  SentenceEnd,  ///< ^ and $$
  LookAhead,
  NegativeLookAhead,
  LookBehind,
  NegativeLookBehind,
};

/// True for look-around.
constexpr bool is_look(PatternKind kind) {
  return kind == PatternKind::LookAhead || kind == PatternKind::NegativeLookAhead || kind == PatternKind::LookBehind ||
         kind == PatternKind::NegativeLookBehind;
}
/// True for what holds at a position or does not, and steps over nothing: look-around and the ends of the unit.
constexpr bool has_no_width(PatternKind kind) {
  return is_look(kind) || kind == PatternKind::SentenceStart || kind == PatternKind::SentenceEnd;
}

/// A test of one token or group: a tree of & | ! over key=value atoms.
struct TokenTestNode {
  enum class Kind : std::uint8_t { And, Or, Not, Atom } kind = Kind::Atom;
  std::string key;    ///< "cap", "upper", "number", "pos", "lemma", "in", "shape", "text", "regex", "passive", "past", …
  std::string value;  ///< may be empty
  std::vector<TokenTestNode> children;
};

/// A pattern as written. Immutable; printed by `to_string`, so that `parse(to_string(p))` equals `p`.
struct Pattern {
  PatternKind kind = PatternKind::Sequence;
  std::string text;
  std::string role;                ///< of Role: the role's name
  char word_class = 0;             ///< of Lemma: 'v', 'n', 'a' or 0
  std::uint16_t min = 1, max = 1;  ///< of Repeat and Gap; max 0xFFFF: no limit
  bool lazy = false;
  TokenTestNode test;
  bool has_test = false;
  std::vector<std::pair<std::string, std::string>>
      features;  ///< of Mention: feature=value (empty value: feature present; a name that starts with "!" denies)
  std::vector<PatternPtr> children;
  Location where;
};

/// Parse a pattern of the language in `docs/rules.md`. `where` is the place of its first character in the file, and
/// `indent` the columns that its further lines are indented by, so that diagnostics name true places. None on error.
/// Words of the pattern that are named in `parameters` are parameters of a phrase.
PatternPtr parse_pattern(std::string_view text, const Location& where, std::uint32_t indent, Diagnostics& diagnostics,
                         const std::vector<std::string>& parameters = {});

std::string to_string(const Pattern& pattern);
std::string to_string(const TokenTestNode& test);
/// The same tree; places are not compared.
bool operator==(const TokenTestNode& a, const TokenTestNode& b);
bool operator==(const Pattern& a, const Pattern& b);

/// A repeat without an upper limit.
inline constexpr std::uint16_t no_limit = 0xFFFF;
/// Edges that `..` crosses where no number is given, and the most that may be given.
inline constexpr std::uint16_t default_gap = 8;
inline constexpr std::uint16_t largest_gap = 64;

}  // namespace chancery
