#include "annotate/mention_finder.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "annotate/name_scan.hpp"

namespace chancery {

namespace {

struct PronounWord {
  std::string_view word;
  ClassId cls;
  MentionForm form;
  Gender gender;
  bool plural;
};

constexpr std::array pronoun_words = {
    PronounWord{"he", mention_class::person, MentionForm::Pronoun, Gender::Male, false},
    PronounWord{"him", mention_class::person, MentionForm::Pronoun, Gender::Male, false},
    PronounWord{"himself", mention_class::person, MentionForm::Pronoun, Gender::Male, false},
    PronounWord{"his", mention_class::person, MentionForm::Possessive, Gender::Male, false},
    PronounWord{"she", mention_class::person, MentionForm::Pronoun, Gender::Female, false},
    PronounWord{"herself", mention_class::person, MentionForm::Pronoun, Gender::Female, false},
    PronounWord{"her", mention_class::person, MentionForm::Possessive, Gender::Female, false},
    PronounWord{"it", mention_class::any, MentionForm::Pronoun, Gender::Neuter, false},
    PronounWord{"its", mention_class::any, MentionForm::Possessive, Gender::Neuter, false},
    PronounWord{"they", mention_class::any, MentionForm::Pronoun, Gender::Unknown, true},
    PronounWord{"them", mention_class::any, MentionForm::Pronoun, Gender::Unknown, true},
    PronounWord{"their", mention_class::any, MentionForm::Possessive, Gender::Unknown, true},
    PronounWord{"who", mention_class::person, MentionForm::Pronoun, Gender::Unknown, false},
    PronounWord{"whom", mention_class::person, MentionForm::Pronoun, Gender::Unknown, false},
};

constexpr std::uint8_t no_pronoun = 0xFF;

}  // namespace

struct MentionFinder::Vocabulary {
  explicit Vocabulary(const Lexicon& lexicon) : names(lexicon), body_nouns(lexicon.words().list("side-noun")) {
    honorific = lexicon.symbols().find("honorific");
    description = lexicon.symbols().find("description");
    plain = lexicon.symbols().find("plain");
    pronoun_of.assign(lexicon.symbols().size(), no_pronoun);
    for (std::size_t i = 0; i < pronoun_words.size(); ++i) {
      const Symbol word = lexicon.symbols().find(pronoun_words[i].word);
      if (word != Symbol::None) pronoun_of[index_of(word)] = static_cast<std::uint8_t>(i);
    }
  }
  [[nodiscard]] bool is_body_noun(Symbol w) const { return body_nouns >= 0 && names.lexicon().words().in_list(body_nouns, w); }

  NameVocabulary names;
  /// Let rules tell titles apart: `@Title[honorific]`, `@Title[!description]`.
  void mark_title(Mention& title) const {
    const Role& role = names.lexicon().role(title.role);
    if (role.honorific && honorific != Symbol::None) title.features.push_back({honorific, no_mention, {}, Symbol::None});
    if (role.description && description != Symbol::None) title.features.push_back({description, no_mention, {}, Symbol::None});
  }

  /// "Rural Development": a name of several words, all of the language and none a given name, or the last of what an office is
  /// for; rules ask for `@Name[plain]`.
  void mark_plain(Mention& name, const Document& document) const {
    if (plain == Symbol::None || name.tokens.size() < 2 || names.is_family_name(document.tokens[name.tokens.begin].word)) return;
    const bool field = names.is_office_tail(document.tokens[name.tokens.end - 1].word);  // "Sustainable Development"
    for (std::uint32_t i = name.tokens.begin; i < name.tokens.end; ++i) {
      const Symbol word = document.tokens[i].word;
      const bool common = names.is_common_word(word) || (field && !names.is_given_name(word));
      if (document.tokens[i].shape != Shape::Capitalized || !common) return;
    }
    name.features.push_back({plain, no_mention, {}, Symbol::None});
  }

  /// "ambassadors extraordinary", "Attorneys General": the first word inflects.
  [[nodiscard]] bool begins_with_plural(const Mention& title, const Document& document, const Annotation& annotation) const {
    const TokenAnnotation& first = annotation.tokens[title.tokens.begin];
    if (title.tokens.size() < 2 || first.lemma == document.tokens[title.tokens.begin].word) return false;
    std::vector<Symbol> words = {first.lemma};
    for (std::uint32_t token = title.tokens.begin + 1; token < title.tokens.end; ++token) words.push_back(document.tokens[token].word);
    const auto readings = names.lexicon().names().readings_of(words);
    return std::any_of(readings.begin(), readings.end(),
                       [&](const NameReading& reading) { return reading.kind == NameKind::Title && reading.target == title.role; });
  }

