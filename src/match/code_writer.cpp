// Compiles in continuation style, as Thompson did: every part is written with the instruction that follows it at hand, so jumps
// need no patching but for loops. A backward program is the same with sequences turned round.
#include "match/code_writer.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace chancery {

std::uint32_t CodeWriter::add(Instruction instruction) {
  if (code_.size() - begin_ >= most_instructions) {
    too_large_ = true;
    return 0;
  }
  code_.push_back(instruction);
  test_set_.origins.resize(code_.size());  // code that was thrown away takes its origins with it
  test_set_.origins.back() = at_;
  return static_cast<std::uint32_t>(code_.size() - 1);
}

RoleName CodeWriter::role_name(const std::string& name) const {
  const auto found = std::find(role_names->begin(), role_names->end(), name);
  return found == role_names->end() ? no_role_name : static_cast<RoleName>(found - role_names->begin());
}

std::uint32_t CodeWriter::write(const std::vector<PatternUse>& items, ClassSet left, bool backward, std::uint32_t next) {
  std::vector<ClassSet> lefts;
  for (const PatternUse& each : items) {
    lefts.push_back(left);
    left = trailing(each, left);
  }
  for (std::size_t i = 0; i < items.size() && !failed(); ++i) {
    const std::size_t k = backward ? i : items.size() - 1 - i;
    next = item(items[k], {lefts[k], backward}, next);
  }
  return next;
}

std::uint32_t CodeWriter::item(PatternUse use, Way way, std::uint32_t next) {
  const PatternUse inner = phrases_.resolve(use);
  if (inner.pattern == nullptr) return fail();
  if (failed()) return 0;
  const Pattern* outer = at_;
  // The phrase that is built in has no place in a file, and does not outlive compiling.
  if (!inner.pattern->where.file.empty())
    at_ = inner.pattern;
  else if (!use.pattern->where.file.empty())
    at_ = use.pattern;
  const std::uint32_t entry =
      inner.role == no_role_name ? pattern(inner, way, next) : role(inner.role, {inner.pattern, inner.scope, no_role_name}, way, next);
  at_ = outer;
  return entry;
}

std::uint32_t CodeWriter::role(RoleName name, PatternUse inside, Way way, std::uint32_t next) {
  const std::uint32_t close = add({Op::Close, false, true, no_test, name, next, 0});
  return add({Op::Open, false, true, no_test, name, item(inside, way, close), 0});
}

std::uint32_t CodeWriter::pattern(PatternUse use, Way way, std::uint32_t next) {
  const Pattern& p = *use.pattern;
  switch (p.kind) {
    case PatternKind::Sequence: return sequence(use, way, next);
    case PatternKind::Alternation: return alternation(use, way, next);
    case PatternKind::Repeat: return repeat(use, way, next);
    case PatternKind::Role: {
      const RoleName name = role_name(p.role);
      PatternUse child{p.children[0].get(), use.scope, no_role_name};
      if (child.pattern->kind == PatternKind::Phrase && child.pattern->text == "list") {
        child.role = name;  // a captured list collects its members
        return item(child, way, next);
      }
      return role(name, child, way, next);
    }
    case PatternKind::Word:
    case PatternKind::ExactWord: return words(p, way, next);
    case PatternKind::List: return list(p, way, next);
    case PatternKind::Lemma:
      return add({Op::Lemma, false, true, static_cast<std::uint16_t>(p.word_class), index_of(phrases_.cutter().one(p.text)), next, 0});
    case PatternKind::Mention: return mention(p, next);
    case PatternKind::Frame: return frame(p, p.role, next);
    case PatternKind::NounGroup: return group(Op::NounGroup, p, next);
    case PatternKind::VerbGroup: return group(Op::VerbGroup, p, next);
    case PatternKind::TokenTest: return group(Op::Test, p, next);
    case PatternKind::Gap: return gap(p, way, next);
    case PatternKind::SentenceStart: return add({Op::Start, false, true, no_test, 0, next, 0});
    case PatternKind::SentenceEnd: return add({Op::End, false, true, no_test, 0, next, 0});
    case PatternKind::LookAhead:
    case PatternKind::NegativeLookAhead:
    case PatternKind::LookBehind:
    case PatternKind::NegativeLookBehind: return look(use, next);
    case PatternKind::Phrase:
    case PatternKind::Parameter: break;
  }
  assert(false);
  return fail();
}

std::uint32_t CodeWriter::sequence(PatternUse use, Way way, std::uint32_t next) {
  std::vector<PatternUse> items;
  for (const PatternPtr& child : use.pattern->children) items.push_back({child.get(), use.scope, no_role_name});
  return write(items, way.left, way.backward, next);
}

std::uint32_t CodeWriter::alternation(PatternUse use, Way way, std::uint32_t next) {
  std::uint32_t entry = 0;
  const auto& branches = use.pattern->children;
  for (std::size_t end = branches.size(); end > 0 && !failed();) {
    std::vector<Symbol> words;
    std::size_t begin = end;
    while (begin > 0) {
      const std::optional<Symbol> word = only_word({branches[begin - 1].get(), use.scope, no_role_name});
      if (!word) break;
      words.push_back(*word);
      --begin;
    }
    if (words.size() < 2) begin = end - 1;
    const std::uint32_t branch =
        words.size() < 2 ? item({branches[begin].get(), use.scope, no_role_name}, way, next) : any_word(words, next);
    entry = end == branches.size() ? branch : split(branch, entry);
    end = begin;
  }
  return entry;
}

