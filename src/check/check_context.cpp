#include "check/check_context.hpp"

#include <algorithm>

namespace chancery {
namespace {

std::string fill(std::string_view message, const std::vector<std::pair<std::string_view, std::string>>& values) {
  std::string out;
  while (!message.empty()) {
    const std::size_t open = message.find('{');
    const std::size_t close = open == std::string_view::npos ? open : message.find('}', open);
    if (close == std::string_view::npos) return out.append(message);
    out.append(message.substr(0, open));
    const std::string_view name = message.substr(open + 1, close - open - 1);
    for (const auto& [key, value] : values) {
      if (key == name) out += value;
    }
    message.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace

std::vector<TermId> CheckContext::terms(const std::string& part) const {
  std::vector<TermId> out;
  for (const std::string& iri : spec.of(part)) {
    if (const TermId id = graph.iri(iri); id != no_term) out.push_back(id);
  }
  return out;
}

bool CheckContext::names(const std::string& part, TermId id) const {
  if (id == no_term) return false;
  const std::vector<std::string>& iris = spec.of(part);
  return std::find(iris.begin(), iris.end(), graph.value(id)) != iris.end();
}

std::vector<Fact> CheckContext::facts(const std::string& part) const {
  std::vector<Fact> out;
  for (const TermId property : terms(part)) {
    const auto found = graph.with_predicate(property);
    out.insert(out.end(), found.begin(), found.end());
  }
  return out;
}

std::vector<TermId> CheckContext::objects(TermId node, const std::string& part) const {
  std::vector<TermId> out;
  for (const TermId property : terms(part)) {
    for (const Fact& fact : graph.about(node, property)) out.push_back(fact.object);
  }
  std::sort(out.begin(), out.end(), [this](TermId a, TermId b) { return graph.compare(a, b) < 0; });
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

TermId CheckContext::object(TermId node, const std::string& part) const {
  const std::vector<TermId> all = objects(node, part);
  return all.empty() ? no_term : all.front();
}

Fact CheckContext::triple(TermId node, const std::string& part, TermId object) const {
  for (const TermId property : terms(part)) {
    if (graph.has(node, property, object)) return {node, property, object};
  }
  return {node, no_term, object};
}

Finding CheckContext::finding(TermId focus, const std::vector<std::pair<std::string_view, std::string>>& values) const {
  std::vector<std::pair<std::string_view, std::string>> all = values;
  all.emplace_back("focus", graph.label(focus));
  Finding out;
  out.severity = spec.severity;
  out.kind = spec.kind;
  out.check = spec.name;
  out.focus = graph.term(focus);
  out.message = fill(spec.message, all);
  return out;
}

std::string CheckContext::step(const Fact& fact) const {
  return graph.label(fact.subject) + " " + graph.local_name(fact.predicate) + " " + graph.label(fact.object);
}

}  // namespace chancery
