// Matches of mention rules become mentions. Two matches that read one title mention cannot both be right ("President Ito, Chancellor
// Weber": the second title belongs to one of them), so the better one takes it: priority, then more words, then more captures,
// then file order. A match whose title nobody else wants stands, so that one person may get several offices.
#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "annotate/stretch.hpp"
#include "resolve/entity_resolver.hpp"
#include "resolve/knowledge.hpp"

namespace chancery {

namespace {

class RuleApplication {
 public:
  RuleApplication(const ResolverKnowledge& knowledge, std::span<Match> matches, const Document& document, const Annotation& annotation,
                  Mentions& mentions)
      : knowledge_(knowledge), matches_(matches), document_(document), annotation_(annotation), mentions_(mentions) {}

  std::vector<MadeMention> run() {
    if (matches_.empty()) return {};
    index_heads();
    std::vector<std::uint32_t> order(matches_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) { return is_better(matches_[a], matches_[b]); });
    for (std::uint32_t i : order)
      if (is_free(matches_[i])) apply(i);
    if (std::any_of(made_.begin(), made_.end(), [this](const MadeMention& made) { return has_peer(matches_[made.match]); })) {
      index_heads();
      index_titled();
      for (const MadeMention& made : made_) give_peer_title(made);
    }
    const auto is_of_group = [this](const MadeMention& made) { return has(matches_[made.match], knowledge_.group_role); };
    if (std::any_of(made_.begin(), made_.end(), is_of_group)) {
      index_heads();
      for (const MadeMention& made : made_)
        if (is_of_group(made)) give_group_title(made);
      for (MadeMention& made : made_)
        if (is_of_group(made)) give_sender(made);
    }
    std::stable_sort(made_.begin(), made_.end(), [](const MadeMention& a, const MadeMention& b) { return a.match < b.match; });
    return std::move(made_);
  }

 private:
  void index_heads() {
    by_head_.resize(mentions_.items.size());
    std::iota(by_head_.begin(), by_head_.end(), 0U);
    std::stable_sort(by_head_.begin(), by_head_.end(),
                     [this](MentionId a, MentionId b) { return mentions_.items[a].head.begin < mentions_.items[b].head.begin; });
  }

  /// The words of names that have a title beside them.
  void index_titled() {
    for (const MentionId id : by_head_) {
      const Mention& mention = mentions_.items[id];
      if (mention.tokens.empty() || !is_name(mention) || !has_office(mention)) continue;
      for (std::uint32_t token = mention.head.begin; token < mention.head.end; ++token)
        titled_with_[document_.tokens[token].word].push_back(id);
    }
  }

  [[nodiscard]] bool is_name(const Mention& mention) const {
    const ClassId cls = knowledge_.built_in(mention.cls);
    return mention.form == MentionForm::Proper && (cls == mention_class::person || cls == mention_class::name);
  }

  [[nodiscard]] bool is_office(const Feature& feature) const {
    if (feature.name != knowledge_.title_feature || feature.mention == no_mention) return false;
    const RoleId role = mentions_.items[feature.mention].role;
    return role != no_role && !knowledge_.lexicon().role(role).honorific;
  }

  [[nodiscard]] bool has_office(const Mention& mention) const {
    return std::any_of(mention.features.begin(), mention.features.end(), [this](const Feature& feature) { return is_office(feature); });
  }

  [[nodiscard]] bool is_better(const Match& a, const Match& b) const {
    const Rule& x = knowledge_.pack().rules[a.rule];
    const Rule& y = knowledge_.pack().rules[b.rule];
    if (x.priority != y.priority) return x.priority > y.priority;
    if (a.tokens.size() != b.tokens.size()) return a.tokens.size() > b.tokens.size();
    if (a.captures.size() != b.captures.size()) return a.captures.size() > b.captures.size();
    if (a.rule != b.rule) return a.rule < b.rule;
    return a.tokens.begin < b.tokens.begin;
  }

