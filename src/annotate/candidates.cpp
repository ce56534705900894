#include "annotate/candidates.hpp"

#include <algorithm>
#include <string>

namespace chancery {
namespace {

constexpr bool is_word(Shape shape) {
  return shape < Shape::Number || shape == Shape::Other;
}
constexpr bool has_capital(Shape shape) {
  return shape == Shape::Capitalized || shape == Shape::AllCaps || shape == Shape::SingleCap;
}

/// A capital inside a sentence speaks for a name; how much a reading of the common word costs then.
unsigned capital_cost(Tag tag) {
  switch (tag) {
    case Tag::JJ: return 4;
    case Tag::CD: return 0;
    case Tag::NN:
    case Tag::NNS: return 13;
    case Tag::JJR:
    case Tag::RB:
    case Tag::VBN: return 16;
    default: return 22;
  }
}

}  // namespace

void CandidateSet::add(Tag tag, unsigned cost) {
  const auto small = static_cast<std::uint8_t>(std::min(cost, 250U));
  if (has(tag)) {
    for (Reading& reading : readings) {
      if (reading.tag == tag) reading.cost = std::min(reading.cost, small);
    }
  } else if (count < max_readings) {
    readings[count++] = {tag, small};
    tags.add(tag);
  }
}

void CandidateSet::add_all(const ReadingSet& set, unsigned cost) {
  for (const Reading& reading : set.all()) add(reading.tag, reading.cost + cost);
}

CandidateRules::CandidateRules(const WordReadings& word_readings) : readings(word_readings), that(find_function_word("that")) {
  for (const FunctionWord& word : function_words())
    phrasal_lists.push_back(word_readings.words().list("phrasal-" + std::string(word.word)));
}

CandidateReader::CandidateReader(const Document& document, const CandidateRules& rules, LocalWords& words)
    : document_(document), rules_(rules), readings_(rules.readings), words_(words) {
  learn_case();
  learn_short_quotations();
}

/// Notes how each word is written where its capital means something.
void CandidateReader::learn_case() {
  capitals_of_sentence_.reserve(document_.sentences.size());
  for (const Sentence& sentence : document_.sentences) {
    capitals_of_sentence_.push_back(capitals_of(sentence.tokens));
    if (capitals_of_sentence_.back() != Capitals::Meaningful) continue;
    bool initial = true;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const Shape shape = document_.tokens[i].shape;
      if (shape == Shape::Lower)
        words_.of(i).cases |= LocalWord::Lower;
      else if (shape == Shape::Capitalized && !initial)
        words_.of(i).cases |= LocalWord::Capital;
      initial = shape == Shape::Quote || (initial && shape == Shape::Punctuation);
    }
  }
}

void CandidateReader::learn_short_quotations() {
  for (const Quotation& quotation : document_.quotations) {
    if (!quotation.closed || quotation.inner.size() > 2 || quotation.outer.size() != quotation.inner.size() + 2) continue;
    mute_.push_back(quotation.outer.begin);
    mute_.push_back(quotation.outer.end - 1);
  }
  std::ranges::sort(mute_);
}

/// A heading gives every word but articles and the like a capital: one with a small verb is a sentence of many names.
CandidateReader::Capitals CandidateReader::capitals_of(TokenSpan tokens) const {
  unsigned words = 0, capitals = 0, shouted = 0;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const Token& token = document_.tokens[i];
    if (!is_word(token.shape) || token.end - token.begin < 2 || words_.is_function_word(i)) continue;
    ++words;
    if (has_capital(token.shape)) ++capitals;
    if (token.shape == Shape::AllCaps) ++shouted;
    const ReadingSet& set = words_.readings_of(i);
    if (token.shape == Shape::Lower && (set.has(Tag::VBD) || set.has(Tag::VBZ))) return Capitals::Meaningful;
    if (words >= 4 && capitals == 0) return Capitals::Meaningful;
  }
  if (words >= 3 && shouted * 10 >= words * 9) return Capitals::Shouted;
  if (words >= 4 && capitals * 10 >= words * 9) return Capitals::TitleCase;
  return Capitals::Meaningful;
}

void CandidateReader::read(std::size_t sentence, std::vector<CandidateSet>& out) {
  sentence_ = document_.sentences[sentence].tokens;
  capitals_ = capitals_of_sentence_[sentence];
  out.clear();
  function_words_.clear();
  bool initial = true;
  for (std::uint32_t i = sentence_.begin; i < sentence_.end; ++i) {
    candidates_of(i, initial, out.emplace_back());
    function_words_.push_back(words_.of(i).function_word);
    const Shape shape = document_.tokens[i].shape;
    initial = shape == Shape::Quote || (initial && shape == Shape::Punctuation);
  }
  weigh_by_context(out, function_words_, rules_.context_words);
}

