// A trie over symbols whose edges live in one open-addressing hash table keyed by (node, symbol), as in the
// double-array and hash tries of the literature, so that following an edge is one probe whatever the number of names.
// First words have a table of their own, indexed by symbol: most tokens of a text start no name and are dismissed with
// one look. Letter case is looked at only where a name ends. At most the first 32 words of a name are held to their
// case.
#include "lexicon/name_trie.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <tuple>

#include "text/document.hpp"

namespace chancery {
namespace {

std::uint64_t edge_key(std::uint32_t node, Symbol word) {
  return (std::uint64_t{node} << 32U) | index_of(word);
}

/// Fibonacci hashing (Knuth, TAOCP 6.4), folded so that both halves of the key count.
std::size_t spread(std::uint64_t key) {
  const std::uint64_t product = key * 0x9E3779B97F4A7C15ULL;
  return static_cast<std::size_t>(product ^ (product >> 32U));
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool holds_capital(std::string_view text, Shape shape) {
  if (std::any_of(text.begin(), text.end(), is_upper)) return true;
  return shape == Shape::Capitalized || shape == Shape::AllCaps || shape == Shape::SingleCap || shape == Shape::Mixed;
}

bool is_written(const Document& document, TokenSpan tokens, NameCase written) {
  const std::uint32_t count = std::min<std::uint32_t>(tokens.size(), 32);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t bit = 1U << i;
    if (((written.capital | written.upper | written.inner) & bit) == 0) continue;
    const Token& token = document.token(tokens.begin + i);
    const std::string_view text = document.text(token);
    if (!holds_capital(text, token.shape)) return false;
    if ((written.inner & bit) != 0 && std::count_if(text.begin(), text.end(), is_upper) < 2) return false;
    if ((written.upper & bit) != 0 && std::any_of(text.begin(), text.end(), is_lower)) return false;
  }
  return true;
}

auto order_of(const NameReading& reading) {
  return std::tuple(reading.weak, reading.kind, reading.target, reading.case_sensitive);
}

bool is_same_reading(const NameReading& a, const NameReading& b) {
  return a.kind == b.kind && a.target == b.target;
}

}  // namespace

NameTrie::NameTrie() : slots_(1024) {}

std::uint32_t NameTrie::child(std::uint32_t node, Symbol word) const {
  const std::uint64_t key = edge_key(node, word);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = spread(key) & mask;; i = (i + 1) & mask) {
    if (slots_[i].node == 0 || slots_[i].key == key) return slots_[i].node;
  }
}

std::uint32_t NameTrie::make_child(std::uint32_t node, Symbol word) {
  if (node == 0) {
    if (index_of(word) >= roots_.size()) roots_.resize(std::max<std::size_t>(index_of(word) + 1, roots_.size() * 2));
    std::uint32_t& root = roots_[index_of(word)];
    if (root == 0) root = node_count_++;
    return root;
  }
  if (const std::uint32_t known = child(node, word); known != 0) return known;
  if ((edge_count_ + 1) * 2 > slots_.size()) grow();
  const std::uint64_t key = edge_key(node, word);
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = spread(key) & mask;
  while (slots_[i].node != 0) i = (i + 1) & mask;
  slots_[i] = {key, node_count_};
  ++edge_count_;
  return node_count_++;
}

void NameTrie::grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.node == 0) continue;
    std::size_t i = spread(slot.key) & mask;
    while (larger[i].node != 0) i = (i + 1) & mask;
    larger[i] = slot;
  }
  slots_ = std::move(larger);
}

void NameTrie::add(std::span<const Symbol> words, NameReading reading, NameCase written) {
  assert(!words.empty());
  std::uint32_t node = 0;
  for (const Symbol word : words) node = make_child(node, word);
  pending_.push_back({node, written, reading});
}

void NameTrie::freeze() {
  std::sort(pending_.begin(), pending_.end(), [](const Pending& a, const Pending& b) {
    return std::tuple(a.node, order_of(a.reading), a.written) < std::tuple(b.node, order_of(b.reading), b.written);
  });
  first_variant_.assign(node_count_ + 1, 0);
  std::size_t next = 0;
  for (std::uint32_t node = 0; node < node_count_; ++node) {
    first_variant_[node] = static_cast<std::uint32_t>(variants_.size());
    const std::size_t begin = next;
    while (next < pending_.size() && pending_[next].node == node) ++next;
    if (next > begin) freeze_node(std::span(pending_).subspan(begin, next - begin));
  }
  first_variant_[node_count_] = static_cast<std::uint32_t>(variants_.size());
  first_reading_.push_back(static_cast<std::uint32_t>(readings_.size()));
  pending_ = {};
}