  /// No better match took the title, or read the name as another class.
  [[nodiscard]] bool is_free(const Match& match) const {
    const ClassId cls = knowledge_.class_of(knowledge_.pack().rules[match.rule].mention);
    for (const Capture& capture : match.captures) {
      if (capture.mention == no_mention) continue;
      const bool taken = taken_.size() > capture.mention && taken_[capture.mention] != no_class;
      if (capture.role == knowledge_.title_role && taken && !mentions_.items[capture.mention].plural) return false;
      if (capture.role != knowledge_.name_role) continue;
      if (taken_.size() > capture.mention && taken_[capture.mention] != no_class && taken_[capture.mention] != cls) return false;
      if (mentions_.items[capture.mention].tokens.empty()) return false;
    }
    return true;
  }

  void take(MentionId mention, ClassId cls) {
    if (taken_.size() < mentions_.items.size()) taken_.resize(mentions_.items.size(), no_class);
    taken_[mention] = cls;
  }

  void apply(std::uint32_t index) {
    const Match& match = matches_[index];
    const ClassId cls = knowledge_.class_of(knowledge_.pack().rules[match.rule].mention);
    std::vector<MentionId> named;
    for (const Capture& capture : match.captures)
      if (capture.role == knowledge_.name_role && capture.mention != no_mention) named.push_back(capture.mention);
    const bool has_verb = holds_verb(match.tokens);
    TokenSpan part = named.size() == 1 ? part_of_name(match, named[0]) : match.tokens;
    if (cls == mention_class::person && named.size() == 1 && part.begin == match.tokens.begin) part.begin = with_article(part.begin);
    const bool each = has(match, knowledge_.each_role);
    if (named.empty())
      named.push_back(make(match, cls));
    else if (named.size() == 1 && !has_verb && !each)
      grow(named[0], cls, part);
    for (MentionId id : named)
      if (each) add_own_title(matches_[index], id);
    for (MentionId id : named) {
      const TokenSpan own = each ? own_part(match, id) : TokenSpan{};
      std::vector<std::uint16_t> of_others = own.empty() ? bodies_of_others(match, id) : captures_of_others(match, own);
      if (!own.empty() && !holds_verb(own)) {
        grow(id, cls, own);
        cover(own, {id});
      }
      re_read(id, cls, index, of_others);
      made_.push_back({index, id, std::move(of_others)});
      take(id, cls);
    }
    for (const Capture& capture : match.captures)
      if (capture.role == knowledge_.title_role && capture.mention != no_mention) take(capture.mention, cls);
    if (!has_verb && !each) cover(part, named);
  }

  [[nodiscard]] static bool has(const Match& match, RoleName role) {
    return std::any_of(match.captures.begin(), match.captures.end(), [role](const Capture& capture) { return capture.role == role; });
  }

  /// The stretch captured as `each` in which the name stands: "NAME of Peru" of a list; empty if there is none.
  [[nodiscard]] TokenSpan own_part(const Match& match, MentionId name) const {
    for (const Capture& capture : match.captures)
      if (capture.role == knowledge_.each_role && capture.tokens.contains(mentions_.items[name].head)) return capture.tokens;
    return {};
  }

  /// "the envoys are Ambassador NAME (Peru)": a title that the name has already is captured in front of the list's.
  void add_own_title(Match& match, MentionId name) const {
    if (!has_office(mentions_.items[name])) return;
    const TokenSpan own = own_part(match, name);
    const auto is_title = [&](const Capture& capture) { return capture.role == knowledge_.title_role && own.contains(capture.tokens); };
    if (std::any_of(match.captures.begin(), match.captures.end(), is_title)) return;
    const MentionId title = office_of(name).title;
    if (own.contains(mentions_.items[title].tokens))
      match.captures.push_back({knowledge_.title_role, mentions_.items[title].tokens, title, -1});
  }

