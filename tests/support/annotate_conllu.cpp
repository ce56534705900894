// Annotates the words of CoNLL-U files and prints what was found, a line a word, for scripts/evaluate_gum.
//   annotate_conllu MAPPINGS FILE…
// Words and sentences are those of the file, so that only the annotation is measured. Columns: number, form, part of speech,
// lemma, noun group (index, "*" at its head), verb group (index, "*" at its head), subject and object (number of the head word).
#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotator.hpp"
#include "lexicon/lexicon.hpp"
#include "text/document.hpp"
#include "text/text_rules.hpp"
#include "text/tokenizer.hpp"

namespace {

using namespace chancery;

struct GoldWord {
  std::string form;
  bool space_after = true;
};
struct GoldSentence {
  std::vector<GoldWord> words;
  bool starts_paragraph = false;
};

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> out(1);
  for (char c : line) {
    if (c == '\t')
      out.emplace_back();
    else
      out.back() += c;
  }
  return out;
}

std::vector<GoldSentence> read_conllu(const std::string& path) {
  std::vector<GoldSentence> out;
  std::ifstream in(path);
  std::string line;
  bool paragraph = true;
  int joined_until = 0;
  bool joined_space = true;
  bool in_sentence = false;
  while (std::getline(in, line)) {
    if (line.rfind("# newpar", 0) == 0) paragraph = true;
    if (line.empty()) in_sentence = false;
    if (line.empty() || line[0] == '#') continue;
    const std::vector<std::string> fields = fields_of(line);
    if (fields.size() < 10 || fields[0].find('.') != std::string::npos) continue;
    const bool space = fields[9].find("SpaceAfter=No") == std::string::npos;
    if (const std::size_t dash = fields[0].find('-'); dash != std::string::npos) {
      joined_until = std::stoi(fields[0].substr(dash + 1));
      joined_space = space;
      continue;
    }
    if (!in_sentence) {
      out.push_back({{}, paragraph});
      paragraph = false;
      in_sentence = true;
    }
    const int number = std::stoi(fields[0]);
    const bool inside = number < joined_until, last = number == joined_until;
    out.back().words.push_back({fields[1], inside ? false : last ? joined_space : space});
    if (number >= joined_until) joined_until = 0;
  }
  return out;
}

struct Laid {
  std::string text;
  std::vector<ByteSpan> words;
  std::vector<TokenSpan> sentences;
};

Laid lay_out_words(const std::vector<GoldSentence>& sentences) {
  Laid out;
  for (const GoldSentence& sentence : sentences) {
    if (sentence.starts_paragraph && !out.text.empty())
      out.text += "\n\n";
    else if (!out.text.empty() && out.text.back() != ' ')
      out.text += ' ';
    const auto first = static_cast<std::uint32_t>(out.words.size());
    for (const GoldWord& word : sentence.words) {
      const auto begin = static_cast<std::uint32_t>(out.text.size());
      out.text += word.form;
      out.words.push_back({begin, static_cast<std::uint32_t>(out.text.size())});
      if (word.space_after) out.text += ' ';
    }
    out.sentences.push_back({first, static_cast<std::uint32_t>(out.words.size())});
  }
  return out;
}

/// The token span of `laid.words` that covers the bytes.
TokenSpan words_in(const Laid& laid, ByteSpan bytes) {
  TokenSpan span{static_cast<std::uint32_t>(laid.words.size()), 0};
  for (std::uint32_t i = 0; i < laid.words.size(); ++i) {
    if (!laid.words[i].overlaps(bytes)) continue;
    span.begin = std::min(span.begin, i);
    span.end = i + 1;
  }
  return span.end == 0 ? TokenSpan{0, 0} : span;
}