void CandidateReader::candidates_of(std::uint32_t index, bool initial, CandidateSet& out) {
  const Token& token = document_.tokens[index];
  switch (token.shape) {
    case Shape::Punctuation: mark(index, out); break;
    case Shape::Quote: quote(index, out); break;
    case Shape::Symbol: out.add(document_.word(index) == "&" ? Tag::CC : Tag::SYM, 0); break;
    case Shape::Number: number(index, out); break;
    case Shape::Lower:
      if (is_name_particle(index)) {
        out.add(Tag::NNP, 0);
        break;
      }
      out = CandidateSet(words_.readings_of(index));
      if (words_.of(index).function_word == rules_.that) that_behind_noun(index, out);
      particle_behind_verb(index, out);
      past_without_object(index, out);
      break;
    default:
      if (initial || capitals_ != Capitals::Meaningful)
        at_start(index, out);
      else if (token.shape == Shape::AllCaps || token.shape == Shape::SingleCap)
        all_capitals(index, out);
      else
        capitalized(index, out);
  }
  if (out.count == 0) out.add(Tag::NN, 0);
}

/// "the claim that", "told the court that": no relative clause, but what is claimed or told.
void CandidateReader::that_behind_noun(std::uint32_t index, CandidateSet& out) const {
  if (index == sentence_.begin) return;
  if (!words_.has(index - 1, WordMark::ClauseNoun) && !told_before(index)) return;
  for (Reading& reading : out.readings) {
    if (reading.tag == Tag::WP) reading.cost = static_cast<std::uint8_t>(reading.cost + 10);
  }
}

/// "the army said on Monday the port", "the envoy told reporters in Oslo the port", "the two, A and B, talked": hardly a participle
/// behind its noun.
void CandidateReader::past_without_object(std::uint32_t index, CandidateSet& out) const {
  constexpr unsigned participle_cost = 7;
  const bool intransitive = words_.has(index, WordMark::Intransitive);
  if (!intransitive && !words_.has(index, WordMark::BareClauseVerb) && !words_.has(index, WordMark::TellVerb)) return;
  const bool set_apart = index > sentence_.begin && document_.word(index - 1) == ",";  // ", told of the plan,"
  if ((set_apart && !intransitive) || !out.has(Tag::VBD)) return;
  for (Reading& reading : out.readings) {
    if (reading.tag == Tag::VBN) reading.cost = static_cast<std::uint8_t>(reading.cost + participle_cost);
  }
}

bool CandidateReader::is_form_in(std::int32_t list, std::uint32_t index) const {
  const Symbol word = document_.tokens[index].word;
  const WordInfo& info = readings_.words().info(word);
  return readings_.words().in_list(list, info.verb_lemma == Symbol::None ? word : info.verb_lemma);
}

/// A verb of telling stands before, with nothing but its object between.
bool CandidateReader::told_before(std::uint32_t index) const {
  constexpr std::uint32_t longest_object = 8;
  const std::uint32_t first = index > sentence_.begin + longest_object ? index - longest_object : sentence_.begin;
  for (std::uint32_t i = index; i-- > first;) {
    if (words_.has(i, WordMark::TellVerb)) return true;
    if (words_.has(i, WordMark::OnlyVerb)) return false;
  }
  return false;
}

/// "called off": a verb that WordNet knows with this particle.
void CandidateReader::particle_behind_verb(std::uint32_t index, CandidateSet& out) const {
  const std::int32_t list = words_.is_function_word(index) ? rules_.phrasal_lists[words_.of(index).function_word] : -1;
  if (list < 0 || index == sentence_.begin || !is_form_in(list, index - 1)) return;
  for (Reading& reading : out.readings) {
    if (reading.tag == Tag::IN) reading.cost = static_cast<std::uint8_t>(reading.cost + 5);
    if (reading.tag == Tag::RP) reading.cost = static_cast<std::uint8_t>(reading.cost > 3 ? reading.cost - 3 : 0);
  }
}

/// "Ursula von der Leyen".
bool CandidateReader::is_name_particle(std::uint32_t index) const {
  if (!words_.has(index, WordMark::Particle) || index == sentence_.begin || index + 1 >= sentence_.end || words_.is_function_word(index))
    return false;
  const auto is_part = [&](std::uint32_t i) {
    const Token& token = document_.tokens[i];
    return token.shape == Shape::Capitalized || token.shape == Shape::Mixed ||
           (token.shape == Shape::Lower && words_.has(i, WordMark::Particle));
  };
  return is_part(index - 1) && is_part(index + 1);
}