  /// "the presidents of Peru, Chad and Kenya, NAME, NAME and NAME": of several bodies the one that is as far along as the name; if they are
  /// not as many as the names, all are others'.
  [[nodiscard]] std::vector<std::uint16_t> bodies_of_others(const Match& match, MentionId name) const {
    std::vector<std::uint16_t> bodies;
    std::size_t names = 0, place = 0;
    for (std::size_t i = 0; i < match.captures.size(); ++i) {
      if (match.captures[i].role == knowledge_.body_role) bodies.push_back(static_cast<std::uint16_t>(i));
      if (match.captures[i].role != knowledge_.name_role) continue;
      if (match.captures[i].mention == name) place = names;
      ++names;
    }
    if (names < 2 || bodies.size() < 2) return {};
    if (bodies.size() == names) bodies.erase(bodies.begin() + static_cast<std::ptrdiff_t>(place));
    return bodies;
  }

  /// The captures of a list that are not told of the name in the stretch `own`: those in the stretches of others, and those for all of which
  /// `own` holds one of itself.
  [[nodiscard]] std::vector<std::uint16_t> captures_of_others(const Match& match, TokenSpan own) const {
    std::vector<std::uint16_t> others;
    const auto is_own = [&](const Capture& capture) { return own.contains(capture.tokens); };
    for (std::size_t i = 0; i < match.captures.size(); ++i) {
      const Capture& capture = match.captures[i];
      if (is_own(capture)) continue;
      const bool elsewhere = std::any_of(match.captures.begin(), match.captures.end(), [&](const Capture& each) {
        return each.role == knowledge_.each_role && each.tokens.contains(capture.tokens);
      });
      const bool told_itself = std::any_of(match.captures.begin(), match.captures.end(),
                                           [&](const Capture& each) { return each.role == capture.role && is_own(each); });
      if (elsewhere || told_itself) others.push_back(static_cast<std::uint16_t>(i));
    }
    return others;
  }

  /// The mentions, found before the rules, whose heads begin inside `tokens`; once the rules are applied, those that they made as well.
  [[nodiscard]] std::span<const MentionId> heads_in(TokenSpan tokens) const {
    const auto before = [this](MentionId id, std::uint32_t token) { return mentions_.items[id].head.begin < token; };
    const auto first = std::lower_bound(by_head_.begin(), by_head_.end(), tokens.begin, before);
    return {first, std::lower_bound(first, by_head_.end(), tokens.end, before)};
  }

  /// "Security" of "the commissioner for Peace and Security, NAME": what an office is for, read as a name.
  [[nodiscard]] bool is_field(const Mention& mention) const {
    return mention.cls == mention_class::name && mention.head.size() == 1 &&
           knowledge_.names().is_office_tail(document_.tokens[mention.head.begin].word);
  }

  /// What of the match belongs to the name: not what lies in front of it, if another person's name is there that the match does not
  /// capture ("Foreign Ministers A of Norway and B of Peru"), and of a title of several not what lies behind it, if such a name is there
  /// ("A and B, the presidents of Norway and Peru").
  [[nodiscard]] TokenSpan part_of_name(const Match& match, MentionId name) const {
    const TokenSpan head = mentions_.items[name].head;
    const auto is_another = [&](MentionId id) {
      const Mention& mention = mentions_.items[id];
      if (!is_name(mention) || is_field(mention) || is_in_brackets(mention.head)) return false;
      return std::none_of(match.captures.begin(), match.captures.end(), [id](const Capture& capture) { return capture.mention == id; });
    };
    const auto is_plural_title = [&](const Capture& capture) {
      return capture.role == knowledge_.title_role && capture.mention != no_mention && mentions_.items[capture.mention].plural;
    };
    const auto behind = heads_in({head.end, match.tokens.end});
    if (std::any_of(match.captures.begin(), match.captures.end(), is_plural_title) && std::any_of(behind.begin(), behind.end(), is_another))
      return head;
    const auto before = heads_in({match.tokens.begin, head.begin});
    std::uint32_t others_end = 0, begin = head.begin;
    for (const MentionId id : before)
      if (is_another(id)) others_end = std::max(others_end, mentions_.items[id].head.end);
    if (others_end == 0) return match.tokens;
    for (const Capture& capture : match.captures)  // "Peru" of "the presidents of Norway, A, and Peru, B"
      if (capture.tokens.begin >= others_end) begin = std::min(begin, capture.tokens.begin);
    return {begin, match.tokens.end};
  }

