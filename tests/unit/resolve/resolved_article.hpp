#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "annotate/annotator.hpp"
#include "annotate/mention_finder.hpp"
#include "lexicon/lexicon.hpp"
#include "match/matcher.hpp"
#include "match/program.hpp"
#include "resolve/entity_resolver.hpp"
#include "rules/pack.hpp"
#include "text/document.hpp"
#include "text/text_rules.hpp"

namespace chancery::test {

/// The shipped lexicon and rules, loaded once for all tests of this program.
struct Shipped {
  Diagnostics diagnostics;
  std::unique_ptr<Lexicon> lexicon;
  TextRules text_rules;
  RulePack pack;
  std::unique_ptr<const Program, void (*)(const Program*)> program{nullptr, nullptr};
  std::unique_ptr<Annotator> annotator;
  std::unique_ptr<MentionFinder> finder;
  std::unique_ptr<EntityResolver> resolver;

  static const Shipped& get() {
    static const Shipped shipped;
    return shipped;
  }

 private:
  Shipped() {
    const std::string mappings = std::string(CHANCERY_SOURCE_DIR) + "/mappings";
    auto loaded = Lexicon::load(mappings + "/lexicon", diagnostics);
    lexicon = std::move(*loaded);
    text_rules = read_text_rules(mappings, diagnostics);
    pack = read_pack(mappings, diagnostics);
    program = compile(pack, *lexicon, diagnostics);
    annotator = std::make_unique<Annotator>(*lexicon);
    finder = std::make_unique<MentionFinder>(*lexicon);
    resolver = std::make_unique<EntityResolver>(*lexicon, pack, *program);
  }
};

/// A text with its mentions and entities, by the shipped lexicon and rules.
struct ResolvedArticle {
  std::unique_ptr<Document> document;
  Annotation annotation;
  Mentions mentions;
  std::vector<Match> matches;
  std::vector<MadeMention> made;
  std::vector<ArticleEntity> entities;

  explicit ResolvedArticle(const std::string& text) {
    const Shipped& shipped = Shipped::get();
    Article article;
    article.body = text;
    document = std::make_unique<Document>(std::move(article), shipped.lexicon->symbols(), shipped.text_rules);
    shipped.annotator->annotate(*document, annotation);
    shipped.finder->find(*document, annotation, mentions);
    Matcher matcher(*shipped.program);
    Lattice lattice;
    for (const Unit& unit : units_of(*document)) {
      lattice.build({document.get(), &annotation, &mentions}, unit.tokens, unit.quotation);
      matcher.match(lattice, RuleKind::Mention, 1, matches);
    }
    made = shipped.resolver->apply_mention_matches(matches, *document, annotation, mentions);
    shipped.resolver->resolve(*document, annotation, mentions, entities);
  }

  /// "Person:Ingrid Dahl" of every entity that has a name, sorted.
  [[nodiscard]] std::vector<std::string> names() const;
  /// Name of the entity that the first mention with this head's text stands for; "-" if it has none, "?" if there is no mention.
  [[nodiscard]] std::string meaning_of(const std::string& head, std::size_t nth = 0) const;
};

}  // namespace chancery::test
