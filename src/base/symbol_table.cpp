// Open addressing with linear probing over 64-bit XXH3; the upper half of the hash is kept as a tag, so that a probe
// compares texts only when the tags agree. Load factor at most one half.
#include "base/symbol_table.hpp"

#include <algorithm>
#include <cstring>

#include <xxhash.h>

namespace chancery {
namespace {
/// Blocks grow, so that the table of a short text stays small.
constexpr std::size_t first_block = std::size_t{1} << 12U;
constexpr std::size_t largest_block = std::size_t{1} << 16U;
}  // namespace

SymbolTable::SymbolTable() : slots_(64) {
  texts_.emplace_back();
}

std::uint64_t SymbolTable::hash(std::string_view text) {
  return XXH3_64bits(text.data(), text.size());
}

Symbol SymbolTable::find(std::string_view text, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  const auto tag = static_cast<std::uint32_t>(hash >> 32U);
  for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
    const Slot& slot = slots_[i];
    if (slot.symbol == 0) return Symbol::None;
    if (slot.tag == tag && texts_[slot.symbol] == text) return Symbol{slot.symbol};
  }
}

Symbol SymbolTable::intern(std::string_view text, std::uint64_t h) {
  if (text.empty()) return Symbol::None;
  if (const Symbol known = find(text, h); known != Symbol::None) return known;
  if ((texts_.size() + 1) * 2 > slots_.size()) grow();
  const auto symbol = static_cast<std::uint32_t>(texts_.size());
  texts_.push_back(store(text));
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = h & mask;
  while (slots_[i].symbol != 0) i = (i + 1) & mask;
  slots_[i] = {symbol, static_cast<std::uint32_t>(h >> 32U)};
  return Symbol{symbol};
}

void SymbolTable::reserve(std::size_t symbols) {
  texts_.reserve(symbols);
  while (slots_.size() < symbols * 2) grow();
}

void SymbolTable::grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.symbol == 0) continue;
    std::size_t i = hash(texts_[slot.symbol]) & mask;
    while (larger[i].symbol != 0) i = (i + 1) & mask;
    larger[i] = slot;
  }
  slots_ = std::move(larger);
}

std::string_view SymbolTable::store(std::string_view text) {
  if (blocks_.empty() || block_used_ + text.size() > blocks_.back().size()) {
    const std::size_t block = std::min(first_block << std::min<std::size_t>(blocks_.size(), 4), largest_block);
    blocks_.emplace_back(std::max(text.size(), block));
    block_used_ = 0;
  }
  char* place = blocks_.back().data() + block_used_;
  std::memcpy(place, text.data(), text.size());
  block_used_ += text.size();
  return {place, text.size()};
}

Symbol SymbolScope::intern(std::string_view text) {
  if (text.empty()) return Symbol::None;
  const std::uint64_t hash = SymbolTable::hash(text);
  if (const Symbol known = table_->find(text, hash); known != Symbol::None) return known;
  return Symbol{index_of(own_.intern(text, hash)) + base_ - 1};
}

Symbol SymbolScope::find(std::string_view text) const {
  const std::uint64_t hash = SymbolTable::hash(text);
  if (const Symbol known = table_->find(text, hash); known != Symbol::None) return known;
  const Symbol own = own_.find(text, hash);
  return own == Symbol::None ? own : Symbol{index_of(own) + base_ - 1};
}

std::string_view SymbolScope::text(Symbol symbol) const {
  return is_local(symbol) ? own_.text(Symbol{index_of(symbol) - base_ + 1}) : table_->text(symbol);
}

}  // namespace chancery
