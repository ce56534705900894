#pragma once

#include <string>
#include <vector>

#include "annotate/mention.hpp"

namespace chancery {

/// A person, polity, organisation or place of one article, with all its mentions.
struct ArticleEntity {
  ClassId cls = mention_class::any;
  EntryId entry = no_entry;          ///< the lexicon's item, if there is one
  std::vector<MentionId> mentions;   ///< in text order
  std::vector<std::string> forms;    ///< names met, in order of first use, without titles and honorifics
  std::string name;                  ///< the best form: most words, then longest, then first in code-point order
  Gender gender = Gender::Unknown;
  bool plural = false;
  EntityId owner = no_entity;        ///< of an organisation of a common kind ("foreign ministry"): its polity
};

}  // namespace chancery
