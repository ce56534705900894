// Clauses and arguments with a stack, in one pass over the groups of a unit. Each open clause remembers the noun group that can
// be its subject and its last verb. A word that opens a clause pushes; a comma closes what can be closed; a finite verb goes to
// the innermost clause that still lacks one, which is how "The envoy, who met Putin on Friday, said" finds "envoy". If no clause
// lacks a verb, the verb starts one: after a conjunction with the same subject ("and flew"), after a noun with that noun.
// In the manner of FASTUS (Hobbs et al., 1997); the limit is that attachment is decided by order and a few word lists alone.
#include <algorithm>
#include <cassert>

#include "annotate/syntax_unit.hpp"

namespace chancery {
namespace {

constexpr std::int32_t nothing = -1;
constexpr std::size_t usual_depth = 4;  ///< of clauses in each other

struct Frame {
  std::int32_t clause = nothing;
  ClauseKind kind = ClauseKind::Main;
  std::int32_t subject = nothing;    ///< noun group
  std::int32_t verb = nothing;       ///< the clause's own verb group
  std::int32_t last_verb = nothing;  ///< the latest one, infinitives included
  std::int32_t free_noun = nothing;  ///< first noun group behind `last_verb` that no preposition governs
  std::size_t free_item = 0;
  std::int32_t last_free = nothing;   ///< latest noun group that no preposition governs
  std::int32_t antecedent = nothing;  ///< of a relative clause
  bool gap = false;                   ///< the antecedent is not the subject: it may be the object
  bool inverted = false;              ///< the subject is expected behind the verb
  std::int32_t set_aside = nothing;   ///< the subject, where an attribution may part it from its verb: "The deal, N said, is dead"
  bool bracket = false;

  [[nodiscard]] bool lacks_verb() const { return verb == nothing && kind != ClauseKind::Participial; }
};

class ClauseBuilder {
 public:
  ClauseBuilder(const SyntaxUnit& unit, std::int32_t parent, const SyntaxContext& context)
      : unit_(unit),
        items_(unit.items),
        context_(context),
        out_(context.out),
        base_parent_(parent),
        first_clause_(context.out.clauses.size()) {
    stack_.reserve(usual_depth);
  }

  void run() {
    push(unit_.quoted && base_parent_ != nothing ? ClauseKind::Complement : ClauseKind::Main, unit_.tokens.begin);
    for (here_ = 0; here_ < items_.size(); ++here_) {
      const SyntaxItem& item = items_[here_];
      handle(item);
      mark({item.begin, here_ + 1 < items_.size() ? items_[here_ + 1].begin : unit_.tokens.end});
    }
    while (!stack_.empty()) pop(unit_.tokens.end);
    take_deferred_subjects();
  }

 private:
  // ---- looking around

  [[nodiscard]] SyntaxItemKind kind_at(std::size_t i) const { return i < items_.size() ? items_[i].kind : SyntaxItemKind::Stop; }
  /// The item before this one, adverbs skipped; `items_.size()` if there is none.
  [[nodiscard]] std::size_t previous() const {
    for (std::size_t i = here_; i-- > 0;) {
      if (items_[i].kind != SyntaxItemKind::Adverb) return i;
    }
    return items_.size();
  }
  [[nodiscard]] bool previous_is(SyntaxItemKind kind) const {
    const std::size_t i = previous();
    return i < items_.size() && items_[i].kind == kind;
  }
  [[nodiscard]] bool at_start() const { return previous() == items_.size(); }
  Frame& top() { return stack_.back(); }
  VerbGroup& verb_group(std::int32_t i) { return out_.verb_groups[static_cast<std::size_t>(i)]; }
  const NounGroup& noun_group(std::int32_t i) const { return out_.noun_groups[static_cast<std::size_t>(i)]; }
  [[nodiscard]] bool finite_verb_at(std::size_t i) const {
    while (kind_at(i) == SyntaxItemKind::Adverb) ++i;
    return kind_at(i) == SyntaxItemKind::Verb && context_.is_finite(context_.verb(items_[i]));
  }
  [[nodiscard]] bool finite_verb_later() const {
    for (std::size_t i = here_ + 1; i < items_.size() && items_[i].kind != SyntaxItemKind::Break; ++i) {
      if (items_[i].kind == SyntaxItemKind::Verb && context_.is_finite(context_.verb(items_[i]))) return true;
    }
    return false;
  }

  // ---- the stack

  void push(ClauseKind kind, std::uint32_t begin) {
    Frame frame;
    frame.kind = kind;
    frame.clause = static_cast<std::int32_t>(out_.clauses.size());
    out_.clauses.push_back({{begin, unit_.tokens.end}, kind, stack_.empty() ? base_parent_ : top().clause});
    stack_.push_back(frame);
  }

  void pop(std::uint32_t end) {
    Clause& clause = out_.clauses[static_cast<std::size_t>(top().clause)];
    clause.tokens.end = end;
    stack_.pop_back();
  }

  void mark(TokenSpan tokens) {
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) out_.clause_of[i] = static_cast<std::uint32_t>(top().clause);
  }

  /// Put a sibling in the place of the innermost clause.
  void replace(ClauseKind kind, std::uint32_t begin) {
    if (stack_.size() == 1) {
      const Frame old = top();
      pop(begin);
      push(kind, begin);
      out_.clauses.back().parent = out_.clauses[static_cast<std::size_t>(old.clause)].parent;
      return;
    }
    pop(begin);
    push(kind, begin);
  }

  // ---- items

  void handle(const SyntaxItem& item) {
    switch (item.kind) {
      case SyntaxItemKind::Noun: noun(item); break;
      case SyntaxItemKind::Verb: verb(item); break;
      case SyntaxItemKind::Comma: comma(item); break;
      case SyntaxItemKind::Quote: quote(item); break;
      case SyntaxItemKind::Subordinator: subordinator(item); break;
      case SyntaxItemKind::Relative: relative(item); break;
      case SyntaxItemKind::Question:
        push(previous_is(SyntaxItemKind::Noun) && !top().lacks_verb() ? ClauseKind::Relative : ClauseKind::Adverbial, item.begin);
        break;
      case SyntaxItemKind::Break:
        if (!lists_on(item)) new_main(item);
        break;
      case SyntaxItemKind::Stop: new_main(item); break;
      case SyntaxItemKind::OpenBracket:
        push(ClauseKind::Main, item.begin);
        top().bracket = true;
        break;
      case SyntaxItemKind::CloseBracket: close_bracket(item); break;
      default: break;
    }
  }

  /// "met N; R; and T": a semicolon behind a verb that nouns without a verb follow, up to the next one.
  [[nodiscard]] bool lists_on(const SyntaxItem& item) const {
    if (context_.text.document.word(item.begin) != ";" || stack_.size() != 1 || stack_.back().verb == nothing) return false;
    std::size_t i = here_ + 1;
    if (kind_at(i) == SyntaxItemKind::Conjunction) ++i;
    if (kind_at(i) != SyntaxItemKind::Noun) return false;
    for (; i < items_.size() && items_[i].kind != SyntaxItemKind::Break && items_[i].kind != SyntaxItemKind::Stop; ++i)
      if (items_[i].kind == SyntaxItemKind::Verb || items_[i].kind == SyntaxItemKind::Relative) return false;
    return true;
  }

