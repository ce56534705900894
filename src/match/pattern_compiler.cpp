// A pattern is cut at its anchor, the part that tells most about where it can match: a word list or a lemma, else a word, else a
// mention. From the anchor one program runs to the right and one to the left, and neither depends on the other, so a rule costs
// something only where its anchor stands, and what stands left of the anchor is found from there: the nearest first.
#include "match/pattern_compiler.hpp"

#include <algorithm>
#include <utility>

namespace chancery {
namespace {

constexpr std::size_t most_branches = 16;
constexpr std::size_t most_need_words = 32;

}  // namespace

PatternCompiler::PatternCompiler(const RulePack& pack, Lexicon& lexicon, PhraseBook& phrases, TestCompiler& tests, Program& program)
    : lexicon_(lexicon),
      phrases_(phrases),
      program_(program),
      first_sets_(phrases, program.classes_),
      writer_(pack, phrases, tests, program.classes_, program.code_, program.looks_, program.tests_) {
  writer_.role_names = &program.role_names_;
}

PatternCompiler::Outcome PatternCompiler::compile(const Pattern& pattern, const Use& use, std::vector<std::uint32_t>& variants) {
  phrases_.clear();
  std::vector<PatternUse> ways;
  branches({&pattern, nullptr, no_role_name}, ways);
  const std::size_t code = program_.code_.size(), looks = program_.looks_.size(), made = program_.variants_.size();
  writer_.start();
  writer_.whole_mentions_only = use.whole_mentions;
  writer_.role_classes = use.frame == no_program ? nullptr : &program_.role_classes_[use.frame];
  Outcome outcome = Outcome::Good;
  for (const PatternUse& way : ways) {
    Variant variant;
    variant.rule = use.rule;
    if (first_sets_.of(way).nullable) {
      // All of it may be missing, unless a look-around or a border is all there is: then it means nothing on its own either.
      outcome = Outcome::MatchesNothing;
    } else if (!compile_branch(way, use, variant)) {
      outcome = writer_.too_large() ? Outcome::TooLarge : writer_.empty_turn() != nullptr ? Outcome::EmptyTurn : Outcome::Failed;
      if (outcome == Outcome::EmptyTurn) empty_turn = *writer_.empty_turn();
    }
    if (outcome != Outcome::Good) break;
    program_.variants_.push_back(variant);
  }
  if (outcome != Outcome::Good) {
    program_.code_.resize(code);
    program_.looks_.resize(looks);
    program_.variants_.resize(made);
    anchor_keys.resize(made);
    return outcome;
  }
  for (std::size_t i = made; i < program_.variants_.size(); ++i) variants.push_back(static_cast<std::uint32_t>(i));
  return outcome;
}

/// The alternatives of the whole pattern, each with a program of its own.
void PatternCompiler::branches(PatternUse use, std::vector<PatternUse>& out) {
  const PatternUse inner = phrases_.resolve(use);
  if (inner.pattern != nullptr && inner.role == no_role_name && inner.pattern->kind == PatternKind::Alternation &&
      inner.pattern->children.size() + out.size() <= most_branches) {
    for (const PatternPtr& child : inner.pattern->children) branches({child.get(), inner.scope, no_role_name}, out);
  } else {
    out.push_back(use);
  }
}

/// The parts of a sequence, those of sequences and phrases inside it too.
void PatternCompiler::flatten(PatternUse use, std::vector<Part>& out) {
  const PatternUse inner = phrases_.resolve(use);
  if (inner.pattern != nullptr && inner.role == no_role_name && inner.pattern->kind == PatternKind::Sequence) {
    for (const PatternPtr& child : inner.pattern->children) flatten({child.get(), inner.scope, no_role_name}, out);
  } else {
    out.push_back({inner, first_sets_.of(inner)});
  }
}

bool PatternCompiler::is_trigger(const Part& part) {
  return part.item.pattern != nullptr && part.item.pattern->kind == PatternKind::Role && part.item.pattern->role == "trigger";
}

int PatternCompiler::word_score(std::uint64_t word, bool open_class) const {
  const Symbol symbol{static_cast<std::uint32_t>(word >> 8U)};
  const std::string_view text = lexicon_.symbols().text(symbol);
  const bool letters =
      std::any_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0; });
  if (!letters) return 1;
  const WordInfo& info = lexicon_.words().info(symbol);
  const bool function = info.is(WordClass::Determiner) || info.is(WordClass::Adposition) || info.is(WordClass::Pronoun) ||
                        info.is(WordClass::Conjunction) || info.is(WordClass::Subordinator) || info.is(WordClass::Auxiliary) ||
                        info.is(WordClass::Modal) || info.is(WordClass::Particle);
  if (function) return open_class ? 10 : 5;
  return open_class ? 30 : 20;
}

