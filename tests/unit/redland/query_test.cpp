#include "redland/query.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "redland/reader.hpp"
#include "redland/sparql_tokens.hpp"
#include "redland/turtle.hpp"

/// rasqal 0.9.33 loses what SELECT DISTINCT allocates; that is not ours to free.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:rasqal_new_distinct_rowsource\n";
}

namespace chancery {
namespace {

using Rows = std::vector<std::string>;

constexpr std::string_view prefixes =
    "PREFIX ex: <http://e.org/> PREFIX foaf: <http://xmlns.com/foaf/0.1/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n";

/// Two gatherings with their guests, and what is known of the guests.
const std::vector<Statement>& graph() {
  static const std::vector<Statement> statements = [] {
    Diagnostics diagnostics;
    auto out = read_graph_text(R"(@prefix ex: <http://e.org/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      ex:a a foaf:Person ; foaf:name "Ana" ; ex:age 30 .
      ex:b a foaf:Person ; foaf:name "Bo" ; ex:age 40 ; ex:label "Bo"@en , "Bé"@fr .
      ex:c a foaf:Person ; foaf:name "Cy" ; ex:age 30 ; ex:retired true .
      ex:m1 ex:guest ex:a , ex:b ; ex:day "2025-04-11"^^xsd:date ; ex:state ex:Held .
      ex:m2 ex:guest ex:a , ex:c ; ex:day "2025-05-11"^^xsd:date .
      ex:m3 ex:guest ex:c .)",
                               RdfFormat::Turtle, "g.ttl", diagnostics);
    EXPECT_TRUE(diagnostics.empty());
    return out;
  }();
  return statements;
}

std::string short_form(const std::optional<Term>& term) {
  if (!term) return "-";
  const std::string_view value = term->value;
  return std::string(value.starts_with("http://e.org/") ? value.substr(13) : value);
}

Rows ask(const std::string& query) {
  Diagnostics diagnostics;
  const std::optional<QueryResult> result = run_query(graph(), std::string(prefixes) + query, "q.rq", diagnostics);
  EXPECT_FALSE(diagnostics.has_errors()) << to_string(diagnostics.items()[0]);
  Rows out;
  if (!result) return {"no result"};
  for (const auto& row : result->rows) {
    std::string line;
    for (const std::optional<Term>& cell : row) line += (line.empty() ? "" : " ") + short_form(cell);
    out.push_back(line);
  }
  if (query.find("ORDER") == std::string::npos) std::sort(out.begin(), out.end());
  return out;
}

TEST(Query, MatchesFiltersAndOrders) {
  EXPECT_EQ(ask("SELECT ?n WHERE { ?s foaf:name ?n ; ex:age ?a FILTER(?a > 30) }"), (Rows{"Bo"}));
  EXPECT_EQ(ask("SELECT ?n WHERE { ?s foaf:name ?n } ORDER BY DESC(?n)"), (Rows{"Cy", "Bo", "Ana"}));
  EXPECT_EQ(ask("SELECT ?m WHERE { ?m ex:day ?d FILTER(?d < \"2025-05-01\"^^xsd:date) }"), (Rows{"m1"}));
  EXPECT_EQ(ask("SELECT ?s ?r WHERE { ?s a foaf:Person OPTIONAL { ?s ex:retired ?r } }"), (Rows{"a -", "b -", "c true"}));
  EXPECT_EQ(ask("SELECT ?l WHERE { ex:b ex:label ?l FILTER(LANG(?l) = \"fr\") }"), (Rows{"Bé"}));
  EXPECT_TRUE(ask("SELECT ?x WHERE { ?x ex:guest ?x }").empty());
}

TEST(Query, GivesTermsAsTheyAre) {
  Diagnostics diagnostics;
  const auto result =
      run_query(graph(), std::string(prefixes) + "SELECT ?d ?l WHERE { ex:m1 ex:day ?d . ex:b ex:label ?l } ORDER BY ?l", "q", diagnostics);
  ASSERT_TRUE(result);
  EXPECT_EQ(result->columns, (Rows{"d", "l"}));
  EXPECT_EQ(*result->rows[0][0], *make_literal("2025-04-11", std::string(ns::xsd) + "date"));
  EXPECT_EQ(*result->rows[0][1], *make_text("Bo", "en"));
}

TEST(Query, KeepsTheLeftSideOfAJoinWhole) {
  EXPECT_EQ(ask("SELECT ?m ?x ?y ?d ?s WHERE { ?m ex:guest ?x . ?m ex:guest ?y FILTER(STR(?x) < STR(?y)) OPTIONAL { ?m ex:day ?d } "
                "OPTIONAL { ?m ex:state ?s } }"),
            (Rows{"m1 a b 2025-04-11 Held", "m2 a c 2025-05-11 -"}));
  EXPECT_EQ(ask("SELECT ?m ?x WHERE { ?m ex:guest ?x . ?x a foaf:Person OPTIONAL { ?x ex:retired ?r . ?m ex:day ?d } FILTER(!BOUND(?d)) }"),
            (Rows{"m1 a", "m1 b", "m2 a", "m3 c"}));
  EXPECT_EQ(
      ask("SELECT ?x ?y WHERE { ?m ex:guest ?x . ?m ex:guest ?y { ?y ex:retired ?v } UNION { ?y ex:label \"Bo\"@en } FILTER(?x != ?y) }"),
      (Rows{"a b", "a c"}));
}

TEST(Query, Aggregates) {
  EXPECT_EQ(ask("SELECT ?a (COUNT(?s) AS ?n) WHERE { ?s ex:age ?a } GROUP BY ?a ORDER BY DESC(?n)"), (Rows{"30 2", "40 1"}));
  EXPECT_EQ(ask("SELECT (MAX(?a) AS ?n) (MIN(?a) AS ?m) WHERE { ?s ex:age ?a }"), (Rows{"40 30"}));
  EXPECT_EQ(ask("SELECT ?s (COUNT(?m) AS ?n) WHERE { ?m ex:guest ?s } GROUP BY ?s HAVING(COUNT(?m) > 1)"), (Rows{"a 2", "c 2"}));
  EXPECT_EQ(ask("SELECT (COUNT(*) AS ?n) WHERE { { SELECT DISTINCT ?a WHERE { ?s ex:age ?a } } }"), (Rows{"2"}));
}

TEST(Query, AggregatesNothingAsSparqlHasIt) {
  EXPECT_EQ(ask("SELECT (COUNT(?s) AS ?n) (SUM(?s) AS ?m) (MAX(?s) AS ?x) WHERE { ?s ex:nothing ?a }"), (Rows{"0 0 -"}));
  EXPECT_TRUE(ask("SELECT ?a (COUNT(?s) AS ?n) WHERE { ?s ex:nothing ?a } GROUP BY ?a").empty());
}

TEST(Query, AnswersAskAndConstruct) {
  Diagnostics diagnostics;
  const auto yes = run_query(graph(), std::string(prefixes) + "ASK { ex:m1 ex:guest ex:a }", "q", diagnostics);
  const auto no = run_query(graph(), std::string(prefixes) + "ASK { ex:m1 ex:guest ex:c }", "q", diagnostics);
  ASSERT_TRUE(yes && no);
  EXPECT_TRUE(yes->truth);
  EXPECT_FALSE(no->truth);
  EXPECT_EQ(to_table(*no, {}), "no\n");
  const auto made = run_query(graph(), std::string(prefixes) + "CONSTRUCT { ?p ex:came ?m } WHERE { ?m ex:guest ?p }", "q", diagnostics);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->triples.size(), 5U);
  EXPECT_TRUE(diagnostics.empty());
}

