// What rasqal 0.9.33 cannot do, or does wrongly without saying so, told from the tokens of a query. Most of it was found by comparing
// its answers with another engine's; a word that is not known to be right is refused. The query's syntax itself is rasqal's to
// judge, so this only follows brackets and the words that matter.
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "redland/query.hpp"
#include "redland/sparql_tokens.hpp"

namespace chancery {
namespace {

using Kind = SparqlToken::Kind;
using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 11> updates = {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP",
                                                      "COPY",   "MOVE",   "ADD",  "WITH",  "USING"};
constexpr std::array<std::string_view, 8> forms = {"DESCRIBE", "VALUES", "MINUS", "EXISTS", "SERVICE", "GRAPH", "FROM", "SEPARATOR"};
constexpr std::array<std::string_view, 7> aggregates = {"COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT"};
/// Words that may stand before a bracket without being functions.
constexpr std::array<std::string_view, 18> grammar = {"SELECT", "DISTINCT", "REDUCED",  "WHERE", "FILTER",    "BIND",
                                                      "HAVING", "BY",       "ASC",      "DESC",  "IN",        "NOT",
                                                      "AS",     "UNION",    "OPTIONAL", "ASK",   "CONSTRUCT", "A"};
constexpr std::array<std::string_view, 37> functions = {
    "STR",     "LANG",   "LANGMATCHES", "DATATYPE",  "BOUND",  "IRI",       "URI",           "ABS",      "ROUND",     "CEIL",
    "FLOOR",   "STRLEN", "UCASE",       "LCASE",     "SUBSTR", "STRSTARTS", "STRENDS",       "CONTAINS", "STRBEFORE", "STRAFTER",
    "REPLACE", "REGEX",  "YEAR",        "MONTH",     "DAY",    "HOURS",     "MINUTES",       "IF",       "COALESCE",  "SAMETERM",
    "ISIRI",   "ISURI",  "ISBLANK",     "ISLITERAL", "STRDT",  "STRLANG",   "ENCODE_FOR_URI"};
constexpr std::array<std::string_view, 6> casts = {"integer", "decimal", "double", "string", "boolean", "dateTime"};

bool is_any(const SparqlToken& token, Words words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return is_keyword(token, word); });
}

/// One pair of braces or brackets around the token at hand.
struct Scope {
  char open = '{';
  bool is_expression = false;    ///< in brackets of a function, FILTER and the like, where `/ * +` are arithmetic
  bool is_optional = false;      ///< rows may lack what is bound here: OPTIONAL, UNION
  bool has_filter = false;       ///< FILTER or BIND stands directly in it
  bool has_aggregation = false;  ///< a sub-query directly in it groups, orders or limits
  bool is_query = false;         ///< SELECT stands directly in it
  bool groups = false;           ///< GROUP BY, ORDER BY, LIMIT or an aggregate belongs to that SELECT
};

class FeatureScan {
 public:
  FeatureScan(std::string_view sparql, const std::string& file, Diagnostics& diagnostics)
      : tokens_(tokenize_sparql(sparql)), file_(file), diagnostics_(diagnostics) {}

  void run() {
    scopes_.push_back({});
    for (at_ = 0; at_ < tokens_.size(); ++at_) look();
    check_counted();
    check_groups();
  }

 private:
  [[nodiscard]] const SparqlToken& here() const { return tokens_[at_]; }
  [[nodiscard]] const SparqlToken& ahead(std::size_t by) const { return at_ + by < tokens_.size() ? tokens_[at_ + by] : none_; }
  [[nodiscard]] const SparqlToken& before() const { return at_ > 0 ? tokens_[at_ - 1] : none_; }
  [[nodiscard]] static bool is_sign(const SparqlToken& token, std::string_view sign) {
    return token.kind == Kind::Sign && token.text == sign;
  }

  void refuse(const SparqlToken& token, const std::string& what, const std::string& hint) {
    if (!refused_.insert(what).second) return;
    diagnostics_.error("query.unsupported", {file_, token.line, token.column}, "the embedded engine " + what, hint);
  }
  void refuse_feature(const SparqlToken& token) {
    std::string name(token.text);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    refuse(token, "has no " + name, "load the graph into a full store for this");
  }

