#include "match/program.hpp"

#include <algorithm>

namespace chancery {
namespace {

const char* name_of(Op op) {
  switch (op) {
    case Op::Word: return "word";
    case Op::Exact: return "exact";
    case Op::Lemma: return "lemma";
    case Op::AnyWord: return "any-word";
    case Op::WordSet: return "list";
    case Op::Mention: return "mention";
    case Op::Frame: return "frame";
    case Op::NounGroup: return "noun-group";
    case Op::VerbGroup: return "verb-group";
    case Op::Test: return "test";
    case Op::Modifier: return "modifier";
    case Op::Gap: return "gap";
    case Op::Split: return "split";
    case Op::Look: return "look";
    case Op::Start: return "start";
    case Op::End: return "end";
    case Op::Open: return "open";
    case Op::Close: return "close";
    case Op::Found: return "found";
  }
  return "";
}

}  // namespace

RoleName Program::find_role(std::string_view name) const {
  const auto found = std::find(role_names_.begin(), role_names_.end(), name);
  return found == role_names_.end() ? no_role_name : static_cast<RoleName>(found - role_names_.begin());
}

ClassSet Program::classes_of(std::uint32_t frame, RoleName role) const {
  if (frame >= role_classes_.size() || role >= role_classes_[frame].size()) return ~ClassSet{0};
  return role_classes_[frame][role];
}

const RuleGroup* Program::group(RuleKind kind, int pass) const {
  const auto same = [&](const RuleGroup& group) { return group.kind == kind && group.pass == pass; };
  const auto found = std::find_if(groups_.begin(), groups_.end(), same);
  return found == groups_.end() ? nullptr : &*found;
}

int Program::passes(RuleKind kind) const {
  int most = 0;
  for (const RuleGroup& group : groups_) {
    if (group.kind == kind) most = std::max(most, group.pass);
  }
  return most;
}

std::string Program::print(RuleId rule) const {
  std::string out;
  for (const Variant& variant : variants_) {
    if (variant.rule != rule) continue;
    out += "forward " + std::to_string(variant.forward - variant.code_begin);
    if (variant.backward != no_program) out += ", backward " + std::to_string(variant.backward - variant.code_begin);
    out += variant.anchored ? "\n" : ", everywhere\n";
    for (std::uint32_t i = variant.code_begin; i < variant.code_end; ++i) {
      const Instruction& at = code_[i];
      out += std::to_string(i - variant.code_begin) + ": " + name_of(at.op);
      if (at.op == Op::Word || at.op == Op::Exact || at.op == Op::Lemma) out += " \"" + std::string(symbols_->text(Symbol{at.x})) + '"';
      for (std::size_t w = 0; at.op == Op::AnyWord && w < tests_.symbol_sets[at.x].size(); ++w)
        out += (w == 0 ? " \"" : " | \"") + std::string(symbols_->text(tests_.symbol_sets[at.x][w])) + '"';
      if (at.op == Op::Open || at.op == Op::Close) out += ' ' + (at.x == no_role_name ? std::string("trigger") : role_names_[at.x]);
      if (at.op == Op::Look) {
        const Look& look = looks_[at.x];
        out += std::string(look.behind ? " behind" : " ahead") + (look.negative ? " not " : " ") +
               std::to_string(look.entry - variant.code_begin);
      }
      if (at.op != Op::Found) out += " -> " + std::to_string(at.next - variant.code_begin);
      if (at.op == Op::Split) out += " | " + std::to_string(at.alt - variant.code_begin);
      out += '\n';
    }
  }
  return out;
}

}  // namespace chancery
