#include "annotate/annotator.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "annotate/clause_mends.hpp"
#include "annotate/groups.hpp"
#include "annotate/local_words.hpp"
#include "annotate/morphology.hpp"
#include "annotate/reported_verbs.hpp"
#include "annotate/syntax_unit.hpp"
#include "annotate/tagger.hpp"
#include "lexicon/lexicon.hpp"
#include "text/document.hpp"

namespace chancery {
namespace {

struct NamedWord {
  std::string_view text;
  GrammarWord word;
};

constexpr NamedWord named_words[] = {
    {"of", GrammarWord::Of},
    {"by", GrammarWord::By},
    {"as", GrammarWord::As},
    {"well", GrammarWord::Well},
    {"along", GrammarWord::Along},
    {"together", GrammarWord::Along},
    {"with", GrammarWord::With},
    {"to", GrammarWord::To},
    {"and", GrammarWord::And},
    {"&", GrammarWord::And},
    {"or", GrammarWord::Or},
    {"nor", GrammarWord::Or},
    {"but", GrammarWord::But},
    {"that", GrammarWord::That},
    {"which", GrammarWord::Which},
    {"who", GrammarWord::Who},
    {"whom", GrammarWord::Whom},
    {"whose", GrammarWord::Whose},
    {"never", GrammarWord::Never},
    {"will", GrammarWord::Will},
    {"'ll", GrammarWord::Will},
    {"wo", GrammarWord::Will},
    {"won't", GrammarWord::Will},
    {"shall", GrammarWord::Shall},
    {"was", GrammarWord::Was},
    {"were", GrammarWord::Was},
    {"had", GrammarWord::Had},
    {"did", GrammarWord::Did},
    {"the", GrammarWord::The},
    {"this", GrammarWord::Demonstrative},
    {"these", GrammarWord::Demonstrative},
    {"those", GrammarWord::Demonstrative},
    {"day", GrammarWord::TimeNoun},
    {"days", GrammarWord::TimeNoun},
    {"week", GrammarWord::TimeNoun},
    {"weeks", GrammarWord::TimeNoun},
    {"month", GrammarWord::TimeNoun},
    {"months", GrammarWord::TimeNoun},
    {"year", GrammarWord::TimeNoun},
    {"years", GrammarWord::TimeNoun},
    {"morning", GrammarWord::TimeNoun},
    {"afternoon", GrammarWord::TimeNoun},
    {"evening", GrammarWord::TimeNoun},
    {"night", GrammarWord::TimeNoun},
    {"weekend", GrammarWord::TimeNoun},
    {"hour", GrammarWord::TimeNoun},
    {"hours", GrammarWord::TimeNoun},
    {"minutes", GrammarWord::TimeNoun},
    {"moments", GrammarWord::TimeNoun},
    {"monday", GrammarWord::Weekday},
    {"tuesday", GrammarWord::Weekday},
    {"wednesday", GrammarWord::Weekday},
    {"thursday", GrammarWord::Weekday},
    {"friday", GrammarWord::Weekday},
    {"saturday", GrammarWord::Weekday},
    {"sunday", GrammarWord::Weekday},
    {"jr.", GrammarWord::NameSuffix},
    {"jr", GrammarWord::NameSuffix},
    {"sr.", GrammarWord::NameSuffix},
    {"sr", GrammarWord::NameSuffix},
    {"home", GrammarWord::AdverbNoun},
    {"today", GrammarWord::Weekday},
    {"yesterday", GrammarWord::Weekday},
    {"tomorrow", GrammarWord::Weekday},
    {"tonight", GrammarWord::Weekday},
    {"january", GrammarWord::Month},
    {"february", GrammarWord::Month},
    {"march", GrammarWord::Month},
    {"april", GrammarWord::Month},
    {"may", GrammarWord::Month},
    {"june", GrammarWord::Month},
    {"july", GrammarWord::Month},
    {"august", GrammarWord::Month},
    {"september", GrammarWord::Month},
    {"october", GrammarWord::Month},
    {"november", GrammarWord::Month},
    {"december", GrammarWord::Month},
    {"according", GrammarWord::Preposition},
    {"including", GrammarWord::Preposition},
    {"following", GrammarWord::Preposition},
    {"regarding", GrammarWord::Preposition},
    {"concerning", GrammarWord::Preposition},
    {"given", GrammarWord::Preposition},
    {"it", GrammarWord::It},
    {"than", GrammarWord::Than},
    {"longer", GrammarWord::Longer},
    {"all", GrammarWord::Quantifier},
    {"some", GrammarWord::Quantifier},
    {"any", GrammarWord::Quantifier},
    {"each", GrammarWord::Quantifier},
    {"both", GrammarWord::Quantifier},
    {"either", GrammarWord::Quantifier},
    {"neither", GrammarWord::Quantifier},
    {"another", GrammarWord::Quantifier},
};

}  // namespace

struct Annotator::Parts {
  explicit Parts(const Lexicon& lexicon)
      : readings(lexicon.symbols(), lexicon.words(), &lexicon),
        tagger(readings),
        verb_lists(lexicon.words()),
        names(lexicon),
        symbols(lexicon.symbols()) {
    grammar_of_symbol.assign(symbols.size(), GrammarWord::None);
    for (const NamedWord& named : named_words) set_grammar(named);
    for (const FunctionWord& word : function_words()) {
      lemma_of_function_word.push_back(word.lemma.empty() ? Symbol::None : symbols.find(word.lemma));
    }
  }

