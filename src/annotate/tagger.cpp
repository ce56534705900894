// Tags by the cheapest way through an automaton. A state is a tag and whether the clause so far has a finite verb (not yet, yes,
// or free to have one after a comma or conjunction), so that "the talks held in Moscow ended" leaves "held" a participle. Costs
// are written by hand (transition_costs.cpp, function_words.cpp); nothing is counted in a corpus. Adverbs and "not" are looked
// through: what follows them is weighed against what stood before them. The limit is that of a bigram grammar: agreement over
// more than a clause is not seen.
#include "annotate/tagger.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "annotate/candidates.hpp"

namespace chancery {
namespace {

constexpr std::uint32_t no_way = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t clause_states = 6;
constexpr std::size_t max_nodes = CandidateSet::max_readings * clause_states;

/// Whether the clause has its finite verb; from `pending` on the clause around it lacks one as well.
enum ClauseState : std::uint8_t { lacking, complete, open, pending };

struct Node {
  std::uint32_t cost = no_way;
  Tag left = Tag::Start;      ///< what the next token is weighed against
  Tag parallel = Tag::Count_; ///< after a conjunction: what stood before it
  bool adverb = false;        ///< an adverb stands between `left` and the next token
};

constexpr unsigned second_finite_cost = 10;
constexpr unsigned no_finite_cost = 14;
constexpr unsigned parallel_bonus = 4;

constexpr TagSet closes_clause = {Tag::Comma, Tag::Dash, Tag::OtherMark, Tag::Bracket, Tag::Close, Tag::Open, Tag::CC};
constexpr TagSet opens_clause = {Tag::SC, Tag::WP, Tag::WRB, Tag::WDT, Tag::WPS};

unsigned adverb_adjustment(Tag tag) {
  switch (tag) {
    case Tag::NN: case Tag::NNS: return 7;
    case Tag::NNP: case Tag::NNPS: return 4;
    case Tag::IN: case Tag::CC: return 1;
    default: return 0;
  }
}

}  // namespace

class Tagger::Walk {
 public:
  Walk(const TransitionCosts& costs, const std::vector<CandidateSet>& candidates) : costs_(costs), candidates_(candidates) {}

  void run(Tag* out) {
    back_.resize(candidates_.size() * max_nodes);
    nodes_.fill(Node{});
    nodes_[lacking].cost = 0;
    active_[0] = lacking;
    active_count_ = 1;
    for (std::size_t i = 0; i < candidates_.size(); ++i) step(i);
    trace(out);
  }

 private:
  void step(std::size_t index) {
    const CandidateSet& set = candidates_[index];
    std::array<Node, max_nodes> next;
    std::array<std::uint8_t, max_nodes> from{};
    next.fill(Node{});
    for (std::size_t c = 0; c < set.count; ++c) {
      for (std::size_t a = 0; a < active_count_; ++a) extend(active_[a], set.readings[c], c, next, from);
    }
    active_count_ = 0;
    for (std::size_t n = 0; n < set.count * clause_states; ++n) {
      if (next[n].cost == no_way) continue;
      active_[active_count_++] = static_cast<std::uint8_t>(n);
      back_[index * max_nodes + n] = from[n];
    }
    nodes_ = next;
  }

  void extend(std::uint8_t source, Reading reading, std::size_t candidate, std::array<Node, max_nodes>& next, std::array<std::uint8_t, max_nodes>& from) {
    const Node& node = nodes_[source];
    unsigned cost = reading.tag == Tag::Mute ? 0 : costs_(node.left, reading.tag) + reading.cost;
    if (node.adverb) cost += adverb_adjustment(reading.tag);
    if (node.parallel == reading.tag) cost -= std::min(cost, parallel_bonus);
    const unsigned state = clause_after(source % clause_states, node.left, reading.tag, cost);
    const std::size_t target = candidate * clause_states + state;
    if (node.cost + cost >= next[target].cost) return;
    next[target] = after(node, reading.tag, node.cost + cost);
    from[target] = source;
  }

  static Node after(const Node& node, Tag tag, std::uint32_t cost) {
    if (tag == Tag::Mute) return {cost, node.left, node.parallel, node.adverb};
    if (tag == Tag::RB || tag == Tag::NOT) return {cost, node.left, node.parallel, true};
    return {cost, tag, tag == Tag::CC ? node.left : Tag::Count_, false};
  }

  /// The state behind `tag`. A comma, or a second finite verb, goes back to a clause around that waits for its verb.
  static unsigned clause_after(unsigned state, Tag left, Tag tag, unsigned& cost) {
    const unsigned outer = state >= pending ? static_cast<unsigned>(pending) : 0;
    const unsigned inner = state - outer;
    if (tags::finite.has(tag)) {
      if (inner != complete) return outer + complete;
      if (outer == 0) cost += second_finite_cost;
      return complete;
    }
    if (tag == Tag::VB && (left == Tag::Start || left == Tag::Open || left == Tag::UH)) return complete;
    if (opens_clause.has(tag)) return (inner == lacking ? static_cast<unsigned>(pending) : outer) + lacking;
    if (inner != complete || !closes_clause.has(tag)) return state;
    return outer != 0 && tag != Tag::CC ? static_cast<unsigned>(lacking) : outer + open;
  }

  void trace(Tag* out) const {
    std::uint32_t best = no_way;
    std::uint8_t node = 0;
    for (std::size_t a = 0; a < active_count_; ++a) {
      const std::uint8_t n = active_[a];
      const std::uint32_t state = n % clause_states;
      const std::uint32_t cost = nodes_[n].cost + (state == lacking || state >= pending ? no_finite_cost : 0);
      if (cost >= best) continue;
      best = cost;
      node = n;
    }
    for (std::size_t i = candidates_.size(); i-- > 0;) {
      out[i] = candidates_[i].readings[node / clause_states].tag;
      node = back_[i * max_nodes + node];
    }
  }

  const TransitionCosts& costs_;
  const std::vector<CandidateSet>& candidates_;
  std::vector<std::uint8_t> back_;
  std::array<Node, max_nodes> nodes_;
  std::array<std::uint8_t, max_nodes> active_{};
  std::size_t active_count_ = 0;
};

void Tagger::tag(const Document& document, LocalReadings& local, std::vector<Tag>& out) const {
  out.assign(document.tokens.size(), Tag::FW);
  std::vector<CandidateSet> candidates;
  Walk walk(costs_, candidates);
  CandidateReader reader(document, readings_, local);
  for (const Sentence& sentence : document.sentences) {
    if (sentence.tokens.empty()) continue;
    reader.read(sentence, candidates);
    walk.run(out.data() + sentence.tokens.begin);
  }
}

}  // namespace chancery