  /// "the World Bank (WB)", "Green (GP) chairman": a short form of the name in front.
  [[nodiscard]] bool is_in_brackets(TokenSpan head) const {
    return head.begin > 0 && head.end < document_.tokens.size() && document_.word(head.begin - 1) == "(" && document_.word(head.end) == ")";
  }

  /// "the" of "the Peruvian minister NAME", where a match begins behind it.
  [[nodiscard]] std::uint32_t with_article(std::uint32_t begin) const {
    if (begin == 0 || annotation_.tokens[begin - 1].pos != Pos::Determiner || document_.word(begin - 1) != "the") return begin;
    const std::int32_t group = annotation_.noun_group_of[begin - 1];
    return group >= 0 && group == annotation_.noun_group_of[begin] ? begin - 1 : begin;
  }

  /// A past participle is none: "a team led by N".
  [[nodiscard]] bool holds_verb(TokenSpan tokens) const {
    for (std::uint32_t i = tokens.begin; i < tokens.end && i < annotation_.verb_group_of.size(); ++i) {
      const std::int32_t verb = annotation_.verb_group_of[i];
      if (verb < 0) continue;
      const VerbGroup& group = annotation_.verb_groups[static_cast<std::size_t>(verb)];
      if (!group.participle || annotation_.tokens[group.head].form != VerbForm::PastParticiple) return true;
    }
    return false;
  }

  MentionId make(const Match& match, ClassId cls) {
    const auto id = static_cast<MentionId>(mentions_.items.size());
    Mention& mention = mentions_.items.emplace_back();
    mention.tokens = mention.head = match.tokens;
    mention.cls = cls;
    if (knowledge_.pack().rules[match.rule].form == "nominal") mention.form = MentionForm::Nominal;
    for (const Capture& capture : match.captures) {
      if (capture.role == knowledge_.head_role) mention.head = capture.tokens;
      if (capture.role != knowledge_.title_role || capture.mention == no_mention) continue;
      mention.role = mentions_.items[capture.mention].role;
      if (mention.form == MentionForm::Nominal) mention.head = capture.tokens;
    }
    if (mention.form == MentionForm::Nominal) mention.plural = is_plural(mention.head);
    return id;
  }

  [[nodiscard]] bool is_plural(TokenSpan head) const {
    const std::int32_t group = head.empty() || head.end > annotation_.noun_group_of.size() ? -1 : annotation_.noun_group_of[head.end - 1];
    if (group < 0) return false;
    const auto is_plural_title = [&](MentionId id) {
      const Mention& title = mentions_.items[id];
      return title.cls == mention_class::title && title.tokens == head && title.plural;  // "the Foreign Ministers", read as a name
    };
    const auto here = heads_in(head);
    if (std::any_of(here.begin(), here.end(), is_plural_title)) return true;
    const NounGroup& whole = annotation_.noun_groups[static_cast<std::size_t>(group)];
    if (whole.possessor.contains(head)) return annotation_.tokens[head.end - 1].plural;  // "the ministers' meeting"
    const std::uint32_t last = head.end - 1;                                             // "the Foreign Ministers of Peru and Chile"
    return whole.plural ||
           (annotation_.tokens[last].pos == Pos::ProperNoun && knowledge_.names().info(document_.tokens[last].word).is(WordClass::Plural));
  }

