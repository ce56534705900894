#pragma once

#include <memory>
#include <string>

#include "base/diagnostic.hpp"
#include "extract/frame.hpp"
#include "lexicon/lexicon.hpp"
#include "rdf/statement.hpp"
#include "rules/pack.hpp"

namespace chancery {

/// What a run's key is made of: versions only, never inputs, jobs or time.
struct RunInfo {
  std::string program;   ///< "0.1.0"
  std::string rules;     ///< `RulePack::version_hash`
  std::string lexicon;   ///< `Lexicon::version()`
  std::string ontology;  ///< hash over the ontology's files, or empty
};

/// Turns the frames and entities of an article into the statements of its shard (`docs/shard.md`). One per thread: it keeps
/// buffers between articles. Borrows pack and lexicon.
class Mapper {
 public:
  /// `base` is the IRI under which nodes are minted; it ends in `/`.
  Mapper(const RulePack& pack, const Lexicon& lexicon, RunInfo run, std::string base);
  ~Mapper();
  Mapper(Mapper&&) noexcept;

  /// Write the shard of `extraction`. The graph name of every statement is the article's IRI, so that a sink may keep or drop it.
  /// A statement may come more than once. The order depends on the article alone.
  void map(const Extraction& extraction, StatementSink& sink);

  /// The key of an article: a hash of its URL and body, with a leading letter.
  static std::string article_key(const Article& article);

  /// Say what is wrong with the frames' triples: an unknown prefix, an unknown role, a template that cannot be read, two
  /// many-valued roles in one line.
  static void check(const RulePack& pack, Diagnostics& diagnostics);

  struct State;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace chancery
