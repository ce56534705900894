#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "match/class_table.hpp"
#include "match/lattice.hpp"
#include "rules/pattern.hpp"

namespace chancery::oracle {

/// A matcher that is slow and plainly right: it tries every way in the order of preference and keeps nothing in mind. It walks the
/// pattern as it was parsed, and knows words, exact words, lemmas, mentions by class, `[cap]`, gaps, sequences, alternatives, roles,
/// repeats, look-around and the ends of the unit.
class Matcher {
 public:
  Matcher(const Lattice& lattice, const ClassTable& classes) : lattice_(lattice), classes_(classes) {}

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
    steps_.clear();
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
      case PatternKind::Gap: return gap(p.max, at, backward, then);
      default: return edge(p, at, backward, then);
    }
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

  bool gap(int most, std::uint32_t at, bool backward, const Then& then) {
    if (then(at)) return true;
    if (most == 0) return false;
    const auto edges = backward ? lattice_.into(at) : lattice_.from(at);
    if (edges.empty() || edges.back().kind != EdgeKind::Token) return false;
    const Edge& first = edges.front();
    const Edge& crossed = first.kind == EdgeKind::Mention ? first : edges.back();
    return with({0, {}, crossed}, [&] { return gap(most - 1, backward ? crossed.begin : crossed.end, backward, then); });
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
      return edge.kind == EdgeKind::Mention && classes_.is_a(article.mentions->items[edge.index].cls, classes_.find(p.text));
    }
    if (edge.kind != EdgeKind::Token) return false;
    const Token& token = article.document->tokens[edge.index];
    const auto word = article.document->word(edge.index);
    switch (p.kind) {
      case PatternKind::Word: return word == p.text;
      case PatternKind::ExactWord: return article.document->text(token) == p.text;
      case PatternKind::Lemma: {
        const TokenAnnotation& annotation = article.annotation->tokens[edge.index];
        const bool fits = p.word_class == 0 || (p.word_class == 'v' && annotation.pos == Pos::Verb) ||
                          (p.word_class == 'n' && annotation.pos == Pos::Noun);
        return fits && article.document->symbols.text(annotation.lemma) == p.text;
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
  bool backward_steps_ = false;
};

}  // namespace chancery::oracle
