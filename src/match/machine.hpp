#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "match/edge_traits.hpp"
#include "match/lattice.hpp"
#include "match/program.hpp"

namespace chancery {

/// One thing that a run did on its way to success: opened or closed a role, or stepped over an edge.
struct Step {
  enum class Kind : std::uint8_t { Open, Close, Edge, GapEdge } kind = Kind::Edge;
  RoleName role = no_role_name;
  Edge edge;
};

/// Runs programs over a lattice: depth first, the preferred way first, and never twice through one instruction at one position.
/// So a run costs at most instructions times edges, and finds what a back-tracking matcher would find first.
class Machine {
 public:
  explicit Machine(const Program& program) : program_(program) {}

  /// Where runs take place: positions outside of `low` and `high` are not entered, gaps stay inside `clause` (empty: no limit).
  struct Bounds {
    std::uint32_t low = 0, high = 0;
    TokenSpan clause;
  };

  /// Run `entry` of `variant` from `position`. True on success, with the steps in `steps` in text order and the position reached.
  bool run(const Lattice& lattice, const Variant& variant, std::uint32_t entry, bool backward, std::uint32_t position, const Bounds& bounds,
           std::vector<Step>& steps, std::uint32_t& reached);
  /// How far the edges from `position` reach that one of `set` takes, a bit for each length; the last bit stands for 63 and more. A gap
  /// crosses one edge, whatever the clause and the anchor.
  std::uint64_t ends_of(const Lattice& lattice, const PrefixItems::Set& set, std::uint32_t position, bool backward);
  /// What the positions of the lattice have to offer; to be started with it.
  [[nodiscard]] PositionTraits& traits() { return traits_; }
  /// An instruction that did not get what it wanted at a position. What look-arounds want inside is not among them.
  struct Want {
    std::uint32_t instruction = 0;
    std::uint32_t position = 0;
  };
  /// From now on note in `wants` where ways of runs end, for `explain --why-not`; null: no more. Borrows it. A run without a watcher
  /// pays one look at a pointer where a way ends.
  void watch(std::vector<Want>* wants) { wants_ = wants; }
  /// Instructions carried out so far, for tests of linearity.
  [[nodiscard]] std::uint64_t work() const { return work_; }

 private:
  struct Job {
    std::uint32_t instruction = 0;
    std::uint32_t position = 0;
    std::uint32_t steps = 0;     ///< length of the trail when the job was put off
    const Edge* edge = nullptr;  ///< stepped over before the instruction
    bool gap = false;
  };

  bool search(std::uint32_t entry, bool backward, std::uint32_t position, std::uint32_t& reached);
  /// Follow one way until it fails or is found; other ways are put off as jobs.
  bool follow(std::uint32_t instruction, std::uint32_t position, bool backward, std::uint32_t& reached);
  /// The edge that the instruction prefers; the others are put off. Null if there is none.
  const Edge* step(const Instruction& at, std::uint32_t position, bool backward);
  [[nodiscard]] bool takes(const Instruction& at, const Edge& edge) const;
  [[nodiscard]] bool takes_one(const PrefixItems::Set& set, const Edge& edge) const;
  [[nodiscard]] bool takes_token(const Instruction& at, std::uint32_t token) const;
  [[nodiscard]] bool takes_mention(const Instruction& at, const Edge& edge) const;
  [[nodiscard]] const Edge* gap_edge(const Instruction& at, std::span<const Edge> edges) const;
  [[nodiscard]] bool inside(std::uint32_t position) const { return position >= bounds_.low && position <= bounds_.high; }
  bool looks_good(const Instruction& at, std::uint32_t position);
  /// A way ends here.
  bool miss(std::uint32_t instruction, std::uint32_t position) {
    if (wants_ != nullptr) wants_->push_back({instruction, position});
    return false;
  }
  /// A run that is at `instruction` may find what it wants at `position`. Who watches sees it fail there.
  [[nodiscard]] bool may_go_on(std::uint32_t instruction, std::uint32_t position, bool backward) {
    return wants_ != nullptr || program_.ahead(instruction).meets(traits_.at(position, backward));
  }
  bool visit(std::uint32_t instruction, std::uint32_t position);
  void forget_visits(std::size_t from);

  const Program& program_;
  const Lattice* lattice_ = nullptr;
  const Variant* variant_ = nullptr;
  Bounds bounds_;
  std::vector<std::uint64_t> visited_;
  std::vector<std::uint32_t> bits_;  ///< every bit set
  std::vector<Job> jobs_;
  std::vector<Step> trail_;
  std::vector<std::int8_t> look_memo_;  ///< 0 unknown, 1 holds, -1 does not
  std::vector<std::uint32_t> look_used_;
  PositionTraits traits_;
  std::vector<Want>* wants_ = nullptr;
  std::uint64_t work_ = 0;
};

}  // namespace chancery
