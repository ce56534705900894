// Tags by the cheapest way through an automaton. A state is a tag and whether the clause so far has a finite verb (not yet, yes,
// or free to have one after a comma or conjunction), so that "the talks held in Moscow ended" leaves "held" a participle. Costs
// are written by hand (transition_costs.cpp, function_words.cpp); nothing is counted in a corpus. Adverbs and "not" are looked
// through: what follows them is weighed against what stood before them. The limit is that of a bigram grammar: agreement over
// more than a clause is not seen.
#include "annotate/tagger.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <memory>
#include <utility>

#include "annotate/candidates.hpp"

namespace chancery {
namespace {

constexpr std::uint32_t no_way = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t clause_states = 6;
constexpr std::size_t max_nodes = CandidateSet::max_readings * clause_states;

/// Whether the clause has its finite verb; from `pending` on the clause around it lacks one as well.
enum ClauseState : std::uint8_t { lacking, complete, open, pending };

/// What a tag does to the state.
enum class Effect : std::uint8_t { None, Finite, Base, Opens, Closes, Joins, Subject };
constexpr std::size_t effect_count = 7;

/// Ways that are dearer than the best one by more are given up.
constexpr std::uint32_t beam = 25;
constexpr unsigned second_finite_cost = 10;
constexpr unsigned no_finite_cost = 14;
constexpr int parallel_bonus = 3;
constexpr int asked_verb_cost = 5;
constexpr std::uint8_t plural_verb_cost = 16;
constexpr int asked_subject_cost = 14;
constexpr int no_answer_cost = 8;

constexpr TagSet closes_clause = {Tag::Comma, Tag::Dash, Tag::OtherMark, Tag::Bracket, Tag::Close, Tag::Open};
constexpr TagSet opens_clause = {Tag::SC, Tag::WP, Tag::WRB, Tag::WDT, Tag::WPS};
constexpr TagSet starts_order = {Tag::Start, Tag::Open, Tag::UH};
constexpr TagSet starts_question = {Tag::Start, Tag::Open, Tag::WP, Tag::WRB, Tag::WDT, Tag::NN, Tag::NNS};
constexpr TagSet makes_plural = {Tag::NNS, Tag::NNPS, Tag::CC};
constexpr TagSet asking = {Tag::DOF, Tag::MD};
constexpr TagSet ends_question = tags::verbs | TagSet{Tag::Stop, Tag::Comma, Tag::OtherMark, Tag::SC, Tag::TO};

constexpr Effect effect_of(Tag tag) {
  if (tags::finite.has(tag)) return Effect::Finite;
  if (opens_clause.has(tag)) return Effect::Opens;
  if (closes_clause.has(tag)) return Effect::Closes;
  if (tag == Tag::PRP || tag == Tag::EX) return Effect::Subject;
  return tag == Tag::CC ? Effect::Joins : tag == Tag::VB ? Effect::Base : Effect::None;
}

/// A comma, or a second finite verb, goes back to a clause around that waits for its verb.
constexpr std::uint8_t state_after(unsigned state, Effect effect) {
  const unsigned outer = state >= pending ? static_cast<unsigned>(pending) : 0U, inner = state - outer;
  switch (effect) {
    case Effect::Finite: return static_cast<std::uint8_t>(inner == complete ? 0U + complete : outer + complete);
    case Effect::Opens: return static_cast<std::uint8_t>(inner == lacking ? static_cast<unsigned>(pending) : outer);
    case Effect::Subject: return static_cast<std::uint8_t>(outer + lacking);
    case Effect::Closes:
      return static_cast<std::uint8_t>(inner != complete ? state
                                       : outer != 0      ? static_cast<unsigned>(lacking)
                                                         : static_cast<unsigned>(open));
    case Effect::Joins: return static_cast<std::uint8_t>(inner != complete ? state : outer + open);
    default: return static_cast<std::uint8_t>(state);
  }
}

/// An adverb does not stand in front of a noun.
constexpr std::uint8_t adverb_adjustment(Tag tag) {
  if (tags::common_nouns.has(tag)) return 7;
  return tags::names.has(tag) ? 4 : tag == Tag::IN || tag == Tag::CC ? 1 : 0;
}

/// What a tag does to a node; `MakesPlural` is the bit of `Node::Plural`.
enum Trait : std::uint8_t { Transparent = 1, MakesPlural = 2, EndsQuestion = 4, Asking = 8, Adverbial = 16 };

constexpr std::uint8_t traits_of(Tag tag) {
  unsigned traits = 0;
  if (tag == Tag::Mute || tag == Tag::TN) traits |= Transparent;
  if (tag == Tag::RB || tag == Tag::NOT) traits |= Adverbial;
  if (makes_plural.has(tag)) traits |= MakesPlural;
  if (ends_question.has(tag)) traits |= EndsQuestion;
  if (asking.has(tag)) traits |= Asking;
  return static_cast<std::uint8_t>(traits);
}

struct StateTable {
  std::array<std::array<std::uint8_t, clause_states>, effect_count> next{};  ///< [effect][state]
  std::array<std::uint8_t, tag_count> traits{};
  std::array<Effect, tag_count> effect{};
  std::array<std::uint8_t, tag_count> behind_adverb{};
  [[nodiscard]] constexpr const std::array<std::uint8_t, clause_states>& behind(Effect of) const {
    return next[static_cast<std::size_t>(of)];
  }
  constexpr StateTable() {
    for (unsigned effect_index = 0; effect_index < effect_count; ++effect_index) {
      for (unsigned state = 0; state < clause_states; ++state)
        next[effect_index][state] = state_after(state, static_cast<Effect>(effect_index));
    }
    for (std::size_t tag = 0; tag < tag_count; ++tag) {
      effect[tag] = effect_of(static_cast<Tag>(tag));
      traits[tag] = traits_of(static_cast<Tag>(tag));
      behind_adverb[tag] = adverb_adjustment(static_cast<Tag>(tag));
    }
  }
};
constexpr StateTable table;

/// A way through the sentence so far.
struct Node {
  enum Flag : std::uint8_t {
    Adverb = 1,  ///< an adverb stands between `left` and the next token
    Plural = 2,  ///< a plural noun stood somewhere before
    Asks = 4,    ///< "Did the envoy …": a base verb is still to come
    Joined = 8,  ///< `parallel` is set
  };
  static constexpr std::uint8_t adjusts = Adverb | Asks | Joined;  ///< what changes the cost of the next tag
  std::uint32_t cost = 0;
  Tag left = Tag::Start;       ///< what the next token is weighed against
  Tag parallel = Tag::Count_;  ///< after a conjunction: what stood before it
  std::uint8_t flags = 0;
  std::uint8_t number = 0;  ///< candidate and state
  std::uint8_t state = lacking;
};

static_assert(static_cast<unsigned>(MakesPlural) == static_cast<unsigned>(Node::Plural));

}  // namespace

class Tagger::Walk {
 public:
  Walk(const TransitionCosts& costs, const std::vector<CandidateSet>& candidates) : costs_(costs), candidates_(candidates) {}