  Symbol honorific, description, plain;
  std::vector<std::uint8_t> pronoun_of;  ///< by symbol: index into `pronoun_words`, or `no_pronoun`
  std::int32_t body_nouns;               ///< "side", "delegation": they stand for their state
};

namespace {

/// The parts of the search that need groups. Appends to `out`.
class GroupScan {
 public:
  GroupScan(const Document& document, const Annotation& annotation, Mentions& out)
      : document_(document), annotation_(annotation), out_(out), title_over_(document.tokens.size(), -1) {
    for (std::size_t i = 0; i < out.items.size(); ++i) {
      if (out.items[i].cls != mention_class::title) continue;
      for (std::uint32_t t = out.items[i].tokens.begin; t < out.items[i].tokens.end; ++t) title_over_[t] = static_cast<std::int32_t>(i);
    }
  }

  template <typename IsBodyNoun>
  void nominals(const NameVocabulary& names, IsBodyNoun is_body_noun) {
    named_.assign(document_.tokens.size(), false);
    for (const Mention& mention : out_.items) {
      if (mention.cls == mention_class::title) continue;
      for (std::uint32_t i = mention.tokens.begin; i < mention.tokens.end; ++i) named_[i] = true;
    }
    for (const NounGroup& group : annotation_.noun_groups) {
      if (group.possessor.size() > 1) add_owner(group, names);
      if (group.pronoun || group.tokens.empty() || named_[group.head]) continue;
      const std::int32_t title = title_over_[group.head];
      if (title >= 0 && out_.items[static_cast<std::size_t>(title)].tokens.begin < group.tokens.begin) continue;  // "secretary of state"
      const Symbol lemma = annotation_.tokens[group.head].lemma;
      const bool person =
          names.info(lemma).is(WordClass::PersonNoun) || names.info(document_.tokens[group.head].word).is(WordClass::PersonNoun);
      if (title < 0 && !person && !is_body_noun(document_.tokens[group.head].word)) continue;
      add_nominal(group, title, person);
    }
  }

 private:
  /// "the president's talks": the owner is somebody too.
  void add_owner(const NounGroup& group, const NameVocabulary& names) {
    NounGroup owner;
    owner.tokens = group.possessor;
    owner.head = group.possessor.end - 1;
    owner.plural = annotation_.tokens[owner.head].plural;
    const std::int32_t title = title_over_[owner.head];
    if (named_[owner.head] || (title >= 0 && out_.items[static_cast<std::size_t>(title)].tokens.begin < owner.tokens.begin)) return;
    if (title >= 0 || names.info(annotation_.tokens[owner.head].lemma).is(WordClass::PersonNoun)) add_nominal(owner, title, true);
  }

  void add_nominal(const NounGroup& group, std::int32_t title, bool person) {
    Mention mention;
    mention.tokens = {group.tokens.begin, group.head + 1};
    mention.head = {group.head, group.head + 1};
    mention.form = MentionForm::Nominal;
    mention.plural = group.plural || (title >= 0 && out_.items[static_cast<std::size_t>(title)].plural);
    mention.cls = title >= 0 || person ? mention_class::person : mention_class::polity;
    if (title >= 0) {
      mention.head = out_.items[static_cast<std::size_t>(title)].tokens;
      mention.role = out_.items[static_cast<std::size_t>(title)].role;
      mention.plural = mention.plural || out_.items[static_cast<std::size_t>(title)].plural;  // "the Foreign Ministers"
      mention.tokens.end = std::max(mention.tokens.end, mention.head.end);
    }
    out_.items.push_back(std::move(mention));
  }

