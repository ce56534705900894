#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "annotate/mention.hpp"
#include "annotate/name_vocabulary.hpp"
#include "text/document.hpp"

namespace chancery {

/// What one name of the lexicon at one place of the text can be, after its spelling there was looked at.
struct NameReadings {
  TokenSpan tokens;              ///< empty: no name here
  std::vector<EntryId> entries;  ///< most likely first
  RoleId role = no_role;
  KindId kind = no_kind;   ///< of an organisation named by what it is
  bool adjective = false;  ///< only as adjective or demonym
  bool weak = false;       ///< every reading needs support
  bool is_short = false;   ///< only as a short form, such as a surname
};

/// What a compound such as "Oslo-based" tells of, and the token behind it.
struct Modifier {
  EntryId entry = no_entry;
  std::uint32_t end = 0;
};

/// Facts about a token that decide whether its capital letter means anything.
struct TokenFacts {
  bool cap = false;      ///< written as names are
  bool start = false;    ///< first word of a sentence, quotation or list item
  bool blocked = false;  ///< part of a date
  bool loud = false;     ///< in a title-case headline or a line in capitals
  bool tells = false;    ///< a compound begins here that tells of a name: "then-US", "Oslo-based"
};

/// Finds names and titles in one document: those of the lexicon, and runs of capitalised words that it lacks. A capital where
/// any word has one (start of a sentence, headline) is evidence only if the word has one elsewhere too, or is no word of the
/// language. One object a document; the vocabulary is borrowed.
class NameScan {
 public:
  NameScan(const Document& document, const NameVocabulary& vocabulary, Mentions& out);
  /// Append names and titles to `out.items`.
  void run();

