// A simple temporal network (Dechter, Meiri and Pearl, "Temporal constraint networks", 1991): every event or interval has a start
// and an end, in days from a zero point; each statement is a bound `to - from <= weight`; all can hold together exactly when the
// graph of bounds has no negative cycle, which Bellman-Ford finds, and the edges of the cycle are the proof. Events that statements
// of time tie together form one small network with a zero point of its own, because the search is of nodes times edges. Limits:
// only conjunctive bounds, no choices; "before" lets two events share a day; at most eight contradictions a network.
#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <string>
#include <tuple>

#include <boost/graph/bellman_ford_shortest_paths.hpp>
#include <boost/graph/edge_list.hpp>
#include <boost/pending/disjoint_sets.hpp>

#include "check/check_context.hpp"
#include "check/days.hpp"
#include "check/numbering.hpp"

namespace chancery {
namespace {

using Point = std::uint32_t;  // 0: the zero point; 2n + 1, 2n + 2: start and end of node n of the network
using Edge = std::pair<Point, Point>;
using Graph = boost::edge_list<std::vector<Edge>::const_iterator, Edge, std::ptrdiff_t, std::random_access_iterator_tag>;
constexpr int contradictions_per_network = 8;

/// `to` comes at most `weight` days after `from`, because of `reason` (a subject of `no_term`: by definition).
struct Bound {
  Point from = 0, to = 0;
  long weight = 0;
  Fact reason;
};

/// One part of the data that statements of time tie together.
struct Network {
  std::vector<TermId> nodes;
  std::vector<Fact> facts;
};

const std::vector<std::string>& relation_parts() {
  static const std::vector<std::string> parts = {"before", "after", "during", "begins", "ends"};
  return parts;
}

const std::vector<std::string>& date_parts() {
  static const std::vector<std::string> parts = {"start", "end", "at", "earliest", "latest"};
  return parts;
}

/// Builds the bounds of one network and looks for negative cycles in them.
class Solver {
 public:
  Solver(const CheckContext& context, const Network& network) : context_(context), network_(network) {
    for (Point n = 0; n < network.nodes.size(); ++n) {
      numbers_.emplace(network.nodes[n], n);
      bounds_.push_back({end(n), start(n), 0, {}});  // a start comes no later than its end
    }
    for (const Fact& fact : network.facts) {
      for (const std::string& part : relation_parts()) {
        if (context.names(part, fact.predicate)) relate(part, fact);
      }
      for (const std::string& part : date_parts()) {
        if (context.names(part, fact.predicate)) date(part, fact);
      }
    }
  }

  void find(std::vector<Finding>& out) {
    for (int i = 0; i < contradictions_per_network; ++i) {
      const std::vector<Bound> cycle = negative_cycle();
      if (cycle.empty()) return;
      out.push_back(report(cycle));
      std::erase_if(bounds_, [&](const Bound& b) {
        return b.reason.subject != no_term && std::any_of(cycle.begin(), cycle.end(), [&](const Bound& c) { return c.reason == b.reason; });
      });
    }
  }

 private:
  static Point start(Point n) { return 2 * n + 1; }
  static Point end(Point n) { return 2 * n + 2; }

  void not_after(Point earlier, Point later, const Fact& reason) { bounds_.push_back({later, earlier, 0, reason}); }

  void relate(const std::string& part, const Fact& fact) {
    const Point a = numbers_.at(fact.subject);
    const Point b = numbers_.at(fact.object);
    if (part == "before") not_after(end(a), start(b), fact);
    if (part == "after") not_after(end(b), start(a), fact);
    if (part == "during" || part == "begins") not_after(start(b), start(a), fact);
    if (part == "during" || part == "ends") not_after(end(a), end(b), fact);
    if (part == "begins") not_after(start(a), start(b), fact);
    if (part == "ends") not_after(end(b), end(a), fact);
  }

  void date(const std::string& part, const Fact& fact) {
    const auto days = days_of(context_.graph, fact.object);
    if (!days) return;
    const Point n = numbers_.at(fact.subject);
    const auto from = [&](Point p) { bounds_.push_back({p, 0, -long{days->earliest}, fact}); };
    const auto until = [&](Point p) { bounds_.push_back({0, p, long{days->latest}, fact}); };
    if (part == "start" || part == "at" || part == "earliest") from(start(n));
    if (part == "start" || part == "at") until(start(n));
    if (part == "end" || part == "at") from(end(n));
    if (part == "end" || part == "at" || part == "latest") until(end(n));
  }

