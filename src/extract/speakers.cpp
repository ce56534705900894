#include "extract/speakers.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "annotate/stretch.hpp"

namespace chancery {
namespace {

constexpr std::uint32_t reach_behind = 8;  ///< tokens between a quotation and the speaker or verb of speech behind it
constexpr int cost_before = 5;             ///< of a speaker found before or behind a quotation that no rule captured
constexpr int cost_behind = 8;
constexpr std::uint32_t full_quotation = 3;  ///< words; a shorter one needs a verb of speech of its own

/// Who says a quotation, and what told so.
struct Speaker {
  std::vector<Filler> fillers;                           ///< empty: nobody is named
  std::vector<std::pair<std::uint16_t, Filler>> others;  ///< what the rule captured for other roles: an addressee
  bool known = false;                                    ///< a rule found a speaker, though perhaps a nameless one
  bool direct = false;                                   ///< by a rule that found them beside the quotation
  int cost = 0;                                          ///< how far-fetched
  std::uint32_t rule = 0;
  TokenSpan trigger;
  std::int32_t verb_group = -1;
};

class Assignment {
 public:
  Assignment(ArticleWork& work, const FrameModel& model)
      : work_(work), document_(work.document()), model_(model), speakers_(document_.quotations.size()) {}

  void run(const std::vector<SpeakerHit>& hits) {
    for (const SpeakerHit& hit : hits) note_author(hit);
    for (Draft& draft : work_.drafts) author_of_frame(draft);
    index_speech();
    for (const SpeakerHit& hit : hits) take_rule(hit);
    for (std::size_t q = 0; q < speakers_.size(); ++q) carry_on(q);
    for (std::size_t q = 0; q < speakers_.size(); ++q) in_sentence(q);
    for (std::size_t q = 0; q < speakers_.size(); ++q) alone(q);
    for (std::size_t q = 0; q < speakers_.size(); ++q) back_to_front(q);
    for (std::size_t q = 0; q < speakers_.size(); ++q) make_draft(q);
  }

 private:
  [[nodiscard]] std::uint32_t sentence_at(std::uint32_t token) const { return document_.sentence_of(token); }
  [[nodiscard]] bool in_text(std::size_t q) const { return sentence_at(document_.quotations[q].outer.begin) < document_.sentences.size(); }

  /// Who a text speaks for, from where on.
  struct Author {
    std::uint32_t token = 0;
    std::vector<Filler> fillers;
  };

  /// The first token of the words captured as a text that speaks, or -1.
  [[nodiscard]] std::int64_t document_of(const SpeakerHit& hit) const {
    const std::vector<std::uint16_t>& roles = work_.models->role_of[model_.index];
    for (const Capture& capture : hit.match.captures) {
      if (model_.document_role != no_role_index && role_of(roles, capture) == model_.document_role) return capture.tokens.begin;
    }
    return -1;
  }

  /// "a statement issued by S": the text speaks for S from here on.
  void note_author(const SpeakerHit& hit) {
    const std::int64_t document = document_of(hit);
    if (document < 0) return;
    Speaker found;
    for (const Capture& capture : hit.match.captures) {
      if (role_of(work_.models->role_of[model_.index], capture) == model_.speaker_role) add_speaker(capture, hit.match.rule, found);
    }
    if (!found.fillers.empty()) authors_.push_back({static_cast<std::uint32_t>(document), std::move(found.fillers)});
  }

  /// The author noted last before a text that speaks, or in its own sentence; else the body that spoke just before. A pronoun stands for a
  /// text spoken of just before. False if the author of a text is a guess.
  bool take_author(std::uint32_t document, Speaker& speaker) {
    constexpr std::uint32_t reach_of_pronoun = 1;  ///< sentences
    const bool pronoun = work_.annotation().tokens[document].pos == Pos::Pronoun;
    const std::uint32_t sentence = sentence_at(document);
    const auto take_last = [&](const std::vector<Author>& authors) {
      const auto behind =
          std::partition_point(authors.begin(), authors.end(), [&](const Author& author) { return sentence_at(author.token) <= sentence; });
      if (behind == authors.begin()) return;
      const Author& last = *(behind - 1);
      if (!pronoun || sentence_at(last.token) + reach_of_pronoun >= sentence) speaker.fillers = last.fillers;
    };
    take_last(authors_);
    take_last(taken_authors_);
    const bool guess = !pronoun && speaker.fillers.empty();
    if (speaker.fillers.empty()) take_body_before(sentence, speaker);
    if (pronoun && speaker.fillers.empty()) take_body_of_pronoun(document, speaker);
    if (!speaker.fillers.empty() && !guess) taken_authors_.push_back({document, speaker.fillers});
    return !guess;
  }