/// The word that is all of a pattern.
std::optional<Symbol> CodeWriter::only_word(PatternUse use) {
  const PatternUse inner = phrases_.resolve(use);
  if (inner.pattern == nullptr || inner.role != no_role_name || inner.pattern->kind != PatternKind::Word) return std::nullopt;
  const auto cut = phrases_.cutter().cut(inner.pattern->text);
  return cut.size() == 1 ? std::optional(cut.front().symbol) : std::nullopt;
}

/// One instruction for alternatives of which only one can be right, so that their order does not matter.
std::uint32_t CodeWriter::any_word(std::vector<Symbol> words, std::uint32_t next) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::vector<std::vector<Symbol>>& sets = test_set_.symbol_sets;
  const auto [known, fresh] = symbol_set_of_.try_emplace(words, static_cast<std::uint32_t>(sets.size()));
  if (fresh) sets.push_back(std::move(words));
  return add({Op::AnyWord, false, true, no_test, known->second, next, 0});
}

std::uint32_t CodeWriter::repeat(PatternUse use, Way way, std::uint32_t next) {
  const Pattern& p = *use.pattern;
  const PatternUse child{p.children[0].get(), use.scope, no_role_name};
  if (p.max > 1) way.left |= trailing(use, way.left);  // what a turn may have to its left: what was there, or a turn
  std::uint32_t entry = next;
  int copies = p.min;
  if (p.max == no_limit) {
    // What such a turn means would depend on the turns before, and a run must not remember them.
    if (nullable(child)) {
      empty_turn_ = &p.where;
      return fail();
    }
    const std::uint32_t loop = split(next, next);
    const std::uint32_t body = item(child, way, loop);
    if (failed()) return 0;
    (p.lazy ? code_[loop].alt : code_[loop].next) = body;
    entry = copies > 0 ? body : loop;  // the first turn that is asked for is the loop's own
    copies = std::max(0, copies - 1);
  } else {
    for (int i = p.min; i < p.max && !failed(); ++i) {
      const std::uint32_t body = item(child, way, entry);
      entry = p.lazy ? split(next, body) : split(body, next);
    }
  }
  for (; copies > 0 && !failed(); --copies) entry = item(child, way, entry);
  return entry;
}

bool CodeWriter::nullable(PatternUse use) {
  const PatternUse inner = phrases_.resolve(use);
  if (inner.pattern == nullptr) return false;
  const Pattern& p = *inner.pattern;
  const auto child_nullable = [&](const PatternPtr& child) { return nullable({child.get(), inner.scope, no_role_name}); };
  switch (p.kind) {
    case PatternKind::Sequence: return std::all_of(p.children.begin(), p.children.end(), child_nullable);
    case PatternKind::Alternation: return std::any_of(p.children.begin(), p.children.end(), child_nullable);
    case PatternKind::Repeat: return p.min == 0 || child_nullable(p.children[0]);
    case PatternKind::Role: return child_nullable(p.children[0]);
    case PatternKind::Gap: return true;
    default: return has_no_width(p.kind);
  }
}

std::uint32_t CodeWriter::words(const Pattern& pattern, Way way, std::uint32_t next) {
  auto cut = phrases_.cutter().cut(pattern.text);
  if (cut.empty()) return fail();
  if (!way.backward) std::reverse(cut.begin(), cut.end());
  for (const WordCutter::Word& word : cut) {
    const bool exact = pattern.kind == PatternKind::ExactWord && test_set_.texts.size() < no_test;
    std::uint16_t text = no_test;
    if (exact) {
      const auto known = std::find(test_set_.texts.begin(), test_set_.texts.end(), word.text);
      text = static_cast<std::uint16_t>(known - test_set_.texts.begin());
      if (known == test_set_.texts.end()) test_set_.texts.push_back(word.text);
    }
    const bool has_case =
        std::any_of(word.text.begin(), word.text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0; });
    next = add({exact && has_case ? Op::Exact : Op::Word, false, true, text, index_of(word.symbol), next, 0});
  }
  return next;
}

std::uint32_t CodeWriter::list(const Pattern& pattern, Way way, std::uint32_t next) {
  const PhraseBook::List* entries = phrases_.list(pattern.text);
  if (entries == nullptr) return fail();
  const std::int32_t set = tests_.single_words(pattern.text);
  bool made = false;
  std::uint32_t all = 0;
  if (!entries->words.empty()) {
    all = add({Op::WordSet, false, true, no_test, static_cast<std::uint32_t>(set), next, 0});
    made = true;
  }
  for (std::size_t i = entries->phrases.size(); i-- > 0 && !failed();) {
    const std::uint32_t one = entry(entries->phrases[i], way, next);
    all = made ? split(one, all) : one;
    made = true;
  }
  return made ? all : fail();
}

