#include "match/test_set.hpp"

#include <algorithm>

#include <re2/re2.h>

#include "lexicon/lexicon.hpp"
#include "time/calendar.hpp"

namespace chancery {

TestSet::TestSet() = default;
TestSet::~TestSet() = default;
TestSet::TestSet(TestSet&&) noexcept = default;
TestSet& TestSet::operator=(TestSet&&) noexcept = default;

bool has_class(const Annotation& annotation, std::uint32_t token, char word_class) {
  if (word_class == 0) return true;
  const Pos pos = annotation.tokens[token].pos;
  switch (word_class) {
    case 'v': return pos == Pos::Verb || pos == Pos::Auxiliary;
    case 'n': return pos == Pos::Noun || pos == Pos::ProperNoun;
    case 'a': return pos == Pos::Adjective;
    default: return false;
  }
}

bool WordSet::contains(Symbol symbol, char word_class) const {
  const std::uint64_t key = (std::uint64_t{index_of(symbol)} << 8U) | static_cast<unsigned char>(word_class);
  return std::binary_search(keys.begin(), keys.end(), key);
}

bool WordSet::contains(const Document& document, const Annotation& annotation, std::uint32_t token) const {
  const Symbol word = document.tokens[token].word;
  const Symbol lemma = annotation.tokens[token].lemma;
  for (const char word_class : {'\0', 'v', 'n', 'a'}) {
    if (!has_class(annotation, token, word_class)) continue;
    if (contains(lemma, word_class) || (word != lemma && contains(word, word_class))) return true;
  }
  return false;
}

/// What a test is asked of: an edge, and the token that stands for it (a group's head).
struct TestSet::Subject {
  const Lattice& lattice;
  const Edge& edge;
  const Document& document;
  const Annotation& annotation;
  std::uint32_t token;
};

bool TestSet::passes(std::uint32_t test, const Lattice& lattice, const Edge& edge) const {
  const Annotation& annotation = *lattice.article().annotation;
  std::uint32_t token = edge.index;
  if (edge.kind == EdgeKind::NounGroup)
    token = annotation.noun_groups[edge.index].head;
  else if (edge.kind == EdgeKind::VerbGroup)
    token = annotation.verb_groups[edge.index].head;
  return holds(roots[test], {lattice, edge, *lattice.article().document, annotation, token});
}

bool TestSet::holds(std::uint32_t index, const Subject& subject) const {
  const TestNode& node = nodes[index];
  const auto child_holds = [&](std::uint32_t child) { return holds(child, subject); };
  if (node.key == TestKey::And) return std::all_of(node.children.begin(), node.children.end(), child_holds);
  if (node.key == TestKey::Or) return std::any_of(node.children.begin(), node.children.end(), child_holds);
  if (node.key == TestKey::Not) return !holds(node.children[0], subject);
  if (node.key >= TestKey::Definite) return subject.edge.kind == EdgeKind::NounGroup && noun_holds(node, subject);
  if (node.key >= TestKey::Passive) return subject.edge.kind == EdgeKind::VerbGroup && verb_holds(node, subject);
  return token_holds(node, subject);
}

bool TestSet::token_holds(const TestNode& node, const Subject& subject) const {
  const Token& token = subject.document.tokens[subject.token];
  const TokenAnnotation& annotation = subject.annotation.tokens[subject.token];
  switch (node.key) {
    case TestKey::Capitalized: return token.shape == Shape::Capitalized || token.shape == Shape::AllCaps || token.shape == Shape::SingleCap;
    case TestKey::Upper: return token.shape == Shape::AllCaps;
    case TestKey::Lower: return token.shape == Shape::Lower;
    case TestKey::NumberShape: return token.shape == Shape::Number;
    case TestKey::PunctuationShape: return token.shape == Shape::Punctuation || token.shape == Shape::Quote;
    case TestKey::SpaceBefore: return token.space_before;
    case TestKey::First: return subject.edge.begin == subject.lattice.begin();
    case TestKey::PosIs: return annotation.pos == static_cast<Pos>(node.value);
    case TestKey::Form: return annotation.form == static_cast<VerbForm>(node.value);
    case TestKey::PluralToken:
      return subject.edge.kind == EdgeKind::NounGroup ? subject.annotation.noun_groups[subject.edge.index].plural : annotation.plural;
    case TestKey::LemmaIs: return annotation.lemma == Symbol{node.value};
    case TestKey::TextIs: return token.word == Symbol{node.value};
    case TestKey::ExactTextIs: return subject.document.text(token) == texts[node.value];
    default: return word_holds(node, subject);
  }
}

bool TestSet::word_holds(const TestNode& node, const Subject& subject) const {
  const Token& token = subject.document.tokens[subject.token];
  const Symbol lemma = subject.annotation.tokens[subject.token].lemma;
  switch (node.key) {
    case TestKey::WordClassIs:
      return !subject.document.symbols.is_local(token.word) && (lexicon->words().info(token.word).classes & node.value) != 0;
    case TestKey::InLexiconList: {
      const auto list = static_cast<std::int32_t>(node.value);
      const auto in = [&](Symbol symbol) { return !subject.document.symbols.is_local(symbol) && lexicon->words().in_list(list, symbol); };
      return in(token.word) || in(lemma);
    }
    case TestKey::InPackList: return word_sets[node.value].contains(subject.document, subject.annotation, subject.token);
    case TestKey::Regex: {
      const std::string_view text = subject.document.text(token);
      return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *expressions[node.value]);
    }
    case TestKey::LemmaRegex: {
      const std::string_view text = subject.document.symbols.text(lemma);
      return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *expressions[node.value]);
    }
    case TestKey::InMention: {
      const auto covers = [&](const Edge& edge) {
        return edge.tokens.contains(subject.token) &&
               (class_sets[node.value] >> subject.lattice.article().mentions->items[edge.index].cls & 1U) != 0;
      };
      const auto mentions = subject.lattice.mentions();
      return std::any_of(mentions.begin(), mentions.end(), covers);
    }
    default: return false;
  }
}