  /// "The statement said that …": a frame of speech of a text takes the author noted last, else the body that spoke just before.
  void author_of_frame(Draft& draft) {
    if (draft.gone || draft.frame.definition != model_.index || model_.document_role == no_role_index) return;
    const RoleFillers* text = draft.frame.find(model_.document_role);
    if (text == nullptr || draft.frame.find(model_.speaker_role) != nullptr) return;
    const std::uint32_t sentence = sentence_at(text->fillers.front().tokens.begin);
    const auto behind =
        std::partition_point(authors_.begin(), authors_.end(), [&](const Author& author) { return sentence_at(author.token) <= sentence; });
    std::erase_if(draft.frame.roles, [this](const RoleFillers& role) { return role.role == model_.document_role; });
    Speaker author;
    if (behind != authors_.begin())
      author.fillers = (behind - 1)->fillers;
    else
      take_body_before(sentence, author);
    for (const Filler& filler : author.fillers) add_filler(model_.roles[model_.speaker_role], draft.frame, model_.speaker_role, filler);
  }

  /// '"Q," it said': the body that the pronoun stands for, though it has said nothing yet.
  void take_body_of_pronoun(std::uint32_t token, Speaker& speaker) const {
    for (const MentionId id : work_.mentions_in({token, token + 1})) {
      Filler filler;
      filler.mention = id;
      filler.tokens = work_.mentions()[id].tokens;
      filler.entity = work_.entity_of(id, model_.roles[model_.speaker_role].classes);
      if (filler.entity == no_entity || work_.extraction->entities[filler.entity].cls == mention_class::person) continue;
      speaker.fillers.assign(1, filler);
      return;
    }
  }

  /// '"Q," it said', '"Q," the statement said': the body, no person, that spoke last in one of the two sentences before.
  void take_body_before(std::uint32_t sentence, Speaker& speaker) const {
    constexpr std::uint32_t reach = 2;  ///< sentences
    for (std::uint32_t back = 1; back <= reach && back <= sentence; ++back) {
      const Draft* frame = speech_before(sentence - back, document_.sentences[sentence - back].tokens.end);
      const RoleFillers* fillers = frame == nullptr ? nullptr : frame->frame.find(model_.speaker_role);
      if (fillers == nullptr) continue;
      const EntityId body = fillers->fillers.empty() ? no_entity : fillers->fillers.front().entity;
      if (body != no_entity && work_.extraction->entities[body].cls != mention_class::person) speaker.fillers = fillers->fillers;
      return;
    }
  }

  /// A rule that captured quotations speaks of those; one that found only a speaker, of every quotation of its sentence that it
  /// stands before, or close behind.
  void take_rule(const SpeakerHit& hit) {
    const std::vector<std::uint16_t>& roles = work_.models->role_of[model_.index];
    Speaker found;
    found.known = found.direct = true;
    found.rule = hit.match.rule;
    found.trigger = hit.match.trigger;
    found.verb_group = hit.match.verb_group;
    bool captured = false;
    for (const Capture& capture : hit.match.captures) {
      if (role_of(roles, capture) == model_.speaker_role)
        add_speaker(capture, hit.match.rule, found);
      else
        add_other(role_of(roles, capture), capture, hit.match.rule, found);
    }
    drop_listed(hit, found);
    constexpr int priority_of_guess = -5;  // "the report says that N's comments": N, if a rule says so
    int priority = work_.pack->rules[hit.match.rule].priority;
    const std::int64_t document = document_of(hit);
    if (document >= 0 && found.fillers.empty() && !take_author(static_cast<std::uint32_t>(document), found))
      priority = std::min(priority, priority_of_guess);
    for (const Capture& capture : hit.match.captures) {
      if (role_of(roles, capture) != model_.quote_role || capture.quotation < 0) continue;
      captured = true;
      offer(static_cast<std::size_t>(capture.quotation), found, 0, priority);
    }
    if (captured || hit.quotation >= 0) return;
    const TokenSpan sentence = document_.sentences[hit.sentence].tokens;
    for (std::size_t q = first_quotation(sentence); q < speakers_.size() && document_.quotations[q].outer.begin < sentence.end; ++q) {
      const TokenSpan outer = document_.quotations[q].outer;
      if (sentence_at(outer.begin) != hit.sentence && sentence_at(outer.end - 1) != hit.sentence) continue;
      const bool behind = found.trigger.begin >= outer.end;
      if (!behind && found.trigger.end > outer.begin) continue;
      if (behind && begin_behind(found, outer.end) - outer.end > reach_behind) continue;
      offer(q, found, behind ? cost_behind : cost_before, priority);
    }
  }

  /// "N met R, and S said", "S, the envoy to Peru and Chile, said": of several who are taken for a list, neither the object of a verb
  /// before nor a state beside a person speaks.
  void drop_listed(const SpeakerHit& hit, Speaker& found) const {
    const auto is_person = [&](const Filler& filler) { return work_.extraction->entities[filler.entity].cls == mention_class::person; };
    if (found.fillers.size() < 2 || std::none_of(found.fillers.begin(), found.fillers.end(), is_person)) return;
    const Annotation& annotation = work_.annotation();
    std::vector<Filler> kept;
    for (const Filler& filler : found.fillers) {
      const std::int32_t group = annotation.noun_group_of[filler.tokens.begin];
      const auto governs = [&](const VerbGroup& verb) { return verb.object == group && verb.tokens.end <= filler.tokens.begin; };
      const std::span<const VerbGroup> verbs = verb_groups_in(annotation, document_.sentences[hit.sentence].tokens);
      const bool object = group >= 0 && filler.tokens.end <= hit.match.trigger.begin && std::any_of(verbs.begin(), verbs.end(), governs);
      if (!object && work_.extraction->entities[filler.entity].cls != mention_class::polity) kept.push_back(filler);
    }
    if (!kept.empty()) found.fillers = std::move(kept);
  }

