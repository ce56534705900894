#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

#include "rdf/statement.hpp"
#include "redland/world.hpp"

namespace chancery {

/// Triples in a librdf model over `trees` storage, which is a set. Borrows the world.
class RedlandStore {
 public:
  /// With all indexes for queries, or only the one that writing needs.
  enum class Indexes { All, SubjectOnly };

  RedlandStore(const RedlandWorld& world, Indexes indexes);
  [[nodiscard]] bool ok() const { return model_ != nullptr; }
  [[nodiscard]] const RedlandWorld& world() const { return world_; }
  [[nodiscard]] librdf_model* model() const { return model_.get(); }

  /// Add a triple; its graph name is left out. False if the library fails.
  bool add(const Statement& statement);
  /// The triples in the order of the tree. Stops when `use` returns false; false then or if the library fails.
  bool for_each(const std::function<bool(librdf_statement&)>& use) const;
  [[nodiscard]] int size() const { return librdf_model_size(model_.get()); }

 private:
  /// A node of its own for the caller; predicates and the last subject are made once.
  librdf_node* predicate_node(const Term& term);
  librdf_node* subject_node(const Term& term);

  const RedlandWorld& world_;
  StorageHandle storage_;
  ModelHandle model_;
  std::unordered_map<std::string, NodeHandle> predicates_;
  Term last_subject_;
  NodeHandle last_subject_node_;
};

}  // namespace chancery