/// The tokens as the file cuts them, each with the shape that our tokenizer gives it.
void use_gold_words(Document& document, const Laid& laid, const Abbreviations& abbreviations) {
  for (Quotation& quotation : document.quotations) {
    quotation.outer = words_in(laid, document.bytes(quotation.outer));
    quotation.inner = words_in(laid, document.bytes(quotation.inner));
  }
  std::vector<Token> tokens;
  std::size_t own = 0;
  for (const ByteSpan& bytes : laid.words) {
    while (own < document.tokens.size() && document.tokens[own].begin < bytes.begin) ++own;
    if (own < document.tokens.size() && document.tokens[own].begin == bytes.begin && document.tokens[own].end == bytes.end) {
      tokens.push_back(document.tokens[own]);
      continue;
    }
    std::vector<Token> pieces;
    Tokenizer(document.text(), abbreviations, document.symbols, nullptr, pieces).run(bytes);
    Token token = pieces.empty() ? Token{} : pieces.front();
    token.begin = bytes.begin;
    token.end = bytes.end;
    if (pieces.size() != 1) token.word = document.symbols.intern(document.text().substr(bytes.begin, bytes.size()));
    token.space_before = bytes.begin == 0 || document.text()[bytes.begin - 1] == ' ' || document.text()[bytes.begin - 1] == '\n';
    tokens.push_back(token);
  }
  document.tokens = std::move(tokens);
  document.sentences.clear();
  for (const TokenSpan& sentence : laid.sentences) document.sentences.push_back({sentence, 0});
}

void print_group(std::int32_t group, bool head) {
  if (group < 0)
    std::cout << "\t_";
  else
    std::cout << '\t' << group << (head ? "*" : "");
}

void print(const Document& document, const Annotation& annotation) {
  static constexpr std::string_view names[] = {"NOUN", "PROPN", "VERB",  "AUX",  "ADJ",  "ADV",   "PRON", "DET", "ADP",
                                               "NUM",  "CCONJ", "SCONJ", "PART", "INTJ", "PUNCT", "SYM",  "X"};
  for (const Sentence& sentence : document.sentences) {
    const auto number = [&](std::int32_t group) {
      if (group < 0) return std::string("_");
      return std::to_string(static_cast<int>(annotation.noun_groups[static_cast<std::size_t>(group)].head) -
                            static_cast<int>(sentence.tokens.begin) + 1);
    };
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const TokenAnnotation& token = annotation.tokens[i];
      const std::int32_t noun = annotation.noun_group_of[i], verb = annotation.verb_group_of[i];
      std::cout << i - sentence.tokens.begin + 1 << '\t' << document.text(document.tokens[i]) << '\t'
                << names[static_cast<std::size_t>(token.pos)] << '\t' << document.symbols.text(token.lemma);
      print_group(noun, noun >= 0 && annotation.noun_groups[static_cast<std::size_t>(noun)].head == i);
      const bool verb_head = verb >= 0 && annotation.verb_groups[static_cast<std::size_t>(verb)].head == i;
      print_group(verb, verb_head);
      const VerbGroup* group = verb_head ? &annotation.verb_groups[static_cast<std::size_t>(verb)] : nullptr;
      std::cout << '\t' << (group ? number(group->subject) : "_") << '\t' << (group ? number(group->object) : "_") << '\n';
    }
    std::cout << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: annotate_conllu MAPPINGS FILE…\n";
    return 2;
  }
  Diagnostics diagnostics;
  const std::string mappings = argv[1];
  auto lexicon = Lexicon::load(mappings + "/lexicon", diagnostics);
  if (!lexicon) {
    std::cerr << lexicon.error() << '\n';
    return 3;
  }
  const TextRules rules = read_text_rules(mappings, diagnostics);
  const Annotator annotator(**lexicon);
  Annotation annotation;
  for (int i = 2; i < argc; ++i) {
    const Laid laid = lay_out_words(read_conllu(argv[i]));
    Article article;
    article.body = laid.text;
    Document document(std::move(article), (*lexicon)->symbols(), rules);
    use_gold_words(document, laid, rules.abbreviations);
    annotator.annotate(document, annotation);
    std::cout << "# file\t" << argv[i] << '\n';
    print(document, annotation);
  }
  return 0;
}
