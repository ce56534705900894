// Names by a single walk over each sentence: at a token the longest name of the lexicon is one piece, any other capitalised word
// another, and pieces that touch make a run. A run that is exactly a name of the lexicon is that; else it is split where a name
// of a country or a title ends and something else begins, or stays whole, because "Paris Hilton" is not in Paris. What class an
// unknown run has is read off its own words here; what the article around it says is left to mention rules and resolving.
#include "annotate/name_scan.hpp"

#include <algorithm>
#include <cctype>

namespace chancery {

namespace {

constexpr std::uint32_t longest_compound = 4;  ///< words

}  // namespace

NameScan::NameScan(const Document& document, const NameVocabulary& vocabulary, Mentions& out)
    : document_(document), vocabulary_(vocabulary), out_(out) {}

void NameScan::run() {
  vocabulary_.lexicon().names().find(document_, matches_);
  match_at_.assign(document_.tokens.size(), -1);
  for (std::size_t m = 0; m < matches_.size(); ++m) match_at_[matches_[m].tokens.begin] = static_cast<std::int32_t>(m);
  learn_facts();
  learn_support();
  learn_compounds();
  for (const Sentence& sentence : document_.sentences) {
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end;) i = scan_at(i, sentence.tokens.end);
  }
}

void NameScan::learn_facts() {
  facts_.assign(document_.tokens.size(), {});
  for (std::uint32_t i = 0; i < document_.tokens.size(); ++i) {
    const Token& token = document_.tokens[i];
    facts_[i].cap = token.shape == Shape::Capitalized || token.shape == Shape::AllCaps || token.shape == Shape::SingleCap;
    if (token.shape != Shape::Mixed) continue;
    const std::string_view written = document_.text(token);  // "al-Assad", but not "pro-Western"
    const std::size_t hyphen = written.find('-');
    if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 >= written.size()) continue;
    facts_[i].cap = std::isupper(static_cast<unsigned char>(written[hyphen + 1])) != 0 &&
                    vocabulary_.is_prefix(document_.symbols.find(written.substr(0, hyphen)));
  }
  for (const DateMention& date : out_.dates)
    for (std::uint32_t i = date.tokens.begin; i < date.tokens.end; ++i) facts_[i].blocked = true;
  mark_starts();
  mark_loud();
  learn_hyphens();
}

/// Texts that went through another tokenizer have their hyphens apart: "high - ranking", "al - Khatib".
void NameScan::learn_hyphens() {
  std::uint32_t apart = 0, joined = 0;
  for (std::uint32_t i = 1; i + 1 < document_.tokens.size(); ++i) {
    const Token& token = document_.tokens[i];
    if (token.shape == Shape::Lower) joined += document_.word(i).find('-') != std::string_view::npos;
    if (document_.text(token) != "-" || !token.space_before || !document_.tokens[i + 1].space_before) continue;
    apart += document_.tokens[i - 1].shape == Shape::Lower && document_.tokens[i + 1].shape == Shape::Lower;
  }
  hyphens_apart_ = apart >= 2 && joined == 0;
}

void NameScan::mark_starts() {
  const auto first_word = [this](std::uint32_t i, std::uint32_t end) {
    while (i < end && (document_.tokens[i].shape == Shape::Punctuation || document_.tokens[i].shape == Shape::Quote ||
                       document_.tokens[i].shape == Shape::Symbol || document_.tokens[i].shape == Shape::Number)) ++i;
    if (i < end) facts_[i].start = true;
  };
  for (const Sentence& sentence : document_.sentences) {
    first_word(sentence.tokens.begin, sentence.tokens.end);
    for (std::uint32_t i = sentence.tokens.begin; i + 1 < sentence.tokens.end; ++i) {
      const std::string_view mark = document_.text(document_.tokens[i]);
      if (mark == ":" || mark == "•" || mark == "–" || mark == "—" || mark == "...") first_word(i + 1, sentence.tokens.end);
    }
  }
  for (const Quotation& quotation : document_.quotations) first_word(quotation.inner.begin, quotation.inner.end);
}

