#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "pipeline/resources.hpp"
#include "rdf/statement.hpp"

namespace chancery {

/// What to read and how.
struct CorpusOptions {
  std::vector<std::string> inputs;  ///< files, folders, or "-"
  std::string base;                 ///< IRI under which nodes are minted; ends in "/"
  std::string date;                 ///< date of articles that have none, `YYYY-MM-DD`, or empty
  unsigned jobs = 0;                ///< articles in work at once; 0: one a core
};

/// In which form a run gives its shards.
enum class ShardForm { Statements, NQuads, NTriples };

/// What one article became, in the form asked for.
struct Shard {
  std::vector<Statement> statements;
  std::string text;
};

/// Where a run stands, readable from another thread.
struct CorpusProgress {
  std::atomic<std::size_t> articles{0};
  std::atomic<std::size_t> bytes{0};        ///< of article text
  std::atomic<std::size_t> input_read{0};   ///< bytes of the inputs, before decompression
  std::atomic<std::size_t> input_total{0};  ///< 0 if unknown
};

/// Read every article of the inputs, extract it, and hand its shard to `take`, in the order of the inputs whatever the number
/// of jobs. What is wrong with an input is diagnosed and left out. Memory does not grow with the number of articles.
/// Stops early, with the failure, when `take` fails, and without one when `stop` becomes true: also in the middle of an article, whose
/// shard is then not handed over.
Status run_corpus(const Resources& resources, const CorpusOptions& options, ShardForm form, const std::function<Status(Shard&&)>& take,
                  CorpusProgress& progress, const std::atomic<bool>& stop, Diagnostics& diagnostics);

}  // namespace chancery