  /// What it was inside of may be no larger than it is now; for the built-in classes, what was there before stays the outer one.
  void grow(MentionId id, ClassId cls, TokenSpan tokens) {
    Mention& mention = mentions_.items[id];
    mention.tokens.begin = std::min(mention.tokens.begin, tokens.begin);
    mention.tokens.end = std::max(mention.tokens.end, tokens.end);
    if (!mention.inside || cls < mention_class::built_in_count) return;
    mention.inside = std::any_of(mentions_.items.begin(), mentions_.items.end(), [&](const Mention& other) {
      return other.tokens.contains(mention.tokens) && other.tokens.size() > mention.tokens.size();
    });
  }

  void re_read(MentionId id, ClassId cls, std::uint32_t index, const std::vector<std::uint16_t>& of_others) {
    const Match& match = matches_[index];
    Mention& mention = mentions_.items[id];
    if (mention.cls != cls) mention.candidates.clear();
    mention.cls = cls;
    mention.rule = static_cast<std::int32_t>(match.rule);
    for (std::size_t i = 0; i < match.captures.size(); ++i) {
      const Capture& capture = match.captures[i];
      if (capture.role == knowledge_.name_role || capture.role == knowledge_.each_role) continue;
      if (std::find(of_others.begin(), of_others.end(), i) != of_others.end()) continue;
      mention.features.push_back({knowledge_.role_symbol(capture.role), capture.mention, capture.tokens, Symbol::None, index});
    }
    const Rule& rule = knowledge_.pack().rules[match.rule];
    if (rule.form == "proper") mention.form = MentionForm::Proper;
    for (const auto& [name, value] : rule.set) add_value(mention, name, value, index);
    for (std::uint16_t when : match.set_when) add_value(mention, rule.set_when[when].name, rule.set_when[when].value, index);
    for (MentionId other : heads_in(mentions_.items[id].head)) {  // its other readings are gone
      Mention& parallel = mentions_.items[other];
      if (other == id || parallel.tokens.empty() || parallel.head != mentions_.items[id].head || parallel.form == MentionForm::Value)
        continue;
      if (parallel.cls != cls) parallel.tokens.end = parallel.tokens.begin;
    }
  }

  void add_value(Mention& mention, const std::string& name, const std::string& value, std::uint32_t match) const {
    const SymbolTable& symbols = knowledge_.lexicon().symbols();
    mention.features.push_back({symbols.find(name), no_mention, {}, symbols.find(value), match});
  }

  void cover(TokenSpan tokens, const std::vector<MentionId>& named) {
    for (MentionId other : heads_in(tokens)) {
      Mention& mention = mentions_.items[other];
      if (mention.tokens.empty() || !tokens.contains(mention.tokens)) continue;
      if (named.size() > 1 && is_name(mention)) continue;  // "the co-chairs of the council, A, B and C" where another match names A
      if (std::find(named.begin(), named.end(), other) == named.end()) mention.inside = true;
    }
  }

  /// "They are NAME and NAME": the nominal of several that a list belongs to: the one that holds the word of its group, or else the last with
  /// a title in the sentence and the one before.
  [[nodiscard]] MentionId noun_of_group(TokenSpan group, bool only_sent) const {
    const std::uint32_t sentence = document_.sentence_of(group.begin);
    if (sentence >= document_.sentences.size()) return no_mention;
    const std::uint32_t farthest = only_sent ? 2 : 1;
    const auto near = heads_in({document_.sentences[sentence - std::min(sentence, farthest)].tokens.begin, group.end});
    MentionId last = no_mention;
    for (auto id = near.rbegin(); id != near.rend(); ++id) {
      const Mention& noun = mentions_.items[*id];
      if (noun.tokens.empty() || noun.form != MentionForm::Nominal || knowledge_.built_in(noun.cls) != mention_class::person) continue;
      if (only_sent ? feature_of(noun, knowledge_.sender_feature) == nullptr : plural_title_in(noun.tokens) == no_mention) continue;
      if (noun.tokens.contains(group)) return *id;
      if (last == no_mention) last = *id;
    }
    return last;
  }

