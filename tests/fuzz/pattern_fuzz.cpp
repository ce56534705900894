// What the parser accepts prints and parses to the same; what it compiles matches without a hang, and as the oracle does where the
// oracle knows the forms. The input is a pattern, a line end, and a sentence of a few letters. Forms that the oracle does not know are matched alone.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "match/machine.hpp"
#include "match/matcher.hpp"
#include "match/program.hpp"
#include "support/oracle.hpp"
#include "support/toy_sentence.hpp"

namespace {

using namespace chancery;

/// The oracle tries every way, so patterns for it are small and of the forms that it knows.
bool oracle_knows(const Pattern& pattern, int& parts) {
  if (++parts > 9) return false;
  switch (pattern.kind) {
    case PatternKind::Word:
    case PatternKind::ExactWord:
      if (pattern.text.size() != 1 || pattern.text[0] < 'a' || pattern.text[0] > 'z') return false;
      break;
    case PatternKind::Mention:
      if (pattern.text != "Person" || !pattern.features.empty()) return false;
      break;
    case PatternKind::Gap:
      if (pattern.max > 3) return false;
      break;
    case PatternKind::Repeat:
      if (pattern.min > 3 || (pattern.max > 3 && pattern.max != no_limit)) return false;
      break;
    case PatternKind::Sequence:
    case PatternKind::Alternation:
    case PatternKind::Role: break;
    default:
      if (!has_no_width(pattern.kind)) return false;
  }
  for (const PatternPtr& child : pattern.children) {
    if (!oracle_knows(*child, parts)) return false;
  }
  return true;
}

/// The sentence in the notation of toy_sentence.hpp: a letter a token; 'P' opens a mention of the next two tokens.
std::string written_of(const std::string& letters) {
  std::string out;
  int left = 0;
  for (const char c : letters.substr(0, 12)) {
    if (c == 'P' && left == 0) {
      out += "[@Person ";
      left = 2;
    } else {
      out += static_cast<char>('a' + static_cast<unsigned char>(c) % 4);
      out += ' ';
      if (left != 0 && --left == 0) out += "] ";
    }
  }
  if (left == 2) out += "a ";
  if (left != 0) out += "]";
  return out;
}

void match_all(const Pattern& pattern, const std::string& letters) {
  RulePack pack;
  Rule rule;
  rule.kind = RuleKind::Mention;
  rule.name = "fuzz/rule";
  rule.mention = "Person";
  Diagnostics diagnostics;
  rule.pattern = parse_pattern(to_string(pattern), {}, 0, diagnostics);
  pack.rules.push_back(std::move(rule));
  Lexicon lexicon;
  const ProgramPtr program = compile(pack, lexicon, diagnostics);
  if (program->variants().empty()) {
    if (diagnostics.empty()) std::abort();  // left out, and nobody was told
    return;
  }
  const toy::Sentence sentence = toy::sentence(written_of(letters), lexicon.symbols(), program->classes());
  if (sentence.document->tokens.empty()) return;
  Lattice lattice;
  lattice.build(sentence.view(), sentence.all(), -1);
  Matcher matcher(*program);
  std::vector<Match> matches;
  matcher.match(lattice, RuleKind::Mention, 1, matches);
  for (const Match& match : matches) {
    if (match.tokens.empty() || match.tokens.end > sentence.all().end) std::abort();
  }
  int parts = 0;
  const Variant& variant = program->variants()[0];
  if (program->variants().size() != 1 || variant.backward != no_program || !oracle_knows(pattern, parts)) return;
  Machine machine(*program);
  oracle::Matcher oracle(lattice, program->classes());
  oracle.limit_gaps(pattern, {});
  for (std::uint32_t position = lattice.begin(); position < lattice.end(); ++position) {
    std::vector<Step> steps;
    std::uint32_t reached = 0;
    const bool found =
        machine.run(lattice, variant, variant.forward, false, position, {lattice.unit().begin, lattice.unit().end, {}}, steps, reached);
    const auto expected = oracle.match(pattern, position, false);
    if (oracle.gave_up()) return;
    if (found != expected.has_value() || (found && reached != expected->reached)) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 400) return 0;
  const std::string input(reinterpret_cast<const char*>(data), size);
  const std::size_t line = std::min(input.find('\n'), input.size());
  const std::string text = input.substr(0, line);
  Diagnostics diagnostics;
  const PatternPtr pattern = parse_pattern(text, {"fuzz", 1, 1}, 0, diagnostics);
  if (!pattern) {
    if (!diagnostics.has_errors()) std::abort();
    return 0;
  }
  const std::string printed = to_string(*pattern);
  const PatternPtr again = parse_pattern(printed, {"fuzz", 1, 1}, 0, diagnostics);
  if (!again || !(*again == *pattern) || to_string(*again) != printed) std::abort();
  match_all(*pattern, line < input.size() ? input.substr(line + 1) : "aPbc");
  return 0;
}
