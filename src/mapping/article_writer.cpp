#include "mapping/article_writer.hpp"

#include <algorithm>

#include "base/hash.hpp"
#include "mapping/mapper.hpp"
#include "rdf/vocabulary.hpp"
#include "time/date_value.hpp"

namespace chancery {
namespace {

Term iri(std::string text) {
  return {TermKind::Iri, std::move(text), {}, {}};
}
Term named(std::string_view compact) {
  return iri(expand(compact));
}
Term typed(std::string text, std::string_view type) {
  return {TermKind::Literal, std::move(text), std::string(ns::xsd) + std::string(type), {}};
}

}  // namespace

ShardTerms::ShardTerms()
    : type(named("rdf:type")),
      claim(named("ch:Claim")),
      rdf_statement(named("rdf:Statement")),
      subject(named("rdf:subject")),
      predicate(named("rdf:predicate")),
      object(named("rdf:object")),
      factuality(named("ch:factuality")),
      polarity(named("ch:polarity")),
      source(named("ch:source")),
      derived_from(named("prov:wasDerivedFrom")),
      trigger(named("ch:trigger")),
      date_text(named("ch:dateText")),
      rule(named("ch:rule")),
      generated_by(named("prov:wasGeneratedBy")),
      certain(named("ch:Certain")),
      probable(named("ch:Probable")),
      possible(named("ch:Possible")),
      yes(typed("true", "boolean")),
      no(typed("false", "boolean")),
      span(named("nif:RFC5147String")),
      context(named("nif:Context")),
      reference_context(named("nif:referenceContext")),
      anchor(named("nif:anchorOf")),
      begin(named("nif:beginIndex")),
      end(named("nif:endIndex")),
      article(named("schema:NewsArticle")),
      url(named("schema:url")),
      headline(named("schema:headline")),
      published(named("schema:datePublished")),
      publisher(named("schema:publisher")),
      sha256(named("ch:sha256")),
      mentions(named("schema:mentions")),
      activity(named("prov:Activity")),
      version(named("dcterms:hasVersion")) {}

std::string run_iri(std::string_view base, const RunInfo& run) {
  return std::string(base) + "run/r" + hash128({run.program, run.rules, run.lexicon, run.ontology});
}

ArticleWriter::ArticleWriter(const ShardTerms& terms, const Extraction& extraction, std::string_view base, std::string_view article_key,
                             const RunInfo& run, StatementSink& sink)
    : t_(terms),
      extraction_(extraction),
      base_(base),
      article_key_(article_key),
      run_info_(run),
      sink_(sink),
      article_(iri(base_ + "article/" + article_key_)),
      run_(iri(run_iri(base, run))) {
  statement_.graph = article_.value;
}

void ArticleWriter::add(const Term& subject, const Term& predicate, const Term& object) {
  statement_.subject = subject;
  statement_.predicate = predicate;
  statement_.object = object;
  sink_.add(statement_);
}

void ArticleWriter::text(const Term& subject, const Term& predicate, std::string_view value, std::string_view language) {
  const std::optional<Term> term = language.empty() ? make_literal(value) : make_text(value, language);
  if (term) add(subject, predicate, *term);
}

void ArticleWriter::article() {
  const Article& article = extraction_.document->article();
  add(article_, t_.type, t_.article);
  add(article_, t_.type, t_.context);
  if (!article.url.empty()) {
    if (const std::optional<Term> url = make_iri_escaped(article.url)) add(article_, t_.url, *url);
  }
  if (!article.title.empty()) text(article_, t_.headline, article.title, "en");
  if (parse_iso_day(article.date)) add(article_, t_.published, typed(article.date, "date"));
  if (!article.publisher.empty()) text(article_, t_.publisher, article.publisher, {});
  add(article_, t_.sha256, {TermKind::Literal, chancery::sha256(article.body), {}, {}});
}

void ArticleWriter::run() {
  add(run_, t_.type, t_.activity);
  const std::pair<std::string_view, const std::string*> parts[] = {
      {"program ", &run_info_.program}, {"rules ", &run_info_.rules}, {"lexicon ", &run_info_.lexicon}, {"ontology ", &run_info_.ontology}};
  for (const auto& [name, version] : parts) {
    if (!version->empty()) text(run_, t_.version, std::string(name) + *version, {});
  }
}

const Term& ArticleWriter::span(TokenSpan tokens) {
  const Document& document = *extraction_.document;
  const ByteSpan bytes = document.bytes(tokens);
  const auto [at, is_new] = written_spans_.try_emplace(std::uint64_t{bytes.begin} << 32U | bytes.end);
  Term& result = at->second;
  if (!is_new) return result;
  const CodePointSpan points = document.code_points(bytes);
  const std::string first = std::to_string(points.begin);
  const std::string last = std::to_string(points.end);
  result = iri(article_.value + "#char=" + first + "," + last);
  add(result, t_.type, t_.span);
  add(result, t_.reference_context, article_);
  text(result, t_.anchor, document.text(bytes), {});
  Term place = typed(first, "nonNegativeInteger");
  add(result, t_.begin, place);
  place.value = last;
  add(result, t_.end, place);
  return result;
}

void ArticleWriter::claim(const Term& subject, const Term& predicate, const Term& object, const Origin& origin) {
  const Term& evidence = span(origin.evidence);
  const Term& factuality = origin.factuality == Factuality::Certain    ? t_.certain
                           : origin.factuality == Factuality::Probable ? t_.probable
                                                                       : t_.possible;
  const Term& source = origin.source != nullptr ? *origin.source : article_;
  const Term claim = iri(base_ + "claim/c" +
                         hash128({subject.value, predicate.value, object.value, object.datatype, object.language, evidence.value,
                                  origin.rule, factuality.value, origin.polarity ? "1" : "0", source.value}));
  add(claim, t_.type, t_.claim);
  add(claim, t_.type, t_.rdf_statement);
  add(claim, t_.subject, subject);
  add(claim, t_.predicate, predicate);
  add(claim, t_.object, object);
  add(claim, t_.factuality, factuality);
  add(claim, t_.polarity, origin.polarity ? t_.yes : t_.no);
  add(claim, t_.source, source);
  add(claim, t_.derived_from, evidence);
  if (!origin.trigger.empty()) add(claim, t_.trigger, span(origin.trigger));
  if (!origin.date_text.empty()) text(claim, t_.date_text, origin.date_text, "en");
  text(claim, t_.rule, origin.rule, {});
  add(claim, t_.generated_by, run_);
}

}  // namespace chancery
