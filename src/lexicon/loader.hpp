#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.hpp"
#include "lexicon/lexicon.hpp"
#include "lexicon/name_list.hpp"
#include "lexicon/tsv_table.hpp"
#include "text/text_rules.hpp"

namespace chancery {

/// Fills a lexicon from tables. Reads all of them first, then resolves what refers to other rows, then cuts all names
/// into words and builds the trie. The texts of the tables must live until `finish` returns.
class LexiconLoader {
 public:
  LexiconLoader(Lexicon& lexicon, const Abbreviations& abbreviations, Diagnostics& diagnostics);

  void read(std::string_view text, const std::string& file);
  /// Call once, after the last table.
  void finish();

 private:
  /// A field that names a row of any table, looked up when all are read.
  struct Reference {
    enum class Use : std::uint8_t { Country, SpeaksFor, DefaultBody, HeadRole } use;
    std::uint32_t target;
    std::string_view key;
    Location where;
  };
  struct LateName {
    std::string_view key;
    std::string_view names;
    NameKind kind;
    Location where;
  };

  void read_entities(TsvTable& table);
  bool read_entity(TsvTable& table, Entry& entry);
  bool read_links(TsvTable& table, Entry& entry);
  bool read_position(TsvTable& table, Entry& entry);
  void read_names(TsvTable& table);
  void read_roles(TsvTable& table);
  bool read_role(TsvTable& table, Role& role);
  void read_kinds(TsvTable& table);
  void read_words(TsvTable& table);
  [[nodiscard]] std::uint32_t word_classes(TsvTable& table);
  [[nodiscard]] Symbol word(std::string_view text);
  /// `several`: entries may be of several words.
  void read_lists(TsvTable& table, bool several);
  void read_list(TsvTable& table, std::string_view name);
  void add_to_list(TsvTable& table, std::size_t column, std::string_view name, bool several);
  void refer(Reference::Use use, std::uint32_t target, TsvTable& table, std::size_t column);
  void resolve(const Reference& reference);
  void resolve(const LateName& name);
  [[nodiscard]] EntryId find_body(std::string_view key);
  void unknown_key(std::string_view key, const Location& where);

  Lexicon& lexicon_;
  Diagnostics& diagnostics_;
  NameList names_;
  std::vector<Reference> references_;
  std::vector<LateName> late_names_;
  std::unordered_map<std::string_view, std::uint32_t> classes_;  ///< fields of word classes met, as bits
  std::unordered_map<std::string_view, EntryId> bodies_;         ///< referred to
  std::string folded_;
};

}  // namespace chancery
