// rasqal asks for the matches of one triple pattern at a time and drives the nested loops itself. Its columns are the patterns of
// one basic graph pattern; the metadata of a group's columns lie in one array, by which matches of one group are told from others.
#include "redland/triples_source.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>
#include <vector>

#include "rdf/vocabulary.hpp"

namespace chancery {
namespace {

constexpr std::array<rasqal_triple_parts, 3> part_flags = {RASQAL_TRIPLE_SUBJECT, RASQAL_TRIPLE_PREDICATE, RASQAL_TRIPLE_OBJECT};

/// What rasqal allocates for each query. It is freed before the last matches are finished, so they do not refer to it.
struct Source {
  TriplesSource* triples;
  rasqal_query* query;
};

/// A copy in memory that rasqal may free.
unsigned char* copy_text(const unsigned char* text, std::size_t length) {
  auto* copy = static_cast<unsigned char*>(rasqal_alloc_memory(length + 1));
  if (copy == nullptr) return nullptr;
  std::memcpy(copy, text, length);
  copy[length] = 0;
  return copy;
}

rasqal_literal* to_literal(rasqal_world* world, const raptor_term& node) {
  if (node.type == RAPTOR_TERM_TYPE_URI) return rasqal_new_uri_literal(world, raptor_uri_copy(node.value.uri));
  if (node.type == RAPTOR_TERM_TYPE_BLANK) {
    return rasqal_new_simple_literal(world, RASQAL_LITERAL_BLANK, copy_text(node.value.blank.string, node.value.blank.string_len));
  }
  const raptor_term_literal_value& literal = node.value.literal;
  char* language = nullptr;
  if (literal.language != nullptr) language = reinterpret_cast<char*>(copy_text(literal.language, literal.language_len));
  raptor_uri* datatype = literal.datatype == nullptr ? nullptr : raptor_uri_copy(literal.datatype);
  return rasqal_new_string_literal(world, copy_text(literal.string, literal.string_len), language, datatype, nullptr);
}

/// The node that a pattern's part must be, or null if it is open: a variable that this pattern is to bind, or that has no value.
NodeHandle wanted_node(const RedlandWorld& world, rasqal_literal* part, bool binds) {
  rasqal_variable* variable = rasqal_literal_as_variable(part);
  rasqal_literal* value = variable == nullptr ? part : binds ? nullptr : variable->value;
  if (value == nullptr) return nullptr;
  const std::optional<Term> term = to_term(value);
  return term ? to_node(world, *term) : nullptr;
}

int column_of(rasqal_query* query, const rasqal_triple* triple) {
  for (int i = 0;; ++i) {
    const rasqal_triple* known = rasqal_query_get_triple(query, i);
    if (known == nullptr || known == triple) return i;
  }
}

/// Whether `earlier` belongs to a pattern before that of `match` in the same group.
bool is_before(const TripleMatch& earlier, const TripleMatch& match) {
  const int distance = match.column - earlier.column;
  const auto gap = reinterpret_cast<std::intptr_t>(match.meta) - reinterpret_cast<std::intptr_t>(earlier.meta);
  return distance > 0 && gap == distance * static_cast<std::intptr_t>(sizeof(rasqal_triple_meta));
}

void set_values(const TripleMatch& match) {
  for (std::size_t i = 0; i < 3; ++i) {
    if (match.values[i] != nullptr) rasqal_variable_set_value(match.variables[i], rasqal_new_literal_from_literal(match.values[i].get()));
  }
}

/// A variable that stands twice in a pattern must be the same term twice.
bool is_consistent(const TripleMatch& match, const std::array<raptor_term*, 3>& nodes) {
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t k = i + 1; k < 3; ++k) {
      const bool same = match.meta->bindings[i] != nullptr && match.meta->bindings[i] == match.meta->bindings[k];
      if (same && raptor_term_equals(nodes[i], nodes[k]) == 0) return false;
    }
  }
  return true;
}

rasqal_triple_parts bind_match(rasqal_triples_match* rtm, void* user_data, rasqal_variable* bindings[4], rasqal_triple_parts parts) {
  (void)bindings;
  TripleMatch& match = *static_cast<TripleMatch*>(user_data);
  const librdf_statement* statement = librdf_stream_get_object(match.stream.get());
  if (statement == nullptr) return RASQAL_TRIPLE_NONE;
  const std::array<raptor_term*, 3> nodes = {statement->subject, statement->predicate, statement->object};
  if (!is_consistent(match, nodes)) return RASQAL_TRIPLE_NONE;
  for (const TripleMatch* earlier : match.triples->live) {
    if (is_before(*earlier, match)) set_values(*earlier);
  }
  unsigned bound = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    if (match.variables[i] == nullptr || (parts & part_flags[i]) == 0) continue;
    match.values[i].reset(to_literal(rtm->world, *nodes[i]));
    bound |= part_flags[i];
  }
  set_values(match);
  return static_cast<rasqal_triple_parts>(bound);
}

void next_match(rasqal_triples_match* rtm, void* user_data) {
  (void)rtm;
  librdf_stream_next(static_cast<TripleMatch*>(user_data)->stream.get());
}

