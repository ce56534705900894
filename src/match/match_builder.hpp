#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "match/fillers.hpp"
#include "match/lattice.hpp"
#include "match/machine.hpp"
#include "match/program.hpp"

namespace chancery {

/// Makes matches of what the machine found: captures from steps, and for the roles of a rule the fillers around its trigger.
class MatchBuilder {
 public:
  explicit MatchBuilder(const Program& program) : program_(program), fillers_(program), known_(std::size_t{2} * program.question_count()) {}

  /// The match of `variant` whose steps, in text order, are `steps`. `machine` runs the patterns of selectors.
  Match build(const Lattice& lattice, const Variant& variant, const std::vector<Step>& steps, Machine& machine);
  /// The most roles that the selectors of `rule`, none of them a pattern, fill at a trigger.
  std::size_t roles_filled_at(const Lattice& lattice, const CompiledRule& rule, const TriggerSite& site);
  /// Append the captures of `steps`. `members`: a capture of several edges with mentions among them stands for these mentions.
  void captures(const Lattice& lattice, const std::vector<Step>& steps, bool members, std::uint32_t frame, std::vector<Capture>& out);
  /// The same; where the steps capture nothing, their mentions fill `role`, else their noun groups, else all of it.
  void captures_or_things(const Lattice& lattice, const std::vector<Step>& steps, RoleName role, std::uint32_t frame,
                          std::vector<Capture>& out);
  /// The capture of one edge.
  static Capture capture_of(const Lattice& lattice, RoleName role, const Edge& edge);

 private:
  void close_role(const Lattice& lattice, RoleName role, const std::vector<Step>& steps, std::size_t open, std::size_t close, bool members,
                  std::uint32_t frame, std::vector<Capture>& out);
  void fill_roles(const Lattice& lattice, const CompiledRule& rule, Machine& machine, Match& match);
  std::span<const MentionId> found_by(const Lattice& lattice, const TriggerSite& site, const CompiledSelector& selector, ClassSet classes);
  void fill_by_pattern(const Lattice& lattice, const CompiledSelector& selector, RoleName role, Machine& machine, Match& match);
  void find_conditions(const Lattice& lattice, const CompiledRule& rule, Match& match) const;

  const Program& program_;
  FillerFinder fillers_;
  std::vector<std::size_t> open_;
  std::vector<Step> steps_;
  /// What a question found at a trigger, as a range of `found_`.
  struct Found {
    std::uint64_t round = 0;
    TokenSpan trigger;
    std::uint32_t first = 0, count = 0;
  };
  const Lattice* lattice_ = nullptr;
  std::uint64_t generation_ = 0, round_ = 0;  ///< a round lasts as long as the lattice is not built again
  std::vector<Found> known_;                  ///< per `CompiledSelector::question` two
  std::vector<MentionId> found_, fresh_;
};

}  // namespace chancery