TEST(Query, OneEngineAnswersMany) {
  Diagnostics diagnostics;
  std::optional<QueryEngine> engine = QueryEngine::load(graph(), diagnostics);
  ASSERT_TRUE(engine);
  for (int i = 0; i < 3; ++i) {
    EXPECT_FALSE(engine->run("SELECT * WHERE { ?s ?p }", "q", diagnostics));
    EXPECT_EQ(engine->run("SELECT ?s WHERE { ?s ?p ?o }", "q", diagnostics)->rows.size(), graph().size());
  }
}

TEST(Query, SaysWhereItIsWrong) {
  Diagnostics diagnostics;
  EXPECT_FALSE(run_query(graph(), "SELECT ?s\nWHERE { ?s ?p }", "q.rq", diagnostics));
  ASSERT_FALSE(diagnostics.empty());
  EXPECT_EQ(diagnostics.items()[0].code, "query.syntax");
  EXPECT_EQ(diagnostics.items()[0].where.file, "q.rq");
  EXPECT_EQ(diagnostics.items()[0].where.line, 2U);
}

TEST(Query, RefusesWhatTheEngineCannotDoRightly) {
  const std::pair<const char*, const char*> refused[] = {
      {"SELECT ?s WHERE { ?s ex:knows/ex:knows ?o }", "paths"},
      {"SELECT ?s WHERE { ?s ex:knows+ ?o }", "paths"},
      {"SELECT ?s WHERE { ?s ex:knows* ex:a }", "paths"},
      {"SELECT ?s WHERE { ?s ex:knows? ?o }", "paths"},
      {"SELECT ?s WHERE { ?s ^ex:knows ?o }", "paths"},
      {"SELECT ?s WHERE { ?s (ex:p|ex:q) ?o }", "paths"},
      {"SELECT ?s WHERE { ?s !ex:p ?o }", "paths"},
      {"SELECT ?s WHERE { ?s ?p ?o FILTER NOT EXISTS { ?s ex:q ?x } }", "EXISTS"},
      {"SELECT ?s WHERE { ?s ?p ?o MINUS { ?s ex:q ?x } }", "MINUS"},
      {"SELECT ?s WHERE { VALUES ?s { ex:a } ?s ?p ?o }", "VALUES"},
      {"DESCRIBE ex:a", "DESCRIBE"},
      {"SELECT ?s WHERE { GRAPH ?g { ?s ?p ?o } }", "GRAPH"},
      {"SELECT ?s FROM <http://e.org/> WHERE { ?s ?p ?o }", "FROM"},
      {"INSERT DATA { ex:a ex:p ex:b }", "reads"},
      {"DELETE WHERE { ?s ?p ?o }", "reads"},
      {"SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s ?p ?o }", "DISTINCT"},
      {"SELECT (CONCAT(?a, ?b) AS ?n) WHERE { ?a ?p ?b }", "CONCAT"},
      {"SELECT (SHA1(?b) AS ?n) WHERE { ?a ?p ?b }", "SHA1"},
      {"SELECT (ex:f(?b) AS ?n) WHERE { ?a ?p ?b }", "ex:f"},
      {"SELECT (GROUP_CONCAT(?b ; SEPARATOR=\", \") AS ?n) WHERE { ?a ?p ?b }", "SEPARATOR"},
      {"SELECT ?a (COUNT(?c) AS ?n) WHERE { ?a ?p ?b OPTIONAL { ?b ?q ?c } } GROUP BY ?a", "?c"},
      {"SELECT (COUNT(?x) AS ?n) WHERE { { ?a ex:p ?x } UNION { ?a ex:q ?y } }", "?x"},
      {"SELECT ?a WHERE { ?a ?p ?b } GROUP BY ?a", "group"},
      {"SELECT ?y (COUNT(?a) AS ?n) WHERE { ?a ?p ?b } GROUP BY (?b + 1 AS ?y)", "expression"},
      {"SELECT ?a (COUNT(?b) AS ?n) WHERE { ?a ?p ?b } GROUP BY ?a ORDER BY COUNT(?b)", "order"},
      {"SELECT ?a WHERE { { SELECT ?a (COUNT(?b) AS ?n) WHERE { ?a ?p ?b } GROUP BY ?a } FILTER(?n > 1) }", "sub-query"}};
  for (const auto& [query, word] : refused) {
    Diagnostics diagnostics;
    find_unsupported(std::string(prefixes) + query, "q.rq", diagnostics);
    ASSERT_EQ(diagnostics.items().size(), 1U) << query;
    EXPECT_EQ(diagnostics.items()[0].code, "query.unsupported");
    EXPECT_NE(diagnostics.items()[0].message.find(word), std::string::npos) << query << ": " << diagnostics.items()[0].message;
    EXPECT_EQ(diagnostics.items()[0].where.line, 2U);
    EXPECT_FALSE(run_query({}, std::string(prefixes) + query, "q.rq", diagnostics));
  }
}

