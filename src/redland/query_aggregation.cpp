#include "redland/query_aggregation.hpp"

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "redland/sparql_tokens.hpp"

namespace chancery {
namespace {

/// A query that aggregates at its top level.
struct Aggregation {
  std::map<std::string, std::string, std::less<>> functions;  ///< by the name that follows AS, without its question mark
  bool is_grouped = false;
  std::string ask;  ///< asks whether the pattern matches at all
};

bool is_sign(const SparqlToken& token, std::string_view sign) {
  return token.kind == SparqlToken::Kind::Sign && token.text == sign;
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

bool is_aggregate(std::string_view name) {
  return name == "COUNT" || name == "SUM" || name == "AVG" || name == "MIN" || name == "MAX" || name == "SAMPLE" || name == "GROUP_CONCAT";
}

/// The text from the first brace to the one that closes it.
std::string_view pattern_of(std::string_view sparql, const std::vector<SparqlToken>& tokens) {
  std::size_t depth = 0;
  std::size_t begin = 0;
  for (const SparqlToken& token : tokens) {
    const auto at = static_cast<std::size_t>(token.text.data() - sparql.data());
    if (is_sign(token, "{") && depth++ == 0) begin = at;
    if (is_sign(token, "}") && --depth == 0) return sparql.substr(begin, at + 1 - begin);
  }
  return {};
}

std::optional<Aggregation> read_aggregation(std::string_view sparql) {
  const std::vector<SparqlToken> tokens = tokenize_sparql(sparql);
  Aggregation out;
  std::size_t depth = 0;
  std::string function;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const SparqlToken& token = tokens[i];
    if (is_sign(token, "{")) ++depth;
    if (is_sign(token, "}")) --depth;
    if (depth > 0) continue;
    if (is_keyword(token, "SELECT")) {
      out.ask = std::string(sparql.substr(0, static_cast<std::size_t>(token.text.data() - sparql.data())));
    } else if (is_keyword(token, "GROUP")) {
      out.is_grouped = true;
    } else if (token.kind == SparqlToken::Kind::Word && is_aggregate(upper(token.text))) {
      function = upper(token.text);
    } else if (is_keyword(token, "AS") && i + 1 < tokens.size() && !function.empty()) {
      out.functions[std::string(tokens[i + 1].text.substr(1))] = std::exchange(function, {});
    }
  }
  if (out.functions.empty()) return std::nullopt;
  out.ask += "ASK " + std::string(pattern_of(sparql, tokens));
  return out;
}

/// The value of an aggregate over nothing.
std::optional<Term> value_of_nothing(std::string_view function) {
  if (function == "COUNT" || function == "SUM" || function == "AVG") return make_literal("0", std::string(ns::xsd) + "integer");
  if (function == "GROUP_CONCAT") return make_literal("");
  return std::nullopt;
}

}  // namespace

void mend_empty_aggregation(std::string_view sparql, QueryResult& result, const std::function<bool(const std::string&)>& ask) {
  if (result.kind != QueryResult::Kind::Rows || result.rows.size() > 1) return;
  const std::optional<Aggregation> found = read_aggregation(sparql);
  if (!found || ask(found->ask)) return;
  result.rows.clear();
  if (found->is_grouped) return;
  std::vector<std::optional<Term>>& row = result.rows.emplace_back();
  for (const std::string& column : result.columns) {
    const auto function = found->functions.find(column);
    row.push_back(function == found->functions.end() ? std::nullopt : value_of_nothing(function->second));
  }
}

}  // namespace chancery
