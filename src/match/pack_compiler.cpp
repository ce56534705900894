#include "match/pack_compiler.hpp"

#include <algorithm>

#include "match/wake_index.hpp"

namespace chancery {

PackCompiler::PackCompiler(const RulePack& pack, Lexicon& lexicon, const TextRules* text_rules, Diagnostics& diagnostics)
    : pack_(pack),
      lexicon_(lexicon),
      diagnostics_(diagnostics),
      program_(std::make_unique<Program>()),
      cutter_(lexicon.symbols(), text_rules),
      phrases_(pack, cutter_, joiner_texts(lexicon)),
      tests_(pack, program_->classes_, lexicon, cutter_, program_->tests_),
      patterns_(pack, lexicon, phrases_, tests_, *program_) {}

std::unique_ptr<const Program> PackCompiler::run() {
  Program& program = *program_;
  program.symbols_ = &lexicon_.symbols();
  program.semicolon_ = lexicon_.symbols().intern(";");
  program.comma_ = lexicon_.symbols().intern(",");
  program.language_ = language_words(lexicon_, cutter_);
  check_language_words(pack_, program.language_, diagnostics_);
  program.classes_.add(pack_, diagnostics_);
  ReferenceCheck check(pack_, program.classes_, phrases_, tests_, diagnostics_);
  check.run();
  name_roles();
  find_role_classes();
  program.rules_.resize(pack_.rules.size());
  for (RuleId id = 0; id < pack_.rules.size(); ++id) {
    if (!check.is_bad(id)) compile_rule(id);
  }
  compile_adjuncts();
  make_index();
  return std::move(program_);
}

RoleName PackCompiler::role_name(const std::string& name) {
  std::vector<std::string>& names = program_->role_names_;
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) return static_cast<RoleName>(found - names.begin());
  names.push_back(name);
  return static_cast<RoleName>(names.size() - 1);
}

void PackCompiler::name_roles_of(const Pattern& pattern) {
  if (pattern.kind == PatternKind::Role && pattern.role != "trigger") role_name(pattern.role);
  for (const PatternPtr& child : pattern.children) name_roles_of(*child);
}

/// Roles of frames in the order of the pack, then those that only patterns name.
void PackCompiler::name_roles() {
  for (const FrameDef& frame : pack_.frames) {
    for (const RoleDef& role : frame.roles) role_name(role.name);
  }
  for (const Phrase& phrase : pack_.phrases) name_roles_of(*phrase.pattern);
  for (const FrameDef& frame : pack_.frames) {
    for (const Adjunct& adjunct : frame.adjuncts) {
      role_name(adjunct.role);
      name_roles_of(*adjunct.pattern);
    }
  }
  for (const Rule& rule : pack_.rules) {
    for (const Pattern* pattern : {rule.pattern.get(), rule.trigger.get()}) {
      if (pattern != nullptr) name_roles_of(*pattern);
    }
    for (const RoleSelectors& role : rule.roles) {
      role_name(role.role);
      for (const Selector& selector : role.selectors) {
        if (selector.pattern) name_roles_of(*selector.pattern);
      }
    }
  }
}

void PackCompiler::find_role_classes() {
  const ClassTable& classes = program_->classes_;
  for (const FrameDef& frame : pack_.frames) {
    std::vector<ClassSet>& sets = program_->role_classes_.emplace_back(program_->role_names_.size(), ~ClassSet{0});
    for (const RoleDef& role : frame.roles) {
      ClassSet set = 0;
      for (const std::string& name : role.classes) {
        if (const ClassId cls = classes.find(name); cls != ClassTable::none) set |= classes.below(cls);
      }
      if (set != 0) sets[role_name(role.name)] = set;
    }
  }
}

bool PackCompiler::compile_pattern(const Pattern& pattern, const PatternCompiler::Use& use, const Location& where,
                                   std::vector<std::uint32_t>& variants) {
  const auto report_at = [&](const Location& place, const char* code, std::string message, std::string hint) {
    diagnostics_.add({Severity::Error, code, std::move(message), place, std::string(pack_.source_line(place)), std::move(hint)});
  };
  const auto report = [&](const char* code, std::string message, std::string hint) {
    report_at(where, code, std::move(message), std::move(hint));
  };
  switch (patterns_.compile(pattern, use, variants)) {
    case PatternCompiler::Outcome::Good: return true;
    case PatternCompiler::Outcome::Failed: break;  // the check of names has said why
    case PatternCompiler::Outcome::TooLarge:
      report("rule.too-large", "the pattern grows to more than " + std::to_string(CodeWriter::most_instructions) + " instructions",
             "use smaller counts, or a word list instead of alternatives");
      break;
    case PatternCompiler::Outcome::EmptyTurn:
      report_at(patterns_.empty_turn, "rule.empty-turn", "what is repeated here without limit can match nothing",
                "make a part of it obligatory, or give a limit: {0,9}");
      break;
    case PatternCompiler::Outcome::MatchesNothing:
      report("rule.matches-nothing", "the pattern, or an alternative of it, can match no words at all", "make a part of it obligatory");
      break;
  }
  return false;
}

