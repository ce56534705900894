#include "annotate/local_words.hpp"

#include <algorithm>

namespace chancery {
namespace {

/// Symbols to indexes, open addressing; one document's words.
class IndexTable {
 public:
  explicit IndexTable(std::size_t words) {
    std::size_t size = 64;
    while (size < words + words / 2) size *= 2;
    slots_.resize(size);
  }
  /// The slot of `word`; 0 if it is new, else its index plus one.
  std::uint32_t& slot(Symbol word) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (index_of(word) * 0x9E3779B1U) & mask;
    while (slots_[at].index != 0 && slots_[at].word != word) at = (at + 1) & mask;
    slots_[at].word = word;
    return slots_[at].index;
  }

 private:
  struct Slot {
    Symbol word = Symbol::None;
    std::uint32_t index = 0;
  };
  std::vector<Slot> slots_;
};

}  // namespace

LocalWords::LocalWords(const Document& document, const WordReadings& readings)
    : readings_(readings), function_word_count_(static_cast<std::uint16_t>(function_words().size())) {
  IndexTable table(document.tokens.size());
  word_of_token_.reserve(document.tokens.size());
  words_.reserve(document.tokens.size() / 2 + 8);
  for (const Token& token : document.tokens) {
    std::uint32_t& slot = table.slot(token.word);
    if (slot == 0) {
      words_.push_back({token.word, 0, function_word_count_, 0, 0});
      work_out(document, words_.back());
      slot = static_cast<std::uint32_t>(words_.size());
    }
    word_of_token_.push_back(slot - 1);
  }
}

void LocalWords::work_out(const Document& document, LocalWord& word) {
  const bool in_table = index_of(word.word) < readings_.symbol_count();
  const std::uint16_t cls = in_table ? readings_.class_of(word.word) : readings_.unlisted();
  word.marks = in_table ? readings_.marks_of(word.word) : 0;
  if (cls != readings_.unlisted()) {
    word.set = cls;
    word.function_word = std::min(cls, function_word_count_);
    return;
  }
  const std::string_view text = document.symbols.text(word.word);
  word.set = -1 - static_cast<std::int32_t>(own_sets_.size());
  if (!in_table) word.function_word = find_function_word(text);
  own_sets_.push_back(readings_.analyse(text));
}

bool may_be_past(const Document& document, const LocalWords& words, std::uint32_t token, TokenSpan sentence) {
  const bool by = token + 1 < sentence.end && document.word(token + 1) == "by";
  return !by && words.readings_of(token).has(Tag::VBD);
}

}  // namespace chancery
