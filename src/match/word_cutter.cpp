#include "match/word_cutter.hpp"

#include <algorithm>

#include "text/tokenizer.hpp"

namespace chancery {

std::vector<WordCutter::Word> WordCutter::cut(std::string_view text) {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const bool hyphen = text == "-";  // the tokenizer takes one that stands alone for a dash; a pattern means the one inside "A-B"
  if (hyphen || std::all_of(text.begin(), text.end(), is_lower)) return {{symbols_.intern(text), std::string(text)}};
  const auto [known, fresh] = cut_.try_emplace(std::string(text));
  if (fresh) known->second = tokenize(text);
  return known->second;
}

std::vector<WordCutter::Word> WordCutter::tokenize(std::string_view text) {
  // What a text has only behind another word is cut off one: 's, 'll, n't.
  const bool suffix = text.size() > 1 && (text[0] == '\'' || text.starts_with("\u2019")) && text.find(' ') == std::string_view::npos;
  const std::string_view front = suffix ? "x" : text == "n't" || text == "n\u2019t" ? "do" : "";
  const std::string whole = std::string(front) + std::string(text);
  if (!front.empty()) text = whole;
  const Abbreviations no_abbreviations;
  std::vector<Token> tokens;
  std::vector<std::pair<std::string, std::string>> found;
  {
    SymbolScope scope(symbols_);
    Tokenizer tokenizer(text, rules_ != nullptr ? rules_->abbreviations : no_abbreviations, scope, nullptr, tokens);
    tokenizer.run({0, static_cast<std::uint32_t>(text.size())});
    for (const Token& token : tokens) found.emplace_back(scope.text(token.word), text.substr(token.begin, token.end - token.begin));
  }
  if (!front.empty()) found.erase(found.begin());
  std::vector<Word> words;
  for (auto& [word, written] : found) words.push_back({symbols_.intern(word), std::move(written)});
  return words;
}

Symbol WordCutter::one(std::string_view text) {
  const std::vector<Word> words = cut(text);
  return words.empty() ? Symbol::None : words.front().symbol;
}

ReadEntry read_entry(std::string_view text, WordCutter& cutter) {
  ReadEntry entry;
  const bool alone = text.find(' ') == std::string_view::npos;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    std::string_view part = text.substr(0, space);
    text.remove_prefix(std::min(space + 1, text.size()));
    if (part.empty()) continue;
    if (part == "~") {
      entry.words.push_back({EntryWord::Kind::Modifiers, Symbol::None, 0});
      continue;
    }
    EntryWord word{alone ? EntryWord::Kind::Lemma : EntryWord::Kind::Word, Symbol::None, 0};
    if (part.size() > 1 && part.ends_with('*')) {
      word.kind = EntryWord::Kind::Lemma;
      part.remove_suffix(1);
    } else if (const std::size_t slash = part.rfind('/'); slash != std::string_view::npos && slash != 0) {
      word.kind = EntryWord::Kind::Lemma;
      const std::string_view word_class = part.substr(slash + 1);
      if (word_class != "v" && word_class != "n" && word_class != "a") return {{}, "a word class is /v, /n or /a"};
      word.word_class = word_class[0];
      part = part.substr(0, slash);
    }
    const auto cut = cutter.cut(part);
    for (std::size_t i = 0; i < cut.size(); ++i) {
      entry.words.push_back(i + 1 == cut.size() ? EntryWord{word.kind, cut[i].symbol, word.word_class}
                                                : EntryWord{EntryWord::Kind::Word, cut[i].symbol, 0});
    }
  }
  if (entry.words.empty()) return {{}, "the entry is empty"};
  if (entry.words.front().kind == EntryWord::Kind::Modifiers || entry.words.back().kind == EntryWord::Kind::Modifiers) {
    return {{}, "\"~\" stands between words"};
  }
  return entry;
}

}  // namespace chancery
