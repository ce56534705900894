// Every pattern over every sentence: the machine takes what the oracle takes, and the index wakes what matches. The input is read as
// choices, first of a pattern, then of a sentence, so that each input is one of both: patterns of all forms that the oracle knows,
// gaps beside mentions among them; lattices with nested and parallel mentions, quotations, clauses and semicolons.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "match/matcher.hpp"
#include "rules/pack.hpp"
#include "support/against_oracle.hpp"
#include "support/toy_sentence.hpp"

namespace {

using namespace chancery;

/// The input as a row of choices; 0 when it is used up.
class Choices {
 public:
  Choices(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
  std::size_t of(std::size_t count) { return at_ < size_ ? data_[at_++] % count : 0; }
  [[nodiscard]] bool used_up() const { return at_ >= size_; }

 private:
  const std::uint8_t* data_;
  std::size_t size_, at_ = 0;
};

/// A pattern of at most `left` parts more. Nothing is taken into a role inside look-around.
std::string pattern(Choices& choices, int& left, int depth, bool in_look) {
  static const char* const atoms[] = {"a",        "b",     "'A'", "@Person", "@Person", "@Person",   "@Polity",
                                      "@Mention", "[cap]", "..",  "..",      "..1",     "..2",       "..2",
                                      "..5",      "^",     "$$",  "NG",      "\"a b\"", "q:@Person", "r:@Person"};
  --left;
  const std::size_t form = depth == 0 || left <= 0 ? 0 : choices.of(9);
  const auto inner = [&] { return pattern(choices, left, depth - 1, in_look); };
  switch (form) {
    case 1:
    case 2:
    case 3:
    case 8: {
      std::string out = '(' + inner();
      for (std::size_t more = 1 + choices.of(2); more > 0 && left > 0; --more) out += (form == 3 ? ") | (" : ") (") + inner();
      return '(' + out + "))";
    }
    case 4:
    case 5: {
      static const char* const often[] = {"?", "*", "+", "??", "*?", "+?", "{2}", "{1,3}", "{0,2}", "{2,}"};
      const std::string times = often[choices.of(std::size(often))];
      return '(' + inner() + ')' + times;
    }
    case 6:
      if (!in_look) {
        static const char* const roles[] = {"r:(", "q:(", "p:("};
        const std::string role = roles[choices.of(std::size(roles))];
        return role + inner() + ')';
      }
      [[fallthrough]];
    case 7: {
      static const char* const looks[] = {"(?=", "(?!", "(?<=", "(?<!"};
      const std::string look = looks[choices.of(std::size(looks))];
      return look + pattern(choices, left, depth - 1, true) + ')';
    }
    default: return atoms[choices.of(std::size(atoms) - (in_look ? 2 : 0))];
  }
}

/// In the notation of toy_sentence.hpp. Quotations do not nest and lie in no group.
std::string sentence(Choices& choices) {
  static const char* const words[] = {"a", "a", "a", "b", "b", "A", "c", ";", "t/t/v", "t/t/v", "t/t/n", "t/t/x"};
  static const char* const groups[] = {"[@Person ",       "[@Person ",  "[@Person ", "[@Polity ", "[@Person|Polity ",
                                       "[@Organization ", "[@Person- ", "[C ",       "[NG "};
  std::string out;
  std::string open;  // per open group its kind
  bool fresh = false;
  for (int tokens = 0; tokens < 11 && (tokens == 0 || !choices.used_up());) {
    const std::size_t what = choices.of(12);
    if (what < 3 && !fresh && !open.empty()) {
      out += "] ";
      open.pop_back();
    } else if (what < 6 && open.size() < 2 && !fresh) {
      const std::size_t group = choices.of(std::size(groups));
      if (group == 8 && open.find('N') != std::string::npos) continue;
      out += groups[group];
      open += group == 8 ? 'N' : 'm';
      fresh = true;
    } else if (what == 6 && open.empty()) {
      out += "[Q a b t/t/v ] ";
      tokens += 3;
    } else {
      out += words[choices.of(std::size(words))];
      out += ' ';
      ++tokens;
      fresh = false;
    }
  }
  return out + (fresh ? "a " : "") + std::string(open.size(), ']');
}

[[noreturn]] void differ(const std::string& what, const Pattern& pattern, const std::string& written, const oracle::Answers& answers) {
  std::fprintf(stderr, "%s\n  pattern  %s\n  sentence %s\n  oracle   %s\n  machine  %s\n", what.c_str(), to_string(pattern).c_str(),
               written.c_str(), answers.oracle.c_str(), answers.machine.c_str());
  std::abort();
}

void must_agree(const std::string& what, const oracle::Matcher& oracle, const Pattern& pattern, const std::string& written,
                const oracle::Answers& answers) {
  if (!oracle.gave_up() && answers.oracle != answers.machine) differ(what, pattern, written, answers);
}

PatternPtr parsed(const std::string& text) {
  Diagnostics diagnostics;
  PatternPtr made = parse_pattern(text, {}, 0, diagnostics);
  if (made) {
    const PatternPtr again = parse_pattern(to_string(*made), {}, 0, diagnostics);
    if (!again || !(*again == *made)) differ("what is printed is not what was parsed", *made, text, {});
  } else if (!diagnostics.has_errors()) {
    std::abort();
  }
  return made;
}

/// A frame whose role `q` takes people and polities, with the pattern as an adjunct; the pattern as an event and a mention rule too.
struct Pack {
  RulePack pack;
  Lexicon lexicon;
  ProgramPtr program{nullptr, [](const Program*) {}};

