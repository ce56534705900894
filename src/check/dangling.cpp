// Every IRI that stands as subject or object in the data must have a class, and a name unless its class needs none. Terms of the
// vocabulary, classes, objects of ignored properties and IRIs under an outside namespace are somebody else's.
#include <algorithm>
#include <string>
#include <vector>

#include "check/check_context.hpp"
#include "check/terms.hpp"

namespace chancery {
namespace {

/// What is already known of a term, by id.
struct Marks {
  std::vector<bool> used, typed, named, exempt;

  explicit Marks(std::size_t size) : used(size), typed(size), named(size), exempt(size) {}
};

Marks mark(const CheckContext& context) {
  const FactGraph& graph = context.graph;
  Marks marks(graph.term_count() + 1);
  const TermId type = graph.iri(terms::type);
  const std::vector<TermId> unlabelled = context.terms("unlabelled");
  const std::vector<TermId> labels = context.terms("labels");
  const std::vector<TermId> ignored = context.terms("ignore");
  const auto in = [](const std::vector<TermId>& list, TermId id) { return std::find(list.begin(), list.end(), id) != list.end(); };
  for (const Fact& fact : graph.vocabulary()) marks.exempt[fact.subject] = true;
  for (const Fact& fact : graph.facts()) {
    marks.used[fact.subject] = true;
    if (fact.predicate == type) {
      marks.typed[fact.subject] = true;
      marks.exempt[fact.object] = true;
      if (std::any_of(unlabelled.begin(), unlabelled.end(), [&](TermId c) { return context.classes.is_a(fact.object, c); })) {
        marks.named[fact.subject] = true;
      }
    } else if (in(labels, fact.predicate)) {
      marks.named[fact.subject] = true;
    } else if (!in(ignored, fact.predicate)) {
      marks.used[fact.object] = true;
    }
  }
  return marks;
}

bool is_outside(const CheckContext& context, TermId id) {
  const std::string_view iri = context.graph.value(id);
  const auto& outside = context.spec.of("outside");
  return std::any_of(outside.begin(), outside.end(), [iri](const std::string& start) { return iri.starts_with(start); });
}

}  // namespace

std::vector<Finding> check_dangling(const CheckContext& context) {
  const Marks marks = mark(context);
  const bool names_wanted = !context.spec.of("labels").empty();
  std::vector<Finding> out;
  for (TermId id = 1; id < context.graph.term_count(); ++id) {
    const bool bare = !marks.typed[id];
    const bool nameless = names_wanted && !marks.named[id];
    if (!marks.used[id] || marks.exempt[id] || !(bare || nameless) || !context.graph.is_iri(id) || is_outside(context, id)) continue;
    const std::string missing = bare && nameless ? "class and no name" : bare ? "class" : "name";
    Finding finding = context.finding(id, {{"missing", missing}});
    finding.path = bare ? terms::type : terms::label;
    finding.evidence = context.claims.mentions(id, 1);
    out.push_back(std::move(finding));
  }
  return out;
}

}  // namespace chancery
