#include "lexicon/word_table.hpp"

namespace chancery {
namespace {

const WordInfo nothing_known;

}  // namespace

const WordInfo& WordTable::info(Symbol word) const {
  return index_of(word) < infos_.size() ? infos_[index_of(word)] : nothing_known;
}

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
  lists_.emplace_back(std::string(name), std::vector<bool>{});
  return static_cast<std::int32_t>(lists_.size()) - 1;
}

void WordTable::add_to_list(std::int32_t list, Symbol word) {
  std::vector<bool>& members = lists_[static_cast<std::size_t>(list)].second;
  if (index_of(word) >= members.size()) members.resize(index_of(word) + 1);
  members[index_of(word)] = true;
}

bool WordTable::in_list(std::int32_t list, Symbol word) const {
  if (list < 0) return false;
  const std::vector<bool>& members = lists_[static_cast<std::size_t>(list)].second;
  return index_of(word) < members.size() && members[index_of(word)];
}

}  // namespace chancery
