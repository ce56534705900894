// Lists and appositions, from left to right over the groups of a unit. Whether "A and B met" continues a list or starts a clause
// is told by counting: each clause opener asks for one finite verb, and a verb that nobody asked for has the noun before it as
// its own subject. Whether a comma lists or apposes is told by what kinds of noun group stand beside it.
#include <algorithm>

#include "annotate/syntax_unit.hpp"

namespace chancery {
namespace {

enum class NounKind : std::uint8_t { Name, Definite, Indefinite, Bare, Pronoun, Time };

class ListReader {
 public:
  ListReader(const SyntaxUnit& unit, const SyntaxContext& context)
      : items_(unit.items),
        context_(context),
        used_(context.scratch.used),
        apposed_(context.scratch.apposed),
        apposition_end_(context.scratch.apposition_end) {
    used_.assign(items_.size(), 0);
    apposed_.assign(items_.size(), 0);
    apposition_end_.assign(items_.size(), 0);
  }

  void run() {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].kind == SyntaxItemKind::Noun && !apposed_[i]) {
        try_apposition(i);
        if (!used_[i]) try_list(i);
      }
      follow(i);
    }
  }

 private:
  [[nodiscard]] SyntaxItemKind kind(std::size_t i) const { return i < items_.size() ? items_[i].kind : SyntaxItemKind::Stop; }
  [[nodiscard]] bool is(std::size_t i, SyntaxItemKind wanted) const { return kind(i) == wanted; }
  [[nodiscard]] const NounGroup& noun(std::size_t i) const { return context_.noun(items_[i]); }
  [[nodiscard]] bool in_phrase(std::size_t i) const { return i > 0 && is(i - 1, SyntaxItemKind::Preposition); }

  [[nodiscard]] NounKind noun_kind(std::size_t i) const {
    const NounGroup& group = noun(i);
    if (group.pronoun) return NounKind::Pronoun;
    if (context_.is_time(group)) return NounKind::Time;
    if (context_.is_name(group) && (group.possessor.empty() || group.definite)) return NounKind::Name;
    if (group.definite || !group.possessor.empty()) return NounKind::Definite;
    return context_.text.is(group.tokens.begin, TagSet{Tag::DT}) ? NounKind::Indefinite : NounKind::Bare;
  }

  /// How alike two groups are, as members of a list.
  [[nodiscard]] int likeness(std::size_t a, std::size_t b) const {
    const NounKind first = noun_kind(a), second = noun_kind(b);
    if (first == second) return 2;
    const auto is_common = [](NounKind k) { return k == NounKind::Definite || k == NounKind::Indefinite || k == NounKind::Bare; };
    return is_common(first) && is_common(second) ? 1 : 0;
  }

  /// The item behind a noun group and the phrases that hang on it.
  [[nodiscard]] std::size_t after_phrases(std::size_t i, bool only_of) const {
    std::size_t end = i + 1;
    while (is(end, SyntaxItemKind::Preposition) && is(end + 1, SyntaxItemKind::Noun)) {
      if (only_of && context_.text.word(items_[end].begin) != GrammarWord::Of) break;
      end += 2;
    }
    return end;
  }

  [[nodiscard]] std::size_t skip_adverbs(std::size_t i) const {
    while (is(i, SyntaxItemKind::Adverb)) ++i;
    return i;
  }

  [[nodiscard]] bool is_finite_verb(std::size_t i) const {
    return is(i, SyntaxItemKind::Verb) && context_.is_finite(context_.verb(items_[i]));
  }
  [[nodiscard]] bool is_list_conjunction(std::size_t i) const {
    if (!is(i, SyntaxItemKind::Conjunction)) return false;
    const GrammarWord word = context_.text.word(items_[i].begin);
    return word == GrammarWord::And || word == GrammarWord::Or || word == GrammarWord::As || word == GrammarWord::Along;
  }

  /// "along with N", "as well as N": who joins even a list that "and" has closed.
  [[nodiscard]] bool is_company(std::size_t i) const {
    if (!is(i, SyntaxItemKind::Conjunction)) return false;
    const GrammarWord word = context_.text.word(items_[i].begin);
    return word == GrammarWord::Along || word == GrammarWord::As;
  }

  [[nodiscard]] bool may_go_on(std::size_t end) const { return is(end, SyntaxItemKind::Comma) || is(end, SyntaxItemKind::Conjunction); }

  [[nodiscard]] bool can_follow(std::size_t i) const {
    return is(i, SyntaxItemKind::Noun) && !used_[i] && !context_.text.is(noun(i).head, TagSet{Tag::PRP});
  }

  /// The members of a list that begins with `first`; they stay until the next call.
  const ListMembers& collect(std::size_t first) const {
    ListMembers& out = context_.scratch.members;
    out.items.assign(1, first);
    out.end = member_end(first);
    out.closed = false;
    bool ended = false;  // by a conjunction that does not join two titles of one
    while (true) {
      const bool comma = is(out.end, SyntaxItemKind::Comma);
      const std::size_t at = out.end + (comma ? 1 : 0);
      const bool conjunction = is_list_conjunction(at);
      const std::size_t next = at + (conjunction ? 1 : 0);
      const bool fits = conjunction ? is(next, SyntaxItemKind::Noun) && !used_[next] : comma && can_follow(next);
      if (!fits || (noun_kind(next) == NounKind::Time) != (noun_kind(first) == NounKind::Time)) return out;
      if (ended && !conjunction) return out;
      const bool of_one = conjunction && are_titles_of_one(out.items.back(), next);
      out.items.push_back(next);
      out.closed = out.closed || conjunction;
      ended = conjunction && !of_one;
      out.end = member_end(next);
      const bool goes_on = is_company(at) || is_company(out.end + (is(out.end, SyntaxItemKind::Comma) ? 1 : 0));  // "N, as well as M and R"
      if (ended && !goes_on) return out;
    }
  }

  /// "Deputy Premier and Foreign Minister N": a title without an article, and a title with a name.
  [[nodiscard]] bool are_titles_of_one(std::size_t title, std::size_t named) const {
    const NounGroup& group = noun(title);
    const bool bare = !context_.text.is(group.tokens.begin, TagSet{Tag::DT, Tag::PRPS}) && !group.plural && group.possessor.empty();
    return bare && is_person_noun(group.head) && context_.is_name(noun(named)) && !is_person_noun(noun(named).head) && has_role_word(named);
  }

  [[nodiscard]] bool is_person_noun(std::uint32_t token) const {
    return context_.verbs.words.info(context_.out.tokens[token].lemma).is(WordClass::PersonNoun);
  }

  [[nodiscard]] std::size_t member_end(std::size_t i) const {
    const std::size_t end = apposition_end_[i] != 0 ? apposition_end_[i] : after_phrases(i, true);
    return after_relative(after_adverb(after_post(i, after_bracket(end))));
  }

  /// "the Republic of Korea (ROK), Japan and", "N (Peru) and": the item behind a bracket that holds nouns only; else `end`.
  [[nodiscard]] std::size_t after_bracket(std::size_t end) const {
    constexpr std::size_t longest = 5;  // items
    if (!is(end, SyntaxItemKind::OpenBracket)) return end;
    for (std::size_t i = end + 1; i < items_.size() && i <= end + longest; ++i) {
      if (is(i, SyntaxItemKind::CloseBracket)) return i > end + 1 ? i + 1 : end;
      if (!is(i, SyntaxItemKind::Noun) && !is(i, SyntaxItemKind::Comma) && !is(i, SyntaxItemKind::Preposition)) break;
    }
    return end;
  }

  /// "the ambassador to Norway N": the item behind a title and where it is for; else `end`.
  [[nodiscard]] std::size_t after_post(std::size_t i, std::size_t end) const {
    const bool title = !context_.is_name(noun(i)) || is_person_noun(noun(i).head);
    const bool titled = end == i + 1 && title && context_.is_person_like(noun(i)) && !noun(i).pronoun;
    const bool posted = titled && is(end, SyntaxItemKind::Preposition) && is(end + 1, SyntaxItemKind::Noun) &&
                        context_.text.word(items_[end].begin) == GrammarWord::To && context_.is_name(noun(end + 1));
    return posted ? end + 2 : end;
  }

  /// "N, left, and R": the comma behind a lone adverb that a conjunction and a noun follow; else `end`.
  [[nodiscard]] std::size_t after_adverb(std::size_t end) const {
    const bool lone = is(end, SyntaxItemKind::Comma) && is(end + 1, SyntaxItemKind::Adverb) && is(end + 2, SyntaxItemKind::Comma);
    return lone && is_list_conjunction(end + 3) && is(end + 4, SyntaxItemKind::Noun) ? end + 2 : end;
  }

  /// "N, who leads the bank, and", "N, who leads the bank, R and", "N, better known as M, and": the comma behind a relative clause, whole or
  /// reduced, that a conjunction and a noun, or a noun that goes on with the list, follow; else `end`.
  [[nodiscard]] std::size_t after_relative(std::size_t end) const {
    if (!is(end, SyntaxItemKind::Comma)) return end;
    constexpr std::size_t longest = 10;  // items
    const std::size_t first = end + (is(end + 1, SyntaxItemKind::Adverb) ? 2 : 1);
    bool verb = is(first, SyntaxItemKind::Verb) && context_.text.is(items_[first].begin, TagSet{Tag::VBN});
    if (!verb && !is(end + 1, SyntaxItemKind::Relative)) return end;
    for (std::size_t i = verb ? first + 1 : end + 2; i < items_.size() && i < end + longest; ++i) {
      switch (items_[i].kind) {
        case SyntaxItemKind::Verb:
          if (verb) return end;
          verb = true;
          break;
        case SyntaxItemKind::Comma: {
          const bool last = is_list_conjunction(i + 1) && is(i + 2, SyntaxItemKind::Noun);
          const bool more = is(i + 1, SyntaxItemKind::Noun) && context_.is_person_like(noun(i + 1)) && goes_on(after_phrases(i + 1, true));
          return verb && (last || more) ? i : end;
        }
        case SyntaxItemKind::Noun:
        case SyntaxItemKind::Preposition:
        case SyntaxItemKind::Adverb:
        case SyntaxItemKind::Adjective: break;
        default: return end;
      }
    }
    return end;
  }

  /// "…, R and T", "…, R, T and": from the item behind R.
  [[nodiscard]] bool goes_on(std::size_t i) const {
    if (is(i, SyntaxItemKind::Comma)) ++i;
    return is_list_conjunction(i) ? is(i + 1, SyntaxItemKind::Noun)
                                  : is(i, SyntaxItemKind::Noun) && is_list_conjunction(after_phrases(i, true)) && !is_finite_verb(i + 1);
  }

  void try_list(std::size_t first) {
    if (!may_go_on(member_end(first))) return;
    const ListMembers& members = collect(first);
    if (!members.closed || belongs_to_phrase(first, members) || is_fronted(first, members) || starts_clause(members)) return;
    if (members.items.size() == 2 && noun_kind(members.items[1]) == NounKind::Pronoun && is_finite_verb(skip_adverbs(members.end)) &&
        complete_)
      return;
    add_list(members.items);
  }

  void add_list(const std::vector<std::size_t>& members) {
    NounList list;
    list.members.reserve(members.size());
    const auto index = static_cast<std::int32_t>(context_.out.lists.size());
    for (std::size_t i : members) {
      used_[i] = 1;
      list.members.push_back(static_cast<std::uint32_t>(items_[i].group));
      context_.out.list_of[static_cast<std::size_t>(items_[i].group)] = index;
    }
    list.tokens = {items_[members.front()].begin, items_[members.back()].end};
    context_.out.lists.push_back(std::move(list));
  }

  /// "leaders of France, Germany and Spain": the list starts inside the phrase.
  [[nodiscard]] bool belongs_to_phrase(std::size_t first, const ListMembers& members) const {
    const std::size_t end = after_phrases(first, true);
    if (end == first + 1) return false;
    const std::size_t last_in_phrase = end - 1, next = members.items[1];
    return likeness(last_in_phrase, next) > likeness(first, next);
  }

  /// "In Moscow, Putin and Xi met": what stands in front of the subject is none of its members.
  [[nodiscard]] bool is_fronted(std::size_t first, const ListMembers& members) const {
    const bool comma = is(members.items[1] - 1, SyntaxItemKind::Comma);
    const bool apposed =
        apposition_end_[members.items.back()] != 0 && is(members.end, SyntaxItemKind::Comma);  // "Putin and Xi, his guest, met"
    return comma && in_phrase(first) && !has_subject_ && lacking_ > 0 && is_finite_verb(skip_adverbs(members.end + (apposed ? 1 : 0)));
  }

  /// "met Putin and Trump flew": the last noun has a verb of its own.
  [[nodiscard]] bool starts_clause(const ListMembers& members) const {
    if (!is_finite_verb(skip_adverbs(after_phrases(members.items.back(), false)))) return false;
    if (lacking_ > 0) return false;
    return !clause_verb_before(members.items.front()) || is_unlike_pair(members);
  }

  /// "announced a plan, and Peru rejected it": two of different kinds, with a comma and a conjunction between.
  [[nodiscard]] bool is_unlike_pair(const ListMembers& members) const {
    const std::size_t last = members.items.back();
    const bool comma = last >= 2 && is(last - 2, SyntaxItemKind::Comma) && is(last - 1, SyntaxItemKind::Conjunction);
    return members.items.size() == 2 && comma && likeness(members.items.front(), last) == 0;
  }

  /// Also with one phrase between: "said talks between Norway and Peru failed".
  [[nodiscard]] bool clause_verb_before(std::size_t first) const {
    if (in_phrase(first) && first > 1 && is(first - 2, SyntaxItemKind::Noun)) first -= 2;
    return first > 0 && is(first - 1, SyntaxItemKind::Verb) &&
           context_.in_list(context_.verbs.clause_verb, context_.verb(items_[first - 1]));
  }

  [[nodiscard]] bool ends_apposition(std::size_t i) const {
    switch (kind(i)) {
      case SyntaxItemKind::Comma:
      case SyntaxItemKind::Stop:
      case SyntaxItemKind::Break:
      case SyntaxItemKind::Quote:
      case SyntaxItemKind::CloseBracket: return true;
      default: return false;
    }
  }

  /// A name beside a description, with a comma between and one (or the end) behind.
  void try_apposition(std::size_t first) {
    if (noun_kind(first) == NounKind::Time || noun_kind(first) == NounKind::Pronoun) return;
    std::size_t open = after_phrases(first, true);
    if (try_names(first, open)) return;
    const bool bracket = is(open, SyntaxItemKind::OpenBracket);
    if (!(bracket || is(open, SyntaxItemKind::Comma)) || !is(open + 1, SyntaxItemKind::Noun) || used_[open + 1]) {
      open = after_phrases(first, false);
      if (!is(open, SyntaxItemKind::Comma) || !is(open + 1, SyntaxItemKind::Noun) || used_[open + 1]) return;
      if (noun_kind(first) == NounKind::Name && is_role(open + 1) && has_given_name(open - 1) && !has_given_name(first)) return;
    }
    const std::size_t second = open + 1;
    if (bracket) {
      if (is(second + 1, SyntaxItemKind::CloseBracket) && context_.is_name(noun(second)) && context_.is_name(noun(first)))
        appose(first, second);
      return;
    }
    if (!fits_apposition(first, second)) return;
    std::size_t end = after_phrases(second, false);
    std::vector<std::size_t> roles = {second};
    if (is(end, SyntaxItemKind::Conjunction) && is(end + 1, SyntaxItemKind::Noun) && noun_kind(first) == NounKind::Name &&
        is_role(end + 1)) {
      const std::size_t role_end = after_phrases(end + 1, false);
      if (!is(role_end, SyntaxItemKind::Comma) || noun(end + 1).plural) return;
      roles.push_back(end + 1);
      end = role_end;
    }
    if (!ends_apposition(end) || continues_list(end) || belongs_to_next(first, second, end)) return;
    if (noun_kind(first) == NounKind::Name && names_holder(second, end)) return;
    if (roles.size() > 1) add_list(roles);
    apposition_end_[first] = end;
    appose(first, second);
  }

  /// "the two leaders, N and M,", "the mediators (N and M)", "the leaders of A and B - N and M -": each name stands in apposition to the
  /// description. What follows a name of a phrase goes on with that one ("the leaders of A, B and C").
  bool try_names(std::size_t first, std::size_t open) {
    if (!noun(first).plural || !is_role(first) || !context_.is_person_like(noun(first))) return false;
    const bool in_phrase = open > first + 1 && noun_kind(open - 1) == NounKind::Name;
    if (in_phrase) open = collect(open - 1).end;
    const bool bracket = is(open, SyntaxItemKind::OpenBracket);
    if (!(bracket || is(open, SyntaxItemKind::Comma)) || !is(open + 1, SyntaxItemKind::Noun) || used_[open + 1]) return false;
    if (in_phrase && !bracket && context_.text.tag(items_[open].begin) != Tag::Dash) return false;
    const ListMembers& members = collect(open + 1);
    const auto is_somebody = [&](std::size_t i) { return noun_kind(i) == NounKind::Name && !noun(i).plural; };
    if (!members.closed || !std::all_of(members.items.begin(), members.items.end(), is_somebody)) return false;
    if (bracket ? !is(members.end, SyntaxItemKind::CloseBracket)
                : !ends_apposition(members.end) || belongs_to_next(first, open + 1, members.end))
      return false;
    add_list(members.items);
    apposition_end_[first] = members.end;
    for (const std::size_t i : members.items) appose(first, i);
    return true;
  }

  [[nodiscard]] bool is_role(std::size_t i) const {
    const NounKind k = noun_kind(i);
    return k == NounKind::Definite || k == NounKind::Indefinite || k == NounKind::Bare;
  }

  [[nodiscard]] bool fits_apposition(std::size_t first, std::size_t second) const {
    const NounKind a = noun_kind(first), b = noun_kind(second);
    if (noun(first).plural != noun(second).plural) return false;
    if (is_role(first) && b == NounKind::Name && has_role_word(second) && !context_.is_person_like(noun(first))) return false;
    if (a == NounKind::Name && is_role(second)) return b != NounKind::Bare || context_.is_person_like(noun(second));
    return (a == NounKind::Definite || a == NounKind::Indefinite || (a == NounKind::Bare && context_.is_person_like(noun(first)))) &&
           b == NounKind::Name;
  }

  /// "director of the Atlantic Council NAME NAME": a title of its own person, up to the item `end`.
  [[nodiscard]] bool names_holder(std::size_t title, std::size_t end) const {
    if (end <= title + 1 || !is(end - 1, SyntaxItemKind::Noun) || !context_.is_name(noun(end - 1))) return false;
    if (context_.text.word(items_[end - 2].begin) != GrammarWord::Of) return false;
    const NounGroup& last = noun(end - 1);
    if (last.head < last.tokens.begin + 2 || !context_.text.is(last.head - 2, tags::names)) return false;
    const WordTable& words = context_.verbs.words;
    const WordInfo& given = words.info(context_.text.document.tokens[last.head - 1].word);
    return (given.is(WordClass::GivenMale) || given.is(WordClass::GivenFemale)) &&
           !words.in_list(context_.verbs.organization_head, context_.text.document.tokens[last.head].word);
  }

  /// "in Lima with ANNA NAME, the envoy": whose apposition it is.
  [[nodiscard]] bool has_given_name(std::size_t i) const {
    const NounGroup& group = noun(i);
    for (std::uint32_t k = group.tokens.begin; k < group.head; ++k) {
      const WordInfo& info = context_.verbs.words.info(context_.text.document.tokens[k].word);
      if (info.is(WordClass::GivenMale) || info.is(WordClass::GivenFemale)) return true;
    }
    return false;
  }

  /// "Peruvian President N": such a name is no apposition to "a visit".
  [[nodiscard]] bool has_role_word(std::size_t i) const {
    const NounGroup& group = noun(i);
    for (std::uint32_t k = group.tokens.begin; k < group.head; ++k) {
      if (is_person_noun(k)) return true;
    }
    return false;
  }

  /// "A, the B, and C" may be a list of three: only a name with a description in the middle is none.
  [[nodiscard]] bool continues_list(std::size_t end) const {
    if (!is(end, SyntaxItemKind::Comma)) return false;
    return is(end + 1, SyntaxItemKind::Noun) && is_list_conjunction(after_phrases(end + 1, true)) && !is_finite_verb(skip_adverbs(end + 1));
  }

  /// "In Moscow, the president, Putin, said": the description belongs to the name behind it.
  [[nodiscard]] bool belongs_to_next(std::size_t first, std::size_t second, std::size_t end) const {
    if (!in_phrase(first) || has_subject_ || lacking_ == 0) return false;
    if (!is(end, SyntaxItemKind::Comma)) return true;
    if (is(end + 1, SyntaxItemKind::Relative) && !context_.is_person_like(noun(first))) return true;
    if (is_finite_verb(skip_adverbs(end + 1))) return true;
    return is(end + 1, SyntaxItemKind::Noun) && fits_apposition(second, end + 1) &&
           is(after_phrases(end + 1, false), SyntaxItemKind::Comma);
  }

  void appose(std::size_t first, std::size_t second) {
    used_[second] = apposed_[second] = 1;
    context_.out.appositions.push_back({static_cast<std::uint32_t>(items_[first].group), static_cast<std::uint32_t>(items_[second].group)});
  }

  /// Keep count of the clauses that lack their finite verb.
  void follow(std::size_t i) {
    switch (items_[i].kind) {
      case SyntaxItemKind::Subordinator:
      case SyntaxItemKind::Relative:
      case SyntaxItemKind::Question:
        ++lacking_;
        has_subject_ = false;
        break;
      case SyntaxItemKind::Break:
        lacking_ = 1;
        has_subject_ = false;
        break;
      case SyntaxItemKind::Noun: has_subject_ = has_subject_ || (!in_phrase(i) && !context_.is_time(noun(i))); break;
      case SyntaxItemKind::Verb:
        if (!is_finite_verb(i)) break;
        if (lacking_ > 0) --lacking_;
        complete_ = lacking_ == 0;
        has_subject_ = false;
        break;
      default: break;
    }
  }

  const std::vector<SyntaxItem>& items_;
  const SyntaxContext& context_;
  std::vector<std::uint8_t>& used_;           ///< in a list or an apposition
  std::vector<std::uint8_t>& apposed_;        ///< second of an apposition
  std::vector<std::size_t>& apposition_end_;  ///< per first item of an apposition: the item behind the second, else 0
  int lacking_ = 1;
  bool has_subject_ = false;
  bool complete_ = false;
};

}  // namespace

void find_lists_and_appositions(const SyntaxUnit& unit, const SyntaxContext& context) {
  ListReader(unit, context).run();
}

}  // namespace chancery