  void set_grammar(const NamedWord& named) {
    const Symbol symbol = symbols.find(named.text);
    if (symbol != Symbol::None) grammar_of_symbol[index_of(symbol)] = named.word;
  }

  /// By token.
  [[nodiscard]] std::vector<GrammarWord> grammar_of(const LocalWords& local, std::size_t tokens) const {
    std::vector<GrammarWord> of_word;
    of_word.reserve(local.all().size());
    for (const LocalWord& word : local.all()) {
      const std::uint32_t symbol = index_of(word.word);
      GrammarWord grammar = symbol < grammar_of_symbol.size() ? grammar_of_symbol[symbol] : GrammarWord::None;
      if (grammar == GrammarWord::None && (word.marks & WordMark::Demonym) != 0) grammar = GrammarWord::Demonym;
      of_word.push_back(grammar);
    }
    std::vector<GrammarWord> of_token;
    of_token.reserve(tokens);
    for (std::uint32_t i = 0; i < tokens; ++i) of_token.push_back(of_word[local.index_of_word(i)]);
    return of_token;
  }

  WordReadings readings;
  Tagger tagger;
  VerbLists verb_lists;
  const Lexicon& names;
  const SymbolTable& symbols;
  std::vector<GrammarWord> grammar_of_symbol;
  std::vector<Symbol> lemma_of_function_word;  ///< by index into `function_words()`; none: the word itself
};

namespace {

/// The form of a finite auxiliary is in the word, not in its tag.
VerbForm form_of(Tag tag, GrammarWord word) {
  const bool past = word == GrammarWord::Was || word == GrammarWord::Had || word == GrammarWord::Did;
  return past && tags::finite.has(tag) ? VerbForm::Past : verb_form_of(tag);
}

/// Lemmas of the words of one document.
class LemmaReader {
 public:
  LemmaReader(const Document& document, const LocalWords& local, const WordReadings& readings, const std::vector<Symbol>& of_function_word)
      : document_(document), local_(local), readings_(readings), of_function_word_(of_function_word) {
    entries_.reserve(local.all().size());
    for (const LocalWord& word : local.all()) entries_.push_back(look_up(word.word));
  }

  Symbol lemma_of(std::uint32_t token, Pos pos) const { return lemma_of(entries_[local_.index_of_word(token)], pos); }
  Symbol lemma_of(Symbol word, Pos pos) const { return lemma_of(look_up(word), pos); }

 private:
  /// What the run's tables say of a word.
  struct Entry {
    Symbol word = Symbol::None;
    Symbol function_lemma = Symbol::None;  ///< of a function word
    WordInfo info;
  };

  [[nodiscard]] Entry look_up(Symbol word) const {
    if (index_of(word) >= readings_.symbol_count()) return {word, Symbol::None, {}};
    const std::uint16_t cls = readings_.class_of(word);
    return {word, cls < of_function_word_.size() ? of_function_word_[cls] : Symbol::None, readings_.words().info(word)};
  }

  Symbol lemma_of(const Entry& entry, Pos pos) const {
    if (entry.function_lemma != Symbol::None) return entry.function_lemma;
    if (const Symbol listed = listed_lemma(entry.info, pos); listed != Symbol::None) return listed;
    if (is_lemma(entry.info, pos)) return entry.word;
    if (pos == Pos::Noun || pos == Pos::Verb || pos == Pos::Adjective || pos == Pos::Auxiliary) return detached(entry, pos);
    return entry.word;
  }

  static Symbol listed_lemma(const WordInfo& info, Pos pos) {
    if (pos == Pos::Noun || pos == Pos::ProperNoun) return info.noun_lemma;
    if (pos == Pos::Verb || pos == Pos::Auxiliary) return info.verb_lemma;
    return pos == Pos::Adjective || pos == Pos::Adverb ? info.adjective_lemma : Symbol::None;
  }

  static bool is_lemma(const WordInfo& info, Pos pos) {
    if (pos == Pos::Noun) return info.is(WordClass::Noun) && !info.is(WordClass::Plural);
    if (pos == Pos::Verb) return info.is(WordClass::VerbBase);
    return false;
  }

