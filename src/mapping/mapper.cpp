// Frames and entities become statements by the triples of their frame definitions. A line whose role is empty gives nothing. A line
// about the frame's own node that is neither type nor name becomes a claim as well, with the sentence, trigger and rule behind it;
// plain it stands only if the article asserts it (`model.md`, "Claims").
#include "mapping/mapper.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/hash.hpp"
#include "mapping/article_writer.hpp"
#include "mapping/minting.hpp"
#include "mapping/triples.hpp"
#include "mapping/values.hpp"
#include "rdf/vocabulary.hpp"

namespace chancery {

struct Mapper::State {
  State(const RulePack& pack_in, const Lexicon& lexicon_in, RunInfo run_in, std::string base_in)
      : pack(pack_in), lexicon(lexicon_in), run(std::move(run_in)), base(base_in), minter(pack, lexicon, std::move(base_in)) {
    Diagnostics ignored;  // `Mapper::check` reports them
    for (const FrameDef& frame : pack.frames) triples.push_back(compile_triples(pack, frame, base, ignored));
    for (std::size_t cls = 0; cls < mention_class::built_in_count + pack.classes.size(); ++cls)
      frame_of_class.push_back(class_frame(static_cast<ClassId>(cls)));
  }

  /// The frame definition that has the triples of entities of `cls` or of the nearest class above it, or -1.
  [[nodiscard]] std::int32_t class_frame(ClassId cls) const {
    for (std::size_t i = pack.frames.size(); i-- > 0;) {
      const FrameDef& frame = pack.frames[i];
      const bool of_entity = frame.roles.size() == 1 && frame.roles.front().name == "self" && triples[i].usable;
      if (of_entity && is_a(pack, cls, frame.name)) return static_cast<std::int32_t>(i);
    }
    return -1;
  }

  const RulePack& pack;
  const Lexicon& lexicon;
  RunInfo run;
  std::string base;
  Minter minter;
  ShardTerms terms;
  std::vector<CompiledTriples> triples;      ///< by frame definition
  std::vector<std::int32_t> frame_of_class;  ///< by class

  std::vector<std::string> entity_keys, entity_iris;
  std::vector<EntryId> containers;
  std::vector<MappedTerm> subjects, objects;
  std::unordered_map<std::uint64_t, std::uint32_t> keys_given;  ///< how often, by frame definition and place
};

namespace {

/// One article on its way into the sink.
class ShardMapping {
 public:
  ShardMapping(Mapper::State& state, const Extraction& extraction, std::string article_key, StatementSink& sink);
  void write();

 private:
  void entity(EntityId id);
  void containers();
  void frame(const Frame& frame);
  void lines(const Term& node, const CompiledTriples& triples);
  void line(const Term& node, const CompiledTriple& line);
  void statements(const Term& subject, const CompiledTriple& line);
  void claim(const Term& node, const CompiledTriple& line, const MappedTerm& object);
  [[nodiscard]] bool is_plain(const CompiledTriple& line) const;
  [[nodiscard]] std::string frame_key(const Frame& frame);
  [[nodiscard]] TokenSpan sentence_of(TokenSpan tokens) const;
  [[nodiscard]] std::int32_t class_frame(std::string_view name) const;

