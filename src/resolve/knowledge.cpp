#include "resolve/knowledge.hpp"

#include <algorithm>

#include "match/program.hpp"

namespace chancery {

ResolverKnowledge::ResolverKnowledge(const Lexicon& lexicon, const RulePack& pack, const Program& program)
    : lexicon_(&lexicon), pack_(&pack), classes_(&program.classes()), names_(lexicon) {
  for (ClassId cls = 0; cls < classes_->size(); ++cls) {
    ClassId base = mention_class::any;
    for (ClassId larger = 1; larger < mention_class::built_in_count; ++larger)
      if (classes_->is_a(cls, larger)) base = larger;
    base_class_.push_back(base);
  }
  constexpr std::uint16_t many = 50;
  std::vector<std::uint16_t> named(lexicon.entries().size(), 0);
  with_region_.assign(lexicon.entries().size(), false);
  for (const Entry& entry : lexicon.entries()) {
    const bool place = entry.cls == EntryClass::Place && entry.population > 0 && entry.country != no_entry;
    if (place && entry.label.find(", ") != std::string::npos && ++named[entry.country] == many) with_region_[entry.country] = true;
  }
  const auto& roles = program.role_names();
  const auto role = [&roles](std::string_view name) {
    return static_cast<RoleName>(std::find(roles.begin(), roles.end(), name) - roles.begin());
  };
  name_role = role("name");
  title_role = role("title");
  body_role = role("body");
  head_role = role("head");
  peer_role = role("peer");
  equal_role = role("equal");
  each_role = role("each");
  group_role = role("group");
  title_feature = lexicon.symbols().find("title");
  body_feature = lexicon.symbols().find("body");
  group_feature = lexicon.symbols().find("group");
  sender_feature = lexicon.symbols().find("sender");
  for (const auto& name : roles) role_symbols_.push_back(lexicon.symbols().find(name));
  speech_verb_ = lexicon.words().list("speech-verb");
  place_cue_ = lexicon.words().list("place-cue");
  venue_cue_ = lexicon.words().list("venue-cue");
  credit_word_ = lexicon.words().list("credit-word");
  motion_verb_ = lexicon.words().list("motion-verb");
  lead_word_ = lexicon.words().list("lead-word");
  company_word_ = lexicon.words().list("company-word");
  head_word_ = lexicon.words().list("head-word");
  away_word_ = lexicon.words().list("away-word");
  former_word_ = lexicon.words().list("tenure-former");
  other_word_ = lexicon.words().list("other-word");
  private_word_ = lexicon.words().list("private-word");
  counts_ = {lexicon.words().list("count-2"), lexicon.words().list("count-3"), lexicon.words().list("count-4"),
             lexicon.words().list("count-5")};
  place_preposition_ = lexicon.words().list("place-preposition");
}

std::size_t ResolverKnowledge::count_of(Symbol lemma) const {
  for (std::size_t i = 0; i < counts_.size(); ++i)
    if (in(counts_[i], lemma)) return i + 2;
  return 0;
}

ClassId ResolverKnowledge::class_of(std::string_view name) const {
  const ClassId found = classes_->find(name);
  return found == ClassTable::none ? mention_class::any : found;
}

}  // namespace chancery