  Symbol detached(const Entry& entry, Pos pos) const {
    const Symbol lemma = readings_.morphology().lemma_of(document_.symbols.text(entry.word), entry.info, pos);
    return lemma == Symbol::None ? entry.word : lemma;
  }

  const Document& document_;
  const LocalWords& local_;
  const WordReadings& readings_;
  const std::vector<Symbol>& of_function_word_;
  std::vector<Entry> entries_;  ///< by word of `local_`
};

void clear(Annotation& out, std::size_t tokens) {
  out.tokens.assign(tokens, TokenAnnotation{});
  out.noun_groups.clear();
  out.verb_groups.clear();
  out.clauses.clear();
  out.lists.clear();
  out.appositions.clear();
  out.attachments.clear();
  out.noun_group_of.assign(tokens, -1);
  out.verb_group_of.assign(tokens, -1);
  out.list_of.clear();
  out.clause_of.assign(tokens, 0);
}

/// As the universal tag set has it: a preposition before a gerund is a subordinator, "be" behind "there" a full verb.
void mark_neighbours(const TaggedText& text, const VerbGroup& group, Annotation& out) {
  const std::uint32_t first = group.tokens.begin;
  if (first == 0) return;
  const Tag before = text.tag(first - 1);
  if (group.participle && before == Tag::IN && text.is(first, TagSet{Tag::VBG, Tag::BEG, Tag::HVG}))
    out.tokens[first - 1].pos = Pos::Subordinator;
  if (before == Tag::EX && text.is(group.head, tags::be)) out.tokens[group.head].pos = Pos::Verb;
}

void annotate_tokens(const TaggedText& text, const LemmaReader& lemmas, Annotation& out) {
  for (std::uint32_t i = 0; i < out.tokens.size(); ++i) {
    const Tag tag = text.tag(i);
    TokenAnnotation& token = out.tokens[i];
    token.pos = tag == Tag::DTP && text.word(i) == GrammarWord::Quantifier ? Pos::Determiner : pos_of(tag);
    token.form = form_of(tag, text.word(i));
    token.plural = tag == Tag::NNS || tag == Tag::NNPS || tag == Tag::VBP;
    token.of = text.word(i) == GrammarWord::Of;
    token.lemma = lemmas.lemma_of(i, token.pos);
  }
  for (VerbGroup& group : out.verb_groups) {
    for (std::uint32_t i = group.tokens.begin; i < group.head; ++i) {
      if (out.tokens[i].pos == Pos::Verb) out.tokens[i].pos = Pos::Auxiliary;
    }
    mark_neighbours(text, group, out);
    if (group.modal != Symbol::None) group.modal = lemmas.lemma_of(group.modal, Pos::Other);
  }
}

void find_syntax(const TaggedText& text, const VerbLists& verb_lists, Annotation& out) {
  out.list_of.assign(out.noun_groups.size(), -1);
  const UnitReader reader(text);
  SyntaxScratch scratch;
  const SyntaxContext context{text, verb_lists, out, scratch};
  std::vector<SyntaxUnit> units;
  for (const Sentence& sentence : text.document.sentences) {
    const std::size_t count = reader.read(sentence.tokens, out, units);
    for (std::size_t i = 0; i < count; ++i) {
      const std::int32_t parent = i == 0 ? -1 : static_cast<std::int32_t>(out.clause_of[units[i].tokens.begin]);
      find_reduced_relatives(units[i], context);
      find_lists_and_appositions(units[i], context);
      find_clauses(units[i], parent, context);
    }
  }
  std::stable_sort(out.appositions.begin(), out.appositions.end(),
                   [](const Apposition& a, const Apposition& b) { return a.first < b.first; });
}

}  // namespace

Annotator::Annotator(const Lexicon& lexicon) : parts_(std::make_unique<const Parts>(lexicon)) {}
Annotator::~Annotator() = default;

const Morphology& Annotator::morphology() const {
  return parts_->readings.morphology();
}

void Annotator::annotate(const Document& document, Annotation& out) const {
  const std::size_t count = document.tokens.size();
  clear(out, count);
  LocalWords local(document, parts_->readings);
  std::vector<Tag> tags;
  parts_->tagger.tag(document, local, tags);
  mend_by_clause(document, local, tags);
  mend_reported_verbs(document, local, tags);

  const std::vector<GrammarWord> words = parts_->grammar_of(local, count);
  const TaggedText text{document, tags, words, parts_->names};
  for (const Sentence& sentence : document.sentences) {
    find_noun_groups(text, sentence.tokens, out);
    find_verb_groups(text, sentence.tokens, out);
  }

  annotate_tokens(text, LemmaReader(document, local, parts_->readings, parts_->lemma_of_function_word), out);
  find_syntax(text, parts_->verb_lists, out);
}

}  // namespace chancery
