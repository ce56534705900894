// Closure by condensation: strong components (equivalent classes, and loops of subclasses, fall together) come out of Boost in
// reverse topological order, so each component's ancestors are the union of those of the components above it, as bit sets. At the
// few thousand classes of an ontology this beats the library's transitive closure by two orders.
#include "check/class_hierarchy.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/range/iterator_range.hpp>

#include "check/terms.hpp"

namespace chancery {
namespace {

constexpr std::uint32_t word_bits = 64;

bool bit(const std::vector<std::uint64_t>& row, std::uint32_t i) {
  return (row[i / word_bits] >> (i % word_bits)) & 1U;
}
void set_bit(std::vector<std::uint64_t>& row, std::uint32_t i) {
  row[i / word_bits] |= std::uint64_t{1} << (i % word_bits);
}
void unite(std::vector<std::uint64_t>& into, const std::vector<std::uint64_t>& from) {
  for (std::size_t i = 0; i < into.size(); ++i) into[i] |= from[i];
}
bool intersects(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if ((a[i] & b[i]) != 0) return true;
  }
  return false;
}

TermId vocabulary_object(const FactGraph& graph, TermId subject, TermId predicate) {
  const auto facts = graph.vocabulary();
  const auto found = std::lower_bound(facts.begin(), facts.end(), Fact{subject, predicate, no_term});
  return found != facts.end() && found->subject == subject && found->predicate == predicate ? found->object : no_term;
}

}  // namespace

std::vector<TermId> read_list(const FactGraph& graph, TermId head) {
  const TermId first = graph.iri(terms::first);
  const TermId rest = graph.iri(terms::rest);
  const TermId nil = graph.iri(terms::nil);
  std::vector<TermId> out;
  for (std::size_t steps = 0; head != no_term && head != nil && steps <= graph.vocabulary().size(); ++steps) {
    if (const TermId member = vocabulary_object(graph, head, first); member != no_term) out.push_back(member);
    head = vocabulary_object(graph, head, rest);
  }
  return out;
}

ClassHierarchy::ClassHierarchy(const FactGraph& graph) : graph_(&graph), type_(graph.iri(terms::type)) {
  read_edges();
  read_disjointness();
  if (type_ != no_term) {
    for (const Fact& fact : graph.with_predicate(type_)) index(fact.object);
  }
  close();
}

ClassHierarchy::Index ClassHierarchy::index(TermId cls) {
  const auto [place, fresh] = numbers_.try_emplace(cls, static_cast<Index>(classes_.size()));
  if (fresh) classes_.push_back(cls);
  return place->second;
}

std::optional<ClassHierarchy::Index> ClassHierarchy::find(TermId cls) const {
  const auto place = numbers_.find(cls);
  return place == numbers_.end() ? std::nullopt : std::optional(place->second);
}

void ClassHierarchy::read_edges() {
  const TermId sub_class = graph_->iri(terms::sub_class_of);
  const TermId equivalent = graph_->iri(terms::equivalent_class);
  for (const auto facts : {graph_->vocabulary(), graph_->facts()}) {
    for (const Fact& fact : facts) {
      if (fact.predicate != sub_class && fact.predicate != equivalent) continue;
      const Index lower = index(fact.subject);
      const Index upper = index(fact.object);
      edges_.emplace_back(lower, upper);
      if (fact.predicate == equivalent) edges_.emplace_back(upper, lower);
    }
  }
  std::sort(edges_.begin(), edges_.end(), [this](const auto& a, const auto& b) {
    const int lower = graph_->compare(classes_[a.first], classes_[b.first]);
    return lower != 0 ? lower < 0 : graph_->compare(classes_[a.second], classes_[b.second]) < 0;
  });
}

void ClassHierarchy::declare_disjoint(TermId a, TermId b) {
  if (a != b) disjoint_pairs_.emplace_back(index(a), index(b));
}

void ClassHierarchy::read_disjointness() {
  const TermId disjoint_with = graph_->iri(terms::disjoint_with);
  const TermId all_disjoint = graph_->iri(terms::all_disjoint_classes);
  const TermId members = graph_->iri(terms::members);
  for (const auto facts : {graph_->vocabulary(), graph_->facts()}) {
    for (const Fact& fact : facts) {
      if (fact.predicate == disjoint_with) declare_disjoint(fact.subject, fact.object);
    }
  }
  for (const Fact& fact : graph_->vocabulary()) {
    if (fact.predicate != type_ || fact.object != all_disjoint) continue;
    const std::vector<TermId> list = read_list(*graph_, vocabulary_object(*graph_, fact.subject, members));
    for (std::size_t i = 0; i < list.size(); ++i) {
      for (std::size_t j = i + 1; j < list.size(); ++j) declare_disjoint(list[i], list[j]);
    }
  }
}

