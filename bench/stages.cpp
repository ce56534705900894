// How fast each stage is, in bytes of article text per second on one core. Each benchmark runs a stage with everything in front of
// it already done, so the shares add up to the whole.
//   bench_stages CORPUS [Google Benchmark's options]
#include <benchmark/benchmark.h>

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "annotate/annotator.hpp"
#include "annotate/mention_finder.hpp"
#include "extract/extractor.hpp"
#include "mapping/mapper.hpp"
#include "pipeline/resources.hpp"
#include "rdf/byte_sink.hpp"
#include "rdf/line_writer.hpp"
#include "rdf/vocabulary.hpp"
#include "text/reader.hpp"
#include "text/word_cache.hpp"

namespace chancery {
namespace {

constexpr std::size_t sample_bytes = 4'000'000;

class NullSink final : public StatementSink {
 public:
  void add(const Statement& statement) override { benchmark::DoNotOptimize(&statement); }
};

/// The first megabytes of a corpus, taken through every stage once.
struct Sample {
  std::vector<Article> articles;
  std::vector<std::unique_ptr<Document>> documents;
  std::vector<Annotation> annotations;
  std::vector<Extraction> extractions;
  std::vector<Statement> statements;
  std::size_t bytes = 0;
};

class StatementCollector final : public StatementSink {
 public:
  explicit StatementCollector(std::vector<Statement>& out) : out_(out) {}
  void add(const Statement& statement) override { out_.push_back(statement); }

 private:
  std::vector<Statement>& out_;
};

Sample read_sample(const Resources& resources, const Annotator& annotator, const std::string& corpus) {
  Sample sample;
  Diagnostics diagnostics;
  ArticleReader reader({corpus});
  while (sample.bytes < sample_bytes) {
    std::optional<Article> article = reader.next(diagnostics);
    if (!article) break;
    sample.bytes += article->body.size();
    sample.articles.push_back(std::move(*article));
  }
  Extractor extractor(resources.model());
  Mapper mapper(resources.pack(), resources.lexicon(), resources.run(), std::string(default_base));
  StatementCollector collector(sample.statements);
  for (const Article& each : sample.articles) {
    sample.documents.push_back(std::make_unique<Document>(each, resources.lexicon().symbols(), resources.text_rules()));
    annotator.annotate(*sample.documents.back(), sample.annotations.emplace_back());
    sample.extractions.push_back(extractor.extract(each));
    mapper.map(sample.extractions.back(), collector);
  }
  return sample;
}

template <typename Work>
void add_stage(const char* name, const Sample& sample, Work work) {
  benchmark::RegisterBenchmark(name, [&sample, work](benchmark::State& state) {
    for (auto _ : state) work();
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * sample.bytes));
  })->Unit(benchmark::kMillisecond);
}

int run(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc != 2) {
    std::fprintf(stderr, "usage: bench_stages CORPUS [--benchmark_…]\n");
    return 2;
  }
  Result<ResourcePaths> paths = find_resources({}, "");
  if (!paths) {
    std::fprintf(stderr, "bench: %s\n", paths.error().c_str());
    return 3;
  }
  Diagnostics diagnostics;
  Result<std::unique_ptr<const Resources>> loaded = Resources::load(*paths, diagnostics);
  if (!loaded) {
    std::fprintf(stderr, "bench: %s\n", loaded.error().c_str());
    return 3;
  }
  const Resources& resources = **loaded;
  const Annotator annotator(resources.lexicon());
  const MentionFinder finder(resources.lexicon());
  const Sample sample = read_sample(resources, annotator, argv[1]);
  if (sample.bytes == 0) {
    std::fprintf(stderr, "bench: no article in %s\n", argv[1]);
    return 3;
  }
  WordCache words;
  add_stage("text", sample, [&] {
    for (const Article& article : sample.articles) {
      Document document(article, resources.lexicon().symbols(), resources.text_rules(), &words);
      benchmark::DoNotOptimize(&document);
    }
  });
  Annotation annotation;
  add_stage("annotate", sample, [&] {
    for (const auto& document : sample.documents) annotator.annotate(*document, annotation);
  });
  Mentions mentions;
  add_stage("mentions", sample, [&] {
    for (std::size_t i = 0; i < sample.documents.size(); ++i) finder.find(*sample.documents[i], sample.annotations[i], mentions);
  });
  Extractor extractor(resources.model());
  add_stage("extract (text to frames)", sample, [&] {
    for (const Article& article : sample.articles) {
      const Extraction extraction = extractor.extract(article);
      benchmark::DoNotOptimize(&extraction);
    }
  });
  Mapper mapper(resources.pack(), resources.lexicon(), resources.run(), std::string(default_base));
  NullSink nowhere;
  add_stage("mapping", sample, [&] {
    for (const Extraction& extraction : sample.extractions) mapper.map(extraction, nowhere);
  });
  std::string bytes;
  add_stage("writing", sample, [&] {
    bytes.clear();
    StringByteSink sink(bytes);
    LineWriter writer(sink, LineSyntax::NTriples);
    for (const Statement& statement : sample.statements) writer.add(statement);
    writer.flush();
  });
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace
}  // namespace chancery

int main(int argc, char** argv) {
  return chancery::run(argc, argv);
}
