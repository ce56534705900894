#include <algorithm>
#include <string_view>

#include "graph/derivation.hpp"

namespace chancery {
namespace {

struct Membership {
  TermIndex person = no_index;
  TermIndex post = no_index;
  std::string_view as_of;  ///< empty if undated; borrowed from the table
  TermIndex tenure = no_index;
};

std::vector<Membership> gather_memberships(const DeriveInput& in) {
  std::vector<Membership> out;
  for_each_subject(in.quads.all(), [&](std::span<const Quad> about) {
    const TermIndex tenure = object_of(about, in.is.tenure);
    const TermIndex person = object_of(about, in.is.member);
    const TermIndex post = object_of(about, in.is.post);
    if (tenure == no_index || person == no_index || post == no_index) return;
    const TermIndex as_of = object_of(about, in.is.as_of);
    out.push_back({person, post, as_of == no_index ? std::string_view() : in.terms.value(as_of), tenure});
  });
  return out;
}

/// Whether the newest dated memberships are all current, or there are only undated ones: some current and none former.
/// `group` is of one person and post, newest first, so undated ones come last.
bool is_holder(const GraphTerms& is, std::span<const Membership> group) {
  bool any_current = false;
  for (const Membership& one : group) {
    if (one.as_of != group[0].as_of) break;
    const bool undated = one.as_of.empty();
    if (undated ? one.tenure == is.former : one.tenure != is.current) return false;
    any_current |= one.tenure == is.current;
  }
  return any_current;
}

}  // namespace

void derive_holders(const DeriveInput& in, QuadSet& out) {
  std::vector<Membership> all = gather_memberships(in);
  std::sort(all.begin(), all.end(), [](const Membership& a, const Membership& b) {
    if (a.person != b.person) return a.person < b.person;
    return a.post != b.post ? a.post < b.post : a.as_of > b.as_of;
  });
  for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    while (end < all.size() && all[end].person == all[begin].person && all[end].post == all[begin].post) ++end;
    if (!is_holder(in.is, std::span(all).subspan(begin, end - begin))) continue;
    out.add({all[begin].person, in.is.holds, all[begin].post, in.is.derived_graph});
  }
}

}  // namespace chancery
