#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/symbol_table.hpp"
#include "text/text_rules.hpp"

namespace chancery {

/// Cuts the words of patterns as the tokenizer cuts the text. Interns what it finds.
class WordCutter {
 public:
  WordCutter(SymbolTable& symbols, const TextRules* rules) : symbols_(symbols), rules_(rules) {}

  struct Word {
    Symbol symbol = Symbol::None;  ///< in lower case, marks made straight, as in `Token::word`
    std::string text;              ///< as written
  };
  std::vector<Word> cut(std::string_view text);
  /// The first word of `text`, for values that are one word.
  Symbol one(std::string_view text);

 private:
  std::vector<Word> tokenize(std::string_view text);

  SymbolTable& symbols_;
  const TextRules* rules_;
  std::unordered_map<std::string, std::vector<Word>> cut_;  ///< what was cut before: rules share their lists
};

/// One word of an entry of a word list.
struct EntryWord {
  enum class Kind : std::uint8_t { Word, Lemma, Modifiers } kind = Kind::Word;
  Symbol symbol = Symbol::None;
  char word_class = 0;
};

/// An entry of a word list, read: "hold* ~ talks/n". Empty, with `problem` set, if it is written wrongly.
struct ReadEntry {
  std::vector<EntryWord> words;
  const char* problem = nullptr;
};
ReadEntry read_entry(std::string_view text, WordCutter& cutter);

}  // namespace chancery
