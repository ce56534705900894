#pragma once

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "match/class_table.hpp"
#include "match/program.hpp"
#include "match/word_cutter.hpp"
#include "rules/pack.hpp"

namespace chancery {

struct Scope;

/// A pattern where it is used: with the arguments that its parameters stand for, and the role that it stands in.
struct PatternUse {
  const Pattern* pattern = nullptr;
  const Scope* scope = nullptr;  ///< null outside of phrases
  RoleName role = no_role_name;  ///< a role around the whole
};

/// The arguments of one use of a phrase.
struct Scope {
  const Phrase* phrase = nullptr;
  std::vector<PatternUse> arguments;
  int depth = 0;
};

/// Finds the phrases and lists of a pack and puts arguments in. Borrows the pack.
class PhraseBook {
 public:
  /// `joiners` join the members of `$list(X)`, beside commas.
  PhraseBook(const RulePack& pack, WordCutter& cutter, const std::vector<std::string>& joiners);
  PhraseBook(const PhraseBook&) = delete;
  PhraseBook& operator=(const PhraseBook&) = delete;

  [[nodiscard]] const Phrase* find(std::string_view name) const;
  /// The pattern that a phrase or parameter stands for, until it is neither; no pattern if a phrase is unknown, is used with the
  /// wrong number of arguments, or uses itself.
  PatternUse resolve(PatternUse item);
  /// The same for one step. `role` of a use of `$list` goes to the members.
  PatternUse expand(PatternUse phrase);
  /// The entries of a word list, longest first, entries of one word apart; null if there is no such list.
  struct List {
    std::vector<std::vector<EntryWord>> phrases;
    std::vector<std::uint64_t> words;
  };
  const List* list(std::string_view name);
  /// Forget the scopes made so far; one pattern is compiled between two calls.
  void clear() { scopes_.clear(); }
  /// One pattern uses too many phrases: the rest of them was not expanded.
  [[nodiscard]] bool exhausted() const { return scopes_.size() >= most_expansions; }
  [[nodiscard]] std::vector<std::string_view> phrase_names() const;
  WordCutter& cutter() { return cutter_; }

 private:
  const RulePack& pack_;
  WordCutter& cutter_;
  Phrase built_in_list_;
  std::unordered_map<std::string_view, const Phrase*> phrases_;
  std::unordered_map<std::string_view, const WordList*> lists_;
  std::unordered_map<std::string_view, List> read_;
  std::deque<Scope> scopes_;

  static constexpr std::size_t most_expansions = 20000;
};

}  // namespace chancery