  void new_main(const SyntaxItem& item) {
    if (here_ + 1 >= items_.size()) return;
    while (stack_.size() > 1) {
      if (top().bracket) return;
      pop(item.begin);
    }
    replace(out_.clauses[static_cast<std::size_t>(top().clause)].kind, item.begin);
  }

  void close_bracket(const SyntaxItem& item) {
    std::size_t depth = stack_.size();
    while (depth > 0 && !stack_[depth - 1].bracket) --depth;
    if (depth == 0) return;
    mark({item.begin, item.end});
    while (stack_.size() >= depth) pop(item.end);
    if (stack_.empty()) push(ClauseKind::Main, item.end);
  }

  void comma(const SyntaxItem& item) {
    if (item.begin < list_end_ || stack_.size() == 1 || top().bracket) return;
    if (top().kind != ClauseKind::Participial ? is_around_apposition() : is_before_phrase()) return;
    const bool over = top().kind == ClauseKind::Participial || (top().verb != nothing && top().kind != ClauseKind::Main);
    if (over && awaits_main_verb(top())) return;
    closed_ = top();
    closed_at_ = over ? here_ : items_.size();
    if (over) pop(item.begin);
    while (over && has_lower() && !top().lacks_verb()) pop(item.begin);  // "After N said the port was open, R left"
    while (stack_.size() > 1 && top().kind == ClauseKind::Participial) pop(item.begin);
  }

  /// "should, on his return, meet": its verb is an auxiliary alone, and nothing but a phrase between commas has come since.
  [[nodiscard]] bool awaits_main_verb(const Frame& frame) const {
    if (frame.verb == nothing || frame.verb != frame.last_verb) return false;
    const VerbGroup& group = out_.verb_groups[static_cast<std::size_t>(frame.verb)];
    if (!context_.text.is(group.head, TagSet{Tag::MD})) return false;
    std::size_t at = here_;
    while (at > 0 && (items_[at - 1].kind == SyntaxItemKind::Noun || items_[at - 1].kind == SyntaxItemKind::Preposition)) --at;
    if (at < here_ && (at == 0 || items_[--at].kind != SyntaxItemKind::Comma)) return false;
    return at > 0 && items_[at - 1].kind == SyntaxItemKind::Verb && items_[at - 1].group == frame.verb;
  }

  /// "after meeting N, the envoy, in Oslo": an apposition behind which a phrase goes on with what the participle says.
  [[nodiscard]] bool is_before_phrase() const {
    std::size_t end = here_;
    if (kind_at(end + 1) == SyntaxItemKind::Noun && apposed_to(items_[end + 1].group) != nothing) {
      do ++end;
      while (end < items_.size() && (items_[end].kind == SyntaxItemKind::Noun || items_[end].kind == SyntaxItemKind::Preposition));
    } else if (!is_around_apposition()) {
      return false;
    }
    return kind_at(end) == SyntaxItemKind::Comma && kind_at(end + 1) == SyntaxItemKind::Preposition && ends_statement(end + 1);
  }

  /// From item `i` on there is neither a comma nor a verb.
  [[nodiscard]] bool ends_statement(std::size_t i) const {
    for (; i < items_.size() && items_[i].kind != SyntaxItemKind::Stop; ++i) {
      if (items_[i].kind == SyntaxItemKind::Comma || items_[i].kind == SyntaxItemKind::Verb) return false;
    }
    return true;
  }

  /// "said she met her counterpart, N, in Oslo": the comma here stands before or behind an apposition.
  [[nodiscard]] bool is_around_apposition() const {
    if (kind_at(here_ + 1) == SyntaxItemKind::Noun && apposed_to(items_[here_ + 1].group) != nothing) return true;
    for (std::size_t i = here_; i-- > 0 && items_[i].kind != SyntaxItemKind::Comma && items_[i].kind != SyntaxItemKind::Verb;) {
      if (items_[i].kind == SyntaxItemKind::Noun && apposed_to(items_[i].group) != nothing) return true;
    }
    return false;
  }

  /// A quotation can be the whole clause behind "that", and its last mark is the comma behind it: "said that N would “go,” adding".
  void quote(const SyntaxItem& item) {
    if (stack_.size() > 1 && top().kind == ClauseKind::Complement && top().lacks_verb() && top().subject == nothing) pop(item.end);
    const bool participle = kind_at(here_ + 1) == SyntaxItemKind::Verb && context_.text.is(items_[here_ + 1].begin, TagSet{Tag::VBG});
    if (!participle || item.end < item.begin + 2 || context_.text.document.word(item.end - 2) != ",") return;
    while (stack_.size() > 1 && !top().bracket && top().kind == ClauseKind::Complement) pop(item.end);
  }

  void subordinator(const SyntaxItem& item) {
    const bool complement = context_.text.word(item.begin) == GrammarWord::That;
    if (complement && previous_is(SyntaxItemKind::Conjunction)) {
      while (stack_.size() > 1 && top().verb != nothing && top().kind != ClauseKind::Complement) pop(item.begin);
      if (stack_.size() > 1 && top().verb != nothing) pop(item.begin);
    }
    push(complement ? ClauseKind::Complement : ClauseKind::Adverbial, item.begin);
  }

  void relative(const SyntaxItem& item) {
    std::size_t before = previous();
    if (before < items_.size() && items_[before].kind == SyntaxItemKind::Conjunction && top().kind == ClauseKind::Relative &&
        top().verb != nothing) {
      const std::int32_t antecedent = top().antecedent;
      replace(ClauseKind::Relative, item.begin);
      return open_relative(antecedent);
    }
    while (before < items_.size() && before > 0 &&
           (items_[before].kind == SyntaxItemKind::Preposition || items_[before].kind == SyntaxItemKind::Comma ||
            items_[before].kind == SyntaxItemKind::OpenBracket))
      --before;
    const bool has_noun =
        before < items_.size() && items_[before].kind == SyntaxItemKind::Noun && context_.text.document.word(item.begin) != "what";
    push(has_noun ? ClauseKind::Relative : ClauseKind::Complement, item.begin);
    open_relative(has_noun ? antecedent_for(item, items_[before].group) : nothing);
  }

  /// "a meeting after which she left": the pronoun belongs to the preposition, so what it stands for is not the object.
  void open_relative(std::int32_t antecedent) {
    top().antecedent = antecedent;
    top().gap = !finite_verb_at(here_ + 1) && !previous_is(SyntaxItemKind::Preposition);
  }

