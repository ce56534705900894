#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/frame.hpp"
#include "rdf/statement.hpp"

namespace chancery {

struct RunInfo;

/// The terms that every shard uses, made once.
struct ShardTerms {
  ShardTerms();
  Term type, claim, rdf_statement, subject, predicate, object, factuality, polarity, source, derived_from, trigger, date_text, rule,
      generated_by;
  Term certain, probable, possible, yes, no;
  Term span, context, reference_context, anchor, begin, end;
  Term article, url, headline, published, publisher, sha256, mentions;
  Term activity, version;
};

/// Writes the statements of one shard with the article's IRI as graph name, reusing one `Statement`. Also the nodes that are the
/// same for every frame: article, run, spans and claims.
class ArticleWriter {
 public:
  ArticleWriter(const ShardTerms& terms, const Extraction& extraction, std::string_view base, std::string_view article_key,
                const RunInfo& run, StatementSink& sink);

  void add(const Term& subject, const Term& predicate, const Term& object);
  void article();
  void run();

  /// What a claim says besides its triple.
  struct Origin {
    TokenSpan evidence;
    TokenSpan trigger;  ///< empty: none
    std::string_view rule;
    Factuality factuality = Factuality::Certain;
    bool polarity = true;
    const Term* source = nullptr;  ///< null: the article
    std::string_view date_text;
  };
  void claim(const Term& subject, const Term& predicate, const Term& object, const Origin& origin);
  [[nodiscard]] const Term& article_term() const { return article_; }

 private:
  /// The IRI of a span; writes its node when it is new.
  const Term& span(TokenSpan tokens);
  void text(const Term& subject, const Term& predicate, std::string_view value, std::string_view language);

  const ShardTerms& t_;
  const Extraction& extraction_;
  std::string base_;
  std::string article_key_;
  const RunInfo& run_info_;
  StatementSink& sink_;
  Term article_, run_;
  Statement statement_;
  std::unordered_map<std::uint64_t, Term> written_spans_;  ///< by begin and end in bytes
};

/// The IRI of the run, under `base`.
std::string run_iri(std::string_view base, const RunInfo& run);

}  // namespace chancery
