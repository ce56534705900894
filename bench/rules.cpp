// How fast rules are matched, and what more rules cost. Rows of name, value, unit, tab-separated:
//   bench_rules CORPUS [COUNT]
// With a COUNT: only the packs generated to so many rules.
// All rates are bytes of article text per second of processor time on one core, the best of several runs over the same articles.
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "annotate/annotator.hpp"
#include "annotate/mention_finder.hpp"
#include "lexicon/lexicon.hpp"
#include "match/matcher.hpp"
#include "match/program.hpp"
#include "pipeline/resources.hpp"
#include "rule_generator.hpp"
#include "rules/pack.hpp"
#include "text/reader.hpp"
#include "text/text_rules.hpp"
#include "text/word_cache.hpp"

namespace chancery {
namespace {

constexpr std::size_t sample_bytes = 4'000'000;
constexpr std::uint64_t seed = 7;
constexpr int runs = 5;
constexpr RuleKind kinds[] = {RuleKind::Mention, RuleKind::Event, RuleKind::Cue, RuleKind::Speaker};

void row(const std::string& name, double value, const char* unit) {
  std::printf("%s\t%.*f\t%s\n", name.c_str(), value < 100 ? 1 : 0, value, unit);
}

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// Seconds of the fastest of `count` runs.
template <typename Work>
double fastest(int count, Work work) {
  double best = 1e9;
  for (int i = 0; i < count; ++i) {
    const double start = processor_seconds();
    work();
    best = std::min(best, processor_seconds() - start);
  }
  return best;
}

struct Corpus {
  std::vector<Article> articles;
  double megabytes = 0;
};

Corpus read_corpus(const std::string& path) {
  Corpus corpus;
  Diagnostics diagnostics;
  ArticleReader reader({path});
  std::size_t bytes = 0;
  while (bytes < sample_bytes) {
    std::optional<Article> article = reader.next(diagnostics);
    if (!article) break;
    bytes += article->body.size();
    corpus.articles.push_back(std::move(*article));
  }
  corpus.megabytes = static_cast<double>(bytes) / 1e6;
  return corpus;
}

/// One pack over one corpus. Each has a lexicon of its own, because compiling interns the words of rules in it.
class Bench {
 public:
  Bench(const ResourcePaths& paths, const Corpus& corpus)
      : paths_(paths), corpus_(corpus), text_rules_(read_text_rules(paths.mappings, diagnostics_)) {
    Result<std::unique_ptr<Lexicon>> loaded = Lexicon::load(paths.mappings + "/lexicon", diagnostics_);
    if (loaded) lexicon_ = std::move(*loaded);
  }
  [[nodiscard]] bool is_ready() const { return lexicon_ != nullptr; }

  /// Milliseconds.
  double compile_pack(RulePack pack) {
    pack_ = std::move(pack);
    const double start = processor_seconds();
    program_ = compile(pack_, *lexicon_, diagnostics_, &text_rules_);
    return (processor_seconds() - start) * 1e3;
  }

  /// Takes the articles up to their mentions.
  void annotate() {
    const Annotator annotator(*lexicon_);
    const MentionFinder finder(*lexicon_);
    WordCache words;
    for (const Article& article : corpus_.articles) {
      Read& read = articles_.emplace_back();
      read.document = std::make_unique<Document>(article, lexicon_->symbols(), text_rules_, &words);
      annotator.annotate(*read.document, read.annotation);
      finder.find(*read.document, read.annotation, read.mentions);
      read.units = units_of(*read.document);
    }
  }

  double annotation_rate() {
    const Annotator annotator(*lexicon_);
    Annotation annotation;
    return corpus_.megabytes / fastest(runs, [&] {
             for (const Read& read : articles_) annotator.annotate(*read.document, annotation);
           });
  }

  struct Outcome {
    double rate = 0;
    std::size_t matches = 0;
    std::uint64_t attempts = 0;
    std::size_t live = 0;
  };

