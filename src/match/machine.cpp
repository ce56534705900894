// The search is that of RE2's BitState (Cox, "Regular Expression Matching in the Wild"): back-tracking with a bit for each pair of
// instruction and position, so that a pair that failed once is not tried again. That is sound because what follows from a pair does
// not depend on how it was reached: instructions look at the lattice, the trigger's clause and the position alone. Only pairs that
// several ways can lead to are noted; the others hang on one that is. Over a lattice an
// instruction may take several edges from one position; they are tried in the order of the lattice. Bits are cleared one by one
// after a run, so a run that fails at once costs nothing more.
#include "match/machine.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace chancery {

bool Machine::visit(std::uint32_t instruction, std::uint32_t position) {
  const std::uint32_t positions = lattice_->unit().size() + 1;
  const std::uint32_t bit = (instruction - variant_->code_begin) * positions + (position - lattice_->unit().begin);
  std::uint64_t& word = visited_[bit >> 6U];
  const std::uint64_t mask = std::uint64_t{1} << (bit & 63U);
  if ((word & mask) != 0) return false;
  word |= mask;
  bits_.push_back(bit);
  return true;
}

void Machine::forget_visits(std::size_t from) {
  for (std::size_t i = from; i < bits_.size(); ++i) visited_[bits_[i] >> 6U] &= ~(std::uint64_t{1} << (bits_[i] & 63U));
  bits_.resize(from);
}

bool Machine::run(const Lattice& lattice, const Variant& variant, std::uint32_t entry, bool backward, std::uint32_t position,
                  const Bounds& bounds, std::vector<Step>& steps, std::uint32_t& reached) {
  lattice_ = &lattice;
  traits_.start(lattice);
  if (!may_go_on(entry, position, backward)) return false;
  variant_ = &variant;
  bounds_ = bounds;
  const std::size_t positions = lattice.unit().size() + 1;
  const std::size_t size = (variant.code_end - variant.code_begin) * positions / 64 + 1;
  if (visited_.size() < size) visited_.resize(size, 0);
  const std::size_t looks = (variant.look_end - variant.look_begin) * positions;
  if (look_memo_.size() < looks) look_memo_.resize(looks, 0);
  trail_.clear();
  jobs_.clear();
  const bool found = search(entry, backward, position, reached);
  forget_visits(0);
  for (const std::uint32_t used : look_used_) look_memo_[used] = 0;
  look_used_.clear();
  if (!found) return false;
  if (backward) {
    std::reverse(trail_.begin(), trail_.end());
    for (Step& step : trail_) {
      if (step.kind == Step::Kind::Open)
        step.kind = Step::Kind::Close;
      else if (step.kind == Step::Kind::Close)
        step.kind = Step::Kind::Open;
    }
  }
  steps.insert(steps.end(), trail_.begin(), trail_.end());
  return true;
}

std::uint64_t Machine::ends_of(const Lattice& lattice, const PrefixItems::Set& set, std::uint32_t position, bool backward) {
  static const Variant no_anchor;
  lattice_ = &lattice;
  const std::span<const Edge> edges = backward ? lattice.into(position) : lattice.from(position);
  if (edges.empty()) return 0;
  const auto bit_of = [&](const Edge& edge) {
    return std::uint64_t{1} << std::min(63U, backward ? position - edge.begin : edge.end - position);
  };
  if (set.gap) {
    variant_ = &no_anchor;
    bounds_.clause = {};
    const Edge* edge = gap_edge(program_.code()[set.instructions.front()], edges);
    return edge == nullptr ? 0 : bit_of(*edge);
  }
  std::uint64_t ends = 0;
  for (const Edge& edge : edges) {
    if ((set.kinds >> static_cast<unsigned>(edge.kind) & 1U) == 0) continue;
    const std::uint64_t bit = bit_of(edge);
    if ((ends & bit) == 0 && takes_one(set, edge)) ends |= bit;
  }
  return ends;
}

/// One of the set takes the edge.
bool Machine::takes_one(const PrefixItems::Set& set, const Edge& edge) const {
  const auto one_takes_it = [&](const std::vector<std::uint32_t>& instructions) {
    for (const std::uint32_t i : instructions)
      if (takes(program_.code()[i], edge)) return true;
    return false;
  };
  switch (edge.kind) {
    case EdgeKind::Token: {
      const Symbol word = lattice_->article().document->tokens[edge.index].word;
      return ((set.wanted.words & word_bit(word)) != 0 && std::ranges::binary_search(set.words, word)) || one_takes_it(set.of_tokens);
    }
    case EdgeKind::Mention:
    case EdgeKind::Quote: {
      const bool quote = edge.kind == EdgeKind::Quote;
      const ClassSet cls = ClassSet{1} << (quote ? mention_class::quote : lattice_->article().mentions->items[edge.index].cls);
      if ((set.classes & cls) != 0) return true;
      for (const auto& [classes, instruction] : set.of_mentions)
        if ((classes & cls) != 0 && takes(program_.code()[instruction], edge)) return true;
      return false;
    }
    default: return one_takes_it(set.of_groups);
  }
}