  /// "the envoy of the president, who": the nearest noun that fits; for "who" a person.
  [[nodiscard]] std::int32_t antecedent_for(const SyntaxItem& item, std::int32_t nearest) const {
    const bool person = context_.text.word(item.begin) == GrammarWord::Who || context_.text.word(item.begin) == GrammarWord::Whom;
    if (context_.text.is(noun_group(nearest).head, TagSet{Tag::DTP})) return nearest;  // "those who"
    if (const std::int32_t first = apposed_to(nearest); first != nothing) return first;
    if (person) {
      if (const std::int32_t owner = somebody_of(nearest); owner != nothing) return owner;
    }
    if (!person || context_.is_person_like(noun_group(nearest))) return nearest;
    const Frame& outer = stack_[stack_.size() - 2];
    for (const std::int32_t other : {outer.last_free, outer.subject}) {
      if (other != nothing && context_.is_person_like(noun_group(other))) return other;
    }
    return nearest;
  }

  /// "Anna Berg of Norway, who", "the president of Norway, who": the full name or the definite noun in front of "of" and one word.
  [[nodiscard]] std::int32_t somebody_of(std::int32_t noun) const {
    const std::size_t at = noun_item_before(noun);
    if (at < 2 || at >= items_.size() || noun_group(noun).tokens.size() > 1 || !context_.is_name(noun_group(noun))) return nothing;
    if (items_[at - 1].kind != SyntaxItemKind::Preposition || context_.text.word(items_[at - 1].begin) != GrammarWord::Of) return nothing;
    if (items_[at - 2].kind != SyntaxItemKind::Noun) return nothing;
    const NounGroup& group = noun_group(items_[at - 2].group);
    const bool named = context_.is_name(group) && group.tokens.size() > 1;
    return (named || (group.definite && !context_.is_name(group) && context_.is_person_like(group))) ? items_[at - 2].group : nothing;
  }

  /// The item of a noun group close before here; `items_.size()` if there is none.
  [[nodiscard]] std::size_t noun_item_before(std::int32_t noun) const {
    constexpr std::size_t reach = 4;  // items
    for (std::size_t i = here_; i-- > 0 && i + reach >= here_;) {
      if (items_[i].kind == SyntaxItemKind::Noun && items_[i].group == noun) return i;
    }
    return items_.size();
  }

  [[nodiscard]] std::int32_t apposed_to(std::int32_t noun) const {
    for (std::size_t i = out_.appositions.size(); i-- > 0 && i + 12 > out_.appositions.size();) {
      if (static_cast<std::int32_t>(out_.appositions[i].second) == noun) return static_cast<std::int32_t>(out_.appositions[i].first);
    }
    return nothing;
  }

  // ---- nouns

  void noun(const SyntaxItem& item) {
    const NounGroup& group = context_.noun(item);
    if (context_.text.is(group.tokens.begin, TagSet{Tag::WPS, Tag::WDT})) relative(item);
    if (is_later_member(item.group)) return attach_like_first(item.group);
    if (previous_is(SyntaxItemKind::Preposition)) {
      note_list(item.group);
      return attach(item.group, items_[previous()].end - 1);
    }
    note_list(item.group);
    if (apposed_to(item.group) != nothing) return;
    free_noun(item);
  }

  [[nodiscard]] bool is_later_member(std::int32_t noun) const {
    const std::int32_t list = out_.list_of[static_cast<std::size_t>(noun)];
    return list != nothing && static_cast<std::int32_t>(out_.lists[static_cast<std::size_t>(list)].members.front()) != noun;
  }

  void note_list(std::int32_t noun) {
    const std::int32_t list = out_.list_of[static_cast<std::size_t>(noun)];
    if (list != nothing) list_end_ = out_.lists[static_cast<std::size_t>(list)].tokens.end;
  }

  void free_noun(const SyntaxItem& item) {
    Frame& frame = top();
    const bool time = context_.is_time(context_.noun(item));
    const bool object =
        frame.last_verb != nothing && (!frame.lacks_verb() || (here_ > 0 && items_[here_ - 1].kind == SyntaxItemKind::Verb));
    if (object)
      behind_verb(item, time);
    else
      before_verb(item, time);
    if (!time) top().last_free = item.group;
  }

  void before_verb(const SyntaxItem& item, bool time) {
    Frame& frame = top();
    if (time && (frame.subject != nothing || !finite_verb_at(here_ + 1))) return;
    if (frame.subject == nothing) {
      frame.subject = item.group;
      return;
    }
    const bool adjacent = here_ > 0 && items_[here_ - 1].kind == SyntaxItemKind::Noun;
    if (adjacent && frame.kind != ClauseKind::Relative && begins_anew(item) && finite_verb_at(here_ + 1)) {
      const std::int32_t antecedent = items_[here_ - 1].group;
      push(ClauseKind::Relative, item.begin);
      top().antecedent = antecedent;
      top().gap = true;
      top().subject = item.group;
      return;
    }
    if (!finite_verb_at(here_ + 1) && !context_.is_time(noun_group(frame.subject))) return;
    if (previous_is(SyntaxItemKind::Comma) && is_attribution()) frame.set_aside = frame.subject;
    frame.subject = item.group;
  }

  /// "the man Putin met", "the man the envoy met", not "UN envoy N met", where the first noun stands for itself in the title.
  [[nodiscard]] bool begins_anew(const SyntaxItem& item) const {
    const NounGroup& group = context_.noun(item);
    const bool opens = group.pronoun || context_.text.is(group.tokens.begin, tags::names | TagSet{Tag::DT, Tag::PRPS, Tag::DTP});
    return group.definite && opens;
  }

  /// "N said on Monday, is": behind the noun here a verb that reports, and a finite verb right behind the next comma.
  [[nodiscard]] bool is_attribution() const {
    std::size_t i = here_ + 1;
    while (kind_at(i) == SyntaxItemKind::Adverb) ++i;
    if (kind_at(i) != SyntaxItemKind::Verb || !context_.in_list(context_.verbs.clause_verb, context_.verb(items_[i]))) return false;
    return ends_before_verb(i + 1);
  }

  /// Nothing but phrases from item `i` to a comma right behind which a finite verb stands.
  [[nodiscard]] bool ends_before_verb(std::size_t i) const {
    for (; i < items_.size(); ++i) {
      const SyntaxItemKind kind = items_[i].kind;
      if (kind == SyntaxItemKind::Comma) return finite_verb_at(i + 1);
      if (kind != SyntaxItemKind::Noun && kind != SyntaxItemKind::Preposition && kind != SyntaxItemKind::Adverb) return false;
    }
    return false;
  }