  void look() {
    const SparqlToken& token = here();
    switch (token.kind) {
      case Kind::Sign: look_at_sign(); break;
      case Kind::Word: look_at_word(); break;
      case Kind::Variable: look_at_variable(); break;
      case Kind::Name:
      case Kind::Iri: look_at_cast(); break;
      default: break;
    }
  }

  // Brackets.

  void look_at_sign() {
    const SparqlToken& token = here();
    if (token.text == "{" || token.text == "(" || token.text == "[") return open(token.text[0]);
    if (token.text == "}" || token.text == ")" || token.text == "]") return close();
    look_for_path();
  }

  void open(char bracket) {
    Scope scope{bracket};
    const Scope& outer = scopes_.back();
    scope.is_expression = bracket == '(' && (outer.is_expression || begins_expression());
    scope.is_optional = outer.is_optional || (bracket == '{' && (is_keyword(before(), "OPTIONAL") || is_keyword(before(), "UNION")));
    scopes_.push_back(scope);
    if (bracket == '{') ++braces_;
  }

  /// A bracket behind a word or a function's name; else it is a path or a list.
  [[nodiscard]] bool begins_expression() const {
    const SparqlToken& token = before();
    if (braces_ == 0) return true;
    if (token.kind == Kind::Word) return !is_keyword(token, "A");
    return (token.kind == Kind::Name || token.kind == Kind::Iri) && !here().spaced;
  }

  void close() {
    if (scopes_.size() < 2) return;
    const Scope scope = scopes_.back();
    scopes_.pop_back();
    if (scope.open != '{') return;
    --braces_;
    in_order_ = false;
    if (is_keyword(ahead(1), "UNION")) mark_first_branch();
    Scope& outer = scopes_.back();
    if (scope.is_query && scope.groups) outer.has_aggregation = true;
    if (scope.has_aggregation && scope.has_filter) {
      refuse(here(), "tests the rows of a sub-query that groups, orders or limits against the wrong values",
             "put the test into the sub-query, as HAVING for instance");
    }
    if (is_lone_wrapper(scope)) outer.has_aggregation = true;
  }

  /// `{ { SELECT … } }`: the braces around braces are the same group.
  [[nodiscard]] static bool is_lone_wrapper(const Scope& scope) { return scope.has_aggregation && !scope.is_query; }

  /// What the braces that end here bound is optional too, for another branch follows.
  void mark_first_branch() {
    for (std::size_t i = 0, depth = 0; i <= at_; ++i) {
      const std::size_t back = at_ - i;
      if (is_sign(tokens_[back], "}")) ++depth;
      if (is_sign(tokens_[back], "{") && --depth == 0) return;
      if (tokens_[back].kind == Kind::Variable) branch_.push_back(back);
    }
  }

  // Property paths.

  void look_for_path() {
    const SparqlToken& token = here();
    if (braces_ == 0 || scopes_.back().is_expression) return;
    const bool joins = token.text == "/" || token.text == "|" || token.text == "^" || token.text == "!";
    const bool is_number = token.text == "+" && ahead(1).kind == Kind::Number;
    const bool repeats = (token.text == "*" || token.text == "+" || token.text == "?") && follows_path_element() && !is_number;
    if (joins || repeats) refuse(token, "has no property paths", "write the steps as triple patterns, or load the graph into a full store");
  }

  [[nodiscard]] bool follows_path_element() const {
    const SparqlToken& token = before();
    return token.kind == Kind::Name || token.kind == Kind::Iri || is_keyword(token, "A") || is_sign(token, ")");
  }

  // Words.

  void look_at_word() {
    const SparqlToken& token = here();
    if (braces_ == 0 && is_any(token, updates)) return refuse(token, "only reads", "use a full store for updates");
    if (is_any(token, forms)) return refuse_feature(token);
    if (is_keyword(token, "SELECT")) scopes_.back().is_query = true;
    if (is_keyword(token, "FILTER") || is_keyword(token, "BIND")) scopes_.back().has_filter = true;
    if (is_keyword(token, "GROUP") && is_keyword(ahead(1), "BY")) look_at_group_by();
    if (is_keyword(token, "ORDER") || is_keyword(token, "LIMIT") || is_keyword(token, "OFFSET")) group_query();
    in_order_ = is_keyword(token, "ORDER") ||
                (in_order_ && !is_keyword(token, "LIMIT") && !is_keyword(token, "OFFSET") && !is_keyword(token, "HAVING"));
    if (is_sign(ahead(1), "(")) look_at_function();
  }

