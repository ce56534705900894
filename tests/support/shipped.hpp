#pragma once

#include <memory>
#include <string>
#include <utility>

#include "extract/extractor.hpp"
#include "lexicon/lexicon.hpp"
#include "match/program.hpp"
#include "rules/pack.hpp"
#include "text/text_rules.hpp"

namespace chancery {

/// The shipped mappings, loaded once for all tests of a program.
struct Shipped {
  static const Shipped& get() {
    static const Shipped shipped(std::string(CHANCERY_SOURCE_DIR) + "/mappings");
    return shipped;
  }

  explicit Shipped(const std::string& mappings) : text_rules(read_text_rules(mappings, diagnostics)) {
    lexicon = std::move(Lexicon::load(mappings + "/lexicon", diagnostics)).value();
    pack = read_pack(mappings, diagnostics);
    program = compile(pack, *lexicon, diagnostics, &text_rules);
    model = std::make_unique<ExtractionModel>(*lexicon, pack, *program, text_rules, diagnostics);
  }

  Diagnostics diagnostics;
  TextRules text_rules;
  std::unique_ptr<Lexicon> lexicon;
  RulePack pack;
  ProgramPtr program{nullptr, [](const Program*) {}};
  std::unique_ptr<ExtractionModel> model;
};

}  // namespace chancery