  void behind_verb(const SyntaxItem& item, bool time) {
    Frame& frame = top();
    VerbGroup& verb = verb_group(frame.last_verb);
    if (frame.inverted && verb.subject == nothing && !time) {
      frame.inverted = false;
      frame.subject = verb.subject = item.group;
      if (context_.text.is(verb.head, tags::be)) take_fronted(item.group);
      return;
    }
    if (time) return;
    const std::size_t before = previous();
    if (frame.free_noun == nothing && before < items_.size() && items_[before].kind == SyntaxItemKind::Verb) {
      if (takes_object(verb)) verb.object = item.group;
    } else if (verb.object == nothing && takes_object(verb) && is_shifted_object(before, item)) {
      verb.object = item.group;
    } else if (before < items_.size() && items_[before].group == verb.object && items_[before].kind == SyntaxItemKind::Noun &&
               context_.in_list(context_.verbs.ditransitive, verb) && !finite_verb_at(here_ + 1)) {
      verb.object = item.group;
    }
    if (frame.free_noun == nothing || finite_verb_at(here_ + 1) ||
        (before < items_.size() && items_[before].kind != SyntaxItemKind::Noun)) {
      frame.free_noun = item.group;
      frame.free_item = here_;
    }
  }

  /// "Also due to visit Peru are A and B": the infinitives of the clause so far are the subject's.
  void take_fronted(std::int32_t subject) {
    for (std::size_t i = 0; i < here_; ++i) {
      if (items_[i].kind != SyntaxItemKind::Verb) continue;
      VerbGroup& group = context_.verb(items_[i]);
      const bool own = group.clause == static_cast<std::uint32_t>(top().clause);
      if (own && group.infinitive && group.subject == nothing && group.governor == nothing) group.subject = subject;
    }
  }

  /// "received at her hotel the envoy", "met, in this order, the envoy": only phrases stand between the verb and somebody.
  [[nodiscard]] bool is_shifted_object(std::size_t before, const SyntaxItem& item) const {
    if (before >= items_.size() || !context_.is_person_like(context_.noun(item)) || finite_verb_at(here_ + 1)) return false;
    std::size_t at = before;
    const bool set_off = items_[at].kind == SyntaxItemKind::Comma;
    if (set_off && at-- == 0) return false;
    std::size_t phrases = 0;
    while (at > 1 && items_[at].kind == SyntaxItemKind::Noun && items_[at - 1].kind == SyntaxItemKind::Preposition) {
      at -= 2;
      ++phrases;
    }
    if (phrases == 0 || (set_off && items_[at].kind != SyntaxItemKind::Comma)) return false;
    if (set_off && at-- == 0) return false;
    return items_[at].kind == SyntaxItemKind::Verb && items_[at].group == stack_.back().last_verb;
  }

  [[nodiscard]] bool takes_object(const VerbGroup& verb) const {
    if (tags::be.has(context_.text.tag(verb.head)) || context_.in_list(context_.verbs.linking, verb)) return false;
    return !verb.passive || context_.in_list(context_.verbs.ditransitive, verb);
  }

  // ---- attachments

  void attach(std::int32_t noun, std::uint32_t preposition) {
    Attachment attachment{static_cast<std::uint32_t>(noun), preposition, nothing, nothing};
    const std::size_t before = before_preposition();
    const bool behind_noun = before < items_.size() && items_[before].kind == SyntaxItemKind::Noun;
    const Frame& frame = top();
    const bool of = context_.text.word(preposition) == GrammarWord::Of;
    if (behind_noun && (of || prefers_noun(preposition, frame, noun_group(items_[before].group)))) {
      const bool nearest = of || frame.last_free == nothing || frame.last_verb != nothing || apposed_to(items_[before].group) != nothing;
      attachment.noun_governor = nearest ? items_[before].group : frame.last_free;
    } else if (frame.last_verb != nothing) {
      attachment.verb_governor = frame.last_verb;
    } else if (behind_noun) {
      attachment.noun_governor = items_[before].group;
    }
    out_.attachments.push_back(attachment);
  }

  [[nodiscard]] std::size_t before_preposition() const {
    std::size_t i = previous();
    while (i < items_.size() && i > 0 && items_[i].kind == SyntaxItemKind::Preposition) --i;
    return i;
  }

  /// Prepositions of place, time and company go to the verb where there is one; the others to the noun before them.
  [[nodiscard]] bool prefers_noun(std::uint32_t preposition, const Frame& frame, const NounGroup& before) const {
    if (frame.last_verb == nothing) return true;
    if (before.pronoun || context_.is_name(before) || context_.is_time(before)) return false;
    if (context_.text.word(preposition) == GrammarWord::By) return !out_.verb_groups[static_cast<std::size_t>(frame.last_verb)].passive;
    const std::string_view word = context_.text.document.word(preposition);
    if (word == "to") return context_.is_person_like(before);
    return word == "for" || word == "about" || word == "against" || word == "among" || word == "toward" || word == "towards";
  }

  void attach_like_first(std::int32_t noun) {
    const std::int32_t list = out_.list_of[static_cast<std::size_t>(noun)];
    const std::uint32_t first = out_.lists[static_cast<std::size_t>(list)].members.front();
    for (std::size_t i = out_.attachments.size(); i-- > 0 && i + 32 > out_.attachments.size();) {
      if (out_.attachments[i].noun_group != first) continue;
      Attachment copy = out_.attachments[i];
      copy.noun_group = static_cast<std::uint32_t>(noun);
      out_.attachments.push_back(copy);
      return;
    }
  }

  // ---- verbs

  void verb(const SyntaxItem& item) {
    const VerbGroup& group = context_.verb(item);
    if (completes_question(group))
      complete_question(item);
    else if (context_.is_finite(group))
      finite(item);
    else if (group.participle)
      participle(item);
    else
      infinitive(item);
  }

  void take(const SyntaxItem& item) {
    Frame& frame = top();
    VerbGroup& group = context_.verb(item);
    frame.verb = frame.last_verb = item.group;
    frame.free_noun = nothing;
    group.clause = static_cast<std::uint32_t>(frame.clause);
    group.subject = frame.subject != nothing ? frame.subject : frame.antecedent;
    if (frame.antecedent != nothing && frame.subject != nothing && frame.gap && takes_object(group)) group.object = frame.antecedent;
    if (group.subject == nothing) take_modified(group);
    const bool quoted = previous_is(SyntaxItemKind::Quote) || context_.in_list(context_.verbs.clause_verb, group);
    const bool auxiliary = context_.text.is(group.head, tags::be | tags::have | TagSet{Tag::DOF, Tag::MD});
    frame.inverted = group.subject == nothing && (quoted || auxiliary);
    if (is_existential(item)) {
      group.subject = nothing;
      frame.inverted = true;
    }
  }

  /// "Visiting President Berg met …": what looks like the object of the first word is the subject of the verb right behind it.
  void take_modified(VerbGroup& group) {
    if (here_ == 0 || items_[here_ - 1].kind != SyntaxItemKind::Noun || context_.text.is(group.head, tags::be)) return;
    const std::int32_t noun = items_[here_ - 1].group;
    const std::int32_t first = out_.verb_group_of[unit_.tokens.begin];
    if (first == nothing || !context_.is_person_like(noun_group(noun))) return;
    VerbGroup& modifier = verb_group(first);
    if (!modifier.participle || modifier.object != noun || modifier.tokens.end != noun_group(noun).tokens.begin) return;
    modifier.object = nothing;
    group.subject = top().subject = noun;
  }

