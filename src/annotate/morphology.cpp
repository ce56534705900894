#include "annotate/morphology.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/symbol_table.hpp"

namespace chancery {
namespace {

constexpr std::uint32_t bit(WordClass word_class) {
  return static_cast<std::uint32_t>(word_class);
}

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/// A stem built in place: no allocation for words of ordinary length.
class Stem {
 public:
  Stem(std::string_view word, std::size_t drop, std::string_view ending) {
    const std::size_t kept = std::min(word.size() - drop, buffer_.size() - ending.size());
    std::memcpy(buffer_.data(), word.data(), kept);
    std::memcpy(buffer_.data() + kept, ending.data(), ending.size());
    size_ = kept + ending.size();
  }
  [[nodiscard]] std::string_view text() const { return {buffer_.data(), size_}; }

 private:
  std::array<char, 64> buffer_{};
  std::size_t size_ = 0;
};

/// "-ending" of a form becomes "replacement" of the lemma. Longer endings come first; within one ending the safer stem does.
struct Detachment {
  WordClass word_class;
  std::string_view ending;
  std::string_view replacement;
};

constexpr Detachment detachments[] = {
    {WordClass::Noun, "ies", "y"},      {WordClass::Noun, "ches", "ch"},     {WordClass::Noun, "shes", "sh"},
    {WordClass::Noun, "sses", "ss"},    {WordClass::Noun, "xes", "x"},       {WordClass::Noun, "zes", "z"},
    {WordClass::Noun, "oes", "o"},      {WordClass::Noun, "men", "man"},     {WordClass::Noun, "ves", "f"},
    {WordClass::Noun, "ves", "fe"},     {WordClass::Noun, "s", ""},          {WordClass::Noun, "ses", "s"},
    {WordClass::Verb, "ies", "y"},      {WordClass::Verb, "s", ""},          {WordClass::Verb, "es", ""},
    {WordClass::Verb, "ied", "y"},      {WordClass::Verb, "ed", "e"},        {WordClass::Verb, "ed", ""},
    {WordClass::Verb, "ing", ""},       {WordClass::Verb, "ing", "e"},       {WordClass::Verb, "ying", "ie"},
    {WordClass::Adjective, "ier", "y"}, {WordClass::Adjective, "iest", "y"}, {WordClass::Adjective, "er", "e"},
    {WordClass::Adjective, "er", ""},   {WordClass::Adjective, "est", "e"},  {WordClass::Adjective, "est", ""},
};

/// "planned" → "plan": the consonant before the ending is doubled.
bool is_doubled(std::string_view stem) {
  const std::size_t n = stem.size();
  return n >= 3 && stem[n - 1] == stem[n - 2] && !is_vowel(stem[n - 1]);
}

bool doubles(std::string_view lemma) {
  const std::size_t n = lemma.size();
  if (n < 3 || is_vowel(lemma[n - 1]) || !is_vowel(lemma[n - 2]) || is_vowel(lemma[n - 3])) return false;
  return std::string_view("wxyh").find(lemma[n - 1]) == std::string_view::npos;
}

/// Only short words are sure to be of one syllable, whose last consonant doubles; for longer ones both spellings are given.
bool is_one_syllable(std::string_view lemma) {
  return std::ranges::count_if(lemma, is_vowel) == 1;
}

/// An adjective in "-er" or "-est" that is listed on its own, and is a comparative all the same; those that are none are few.
bool is_compared(std::string_view word) {
  static constexpr std::string_view none[] = {"former", "inner", "latter", "modest", "other", "outer", "upper", "utter"};
  return (word.ends_with("er") || word.ends_with("est")) && !std::ranges::binary_search(none, word);
}

std::string plural_of(const std::string& lemma) {
  const auto ends = [&](std::string_view ending) { return lemma.ends_with(ending); };
  const std::size_t n = lemma.size();
  if (n >= 2 && lemma[n - 1] == 'y' && !is_vowel(lemma[n - 2])) return lemma.substr(0, n - 1) + "ies";
  if (ends("s") || ends("x") || ends("z") || ends("ch") || ends("sh")) return lemma + "es";
  return lemma + "s";
}

void add(std::vector<std::string>& out, std::string form) {
  if (std::ranges::find(out, form) == out.end()) out.push_back(std::move(form));
}

void add_with_ending(std::vector<std::string>& out, const std::string& lemma, std::string_view ending) {
  const std::size_t n = lemma.size();
  const std::string tail(ending);
  if (lemma.ends_with("ie") && ending == "ing") return add(out, lemma.substr(0, n - 2) + "ying");
  if (lemma.ends_with("e") && !(ending == "ing" && (lemma.ends_with("ee") || lemma.ends_with("oe") || lemma.ends_with("ye")))) {
    return add(out, lemma.substr(0, n - 1) + tail);
  }
  if (n >= 2 && lemma[n - 1] == 'y' && !is_vowel(lemma[n - 2]) && ending != "ing") return add(out, lemma.substr(0, n - 1) + "i" + tail);
  if (lemma.ends_with("c")) return add(out, lemma + "k" + tail);
  if (doubles(lemma)) {
    add(out, lemma + lemma.back() + tail);
    if (is_one_syllable(lemma)) return;
  }
  add(out, lemma + tail);
  if (n >= 2 && lemma.back() == 'l' && is_vowel(lemma[n - 2])) add(out, lemma + "l" + tail);
}

}  // namespace

Morphology::Morphology(const SymbolTable& symbols, const WordTable& words) : symbols_(symbols), words_(words) {
  for (std::uint32_t i = 1; i < symbols.size(); ++i) {
    const auto form = static_cast<Symbol>(i);
    const WordInfo& info = words.info(form);
    for (Symbol lemma : {info.noun_lemma, info.verb_lemma, info.adjective_lemma}) {
      if (lemma != Symbol::None && lemma != form) irregulars_.push_back({lemma, form, info.classes});
    }
  }
  std::ranges::sort(irregulars_,
                    [](const Irregular& a, const Irregular& b) { return a.lemma != b.lemma ? a.lemma < b.lemma : a.form < b.form; });
}

const WordInfo* Morphology::find(std::string_view word) const {
  const Symbol symbol = symbols_.find(word);
  return symbol == Symbol::None ? nullptr : &words_.info(symbol);
}

Symbol Morphology::find_of_class(std::string_view word, WordClass wanted) const {
  const Symbol symbol = symbols_.find(word);
  return symbol != Symbol::None && words_.info(symbol).is(wanted) ? symbol : Symbol::None;
}

Symbol Morphology::detach(std::string_view word, WordClass wanted) const {
  for (const Detachment& rule : detachments) {
    if (rule.word_class != wanted || !word.ends_with(rule.ending) || word.size() < rule.ending.size() + 2) continue;
    if (rule.ending == "s" && (word.ends_with("ss") || word.ends_with("us") || word.ends_with("is"))) continue;
    const Stem stem(word, rule.ending.size(), rule.replacement);
    if (rule.replacement.empty() && rule.ending != "s" && is_doubled(stem.text())) {
      const Stem single(word, rule.ending.size() + 1, "");
      if (const Symbol lemma = find_of_class(single.text(), wanted); lemma != Symbol::None) return lemma;
    }
    if (const Symbol lemma = find_of_class(stem.text(), wanted); lemma != Symbol::None) return lemma;
  }
  return Symbol::None;
}

Symbol Morphology::lemma_of(std::string_view word, Pos pos) const {
  const WordInfo* info = find(word);
  return lemma_of(word, info != nullptr ? *info : WordInfo{}, pos);
}

Symbol Morphology::lemma_of(std::string_view word, const WordInfo& info, Pos pos) const {
  if (pos == Pos::Noun || pos == Pos::ProperNoun) {
    if (info.noun_lemma != Symbol::None) return info.noun_lemma;
    if (info.is(WordClass::Noun) && !info.is(WordClass::Plural)) return Symbol::None;
    return detach(word, WordClass::Noun);
  }
  if (pos == Pos::Verb || pos == Pos::Auxiliary) {
    if (info.verb_lemma != Symbol::None) return info.verb_lemma;
    if (info.is(WordClass::VerbBase)) return Symbol::None;
    return detach(word, WordClass::Verb);
  }
  if (pos == Pos::Adjective || pos == Pos::Adverb) {
    if (info.adjective_lemma != Symbol::None) return info.adjective_lemma;
    if ((info.is(WordClass::Adjective) || info.is(WordClass::Adverb)) && !is_compared(word)) return Symbol::None;
    return detach(word, WordClass::Adjective);
  }
  return Symbol::None;
}

template <typename Use>
void Morphology::for_irregular(std::string_view lemma, Use use) const {
  const Symbol symbol = symbols_.find(lemma);
  if (symbol == Symbol::None) return;
  for (auto at = std::ranges::lower_bound(irregulars_, symbol, {}, &Irregular::lemma); at != irregulars_.end() && at->lemma == symbol;
       ++at) {
    use(std::string(symbols_.text(at->form)), at->classes, words_.info(at->form));
  }
}

void Morphology::inflect_verb(const std::string& lemma, std::vector<std::string>& out) const {
  std::uint32_t known = 0;
  const Symbol symbol = symbols_.find(lemma);
  for_irregular(lemma, [&](std::string form, std::uint32_t classes, const WordInfo& info) {
    if (info.verb_lemma != symbol) return;
    known |= classes;
    add(out, std::move(form));
  });
  const WordInfo* own = find(lemma);
  if (own != nullptr) known |= own->classes;
  const auto lacks = [&](WordClass form) { return (known & bit(form)) == 0; };
  if (lacks(WordClass::VerbS)) add(out, plural_of(lemma));
  if (lacks(WordClass::VerbPast) && lacks(WordClass::VerbPastParticiple)) add_with_ending(out, lemma, "ed");
  if (lacks(WordClass::VerbGerund)) add_with_ending(out, lemma, "ing");
}

std::vector<std::string> Morphology::inflections(std::string_view lemma, Pos pos) const {
  const std::string base(lemma);
  std::vector<std::string> out = {base};
  const Symbol symbol = symbols_.find(lemma);
  if (pos == Pos::Verb || pos == Pos::Auxiliary) {
    inflect_verb(base, out);
  } else if (pos == Pos::Noun || pos == Pos::ProperNoun) {
    for_irregular(lemma, [&](std::string form, std::uint32_t, const WordInfo& info) {
      if (info.noun_lemma == symbol) add(out, std::move(form));
    });
    if (out.size() == 1) add(out, plural_of(base));
  } else if (pos == Pos::Adjective) {
    bool regular = true;
    for_irregular(lemma, [&](std::string form, std::uint32_t, const WordInfo& info) {
      if (info.adjective_lemma != symbol) return;
      regular = regular && form.substr(0, 2) == base.substr(0, 2);
      add(out, std::move(form));
    });
    if (regular) {
      add_with_ending(out, base, "er");
      add_with_ending(out, base, "est");
    }
  }
  return out;
}

std::uint32_t Morphology::derived_classes(std::string_view word) const {
  std::uint32_t classes = 0;
  if (word.size() < 4) return 0;
  if (word.ends_with("s") && !word.ends_with("ss")) {
    if (detach(word, WordClass::Noun) != Symbol::None) classes |= bit(WordClass::Noun) | bit(WordClass::Plural);
    const Symbol verb = detach(word, WordClass::Verb);
    if (verb != Symbol::None) {
      classes |= bit(WordClass::Verb) | bit(WordClass::VerbS);
      const WordInfo& info = words_.info(verb);
      classes |= info.classes & (bit(WordClass::PreferNoun) | bit(WordClass::PreferVerb));
    }
  } else if (word.ends_with("ed")) {
    if (detach(word, WordClass::Verb) != Symbol::None)
      classes |= bit(WordClass::Verb) | bit(WordClass::VerbPast) | bit(WordClass::VerbPastParticiple);
  } else if (word.ends_with("ing")) {
    if (detach(word, WordClass::Verb) != Symbol::None) classes |= bit(WordClass::Verb) | bit(WordClass::VerbGerund);
  } else if (word.ends_with("er") || word.ends_with("est")) {
    if (detach(word, WordClass::Adjective) != Symbol::None) classes |= bit(WordClass::Adjective);
    if (word.ends_with("er") && detach(word, WordClass::Verb) != Symbol::None) classes |= bit(WordClass::Noun);
  }
  return classes;
}

std::uint32_t classes_by_ending(std::string_view word) {
  struct Ending {
    std::string_view text;
    std::uint32_t classes;
  };
  constexpr std::uint32_t noun = bit(WordClass::Noun), plural = noun | bit(WordClass::Plural), adjective = bit(WordClass::Adjective),
                          adverb = bit(WordClass::Adverb), verb = bit(WordClass::Verb),
                          past = verb | bit(WordClass::VerbPast) | bit(WordClass::VerbPastParticiple),
                          gerund = verb | bit(WordClass::VerbGerund);
  static constexpr Ending endings[] = {
      {"tion", noun},
      {"sion", noun},
      {"ment", noun},
      {"ness", noun},
      {"ship", noun},
      {"hood", noun},
      {"ity", noun},
      {"ism", noun},
      {"ance", noun},
      {"ence", noun},
      {"ology", noun},
      {"tions", plural},
      {"ments", plural},
      {"ities", plural},
      {"isms", plural},
      {"ists", plural},
      {"ers", plural},
      {"ors", plural},
      {"ians", plural},
      {"ly", adverb},
      {"wise", adverb | adjective},
      {"ous", adjective},
      {"ful", adjective},
      {"less", adjective},
      {"able", adjective},
      {"ible", adjective},
      {"ive", adjective},
      {"ical", adjective},
      {"ic", adjective},
      {"al", adjective | noun},
      {"ish", adjective},
      {"ary", adjective | noun},
      {"ese", adjective | noun},
      {"ian", adjective | noun},
      {"ist", noun},
      {"er", noun},
      {"or", noun},
      {"ed", past | adjective},
      {"ing", gerund | noun},
      {"ize", verb | bit(WordClass::VerbBase)},
      {"ise", verb | bit(WordClass::VerbBase) | noun},
      {"ify", verb | bit(WordClass::VerbBase)},
      {"ss", noun},
      {"us", noun},
      {"is", noun},
      {"s", plural},
  };
  if (word.empty()) return noun;
  for (const Ending& ending : endings) {
    if (ending.text.back() != word.back() || word.size() <= ending.text.size() + 1) continue;
    if (word.ends_with(ending.text)) return ending.classes;
  }
  return noun;
}

}  // namespace chancery
