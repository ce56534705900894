#include <algorithm>

#include "rdf/prefix_table.hpp"
#include "rdf/utf8.hpp"
#include "redland/query.hpp"

namespace chancery {
namespace {

using Cells = std::vector<std::string>;

/// Text as it is, numbers and dates bare, IRIs shortened; line breaks and the like as blanks.
std::string cell_of(const std::optional<Term>& term, const PrefixTable& table) {
  if (!term) return {};
  std::string out;
  if (term->kind == TermKind::Iri) {
    table.append(out, term->value);
  } else if (term->kind == TermKind::BlankNode) {
    out = "_:" + term->value;
  } else {
    out = term->value;
  }
  std::replace_if(
      out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return out;
}

void append_row(std::string& out, const Cells& cells, const std::vector<std::size_t>& widths) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    out += i == 0 ? "" : " | ";
    out += cells[i];
    if (i + 1 < cells.size()) out.append(widths[i] - count_code_points(cells[i]), ' ');
  }
  out += '\n';
}

std::string table_of(const Cells& head, const std::vector<Cells>& rows) {
  std::vector<std::size_t> widths(head.size(), 0);
  for (std::size_t i = 0; i < head.size(); ++i) {
    widths[i] = count_code_points(head[i]);
    for (const Cells& row : rows) widths[i] = std::max(widths[i], count_code_points(row[i]));
  }
  std::string out;
  append_row(out, head, widths);
  for (std::size_t i = 0; i < widths.size(); ++i) out += (i == 0 ? "" : "-+-") + std::string(widths[i], '-');
  out += '\n';
  for (const Cells& row : rows) append_row(out, row, widths);
  return out + "(" + std::to_string(rows.size()) + (rows.size() == 1 ? " row)\n" : " rows)\n");
}

}  // namespace

std::string to_table(const QueryResult& result, std::span<const Prefix> prefixes) {
  if (result.kind == QueryResult::Kind::Truth) return result.truth ? "yes\n" : "no\n";
  const PrefixTable table(prefixes);
  std::vector<Cells> rows;
  for (const auto& row : result.rows) {
    Cells& cells = rows.emplace_back();
    for (const std::optional<Term>& term : row) cells.push_back(cell_of(term, table));
  }
  for (const Statement& triple : result.triples) {
    rows.push_back({cell_of(triple.subject, table), cell_of(triple.predicate, table), cell_of(triple.object, table)});
  }
  return table_of(result.kind == QueryResult::Kind::Triples ? Cells{"subject", "predicate", "object"} : result.columns, rows);
}

}  // namespace chancery