int PatternCompiler::score(const Part& part, bool mentions_tell) const {
  constexpr ClassSet rare = ClassSet{1} << mention_class::title | ClassSet{1} << mention_class::date |
                            ClassSet{1} << mention_class::number | ClassSet{1} << mention_class::quote;
  const FirstSet& first = part.first;
  if (first.any || first.nullable || (first.words.empty() && first.classes == 0)) return 0;
  int least = 100;
  if (first.classes != 0) least = (mentions_tell ? 6 : 2) + ((first.classes & ~rare) == 0 ? 2 : 0);
  for (const std::uint64_t word : first.words) least = std::min(least, word_score(word, first.open_class));
  return least;
}

/// The part that the program starts from, or the number of parts if none will do.
std::size_t PatternCompiler::anchor_of(const std::vector<Part>& parts, bool mentions_tell) const {
  std::size_t best = parts.size();
  int best_score = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    int points = score(parts[i], mentions_tell);
    if (points > 0 && is_trigger(parts[i])) points = 1000;
    if (points > best_score) {
      best = i;
      best_score = points;
    }
  }
  return best;
}

bool PatternCompiler::compile_branch(PatternUse branch, const Use& use, Variant& variant) {
  std::vector<Part> parts;
  flatten(branch, parts);
  std::size_t anchor = use.from_left ? parts.size() : anchor_of(parts, use.mentions_tell);
  const bool has_anchor = anchor < parts.size();
  if (!has_anchor) anchor = 0;
  // Without an anchor the program starts wherever one of its first edges stands, if these are told by words or classes.
  const FirstSet first = has_anchor ? parts[anchor].first : first_sets_.of(branch);
  variant.anchored = !first.any && !first.nullable;
  variant.code_begin = static_cast<std::uint32_t>(program_.code_.size());
  variant.look_begin = static_cast<std::uint32_t>(program_.looks_.size());
  std::vector<PatternUse> before, after;
  ClassSet left = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    (i < anchor ? before : after).push_back(parts[i].item);
    if (i < anchor) left = writer_.trailing(parts[i].item, left);
  }
  const std::uint32_t found = writer_.add({Op::Found, false, true, no_test, 0, 0, 0});
  if (has_anchor) {
    // What the anchor took is the trigger.
    const std::vector<PatternUse> rest(after.begin() + 1, after.end());
    const std::uint32_t behind = writer_.write(rest, writer_.trailing(after[0], left), false, found);
    const std::uint32_t close = writer_.add({Op::Close, false, true, no_test, no_role_name, behind, 0});
    variant.forward = writer_.add({Op::Open, false, true, no_test, no_role_name, writer_.write({after[0]}, left, false, close), 0});
  } else {
    variant.forward = writer_.write(after, 0, false, found);
  }
  if (!before.empty()) variant.backward = writer_.write(before, 0, true, found);
  variant.code_end = static_cast<std::uint32_t>(program_.code_.size());
  variant.look_end = static_cast<std::uint32_t>(program_.looks_.size());
  if (writer_.failed()) return false;
  mark_joins(variant);
  write_anchor(first, has_anchor && !use.mentions_tell, variant);
  add_needs(parts, has_anchor ? anchor : parts.size(), variant);
  return true;
}

/// An instruction with one predecessor that moves every position to another one is reached once for each time that one is; all
/// others may be reached twice. A look-around is run from many positions, so its code is all marked.
void PatternCompiler::mark_joins(Variant& variant) {
  Code& code = program_.code_;
  constexpr std::uint8_t many = 3;
  std::vector<std::uint8_t> ways(variant.code_end - variant.code_begin, 0);
  const auto lead_to = [&](std::uint32_t instruction, bool injective) {
    std::uint8_t& count = ways[instruction - variant.code_begin];
    count = static_cast<std::uint8_t>(injective && count == 0 ? 1 : 2);
  };
  lead_to(variant.forward, true);
  if (variant.backward != no_program) lead_to(variant.backward, true);
  for (std::uint32_t i = variant.code_begin; i < variant.code_end; ++i) {
    const Instruction& at = code[i];
    variant.has_gap = variant.has_gap || at.op == Op::Gap;
    if (at.op == Op::Found) continue;
    const bool several_lengths =
        at.op == Op::Mention || at.op == Op::Frame || at.op == Op::NounGroup || at.op == Op::VerbGroup || at.op == Op::Gap;
    lead_to(at.next, !several_lengths);
    if (at.op == Op::Split) lead_to(at.alt, true);
  }
  for (std::uint32_t l = variant.look_begin; l < variant.look_end; ++l) {
    std::vector<std::uint32_t> open{program_.looks_[l].entry};
    while (!open.empty()) {
      const std::uint32_t i = open.back();
      open.pop_back();
      if (std::exchange(ways[i - variant.code_begin], many) == many || code[i].op == Op::Found) continue;
      open.push_back(code[i].next);
      if (code[i].op == Op::Split) open.push_back(code[i].alt);
    }
  }
  for (std::uint32_t i = variant.code_begin; i < variant.code_end; ++i) code[i].joins = ways[i - variant.code_begin] > 1;
}

