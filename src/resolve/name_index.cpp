#include "resolve/name_index.hpp"

#include "resolve/person_name.hpp"

namespace chancery {
namespace {

void put(EntityId entity, std::vector<EntityId>& list) {
  if (list.empty() || list.back() != entity) list.push_back(entity);
}

}  // namespace

void NameIndex::add(EntityId entity, std::span<const Symbol> name, const SymbolScope& symbols) {
  if (name.empty()) return;
  for (const Symbol word : name) put(entity, of_word_[word]);
  for (const std::uint64_t key : spelling_hashes(symbols.text(name.back()))) put(entity, of_spelling_[key]);
}

std::span<const EntityId> NameIndex::with_word(Symbol word) const {
  const auto found = of_word_.find(word);
  return found == of_word_.end() ? std::span<const EntityId>() : std::span<const EntityId>(found->second);
}

/// Those of the rarest word.
void NameIndex::with_words(std::span<const Symbol> words, std::vector<EntityId>& out) const {
  if (words.empty()) return;
  std::span<const EntityId> rarest = with_word(words.front());
  for (const Symbol word : words.subspan(1)) {
    if (const std::span<const EntityId> other = with_word(word); other.size() < rarest.size()) rarest = other;
  }
  out.insert(out.end(), rarest.begin(), rarest.end());
}

void NameIndex::with_last_word_like(Symbol word, const SymbolScope& symbols, std::vector<EntityId>& out) const {
  for (const std::uint64_t key : spelling_hashes(symbols.text(word))) {
    if (const auto found = of_spelling_.find(key); found != of_spelling_.end())
      out.insert(out.end(), found->second.begin(), found->second.end());
  }
}

}  // namespace chancery