bool Machine::search(std::uint32_t entry, bool backward, std::uint32_t position, std::uint32_t& reached) {
  const std::size_t bottom = jobs_.size();
  bool found = follow(entry, position, backward, reached);
  while (!found && jobs_.size() > bottom) {
    const Job job = jobs_.back();
    jobs_.pop_back();
    trail_.resize(job.steps);
    if (job.edge != nullptr) trail_.push_back({job.gap ? Step::Kind::GapEdge : Step::Kind::Edge, no_role_name, *job.edge});
    found = follow(job.instruction, job.position, backward, reached);
  }
  jobs_.resize(bottom);  // what is left of a search inside another is not the other's
  return found;
}

bool Machine::follow(std::uint32_t instruction, std::uint32_t position, bool backward, std::uint32_t& reached) {
  for (;;) {
    const Instruction& at = program_.code()[instruction];
    if (at.joins && !visit(instruction, position)) return false;
    ++work_;
    switch (at.op) {
      case Op::Found: reached = position; return true;
      case Op::Split:
        if (!may_go_on(at.next, position, backward)) {
          instruction = at.alt;
          continue;
        }
        if (may_go_on(at.alt, position, backward))
          jobs_.push_back({at.alt, position, static_cast<std::uint32_t>(trail_.size()), nullptr, false});
        break;
      case Op::Open: trail_.push_back({Step::Kind::Open, static_cast<RoleName>(at.x), {}}); break;
      case Op::Close: trail_.push_back({Step::Kind::Close, static_cast<RoleName>(at.x), {}}); break;
      case Op::Start:
        if (position != lattice_->begin()) return miss(instruction, position);
        break;
      case Op::End:
        if (position != lattice_->end()) return miss(instruction, position);
        break;
      case Op::Look:
        if (!looks_good(at, position)) return miss(instruction, position);
        break;
      default: {
        const Edge* edge = step(at, position, backward);
        if (edge == nullptr) return miss(instruction, position);
        trail_.push_back({at.op == Op::Gap ? Step::Kind::GapEdge : Step::Kind::Edge, no_role_name, *edge});
        position = backward ? edge->begin : edge->end;
      }
    }
    instruction = at.next;
  }
}

const Edge* Machine::step(const Instruction& at, std::uint32_t position, bool backward) {
  const std::span<const Edge> edges = backward ? lattice_->into(position) : lattice_->from(position);
  if (edges.empty()) return nullptr;
  const auto target = [backward](const Edge& edge) { return backward ? edge.begin : edge.end; };
  if (at.op == Op::Gap) {
    const Edge* edge = gap_edge(at, edges);
    return edge != nullptr && inside(target(*edge)) ? edge : nullptr;
  }
  if (is_of_token(at.op)) {
    const Edge& edge = edges.back();
    return edge.kind == EdgeKind::Token && inside(target(edge)) && takes(at, edge) ? &edge : nullptr;
  }
  const Edge* first = nullptr;
  const std::size_t put_off = jobs_.size();
  std::uint32_t last = position;
  for (const Edge& edge : edges) {
    if (edge.kind == EdgeKind::Token) break;
    if (target(edge) == last || !inside(target(edge)) || !takes(at, edge)) continue;
    last = target(edge);  // what follows depends on the position only, so one edge of a length will do
    if (first == nullptr)
      first = &edge;
    else
      jobs_.push_back({at.next, target(edge), static_cast<std::uint32_t>(trail_.size()), &edge, false});
  }
  if (jobs_.size() > put_off + 1) std::reverse(jobs_.begin() + static_cast<std::ptrdiff_t>(put_off), jobs_.end());
  return first;
}

bool Machine::takes(const Instruction& at, const Edge& edge) const {
  switch (at.op) {
    case Op::Mention: return takes_mention(at, edge);
    case Op::Frame: {
      if (edge.kind != EdgeKind::Frame) return false;
      const FrameEdge& frame = lattice_->frame_edge(edge.index);
      return frame.frame == at.x && frame.role == at.y;
    }
    case Op::NounGroup: return edge.kind == EdgeKind::NounGroup && (at.y == no_test || program_.tests().passes(at.y, *lattice_, edge));
    case Op::VerbGroup: return edge.kind == EdgeKind::VerbGroup && (at.y == no_test || program_.tests().passes(at.y, *lattice_, edge));
    case Op::Test: return at.y == no_test || program_.tests().passes(at.y, *lattice_, edge);
    default: return takes_token(at, edge.index);
  }
}

