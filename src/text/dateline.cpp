// A dateline is a short run of names, a date, and an agency in brackets or between slashes, up to a dash, a colon, a bar or a full stop
// ("DOHA/CAIRO, May 3 (AP) -", "LIMA- ", "LIMA, May 3:", "Lima:", "Lima [Peru], May 3 (AP):", "(ANSA) - LIMA, May 3 -",
// "Lima, Peru | AGENCY |"), or to the agency behind a date or a dash ("LIMA, May 3 (AP) Envoys met", "LIMA - (TASS) Envoys met"), behind a
// place ("Abuja (NAN) Envoys met"), between slashes ("Lima /AGENCY/ Envoys met") or behind a full stop ("LIMA. AGENCY Envoys met"); or it
// stands in square brackets ("[LIMA] Envoys met").
// It must show itself: a first word in capitals, the agency, a number, or two names parted by a comma ("Doha, Qatar -").
#include "text/sentences.hpp"

namespace chancery {
namespace {

constexpr std::uint32_t max_dateline_tokens = 24;

class Dateline {
 public:
  Dateline(const Document& document, const Paragraph& paragraph) : document_(document), part_(paragraph.tokens) {}

  TokenSpan run() {
    if (part_.size() < 4) return {};
    if (is(part_.begin, "[")) return bracketed();
    const std::uint32_t first = behind_agency();
    const bool shouted = shape(first) == Shape::AllCaps;
    if (!is_name(first) || (first > part_.begin && !shouted)) return {};
    for (std::uint32_t i = first; i + 1 < part_.end && i < part_.begin + max_dateline_tokens; ++i) {
      const bool dated = dated_ && (shouted || is_parted(first));
      const bool led = first > part_.begin && (i == first + 1 || shape(i - 1) == Shape::Number);
      if ((is(i, "-") || is(i, "--")) && led) return {part_.begin, i + 1};
      if (is(i, "--") && shouted && all_shouted(i) && is(i + 1, "(")) continue;
      if (is(i, "--"))
        return evidence_ || ((shouted || is_place_in_place(i) || stands_alone(i)) && starts_sentence(i + 1)) ? TokenSpan{part_.begin, i + 1}
                                                                                                             : TokenSpan{};
      if (is(i, "-") && evidence_ && is_closing(i - 1)) return {part_.begin, i + 1};
      if (is(i, "-") && ends_word(i) && starts_sentence(i + 1) && ((shouted && all_shouted(i)) || ends_with_agency(i)))
        return {part_.begin, i + 1};
      if (is(i, ":")) return ends_at_colon(i, shouted) && starts_sentence(i + 1) ? TokenSpan{part_.begin, i + 1} : TokenSpan{};
      if (is(i, "|")) return (shouted ? all_shouted(i) : is_place_in_place(i)) ? TokenSpan{part_.begin, behind_bars(i)} : TokenSpan{};
      if (is(i, ".") && shouted && all_shouted(i) && names_agency(i + 1)) return {part_.begin, i + 2};
      if (is(i, ".") && (slashed_ || (dated && is_closing(i - 1)))) return {part_.begin, is(i + 1, "-") ? i + 2 : i + 1};
      const bool by_date = shape(i - (i > first ? 1 : 0)) == Shape::Number && shape(i + 1) == Shape::Capitalized;
      if (is(i, ".") && dated_ && shouted && (by_date || (ends_with_agency(i) && starts_sentence(i + 1)))) return {part_.begin, i + 1};
      if (joins_names(i)) continue;
      if (is(i, "(") || is(i, "/")) {
        const bool apart = shouted && i > first && (is(i - 1, "-") || is(i - 1, "--"));
        const bool by_place = is_place_before_agency(i);
        if (!skip_agency(i)) return {};
        const bool closes = ((dated || apart || by_place) && is_closing(i)) || (is(i, "/") && shape(i - 1) == Shape::AllCaps);
        if (closes && i + 1 < part_.end && shape(i + 1) == Shape::Capitalized) return {part_.begin, i + 1};
      } else if (is(i, "[")) {
        if (!skip_brackets(i)) return {};
      } else if (!belongs(i)) {
        return {};
      }
    }
    return {};
  }

