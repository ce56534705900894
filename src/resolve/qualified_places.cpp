#include "resolve/qualified_places.hpp"

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>

namespace chancery {
namespace {

class Qualifier {
 public:
  Qualifier(const ResolverKnowledge& knowledge, const Document& document, NameGroups& names)
      : knowledge_(knowledge), lexicon_(knowledge.lexicon()), document_(document), names_(names) {}

  void run() {
    for (NameGroup& group : names_.groups) {
      if (group.adjective || group.titled || is_surname(group)) continue;
      Region where;
      bool several = false;
      for (const NameUse& use : group.uses) {
        const Region found = use.part_of < 0 ? behind(use) : Region{};
        several = several || (found.entry != no_entry && where.entry != no_entry && found.entry != where.entry);
        if (where.entry == no_entry) where = found;
      }
      if (where.entry != no_entry && !several) narrow(group, where);
    }
  }

 private:
  struct Region {
    EntryId entry = no_entry;
    bool listed = false;  ///< it may be the next member of a list
  };

  [[nodiscard]] std::string_view text(std::uint32_t token) const { return document_.text(document_.tokens[token]); }

  /// "According to Krag, Norway …": of one whose full name is there too.
  [[nodiscard]] bool is_surname(const NameGroup& group) const {
    return group.words.size() == 1 && std::ranges::any_of(names_.groups, [&](const NameGroup& full) {
             return full.words.size() > 1 && full.words.back() == group.words[0] && (full.titled || full.given == mention_class::person);
           });
  }

  /// The region or country behind the comma behind a use, if there is one.
  [[nodiscard]] Region behind(const NameUse& use) const {
    const std::uint32_t comma = use.head.end;
    const auto count = static_cast<std::uint32_t>(document_.tokens.size());
    if (comma + 1 >= count || text(comma) != ",") return {};
    const std::int32_t index = names_.group_at(comma + 1);
    if (index < 0) return {};
    const NameGroup& group = names_.groups[static_cast<std::size_t>(index)];
    if (group.adjective) return {};
    const std::uint32_t end = comma + 1 + static_cast<std::uint32_t>(group.words.size());
    if (end < count) {
      const Shape shape = document_.tokens[end].shape;
      if (document_.word(end) == "'s" || shape == Shape::Capitalized || shape == Shape::AllCaps) return {};
    }
    const bool listed = end < count && (lists_another(end) || (text(end) == "," && end + 1 < count && lists_another(end + 1)));
    for (const EntryId id : group.candidates) {
      const Entry& entry = lexicon_.entry(id);
      const bool region =
          entry.cls == EntryClass::Place && entry.population == 0 && entry.country != no_entry && entry.speaks_for == no_entry;
      if (region || entry.cls == EntryClass::Polity) return {id, listed && !region};
    }
    return {};
  }

  /// "Vienna, Norway, and Lima", "Vienna, Norway, Peru": the next member of a list.
  [[nodiscard]] bool lists_another(std::uint32_t token) const {
    return document_.word(token) == "and" || document_.word(token) == "or" || names_.group_at(token) >= 0;
  }

  void narrow(NameGroup& group, Region region_behind) const {
    const EntryId where = region_behind.entry;
    const bool place = group.candidates.empty() || std::any_of(group.candidates.begin(), group.candidates.end(),
                                                               [&](EntryId id) { return lexicon_.entry(id).cls == EntryClass::Place; });
    if (!place || group.given == mention_class::person || group.given == mention_class::organization) return;
    const auto is_there = [&](EntryId id) { return lexicon_.entry(id).cls == EntryClass::Place && lexicon_.entry(id).country == where; };
    if (region_behind.listed && std::none_of(group.candidates.begin(), group.candidates.end(), is_there)) return;
    const EntryId named = named_with(group, where);
    if (named != no_entry) {
      group.candidates.assign(1, named);
    } else if (!group.candidates.empty()) {
      const bool region = lexicon_.entry(where).cls == EntryClass::Place;
      const bool all_named = region && knowledge_.names_with_region(lexicon_.entry(where).country);
      std::erase_if(group.candidates, [&](EntryId id) { return all_named || !lies_in(id, where); });
    }
    group.place += 2;
    group.placed = true;
    if (group.candidates.empty()) group.given = mention_class::place;
  }

  [[nodiscard]] bool lies_in(EntryId id, EntryId where) const {
    const Entry& entry = lexicon_.entry(id);
    const Entry& around = lexicon_.entry(where);
    if (entry.cls != EntryClass::Place || entry.country == no_entry) return true;
    const bool gone = around.cls == EntryClass::Polity && !around.sovereign && around.country == no_entry;  // a state of the past
    return gone || entry.country == where || entry.country == around.country || lexicon_.entry(entry.country).country == where;
  }

  /// The place that the lexicon names with its region: "Birmingham, Alabama".
  [[nodiscard]] EntryId named_with(const NameGroup& group, EntryId where) const {
    constexpr std::string_view kind = " state";
    std::string label = lexicon_.entry(where).label;
    std::transform(label.begin(), label.end(), label.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (int turn = 0; turn < 2; ++turn) {
      std::vector<Symbol> phrase = group.words;
      phrase.push_back(lexicon_.symbols().find(","));
      for (std::size_t begin = 0; begin < label.size();) {
        const std::size_t end = std::min(label.find(' ', begin), label.size());
        phrase.push_back(lexicon_.symbols().find(label.substr(begin, end - begin)));
        begin = end + 1;
      }
      for (const NameReading& reading : lexicon_.names().readings_of(phrase)) {
        const bool name = reading.kind == NameKind::Name || reading.kind == NameKind::Short;
        if (name && lexicon_.entry(reading.target).cls == EntryClass::Place) return reading.target;
      }
      if (!label.ends_with(kind)) break;
      label.resize(label.size() - kind.size());
    }
    return no_entry;
  }

  const ResolverKnowledge& knowledge_;
  const Lexicon& lexicon_;
  const Document& document_;
  NameGroups& names_;
};

}  // namespace

void qualify_places(const ResolverKnowledge& knowledge, const Document& document, NameGroups& names) {
  Qualifier(knowledge, document, names).run();
}

}  // namespace chancery