  void finite(const SyntaxItem& item) {
    if (top().lacks_verb() && top().subject != nothing && inverts(item) && ends_before_verb(here_ + 1)) {  // "The port, said N, is"
      push(ClauseKind::Coordinate, item.begin);
      return take(item);
    }
    if (top().lacks_verb()) return take(item);
    const bool lower = has_lower();
    if (is_existential(item) && !lower) {
      push(ClauseKind::Complement, item.begin - 1);
      return take(item);
    }
    if (top().set_aside != nothing && previous_is(SyntaxItemKind::Comma)) {
      const std::int32_t subject = top().set_aside;
      replace(ClauseKind::Main, item.begin);
      top().subject = subject;
      return take(item);
    }
    if (is_behind_as(item)) {
      push(ClauseKind::Adverbial, item.begin - 1);
      return take(item);
    }
    if (previous_is(SyntaxItemKind::Conjunction) || joins_over_phrases()) return coordinate(item);
    if (!lower) close_participles(item);
    if (top().lacks_verb()) return take(item);
    if (!lower) close_relative(item);
    const bool candidate = top().free_noun != nothing && !previous_is(SyntaxItemKind::Quote);
    if (candidate && takes_clause(item, lower) && !joins_another()) return start_clause(item, ClauseKind::Complement);
    if (lower) {
      const std::int32_t noun = noun_behind_participle();
      const std::uint32_t end = noun == nothing ? item.begin : noun_group_begin(noun);
      while (!top().lacks_verb()) pop(end);
      if (noun != nothing && top().subject == nothing) {
        top().subject = top().last_free = noun;
        mark({end, item.begin});
      }
      return take(item);
    }
    if (candidate && is_reduced_relative(item)) {
      context_.read_as_participle(context_.verb(item));
      return participle(item);
    }
    if (candidate && !inverts(item) && is_next_of_subject(item)) return coordinate(item);
    if (candidate && !inverts(item)) {
      const std::size_t before = top().free_item, begin = before_phrases(before, true);
      const bool joined = begin > 0 && items_[begin - 1].kind == SyntaxItemKind::Conjunction;
      const bool bare_relative = before > 0 && items_[before - 1].kind == SyntaxItemKind::Noun;
      if (joined) return start_clause(item, ClauseKind::Coordinate, begin);
      return start_clause(item, bare_relative ? ClauseKind::Relative : ClauseKind::Complement);
    }
    if (inverts(item)) {
      while (stack_.size() > 1 && !top().bracket) pop(item.begin);
      push(ClauseKind::Main, item.begin);
      return take(item);
    }
    coordinate(item);
  }

  /// "laid a wreath and on Tuesday in Oslo met": nothing but phrases since the conjunction.
  [[nodiscard]] bool joins_over_phrases() const {
    const std::size_t first = before_phrases(here_, true);
    return first > 0 && first < here_ && items_[first - 1].kind == SyntaxItemKind::Conjunction;
  }

  /// "met in Oslo as had been agreed": a clause without a subject.
  [[nodiscard]] bool is_behind_as(const SyntaxItem& item) const {
    return item.begin > unit_.tokens.begin && context_.text.word(item.begin - 1) == GrammarWord::As &&
           context_.text.is(item.begin, tags::be | tags::have);
  }

  /// "met the envoy in Lima, then flew", "visited a hospital, laid a wreath and": the verb before has its object already, and behind the
  /// comma stands what is no participle, or has an object too, or an adverb before it.
  [[nodiscard]] bool is_next_of_subject(const SyntaxItem& item) const {
    const Frame& frame = stack_.back();
    if (!previous_is(SyntaxItemKind::Comma) || frame.last_verb == nothing || frame.kind == ClauseKind::Participial) return false;
    if (frame.free_noun == nothing || out_.verb_groups[static_cast<std::size_t>(frame.last_verb)].object != frame.free_noun) return false;
    if (kind_at(here_ + 1) == SyntaxItemKind::Noun && !context_.is_time(context_.noun(items_[here_ + 1]))) return true;
    if (!context_.is_person_like(noun_group(frame.free_noun))) return !has_participle_ending(context_.verb(item));
    return items_[here_ - 1].kind == SyntaxItemKind::Adverb;
  }

  /// "built", "held", "signed", but not "flew": a past that looks like the participle.
  [[nodiscard]] bool has_participle_ending(const VerbGroup& verb) const {
    const std::string_view word = context_.text.document.word(verb.head);
    return word.ends_with('d') || word.ends_with('t');
  }

  /// "announced a plan, and Peru": the verb before has its object, and a conjunction stands before the noun.
  [[nodiscard]] bool joins_another() const {
    const Frame& frame = stack_.back();
    if (frame.last_verb == nothing || out_.verb_groups[static_cast<std::size_t>(frame.last_verb)].object == nothing) return false;
    const std::size_t begin = before_phrases(frame.free_item, true);
    return begin > 0 && items_[begin - 1].kind == SyntaxItemKind::Conjunction;
  }

  /// "hosted her counterpart, N, in Oslo for talks focused on trade": behind the noun of a phrase, in a clause that has its verb, a form
  /// that may be a participle is one.
  [[nodiscard]] bool is_reduced_relative(const SyntaxItem& item) const {
    const std::size_t before = previous();
    return context_.may_be_participle(context_.verb(item)) && before > 0 && before < items_.size() &&
           items_[before].kind == SyntaxItemKind::Noun && items_[before - 1].kind == SyntaxItemKind::Preposition &&
           !is_closing_attribution(item);
  }

  /// "N will meet R, an official in Oslo said on Monday": behind a comma who says it, and where, and a verb that reports.
  [[nodiscard]] bool is_closing_attribution(const SyntaxItem& item) const {
    const std::size_t noun = stack_.back().free_item;
    if (noun == 0 || items_[noun - 1].kind != SyntaxItemKind::Comma) return false;
    if (!context_.in_list(context_.verbs.clause_verb, context_.verb(item))) return false;
    for (std::size_t i = noun + 1; i < here_; ++i) {
      const SyntaxItemKind kind = items_[i].kind;
      if (kind != SyntaxItemKind::Noun && kind != SyntaxItemKind::Preposition && kind != SyntaxItemKind::Adverb) return false;
    }
    const SyntaxItemKind next = kind_at(here_ + 1);
    if (next == SyntaxItemKind::Preposition && context_.text.word(items_[here_ + 1].begin) == GrammarWord::By) return false;
    return next == SyntaxItemKind::Stop || next == SyntaxItemKind::Comma || next == SyntaxItemKind::Quote || ends_statement(here_ + 1);
  }

  [[nodiscard]] bool is_existential(const SyntaxItem& item) const {
    return item.begin > unit_.tokens.begin && context_.text.tag(item.begin - 1) == Tag::EX;
  }

