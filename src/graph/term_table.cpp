// A term is one string of a symbol table: a letter for its kind, its value, and for a literal U+0000 (which no value holds) and
// `@language` or `^datatype`, or `#name` for a datatype of XSD. So the order of these keys is that of the terms.
#include "graph/term_table.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "rdf/vocabulary.hpp"

namespace chancery {
namespace {

constexpr char iri_mark = 'A';
constexpr char blank_mark = 'B';
constexpr char literal_mark = 'C';

void append_datatype(std::string& key, std::string_view datatype) {
  if (datatype.substr(0, ns::xsd.size()) == ns::xsd) {
    key += '#';
    key += datatype.substr(ns::xsd.size());
  } else {
    key += '^';
    key += datatype;
  }
}

}  // namespace

TermTable::TermTable() : table_(std::make_unique<SymbolTable>()) {
  numbers_.push_back(no_index);
}

TermIndex TermTable::intern(const Term& term) {
  buffer_.assign(1, term.kind == TermKind::Iri ? iri_mark : term.kind == TermKind::BlankNode ? blank_mark : literal_mark);
  buffer_ += term.value;
  if (term.kind == TermKind::Literal) {
    buffer_ += '\0';
    if (!term.language.empty()) {
      buffer_ += '@';
      buffer_ += term.language;
    } else if (!term.datatype.empty()) {
      append_datatype(buffer_, term.datatype);
    }
  }
  return intern_key();
}

TermIndex TermTable::intern_iri(std::string_view iri) {
  buffer_.assign(1, iri_mark);
  buffer_ += iri;
  return intern_key();
}

TermIndex TermTable::intern_text(std::string_view text, std::string_view language) {
  buffer_.assign(1, literal_mark);
  buffer_ += text;
  buffer_ += '\0';
  if (!language.empty()) {
    buffer_ += '@';
    buffer_ += language;
  }
  return intern_key();
}

TermIndex TermTable::intern_key() {
  const Symbol symbol = table_->intern(buffer_);
  if (index_of(symbol) < numbers_.size()) return numbers_[index_of(symbol)];
  const auto number = static_cast<TermIndex>(symbols_.size());
  symbols_.push_back(symbol);
  numbers_.push_back(number);
  return number;
}

TermIndex TermTable::find_iri(std::string_view iri) const {
  std::string wanted(1, iri_mark);
  wanted += iri;
  const Symbol symbol = table_->find(wanted);
  return symbol == Symbol::None ? no_index : numbers_[index_of(symbol)];
}

TermKind TermTable::kind(TermIndex index) const {
  const char mark = key(index)[0];
  return mark == iri_mark ? TermKind::Iri : mark == blank_mark ? TermKind::BlankNode : TermKind::Literal;
}

std::string_view TermTable::value(TermIndex index) const {
  const std::string_view text = key(index).substr(1);
  return kind(index) == TermKind::Literal ? text.substr(0, text.find('\0')) : text;
}

std::string_view TermTable::language(TermIndex index) const {
  const std::string_view text = key(index);
  const std::size_t end = text[0] == literal_mark ? text.find('\0') + 1 : text.size();
  return end < text.size() && text[end] == '@' ? text.substr(end + 1) : std::string_view();
}

void TermTable::load(TermIndex index, Term& out) const {
  std::string_view text = key(index);
  out.kind = kind(index);
  out.datatype.clear();
  out.language.clear();
  text.remove_prefix(1);
  if (out.kind != TermKind::Literal) {
    out.value.assign(text);
    return;
  }
  const std::size_t end = text.find('\0');
  out.value.assign(text.substr(0, end));
  text.remove_prefix(end + 1);
  if (text.empty()) return;
  if (text[0] == '@') {
    out.language.assign(text.substr(1));
    return;
  }
  if (text[0] == '#') out.datatype.assign(ns::xsd);
  out.datatype += text.substr(1);
}

Term TermTable::term(TermIndex index) const {
  Term out;
  load(index, out);
  return out;
}

std::vector<TermIndex> TermTable::sort() {
  std::vector<TermIndex> order(symbols_.size());
  std::iota(order.begin(), order.end(), TermIndex{0});
  const auto before = [this](TermIndex a, TermIndex b) { return key(a) < key(b); };
  const auto middle = order.begin() + static_cast<std::ptrdiff_t>(sorted_);
  std::sort(middle, order.end(), before);
  std::inplace_merge(order.begin(), middle, order.end(), before);
  sorted_ = order.size();

  std::vector<TermIndex> numbers(order.size());
  std::vector<Symbol> symbols(order.size());
  for (TermIndex number = 0; number < order.size(); ++number) {
    numbers[order[number]] = number;
    symbols[number] = symbols_[order[number]];
    numbers_[index_of(symbols[number])] = number;
  }
  symbols_.swap(symbols);
  return numbers;
}

}  // namespace chancery
