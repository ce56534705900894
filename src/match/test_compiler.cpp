// Names of tests and features, and what they look at. A test that is used often is made once.
#include "match/test_compiler.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <re2/re2.h>

namespace chancery {
namespace {

struct Named {
  std::string_view name;
  TestKey key;
};

constexpr Named token_flags[] = {
    {"cap", TestKey::Capitalized},        {"upper", TestKey::Upper},       {"lower", TestKey::Lower}, {"number", TestKey::NumberShape},
    {"punct", TestKey::PunctuationShape}, {"space", TestKey::SpaceBefore}, {"first", TestKey::First}, {"plural", TestKey::PluralToken}};
constexpr Named verb_flags[] = {{"passive", TestKey::Passive},       {"past", TestKey::Past},
                                {"present", TestKey::Present},       {"future", TestKey::Future},
                                {"perfect", TestKey::Perfect},       {"progressive", TestKey::Progressive},
                                {"negated", TestKey::Negated},       {"infinitive", TestKey::Infinitive},
                                {"participle", TestKey::Participle}, {"modal", TestKey::HasModal},
                                {"finite", TestKey::Finite},         {"governed", TestKey::Governed}};
constexpr Named noun_flags[] = {
    {"definite", TestKey::Definite}, {"pronoun", TestKey::PronounGroup}, {"possessed", TestKey::Possessed}, {"listed", TestKey::Listed}};
constexpr std::string_view valued[] = {"pos", "lemma", "text", "word", "exact", "in", "form", "mention", "shape"};

struct NamedValue {
  std::string_view name;
  std::uint32_t value;
};

constexpr NamedValue parts_of_speech[] = {{"NOUN", 0},  {"PROPN", 1}, {"VERB", 2},   {"AUX", 3},  {"ADJ", 4},    {"ADV", 5},
                                          {"PRON", 6},  {"DET", 7},   {"ADP", 8},    {"NUM", 9},  {"CCONJ", 10}, {"SCONJ", 11},
                                          {"PART", 12}, {"INTJ", 13}, {"PUNCT", 14}, {"SYM", 15}, {"X", 16}};
constexpr NamedValue verb_forms[] = {{"none", 0}, {"base", 1}, {"present", 2}, {"past", 3}, {"past-participle", 4}, {"gerund", 5}};
constexpr NamedValue mention_forms[] = {{"proper", 0}, {"adjective", 1}, {"nominal", 2}, {"pronoun", 3}, {"possessive", 4}, {"value", 5}};
constexpr NamedValue genders[] = {{"unknown", 0}, {"male", 1}, {"female", 2}, {"neuter", 3}};
constexpr std::string_view feature_names[] = {"form", "gender", "plural", "inside", "known", "type", "role", "lemma", "years-ago", "plain"};

constexpr std::uint32_t bits(WordClass word_class) {
  return static_cast<std::uint32_t>(word_class);
}
/// Dictionaries that are classes of words.
constexpr NamedValue word_classes[] = {{"given-name", bits(WordClass::GivenMale) | bits(WordClass::GivenFemale)},
                                       {"given-name-male", bits(WordClass::GivenMale)},
                                       {"given-name-female", bits(WordClass::GivenFemale)},
                                       {"person-noun", bits(WordClass::PersonNoun)},
                                       {"noun", bits(WordClass::Noun)},
                                       {"verb", bits(WordClass::Verb)},
                                       {"adjective", bits(WordClass::Adjective)},
                                       {"adverb", bits(WordClass::Adverb)}};

template <typename Table>
const auto* find_in(const Table& table, std::string_view name) {
  const auto found = std::find_if(std::begin(table), std::end(table), [&](const auto& each) { return each.name == name; });
  return found == std::end(table) ? nullptr : &*found;
}

template <typename Table>
void add_names(const Table& table, std::vector<std::string_view>& out) {
  for (const auto& each : table) out.push_back(each.name);
}

const Named* find_flag(std::string_view key) {
  for (const Named* found : {find_in(verb_flags, key), find_in(noun_flags, key), find_in(token_flags, key)}) {
    if (found != nullptr) return found;
  }
  return nullptr;
}

}  // namespace

TestCompiler::TestCompiler(const RulePack& pack, const ClassTable& classes, Lexicon& lexicon, WordCutter& cutter, TestSet& out)
    : pack_(pack), classes_(classes), lexicon_(lexicon), cutter_(cutter), out_(out) {
  out_.lexicon = &lexicon;
}

void TestCompiler::report(const Location& where, Diagnostics& diagnostics, const char* code, std::string message, std::string_view word,
                          const std::vector<std::string_view>& known) const {
  std::string hint;
  if (const std::string_view near = nearest_word(word, known); !near.empty()) hint = "did you mean \"" + std::string(near) + "\"?";
  diagnostics.add({Severity::Error, code, std::move(message), where, std::string(pack_.source_line(where)), std::move(hint)});
}

void TestCompiler::check(const TokenTestNode& test, PatternKind kind, const Location& where, Diagnostics& diagnostics) const {
  if (test.kind != TokenTestNode::Kind::Atom) {
    for (const TokenTestNode& child : test.children) check(child, kind, where, diagnostics);
    return;
  }
  const std::string quoted = '"' + test.key + '"';
  if (test.key == "regex" || test.key == "lemma-regex") {
    RE2::Options options;
    options.set_log_errors(false);
    const RE2 expression(test.value, options);
    if (!expression.ok()) report(where, diagnostics, "pattern.regex", "the regular expression is wrong: " + expression.error(), {}, {});
    return;
  }
  const bool group = kind != PatternKind::TokenTest;
  const bool flag = find_in(token_flags, test.key) != nullptr ||
                    (kind == PatternKind::VerbGroup && find_in(verb_flags, test.key) != nullptr) ||
                    (kind == PatternKind::NounGroup && find_in(noun_flags, test.key) != nullptr);
  const bool has_value = std::find(std::begin(valued), std::end(valued), test.key) != std::end(valued);
  if (!flag && !has_value) {
    std::vector<std::string_view> known(std::begin(valued), std::end(valued));
    add_names(token_flags, known);
    if (kind == PatternKind::VerbGroup) add_names(verb_flags, known);
    if (kind == PatternKind::NounGroup) add_names(noun_flags, known);
    report(where, diagnostics, "pattern.unknown-test", "there is no test " + quoted + (group ? " of a group" : " of a token"), test.key,
           known);
  } else if (has_value && test.value.empty()) {
    report(where, diagnostics, "pattern.test-value", "the test " + quoted + " needs a value", {}, {});
  } else if (!has_value && !test.value.empty() && test.key != "modal") {
    report(where, diagnostics, "pattern.test-value", "the test " + quoted + " has no values", {}, {});
  } else if (test.key == "pos" && find_in(parts_of_speech, test.value) == nullptr) {
    std::vector<std::string_view> known;
    add_names(parts_of_speech, known);
    report(where, diagnostics, "pattern.test-value", "there is no part of speech \"" + test.value + '"', test.value, known);
  } else if (test.key == "form" && find_in(verb_forms, test.value) == nullptr) {
    std::vector<std::string_view> known;
    add_names(verb_forms, known);
    report(where, diagnostics, "pattern.test-value", "there is no verb form \"" + test.value + '"', test.value, known);
  } else if (test.key == "mention" && classes_.find(test.value) == ClassTable::none) {
    report(where, diagnostics, "rule.unknown-class", "there is no class \"" + test.value + '"', test.value,
           {classes_.names().begin(), classes_.names().end()});
  } else if (test.key == "shape" && find_in(token_flags, test.value) == nullptr) {
    report(where, diagnostics, "pattern.test-value", "there is no shape \"" + test.value + '"', test.value,
           {"cap", "upper", "lower", "number", "punct"});
  } else if (test.key == "in") {
    const auto named = [&](const WordList& list) { return list.name == test.value; };
    if (std::any_of(pack_.lists.begin(), pack_.lists.end(), named) || lexicon_.words().list(test.value) >= 0) return;
    if (find_in(word_classes, test.value) != nullptr) return;
    std::vector<std::string_view> known;
    for (const WordList& list : pack_.lists) known.push_back(list.name);
    add_names(word_classes, known);
    report(where, diagnostics, "rule.unknown-dictionary", "there is no dictionary or list \"" + test.value + '"', test.value, known);
  }
}

void TestCompiler::check_features(const Pattern& mention, Diagnostics& diagnostics) const {
  for (const auto& [name, value] : mention.features) {
    FeatureTest ignored;
    const std::string_view key = std::string_view(name).substr(name.starts_with('!') ? 1 : 0);
    if (key == "form" && find_in(mention_forms, value) == nullptr) {
      std::vector<std::string_view> known;
      add_names(mention_forms, known);
      report(mention.where, diagnostics, "pattern.test-value", "there is no form of mentions \"" + value + '"', value, known);
    } else if (key == "gender" && find_in(genders, value) == nullptr) {
      report(mention.where, diagnostics, "pattern.test-value", "there is no gender \"" + value + '"', value,
             {"male", "female", "neuter", "unknown"});
    } else if (key == "years-ago" && !years_ago(value, ignored)) {
      report(mention.where, diagnostics, "pattern.test-value", "\"" + value + "\" is no number of years", {}, {});
    } else if (std::find(std::begin(feature_names), std::end(feature_names), key) == std::end(feature_names)) {
      // A feature that rules make: one that some mention rule captures or sets.
      std::vector<std::string_view> known(std::begin(feature_names), std::end(feature_names));
      bool found = false;
      for (const Rule& rule : pack_.rules) {
        if (rule.kind != RuleKind::Mention) continue;
        for (const auto& [set, unused] : rule.set) known.push_back(set);
        for (const ConditionalSet& set : rule.set_when) known.push_back(set.name);
        for (const Pattern* pattern : {rule.pattern.get()}) {
          if (pattern == nullptr) continue;
          std::vector<const Pattern*> open{pattern};
          while (!open.empty()) {
            const Pattern* each = open.back();
            open.pop_back();
            if (each->kind == PatternKind::Role) known.push_back(each->role);
            for (const PatternPtr& child : each->children) open.push_back(child.get());
          }
        }
      }
      found = std::find(known.begin(), known.end(), key) != known.end();
      if (!found)
        report(mention.where, diagnostics, "rule.unknown-feature", "no rule gives mentions a feature \"" + std::string(key) + '"', key,
               known);
    }
  }
}

std::uint16_t TestCompiler::compile(const TokenTestNode& test) {
  const std::string text = to_string(test);
  if (const auto made = made_.find(text); made != made_.end()) return made->second;
  std::uint32_t root = 0;
  if (out_.roots.size() >= no_test || !node(test, root)) return no_test;
  out_.roots.push_back(root);
  return made_[text] = static_cast<std::uint16_t>(out_.roots.size() - 1);
}

bool TestCompiler::node(const TokenTestNode& test, std::uint32_t& out) {
  TestNode made;
  if (test.kind == TokenTestNode::Kind::Atom) {
    if (!atom(test, made)) return false;
  } else {
    made.key = test.kind == TokenTestNode::Kind::And ? TestKey::And : test.kind == TokenTestNode::Kind::Or ? TestKey::Or : TestKey::Not;
    for (const TokenTestNode& child : test.children) {
      if (!node(child, made.children.emplace_back())) return false;
    }
  }
  out_.nodes.push_back(std::move(made));
  out = static_cast<std::uint32_t>(out_.nodes.size() - 1);
  return true;
}

bool TestCompiler::atom(const TokenTestNode& test, TestNode& out) {
  if (test.key == "regex" || test.key == "lemma-regex") return regex(test, out);
  if (test.value.empty()) {
    const Named* flag = find_flag(test.key);
    if (flag != nullptr) out.key = flag->key;
    return flag != nullptr;
  }
  return atom_with_value(test, out);
}

bool TestCompiler::atom_with_value(const TokenTestNode& test, TestNode& out) {
  const auto from = [&](const auto& table, TestKey key) {
    const auto* found = find_in(table, test.value);
    out.key = key;
    if (found != nullptr) out.value = found->value;
    return found != nullptr;
  };
  const auto word = [&](TestKey key) {
    out.key = key;
    out.value = index_of(cutter_.one(test.value));
    return true;
  };
  if (test.key == "pos") return from(parts_of_speech, TestKey::PosIs);
  if (test.key == "form") return from(verb_forms, TestKey::Form);
  if (test.key == "lemma") return word(TestKey::LemmaIs);
  if (test.key == "modal") return word(TestKey::ModalIs);
  if (test.key == "text" || test.key == "word") return word(TestKey::TextIs);
  if (test.key == "in") return dictionary(test.value, out);
  if (test.key == "shape") {
    const Named* shape = find_in(token_flags, test.value);
    if (shape != nullptr) out.key = shape->key;
    return shape != nullptr;
  }
  if (test.key == "exact") {
    out.key = TestKey::ExactTextIs;
    out.value = static_cast<std::uint32_t>(out_.texts.size());
    out_.texts.push_back(test.value);
    return true;
  }
  if (test.key == "mention") {
    const ClassId cls = classes_.find(test.value);
    out.key = TestKey::InMention;
    if (cls != ClassTable::none) out.value = class_set(classes_.below(cls));
    return cls != ClassTable::none;
  }
  return false;
}

bool TestCompiler::dictionary(const std::string& name, TestNode& out) {
  if (const std::int32_t set = single_words(name); set >= 0) {
    out.key = TestKey::InPackList;
    out.value = static_cast<std::uint32_t>(set);
  } else if (const std::int32_t list = lexicon_.words().list(name); list >= 0) {
    out.key = TestKey::InLexiconList;
    out.value = static_cast<std::uint32_t>(list);
  } else if (const NamedValue* found = find_in(word_classes, name)) {
    out.key = TestKey::WordClassIs;
    out.value = found->value;
  } else {
    return false;
  }
  return true;
}

bool TestCompiler::regex(const TokenTestNode& test, TestNode& out) {
  RE2::Options options;
  options.set_log_errors(false);
  auto expression = std::make_unique<RE2>(test.value, options);
  if (!expression->ok()) return false;
  out.key = test.key == "regex" ? TestKey::Regex : TestKey::LemmaRegex;
  out.value = static_cast<std::uint32_t>(out_.expressions.size());
  out_.expressions.push_back(std::move(expression));
  return true;
}

std::int32_t TestCompiler::single_words(std::string_view name) {
  const auto made = std::find_if(lists_.begin(), lists_.end(), [&](const auto& each) { return each.first == name; });
  if (made != lists_.end()) return made->second;
  const auto list = std::find_if(pack_.lists.begin(), pack_.lists.end(), [&](const WordList& each) { return each.name == name; });
  if (list == pack_.lists.end()) return -1;
  WordSet set;
  for (const ListEntry& entry : list->entries) {
    const ReadEntry read = read_entry(entry.text, cutter_);
    if (read.words.size() != 1) continue;
    set.keys.push_back((std::uint64_t{index_of(read.words[0].symbol)} << 8U) | static_cast<unsigned char>(read.words[0].word_class));
  }
  std::sort(set.keys.begin(), set.keys.end());
  set.keys.erase(std::unique(set.keys.begin(), set.keys.end()), set.keys.end());
  out_.word_sets.push_back(std::move(set));
  lists_.emplace_back(name, static_cast<std::int32_t>(out_.word_sets.size() - 1));
  return lists_.back().second;
}

std::uint32_t TestCompiler::class_set(ClassSet classes) {
  const auto found = std::find(out_.class_sets.begin(), out_.class_sets.end(), classes);
  if (found != out_.class_sets.end()) return static_cast<std::uint32_t>(found - out_.class_sets.begin());
  out_.class_sets.push_back(classes);
  return static_cast<std::uint32_t>(out_.class_sets.size() - 1);
}

/// A number of years, at most 9999.
bool TestCompiler::years_ago(std::string_view value, FeatureTest& out) {
  constexpr std::size_t most_digits = 4;
  out.key = FeatureKey::YearsAgo;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), out.value);
  return error == std::errc() && end == value.data() + value.size() && value.size() <= most_digits;
}