  /// "Speaking in Oslo he said": the noun before the verb here that is no object of the participle; or `nothing`.
  [[nodiscard]] std::int32_t noun_behind_participle() const {
    const Frame& frame = stack_.back();
    if (frame.kind != ClauseKind::Participial || frame.free_noun == nothing || frame.free_item + 1 != here_) return nothing;
    const bool object = out_.verb_groups[static_cast<std::size_t>(frame.last_verb)].object == frame.free_noun;
    return object ? nothing : frame.free_noun;
  }

  /// "said the talks held in Moscow failed", "said adding salt is simple": the verb belongs outside the participle's clause. A
  /// gerund right behind a verb is itself the subject.
  void close_participles(const SyntaxItem& item) {
    while (stack_.size() > 1 && top().kind == ClauseKind::Participial && !(top().free_noun != nothing && takes_clause(item, false))) {
      const std::uint32_t begin = out_.clauses[static_cast<std::size_t>(top().clause)].tokens.begin;
      const bool gerund = begin > unit_.tokens.begin && out_.verb_group_of[begin - 1] >= 0;
      pop(item.begin);
      if (gerund) push(ClauseKind::Complement, item.begin);
    }
  }

  /// "said the man who met the rebels had resigned": the clause around ends in the noun that the relative clause is about.
  void close_relative(const SyntaxItem& item) {
    if (stack_.size() < 2 || top().kind != ClauseKind::Relative || top().antecedent == nothing) return;
    if (stack_[stack_.size() - 2].free_noun == top().antecedent) pop(item.begin);
  }

  /// A clause below waits for its verb.
  [[nodiscard]] bool has_lower() const {
    for (std::size_t i = stack_.size() - 1; i-- > 0;) {
      if (stack_[i + 1].bracket) return false;
      if (stack_[i].lacks_verb()) return true;
    }
    return false;
  }

  /// "said Putin met": the verb before takes a clause, and the noun between is its subject.
  bool takes_clause(const SyntaxItem& item, bool lower) {
    if (!context_.in_list(context_.verbs.clause_verb, verb_group(top().last_verb))) return false;
    const std::size_t before = before_phrases(top().free_item, is_no_relative(item));
    if (before > 0 && items_[before - 1].kind == SyntaxItemKind::Comma) return false;
    if (before > 0 && items_[before - 1].kind == SyntaxItemKind::Noun &&
        !context_.in_list(context_.verbs.ditransitive, verb_group(top().last_verb)))
      return false;
    return !lower || finite_verb_later();
  }

  /// "said on Tuesday in Oslo the port": the first of the items right before `noun` that say when or where, or with `any` of all phrases;
  /// `noun` if there are none.
  [[nodiscard]] std::size_t before_phrases(std::size_t noun, bool any) const {
    std::size_t at = noun;
    while (at > 0) {
      const SyntaxItem& item = items_[at - 1];
      if (item.kind == SyntaxItemKind::Adverb) {
        --at;
        continue;
      }
      if (item.kind != SyntaxItemKind::Noun) break;
      const bool in_phrase = at > 1 && items_[at - 2].kind == SyntaxItemKind::Preposition;
      const NounGroup& group = context_.noun(item);
      if (!context_.is_time(group) && !(in_phrase && (any || context_.is_name(group)))) break;
      at -= in_phrase ? 2 : 1;
    }
    return at;
  }

  /// What might be a relative clause without its pronoun ("in a statement he gave") and is none, because no "that" follows and it begins
  /// with a new noun, or its verb `item` lacks no object.
  [[nodiscard]] bool is_no_relative(const SyntaxItem& item) const {
    constexpr std::size_t reach = 40;  // items
    for (std::size_t i = here_ + 1; i < std::min(items_.size(), here_ + reach) && items_[i].kind != SyntaxItemKind::Break; ++i) {
      if (items_[i].kind == SyntaxItemKind::Subordinator && context_.text.word(items_[i].begin) == GrammarWord::That) return false;
    }
    const Frame& frame = stack_.back();
    const VerbGroup& reports = out_.verb_groups[static_cast<std::size_t>(frame.last_verb)];
    if (context_.in_list(context_.verbs.bare_clause_verb, reports) && !context_.noun(items_[frame.free_item]).pronoun) return true;
    std::size_t next = here_ + 1;
    while (kind_at(next) == SyntaxItemKind::Adverb) ++next;
    return !takes_object(context_.verb(item)) || (kind_at(next) == SyntaxItemKind::Noun && !context_.is_time(context_.noun(items_[next])));
  }

  /// "…, said the Kremlin".
  [[nodiscard]] bool inverts(const SyntaxItem& item) const {
    if (!previous_is(SyntaxItemKind::Comma) && !previous_is(SyntaxItemKind::Quote)) return false;
    return kind_at(here_ + 1) == SyntaxItemKind::Noun && context_.in_list(context_.verbs.clause_verb, context_.verb(item));
  }

  /// The noun behind the last verb turns out to be the subject of this one.
  void start_clause(const SyntaxItem& item, ClauseKind kind) { start_clause(item, kind, top().free_item); }

  /// With the phrases before the subject from item `first` on: "and in Oslo on Sunday she met".
  void start_clause(const SyntaxItem& item, ClauseKind kind, std::size_t first) {
    const std::int32_t subject = top().free_noun;
    const std::size_t noun = top().free_item;
    VerbGroup& last = verb_group(top().last_verb);
    const std::int32_t antecedent = kind == ClauseKind::Relative ? items_[noun - 1].group : nothing;
    if (last.object == subject) last.object = nothing;
    reattach(subject, top().last_verb, items_[noun].begin);
    const std::uint32_t begin = items_[first].begin;
    reattach(nothing, top().last_verb, begin);
    top().free_noun = nothing;
    if (kind == ClauseKind::Coordinate)
      replace(kind, begin);
    else
      push(kind, begin);
    top().subject = top().last_free = subject;
    top().antecedent = antecedent;
    top().gap = antecedent != nothing;
    mark({begin, item.begin});
    take(item);
  }

  /// Phrases behind a noun that went to the verb before it belong to the noun, now that it is a subject; without one to the clause alone.
  void reattach(std::int32_t subject, std::int32_t verb, std::uint32_t begin) {
    for (std::size_t i = out_.attachments.size(); i-- > 0 && out_.attachments[i].preposition >= begin;) {
      if (out_.attachments[i].verb_governor != verb) continue;
      out_.attachments[i].verb_governor = nothing;
      out_.attachments[i].noun_governor = subject;
    }
  }

