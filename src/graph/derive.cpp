// The steps in their order: number the terms in their order, unite events and rename them everywhere, add what follows from the
// rest, then part graph and evidence subject by subject. After the first step every choice is one between numbers that depend
// on the set of terms alone, which is why the order of the input cannot show.
#include "graph/derive.hpp"

#include <utility>

#include "graph/derivation.hpp"

namespace chancery {
namespace {

bool is_label(const GraphTerms& is, TermIndex predicate) {
  return predicate == is.label || predicate == is.pref_label || predicate == is.alt_label;
}

/// Move one subject into the graph or the evidence, with its labels; people get their name without a language too.
void place_subject(const DeriveInput& in, TermTable& terms, std::uint8_t flags, std::span<const Quad> about, Derived& out) {
  const bool is_evidence = (flags & node_flag::evidence) != 0;
  QuadSet& target = is_evidence ? out.evidence : out.graph;
  for (Quad quad : about) {
    const bool is_loop = quad.subject == quad.object && quad.predicate == in.is.super_event;
    if (is_label(in.is, quad.predicate) || is_loop) continue;
    if (is_evidence) quad.graph = in.is.claims_graph;
    target.add(quad);
  }
  const TermIndex label = derive_labels(in, about, target);
  if (label == no_index || (flags & node_flag::person) == 0) return;
  const TermIndex name = terms.intern_text(terms.value(label), {});
  target.add({about[0].subject, in.is.name, name, in.is.derived_graph});
}

/// What follows from the union, apart from labels.
void derive_edges(const DeriveInput& in, std::span<const std::uint8_t> flags, QuadSet& graph) {
  QuadSet statuses;
  derive_statuses(in, statuses);
  statuses.finish();
  derive_encounters(in, flags, statuses, graph);
  derive_holders(in, graph);
  derive_background(in, flags, graph);
  for (const Quad& quad : statuses.all()) graph.add(quad);
}

void number_in_order(TermTable& terms, QuadSet& quads) {
  quads.renumber(terms.sort());
}

}  // namespace

Derived derive(Union&& shards) {
  Derived out;
  out.terms = std::move(shards).take_terms();
  QuadSet quads = std::move(shards).take_quads();
  TermTable& terms = out.terms;
  GraphTerms{terms};
  number_in_order(terms, quads);
  const GraphTerms is(terms);
  const DeriveInput in{terms, is, quads};

  if (const std::vector<TermIndex> united = unite_events(in); !united.empty()) {
    for (TermIndex i = 0; i < united.size(); ++i) out.united_events += united[i] != i ? 1 : 0;
    quads.renumber(united);
  }
  const std::vector<std::uint8_t> flags = flag_nodes(in);
  derive_edges(in, flags, out.graph);
  for_each_subject(quads.all(), [&](std::span<const Quad> about) { place_subject(in, terms, flags[about[0].subject], about, out); });
  out.graph.finish();
  out.evidence.finish();
  const std::vector<TermIndex> numbers = terms.sort();
  out.graph.renumber(numbers);
  out.evidence.renumber(numbers);
  return out;
}

std::vector<std::uint8_t> flag_nodes(const DeriveInput& in) {
  using namespace node_flag;
  const GraphTerms& is = in.is;
  std::vector<std::uint8_t> flags(in.terms.size(), 0);
  for (const Quad& quad : in.quads.all()) {
    if (quad.predicate == is.mentions) flags[quad.object] |= mentioned;
    if (quad.predicate == is.publisher) flags[quad.object] |= publisher;
    if (quad.predicate != is.type) continue;
    const TermIndex type = quad.object;
    if (type == is.person) flags[quad.subject] |= person | entity;
    if (type == is.polity || type == is.organization || type == is.place) flags[quad.subject] |= entity;
    if (type == is.article || type == is.context || type == is.claim || type == is.span || type == is.activity) {
      flags[quad.subject] |= evidence;
    }
  }
  for (const Quad& quad : in.quads.all()) {
    if ((flags[quad.subject] & evidence) == 0) flags[quad.object] |= referenced;
  }
  for (std::uint8_t& flag : flags) {
    if ((flag & (publisher | entity | mentioned | referenced)) == (publisher | entity)) flag |= evidence;
  }
  return flags;
}

void derive_background(const DeriveInput& in, std::span<const std::uint8_t> flags, QuadSet& out) {
  using namespace node_flag;
  for (TermIndex node = 0; node < flags.size(); ++node) {
    if ((flags[node] & (entity | mentioned | evidence)) == entity) out.add({node, in.is.background, in.is.yes, in.is.derived_graph});
  }
}

std::span<const Quad> with_predicate(std::span<const Quad> about, TermIndex predicate) {
  std::size_t begin = 0;
  while (begin < about.size() && about[begin].predicate < predicate) ++begin;
  std::size_t end = begin;
  while (end < about.size() && about[end].predicate == predicate) ++end;
  return about.subspan(begin, end - begin);
}

TermIndex object_of(std::span<const Quad> about, TermIndex predicate) {
  const std::span<const Quad> found = with_predicate(about, predicate);
  return found.empty() ? no_index : found[0].object;
}

namespace {

void emit(const TermTable& terms, const QuadSet& quads, bool with_graphs, StatementSink& sink) {
  Statement statement;
  Quad last{no_index, no_index, no_index, no_index};
  for (const Quad& quad : quads.all()) {
    if (!with_graphs && quad.same_triple(last)) continue;
    if (quad.subject != last.subject) terms.load(quad.subject, statement.subject);
    if (quad.predicate != last.predicate) terms.load(quad.predicate, statement.predicate);
    if (quad.object != last.object) terms.load(quad.object, statement.object);
    if (with_graphs) statement.graph.assign(quad.graph == no_index ? std::string_view() : terms.value(quad.graph));
    sink.add(statement);
    last = quad;
  }
}

}  // namespace

void emit_triples(const TermTable& terms, const QuadSet& quads, StatementSink& sink) {
  emit(terms, quads, false, sink);
}
void emit_quads(const TermTable& terms, const QuadSet& quads, StatementSink& sink) {
  emit(terms, quads, true, sink);
}

}  // namespace chancery
