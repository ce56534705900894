#include "resolved_article.hpp"

#include <algorithm>

namespace chancery::test {

namespace {

std::string name_of(const ArticleEntity& entity) {
  return entity.entry != no_entry ? Shipped::get().lexicon->entry(entity.entry).label : entity.name;
}

}  // namespace

std::vector<std::string> ResolvedArticle::names() const {
  static const char* const classes[] = {"Mention", "Name", "Person", "Polity", "Organization", "Place"};
  std::vector<std::string> all;
  for (const ArticleEntity& entity : entities) all.push_back(std::string(classes[entity.cls]) + ':' + name_of(entity));
  std::sort(all.begin(), all.end());
  return all;
}

std::string ResolvedArticle::meaning_of(const std::string& head, std::size_t nth) const {
  std::vector<MentionId> found;
  for (MentionId id = 0; id < mentions.items.size(); ++id) {
    const Mention& mention = mentions.items[id];
    if (!mention.tokens.empty() && mention.form != MentionForm::Value && document->text(mention.head) == head) found.push_back(id);
  }
  std::stable_sort(found.begin(), found.end(),
                   [this](MentionId a, MentionId b) { return mentions.items[a].head.begin < mentions.items[b].head.begin; });
  for (std::size_t i = 0; i + 1 < found.size();) {  // "the Dane" stands around "Dane"
    const Mention &inner = mentions.items[found[i]], &outer = mentions.items[found[i + 1]];
    const bool around = inner.inside && !outer.inside && inner.head == outer.head;
    if (around)
      found.erase(found.begin() + static_cast<std::ptrdiff_t>(i));
    else
      ++i;
  }
  if (nth >= found.size()) return "?";
  const EntityId entity = mentions.items[found[nth]].entity;
  return entity == no_entity ? "-" : name_of(entities[entity]);
}

}  // namespace chancery::test