 private:
  [[nodiscard]] Shape shape(std::uint32_t i) const { return document_.tokens[i].shape; }
  [[nodiscard]] bool is(std::uint32_t i, std::string_view word) const { return document_.word(i) == word; }
  [[nodiscard]] bool is_closing(std::uint32_t i) const { return is(i, ")"); }
  [[nodiscard]] bool is_name(std::uint32_t i) const {
    const Shape s = shape(i);
    return s == Shape::Capitalized || s == Shape::AllCaps || s == Shape::SingleCap;
  }
  /// The place of "(ANSA) - LIMA, May 3 -"; the first token where no agency leads.
  [[nodiscard]] std::uint32_t behind_agency() {
    std::uint32_t i = part_.begin;
    if (!is(i, "(") || !skip_agency(i) || i + 2 >= part_.end || (!is(i + 1, "-") && !is(i + 1, "--"))) return part_.begin;
    return i + 2;
  }
  /// "[LIMA] Envoys met"
  [[nodiscard]] TokenSpan bracketed() const {
    constexpr std::uint32_t longest_name = 3;
    for (std::uint32_t i = part_.begin + 1; i + 1 < part_.end && i <= part_.begin + longest_name + 1; ++i) {
      if (is(i, "]")) return i > part_.begin + 1 && starts_sentence(i + 1) ? TokenSpan{part_.begin, i + 1} : TokenSpan{};
      if (shape(i) != Shape::AllCaps) break;
    }
    return {};
  }
  /// A few names from `first` on, none of them a day of the week, and a comma: "Lima, May 3", but not "Monday, May 3".
  [[nodiscard]] bool is_parted(std::uint32_t first) const {
    constexpr std::uint32_t longest_name = 3;
    for (std::uint32_t i = first; i < part_.end && i <= first + longest_name; ++i) {
      if (is(i, ",")) return i > first;
      if (!is_name(i) || document_.word(i).ends_with("day")) break;
    }
    return false;
  }
  /// "Abuja (NAN) Envoys met", but not "United Nations (UN) envoys met", where the brackets have the initials of the name.
  [[nodiscard]] bool is_place_before_agency(std::uint32_t bracket) const {
    constexpr std::uint32_t longest_name = 2;
    const std::uint32_t length = bracket - part_.begin;
    if (length == 0 || length > longest_name || bracket + 2 >= part_.end || !is_closing(bracket + 2)) return false;
    for (std::uint32_t i = part_.begin; i < bracket; ++i)
      if (!is_name(i)) return false;
    const bool initials = document_.word(bracket + 1).front() == document_.word(part_.begin).front();
    return shape(bracket + 1) == Shape::AllCaps && !initials && document_.word(bracket + 1).size() >= 3;
  }
  /// "LIMA. May 3, AGENCY. Envoys met", "Lima, AGENCY- Envoys met"
  [[nodiscard]] bool ends_with_agency(std::uint32_t end) const {
    return end >= part_.begin + 3 && shape(end - 1) == Shape::AllCaps && is(end - 2, ",");
  }
  /// "LIMA- Envoys met", but not "LIMA-based".
  [[nodiscard]] bool ends_word(std::uint32_t i) const { return document_.tokens[i].end < document_.tokens[i + 1].begin; }
  /// "Lima – The envoys met.": one or two names, and no other dash that the first might open an aside with.
  [[nodiscard]] bool stands_alone(std::uint32_t dash) const {
    constexpr std::uint32_t longest_aside = 30;
    if (dash - part_.begin > 2 || !is_name(dash - 1)) return false;
    for (std::uint32_t i = dash + 1; i < part_.end && i < dash + longest_aside && !is(i, "."); ++i)
      if (is(i, "--") || is(i, "-")) return false;
    return true;
  }
  /// "LIMA:", "LIMA, Peru:", "LIMA, May 3:", "LIMA, May 3 AP:", "Lima, May 3 (AP):", "Lima, May 3:", "Lima:".
  [[nodiscard]] bool ends_at_colon(std::uint32_t colon, bool shouted) const {
    const bool by_agency = is_closing(colon - 1);
    if (!shouted && dated_ && !by_agency) return is_parted(part_.begin) && shape(colon - 1) == Shape::Number;
    if (!shouted) return evidence_ ? dated_ && by_agency : leads_in(colon);
    if (!evidence_) return all_shouted(colon) || is_place_in_place(colon);
    return by_agency || shape(colon - 1) == Shape::Number || (dated_ && shape(colon - 1) == Shape::AllCaps);
  }
  /// "Lima: The envoys met on Monday to …": one or two names in front of a whole sentence, and no heading or word of a list.
  [[nodiscard]] bool leads_in(std::uint32_t colon) const {
    constexpr std::uint32_t shortest_sentence = 12;
    if (colon - part_.begin > 2 || !is_name(colon - 1) || shape(colon + 1) == Shape::Quote) return false;
    return part_.end - colon > shortest_sentence && (is(part_.end - 1, ".") || shape(part_.end - 1) == Shape::Quote);
  }
  /// Behind the bar, or behind a second one that closes the name of the paper.
  [[nodiscard]] std::uint32_t behind_bars(std::uint32_t bar) const {
    constexpr std::uint32_t longest_name = 5;
    for (std::uint32_t i = bar + 1; i + 1 < part_.end && i <= bar + longest_name + 1; ++i) {
      if (is(i, "|")) return i + 1;
      if (!is_name(i)) break;
    }
    return bar + 1;
  }
  /// "BEIJING/WASHINGTON": a slash between two names in capitals, but not that of "/TASS/".
  [[nodiscard]] bool joins_names(std::uint32_t i) const {
    if (!is(i, "/") || i == part_.begin || i + 2 >= part_.end) return false;
    return shape(i - 1) == Shape::AllCaps && shape(i + 1) == Shape::AllCaps && !is(i + 2, "/");
  }
  [[nodiscard]] bool starts_sentence(std::uint32_t i) const {
    return is_name(i) || shape(i) == Shape::Number || shape(i) == Shape::Quote || shape(i) == Shape::Mixed;
  }
  /// "LIMA. AGENCY The envoys met".
  [[nodiscard]] bool names_agency(std::uint32_t i) const {
    return i + 1 < part_.end && shape(i - 2) == Shape::AllCaps && shape(i) == Shape::AllCaps && shape(i + 1) == Shape::Capitalized;
  }
  /// Up to six tokens of names, with one comma between them.
  [[nodiscard]] bool is_place_in_place(std::uint32_t end) const {
    std::uint32_t commas = 0;
    for (std::uint32_t i = part_.begin; i < end; ++i) {
      if (is(i, ","))
        ++commas;
      else if (!is_name(i))
        return false;
    }
    return commas == 1 && end - part_.begin <= 6 && !is(end - 1, ",");
  }
  [[nodiscard]] bool all_shouted(std::uint32_t end) const {
    for (std::uint32_t i = part_.begin; i < end; ++i) {
      if (shape(i) != Shape::AllCaps && shape(i) != Shape::Punctuation) return false;
    }
    return end - part_.begin <= 4 && document_.bytes({part_.begin, end}).size() >= 4;
  }
  /// A name, a number, a comma or full stop between them, "and", "de": what a dateline is made of.
  bool belongs(std::uint32_t i) {
    if (shape(i) == Shape::Number) evidence_ = dated_ = true;
    if (is_name(i) || shape(i) == Shape::Number) return true;
    if (shape(i) == Shape::Lower) return document_.tokens[i].end - document_.tokens[i].begin <= 3;
    return is(i, ",") || is(i, ".") || is(i, "-");
  }
  /// "Lima [Peru], May 3 (AP):": a name or two; leaves `i` at the closing bracket.
  bool skip_brackets(std::uint32_t& i) const {
    constexpr std::uint32_t longest_name = 3;
    for (std::uint32_t k = i + 1; k < part_.end && k <= i + longest_name + 1; ++k) {
      if (is(k, "]") && k > i + 1) {
        i = k;
        return true;
      }
      if (!is_name(k)) return false;
    }
    return false;
  }
  /// Leaves `i` at the closing bracket or slash.
  bool skip_agency(std::uint32_t& i) {
    const bool slash = is(i, "/");
    const std::string_view closing = slash ? "/" : ")";
    for (std::uint32_t k = i + 1; k < part_.end && k < i + 8; ++k) {
      if (!is(k, closing)) continue;
      slashed_ = slashed_ || slash;
      evidence_ = true;
      i = k;
      return true;
    }
    return false;
  }

  const Document& document_;
  TokenSpan part_;
  bool evidence_ = false;
  bool dated_ = false;  ///< a number stands in it
  bool slashed_ = false;
};

}  // namespace

TokenSpan find_dateline(const Document& document, const Paragraph& paragraph) {
  return Dateline(document, paragraph).run();
}

}  // namespace chancery
