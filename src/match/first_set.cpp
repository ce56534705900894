#include "match/first_set.hpp"

#include <algorithm>

namespace chancery {
namespace {

std::uint64_t key(Symbol symbol, char word_class) {
  return (std::uint64_t{index_of(symbol)} << 8U) | static_cast<unsigned char>(word_class);
}

}  // namespace

FirstSet FirstSets::of(PatternUse item) {
  FirstSet first;
  add(item, first);
  std::sort(first.words.begin(), first.words.end());
  first.words.erase(std::unique(first.words.begin(), first.words.end()), first.words.end());
  return first;
}

void FirstSets::add_words(const std::string& text, FirstSet& out) {
  const auto words = phrases_.cutter().cut(text);
  if (!words.empty()) out.words.push_back(key(words.front().symbol, 0));
  out.open_class = false;
}

void FirstSets::add_list(const Pattern& list, FirstSet& out) {
  const PhraseBook::List* entries = phrases_.list(list.text);
  if (entries == nullptr) return;
  out.words.insert(out.words.end(), entries->words.begin(), entries->words.end());
  for (const auto& phrase : entries->phrases) out.words.push_back(key(phrase.front().symbol, phrase.front().word_class));
}

/// Adds what the sequence may begin with; `nullable` is set if all of it may be missing.
void FirstSets::add_sequence(PatternUse item, FirstSet& out) {
  for (const PatternPtr& child : item.pattern->children) {
    FirstSet part;
    add({child.get(), item.scope, no_role_name}, part);
    out.words.insert(out.words.end(), part.words.begin(), part.words.end());
    out.classes |= part.classes;
    out.any = out.any || part.any;
    out.open_class = out.open_class && part.open_class;
    if (!part.nullable) return;
  }
  out.nullable = true;
}

void FirstSets::add(PatternUse item, FirstSet& out) {
  item = phrases_.resolve(item);
  if (item.pattern == nullptr) return;
  const Pattern& pattern = *item.pattern;
  const auto child = [&](std::size_t i) { return PatternUse{pattern.children[i].get(), item.scope, no_role_name}; };
  switch (pattern.kind) {
    case PatternKind::Sequence: return add_sequence(item, out);
    case PatternKind::Alternation:
      for (std::size_t i = 0; i < pattern.children.size(); ++i) add(child(i), out);
      return;
    case PatternKind::Repeat:
      add(child(0), out);
      out.nullable = out.nullable || pattern.min == 0;
      return;
    case PatternKind::Role: return add(child(0), out);
    case PatternKind::Word:
    case PatternKind::ExactWord: return add_words(pattern.text, out);
    case PatternKind::List: return add_list(pattern, out);
    case PatternKind::Lemma: out.words.push_back(key(phrases_.cutter().one(pattern.text), pattern.word_class)); return;
    case PatternKind::Mention: {
      const ClassId cls = classes_.find(pattern.text);
      if (cls == ClassTable::none)
        out.any = true;  // a frame
      else
        out.classes |= classes_.below(cls);
      return;
    }
    case PatternKind::SentenceStart:
    case PatternKind::SentenceEnd:
    case PatternKind::LookAhead:
    case PatternKind::NegativeLookAhead:
    case PatternKind::LookBehind:
    case PatternKind::NegativeLookBehind: out.nullable = true; return;
    case PatternKind::Gap: out.any = out.nullable = true; return;
    case PatternKind::Frame:
    case PatternKind::NounGroup:
    case PatternKind::VerbGroup:
    case PatternKind::TokenTest:
    case PatternKind::Phrase:
    case PatternKind::Parameter: out.any = true; return;
  }
}

}  // namespace chancery
