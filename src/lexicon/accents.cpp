// Canonical decomposition (Unicode Standard Annex 15) takes marks off; letters that do not decompose have a table.
#include "lexicon/accents.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace chancery {
namespace {

constexpr std::array<std::pair<char16_t, const char*>, 27> plain_letters{{
    {u'ß', "ss"}, {u'Æ', "Ae"}, {u'æ', "ae"}, {u'Ø', "O"}, {u'ø', "o"}, {u'Å', "A"}, {u'å', "a"}, {u'Ð', "D"},  {u'ð', "d"},
    {u'Þ', "Th"}, {u'þ', "th"}, {u'Đ', "D"},  {u'đ', "d"}, {u'Ł', "L"}, {u'ł', "l"}, {u'ı', "i"}, {u'Œ', "Oe"}, {u'œ', "oe"},
    {u'Ħ', "H"},  {u'ħ', "h"},  {u'Ŧ', "T"},  {u'ŧ', "t"}, {u'Ə', "A"}, {u'ə', "a"}, {u'ʻ', "'"}, {u'ʼ', "'"},  {u'’', "'"},
}};

void append_plain(UChar32 c, std::string& out) {
  const auto known = std::find_if(plain_letters.begin(), plain_letters.end(), [c](const auto& pair) { return pair.first == c; });
  if (known != plain_letters.end()) {
    out += known->second;
  } else if (u_charType(c) != U_NON_SPACING_MARK) {
    icu::UnicodeString(c).toUTF8String(out);
  }
}

}  // namespace

std::string without_accents(std::string_view text) {
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (plain) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const nfd = icu::Normalizer2::getNFDInstance(status);
  assert(U_SUCCESS(status) != 0);
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  const icu::UnicodeString decomposed = nfd->normalize(icu::UnicodeString::fromUTF8(piece), status);
  std::string out;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) append_plain(decomposed.char32At(i), out);
  return out;
}

}  // namespace chancery
