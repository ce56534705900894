#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "match/class_table.hpp"
#include "match/lattice.hpp"
#include "rules/pattern.hpp"

namespace chancery::oracle {

/// A matcher that is slow and plainly right: it tries every way in the order of preference and keeps nothing in mind. It walks the
/// pattern as it was parsed, and knows words, exact words, lemmas, mentions by class, `[cap]`, `NG`, gaps, sequences, alternatives,
/// roles, repeats, look-around and the ends of the unit.
class Matcher {
 public:
  Matcher(const Lattice& lattice, const ClassTable& classes) : lattice_(lattice), classes_(classes) {}

  /// What gaps must not cross.
  struct GapLimits {
    TokenSpan clause;                                             ///< they stay inside it; empty: no limit
    std::function<bool(std::uint32_t)> is_trigger;                ///< true of a token that is a word of the trigger's list; may be empty
    std::function<ClassSet(const std::string&)> classes_of_role;  ///< 0 for a role that takes everything; may be empty
  };
  /// The limits of the gaps of `whole`, of which parts are matched from now on. What stands left of a gap is read off all of it.
  void limit_gaps(const Pattern& whole, GapLimits limits) {
    limits_ = std::move(limits);
    gave_up_ = false;
    left_of_.clear();
    flow(whole, 0);
  }

  /// Of mentions, only those that lie in no other are seen.
  bool whole_mentions_only = false;
  /// A pattern had too many ways since `limit_gaps`; answers are worth nothing.
  [[nodiscard]] bool gave_up() const { return gave_up_; }

  struct Taken {
    std::string role;
    std::vector<Edge> edges;  ///< in text order
  };
  /// What a match took: the roles in the order in which they were closed, and where it ended.
  struct Result {
    std::vector<Taken> roles;
    std::uint32_t reached = 0;
  };
  /// The match that is preferred, of all that start at `position` and go to the right, or to the left if `backward`.
  std::optional<Result> match(const Pattern& pattern, std::uint32_t position, bool backward) {
    if (gave_up_) return std::nullopt;
    steps_.clear();
    ways_left_ = 100000;
    backward_steps_ = backward;
    std::optional<Result> result;
    const auto done = [&](std::uint32_t reached) {
      result = Result{roles(backward), reached};
      return true;
    };
    go(pattern, position, backward, done);
    return result;
  }

 private:
  using Then = std::function<bool(std::uint32_t)>;
  struct Step {
    int kind = 0;  ///< 0 edge, 1 open, 2 close
    std::string role;
    Edge edge;
  };

  bool with(Step step, const std::function<bool()>& rest) {
    steps_.push_back(std::move(step));
    const bool found = rest();
    if (!found) steps_.pop_back();
    return found;
  }

  bool go(const Pattern& p, std::uint32_t at, bool backward, const Then& then) {
    gave_up_ = gave_up_ || ways_left_ == 0;
    if (gave_up_) return false;
    --ways_left_;
    switch (p.kind) {
      case PatternKind::Sequence: return sequence(p, 0, at, backward, then);
      case PatternKind::Alternation:
        for (const PatternPtr& child : p.children) {
          if (go(*child, at, backward, then)) return true;
        }
        return false;
      case PatternKind::Repeat: return repeat(p, 0, at, backward, then);
      case PatternKind::Role:
        return with({1, p.role, {}}, [&] {
          return go(*p.children[0], at, backward, [&](std::uint32_t end) { return with({2, p.role, {}}, [&] { return then(end); }); });
        });
      case PatternKind::LookAhead: return look(p, at, false) && then(at);
      case PatternKind::NegativeLookAhead: return !look(p, at, false) && then(at);
      case PatternKind::LookBehind: return look(p, at, true) && then(at);
      case PatternKind::NegativeLookBehind: return !look(p, at, true) && then(at);
      case PatternKind::SentenceStart: return at == lattice_.begin() && then(at);
      case PatternKind::SentenceEnd: return at == lattice_.end() && then(at);
      case PatternKind::Gap: return gap(p, p.max, at, backward, then);
      case PatternKind::Word:
      case PatternKind::ExactWord: return words(p, 0, at, backward, then);
      default: return edge(p, at, backward, then);
    }
  }

  /// One word, or several between spaces.
  bool words(const Pattern& p, std::size_t done, std::uint32_t at, bool backward, const Then& then) {
    std::vector<std::string> all(1);
    for (const char c : p.text) {
      if (c == ' ')
        all.emplace_back();
      else
        all.back() += c;
    }
    if (done == all.size()) return then(at);
    Pattern one;
    one.kind = p.kind;
    one.text = all[backward ? all.size() - 1 - done : done];
    return edge(one, at, backward, [&, done](std::uint32_t end) { return words(p, done + 1, end, backward, then); });
  }

