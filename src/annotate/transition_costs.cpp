#include "annotate/transition_costs.hpp"

#include <cassert>
#include <charconv>
#include <string_view>

/// The costs are written as rows, "after these tags: this tag costs that". A later entry overrides an earlier one, so that a row
/// can begin with a whole group: FIN (finite verbs), NOM (nouns and names), MARK (punctuation).
namespace chancery {
namespace {

struct Row {
  std::string_view from;
  std::string_view to;
};

constexpr std::array<std::string_view, tag_count> tag_names = {
    "Start", "NN",  "NNS", "NNP", "NNPS", "TN",    "JJ",   "JJR",  "RB",   "VB",    "VBP",     "VBZ",       "VBD", "VBN",
    "VBG",   "MD",  "BEF", "BEB", "BEN",  "BEG",   "HVF",  "HVB",  "HVN",  "HVG",   "DOF",     "PRP",       "PRO", "PRPS",
    "DT",    "DTP", "PDT", "WP",  "WDT",  "WRB",   "WPS",  "EX",   "IN",   "SC",    "TO",      "RP",        "CC",  "CD",
    "POS",   "NOT", "UH",  "SYM", "FW",   "Comma", "Stop", "Dash", "Open", "Close", "Bracket", "OtherMark", "Mute"};

constexpr std::uint8_t default_cost = 24;
constexpr std::uint8_t adverbial_cost = 10;

constexpr Row rows[] = {
    {"Start Open",
     "FIN 28 DT 8 PDT 12 PRP 8 NNP 8 NNPS 14 NN 15 NNS 12 IN 10 RB 10 JJ 12 JJR 14 CC 10 CD 12 SC 10 WP 15 WDT 16 WRB 13 VBG 15 VBN 20 "
     "VB 19 EX 12 PRPS 12 PRO 20 DTP 11 TO 20 UH 12 MD 16 BEF 15 HVF 18 DOF 13 BEB 24 HVG 20 BEG 20 MARK 10 NOT 16 RP 24 SYM 14 FW 20"},
    {"DT",
     "NOM 9 NN 4 NNS 9 NNP 9 NNPS 14 JJ 7 JJR 12 CD 11 VBN 15 VBG 15 RB 15 FIN 45 VB 45 DT 30 IN 28 POS 40 SYM 18 FW 16 DTP 26 UH 35 "
     "MARK 22 Open 14 PRP 45 PRO 45 BEB 50 SC 45 TO 35 CC 30 RP 45"},
    {"WDT WPS", "NN 4 NNS 5 NNP 12 JJ 8 CD 12 VBG 18 VBN 20 RB 16 FIN 30 VB 45"},
    {"PDT", "DT 3 PRPS 8 DTP 14 NNS 14 NN 20"},
    {"PRPS", "NN 4 NNS 6 NNP 15 NNPS 20 JJ 7 JJR 14 CD 13 VBG 17 VBN 17 RB 18 FIN 45 VB 45 Open 16 IN 35 TO 35 MARK 25"},
    {"JJ",
     "NN 4 NNS 5 NNP 13 NNPS 16 JJ 11 JJR 20 IN 11 MARK 11 CC 12 TO 12 CD 18 DT 30 RB 20 VBG 17 VBN 20 FIN 26 VB 40 SC 13 PRP 26 PRO 30 "
     "WP 24 WRB 20 POS 35 Open 14 SYM 20 DTP 30 RP 26 FW 20"},
    {"JJR", "NN 6 NNS 6 IN 6 JJ 10 MARK 12 CC 14 TO 14 VBG 22 VBN 22 FIN 22 VB 40 DT 20 RB 20"},
    {"NN",
     "IN 5 MARK 6 NN 11 NNS 12 VBZ 11 VBD 11 BEF 11 MD 12 HVF 12 DOF 17 VBP 32 VB 40 CC 9 TO 12 POS 10 VBN 14 VBG 16 RB 13 JJ 22 JJR 22 "
     "NNP 20 NNPS 24 DT 22 PRP 20 PRO 34 SC 12 WP 7 CD 18 WRB 16 RP 22 PRPS 26 EX 30 NOT 24 DTP 24 WPS 18 SYM 20 WDT 22 UH 26"},
    {"NNS",
     "IN 5 MARK 6 NN 20 NNS 22 VBZ 30 VBP 11 VBD 11 BEF 11 MD 12 HVF 12 DOF 14 VB 34 CC 9 TO 11 POS 13 VBN 13 VBG 14 RB 12 JJ 20 JJR 20 "
     "NNP 24 NNPS 26 DT 22 PRP 18 PRO 34 SC 12 WP 6 CD 20 WRB 15 RP 22 PRPS 26 EX 30 DTP 22 WPS 18 SYM 22 UH 26"},
    {"NNP FW",
     "NNP 4 NNPS 13 NN 14 NNS 15 POS 9 VBZ 13 VBD 11 BEF 12 MD 13 HVF 13 DOF 18 VBP 24 VB 34 MARK 5 IN 9 CC 9 CD 12 JJ 20 JJR 26 DT 26 "
     "RB 15 TO 16 VBN 17 VBG 18 PRP 24 PRO 34 SC 16 WP 14 WRB 19 SYM 20 FW 10 RP 26 UH 26 DTP 28"},
    {"NNPS",
     "NNP 12 NNPS 18 NN 14 NNS 16 POS 10 VBZ 22 VBP 12 VBD 11 BEF 12 MD 13 HVF 13 VB 34 MARK 6 IN 8 CC 9 CD 18 JJ 22 DT 26 RB 14 TO 15 VBN "
     "15 "
     "VBG 16 PRP 24 SC 15 WP 13 WRB 19"},
    {"PRP",
     "VBD 8 VBP 7 VBZ 8 BEF 7 MD 8 HVF 8 DOF 10 IN 17 MARK 13 RB 10 TO 19 VB 24 VBG 20 VBN 25 DT 24 CC 17 NN 28 NNS 30 JJ 22 SC 20 WP 16 "
     "WRB 22 PRP 28 NOT 22 POS 30 CD 24 NNP 30 BEB 24 HVB 24 PDT 18 DTP 28"},
    {"PRO",
     "IN 7 MARK 6 TO 9 DT 12 RB 10 CC 11 VB 12 VBG 13 VBN 18 NN 18 NNS 20 JJ 13 JJR 14 SC 12 WP 16 WRB 13 PRPS 14 FIN 26 RP 11 CD 18 PRP "
     "20 "
     "NNP 20 WDT 20 PDT 16"},
    {"DTP",
     "IN 8 MARK 8 BEF 7 VBZ 10 VBD 11 VBP 14 MD 9 HVF 10 DOF 12 RB 11 TO 13 JJ 14 JJR 16 WP 11 CC 12 SC 13 PRP 13 VBG 17 VBN 15 DT 18 NN "
     "24 NNS 24 "
     "VB 30 WRB 14 NNP 20 BEB 26"},
    {"WP",
     "VBD 6 VBZ 7 VBP 9 BEF 6 MD 7 HVF 6 DOF 9 PRP 5 DT 9 NNP 11 NN 15 NNS 13 RB 10 IN 14 TO 16 MARK 16 VB 34 VBN 26 VBG 24 JJ 16 PRPS 12 "
     "EX 14 "
     "CD 18 DTP 13 Comma 18 CC 20 NNPS 16"},
    {"WRB",
     "PRP 5 DT 7 NNP 10 NN 13 NNS 12 TO 11 RB 10 JJ 9 JJR 14 BEF 9 DOF 8 MD 9 HVF 12 VBG 15 VBN 15 VBD 22 VBZ 22 VBP 22 PRPS 10 EX 12 IN "
     "15 CD 14 "
     "MARK 15 DTP 11 CC 20 VB 30"},
    {"EX", "BEF 2 MD 8 HVF 10 VBZ 17 VBD 16 VBP 17 RB 12 NOT 22 BEB 14 TO 26 MARK 26"},
    {"VB",
     "DT 6 PDT 14 PRPS 8 IN 7 NN 11 NNS 10 NNP 11 NNPS 14 JJ 10 JJR 13 PRO 9 RB 8 RP 8 TO 9 SC 9 MARK 9 CC 12 VBN 17 VBG 14 CD 14 FIN 28 "
     "WRB 13 WP 13 "
     "VB 24 PRP 17 EX 20 DTP 11 BEB 26 WDT 17 POS 60 NOT 18"},
    {"VBP VBZ VBD",
     "DT 6 PDT 14 PRPS 9 IN 7 NN 11 NNS 10 NNP 10 NNPS 14 JJ 10 JJR 13 PRO 10 RB 8 RP 8 TO 8 SC 8 MARK 8 CC 12 VBN 17 VBG 14 CD 14 FIN 27 "
     "WRB 13 WP 13 "
     "VB 24 PRP 13 EX 18 DTP 12 BEB 30 WDT 17 POS 60 NOT 16"},
    {"VBN",
     "IN 5 TO 8 MARK 8 NN 13 NNS 12 DT 11 PDT 17 RB 10 SC 12 CC 11 JJ 14 NNP 16 NNPS 20 RP 8 PRO 14 PRPS 13 VBG 16 VBN 19 FIN 24 CD 15 WRB "
     "15 WP 16 "
     "VB 30 PRP 20 DTP 15 POS 60 JJR 16"},
    {"VBG",
     "DT 6 PDT 14 IN 8 NN 9 NNS 8 PRPS 8 JJ 9 JJR 14 NNP 10 NNPS 14 TO 10 MARK 10 RB 11 PRO 9 SC 11 CC 13 RP 9 VBN 18 VBG 18 FIN 22 VB 30 "
     "CD 13 WRB 13 "
     "WP 13 PRP 18 DTP 12 POS 50"},
    {"MD", "VB 1 BEB 3 HVB 6 RB 7 NOT 5 PRP 14 DT 20 NNP 22 FIN 40 NN 34 NNS 34 JJ 34 VBN 34 VBG 40 IN 26 MARK 16 CC 20 EX 20 TO 34 SC 26"},
    {"TO", "VB 1 BEB 4 HVB 7 RB 14 NOT 18 FIN 50 NN 45 NNS 45 NNP 45 JJ 45 VBN 45 VBG 45 DT 50 MARK 34 CC 34 IN 45 PRO 50 PRPS 50 CD 50"},
    {"BEF BEB BEN",
     "DT 7 PDT 14 VBN 5 VBG 6 JJ 6 JJR 10 IN 9 RB 7 NOT 7 NN 13 NNS 13 NNP 14 CD 12 TO 11 PRPS 11 PRP 12 PRO 18 EX 13 BEN 30 BEG 12 MARK "
     "13 VB 36 FIN 36 SC 12 "
     "WRB 13 WP 12 DTP 13 CC 18 RP 14"},
    {"BEG", "VBN 4 JJ 7 DT 8 RB 10 IN 11 VBG 22 NN 15 NNS 16"},
    {"HVF HVB",
     "VBN 3 BEN 4 HVN 10 DT 7 RB 7 NOT 8 NN 12 NNS 11 NNP 20 JJ 10 JJR 12 CD 12 TO 9 PRPS 11 IN 18 PRP 15 PRO 14 MARK 18 VB 36 VBG 22 FIN "
     "32 DTP 14 CC 22 VBD 34"},
    {"HVN HVG", "DT 6 NN 11 NNS 11 JJ 11 VBN 5 BEN 5 RB 10 TO 11 PRPS 11 IN 16 CD 13 PRO 13 MARK 16"},
    {"DOF",
     "VB 5 NOT 5 PRP 8 DT 10 PRO 12 RB 12 NNP 13 NN 16 NNS 14 PRPS 13 MARK 14 BEB 18 HVB 10 DTP 10 IN 16 JJ 18 CD 18 FIN 34 CC 18 WP 14"},
    {"IN",
     "DT 4 PDT 13 NN 8 NNS 8 NNP 6 NNPS 11 JJ 8 JJR 13 PRPS 8 PRO 8 PRP 26 CD 9 VBG 10 WP 12 WDT 13 WPS 16 DTP 11 IN 18 RB 16 WRB 16 SC 20 "
     "FIN 40 VB 45 MARK 18 "
     "CC 26 VBN 24 TO 35 EX 45 HVG 14 BEG 13 Open 11 SYM 12 FW 14 NOT 18 RP 24 POS 40"},
    {"SC",
     "DT 6 PDT 14 PRP 4 PRO 18 NNP 9 NNPS 12 NN 11 NNS 9 JJ 12 JJR 16 PRPS 9 EX 8 IN 13 RB 12 VBG 16 VBN 15 TO 17 CD 14 DTP 9 FIN 24 VB 30 "
     "MARK 20 Open 9 SC 16 WRB 18 "
     "WP 16 CC 26"},
    {"RP",
     "DT 8 IN 8 MARK 8 NN 13 NNS 12 PRPS 10 TO 10 RB 13 CC 11 JJ 14 NNP 14 PRO 14 SC 13 WP 14 VBG 15 VBN 18 FIN 22 VB 26 CD 14 WRB 14"},
    {"CC",
     "NN 8 NNS 8 NNP 8 NNPS 12 DT 8 PDT 14 JJ 9 JJR 12 VB 11 VBD 9 VBZ 12 VBP 14 VBN 13 VBG 12 PRP 10 PRO 18 RB 10 IN 12 TO 13 CD 13 PRPS "
     "12 SC 14 WP 18 WRB 16 MD 16 "
     "BEF 15 HVF 16 DOF 18 EX 15 NOT 14 DTP 13 MARK 15 UH 20 BEB 20 HVB 20 SYM 20"},
    {"CD",
     "NN 7 NNS 4 IN 9 MARK 7 NNP 12 NNPS 14 JJ 10 JJR 13 CD 10 SYM 8 CC 12 TO 13 FIN 16 RB 15 DT 24 VBG 20 VBN 18 SC 16 WP 18 VB 40 PRP "
     "22"},
    {"SYM", "CD 2 IN 9 MARK 9 NN 12 NNS 12 CC 14 JJ 16 FIN 16 NNP 14"},
    {"POS", "NN 4 NNS 6 JJ 7 JJR 13 NNP 10 NNPS 14 CD 13 VBG 17 RB 19 VBN 17 FIN 40 VB 45 MARK 19 IN 22 Open 16 DT 45 CC 26 TO 35 PRP 45"},
    {"Comma Dash OtherMark Bracket Close",
     "DT 8 PDT 14 NNP 8 NNPS 13 NN 11 NNS 10 CC 7 PRP 9 IN 9 RB 9 VBG 10 VBN 13 JJ 11 JJR 15 WP 9 WRB 11 SC 10 VBD 12 VBZ 14 VBP 17 CD 11 "
     "TO 15 MD 17 BEF 13 HVF 14 DOF 17 "
     "VB 17 UH 13 EX 15 PRPS 11 PRO 18 MARK 9 DTP 13 WDT 16 WPS 13 HVG 15 BEG 16 NOT 15 SYM 14 FW 16 BEB 24 HVB 24"},
    {"Stop", "DT 8 NNP 8 NN 12 NNS 12 PRP 9 IN 10 RB 10 VBG 14 VBN 18 JJ 12 FIN 24 CC 11 CD 10 SC 10 MARK 6 VB 18"},
    {"UH", "MARK 4 PRP 11 DT 13 NN 14 NNP 12 RB 12 CC 14 UH 10 IN 14 FIN 18 VB 18"},
};

class CostReader {
 public:
  /// Calls `use(tag, cost)` for every tag of `text`; groups give each of their tags. Without a number the cost is 0.
  template <typename Use>
  static void read(std::string_view text, Use use) {
    std::string_view name;
    while (!text.empty()) {
      const std::string_view word = next_word(text);
      if (!name.empty() && word.front() >= '0' && word.front() <= '9') {
        unsigned cost = 0;
        std::from_chars(word.data(), word.data() + word.size(), cost);
        for_each_tag(name, [&](Tag tag) { use(tag, static_cast<std::uint8_t>(cost)); });
        name = {};
        continue;
      }
      if (!name.empty()) for_each_tag(name, [&](Tag tag) { use(tag, 0); });
      name = word;
    }
    if (!name.empty()) for_each_tag(name, [&](Tag tag) { use(tag, 0); });
  }