bool NameScan::is_title_case(TokenSpan tokens, bool headline) const {
  std::uint32_t caps = 0, words = 0, all_caps = 0;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const Token& token = document_.tokens[i];
    if (token.end - token.begin < 4 || (!facts_[i].cap && token.shape != Shape::Lower)) continue;
    all_caps += token.shape == Shape::AllCaps;
    if (facts_[i].start) continue;
    ++words;
    caps += facts_[i].cap;
  }
  if (all_caps >= 3 && all_caps * 10 >= words * 6) return true;
  const std::string_view last = document_.text(document_.tokens[tokens.end - 1]);
  if (!headline && (last == "." || words < 4)) return false;
  return words > 0 && caps * 10 >= words * (headline ? 7U : 9U);
}

void NameScan::mark_loud() {
  for (const Sentence& sentence : document_.sentences) {
    if (sentence.tokens.empty()) continue;
    if (!is_title_case(sentence.tokens, document_.paragraphs[sentence.paragraph].is_headline)) continue;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) facts_[i].loud = true;
  }
}

/// Joined to its neighbour by a hyphen.
bool NameScan::is_hyphenated(std::uint32_t token) const {
  const auto hyphen_at = [this](std::uint32_t i) { return i < document_.tokens.size() && document_.text(document_.tokens[i]) == "-"; };
  if (hyphen_at(token + 1) && (hyphens_apart_ || !document_.tokens[token + 1].space_before)) return true;
  return token > 0 && hyphen_at(token - 1) && (hyphens_apart_ || !document_.tokens[token].space_before);
}

void NameScan::learn_support() {
  for (const Sentence& sentence : document_.sentences) {
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const TokenFacts& facts = facts_[i];
      if (!facts.cap || facts.start || facts.loud || facts.blocked || document_.tokens[i].shape == Shape::SingleCap) continue;
      if (!is_hyphenated(i)) supported_.push_back(word(i));
    }
  }
  std::sort(supported_.begin(), supported_.end());
  repeated_.clear();
  for (std::size_t i = 1; i < supported_.size(); ++i)
    if (supported_[i] == supported_[i - 1] && (repeated_.empty() || repeated_.back() != supported_[i])) repeated_.push_back(supported_[i]);
  supported_.erase(std::unique(supported_.begin(), supported_.end()), supported_.end());
}

void NameScan::learn_compounds() {
  for (std::uint32_t i = 0; i < document_.tokens.size(); ++i) {
    const std::string_view folded = document_.word(i);
    const std::size_t hyphen = folded.find('-');
    if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 >= folded.size()) continue;
    if (vocabulary_.is_title_suffix(document_.symbols.find(folded.substr(hyphen + 1)))) learn_suffixed(i, folded.substr(0, hyphen));
    else if (vocabulary_.is_title_prefix(document_.symbols.find(folded.substr(0, hyphen)))) learn_prefixed(i, folded.substr(hyphen + 1));
  }
}

void NameScan::learn_suffixed(std::uint32_t token, std::string_view base) {  // "Prime Minister-designate"
  for (std::uint32_t words = std::min(longest_compound, token + 1); words > 0; --words) {
    std::vector<Symbol> phrase;
    for (std::uint32_t i = token + 1 - words; i < token; ++i) phrase.push_back(word(i));
    phrase.push_back(document_.symbols.find(base));
    if (add_compound(phrase, {token + 1 - words, token + 1})) return;
  }
}

void NameScan::learn_prefixed(std::uint32_t token, std::string_view base) {  // "then-Prime Minister"
  const auto count = static_cast<std::uint32_t>(document_.tokens.size());
  for (std::uint32_t words = std::min(longest_compound, count - token); words > 0; --words) {
    std::vector<Symbol> phrase = {document_.symbols.find(base)};
    for (std::uint32_t i = token + 1; i < token + words; ++i) phrase.push_back(word(i));
    if (add_compound(phrase, {token, token + words})) return;
  }
}

bool NameScan::add_compound(const std::vector<Symbol>& phrase, TokenSpan tokens) {
  for (const NameReading& reading : vocabulary_.lexicon().names().readings_of(phrase)) {
    if (reading.kind != NameKind::Title) continue;
    compounds_.push_back({tokens, reading.target});
    return true;
  }
  return false;
}

bool NameScan::is_supported(Symbol w) const { return std::binary_search(supported_.begin(), supported_.end(), w); }

