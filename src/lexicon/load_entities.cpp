// Tables of named things: entities, further names of them, roles with their titles, kinds of organisation.
#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include <fmt/format.h>

#include "lexicon/fields.hpp"
#include "lexicon/loader.hpp"

namespace chancery {
namespace {

constexpr std::array<std::string_view, 19> entity_columns = {
    "key",     "label",    "names",     "short",      "adjectives", "demonyms",  "acronyms",   "type", "wikidata", "geonames",
    "country", "latitude", "longitude", "population", "gender",     "sovereign", "speaks_for", "iso2", "iso3"};
enum EntityColumn : std::size_t {
  entity_key,
  entity_label,
  entity_names,
  entity_short,
  entity_adjectives,
  entity_demonyms,
  entity_acronyms,
  entity_type,
  entity_wikidata,
  entity_geonames,
  entity_country,
  entity_latitude,
  entity_longitude,
  entity_population,
  entity_gender,
  entity_sovereign,
  entity_speaks_for,
  entity_iso2,
  entity_iso3
};
constexpr std::array<std::pair<std::size_t, NameKind>, 5> name_columns = {{{entity_names, NameKind::Name},
                                                                           {entity_short, NameKind::Short},
                                                                           {entity_adjectives, NameKind::Adjective},
                                                                           {entity_demonyms, NameKind::Demonym},
                                                                           {entity_acronyms, NameKind::Acronym}}};

constexpr std::array<std::pair<std::string_view, EntryClass>, 4> class_names = {{{"person", EntryClass::Person},
                                                                                 {"polity", EntryClass::Polity},
                                                                                 {"organization", EntryClass::Organization},
                                                                                 {"place", EntryClass::Place}}};

constexpr std::array<std::string_view, 11> role_columns = {"key",          "label",  "forms", "single_holder", "of_person",  "body_class",
                                                           "default_body", "gender", "rank",  "honorific",     "description"};
enum RoleColumn : std::size_t {
  role_key,
  role_label,
  role_forms,
  role_single_holder,
  role_of_person,
  role_body_class,
  role_default_body,
  role_gender,
  role_rank,
  role_honorific,
  role_description
};

constexpr std::array<std::string_view, 7> kind_columns = {"key", "label", "forms", "type", "role", "many", "named"};
enum KindColumn : std::size_t { kind_key, kind_label, kind_forms, kind_type, kind_role, kind_many, kind_named };

bool is_key(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
}

bool is_item(std::string_view text) {
  return text.size() > 1 && text.front() == 'Q' && text[1] != '0' &&
         std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Split "class:key"; false if it is no such thing.
bool split_key(std::string_view field, EntryClass& cls, std::string_view& key) {
  const std::size_t colon = field.find(':');
  if (colon == std::string_view::npos) return false;
  const auto known = std::find_if(class_names.begin(), class_names.end(), [&](const auto& c) { return c.first == field.substr(0, colon); });
  if (known == class_names.end()) return false;
  cls = known->second;
  key = field.substr(colon + 1);
  return is_key(key);
}

bool read_gender(TsvTable& table, std::size_t column, Gender& out) {
  const std::string_view text = table.field(column);
  if (text == "male")
    out = Gender::Male;
  else if (text == "female")
    out = Gender::Female;
  else if (text == "neuter")
    out = Gender::Neuter;
  else if (!text.empty()) {
    table.error("lexicon.bad-value", column, fmt::format("a gender is male, female or neuter, not \"{}\"", text));
    return false;
  }
  return true;
}

template <std::size_t Size>
bool read_code(TsvTable& table, std::size_t column, std::array<char, Size>& out) {
  const std::string_view text = table.field(column);
  const bool fits = text.size() == Size - 1 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (fits) std::copy(text.begin(), text.end(), out.begin());
  if (fits || text.empty()) return true;
  table.error("lexicon.bad-value", column, fmt::format("\"{}\" is no code of {} capital letters", text, Size - 1));
  return false;
}

/// Add the names of a field; a `?` behind one makes it weak. True if `label` is among them.
bool add_names(TsvTable& table, std::size_t column, NameReading reading, NameList& names) {
  const std::string_view label = table.field(entity_label);
  bool has_label = false;
  for_each_part(table.field(column), [&](std::string_view name, std::size_t offset) {
    reading.weak = name.ends_with('?');
    if (reading.weak) name.remove_suffix(1);
    has_label = has_label || name == label;
    if (name.empty() || name.front() == ' ' || name.back() == ' ') {
      table.error("lexicon.bad-name", column, "a name is empty or has a space at its end", {}, offset);
    } else {
      names.add(name, reading);
    }
  });
  return has_label;
}

}  // namespace

void LexiconLoader::read_entities(TsvTable& table) {
  if (!table.use(entity_columns, 2)) return;
  while (table.next()) {
    Entry entry;
    if (!read_entity(table, entry)) continue;
    const auto id = static_cast<EntryId>(lexicon_.entries_.size());
    [[maybe_unused]] const Symbol symbol = lexicon_.keys_.intern(table.field(entity_key));
    assert(index_of(symbol) == id + 1);
    lexicon_.entries_.push_back(std::move(entry));
    refer(Reference::Use::Country, id, table, entity_country);
    refer(Reference::Use::SpeaksFor, id, table, entity_speaks_for);
    bool has_label = false;
    for (const auto& [column, kind] : name_columns) {
      has_label = add_names(table, column, {id, kind, false, false}, names_) || has_label;
    }
    if (!has_label) names_.add(table.field(entity_label), {id, NameKind::Name, false, false});
  }
}

bool LexiconLoader::read_entity(TsvTable& table, Entry& entry) {
  const std::string_view field = table.field(entity_key);
  std::string_view key;
  if (!split_key(field, entry.cls, key)) {
    table.error("lexicon.bad-key", entity_key, fmt::format("\"{}\" is no key", field),
                "a key is person:, polity:, organization: or place: and letters, digits, \"-\" and \".\"");
    return false;
  }
  if (lexicon_.find_key(field) != no_entry) {
    table.error("lexicon.duplicate-key", entity_key, fmt::format("the key \"{}\" is taken", field),
                "a table of names adds names to an entity");
    return false;
  }
  if (table.field(entity_label).empty()) {
    table.error("lexicon.bad-name", entity_label, "the entity has no label");
    return false;
  }
  entry.key = key;
  entry.label = table.field(entity_label);
  entry.type = table.field(entity_type);
  return read_links(table, entry) && read_position(table, entry);
}

bool LexiconLoader::read_links(TsvTable& table, Entry& entry) {
  entry.wikidata = table.field(entity_wikidata);
  if (!entry.wikidata.empty() && !is_item(entry.wikidata)) {
    table.error("lexicon.bad-value", entity_wikidata, fmt::format("\"{}\" is no Wikidata item", entry.wikidata));
    return false;
  }
  return read_number(table, entity_geonames, entry.geonames) && read_gender(table, entity_gender, entry.gender) &&
         read_flag(table, entity_sovereign, entry.sovereign) && read_code(table, entity_iso2, entry.iso2) &&
         read_code(table, entity_iso3, entry.iso3);
}

bool LexiconLoader::read_position(TsvTable& table, Entry& entry) {
  entry.has_coordinates = !table.field(entity_latitude).empty() && !table.field(entity_longitude).empty();
  return read_number(table, entity_latitude, entry.latitude) && read_number(table, entity_longitude, entry.longitude) &&
         read_number(table, entity_population, entry.population);
}

void LexiconLoader::read_names(TsvTable& table) {
  static constexpr std::array<std::string_view, 6> columns = {"key", "names", "short", "adjectives", "demonyms", "acronyms"};
  static constexpr std::array<NameKind, 6> kinds = {NameKind::Name,      NameKind::Name,    NameKind::Short,
                                                    NameKind::Adjective, NameKind::Demonym, NameKind::Acronym};
  if (!table.use(columns, 1)) return;
  while (table.next()) {
    for (std::size_t i = 1; i < columns.size(); ++i) {
      if (!table.field(i).empty()) late_names_.push_back({table.field(0), table.field(i), kinds[i], table.where(0)});
    }
  }
}

void LexiconLoader::read_roles(TsvTable& table) {
  if (!table.use(role_columns, 3)) return;
  while (table.next()) {
    Role role;
    if (!read_role(table, role)) continue;
    const auto id = static_cast<RoleId>(lexicon_.roles_.size());
    lexicon_.role_keys_.intern(role.key);
    lexicon_.roles_.push_back(std::move(role));
    refer(Reference::Use::DefaultBody, id, table, role_default_body);
    add_names(table, role_forms, {id, NameKind::Title, false, false}, names_);
  }
}

bool LexiconLoader::read_role(TsvTable& table, Role& role) {
  role.key = table.field(role_key);
  role.label = table.field(role_label);
  if (!is_key(role.key) || role.label.empty()) {
    table.error("lexicon.bad-key", role_key, "a role needs a key of letters, digits, \"-\" and \".\", and a label");
    return false;
  }
  if (lexicon_.find_role(role.key) != no_role) {
    table.error("lexicon.duplicate-key", role_key, fmt::format("the role \"{}\" is already there", role.key));
    return false;
  }
  role.body_class = table.field(role_body_class);
  return read_flag(table, role_single_holder, role.single_holder) && read_flag(table, role_of_person, role.of_person) &&
         read_gender(table, role_gender, role.gender) && read_number(table, role_rank, role.rank) &&
         read_flag(table, role_honorific, role.honorific) && read_flag(table, role_description, role.description);
}

void LexiconLoader::read_kinds(TsvTable& table) {
  if (!table.use(kind_columns, 3)) return;
  while (table.next()) {
    const std::string key(table.field(kind_key));
    if (!is_key(key)) {
      table.error("lexicon.bad-key", kind_key, fmt::format("\"{}\" is no key", key));
      continue;
    }
    const auto id = static_cast<KindId>(lexicon_.kinds_.size());
    lexicon_.kinds_.push_back({key, std::string(table.field(kind_label)), std::string(table.field(kind_type)),
                               std::string(table.field(kind_role)), table.field(kind_many) == "yes", table.field(kind_named) == "yes"});
    refer(Reference::Use::HeadRole, id, table, kind_role);
    add_names(table, kind_forms, {id, NameKind::Common, false, false}, names_);
  }
}

}  // namespace chancery
