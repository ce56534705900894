#include "extract/frame_builder.hpp"

#include <algorithm>
#include <string_view>

namespace chancery {
namespace {

std::int32_t frame_named(const RulePack& pack, std::string_view name) {
  for (std::size_t i = 0; i < pack.frames.size(); ++i) {
    if (pack.frames[i].name == name) return static_cast<std::int32_t>(i);
  }
  return -1;
}

/// Fills the roles of one draft from a match.
class Builder {
 public:
  Builder(ArticleWork& work, const Match& match, Draft& draft)
      : work_(work), match_(match), draft_(draft), rule_(work.pack->rules[match.rule]), model_(work.model(draft)) {}

  void captures(std::span<const std::uint16_t> of_others = {}) {
    const std::vector<std::uint16_t>& roles = work_.models->role_of[draft_.frame.definition];
    for (std::size_t i = 0; i < match_.captures.size(); ++i) {
      if (std::find(of_others.begin(), of_others.end(), i) != of_others.end()) continue;
      const Capture& capture = match_.captures[i];
      const std::uint16_t role = capture.role < roles.size() ? roles[capture.role] : no_role_index;
      if (role != no_role_index) fill(role, capture);
    }
  }

  void values() {
    for (const auto& [name, value] : rule_.set) set(name, value);
    for (const std::uint16_t index : match_.set_when) set(rule_.set_when[index].name, rule_.set_when[index].value);
  }

  void fill(std::uint16_t role, const Capture& capture) {
    const RoleModel& model = model_.roles[role];
    if (model.many && model.entity && capture.mention != no_mention) {
      std::vector<Filler> bodies = work_.bodies_of(capture.mention, model.classes);
      if (bodies.empty()) bodies = work_.antecedents_of(capture.mention, model.classes);
      for (Filler body : bodies) {
        body.rule = static_cast<std::int32_t>(match_.rule);
        add_filler(model, draft_.frame, role, body);
      }
      if (!bodies.empty()) return;
      if (role == model_.required_role && work_.points_to_several(capture.mention)) {
        draft_.plural_anaphor = true;
        draft_.pointed = std::max(draft_.pointed, work_.number_told(capture.mention));
        draft_.points_to_states = draft_.points_to_states || work_.mentions()[capture.mention].cls == mention_class::polity;
      }
    }
    Filler filler;
    filler.tokens = capture.tokens;
    filler.mention = capture.mention;
    filler.rule = static_cast<std::int32_t>(match_.rule);
    if (capture.quotation >= 0 && model.classes.test(mention_class::quote)) {
      filler.quotation = capture.quotation;
    } else if (!model.values.empty()) {
      return;
    } else if (!read_mention(model, capture, filler)) {
      return;
    }
    add_filler(model, draft_.frame, role, filler);
  }

 private:
  /// Give `filler` what the captured mention, or one over the captured tokens, stands for. False if the role cannot take it.
  bool read_mention(const RoleModel& model, const Capture& capture, Filler& filler) {
    const std::vector<Mention>& mentions = work_.mentions();
    if (capture.mention != no_mention) {
      const Mention& mention = mentions[capture.mention];
      if (mention.cls == mention_class::date && mention.value >= 0) {
        filler.date = mention.value;
        return work_.takes_date(model, filler.date);
      }
      if (mention.cls == mention_class::quote && mention.value >= 0) {
        filler.quotation = mention.value;
        return model.classes.test(mention_class::quote);
      }
      if (mention.cls == mention_class::title && model.classes.test(mention_class::title)) return true;
    }
    if (!model.entity) return true;
    return read_entity(model, capture, filler);
  }

  bool read_entity(const RoleModel& model, const Capture& capture, Filler& filler) {
    filler.entity = work_.entity_over(capture.tokens, model.classes, filler.mention);
    if (filler.entity != no_entity) return true;
    return model.classes.test(mention_class::quote);  // words may stand for a quotation; a nameless person fills nothing
  }

