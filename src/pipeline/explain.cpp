#include "pipeline/explain.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>
#include <vector>

#include "extract/extractor.hpp"
#include "mapping/mapper.hpp"
#include "mapping/minting.hpp"
#include "match/program.hpp"
#include "rdf/line_writer.hpp"
#include "rdf/vocabulary.hpp"

namespace chancery {
namespace {

std::string_view name_of(Pos pos) {
  static constexpr std::string_view names[] = {"NOUN", "PROPN", "VERB",  "AUX",  "ADJ",  "ADV",   "PRON", "DET", "ADP",
                                               "NUM",  "CCONJ", "SCONJ", "PART", "INTJ", "PUNCT", "SYM",  "X"};
  return names[static_cast<std::size_t>(pos)];
}

std::string_view name_of(MentionForm form) {
  static constexpr std::string_view names[] = {"proper", "adjective", "nominal", "pronoun", "possessive", "value"};
  return names[static_cast<std::size_t>(form)];
}

std::string_view name_of(Tense tense) {
  static constexpr std::string_view names[] = {"no tense", "past", "present", "future"};
  return names[static_cast<std::size_t>(tense)];
}

std::string class_name(const RulePack& pack, ClassId cls) {
  static constexpr std::string_view built_in[] = {"Any",   "Name",  "Person", "Polity", "Organization",
                                                  "Place", "Title", "Date",   "Number", "Quote"};
  if (cls < mention_class::built_in_count) return std::string(built_in[cls]);
  return pack.classes[cls - mention_class::built_in_count].name;
}

/// Remembers what extraction did, for the sentence that it did it in.
class Recorder final : public ExtractionTrace {
 public:
  Recorder(const RulePack& pack, const Program& program) : pack_(pack), program_(program) {}

  void matched(const Extraction& extraction, const Match& match, int pass) override {
    const Document& document = *extraction.document;
    std::string line = "rule " + pack_.rules[match.rule].name + " (pass " + std::to_string(pass) + "): ";
    line += document.text(match.tokens);
    for (const Capture& capture : match.captures) {
      line.append("\n      ").append(program_.role_names()[capture.role]).append(" = ");
      line.append(document.text(capture.tokens));
    }
    say(document.sentence_of(match.trigger.begin), std::move(line));
  }
  void made(const Extraction& extraction, std::size_t frame, const Frame& made) override {
    const Document& document = *extraction.document;
    sentence_of_frame_[frame] = document.sentence_of(made.trigger.begin);
    std::string line = "frame " + std::to_string(frame) + " " + pack_.frames[made.definition].name + " from \"";
    line.append(document.text(made.trigger)).append("\"");
    for (const RoleFillers& role : made.roles) {
      line.append("\n      ").append(pack_.frames[made.definition].roles[role.role].name).append(" =");
      for (const Filler& filler : role.fillers) line.append(" [").append(text_of(extraction, filler)).append("]");
    }
    say(sentence_of_frame_[frame], std::move(line));
  }
  void filled(std::size_t frame, std::string_view role, std::string_view how) override {
    note(frame, std::string(role) + " filled: " + std::string(how));
  }
  void changed(std::size_t frame, std::string_view rule, std::string_view what) override {
    note(frame, std::string(what) + (rule.empty() ? "" : " by " + std::string(rule)));
  }
  void merged(std::size_t from, std::size_t into) override { note(from, "is the same as frame " + std::to_string(into)); }
  void dropped(std::size_t frame, std::string_view why) override { note(frame, "left out: " + std::string(why)); }

  [[nodiscard]] const std::vector<std::string>& lines(std::uint32_t sentence) const {
    static const std::vector<std::string> none;
    const auto found = lines_.find(sentence);
    return found == lines_.end() ? none : found->second;
  }

 private:
  static std::string text_of(const Extraction& extraction, const Filler& filler) {
    if (filler.value != Symbol::None) return std::string(extraction.document->symbols.text(filler.value));
    return chancery::text_of(*extraction.document, filler);
  }
  void say(std::uint32_t sentence, std::string line) { lines_[sentence].push_back(std::move(line)); }
  void note(std::size_t frame, const std::string& what) { say(sentence_of_frame_[frame], "frame " + std::to_string(frame) + ": " + what); }

