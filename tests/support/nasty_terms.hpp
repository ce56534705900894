#pragma once

#include <cassert>
#include <string>
#include <vector>

#include "rdf/statement.hpp"
#include "rdf/utf8.hpp"
#include "rdf/vocabulary.hpp"

namespace chancery::support {

/// Texts that have broken writers of RDF: quotes, backslashes, controls, directions, markup, look-alikes of escapes.
inline std::vector<std::string> nasty_texts() {
  std::vector<std::string> texts = {"",
                                    " ",
                                    "\"",
                                    "\"\"\"",
                                    "'",
                                    "'''",
                                    "\\",
                                    "\\\\",
                                    "\\n",
                                    "\\u0041",
                                    "\n",
                                    "\r",
                                    "\r\n",
                                    "\t",
                                    "\b\f",
                                    "ends with \\",
                                    "ends with \"",
                                    "\"quoted\" and 'quoted'",
                                    "<script>alert(\"x\")</script>",
                                    "]]>",
                                    "<!-- -->",
                                    "&amp; & &#x0;",
                                    "@en",
                                    "^^<a:b>",
                                    " . ",
                                    "_:b",
                                    "\xE2\x80\x8F\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D\xE2\x80\xAE",
                                    "\xEF\xBB\xBF mark",
                                    "e\xCC\x81 and \xC3\xA9",
                                    "\xF0\x9F\x95\x8A",
                                    "\xF4\x8F\xBF\xBD",
                                    "\xEF\xBF\xBD",
                                    "\xC2\x85",
                                    "\xE2\x80\xA8\xE2\x80\xA9",
                                    "{} [] () $ % ` ~ ^ |",
                                    "# no comment",
                                    "a\tb\nc\rd"};
  std::string controls;
  for (char c = 1; c < 32; ++c) controls += c;
  texts.push_back(controls + "\x7f");
  texts.push_back(std::string(70000, 'x') + "\"\n");
  return texts;
}

inline std::vector<std::string> nasty_iris() {
  return {"http://e.org/",
          "http://e.org/a?b=c&d=%20#f",
          "urn:x:(y)",
          "http://e.org/1digit",
          "http://e.org/a.b.",
          "http://e.org/-a",
          "http://e.org/\xC3\xA9",
          "http://e.org/\xE7\xBF\x92",
          "http://e.org/a'b!$*+,;=@~",
          "https://w3id.org/chancery#met",
          "https://w3id.org/chancery/id/person/sergey-lavrov.Q58217",
          "https://w3id.org/chancery/id/article/a0#char=1,2",
          "https://w3id.org/chancery/id/person/",
          "http://www.w3.org/ns/org#",
          "http://e.org/%E2%80%AE",
          "http://e.org/\xF0\x90\x8C\x80"};
}

/// Every nasty term in every place where it may stand. Predicates end in a name, so that XML can hold them too.
inline std::vector<Statement> nasty_statements() {
  std::vector<Statement> out;
  const auto iri = [](const std::string& text) {
    auto made = make_iri(text);
    assert(made);
    return *made;
  };
  const Term subject = iri("http://e.org/s");
  const Term predicate = iri("http://e.org/p");
  for (const std::string& text : nasty_texts()) {
    out.push_back({subject, predicate, *make_literal(text), {}});
    out.push_back({subject, predicate, *make_text(text, "en"), "http://e.org/g"});
    out.push_back({subject, predicate, *make_text(text, "zh-hant"), "http://e.org/g"});
    out.push_back({subject, predicate, *make_literal(text, "http://e.org/type"), "http://e.org/g#2"});
  }
  for (const std::string& text : nasty_iris()) {
    out.push_back({iri(text), predicate, iri(text), text});
    out.push_back({iri(text), predicate, *make_literal("x", text), {}});
  }
  const std::pair<const char*, const char*> typed[] = {{"2025-04-11", "date"}, {"5.", "decimal"},
                                                       {"-0", "integer"},      {"+1", "integer"},
                                                       {"INF", "double"},      {"NaN", "double"},
                                                       {"1e0", "double"},      {"1.0E5", "double"},
                                                       {"true", "boolean"},    {"1", "boolean"},
                                                       {"PT5H", "duration"},   {".5", "decimal"},
                                                       {"59.94", "decimal"},   {"007", "nonNegativeInteger"}};
  for (const auto& [text, type] : typed) out.push_back({subject, predicate, *make_literal(text, std::string(ns::xsd) + type), {}});
  return out;
}

}  // namespace chancery::support