  bool sequence(const Pattern& p, std::size_t done, std::uint32_t at, bool backward, const Then& then) {
    if (done == p.children.size()) return then(at);
    const Pattern& child = *p.children[backward ? p.children.size() - 1 - done : done];
    return go(child, at, backward, [&, done](std::uint32_t end) { return sequence(p, done + 1, end, backward, then); });
  }

  /// Without a limit a turn matches something: the compiler refuses other patterns.
  bool repeat(const Pattern& p, int turns, std::uint32_t at, bool backward, const Then& then) {
    const auto turn = [&, turns] {
      return go(*p.children[0], at, backward, [&, turns](std::uint32_t end) { return repeat(p, turns + 1, end, backward, then); });
    };
    if (turns < p.min) return turn();
    const bool more = p.max == no_limit || turns < p.max;
    if (p.lazy) return then(at) || (more && turn());
    return (more && turn()) || then(at);
  }

  bool look(const Pattern& p, std::uint32_t at, bool behind) {
    const std::vector<Step> kept = steps_;
    const bool found = go(*p.children[0], at, behind, [](std::uint32_t) { return true; });
    steps_ = kept;
    return found;
  }

  bool gap(const Pattern& p, int most, std::uint32_t at, bool backward, const Then& then) {
    if (then(at)) return true;
    const auto crossed = most == 0 ? std::nullopt : crossing(p, at, backward);
    if (!crossed) return false;
    return with({0, {}, *crossed}, [&] { return gap(p, most - 1, backward ? crossed->begin : crossed->end, backward, then); });
  }

  /// The edge that a gap crosses here: a whole mention, the longest, else a token. None at its borders.
  [[nodiscard]] std::optional<Edge> crossing(const Pattern& gap, std::uint32_t at, bool backward) const {
    const ArticleView& article = lattice_.article();
    const auto left = left_of_.find(&gap);
    std::optional<Edge> token, mention;
    for (const Edge& edge : backward ? lattice_.into(at) : lattice_.from(at)) {
      if (edge.kind == EdgeKind::Quote) return std::nullopt;
      if (edge.kind == EdgeKind::Token) token = edge;
      if (edge.kind != EdgeKind::Mention || article.mentions->items[edge.index].inside) continue;
      if (left != left_of_.end() && (left->second >> article.mentions->items[edge.index].cls & 1U) != 0) return std::nullopt;
      if (!mention || mention->tokens.size() < edge.tokens.size()) mention = edge;
    }
    const std::optional<Edge> crossed = mention ? mention : token;
    if (!crossed || (!limits_.clause.empty() && !limits_.clause.contains(crossed->tokens))) return std::nullopt;
    const bool stops = crossed->kind == EdgeKind::Token &&
                       (article.document->word(crossed->index) == ";" || (limits_.is_trigger && limits_.is_trigger(crossed->index)));
    return stops ? std::nullopt : crossed;
  }

  /// Notes for each gap in `p` the classes of what may stand directly left of it in the pattern, where `left` are those of what may
  /// stand left of `p`; gives those of what may stand left of whatever follows `p`. A turn of a repeat may follow another.
  ClassSet flow(const Pattern& p, ClassSet left) {
    switch (p.kind) {
      case PatternKind::Sequence:
        for (const PatternPtr& child : p.children) left = flow(*child, left);
        return left;
      case PatternKind::Alternation: {
        ClassSet after = 0;
        for (const PatternPtr& child : p.children) after |= flow(*child, left);
        return after;
      }
      case PatternKind::Repeat: {
        const ClassSet once = flow(*p.children[0], left);
        return (p.min == 0 ? left : 0) | once | (p.max > 1 ? flow(*p.children[0], left | once) : 0);
      }
      case PatternKind::Role: {
        flow(*p.children[0], left);
        const ClassSet own = limits_.classes_of_role ? limits_.classes_of_role(p.role) : 0;
        return (own != 0 ? own : last_classes(*p.children[0])) | (may_be_empty(p) ? left : 0);
      }
      case PatternKind::Gap: left_of_[&p] |= left; return left;
      case PatternKind::LookAhead:
      case PatternKind::NegativeLookAhead:
      case PatternKind::LookBehind:
      case PatternKind::NegativeLookBehind: flow(*p.children[0], 0); return left;
      case PatternKind::SentenceStart:
      case PatternKind::SentenceEnd: return left;
      case PatternKind::Mention: return classes_.below(classes_.find(p.text));
      default: return 0;
    }
  }