TEST(Query, RefusesNothingElse) {
  for (const char* query :
       {"SELECT * WHERE { ?s ?p ?o FILTER(?o * 2 / 3 + 1 > 4 || !BOUND(?s)) }", "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p +5 }",
        "SELECT ?s WHERE { ?s ex:p \"1\"^^xsd:integer ; ex:q \"a/b*|^\" . # / | * VALUES\n }",
        "SELECT ?s WHERE { ?s <http://e.org/a/b> 'MINUS' }", "SELECT ?s (?o / 2 AS ?h) WHERE { ?s ex:p ?o } ORDER BY DESC(?h)",
        "SELECT ?values ?minus WHERE { ?values ex:minus ?minus }", "SELECT ?s WHERE { ?s ex:list (1 2) } ",
        "SELECT ?s WHERE { { SELECT DISTINCT ?s WHERE { ?s ?p ?o } } FILTER(?s != ex:a) }",
        "SELECT ?s (COUNT(?x) AS ?n) WHERE { ?s ex:p ?x OPTIONAL { ?x ex:q ?y } } GROUP BY ?s ORDER BY DESC(?n) ?s",
        "SELECT ?s WHERE { ?s ex:p ?o FILTER(xsd:integer(?o) > 1 && ?o IN (1, 2)) }", "SELECT ?s WHERE { ?s ?p ?o BIND(?o+1 AS ?x) }",
        "SELECT ?s WHERE { ?s ?p ?o FILTER(?o<5&&?o>3) }"}) {
    Diagnostics diagnostics;
    find_unsupported(std::string(prefixes) + query, "q.rq", diagnostics);
    EXPECT_TRUE(diagnostics.empty()) << query << ": " << diagnostics.items()[0].message;
  }
}

