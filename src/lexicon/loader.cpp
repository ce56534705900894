#include "lexicon/loader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "lexicon/fields.hpp"
#include "text/char_class.hpp"

namespace chancery {
namespace {

constexpr std::string_view list_prefix = "list ";

}  // namespace

LexiconLoader::LexiconLoader(Lexicon& lexicon, const Abbreviations& abbreviations, Diagnostics& diagnostics)
    : lexicon_(lexicon), diagnostics_(diagnostics), names_(abbreviations) {
  lexicon_.symbols_.reserve(std::size_t{1} << 17U);
  lexicon_.keys_.reserve(std::size_t{1} << 15U);
}

void LexiconLoader::read(std::string_view text, const std::string& file) {
  TsvTable table(text, file, diagnostics_);
  const std::string_view kind = table.kind();
  if (kind.empty()) return;
  if (kind == "entities") return read_entities(table);
  if (kind == "names") return read_names(table);
  if (kind == "roles") return read_roles(table);
  if (kind == "kinds") return read_kinds(table);
  if (kind == "words") return read_words(table);
  if (kind == "lists") return read_lists(table, false);
  if (kind == "sequences") return read_lists(table, true);
  if (kind.starts_with(list_prefix)) return read_list(table, kind.substr(list_prefix.size()));
  const std::string_view near = nearest_word(kind, {"entities", "names", "roles", "kinds", "words", "lists", "sequences"});
  diagnostics_.error("lexicon.unknown-kind", table.header(), fmt::format("\"{}\" is no kind of table", kind),
                     near.empty() ? "the kinds are entities, names, roles, kinds, words, lists, list NAME and sequences"
                                  : fmt::format("did you mean \"{}\"?", near));
}

void LexiconLoader::finish() {
  for (const Reference& reference : references_) resolve(reference);
  for (const LateName& name : late_names_) resolve(name);
  names_.build(lexicon_.symbols_, lexicon_.names_);
  lexicon_.names_.freeze();
}

void LexiconLoader::refer(Reference::Use use, std::uint32_t target, TsvTable& table, std::size_t column) {
  const std::string_view key = table.field(column);
  if (!key.empty()) references_.push_back({use, target, key, table.where(column)});
}

void LexiconLoader::unknown_key(std::string_view key, const Location& where) {
  diagnostics_.error("lexicon.unknown-key", where, fmt::format("no table has a row with the key \"{}\"", key));
}

/// A key without a class is a polity's. Few bodies are referred to often, so each is looked up once.
EntryId LexiconLoader::find_body(std::string_view key) {
  const auto [known, fresh] = bodies_.try_emplace(key, no_entry);
  if (fresh) {
    const bool has_class = key.find(':') != std::string_view::npos;
    known->second = has_class ? lexicon_.find_key(key) : lexicon_.find_key(fmt::format("polity:{}", key));
  }
  return known->second;
}

void LexiconLoader::resolve(const Reference& reference) {
  if (reference.use == Reference::Use::HeadRole) {
    if (lexicon_.find_role(reference.key) == no_role) unknown_key(reference.key, reference.where);
    return;
  }
  const EntryId body = find_body(reference.key);
  if (body == no_entry) return unknown_key(reference.key, reference.where);
  if (reference.use == Reference::Use::Country) lexicon_.entries_[reference.target].country = body;
  if (reference.use == Reference::Use::DefaultBody) lexicon_.roles_[reference.target].default_body = body;
  if (reference.use == Reference::Use::SpeaksFor) lexicon_.entries_[reference.target].speaks_for = body;
}

void LexiconLoader::resolve(const LateName& name) {
  constexpr std::string_view role_prefix = "role:";
  NameReading reading;
  reading.kind = name.kind;
  if (name.key.starts_with(role_prefix)) {
    reading.kind = NameKind::Title;
    reading.target = lexicon_.find_role(name.key.substr(role_prefix.size()));
  } else {
    reading.target = lexicon_.find_key(name.key);
  }
  static_assert(no_role == no_entry);
  if (reading.target == no_entry) return unknown_key(name.key, name.where);
  for_each_part(name.names, [&](std::string_view part, std::size_t) { names_.add(part, reading); });
}

/// Text of the tables as tokens are folded; most is so already.
Symbol LexiconLoader::word(std::string_view text) {
  const bool is_plain = std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (is_plain) return lexicon_.symbols_.intern(text);
  folded_.clear();
  append_folded(text, folded_);
  return lexicon_.symbols_.intern(folded_);
}

}  // namespace chancery
