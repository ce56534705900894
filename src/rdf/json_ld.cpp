#include "rdf/json_ld.hpp"

#include <string>
#include <string_view>

#include "rdf/turtle_text.hpp"
#include "rdf/vocabulary.hpp"

namespace chancery {
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 16U;

/// RFC 8259, section 7.
void append_json_string(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += {'\\', c};
    } else if (byte < 0x20 || byte == 0x7F) {
      out += {'\\', 'u', '0', '0', digits[byte >> 4U], digits[byte & 15U]};
    } else {
      out += c;
    }
  }
  out += '"';
}

class JsonLd {
 public:
  explicit JsonLd(ByteSink& out) : out_(out) { text_ = "["; }

  void add(const Statement& statement) {
    if (last_ == nullptr || last_->graph != statement.graph) begin_graph(statement.graph);
    if (last_ == nullptr || last_->subject != statement.subject) {
      begin_subject(statement);
    } else if (last_->predicate != statement.predicate || is_type(*last_) != is_type(statement)) {
      text_ += "],\n ";
      begin_predicate(statement);
    } else {
      text_ += ',';
    }
    if (is_type(statement)) {
      append_id(statement.object);
    } else {
      append_value(statement.object);
    }
    last_ = &statement;
    if (text_.size() >= buffer_size) flush();
  }

  void finish() {
    end_graph();
    text_ += "\n]\n";
    flush();
  }

 private:
  /// Only nodes stand under `@type`.
  [[nodiscard]] bool is_type(const Statement& statement) const {
    return statement.predicate.value == type_ && statement.object.kind != TermKind::Literal;
  }

  void begin_graph(const std::string& name) {
    end_graph();
    last_ = nullptr;
    in_graph_ = !name.empty();
    if (!in_graph_) return;
    next_item();
    text_ += "{\"@id\":";
    append_json_string(text_, name);
    text_ += ",\"@graph\":[";
    first_item_ = true;
  }

  void end_graph() {
    if (last_ != nullptr) text_ += "]}";
    if (in_graph_) text_ += "]}";
    if (last_ != nullptr || in_graph_) first_item_ = false;
  }

  void next_item() {
    text_ += first_item_ ? "\n" : ",\n";
    first_item_ = false;
  }

  void begin_subject(const Statement& statement) {
    if (last_ != nullptr) text_ += "]}";
    next_item();
    text_ += "{\"@id\":";
    append_id(statement.subject);
    text_ += ",\n ";
    begin_predicate(statement);
  }

  void begin_predicate(const Statement& statement) {
    append_json_string(text_, is_type(statement) ? std::string_view("@type") : std::string_view(statement.predicate.value));
    text_ += ":[";
  }

  void append_id(const Term& term) { append_json_string(text_, term.kind == TermKind::BlankNode ? "_:" + term.value : term.value); }

  void append_value(const Term& term) {
    if (term.kind != TermKind::Literal) {
      text_ += "{\"@id\":";
      append_id(term);
      text_ += '}';
      return;
    }
    text_ += "{\"@value\":";
    append_json_string(text_, term.value);
    if (!term.language.empty() || !term.datatype.empty()) {
      text_ += term.language.empty() ? ",\"@type\":" : ",\"@language\":";
      append_json_string(text_, term.language.empty() ? term.datatype : term.language);
    }
    text_ += '}';
  }

  void flush() {
    out_.write(text_);
    text_.clear();
  }

  const std::string type_ = std::string(ns::rdf) + "type";
  ByteSink& out_;
  std::string text_;
  const Statement* last_ = nullptr;
  bool in_graph_ = false;
  bool first_item_ = true;
};

}  // namespace

void write_json_ld(std::span<const Statement> statements, ByteSink& out) {
  JsonLd json(out);
  for (const Statement* statement : sorted_statements(statements, true)) json.add(*statement);
  json.finish();
}

}  // namespace chancery