  [[nodiscard]] MentionId plural_title_in(TokenSpan tokens) const {
    for (const MentionId id : heads_in(tokens)) {
      const Mention& title = mentions_.items[id];
      if (title.cls == mention_class::title && title.plural && title.role != no_role && !knowledge_.lexicon().role(title.role).honorific)
        return id;
    }
    return no_mention;
  }

  [[nodiscard]] static const Feature* feature_of(const Mention& mention, Symbol name) {
    const auto found = std::find_if(mention.features.begin(), mention.features.end(),
                                    [name](const Feature& feature) { return feature.name == name && feature.mention != no_mention; });
    return found == mention.features.end() ? nullptr : &*found;
  }

  [[nodiscard]] const Capture& group_of(const Match& match) const {
    return *std::find_if(match.captures.begin(), match.captures.end(),
                         [this](const Capture& capture) { return capture.role == knowledge_.group_role; });
  }

  /// "N appointed four envoys. They are NAME and NAME": one of a list that has no title of its own has that of the noun that a pronoun stands
  /// for.
  void give_group_title(const MadeMention& made) {
    Match& match = matches_[made.match];
    Mention& member = mentions_.items[made.mention];
    const Capture group = group_of(match);
    if (group.mention != no_mention && mentions_.items[group.mention].cls == mention_class::title) return;
    const MentionId noun = noun_of_group(group.tokens, false);
    const MentionId title = noun == no_mention ? no_mention : plural_title_in(mentions_.items[noun].tokens);
    std::erase_if(member.features, [this](const Feature& feature) { return feature.name == knowledge_.group_feature; });
    if (title == no_mention) return;
    const TokenSpan tokens = mentions_.items[title].tokens;
    member.features.push_back({knowledge_.group_feature, title, tokens, Symbol::None, made.match});
    if (knowledge_.lexicon().role(mentions_.items[title].role).description) return;
    const TokenSpan own = own_part(match, made.mention);
    const auto is_title = [&](const Capture& capture) { return capture.role == knowledge_.title_role; };
    const auto is_own_title = [&](const Capture& capture) { return is_title(capture) && own.contains(capture.tokens); };
    if (std::any_of(match.captures.begin(), match.captures.end(), is_own_title)) return;
    member.features.push_back({knowledge_.title_feature, title, tokens, Symbol::None, made.match});
    const auto is_known = [&](const Capture& capture) { return is_title(capture) && capture.mention == title; };
    if (std::none_of(match.captures.begin(), match.captures.end(), is_known))
      match.captures.push_back({knowledge_.title_role, tokens, title, -1});
  }

  /// "N appointed four envoys. They are NAME (Peru), …": whoever sent those is the one whose envoys they are, whatever state stands beside.
  void give_sender(MadeMention& made) {
    const Match& match = matches_[made.match];
    Mention& member = mentions_.items[made.mention];
    const TokenSpan own = own_part(match, made.mention);
    if (!own.empty()) made.of_others = captures_of_others(match, own);
    if (feature_of(member, knowledge_.sender_feature) == nullptr) {
      const MentionId sent = noun_of_group(group_of(match).tokens, true);
      if (sent == no_mention) return;
      Feature sender = *feature_of(mentions_.items[sent], knowledge_.sender_feature);
      sender.match = made.match;
      member.features.push_back(sender);
    }
    for (std::size_t i = 0; i < match.captures.size(); ++i)
      if (match.captures[i].role == knowledge_.body_role && own.contains(match.captures[i].tokens))
        made.of_others.push_back(static_cast<std::uint16_t>(i));
    std::erase_if(member.features,
                  [&](const Feature& feature) { return feature.name == knowledge_.body_feature && feature.match == made.match; });
  }

  [[nodiscard]] bool is_peer(const Capture& capture) const {
    return capture.role == knowledge_.peer_role || capture.role == knowledge_.equal_role;
  }

  [[nodiscard]] bool has_peer(const Match& match) const {
    return std::any_of(match.captures.begin(), match.captures.end(), [this](const Capture& capture) { return is_peer(capture); });
  }