  /// Where the attribution behind a quotation that ends at `end` begins: with the speaker, else with the verb.
  static std::uint32_t begin_behind(const Speaker& speaker, std::uint32_t end) {
    std::uint32_t begin = speaker.trigger.begin;
    for (const Filler& filler : speaker.fillers)
      if (filler.tokens.begin >= end) begin = std::min(begin, filler.tokens.begin);
    return begin;
  }

  /// The first quotation that reaches into `tokens` or stands behind them; quotations are in text order and do not overlap.
  [[nodiscard]] std::size_t first_quotation(TokenSpan tokens) const {
    const std::vector<Quotation>& all = document_.quotations;
    const auto before = [&](const Quotation& quotation) { return quotation.outer.end <= tokens.begin; };
    return static_cast<std::size_t>(std::partition_point(all.begin(), all.end(), before) - all.begin());
  }

  static std::uint16_t role_of(const std::vector<std::uint16_t>& roles, const Capture& capture) {
    return capture.role < roles.size() ? roles[capture.role] : no_role_index;
  }

  /// Take the speaker for the quotation if it is nearer than the one known: by tokens between, kind of finding, priority of the
  /// rule, and whether anybody is named.
  void offer(std::size_t q, Speaker speaker, int extra, int priority) {
    const TokenSpan outer = document_.quotations[q].outer;
    const TokenSpan trigger = speaker.trigger;
    const std::uint32_t gap = trigger.end <= outer.begin   ? outer.begin - trigger.end
                              : trigger.begin >= outer.end ? trigger.begin - outer.end
                                                           : 0;
    speaker.cost = static_cast<int>(gap) + extra - 10 * priority + (speaker.fillers.empty() ? 60 : 0);
    if (!speakers_[q].known || speaker.cost < speakers_[q].cost) speakers_[q] = std::move(speaker);
  }

  void add_speaker(const Capture& capture, std::uint32_t rule, Speaker& speaker) const {
    if (capture.mention == no_mention) return;
    const FillerClasses& classes = model_.roles[model_.speaker_role].classes;
    Filler filler;
    filler.mention = capture.mention;
    filler.tokens = capture.tokens;
    filler.rule = static_cast<std::int32_t>(rule);
    filler.entity = work_.entity_over(capture.tokens, classes, filler.mention);
    if (filler.entity != no_entity) return speaker.fillers.push_back(filler);
    std::vector<Filler> several = work_.bodies_of(capture.mention, classes);  // "the two ministers said"
    if (several.empty()) several = work_.antecedents_of(capture.mention, classes);
    for (Filler& each : several) {
      each.rule = static_cast<std::int32_t>(rule);
      each.tokens = capture.tokens;
      speaker.fillers.push_back(each);
    }
  }

  void add_other(std::uint16_t role, const Capture& capture, std::uint32_t rule, Speaker& speaker) const {
    if (role == no_role_index || role == model_.quote_role || role == model_.document_role || capture.mention == no_mention) return;
    Filler filler;
    filler.mention = capture.mention;
    filler.tokens = capture.tokens;
    filler.rule = static_cast<std::int32_t>(rule);
    filler.entity = work_.entity_over(capture.tokens, model_.roles[role].classes, filler.mention);
    if (filler.entity != no_entity) speaker.others.emplace_back(role, filler);
  }

  [[nodiscard]] Speaker of_frame(const Draft& draft, bool direct) const {
    Speaker found;
    found.known = true;
    found.direct = direct;
    found.rule = draft.frame.rule;
    found.trigger = draft.frame.trigger;
    found.verb_group = draft.frame.verb_group;
    if (const RoleFillers* fillers = draft.frame.find(model_.speaker_role)) found.fillers = fillers->fillers;
    return found;
  }

  void carry_on(std::size_t q) {
    const std::int32_t before = document_.quotations[q].continues;
    if (before >= 0 && !speakers_[q].known) speakers_[q] = indirect(speakers_[static_cast<std::size_t>(before)]);
  }

  static Speaker indirect(Speaker speaker) {
    speaker.direct = false;
    return speaker;
  }

  /// Another quotation of the sentence, the one before first; else the nearest frame of speech before it in the sentence, or, for
  /// a whole quotation, behind it.
  void in_sentence(std::size_t q) {
    if (speakers_[q].known || !in_text(q)) return;
    const std::uint32_t sentence = sentence_at(document_.quotations[q].outer.begin);
    const Draft* frame = speech_before(sentence, document_.quotations[q].outer.begin);
    const bool frame_nearer = frame != nullptr && (q == 0 || frame->frame.trigger.begin >= document_.quotations[q - 1].outer.end);
    if (!frame_nearer && q > 0 && speakers_[q - 1].known && sentence_at(document_.quotations[q - 1].outer.end - 1) == sentence) {
      speakers_[q] = speakers_[q - 1];
      speakers_[q].direct = false;
      return;
    }
    if (frame != nullptr) {
      speakers_[q] = of_frame(*frame, false);
      return;
    }
    if (q + 1 < speakers_.size() && speakers_[q + 1].direct && sentence_at(document_.quotations[q + 1].outer.begin) == sentence)
      speakers_[q] = indirect(speakers_[q + 1]);
  }

