#include "unit/check/support.hpp"

#include <cassert>
#include <cstdlib>
#include <iostream>
#include <sstream>

#include "rdf/vocabulary.hpp"

namespace chancery::testing {
namespace {

[[noreturn]] void mistake(std::string_view what, std::string_view text) {
  std::cerr << "test data: " << what << ": " << text << "\n";
  std::abort();
}

std::string name(std::string_view text) {
  if (text == "a") return expand("rdf:type");
  if (text.starts_with('<')) return std::string(text.substr(1, text.size() - 2));
  if (std::string iri = expand(text); !iri.empty()) return iri;
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) mistake("no prefix", text);
  return std::string(default_base) + std::string(text.substr(0, colon)) + "/" + std::string(text.substr(colon + 1));
}

Term term(std::string_view text) {
  if (text.starts_with("_:")) return {TermKind::BlankNode, std::string(text.substr(2)), {}, {}};
  if (!text.starts_with('"')) return {TermKind::Iri, name(text), {}, {}};
  const std::size_t end = text.rfind('"');
  Term out{TermKind::Literal, std::string(text.substr(1, end - 1)), {}, {}};
  if (text.substr(end + 1).starts_with('@')) out.language = text.substr(end + 2);
  if (text.substr(end + 1).starts_with("^^")) out.datatype = name(text.substr(end + 3));
  return out;
}

}  // namespace

std::vector<Statement> triples(std::string_view lines) {
  std::vector<Statement> out;
  std::istringstream in{std::string(lines)};
  for (std::string line; std::getline(in, line);) {
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == std::string::npos || line[begin] == '#') continue;
    const std::size_t first = line.find(' ', begin);
    const std::size_t second = line.find(' ', first + 1);
    if (second == std::string::npos) mistake("not three terms", line);
    out.push_back(
        {term(line.substr(begin, first - begin)), term(line.substr(first + 1, second - first - 1)), term(line.substr(second + 1)), {}});
  }
  return out;
}

FactGraph graph_of(std::string_view data, std::string_view vocabulary) {
  FactGraph graph;
  graph.add(triples(data));
  graph.add_vocabulary(triples(vocabulary));
  graph.finish();
  return graph;
}

std::string claim(int number, std::string_view triple, std::string_view article, std::string_view date, std::string_view sentence,
                  std::string_view polarity, std::string_view source) {
  const std::string node = "claim:c" + std::to_string(number);
  const std::string span = "article:" + std::string(article) + "#char=" + std::to_string(number) + ",99";
  const std::string place = "article:" + std::string(article);
  const std::string text(triple);
  const std::size_t first = text.find(' ');
  const std::size_t second = text.find(' ', first + 1);
  std::ostringstream out;
  out << "\n"
      << node << " a ch:Claim\n"
      << node << " rdf:subject " << text.substr(0, first) << "\n"
      << node << " rdf:predicate " << text.substr(first + 1, second - first - 1) << "\n"
      << node << " rdf:object " << text.substr(second + 1) << "\n"
      << node << " ch:factuality ch:Certain\n"
      << node << " ch:polarity \"" << polarity << "\"^^xsd:boolean\n"
      << node << " ch:source " << (source.empty() ? std::string_view(place) : source) << "\n"
      << node << " ch:rule \"tests/rule\"\n"
      << node << " prov:wasDerivedFrom " << span << "\n"
      << span << " nif:referenceContext " << place << "\n"
      << span << " nif:anchorOf \"" << sentence << "\"\n"
      << place << " schema:headline \"About " << article << "\"@en\n";
  if (!date.empty()) out << place << " schema:datePublished \"" << date << "\"^^xsd:date\n";
  return out.str();
}

std::vector<Finding> findings(std::string_view yaml, const FactGraph& graph) {
  Diagnostics diagnostics;
  const auto checks = read_checks_text(std::string(yaml), "checks.yaml", diagnostics);
  for (const Diagnostic& item : diagnostics.items()) mistake("checks", to_string(item));
  return run_checks(checks, graph);
}

std::vector<std::string> lines(const std::vector<Finding>& findings) {
  std::vector<std::string> out;
  for (const Finding& f : findings) {
    const std::size_t cut = f.focus.value.find_last_of("/#");
    out.push_back(std::string(name_of(f.severity)) + " " + f.kind + " " + f.focus.value.substr(cut + 1) + ": " + f.message);
  }
  return out;
}

}  // namespace chancery::testing
