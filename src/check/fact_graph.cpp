// Terms are interned by an encoding that tells the kinds apart and keeps literals of different types apart:
// "I" + IRI, "B" + label, "L" + datatype + U+001F + language + U+001F + lexical form. A datatype and a language tag hold no U+001F.
#include "check/fact_graph.hpp"

#include <algorithm>
#include <cassert>
#include <tuple>

#include "check/terms.hpp"
#include "rdf/vocabulary.hpp"

namespace chancery {
namespace {

constexpr char separator = '\x1f';

bool predicate_first(const Fact& a, const Fact& b) {
  return std::tie(a.predicate, a.subject, a.object) < std::tie(b.predicate, b.subject, b.object);
}

void sort_unique(std::vector<Fact>& facts) {
  std::sort(facts.begin(), facts.end());
  facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
}

/// Where the lexical form starts in the encoding of a literal.
std::size_t lexical_begin(std::string_view encoded) {
  return encoded.find(separator, encoded.find(separator) + 1) + 1;
}

constexpr std::size_t shown_of_hash = 9;

/// A letter and 32 hexadecimal digits: how nodes without a better key are named.
bool is_hash(std::string_view text) {
  return text.size() == 33 && text.find_first_not_of("0123456789abcdef", 1) == std::string_view::npos;
}

std::string_view last_part(std::string_view iri) {
  const std::size_t cut = iri.find_last_of("/#", iri.size() < 2 ? 0 : iri.size() - 2);
  return cut == std::string_view::npos ? iri : iri.substr(cut + 1);
}

}  // namespace

TermId FactGraph::intern(const Term& term) {
  buffer_.clear();
  switch (term.kind) {
    case TermKind::Iri: buffer_ += 'I'; break;
    case TermKind::BlankNode: buffer_ += 'B'; break;
    case TermKind::Literal:
      buffer_ += 'L';
      buffer_ += term.datatype;
      buffer_ += separator;
      buffer_ += term.language;
      buffer_ += separator;
      break;
  }
  buffer_ += term.value;
  return index_of(terms_->intern(buffer_));
}

Fact FactGraph::intern(const Statement& statement) {
  const TermId subject = intern(statement.subject);
  const TermId predicate = intern(statement.predicate);
  return {subject, predicate, intern(statement.object)};
}

void FactGraph::add(const Statement& statement) {
  by_subject_.push_back(intern(statement));
}

void FactGraph::add(std::span<const Statement> statements) {
  for (const Statement& statement : statements) add(statement);
}

void FactGraph::add_vocabulary(const Statement& statement) {
  vocabulary_.push_back(intern(statement));
}

void FactGraph::add_vocabulary(std::span<const Statement> statements) {
  for (const Statement& statement : statements) add_vocabulary(statement);
}

void FactGraph::finish() {
  sort_unique(by_subject_);
  sort_unique(vocabulary_);
  by_predicate_ = by_subject_;
  std::sort(by_predicate_.begin(), by_predicate_.end(), predicate_first);
}

TermId FactGraph::iri(std::string_view text) const {
  return index_of(terms_->find(std::string("I").append(text)));
}

TermKind FactGraph::kind(TermId id) const {
  assert(id != no_term);
  switch (terms_->text(Symbol{id}).front()) {
    case 'I': return TermKind::Iri;
    case 'B': return TermKind::BlankNode;
    default: return TermKind::Literal;
  }
}

std::string_view FactGraph::value(TermId id) const {
  const std::string_view encoded = terms_->text(Symbol{id});
  return encoded.substr(encoded.front() == 'L' ? lexical_begin(encoded) : 1);
}

std::string_view FactGraph::datatype(TermId id) const {
  const std::string_view encoded = terms_->text(Symbol{id});
  return encoded.front() == 'L' ? encoded.substr(1, encoded.find(separator) - 1) : std::string_view{};
}

std::string_view FactGraph::language(TermId id) const {
  const std::string_view encoded = terms_->text(Symbol{id});
  if (encoded.front() != 'L') return {};
  const std::size_t begin = encoded.find(separator) + 1;
  return encoded.substr(begin, encoded.find(separator, begin) - begin);
}

Term FactGraph::term(TermId id) const {
  return {kind(id), std::string(value(id)), std::string(datatype(id)), std::string(language(id))};
}

int FactGraph::compare(TermId a, TermId b) const {
  return a == b ? 0 : terms_->text(Symbol{a}).compare(terms_->text(Symbol{b}));
}

std::span<const Fact> FactGraph::about(TermId subject) const {
  const auto range = std::equal_range(by_subject_.begin(), by_subject_.end(), Fact{subject},
                                      [](const Fact& a, const Fact& b) { return a.subject < b.subject; });
  return {range.first, range.second};
}

std::span<const Fact> FactGraph::about(TermId subject, TermId predicate) const {
  const auto range = std::equal_range(by_subject_.begin(), by_subject_.end(), Fact{subject, predicate}, [](const Fact& a, const Fact& b) {
    return std::tie(a.subject, a.predicate) < std::tie(b.subject, b.predicate);
  });
  return {range.first, range.second};
}

std::span<const Fact> FactGraph::with_predicate(TermId predicate) const {
  const auto range = std::equal_range(by_predicate_.begin(), by_predicate_.end(), Fact{no_term, predicate},
                                      [](const Fact& a, const Fact& b) { return a.predicate < b.predicate; });
  return {range.first, range.second};
}

TermId FactGraph::object(TermId subject, TermId predicate) const {
  if (subject == no_term || predicate == no_term) return no_term;
  TermId best = no_term;
  for (const Fact& fact : about(subject, predicate)) {
    if (best == no_term || compare(fact.object, best) < 0) best = fact.object;
  }
  return best;
}

bool FactGraph::has(TermId subject, TermId predicate, TermId object) const {
  return std::binary_search(by_subject_.begin(), by_subject_.end(), Fact{subject, predicate, object});
}

std::string FactGraph::label(TermId id) const {
  if (id == no_term) return {};
  if (kind(id) == TermKind::Literal) return '"' + std::string(value(id)) + '"';
  for (const std::string_view property : {terms::label, terms::pref_label, terms::headline}) {
    const TermId found = object(id, iri(property));
    if (found != no_term) return std::string(value(found));
  }
  const std::string local = local_name(id);
  const std::string_view iri_text = value(id);
  if (!is_hash(local) || iri_text.size() < local.size() + 2) return local;
  return std::string(last_part(iri_text.substr(0, iri_text.size() - local.size() - 1))) + " " + local.substr(0, shown_of_hash);
}

std::string FactGraph::local_name(TermId id) const {
  return std::string(last_part(value(id)));
}

}  // namespace chancery