  void run(Tag* out) {
    if (back_.size() < candidates_.size() * max_nodes) back_.resize(candidates_.size() * max_nodes);
    nodes_[0] = Node{};
    node_count_ = 1;
    flags_ = 0;
    for (std::size_t i = 0; i < candidates_.size(); ++i) step(i);
    trace(out);
  }

 private:
  /// The cheapest way into a node: its cost, and the index of the node that it comes from.
  struct Way {
    std::uint32_t cost, from;
  };

  /// The cheapest way into each node first; what such a way does to the node only for those that stay.
  void step(std::size_t index) {
    const CandidateSet& set = candidates_[index];
    best_ = no_way - beam;
    std::array<unsigned, CandidateSet::max_readings> reached;  // by candidate: the states, as bits
    for (std::size_t c = 0; c < set.count; ++c) reached[c] = extend(set.readings[c], ways_[c]);
    std::uint8_t* back = back_.data() + index * max_nodes;
    std::size_t count = 0;
    flags_ = 0;
    for (std::size_t c = 0; c < set.count; ++c) {
      for (unsigned left = reached[c]; left != 0; left &= left - 1) {
        const auto state = static_cast<std::size_t>(std::countr_zero(left));
        const Way& way = ways_[c][state];
        if (way.cost > best_ + beam) continue;
        const Node& from = nodes_[way.from];
        const auto number = static_cast<std::uint8_t>(c * clause_states + state);
        back[number] = from.number;
        set_after(next_[count], from, set.readings[c].tag, way.cost);
        flags_ |= next_[count].flags;
        next_[count].state = static_cast<std::uint8_t>(state);
        next_[count++].number = number;
      }
    }
    node_count_ = count;
    std::swap(nodes_, next_);
  }