int is_end(rasqal_triples_match* rtm, void* user_data) {
  (void)rtm;
  return librdf_stream_end(static_cast<TripleMatch*>(user_data)->stream.get());
}

void finish_match(rasqal_triples_match* rtm, void* user_data) {
  (void)rtm;
  const std::unique_ptr<TripleMatch> match(static_cast<TripleMatch*>(user_data));
  std::erase(match->triples->live, match.get());
}

int init_match(rasqal_triples_match* rtm, rasqal_triples_source* rts, void* user_data, rasqal_triple_meta* meta, rasqal_triple* triple) {
  (void)rts;
  const Source& source = *static_cast<Source*>(user_data);
  const RedlandWorld& world = source.triples->store.world();
  auto match = std::make_unique<TripleMatch>();
  match->triples = source.triples;
  match->meta = meta;
  match->column = column_of(source.query, triple);
  const std::array<rasqal_literal*, 3> parts = {triple->subject, triple->predicate, triple->object};
  std::array<NodeHandle, 3> nodes;
  for (std::size_t i = 0; i < 3; ++i) {
    meta->bindings[i] = rasqal_literal_as_variable(parts[i]);
    if ((meta->parts & part_flags[i]) != 0) match->variables[i] = meta->bindings[i];
  }
  for (std::size_t i = 0; i < 3; ++i) {
    const bool binds = meta->bindings[i] != nullptr &&
                       std::find(match->variables.begin(), match->variables.end(), meta->bindings[i]) != match->variables.end();
    nodes[i] = wanted_node(world, parts[i], binds);
  }
  meta->bindings[3] = nullptr;
  const StatementHandle pattern(librdf_new_statement_from_nodes(world.get(), nodes[0].release(), nodes[1].release(), nodes[2].release()));
  if (pattern == nullptr) return 1;
  match->stream.reset(librdf_model_find_statements(source.triples->store.model(), pattern.get()));
  if (match->stream == nullptr) return 1;
  rtm->bind_match = bind_match;
  rtm->next_match = next_match;
  rtm->is_end = is_end;
  rtm->finish = finish_match;
  source.triples->live.push_back(match.get());
  rtm->user_data = match.release();
  return 0;
}

int has_triple(rasqal_triples_source* rts, void* user_data, rasqal_triple* triple) {
  (void)rts;
  const RedlandStore& store = static_cast<Source*>(user_data)->triples->store;
  const RedlandWorld& world = store.world();
  NodeHandle subject = wanted_node(world, triple->subject, false);
  NodeHandle predicate = wanted_node(world, triple->predicate, false);
  NodeHandle object = wanted_node(world, triple->object, false);
  const StatementHandle wanted(librdf_new_statement_from_nodes(world.get(), subject.release(), predicate.release(), object.release()));
  return wanted == nullptr ? 0 : librdf_model_contains_statement(store.model(), wanted.get());
}

void free_source(void* user_data) {
  (void)user_data;
}

int new_source(rasqal_query* query, void* factory_user_data, void* user_data, rasqal_triples_source* rts) {
  *static_cast<Source*>(user_data) = {static_cast<TriplesSource*>(factory_user_data), query};
  rts->version = 1;
  rts->init_triples_match = init_match;
  rts->triple_present = has_triple;
  rts->free_triples_source = free_source;
  return 0;
}

int register_factory(rasqal_triples_source_factory* factory) {
  factory->version = 1;
  factory->user_data_size = sizeof(Source);
  factory->new_triples_source = new_source;
  return 0;
}

}  // namespace

bool use_for_queries(TriplesSource& triples) {
  return rasqal_set_triples_source_factory(triples.store.world().rasqal(), register_factory, &triples) == 0;
}

std::optional<Term> to_term(rasqal_literal* value) {
  const auto text = [](const unsigned char* bytes, std::size_t length) {
    return std::string(reinterpret_cast<const char*>(bytes), length);
  };
  if (value == nullptr) return std::nullopt;
  if (value->type == RASQAL_LITERAL_URI) {
    std::size_t length = 0;
    const unsigned char* uri = raptor_uri_as_counted_string(value->value.uri, &length);
    return Term{TermKind::Iri, text(uri, length), {}, {}};
  }
  if (value->type == RASQAL_LITERAL_BLANK) return Term{TermKind::BlankNode, text(value->string, value->string_len), {}, {}};
  std::size_t length = 0;
  int error = 0;
  const unsigned char* string = rasqal_literal_as_counted_string(value, &length, 0, &error);
  if (string == nullptr || error != 0) return std::nullopt;
  Term out{TermKind::Literal, text(string, length), {}, {}};
  if (value->language != nullptr) out.language = value->language;
  if (raptor_uri* datatype = rasqal_literal_datatype(value); datatype != nullptr && out.language.empty()) {
    out.datatype = reinterpret_cast<const char*>(raptor_uri_as_string(datatype));
  }
  if (out.datatype == std::string(ns::xsd) + "string") out.datatype.clear();
  return out;
}

}  // namespace chancery
