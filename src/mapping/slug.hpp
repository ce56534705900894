#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace chancery {

/// Makes the readable part of an IRI out of a name: transliterated to ASCII (ICU), lower case, every run of other characters
/// than letters and digits one `-`. One per thread; the transliterator, which takes 40 ms to make, is made when a name needs it
/// that has more than letters of Europe.
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