bool TestSet::verb_holds(const TestNode& node, const Subject& subject) const {
  const VerbGroup& group = subject.annotation.verb_groups[subject.edge.index];
  switch (node.key) {
    case TestKey::Passive: return group.passive;
    case TestKey::Past: return group.tense == Tense::Past;
    case TestKey::Present: return group.tense == Tense::Present;
    case TestKey::Future: return group.tense == Tense::Future;
    case TestKey::Perfect: return group.perfect;
    case TestKey::Progressive: return group.progressive;
    case TestKey::Negated: return group.negated;
    case TestKey::Infinitive: return group.infinitive;
    case TestKey::Participle: return group.participle;
    case TestKey::HasModal: return group.modal != Symbol::None;
    case TestKey::ModalIs: return group.modal == Symbol{node.value};
    case TestKey::Finite: return !group.infinitive && !group.participle && group.tense != Tense::None;
    case TestKey::Governed: return group.governor >= 0;
    default: return false;
  }
}

bool TestSet::noun_holds(const TestNode& node, const Subject& subject) const {
  const NounGroup& group = subject.annotation.noun_groups[subject.edge.index];
  switch (node.key) {
    case TestKey::Definite: return group.definite;
    case TestKey::PronounGroup: return group.pronoun;
    case TestKey::Possessed: return !group.possessor.empty();
    case TestKey::Listed:
      return subject.edge.index < subject.annotation.list_of.size() && subject.annotation.list_of[subject.edge.index] >= 0;
    default: return false;
  }
}

bool TestSet::has_features(std::uint32_t index, const ArticleView& article, const Mention& mention) const {
  for (const FeatureTest& test : features[index])
    if (feature_holds(test, article, mention) == test.negative) return false;
  return true;
}

namespace {

/// The last day of the mention's date lies in a year that many, or more, before that of the article.
bool lies_back(const Mentions& mentions, const Mention& mention, int years) {
  if (!mentions.today || mention.cls != mention_class::date || mention.value < 0) return false;
  const std::optional<Day> last = mentions.dates[static_cast<std::size_t>(mention.value)].value.latest;
  return last && civil_of(*last).year + years <= civil_of(*mentions.today).year;
}

}  // namespace

bool TestSet::feature_holds(const FeatureTest& test, const ArticleView& article, const Mention& mention) const {
  const Document& document = *article.document;
  switch (test.key) {
    case FeatureKey::Form: return mention.form == static_cast<MentionForm>(test.value);
    case FeatureKey::GenderIs: return mention.gender == static_cast<Gender>(test.value);
    case FeatureKey::Plural: return mention.plural;
    case FeatureKey::Inside: return mention.inside;
    case FeatureKey::Known: return !mention.candidates.empty();
    case FeatureKey::Type:
      if (mention.kind != no_kind && lexicon->kind(mention.kind).type == test.text) return true;
      return std::any_of(mention.candidates.begin(), mention.candidates.end(),
                         [&](EntryId id) { return lexicon->entry(id).type == test.text; });
    case FeatureKey::Role: return mention.role != no_role && (test.text.empty() || lexicon->role(mention.role).key == test.text);
    case FeatureKey::Lemma: return !mention.head.empty() && article.annotation->tokens[mention.head.end - 1].lemma == test.symbol;
    case FeatureKey::YearsAgo: return lies_back(*article.mentions, mention, static_cast<int>(test.value));
    case FeatureKey::Named: break;
  }
  return std::any_of(mention.features.begin(), mention.features.end(), [&](const Feature& feature) {
    if (feature.name != Symbol{test.value}) return false;
    return test.text.empty() || feature.value == test.symbol || (!feature.tokens.empty() && document.text(feature.tokens) == test.text);
  });
}

}  // namespace chancery
