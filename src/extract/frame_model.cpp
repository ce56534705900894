#include "extract/frame_model.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <sstream>

#include "match/program.hpp"

namespace chancery {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

/// Compiles one frame of the pack.
class Compiler {
 public:
  Compiler(const ClassTable& classes, const FrameDef& frame, SymbolTable& symbols, Diagnostics& diagnostics)
      : classes_(classes), frame_(frame), symbols_(symbols), diagnostics_(diagnostics) {
    result_.definition = &frame;
  }

  /// Roles of adjuncts, searches and requirements that are none are told by the check of names.
  FrameModel run(std::uint32_t index) {
    result_.index = index;
    for (const RoleDef& role : frame_.roles) add_role(role);
    for (const FillRule& fill : frame_.fill) add_fill(fill);
    for (const auto& [key, texts] : frame_.same_when) add_merge(key, texts);
    for (const Adjunct& adjunct : frame_.adjuncts) {
      result_.adjunct_roles.push_back(result_.role(adjunct.role));
      std::vector<Symbol>& unless = result_.adjunct_unless.emplace_back();
      for (const std::string& value : adjunct.unless) unless.push_back(symbols_.intern(value));
    }
    if (!frame_.requires_role.empty()) result_.required_role = result_.role(frame_.requires_role);
    find_speech_roles();
    return std::move(result_);
  }

 private:
  void add_role(const RoleDef& role) {
    RoleModel model;
    model.name = role.name;
    model.many = role.many;
    for (const std::string& name : role.classes) {
      const ClassId cls = classes_.find(name);
      if (cls != ClassTable::none) model.classes |= FillerClasses(classes_.below(cls));  // an unknown one is reported by `compile`
    }
    for (ClassId larger : {mention_class::person, mention_class::polity, mention_class::organization, mention_class::place}) {
      for (ClassId cls = 0; cls < classes_.size(); ++cls)
        model.entity = model.entity || (model.classes.test(cls) && classes_.is_a(cls, larger));
    }
    for (const std::string& value : role.one_of) model.values.push_back(symbols_.intern(value));
    if (!role.default_value.empty()) model.default_value = symbols_.intern(role.default_value);
    model.from_tense = !role.past_value.empty();
    if (model.from_tense) {
      model.past_value = symbols_.intern(role.past_value);
      model.future_value = symbols_.intern(role.future_value);
      model.modal_value = symbols_.intern(role.modal_value);
    }
    result_.roles.push_back(std::move(model));
  }

  std::uint16_t known_role(std::string_view name, const Location& where) {
    const std::uint16_t role = result_.role(name);
    if (role == no_role_index) {
      std::vector<std::string_view> names;
      for (const RoleModel& item : result_.roles) names.push_back(item.name);
      const std::string_view near = nearest_word(name, names);
      diagnostics_.error("frame.unknown-role", where, "frame " + frame_.name + " has no role \"" + std::string(name) + "\"",
                         near.empty() ? "" : "did you mean \"" + std::string(near) + "\"?");
    }
    return role;
  }

  void add_fill(const FillRule& fill) {
    const std::uint16_t role = result_.role(fill.role);
    if (role == no_role_index) return;
    FillModel model;
    model.role = role;
    for (const std::string& from : fill.from) {
      if (std::optional<FillStep> step = read_step(from, fill.where)) model.steps.push_back(std::move(*step));
    }
    result_.fill.push_back(std::move(model));
  }

