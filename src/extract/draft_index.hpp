#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "extract/draft.hpp"

namespace chancery {

/// Places in `ArticleWork::drafts`, the last first, each once, out of several ascending lists.
class DraftWalk {
 public:
  void add(std::span<const std::uint32_t> places);
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::optional<std::uint32_t> next();

 private:
  std::vector<std::span<const std::uint32_t>> lists_;
  std::size_t size_ = 0;
};

/// Which earlier drafts a draft may be merged with, by what they share. It leaves out only drafts that cannot go together with it, so
/// that merging is the same as if each were tried with all before it. Borrows the drafts.
class DraftIndex {
 public:
  explicit DraftIndex(const ArticleWork& work);

  /// Note the draft at `place` with what it holds now; to be called again when it has taken in another.
  void enter(std::uint32_t place);

  /// Of the drafts entered, those of the same definition that one of the conditions of `same-when` does not rule out.
  [[nodiscard]] DraftWalk sharing(const Draft& draft) const;
  /// Those of the same definition; of them those with the same named values, those with several fillers of the required role.
  [[nodiscard]] DraftWalk all(const Draft& draft) const;
  [[nodiscard]] DraftWalk same_kind(const Draft& draft) const;
  [[nodiscard]] DraftWalk of_several(const Draft& draft) const;

 private:
  enum class What : std::uint8_t {
    All,
    Kind,
    Several,
    Sentence,
    Entity,
    Entry,
    Country,
    Home,
    Post,
    NamelessPost,
    Quotation,
    Date,
    Mention,
    Token
  };
  /// A draft with one filler of the role, with several, with several that have the key.
  enum class Count : std::uint8_t { One, Several, Twice };
  using Key = std::uint64_t;

  static bool has_one_of(const std::vector<Symbol>& values, const Draft& draft);
  static Key key(const Draft& draft, What what, std::uint16_t role = 0, std::uint32_t id = 0);
  [[nodiscard]] std::span<const std::uint32_t> list(Key key, Count count = Count::One) const;
  void add(Key key, Count count, std::uint32_t place);
  void keys_of(const Draft& draft, const RoleFillers& fillers, bool entered, std::vector<Key>& out) const;
  [[nodiscard]] std::uint32_t kind_of(const Draft& draft) const;
  [[nodiscard]] std::optional<DraftWalk> sharing(const Draft& draft, const MergeTest& test) const;
  void add_near(const Draft& draft, int sentences, DraftWalk& out) const;
  void add_sharing(const Draft& draft, const RoleFillers& fillers, const MergeTest& test, DraftWalk& out) const;

  const ArticleWork& work_;
  bool few_;                           ///< too few drafts for an index to be worth its making: any may go with any
  std::vector<std::uint32_t> places_;  ///< those entered, if they are few
  std::unordered_map<Key, std::vector<std::uint32_t>> lists_;
};

/// The values of a draft that do not come from tense are the same.
bool have_same_kind(const FrameModel& model, const Draft& a, const Draft& b);

}  // namespace chancery
