#include "pipeline/export.hpp"

#include <libxml/xmlwriter.h>

#include <functional>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

namespace chancery {
namespace {

/// XML 1.0 has no place for most control characters: they are left out.
std::string xml_safe(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n') out += c;
  }
  return out;
}

/// A document written through libxml2, which escapes and checks.
class XmlDocument {
 public:
  XmlDocument() : buffer_(xmlBufferCreate(), xmlBufferFree), writer_(xmlNewTextWriterMemory(buffer_.get(), 0), xmlFreeTextWriter) {
    xmlTextWriterSetIndent(writer_.get(), 1);
    xmlTextWriterStartDocument(writer_.get(), "1.0", "UTF-8", nullptr);
  }
  void open(const char* element) { xmlTextWriterStartElement(writer_.get(), text(element)); }
  void close() { xmlTextWriterEndElement(writer_.get()); }
  void attribute(const char* key, const std::string& value) {
    xmlTextWriterWriteAttribute(writer_.get(), text(key), text(xml_safe(value).c_str()));
  }
  void element(const char* name, const std::map<std::string, std::string>& attributes, const std::string& content = {}) {
    open(name);
    for (const auto& [key, value] : attributes) attribute(key.c_str(), value);
    if (!content.empty()) xmlTextWriterWriteString(writer_.get(), text(xml_safe(content).c_str()));
    close();
  }
  std::string finish() {
    xmlTextWriterEndDocument(writer_.get());
    xmlTextWriterFlush(writer_.get());
    return reinterpret_cast<const char*>(xmlBufferContent(buffer_.get()));
  }

 private:
  static const xmlChar* text(const char* utf8) { return reinterpret_cast<const xmlChar*>(utf8); }
  std::unique_ptr<xmlBuffer, void (*)(xmlBufferPtr)> buffer_;
  std::unique_ptr<xmlTextWriter, void (*)(xmlTextWriterPtr)> writer_;
};

std::string graphml(const EntityGraph& graph) {
  XmlDocument xml;
  xml.open("graphml");
  xml.attribute("xmlns", "http://graphml.graphdrawing.org/xmlns");
  const char* keys[][3] = {{"label", "node", "string"}, {"class", "node", "string"}, {"mentions", "node", "int"},
                           {"kind", "edge", "string"},  {"title", "edge", "string"}, {"weight", "edge", "int"},
                           {"first", "edge", "string"}, {"last", "edge", "string"}};
  for (const auto& key : keys) {
    xml.element("key", {{"id", key[0]}, {"for", key[1]}, {"attr.name", key[0]}, {"attr.type", key[2]}});
  }
  xml.open("graph");
  xml.attribute("edgedefault", "undirected");
  for (const EntityNode& node : graph.nodes) {
    xml.open("node");
    xml.attribute("id", node.iri);
    xml.element("data", {{"key", "label"}}, node.label);
    xml.element("data", {{"key", "class"}}, node.cls);
    xml.element("data", {{"key", "mentions"}}, std::to_string(node.mentions));
    xml.close();
  }
  for (const EntityEdge& edge : graph.edges) {
    xml.open("edge");
    xml.attribute("source", graph.nodes[edge.from].iri);
    xml.attribute("target", graph.nodes[edge.to].iri);
    xml.element("data", {{"key", "kind"}}, edge.kind);
    if (!edge.title.empty()) xml.element("data", {{"key", "title"}}, edge.title);
    xml.element("data", {{"key", "weight"}}, std::to_string(edge.weight));
    if (!edge.first.empty()) xml.element("data", {{"key", "first"}}, edge.first);
    if (!edge.last.empty()) xml.element("data", {{"key", "last"}}, edge.last);
    xml.close();
  }
  return xml.finish();
}

std::string gexf(const EntityGraph& graph) {
  XmlDocument xml;
  xml.open("gexf");
  xml.attribute("xmlns", "http://gexf.net/1.3");
  xml.attribute("version", "1.3");
  xml.open("graph");
  xml.attribute("defaultedgetype", "undirected");
  xml.open("attributes");
  xml.attribute("class", "node");
  xml.element("attribute", {{"id", "class"}, {"title", "class"}, {"type", "string"}});
  xml.element("attribute", {{"id", "mentions"}, {"title", "mentions"}, {"type", "integer"}});
  xml.close();
  xml.open("attributes");
  xml.attribute("class", "edge");
  xml.element("attribute", {{"id", "title"}, {"title", "title"}, {"type", "string"}});
  xml.element("attribute", {{"id", "first"}, {"title", "first"}, {"type", "string"}});
  xml.element("attribute", {{"id", "last"}, {"title", "last"}, {"type", "string"}});
  xml.close();
  xml.open("nodes");
  for (const EntityNode& node : graph.nodes) {
    xml.open("node");
    xml.attribute("id", node.iri);
    xml.attribute("label", node.label);
    xml.open("attvalues");
    xml.element("attvalue", {{"for", "class"}, {"value", node.cls}});
    xml.element("attvalue", {{"for", "mentions"}, {"value", std::to_string(node.mentions)}});
    xml.close();
    xml.close();
  }
  xml.close();
  xml.open("edges");
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    const EntityEdge& edge = graph.edges[i];
    xml.open("edge");
    xml.attribute("id", std::to_string(i));
    xml.attribute("source", graph.nodes[edge.from].iri);
    xml.attribute("target", graph.nodes[edge.to].iri);
    xml.attribute("label", edge.kind);
    xml.attribute("weight", std::to_string(edge.weight));
    xml.open("attvalues");
    if (!edge.title.empty()) xml.element("attvalue", {{"for", "title"}, {"value", edge.title}});
    if (!edge.first.empty()) xml.element("attvalue", {{"for", "first"}, {"value", edge.first}});
    if (!edge.last.empty()) xml.element("attvalue", {{"for", "last"}, {"value", edge.last}});
    xml.close();
    xml.close();
  }
  return xml.finish();
}