bool Machine::takes_token(const Instruction& at, std::uint32_t index) const {
  const Document& document = *lattice_->article().document;
  const Annotation& annotation = *lattice_->article().annotation;
  const Token& token = document.tokens[index];
  switch (at.op) {
    case Op::Word: return token.word == Symbol{at.x};
    case Op::Exact: return token.word == Symbol{at.x} && document.text(token) == program_.tests().texts[at.y];
    case Op::Lemma:
      return (annotation.tokens[index].lemma == Symbol{at.x} || token.word == Symbol{at.x}) &&
             has_class(annotation, index, static_cast<char>(at.y));
    case Op::AnyWord: return std::ranges::binary_search(program_.tests().symbol_sets[at.x], token.word);
    case Op::WordSet: return program_.tests().word_sets[at.x].contains(document, annotation, index);
    case Op::Modifier: break;
    default: assert(false);
  }
  switch (annotation.tokens[index].pos) {
    case Pos::Noun:
    case Pos::ProperNoun:
    case Pos::Adjective:
    case Pos::Adverb:
    case Pos::Determiner:
    case Pos::Numeral:
    case Pos::Pronoun:
    case Pos::Particle: return true;
    case Pos::Verb: return annotation.tokens[index].form == VerbForm::PastParticiple || annotation.tokens[index].form == VerbForm::Gerund;
    case Pos::Punctuation: return document.text(token) == "-";
    default: return document.text(token) == "-";
  }
}

bool Machine::takes_mention(const Instruction& at, const Edge& edge) const {
  const ClassSet wanted = program_.tests().class_sets[at.x];
  if (edge.kind == EdgeKind::Quote) return (wanted >> mention_class::quote & 1U) != 0 && at.y == no_test;
  if (edge.kind != EdgeKind::Mention) return false;
  const Mention& mention = lattice_->article().mentions->items[edge.index];
  if ((wanted >> mention.cls & 1U) == 0 || (at.whole_only && mention.inside)) return false;
  return at.y == no_test || program_.tests().has_features(at.y, lattice_->article(), mention);
}

/// The longest mention if one starts here, else the token; nothing at a quotation, a semicolon, the border of the clause, another word
/// of the trigger's list, or a mention that could fill the role that the gap comes after.
const Edge* Machine::gap_edge(const Instruction& at, std::span<const Edge> edges) const {
  const Edge* crossed = &edges.back();
  if (crossed->kind != EdgeKind::Token) return nullptr;
  const ClassSet blocked = program_.tests().class_sets[at.x];
  for (const Edge& edge : edges) {
    if (edge.kind == EdgeKind::Quote) return nullptr;
    if (edge.kind != EdgeKind::Mention) continue;
    const Mention& mention = lattice_->article().mentions->items[edge.index];
    if (mention.inside) continue;
    if ((blocked >> mention.cls & 1U) != 0) return nullptr;
    if (crossed->kind == EdgeKind::Token) crossed = &edge;
  }
  if (!bounds_.clause.empty() && !bounds_.clause.contains(crossed->tokens)) return nullptr;
  if (crossed->kind != EdgeKind::Token) return crossed;
  const Document& document = *lattice_->article().document;
  if (document.tokens[crossed->index].word == program_.semicolon()) return nullptr;
  if (variant_->anchor_words != no_program) {
    const WordSet& set = program_.tests().word_sets[variant_->anchor_words];
    if (set.contains(document, *lattice_->article().annotation, crossed->index)) return nullptr;
  }
  return crossed;
}

bool Machine::looks_good(const Instruction& at, std::uint32_t position) {
  const Look& look = program_.looks()[at.x];
  const std::uint32_t positions = lattice_->unit().size() + 1;
  const std::uint32_t memo = (at.x - variant_->look_begin) * positions + (position - lattice_->unit().begin);
  if (look_memo_[memo] == 0) {
    const std::size_t steps = trail_.size(), visits = bits_.size();
    std::vector<Want>* const watcher = std::exchange(wants_, nullptr);
    std::uint32_t reached = 0;
    const bool found = may_go_on(look.entry, position, look.behind) && search(look.entry, look.behind, position, reached);
    if (found) forget_visits(visits);  // what was visited on the way did not fail
    trail_.resize(steps);
    wants_ = watcher;
    look_memo_[memo] = found != look.negative ? 1 : -1;
    look_used_.push_back(memo);
  }
  return look_memo_[memo] > 0;
}

}  // namespace chancery