  Mapper::State& s_;
  const Extraction& extraction_;
  std::string article_key_;
  ArticleWriter writer_;
  MappingScope scope_;
  TermMaker terms_{scope_};
  Term source_;
  bool has_source_ = false;
};

ShardMapping::ShardMapping(Mapper::State& state, const Extraction& extraction, std::string article_key, StatementSink& sink)
    : s_(state),
      extraction_(extraction),
      article_key_(std::move(article_key)),
      writer_(state.terms, extraction, state.base, article_key_, state.run, sink) {
  s_.minter.entity_keys(extraction, article_key_, s_.entity_keys);
  s_.entity_iris.assign(s_.entity_keys.size(), {});
  for (std::size_t i = 0; i < s_.entity_keys.size(); ++i) {
    if (!s_.entity_keys[i].empty()) s_.entity_iris[i] = s_.minter.iri(s_.minter.kind_of(extraction.entities[i].cls), s_.entity_keys[i]);
  }
  s_.containers.clear();
  s_.keys_given.clear();
  scope_.pack = &s_.pack;
  scope_.lexicon = &s_.lexicon;
  scope_.minter = &s_.minter;
  scope_.extraction = &extraction;
  scope_.entity_keys = &s_.entity_keys;
  scope_.entity_iris = &s_.entity_iris;
  scope_.article_key = article_key_;
  scope_.article_iri = writer_.article_term().value;
}

void ShardMapping::write() {
  writer_.article();
  writer_.run();
  for (EntityId id = 0; id < extraction_.entities.size(); ++id) entity(id);
  containers();
  for (const Frame& item : extraction_.frames) frame(item);
}

std::int32_t ShardMapping::class_frame(std::string_view name) const {
  for (std::size_t i = 0; i < s_.pack.frames.size(); ++i) {
    if (s_.pack.frames[i].name == name && s_.triples[i].usable) return static_cast<std::int32_t>(i);
  }
  return -1;
}

void ShardMapping::entity(EntityId id) {
  const ArticleEntity& item = extraction_.entities[id];
  const std::int32_t definition = s_.entity_keys[id].empty() ? -1 : s_.frame_of_class[item.cls];
  if (definition < 0) return;
  if (item.unnamed) return s_.containers.push_back(item.entry);
  const Term node{TermKind::Iri, s_.entity_iris[id], {}, {}};
  writer_.add(writer_.article_term(), s_.terms.mentions, node);
  scope_.definition = &s_.pack.frames[static_cast<std::size_t>(definition)];
  scope_.frame = nullptr;
  scope_.self = &item;
  scope_.self_id = id;
  scope_.entry = item.entry;
  for (const CompiledTriple& item_line : s_.triples[static_cast<std::size_t>(definition)].lines) line(node, item_line);
  if (item.entry != no_entry && s_.lexicon.entry(item.entry).country != no_entry)
    s_.containers.push_back(s_.lexicon.entry(item.entry).country);
}

/// What only the lexicon says: the polities in which places lie, with type and name alone.
void ShardMapping::containers() {
  std::sort(s_.containers.begin(), s_.containers.end());
  s_.containers.erase(std::unique(s_.containers.begin(), s_.containers.end()), s_.containers.end());
  static constexpr std::string_view names[] = {"Person", "Polity", "Organization", "Place"};
  for (const EntryId id : s_.containers) {
    const Entry& entry = s_.lexicon.entry(id);
    const std::int32_t definition = class_frame(names[static_cast<std::size_t>(entry.cls)]);
    if (definition < 0) continue;
    scope_.definition = &s_.pack.frames[static_cast<std::size_t>(definition)];
    scope_.frame = nullptr;
    scope_.self = nullptr;
    scope_.self_id = no_entity;
    scope_.entry = id;
    const Term node{TermKind::Iri, s_.minter.iri(Minter::kind_of(entry), entry.key), {}, {}};
    for (const CompiledTriple& item_line : s_.triples[static_cast<std::size_t>(definition)].lines) {
      const bool naming = item_line.predicate == s_.terms.type || item_line.predicate.value.starts_with(ns::skos);
      if (naming) line(node, item_line);
    }
  }
}

/// A hash of the article, the frame's name and its trigger, and of how many frames there hang on the same trigger.
std::string ShardMapping::frame_key(const Frame& frame) {
  const ByteSpan bytes = extraction_.document->bytes(frame.trigger);
  const std::uint32_t place = extraction_.document->code_points(bytes).begin;
  std::uint32_t& given = s_.keys_given[std::uint64_t{frame.definition} << 32U | place];
  return hash128({article_key_, s_.pack.frames[frame.definition].name, std::to_string(place), std::to_string(given++)});
}

void ShardMapping::frame(const Frame& item) {
  const CompiledTriples& triples = s_.triples[item.definition];
  if (!triples.usable) return;
  const std::string key = frame_key(item);
  scope_.definition = &s_.pack.frames[item.definition];
  scope_.frame = &item;
  scope_.self = nullptr;
  scope_.self_id = no_entity;
  scope_.entry = no_entry;
  scope_.frame_key = key;
  has_source_ = item.source != no_entity && !s_.entity_iris[item.source].empty();
  if (has_source_) source_ = {TermKind::Iri, s_.entity_iris[item.source], {}, {}};
  std::vector<MappedTerm> node;
  terms_.make(triples.subject, {}, {}, node);
  if (node.size() == 1) lines(node.front().term, triples);
  scope_.frame_key = {};
}

void ShardMapping::lines(const Term& node, const CompiledTriples& triples) {
  for (const CompiledTriple& item : triples.lines) line(node, item);
}

bool ShardMapping::is_plain(const CompiledTriple& line) const {
  if (line.claim_only) return false;
  if (scope_.frame == nullptr || line.plain_only || scope_.definition->presupposed) return true;
  const Frame& frame = *scope_.frame;
  if (!frame.polarity || frame.factuality == Factuality::Possible) return false;
  return line.identifying || frame.asserted;
}

void ShardMapping::line(const Term& node, const CompiledTriple& line) {
  s_.objects.clear();
  terms_.make_object(line, s_.objects);
  if (s_.objects.empty()) return;
  if (!line.own_subject) return statements(node, line);
  s_.subjects.clear();
  terms_.make(line.subject, {}, {}, s_.subjects);
  for (const MappedTerm& subject : s_.subjects) statements(subject.term, line);
}

/// What the line says of `subject`, once for each of its objects.
void ShardMapping::statements(const Term& subject, const CompiledTriple& line) {
  if (subject.kind != TermKind::Iri) return;
  const bool plain = is_plain(line);
  const bool claimed = scope_.frame != nullptr && !line.plain_only && (!line.identifying || !scope_.definition->presupposed);
  for (const MappedTerm& object : s_.objects) {
    if (plain) writer_.add(subject, line.predicate, object.term);
    if (claimed) claim(subject, line, object);
  }
}

TokenSpan ShardMapping::sentence_of(TokenSpan tokens) const {
  const Document& document = *extraction_.document;
  const std::uint32_t index = tokens.empty() ? static_cast<std::uint32_t>(document.sentences.size()) : document.sentence_of(tokens.begin);
  return index < document.sentences.size() ? document.sentences[index].tokens : TokenSpan{};
}

void ShardMapping::claim(const Term& node, const CompiledTriple& line, const MappedTerm& object) {
  const Frame& frame = *scope_.frame;
  const Filler* filler = object.filler;
  ArticleWriter::Origin origin;
  origin.evidence = frame.evidence;
  origin.trigger = frame.trigger;
  std::size_t rule = frame.rule;
  if (filler != nullptr) {
    const TokenSpan sentence = sentence_of(filler->tokens);
    if (!sentence.empty() && !frame.evidence.contains(filler->tokens)) {
      origin.evidence = sentence;
      origin.trigger = {};
      for (const TokenSpan other : frame.mentions_of_event) {
        if (sentence.contains(other)) origin.trigger = other;
      }
    }
    if (filler->rule >= 0) rule = static_cast<std::size_t>(filler->rule);
    if (filler->date >= 0) origin.date_text = extraction_.document->text(filler->tokens);
  }
  origin.rule = rule < s_.pack.rules.size() ? std::string_view(s_.pack.rules[rule].name) : std::string_view(scope_.definition->name);
  origin.factuality = frame.factuality;
  origin.polarity = frame.polarity;
  if (has_source_) origin.source = &source_;
  writer_.claim(node, line.predicate, object.term, origin);
}

}  // namespace

Mapper::Mapper(const RulePack& pack, const Lexicon& lexicon, RunInfo run, std::string base)
    : state_(std::make_unique<State>(pack, lexicon, std::move(run), std::move(base))) {}
Mapper::~Mapper() = default;
Mapper::Mapper(Mapper&&) noexcept = default;

std::string Mapper::article_key(const Article& article) {
  return "a" + hash128({article.url, article.body});
}

void Mapper::map(const Extraction& extraction, StatementSink& sink) {
  ShardMapping(*state_, extraction, article_key(extraction.document->article()), sink).write();
}

void Mapper::check(const RulePack& pack, Diagnostics& diagnostics) {
  for (const FrameDef& frame : pack.frames) compile_triples(pack, frame, default_base, diagnostics);
}

}  // namespace chancery
