#pragma once

#include <memory>

#include "lexicon/lexicon.hpp"

namespace chancery::toy {

/// A lexicon that has the words which the rule language itself needs, and no other.
inline std::unique_ptr<Lexicon> lexicon() {
  Diagnostics none;
  return Lexicon::parse("sequences\tlist\twords\nlist-joiner\tand|&|as well as|along with\nagent-word\tby\n", "toy.tsv", none);
}

}  // namespace chancery::toy