  [[nodiscard]] const Draft* speech_before(std::uint32_t sentence, std::uint32_t token) const {
    const Draft* found = nullptr;
    for (auto at = std::lower_bound(speech_.begin(), speech_.end(), std::pair(sentence, 0U)); at != speech_.end(); ++at) {
      if (at->first != sentence) break;
      const Draft& draft = work_.drafts[at->second];
      if (draft.frame.trigger.begin >= token) continue;
      if (found == nullptr || draft.frame.trigger.begin > found->frame.trigger.begin) found = &draft;
    }
    return found;
  }

  /// The sentence holds nothing but quotations, punctuation and one word more ("But", "and"), or begins with one and has no other verb
  /// ("“We need help” against the flood.").
  [[nodiscard]] bool is_only_quotation(std::uint32_t sentence) const {
    const TokenSpan tokens = document_.sentences[sentence].tokens;
    std::uint32_t others = 0;
    std::size_t quotation = first_quotation(tokens);
    for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
      while (quotation < document_.quotations.size() && document_.quotations[quotation].outer.end <= token) ++quotation;
      const bool quoted = quotation < document_.quotations.size() && document_.quotations[quotation].outer.contains(token);
      const Shape shape = document_.tokens[token].shape;
      if (!quoted && shape != Shape::Punctuation && shape != Shape::Quote) ++others;
    }
    return others <= 1 || begins_with_only_verb(tokens);
  }

  [[nodiscard]] bool begins_with_only_verb(TokenSpan tokens) const {
    const std::size_t q = first_quotation(tokens);
    if (q >= speakers_.size() || document_.quotations[q].outer.begin != tokens.begin) return false;
    const TokenSpan outer = document_.quotations[q].outer;
    bool inside = false;
    for (const VerbGroup& verb : verb_groups_in(work_.annotation(), tokens)) {
      if (!outer.contains(verb.tokens)) return false;
      inside = inside || verb.tense != Tense::None;
    }
    return inside;
  }

  /// A sentence that is only a quotation: the speaker of the text before it in the paragraph or at the end of the paragraph before.
  void alone(std::size_t q) {
    if (speakers_[q].known || !in_text(q)) return;
    const std::uint32_t sentence = sentence_at(document_.quotations[q].outer.begin);
    if (!is_only_quotation(sentence) || sentence == 0 || heads(sentence)) return;
    if (q > 0 && speakers_[q - 1].known && sentences_between(q - 1, q) <= 1 && same_paragraph(sentence, q - 1)) {
      speakers_[q] = indirect(speakers_[q - 1]);
      return;
    }
    if (document_.sentences[sentence - 1].paragraph == document_.sentences[sentence].paragraph) {
      if (of_sentence(sentence - 1, q)) return;
    }
    if (follows_in_paragraph(q)) return;  // its attribution comes later
    of_text_before(sentence, q);
  }

  /// Who spoke last in the few sentences before, headings between paragraphs aside, and in the nearest of them who acts.
  void of_text_before(std::uint32_t sentence, std::size_t q) {
    constexpr std::uint32_t farthest = 3;  // sentences
    for (std::uint32_t back = sentence, looked_at = 0; back > 0 && looked_at < farthest;) {
      --back;
      if (heads(back)) continue;
      if (q > 0 && speakers_[q - 1].known && sentence_at(document_.quotations[q - 1].outer.end - 1) >= back) {
        speakers_[q] = indirect(speakers_[q - 1]);
        return;
      }
      if (++looked_at == 1 ? of_sentence(back, q) : of_speech(back, q)) return;
      if (is_spoken_by_others(back)) return;
    }
  }

  /// Somebody says something in the sentence, and nobody knows who: "a witness said".
  [[nodiscard]] bool is_spoken_by_others(std::uint32_t sentence) const {
    return std::binary_search(unnamed_speech_.begin(), unnamed_speech_.end(), sentence);
  }

  /// The sentence is a heading between paragraphs: nobody speaks there.
  [[nodiscard]] bool heads(std::uint32_t sentence) const {
    return document_.paragraphs[document_.sentences[sentence].paragraph].is_headline;
  }

  [[nodiscard]] std::uint32_t sentences_between(std::size_t a, std::size_t b) const {
    return sentence_at(document_.quotations[b].outer.begin) - sentence_at(document_.quotations[a].outer.end - 1);
  }

  [[nodiscard]] bool same_paragraph(std::uint32_t sentence, std::size_t q) const {
    const std::uint32_t other = sentence_at(document_.quotations[q].outer.begin);
    return document_.sentences[other].paragraph == document_.sentences[sentence].paragraph;
  }

  /// The next quotation stands in the next sentence of the paragraph and has a speaker by its own attribution.
  [[nodiscard]] bool follows_in_paragraph(std::size_t q) const {
    if (q + 1 >= speakers_.size() || !in_text(q + 1)) return false;
    const std::uint32_t sentence = sentence_at(document_.quotations[q].outer.end - 1);
    return same_paragraph(sentence, q + 1) && sentences_between(q, q + 1) <= 1 && speakers_[q + 1].direct;
  }

