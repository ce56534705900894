#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "base/symbol_table.hpp"
#include "lexicon/entry.hpp"
#include "time/date_value.hpp"

namespace chancery {

/// A class of mentions: built in, or declared by a rule pack as a subclass of one that is. Index into the pack's class table, in
/// which the built-in classes come first, in this order.
using ClassId = std::uint8_t;
namespace mention_class {
inline constexpr ClassId any = 0;   ///< every mention
inline constexpr ClassId name = 1;  ///< a name nothing is known of: a run of capitalised words
inline constexpr ClassId person = 2;
inline constexpr ClassId polity = 3;
inline constexpr ClassId organization = 4;
inline constexpr ClassId place = 5;
inline constexpr ClassId title = 6;  ///< the name of an office: `Mention::role`
inline constexpr ClassId date = 7;
inline constexpr ClassId number = 8;
inline constexpr ClassId quote = 9;
inline constexpr ClassId built_in_count = 10;
}  // namespace mention_class

enum class MentionForm : std::uint8_t {
  Proper,      ///< a name
  Adjective,   ///< "Russian", "Ukrainians": a name by its adjective or demonym
  Nominal,     ///< a role noun: "the Russian leader", "his Turkish counterpart", "the envoy"
  Pronoun,     ///< "he", "who", "they"
  Possessive,  ///< "his", "their"
  Value,       ///< titles, dates, numbers, quotations
};

using MentionId = std::uint32_t;
using EntityId = std::uint32_t;
inline constexpr std::uint32_t no_mention = 0xFFFFFFFFU;
inline constexpr std::uint32_t no_entity = 0xFFFFFFFFU;
inline constexpr KindId no_kind = 0xFFFFFFFFU;

/// A part of a mention that a rule named: `title` of a person, `body` of a title, …
struct Feature {
  Symbol name = Symbol::None;      ///< in the run's symbol table
  MentionId mention = no_mention;  ///< the mention captured, if it was one
  TokenSpan tokens;                ///< the tokens captured, empty for a value that a rule set
  Symbol value = Symbol::None;     ///< a value that a rule set: "former"
  std::uint32_t match = 0;         ///< number of the rule's match: those of one match belong together
};

/// A stretch of text that stands for something. Two mentions may be parallel ("Moscow": a place and a polity).
struct Mention {
  TokenSpan tokens;  ///< the whole noun phrase: "UK Prime Minister Sir Keir Starmer"
  TokenSpan head;    ///< the name itself, the role noun, the pronoun: "Keir Starmer"
  ClassId cls = mention_class::any;
  MentionForm form = MentionForm::Proper;
  Gender gender = Gender::Unknown;
  bool plural = false;
  bool inside = false;              ///< inside a larger mention: fills no role of an event on its own
  std::vector<EntryId> candidates;  ///< lexicon entries, most likely first; empty: the lexicon does not know it
  RoleId role = no_role;            ///< of a title
  KindId kind = no_kind;            ///< of an organisation named by what it is: "foreign ministry"
  std::int32_t value = -1;          ///< of a date: index into `Mentions::dates`; of a quote: the quotation's index
  std::vector<Feature> features;
  std::int32_t rule = -1;         ///< mention rule that made it, or -1
  EntityId entity = no_entity;    ///< after resolving
  std::vector<EntityId> members;  ///< of a plural role noun, after resolving: who they are ("the Russian and Chinese presidents")
};

/// A date expression of the text.
struct DateMention {
  TokenSpan tokens;
  DateValue value;
};

/// All mentions of a document. As found they are in order of `tokens.begin`, then larger first; mention rules grow them in place
/// and append, so that ids stay. A mention with an empty span is withdrawn.
struct Mentions {
  std::vector<Mention> items;
  std::vector<DateMention> dates;
  std::optional<Day> today;  ///< the day from which the dates are counted; none: the article has no date
};

}  // namespace chancery