  /// "met his Turkish counterpart, NAME": the office is that of the person named last before; and its body where the match names none
  /// ("his predecessor, NAME"), but for an `equal` ("her counterpart, NAME"). A `peer` with a title of its own has the body alone ("her deputy, NAME").
  void give_peer_title(const MadeMention& made) {
    Match& match = matches_[made.match];
    const auto is_title = [this](const Capture& each) { return each.role == knowledge_.title_role; };
    const bool titled = std::any_of(match.captures.begin(), match.captures.end(), is_title);  // "her counterpart, Trade Minister NAME"
    for (const Capture capture : match.captures) {                                            // a copy: captures are added
      if (!is_peer(capture)) continue;
      if (titled && capture.role != knowledge_.peer_role) return;
      const auto [title, body] = office_before(capture.tokens.begin, made.mention);
      if (title == no_mention) return;
      if (titled) return give_body(made, body);
      const auto id = static_cast<MentionId>(mentions_.items.size());
      Mention& copy = mentions_.items.emplace_back(mentions_.items[title]);
      copy.tokens = copy.head = capture.tokens;
      copy.inside = true;
      mentions_.items[made.mention].features.push_back({knowledge_.title_feature, id, capture.tokens, Symbol::None, made.match});
      match.captures.push_back({knowledge_.title_role, capture.tokens, id, -1});
      if (capture.role == knowledge_.peer_role) give_body(made, body);
      const auto behind = [this](std::uint32_t token, MentionId other) { return token < mentions_.items[other].head.begin; };
      by_head_.insert(std::upper_bound(by_head_.begin(), by_head_.end(), capture.tokens.begin, behind), id);
      return;
    }
  }

  /// The body of another's office, unless the match names one.
  void give_body(const MadeMention& made, const Feature& body) {
    Match& match = matches_[made.match];
    const auto is_body = [this](const Capture& each) { return each.role == knowledge_.body_role; };
    if (body.mention == no_mention || std::any_of(match.captures.begin(), match.captures.end(), is_body)) return;
    mentions_.items[made.mention].features.push_back({knowledge_.body_feature, body.mention, body.tokens, Symbol::None, made.match});
    match.captures.push_back({knowledge_.body_role, body.tokens, body.mention, -1});
  }

  struct PeerOffice {
    MentionId title = no_mention;
    Feature body;  ///< without a mention: the words name none
  };

  /// The office of the one named last before `token` in its sentence; else the office named last before `token`, at most two sentences
  /// back. Of another mention than `self`.
  [[nodiscard]] PeerOffice office_before(std::uint32_t token, MentionId self) const {
    const std::uint32_t sentence = document_.sentence_of(token);
    if (sentence >= document_.sentences.size()) return {};
    const std::uint32_t first = document_.sentences[sentence].tokens.begin;
    const TokenSpan before = before_partners({first, token});
    if (const MentionId owner = titled_owner(before, self); owner != no_mention) return office_of(owner);
    MentionId found = no_mention;
    const std::uint32_t from = document_.sentences[sentence - std::min(sentence, 2U)].tokens.begin;
    PeerOffice office;
    for (const MentionId id : heads_in({from, token})) {
      if (id == self || mentions_.items[id].tokens.empty() || !has_office(mentions_.items[id])) continue;
      const PeerOffice other = office_of(id);
      const auto begin = [this](MentionId each) { return mentions_.items[each].tokens.begin; };
      if (found != no_mention && begin(other.title) <= begin(found)) continue;
      found = other.title;
      office = other;
    }
    return office;
  }