void PackCompiler::compile_conditions(const Rule& rule, CompiledRule& made) {
  for (std::size_t i = 0; i < rule.set_when.size(); ++i) {
    const auto add = [&](std::string_view text) {
      SetWord word;
      word.set = static_cast<std::uint16_t>(i);
      if (text.ends_with('*'))
        word.begins = text.substr(0, text.size() - 1);
      else if (text.starts_with('*'))
        word.ends = text.substr(1);
      else
        word.word = cutter_.one(std::string(text));
      made.set_words.push_back(std::move(word));
    };
    const ConditionalSet& set = rule.set_when[i];
    if (set.list().empty()) add(set.word);
    for (const WordList& list : pack_.lists) {  // one that is not there is reported by ReferenceCheck
      if (list.name != set.list()) continue;
      for (const ListEntry& entry : list.entries) add(entry.text);
    }
  }
}

void PackCompiler::compile_rule(RuleId id) {
  const Rule& rule = pack_.rules[id];
  CompiledRule& made = program_->rules_[id];
  made.kind = rule.kind;
  made.priority = rule.priority;
  made.by_trigger = rule.trigger != nullptr;
  if (!rule.mention.empty()) made.mention = program_->classes_.find(rule.mention);
  if (const FrameDef* frame = pack_.frame(rule.frame)) made.frame = static_cast<std::uint32_t>(frame - pack_.frames.data());
  compile_conditions(rule, made);
  for (const std::string& name : rule.suppress) {
    for (RuleId other = 0; other < pack_.rules.size(); ++other) {
      const std::string& full = pack_.rules[other].name;
      if (full != name && !full.ends_with('/' + name)) continue;
      made.suppress.push_back(other);
      program_->rules_[other].suppressed = true;
    }
  }
  PatternCompiler::Use use;
  use.rule = id;
  use.frame = rule.kind == RuleKind::Mention ? no_program : made.frame;
  use.whole_mentions = rule.kind == RuleKind::Event || rule.kind == RuleKind::Speaker;
  use.mentions_tell = rule.kind == RuleKind::Mention;
  const Pattern& pattern = rule.trigger ? *rule.trigger : *rule.pattern;
  std::vector<std::uint32_t> variants;
  if (compile_roles(id, made) && compile_pattern(pattern, use, rule.where, variants)) {
    find_choice_bounds(made, variants);
    group_variants(id, variants);
  }
}

void PackCompiler::add_roles_of(std::uint32_t variant, std::vector<RoleName>& roles) const {
  const Variant& of = program_->variants_[variant];
  for (std::uint32_t i = of.code_begin; i < of.code_end; ++i) {
    const Instruction& at = program_->code_[i];
    if (at.op == Op::Open && at.x != no_role_name) roles.push_back(static_cast<RoleName>(at.x));
  }
}

/// What can be said before a run of how a match of each variant does in the choice among matches.
void PackCompiler::find_choice_bounds(const CompiledRule& rule, const std::vector<std::uint32_t>& variants) {
  std::vector<RoleName> by_selectors;
  for (const CompiledRole& role : rule.roles) {
    by_selectors.push_back(role.role);
    for (const CompiledSelector& selector : role.selectors) {
      for (const std::uint32_t v : selector.variants) add_roles_of(v, by_selectors);
    }
  }
  for (const std::uint32_t v : variants) {
    std::vector<RoleName> roles = by_selectors;
    add_roles_of(v, roles);
    std::sort(roles.begin(), roles.end());
    Variant& variant = program_->variants_[v];
    variant.most_roles = static_cast<std::uint16_t>(std::unique(roles.begin(), roles.end()) - roles.begin());
    const Code& code = program_->code_;
    const auto hangs = [](const Instruction& at) { return at.op == Op::Open && at.x == no_role_name; };
    const auto triggers = std::count_if(code.begin() + variant.code_begin, code.begin() + variant.code_end, hangs);
    variant.at_anchor = rule.by_trigger || triggers == 0 || (triggers == 1 && hangs(code[variant.forward]));
    std::uint32_t at = variant.forward, tokens = 0;
    for (; code[at].op != Op::Found && code[at].op != Op::Split; at = code[at].next) {
      const Op op = code[at].op;
      tokens += op == Op::Open || op == Op::Close ? 0 : op <= Op::WordSet || op == Op::Test || op == Op::Modifier ? 1 : 2;
    }
    variant.one_token = variant.backward == no_program && code[at].op == Op::Found && tokens == 1;
  }
}

