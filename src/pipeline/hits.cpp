// The pattern becomes the one rule of a second pack, which has the lists, phrases, classes and frames of the first. It is a cue
// without a frame: the kind of rule that may capture under any name and whose matches take nothing from each other.
#include "pipeline/hits.hpp"

#include <ostream>
#include <utility>
#include <vector>

#include "extract/extractor.hpp"
#include "match/program.hpp"
#include "pipeline/rule_tools.hpp"

namespace chancery {
namespace {

constexpr const char* pattern_name = "PATTERN";
constexpr const char* color_on = "\033[1;31m";
constexpr const char* color_off = "\033[0m";

/// The packs in `mappings` with `text` as their only cue; rules of mentions stay, for the features that they give. False if that is no
/// pattern.
bool make_pack(const std::vector<std::string>& mappings, const std::string& text, RulePack& pack, Diagnostics& diagnostics) {
  Diagnostics told_before;
  pack = read_packs(mappings, told_before);
  std::erase_if(pack.rules, [](const Rule& rule) { return rule.kind != RuleKind::Mention; });
  pack.sources.emplace_back(pattern_name, text);
  Diagnostics found;
  Rule rule;
  rule.kind = RuleKind::Cue;
  rule.name = pattern_name;
  rule.where = {pattern_name, 1, 1};
  rule.pattern = parse_pattern(text, rule.where, 0, found);
  for (Diagnostic item : found.items()) {
    item.source_line = std::string(pack.source_line(item.where));
    diagnostics.add(std::move(item));
  }
  const bool good = rule.pattern != nullptr;
  pack.rules.push_back(std::move(rule));
  return good;
}

}  // namespace

struct TriedPattern::State {
  std::unique_ptr<const Resources> resources;
  RulePack pack;
  ProgramPtr program{nullptr, [](const Program*) {}};
  std::unique_ptr<Extractor> extractor;
  std::unique_ptr<Matcher> matcher;
  Lattice lattice;
  std::size_t hits = 0;

  void print(const Extraction& extraction, const Unit& unit, const Match& match, bool color, std::ostream& out) const;
};

TriedPattern::TriedPattern(std::unique_ptr<State> state) : state_(std::move(state)) {}
TriedPattern::~TriedPattern() = default;
std::size_t TriedPattern::hits() const {
  return state_->hits;
}

std::unique_ptr<TriedPattern> TriedPattern::load(const ResourcePaths& paths, const std::string& text, Diagnostics& diagnostics,
                                                 std::string& failure) {
  auto state = std::make_unique<State>();
  Diagnostics of_pattern;
  if (!make_pack(paths.all_mappings(), text, state->pack, of_pattern)) {
    diagnostics.take(std::move(of_pattern));
    return nullptr;
  }
  const auto compile_beside = [&](Lexicon& lexicon, const TextRules& text_rules) {
    Diagnostics all;
    state->program = compile(state->pack, lexicon, all, &text_rules);
    for (const Diagnostic& item : all.items()) {
      if (item.where.file == pattern_name) of_pattern.add(item);
    }
  };
  Result<std::unique_ptr<const Resources>> resources = Resources::load(paths, diagnostics, compile_beside);
  if (!resources) {
    failure = resources.error();
    return nullptr;
  }
  const bool good = !of_pattern.has_errors();
  diagnostics.take(std::move(of_pattern));
  if (!good) return nullptr;
  state->resources = std::move(*resources);
  state->extractor = std::make_unique<Extractor>(state->resources->model());
  state->matcher = std::make_unique<Matcher>(*state->program);
  return std::unique_ptr<TriedPattern>(new TriedPattern(std::move(state)));
}

void TriedPattern::search(Article article, const Show& show, std::ostream& out) {
  State& state = *state_;
  const Extraction extraction = state.extractor->extract(std::move(article));
  const std::vector<FrameEdge> frames = frame_edges_of(extraction);
  std::vector<Match> matches;
  state.lattice.forget();
  for (const Unit& unit : units_of(*extraction.document)) {
    matches.clear();
    state.lattice.build(view_of(extraction), unit.tokens, unit.quotation, frames);
    state.matcher->match(state.lattice, RuleKind::Cue, 1, matches);
    for (const Match& match : matches) {
      if (show.most != 0 && state.hits >= show.most) return;
      ++state.hits;
      state.print(extraction, unit, match, show.color, out);
    }
  }
}

void TriedPattern::State::print(const Extraction& extraction, const Unit& unit, const Match& match, bool color, std::ostream& out) const {
  const Document& document = *extraction.document;
  const Excerpt excerpt = excerpt_of(document, document.sentences[unit.sentence].tokens, match.tokens);
  const std::string& source = document.article().source;
  out << (source.empty() ? "-" : source) << ':' << unit.sentence + 1 << ": " << excerpt.left;
  out << '[' << (color ? color_on : "") << excerpt.middle << (color ? color_off : "") << ']' << excerpt.right;
  const std::vector<std::string>& names = program->role_names();
  for (RoleName role = 0; role < names.size(); ++role) {
    bool first = true;
    for (const Capture& capture : match.captures) {
      if (capture.role != role) continue;
      out << (first ? "  " + names[role] + ": " : " | ") << on_one_line(document.text(capture.tokens));
      first = false;
    }
  }
  out << '\n';
}

}  // namespace chancery
