#include "lexicon/word_table.hpp"

#include <algorithm>

namespace chancery {
WordInfo& WordTable::at(Symbol word) {
  if (index_of(word) >= infos_.size()) infos_.resize(index_of(word) + 1);
  return infos_[index_of(word)];
}

std::int32_t WordTable::list(std::string_view name) const {
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    if (lists_[i].first == name) return static_cast<std::int32_t>(i);
  }
  return -1;
}

std::int32_t WordTable::make_list(std::string_view name) {
  if (const std::int32_t known = list(name); known >= 0) return known;
  lists_.emplace_back(std::string(name), std::vector<bool>(listed_.size()));
  return static_cast<std::int32_t>(lists_.size()) - 1;
}

void WordTable::add_to_list(std::int32_t list, Symbol word) {
  if (index_of(word) >= listed_.size()) {
    listed_.resize(std::max<std::size_t>(index_of(word) + 1, listed_.size() * 2));
    for (auto& [name, members] : lists_) members.resize(listed_.size());
  }
  listed_[index_of(word)] = true;
  lists_[static_cast<std::size_t>(list)].second[index_of(word)] = true;
}

}  // namespace chancery