  /// The last frame of speech of a sentence.
  bool of_speech(std::uint32_t sentence, std::size_t q) {
    const Draft* frame = speech_before(sentence, document_.sentences[sentence].tokens.end);
    if (frame != nullptr) speakers_[q] = of_frame(*frame, false);
    return frame != nullptr;
  }

  /// The last frame of speech of a sentence, else the subject of its main verb if that is a person.
  bool of_sentence(std::uint32_t sentence, std::size_t q) {
    if (of_speech(sentence, q)) return true;
    const TokenSpan tokens = document_.sentences[sentence].tokens;
    for (const VerbGroup& verb : verb_groups_in(work_.annotation(), tokens)) {
      if (!tokens.contains(verb.tokens) || verb.subject < 0) continue;
      const std::uint32_t head = work_.annotation().noun_groups[static_cast<std::size_t>(verb.subject)].head;
      std::optional<Filler> filler = work_.filler_at(head, model_.roles[model_.speaker_role]);
      if (!filler || work_.extraction->entities[filler->entity].cls != mention_class::person) continue;
      speakers_[q].known = true;
      speakers_[q].fillers.push_back(*filler);
      speakers_[q].trigger = verb.tokens;
      return true;
    }
    return false;
  }

  /// '"A." "B," she said.': the first takes the speaker of the second.
  void back_to_front(std::size_t q) {
    const std::size_t back = speakers_.size() - 1 - q;
    if (speakers_[back].known || !in_text(back) || back + 1 >= speakers_.size()) return;
    const std::uint32_t sentence = sentence_at(document_.quotations[back].outer.begin);
    if (is_only_quotation(sentence) && speakers_[back + 1].known && in_text(back + 1) && same_paragraph(sentence, back + 1) &&
        sentences_between(back, back + 1) <= 1)
      speakers_[back] = indirect(speakers_[back + 1]);
  }

  [[nodiscard]] std::uint32_t words_of(const Quotation& quotation) const {
    std::uint32_t words = 0;
    for (std::uint32_t token = quotation.inner.begin; token < quotation.inner.end; ++token) {
      const Shape shape = document_.tokens[token].shape;
      words += static_cast<std::uint32_t>(shape != Shape::Punctuation && shape != Shape::Quote && shape != Shape::Symbol);
    }
    return words;
  }

  void make_draft(std::size_t q) {
    const Speaker& speaker = speakers_[q];
    const Quotation& quotation = document_.quotations[q];
    if (!speaker.known || speaker.fillers.empty() || quotation.inner.empty()) return;
    if (words_of(quotation) < full_quotation && !introduced(q)) return;
    Draft draft;
    draft.id = static_cast<std::uint32_t>(work_.drafts.size());
    draft.frame.definition = model_.index;
    draft.frame.rule = speaker.rule;
    draft.frame.trigger = quotation.outer;
    const auto verb = static_cast<std::size_t>(speaker.verb_group);
    if (speaker.verb_group >= 0 && !quotation.outer.contains(work_.annotation().verb_groups[verb].tokens))
      draft.frame.verb_group = speaker.verb_group;  // 'N: "We did not go"' has no verb
    draft.sentence = sentence_at(quotation.outer.begin);
    draft.frame.evidence = document_.sentences[draft.sentence].tokens;
    draft.frame.mentions_of_event.push_back(quotation.outer);
    if (!speaker.trigger.empty() && draft.frame.evidence.contains(speaker.trigger))
      draft.frame.mentions_of_event.push_back(speaker.trigger);
    for (const Filler& filler : speaker.fillers) add_filler(model_.roles[model_.speaker_role], draft.frame, model_.speaker_role, filler);
    if (speaker.direct) {
      for (const auto& [role, filler] : speaker.others) add_filler(model_.roles[role], draft.frame, role, filler);
    }
    Filler quote;
    quote.quotation = static_cast<std::int32_t>(q);
    quote.tokens = quotation.outer;
    quote.rule = speaker.direct ? static_cast<std::int32_t>(speaker.rule) : -1;
    add_filler(model_.roles[model_.quote_role], draft.frame, model_.quote_role, quote);
    join_frame(draft, speaker);
    work_.trace->made(*work_.extraction, draft.id, draft.frame);
    draft_of_trigger_.emplace(draft.frame.trigger, draft.id);
    work_.drafts.push_back(std::move(draft));
  }

  /// A short quotation behind a verb of speech of its own sentence, with no other quotation between.
  [[nodiscard]] bool introduced(std::size_t q) const {
    const Quotation& quotation = document_.quotations[q];
    const TokenSpan trigger = speakers_[q].trigger;
    const bool near =
        !trigger.empty() && trigger.end <= quotation.outer.begin && sentence_at(trigger.begin) == sentence_at(quotation.outer.begin);
    return near && (speakers_[q].direct || words_of(quotation) >= 2);
  }

