// "A meeting scheduled for Monday between A and B was called off": of two finite verbs with nothing but phrases between them the first
// can only be a participle, since neither a conjunction nor a comma lets the second begin a clause of its own. "The ministry announced
// the envoy would leave": what is read as a participle can only be a past, since a noun with a verb of its own stands behind it.
#include "annotate/syntax_unit.hpp"

namespace chancery {
namespace {

class ReducedRelatives {
 public:
  ReducedRelatives(const SyntaxUnit& unit, const SyntaxContext& context) : items_(unit.items), context_(context) {}

  void run() {
    for (std::size_t i = 1; i + 1 < items_.size(); ++i) {
      if (may_be_participle(i) &&
          (ends_before_verb(i + 1) || (is_in_fronted_phrase(i) && ends_before_subject(i + 1)) || is_behind_pair_of_object(i)))
        context_.read_as_participle(context_.verb(items_[i]));
      else if (may_report(i) && has_clause(i + 1))
        context_.read_as_past(context_.verb(items_[i]));
    }
  }

 private:
  [[nodiscard]] bool is(std::size_t i, SyntaxItemKind kind) const { return i < items_.size() && items_[i].kind == kind; }

  /// One word that may be either past, right behind a noun that is no pronoun, before a phrase or a day.
  [[nodiscard]] bool may_be_participle(std::size_t i) const {
    if (!is(i, SyntaxItemKind::Verb) || !is(i - 1, SyntaxItemKind::Noun) || context_.noun(items_[i - 1]).pronoun) return false;
    if (i > 1 && is(i - 2, SyntaxItemKind::Noun)) return false;  // "the rebel leader his government jailed for life"
    const VerbGroup& group = context_.verb(items_[i]);
    return context_.may_be_participle(group) && !context_.in_list(context_.verbs.clause_verb, group) &&
           (is(i + 1, SyntaxItemKind::Preposition) || (is(i + 1, SyntaxItemKind::Noun) && context_.is_time(context_.noun(items_[i + 1]))));
  }

  /// One participle behind a noun, which may be the past of a verb that takes a clause and nobody whom it tells.
  [[nodiscard]] bool may_report(std::size_t i) const {
    if (!is(i, SyntaxItemKind::Verb)) return false;
    std::size_t before = i - 1;
    while (before > 0 && is(before, SyntaxItemKind::Adverb)) --before;
    const VerbGroup& group = context_.verb(items_[i]);
    return is(before, SyntaxItemKind::Noun) && group.participle && group.tokens.size() == 1 &&
           context_.text.document.word(group.head).ends_with("ed") && context_.in_list(context_.verbs.clause_verb, group) &&
           !context_.in_list(context_.verbs.ditransitive, group);
  }

  /// From item `i` on, behind days and phrases, a noun and its finite verb.
  [[nodiscard]] bool has_clause(std::size_t i) const {
    for (; i < items_.size(); ++i) {
      if (is(i, SyntaxItemKind::Adverb) || is(i, SyntaxItemKind::Preposition)) continue;
      if (!is(i, SyntaxItemKind::Noun)) return false;
      if (!is(i - 1, SyntaxItemKind::Preposition) && !context_.is_time(context_.noun(items_[i]))) break;
    }
    ++i;
    while (is(i, SyntaxItemKind::Adverb)) ++i;
    return is(i, SyntaxItemKind::Verb) && context_.is_finite(context_.verb(items_[i]));
  }

  /// "In a meeting held …": every noun from the start of the clause to the verb stands in a phrase, so that none is its subject.
  [[nodiscard]] bool is_in_fronted_phrase(std::size_t i) const {
    while (i-- > 0) {
      switch (items_[i].kind) {
        case SyntaxItemKind::Noun:
          if (i == 0 || (!is(i - 1, SyntaxItemKind::Preposition) && !is(i - 1, SyntaxItemKind::Conjunction))) return false;
          break;
        case SyntaxItemKind::Preposition:
          if (i == 0 || is(i - 1, SyntaxItemKind::Break) || is(i - 1, SyntaxItemKind::Quote)) return true;
          break;
        case SyntaxItemKind::Conjunction: break;
        default: return false;
      }
    }
    return false;
  }

