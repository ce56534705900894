// Items are read off the code: a ladder of splits, as the code writer makes it for gaps and counts; a set of edges with which the way
// goes on to one and the same instruction, or skips to it. Where neither is found, the next items are all edges that may come first, all
// that may come second and so on, however the ways to them differ. Look-arounds and borders are taken to hold. So an item may promise
// more than the code keeps, never less, and a run has to tell.
#include "match/prefix_tree.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "match/lattice.hpp"

namespace chancery {
namespace {

constexpr std::size_t longest_prefix = 8;
constexpr std::size_t most_alternatives = 24;
constexpr std::size_t most_in_layer = 160;
constexpr std::uint16_t no_end = 64;  ///< more edges than a search looks at

bool stays(Op op) {
  return op == Op::Open || op == Op::Close || op == Op::Look || op == Op::Start || op == Op::End;
}

std::uint32_t behind_marks(const Code& code, std::uint32_t at) {
  while (stays(code[at].op)) at = code[at].next;
  return at;
}

bool takes_edge(Op op) {
  return op < Op::Gap;
}

/// The kinds of edges that it may take, a bit each.
std::uint8_t kinds_taken(Op op) {
  const auto bit = [](EdgeKind kind) { return static_cast<std::uint8_t>(1U << static_cast<unsigned>(kind)); };
  switch (op) {
    case Op::Mention: return bit(EdgeKind::Mention) | bit(EdgeKind::Quote);
    case Op::Frame: return bit(EdgeKind::Frame);
    case Op::NounGroup: return bit(EdgeKind::NounGroup);
    case Op::VerbGroup: return bit(EdgeKind::VerbGroup);
    default: return bit(EdgeKind::Token);
  }
}

/// What an instruction takes, as bytes.
std::string text_of(const Instruction& at) {
  const std::uint32_t numbers[] = {static_cast<std::uint32_t>(at.op), at.whole_only ? 1U : 0U, at.y, at.x};
  return {reinterpret_cast<const char*>(numbers), sizeof numbers};
}

struct ReadItem {
  std::vector<std::uint32_t> instructions;
  std::uint16_t most = 0;
  bool optional = false;
};

/// Reads items one after the other.
class ItemReader {
 public:
  ItemReader(const Code& code, std::uint32_t entry) : code_(code), at_(behind_marks(code, entry)) {}

  std::optional<ReadItem> next() {
    if (!layer_.empty()) return next_layer();
    if (takes_edge(code_[at_].op)) {
      if (std::optional<ReadItem> found = alternatives(behind_marks(code_, code_[at_].next))) return found;
    } else if (code_[at_].op == Op::Split) {
      for (const bool lazy : {false, true}) {
        if (std::optional<ReadItem> found = ladder(lazy)) return found;
      }
      std::uint32_t first = at_;
      for (int i = 0; i < 4 && code_[first].op == Op::Split; ++i) first = behind_marks(code_, code_[first].next);
      if (takes_edge(code_[first].op)) {
        if (std::optional<ReadItem> found = alternatives(behind_marks(code_, code_[first].next))) return found;
      }
    }
    return next_layer();
  }

 private:
  /// Splits one behind the other, each into an edge and a way out, all ways out being one; or one split in a loop.
  std::optional<ReadItem> ladder(bool lazy) {
    const auto inside = [&](const Instruction& split) { return behind_marks(code_, lazy ? split.alt : split.next); };
    const auto outside = [&](const Instruction& split) { return behind_marks(code_, lazy ? split.next : split.alt); };
    const std::uint32_t after = outside(code_[at_]), body = inside(code_[at_]);
    const bool gap = code_[body].op == Op::Gap;
    if (!gap && !takes_edge(code_[body].op)) return std::nullopt;
    ReadItem item{{body}, 0, false};
    for (std::uint32_t step = at_; step != after;) {
      const Instruction& split = code_[step];
      if (split.op != Op::Split || outside(split) != after || item.most == no_end) return std::nullopt;
      const std::uint32_t edge = inside(split);
      if (code_[edge].op != code_[body].op || text_of(code_[edge]) != text_of(code_[body])) return std::nullopt;
      step = behind_marks(code_, code_[edge].next);
      item.most = step == at_ ? no_end : static_cast<std::uint16_t>(item.most + 1);
      if (step == at_) break;
    }
    at_ = after;
    return item;
  }

  /// The instructions between here and `end` if each takes one edge and leads to it.
  std::optional<ReadItem> alternatives(std::uint32_t end) {
    ReadItem item;
    std::vector<std::uint32_t> open{at_};
    while (!open.empty()) {
      const std::uint32_t i = behind_marks(code_, open.back());
      open.pop_back();
      const Instruction& at = code_[i];
      if (i == end) {
        item.optional = true;
      } else if (at.op == Op::Split) {
        if (open.size() > most_alternatives) return std::nullopt;
        open.insert(open.end(), {at.alt, at.next});
      } else if (!takes_edge(at.op) || behind_marks(code_, at.next) != end || item.instructions.size() == most_alternatives) {
        return std::nullopt;
      } else {
        item.instructions.push_back(i);
      }
    }
    if (item.instructions.empty()) return std::nullopt;  // a loop
    at_ = end;
    return item;
  }