void ClassHierarchy::close() {
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
  const std::size_t n = classes_.size();
  const std::size_t words = (n + word_bits - 1) / word_bits;
  Graph up(edges_.begin(), edges_.end(), n);
  std::vector<Index> component(n);
  const auto count =
      n == 0 ? 0 : boost::strong_components(up, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, up)));

  std::vector<std::vector<Index>> members(static_cast<std::size_t>(count));
  for (Index i = 0; i < n; ++i) members[component[i]].push_back(i);
  std::vector<Row> above(members.size(), Row(words));
  for (std::size_t c = 0; c < members.size(); ++c) {
    for (const Index member : members[c]) {
      set_bit(above[c], member);
      for (const auto edge : boost::make_iterator_range(out_edges(member, up))) {
        if (const Index other = component[target(edge, up)]; other != c) unite(above[c], above[other]);
      }
    }
  }
  ancestors_.resize(n);
  for (Index i = 0; i < n; ++i) ancestors_[i] = above[component[i]];

  std::vector<Row> declared(n, Row(words));
  for (const auto& [a, b] : disjoint_pairs_) {
    set_bit(declared[a], b);
    set_bit(declared[b], a);
  }
  disjoint_.assign(n, Row(words));
  for (Index i = 0; i < n; ++i) {
    Row excluded(words);
    for (Index a = 0; a < n; ++a) {
      if (bit(ancestors_[i], a)) unite(excluded, declared[a]);
    }
    for (Index j = 0; j < n; ++j) {
      if (intersects(excluded, ancestors_[j])) set_bit(disjoint_[i], j);
    }
  }
}

std::vector<TermId> ClassHierarchy::types(TermId node) const {
  std::vector<TermId> out;
  if (type_ == no_term) return out;
  for (const Fact& fact : graph_->about(node, type_)) out.push_back(fact.object);
  std::sort(out.begin(), out.end(), [this](TermId a, TermId b) { return graph_->compare(a, b) < 0; });
  return out;
}

bool ClassHierarchy::is_a(TermId cls, TermId ancestor) const {
  if (cls == ancestor) return true;
  const auto lower = find(cls);
  const auto upper = find(ancestor);
  return lower && upper && bit(ancestors_[*lower], *upper);
}

bool ClassHierarchy::is_instance(TermId node, TermId cls) const {
  if (type_ == no_term || cls == no_term) return false;
  const auto facts = graph_->about(node, type_);
  return std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) { return is_a(fact.object, cls); });
}

bool ClassHierarchy::barred(Index a, Index b) const {
  return bit(disjoint_[a], b);
}

bool ClassHierarchy::disjoint(TermId a, TermId b) const {
  const auto first = find(a);
  const auto second = find(b);
  return first && second && barred(*first, *second);
}

std::vector<ClassConflict> ClassHierarchy::conflicts(std::span<const TermId> a, std::span<const TermId> b) const {
  std::map<std::pair<Index, Index>, std::pair<std::size_t, ClassConflict>> shortest;
  for (const TermId first : a) {
    for (const TermId second : b) {
      const auto i = find(first);
      const auto j = find(second);
      if (!i || !j || !barred(*i, *j)) continue;
      for (auto [x, y] : disjoint_pairs_) {
        if (!(bit(ancestors_[*i], x) && bit(ancestors_[*j], y))) std::swap(x, y);
        if (!(bit(ancestors_[*i], x) && bit(ancestors_[*j], y))) continue;
        const std::size_t length = shortest_way(*i, x).size() + shortest_way(*j, y).size();
        const auto [place, fresh] = shortest.try_emplace(std::minmax(x, y), length, ClassConflict{first, second, classes_[x], classes_[y]});
        if (!fresh && length < place->second.first) place->second = {length, {first, second, classes_[x], classes_[y]}};
      }
    }
  }
  std::vector<ClassConflict> out;
  for (const auto& [pair, conflict] : shortest) out.push_back(conflict.second);
  std::sort(out.begin(), out.end(), [this](const ClassConflict& x, const ClassConflict& y) {
    const int order = graph_->compare(x.first_ancestor, y.first_ancestor);
    return order != 0 ? order < 0 : graph_->compare(x.second_ancestor, y.second_ancestor) < 0;
  });
  return out;
}

/// Breadth first over the direct superclasses, the order of edges being that of the vocabulary.
std::vector<ClassHierarchy::Index> ClassHierarchy::shortest_way(Index from, Index to) const {
  constexpr Index none = UINT32_MAX;
  std::vector<Index> came_from(classes_.size(), none);
  std::vector<Index> queue{from};
  came_from[from] = from;
  for (std::size_t next = 0; next < queue.size() && came_from[to] == none; ++next) {
    for (const auto& [lower, upper] : edges_) {
      if (lower != queue[next] || came_from[upper] != none) continue;
      came_from[upper] = lower;
      queue.push_back(upper);
    }
  }
  std::vector<Index> way{to};
  while (way.back() != from && came_from[way.back()] != none) way.push_back(came_from[way.back()]);
  std::reverse(way.begin(), way.end());
  return way;
}

std::string ClassHierarchy::way_up(TermId cls, TermId ancestor) const {
  const auto from = find(cls);
  const auto to = find(ancestor);
  if (!from || !to) return graph_->label(cls);
  std::string out;
  for (const Index step : shortest_way(*from, *to)) {
    if (!out.empty()) out += " < ";
    out += graph_->local_name(classes_[step]);
  }
  return out;
}

}  // namespace chancery
