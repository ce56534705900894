#pragma once

#include <vector>

#include "annotate/local_words.hpp"
#include "annotate/tag.hpp"
#include "text/document.hpp"

namespace chancery {

/// Changes `tags`, one a token, where a clause as a whole rules out what two neighbours suggest. Linear in the document.
/// - "In Lima, jailed leader NAME met": a past or participle in front of a noun without a determiner, with nothing before it in the
///   sentence that could be its subject, is an adjective; and where the rest has no finite verb, its first participle that may be a
///   past becomes one.
/// - "NAME, the envoy, held talks, officials said": a sentence whose only finite verb is that of the attribution behind it takes its first
///   participle that may be a past for one.
/// - "will lay a wreath and call on NAME", "wants to visit a school and tour the port": behind a conjunction a plain form, not a noun.
/// - "said NAME spoke by phone": a past behind a name, where the word is rather a verb and the clause has no other.
/// - "NAME plans to meet", without another verb: a verb, not a plural.
/// - "met visiting President NAME", "visiting President NAME met": a gerund that may be an adjective, in front of a title and a name, between
///   the verb and what it is about.
/// - "said NAME last met NAME": an adverb and a past, not adjectives.
/// - "laid a wreath and on Tuesday telephoned NAME": behind a conjunction and phrases, in front of a noun, a past.
/// - "met NAME and Rosatom head NAME": a plain form between two names, which would be the second verb of the clause, is a noun.
/// - "NAME, left, and NAME, right, met": alone between two commas, behind a name, a word that may be an adverb is one.
/// - "have both met": a quantifier between an auxiliary and its participle is an adverb.
/// - "met NAME in Lima before Peru holds elections": a preposition that may begin a clause does where a second verb follows its noun.
void mend_by_clause(const Document& document, const LocalWords& words, std::vector<Tag>& tags);

}  // namespace chancery
