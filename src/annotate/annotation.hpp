#pragma once

#include <cstdint>
#include <vector>

#include "base/span.hpp"
#include "base/symbol_table.hpp"

namespace chancery {

/// Parts of speech: the universal tag set (UPOS, universaldependencies.org).
enum class Pos : std::uint8_t {
  Noun,
  ProperNoun,
  Verb,
  Auxiliary,
  Adjective,
  Adverb,
  Pronoun,
  Determiner,
  Adposition,
  Numeral,
  Conjunction,
  Subordinator,
  Particle,
  Interjection,
  Punctuation,
  Symbol,
  Other,
};

/// The form of a verb; `None` for everything that is no verb or auxiliary.
enum class VerbForm : std::uint8_t { None, Base, Present, Past, PastParticiple, Gerund };

struct TokenAnnotation {
  Symbol lemma = Symbol::None;  ///< in the document's scope; the word itself where none is known
  Pos pos = Pos::Other;
  VerbForm form = VerbForm::None;
  bool plural = false;  ///< a plural noun, or a verb in a plural form
  bool of = false;      ///< the preposition whose noun says what the one before it is made of: "days of talks"
};

/// A noun group: determiner to head, no prepositional phrase, no apposition, no clause. "the five-hour meeting", "UK Prime
/// Minister Sir Keir Starmer". A possessive is part of the group of its owner's noun: "Witkoff 's meeting" is one group with
/// `possessor` naming the tokens before "'s".
struct NounGroup {
  TokenSpan tokens;
  std::uint32_t head = 0;  ///< token
  TokenSpan possessor;     ///< empty if there is none; without the "'s"
  bool plural = false;
  bool definite = false;  ///< "the", a possessive, a demonstrative, or a proper name
  bool pronoun = false;
};

enum class Tense : std::uint8_t { None, Past, Present, Future };

/// A verb group: auxiliaries, negation, adverbs and the main verb. "has not been invited to meet" is two groups: "has not been
/// invited" and "to meet", the second with `infinitive` and `governor` the first.
struct VerbGroup {
  TokenSpan tokens;
  std::uint32_t head = 0;  ///< token of the main verb
  Tense tense = Tense::None;
  bool passive = false;
  bool perfect = false;
  bool progressive = false;
  bool negated = false;
  bool infinitive = false;      ///< "to meet"
  bool participle = false;      ///< a reduced clause: "speaking after …", "invited by …"
  Symbol modal = Symbol::None;  ///< "may", "could", "would", "will" …, lemma
  std::int32_t governor = -1;   ///< verb group whose complement this one is: "plans to meet", "agreed to hold"
  std::int32_t subject = -1;    ///< noun group, where word order shows it (relative pronouns resolved to their noun)
  std::int32_t object = -1;     ///< noun group: the direct object of an active verb
  std::uint32_t clause = 0;
};

enum class ClauseKind : std::uint8_t { Main, Relative, Complement, Adverbial, Participial, Coordinate };

/// A clause with at most one finite verb group. Clauses cover the sentence; a nested one cuts its parent in two, so `tokens` of
/// the parent includes the child.
struct Clause {
  TokenSpan tokens;
  ClauseKind kind = ClauseKind::Main;
  std::int32_t parent = -1;
};

/// Noun groups joined by commas and conjunctions: "A, B, and C".
struct NounList {
  std::vector<std::uint32_t> members;  ///< noun groups, in order
  TokenSpan tokens;
};

/// `second` stands in apposition to `first`: "Mao Ning, a spokeswoman", "the spokeswoman, Mao Ning,".
struct Apposition {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
};

/// A prepositional phrase: the noun group behind a preposition, and what it most likely belongs to: the noun before "of", the
/// verb group of its clause, or the noun group before it. At most one governor is set; none at the start of a sentence, where
/// the phrase belongs to the clause. The members of a list behind one preposition have an attachment each.
struct Attachment {
  std::uint32_t noun_group = 0;
  std::uint32_t preposition = 0;    ///< token: the last one of "because of", "according to"
  std::int32_t noun_governor = -1;  ///< noun group
  std::int32_t verb_governor = -1;  ///< verb group
};

/// What shallow syntax says of a document. All indexes are into this object's own vectors or the document's tokens.
struct Annotation {
  std::vector<TokenAnnotation> tokens;
  std::vector<NounGroup> noun_groups;
  std::vector<VerbGroup> verb_groups;
  std::vector<Clause> clauses;
  std::vector<NounList> lists;
  std::vector<Apposition> appositions;      ///< in order of `first`
  std::vector<Attachment> attachments;      ///< in order of `preposition`, then `noun_group`
  std::vector<std::int32_t> noun_group_of;  ///< per token, or -1
  std::vector<std::int32_t> verb_group_of;  ///< per token, or -1
  std::vector<std::int32_t> list_of;        ///< per noun group, or -1
  std::vector<std::uint32_t> clause_of;     ///< per token: the innermost clause
};

}  // namespace chancery