  /// "Did Putin meet Xi?", "Putin will on Monday meet Xi": the verb behind the subject or a phrase completes the auxiliary before it.
  [[nodiscard]] bool completes_question(const VerbGroup& group) const {
    const Frame& frame = stack_.back();
    if (frame.last_verb == nothing || frame.verb != frame.last_verb || frame.subject == nothing || frame.free_noun != nothing) return false;
    const VerbGroup& auxiliary = out_.verb_groups[static_cast<std::size_t>(frame.verb)];
    const Tag tag = context_.text.tag(auxiliary.head), head = context_.text.tag(group.head);
    if (noun_group_begin(frame.subject) < auxiliary.head && tag != Tag::MD && tag != Tag::HVF) return false;
    if (tag == Tag::DOF || tag == Tag::MD)
      return !group.infinitive && (head == Tag::VB || head == Tag::VBP || head == Tag::BEB || head == Tag::HVB);
    if (tag == Tag::HVF) return head == Tag::VBN || head == Tag::VBD || head == Tag::BEN;
    return tag == Tag::BEF && (head == Tag::VBG || head == Tag::VBN);
  }

  [[nodiscard]] std::uint32_t noun_group_begin(std::int32_t noun) const {
    return out_.noun_groups[static_cast<std::size_t>(noun)].tokens.begin;
  }

  void complete_question(const SyntaxItem& item) {
    Frame& frame = top();
    const VerbGroup auxiliary = verb_group(frame.verb);
    VerbGroup& group = context_.verb(item);
    group.tense = auxiliary.tense;
    group.modal = auxiliary.modal;
    group.negated = group.negated || auxiliary.negated;
    group.participle = false;
    const Tag tag = context_.text.tag(auxiliary.head), head = context_.text.tag(group.head);
    group.perfect = group.perfect || tag == Tag::HVF;
    group.passive = tag == Tag::BEF && head == Tag::VBN;
    group.progressive = tag == Tag::BEF && head == Tag::VBG;
    group.subject = frame.subject;
    group.governor = frame.verb;
    group.clause = static_cast<std::uint32_t>(frame.clause);
    out_.tokens[auxiliary.head].pos = Pos::Auxiliary;
    frame.verb = frame.last_verb = item.group;
  }

  /// "and flew": the clause whose verb is most like this one gives its subject.
  void coordinate(const SyntaxItem& item) {
    const VerbGroup& group = context_.verb(item);
    if (goes_on_with_closed(group)) {
      const Frame closed = closed_;
      push(ClauseKind::Coordinate, item.begin);
      out_.clauses.back().parent = out_.clauses[static_cast<std::size_t>(closed.clause)].parent;
      top().subject = verb_group(closed.verb).subject;
      take(item);
      top().inverted = false;
      return;
    }
    std::size_t depth = stack_.size();
    while (depth > 1 && !stack_[depth - 1].bracket && !is_parallel(stack_[depth - 1], group)) --depth;
    if (!is_parallel(stack_[depth - 1], group)) {
      depth = stack_.size();
      while (depth > 1 && stack_[depth - 1].kind == ClauseKind::Participial) --depth;
    }
    while (stack_.size() > depth) pop(item.begin);
    const Frame old = top();
    replace(ClauseKind::Coordinate, item.begin);
    top().subject = old.verb != nothing ? verb_group(old.verb).subject : old.subject;
    take(item);
    top().inverted = false;
  }

  /// "said that N would go, and would meet R": the clause that the comma has closed has the same modal, the one around has not.
  [[nodiscard]] bool goes_on_with_closed(const VerbGroup& group) const {
    if (group.modal == Symbol::None || closed_at_ >= here_ || closed_.verb == nothing) return false;
    for (std::size_t i = closed_at_ + 1; i < here_; ++i) {
      if (items_[i].kind != SyntaxItemKind::Conjunction && items_[i].kind != SyntaxItemKind::Adverb) return false;
    }
    const auto modal_of = [&](const Frame& frame) {
      return frame.verb == nothing ? Symbol::None : out_.verb_groups[static_cast<std::size_t>(frame.verb)].modal;
    };
    return modal_of(closed_) == group.modal && modal_of(stack_.back()) != group.modal;
  }

  [[nodiscard]] bool is_parallel(const Frame& frame, const VerbGroup& group) const {
    if (frame.verb == nothing || frame.kind == ClauseKind::Participial) return false;
    return out_.verb_groups[static_cast<std::size_t>(frame.verb)].tense == group.tense;
  }

  /// "will thank those who helped and meet": back to the clause of the plain form that this one is joined to.
  void return_to_base(const SyntaxItem& item) {
    const auto has_base = [&](const Frame& frame) {
      return frame.last_verb != nothing && context_.text.is(verb_group(frame.last_verb).head, TagSet{Tag::VB});
    };
    if (!previous_is(SyntaxItemKind::Conjunction) || !context_.text.is(context_.verb(item).head, TagSet{Tag::VB})) return;
    std::size_t depth = stack_.size();
    while (depth > 1 && !has_base(stack_[depth - 1]) && !stack_[depth - 1].bracket) --depth;
    if (!has_base(stack_[depth - 1])) return;
    while (stack_.size() > depth) pop(item.begin);
  }

  void infinitive(const SyntaxItem& item) {
    return_to_base(item);
    Frame& frame = top();
    VerbGroup& group = context_.verb(item);
    group.clause = static_cast<std::uint32_t>(frame.clause);
    if (frame.last_verb != nothing) {
      group.governor = frame.last_verb;
      group.subject = controller(verb_group(frame.last_verb));
    } else if (frame.lacks_verb() &&
               (!group.infinitive || previous_is(SyntaxItemKind::Question) || previous_is(SyntaxItemKind::Relative))) {
      frame.verb = item.group;
      if (group.infinitive) deferred_.push_back(item.group);
    }
    if (group.infinitive) {
      const std::int32_t told = noun_behind_for();
      if (told != nothing) group.subject = told;
    }
    frame.last_verb = item.group;
    frame.free_noun = nothing;
  }

  /// "a plan for A and B to meet": the first of those that stand between "for" and what comes now, if they may act.
  /// In "left Oslo for Lima to meet" the noun before is a name.
  [[nodiscard]] std::int32_t noun_behind_for() const {
    std::size_t first = previous();
    if (first > 0 && first < items_.size() && items_[first].kind == SyntaxItemKind::Comma) --first;  // "A and his wife, B, to meet"
    if (first >= items_.size() || items_[first].kind != SyntaxItemKind::Noun) return nothing;
    const auto joins = [&](std::size_t i) {
      const SyntaxItemKind kind = items_[i].kind;
      return kind == SyntaxItemKind::Noun || kind == SyntaxItemKind::Conjunction || kind == SyntaxItemKind::Comma;
    };
    while (first > 0 && joins(first - 1)) --first;
    if (first < 2 || items_[first].kind != SyntaxItemKind::Noun || items_[first - 1].kind != SyntaxItemKind::Preposition) return nothing;
    if (context_.text.document.word(items_[first - 1].begin) != "for" || !context_.is_person_like(noun_group(items_[first].group)))
      return nothing;
    const SyntaxItem& before = items_[first - 2];
    const bool told_of = before.kind == SyntaxItemKind::Noun && !context_.is_name(noun_group(before.group)) &&
                         !context_.is_time(noun_group(before.group)) && !context_.is_person_like(noun_group(before.group));
    return told_of ? items_[first].group : nothing;
  }

