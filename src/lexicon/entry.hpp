#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "base/symbol_table.hpp"

namespace chancery {

using EntryId = std::uint32_t;
inline constexpr EntryId no_entry = std::numeric_limits<EntryId>::max();
using RoleId = std::uint32_t;
inline constexpr RoleId no_role = std::numeric_limits<RoleId>::max();
using KindId = std::uint32_t;

/// The classes of named things that the lexicon holds.
enum class EntryClass : std::uint8_t { Person, Polity, Organization, Place };
enum class Gender : std::uint8_t { Unknown, Male, Female, Neuter };

/// A named thing that the lexicon knows: a country, a city, an organisation, a person.
struct Entry {
  EntryClass cls = EntryClass::Place;
  std::string key;             ///< stable, the local part of the node's IRI: "russia", "saint-petersburg.498817", "sergey-lavrov.Q58217"
  std::string label;           ///< English preferred name
  std::string type;            ///< finer type: "country", "territory", "union", "city", "capital", "region", "sea", "continent",
                               ///< "ministry", "agency", "media", "seat", "party", "company", "body", "" …
  std::string wikidata;        ///< "Q…" or empty
  std::uint32_t geonames = 0;  ///< 0: none
  EntryId country = no_entry;  ///< the polity it lies in or belongs to
  float latitude = 0, longitude = 0;
  bool has_coordinates = false;
  std::uint32_t population = 0;
  Gender gender = Gender::Unknown;
  bool sovereign = false;      ///< a sovereign state
  std::array<char, 3> iso2{};  ///< ISO 3166-1 codes of a polity, zero-terminated; empty where it has none
  std::array<char, 4> iso3{};
  EntryId speaks_for = no_entry;  ///< of a capital or a seat: the polity for which its name can stand ("Moscow", "the Kremlin")

  /// "Europe", "the Middle East": a place for which nobody acts, and no place of an event.
  [[nodiscard]] bool is_part_of_the_world() const { return type == "continent" || type == "world-region"; }
};

/// What a title names: an office or function, independent of where. "foreign-minister", "Foreign Minister".
struct Role {
  std::string key;
  std::string label;
  bool single_holder = false;       ///< one person a body at a time
  bool honorific = false;           ///< "Mr", "Sir", "Dr": a form of address, no office
  bool of_person = false;           ///< its body may be a person ("adviser to …", "spokesman for …", "envoy of …")
  std::string body_class;           ///< class of the usual body: "polity", "organization", "place", "any"
  EntryId default_body = no_entry;  ///< the body where the title alone says it ("Pope")
  Gender gender = Gender::Unknown;
  std::uint16_t rank = 0;    ///< higher is more important; 0 unknown
  bool description = false;  ///< says what one is rather than an office: "analyst", "diplomat", "veteran"
};

/// A kind of organisation that many bodies have, known by a common noun: "foreign ministry", "parliament". The
/// organisation itself is `{body}.{key}`.
struct OrganizationKind {
  std::string key;     ///< "foreign-ministry"
  std::string label;   ///< "Foreign Ministry"
  std::string type;    ///< as `Entry::type`: "ministry", "parliament", "court", "army" …
  std::string role;    ///< key of the role of its head, where there is one: "foreign-minister"
  bool many = false;   ///< one state may have several: embassies
  bool named = false;  ///< the common noun is a name in small letters too: "the foreign ministry", but not "the parliament"
};

/// How a name stands for an entry.
enum class NameKind : std::uint8_t {
  Name,       ///< "Russia", "Vladimir Putin"
  Short,      ///< a short or surname form that needs support ("Putin")
  Adjective,  ///< "Russian"
  Demonym,    ///< "Russians"
  Acronym,    ///< "NATO"
  Title,      ///< of a Role: "foreign minister", "FM"
  Common,     ///< of an OrganizationKind: "foreign ministry"
};

/// One reading of a name: an entry or a role.
struct NameReading {
  std::uint32_t target = 0;  ///< EntryId; RoleId if `kind` is Title; KindId if it is Common
  NameKind kind = NameKind::Name;
  bool case_sensitive = false;  ///< the text must be written as the lexicon has it ("US", not "us")
  bool weak = false;            ///< also a common word or given name; needs support from context
};

}  // namespace chancery
