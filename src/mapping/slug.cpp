#include "mapping/slug.hpp"

#include <algorithm>
#include <array>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "lexicon/accents.hpp"

namespace chancery {

struct Slugger::Transliterator {
  std::unique_ptr<icu::Transliterator> icu;
};

Slugger::Slugger() = default;
Slugger::~Slugger() = default;
Slugger::Slugger(Slugger&&) noexcept = default;

namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Letters of Europe (U+00C0 to U+017F), if it may have them, and marks of English typesetting are all that it has beyond ASCII.
bool is_european(std::string_view text, bool with_letters) {
  constexpr std::array<std::string_view, 5> marks = {"\u2013", "\u2014", "\u2019", "\u201C", "\u201D"};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) continue;
    if (with_letters && byte >= 0xC3 && byte <= 0xC5)
      i += 1;
    else if (std::find(marks.begin(), marks.end(), text.substr(i, 3)) != marks.end())
      i += 2;
    else
      return false;
  }
  return true;
}

/// `text` is ASCII, or what of it is not separates.
void append_ascii(std::string_view text, std::string& out) {
  bool gap = false;
  const std::size_t start = out.size();
  for (const char c : text) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      if (gap && out.size() > start) out += '-';
      gap = false;
      out += upper ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (c != '\'') {
      gap = true;
    }
  }
}

}  // namespace

void Slugger::append(std::string_view name, std::string& out) {
  if (is_ascii(name)) return append_ascii(name, out);
  if (is_european(name, true)) {
    if (const std::string plain = without_accents(name); is_european(plain, false)) return append_ascii(plain, out);
  }
  if (!transliterator_) {
    transliterator_ = std::make_unique<Transliterator>();
    UErrorCode failed = U_ZERO_ERROR;
    transliterator_->icu.reset(icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, failed));
    if (U_FAILURE(failed) != 0) transliterator_->icu.reset();
  }
  icu::UnicodeString text = icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())});
  if (transliterator_->icu) transliterator_->icu->transliterate(text);
  std::string latin;
  text.toUTF8String(latin);
  append_ascii(latin, out);
}

std::string Slugger::slug(std::string_view name) {
  std::string result;
  append(name, result);
  return result;
}

}  // namespace chancery
