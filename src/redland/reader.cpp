// Turtle, TriG and RDF/XML are raptor's; N-Triples and N-Quads are read by our own reader, which is ten times faster and keeps
// the case of language tags. raptor hands on whatever it parsed, so every term is made anew with our validation.
#include "redland/reader.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <unordered_map>
#include <utility>

#include "base/hash.hpp"
#include "rdf/iri.hpp"
#include "rdf/line_reader.hpp"
#include "redland/trig_keyword.hpp"
#include "redland/world.hpp"

namespace chancery {
namespace {

/// Stands for the base of a text that has none; what was resolved against it was relative.
constexpr std::string_view no_base = "http://relative.invalid/";
constexpr std::size_t chunk_size = std::size_t{1} << 16U;

struct Collector final : StatementSink {
  std::vector<Statement> statements;
  void add(const Statement& statement) override { statements.push_back(statement); }
};

const char* parser_name(RdfFormat format) {
  switch (format) {
    case RdfFormat::TriG: return "trig";
    case RdfFormat::RdfXml: return "rdfxml";
    default: return "turtle";
  }
}

/// One parse by raptor: what it calls back with, and what becomes of it.
class RaptorRead {
 public:
  RaptorRead(const std::string& file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {
    blank_prefix_ = "b" + hash128({file}).substr(0, 12) + "x";
  }

  std::vector<Statement> run(std::string_view text, RdfFormat format, std::string_view base) {
    world_.reset(raptor_new_world());
    if (world_ == nullptr || !open(format)) {
      diagnostics_.error("rdf.library", {file_, 0, 0}, "raptor cannot be set up");
      return {};
    }
    const std::string base_text(base.empty() ? no_base : base);
    const UriHandle base_uri(raptor_new_uri(world_.get(), reinterpret_cast<const unsigned char*>(base_text.c_str())));
    if (base_uri != nullptr) parse(text, base_uri.get());
    parser_.reset();
    if (errors_ > 0) statements_.clear();
    return std::move(statements_);
  }

 private:
  bool open(RdfFormat format) {
    raptor_world_set_log_handler(world_.get(), this, on_log);
    if (raptor_world_open(world_.get()) != 0) return false;
    parser_.reset(raptor_new_parser(world_.get(), parser_name(format)));
    if (parser_ == nullptr) return false;
    raptor_parser_set_option(parser_.get(), RAPTOR_OPTION_NO_NET, nullptr, 1);
    raptor_parser_set_option(parser_.get(), RAPTOR_OPTION_NO_FILE, nullptr, 1);
    raptor_parser_set_option(parser_.get(), RAPTOR_OPTION_LOAD_EXTERNAL_ENTITIES, nullptr, 0);
    raptor_parser_set_statement_handler(parser_.get(), this, on_statement);
    return true;
  }

  void parse(std::string_view text, raptor_uri* base) {
    bool failed = raptor_parser_parse_start(parser_.get(), base) != 0;
    do {
      const std::string_view chunk = text.substr(0, chunk_size);
      text.remove_prefix(chunk.size());
      if (failed) break;
      const auto* bytes = reinterpret_cast<const unsigned char*>(chunk.data());
      failed = raptor_parser_parse_chunk(parser_.get(), bytes, chunk.size(), text.empty() ? 1 : 0) != 0;
    } while (!text.empty());
    if (failed && errors_ == 0) {
      ++errors_;
      diagnostics_.error("rdf.syntax", here(), "the parser gave up without saying why");
    }
  }

  static void on_log(void* user_data, raptor_log_message* message) {
    auto& self = *static_cast<RaptorRead*>(user_data);
    if (message->level < RAPTOR_LOG_LEVEL_ERROR) return;
    if (++self.errors_ > 20) return;
    self.diagnostics_.error("rdf.syntax", to_location(message->locator, self.file_), message->text == nullptr ? "" : message->text);
  }

  static void on_statement(void* user_data, raptor_statement* statement) { static_cast<RaptorRead*>(user_data)->take(*statement); }

  void take(const raptor_statement& in) {
    std::optional<Term> subject = checked(*in.subject);
    std::optional<Term> predicate = checked(*in.predicate);
    std::optional<Term> object = checked(*in.object);
    std::optional<Term> graph = in.graph == nullptr ? Term{} : checked(*in.graph);
    if (!subject || !predicate || !object || !graph) return;
    if (graph->kind == TermKind::BlankNode) {
      diagnostics_.error("rdf.bad-term", here(), "the name of a graph must be an IRI");
      return;
    }
    statements_.push_back({std::move(*subject), std::move(*predicate), std::move(*object), std::move(graph->value)});
  }

  std::optional<Term> checked(const raptor_term& node) {
    const Term raw = to_term(node);
    std::optional<Term> out;
    switch (raw.kind) {
      case TermKind::BlankNode: return blank(raw.value);
      case TermKind::Iri:
        if (!std::string_view(raw.value).starts_with(no_base)) out = make_iri(raw.value);
        break;
      case TermKind::Literal:
        out = raw.language.empty() ? make_literal(raw.value, raw.datatype) : make_text(raw.value, raw.language);
        break;
    }
    if (!out) diagnostics_.error("rdf.bad-term", here(), "this is no valid term: " + clean(raw));
    return out;
  }

  static std::string clean(const Term& raw) {
    if (raw.kind == TermKind::Iri && std::string_view(raw.value).starts_with(no_base)) {
      return "the relative IRI <" + raw.value.substr(no_base.size()) + ">";
    }
    return to_string(raw);
  }

  std::optional<Term> blank(const std::string& label) {
    const auto number = blanks_.emplace(label, blanks_.size()).first->second;
    return make_blank(blank_prefix_ + std::to_string(number));
  }

  [[nodiscard]] Location here() const {
    return to_location(parser_ == nullptr ? nullptr : raptor_parser_get_locator(parser_.get()), file_);
  }

  const std::string& file_;
  Diagnostics& diagnostics_;
  RaptorWorldHandle world_;
  RaptorParserHandle parser_;
  std::string blank_prefix_;
  std::unordered_map<std::string, std::size_t> blanks_;
  std::vector<Statement> statements_;
  std::size_t errors_ = 0;
};

std::vector<Statement> read_line_text(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
  Collector collector;
  Diagnostics found;
  read_lines(text, file, collector, found);
  const auto& items = found.items();
  if (std::any_of(items.begin(), items.end(), [](const Diagnostic& one) { return one.code != "rdf.bad-term"; }))
    collector.statements.clear();
  diagnostics.take(std::move(found));
  return std::move(collector.statements);
}

/// Opens a file or standard input and hands the stream to `use`.
template <typename Use>
Status with_stream(const std::string& path, Use use) {
  if (path == "-") {
    use(std::cin);
    return Done{};
  }
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return Failure{"cannot read " + path + ": it is a folder"};
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) return Failure{"cannot read " + path + ": " + std::strerror(errno != 0 ? errno : EIO)};
  use(in);
  if (in.bad()) return Failure{"cannot read " + path + ": the disk reports an error"};
  return Done{};
}

std::string base_of(const std::string& path) {
  if (path == "-") return {};
  std::error_code error;
  const std::filesystem::path full = std::filesystem::absolute(path, error);
  return error ? std::string() : escape_iri("file://" + full.string());
}

bool is_lines(RdfFormat format) {
  return format == RdfFormat::NTriples || format == RdfFormat::NQuads;
}

}  // namespace

std::vector<Statement> read_graph_text(std::string_view text, RdfFormat format, const std::string& file, Diagnostics& diagnostics,
                                       std::string_view base) {
  if (format == RdfFormat::JsonLd) {
    diagnostics.error("rdf.unreadable-format", {file, 0, 0}, "JSON-LD cannot be read, only written",
                      "convert it to Turtle or N-Quads first");
    return {};
  }
  if (is_lines(format)) return read_line_text(text, file, diagnostics);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  RaptorRead read(file, diagnostics);
  if (format == RdfFormat::TriG) return read.run(without_graph_keyword(text), format, base);
  return read.run(text, format, base);
}

Result<std::vector<Statement>> read_graph(const std::string& path, Diagnostics& diagnostics, std::optional<RdfFormat> format) {
  std::ostringstream content;
  const Status status = with_stream(path, [&content](std::istream& in) { content << in.rdbuf(); });
  if (!status.ok()) return Failure{status.error()};
  const std::string text = std::move(content).str();
  if (!format) format = format_of_path(path);
  if (!format) format = guess_format(text);
  return read_graph_text(text, *format, path == "-" ? "<stdin>" : path, diagnostics, base_of(path));
}

Result<std::size_t> stream_graph(const std::string& path, StatementSink& sink, Diagnostics& diagnostics, std::optional<RdfFormat> format) {
  if (!format) format = path == "-" ? std::optional<RdfFormat>() : format_of_path(path);
  std::size_t count = 0;
  if (format && is_lines(*format)) {
    const std::string name = path == "-" ? "<stdin>" : path;
    const Status status = with_stream(path, [&](std::istream& in) { count = read_lines(in, name, sink, diagnostics); });
    if (!status.ok()) return Failure{status.error()};
    return count;
  }
  Result<std::vector<Statement>> statements = read_graph(path, diagnostics, format);
  if (!statements.ok()) return Failure{statements.error()};
  for (const Statement& statement : *statements) sink.add(statement);
  return statements->size();
}

}  // namespace chancery