  const Document& document_;
  const Annotation& annotation_;
  Mentions& out_;
  std::vector<std::int32_t> title_over_;  ///< per token: index of the title, or -1
  std::vector<bool> named_;
};

void add_pronouns(const Document& document, const Annotation& annotation, const std::vector<std::uint8_t>& pronoun_of, Mentions& out) {
  for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
    const Token& token = document.tokens[i];
    if (index_of(token.word) >= pronoun_of.size() || pronoun_of[index_of(token.word)] == no_pronoun) continue;
    if (token.end - token.begin > 8 || annotation.tokens[i].pos == Pos::ProperNoun) continue;
    if (document.sentence_of(i) >= document.sentences.size()) continue;
    const PronounWord& pronoun = pronoun_words[pronoun_of[index_of(token.word)]];
    Mention& mention = out.items.emplace_back();
    mention.tokens = mention.head = {i, i + 1};
    mention.cls = pronoun.cls;
    mention.form = pronoun.form;
    mention.gender = pronoun.gender;
    mention.plural = pronoun.plural;
    const std::int32_t group = annotation.noun_group_of[i];  // "her" of "told her" is no possessive
    if (pronoun.word == "her" && (group < 0 || annotation.noun_groups[static_cast<std::size_t>(group)].tokens.size() == 1))
      mention.form = MentionForm::Pronoun;
  }
}

void add_values(const Document& document, Mentions& out) {
  const auto add = [&out](TokenSpan tokens, ClassId cls, std::int32_t value) {
    Mention& mention = out.items.emplace_back();
    mention.tokens = mention.head = tokens;
    mention.cls = cls;
    mention.form = MentionForm::Value;
    mention.value = value;
  };
  std::vector<bool> dated(document.tokens.size(), false);
  for (std::size_t i = 0; i < out.dates.size(); ++i) {
    add(out.dates[i].tokens, mention_class::date, static_cast<std::int32_t>(i));
    for (std::uint32_t t = out.dates[i].tokens.begin; t < out.dates[i].tokens.end; ++t) dated[t] = true;
  }
  for (std::uint32_t i = 0; i < document.tokens.size(); ++i)
    if (document.tokens[i].shape == Shape::Number && !dated[i]) add({i, i + 1}, mention_class::number, -1);
  for (std::size_t i = 0; i < document.quotations.size(); ++i)
    if (document.quotations[i].inner.size() >= 3) add(document.quotations[i].outer, mention_class::quote, static_cast<std::int32_t>(i));
}

/// By first token, longer ones first, else as found. Mentions are large: their numbers are sorted, and each is moved once.
void put_in_order(std::vector<Mention>& mentions) {
  struct Place {
    TokenSpan tokens;
    std::uint32_t number;
  };
  std::vector<Place> order;
  order.reserve(mentions.size());
  for (std::uint32_t i = 0; i < mentions.size(); ++i) order.push_back({mentions[i].tokens, i});
  std::sort(order.begin(), order.end(), [](const Place& a, const Place& b) {
    if (a.tokens.begin != b.tokens.begin) return a.tokens.begin < b.tokens.begin;
    return a.tokens.end != b.tokens.end ? a.tokens.end > b.tokens.end : a.number < b.number;
  });
  std::vector<Mention> sorted;
  sorted.reserve(mentions.size() + mentions.size() / 4);  // rules will add some
  std::vector<MentionId> now(mentions.size(), no_mention);
  for (const Place& place : order) {
    now[place.number] = static_cast<MentionId>(sorted.size());
    sorted.push_back(std::move(mentions[place.number]));
  }
  for (Mention& mention : sorted)
    for (Feature& feature : mention.features)
      if (feature.mention != no_mention) feature.mention = now[feature.mention];
  mentions = std::move(sorted);
}

}  // namespace

MentionFinder::MentionFinder(const Lexicon& lexicon) : vocabulary_(std::make_unique<Vocabulary>(lexicon)) {}
MentionFinder::~MentionFinder() = default;
MentionFinder::MentionFinder(MentionFinder&&) noexcept = default;

void MentionFinder::find(const Document& document, const Annotation& annotation, Mentions& out) const {
  out.items.clear();
  NameScan(document, vocabulary_->names, out).run();
  for (Mention& mention : out.items) {
    if (mention.cls == mention_class::name) vocabulary_->mark_plain(mention, document);
    if (mention.cls != mention_class::title) continue;
    vocabulary_->mark_title(mention);
    std::uint32_t head = mention.tokens.end - 1;
    for (std::uint32_t token = mention.tokens.begin + 1; token < head; ++token)  // "minister of foreign affairs" is one minister
      if (annotation.tokens[token].pos == Pos::Adposition) head = token - 1;
    const std::string_view last = document.word(head);  // "chargé d'affaires"
    if (head > mention.tokens.begin && last.size() > 2 && (last.substr(1).starts_with("'") || last.substr(1).starts_with("’"))) --head;
    mention.plural = annotation.tokens[head].plural || vocabulary_->names.info(document.tokens[head].word).is(WordClass::Plural) ||
                     vocabulary_->begins_with_plural(mention, document, annotation);
  }
  GroupScan(document, annotation, out).nominals(vocabulary_->names, [this](Symbol w) { return vocabulary_->is_body_noun(w); });
  add_pronouns(document, annotation, vocabulary_->pronoun_of, out);
  add_values(document, out);
  put_in_order(out.items);
}

}  // namespace chancery