  /// "dateline", "dateline if held unless PhoneCall", "title.body"
  std::optional<FillStep> read_step(std::string_view text, const Location& where) {
    static constexpr std::pair<std::string_view, FillPlace> places[] = {{"subject-of-clause", FillPlace::SubjectOfClause},
                                                                        {"possessor", FillPlace::Possessor},
                                                                        {"where", FillPlace::Where},
                                                                        {"journey", FillPlace::Journey},
                                                                        {"journey-before", FillPlace::JourneyBefore},
                                                                        {"journey-behind", FillPlace::JourneyBehind},
                                                                        {"previous-sentence", FillPlace::PreviousSentence},
                                                                        {"dateline", FillPlace::Dateline},
                                                                        {"headline", FillPlace::Headline},
                                                                        {"default-body", FillPlace::DefaultBody},
                                                                        {"article-date", FillPlace::ArticleDate},
                                                                        {"quoted-self", FillPlace::Speaker},
                                                                        {"previous-actor", FillPlace::PreviousActor},
                                                                        {"place-before", FillPlace::PlaceBefore},
                                                                        {"previous-frame", FillPlace::PreviousFrame}};
    const std::vector<std::string> words = words_of(text);
    FillStep step;
    static constexpr std::pair<std::string_view, FillPlace> of_roles[] = {{"each", FillPlace::Each},
                                                                          {"also", FillPlace::Also},
                                                                          {"for-one", FillPlace::ForOne},
                                                                          {"without", FillPlace::Without},
                                                                          {"named-in", FillPlace::NamedIn}};
    for (const auto& [name, place] : of_roles) {
      if (words.size() != 2 || words[0] != name) continue;
      step.place = place;
      step.other_role = known_role(words[1], where);
      return step.other_role == no_role_index ? std::nullopt : std::optional(step);
    }
    if (words.size() == 2 && words[0] == "owner-by") {
      step.place = FillPlace::Owner;
      step.feature = words[1];
      return step;
    }
    const bool last_of = words.size() > 1 && words[0] == "last-of";
    if (last_of) step.of_value = symbols_.intern(words[1]);
    const std::size_t conditions = last_of ? 2 : 1;
    if (words.empty() || (words.size() - conditions) % 2 != 0) return bad_step(text, where);
    for (std::size_t i = conditions; i < words.size(); i += 2) {
      if (words[i] == "if")
        step.only_if = symbols_.intern(words[i + 1]);
      else if (words[i] == "unless")
        step.unless.push_back(symbols_.intern(words[i + 1]));
      else
        return bad_step(text, where);
    }
    if (last_of) step.place = FillPlace::LastOf;
    if (last_of) return step;
    for (const auto& [name, place] : places) {
      if (name != words[0]) continue;
      step.place = place;
      return step;
    }
    const std::size_t point = words[0].find('.');
    if (point == std::string::npos) return bad_step(text, where);
    step.place = FillPlace::Feature;
    step.other_role = known_role(std::string_view(words[0]).substr(0, point), where);
    step.feature = words[0].substr(point + 1);
    if (step.other_role == no_role_index) return std::nullopt;
    return step;
  }

  std::nullopt_t bad_step(std::string_view text, const Location& where) {
    diagnostics_.error(
        "frame.bad-fill", where, "frame " + frame_.name + ": nothing can be looked for in \"" + std::string(text) + "\"",
        "subject-of-clause, possessor, where, journey, journey-before, journey-behind, previous-sentence, dateline, headline, "
        "role.feature, default-body, "
        "article-date, quoted-self, previous-actor, place-before, previous-frame, last-of VALUE, owner-by FEATURE, each ROLE, also ROLE, "
        "for-one ROLE, without ROLE or "
        "named-in ROLE, "
        "and \"if VALUE\" "
        "or "
        "\"unless VALUE\" behind it");
    return std::nullopt;
  }

  void add_merge(const std::string& key, const std::vector<std::string>& texts) {
    MergeModel& merge = result_.merge;
    condition_where_ = &frame_.places.of("same-when." + key, frame_.where);
    if (key == "prefer") {
      for (const std::string& value : texts) merge.preferred.push_back(symbols_.intern(value));
      return;
    }
    std::vector<MergeTest>* tests = key == "all" ? &merge.all : key == "any" ? &merge.any : key == "never" ? &merge.never : nullptr;
    if (tests == &merge.any) merge.any_given = true;
    for (const std::string& text : texts) {
      if (tests != nullptr)
        add_test(words_of(text), text, *tests);
      else
        add_value_condition(key, text);
    }
  }

  /// Under the name of a role with named values: "compatible", or "A ~ B".
  void add_value_condition(const std::string& role, const std::string& text) {
    const std::uint16_t index = known_role(role, *condition_where_);
    if (index == no_role_index) return;
    const std::vector<std::string> words = words_of(text);
    if (words.size() == 3 && words[1] == "~") {
      result_.merge.pairs.emplace_back(symbols_.intern(words[0]), symbols_.intern(words[2]));
      return;
    }
    add_test({role, text}, role + ' ' + text, result_.merge.all);
  }

