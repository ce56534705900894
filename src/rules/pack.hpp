#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "rules/pattern.hpp"

namespace chancery {

/// One entry of a word list: "meet/v", "hold* ~ talks/n". As written; the compiler reads it.
struct ListEntry {
  std::string text;
  Location where;
};

struct WordList {
  std::string name;
  std::vector<ListEntry> entries;
  Location where;
};

/// A named sub-pattern, with parameters: `list(X): "X (',' X)* …"`.
struct Phrase {
  std::string name;
  std::vector<std::string> parameters;
  PatternPtr pattern;
  Location where;
};

/// Where the values of a rule or a frame stand in its file, by key: "frame", "set.type". What is found wrong later than the file is
/// read names its true place by it.
class Places {
 public:
  void add(std::string key, Location where) { all_.emplace_back(std::move(key), std::move(where)); }
  /// The place of `key`, or `otherwise` if none was noted.
  [[nodiscard]] const Location& of(std::string_view key, const Location& otherwise) const {
    for (const auto& [name, where] : all_) {
      if (name == key) return where;
    }
    return otherwise;
  }

 private:
  std::vector<std::pair<std::string, Location>> all_;
};

/// Where a trigger rule looks for the fillers of a role, seen from its trigger.
enum class SelectorKind : std::uint8_t {
  Subject,          ///< subject of the trigger's verb group (of a passive: the patient, as the words show it)
  Object,           ///< direct object
  Agent,            ///< "by" phrase of a passive
  Actor,            ///< who does what the verb says: the subject, of a passive the agent
  Patient,          ///< to whom it is done: the direct object, of a passive the subject
  After,            ///< noun phrases after one of `words`, to the right of the trigger, inside the clause: {after: [with, and]}
  Before,           ///< mentions directly before the trigger noun, modifiers included: "Trump-Putin summit", "US-Russia talks"
  Possessor,        ///< owner of the trigger's noun group: "Witkoff's meeting", "his talks"
  Inside,           ///< any mention of a fitting class inside the trigger's own noun group
  SubjectOfClause,  ///< subject of the clause that a trigger noun stands in: "X held talks"
  Pattern,          ///< captures of `pattern`, matched anywhere in the clause
};

struct Selector {
  SelectorKind kind = SelectorKind::Subject;
  std::vector<std::string> words;
  PatternPtr pattern;
  Location where;
};

struct RoleSelectors {
  std::string role;
  std::vector<Selector> selectors;  ///< all are used; what they find is joined, in text order
  Location where;
};

enum class RuleKind : std::uint8_t { Mention, Event, Cue, Speaker };
enum class CueScope : std::uint8_t { VerbGroup, Clause, Complement, Sentence, Quote };
enum class Direction : std::uint8_t { Either, Left, Right };

/// What one example of a rule expects: role to surface forms, or nothing at all.
struct Example {
  std::string text;
  bool none = false;
  bool exact_frames = false;
  std::vector<std::pair<std::string, std::vector<std::string>>> expect;
  Places places;        ///< of the roles expected, and of the classes of `lexicon`
  std::string context;  ///< sentences before
  std::string headline;
  std::string date;
  std::vector<std::pair<std::string, std::string>> lexicon;  ///< extra names that the example needs: name, class
  Location where;
};

/// `set: {tenure: {former: ch:Former}}`: the role or feature `name` gets `value` where the match holds `word`.
struct ConditionalSet {
  std::string name;
  std::string word;  ///< a word, its beginning ("ex-*") or end ("*-elect"), or a word list ("<former>")
  std::string value;
  Location where;
  /// The name of the word list, or nothing.
  [[nodiscard]] std::string_view list() const {
    const bool named = word.size() > 2 && word.front() == '<' && word.back() == '>';
    return named ? std::string_view(word).substr(1, word.size() - 2) : std::string_view();
  }
};

/// A rule as written. Which fields are used depends on `kind`.
struct Rule {
  RuleKind kind = RuleKind::Event;
  std::string name;     ///< unique in the pack, with the file's stem in front: "meetings/met-with"
  std::string mention;  ///< class that a mention rule makes
  std::string frame;    ///< frame that an event rule makes; a mention rule may make one as well (its `holder` role, or the
                        ///< role named by `self`, is the mention)
  std::string self;
  PatternPtr pattern;  ///< may be null in a trigger rule
  PatternPtr trigger;
  std::vector<RoleSelectors> roles;
  std::map<std::string, std::string> set;  ///< role or feature → value; of a cue: what it sets
  std::vector<ConditionalSet> set_when;    ///< values that depend on a word of the match
  std::string form;                        ///< of a mention rule: "proper" (default) | "nominal"
  std::string on;                          ///< of a cue: the frame it changes; empty: every frame
  CueScope scope = CueScope::Clause;
  Direction direction = Direction::Either;
  int pass = 1;
  int priority = 0;
  std::vector<std::string> suppress;
  std::vector<Example> examples;
  Location where;
  Places places;  ///< of values: `mention`, `frame`, `self`, `on`, `suppress`, `pass`, `set.NAME`
};

struct RoleDef {
  std::string name;
  std::vector<std::string> classes;  ///< classes that may fill it; empty with `one_of`
  bool many = false;
  std::vector<std::string> one_of;  ///< a role with named values
  std::string default_value;
  /// Defaults by what the verb says, instead of `default_value`: it happened, it is to come, it is wished or possible. Empty: none.
  std::string past_value, future_value, modal_value;
  Location where;
};

struct Adjunct {
  std::string role;
  std::string in;                   ///< "clause" | "sentence" | "noun-phrase"
  PatternPtr pattern;               ///< its captures, or its only mention, fill the role
  std::vector<std::string> unless;  ///< named values: frames that have one of them do not take it
  Location where;
};

struct FillRule {
  std::string role;
  std::vector<std::string> from;  ///< in order: "subject-of-clause", "possessor", "previous-sentence", "dateline", "headline", …
  Location where;
};

/// `$(role)`, `$(role.label)`, text; or a value map.
struct TripleObject {
  std::string text;      ///< template, when there is no map
  std::string map_role;  ///< `{map: $(type), to: {…}}`
  std::vector<std::pair<std::string, std::string>> map_to;
  std::string datatype;  ///< compact name
  std::string language;
};

struct TripleTemplate {
  std::string subject;    ///< template; empty: the frame's `s`
  std::string predicate;  ///< compact name, "a" for rdf:type
  TripleObject object;
  Location object_where;
  bool identifying = false;  ///< always in the plain graph (`model.md`); else it is a claim that must be asserted
  Location where;
};

struct FrameDef {
  std::string name;
  std::vector<RoleDef> roles;
  std::vector<Adjunct> adjuncts;
  std::vector<FillRule> fill;
  bool presupposed = false;
  /// `same-when`, as written: parsed by `resolve`.
  std::map<std::string, std::vector<std::string>> same_when;
  std::string requires_role;  ///< "participant"
  int requires_count = 0;
  std::string subject;  ///< template of the node: "meeting:$(key)"
  std::vector<TripleTemplate> triples;
  Location where;
  Places places;  ///< of `requires`, `s`, `same-when.KEY`
};

/// A mention class declared by the pack.
struct ClassDef {
  std::string name;
  std::string parent;              ///< a built-in class or one declared before
  std::vector<std::string> types;  ///< compact names of the RDF classes of its entities
  Location where;
};

struct Manifest {
  std::string name, version, licence;
  /// Packs whose frames and rules are read first: folders, or single files of such, as seen from this pack's.
  std::vector<std::string> needs;
  /// A folder of mappings of which the words are taken, and no rules: lexicon, abbreviations, furniture. May be empty.
  std::string language;
  /// Steps that are left out, to measure what they add: no expression of time is read; pronouns and role nouns ("the envoy") stay
  /// unresolved.
  bool without_dates = false, without_coreference = false;
};

/// Everything that the YAML files of a pack say, checked for form but not compiled. Keeps file order (files by path).
struct RulePack {
  Manifest manifest;
  std::vector<ClassDef> classes;
  std::vector<WordList> lists;
  std::vector<Phrase> phrases;
  std::vector<Rule> rules;
  std::vector<FrameDef> frames;
  std::vector<std::pair<std::string, std::string>> prefixes;
  std::vector<std::pair<std::string, PatternPtr>> furniture;  ///< unused by patterns; see text/furniture
  std::vector<std::string> word_folders;  ///< mappings whose lexicons are read, in order: languages and packs needed, then the pack
  std::string version_hash;               ///< over all files read
  std::vector<std::pair<std::string, std::string>> sources;  ///< file and text, so that later diagnostics can show their line

  [[nodiscard]] const FrameDef* frame(std::string_view name) const;
  /// The line of the sources that `where` names, or nothing.
  [[nodiscard]] std::string_view source_line(const Location& where) const;
};

/// Read a pack: `pack.yaml`, `frames/*.yaml`, `rules/*.yaml`, and every mistake in them. A thing that cannot be used is left out.
RulePack read_pack(const std::string& folder, Diagnostics& diagnostics);
/// Several packs as one, in this order. What two of them need is read once; the manifest is the first one's.
RulePack read_packs(const std::vector<std::string>& folders, Diagnostics& diagnostics);
/// The same from one YAML text, for tests and `rules try`. `file` only names the source.
void read_pack_text(const std::string& yaml, const std::string& file, RulePack& pack, Diagnostics& diagnostics);

}  // namespace chancery