std::string dot_quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return out + '"';
}

std::string dot(const EntityGraph& graph) {
  const std::map<std::string, std::string> shapes = {{"Person", "ellipse"}, {"Polity", "box"}, {"Organization", "hexagon"}};
  std::string out =
      "graph chancery {\n  layout=neato;\n  overlap=false;\n  splines=true;\n  node [fontname=\"Helvetica\", style=filled, "
      "fillcolor=\"#eef3f8\"];\n  edge [fontname=\"Helvetica\", fontsize=10];\n";
  for (const EntityNode& node : graph.nodes) {
    const auto shape = shapes.find(node.cls);
    out += "  " + dot_quoted(node.iri) + " [label=" + dot_quoted(node.label) +
           ", shape=" + (shape == shapes.end() ? "note" : shape->second) + "];\n";
  }
  for (const EntityEdge& edge : graph.edges) {
    std::string label = edge.title.empty() ? edge.kind : edge.title;
    if (edge.weight > 1) label += " ×" + std::to_string(edge.weight);
    if (!edge.first.empty()) label += "\n" + edge.first + (edge.last == edge.first ? "" : " – " + edge.last);
    std::string quoted = dot_quoted(label);
    if (const std::size_t at = label.find('\n'); at != std::string::npos) quoted.replace(quoted.find(' ', at), 1, "\\n");
    out += "  " + dot_quoted(graph.nodes[edge.from].iri) + " -- " + dot_quoted(graph.nodes[edge.to].iri) + " [label=" + quoted +
           ", weight=" + std::to_string(edge.weight) + (edge.kind == "met" ? ", penwidth=2" : ", style=dashed") + "];\n";
  }
  return out + "}\n";
}

std::string cytoscape(const EntityGraph& graph) {
  using Json = nlohmann::ordered_json;
  Json nodes = Json::array();
  Json edges = Json::array();
  for (const EntityNode& node : graph.nodes) {
    nodes.push_back({{"data", {{"id", node.iri}, {"label", node.label}, {"class", node.cls}, {"mentions", node.mentions}}}});
  }
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    const EntityEdge& edge = graph.edges[i];
    Json data = {{"id", "e" + std::to_string(i)},
                 {"source", graph.nodes[edge.from].iri},
                 {"target", graph.nodes[edge.to].iri},
                 {"kind", edge.kind},
                 {"weight", edge.weight}};
    if (!edge.title.empty()) data["title"] = edge.title;
    if (!edge.first.empty()) data["first"] = edge.first;
    if (!edge.last.empty()) data["last"] = edge.last;
    edges.push_back({{"data", std::move(data)}});
  }
  return Json{{"elements", {{"nodes", std::move(nodes)}, {"edges", std::move(edges)}}}}.dump(1) + "\n";
}

const std::vector<std::pair<std::string, std::function<std::string(const EntityGraph&)>>>& writers() {
  static const std::vector<std::pair<std::string, std::function<std::string(const EntityGraph&)>>> all = {
      {"graphml", graphml}, {"gexf", gexf}, {"dot", dot}, {"cytoscape", cytoscape}};
  return all;
}

}  // namespace

const std::vector<std::string>& export_formats() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const auto& [format, write] : writers()) all.push_back(format);
    return all;
  }();
  return names;
}

Result<std::string> export_graph(const EntityGraph& graph, const std::string& format) {
  for (const auto& [known, write] : writers()) {
    if (known == format) return write(graph);
  }
  return Failure{"no such export format: " + format};
}

}  // namespace chancery
