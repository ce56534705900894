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

/// What a tag does to the state.
enum class Effect : std::uint8_t { None, Finite, Base, Opens, Closes, Joins, Subject };
constexpr std::size_t effect_count = 7;

constexpr unsigned second_finite_cost = 10;
constexpr unsigned no_finite_cost = 14;
constexpr unsigned parallel_bonus = 3;
constexpr unsigned asked_verb_cost = 5;
constexpr unsigned plural_verb_cost = 16;
constexpr unsigned asked_subject_cost = 14;
constexpr unsigned no_answer_cost = 8;

constexpr TagSet closes_clause = {Tag::Comma, Tag::Dash, Tag::OtherMark, Tag::Bracket, Tag::Close, Tag::Open};
constexpr TagSet opens_clause = {Tag::SC, Tag::WP, Tag::WRB, Tag::WDT, Tag::WPS};
constexpr TagSet starts_order = {Tag::Start, Tag::Open, Tag::UH};
constexpr TagSet starts_question = {Tag::Start, Tag::Open, Tag::WP, Tag::WRB, Tag::WDT, Tag::NN, Tag::NNS};
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
    case Effect::Closes: return static_cast<std::uint8_t>(inner != complete ? state : outer != 0 ? static_cast<unsigned>(lacking) : static_cast<unsigned>(open));
    case Effect::Joins: return static_cast<std::uint8_t>(inner != complete ? state : outer + open);
    default: return static_cast<std::uint8_t>(state);
  }
}

/// An adverb does not stand in front of a noun.
constexpr std::uint8_t adverb_adjustment(Tag tag) {
  if (tags::common_nouns.has(tag)) return 7;
  return tags::names.has(tag) ? 4 : tag == Tag::IN || tag == Tag::CC ? 1 : 0;
}

struct StateTable {
  std::array<std::array<std::uint8_t, effect_count>, clause_states> next{};
  std::array<Effect, tag_count> effect{};
  std::array<std::uint8_t, tag_count> behind_adverb{};
  constexpr StateTable() {
    for (unsigned state = 0; state < clause_states; ++state) {
      for (unsigned effect_index = 0; effect_index < effect_count; ++effect_index) next[state][effect_index] = state_after(state, static_cast<Effect>(effect_index));
    }
    for (std::size_t tag = 0; tag < tag_count; ++tag) {
      effect[tag] = effect_of(static_cast<Tag>(tag));
      behind_adverb[tag] = adverb_adjustment(static_cast<Tag>(tag));
    }
  }
};
constexpr StateTable table;

struct Node {
  std::uint32_t cost = no_way;
  Tag left = Tag::Start;      ///< what the next token is weighed against
  Tag parallel = Tag::Count_; ///< after a conjunction: what stood before it
  bool adverb : 1 = false;    ///< an adverb stands between `left` and the next token
  bool plural : 1 = false;    ///< a plural noun stood somewhere before
  bool asks : 1 = false;      ///< "Did the envoy …": a base verb is still to come
  std::uint8_t number = 0;    ///< candidate and state
};

}  // namespace

class Tagger::Walk {
 public:
  Walk(const TransitionCosts& costs, const std::vector<CandidateSet>& candidates) : costs_(costs), candidates_(candidates) {}

  void run(Tag* out) {
    back_.resize(candidates_.size() * max_nodes);
    nodes_[0] = Node{};
    nodes_[0].cost = 0;
    node_count_ = 1;
    for (std::size_t i = 0; i < candidates_.size(); ++i) step(i);
    trace(out);
  }

 private:
  void step(std::size_t index) {
    const CandidateSet& set = candidates_[index];
    for (std::size_t n = 0; n < set.count * clause_states; ++n) next_[n].cost = no_way;
    std::uint8_t* back = back_.data() + index * max_nodes;
    for (std::size_t a = 0; a < node_count_; ++a) extend(nodes_[a], set, back);
    node_count_ = 0;
    for (std::size_t n = 0; n < set.count * clause_states; ++n) {
      if (next_[n].cost == no_way) continue;
      nodes_[node_count_] = next_[n];
      nodes_[node_count_++].number = static_cast<std::uint8_t>(n);
    }
  }

  void extend(const Node& node, const CandidateSet& set, std::uint8_t* back) {
    const std::uint8_t* row = costs_.row(node.left);
    const unsigned state = node.number % clause_states;
    for (std::size_t c = 0; c < set.count; ++c) {
      const Tag tag = set.readings[c].tag;
      const auto t = static_cast<std::size_t>(tag);
      const bool asked = node.asks && tags::base.has(tag);
      const bool subject = node.asks && asking.has(node.left) && tags::nouns.has(tag);
      const bool agrees = node.plural && tag == Tag::VBP;
      const unsigned step = agrees ? std::min<unsigned>(row[t], plural_verb_cost) : asked ? std::min<unsigned>(row[t], asked_verb_cost) : subject ? std::min<unsigned>(row[t], asked_subject_cost) : row[t];
      std::uint32_t cost = node.cost + step + set.readings[c].cost;
      const bool bare_relative = tag == Tag::DT && state % pending == lacking && tags::common_nouns.has(node.left);  // "the sanctions the bloc imposed"
      const Effect effect = bare_relative ? Effect::Opens : table.effect[t];
      if (node.adverb) cost += table.behind_adverb[t];
      if (node.asks && !asked && ends_question.has(tag)) cost += no_answer_cost;
      if (node.parallel == tag) cost -= parallel_bonus;
      if (effect == Effect::Finite && state == complete) cost += second_finite_cost;
      const bool order = effect == Effect::Base && starts_order.has(node.left);
      const std::size_t target = c * clause_states + (order ? static_cast<std::size_t>(complete) : table.next[state][static_cast<std::size_t>(effect)]);
      if (cost >= next_[target].cost) continue;
      back[target] = node.number;
      set_after(next_[target], node, tag, cost);
    }
  }

  static void set_after(Node& next, const Node& node, Tag tag, std::uint32_t cost) {
    next = node;
    next.cost = cost;
    if (tag == Tag::Mute || tag == Tag::TN) return;
    if (tag == Tag::RB || tag == Tag::NOT) {
      next.adverb = true;
      return;
    }
    next.asks = (node.asks && !ends_question.has(tag)) || (asking.has(tag) && starts_question.has(node.left) && !(tag == Tag::MD && tags::nouns.has(node.left)) && node.left != Tag::WP);
    next.plural = node.plural || tag == Tag::NNS || tag == Tag::NNPS || tag == Tag::CC;
    next.left = tag;
    next.parallel = tag == Tag::CC ? node.left : Tag::Count_;
    next.adverb = false;
  }

  void trace(Tag* out) const {
    std::uint32_t best = no_way;
    std::uint8_t node = 0;
    for (std::size_t a = 0; a < node_count_; ++a) {
      const std::uint32_t state = nodes_[a].number % clause_states;
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
  std::array<Node, max_nodes> nodes_;
  std::array<Node, max_nodes> next_;
  std::size_t node_count_ = 0;
};

void Tagger::tag(const Document& document, LocalReadings& local, std::vector<Tag>& out) const {
  out.assign(document.tokens.size(), Tag::FW);
  std::vector<CandidateSet> candidates;
  Walk walk(costs_, candidates);
  CandidateReader reader(document, readings_, local);
  for (std::size_t i = 0; i < document.sentences.size(); ++i) {
    if (document.sentences[i].tokens.empty()) continue;
    reader.read(i, candidates);
    walk.run(out.data() + document.sentences[i].tokens.begin);
  }
}

}  // namespace chancery
