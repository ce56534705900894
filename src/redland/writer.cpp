#include "redland/writer.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "rdf/json_ld.hpp"
#include "rdf/line_writer.hpp"
#include "rdf/turtle_text.hpp"
#include "redland/serializer.hpp"
#include "redland/world.hpp"

namespace chancery {
namespace {

/// Holds statements and writes them sorted, as lines, TriG or JSON-LD.
class SortedWriter final : public RdfWriter {
 public:
  SortedWriter(RdfFormat format, std::span<const Prefix> prefixes, ByteSink& out)
      : format_(format), prefixes_(prefixes.begin(), prefixes.end()), out_(out) {}

  void add(const Statement& statement) override { statements_.push_back(statement); }

  Status finish() override {
    if (format_ == RdfFormat::TriG) {
      write_turtle_text(statements_, prefixes_, TurtleSyntax::TriG, out_);
    } else if (format_ == RdfFormat::JsonLd) {
      write_json_ld(statements_, out_);
    } else {
      return write_lines();
    }
    return out_.finish();
  }

 private:
  Status write_lines() {
    const bool quads = format_ == RdfFormat::NQuads;
    LineWriter writer(out_, quads ? LineSyntax::NQuads : LineSyntax::NTriples);
    for (const Statement* statement : sorted_statements(statements_, quads)) writer.add(*statement);
    return writer.finish();
  }

  RdfFormat format_;
  std::vector<Prefix> prefixes_;
  ByteSink& out_;
  std::vector<Statement> statements_;
};

bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_name_character(char c) {
  return is_name_start(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

/// Whether an IRI ends in an XML name behind something else, so that it can be an element.
bool ends_in_name(std::string_view iri) {
  std::size_t begin = iri.size();
  while (begin > 0 && is_name_character(iri[begin - 1])) --begin;
  while (begin < iri.size() && !is_name_start(iri[begin])) ++begin;
  return begin > 0 && begin < iri.size();
}

bool is_xml_character(char c) {
  return static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n' || c == '\r';
}

class RdfXmlWriter final : public RdfWriter {
 public:
  RdfXmlWriter(std::span<const Prefix> prefixes, ByteSink& out, Diagnostics& diagnostics)
      : prefixes_(prefixes.begin(), prefixes.end()), out_(out), diagnostics_(diagnostics) {}

  void add(const Statement& statement) override {
    if (!ends_in_name(statement.predicate.value)) {
      diagnostics_.error("rdf.xml-name", {}, "RDF/XML cannot write the predicate " + to_string(statement.predicate));
      return;
    }
    statements_.push_back(statement);
    replace_controls(statements_.back().object);
  }

  Status finish() override {
    RedlandWorld world;
    world.report_to(&diagnostics_);
    if (!world.ok()) return Failure{"librdf cannot be set up"};
    const auto triples = [&](const TakeStatement& take) { return give_all(world, take); };
    std::string text;
    Status status = serialize(world, triples, "rdfxml", prefixes_, [&text](std::string_view bytes) { text += bytes; });
    if (!status.ok()) return status;
    out_.write(text);
    return out_.finish();
  }

 private:
  bool give_all(const RedlandWorld& world, const TakeStatement& take) const {
    for (const Statement* statement : sorted_statements(statements_, false)) {
      const StatementHandle made = to_statement(world, *statement);
      if (made == nullptr || !take(*made)) return false;
    }
    return true;
  }

  void replace_controls(Term& object) {
    if (object.kind != TermKind::Literal) return;
    std::string clean;
    for (const char c : object.value) {
      if (is_xml_character(c))
        clean += c;
      else
        clean += "\xEF\xBF\xBD";
    }
    if (clean.size() == object.value.size()) return;
    diagnostics_.warning("rdf.xml-character", {}, "XML cannot hold the control characters of " + to_string(object));
    object.value = std::move(clean);
  }

  std::vector<Prefix> prefixes_;
  ByteSink& out_;
  Diagnostics& diagnostics_;
  std::vector<Statement> statements_;
};

}  // namespace

std::unique_ptr<RdfWriter> make_writer(RdfFormat format, std::span<const Prefix> prefixes, ByteSink& out, Diagnostics& diagnostics) {
  if (format == RdfFormat::Turtle) return std::make_unique<TurtleWriter>(prefixes, out, diagnostics);
  if (format == RdfFormat::RdfXml) return std::make_unique<RdfXmlWriter>(prefixes, out, diagnostics);
  return std::make_unique<SortedWriter>(format, prefixes, out);
}

Status write_rdf(std::span<const Statement> statements, RdfFormat format, std::span<const Prefix> prefixes, ByteSink& out,
                 Diagnostics& diagnostics) {
  const std::unique_ptr<RdfWriter> writer = make_writer(format, prefixes, out, diagnostics);
  for (const Statement& statement : statements) writer->add(statement);
  return writer->finish();
}

}  // namespace chancery
