#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace chancery {

/// The machine failed: a file cannot be opened, a disk is full. One sentence that names the thing and the reason.
struct Failure {
  std::string message;
};

/// A value, or why there is none. Callers must look.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}            // NOLINT(google-explicit-constructor): reads as a return value
  Result(Failure failure) : state_(std::move(failure)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }
  [[nodiscard]] const std::string& error() const { return std::get<Failure>(state_).message; }
  [[nodiscard]] T& value() & {
    assert(ok());
    return *std::get_if<T>(&state_);
  }
  [[nodiscard]] const T& value() const& {
    assert(ok());
    return *std::get_if<T>(&state_);
  }
  [[nodiscard]] T&& value() && {
    assert(ok());
    return std::move(*std::get_if<T>(&state_));
  }
  T& operator*() & { return value(); }
  T* operator->() { return &value(); }

 private:
  std::variant<T, Failure> state_;
};

/// Success without a value.
struct Done {};
using Status = Result<Done>;

}  // namespace chancery
