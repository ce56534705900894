#include "match/edge_traits.hpp"

#include <bit>

namespace chancery {
namespace {

constexpr unsigned most_parts_of_speech = 20;

constexpr std::uint64_t tag(Pos pos) {
  return std::uint64_t{1} << static_cast<unsigned>(pos);
}
constexpr std::uint64_t tag(Shape shape) {
  return std::uint64_t{1} << (most_parts_of_speech + static_cast<unsigned>(shape));
}
static_assert(static_cast<unsigned>(Pos::Other) < most_parts_of_speech && static_cast<unsigned>(Shape::Other) < 20);

constexpr std::uint64_t any_token = (std::uint64_t{1} << most_parts_of_speech) - 1;
constexpr std::uint64_t noun_group = std::uint64_t{1} << 40U;
constexpr std::uint64_t frame = noun_group << 1U;
constexpr std::uint64_t verb_group = noun_group << 2U;
// of verb groups, beside
constexpr std::uint64_t passive = noun_group << 3U;
constexpr std::uint64_t past = noun_group << 4U;
constexpr std::uint64_t infinitive = noun_group << 5U;
constexpr std::uint64_t participle = noun_group << 6U;
/// What every position has, also where no edge stands.
constexpr std::uint64_t position_mark = std::uint64_t{1} << 63U;

/// Tags of which an edge has one if it passes the test; `any` if nothing better is known.
std::uint64_t tags_wanted(const TestSet& tests, std::uint32_t index, std::uint64_t any) {
  const TestNode& node = tests.nodes[index];
  switch (node.key) {
    case TestKey::And: {
      std::uint64_t best = any;
      for (const std::uint32_t child : node.children) {
        const std::uint64_t tags = tags_wanted(tests, child, any);
        if (tags != any && (best == any || std::popcount(tags) < std::popcount(best))) best = tags;
      }
      return best;
    }
    case TestKey::Or: {
      std::uint64_t all = 0;
      for (const std::uint32_t child : node.children) all |= tags_wanted(tests, child, any);
      return all;
    }
    case TestKey::Passive: return passive;
    case TestKey::Past: return past;
    case TestKey::Infinitive: return infinitive;
    case TestKey::Participle: return participle;
    default: break;
  }
  if (any != any_token) return any;
  switch (node.key) {
    case TestKey::PosIs: return tag(static_cast<Pos>(node.value));
    case TestKey::Capitalized: return tag(Shape::Capitalized) | tag(Shape::AllCaps) | tag(Shape::SingleCap);
    case TestKey::Upper: return tag(Shape::AllCaps);
    case TestKey::Lower: return tag(Shape::Lower);
    case TestKey::NumberShape: return tag(Shape::Number);
    case TestKey::PunctuationShape: return tag(Shape::Punctuation) | tag(Shape::Quote);
    default: return any;
  }
}

EdgeTraits with_tags(std::uint64_t tags) {
  return {0, 0, tags};
}

}  // namespace

EdgeTraits traits_of(const Lattice& lattice, const Edge& edge) {
  const ArticleView& article = lattice.article();
  switch (edge.kind) {
    case EdgeKind::Token: {
      const Token& token = article.document->tokens[edge.index];
      const TokenAnnotation& annotation = article.annotation->tokens[edge.index];
      return {0, word_bit(token.word) | word_bit(annotation.lemma), tag(annotation.pos) | tag(token.shape)};
    }
    case EdgeKind::NounGroup: return with_tags(noun_group);
    case EdgeKind::VerbGroup: {
      const VerbGroup& group = article.annotation->verb_groups[edge.index];
      return with_tags(verb_group | (group.passive ? passive : 0) | (group.tense == Tense::Past ? past : 0) |
                       (group.infinitive ? infinitive : 0) | (group.participle ? participle : 0));
    }
    case EdgeKind::Mention: return {std::uint64_t{1} << article.mentions->items[edge.index].cls, 0, 0};
    case EdgeKind::Quote: return {std::uint64_t{1} << mention_class::quote, 0, 0};
    case EdgeKind::Frame: break;
  }
  return with_tags(frame);
}

EdgeTraits traits_wanted(const Instruction& at, const TestSet& tests) {
  const auto tested = [&](std::uint64_t any) { return with_tags(at.y == no_test ? any : tags_wanted(tests, tests.roots[at.y], any)); };
  switch (at.op) {
    case Op::Word:
    case Op::Exact:
    case Op::Lemma: return {0, word_bit(Symbol{at.x}), 0};
    case Op::AnyWord: {
      EdgeTraits traits;
      for (const Symbol word : tests.symbol_sets[at.x]) traits.words |= word_bit(word);
      return traits;
    }
    case Op::WordSet: {
      EdgeTraits traits;
      for (const std::uint64_t key : tests.word_sets[at.x].keys) traits.words |= word_bit(Symbol{static_cast<std::uint32_t>(key >> 8U)});
      return traits;
    }
    case Op::Mention: return {tests.class_sets[at.x], 0, 0};
    case Op::Frame: return with_tags(frame);
    case Op::NounGroup: return tested(noun_group);
    case Op::VerbGroup: return tested(verb_group);
    case Op::Test: return tested(any_token);
    default: return with_tags(any_token);
  }
}

std::vector<EdgeTraits> traits_ahead(const Code& code, const TestSet& tests) {
  std::vector<EdgeTraits> ahead(code.size());
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (code[i].op <= Op::Gap) ahead[i] = traits_wanted(code[i], tests);
    if (code[i].op == Op::Found) ahead[i].tags = position_mark;
  }
  // What follows an instruction was mostly written before it; only loops need another turn.
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
      if (code[i].op <= Op::Gap || code[i].op == Op::Found) continue;
      EdgeTraits all = ahead[code[i].next];
      if (code[i].op == Op::Split) all.add(ahead[code[i].alt]);
      changed = changed || all != ahead[i];
      ahead[i] = all;
    }
  }
  return ahead;
}

void PositionTraits::start(const Lattice& lattice) {
  if (lattice_ == &lattice && generation_ == lattice.generation()) return;
  lattice_ = &lattice;
  generation_ = lattice.generation();
  ++round_;
  const std::size_t positions = lattice.unit().size() + 1;
  if (from_.size() < positions) from_.resize(positions);
  if (into_.size() < positions) into_.resize(positions);
}

void PositionTraits::look_at(std::uint32_t position, bool backward, Known& known) const {
  known = {round_, {0, 0, position_mark}};
  for (const Edge& edge : backward ? lattice_->into(position) : lattice_->from(position)) known.traits.add(traits_of(*lattice_, edge));
}

}  // namespace chancery