  /// "called on A, B and C to", "called on the leaders of A and B to": the first noun behind the preposition that the noun here hangs on.
  [[nodiscard]] std::size_t object_of_phrase() const {
    const auto joins = [&](std::size_t i) {
      return items_[i].kind == SyntaxItemKind::Noun || items_[i].kind == SyntaxItemKind::Conjunction ||
             items_[i].kind == SyntaxItemKind::Comma;
    };
    std::size_t first = previous();
    if (first >= items_.size() || items_[first].kind != SyntaxItemKind::Noun) return first;
    while (first > 0) {
      while (first > 0 && joins(first - 1)) --first;
      const bool of = first > 1 && context_.text.word(items_[first - 1].begin) == GrammarWord::Of && joins(first - 2);
      if (!of) break;
      first -= 2;
    }
    return first;
  }

  /// Who does what an infinitive says: the object of "asked him to", of "an appeal to him to", else the subject, as in "had a chance to".
  [[nodiscard]] std::int32_t controller(const VerbGroup& governor) const {
    if (governor.object != nothing && context_.in_list(context_.verbs.object_control, governor) &&
        !context_.in_list(context_.verbs.own_act_noun, noun_group(governor.object)))
      return governor.object;
    const std::size_t before = object_of_phrase();
    const bool phrase = before < items_.size() && before >= 2 && items_[before].kind == SyntaxItemKind::Noun &&
                        items_[before - 1].kind == SyntaxItemKind::Preposition;
    const std::string_view preposition = phrase ? context_.text.document.word(items_[before - 1].begin) : std::string_view{};
    if ((preposition == "to" || preposition == "on") && items_[before - 2].kind == SyntaxItemKind::Noun &&
        context_.in_list(context_.verbs.noun_control, noun_group(items_[before - 2].group)) &&
        context_.is_person_like(noun_group(items_[before].group)))
      return items_[before].group;
    if (phrase && items_[before - 2].group == stack_.back().last_verb && context_.in_list(context_.verbs.phrase_control, governor))
      return items_[before].group;
    return governor.subject;
  }

  void participle(const SyntaxItem& item) {
    VerbGroup& group = context_.verb(item);
    const std::size_t before = previous();
    const SyntaxItemKind kind = before < items_.size() ? items_[before].kind : SyntaxItemKind::Stop;
    if (kind == SyntaxItemKind::Verb && top().last_verb != nothing) {
      group.governor = top().last_verb;
      group.subject = verb_group(top().last_verb).subject;
      group.clause = static_cast<std::uint32_t>(top().clause);
      top().last_verb = item.group;
      top().free_noun = nothing;
      return;
    }
    if ((kind == SyntaxItemKind::Subordinator || kind == SyntaxItemKind::Question) && top().lacks_verb() && top().subject == nothing) {
      top().kind = out_.clauses[static_cast<std::size_t>(top().clause)].kind = ClauseKind::Participial;
      return enter_participle(item, nothing);
    }
    std::int32_t subject = nothing;
    if (kind == SyntaxItemKind::Noun && !is_whereabouts(item, before)) subject = items_[before].group;
    if (kind == SyntaxItemKind::Preposition) subject = object_before(before);
    if (kind == SyntaxItemKind::Conjunction && top().kind == ClauseKind::Participial) {
      subject = verb_group(top().verb).subject;
      replace(ClauseKind::Participial, item.begin);
    } else {
      push(ClauseKind::Participial, item.begin);
    }
    enter_participle(item, subject);
  }

  /// "was in India visiting", "flew to Oslo seeking": the noun before the gerund says where somebody else is who does it.
  [[nodiscard]] bool is_whereabouts(const SyntaxItem& item, std::size_t noun) const {
    if (noun == 0 || items_[noun - 1].kind != SyntaxItemKind::Preposition || stack_.back().last_verb == nothing) return false;
    if (!context_.text.is(context_.verb(item).head, TagSet{Tag::VBG}) || !context_.is_name(noun_group(items_[noun].group))) return false;
    const std::string_view preposition = context_.text.document.word(items_[noun - 1].begin);
    return preposition == "in" || preposition == "to" || preposition == "into" || preposition == "at";
  }

  /// "accused Eritrea of arming", "stopped them from leaving": the person or country before the preposition.
  [[nodiscard]] std::int32_t object_before(std::size_t preposition) const {
    const Frame& frame = stack_.back();
    const std::string_view word = context_.text.document.word(items_[preposition].begin);
    if (frame.last_verb == nothing || preposition == 0 || !(word == "of" || word == "from" || word == "for")) return nothing;
    const std::int32_t object = out_.verb_groups[static_cast<std::size_t>(frame.last_verb)].object;
    const bool behind =
        object != nothing && items_[preposition - 1].kind == SyntaxItemKind::Noun && items_[preposition - 1].group == object;
    return behind && context_.is_person_like(noun_group(object)) ? object : nothing;
  }

  void enter_participle(const SyntaxItem& item, std::int32_t subject) {
    VerbGroup& group = context_.verb(item);
    group.clause = static_cast<std::uint32_t>(top().clause);
    group.subject = subject;
    top().verb = top().last_verb = item.group;
    top().free_noun = nothing;
    if (subject == nothing) deferred_.push_back(item.group);
  }

  /// Participles and infinitives whose subject is that of the clause around them, known only now.
  void take_deferred_subjects() {
    for (const std::int32_t verb : deferred_) {
      VerbGroup& group = verb_group(verb);
      std::int32_t clause = out_.clauses[group.clause].parent;
      while (clause != nothing && static_cast<std::size_t>(clause) >= first_clause_ && group.subject == nothing) {
        group.subject = subject_of_clause(clause, verb);
        clause = out_.clauses[static_cast<std::size_t>(clause)].parent;
      }
    }
  }

  [[nodiscard]] std::int32_t subject_of_clause(std::int32_t clause, std::int32_t except) const {
    for (const SyntaxItem& item : items_) {
      if (item.kind != SyntaxItemKind::Verb || item.group == except) continue;
      const VerbGroup& group = context_.verb(item);
      if (static_cast<std::int32_t>(group.clause) == clause && context_.is_finite(group)) return group.subject;
    }
    return nothing;
  }

  const SyntaxUnit& unit_;
  const std::vector<SyntaxItem>& items_;
  const SyntaxContext& context_;
  Annotation& out_;
  std::int32_t base_parent_;
  std::size_t first_clause_;
  std::vector<Frame> stack_;
  std::vector<std::int32_t> deferred_;
  std::size_t here_ = 0;
  std::uint32_t list_end_ = 0;
  Frame closed_;                                          ///< the clause that the last comma closed
  std::size_t closed_at_ = static_cast<std::size_t>(-1);  ///< the item of that comma; none if it closed nothing
};

}  // namespace

void find_clauses(const SyntaxUnit& unit, std::int32_t parent, const SyntaxContext& context) {
  if (unit.tokens.empty()) return;
  ClauseBuilder(unit, parent, context).run();
}

}  // namespace chancery