  /// The ways from all nodes into those of one candidate, by state; of two that cost the same the first stays. Gives the states
  /// that are reached, as bits.
  unsigned extend(Reading reading, std::array<Way, clause_states>& ways) {
    const Effect effect = table.effect[static_cast<std::size_t>(reading.tag)];
    const bool plain = effect != Effect::Finite && effect != Effect::Base && reading.tag != Tag::DT;
    return plain && (flags_ & Node::adjusts) == 0 ? extend_plainly(reading, effect, ways) : extend_with_care(reading, effect, plain, ways);
  }

  /// Where only the transition costs anything and the state depends on the tag alone.
  unsigned extend_plainly(Reading reading, Effect effect, std::array<Way, clause_states>& ways) {
    const std::uint8_t* column = costs_.column(reading.tag);
    const std::array<std::uint8_t, clause_states>& next = table.behind(effect);
    unsigned reached = 0;
    for (std::size_t from = 0; from < node_count_; ++from) {
      const Node& node = nodes_[from];
      const std::uint32_t cost = node.cost + column[static_cast<std::size_t>(node.left)] + reading.cost;
      take(cost, from, next[node.state], ways, reached);
    }
    return reached;
  }

  unsigned extend_with_care(Reading reading, Effect effect, bool plain, std::array<Way, clause_states>& ways) {
    const Tag tag = reading.tag;
    const std::uint8_t* column = costs_.column(tag);
    unsigned reached = 0;
    for (std::size_t from = 0; from < node_count_; ++from) {
      const Node& node = nodes_[from];
      const unsigned step = column[static_cast<std::size_t>(node.left)];
      std::uint32_t cost = node.cost + step + reading.cost;
      if ((node.flags & Node::adjusts) != 0)
        cost = static_cast<std::uint32_t>(static_cast<int>(cost) + adjustment(node, tag, static_cast<int>(step)));
      const unsigned state = plain ? table.behind(effect)[node.state] : state_behind(node, tag, effect, step, cost);
      take(cost, from, state, ways, reached);
    }
    return reached;
  }

  /// Notes a way into a state if it is the first or cheaper.
  void take(std::uint32_t cost, std::size_t from, unsigned state, std::array<Way, clause_states>& ways, unsigned& reached) {
    if ((reached >> state & 1U) != 0 && cost >= ways[state].cost) return;
    reached |= 1U << state;
    ways[state] = {cost, static_cast<std::uint32_t>(from)};
    best_ = std::min(best_, cost);
  }

  /// The state behind a verb or a determiner, which may cost more or less than `cost` says.
  static unsigned state_behind(const Node& node, Tag tag, Effect effect, unsigned step, std::uint32_t& cost) {
    if (tag == Tag::VBP && (node.flags & Node::Plural) != 0 && step > plural_verb_cost) cost -= step - plural_verb_cost;
    if (effect == Effect::Finite && node.state == complete) cost += second_finite_cost;
    if (tag == Tag::DT && opens_bare_relative(node, node.state)) effect = Effect::Opens;
    if (effect == Effect::Base && starts_order.has(node.left)) return complete;
    return table.behind(effect)[node.state];
  }

