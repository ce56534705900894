#include "resolve/person_name.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "lexicon/accents.hpp"

namespace chancery {

namespace {

constexpr std::size_t edited_key = 6;  ///< letters of a key that may have one wrong

/// "al-Khatib" is called "Khatib" as well.
std::string_view without_article(std::string_view word) {
  constexpr std::size_t article = 3, shortest = 4;
  const bool joined = word.size() >= article + shortest && (word.starts_with("al-") || word.starts_with("el-"));
  return joined ? word.substr(article) : word;
}

/// A rough key that romanisations of one name share: no accents, "y", "i", "j" alike, doubled letters once.
std::string spelling_key(std::string_view word) {
  std::string key;
  for (char c : without_accents(without_article(word))) {
    if (c == 'y' || c == 'j') c = 'i';
    if (c != '\'' && c != '-' && (key.empty() || key.back() != c)) key.push_back(c);
  }
  return key;
}

/// The first character of an ASCII word's key, without making the key; none for other words and for empty keys.
std::optional<char> first_of_key(std::string_view word) {
  std::optional<char> first;
  for (const char c : without_article(word)) {
    if (static_cast<unsigned char>(c) >= 0x80) return std::nullopt;
    if (!first && c != '\'' && c != '-') first = c == 'y' || c == 'j' ? 'i' : c;
  }
  return first;
}

bool is_one_edit(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  if (a.size() == b.size()) {
    if (i >= a.size() || a.substr(i + 1) == b.substr(i + 1)) return true;
    return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] && a.substr(i + 2) == b.substr(i + 2);  // two letters changed places
  }
  return a.substr(i) == b.substr(i + 1);
}

bool is_initial_of(std::string_view initial, std::string_view word) {
  const bool stopped = initial.ends_with('.');
  const std::string_view letters = initial.substr(0, initial.size() - (stopped ? 1 : 0));
  return (letters.size() == 1 || (letters.size() == 2 && stopped)) && word.starts_with(letters);  // "Kh."
}

bool first_names_agree(std::string_view a, std::string_view b) {
  if (a == b || is_initial_of(a, b) || is_initial_of(b, a)) return true;
  if (a.size() >= 3 && b.size() >= 3 && (a.starts_with(b) || b.starts_with(a))) return true;  // "Ben", "Benjamin"
  return is_spelling_variant(a, b);
}

/// A word between the first and the last of `a` that no such word of `b` agrees with. Short ones ("bin", "de la", "J.") tell nothing.
bool has_middle_of_its_own(std::span<const Symbol> a, std::span<const Symbol> b, const SymbolScope& symbols) {
  constexpr std::size_t shortest = 4;
  const auto middle_of_b = b.subspan(1, b.size() - 2);
  return std::ranges::any_of(a.subspan(1, a.size() - 2), [&](Symbol word) {
    const std::string_view text = symbols.text(word);
    return text.size() >= shortest &&
           std::ranges::none_of(middle_of_b, [&](Symbol other) { return first_names_agree(text, symbols.text(other)); });
  });
}

/// "Sabah al-Khaled al-Sabah" is not "Sabah al-Ahmad al-Sabah".
bool middles_differ(std::span<const Symbol> a, std::span<const Symbol> b, const SymbolScope& symbols) {
  return has_middle_of_its_own(a, b, symbols) && has_middle_of_its_own(b, a, symbols);
}

/// "Omar bin Ali Said" inside "Hamad bin Omar bin Ali Said": his father. The word in front of the name is one of it as well.
bool is_of_father(std::span<const Symbol> form, std::span<const Symbol> full) {
  constexpr std::size_t shortest = 3;  // words
  return form.size() >= shortest && std::find(form.begin() + 1, form.end(), full[full.size() - form.size() - 1]) != form.end();
}

}  // namespace

/// Short keys have to be equal. Of two longer ones with an edit between them, either the first three letters are the same, or the first and
/// the last three.
std::vector<std::uint64_t> spelling_hashes(std::string_view word) {
  const std::string key = spelling_key(word);
  if (key.size() < edited_key) return {SymbolTable::hash(key)};
  return {SymbolTable::hash(key.substr(0, 3)), SymbolTable::hash(key.substr(0, 1) + "*" + key.substr(key.size() - 3))};
}

bool is_spelling_variant(std::string_view a, std::string_view b) {
  if (a == b) return true;
  // Keys that differ in their first character are never alike; most pairs of words end here.
  const std::optional<char> first = first_of_key(a), other = first_of_key(b);
  if (first && other && *first != *other) return false;
  const std::string x = spelling_key(a), y = spelling_key(b);
  if (x == y) return true;
  return x.size() >= edited_key && y.size() >= edited_key && x[0] == y[0] && is_one_edit(x, y);
}

NameFit fit_person_name(std::span<const Symbol> form, std::span<const Symbol> full, const SymbolScope& symbols) {
  if (form.empty() || full.empty()) return NameFit::None;
  if (form.size() == full.size() && std::equal(form.begin(), form.end(), full.begin())) return NameFit::Full;
  if (form.size() < full.size()) {
    if (std::equal(form.begin(), form.end(), full.end() - static_cast<std::ptrdiff_t>(form.size())))
      return is_of_father(form, full) ? NameFit::None : NameFit::Surname;
    if (std::equal(form.begin(), form.end(), full.begin())) return form.size() == 1 ? NameFit::GivenName : NameFit::Part;
    if (std::search(full.begin(), full.end(), form.begin(), form.end()) != full.end()) return NameFit::Part;
  }
  const std::string_view last = symbols.text(form.back()), full_last = symbols.text(full.back());
  const bool same_last = last == full_last;
  if (form.size() >= 2 && full.size() >= 2) {
    const bool alike = same_last || is_spelling_variant(last, full_last);
    if (alike && first_names_agree(symbols.text(form.front()), symbols.text(full.front())) && !middles_differ(form, full, symbols))
      return same_last ? NameFit::Full : NameFit::Spelling;
    return NameFit::None;
  }
  if (form.size() == 1 && full.size() >= 2 && last.size() >= 5 && is_spelling_variant(last, full_last)) return NameFit::Spelling;
  return NameFit::None;
}

}  // namespace chancery
