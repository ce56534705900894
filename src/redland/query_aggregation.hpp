#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "redland/query.hpp"

namespace chancery {

/// rasqal answers an aggregation over no rows wrongly: with nothing where SPARQL wants one row (COUNT is 0), and with a row where it
/// wants none (GROUP BY). If `sparql` aggregates and `ask` says that its pattern matches nothing, `result` becomes what it should
/// be. `ask` runs an ASK query.
void mend_empty_aggregation(std::string_view sparql, QueryResult& result, const std::function<bool(const std::string&)>& ask);

}  // namespace chancery
