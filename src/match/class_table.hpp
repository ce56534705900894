#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/mention.hpp"
#include "rules/pack.hpp"

namespace chancery {

/// A set of mention classes, one bit each.
using ClassSet = std::uint64_t;

/// The mention classes of a run: the built-in ones, then those of the pack, in its order. A class declared before its parent, of
/// an unknown parent, or past the sixty-fourth is diagnosed and left out.
class ClassTable {
 public:
  ClassTable();
  void add(const RulePack& pack, Diagnostics& diagnostics);

  static constexpr ClassId none = 0xFF;
  static constexpr std::size_t most = 64;
  /// The class of this name as patterns write it ("Person"), or `none`.
  [[nodiscard]] ClassId find(std::string_view name) const;
  [[nodiscard]] const std::string& name(ClassId cls) const { return names_[cls]; }
  [[nodiscard]] std::size_t size() const { return names_.size(); }
  /// True where every `cls` is a `larger`.
  [[nodiscard]] bool is_a(ClassId cls, ClassId larger) const { return (below_[larger] >> cls & 1U) != 0; }
  /// `cls` and all its subclasses.
  [[nodiscard]] ClassSet below(ClassId cls) const { return below_[cls]; }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  void add(std::string name, ClassId parent);

  std::vector<std::string> names_;
  std::vector<ClassId> parents_;
  std::vector<ClassSet> below_;
};

}  // namespace chancery