  /// The bounds of one negative cycle, or nothing.
  [[nodiscard]] std::vector<Bound> negative_cycle() const {
    const std::size_t points = 2 * network_.nodes.size() + 1;
    std::vector<Edge> edges;
    std::vector<long> weights;
    for (const Bound& bound : bounds_) {
      edges.emplace_back(bound.from, bound.to);
      weights.push_back(bound.weight);
    }
    const Graph graph(edges.cbegin(), edges.cend());
    std::vector<long> distance(points, 0);
    std::vector<Point> previous(points);
    std::iota(previous.begin(), previous.end(), 0U);
    const bool fine = boost::bellman_ford_shortest_paths(
        graph, points, boost::make_iterator_property_map(weights.cbegin(), get(boost::edge_index, graph)), previous.data(), distance.data(),
        std::plus<long>(), std::less<long>(), boost::bellman_visitor<>());
    if (fine) return {};
    Point on_cycle = 0;
    for (const Bound& bound : bounds_) {
      if (distance[bound.from] + bound.weight < distance[bound.to]) on_cycle = bound.to;
    }
    for (std::size_t i = 0; i < points; ++i) on_cycle = previous[on_cycle];
    std::vector<Bound> cycle;
    Point to = on_cycle;
    do {
      cycle.push_back(tightest(previous[to], to));
      to = previous[to];
    } while (to != on_cycle && cycle.size() <= points);
    std::reverse(cycle.begin(), cycle.end());
    return cycle;
  }

  [[nodiscard]] Bound tightest(Point from, Point to) const {
    const Bound* best = nullptr;
    for (const Bound& bound : bounds_) {
      if (bound.from == from && bound.to == to && (!best || bound.weight < best->weight)) best = &bound;
    }
    return best ? *best : Bound{from, to, 0, {}};
  }

  [[nodiscard]] Finding report(const std::vector<Bound>& cycle) const {
    std::vector<Fact> reasons;
    for (const Bound& bound : cycle) {
      if (bound.reason.subject != no_term && std::find(reasons.begin(), reasons.end(), bound.reason) == reasons.end())
        reasons.push_back(bound.reason);
    }
    std::sort(reasons.begin(), reasons.end(), [this](const Fact& a, const Fact& b) { return context_.step(a) < context_.step(b); });
    Finding out = context_.finding(reasons.front().subject, {});
    out.path = context_.graph.value(reasons.front().predicate);
    out.value = context_.graph.term(reasons.front().object);
    for (const Fact& reason : reasons) {
      out.proof.push_back(context_.step(reason));
      out.evidence.push_back(context_.claims.evidence(reason));
    }
    return out;
  }

  const CheckContext& context_;
  const Network& network_;
  std::map<TermId, Point> numbers_;
  std::vector<Bound> bounds_;
};

/// The data split into networks: nodes related in time together, each other node with a date on its own.
std::vector<Network> networks(const CheckContext& context) {
  std::vector<Fact> related, dated;
  for (const std::string& part : relation_parts()) {
    for (const Fact& fact : context.facts(part)) {
      if (context.graph.kind(fact.object) != TermKind::Literal) related.push_back(fact);
    }
  }
  for (const std::string& part : date_parts()) {
    for (const Fact& fact : context.facts(part)) {
      if (days_of(context.graph, fact.object)) dated.push_back({fact.subject, fact.predicate, fact.object});
    }
  }
  std::vector<Fact> all = related;
  for (const Fact& fact : dated) all.push_back({fact.subject, fact.predicate, fact.subject});
  const Numbering numbering(context.graph, all);
  std::vector<std::uint32_t> parent(numbering.size()), rank(numbering.size());
  std::iota(parent.begin(), parent.end(), 0U);
  boost::disjoint_sets<std::uint32_t*, std::uint32_t*> sets(rank.data(), parent.data());
  for (const Fact& fact : related) sets.union_set(numbering.number(fact.subject), numbering.number(fact.object));

  std::vector<Network> out(numbering.size());
  for (std::uint32_t n = 0; n < numbering.size(); ++n) out[sets.find_set(n)].nodes.push_back(numbering.term(n));
  for (const auto* facts : {&related, &dated}) {
    for (const Fact& fact : *facts) out[sets.find_set(numbering.number(fact.subject))].facts.push_back(fact);
  }
  std::erase_if(out, [](const Network& network) { return network.facts.size() < 2; });
  for (Network& network : out) {
    const auto text = [&](const Fact& f) {
      return std::tuple(context.graph.value(f.subject), context.graph.value(f.predicate), context.graph.value(f.object));
    };
    std::sort(network.facts.begin(), network.facts.end(), [&](const Fact& a, const Fact& b) { return text(a) < text(b); });
  }
  return out;
}

}  // namespace

std::vector<Finding> check_order(const CheckContext& context) {
  std::vector<Finding> out;
  for (const Network& network : networks(context)) Solver(context, network).find(out);
  return out;
}

}  // namespace chancery
