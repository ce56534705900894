#include "match/phrase_book.hpp"

#include <algorithm>

namespace chancery {
namespace {

constexpr int deepest_expansion = 24;
/// `$list(X)`, unless the pack has a phrase of that name: X ((','? ("and" | "as well as") | ',') X)*
std::string list_pattern(const std::vector<std::string>& joiners) {
  std::string any;
  for (const std::string& joiner : joiners) {
    any += any.empty() ? "\"" : " | \"";
    for (const char c : joiner) any += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
    any += '"';
  }
  return any.empty() ? "X (',' X)*" : "X ((','? (" + any + ") | ',') X)*";
}

}  // namespace

PhraseBook::PhraseBook(const RulePack& pack, WordCutter& cutter, const std::vector<std::string>& joiners) : pack_(pack), cutter_(cutter) {
  Diagnostics none;
  built_in_list_.name = "list";
  built_in_list_.parameters = {"X"};
  built_in_list_.pattern = parse_pattern(list_pattern(joiners), {}, 0, none, built_in_list_.parameters);
  phrases_.emplace(built_in_list_.name, &built_in_list_);
  for (const Phrase& phrase : pack.phrases) phrases_.insert_or_assign(phrase.name, &phrase);
  for (const WordList& list : pack.lists) lists_.emplace(list.name, &list);
}

const Phrase* PhraseBook::find(std::string_view name) const {
  const auto found = phrases_.find(name);
  return found == phrases_.end() ? nullptr : found->second;
}

std::vector<std::string_view> PhraseBook::phrase_names() const {
  std::vector<std::string_view> names{"list"};
  for (const Phrase& phrase : pack_.phrases) names.push_back(phrase.name);
  return names;
}

PatternUse PhraseBook::expand(PatternUse use) {
  const Phrase* phrase = find(use.pattern->text);
  const int depth = use.scope == nullptr ? 1 : use.scope->depth + 1;
  if (phrase == nullptr || phrase->parameters.size() != use.pattern->children.size() || depth > deepest_expansion || exhausted()) return {};
  Scope& scope = scopes_.emplace_back();
  scope.phrase = phrase;
  scope.depth = depth;
  const bool members = phrase->name == "list";
  for (const PatternPtr& argument : use.pattern->children) {
    scope.arguments.push_back({argument.get(), use.scope, members ? use.role : no_role_name});
  }
  return {phrase->pattern.get(), &scope, members ? no_role_name : use.role};
}

PatternUse PhraseBook::resolve(PatternUse item) {
  while (item.pattern != nullptr) {
    if (item.pattern->kind == PatternKind::Phrase) {
      item = expand(item);
    } else if (item.pattern->kind == PatternKind::Parameter) {
      const RoleName outer = item.role;
      if (item.scope == nullptr) return {};
      const auto& names = item.scope->phrase->parameters;
      const auto found = std::find(names.begin(), names.end(), item.pattern->text);
      if (found == names.end()) return {};
      item = item.scope->arguments[static_cast<std::size_t>(found - names.begin())];
      if (outer != no_role_name) item.role = outer;
    } else {
      return item;
    }
  }
  return item;
}

const PhraseBook::List* PhraseBook::list(std::string_view name) {
  if (const auto read = read_.find(name); read != read_.end()) return &read->second;
  const auto found = lists_.find(name);
  if (found == lists_.end()) return nullptr;
  List& made = read_[found->first];
  for (const ListEntry& entry : found->second->entries) {
    ReadEntry words = read_entry(entry.text, cutter_);
    if (words.words.size() == 1) {
      made.words.push_back((std::uint64_t{index_of(words.words[0].symbol)} << 8U) | static_cast<unsigned char>(words.words[0].word_class));
    } else if (!words.words.empty()) {
      made.phrases.push_back(std::move(words.words));
    }
  }
  const auto longer = [](const auto& a, const auto& b) { return a.size() > b.size(); };
  std::stable_sort(made.phrases.begin(), made.phrases.end(), longer);
  std::sort(made.words.begin(), made.words.end());
  return &made;
}

}  // namespace chancery
