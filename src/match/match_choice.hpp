#pragma once

#include <cstddef>
#include <vector>

#include "match/lattice.hpp"
#include "match/program.hpp"

namespace chancery {

/// Roles that a match fills.
std::size_t roles_filled(const Match& match);

/// Of two matches of one frame or of two speakers, `a` is taken before `b`.
bool is_better_frame(const Program& program, const Match& a, const Match& b);

/// Keeps of the matches from `first` on those that the rules of choice leave, in order of trigger, then rule:
/// mentions: the longest, then `priority`, then file order, none overlapping another of its class, unless both read one name and
/// give it different titles;
/// frames: for one frame on one trigger, `priority`, then more roles filled, then less gap, then file order;
/// cues: the longest of one rule. A rule that suppresses another takes its matches away where they overlap.
void choose_matches(const Program& program, const Lattice& lattice, RuleKind kind, std::size_t first, std::vector<Match>& matches);

}  // namespace chancery
