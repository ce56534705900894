// Articles run through a pipeline of three: one reader, any number of workers, one writer that takes shards in the order of the
// articles. A worker owns an extractor and a mapper, which keep their memory from article to article; the number of articles in
// flight is bounded, so memory does not grow with the corpus.
#include "pipeline/corpus.hpp"

#include <oneapi/tbb/enumerable_thread_specific.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>

#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "extract/extractor.hpp"
#include "mapping/mapper.hpp"
#include "rdf/line_writer.hpp"
#include "text/reader.hpp"

namespace chancery {
namespace {

class StatementCollector final : public StatementSink {
 public:
  void add(const Statement& statement) override { statements.push_back(statement); }
  std::vector<Statement> statements;
};

/// Collects statements as lines in a string that it borrows.
class LineCollector final : public StatementSink {
 public:
  LineCollector(std::string& out, LineSyntax syntax) : out_(out), syntax_(syntax) {}
  void add(const Statement& statement) override { append_line(out_, statement, syntax_); }

 private:
  std::string& out_;
  LineSyntax syntax_;
};

/// What one thread needs to turn articles into shards.
class Worker {
 public:
  Worker(const Resources& resources, const CorpusOptions& options, ShardForm form, const std::atomic<bool>& stop)
      : extractor_(resources.model()),
        mapper_(resources.pack(), resources.lexicon(), resources.run(), options.base),
        form_(form),
        stop_(stop) {}

  /// The whole shard of the article, or none where the run must stop before it is made.
  std::optional<Shard> work(Article article) {
    const Extraction extraction = extractor_.extract(std::move(article), nullptr, &stop_);
    if (stop_) return std::nullopt;
    Shard shard;
    if (form_ == ShardForm::Statements) {
      StatementCollector collector;
      mapper_.map(extraction, collector);
      shard.statements = std::move(collector.statements);
    } else {
      text_.clear();
      LineCollector collector(text_, form_ == ShardForm::NQuads ? LineSyntax::NQuads : LineSyntax::NTriples);
      mapper_.map(extraction, collector);
      shard.text = text_;
    }
    return shard;
  }

 private:
  Extractor extractor_;
  Mapper mapper_;
  ShardForm form_;
  std::string text_;  ///< of the shard at hand; keeps its memory
  const std::atomic<bool>& stop_;
};

/// The next article, with the run's default date; none at the end or when the run must stop.
std::optional<Article> next_article(ArticleReader& reader, const CorpusOptions& options, CorpusProgress& progress,
                                    const std::atomic<bool>& stop, Diagnostics& diagnostics) {
  if (stop) return std::nullopt;
  std::optional<Article> article = reader.next(diagnostics);
  progress.input_read = reader.bytes_read();
  progress.input_total = reader.bytes_total();
  if (!article) return article;
  if (article->date.empty()) article->date = options.date;
  ++progress.articles;
  progress.bytes += article->body.size();
  return article;
}

}  // namespace

Status run_corpus(const Resources& resources, const CorpusOptions& options, ShardForm form, const std::function<Status(Shard&&)>& take,
                  CorpusProgress& progress, const std::atomic<bool>& stop, Diagnostics& diagnostics) {
  ArticleReader reader(options.inputs);
  Status result = Done{};
  const unsigned jobs = options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  if (jobs == 1) {
    Worker worker(resources, options, form, stop);
    while (std::optional<Article> article = next_article(reader, options, progress, stop, diagnostics)) {
      std::optional<Shard> shard = worker.work(std::move(*article));
      if (shard) result = take(std::move(*shard));
      if (!result) break;
    }
    return result;
  }
  namespace tbb = oneapi::tbb;
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, jobs);
  tbb::enumerable_thread_specific<Worker> workers([&] { return Worker(resources, options, form, stop); });
  std::atomic<bool> failed{false};
  // Tokens of the pipeline are plain pointers: each stage owns what it was given and passes on.
  const auto read = tbb::make_filter<void, Article*>(tbb::filter_mode::serial_in_order, [&](tbb::flow_control& flow) -> Article* {
    std::optional<Article> article = failed ? std::nullopt : next_article(reader, options, progress, stop, diagnostics);
    if (article) return std::make_unique<Article>(std::move(*article)).release();
    flow.stop();
    return nullptr;
  });
  const auto extract = tbb::make_filter<Article*, Shard*>(tbb::filter_mode::parallel, [&](Article* given) {
    const std::unique_ptr<Article> article(given);
    std::optional<Shard> shard = workers.local().work(std::move(*article));
    return shard ? std::make_unique<Shard>(std::move(*shard)).release() : nullptr;
  });
  const auto write = tbb::make_filter<Shard*, void>(tbb::filter_mode::serial_in_order, [&](Shard* given) {
    const std::unique_ptr<Shard> shard(given);
    if (shard == nullptr) failed = true;  // and none of those behind it, so that what was taken is the beginning
    if (failed) return;
    result = take(std::move(*shard));
    failed = !result.ok();
  });
  tbb::parallel_pipeline(std::size_t{jobs} * 4, read & extract & write);
  return result;
}

}  // namespace chancery
