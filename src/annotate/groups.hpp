#pragma once

#include <cstdint>
#include <vector>

#include "annotate/annotation.hpp"
#include "annotate/tag.hpp"
#include "text/document.hpp"

namespace chancery {

class Lexicon;

/// What a function word does in the building of groups and clauses, beyond its tag.
enum class GrammarWord : std::uint8_t {
  None,
  Of,
  By,
  As,
  Well,
  Along,
  With,
  To,
  And,
  Or,
  But,
  That,
  Which,
  Who,
  Whom,
  Whose,
  Never,
  Will,
  Shall,
  Was,
  Had,
  Did,
  The,
  Demonstrative,
  TimeNoun,     ///< "week", "year": ends a group in front of a name
  Weekday,      ///< "Tuesday", "yesterday": starts a group behind a noun
  Month,        ///< "June": behind a preposition ends a group in front of a name
  Preposition,  ///< a participle that serves as one: "according", "including", "following"
  It,
  Than,
  Longer,
  Quantifier,  ///< "all", "some": a determiner even when it stands alone
  NameSuffix,  ///< "Jr.": belongs to the name in front of the comma
  AdverbNoun,  ///< "home": ends a group in front of a name
  Demonym,     ///< "Korean": the adjective of a name, also where it is part of one ("South Korean")
};

/// Facts per token that the builders of groups and clauses share.
struct TaggedText {
  const Document& document;
  const std::vector<Tag>& tags;
  const std::vector<GrammarWord>& words;
  const Lexicon& lexicon;

  [[nodiscard]] Tag tag(std::uint32_t token) const { return tags[token]; }
  [[nodiscard]] bool is(std::uint32_t token, TagSet set) const { return set.has(tags[token]); }
  [[nodiscard]] GrammarWord word(std::uint32_t token) const { return words[token]; }
};

/// Appends the noun groups of `tokens` and marks them in `out.noun_group_of`.
void find_noun_groups(const TaggedText& text, TokenSpan tokens, Annotation& out);

/// Appends the verb groups of `tokens`, between the noun groups, and marks them in `out.verb_group_of`.
void find_verb_groups(const TaggedText& text, TokenSpan tokens, Annotation& out);

}  // namespace chancery