  /// "the sanctions the bloc imposed".
  static bool opens_bare_relative(const Node& node, unsigned state) {
    return state % pending == lacking && tags::common_nouns.has(node.left);
  }

  /// What stood further back changes the cost of `tag`: an adverb between, a question, a conjunction.
  static int adjustment(const Node& node, Tag tag, int step) {
    int change = (node.flags & Node::Adverb) != 0 ? table.behind_adverb[static_cast<std::size_t>(tag)] : 0;
    if (node.parallel == tag) change -= parallel_bonus;
    if ((node.flags & Node::Asks) == 0) return change;
    if (tags::base.has(tag)) return change + std::min(step, asked_verb_cost) - step;
    if (ends_question.has(tag)) return change + no_answer_cost;
    if (tags::nouns.has(tag) && asking.has(node.left)) change += std::min(step, asked_subject_cost) - step;
    return change;
  }

  static void set_after(Node& next, const Node& node, Tag tag, std::uint32_t cost) {
    const std::uint8_t trait = table.traits[static_cast<std::size_t>(tag)];
    next = node;
    next.cost = cost;
    if ((trait & (Transparent | Adverbial)) != 0) {
      if ((trait & Adverbial) != 0) next.flags |= Node::Adverb;
      return;
    }
    next.left = tag;
    next.flags = static_cast<std::uint8_t>((node.flags & Node::Plural) | (trait & MakesPlural));
    next.parallel = tag == Tag::CC ? node.left : Tag::Count_;
    if (tag == Tag::CC) next.flags |= Node::Joined;
    if ((node.flags & Node::Asks) != 0)
      next.flags |= (trait & EndsQuestion) == 0 ? Node::Asks : 0;
    else if ((trait & Asking) != 0 && opens_question(node.left, tag))
      next.flags |= Node::Asks;
  }

  static bool opens_question(Tag left, Tag tag) {
    return starts_question.has(left) && !(tag == Tag::MD && tags::nouns.has(left)) && left != Tag::WP;
  }

  void trace(Tag* out) const {
    std::uint32_t best = no_way;
    std::uint8_t node = 0;
    for (std::size_t a = 0; a < node_count_; ++a) {
      const std::uint32_t state = nodes_[a].state;
      const std::uint32_t cost = nodes_[a].cost + (state == lacking || state >= pending ? no_finite_cost : 0);
      if (cost >= best) continue;
      best = cost;
      node = nodes_[a].number;
    }
    for (std::size_t i = candidates_.size(); i-- > 0;) {
      out[i] = candidates_[i].readings[node / clause_states].tag;
      node = back_[i * max_nodes + node];
    }
  }

  const TransitionCosts& costs_;
  const std::vector<CandidateSet>& candidates_;
  std::vector<std::uint8_t> back_;
  std::array<std::array<Way, clause_states>, CandidateSet::max_readings> ways_;
  std::unique_ptr<Node[]> nodes_ = std::make_unique<Node[]>(max_nodes);
  std::unique_ptr<Node[]> next_ = std::make_unique<Node[]>(max_nodes);
  std::size_t node_count_ = 0;
  std::uint8_t flags_ = 0;  ///< of any node
  std::uint32_t best_ = 0;
};

Tagger::Tagger(const WordReadings& readings) : rules_(std::make_unique<const CandidateRules>(readings)) {}
Tagger::~Tagger() = default;

void Tagger::tag(const Document& document, LocalWords& words, std::vector<Tag>& out) const {
  out.assign(document.tokens.size(), Tag::FW);
  std::vector<CandidateSet> candidates;
  Walk walk(costs_, candidates);
  CandidateReader reader(document, *rules_, words);
  for (std::size_t i = 0; i < document.sentences.size(); ++i) {
    if (document.sentences[i].tokens.empty()) continue;
    reader.read(i, candidates);
    walk.run(out.data() + document.sentences[i].tokens.begin);
  }
}

}  // namespace chancery