  const RulePack& pack_;
  const Program& program_;
  std::map<std::size_t, std::uint32_t> sentence_of_frame_;
  std::map<std::uint32_t, std::vector<std::string>> lines_;
};

class StatementCollector final : public StatementSink {
 public:
  void add(const Statement& statement) override { statements.push_back(statement); }
  std::vector<Statement> statements;
};

/// `<IRI>` as a compact name where a vocabulary or a node kind fits.
std::string compact(const Term& term, const std::string& base) {
  if (term.kind != TermKind::Iri) return to_string(term);
  for (const auto& [prefix, space] : vocabulary_prefixes()) {
    if (term.value.starts_with(space)) return std::string(prefix) + ":" + term.value.substr(space.size());
  }
  if (!term.value.starts_with(base)) return to_string(term);
  std::string rest = term.value.substr(base.size());
  const std::size_t slash = rest.find('/');
  if (slash != std::string::npos) rest[slash] = ':';
  return rest;
}

/// One claim of the shard, as a line, with where it stands.
struct ClaimLine {
  std::string span;
  std::string line;
};

std::vector<ClaimLine> claims_of(const std::vector<Statement>& shard, const std::string& base) {
  std::map<std::string, std::map<std::string, Term>> nodes;
  for (const Statement& s : shard) nodes[s.subject.value][s.predicate.value] = s.object;
  const auto in = [](std::string_view space, const char* local) { return std::string(space) + local; };
  std::vector<ClaimLine> lines;
  for (const auto& [iri, properties] : nodes) {
    const auto get = [&, &known = properties](const std::string& property) {
      const auto found = known.find(property);
      return found == known.end() ? std::string() : compact(found->second, base);
    };
    if (get(in(ns::rdf, "subject")).empty()) continue;
    const auto span = properties.find(in(ns::prov, "wasDerivedFrom"));
    lines.push_back({span == properties.end() ? std::string() : span->second.value,
                     get(in(ns::rdf, "subject")) + " " + get(in(ns::rdf, "predicate")) + " " + get(in(ns::rdf, "object")) + "  (" +
                         get(in(ns::ch, "factuality")) + (get(in(ns::ch, "polarity")).starts_with("\"false") ? ", denied" : "") +
                         ", source " + get(in(ns::ch, "source")) + ", rule " + get(in(ns::ch, "rule")) + ")"});
  }
  return lines;
}

void print_tokens(const Extraction& extraction, TokenSpan tokens, std::ostream& out) {
  out << "  tokens:";
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const TokenAnnotation& annotation = extraction.annotation.tokens[i];
    out << ' ' << extraction.document->text(extraction.document->token(i)) << '/' << name_of(annotation.pos);
    const std::string_view lemma = extraction.document->symbols.text(annotation.lemma);
    if (lemma != extraction.document->word(i)) out << '/' << lemma;
  }
  out << '\n';
}

void print_groups(const Extraction& extraction, TokenSpan tokens, std::ostream& out) {
  const Annotation& annotation = extraction.annotation;
  const Document& document = *extraction.document;
  out << "  groups:";
  for (const NounGroup& group : annotation.noun_groups) {
    if (tokens.contains(group.tokens)) out << " [NG " << document.text(group.tokens) << ']';
  }
  out << '\n';
  for (const VerbGroup& group : annotation.verb_groups) {
    if (!tokens.contains(group.tokens)) continue;
    out << "  verb: [" << document.text(group.tokens) << "] " << name_of(group.tense);
    if (group.passive) out << ", passive";
    if (group.perfect) out << ", perfect";
    if (group.negated) out << ", negated";
    if (group.infinitive) out << ", infinitive";
    if (group.participle) out << ", participle";
    if (group.modal != Symbol::None) out << ", modal " << document.symbols.text(group.modal);
    if (group.subject >= 0)
      out << "; subject [" << document.text(annotation.noun_groups[static_cast<std::size_t>(group.subject)].tokens) << ']';
    if (group.object >= 0)
      out << "; object [" << document.text(annotation.noun_groups[static_cast<std::size_t>(group.object)].tokens) << ']';
    out << '\n';
  }
}

/// An extraction with what is needed to show it.
struct Explained {
  Extraction extraction;
  std::vector<std::string> entity_iris;
  std::vector<Statement> shard;
};

Explained read(const Resources& resources, Article article, const std::string& base, ExtractionTrace* trace) {
  Explained explained;
  Extractor extractor(resources.model());
  const std::string key = Mapper::article_key(article);
  explained.extraction = extractor.extract(std::move(article), trace);
  Mapper mapper(resources.pack(), resources.lexicon(), resources.run(), base);
  StatementCollector collector;
  mapper.map(explained.extraction, collector);
  explained.shard = std::move(collector.statements);
  Minter minter(resources.pack(), resources.lexicon(), base);
  std::vector<std::string> keys;
  minter.entity_keys(explained.extraction, key, keys);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const ArticleEntity& entity = explained.extraction.entities[i];
    explained.entity_iris.push_back(keys[i].empty() ? std::string() : minter.iri(minter.kind_of(entity.cls), keys[i]));
  }
  return explained;
}

}  // namespace

