#include "rdf/turtle_text.hpp"

#include <algorithm>
#include <string>
#include <tuple>

#include "rdf/line_writer.hpp"
#include "rdf/prefix_table.hpp"

namespace chancery {
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 16U;

class TurtleText {
 public:
  TurtleText(std::span<const Prefix> prefixes, TurtleSyntax syntax, ByteSink& out) : table_(prefixes), syntax_(syntax), out_(out) {
    for (const Prefix& prefix : prefixes) text_ += "@prefix " + prefix.name + ": <" + prefix.iri + "> .\n";
  }

  void add(const Statement& statement) {
    if (syntax_ == TurtleSyntax::TriG && (last_ == nullptr || last_->graph != statement.graph)) begin_graph(statement.graph);
    if (last_ == nullptr || last_->subject != statement.subject) {
      begin_subject(statement);
    } else if (last_->predicate != statement.predicate) {
      text_ += " ;\n";
      begin_predicate(statement);
    } else {
      text_ += ", ";
    }
    append(statement.object);
    last_ = &statement;
    if (text_.size() >= buffer_size) flush();
  }

  void finish() {
    if (last_ != nullptr) text_ += " .\n";
    if (in_graph_) text_ += "}\n";
    flush();
  }

 private:
  void begin_graph(const std::string& name) {
    if (last_ != nullptr) text_ += " .\n";
    if (in_graph_) text_ += "}\n";
    last_ = nullptr;
    in_graph_ = !name.empty();
    if (!in_graph_) return;
    text_ += '\n';
    table_.append(text_, name);
    text_ += " {";
  }

  void begin_subject(const Statement& statement) {
    text_ += last_ != nullptr ? " .\n\n" : "\n";
    append(statement.subject);
    text_ += '\n';
    begin_predicate(statement);
  }

  void begin_predicate(const Statement& statement) {
    text_ += "    ";
    if (statement.predicate.value == type_) {
      text_ += 'a';
    } else {
      table_.append(text_, statement.predicate.value);
    }
    text_ += ' ';
  }

  void append(const Term& term) {
    if (term.kind == TermKind::Iri) return table_.append(text_, term.value);
    if (term.kind == TermKind::BlankNode || term.datatype.empty()) return append_term(text_, term);
    text_ += '"';
    append_escaped(text_, term.value);
    text_ += "\"^^";
    table_.append(text_, term.datatype);
  }

  void flush() {
    out_.write(text_);
    text_.clear();
  }

  const std::string type_ = std::string(ns::rdf) + "type";
  PrefixTable table_;
  TurtleSyntax syntax_;
  ByteSink& out_;
  std::string text_;
  const Statement* last_ = nullptr;
  bool in_graph_ = false;
};

}  // namespace

std::vector<const Statement*> sorted_statements(std::span<const Statement> statements, bool with_graphs) {
  std::vector<const Statement*> out;
  out.reserve(statements.size());
  for (const Statement& statement : statements) out.push_back(&statement);
  const std::string none;
  const auto key = [&](const Statement* s) { return std::tie(with_graphs ? s->graph : none, s->subject, s->predicate, s->object); };
  std::sort(out.begin(), out.end(), [&](const Statement* a, const Statement* b) { return key(a) < key(b); });
  out.erase(std::unique(out.begin(), out.end(), [&](const Statement* a, const Statement* b) { return key(a) == key(b); }), out.end());
  return out;
}

void write_turtle_text(std::span<const Statement> statements, std::span<const Prefix> prefixes, TurtleSyntax syntax, ByteSink& out) {
  TurtleText text(prefixes, syntax, out);
  for (const Statement* statement : sorted_statements(statements, syntax == TurtleSyntax::TriG)) text.add(*statement);
  text.finish();
}

}  // namespace chancery
