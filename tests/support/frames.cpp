// Prints what extraction makes of a text: mentions, matches, drafts with every change, final frames; with --triples also the shard.
// A tool for developers, built on demand: cmake --build BUILD --target dev_frames
// usage: dev_frames [--triples] [--quiet] MAPPINGS FILE
#include <fstream>
#include <iostream>
#include <optional>
#include <set>
#include <sstream>
#include <string>

#include "extract/extractor.hpp"
#include "lexicon/lexicon.hpp"
#include "mapping/mapper.hpp"
#include "match/program.hpp"
#include "rdf/term.hpp"
#include "rdf/vocabulary.hpp"
#include "text/reader.hpp"
#include "text/text_rules.hpp"

using namespace chancery;

namespace {

std::string one_line(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c == '\n') c = ' ';
  return result;
}

std::string show(const Extraction& x, const RulePack& pack, const SymbolTable& symbols, const Frame& frame) {
  const FrameDef& def = pack.frames[frame.definition];
  std::string out = def.name + " \"" + one_line(x.document->text(frame.trigger)) + "\" by " +
                    (frame.rule < pack.rules.size() ? pack.rules[frame.rule].name : "?");
  for (const RoleFillers& role : frame.roles) {
    out += "\n      " + def.roles[role.role].name + ":";
    for (const Filler& f : role.fillers) {
      out += " [";
      if (f.entity != no_entity) out += x.entities[f.entity].name + "|";
      if (f.value != Symbol::None) out += std::string(symbols.text(f.value)) + "|";
      out += one_line(x.document->text(f.tokens)) + "]";
    }
  }
  if (!frame.polarity) out += "\n      DENIED";
  if (!frame.asserted) out += "\n      reported";
  if (frame.source != no_entity) out += " by " + x.entities[frame.source].name;
  return out;
}

class Printer final : public ExtractionTrace {
 public:
  Printer(const RulePack& pack, const Program& program, const SymbolTable& symbols) : pack_(pack), program_(program), symbols_(symbols) {}
  void matched(const Extraction& x, const Match& m, int pass) override {
    std::cout << "match " << pass << ' ' << pack_.rules[m.rule].name << " \"" << one_line(x.document->text(m.tokens)) << '"';
    for (const Capture& c : m.captures)
      std::cout << ' ' << program_.role_names()[c.role] << "=\"" << one_line(x.document->text(c.tokens)) << '"';
    std::cout << '\n';
  }
  void made(const Extraction& x, std::size_t id, const Frame& frame) override {
    std::cout << "made " << id << ' ' << show(x, pack_, symbols_, frame) << '\n';
  }
  void filled(std::size_t id, std::string_view role, std::string_view how) override {
    std::cout << "filled " << id << ' ' << role << ": " << how << '\n';
  }
  void changed(std::size_t id, std::string_view rule, std::string_view what) override {
    std::cout << "changed " << id << " by " << rule << ": " << what << '\n';
  }
  void merged(std::size_t from, std::size_t into) override { std::cout << "merged " << from << " into " << into << '\n'; }
  void dropped(std::size_t id, std::string_view why) override { std::cout << "dropped " << id << ": " << why << '\n'; }

 private:
  const RulePack& pack_;
  const Program& program_;
  const SymbolTable& symbols_;
};

class TripleSink final : public StatementSink {
 public:
  void add(const Statement& s) override {
    lines.insert(to_string(s.subject) + ' ' + to_string(s.predicate) + ' ' + to_string(s.object) + " .");
  }
  std::set<std::string> lines;
};

}  // namespace

int main(int argc, char** argv) {
  bool triples = false, quiet = false;
  int at = 1;
  for (; at < argc && argv[at][0] == '-' && argv[at][1] == '-'; ++at) {
    triples = triples || std::string(argv[at]) == "--triples";
    quiet = quiet || std::string(argv[at]) == "--quiet";
  }
  if (argc - at < 2) return 2;
  const std::string mappings = argv[at];
  Diagnostics diagnostics;
  auto lexicon = Lexicon::load(mappings + "/lexicon", diagnostics);
  if (!lexicon.ok()) return 3;
  const TextRules text_rules = read_text_rules(mappings, diagnostics);
  const RulePack pack = read_pack(mappings, diagnostics);
  const ProgramPtr program = compile(pack, **lexicon, diagnostics);
  Mapper::check(pack, diagnostics);
  ExtractionModel model(**lexicon, pack, *program, text_rules, diagnostics);
  for (const Diagnostic& d : diagnostics.items()) std::cerr << to_string(d) << '\n';
  Extractor extractor(model);
  Printer printer(pack, *program, (*lexicon)->symbols());
  std::ifstream in(argv[at + 1]);
  std::ostringstream text;
  text << in.rdbuf();
  std::optional<Article> article = article_from_text(text.str(), argv[at + 1], diagnostics);
  if (!article) return 1;
  const Extraction x = extractor.extract(std::move(*article), quiet ? nullptr : &printer);
  if (!triples) {
    std::cout << "== entities\n";
    for (const ArticleEntity& e : x.entities) {
      std::cout << static_cast<int>(e.cls) << ' ' << e.name << (e.entry != no_entry ? " = " + (*lexicon)->entry(e.entry).key : "") << ':';
      for (const std::string& f : e.forms) std::cout << " [" << f << ']';
      std::cout << " x" << e.mentions.size() << '\n';
    }
    std::cout << "== frames\n";
    for (const Frame& frame : x.frames) std::cout << show(x, pack, (*lexicon)->symbols(), frame) << '\n';
    return 0;
  }
  Mapper mapper(pack, **lexicon, {"dev", pack.version_hash, (*lexicon)->version(), ""}, std::string(default_base));
  TripleSink sink;
  mapper.map(x, sink);
  for (const std::string& line : sink.lines) std::cout << line << '\n';
  return 0;
}
