#pragma once

#include <cctype>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotation.hpp"
#include "annotate/mention.hpp"
#include "match/class_table.hpp"
#include "match/lattice.hpp"
#include "text/document.hpp"
#include "text/text_rules.hpp"

namespace chancery::toy {

/// A sentence with its annotation written into it, for tests of matching that depend on no other stage:
///
///   `[@Person Ann Lee] met/meet/v [@Person Bo] in [@Place|Polity Rome] , [NG the talks/talk/n]`
///
/// A token is `word`, `word/lemma` or `word/lemma/c` with c one of v n a d (determiner) p (adposition) x (auxiliary). Brackets
/// are `[@Class words]` (several classes: parallel mentions; `-` behind the class: inside another mention), `[NG words]`,
/// `[VG words]`, `[Q words]` (a quotation without marks) and `[C words]` (a clause of its own). Brackets nest.
struct Sentence {
  SymbolTable* symbols = nullptr;
  std::unique_ptr<Document> document;
  Annotation annotation;
  Mentions mentions;

  [[nodiscard]] ArticleView view() const { return {document.get(), &annotation, &mentions}; }
  [[nodiscard]] TokenSpan all() const { return {0, static_cast<std::uint32_t>(document->tokens.size())}; }
  [[nodiscard]] std::string text(TokenSpan tokens) const {
    std::string out;
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (!out.empty()) out += ' ';
      out += document->text(document->tokens[t]);
    }
    return out;
  }
};

namespace detail {

struct Open {
  std::string kind;
  std::uint32_t begin = 0;
  std::uint32_t clause = 0;
};

inline Pos pos_of(char c) {
  switch (c) {
    case 'v': return Pos::Verb;
    case 'n': return Pos::Noun;
    case 'a': return Pos::Adjective;
    case 'd': return Pos::Determiner;
    case 'p': return Pos::Adposition;
    case 'x': return Pos::Auxiliary;
    default: return Pos::Other;
  }
}

inline Shape shape_of(std::string_view word) {
  if (std::ispunct(static_cast<unsigned char>(word[0])) != 0) return Shape::Punctuation;
  if (std::isdigit(static_cast<unsigned char>(word[0])) != 0) return Shape::Number;
  return std::isupper(static_cast<unsigned char>(word[0])) != 0 ? Shape::Capitalized : Shape::Lower;
}

}  // namespace detail

/// Reads the notation above. Words that `symbols` does not hold become the document's own.
inline Sentence sentence(const std::string& written, SymbolTable& symbols, const ClassTable& classes = {}) {
  struct Word {
    std::string text, lemma;
    char word_class = 0;
  };
  std::vector<Word> words;
  std::vector<detail::Open> open;
  Sentence made;
  made.symbols = &symbols;
  Annotation& annotation = made.annotation;
  std::vector<Quotation> quotations;
  annotation.clauses.push_back({});
  std::vector<std::uint32_t> clause_of;
  const auto here = [&] { return static_cast<std::uint32_t>(words.size()); };
  const auto current_clause = [&] {
    for (std::size_t i = open.size(); i-- > 0;) {
      if (open[i].kind == "C") return open[i].clause;
    }
    return std::uint32_t{0};
  };
  const auto close = [&](const detail::Open& group) {
    const TokenSpan tokens{group.begin, here()};
    if (group.kind == "Q") {
      quotations.push_back({tokens, tokens, true, -1});
    } else if (group.kind == "C") {
      annotation.clauses[group.clause].tokens = tokens;
    } else if (group.kind == "NG") {
      NounGroup made_group;
      made_group.tokens = tokens;
      made_group.head = tokens.end - 1;
      annotation.noun_groups.push_back(made_group);
    } else if (group.kind == "VG") {
      VerbGroup made_group;
      made_group.tokens = tokens;
      made_group.head = tokens.end - 1;
      made_group.tense = Tense::Past;
      annotation.verb_groups.push_back(made_group);
    } else {
      std::string_view names = std::string_view(group.kind).substr(1);
      const bool inside = names.ends_with('-');
      if (inside) names.remove_suffix(1);
      while (!names.empty()) {
        const std::size_t bar = std::min(names.find('|'), names.size());
        Mention mention;
        mention.tokens = mention.head = tokens;
        mention.cls = classes.find(names.substr(0, bar));
        mention.inside = inside;
        made.mentions.items.push_back(mention);
        names.remove_prefix(std::min(bar + 1, names.size()));
      }
    }
  };
  std::size_t at = 0;
  while (at < written.size()) {
    if (written[at] == ' ') {
      ++at;
      continue;
    }
    if (written[at] == ']') {
      close(open.back());
      open.pop_back();
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < written.size() && written[end] != ' ' && written[end] != ']') ++end;
    const std::string piece = written.substr(at, end - at);
    at = end;
    if (piece[0] == '[') {
      detail::Open group{piece.substr(1), here(), 0};
      if (group.kind == "C") {
        group.clause = static_cast<std::uint32_t>(annotation.clauses.size());
        annotation.clauses.push_back({});
      }
      open.push_back(group);
      continue;
    }
    Word word;
    const std::size_t slash = piece.find('/', 1);
    word.text = piece.substr(0, slash);
    word.lemma = word.text;
    if (slash != std::string::npos) {
      const std::size_t second = piece.find('/', slash + 1);
      word.lemma = piece.substr(slash + 1, second == std::string::npos ? second : second - slash - 1);
      if (second != std::string::npos) word.word_class = piece[second + 1];
    }
    words.push_back(word);
    clause_of.push_back(current_clause());
  }
  Article article;
  for (const Word& word : words) article.body += (article.body.empty() ? "" : " ") + word.text;
  made.document = std::make_unique<Document>(article, symbols, TextRules{});
  Document& document = *made.document;
  document.tokens.clear();
  document.sentences.clear();
  document.quotations = quotations;
  const auto lower = [](std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
  };
  std::uint32_t offset = 0;
  for (const Word& word : words) {
    const auto length = static_cast<std::uint32_t>(word.text.size());
    document.tokens.push_back(
        {offset, offset + length, document.symbols.intern(lower(word.text)), detail::shape_of(word.text), offset != 0});
    offset += length + 1;
    TokenAnnotation token;
    token.lemma = document.symbols.intern(lower(word.lemma));
    token.pos = detail::shape_of(word.text) == Shape::Punctuation ? Pos::Punctuation : detail::pos_of(word.word_class);
    annotation.tokens.push_back(token);
  }
  annotation.clauses[0].tokens = made.all();
  annotation.clause_of = clause_of;
  annotation.noun_group_of.assign(words.size(), -1);
  annotation.verb_group_of.assign(words.size(), -1);
  for (std::size_t g = 0; g < annotation.noun_groups.size(); ++g) {
    for (std::uint32_t t = annotation.noun_groups[g].tokens.begin; t < annotation.noun_groups[g].tokens.end; ++t)
      annotation.noun_group_of[t] = static_cast<std::int32_t>(g);
  }
  for (std::size_t g = 0; g < annotation.verb_groups.size(); ++g) {
    for (std::uint32_t t = annotation.verb_groups[g].tokens.begin; t < annotation.verb_groups[g].tokens.end; ++t)
      annotation.verb_group_of[t] = static_cast<std::int32_t>(g);
  }
  annotation.list_of.assign(annotation.noun_groups.size(), -1);
  document.sentences.push_back({made.all(), 0});
  return made;
}

}  // namespace chancery::toy