 private:
  static std::string_view next_word(std::string_view& text) {
    const std::size_t end = text.find(' ');
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return word;
  }

  template <typename Use>
  static void for_each_tag(std::string_view name, Use use) {
    const TagSet group = name == "FIN" ? tags::finite : name == "NOM" ? tags::nouns : name == "MARK" ? tags::marks : TagSet{};
    bool found = false;
    for (std::size_t i = 0; i < tag_count; ++i) {
      if (tag_names[i] != name && !group.has(static_cast<Tag>(i))) continue;
      use(static_cast<Tag>(i));
      found = true;
    }
    assert(found && "a row names a tag that does not exist");
    static_cast<void>(found);
  }
};

}  // namespace

TransitionCosts::TransitionCosts() {
  for (auto& row : costs_) {
    row.fill(default_cost);
    row[static_cast<std::size_t>(Tag::Mute)] = 0;
    row[static_cast<std::size_t>(Tag::TN)] = adverbial_cost;
  }
  for (const Row& row : rows) {
    CostReader::read(row.from, [&](Tag from, std::uint8_t) {
      CostReader::read(row.to, [&](Tag to, std::uint8_t cost) {
        if (to != Tag::Mute && to != Tag::TN) costs_[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)] = cost;
      });
    });
  }
  for (std::size_t from = 0; from < tag_count; ++from) {
    for (std::size_t to = 0; to < tag_count; ++to) columns_[to][from] = costs_[from][to];
  }
}

}  // namespace chancery
