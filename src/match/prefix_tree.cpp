// Items are read off the code: a gap is the ladder of splits that the code writer makes for it; anything else is the set of edges with
// which the way goes on to one and the same instruction, or skips to it. What is neither ends the prefix: then the tree says nothing of
// the rest, and a run has to.
#include "match/prefix_tree.hpp"

#include <algorithm>
#include <optional>

#include "match/program.hpp"

namespace chancery {
namespace {

constexpr std::size_t longest_prefix = 6;
constexpr std::size_t most_alternatives = 12;

std::uint32_t behind_marks(const Code& code, std::uint32_t at) {
  while (code[at].op == Op::Open || code[at].op == Op::Close) at = code[at].next;
  return at;
}

bool takes_edge(Op op) {
  return op < Op::Gap;
}

/// Reads items one after the other.
class ItemReader {
 public:
  ItemReader(const Code& code, const Variant& variant)
      : code_(code), at_(behind_marks(code, variant.forward)), gaps_(variant.anchor_words == no_program) {}

  std::optional<PrefixItem> next() {
    if (takes_edge(code_[at_].op)) return alternatives(behind_marks(code_, code_[at_].next));
    if (code_[at_].op != Op::Split) return std::nullopt;
    if (std::optional<PrefixItem> found = gap()) return found;
    std::uint32_t first = at_;
    for (int i = 0; i < 4 && code_[first].op == Op::Split; ++i) first = behind_marks(code_, code_[first].next);
    return takes_edge(code_[first].op) ? alternatives(behind_marks(code_, code_[first].next)) : std::nullopt;
  }

 private:
  std::optional<PrefixItem> gap() {
    if (!gaps_ || code_[code_[at_].alt].op != Op::Gap) return std::nullopt;
    const std::uint32_t after = code_[at_].next;
    PrefixItem item;
    item.instructions = {code_[at_].alt};
    for (std::uint32_t step = at_; step != after; step = code_[code_[step].alt].next) {
      const Instruction& split = code_[step];
      if (split.op != Op::Split || split.next != after || code_[split.alt].op != Op::Gap) return std::nullopt;
      ++item.gap;
    }
    at_ = behind_marks(code_, after);
    return item;
  }

  /// The instructions between here and `end` if each takes one edge and leads to it.
  std::optional<PrefixItem> alternatives(std::uint32_t end) {
    PrefixItem item;
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

  const Code& code_;
  std::uint32_t at_;
  bool gaps_;  ///< gaps look at the words of an anchor; without such they are alike
};

std::string text_of_set(const Code& code, const PrefixItem& item) {
  std::vector<std::string> each;
  for (const std::uint32_t i : item.instructions) {
    const Instruction& at = code[i];
    each.push_back(std::to_string(static_cast<int>(at.op)) + (at.whole_only ? "w" : ".") + std::to_string(at.x) + "." +
                   std::to_string(at.y) + " ");
  }
  std::sort(each.begin(), each.end());
  std::string text;
  for (const std::string& part : each) text += part;
  return text;
}

}  // namespace

void PrefixTree::add(const Code& code, const Variant& variant, std::uint32_t leaf) {
  ItemReader reader(code, variant);
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < longest_prefix; ++i) {
    std::optional<PrefixItem> item = reader.next();
    if (!item) break;
    const std::string set = text_of_set(code, *item);
    item->set = sets_.try_emplace(set, static_cast<std::uint32_t>(sets_.size())).first->second;
    const std::string text = std::to_string(item->gap) + (item->optional ? "? " : " ") + set;
    const auto [known, fresh] = known_.try_emplace({node, text}, static_cast<std::uint32_t>(nodes_.size()));
    if (fresh) {
      nodes_[node].children.push_back(known->second);
      nodes_.push_back({std::move(*item), {}, {}});
    }
    node = known->second;
  }
  nodes_[node].leaves.push_back(leaf);
}

}  // namespace chancery