/// One variant for each letter case that a reading asks for, and one for a text that satisfies all of them.
void NameTrie::freeze_node(std::span<const Pending> readings) {
  std::vector<NameCase> cases;
  NameCase all;
  for (const Pending& pending : readings) {
    cases.push_back(pending.written);
    all.capital |= pending.written.capital;
    all.upper |= pending.written.upper;
    all.inner |= pending.written.inner;
  }
  cases.push_back(all);
  std::sort(cases.begin(), cases.end(), [](NameCase a, NameCase b) {
    const auto weight = [](NameCase c) { return std::popcount(c.capital) + std::popcount(c.upper) + std::popcount(c.inner); };
    return std::tuple(-weight(a), a) < std::tuple(-weight(b), b);
  });
  cases.erase(std::unique(cases.begin(), cases.end()), cases.end());
  for (const NameCase written : cases) add_name(written, readings);
}

void NameTrie::add_name(NameCase written, std::span<const Pending> readings) {
  variants_.push_back({written, static_cast<std::uint32_t>(name_count_++)});
  const std::size_t begin = readings_.size();
  first_reading_.push_back(static_cast<std::uint32_t>(begin));
  for (const Pending& pending : readings) {
    if (!written.implies(pending.written)) continue;
    const bool known = std::any_of(readings_.begin() + static_cast<std::ptrdiff_t>(begin), readings_.end(),
                                   [&](const NameReading& r) { return is_same_reading(r, pending.reading); });
    if (!known) readings_.push_back(pending.reading);
  }
}

const NameTrie::Variant* NameTrie::fitting(const Document& document, TokenSpan tokens, std::uint32_t node) const {
  for (std::uint32_t i = first_variant_[node]; i < first_variant_[node + 1]; ++i) {
    if (is_written(document, tokens, variants_[i].written)) return &variants_[i];
  }
  return nullptr;
}

/// The longest name from `token` on that ends at `end` or before.
NameMatch NameTrie::walk(const Document& document, std::uint32_t token, std::uint32_t end) const {
  NameMatch best;
  const Symbol first = document.token(token).word;
  std::uint32_t node = index_of(first) < roots_.size() ? roots_[index_of(first)] : 0;
  for (std::uint32_t next = token + 1; node != 0; ++next) {
    const TokenSpan tokens{token, next};
    if (const Variant* variant = fitting(document, tokens, node)) best = {tokens, variant->name};
    if (next >= end) break;
    node = child(node, document.token(next).word);
  }
  return best;
}

void NameTrie::find(const Document& document, std::vector<NameMatch>& out) const {
  for (const Paragraph& paragraph : document.paragraphs) {
    for (std::uint32_t token = paragraph.tokens.begin; token < paragraph.tokens.end;) {
      const std::uint32_t first = index_of(document.token(token).word);
      if (first >= roots_.size() || roots_[first] == 0) {  // most words begin no name
        ++token;
        continue;
      }
      const NameMatch match = walk(document, token, paragraph.tokens.end);
      if (!match.tokens.empty()) out.push_back(match);
      token = match.tokens.empty() ? token + 1 : match.tokens.end;
    }
  }
}

NameMatch NameTrie::longest_at(const Document& document, std::uint32_t token) const {
  const auto after = std::upper_bound(document.paragraphs.begin(), document.paragraphs.end(), token,
                                      [](std::uint32_t t, const Paragraph& p) { return t < p.tokens.end; });
  if (after == document.paragraphs.end()) return {};
  return walk(document, token, after->tokens.end);
}

std::span<const NameReading> NameTrie::readings_of(std::span<const Symbol> words) const {
  std::uint32_t node = 0;
  for (const Symbol word : words) {
    if (node == 0 && index_of(word) >= roots_.size()) return {};
    node = node == 0 ? roots_[index_of(word)] : child(node, word);
    if (node == 0) return {};
  }
  if (node == 0 || first_variant_[node] == first_variant_[node + 1]) return {};
  return readings(variants_[first_variant_[node]].name);
}

std::span<const NameReading> NameTrie::readings(std::uint32_t name) const {
  assert(name < name_count_);
  const std::uint32_t begin = first_reading_[name];
  return std::span(readings_).subspan(begin, first_reading_[name + 1] - begin);
}

}  // namespace chancery
