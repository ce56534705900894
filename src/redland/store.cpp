#include "redland/store.hpp"

namespace chancery {

RedlandStore::RedlandStore(const RedlandWorld& world, Indexes indexes) : world_(world) {
  const char* options = indexes == Indexes::All ? nullptr : "index-spo='yes'";
  storage_.reset(librdf_new_storage(world.get(), "trees", "chancery", options));
  if (storage_ != nullptr) model_.reset(librdf_new_model(world.get(), storage_.get(), nullptr));
}

librdf_node* RedlandStore::predicate_node(const Term& term) {
  NodeHandle& known = predicates_[term.value];
  if (known == nullptr) known = to_node(world_, term);
  return known == nullptr ? nullptr : librdf_new_node_from_node(known.get());
}

librdf_node* RedlandStore::subject_node(const Term& term) {
  if (last_subject_node_ == nullptr || last_subject_ != term) {
    last_subject_ = term;
    last_subject_node_ = to_node(world_, term);
  }
  return last_subject_node_ == nullptr ? nullptr : librdf_new_node_from_node(last_subject_node_.get());
}

bool RedlandStore::add(const Statement& statement) {
  NodeHandle subject(subject_node(statement.subject));
  NodeHandle predicate(predicate_node(statement.predicate));
  NodeHandle object = to_node(world_, statement.object);
  if (subject == nullptr || predicate == nullptr || object == nullptr) return false;
  const StatementHandle made(librdf_new_statement_from_nodes(world_.get(), subject.release(), predicate.release(), object.release()));
  return made != nullptr && librdf_model_add_statement(model_.get(), made.get()) == 0;
}

bool RedlandStore::for_each(const std::function<bool(librdf_statement&)>& use) const {
  const StreamHandle stream(librdf_model_as_stream(model_.get()));
  if (stream == nullptr) return false;
  for (; librdf_stream_end(stream.get()) == 0; librdf_stream_next(stream.get())) {
    librdf_statement* statement = librdf_stream_get_object(stream.get());
    if (statement == nullptr || !use(*statement)) return false;
  }
  return true;
}

}  // namespace chancery
