#include <algorithm>

#include "graph/derivation.hpp"
#include "rdf/utf8.hpp"

namespace chancery {
namespace {

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    words += !space && !inside ? 1 : 0;
    inside = !space;
  }
  return words;
}

/// Most words, then longest in code points, then first in the order of the terms.
TermIndex best_form(const TermTable& terms, std::span<const Quad> forms) {
  TermIndex best = no_index;
  std::size_t best_words = 0;
  std::size_t best_length = 0;
  for (const Quad& form : forms) {
    if (form.object == best) continue;
    const std::string_view text = terms.value(form.object);
    const std::size_t words = count_words(text);
    const std::size_t length = count_code_points(text);
    const bool better = words != best_words ? words > best_words : length > best_length;
    if (best != no_index && !better) continue;
    best = form.object;
    best_words = words;
    best_length = length;
  }
  return best;
}

}  // namespace

TermIndex derive_labels(const DeriveInput& in, std::span<const Quad> about, QuadSet& out) {
  const std::span<const Quad> preferred = with_predicate(about, in.is.pref_label);
  const std::span<const Quad> labels = with_predicate(about, in.is.label);
  const std::span<const Quad> forms = with_predicate(about, in.is.alt_label);
  const TermIndex label = best_form(in.terms, !preferred.empty() ? preferred : !labels.empty() ? labels : forms);
  if (label == no_index) return no_index;
  out.add({about[0].subject, in.is.label, label, in.is.derived_graph});
  for (const std::span<const Quad> group : {preferred, labels, forms}) {
    for (Quad form : group) {
      if (form.object == label) continue;
      form.predicate = in.is.alt_label;
      out.add(form);
    }
  }
  return label;
}

}  // namespace chancery
