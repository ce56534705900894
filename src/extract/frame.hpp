#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "annotate/annotation.hpp"
#include "annotate/mention.hpp"
#include "base/span.hpp"
#include "resolve/entity.hpp"
#include "text/document.hpp"

namespace chancery {

enum class Factuality : std::uint8_t { Certain, Probable, Possible };

/// What fills a role: an entity of the article, a date, a quotation, a named value or plain text. The mention and tokens say where.
struct Filler {
  EntityId entity = no_entity;
  MentionId mention = no_mention;
  TokenSpan tokens;
  Symbol value = Symbol::None;  ///< a named value ("held"), in the run's symbol table
  std::int32_t date = -1;       ///< index into `Mentions::dates`
  std::int32_t quotation = -1;
  std::int32_t rule = -1;  ///< what found it, for the claim's `ch:rule`
  TokenSpan without;       ///< an attribution inside `tokens` that is none of the words: "The deal, N said, is dead"
};

/// The words of a filler as the article has them, without what is left out.
std::string text_of(const Document& document, const Filler& filler);

struct RoleFillers {
  std::uint16_t role = 0;  ///< index into the frame definition's roles
  std::vector<Filler> fillers;
};

/// One thing that an article states: an event, an office, a statement. After merging, one per distinct thing.
struct Frame {
  std::uint32_t definition = 0;  ///< index into `RulePack::frames`
  std::uint32_t rule = 0;        ///< the rule that made it (the first, after merging)
  TokenSpan trigger;
  TokenSpan evidence;                        ///< the sentence
  std::vector<TokenSpan> mentions_of_event;  ///< triggers of all frames that were merged into it
  std::int32_t verb_group = -1;
  std::vector<RoleFillers> roles;
  Factuality factuality = Factuality::Certain;
  bool polarity = true;
  bool asserted = true;         ///< the article's own voice; false: reported, quoted, conditional
  EntityId source = no_entity;  ///< who vouches for it, where the article names somebody ("according to …")

  [[nodiscard]] const RoleFillers* find(std::uint16_t role) const;
};

/// All that one article says: the result of extraction. Owns everything; indexes refer inside.
struct Extraction {
  std::unique_ptr<Document> document;
  Annotation annotation;
  Mentions mentions;
  std::vector<ArticleEntity> entities;
  std::vector<Frame> frames;
};

}  // namespace chancery