  /// The scope of the SELECT that the token belongs to.
  void group_query() {
    for (std::size_t i = scopes_.size(); i-- > 0;) {
      if (!scopes_[i].is_query) continue;
      scopes_[i].groups = true;
      return;
    }
  }

  void look_at_group_by() {
    group_query();
    grouped_.push_back(at_);
    if (is_sign(ahead(2), "(")) {
      refuse(here(), "groups wrongly by an expression", "name the expression with BIND and group by that variable");
    }
  }

  void look_at_function() {
    const SparqlToken& token = here();
    if (is_any(token, aggregates)) return look_at_aggregate();
    if (is_any(token, grammar)) return;
    if (!is_any(token, functions)) return refuse_feature(token);
    if (is_keyword(token, "UCASE") || is_keyword(token, "LCASE")) {
      diagnostics_.warning("query.ascii-case", {file_, token.line, token.column},
                           "the embedded engine changes the case of ASCII letters only");
    }
  }

  void look_at_aggregate() {
    const SparqlToken& token = here();
    group_query();
    ++aggregate_count_;
    if (in_order_) refuse(token, "cannot order by an aggregate", "name it in SELECT with AS and order by that variable");
    if (is_keyword(ahead(2), "DISTINCT")) {
      refuse(token, "miscounts DISTINCT inside an aggregate", "aggregate over a sub-query: { SELECT DISTINCT … }");
    }
    const bool counts = is_keyword(token, "COUNT") || is_keyword(token, "SUM");
    if (counts && ahead(2).kind == Kind::Variable) counted_.push_back(at_ + 2);
  }

  void look_at_cast() {
    if (!is_sign(ahead(1), "(") || ahead(1).spaced) return;
    const std::string_view name = here().text;
    const bool known = std::any_of(casts.begin(), casts.end(), [&](std::string_view cast) { return name == "xsd:" + std::string(cast); });
    if (!known) refuse(here(), "has no function " + std::string(name), "load the graph into a full store for this");
  }

  // Variables that rows may lack.

  void look_at_variable() {
    const bool in_pattern = braces_ > 0 && !scopes_.back().is_expression && !is_keyword(before(), "AS");
    const bool is_named = is_keyword(before(), "AS");
    if (in_pattern && !scopes_.back().is_optional) certain_.push_back(at_);
    if (is_named) named_.insert(std::string(here().text));
  }

  /// rasqal counts a row even where the variable has no value there.
  void check_counted() {
    std::erase_if(certain_, [this](std::size_t at) { return std::find(branch_.begin(), branch_.end(), at) != branch_.end(); });
    std::set<std::string_view> certain;
    for (const std::size_t at : certain_) certain.insert(tokens_[at].text);
    for (const std::size_t at : counted_) {
      if (certain.contains(tokens_[at].text) || named_.contains(std::string(tokens_[at].text))) continue;
      refuse(tokens_[at], "counts rows in which " + std::string(tokens_[at].text) + " has no value",
             "use COUNT(*), or bind the variable outside of OPTIONAL and UNION");
    }
  }

  void check_groups() {
    if (grouped_.empty() || aggregate_count_ > 0) return;
    refuse(tokens_[grouped_[0]], "does not group without an aggregate", "use SELECT DISTINCT");
  }

  std::vector<SparqlToken> tokens_;
  const std::string& file_;
  Diagnostics& diagnostics_;
  const SparqlToken none_;
  std::size_t at_ = 0;
  std::vector<Scope> scopes_;
  std::size_t braces_ = 0;
  bool in_order_ = false;
  std::size_t aggregate_count_ = 0;
  std::vector<std::size_t> grouped_, counted_, certain_, branch_;
  std::set<std::string> named_;
  std::set<std::string> refused_;
};

}  // namespace

void find_unsupported(std::string_view sparql, const std::string& file, Diagnostics& diagnostics) {
  FeatureScan(sparql, file, diagnostics).run();
}

}  // namespace chancery
