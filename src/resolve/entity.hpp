#pragma once

#include <string>
#include <vector>

#include "annotate/mention.hpp"

namespace chancery {

/// A person, polity, organisation or place of one article, with all its mentions.
struct ArticleEntity {
  ClassId cls = mention_class::any;
  EntryId entry = no_entry;         ///< the lexicon's item, if there is one
  std::vector<MentionId> mentions;  ///< in text order
  std::vector<std::string> forms;   ///< names met, in order of first use, without titles and honorifics
  std::string name;                 ///< the best form: most words, then longest, then first in code-point order
  Gender gender = Gender::Unknown;
  bool gender_guessed = false;  ///< by the given name alone
  bool plural = false;
  KindId kind = no_kind;       ///< of an organisation named by what it is ("foreign ministry"), where the lexicon has the kind
  std::string common_name;     ///< of an organisation named by common nouns alone: these, in lower case, without its owner
  EntityId owner = no_entity;  ///< of such an organisation: its polity
  bool unnamed = false;        ///< a state for which only its capital is named: nothing in the article has this name
};

}  // namespace chancery