  /// All that may take the edge behind those of the layer before, or the first from here, if one must be taken.
  std::optional<ReadItem> next_layer() {
    ReadItem item;
    std::vector<std::uint32_t> open{at_}, seen;
    if (!layer_.empty()) open.clear();
    for (const std::uint32_t i : layer_) open.push_back(code_[i].next);
    while (!open.empty()) {
      const std::uint32_t i = behind_marks(code_, open.back());
      open.pop_back();
      if (std::find(seen.begin(), seen.end(), i) != seen.end()) continue;
      seen.push_back(i);
      const Instruction& at = code_[i];
      if (at.op == Op::Split)
        open.insert(open.end(), {at.alt, at.next});
      else if (!takes_edge(at.op) || item.instructions.size() == most_in_layer)
        return std::nullopt;
      else
        item.instructions.push_back(i);
    }
    if (item.instructions.empty()) return std::nullopt;
    layer_ = item.instructions;
    return item;
  }

  const Code& code_;
  std::uint32_t at_;
  std::vector<std::uint32_t> layer_;
};

}  // namespace

std::uint32_t PrefixItems::number(const Code& code, std::vector<std::uint32_t> instructions, std::uint16_t most, bool optional) {
  std::map<std::string, std::uint32_t> by_text;
  for (const std::uint32_t i : instructions) by_text.try_emplace(text_of(code[i]), i);
  std::string text;
  instructions.clear();
  for (const auto& [each, instruction] : by_text) {
    text += each;
    instructions.push_back(instruction);
  }
  const auto [set, fresh] = set_ids_.try_emplace(std::move(text), static_cast<std::uint32_t>(sets_.size()));
  if (fresh) sets_.emplace_back().instructions = std::move(instructions);
  const std::uint64_t key = std::uint64_t{set->second} << 32U | static_cast<std::uint64_t>(most) << 1U | (optional ? 1U : 0U);
  const auto [item, made] = item_ids_.try_emplace(key, static_cast<std::uint32_t>(items_.size()));
  if (made) items_.push_back({set->second, most, optional});
  return item->second;
}

void PrefixItems::finish(const Code& code, const TestSet& tests) {
  for (Set& set : sets_) {
    for (const std::uint32_t i : set.instructions) {
      set.wanted.add(traits_wanted(code[i], tests));
      set.kinds |= kinds_taken(code[i].op);
      sort_out(code[i], i, tests, set);
    }
    set.gap = code[set.instructions.front()].op == Op::Gap;
    std::sort(set.words.begin(), set.words.end());
    set.words.erase(std::unique(set.words.begin(), set.words.end()), set.words.end());
  }
}

/// Puts what an instruction of the set takes where the set is asked for it.
void PrefixItems::sort_out(const Instruction& at, std::uint32_t instruction, const TestSet& tests, Set& set) {
  if (at.op == Op::Word) {
    set.words.push_back(Symbol{at.x});
  } else if (at.op == Op::AnyWord) {
    const std::vector<Symbol>& words = tests.symbol_sets[at.x];
    set.words.insert(set.words.end(), words.begin(), words.end());
  } else if (at.op == Op::Mention) {
    if (at.y == no_test && !at.whole_only)
      set.classes |= tests.class_sets[at.x];
    else
      set.of_mentions.emplace_back(tests.class_sets[at.x], instruction);
  } else {
    (is_of_token(at.op) ? set.of_tokens : set.of_groups).push_back(instruction);
  }
}

std::uint32_t PrefixTree::add(const Code& code, PrefixItems& items, std::uint32_t entry) {
  ItemReader reader(code, entry);
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < longest_prefix; ++i) {
    std::optional<ReadItem> read = reader.next();
    if (!read) break;
    const std::uint32_t item = items.number(code, std::move(read->instructions), read->most, read->optional);
    const std::uint64_t key = std::uint64_t{node} << 32U | item;
    const auto [known, fresh] = known_.try_emplace(key, static_cast<std::uint32_t>(nodes_.size()));
    if (fresh) {
      nodes_[node].children.push_back({known->second, true, {}, 0, 0, {}});
      nodes_.push_back({item, node, {}, {}, 0, 0});
    }
    node = known->second;
  }
  return node;
}

void PrefixTree::hang(std::uint32_t node, std::uint32_t leaf, ClassSet ahead, std::uint64_t word) {
  nodes_[node].leaves.push_back(leaf);
  nodes_[node].ahead |= ahead;
  nodes_[node].words |= word;
}

void PrefixTree::finish(const PrefixItems& items) {
  for (std::size_t i = nodes_.size() - 1; i > 0; --i) {
    nodes_[nodes_[i].parent].ahead |= nodes_[i].ahead;
    nodes_[nodes_[i].parent].words |= nodes_[i].words;
  }
  for (Node& node : nodes_) {
    for (Child& child : node.children) {
      child.item = items[nodes_[child.node].item];
      child.optional = child.item.most != 0 || child.item.optional;
      child.ahead = nodes_[child.node].ahead;
      child.words = nodes_[child.node].words;
      looks_ahead_ = looks_ahead_ || child.ahead != ~ClassSet{0};
      child.wanted = items.set(child.item.set).wanted;
    }
  }
}

}  // namespace chancery
