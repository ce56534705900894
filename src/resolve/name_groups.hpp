#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "annotate/annotation.hpp"
#include "annotate/mention.hpp"
#include "resolve/knowledge.hpp"
#include "text/document.hpp"

namespace chancery {

/// One use of a name in the text: the mentions that read it, which are parallel.
struct NameUse {
  TokenSpan head;
  std::span<const MentionId> readings;  ///< in the memory of `NameGroups`
  std::int32_t part_of = -1;  ///< index of the group whose longer name begins with this one: "Russian" of "Russian Foreign Ministry"
  TokenSpan leading;          ///< the reverse: the polity's name that this name begins with
  TokenSpan trailing;         ///< the polity's name that ends it: "Norway" of "Foreign Ministry of Norway"
  EntityId entity = no_entity;
};

/// All uses of one spelling of a name in an article (case aside). An article means one thing by one name, so evidence from all
/// uses is counted together.
struct NameGroup {
  std::vector<Symbol> words;
  std::vector<NameUse> uses;
  std::vector<EntryId> candidates;  ///< of all uses, most likely first
  KindId kind = no_kind;
  bool adjective = false;               ///< only adjectives and demonyms
  bool titled = false;                  ///< a rule read it as a person
  bool placed = false;                  ///< a rule read it as a place
  bool employs = false;                 ///< a rule read it as the body of an office that organisations have
  ClassId given = mention_class::name;  ///< the class that the finder or a rule gave without the lexicon
  Gender gender = Gender::Unknown;
  int person = 0, organization = 0, place = 0;  ///< evidence
  int place_cues = 0;                           ///< weaker: "from", "to"
  std::size_t venue_cues = 0;                   ///< of those, "at"
  ClassId cls = mention_class::any;             ///< decided; any: not yet, or nothing that is named
  EntryId entry = no_entry;
  bool dropped = false;  ///< credits only: names nobody
  bool acronym = false;  ///< one word in capitals

  [[nodiscard]] int best() const {
    return person > place ? (person > organization ? person : organization) : (place > organization ? place : organization);
  }
};

/// Collects the names of an article and what stands around them.
class NameGroups {
 public:
  NameGroups(const ResolverKnowledge& knowledge, const Document& document, const Annotation& annotation, const Mentions& mentions);
  NameGroups(const NameGroups&) = delete;
  NameGroups& operator=(const NameGroups&) = delete;

  std::vector<NameGroup> groups;  ///< by first use
  /// Group of the use whose head begins at `token`, or -1.
  [[nodiscard]] std::int32_t group_at(std::uint32_t token) const;
  /// The use with this head; null if there is none.
  [[nodiscard]] const NameUse* use_of(TokenSpan head) const;

 private:
  struct StatedBody {
    RoleId role;
    MentionId body;
  };
  [[nodiscard]] std::vector<StatedBody> bodies_of(const Mention& person) const;
  NameGroup& group_of(TokenSpan head);
  [[nodiscard]] EntryId organization_before(TokenSpan head, std::uint32_t& behind) const;
  void add(const MentionId& place);
  void add_readings(NameGroup& group, const Mention& mention);
  void weigh(NameGroup& group, const NameUse& use);
  /// "Source: the ministry said …": a word in front of a colon that the lexicon does not know as a place need not be one.
  [[nodiscard]] bool is_label(TokenSpan head) const;
  void weigh_left(NameGroup& group, std::uint32_t token);
  void weigh_right(NameGroup& group, const NameUse& use);
  void weigh_lists();
  void find_employers();
  [[nodiscard]] Symbol word(std::uint32_t token) const { return document_.tokens[token].word; }

  const ResolverKnowledge& knowledge_;
  const Document& document_;
  const Annotation& annotation_;
  const Mentions& mentions_;
  std::vector<MentionId> order_;                            ///< names by their heads, the longer first
  std::unordered_map<std::uint64_t, std::uint32_t> index_;  ///< hash of the words → group
  std::vector<std::int32_t> group_at_;                      ///< per token: the group of the use that begins there, or -1
  std::int32_t last_kind_ = -1;                             ///< group of the last organisation named by what it is
};

}  // namespace chancery
