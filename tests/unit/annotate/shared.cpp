#include "shared.hpp"

#include <gtest/gtest.h>

namespace chancery::test {
namespace {

Article article_of(std::string text) {
  Article article;
  article.body = std::move(text) + "\n";
  article.title = "a title of its own";
  return article;
}

}  // namespace

Shipped::Shipped() {
  const std::string mappings = std::string(CHANCERY_SOURCE_DIR) + "/mappings";
  auto loaded = Lexicon::load(mappings + "/lexicon", diagnostics);
  if (!loaded) return;
  lexicon = std::move(loaded).value();
  rules = read_text_rules(mappings, diagnostics);
  annotator = std::make_unique<Annotator>(*lexicon);
}

const Shipped& shipped() {
  static const Shipped one;
  return one;
}

Annotated::Annotated(std::string text) : document(article_of(std::move(text)), shipped().lexicon->symbols(), shipped().rules) {
  shipped().annotator->annotate(document, annotation);
}

const VerbGroup& Annotated::verb(std::string_view head) const {
  static const VerbGroup none;
  for (const VerbGroup& group : annotation.verb_groups) {
    if (document.text(document.token(group.head)) == head) return group;
  }
  ADD_FAILURE() << "no verb group with head " << head;
  return none;
}

std::string Annotated::noun(std::int32_t group) const {
  if (group < 0) return {};
  return std::string(document.text(annotation.noun_groups[static_cast<std::size_t>(group)].tokens));
}

}  // namespace chancery::test
