#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/diagnostic.hpp"
#include "text/furniture.hpp"

namespace chancery {

/// What a word with a full stop may be, or a word that helps to find where sentences end.
enum class WordKind : std::uint8_t {
  None,
  Title,     ///< "Mr.", "Gen.": stands before a name and never ends a sentence
  Plain,     ///< "Inc.", "a.m.", "Jan.": ends a sentence if a word that starts sentences follows
  Initial,   ///< "Kh.", "Yu.": an initial of two letters, before a word with a capital
  Number,    ///< "No.": an abbreviation only before a number
  Starter,   ///< "the", "but": a function word that, capitalised behind an abbreviation, starts a sentence
  Compound,  ///< "under secretary": a starter and the word behind it that, both capitalised, start no sentence but are a title
  Says,      ///< "said", "asks": behind a quotation it keeps the sentence going
  Particle,  ///< "al", "el": stays joined to a capitalised word behind a hyphen, "Al-Sadr"
  Tail,      ///< "elect": joined to a capitalised word before a hyphen even if capitalised itself, "President-Elect"
};

/// Words that the tokenizer and the sentence splitter know, from `lexicon/abbreviations.tsv`. Empty unless read: then no word
/// but initials and dotted letters ("U.S.") keeps its full stop.
class Abbreviations {
 public:
  /// The kind of `text` as it is written; abbreviations have their full stop, the other kinds are in lower case.
  [[nodiscard]] WordKind find(std::string_view text) const;
  [[nodiscard]] bool is(std::string_view text, WordKind kind) const { return find(text) == kind; }
  void add(std::string text, WordKind kind) { kinds_.insert_or_assign(std::move(text), kind); }
  [[nodiscard]] std::size_t size() const { return kinds_.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, WordKind, Hash, std::equal_to<>> kinds_;
};

/// All that reading a text needs to know and that is data. Const after loading, shared by threads. Made empty, it is usable.
struct TextRules {
  Abbreviations abbreviations;
  Furniture furniture;
};

/// Read `lexicon/abbreviations.tsv` and `furniture.yaml` of the folder `mappings`. What is missing or wrong is left out and
/// reported: `text.unreadable-rules`, `text.bad-abbreviation`, `furniture.bad-rule`.
TextRules read_text_rules(const std::string& mappings, Diagnostics& diagnostics);

/// Lines `WORD<TAB>KIND`, `#` starts a comment; `file` names the source in diagnostics.
void read_abbreviations(std::string_view text, const std::string& file, Abbreviations& into, Diagnostics& diagnostics);

}  // namespace chancery
