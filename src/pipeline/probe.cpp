#include "pipeline/probe.hpp"

#include <algorithm>
#include <tuple>

#include "match/fillers.hpp"
#include "match/program.hpp"
#include "pipeline/rule_tools.hpp"

namespace chancery {
namespace {

constexpr std::size_t most_wanted = 6;

/// Tokens covered by the edges of a run.
TokenSpan hull(const std::vector<Step>& steps, TokenSpan otherwise) {
  bool any = false;
  for (const Step& step : steps) {
    if (step.kind != Step::Kind::Edge && step.kind != Step::Kind::GapEdge) continue;
    const TokenSpan tokens = step.edge.tokens;
    otherwise = any ? TokenSpan{std::min(otherwise.begin, tokens.begin), std::max(otherwise.end, tokens.end)} : tokens;
    any = true;
  }
  return otherwise;
}

std::string at(const Location& where) {
  return where.file.empty() ? std::string() : where.file + ':' + std::to_string(where.line) + ':' + std::to_string(where.column);
}

}  // namespace

Probe::Probe(const Resources& resources) : resources_(resources), program_(resources.program()), machine_(program_) {
  machine_.watch(&wants_);
}

Attempt Probe::best(const Lattice& lattice, std::span<const std::uint32_t> variants, std::uint32_t begin, std::uint32_t end) {
  Attempt best;
  const auto rank = [](const Attempt& each) { return std::tuple(each.outcome, each.distance); };
  for (std::uint32_t position = begin; position < end; position = lattice.next(position)) {
    for (const std::uint32_t v : variants) {
      Attempt made = attempt(lattice, program_.variants()[v], position);
      const bool together = made.outcome == Attempt::Outcome::Absent && best.outcome == Attempt::Outcome::Absent;
      if (together)
        best.wanted.insert(best.wanted.end(), made.wanted.begin(), made.wanted.end());
      else if (rank(made) > rank(best))
        best = std::move(made);
      if (best.outcome == Attempt::Outcome::Whole) return best;
    }
  }
  return best;
}

Attempt Probe::attempt(const Lattice& lattice, const Variant& variant, std::uint32_t position) {
  const Machine::Bounds bounds{lattice.unit().begin, lattice.unit().end, FillerFinder::clause_around(lattice, position)};
  std::vector<Step> steps;
  std::uint32_t reached = position;
  wants_.clear();
  if (!machine_.run(lattice, variant, variant.forward, false, position, bounds, steps, reached)) return ended(position, false);
  const TokenSpan right = hull(steps, {position, position});
  wants_.clear();
  if (variant.backward != no_program && !machine_.run(lattice, variant, variant.backward, true, position, bounds, steps, reached)) {
    Attempt made = ended(position, true);
    made.outcome = Attempt::Outcome::RightOnly;
    made.tokens = {std::min(made.tokens.begin, right.begin), std::max(right.end, right.begin)};
    made.distance += right.size();
    return made;
  }
  Attempt made;
  made.outcome = Attempt::Outcome::Whole;
  made.tokens = hull(steps, {position, position});
  return made;
}

Attempt Probe::ended(std::uint32_t from, bool leftward) const {
  Attempt made;
  made.stopped = from;
  made.leftward = leftward;
  const auto distance = [&](std::uint32_t position) { return leftward ? from - position : position - from; };
  for (const Machine::Want& want : wants_) made.distance = std::max(made.distance, distance(want.position));
  for (const Machine::Want& want : wants_) {
    if (distance(want.position) != made.distance) continue;
    made.stopped = want.position;
    made.wanted.push_back(want.instruction);
  }
  made.tokens = leftward ? TokenSpan{made.stopped, from} : TokenSpan{from, made.stopped};
  made.outcome = made.distance == 0 ? Attempt::Outcome::Absent : Attempt::Outcome::Partly;
  return made;
}

std::string Probe::describe(const Lattice& lattice, const Attempt& attempt) const {
  if (attempt.outcome == Attempt::Outcome::Absent) return "  trigger absent: nothing here is " + describe_wanted(attempt) + '\n';
  const Document& document = *lattice.article().document;
  std::string out = "  came as far as [" + on_one_line(document.text(attempt.tokens)) + "]\n";
  out += std::string("    to the ") + (attempt.leftward ? "left" : "right") + " of it stands " + describe_place(lattice, attempt) + '\n';
  return out + "    and the rule wants " + describe_wanted(attempt) + '\n';
}

std::string Probe::describe_wanted(const Attempt& attempt) const {
  std::vector<std::string> names;
  for (const std::uint32_t instruction : attempt.wanted) {
    std::string name = describe_instruction(instruction);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < most_wanted; ++i) out += (i == 0 ? "" : ", or ") + names[i];
  if (names.size() > most_wanted) out += ", or " + std::to_string(names.size() - most_wanted) + " others";
  return out;
}

/// The words of an instruction that takes any of several, in the order of the alphabet.
std::string Probe::words_of(const Instruction& wanted) const {
  std::vector<std::string> words;
  for (const Symbol word : program_.tests().symbol_sets[wanted.x]) words.emplace_back(resources_.lexicon().symbols().text(word));
  std::sort(words.begin(), words.end());
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " | ") + word;
  return out;
}

/// The part of the pattern as it is written, with its place; of an entry of a list, the word as well.
std::string Probe::describe_instruction(std::uint32_t instruction) const {
  const Instruction& wanted = program_.code()[instruction];
  const Pattern* origin = program_.origin(instruction);
  const bool of_word = wanted.op == Op::Word || wanted.op == Op::Lemma;
  const std::string word = of_word ? '"' + std::string(resources_.lexicon().symbols().text(Symbol{wanted.x})) + '"' : std::string();
  if (origin == nullptr) return of_word ? word : "something else";
  std::string text = wanted.op == Op::AnyWord ? words_of(wanted) : on_one_line(to_string(*origin));
  const bool of_list = of_word && (origin->kind == PatternKind::List || origin->kind == PatternKind::Phrase);
  if (of_list)
    text = word + " of " + text;
  else if (wanted.op == Op::Modifier)
    text = "a modifier inside " + text;
  const std::string place = at(origin->where);
  return place.empty() ? text : text + " (" + place + ')';
}

std::string Probe::describe_place(const Lattice& lattice, const Attempt& attempt) const {
  if (attempt.leftward ? attempt.stopped <= lattice.begin() : attempt.stopped >= lattice.end()) {
    return attempt.leftward ? "the beginning of the sentence" : "the end of the sentence";
  }
  const Document& document = *lattice.article().document;
  const std::uint32_t token = attempt.leftward ? lattice.previous(attempt.stopped) : attempt.stopped;
  std::string out = '"' + std::string(document.text(document.tokens[token])) + '"';
  for (const Edge& edge : attempt.leftward ? lattice.into(attempt.stopped) : lattice.from(attempt.stopped)) {
    if (edge.kind == EdgeKind::Quote) out += ", a quotation";
    if (edge.kind != EdgeKind::Mention) continue;
    const Mention& mention = lattice.article().mentions->items[edge.index];
    out += ", @" + program_.classes().names()[mention.cls] + " [" + on_one_line(document.text(mention.tokens)) + ']';
    if (mention.inside) out += " inside a larger mention";
  }
  return out;
}

}  // namespace chancery