bool TestCompiler::feature(const std::string& name, const std::string& value, FeatureTest& out) {
  out.negative = name.starts_with('!');
  const std::string_view key = std::string_view(name).substr(out.negative ? 1 : 0);
  out.text = value;
  if (key == "form" || key == "gender") {
    const NamedValue* found = key == "form" ? find_in(mention_forms, value) : find_in(genders, value);
    out.key = key == "form" ? FeatureKey::Form : FeatureKey::GenderIs;
    if (found != nullptr) out.value = found->value;
    return found != nullptr;
  }
  if (key == "plural")
    out.key = FeatureKey::Plural;
  else if (key == "inside")
    out.key = FeatureKey::Inside;
  else if (key == "known")
    out.key = FeatureKey::Known;
  else if (key == "type")
    out.key = FeatureKey::Type;
  else if (key == "role")
    out.key = FeatureKey::Role;
  else if (key == "lemma")
    out.key = FeatureKey::Lemma;
  else if (key == "years-ago")
    return years_ago(value, out);
  else
    out.value = index_of(lexicon_.symbols().intern(key));
  if (out.key == FeatureKey::Lemma)
    out.symbol = cutter_.one(value);
  else
    out.symbol = lexicon_.symbols().intern(value);
  return true;
}

std::uint16_t TestCompiler::compile_features(const Pattern& mention) {
  if (mention.features.empty() || out_.features.size() >= no_test) return no_test;
  std::string text;
  for (const auto& [name, value] : mention.features) text.append(name).append("=").append(value).append("&");
  if (const auto made = made_features_.find(text); made != made_features_.end()) return made->second;
  std::vector<FeatureTest> tests(mention.features.size());
  for (std::size_t i = 0; i < tests.size(); ++i) feature(mention.features[i].first, mention.features[i].second, tests[i]);
  out_.features.push_back(std::move(tests));
  return made_features_[text] = static_cast<std::uint16_t>(out_.features.size() - 1);
}

}  // namespace chancery
