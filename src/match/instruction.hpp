#pragma once

#include <cstdint>
#include <vector>

namespace chancery {

/// What one instruction of a program does. Those up to `Gap` step over one edge; the others stay where they are.
enum class Op : std::uint8_t {
  Word,       ///< a token whose word is the symbol `x`
  Exact,      ///< a token written as `exact[y]`, whose word is `x`
  Lemma,      ///< a token whose lemma or word is `x`, of the class `y` ('v', 'n', 'a' or 0)
  AnyWord,    ///< a token whose word is one of `symbol_sets[x]`
  WordSet,    ///< a token that `word_sets[x]` has
  Mention,    ///< a mention (or quotation) of a class in `class_sets[x]`, that passes `features[y]`
  Frame,      ///< a frame edge of frame `x`, role `y`
  NounGroup,  ///< that passes `tests[y]`
  VerbGroup,
  Test,      ///< a token that passes `tests[y]`
  Modifier,  ///< a token that can stand between a verb and its noun: determiner, adjective, noun, number …
  Gap,       ///< one edge that a gap may cross; not a mention of `class_sets[x]`
  Split,     ///< `next`, and if that fails, `alt`
  Look,      ///< `looks[x]` holds here
  Start,
  End,  ///< of the unit
  Open,
  Close,  ///< of the role `x`
  Found,
};

/// It steps over tokens alone.
constexpr bool is_of_token(Op op) {
  return op <= Op::WordSet || op == Op::Test || op == Op::Modifier;
}

inline constexpr std::uint16_t no_test = 0xFFFF;

struct Instruction {
  Op op = Op::Found;
  bool whole_only = false;  ///< of Mention: not one inside another mention
  bool joins = true;        ///< several ways may lead here at one position, so that a run must note that it was here
  std::uint16_t y = no_test;
  std::uint32_t x = 0;
  std::uint32_t next = 0;  ///< instruction
  std::uint32_t alt = 0;
};

/// A look-around: a program of its own, from `entry` to its `Found`.
struct Look {
  std::uint32_t entry = 0;
  bool behind = false;
  bool negative = false;
};

/// The instructions of one direction or of several, with the tables that they name.
using Code = std::vector<Instruction>;

}  // namespace chancery