  Outcome match() {
    Outcome outcome;
    Matcher matcher(*program_);
    outcome.rate = corpus_.megabytes / fastest(runs, [&] { outcome.matches = match_all(matcher); });
    std::vector<std::uint64_t> woken(pack_.rules.size(), 0);
    matcher.count_wakes(&woken);
    match_all(matcher);
    for (const std::uint64_t times : woken) {
      outcome.attempts += times;
      outcome.live += times != 0 ? 1 : 0;
    }
    return outcome;
  }

  /// Nouns, verbs and adjectives of lower-case letters, with their numbers.
  [[nodiscard]] std::map<std::string, std::uint64_t> lemmas() const {
    std::map<std::string, std::uint64_t> found;
    for (const Read& read : articles_) {
      for (const TokenAnnotation& token : read.annotation.tokens) {
        if (token.pos != Pos::Noun && token.pos != Pos::Verb && token.pos != Pos::Adjective) continue;
        const std::string_view text = read.document->symbols.text(token.lemma);
        if (text.size() > 2 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
          ++found[std::string(text)];
      }
    }
    return found;
  }

 private:
  struct Read {
    std::unique_ptr<Document> document;
    Annotation annotation;
    Mentions mentions;
    std::vector<Unit> units;
  };

  /// All passes of all kinds over the mentions that the lexicon gives.
  std::size_t match_all(Matcher& matcher) {
    std::size_t matches = 0;
    for (const RuleKind kind : kinds) {
      for (int pass = 1; pass <= program_->passes(kind); ++pass) {
        for (const Read& read : articles_) {
          for (const Unit& unit : read.units) {
            lattice_.build({read.document.get(), &read.annotation, &read.mentions}, unit.tokens, unit.quotation);
            out_.clear();
            matcher.match(lattice_, kind, pass, out_);
            matches += out_.size();
          }
        }
      }
    }
    return matches;
  }

  const ResourcePaths& paths_;
  const Corpus& corpus_;
  Diagnostics diagnostics_;
  TextRules text_rules_;
  std::unique_ptr<Lexicon> lexicon_;
  RulePack pack_;
  ProgramPtr program_{nullptr, [](const Program*) {}};
  std::vector<Read> articles_;
  Lattice lattice_;
  std::vector<Match> out_;
};

void print(const std::string& name, const Bench::Outcome& outcome) {
  row("matching, " + name, outcome.rate, "MB/s");
  row("live rules, " + name, static_cast<double>(outcome.live), "rules");
  row("wakes, " + name, static_cast<double>(outcome.attempts), "wakes");
  row("matches, " + name, static_cast<double>(outcome.matches), "matches");
}

int fail(const std::string& why) {
  std::fprintf(stderr, "bench: %s\n", why.c_str());
  return 3;
}

int generated(const ResourcePaths& paths, const Corpus& corpus, const std::map<std::string, std::uint64_t>& lemmas,
              RuleGenerator::Triggers triggers, const std::vector<std::size_t>& counts) {
  for (const std::size_t count : counts) {
    const std::string name =
        std::to_string(count) + (triggers == RuleGenerator::Triggers::Own ? " rules of a trigger each" : " rules that share triggers");
    Bench bench(paths, corpus);
    const std::string yaml = RuleGenerator(lemmas, seed).pack(count, triggers);
    RulePack pack;
    Diagnostics diagnostics;
    const double start = processor_seconds();
    read_pack_text(yaml, "generated.yaml", pack, diagnostics);
    const double reading = (processor_seconds() - start) * 1e3;
    if (diagnostics.has_errors()) return fail("a generated rule is wrong: " + to_string(diagnostics.items().front()));
    const double compiling = bench.compile_pack(std::move(pack));
    row("reading, " + name, reading, "ms");
    row("compiling, " + name, compiling, "ms");
    bench.annotate();
    print(name, bench.match());
    std::fflush(stdout);
  }
  return 0;
}

/// "start", then nested quantifiers over fifty alternatives that each are a gap and a word, then a number, which never comes.
constexpr std::string_view exploding_head =
    "frames:\n  F:\n    roles:\n      a: {class: Person}\nrules:\n  - name: explode\n    frame: F\n    pattern: |\n      <=start> (((";

std::string exploding_pack() {
  std::string yaml(exploding_head);
  for (int i = 0; i < 50; ++i)
    yaml += std::string(i == 0 ? "" : " | ") + ".. word" + std::string(1, static_cast<char>('a' + i % 26)) +
            std::string(1, static_cast<char>('a' + i / 26));
  return yaml + "){1,3})+)+ [number]\n";
}

int exploding(const ResourcePaths& paths) {
  for (const std::size_t tokens : {1'000U, 10'000U, 100'000U}) {
    Corpus corpus;
    Article article;
    for (std::size_t i = 0; i < tokens; ++i) {
      const auto letter = [](std::size_t n) { return std::string(1, static_cast<char>('a' + n)); };
      article.body += i % 7 == 0 ? "start " : "word" + letter(i * 11 % 26) + letter(i * 5 % 2) + " ";
    }
    corpus.articles.push_back(std::move(article));
    corpus.megabytes = static_cast<double>(corpus.articles.front().body.size()) / 1e6;
    Bench bench(paths, corpus);
    RulePack pack;
    Diagnostics diagnostics;
    read_pack_text(exploding_pack(), "exploding.yaml", pack, diagnostics);
    if (diagnostics.has_errors()) return fail("the exploding rule is wrong: " + to_string(diagnostics.items().front()));
    bench.compile_pack(std::move(pack));
    bench.annotate();
    const double seconds = corpus.megabytes / bench.match().rate;
    row("exploding pattern, " + std::to_string(tokens) + " tokens", seconds * 1e3, "ms");
    row("exploding pattern, " + std::to_string(tokens) + " tokens, a token", seconds * 1e6 / static_cast<double>(tokens), "us");
  }
  return 0;
}

int run(int argc, char** argv) {
  const std::size_t only = argc == 3 ? std::strtoull(argv[2], nullptr, 10) : 0;
  if (argc != 2 && only == 0) {
    std::fprintf(stderr, "usage: bench_rules CORPUS [COUNT]\n");
    return 2;
  }
  const std::vector<std::size_t> counts = only != 0 ? std::vector<std::size_t>{only} : std::vector<std::size_t>{100, 1'000, 10'000};
  Result<ResourcePaths> found = find_resources({}, "");
  if (!found) return fail(found.error());
  const ResourcePaths& paths = *found;
  const Corpus corpus = read_corpus(argv[1]);
  if (corpus.articles.empty()) return fail(std::string("no article in ") + argv[1]);
  Bench shipped(paths, corpus);
  if (!shipped.is_ready()) return fail("the lexicon cannot be read");
  Diagnostics diagnostics;
  RulePack pack = read_pack(paths.mappings, diagnostics);
  const std::string name = "shipped pack, " + std::to_string(pack.rules.size()) + " rules";
  row("compiling, " + name, shipped.compile_pack(std::move(pack)), "ms");
  shipped.annotate();
  if (only == 0) {
    row("annotation", shipped.annotation_rate(), "MB/s");
    print(name, shipped.match());
    std::fflush(stdout);
  }
  const std::map<std::string, std::uint64_t> lemmas = shipped.lemmas();
  for (const auto triggers : {RuleGenerator::Triggers::Own, RuleGenerator::Triggers::Shared}) {
    if (const int failed = generated(paths, corpus, lemmas, triggers, counts); failed != 0) return failed;
  }
  return only != 0 ? 0 : exploding(paths);
}

}  // namespace
}  // namespace chancery

int main(int argc, char** argv) {
  return chancery::run(argc, argv);
}