  /// "praised the summit between A and B scheduled for May": the conjunction joins the two nouns, and so begins no clause; the noun in
  /// front of them is the object of a finite verb that takes no clause.
  [[nodiscard]] bool is_behind_pair_of_object(std::size_t i) const {
    constexpr std::size_t items_before = 6;  // verb, object, "between", noun, conjunction, noun
    if (i < items_before || !is(i - 2, SyntaxItemKind::Conjunction) || !is(i - 3, SyntaxItemKind::Noun)) return false;
    if (!is(i - 4, SyntaxItemKind::Preposition) || !is(i - 5, SyntaxItemKind::Noun) || !is(i - 6, SyntaxItemKind::Verb)) return false;
    if (!context_.verbs.words.in_list(context_.verbs.pair_word, context_.text.document.tokens[items_[i - 4].begin].word)) return false;
    const VerbGroup& verb = context_.verb(items_[i - 6]);
    return context_.is_finite(verb) && !context_.in_list(context_.verbs.clause_verb, verb);
  }

  /// From item `i` on there is nothing but phrases and days before a comma and a noun with its finite verb.
  [[nodiscard]] bool ends_before_subject(std::size_t i) const {
    for (; i < items_.size() && !is(i, SyntaxItemKind::Comma); ++i) {
      if (is(i, SyntaxItemKind::Preposition) || is(i, SyntaxItemKind::Adverb)) continue;
      if (!is(i, SyntaxItemKind::Noun)) return false;
      if (!is(i - 1, SyntaxItemKind::Preposition) && !context_.is_time(context_.noun(items_[i]))) return false;
    }
    if (!is(++i, SyntaxItemKind::Noun)) return false;
    while (is(i, SyntaxItemKind::Noun) || is(i, SyntaxItemKind::Comma) || is(i, SyntaxItemKind::Conjunction) ||
           is(i, SyntaxItemKind::Preposition) || is(i, SyntaxItemKind::Adverb))
      ++i;
    return is(i, SyntaxItemKind::Verb) && context_.is_finite(context_.verb(items_[i]));
  }

  /// From item `i` on there is nothing but phrases, days and adverbs before a finite verb.
  [[nodiscard]] bool ends_before_verb(std::size_t i) const {
    bool pair = false;  // behind "between": the conjunction joins its nouns
    for (; i < items_.size(); ++i) {
      switch (items_[i].kind) {
        case SyntaxItemKind::Adverb: break;
        case SyntaxItemKind::Comma:  // "May 12, 2021"
          if (!is(i + 1, SyntaxItemKind::Noun) || context_.head_tag(context_.noun(items_[i + 1])) != Tag::CD) return false;
          ++i;
          break;
        case SyntaxItemKind::Preposition:
          pair = context_.verbs.words.in_list(context_.verbs.pair_word, context_.text.document.tokens[items_[i].begin].word);
          break;
        case SyntaxItemKind::Conjunction:
          if (!pair) return false;
          break;
        case SyntaxItemKind::Noun: {
          const bool in_phrase = is(i - 1, SyntaxItemKind::Preposition) || is(i - 1, SyntaxItemKind::Conjunction);
          if (!in_phrase && !context_.is_time(context_.noun(items_[i]))) return false;
          break;
        }
        case SyntaxItemKind::Verb: return is(i - 1, SyntaxItemKind::Noun) && context_.is_finite(context_.verb(items_[i]));
        default: return false;
      }
    }
    return false;
  }

  const std::vector<SyntaxItem>& items_;
  const SyntaxContext& context_;
};

}  // namespace

void find_reduced_relatives(const SyntaxUnit& unit, const SyntaxContext& context) {
  ReducedRelatives(unit, context).run();
}

}  // namespace chancery