std::uint32_t CodeWriter::entry(const std::vector<EntryWord>& words, Way way, std::uint32_t next) {
  constexpr int most_modifiers = 6;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const EntryWord& word = words[way.backward ? i : words.size() - 1 - i];
    if (word.kind == EntryWord::Kind::Word) {
      next = add({Op::Word, false, true, no_test, index_of(word.symbol), next, 0});
    } else if (word.kind == EntryWord::Kind::Lemma) {
      next = add({Op::Lemma, false, true, static_cast<std::uint16_t>(word.word_class), index_of(word.symbol), next, 0});
    } else {
      const std::uint32_t after = next;
      for (int n = 0; n < most_modifiers; ++n) next = split(after, add({Op::Modifier, false, true, no_test, 0, next, 0}));
    }
  }
  return next;
}

std::uint32_t CodeWriter::mention(const Pattern& pattern, std::uint32_t next) {
  const ClassId cls = classes_.find(pattern.text);
  if (cls == ClassTable::none) return frame(pattern, {}, next);
  return add({Op::Mention, whole_mentions_only, true, tests_.compile_features(pattern), tests_.class_set(classes_.below(cls)), next, 0});
}

std::uint32_t CodeWriter::frame(const Pattern& pattern, const std::string& role, std::uint32_t next) {
  const FrameDef* frame = pack_.frame(pattern.text);
  if (frame == nullptr) return fail();
  std::uint16_t index = FrameEdge::no_frame_role;
  if (!role.empty()) {
    const auto found = std::find_if(frame->roles.begin(), frame->roles.end(), [&](const RoleDef& each) { return each.name == role; });
    if (found == frame->roles.end()) return fail();
    index = static_cast<std::uint16_t>(found - frame->roles.begin());
  }
  return add({Op::Frame, false, true, index, static_cast<std::uint32_t>(frame - pack_.frames.data()), next, 0});
}

std::uint32_t CodeWriter::group(Op op, const Pattern& pattern, std::uint32_t next) {
  std::uint16_t test = no_test;
  if (pattern.has_test) {
    test = tests_.compile(pattern.test);
    if (test == no_test) return fail();
  }
  return add({op, false, true, test, 0, next, 0});
}

std::uint32_t CodeWriter::gap(const Pattern& pattern, Way way, std::uint32_t next) {
  const std::uint32_t after = next;
  const std::uint32_t blocked = tests_.class_set(way.left);
  for (int i = 0; i < pattern.max; ++i) next = split(after, add({Op::Gap, false, true, no_test, blocked, next, 0}));
  return next;
}

std::uint32_t CodeWriter::look(PatternUse use, std::uint32_t next) {
  const PatternKind kind = use.pattern->kind;
  Look made;
  made.behind = kind == PatternKind::LookBehind || kind == PatternKind::NegativeLookBehind;
  made.negative = kind == PatternKind::NegativeLookAhead || kind == PatternKind::NegativeLookBehind;
  const std::uint32_t found = add({Op::Found, false, true, no_test, 0, 0, 0});
  made.entry = item({use.pattern->children[0].get(), use.scope, no_role_name}, {0, made.behind}, found);
  looks_.push_back(made);
  return add({Op::Look, false, true, no_test, static_cast<std::uint32_t>(looks_.size() - 1), next, 0});
}

ClassSet CodeWriter::trailing(PatternUse use, ClassSet left) {
  const PatternUse inner = phrases_.resolve(use);
  if (inner.pattern == nullptr) return left;
  if (inner.role != no_role_name) return trailing_role(inner.role, {inner.pattern, inner.scope, no_role_name}, left);
  const Pattern& p = *inner.pattern;
  const auto child = [&](std::size_t i) { return PatternUse{p.children[i].get(), inner.scope, no_role_name}; };
  ClassSet result = left;
  switch (p.kind) {
    case PatternKind::Sequence:
      for (std::size_t i = 0; i < p.children.size(); ++i) result = trailing(child(i), result);
      break;
    case PatternKind::Alternation:
      result = 0;
      for (std::size_t i = 0; i < p.children.size(); ++i) result |= trailing(child(i), left);
      break;
    case PatternKind::Repeat: result = (p.min == 0 ? left : 0) | trailing(child(0), left); break;
    case PatternKind::Role: return trailing_role(role_name(p.role), child(0), left);
    case PatternKind::Mention: result = classes_.find(p.text) == ClassTable::none ? 0 : classes_.below(classes_.find(p.text)); break;
    case PatternKind::Gap: break;
    default: result = has_no_width(p.kind) ? left : 0; break;
  }
  return result;
}

/// The role's classes, if the frame says them; else those of what stands last in it. What stands before it counts where the role may
/// stay empty.
ClassSet CodeWriter::trailing_role(RoleName role, PatternUse inside, ClassSet left) {
  const bool known =
      role_classes != nullptr && role < role_classes->size() && (*role_classes)[role] != 0 && (*role_classes)[role] != ~ClassSet{0};
  return (known ? (*role_classes)[role] : trailing(inside, 0)) | (nullable(inside) ? left : 0);
}

}  // namespace chancery