void PatternCompiler::write_anchor(const FirstSet& first, bool has_anchor, Variant& variant) {
  std::vector<std::uint32_t> keys;
  if (variant.anchored) {
    variant.anchor_classes = first.classes;
    for (const std::uint64_t word : first.words) keys.push_back(key(word));
    if (has_anchor && first.open_class && first.by_words()) {
      std::vector<WordSet>& sets = program_.tests_.word_sets;
      const auto [known, fresh] = anchor_sets_.try_emplace(first.words, static_cast<std::uint32_t>(sets.size()));
      if (fresh) sets.push_back({first.words});
      variant.anchor_words = known->second;
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  }
  anchor_keys.resize(program_.variants_.size());
  anchor_keys.push_back(std::move(keys));
}

void PatternCompiler::add_needs(const std::vector<Part>& parts, std::size_t anchor, Variant& variant) {
  variant.need_begin = static_cast<std::uint32_t>(program_.need_ranges_.size());
  std::size_t classes = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const FirstSet& first = parts[i].first;
    if (i == anchor) {
      add_need_of_phrases(parts[i].item);
      continue;
    }
    const Side side = anchor == parts.size() ? Side::Any : i < anchor ? Side::Left : Side::Right;
    add_needs_of_look(parts[i].item, anchor == parts.size() ? Side::Any : side);
    if (first.by_words() && first.words.size() <= most_need_words)
      add_need_words(first, side);
    else if (first.by_classes() && classes < 2)
      variant.needed_classes[classes++] = {first.classes, side};
  }
  variant.need_end = static_cast<std::uint32_t>(program_.need_ranges_.size());
}

/// What a look-around must see. One that looks back across the anchor may see it on either side.
void PatternCompiler::add_needs_of_look(PatternUse look, Side side) {
  if (look.pattern == nullptr) return;
  const PatternKind kind = look.pattern->kind;
  if (kind != PatternKind::LookAhead && kind != PatternKind::LookBehind) return;
  const Side towards = kind == PatternKind::LookAhead ? Side::Right : Side::Left;
  std::vector<Part> parts;
  for (const PatternPtr& child : look.pattern->children) flatten({child.get(), look.scope, no_role_name}, parts);
  for (const Part& part : parts) {
    if (part.first.by_words() && part.first.words.size() <= most_need_words) add_need_words(part.first, side == towards ? side : Side::Any);
  }
}

/// An anchor that is a list of phrases is found by their first words, and needs one of their last.
void PatternCompiler::add_need_of_phrases(PatternUse anchor) {
  anchor = phrases_.resolve(anchor);
  while (anchor.pattern != nullptr && anchor.pattern->kind == PatternKind::Role)
    anchor = phrases_.resolve({anchor.pattern->children[0].get(), anchor.scope, no_role_name});
  const bool is_list = anchor.pattern != nullptr && anchor.pattern->kind == PatternKind::List;
  const PhraseBook::List* entries = is_list ? phrases_.list(anchor.pattern->text) : nullptr;
  if (entries == nullptr || !entries->words.empty()) return;
  FirstSet last;
  for (const std::vector<EntryWord>& phrase : entries->phrases) {
    if (phrase.size() < 2 || phrase.back().kind == EntryWord::Kind::Modifiers) return;
    last.words.push_back(std::uint64_t{index_of(phrase.back().symbol)} << 8U);
  }
  std::sort(last.words.begin(), last.words.end());
  last.words.erase(std::unique(last.words.begin(), last.words.end()), last.words.end());
  if (!last.words.empty() && last.words.size() <= most_need_words) add_need_words(last, Side::Right);
}

void PatternCompiler::add_need_words(const FirstSet& first, Side side) {
  std::vector<std::uint32_t>& needs = program_.needs_;
  NeedRange range{static_cast<std::uint32_t>(needs.size()), 0, side};
  for (const std::uint64_t word : first.words) needs.push_back(key(word));
  range.end = static_cast<std::uint32_t>(needs.size());
  program_.need_ranges_.push_back(range);
}

std::uint32_t PatternCompiler::key(std::uint64_t word) {
  const auto symbol = static_cast<std::uint32_t>(word >> 8U);
  std::vector<std::uint32_t>& keys = program_.key_of_;
  if (symbol >= keys.size()) keys.resize(symbol + 1, 0);
  if (keys[symbol] == 0) keys[symbol] = ++program_.key_count_;
  if (symbol / 64 >= program_.is_key_.size()) program_.is_key_.resize(symbol / 64 + 1, 0);
  program_.is_key_[symbol / 64] |= std::uint64_t{1} << (symbol % 64);
  return keys[symbol];
}

}  // namespace chancery
