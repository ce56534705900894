#include "graph/entity_graph.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <tuple>

#include "rdf/vocabulary.hpp"

namespace chancery {
namespace {

std::string name(std::string_view space, std::string_view local) {
  return std::string(space).append(local);
}

std::string local_part(std::string_view iri) {
  const std::size_t at = iri.find_last_of("#/");
  return std::string(at == std::string_view::npos ? iri : iri.substr(at + 1));
}

using Values = std::map<std::string, std::vector<std::string>>;  // subject → objects of one property

/// The triples of a few properties, by subject.
class Index {
 public:
  explicit Index(std::span<const Statement> statements) {
    for (const Statement& s : statements) by_property_[s.predicate.value][s.subject.value].push_back(s.object.value);
  }
  [[nodiscard]] const Values& of(const std::string& property) const {
    static const Values none;
    const auto found = by_property_.find(property);
    return found == by_property_.end() ? none : found->second;
  }
  [[nodiscard]] const std::vector<std::string>& of(const std::string& property, const std::string& subject) const {
    static const std::vector<std::string> none;
    const Values& values = of(property);
    const auto found = values.find(subject);
    return found == values.end() ? none : found->second;
  }
  [[nodiscard]] std::string first(const std::string& property, const std::string& subject) const {
    const std::vector<std::string>& values = of(property, subject);
    return values.empty() ? std::string() : *std::min_element(values.begin(), values.end());
  }
  [[nodiscard]] const std::map<std::string, Values>& properties() const { return by_property_; }

 private:
  std::map<std::string, Values> by_property_;
};

/// Builds nodes and edges over one index.
class Drawing {
 public:
  Drawing(const Index& index, bool all) : index_(index), all_(all) {}

  EntityGraph draw() {
    add_nodes();
    if (all_) {
      for (const auto& [property, values] : index_.properties()) add_plain(property, values);
    } else {
      add_meetings();
      add_offices();
      add_addresses();
    }
    return finish();
  }

 private:
  void add_nodes() {
    static const std::pair<std::string, std::string> kinds[] = {
        {name(ns::foaf, "Person"), "Person"}, {name(ns::ch, "Polity"), "Polity"}, {name(ns::org, "Organization"), "Organization"}};
    std::map<std::string, std::size_t> mentions;
    for (const auto& [article, entities] : index_.of(name(ns::schema, "mentions"))) {
      for (const std::string& entity : entities) ++mentions[entity];
    }
    for (const auto& [subject, types] : index_.of(name(ns::rdf, "type"))) {
      std::string cls;
      for (const auto& [iri, label] : kinds) {
        if (cls.empty() && std::find(types.begin(), types.end(), iri) != types.end()) cls = label;
      }
      if (cls.empty() && all_) cls = local_part(*std::min_element(types.begin(), types.end()));
      if (cls.empty() || index_.first(name(ns::rdfs, "label"), subject).empty()) continue;
      if (!index_.of(name(ns::ch, "background"), subject).empty() && !all_) continue;
      id_.emplace(subject, graph_.nodes.size());
      graph_.nodes.push_back({subject, index_.first(name(ns::rdfs, "label"), subject), cls, mentions[subject]});
    }
  }

  /// The edge between two nodes of the drawing, one meeting or link stronger; null where one of them is not drawn.
  EntityEdge* connect(const std::string& from, const std::string& to, const std::string& kind, const std::string& date) {
    const auto a = id_.find(from);
    const auto b = id_.find(to);
    if (a == id_.end() || b == id_.end() || a == b) return nullptr;
    const auto key = std::make_tuple(a->second, b->second, kind);
    auto [edge, fresh] = edges_.try_emplace(key, EntityEdge{a->second, b->second, kind, {}, 0, date, date});
    EntityEdge& known = edge->second;
    ++known.weight;
    if (fresh || date.empty()) return &known;
    if (known.first.empty() || date < known.first) known.first = date;
    if (date > known.last) known.last = date;
    return &known;
  }

  void add_meetings() {
    const std::string held = name(ns::ch, "Held");
    for (const auto& [meeting, attendees] : index_.of(name(ns::schema, "attendee"))) {
      const std::vector<std::string>& status = index_.of(name(ns::schema, "eventStatus"), meeting);
      if (std::find(status.begin(), status.end(), held) == status.end()) continue;
      const std::string date = index_.first(name(ns::ch, "earliest"), meeting);
      std::set<std::string> sorted(attendees.begin(), attendees.end());
      for (auto a = sorted.begin(); a != sorted.end(); ++a) {
        for (auto b = std::next(a); b != sorted.end(); ++b) connect(*a, *b, "met", date);
      }
    }
  }

  void add_offices() {
    for (const auto& [person, posts] : index_.of(name(ns::org, "holds"))) {
      std::map<std::string, std::set<std::string>> titles;  // by body
      for (const std::string& post : posts) {
        for (const std::string& body : index_.of(name(ns::org, "postIn"), post)) {
          titles[body].insert(index_.first(name(ns::ch, "title"), post));
        }
      }
      for (const auto& [body, held] : titles) {
        EntityEdge* edge = connect(person, body, "holds", {});
        if (edge != nullptr) edge->title = fmt::format("{}", fmt::join(held, ", "));
      }
    }
  }

  void add_addresses() {
    const std::string speaker = name(ns::prov, "wasAttributedTo");
    for (const auto& [statement, addressees] : index_.of(name(ns::ch, "addressee"))) {
      for (const std::string& from : index_.of(speaker, statement)) {
        for (const std::string& to : addressees) connect(from, to, "spoke to", {});
      }
    }
  }

  void add_plain(const std::string& property, const Values& values) {
    for (const auto& [subject, objects] : values) {
      for (const std::string& object : objects) connect(subject, object, local_part(property), {});
    }
  }

  EntityGraph finish() {
    for (auto& [key, edge] : edges_) graph_.edges.push_back(std::move(edge));
    return std::move(graph_);
  }

  const Index& index_;
  bool all_;
  EntityGraph graph_;
  std::map<std::string, std::uint32_t> id_;
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::string>, EntityEdge> edges_;
};

}  // namespace

EntityGraph entity_graph(std::span<const Statement> statements, bool all) {
  const Index index(statements);
  return Drawing(index, all).draw();
}

EntityGraph without_isolated_nodes(EntityGraph graph) {
  constexpr std::uint32_t isolated = UINT32_MAX;
  std::vector<std::uint32_t> place(graph.nodes.size(), isolated);
  for (const EntityEdge& edge : graph.edges) place[edge.from] = place[edge.to] = 0;
  EntityGraph out;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    if (place[i] == isolated) continue;
    place[i] = static_cast<std::uint32_t>(out.nodes.size());
    out.nodes.push_back(std::move(graph.nodes[i]));
  }
  out.edges = std::move(graph.edges);
  for (EntityEdge& edge : out.edges) {
    edge.from = place[edge.from];
    edge.to = place[edge.to];
  }
  return out;
}

}  // namespace chancery