  /// The frame of speech that the same verb made goes into the quotation: "said that it was “not easy”" is one statement.
  void join_frame(Draft& draft, const Speaker& speaker) {
    const auto known = speaker.trigger.empty() ? draft_of_trigger_.end() : draft_of_trigger_.find(speaker.trigger);
    if (known == draft_of_trigger_.end()) return;
    const Draft& other = work_.drafts[known->second];
    for (const RoleFillers& fillers : other.frame.roles) {
      if (fillers.role == model_.quote_role || fillers.role == model_.speaker_role) continue;
      for (const Filler& filler : fillers.fillers) add_filler(model_.roles[fillers.role], draft.frame, fillers.role, filler);
    }
    if (other.sentence == draft.sentence) joined_.push_back(other.id);
  }

  void index_speech() {
    for (std::uint32_t i = 0; i < work_.drafts.size(); ++i) {
      const Draft& draft = work_.drafts[i];
      if (draft.frame.definition != model_.index || draft.gone) continue;
      draft_of_trigger_.emplace(draft.frame.trigger, i);
      if (draft.quotation >= 0) continue;
      if (draft.frame.find(model_.speaker_role) != nullptr)
        speech_.emplace_back(draft.sentence, i);
      else
        unnamed_speech_.push_back(draft.sentence);
    }
    std::sort(speech_.begin(), speech_.end());
    std::sort(unnamed_speech_.begin(), unnamed_speech_.end());
  }

  ArticleWork& work_;
  const Document& document_;
  const FrameModel& model_;
  std::vector<Speaker> speakers_;                ///< by quotation
  std::vector<Author> authors_, taken_authors_;  ///< as noted, and as taken from there; in the order of their sentences
  /// Frames of speech outside quotations that name a speaker, with their sentences; in the order of both.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> speech_;
  std::vector<std::uint32_t> unnamed_speech_;            // sentences in which somebody speaks who is not known
  std::map<TokenSpan, std::uint32_t> draft_of_trigger_;  ///< the first frame of speech with that trigger