  /// "Minister A met President B and her" in front of "counterpart": up to the verb whose object is joined to the counterpart, for the
  /// counterpart is that of its subject.
  [[nodiscard]] TokenSpan before_partners(TokenSpan tokens) const {
    constexpr std::uint32_t farthest = 3;  // "and her visiting Peruvian"
    std::uint32_t joint = tokens.end;
    for (std::uint32_t skipped = 0; skipped <= farthest && joint > tokens.begin && document_.word(joint - 1) != "and"; ++skipped) --joint;
    if (joint <= tokens.begin + 1 || document_.word(joint - 1) != "and") return tokens;
    TokenSpan whole = tokens;
    for (const VerbGroup& verb : verb_groups_in(annotation_, {tokens.begin, joint}))
      if (!verb.participle && verb.subject >= 0 && !heads_in({verb.tokens.end, joint}).empty()) whole.end = verb.tokens.begin;
    return whole;
  }

  /// The mention with an office of the one whose name stands last inside `tokens`, which may be further up, or, in a headline, down in the article.
  [[nodiscard]] MentionId titled_owner(TokenSpan tokens, MentionId self) const {
    const auto names = heads_in(tokens);
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
      const Mention& mention = mentions_.items[*name];
      if (*name == self || mention.tokens.empty() || !is_name(mention)) continue;
      const bool told = has_office(mention);
      if (told && has_sole_office(mention)) return *name;
      const auto titled = titled_with_.find(document_.tokens[mention.head.end - 1].word);
      if (told) {  // "Prince N met his counterpart": that of the minister whom he was called
        const auto called = [&](MentionId each) {
          return mentions_.items[each].head.begin < mention.head.begin && has_sole_office(mentions_.items[each]);
        };
        if (titled == titled_with_.end()) return *name;
        const auto last = std::ranges::find_if(titled->second.rbegin(), titled->second.rend(), called);
        return last == titled->second.rend() ? *name : *last;
      }
      if (titled == titled_with_.end()) return no_mention;
      const auto behind = std::partition_point(titled->second.begin(), titled->second.end(),
                                               [&](MentionId each) { return mentions_.items[each].head.begin < mention.head.begin; });
      return behind == titled->second.begin() ? titled->second.front() : *(behind - 1);
    }
    return no_mention;
  }

  [[nodiscard]] bool is_sole_office(const Feature& feature) const {
    return is_office(feature) && knowledge_.lexicon().role(mentions_.items[feature.mention].role).single_holder;
  }

  [[nodiscard]] bool has_sole_office(const Mention& mention) const {
    return std::any_of(mention.features.begin(), mention.features.end(),
                       [this](const Feature& feature) { return is_sole_office(feature); });
  }

  /// The last office beside a name, with its body; one that one person alone holds sooner than another: "Foreign Minister Prince N".
  [[nodiscard]] PeerOffice office_of(MentionId holder) const {
    PeerOffice office;
    std::uint32_t match = 0;
    const bool sole = has_sole_office(mentions_.items[holder]);
    for (const Feature& feature : mentions_.items[holder].features) {
      if (sole ? !is_sole_office(feature) : !is_office(feature)) continue;
      if (office.title != no_mention && mentions_.items[feature.mention].tokens.begin <= mentions_.items[office.title].tokens.begin)
        continue;
      office.title = feature.mention;
      match = feature.match;
    }
    for (const Feature& feature : mentions_.items[holder].features)
      if (feature.name == knowledge_.body_feature && feature.mention != no_mention && feature.match == match) office.body = feature;
    return office;
  }

  static constexpr ClassId no_class = 0xFF;
  const ResolverKnowledge& knowledge_;
  std::span<Match> matches_;
  const Document& document_;
  const Annotation& annotation_;
  Mentions& mentions_;
  std::vector<MentionId> by_head_;
  std::vector<ClassId> taken_;
  std::vector<MadeMention> made_;
  std::unordered_map<Symbol, std::vector<MentionId>> titled_with_;  ///< by a word of the name, in text order
};

}  // namespace

std::vector<MadeMention> EntityResolver::apply_mention_matches(std::span<Match> matches, const Document& document,
                                                               const Annotation& annotation, Mentions& mentions) const {
  return RuleApplication(*knowledge_, matches, document, annotation, mentions).run();
}

}  // namespace chancery
