#pragma once

#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "resolve/knowledge.hpp"
#include "resolve/name_groups.hpp"

namespace chancery {

/// Chooses which entry of the lexicon each name of an article means. Names that can mean one thing only vote for the state they
/// belong to; ambiguous ones follow the votes, then size and standing. Between two readings that weigh the same none is chosen:
/// a wrong link is worse than none.
class Linker {
 public:
  explicit Linker(const ResolverKnowledge& knowledge) : knowledge_(knowledge) {}
  /// Set `entry` and `cls` of every group with candidates.
  void link(std::vector<NameGroup>& groups);
  /// Names used for the state `id` or for things in it.
  [[nodiscard]] int votes(EntryId id) const;

 private:
  void vote(const NameGroup& group);
  [[nodiscard]] bool is_credible(const NameGroup& group, EntryId id) const;
  void choose(NameGroup& group) const;
  [[nodiscard]] double weight(const NameGroup& group, EntryId id, std::size_t rank) const;

  const ResolverKnowledge& knowledge_;
  std::unordered_map<EntryId, int> votes_;
  std::unordered_set<EntryId> natives_;  ///< states of people who are named
};

/// The class of mentions that an entry's names are.
[[nodiscard]] ClassId mention_class_of(const Entry& entry);

}  // namespace chancery