 public:
  std::vector<std::uint32_t> joined_;  ///< drafts that a quotation took in
};

const FrameModel* frame_of_speech(const ArticleWork& work) {
  for (const FrameModel& model : work.models->frames) {
    if (model.quote_role != no_role_index && model.speaker_role != no_role_index) return &model;
  }
  return nullptr;
}

/// `clause` is the one of `verb` or a complement or a part of one.
bool is_governed(const Annotation& annotation, std::uint32_t clause, std::uint32_t above) {
  for (int depth = 0; depth < 6; ++depth) {
    const Clause& item = annotation.clauses[clause];
    if (item.parent < 0 || clause == above) return false;
    if (static_cast<std::uint32_t>(item.parent) == above) return item.kind == ClauseKind::Complement;
    clause = static_cast<std::uint32_t>(item.parent);
  }
  return false;
}

/// The verb of a clause has a subject in it, rather than sharing that of a clause before.
bool has_own_subject(const Annotation& annotation, std::uint32_t clause) {
  const TokenSpan tokens = annotation.clauses[clause].tokens;
  return std::ranges::any_of(verb_groups_in(annotation, tokens), [&](const VerbGroup& verb) {
    return verb.clause == clause && verb.subject >= 0 &&
           tokens.contains(annotation.noun_groups[static_cast<std::size_t>(verb.subject)].tokens);
  });
}

/// `said`, which is reported, with the clauses that are joined to it: those with "that" again, and those with a subject of their own
/// that no comma sets apart or that depend on the verb as well. A conjunction that joins something else is left out.
TokenSpan with_joined_clauses(const ArticleWork& work, TokenSpan said, TokenSpan sentence) {
  const Annotation& annotation = work.annotation();
  const auto is_mark = [&](std::uint32_t token) { return work.document().tokens[token].shape == Shape::Punctuation; };
  for (;;) {
    std::uint32_t last = said.end;  // the conjunction may be counted to what stands before it
    while (last > said.begin + 1 && (annotation.tokens[last - 1].pos == Pos::Conjunction || is_mark(last - 1))) --last;
    std::uint32_t behind = last;
    while (behind < sentence.end && is_mark(behind)) ++behind;
    const bool apart = behind != last;
    said.end = last;
    if (behind + 1 >= sentence.end || annotation.tokens[behind].pos != Pos::Conjunction) return said;  // nothing that it could join
    const std::uint32_t next = annotation.clause_of[behind + 1];
    const Clause& clause = annotation.clauses[next];
    const bool introduced = annotation.tokens[behind + 1].pos == Pos::Subordinator;
    const bool close = !apart || clause.kind == ClauseKind::Complement;
    if (clause.tokens.begin != behind + 1 || !(introduced || (close && has_own_subject(annotation, next)))) return said;
    said.end = clause.tokens.end;
  }
}

/// What the verb of a frame of speech governs, or an empty span.
TokenSpan content_of(const ArticleWork& work, const Frame& speech) {
  const Annotation& annotation = work.annotation();
  const std::uint32_t own = annotation.clause_of[speech.trigger.begin];
  const TokenSpan sentence = work.sentence_at(speech.trigger.begin);
  for (const Clause& clause : clauses_in(annotation, sentence)) {
    const bool governed = clause.kind == ClauseKind::Complement && clause.parent >= 0 && static_cast<std::uint32_t>(clause.parent) == own;
    if (governed && clause.tokens.begin >= speech.trigger.end) return with_joined_clauses(work, clause.tokens, sentence);
  }
  for (const VerbGroup& verb : verb_groups_in(annotation, sentence)) {  // "promised to reopen the port", "urged N to leave"
    if (speech.verb_group < 0 || verb.governor != speech.verb_group || verb.tokens.begin < speech.trigger.end) continue;
    return {verb.tokens.begin, std::max(verb.tokens.end, annotation.clauses[verb.clause].tokens.end)};
  }
  return {};
}

/// A main verb of speech with a subject of its own, so that what stands around may be what it reports.
bool may_attribute(const Annotation& annotation, const Frame& speech) {
  if (speech.verb_group < 0) return false;
  const VerbGroup& verb = annotation.verb_groups[static_cast<std::size_t>(speech.verb_group)];
  return verb.subject >= 0 && !verb.infinitive && !verb.participle && !verb.passive && !verb.negated &&
         annotation.clauses[verb.clause].kind != ClauseKind::Relative;
}

/// Where an attribution "N said" begins: with the subject or the verb.
std::uint32_t begin_of_attribution(const Annotation& annotation, const VerbGroup& verb) {
  return std::min(verb.tokens.begin, annotation.noun_groups[static_cast<std::size_t>(verb.subject)].tokens.begin);
}

/// "The port is open, N said on Monday": what the sentence says before an attribution, or an empty span. Where the verb says more
/// than that something is said, only before one that stands close to the end.
TokenSpan content_before(const ArticleWork& work, const Frame& speech, bool told) {
  constexpr std::uint32_t reach_of_end = 12;  ///< tokens from the verb to the end of the sentence
  const Annotation& annotation = work.annotation();
  if (!may_attribute(annotation, speech)) return {};
  const VerbGroup& verb = annotation.verb_groups[static_cast<std::size_t>(speech.verb_group)];
  const TokenSpan sentence = work.sentence_at(verb.head);
  if (told && sentence.end - verb.head > reach_of_end) return {};
  return main_clause_before(work.document(), annotation, sentence, begin_of_attribution(annotation, verb));
}

/// "The deal, N said on Monday, is dead": where the attribution parts the sentence, it with the commas around; else an empty span.
TokenSpan parting_attribution(const ArticleWork& work, const Frame& speech) {
  constexpr std::uint32_t longest = 16;  ///< tokens from the verb to the comma behind
  const Annotation& annotation = work.annotation();
  const Document& document = work.document();
  if (!may_attribute(annotation, speech)) return {};
  const VerbGroup& verb = annotation.verb_groups[static_cast<std::size_t>(speech.verb_group)];
  const TokenSpan sentence = work.sentence_at(verb.head);
  const std::uint32_t begin = begin_of_attribution(annotation, verb);
  if (begin <= sentence.begin + 1 || document.word(begin - 1) != "," || verb.object >= 0) return {};
  std::uint32_t end = verb.tokens.end;
  while (end < sentence.end && end < verb.tokens.end + longest && document.word(end) != ",") {
    const std::int32_t other = annotation.verb_group_of[end];
    if (other >= 0 && annotation.verb_groups[static_cast<std::size_t>(other)].tense != Tense::None) return {};
    ++end;
  }
  if (end + 1 >= sentence.end || document.word(end) != "," || annotation.tokens[end + 1].pos == Pos::Conjunction) return {};
  const auto is_main = [&](const VerbGroup& group) {
    const ClauseKind kind = annotation.clauses[group.clause].kind;
    return group.tense != Tense::None && group.tokens.begin > end && (kind == ClauseKind::Main || kind == ClauseKind::Coordinate);
  };
  const std::span<const VerbGroup> verbs = verb_groups_in(annotation, sentence);
  return std::any_of(verbs.begin(), verbs.end(), is_main) ? TokenSpan{begin - 1, end + 1} : TokenSpan{};
}

/// A named value other than its default: the verb says more than "say".
bool is_told(const FrameModel& model, const Frame& frame) {
  for (std::size_t i = 0; i < model.roles.size(); ++i) {
    const Symbol value = value_of(frame, static_cast<std::uint16_t>(i));
    if (value != Symbol::None && value != model.roles[i].default_value) return true;
  }
  return false;
}

/// "accused N of closing the port": what follows the verb in its clause.
TokenSpan rest_of_clause(const ArticleWork& work, const Frame& speech) {
  const TokenSpan clause = work.annotation().clauses[work.annotation().clause_of[speech.trigger.begin]].tokens;
  TokenSpan rest{speech.trigger.end, std::max(clause.end, speech.trigger.end)};
  for (const Clause& other : clauses_in(work.annotation(), work.sentence_at(speech.trigger.begin))) {
    const bool apart = other.kind == ClauseKind::Main || other.kind == ClauseKind::Coordinate;
    if (apart && other.tokens.begin > rest.begin && other.tokens.begin < rest.end) rest.end = other.tokens.begin;
  }
  bool noun = false, tells = false;  // more than "on Monday" and "with him"
  for (std::uint32_t token = rest.begin; token < rest.end; ++token) {
    const Pos pos = work.annotation().tokens[token].pos;
    noun = noun || (pos == Pos::Noun && !work.dated[token]);
    tells = tells || ((pos == Pos::ProperNoun || pos == Pos::Verb || pos == Pos::Adjective) && !work.dated[token]);
  }
  return noun || (tells && rest.size() >= 3) ? rest : TokenSpan{};  // "urged restraint"
}

/// Give frames of speech without a quotation the words that they report; drop those that report none.
void add_reported_words(ArticleWork& work, const FrameModel& model) {
  for (Draft& draft : work.drafts) {
    if (draft.gone || draft.frame.definition != model.index || draft.frame.find(model.quote_role) != nullptr) continue;
    Filler words;
    words.tokens = content_of(work, draft.frame);
    if (words.tokens.empty()) words.tokens = content_before(work, draft.frame, is_told(model, draft.frame));
    if (words.tokens.empty()) {
      words.without = parting_attribution(work, draft.frame);
      if (!words.without.empty()) words.tokens = work.sentence_at(words.without.begin);
    }
    if (words.tokens.empty() && is_told(model, draft.frame)) words.tokens = rest_of_clause(work, draft.frame);
    while (words.tokens.size() > 0 && work.document().tokens[words.tokens.end - 1].shape == Shape::Punctuation) --words.tokens.end;
    if (words.tokens.empty()) {
      draft.gone = true;
      work.trace->dropped(draft.id, "says nothing that is reported");
      continue;
    }
    add_filler(model.roles[model.quote_role], draft.frame, model.quote_role, words);
  }
}

/// Nobody is spoken to who speaks: the subject behind "said" looks like an object.
void drop_echoes(ArticleWork& work, const FrameModel& model) {
  for (Draft& draft : work.drafts) {
    if (draft.gone || draft.frame.definition != model.index) continue;
    const RoleFillers* speakers = draft.frame.find(model.speaker_role);
    if (speakers == nullptr) continue;
    const std::vector<Filler> said = speakers->fillers;
    const auto speaks = [&](const Filler& filler) {
      return std::any_of(said.begin(), said.end(),
                         [&](const Filler& each) { return filler.entity != no_entity && each.entity == filler.entity; });
    };
    for (RoleFillers& role : draft.frame.roles)
      if (role.role != model.speaker_role) std::erase_if(role.fillers, speaks);
    std::erase_if(draft.frame.roles, [](const RoleFillers& role) { return role.fillers.empty(); });
  }
}

/// Somebody's words as they were said, whoever else is speaking.
bool is_quotation(const Draft& draft, const FrameModel& speech) {
  const RoleFillers* words = draft.frame.definition == speech.index ? draft.frame.find(speech.quote_role) : nullptr;
  return words != nullptr && words->fillers.front().quotation >= 0;
}

}  // namespace

