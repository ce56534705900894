#include "match/language_words.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "lexicon/lexicon.hpp"
#include "match/word_cutter.hpp"
#include "rules/pack.hpp"

namespace chancery {
namespace {

/// The entries of a list, those of several words first, else in the order in which the lexicon met them.
std::vector<std::string> entries_of(const Lexicon& lexicon, std::string_view name) {
  std::vector<std::string> entries;
  const std::int32_t list = lexicon.words().list(name);
  for (std::uint32_t i = 0; list >= 0 && i < lexicon.symbols().size(); ++i) {
    if (lexicon.words().in_list(list, Symbol{i})) entries.emplace_back(lexicon.symbols().text(Symbol{i}));
  }
  const auto spaces = [](const std::string& entry) { return std::count(entry.begin(), entry.end(), ' '); };
  std::stable_sort(entries.begin(), entries.end(), [&](const std::string& a, const std::string& b) { return spaces(a) > spaces(b); });
  return entries;
}

std::vector<LanguageWords::Entry> cut(const std::vector<std::string>& entries, WordCutter& cutter) {
  std::vector<LanguageWords::Entry> all;
  for (const std::string& entry : entries) {
    LanguageWords::Entry words;
    for (const WordCutter::Word& word : cutter.cut(entry)) words.push_back(word.symbol);
    if (!words.empty()) all.push_back(std::move(words));
  }
  return all;
}

/// The first use of the phrase that is built in, or null.
const Pattern* find_list(const Pattern* pattern) {
  if (pattern == nullptr || (pattern->kind == PatternKind::Phrase && pattern->text == "list")) return pattern;
  for (const PatternPtr& child : pattern->children) {
    if (const Pattern* found = find_list(child.get())) return found;
  }
  return nullptr;
}

const Pattern* find_list(const RulePack& pack) {
  const Pattern* found = nullptr;
  const auto look = [&](const PatternPtr& pattern) { found = found != nullptr ? found : find_list(pattern.get()); };
  for (const Phrase& phrase : pack.phrases) {
    if (phrase.name == "list") return nullptr;  // the pack has its own
    look(phrase.pattern);
  }
  for (const Rule& rule : pack.rules) {
    look(rule.pattern);
    look(rule.trigger);
    for (const RoleSelectors& role : rule.roles) {
      for (const Selector& selector : role.selectors) look(selector.pattern);
    }
  }
  for (const FrameDef& frame : pack.frames) {
    for (const Adjunct& adjunct : frame.adjuncts) look(adjunct.pattern);
  }
  return found;
}

const Selector* find_agent(const RulePack& pack) {
  for (const Rule& rule : pack.rules) {
    for (const RoleSelectors& role : rule.roles) {
      for (const Selector& selector : role.selectors) {
        if (selector.kind == SelectorKind::Agent || selector.kind == SelectorKind::Actor) return &selector;
      }
    }
  }
  return nullptr;
}

}  // namespace

std::vector<std::string> joiner_texts(const Lexicon& lexicon) {
  return entries_of(lexicon, "list-joiner");
}

LanguageWords language_words(const Lexicon& lexicon, WordCutter& cutter) {
  std::vector<std::string> times = entries_of(lexicon, "time-after");
  for (std::string& word : entries_of(lexicon, "time-before")) times.push_back(std::move(word));
  return {cut(joiner_texts(lexicon), cutter), cut(entries_of(lexicon, "agent-word"), cutter), cut(entries_of(lexicon, "pair-word"), cutter),
          cut(times, cutter)};
}

void check_language_words(const RulePack& pack, const LanguageWords& words, Diagnostics& diagnostics) {
  const auto warn = [&](const Location& where, const char* list, const char* so) {
    diagnostics.add({Severity::Warning, "lexicon.no-words", std::string("the lexicon has no list \"") + list + "\", so " + so, where,
                     std::string(pack.source_line(where)), "name a folder of mappings as \"language\" in pack.yaml, or give it the list"});
  };
  const Pattern* list = words.joiners.empty() ? find_list(pack) : nullptr;
  if (list != nullptr) warn(list->where, "list-joiner", "$list joins its members by commas alone");
  const Selector* agent = words.agents.empty() ? find_agent(pack) : nullptr;
  if (agent != nullptr) warn(agent->where, "agent-word", "\"agent\" finds nothing");
}

}  // namespace chancery
