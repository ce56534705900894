// Escaping looks every byte up in a table and copies the runs between those that need it. The buffer is handed on when it has
// passed 64 kB, so a sink is called rarely and memory stays constant.
#include "rdf/line_writer.hpp"

#include <array>
#include <cassert>
#include <utility>

namespace chancery {
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 16U;

/// For each byte: 0 if it stands for itself, the letter behind a backslash, or 'u' for a numeric escape.
constexpr std::array<char, 256> escapes = [] {
  std::array<char, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = 'u';
  table[0x7F] = 'u';
  constexpr std::pair<char, char> named[] = {{'\b', 'b'}, {'\t', 't'}, {'\n', 'n'}, {'\f', 'f'}, {'\r', 'r'}, {'"', '"'}, {'\\', '\\'}};
  for (const auto& [byte, letter] : named) table[static_cast<unsigned char>(byte)] = letter;
  return table;
}();

void append_iri(std::string& out, std::string_view iri) {
  out += '<';
  out += iri;
  out += '>';
}

void append_literal(std::string& out, const Term& term) {
  out += '"';
  append_escaped(out, term.value);
  out += '"';
  if (!term.language.empty()) {
    out += '@';
    out += term.language;
  } else if (!term.datatype.empty()) {
    out += "^^";
    append_iri(out, term.datatype);
  }
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const char escape = escapes[byte];
    if (escape == 0) continue;
    out.append(text, begin, at - begin);
    begin = at + 1;
    out += '\\';
    out += escape;
    if (escape == 'u') out += {'0', '0', digits[byte >> 4U], digits[byte & 15U]};
  }
  out.append(text, begin, text.size() - begin);
}

void append_term(std::string& out, const Term& term) {
  switch (term.kind) {
    case TermKind::Iri: append_iri(out, term.value); return;
    case TermKind::Literal: append_literal(out, term); return;
    case TermKind::BlankNode:
      out += "_:";
      out += term.value;
      return;
  }
}

void append_line(std::string& out, const Statement& statement, LineSyntax syntax) {
  assert(statement.predicate.kind == TermKind::Iri && statement.subject.kind != TermKind::Literal);
  append_term(out, statement.subject);
  out += ' ';
  append_term(out, statement.predicate);
  out += ' ';
  append_term(out, statement.object);
  if (syntax == LineSyntax::NQuads && !statement.graph.empty()) {
    out += ' ';
    append_iri(out, statement.graph);
  }
  out += " .\n";
}

LineWriter::LineWriter(ByteSink& out, LineSyntax syntax) : out_(&out), syntax_(syntax) {
  buffer_.reserve(buffer_size + 4096);
}

void LineWriter::add(const Statement& statement) {
  append_line(buffer_, statement, syntax_);
  ++count_;
  if (buffer_.size() >= buffer_size) flush();
}

void LineWriter::flush() {
  out_->write(buffer_);
  buffer_.clear();
}

Status LineWriter::finish() {
  flush();
  return out_->finish();
}

}  // namespace chancery