void assign_speakers(ArticleWork& work, const std::vector<SpeakerHit>& hits) {
  const FrameModel* model = frame_of_speech(work);
  if (model == nullptr) return;
  Assignment assignment(work, *model);
  assignment.run(hits);
  for (const std::uint32_t id : assignment.joined_) work.drafts[id].gone = true;
  add_reported_words(work, *model);
  drop_echoes(work, *model);
}

void assign_sources(ArticleWork& work) {
  const FrameModel* model = frame_of_speech(work);
  if (model == nullptr) return;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> of_sentence, of_quotation;
  for (std::uint32_t i = 0; i < work.drafts.size(); ++i) {
    const Draft& speech = work.drafts[i];
    if (speech.frame.definition != model->index) continue;
    of_sentence.emplace_back(speech.sentence, i);
    const RoleFillers* quotes = speech.frame.find(model->quote_role);
    if (quotes != nullptr && quotes->fillers.front().quotation >= 0)
      of_quotation.emplace_back(static_cast<std::uint32_t>(quotes->fillers.front().quotation), i);
  }
  std::sort(of_sentence.begin(), of_sentence.end());
  std::sort(of_quotation.begin(), of_quotation.end());
  for (Draft& draft : work.drafts) {
    if (draft.gone || is_quotation(draft, *model) || work.model(draft).definition->presupposed) continue;
    const bool inside = draft.quotation >= 0;
    const std::uint32_t place = inside ? static_cast<std::uint32_t>(draft.quotation) : draft.sentence;
    const auto& speeches = inside ? of_quotation : of_sentence;
    for (auto at = std::lower_bound(speeches.begin(), speeches.end(), std::pair(place, 0U)); at != speeches.end(); ++at) {
      if (at->first != place) break;
      const Draft& speech = work.drafts[at->second];
      if (&speech == &draft) continue;
      const RoleFillers* speakers = speech.frame.find(model->speaker_role);
      const RoleFillers* quotes = speech.frame.find(model->quote_role);
      const bool quoted = draft.quotation >= 0 && quotes != nullptr && quotes->fillers.front().quotation == draft.quotation;
      const bool reported = draft.quotation < 0 && speech.sentence == draft.sentence && speech.frame.verb_group >= 0 &&
                            is_governed(work.annotation(), work.annotation().clause_of[draft.frame.trigger.begin],
                                        work.annotation().clause_of[speech.frame.trigger.begin]);
      if (speakers == nullptr || (!quoted && !reported)) continue;
      draft.frame.asserted = false;
      draft.frame.source = speakers->fillers.front().entity;
    }
  }
}

}  // namespace chancery
