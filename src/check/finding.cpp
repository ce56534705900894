#include "check/finding.hpp"

namespace chancery {

std::string_view name_of(FindingSeverity severity) {
  switch (severity) {
    case FindingSeverity::Info: return "info";
    case FindingSeverity::Warning: return "warning";
    case FindingSeverity::Violation: return "violation";
  }
  return "violation";
}

}  // namespace chancery