NameReadings NameScan::readings_at(std::uint32_t token) const {
  NameReadings found;
  for (const Compound& compound : compounds_) {
    if (compound.tokens.begin != token) continue;
    found.tokens = compound.tokens;
    found.role = compound.role;
    return found;
  }
  if (match_at_[token] < 0) return found;
  const NameMatch& match = matches_[static_cast<std::size_t>(match_at_[token])];
  bool only_adjective = true, only_weak = true, only_short = true;
  for (const NameReading& reading : vocabulary_.lexicon().names().readings(match.name)) {
    if (reading.kind == NameKind::Title) {
      if (found.role == no_role) found.role = reading.target;
      continue;
    }
    if (reading.kind == NameKind::Common) {
      if (found.kind == no_kind) found.kind = reading.target;
      continue;
    }
    if (std::find(found.entries.begin(), found.entries.end(), reading.target) == found.entries.end())
      found.entries.push_back(reading.target);
    only_adjective = only_adjective && (reading.kind == NameKind::Adjective || reading.kind == NameKind::Demonym);
    only_weak = only_weak && reading.weak;
    only_short = only_short && reading.kind == NameKind::Short;
  }
  if (found.entries.empty() && found.role == no_role && found.kind == no_kind) return found;
  found.tokens = match.tokens;
  found.adjective = only_adjective && !found.entries.empty();
  found.weak = only_weak && !found.entries.empty();
  found.is_short = only_short && !found.entries.empty();
  return found;
}

bool NameScan::is_title_at(std::uint32_t token) const {
  const NameReadings readings = readings_at(token);
  return readings.role != no_role && readings.entries.empty();
}

bool NameScan::starts_name(std::uint32_t token, const NameReadings& readings) const {
  const TokenFacts& facts = facts_[token];
  if (facts.blocked) return false;
  if (!readings.entries.empty() && !readings.weak) return true;
  if (!facts.cap && readings.entries.empty()) return false;
  const Symbol w = word(token);
  const bool acronym = document_.tokens[token].shape == Shape::AllCaps && !facts.loud;
  if (facts.loud) return is_supported(w) && !vocabulary_.is_function_word(w);
  if (vocabulary_.is_function_word(w) && !acronym) return false;
  if (!facts.start) return true;
  if (acronym || is_supported(w)) return true;
  if (token + 1 < facts_.size() && facts_[token + 1].cap && !facts_[token + 1].blocked) return true;  // `trim_start` looks again
  return vocabulary_.info(w).classes == 0 && readings.entries.empty();
}

std::uint32_t NameScan::piece_end(std::uint32_t token, std::uint32_t limit) const {
  if (token >= limit || facts_[token].blocked) return token;
  const NameReadings readings = readings_at(token);
  if (!readings.entries.empty() || (readings.kind != no_kind && facts_[token].cap)) return std::min(readings.tokens.end, limit);
  return facts_[token].cap ? token + 1 : token;
}

std::uint32_t NameScan::after_particles(std::uint32_t token, std::uint32_t limit) const {
  std::uint32_t i = token;
  while (i < limit && i < token + 3 && document_.tokens[i].shape == Shape::Lower && vocabulary_.is_particle(word(i))) ++i;
  if (hyphens_apart_ && i > token && i + 1 < limit && document_.text(document_.tokens[i]) == "-") ++i;  // "al - Khatib"
  return i > token && i < limit && facts_[i].cap ? piece_end(i, limit) : token;
}

bool NameScan::joins_hyphen(std::uint32_t hyphen, std::uint32_t limit) const {
  if (hyphen == 0 || hyphen + 1 >= limit || document_.text(document_.tokens[hyphen]) != "-") return false;
  const bool apart = document_.tokens[hyphen].space_before || document_.tokens[hyphen + 1].space_before;
  if ((apart && !hyphens_apart_) || !facts_[hyphen + 1].cap) return false;
  const Symbol left = word(hyphen - 1), right = word(hyphen + 1);
  if (vocabulary_.is_given_name(left) && vocabulary_.is_given_name(right)) return true;
  if (is_supported(left) || is_supported(right)) return false;  // "Trump-Putin": each is a name elsewhere
  if (vocabulary_.is_given_name(left)) return true;
  return readings_at(hyphen - 1).entries.empty() && readings_at(hyphen + 1).entries.empty() && !is_title_at(hyphen + 1);
}