void explain_text(const Resources& resources, Article article, const std::string& base, std::ostream& out) {
  Recorder recorder(resources.pack(), resources.program());
  const Explained explained = read(resources, std::move(article), base, &recorder);
  const Extraction& extraction = explained.extraction;
  const Document& document = *extraction.document;
  const std::vector<ClaimLine> claims = claims_of(explained.shard, base);
  out << "article: " << document.article().title << (document.article().date.empty() ? "" : ", " + document.article().date) << '\n';
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    const TokenSpan tokens = document.sentences[s].tokens;
    const CodePointSpan place = document.code_points(document.bytes(tokens));
    out << "\nsentence " << s + 1 << " (" << place.begin << '-' << place.end << "): " << document.text(tokens) << '\n';
    print_tokens(extraction, tokens, out);
    print_groups(extraction, tokens, out);
    for (const Mention& mention : extraction.mentions.items) {
      if (!tokens.contains(mention.tokens)) continue;
      out << "  mention: [" << document.text(mention.tokens) << "] " << class_name(resources.pack(), mention.cls) << ", "
          << name_of(mention.form) << (mention.inside ? ", inside a larger one" : "");
      if (mention.entity != no_entity && !explained.entity_iris[mention.entity].empty()) {
        out << " -> " << compact({TermKind::Iri, explained.entity_iris[mention.entity], {}, {}}, base);
      }
      if (mention.cls == mention_class::date && mention.value >= 0) {
        out << " = " << extraction.mentions.dates[static_cast<std::size_t>(mention.value)].value.timex;
      }
      out << '\n';
    }
    for (const std::string& line : recorder.lines(s)) out << "  " << line << '\n';
    for (const ClaimLine& claim : claims) {
      const std::size_t at = claim.span.rfind('=');
      if (at == std::string::npos) continue;
      const auto begin = static_cast<std::uint32_t>(std::strtoul(claim.span.c_str() + at + 1, nullptr, 10));
      if (begin == place.begin) out << "  claim: " << claim.line << '\n';
    }
  }
}

void explain_json(const Resources& resources, Article article, const std::string& base, std::ostream& out) {
  using Json = nlohmann::ordered_json;
  const Explained explained = read(resources, std::move(article), base, nullptr);
  const Extraction& extraction = explained.extraction;
  const Document& document = *extraction.document;
  out << Json{{"source", document.article().source},
              {"title", document.article().title},
              {"date", document.article().date},
              {"dateline", std::string(document.dateline.empty() ? "" : document.text(document.dateline))}}
             .dump()
      << '\n';
  for (const Sentence& sentence : document.sentences) {
    const CodePointSpan place = document.code_points(document.bytes(sentence.tokens));
    Json line = {{"text", std::string(document.text(sentence.tokens))}, {"begin", place.begin}, {"end", place.end}};
    line["tokens"] = Json::array();
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const TokenAnnotation& token = extraction.annotation.tokens[i];
      line["tokens"].push_back({{"text", std::string(document.text(document.token(i)))},
                                {"lemma", std::string(document.symbols.text(token.lemma))},
                                {"pos", std::string(name_of(token.pos))}});
    }
    line["mentions"] = Json::array();
    for (const Mention& mention : extraction.mentions.items) {
      if (!sentence.tokens.contains(mention.tokens)) continue;
      const CodePointSpan span = document.code_points(document.bytes(mention.tokens));
      Json item = {{"begin", span.begin},
                   {"end", span.end},
                   {"text", std::string(document.text(mention.tokens))},
                   {"class", class_name(resources.pack(), mention.cls)},
                   {"form", std::string(name_of(mention.form))}};
      if (mention.inside) item["inside"] = true;
      if (mention.entity != no_entity && !explained.entity_iris[mention.entity].empty())
        item["iri"] = explained.entity_iris[mention.entity];
      if (mention.cls == mention_class::date && mention.value >= 0) {
        const DateValue& value = extraction.mentions.dates[static_cast<std::size_t>(mention.value)].value;
        item["timex"] = value.timex;
        item["type"] = value.type;
      }
      line["mentions"].push_back(std::move(item));
    }
    out << line.dump() << '\n';
  }
}

}  // namespace chancery
