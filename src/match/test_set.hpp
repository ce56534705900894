#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/symbol_table.hpp"
#include "match/class_table.hpp"
#include "match/lattice.hpp"

namespace re2 {
class RE2;
}

namespace chancery {

class Lexicon;
struct Pattern;

/// What one test looks at.
enum class TestKey : std::uint8_t {
  And,
  Or,
  Not,
  // of tokens, and of the head of a group
  Capitalized,
  Upper,
  Lower,
  NumberShape,
  PunctuationShape,
  SpaceBefore,
  First,
  PosIs,
  LemmaIs,
  TextIs,
  ExactTextIs,
  Form,
  PluralToken,
  WordClassIs,
  InLexiconList,
  InPackList,
  Regex,
  LemmaRegex,
  InMention,
  // of verb groups
  Passive,
  Past,
  Present,
  Future,
  Perfect,
  Progressive,
  Negated,
  Infinitive,
  Participle,
  HasModal,
  ModalIs,
  Finite,
  Governed,
  // of noun groups
  Definite,
  PronounGroup,
  Possessed,
  Listed,
};

/// A node of a compiled test. Children of `And`, `Or` and `Not` are nodes of the same set.
struct TestNode {
  TestKey key = TestKey::And;
  std::uint32_t value = 0;  ///< symbol, part of speech, list, index of a string or expression
  std::vector<std::uint32_t> children;
};

/// What a feature of `@Class[…]` looks at.
enum class FeatureKey : std::uint8_t { Form, GenderIs, Plural, Inside, Known, Type, Role, Lemma, YearsAgo, Named };

struct FeatureTest {
  FeatureKey key = FeatureKey::Named;
  bool negative = false;
  std::uint32_t value = 0;       ///< form, gender, years; of Named, the symbol of the feature's name
  Symbol symbol = Symbol::None;  ///< of Named: the value wanted; None: any
  std::string text;              ///< type or role key, or the value wanted as text
};

/// A token that a word list has: a lemma or word, and the class that it must have, in one number each.
struct WordSet {
  std::vector<std::uint64_t> keys;  ///< sorted: symbol << 8 | class letter
  [[nodiscard]] bool contains(Symbol symbol, char word_class) const;
  [[nodiscard]] bool contains(const Document& document, const Annotation& annotation, std::uint32_t token) const;
};

/// True where the token's part of speech goes with 'v', 'n', 'a' or 0.
bool has_class(const Annotation& annotation, std::uint32_t token, char word_class);

/// The tests of a program. Const after compiling; borrows the lexicon and the classes.
class TestSet {
 public:
  TestSet();
  ~TestSet();
  TestSet(TestSet&&) noexcept;
  TestSet& operator=(TestSet&&) noexcept;

  [[nodiscard]] bool passes(std::uint32_t test, const Lattice& lattice, const Edge& edge) const;
  [[nodiscard]] bool has_features(std::uint32_t features, const ArticleView& article, const Mention& mention) const;

  const Lexicon* lexicon = nullptr;
  std::vector<TestNode> nodes;
  std::vector<std::uint32_t> roots;  ///< per test, its node
  std::vector<std::vector<FeatureTest>> features;
  std::vector<WordSet> word_sets;
  std::vector<std::vector<Symbol>> symbol_sets;  ///< each sorted
  std::vector<std::string> texts;
  std::vector<ClassSet> class_sets;
  std::vector<std::unique_ptr<re2::RE2>> expressions;
  std::vector<const Pattern*> origins;  ///< per instruction, the part of a pattern that it was written for; may be null

 private:
  struct Subject;
  [[nodiscard]] bool holds(std::uint32_t node, const Subject& subject) const;
  [[nodiscard]] bool token_holds(const TestNode& node, const Subject& subject) const;
  [[nodiscard]] bool word_holds(const TestNode& node, const Subject& subject) const;
  [[nodiscard]] bool verb_holds(const TestNode& node, const Subject& subject) const;
  [[nodiscard]] bool noun_holds(const TestNode& node, const Subject& subject) const;
  [[nodiscard]] bool feature_holds(const FeatureTest& test, const ArticleView& article, const Mention& mention) const;
};

}  // namespace chancery
