#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "rdf/statement.hpp"
#include "redland/handles.hpp"

namespace chancery {

/// A librdf world whose complaints become diagnostics. One per thread: worlds share nothing. Borrows the diagnostics of the moment.
class RedlandWorld {
 public:
  RedlandWorld();
  ~RedlandWorld();
  RedlandWorld(const RedlandWorld&) = delete;
  RedlandWorld& operator=(const RedlandWorld&) = delete;

  [[nodiscard]] bool ok() const { return world_ != nullptr; }
  [[nodiscard]] librdf_world* get() const { return world_.get(); }
  [[nodiscard]] raptor_world* raptor() const { return librdf_world_get_raptor(world_.get()); }

  [[nodiscard]] rasqal_world* rasqal() const { return static_cast<rasqal_world*>(librdf_world_get_rasqal(world_.get())); }

  /// From now on complaints go to `diagnostics` (null: nowhere) with this code, about this file; warnings too if wanted.
  void report_to(Diagnostics* diagnostics, std::string code = "rdf.library", std::string file = {}, bool warnings = true);
  /// Errors since `report_to`.
  [[nodiscard]] std::size_t errors() const { return errors_; }
  /// rasqal's complaints come here only after this.
  void listen_to_rasqal();

 private:
  static int handle_log(void* user_data, librdf_log_message* message);
  static void handle_rasqal_log(void* user_data, raptor_log_message* message);
  void report(bool is_error, bool is_warning, const char* text, raptor_locator* locator);

  WorldHandle world_;
  Diagnostics* diagnostics_ = nullptr;
  std::string code_, file_;
  std::size_t errors_ = 0;
  bool warnings_ = true;
};

/// A librdf node of a term, or null if the library fails.
NodeHandle to_node(const RedlandWorld& world, const Term& term);
/// A librdf statement, or null.
StatementHandle to_statement(const RedlandWorld& world, const Statement& statement);
/// The term of a node, as it is: what the library was given was valid.
Term to_term(const raptor_term& node);

/// The place that a locator names, as far as it knows one.
Location to_location(raptor_locator* locator, const std::string& file);

}  // namespace chancery
