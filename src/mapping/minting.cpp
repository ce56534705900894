#include "mapping/minting.hpp"

#include <algorithm>
#include <array>

#include "base/hash.hpp"

namespace chancery {
namespace {

constexpr std::array<std::string_view, mention_class::built_in_count> built_in_names{"any",   "Name",  "Person", "Polity", "Organization",
                                                                                     "Place", "Title", "Date",   "Number", "Quote"};

std::string_view class_name(const RulePack& pack, ClassId cls) {
  if (cls < mention_class::built_in_count) return built_in_names[cls];
  const std::size_t index = cls - mention_class::built_in_count;
  return index < pack.classes.size() ? std::string_view(pack.classes[index].name) : std::string_view();
}

/// The class above `cls`; a built-in class is its own.
ClassId parent_of(const RulePack& pack, ClassId cls) {
  if (cls < mention_class::built_in_count) return cls;
  const std::size_t index = cls - mention_class::built_in_count;
  if (index >= pack.classes.size()) return mention_class::any;
  const std::string& parent = pack.classes[index].parent;
  for (ClassId built_in = 0; built_in < mention_class::built_in_count; ++built_in) {
    if (built_in_names[built_in] == parent) return built_in;
  }
  for (std::size_t other = 0; other < index; ++other) {
    if (pack.classes[other].name == parent) return static_cast<ClassId>(other + mention_class::built_in_count);
  }
  return mention_class::any;
}

bool has_several_words(std::string_view slug) {
  return slug.find('-') != std::string_view::npos;
}

}  // namespace

ClassId built_in_class(const RulePack& pack, ClassId cls) {
  while (cls >= mention_class::built_in_count) cls = parent_of(pack, cls);
  return cls;
}

bool is_a(const RulePack& pack, ClassId cls, std::string_view name) {
  if (name == built_in_names[mention_class::any]) return true;
  while (class_name(pack, cls) != name) {
    if (cls < mention_class::built_in_count) return false;
    cls = parent_of(pack, cls);
  }
  return true;
}

Minter::Minter(const RulePack& pack, const Lexicon& lexicon, std::string base) : pack_(pack), lexicon_(lexicon), base_(std::move(base)) {}

std::string_view Minter::kind_of(ClassId cls) const {
  switch (built_in_class(pack_, cls)) {
    case mention_class::person: return "person";
    case mention_class::polity: return "polity";
    case mention_class::organization: return "organization";
    case mention_class::place: return "place";
    default: return {};
  }
}

std::string_view Minter::kind_of(const Entry& entry) {
  switch (entry.cls) {
    case EntryClass::Person: return "person";
    case EntryClass::Polity: return "polity";
    case EntryClass::Organization: return "organization";
    case EntryClass::Place: return "place";
  }
  return {};
}

void Minter::entity_keys(const Extraction& extraction, std::string_view article_key, std::vector<std::string>& keys) {
  const std::vector<ArticleEntity>& entities = extraction.entities;
  keys.assign(entities.size(), {});
  for (const bool owned : {false, true}) {  // owners first: their keys are parts of others
    for (std::size_t i = 0; i < entities.size(); ++i) {
      if ((entities[i].owner != no_entity) == owned) keys[i] = key_of(entities[i], keys, article_key);
    }
  }
}

std::string Minter::key_of(const ArticleEntity& entity, const std::vector<std::string>& keys, std::string_view article_key) {
  if (kind_of(entity.cls).empty()) return {};
  if (entity.entry != no_entry) return lexicon_.entry(entity.entry).key;
  if (entity.name.empty()) return {};
  const OrganizationKind* kind = entity.kind == no_kind ? nullptr : &lexicon_.kind(entity.kind);
  const bool common = kind != nullptr || !entity.common_name.empty();
  std::string slug = kind != nullptr ? kind->key : slugger_.slug(common ? entity.common_name : entity.name);
  if (slug.empty()) slug = "x" + hash128({entity.name});
  if (common) {
    const bool owned = entity.owner < keys.size() && !keys[entity.owner].empty();
    const std::string key = owned ? keys[entity.owner] + "." + slug : slug;
    return owned && (kind == nullptr || !kind->many) ? key : key + "." + std::string(article_key);
  }
  const ClassId cls = built_in_class(pack_, entity.cls);
  const bool shared = has_several_words(slug) && cls != mention_class::place;
  return shared ? slug : slug + "." + std::string(article_key);
}

std::string Minter::iri(std::string_view kind, std::string_view key) const {
  static constexpr std::string_view hex = "0123456789ABCDEF";
  std::string result;
  result.reserve(base_.size() + kind.size() + key.size() + 1);
  result.append(base_).append(kind).append("/");
  for (const char c : key) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '/';
    if (plain)
      result += c;
    else
      result.append("%").append(1, hex[byte >> 4U]).append(1, hex[byte & 15U]);
  }
  return result;
}

}  // namespace chancery
