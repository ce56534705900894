#pragma once

#include <iosfwd>

#include "match/matcher.hpp"
#include "pipeline/resources.hpp"
#include "text/article.hpp"

namespace chancery {

/// Say for each sentence of `article`, and for the inside of each quotation, what became of the rule: that its trigger is absent; or
/// how far it came, which token stopped it and what it wanted there; or that it matched, where its roles found no filler, and what
/// became of its frame.
void explain_why_not(const Resources& resources, RuleId rule, Article article, std::ostream& out);

}  // namespace chancery
