#include "redland/world.hpp"

#include <algorithm>
#include <mutex>
#include <string_view>
#include <utility>

namespace chancery {
namespace {

const unsigned char* bytes_of(const std::string& text) {
  return reinterpret_cast<const unsigned char*>(text.c_str());
}

std::string to_text(const unsigned char* bytes, std::size_t length) {
  return {reinterpret_cast<const char*>(bytes), length};
}

std::string uri_text(raptor_uri* uri) {
  std::size_t length = 0;
  const unsigned char* text = raptor_uri_as_counted_string(uri, &length);
  return to_text(text, length);
}

/// Worlds are opened and closed one at a time: the libraries then load modules and set up state of the whole process.
std::mutex& opening() {
  static std::mutex mutex;
  return mutex;
}

}  // namespace

RedlandWorld::RedlandWorld() {
  const std::lock_guard<std::mutex> lock(opening());
  world_.reset(librdf_new_world());
  if (world_ == nullptr) return;
  librdf_world_open(world_.get());
  librdf_world_set_logger(world_.get(), this, handle_log);
}

RedlandWorld::~RedlandWorld() {
  const std::lock_guard<std::mutex> lock(opening());
  world_.reset();
}

void RedlandWorld::report_to(Diagnostics* diagnostics, std::string code, std::string file, bool warnings) {
  warnings_ = warnings;
  diagnostics_ = diagnostics;
  code_ = std::move(code);
  file_ = std::move(file);
  errors_ = 0;
}

int RedlandWorld::handle_log(void* user_data, librdf_log_message* message) {
  const librdf_log_level level = librdf_log_message_level(message);
  static_cast<RedlandWorld*>(user_data)->report(level == LIBRDF_LOG_ERROR || level == LIBRDF_LOG_FATAL, level == LIBRDF_LOG_WARN,
                                                librdf_log_message_message(message), librdf_log_message_locator(message));
  return 1;
}

void RedlandWorld::handle_rasqal_log(void* user_data, raptor_log_message* message) {
  static_cast<RedlandWorld*>(user_data)->report(message->level >= RAPTOR_LOG_LEVEL_ERROR, message->level == RAPTOR_LOG_LEVEL_WARN,
                                                message->text, message->locator);
}

void RedlandWorld::listen_to_rasqal() {
  rasqal_world_set_log_handler(rasqal(), this, handle_rasqal_log);
}

void RedlandWorld::report(bool is_error, bool is_warning, const char* text, raptor_locator* locator) {
  if (is_error) ++errors_;
  if (diagnostics_ == nullptr || (!is_error && !(is_warning && warnings_))) return;
  diagnostics_->add(
      {is_error ? Severity::Error : Severity::Warning, code_, text == nullptr ? "" : text, to_location(locator, file_), {}, {}});
}

Location to_location(raptor_locator* locator, const std::string& file) {
  Location where{file, 0, 0};
  if (locator == nullptr) return where;
  where.line = static_cast<std::uint32_t>(std::max(0, raptor_locator_line(locator)));
  where.column = static_cast<std::uint32_t>(std::max(0, raptor_locator_column(locator)));
  return where;
}

NodeHandle to_node(const RedlandWorld& world, const Term& term) {
  raptor_world* raptor = world.raptor();
  if (term.kind == TermKind::BlankNode) {
    return NodeHandle(raptor_new_term_from_counted_blank(raptor, bytes_of(term.value), term.value.size()));
  }
  if (term.kind == TermKind::Iri)
    return NodeHandle(raptor_new_term_from_counted_uri_string(raptor, bytes_of(term.value), term.value.size()));
  UriHandle datatype;
  if (!term.datatype.empty()) {
    datatype.reset(raptor_new_uri_from_counted_string(raptor, bytes_of(term.datatype), term.datatype.size()));
    if (datatype == nullptr) return nullptr;
  }
  const unsigned char* language = term.language.empty() ? nullptr : bytes_of(term.language);
  return NodeHandle(raptor_new_term_from_counted_literal(raptor, bytes_of(term.value), term.value.size(), datatype.get(), language,
                                                         static_cast<unsigned char>(term.language.size())));
}

StatementHandle to_statement(const RedlandWorld& world, const Statement& statement) {
  NodeHandle subject = to_node(world, statement.subject);
  NodeHandle predicate = to_node(world, statement.predicate);
  NodeHandle object = to_node(world, statement.object);
  if (subject == nullptr || predicate == nullptr || object == nullptr) return nullptr;
  return StatementHandle(librdf_new_statement_from_nodes(world.get(), subject.release(), predicate.release(), object.release()));
}

Term to_term(const raptor_term& node) {
  Term out;
  switch (node.type) {
    case RAPTOR_TERM_TYPE_BLANK:
      out.kind = TermKind::BlankNode;
      out.value = to_text(node.value.blank.string, node.value.blank.string_len);
      break;
    case RAPTOR_TERM_TYPE_LITERAL:
      out.kind = TermKind::Literal;
      out.value = to_text(node.value.literal.string, node.value.literal.string_len);
      if (node.value.literal.language != nullptr) {
        out.language = to_text(node.value.literal.language, node.value.literal.language_len);
      } else if (node.value.literal.datatype != nullptr) {
        out.datatype = uri_text(node.value.literal.datatype);
      }
      break;
    default: out.value = uri_text(node.value.uri); break;
  }
  return out;
}

}  // namespace chancery
