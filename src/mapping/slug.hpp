#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace chancery {

/// Makes the readable part of an IRI out of a name: transliterated to ASCII (ICU), lower case, every run of other characters
/// than letters and digits one `-`. One per thread; the transliterator is made when the first name needs it.
class Slugger {
 public:
  Slugger();
  ~Slugger();
  Slugger(Slugger&&) noexcept;

  /// Append the slug of `name` to `out`. Appends nothing if no letter or digit is left.
  void append(std::string_view name, std::string& out);
  std::string slug(std::string_view name);

 private:
  struct Transliterator;
  std::unique_ptr<Transliterator> transliterator_;
};

}  // namespace chancery