 private:
  void part_titles();
  void widen_titles();
  [[nodiscard]] std::uint32_t before_pair(const NameMatch& match) const;
  [[nodiscard]] bool holds_of(TokenSpan title) const;
  [[nodiscard]] bool is_of_ministers(const NameMatch& match) const;
  [[nodiscard]] bool is_field(std::uint32_t token) const;
  [[nodiscard]] bool ends_name_of_body(std::uint32_t token) const;
  [[nodiscard]] bool serves_fields(const NameMatch& match) const;
  [[nodiscard]] std::uint32_t after_portfolios(TokenSpan title) const;
  void learn_facts();
  void mark_starts();
  void mark_loud();
  void learn_hyphens();
  void learn_support();
  void learn_surnames();
  void learn_prefixed_surname(std::uint32_t token);
  [[nodiscard]] bool goes_on(std::uint32_t token) const;
  [[nodiscard]] bool is_of_people(Symbol w) const;
  [[nodiscard]] bool is_form_of_address(std::uint32_t token) const;
  [[nodiscard]] bool stands_as_noun(std::uint32_t token) const;
  void learn_compounds();
  void learn_acronyms();
  [[nodiscard]] bool has_initials(TokenSpan name, std::string_view letters) const;
  [[nodiscard]] EntryId named_by(std::span<const Symbol> base, bool (*fits)(EntryClass)) const;
  bool learn_modifier(std::uint32_t token);
  bool learn_lettered(std::uint32_t token, std::string_view folded);
  void learn_suffixed(std::uint32_t token, std::string_view base);
  void learn_prefixed(std::uint32_t token, std::string_view base);
  void learn_prefixed_state(std::uint32_t token, Symbol base, std::uint32_t fewest);
  void add_compound(NameReadings readings);
  bool add_title_compound(const std::vector<Symbol>& phrase, TokenSpan tokens);
  [[nodiscard]] bool is_list_entry(TokenSpan line) const;
  [[nodiscard]] bool is_title_case(TokenSpan tokens, bool headline) const;
  [[nodiscard]] const NameReadings& readings_at(std::uint32_t token) const;
  [[nodiscard]] NameReadings readings_of(const NameMatch& match) const;
  [[nodiscard]] bool is_hyphenated(std::uint32_t token) const;
  [[nodiscard]] bool is_supported(Symbol word) const;
  [[nodiscard]] bool starts_name(std::uint32_t token, const NameReadings& readings) const;
  [[nodiscard]] bool is_given_before_surname(std::uint32_t token) const;
  [[nodiscard]] bool is_given_title_name(std::uint32_t token, std::uint32_t limit) const;
  [[nodiscard]] bool is_apposed_given_name(std::uint32_t token, std::uint32_t limit) const;
  [[nodiscard]] bool is_title_at(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t extend(std::uint32_t begin, std::uint32_t limit) const;
  [[nodiscard]] std::uint32_t piece_end(std::uint32_t token, std::uint32_t limit) const;
  [[nodiscard]] std::uint32_t after_particles(std::uint32_t token, std::uint32_t limit) const;
  [[nodiscard]] std::uint32_t office_tail_end(std::uint32_t token, std::uint32_t limit) const;
  [[nodiscard]] std::uint32_t after_regions(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const;
  [[nodiscard]] std::uint32_t after_joiner(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const;
  [[nodiscard]] std::uint32_t after_abbreviated(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const;
  [[nodiscard]] std::uint32_t after_possessive(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const;
  [[nodiscard]] bool pairs_states(std::uint32_t hyphen, std::uint32_t limit) const;
  [[nodiscard]] bool joins_hyphen(std::uint32_t hyphen, std::uint32_t limit) const;
  /// The end of a name of two words joined by "and" before what heads it: "Immigration and Naturalization Service"; else `token`.
  [[nodiscard]] std::uint32_t after_pair(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const;
  [[nodiscard]] std::uint32_t after_hyphen(std::uint32_t begin, std::uint32_t hyphen, std::uint32_t limit) const;
  /// An acronym that is a name of its own: "CERN" in "Organization for Nuclear Research CERN".
  [[nodiscard]] bool stands_apart(std::uint32_t begin, std::uint32_t token) const;
  [[nodiscard]] bool is_surname_title(std::uint32_t token) const;
  /// "King" or "May" of one whose full name the document has.
  [[nodiscard]] bool is_bare_surname(std::uint32_t token) const;
  [[nodiscard]] bool is_in_body(std::uint32_t token) const;
  [[nodiscard]] bool is_bracketed_acronym(std::uint32_t token) const;
  [[nodiscard]] bool is_currency(std::uint32_t token) const;
  [[nodiscard]] bool is_event_word(std::uint32_t token) const;
  [[nodiscard]] bool is_in_name_of_event(const NameReadings& readings) const;
  [[nodiscard]] std::uint32_t after_nickname(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const;
  [[nodiscard]] bool is_initial(std::uint32_t token) const;
  [[nodiscard]] bool is_pronoun(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t portfolio_end(TokenSpan run) const;
  [[nodiscard]] bool tells_hyphens_apart(std::uint32_t hyphen) const;
  [[nodiscard]] bool begins_person(std::uint32_t token) const;
  [[nodiscard]] bool is_initial_behind_state(const NameReadings& state, std::uint32_t end) const;
  [[nodiscard]] bool is_styled_person(TokenSpan run) const;
  [[nodiscard]] bool is_family_and_given(std::uint32_t token) const;
  [[nodiscard]] bool begins_organization(std::uint32_t token) const;  ///< with a name of several words that the lexicon has
  [[nodiscard]] bool names_polity(std::uint32_t last) const;          ///< a name of one word that ends with the token `last`
  std::uint32_t scan_at(std::uint32_t token, std::uint32_t limit);
  [[nodiscard]] bool begins_body(std::uint32_t token, std::uint32_t limit) const;
  std::uint32_t take_nickname(std::uint32_t end, std::uint32_t limit);
  /// The role of "King" in "King NAME", where the lexicon has that as the name of a person; else `no_role`.
  [[nodiscard]] RoleId ruler_before_name(const NameReadings& readings) const;
  /// The end of "the King NAME Hotel", "at Queen NAME Barracks", whose title is part of a place's name; else `end`.
  [[nodiscard]] std::uint32_t after_ruler_site(std::uint32_t token, std::uint32_t end, std::uint32_t limit) const;
  std::uint32_t emit_ruler(NameReadings readings, RoleId role, std::uint32_t limit);
  /// "Deputy U.S. Secretary of State": a title with its state inside; true if one begins at `token`, which is then moved behind it.
  bool emit_parted_title(std::uint32_t& token, const NameReadings& first, std::uint32_t limit);
  std::uint32_t emit_modifier(std::uint32_t token, Modifier modifier);
  void emit_run(TokenSpan run);
  bool emit_split(TokenSpan run);
  [[nodiscard]] std::uint32_t holder_of_body(TokenSpan run) const;
  [[nodiscard]] std::uint32_t party_of_event(TokenSpan run) const;
  [[nodiscard]] bool is_body_of_title(std::uint32_t begin) const;
  [[nodiscard]] bool begins_with_body(TokenSpan run) const;
  [[nodiscard]] bool is_surname_behind_place(std::uint32_t place, Symbol surname) const;
  [[nodiscard]] bool is_behind_title(std::uint32_t begin) const;
  [[nodiscard]] bool is_holder_behind_body(std::uint32_t body, TokenSpan rest) const;
  /// A name that says what the office right before it is for.
  [[nodiscard]] bool ends_office(TokenSpan name) const;
  /// Right behind a form of address ("Mr. Paris", "Sheikh Sabah"): no place is meant.
  [[nodiscard]] bool is_addressed(TokenSpan run, const NameReadings& readings) const;
  [[nodiscard]] bool is_language(const NameReadings& readings);
  void emit_entries(const NameReadings& readings);
  void emit_kind(const NameReadings& readings);
  /// "Ministry of Defence of NAME": what its first words name, of the state at its end; false if `whole` is no such name.
  bool emit_kind_of_state(const NameReadings& kind, TokenSpan whole);
  /// "Peru's Supreme Court", where the lexicon has a body of another state by the name of this kind.
  [[nodiscard]] bool is_of_another_state(const NameReadings& readings) const;
  void emit_name(TokenSpan run);
  [[nodiscard]] ClassId class_of_run(TokenSpan run, Gender& gender) const;
  [[nodiscard]] TokenSpan trim_start(TokenSpan run) const;
  [[nodiscard]] Symbol word(std::uint32_t token) const { return document_.tokens[token].word; }
  Mention& add(TokenSpan tokens, ClassId cls);

  const Document& document_;
  const NameVocabulary& vocabulary_;
  Mentions& out_;
  std::vector<TokenFacts> facts_;
  std::vector<std::int32_t> match_at_;  ///< per token: index into `matches_`, or -1
  std::vector<NameMatch> matches_;
  std::vector<NameReadings> readings_;  ///< of `matches_`
  std::vector<Symbol> repeated_;        ///< sorted: those of them seen more than once
  /// By first token: titles that a suffix is joined to ("Prime Minister-designate"), states behind a prefix ("then-US").
  std::unordered_map<std::uint32_t, NameReadings> compounds_;
  std::unordered_map<std::uint32_t, Modifier> modifiers_;  ///< by first token: the state or body in "U.S.-led"
  bool hyphens_apart_ = false;
  std::uint32_t language_end_ = 0;  ///< behind the last language found
  std::vector<Symbol> supported_;   ///< sorted: words seen capitalised where only names are
  std::vector<Symbol> surnames_;    ///< titles and months that are surnames here
};

}  // namespace chancery