  explicit Pack(const std::string& any, const std::string& event) {
    FrameDef& frame = pack.frames.emplace_back();
    frame.name = "F";
    for (const char* name : {"r", "q", "p"}) {
      RoleDef role;
      role.name = name;
      role.many = true;
      if (role.name == "q") role.classes = {"Person", "Polity"};
      frame.roles.push_back(std::move(role));
    }
    Adjunct adjunct;
    adjunct.role = "r";
    adjunct.pattern = parsed(any);
    if (adjunct.pattern) frame.adjuncts.push_back(std::move(adjunct));
    add_rule(RuleKind::Event, event);
    add_rule(RuleKind::Mention, any);
    Diagnostics ignored;
    program = compile(pack, lexicon, ignored);
  }
  void add_rule(RuleKind kind, const std::string& text) {
    Rule rule;
    rule.kind = kind;
    rule.name = "fuzz/" + std::to_string(pack.rules.size());
    (kind == RuleKind::Event ? rule.frame : rule.mention) = kind == RuleKind::Event ? "F" : "Person";
    rule.pattern = parsed(text);
    if (rule.pattern) pack.rules.push_back(std::move(rule));
  }
};

void compare(const Pack& fuzzed, const toy::Sentence& sentence, const std::string& written, const Lattice& lattice) {
  const Program& program = *fuzzed.program;
  Machine machine(program);
  oracle::Matcher oracle(lattice, program.classes());
  const auto is_trigger = [&](std::uint32_t token) {
    const Pos pos = sentence.annotation.tokens[token].pos;
    return sentence.document->word(token) == "t" && (pos == Pos::Verb || pos == Pos::Auxiliary);
  };
  Matcher matcher(program);
  for (RuleId id = 0; id < fuzzed.pack.rules.size(); ++id) {
    const Rule& rule = fuzzed.pack.rules[id];
    std::vector<std::uint32_t> variants;
    for (std::uint32_t v = 0; v < program.variants().size(); ++v) {
      if (program.variants()[v].rule == id) variants.push_back(v);
    }
    if (variants.empty()) continue;
    std::size_t found = 0;
    const bool event = rule.kind == RuleKind::Event;
    if (event && (rule.pattern->kind != PatternKind::Sequence || variants.size() != 1 || oracle::trigger_of(*rule.pattern) > 1)) continue;
    const bool from_left = !event && !fuzzed.pack.frames[0].adjuncts.empty() && !program.adjunct(0, 0).variants.empty();
    for (std::uint32_t position = lattice.begin(); position < lattice.end(); position = lattice.next(position)) {
      const auto edges = lattice.from(position);
      if (event && (edges.empty() || edges.back().kind != EdgeKind::Token || !is_trigger(edges.back().index))) continue;
      if (!event && !from_left) continue;
      const Pattern& walked = event ? *rule.pattern : *fuzzed.pack.frames[0].adjuncts[0].pattern;
      const oracle::Answers answers =
          event ? oracle::around_trigger(oracle, machine, program, lattice, walked, program.variants()[variants[0]], position, is_trigger)
                : oracle::from_left(oracle, machine, program, lattice, walked, program.adjunct(0, 0).variants, position);
      must_agree(event ? "around a trigger" : "from the left", oracle, walked, written, answers);
      if (oracle.gave_up()) break;  // it would try as many ways again at the next position
      found += answers.machine == "none" || answers.machine.starts_with(std::to_string(position) + ':') ? 0 : 1;
    }
    std::vector<Match> matches;
    matcher.match(lattice, rule.kind, 1, matches);
    // A mention rule sees mentions inside others, and from its anchor it sees the anchor's clause and no frame's roles, so that its gaps
    // may end elsewhere.
    const bool same_view = to_string(*rule.pattern).find("..") == std::string::npos && written.find('-') == std::string::npos;
    const bool comparable = !oracle.gave_up() && (event || (from_left && same_view));
    if (comparable && (event ? matches.size() != found : matches.empty() != (found == 0)))
      differ("woken " + std::to_string(matches.size()) + " times", *rule.pattern, written, {std::to_string(found), ""});
    for (const Match& match : matches) {
      if (match.tokens.empty() || match.tokens.end > sentence.all().end || !match.tokens.contains(match.trigger)) std::abort();
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Choices choices(data, size);
  int left = 10;
  const std::string any = pattern(choices, left, 5, false);
  std::string event = "<t/v>";
  int before = 6, after = 6;
  if (choices.of(4) != 0) event = '(' + pattern(choices, before, 4, false) + ") " + event;
  if (choices.of(2) != 0) event += " (" + pattern(choices, after, 4, false) + ')';
  Pack pack(any, event);
  if (pack.program->variants().empty()) return 0;
  for (int sentences = 0; sentences < 3 && (sentences == 0 || !choices.used_up()); ++sentences) {
    const std::string written = sentence(choices);
    const toy::Sentence made = toy::sentence(written, pack.lexicon.symbols(), pack.program->classes());
    Lattice lattice;
    for (const Unit& unit : units_of(*made.document)) {
      lattice.build(made.view(), unit.tokens, unit.quotation);
      compare(pack, made, written, lattice);
    }
  }
  return 0;
}