void CandidateReader::capitalized(std::uint32_t index, CandidateSet& out) {
  const ReadingSet& set = words_.readings_of(index);
  if (words_.is_function_word(index)) {
    const WordInfo& info = readings_.words().info(document_.tokens[index].word);
    const bool given = info.is(WordClass::GivenMale) || info.is(WordClass::GivenFemale);
    const bool name = given && index + 1 < sentence_.end && document_.tokens[index + 1].shape == Shape::Capitalized;  // "Than NAME"
    out.add(Tag::NNP, name ? 0 : 8);
    return out.add_all(set, name ? 8 : 0);
  }
  if (words_.has(index, WordMark::Demonym)) {
    out.add(Tag::JJ, 0);
    out.add(Tag::NNP, 3);
    return out.add(Tag::NNPS, 14);
  }
  const bool plural = set.has(Tag::NNS);
  if (plural) out.add(Tag::NNPS, 1);
  out.add(Tag::NNP, plural ? 3 : 0);
  if (!set.known) return;
  for (const Reading& reading : set.all()) out.add(reading.tag, reading.cost + capital_cost(reading.tag));
}

void CandidateReader::all_capitals(std::uint32_t index, CandidateSet& out) {
  const Token& token = document_.tokens[index];
  const bool single = token.shape == Shape::SingleCap;
  const bool function_word = words_.is_function_word(index);
  const bool initial = index + 1 < sentence_.end && document_.tokens[index + 1].shape == Shape::SingleCap;  // "I B NAME"
  out.add(Tag::NNP, function_word && single ? (document_.word(index) != "i" ? 6 : initial ? 0 : 22) : 0);
  if (function_word) return out.add_all(words_.readings_of(index), single ? 0 : 10);
  out.add(Tag::NN, 12);
}

/// Where every word has its capital: what the common word can be, and a name if there is none.
void CandidateReader::at_start(std::uint32_t index, CandidateSet& out) {
  const Token& token = document_.tokens[index];
  const ReadingSet& set = words_.readings_of(index);
  const WordInfo& info = readings_.words().info(token.word);
  const bool given = info.is(WordClass::GivenMale) || info.is(WordClass::GivenFemale);
  const bool shouted = token.shape == Shape::AllCaps && capitals_ != Capitals::Shouted;
  const bool next_is_name =
      index + 1 < sentence_.end && capitals_ == Capitals::Meaningful && has_capital(document_.tokens[index + 1].shape);
  if (words_.is_function_word(index)) {
    if (shouted || !(set.has(Tag::DOF) || set.has(Tag::BEF) || set.has(Tag::HVF))) out.add(Tag::NNP, shouted ? 2 : 18);
    return out.add_all(set, shouted ? 6 : 0);
  }
  if (token.shape == Shape::Capitalized && words_.has(index, WordMark::Demonym)) {
    out.add(Tag::JJ, 0);
    return out.add(Tag::NNP, 4);
  }
  if (!set.known || given || shouted || token.shape == Shape::Mixed) {
    out.add(Tag::NNP, 0);
    return out.add_all(set, given ? 4 : 7);
  }
  const bool name = words_.of(index).cases == LocalWord::Capital || readings_.is_name(token.word),
             common = words_.of(index).cases == LocalWord::Lower;
  const unsigned cost = name ? 0 : (next_is_name ? 4 : 10) + (common ? 6 : 0);
  out.add(Tag::NNP, cost);
  if (set.has(Tag::NNS)) out.add(Tag::NNPS, cost + 1);
  out.add_all(set, name ? 9 : 0);
}

void CandidateReader::number(std::uint32_t index, CandidateSet& out) const {
  const std::string_view word = document_.word(index);
  const bool ordinal = word.ends_with("th") || word.ends_with("st") || word.ends_with("nd") || word.ends_with("rd");
  out.add(word.ends_with("s") ? Tag::NNS : ordinal ? Tag::JJ : Tag::CD, 0);
}

/// "1994 - 96": the dash means "to".
bool CandidateReader::between_numbers(std::uint32_t index) const {
  return index > sentence_.begin && index + 1 < sentence_.end && document_.tokens[index - 1].shape == Shape::Number &&
         document_.tokens[index + 1].shape == Shape::Number;
}

void CandidateReader::mark(std::uint32_t index, CandidateSet& out) const {
  const std::string_view word = document_.word(index);
  if (word == "'") return out.add_all(readings_.set(find_function_word("'")), 0);
  switch (word.empty() ? '\0' : word.front()) {
    case ',': return out.add(Tag::Comma, 0);
    case '.':
    case '!':
    case '?': return out.add(Tag::Stop, 0);
    case '-': return out.add(between_numbers(index) ? Tag::SYM : Tag::Dash, 0);
    case '(':
    case ')':
    case '[':
    case ']':
    case '{':
    case '}': return out.add(Tag::Bracket, 0);
    default: return out.add(Tag::OtherMark, 0);
  }
}

void CandidateReader::quote(std::uint32_t index, CandidateSet& out) const {
  if (std::ranges::binary_search(mute_, index)) return out.add(Tag::Mute, 0);
  const bool space_after = index + 1 >= document_.tokens.size() || document_.tokens[index + 1].space_before;
  const bool opens = index == sentence_.begin || (document_.tokens[index].space_before && !space_after);
  out.add(opens ? Tag::Open : Tag::Close, 0);
}

}  // namespace chancery