bool PackCompiler::compile_roles(RuleId id, CompiledRule& made) {
  for (const RoleSelectors& role : pack_.rules[id].roles) {
    CompiledRole compiled;
    compiled.role = role_name(role.role);
    compiled.classes = program_->classes_of(made.frame, compiled.role);
    if (made.frame != no_program) {
      for (const RoleDef& def : pack_.frames[made.frame].roles) {
        if (def.name == role.role) compiled.many = def.many;
      }
    }
    for (const Selector& selector : role.selectors) {
      CompiledSelector& made_selector = compiled.selectors.emplace_back();
      if (!compile_selector(id, selector, made_selector)) return false;
      std::string question = std::to_string(static_cast<int>(made_selector.kind)) + ' ' + std::to_string(compiled.classes);
      for (const std::vector<Symbol>& words : made_selector.words) {
        question += '/';
        for (const Symbol word : words) question += std::to_string(index_of(word)) + ' ';
      }
      const auto [known, fresh] = questions_.try_emplace(std::move(question), program_->question_count_);
      made_selector.question = known->second;
      program_->question_count_ += fresh ? 1 : 0;
    }
    made.roles.push_back(std::move(compiled));
  }
  return true;
}

bool PackCompiler::compile_selector(RuleId id, const Selector& selector, CompiledSelector& made) {
  made.kind = selector.kind;
  if (selector.kind == SelectorKind::Agent || selector.kind == SelectorKind::Actor) made.words = program_->language_.agents;
  for (const std::string& text : selector.words) {
    std::vector<Symbol>& words = made.words.emplace_back();
    for (const WordCutter::Word& word : cutter_.cut(text)) words.push_back(word.symbol);
  }
  if (!selector.pattern) return true;
  PatternCompiler::Use use;
  use.rule = id;
  use.frame = program_->rules_[id].frame;
  use.whole_mentions = true;
  use.from_left = true;
  return compile_pattern(*selector.pattern, use, selector.where, made.variants);
}

void PackCompiler::compile_adjuncts() {
  program_->adjuncts_.resize(pack_.frames.size());
  for (std::uint32_t f = 0; f < pack_.frames.size(); ++f) {
    for (const Adjunct& adjunct : pack_.frames[f].adjuncts) {
      PatternCompiler::Use use;
      use.rule = no_program;
      use.frame = f;
      use.whole_mentions = true;
      use.from_left = true;
      Program::AdjunctProgram made;
      made.role = role_name(adjunct.role);
      compile_pattern(*adjunct.pattern, use, adjunct.pattern->where, made.variants);
      program_->adjuncts_[f].push_back(std::move(made));
    }
  }
}

void PackCompiler::group_variants(RuleId id, const std::vector<std::uint32_t>& variants) {
  const Rule& rule = pack_.rules[id];
  std::vector<RuleGroup>& groups = program_->groups_;
  const auto same = [&](const RuleGroup& group) { return group.kind == rule.kind && group.pass == rule.pass; };
  auto group = std::find_if(groups.begin(), groups.end(), same);
  if (group == groups.end()) {
    RuleGroup made;
    made.kind = rule.kind;
    made.pass = rule.pass;
    group = groups.insert(groups.end(), std::move(made));
    grouped_.emplace_back();
  }
  std::vector<std::uint32_t>& all = grouped_[static_cast<std::size_t>(group - groups.begin())];
  all.insert(all.end(), variants.begin(), variants.end());
}

void PackCompiler::make_index() {
  patterns_.anchor_keys.resize(program_->variants_.size());
  WakeIndex index(*program_, patterns_.anchor_keys);
  index.find_shared_halves();
  for (std::size_t g = 0; g < grouped_.size(); ++g) index.fill(program_->groups_[g], grouped_[g]);
  index.finish();
}

ProgramPtr compile(const RulePack& pack, Lexicon& lexicon, Diagnostics& diagnostics, const TextRules* text_rules) {
  PackCompiler compiler(pack, lexicon, text_rules, diagnostics);
  return {compiler.run().release(), [](const Program* program) { delete program; }};
}

}  // namespace chancery