  void add_test(const std::vector<std::string>& words, const std::string& text, std::vector<MergeTest>& into) {
    using Kind = MergeTest::Kind;
    static constexpr std::pair<std::string_view, Kind> kinds[] = {
        {"compatible", Kind::Compatible}, {"overlaps", Kind::Overlaps}, {"equal", Kind::Equal}, {"shares", Kind::Shares},
        {"covers", Kind::Covers},         {"differs", Kind::Differs},   {"fits", Kind::Fits},   {"unequal", Kind::Unequal},
        {"crosses", Kind::Crosses}};
    MergeTest test;
    if (words.size() == 1 && words[0] == "anaphor") {
      test.kind = Kind::Anaphor;
      into.push_back(test);
      return;
    }
    const auto both = std::find(words.begin(), words.end(), "both");
    for (auto word = both; word != words.end(); ++word) {
      if (word != both) test.both.push_back(symbols_.intern(*word));
    }
    const auto unless = std::find(words.begin(), both, "unless");
    for (auto word = unless; word != both; ++word) {
      if (word != unless) test.unless.push_back(symbols_.intern(*word));
    }
    auto size = static_cast<std::size_t>(unless - words.begin());
    if (size > 2 && words[size - 2] == "if") {
      test.either = symbols_.intern(words[size - 1]);
      size -= 2;
    }
    if (size > 3 && words[size - 2] == "near" && read_number(words[size - 1], test.within)) size -= 2;
    if (size == 2 && words[0] == "near" && read_number(words[1], test.count)) {
      test.kind = Kind::Near;
      into.push_back(test);
      return;
    }
    const auto* kind = words.size() < 2
                           ? std::end(kinds)
                           : std::find_if(std::begin(kinds), std::end(kinds), [&](const auto& k) { return k.first == words[1]; });
    const bool counted = kind != std::end(kinds) && kind->second == Kind::Shares;
    const bool paired = kind != std::end(kinds) && kind->second == Kind::Fits;
    const bool well_formed =
        kind != std::end(kinds) && size == (counted || paired ? 3U : 2U) && (!counted || read_number(words[2], test.count));
    if (!well_formed) {
      diagnostics_.error(
          "frame.bad-condition", *condition_where_, "frame " + frame_.name + ": \"" + text + "\" is no condition",
          "ROLE compatible | overlaps | equal | covers | differs | unequal | crosses, ROLE fits ROLE, ROLE shares N, near N, "
          "anaphor; \"near N\", \"if VALUE\", \"unless VALUE…\" and \"both VALUE…\" behind all but the last");
      return;
    }
    test.kind = kind->second;
    test.role = known_role(words[0], *condition_where_);
    if (paired) test.other = known_role(words[2], *condition_where_);
    if (test.role != no_role_index && (!paired || test.other != no_role_index)) into.push_back(test);
  }

  static bool read_number(std::string_view text, int& number) {
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    return result.ec == std::errc() && result.ptr == text.data() + text.size();
  }

  void find_speech_roles() {
    for (std::size_t i = 0; i < result_.roles.size(); ++i) {
      if (result_.roles[i].classes.test(mention_class::quote)) result_.quote_role = static_cast<std::uint16_t>(i);
    }
    if (result_.quote_role == no_role_index) return;
    result_.document_role = result_.role("document");
    for (std::size_t i = result_.roles.size(); i-- > 0;) {
      if (result_.roles[i].entity) result_.speaker_role = static_cast<std::uint16_t>(i);
    }
  }

  const ClassTable& classes_;
  const FrameDef& frame_;
  SymbolTable& symbols_;
  Diagnostics& diagnostics_;
  FrameModel result_;
  const Location* condition_where_ = nullptr;  ///< of the lines of `same-when` that are being read
};

}  // namespace

bool FrameModels::is_barrier(Symbol word) const {
  return std::binary_search(barriers.begin(), barriers.end(), word);
}

bool FrameModels::is_stage_verb(Symbol lemma) const {
  return std::binary_search(stage_verbs.begin(), stage_verbs.end(), lemma);
}

bool FrameModels::is_journey_verb(Symbol lemma) const {
  return std::binary_search(journey_verbs.begin(), journey_verbs.end(), lemma);
}

bool FrameModels::is_placed_noun(Symbol lemma) const {
  return std::binary_search(placed_nouns.begin(), placed_nouns.end(), lemma);
}

bool FrameModels::is_setting_noun(Symbol lemma) const {
  return std::binary_search(setting_nouns.begin(), setting_nouns.end(), lemma);
}

std::uint16_t FrameModel::role(std::string_view name) const {
  for (std::size_t i = 0; i < roles.size(); ++i) {
    if (roles[i].name == name) return static_cast<std::uint16_t>(i);
  }
  return no_role_index;
}

FrameModels make_frame_models(const RulePack& pack, const Program& program, SymbolTable& symbols, Diagnostics& diagnostics) {
  FrameModels models;
  for (const FrameDef& frame : pack.frames) {
    models.frames.push_back(Compiler(program.classes(), frame, symbols, diagnostics).run(static_cast<std::uint32_t>(models.frames.size())));
  }
  for (const Rule& rule : pack.rules) {
    for (const auto& [role, value] : rule.set) symbols.intern(value);
    for (const ConditionalSet& set : rule.set_when) symbols.intern(set.value);
  }
  for (const WordList& list : pack.lists) {
    std::vector<Symbol>* into = list.name == "cue-barrier"    ? &models.barriers
                                : list.name == "taking-place" ? &models.stage_verbs
                                : list.name == "journey"      ? &models.journey_verbs
                                : list.name == "placed-noun"  ? &models.placed_nouns
                                : list.name == "setting-noun" ? &models.setting_nouns
                                                              : nullptr;
    if (into == nullptr) continue;
    for (const ListEntry& entry : list.entries) into->push_back(symbols.intern(entry.text));
    std::sort(into->begin(), into->end());
  }
  for (const FrameModel& frame : models.frames) {
    std::vector<std::uint16_t>& roles = models.role_of.emplace_back();
    for (const auto& name : program.role_names()) roles.push_back(frame.role(name));
  }
  return models;
}

}  // namespace chancery