  /// The classes of the mention that `p` ends with, by trying what may be last from the end.
  [[nodiscard]] ClassSet last_classes(const Pattern& p) const {
    if (p.kind == PatternKind::Mention) return classes_.below(classes_.find(p.text));
    if (p.kind == PatternKind::Role) {
      const ClassSet own = limits_.classes_of_role ? limits_.classes_of_role(p.role) : 0;
      return own != 0 ? own : last_classes(*p.children[0]);
    }
    ClassSet last = 0;
    if (p.kind == PatternKind::Alternation || p.kind == PatternKind::Repeat) {
      for (const PatternPtr& child : p.children) last |= last_classes(*child);
    } else if (p.kind == PatternKind::Sequence) {
      for (std::size_t i = p.children.size(); i-- > 0;) {
        last |= last_classes(*p.children[i]);
        if (!may_be_empty(*p.children[i])) break;
      }
    }
    return last;
  }

  [[nodiscard]] static bool may_be_empty(const Pattern& p) {
    switch (p.kind) {
      case PatternKind::Sequence:
        return std::all_of(p.children.begin(), p.children.end(), [](const PatternPtr& child) { return may_be_empty(*child); });
      case PatternKind::Alternation:
        return std::any_of(p.children.begin(), p.children.end(), [](const PatternPtr& child) { return may_be_empty(*child); });
      case PatternKind::Repeat: return p.min == 0 || may_be_empty(*p.children[0]);
      case PatternKind::Role: return may_be_empty(*p.children[0]);
      default: return p.kind == PatternKind::Gap || has_no_width(p.kind);
    }
  }

  bool edge(const Pattern& p, std::uint32_t at, bool backward, const Then& then) {
    const auto edges = backward ? lattice_.into(at) : lattice_.from(at);
    for (const Edge& edge : edges) {
      if (!takes(p, edge)) continue;
      if (with({0, {}, edge}, [&] { return then(backward ? edge.begin : edge.end); })) return true;
    }
    return false;
  }

  [[nodiscard]] bool takes(const Pattern& p, const Edge& edge) const {
    const ArticleView& article = lattice_.article();
    if (p.kind == PatternKind::Mention) {
      if (edge.kind == EdgeKind::Quote) return classes_.is_a(mention_class::quote, classes_.find(p.text));
      return edge.kind == EdgeKind::Mention && classes_.is_a(article.mentions->items[edge.index].cls, classes_.find(p.text)) &&
             !(whole_mentions_only && article.mentions->items[edge.index].inside);
    }
    if (p.kind == PatternKind::NounGroup) return edge.kind == EdgeKind::NounGroup;
    if (edge.kind != EdgeKind::Token) return false;
    const Token& token = article.document->tokens[edge.index];
    const auto word = article.document->word(edge.index);
    switch (p.kind) {
      case PatternKind::Word: return word == p.text;
      case PatternKind::ExactWord: return article.document->text(token) == p.text;
      case PatternKind::Lemma: {
        const TokenAnnotation& annotation = article.annotation->tokens[edge.index];
        const bool fits = p.word_class == 0 || (p.word_class == 'v' && (annotation.pos == Pos::Verb || annotation.pos == Pos::Auxiliary)) ||
                          (p.word_class == 'n' && annotation.pos == Pos::Noun);
        return fits && (article.document->symbols.text(annotation.lemma) == p.text || word == p.text);
      }
      case PatternKind::TokenTest: return p.test.key == "cap" && token.shape == Shape::Capitalized;
      default: return false;
    }
  }

  [[nodiscard]] std::vector<Taken> roles(bool backward) const {
    std::vector<Step> steps = steps_;
    if (backward) {
      std::reverse(steps.begin(), steps.end());
      for (Step& step : steps) step.kind = step.kind == 0 ? 0 : 3 - step.kind;
    }
    std::vector<Taken> done, open;
    for (const Step& step : steps) {
      if (step.kind == 1) {
        open.push_back({step.role, {}});
      } else if (step.kind == 0) {
        for (Taken& each : open) each.edges.push_back(step.edge);
      } else {
        if (!open.back().edges.empty()) done.push_back(open.back());
        open.pop_back();
      }
    }
    return done;
  }

  const Lattice& lattice_;
  const ClassTable& classes_;
  std::vector<Step> steps_;
  bool backward_steps_ = false, gave_up_ = false;
  std::uint32_t ways_left_ = 0;
  GapLimits limits_;
  std::map<const Pattern*, ClassSet> left_of_;  ///< per gap
};

}  // namespace chancery::oracle
