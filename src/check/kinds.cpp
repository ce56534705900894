// The table of kinds: the only place that knows them all.
#include "check/kinds.hpp"

#include <algorithm>

namespace chancery {
namespace {

struct Kind {
  KindInfo info;
  CheckFunction run;
};

const std::vector<Kind>& kinds() {
  using enum FindingSeverity;
  static const std::vector<Kind> table = {
      {{"acyclic", "AcyclicConstraintComponent", Violation, {"properties"}, {}, {}, "{focus} reaches itself: {way}", {"focus", "way"}},
       check_acyclic},
      {{"disjoint",
        "DisjointConstraintComponent",
        Violation,
        {},
        {"properties"},
        {},
        "{focus} is a {first} and a {second}, which exclude each other",
        {"focus", "first", "second"}},
       check_disjoint},
      {{"domain-range",
        "DomainRangeConstraintComponent",
        Violation,
        {},
        {"properties"},
        {},
        "{focus} {property} {value}: the {side} must be {wanted}, and is a {found}",
        {"focus", "property", "value", "side", "wanted", "found"}},
       check_domain_range},
      {{"identity",
        "IdentityConstraintComponent",
        Violation,
        {"same"},
        {"different"},
        {"catalogues"},
        "{focus} and {value} are said to be the same, but {reason}",
        {"focus", "value", "reason"}},
       check_identity},
      {{"homonym",
        "HomonymConstraintComponent",
        Warning,
        {"member", "post", "body"},
        {"related"},
        {"classes"},
        "{focus} holds offices in {first} and {second}: one person, or two of one name?",
        {"focus", "first", "second"}},
       check_homonym},
      {{"functional",
        "FunctionalConstraintComponent",
        Violation,
        {"properties"},
        {},
        {},
        "{focus} has two values of {property}: {first} and {second}",
        {"focus", "property", "first", "second"}},
       check_functional},
      {{"single-holder",
        "SingleHolderConstraintComponent",
        Warning,
        {"member", "post", "single"},
        {"role", "tenure", "as-of", "during", "start", "end", "at"},
        {"current"},
        "{focus} has two holders on {day}: {first} and {second}",
        {"focus", "day", "first", "second"}},
       check_single_holder},
      {{"order",
        "OrderConstraintComponent",
        Violation,
        {},
        {"before", "after", "during", "begins", "ends", "start", "end", "at", "earliest", "latest"},
        {},
        "What is said of the time of {focus} cannot all hold",
        {"focus"}},
       check_order},
      {{"presence",
        "PresenceConstraintComponent",
        Warning,
        {"attendee", "location", "start"},
        {"end", "status", "within", "latitude", "longitude"},
        {"held", "remote", "kilometres"},
        "{focus} is in {first} and in {second} at the same time",
        {"focus", "first", "second"}},
       check_presence},
      {{"status",
        "StatusConstraintComponent",
        Violation,
        {"status"},
        {"earliest", "latest"},
        {"held", "cancelled"},
        "{focus}: {reason}",
        {"focus", "reason"}},
       check_status},
      {{"contradiction",
        "ContradictionConstraintComponent",
        Violation,
        {"polarity"},
        {},
        {},
        "{first} says, {second} denies: {triple}",
        {"focus", "first", "second", "triple"}},
       check_contradiction},
      {{"dangling",
        "DanglingConstraintComponent",
        Violation,
        {},
        {},
        {"labels", "ignore", "outside", "unlabelled"},
        "{focus} has no {missing}",
        {"focus", "missing"}},
       check_dangling},
      {{"connected",
        "ConnectedConstraintComponent",
        Info,
        {},
        {},
        {"ignore", "ignore-classes"},
        "{parts} parts: the largest holds {largest} of {total} nodes; {rest} are not tied to it, such as {focus}",
        {"focus", "parts", "largest", "total", "rest"}},
       check_connected},
  };
  return table;
}

const Kind* kind_named(std::string_view name) {
  const auto found = std::find_if(kinds().begin(), kinds().end(), [name](const Kind& kind) { return kind.info.name == name; });
  return found == kinds().end() ? nullptr : &*found;
}

}  // namespace

const std::vector<KindInfo>& check_kinds() {
  static const std::vector<KindInfo> table = [] {
    std::vector<KindInfo> out;
    for (const Kind& kind : kinds()) out.push_back(kind.info);
    return out;
  }();
  return table;
}

const KindInfo* find_kind(std::string_view name) {
  const Kind* kind = kind_named(name);
  return kind ? &kind->info : nullptr;
}

std::vector<Finding> run_kind(const CheckContext& context) {
  const Kind* kind = kind_named(context.spec.kind);
  return kind ? kind->run(context) : std::vector<Finding>{};
}

const std::vector<std::string>& CheckSpec::of(const std::string& name_of_part) const {
  static const std::vector<std::string> nothing;
  if (const auto found = properties.find(name_of_part); found != properties.end()) return found->second;
  const auto found = settings.find(name_of_part);
  return found == settings.end() ? nothing : found->second;
}

}  // namespace chancery
