#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/check_spec.hpp"
#include "check/claims.hpp"
#include "check/class_hierarchy.hpp"
#include "check/fact_graph.hpp"
#include "check/finding.hpp"

namespace chancery {

/// What one check works with. Borrows everything.
struct CheckContext {
  const CheckSpec& spec;
  const FactGraph& graph;
  const ClassHierarchy& classes;
  const Claims& claims;

  /// The terms of a part or a setting that the graph has, in the order of the file.
  [[nodiscard]] std::vector<TermId> terms(const std::string& part) const;
  /// True if some term of the part is `id`.
  [[nodiscard]] bool names(const std::string& part, TermId id) const;
  /// The triples of all properties of a part.
  [[nodiscard]] std::vector<Fact> facts(const std::string& part) const;
  /// The objects of a node over all properties of a part, ordered by `FactGraph::compare`.
  [[nodiscard]] std::vector<TermId> objects(TermId node, const std::string& part) const;
  /// The first of them, or `no_term`.
  [[nodiscard]] TermId object(TermId node, const std::string& part) const;
  /// The triple by which a node has `object` over a part.
  [[nodiscard]] Fact triple(TermId node, const std::string& part, TermId object) const;

  /// A finding of this check about `focus`: its message is the check's with `{focus}` and every `{name}` of `values` filled in.
  [[nodiscard]] Finding finding(TermId focus, const std::vector<std::pair<std::string_view, std::string>>& values) const;
  /// "A containedInPlace B", with labels.
  [[nodiscard]] std::string step(const Fact& fact) const;
};

/// Every kind of check is one such function: pure, its findings in any order.
using CheckFunction = std::vector<Finding> (*)(const CheckContext&);

std::vector<Finding> check_acyclic(const CheckContext& context);
std::vector<Finding> check_disjoint(const CheckContext& context);
std::vector<Finding> check_domain_range(const CheckContext& context);
std::vector<Finding> check_identity(const CheckContext& context);
std::vector<Finding> check_homonym(const CheckContext& context);
std::vector<Finding> check_functional(const CheckContext& context);
std::vector<Finding> check_single_holder(const CheckContext& context);
std::vector<Finding> check_order(const CheckContext& context);
std::vector<Finding> check_presence(const CheckContext& context);
std::vector<Finding> check_status(const CheckContext& context);
std::vector<Finding> check_contradiction(const CheckContext& context);
std::vector<Finding> check_dangling(const CheckContext& context);
std::vector<Finding> check_connected(const CheckContext& context);

}  // namespace chancery