  void set(std::string_view name, std::string_view value) {
    const std::uint16_t role = model_.role(name);
    if (role == no_role_index) return;
    const Symbol symbol = work_.lexicon->symbols().find(value);
    if (symbol != Symbol::None) set_value(draft_.frame, role, symbol, match_.trigger, static_cast<std::int32_t>(match_.rule));
  }

  ArticleWork& work_;
  const Match& match_;
  Draft& draft_;
  const Rule& rule_;
  const FrameModel& model_;
};

Draft begin_draft(const ArticleWork& work, const Match& match, std::int32_t definition) {
  Draft draft;
  draft.id = static_cast<std::uint32_t>(work.drafts.size());
  draft.frame.definition = static_cast<std::uint32_t>(definition);
  draft.frame.rule = match.rule;
  draft.frame.trigger = match.trigger.empty() ? match.tokens : match.trigger;
  draft.frame.verb_group = match.verb_group;
  draft.frame.mentions_of_event.push_back(draft.frame.trigger);
  draft.noun_group = match.noun_group;
  draft.sentence = work.document().sentence_of(draft.frame.trigger.begin);
  draft.frame.evidence =
      draft.sentence < work.document().sentences.size() ? work.document().sentences[draft.sentence].tokens : match.tokens;
  return draft;
}

/// A noun with "the", "this" or a possessive, on its own or in a trigger with a verb: "the talks", "joined the talks".
bool points_back(const ArticleWork& work, const Draft& draft) {
  const std::int32_t group = draft.frame.verb_group >= 0 ? draft.noun_group : work.trigger_noun(draft);
  return group >= 0 && work.annotation().noun_groups[static_cast<std::size_t>(group)].definite;
}

/// "the Norwegian minister", who is named as that elsewhere: what the noun tells is known by the name.
bool is_told_by_name(const ArticleWork& work, const Mention& noun) {
  if (noun.form != MentionForm::Nominal || noun.entity == no_entity || noun.role == no_role) return false;
  const auto& mentions = work.mentions();
  const auto tells = [&](const Feature& feature) { return feature.mention != no_mention && mentions[feature.mention].role == noun.role; };
  const std::vector<MentionId>& same = work.extraction->entities[noun.entity].mentions;
  return std::any_of(same.begin(), same.end(), [&](MentionId id) {
    const std::vector<Feature>& features = mentions[id].features;
    return mentions[id].form == MentionForm::Proper && std::any_of(features.begin(), features.end(), tells);
  });
}

}  // namespace

void add_draft(ArticleWork& work, const Match& match, const Unit& unit) {
  const std::int32_t definition = frame_named(*work.pack, work.pack->rules[match.rule].frame);
  if (definition < 0) return;
  Draft draft = begin_draft(work, match, definition);
  draft.sentence = unit.sentence;
  draft.quotation = unit.quotation;
  Builder builder(work, match, draft);
  builder.captures();
  builder.values();
  draft.anaphor = points_back(work, draft) || draft.plural_anaphor;
  work.drafts.push_back(std::move(draft));
}

void add_mention_drafts(ArticleWork& work, std::span<const Match> matches, std::span<const MadeMention> made) {
  for (const MadeMention& item : made) {
    const Match& match = matches[item.match];
    const Rule& rule = work.pack->rules[match.rule];
    const std::int32_t definition = rule.frame.empty() ? -1 : frame_named(*work.pack, rule.frame);
    if (definition < 0 || item.mention == no_mention || work.mentions()[item.mention].tokens.empty()) continue;
    if (is_told_by_name(work, work.mentions()[item.mention])) continue;
    Draft draft = begin_draft(work, match, definition);
    Builder builder(work, match, draft);
    const std::uint16_t self = work.model(draft).role(rule.self.empty() ? "holder" : rule.self);
    if (self == no_role_index) continue;
    builder.fill(self, {0, work.mentions()[item.mention].tokens, item.mention, -1, -1});
    builder.captures(item.of_others);
    builder.values();
    work.drafts.push_back(std::move(draft));
  }
}

}  // namespace chancery