std::uint32_t NameScan::after_joiner(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const {
  if (!vocabulary_.is_joiner(word(token))) return token;
  bool organization = false;
  for (std::uint32_t i = begin; i < token; ++i)
    organization = organization || vocabulary_.is_organization_head(word(i)) || vocabulary_.is_place_head(word(i));
  const NameReadings head = readings_at(begin);
  const bool known = head.tokens.end == token && !head.entries.empty() && !vocabulary_.is_organization_head(word(begin));
  if (!organization || known) return token;
  std::uint32_t next = token + 1;
  if (next < limit && document_.tokens[next].shape == Shape::Lower && document_.text(document_.tokens[next]) == "the") ++next;
  if (next >= limit || !facts_[next].cap || facts_[next].blocked) return token;
  const NameReadings readings = readings_at(next);
  const std::string_view joiner = document_.text(document_.tokens[token]);
  if (joiner == "and" || joiner == "on") {  // "Ministry of Trade and Industry", but "the Council and Germany"
    if (!readings.entries.empty() && joiner == "and") return token;
    bool inside = false;
    for (std::uint32_t i = begin; i < token; ++i)
      inside = inside || (document_.tokens[i].shape == Shape::Lower && vocabulary_.is_joiner(word(i)));
    if (!inside && joiner == "and") return token;
  }
  return readings.role != no_role && readings.entries.empty() ? std::min(readings.tokens.end, limit) : piece_end(next, limit);
}

std::uint32_t NameScan::after_possessive(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const {
  // "People's Party", "Uganda People's Defence Force": a common word owns a head word of organisations.
  if (token > begin + 3 || token + 1 >= limit || !facts_[token + 1].cap) return token;
  const std::string_view mark = document_.word(token);
  if (mark != "'s" && mark != "'") return token;
  if (!vocabulary_.is_common_word(word(token - 1)) || !readings_at(token - 1).entries.empty()) return token;
  std::uint32_t end = token + 1;
  for (std::uint32_t next = end; next < limit; end = next) {
    next = piece_end(end, limit);
    if (next == end) break;
  }
  return end > token + 1 && vocabulary_.is_organization_head(word(end - 1)) ? end : token;
}

std::uint32_t NameScan::extend(std::uint32_t begin, std::uint32_t limit) const {
  std::uint32_t end = std::max(piece_end(begin, limit), begin + 1);
  while (end < limit && !facts_[end].blocked) {
    std::uint32_t next = end;
    if (joins_hyphen(end, limit)) {
      next = piece_end(end + 1, limit);
    } else if (facts_[end].cap && !is_title_at(end)) {
      next = facts_[end].loud && !is_supported(word(end)) && readings_at(end).entries.empty() ? end : piece_end(end, limit);
    } else if (document_.text(document_.tokens[end]) == "&" && end + 1 < limit && facts_[end + 1].cap) {
      next = piece_end(end + 1, limit);
    } else {
      next = after_particles(end, limit);
      if (next == end) next = after_joiner(begin, end, limit);
      if (next == end) next = after_possessive(begin, end, limit);
    }
    if (next == end) break;
    end = next;
  }
  return end;
}

std::uint32_t NameScan::scan_at(std::uint32_t token, std::uint32_t limit) {
  const NameReadings readings = readings_at(token);
  if (readings.role != no_role && readings.tokens.end <= limit && !facts_[token].blocked) {
    const std::uint32_t end = readings.tokens.end;
    const bool heads = end < limit && facts_[token].cap && facts_[end].cap && vocabulary_.is_organization_head(word(end)) &&
                       (end + 1 >= limit || !facts_[end + 1].cap);
    if (!heads) {
      Mention& title = add(readings.tokens, mention_class::title);
      title.form = MentionForm::Value;
      title.role = readings.role;
      if (readings.entries.empty() || !facts_[token].cap) return end;
    } else {
      emit_name({token, end + 1});  // "Justice Department"
      return end + 1;
    }
  }
  if (readings.kind != no_kind && (!facts_[token].cap || facts_[token].start || facts_[token].loud)) {
    emit_kind(readings);
    return std::min(readings.tokens.end, limit);
  }
  if (!starts_name(token, readings)) return token + 1;
  const std::uint32_t end = extend(token, limit);
  emit_run({token, end});
  return end;
}

Mention& NameScan::add(TokenSpan tokens, ClassId cls) {
  Mention& mention = out_.items.emplace_back();
  mention.tokens = mention.head = tokens;
  mention.cls = cls;
  return mention;
}

}  // namespace chancery
