#include "match/match_choice.hpp"

#include <algorithm>
#include <set>

namespace chancery {
namespace {

using Iterator = std::vector<Match>::iterator;

void suppress(const Program& program, std::size_t first, std::vector<Match>& matches) {
  std::vector<bool> gone(matches.size(), false);
  bool any = false;
  for (std::size_t i = first; i < matches.size(); ++i) {
    const std::vector<RuleId>& victims = program.rules()[matches[i].rule].suppress;
    if (victims.empty() || gone[i]) continue;
    for (std::size_t j = first; j < matches.size(); ++j) {
      const bool victim = std::find(victims.begin(), victims.end(), matches[j].rule) != victims.end();
      if (victim && matches[j].tokens.overlaps(matches[i].tokens)) any = gone[j] = true;
    }
  }
  if (!any) return;
  std::size_t kept = first;
  for (std::size_t i = first; i < matches.size(); ++i) {
    if (gone[i]) continue;
    if (kept != i) matches[kept] = std::move(matches[i]);
    ++kept;
  }
  matches.resize(kept);
}

TokenSpan captured(const Match& match, RoleName role) {
  const auto found = std::find_if(match.captures.begin(), match.captures.end(), [&](const Capture& each) { return each.role == role; });
  return found == match.captures.end() ? TokenSpan{} : found->tokens;
}

/// Both read one name and each gives it another title: "Deputy Prime Minister and Foreign Minister NAME".
bool adds_title(const Program& program, const Match& a, const Match& b) {
  const RoleName name = program.find_role("name"), title = program.find_role("title");
  if (name == no_role_name || title == no_role_name) return false;
  const TokenSpan x = captured(a, title), y = captured(b, title);
  if (x.empty() || y.empty() || x.overlaps(y)) return false;
  return std::any_of(a.captures.begin(), a.captures.end(), [&](const Capture& one) {
    return one.role == name && std::any_of(b.captures.begin(), b.captures.end(),
                                           [&](const Capture& other) { return other.role == name && other.tokens == one.tokens; });
  });
}

bool overlap(const Match& a, RoleName left, const Match& b, RoleName right) {
  return std::any_of(a.captures.begin(), a.captures.end(), [&](const Capture& x) {
    return x.role == left && std::any_of(b.captures.begin(), b.captures.end(),
                                         [&](const Capture& y) { return y.role == right && x.tokens.overlaps(y.tokens); });
  });
}

/// Each reads a name and a title of its own: "NAME, the adviser to President NAME, was elected senator".
bool read_others(const Program& program, const Match& a, const Match& b) {
  const RoleName name = program.find_role("name"), title = program.find_role("title"), body = program.find_role("body");
  if (name == no_role_name || title == no_role_name) return false;
  if (captured(a, name).empty() || captured(b, name).empty() || captured(a, title).empty() || captured(b, title).empty()) return false;
  const bool one_title = captured(a, title) == captured(b, title) && !captured(a, body).empty() && !captured(b, body).empty() &&
                         !captured(a, body).overlaps(captured(b, body));  // "ministers NAME of Norway and NAME of Kenya"
  const auto apart = [&](const Match& x, const Match& y) {  // "minister NAME's spokesman": one name in both, as body and as name
    return !overlap(x, body, y, name) || captured(x, body) == captured(y, name);
  };
  return !overlap(a, name, b, name) && (one_title || !overlap(a, title, b, title)) && apart(a, b) && apart(b, a);
}

/// Keeps what is equal in order. Matches of a unit are few and large, so they are not taken through a buffer.
template <typename Better>
void sort_matches(Iterator begin, Iterator end, const Better& better) {
  constexpr std::ptrdiff_t few = 16;
  if (end - begin > few) return std::stable_sort(begin, end, better);
  for (Iterator each = begin; each != end; ++each) {
    const Iterator place = std::upper_bound(begin, each, *each, better);
    if (place != each) std::rotate(place, each, each + 1);
  }
}

/// Sort by preference, then keep what `clashes` with nothing kept.
template <typename Better, typename Clashes>
void keep_best(std::vector<Match>& matches, std::size_t first, const Better& better, const Clashes& clashes) {
  const auto begin = matches.begin() + static_cast<std::ptrdiff_t>(first);
  sort_matches(begin, matches.end(), better);
  std::size_t kept = first;
  for (std::size_t i = first; i < matches.size(); ++i) {
    const auto clash = [&](const Match& other) { return clashes(matches[i], other); };
    if (std::any_of(begin, matches.begin() + static_cast<std::ptrdiff_t>(kept), clash)) continue;
    if (kept != i) matches[kept] = std::move(matches[i]);
    ++kept;
  }
  matches.resize(kept);
}

}  // namespace

/// Captures are few, so they are compared with each other.
std::size_t roles_filled(const Match& match) {
  std::size_t roles = 0;
  for (auto it = match.captures.begin(); it != match.captures.end(); ++it) {
    const bool again = std::any_of(match.captures.begin(), it, [&](const Capture& other) { return other.role == it->role; });
    roles += again ? 0 : 1;
  }
  return roles;
}

bool is_better_frame(const Program& program, const Match& a, const Match& b) {
  const std::vector<CompiledRule>& rules = program.rules();
  if (rules[a.rule].priority != rules[b.rule].priority) return rules[a.rule].priority > rules[b.rule].priority;
  const std::size_t x = roles_filled(a), y = roles_filled(b);
  if (x != y) return x > y;
  if (a.gap != b.gap) return a.gap < b.gap;
  if (a.tokens.size() != b.tokens.size()) return a.tokens.size() > b.tokens.size();
  if (a.trigger.begin != b.trigger.begin) return a.trigger.begin < b.trigger.begin;
  return a.rule < b.rule;
}

void choose_matches(const Program& program, const Lattice&, RuleKind kind, std::size_t first, std::vector<Match>& matches) {
  if (matches.size() - first > 1) {
    const std::vector<CompiledRule>& rules = program.rules();
    suppress(program, first, matches);
    if (kind == RuleKind::Mention) {
      const auto better = [&](const Match& a, const Match& b) {
        if (a.tokens.size() != b.tokens.size()) return a.tokens.size() > b.tokens.size();
        if (rules[a.rule].priority != rules[b.rule].priority) return rules[a.rule].priority > rules[b.rule].priority;
        return a.rule < b.rule;
      };
      keep_best(matches, first, better, [&](const Match& a, const Match& b) {
        return rules[a.rule].mention == rules[b.rule].mention && a.tokens.overlaps(b.tokens) && !adds_title(program, a, b) &&
               !read_others(program, a, b);
      });
    } else if (kind == RuleKind::Cue) {
      const auto better = [](const Match& a, const Match& b) { return a.tokens.size() > b.tokens.size(); };
      keep_best(matches, first, better, [](const Match& a, const Match& b) { return a.rule == b.rule && a.tokens.overlaps(b.tokens); });
    } else {
      const auto better = [&](const Match& a, const Match& b) { return is_better_frame(program, a, b); };
      keep_best(matches, first, better, [&](const Match& a, const Match& b) {
        return rules[a.rule].frame == rules[b.rule].frame && a.trigger.overlaps(b.trigger);
      });
    }
  }
  const auto before = [](const Match& a, const Match& b) {
    if (a.trigger.begin != b.trigger.begin) return a.trigger.begin < b.trigger.begin;
    return a.rule != b.rule ? a.rule < b.rule : a.tokens.begin < b.tokens.begin;
  };
  const auto begin = matches.begin() + static_cast<std::ptrdiff_t>(first);
  sort_matches(begin, matches.end(), before);
}

}  // namespace chancery