TEST(Query, WarnsThatCaseIsOfAsciiOnly) {
  Diagnostics diagnostics;
  find_unsupported("SELECT (LCASE(?n) AS ?l) WHERE { ?s ?p ?n }", "q.rq", diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_EQ(diagnostics.items()[0].code, "query.ascii-case");
  EXPECT_FALSE(diagnostics.has_errors());
}

TEST(SparqlTokens, TellNamesStringsAndSignsApart) {
  std::string out;
  for (const SparqlToken& token : tokenize_sparql("SELECT ?x{ ex:a.b. '''it's''' \"\\\"\"@en 1.5e3 <a:b> < > ^^ ||!=#c\n}"))
    out += std::string(token.text) + "|";
  EXPECT_EQ(out, "SELECT|?x|{|ex:a.b|.|'''it's'''|\"\\\"\"|@|en|1.5e3|<a:b>|<|>|^^||||!=|}|");
  for (const char* broken : {"\"open", "'''", "<", "?", "#", "\\", "\"\\"}) tokenize_sparql(broken);
}

TEST(QueryTable, PadsByCharactersAndCountsRows) {
  QueryResult result;
  result.columns = {"name", "who"};
  result.rows = {{*make_text("Bé\nx", "fr"), *make_iri("https://w3id.org/chancery/id/person/a.b")}, {std::nullopt, *make_blank("n")}};
  EXPECT_EQ(to_table(result, all_prefixes()), "name | who\n-----+-----------\nBé x | person:a.b\n     | _:n\n(2 rows)\n");
}

}  // namespace
}  // namespace chancery
